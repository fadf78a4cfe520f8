"""`musnad bench`: what the stream costs, measured in one run."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

from cyclopts import Parameter
from rich.console import Console

from schemas.folding import words
from streams.bench import articles as supplies
from streams.bench import filled, growth, hostile, pure, reading, report, stream
from streams.bench.kinds import KINDS
from streams.bench.stream import Progress
from streams.cli import common
from streams.cli.demo import seeds
from streams.clients import files
from streams.clients.files import Item
from streams.errors import UsageError

_LENGTHS = (1_000, 100_000)
_TENS = (1_000, 10_000, 100_000)
_PROBE = 50
_PACED = 300
_QUIET = 5.0
#: So many ordinary articles fill the longest of hostile texts without a paragraph that comes again.
_ORDINARY = 60


def bench(
    paths: common.Paths | None = None,
    /,
    *,
    field: common.Fields = None,
    encoding: common.Encoding = "utf-8",
    articles: Annotated[int, Parameter(help="How many articles to measure with.")] = 1_000,
    broker: Annotated[
        bool, Parameter(help="Measure end to end as well: with a broker and a worker of its own.")
    ] = True,
    hostile_texts: Annotated[
        bool,
        Parameter(
            name="--hostile",
            negative="",
            help="Instead of all that, measure what hostile texts cost, against ordinary ones.",
        ),
    ] = False,
    grown: Annotated[
        bool,
        Parameter(
            name="--growth",
            negative="",
            help="Instead of all that, measure what articles, reader and worker cost with few lines and with many.",
        ),
    ] = False,
    entries: Annotated[int, Parameter(help="How many entries --growth goes up to, by tens from 1,000.")] = 1_000_000,
    as_json: common.Json = False,
) -> int:
    """Measure speed, latency, sizes and memory on this machine, and stop everything again.

    Measures with the articles in PATHS or, without any, with variants of the seeds. If there are fewer than are
    wanted, variants of them make up the number. Hostile texts are compared with the first twenty of them.
    """
    if articles < 1:
        raise UsageError(f"--articles {articles} should be 1 or more.")
    if entries < 1:
        raise UsageError(f"--entries {entries} should be 1 or more.")
    given = _given(paths or [seeds()], common.names(field), encoding, articles + _PACED)
    if not given:
        raise UsageError("There is no article in these files to measure with.")
    if hostile_texts:
        return _hostile(given, as_json=as_json)
    if grown:
        return _growth(given, entries, broker=broker, as_json=as_json)
    with progress(common.notes()) as told:
        found = _measure(given, articles, told, broker=broker)
    if as_json:
        common.line(found)
    else:
        report.show(common.screen(), found)
    return 0


def _hostile(given: list[Item], *, as_json: bool) -> int:
    """Measure what hostile texts cost; exit code 1 if any kind costs more than it may."""
    texts = supplies.texts(supplies.take(given, _ORDINARY))
    with progress(common.notes()) as told:
        found = hostile.measure(texts, progress=lambda done: told("hostile texts", done, len(KINDS)))
    if as_json:
        common.line(found)
    else:
        report.show_hostile(common.screen(), found)
    return 1 if found.failed else 0


def _growth(given: list[Item], entries: int, *, broker: bool, as_json: bool) -> int:
    """Measure what entries cost, few and many; exit code 1 if rows or bytes differ."""
    lengths = [length for length in _TENS if length < entries] + [entries]
    items = supplies.take(given, max(_PROBE, len(given)))
    texts = supplies.texts(items)
    if not any(map(words, texts)):
        raise UsageError("There is no word in these articles to make lines of.")
    with progress(common.notes()) as told, TemporaryDirectory(prefix="musnad-bench-") as folder:
        costs = growth.measure(
            supplies.records(items[:_PROBE]), texts, lengths, lambda done: told("fill timelines", done, sum(lengths))
        )
        found = report.Grown(
            growth=costs,
            reading=reading.measure(
                costs.actor,
                texts,
                lengths,
                Path(folder) / "timelines.sqlite",
                lambda done: told("fill the reader", done, entries),
            ),
            filled=filled.measure(costs.actor, texts, entries, told) if broker else None,
        )
    report.judge_grown(found)
    if as_json:
        common.line(found)
    else:
        report.show_grown(common.screen(), found)
    return 0 if found.growth.same else 1


def _given(paths: list[Path], names: dict[str, str], encoding: str, most: int) -> list[Item]:
    found: list[Item] = []
    for item in files.read(paths, names, encoding):
        if isinstance(item, Item):
            found.append(item)
        if len(found) == most:
            break
    return found


def _measure(given: list[Item], articles: int, told: Progress, *, broker: bool) -> report.Report:
    items = supplies.take(given, articles)
    records = supplies.records(items)
    found = report.Report(
        articles=len(items),
        given=min(len(given), articles),
        size=sum(len(item.value or b"") for item in items) / len(items),
        pure=pure.measure(records, lambda done: told("pure functions", done, len(items))),
        growth=growth.measure(
            records[:_PROBE],
            supplies.texts(items),
            _LENGTHS,
            lambda done: told("fill timelines", done, sum(_LENGTHS)),
        ),
        streamed=None,
    )
    if broker:
        found.streamed = stream.measure(items, supplies.take(given, min(articles, _PACED), articles), told)
    report.judge(found)
    return found


@contextmanager
def progress(console: Console) -> Iterator[Progress]:
    """Tell how far the bench is: bars on a terminal, now and then a line elsewhere."""
    if not console.is_terminal:
        yield _lines(console)
        return
    with common.progress(console) as bar:
        tasks = {}

        def show(what: str, done: int, total: int) -> None:
            if what not in tasks:
                tasks[what] = bar.add_task(f"{what:<16}", total=total or None)
            bar.update(tasks[what], completed=done)

        yield show


def _lines(console: Console, clock: Callable[[], float] = time.monotonic) -> Progress:
    """Tell it in lines: one when something begins, and then one every five seconds."""
    started = clock()
    last: tuple[str, float] = ("", 0.0)

    def show(what: str, done: int, total: int) -> None:
        nonlocal last
        now = clock()
        if what == last[0] and now - last[1] < _QUIET:
            return
        last = (what, now)
        far = f" {done:,} of {total:,}" if total else f" {done:,}" if done else ""
        console.print(f"[{now - started:6.1f} s] {what}{far}")

    return show
