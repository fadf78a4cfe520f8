"""Logging: one format for ours and the libraries' lines."""

import io
import json
import logging
import threading
from collections.abc import Iterator
from typing import Literal

import pytest
import structlog

from streams.observe import logs
from streams.settings import Settings


@pytest.fixture(autouse=True)
def restored() -> Iterator[None]:
    """Put logging back as it was."""
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
    structlog.reset_defaults()


def lines(level: str) -> list[dict[str, str]]:
    """What a few calls log."""
    stream = io.StringIO()
    logs.configure(Settings(log_format="json", log_level=level), stream)  # type: ignore[arg-type]
    structlog.stdlib.get_logger("musnad").info("article", stage="quotes", article="خبر")
    logging.getLogger("aiokafka.consumer").info("noise")
    logging.getLogger("aiokafka.consumer").error("trouble %s", 7)
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def test_each_line_is_json() -> None:
    """Ours and the libraries' lines are one JSON object each, Arabic as it is, the libraries' chatter left out."""
    ours, theirs = lines("INFO")

    assert (ours["event"], ours["stage"], ours["article"], ours["level"]) == ("article", "quotes", "خبر", "info")
    assert ours["timestamp"].endswith("Z")
    assert (theirs["event"], theirs["logger"]) == ("trouble 7", "aiokafka.consumer")


def test_levels_are_kept() -> None:
    """A worker at ERROR logs no articles, and does not put the root logger at DEBUG."""
    assert [line["event"] for line in lines("ERROR")] == ["trouble 7"]
    assert logging.getLogger().level == logging.ERROR


def test_a_library_that_repeats_itself_is_heard_once_a_minute() -> None:
    """The same line of aiokafka comes again after a minute; other lines, other libraries and ours all the time."""
    seldom = logs.Seldom()

    def passes(name: str, message: str, at: float, *arguments: object) -> bool:
        record = logging.LogRecord(name, logging.ERROR, "", 0, message, arguments, None)
        record.created = 1_000_000 + at
        return seldom.filter(record)

    found = [passes("aiokafka.client", "no node %s", at, 1) for at in (0, 0.1, 59, 60, 61, 119, 120)]
    assert found == [True, False, False, True, False, False, True]
    assert passes("aiokafka.client", "no node %s", 120, 2)
    assert passes("aiokafka", "no node %s", 120, 1)
    assert all(passes("musnad", "worker waits", 0) and passes("asyncio", "again", 0) for _ in range(2))
    assert [passes("faust.tables", "spent %s s", at, spent) for at, spent in ((0, 33), (5, 38), (61, 94))] == [
        True,
        False,
        True,
    ]


@pytest.mark.parametrize(("level", "times"), [("INFO", 1), ("DEBUG", 2)])
def test_who_looks_for_faults_hears_all(level: Literal["INFO", "DEBUG"], times: int) -> None:
    """A worker logs what aiokafka repeats once, and at DEBUG each time."""
    stream = io.StringIO()
    logs.configure(Settings(log_format="json", log_level=level), stream)
    for _ in range(2):
        logging.getLogger("aiokafka.consumer").error("Unable connect")

    assert stream.getvalue().count("Unable connect") == times


def test_what_ends_a_thread_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """JSON as everything else, with the traceback in it."""
    stream = io.StringIO()
    logs.configure(Settings(log_format="json"), stream)
    monkeypatch.setattr(threading, "excepthook", logs.thread_ended)
    thread = threading.Thread(target=[].pop, name="consumer")
    thread.start()
    thread.join()

    (line,) = stream.getvalue().splitlines()
    told = json.loads(line)
    assert (told["event"], told["thread"], told["level"]) == ("thread ends", "consumer", "error")
    assert "IndexError" in told["exception"]


@pytest.mark.parametrize("form", ["console", "json"])
def test_tracebacks_tell_no_values(form: Literal["console", "json"]) -> None:
    """What goes wrong is told with its place, without what the variables there held."""
    stream = io.StringIO()
    logs.configure(Settings(log_format=form), stream)
    fail_with("s3cret-" + "word")

    assert "fail_with" in stream.getvalue()
    assert "ZeroDivisionError" in stream.getvalue()
    assert "s3cret-word" not in stream.getvalue()


def fail_with(word: str) -> None:
    """Log an exception."""
    try:
        _ = len(word) / 0
    except ZeroDivisionError:
        structlog.stdlib.get_logger("musnad").exception("trouble")


def test_people_get_lines_for_people() -> None:
    """On a terminal lines are text."""
    stream = io.StringIO()
    logs.configure(Settings(log_format="console"), stream)
    structlog.stdlib.get_logger("musnad").info("article", stage="quotes")

    assert "article" in stream.getvalue()
    assert not stream.getvalue().startswith("{")
