"""The command: what it says when it is called wrongly, and what it does without Kafka."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from aiokafka.errors import NodeNotReadyError

from schemas.registry import ENTRIES
from streams import topics
from streams.broker import free_port
from streams.cli import COMMANDS, app, run
from streams.cli.demo import seeds
from streams.settings import Settings
from tests.streams import newsroom
from tests.streams.cluster import cluster

ARTICLE = json.dumps({"uri": "urn:1", "text": "قال الرئيس الروسي فلاديمير بوتين: «الاتفاق سيستمر رغم كل شيء»."})


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """A file with one article."""
    path = tmp_path / "articles.jsonl"
    path.write_text(ARTICLE)
    return path


@pytest.fixture(autouse=True)
def clean(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No settings, and no state but the test's."""
    for name in [name for name in os.environ if name.startswith("MUSNAD_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    """`--help` of each command names what it takes, and every flag has a description."""
    assert run([command, "--help"]) == 0

    help_text = capsys.readouterr().out
    assert f"Usage: musnad {command}" in help_text
    assert app[command] is not None


def wrong(tmp_path: Path) -> dict[str, tuple[list[str], int, str]]:
    """Wrong calls: what is called, the exit code, and words of the sentence that answers."""
    notes = tmp_path / "notes.txt"
    notes.write_text("no database")
    return {
        "unknown command": (["timelin"], 2, "timelin"),
        "missing argument": (["timeline"], 2, "ACTOR"),
        "unknown flag": (["actors", "--frobnicate"], 2, "--frobnicate"),
        "unknown file": (["analyze", "nowhere.txt"], 2, "nowhere.txt"),
        "unknown topic": (["tail", "articles"], 2, "articles.raw"),
        "unknown broker": (["status", "--broker", f"127.0.0.1:{free_port()}"], 1, "No Kafka broker answers"),
        "broker for replay": (["replay", str(notes), "--broker", f"127.0.0.1:{free_port()}"], 1, "musnad demo"),
        "unknown actor": (["timeline", "nobody-at-all", "--offline"], 2, "nobody-at-all"),
        "no date": (["timeline", "russia", "--offline", "--from", "yesterday"], 2, "yesterday"),
        "no time": (["timeline", "russia", "--offline", "--as-of", "noon"], 2, "noon"),
        "no database": (["actors", "--offline", "--database", str(notes)], 1, str(notes)),
        "field": (["analyze", str(notes), "--field", "uri"], 2, "--field uri=id"),
        "partitions": (["topics", "create", "--partitions", "0"], 2, "1 or more"),
        "share": (["diff", "--share", "0"], 2, "--share"),
        "broker for rebuild": (["rebuild", "--broker", f"127.0.0.1:{free_port()}"], 1, "No Kafka broker answers"),
        "dead letters of": (["dlq", "list", "--topic", "articles"], 2, "articles.raw"),
    }


@pytest.mark.parametrize("case", range(16))
def test_wrong_calls_are_answered_in_one_sentence(
    case: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is wrong, where, and what to do: one line on standard error, 2 for a call, 1 for a failure."""
    call, code, words = list(wrong(tmp_path).values())[case]

    assert run(call) == code

    printed = capsys.readouterr()
    assert printed.err.startswith("musnad: ")
    assert printed.err.count("\n") == 1
    assert words in printed.err
    assert "Traceback" not in printed.err


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (NodeNotReadyError("node 1"), "musnad: Kafka ended this with NodeNotReadyError('node 1'). A broker went away"),
        (KeyError("x"), "musnad: KeyError: 'x'. This is a fault of ours; --debug shows where."),
    ],
)
def test_a_broker_that_goes_away_is_no_fault_of_ours(
    error: Exception, told: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What nobody reckoned with is one sentence, and says whose fault it is; with --debug it shows where."""

    async def count(_settings: Settings) -> int:
        raise error

    monkeypatch.setattr(topics, "count", count)

    assert run(["replay", str(seeds())]) == 1
    assert capsys.readouterr().err.startswith(told)
    with pytest.raises(type(error)):
        run(["replay", str(seeds())], debug=True)


def test_debug_shows_the_traceback() -> None:
    """With --debug an error comes through."""
    done = subprocess.run(
        [sys.executable, "-m", "streams", "analyze", "nowhere.txt", "--debug"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert "Traceback" in done.stderr
    assert "UsageError" in done.stderr


def test_analyze_prints_what_an_article_says(articles: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """One line of JSON an article, with offsets that cut the words out of the text."""
    assert run(["analyze", str(articles)]) == 0

    found = json.loads(capfdbinary.readouterr().out)
    text = json.loads(ARTICLE)["text"]
    quote = found["quotes"][0]
    assert text[quote["content"]["start"] : quote["content"]["end"]] == "الاتفاق سيستمر رغم كل شيء"
    assert quote["speaker"]["id"] == "vladimir-putin"


def test_a_broken_line_is_told_and_the_rest_is_analyzed(
    articles: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """Lines that cannot be read or used are named with their place; exit code 1 says that there were some."""
    articles.write_text('{"uri": \n{"uri": "urn:2", "text": ""}\n' + ARTICLE)

    assert run(["analyze", str(articles)]) == 1

    printed = capfdbinary.readouterr()
    assert len(printed.out.splitlines()) == 1
    told = printed.err.decode()
    assert f"{articles}:1 is no JSON object" in told
    assert f"{articles}:2 is rejected (no-text)" in told


def test_fold_prints_entries_sorted_by_key(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """The oracle gives the final entries of the seeds, one a line, the same every time."""
    run(["fold", str(seeds())])
    first = capfdbinary.readouterr().out
    run(["fold", str(seeds())])

    assert capfdbinary.readouterr().out == first
    entries = [ENTRIES.decode(line) for line in first.splitlines()]
    keys = [f"{entry.actor}/{entry.id}" for entry in entries]
    assert keys == sorted(keys)
    assert {"vladimir-putin", "sergey-lavrov"} <= {entry.actor for entry in entries}


def test_deduplicate_prints_lineages(articles: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """A copy names its original."""
    other = json.loads(ARTICLE) | {"uri": "urn:0"}
    articles.write_text(ARTICLE + "\n" + json.dumps(other))

    assert run(["deduplicate", str(articles)]) == 0

    found = {line["uri"]: line for line in map(json.loads, capfdbinary.readouterr().out.splitlines())}
    assert {line["original_uri"] for line in found.values()} == {found["urn:1"]["original_uri"]}
    assert sorted(line["relation"] for line in found.values()) == ["exact", "original"]


def test_explain_marks_the_article(articles: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The article is shown with marks, and each finding with its rule."""
    assert run(["explain", str(articles)]) == 0

    shown = capsys.readouterr().out
    assert "vladimir-putin" in shown
    assert "←" in shown


@pytest.mark.broker
def test_the_commands_on_a_stream(tmp_path: Path) -> None:
    """From replay to timeline: each command does its part on a running stream."""
    with cluster() as running:
        path = tmp_path / "more.jsonl"
        path.write_bytes(b"\n".join(record.value or b"" for record in newsroom.edition(9, 3)) + b"\n{broken\n")
        code = running.call("replay", str(seeds()), str(path))
        running.worker()
        running.rest()
        database = ("--database", str(tmp_path / "timelines.sqlite"))

        assert code.returncode == 1
        assert f"{path}:" in code.stderr
        assert "Published" in code.stderr
        assert "accepted" in running.command("status")
        assert "normalize   accepted" in running.command("status", "file:seeds/000_2e70a234478f33f5.txt")
        assert "articles.raw" in running.command("topics")
        assert running.command("tail", "quotes.extracted", "--limit", "2").count("\n") == 2
        assert "No dead letters." in running.command("dlq", "list")
        assert "فلاديمير بوتين" in running.command("timeline", "بوتين", *database)
        assert "vladimir-putin" in running.command("actors", *database)
        assert "vladimir-putin" in running.command("search", "سورية", "--json", *database)
        folded = tmp_path / "raw.jsonl"
        folded.write_text(running.command("tail", "articles.raw", "--json"))
        assert len(running.command("fold", str(folded)).splitlines()) == len(running.last(ENTRIES))


@pytest.mark.broker
def test_the_demo_leaves_nothing_running_after_ctrl_c() -> None:
    """Interrupted at any moment, the demo ends with its broker and its worker."""
    demo = subprocess.Popen(
        [sys.executable, "-m", "streams", "demo"],
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        text=True,
        preexec_fn=_interruptible,  # noqa: PLW1509 -- the child runs Python's start only
    )
    assert demo.stderr is not None
    for line in demo.stderr:
        if "A worker starts" in line:
            break
    children = _children(demo.pid)
    os.kill(children[-1], signal.SIGSTOP)  # or it might have read all before it is interrupted
    demo.send_signal(signal.SIGINT)
    os.kill(children[-1], signal.SIGCONT)

    assert demo.wait(30) == 130
    assert "interrupted" in demo.stderr.read()
    assert len(children) == 2
    assert not [pid for pid in children if Path(f"/proc/{pid}").exists()]


def _interruptible() -> None:
    """Heed Ctrl-C again: what a shell starts in the background ignores it, and so does all that it starts."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _children(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
