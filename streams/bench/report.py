"""The report: every figure, and the tables that people read it in."""

from collections.abc import Iterable, Iterator
from typing import Literal

import msgspec
from rich.console import Console
from rich.table import Table

from streams.bench.filled import Filled
from streams.bench.growth import Growth
from streams.bench.hostile import Hostile, Measured
from streams.bench.pure import Pure
from streams.bench.reading import Reading
from streams.bench.stream import Streamed

#: What we hold ourselves to: articles a second, and MiB after so many articles.
PURE_RATE = 200.0
STREAM_RATE = 50.0
PEAK = 400.0
PEAK_ARTICLES = 6_000
#: What a million entries may cost: MiB of a worker's memory, and milliseconds of a page and of a search.
PEAK_FULL = 500.0
PAGE = 10.0
SEARCH = 50.0

_KIBI = 1024


class Target(msgspec.Struct, frozen=True):
    """A figure beside what it should be.

    Attributes:
        name: What was measured.
        value: The figure.
        bound: What it should be.
        sense: Whether it should be at least or at most that.
        met: Whether it is.
    """

    name: str
    value: float
    bound: float
    sense: Literal["at least", "at most"]
    met: bool


class Report(msgspec.Struct, kw_only=True):
    """Everything that one run measured.

    Attributes:
        articles: How many articles were measured with.
        given: How many of them were given; the others are variants.
        size: Bytes an article, as published.
        pure: The stages as functions.
        streamed: Through broker and worker; None where that was left out.
        growth: Short and long timelines.
        ratio: CPU of the worker over that of the pure functions, for the same articles.
        targets: Figures beside what they should be.
    """

    articles: int
    given: int
    size: float
    pure: Pure
    streamed: Streamed | None
    growth: Growth
    ratio: float | None = None
    targets: list[Target] = []


class Grown(msgspec.Struct, kw_only=True):
    """What entries cost: few of them, and many.

    Attributes:
        growth: An article's cost by the number of entries.
        reading: The reader's, by the number of entries.
        filled: A worker's memory with the most entries; None where that was left out.
        targets: Figures beside what they should be.
    """

    growth: Growth
    reading: list[Reading]
    filled: Filled | None
    targets: list[Target] = []


def judge_grown(grown: Grown) -> None:
    """Fill in the targets: for the slowest page and search with the most entries, and for the worker's memory."""
    asked = grown.reading[-1].asked
    for name, bound in (("page", PAGE), ("search", SEARCH)):
        slowest = max(one.typical for one in asked if one.question.startswith(name) or name in one.question)
        grown.targets.append(_at_most(f"slowest {name} with {grown.reading[-1].entries:,} entries, ms", slowest, bound))
    if filled := grown.filled:
        peak = max(filled.peak, filled.recovered)
        grown.targets.append(_at_most(f"worker's peak memory with {filled.entries:,} entries, MiB", peak, PEAK_FULL))


def judge(report: Report) -> None:
    """Fill in what follows from the figures: the ratio and the targets."""
    report.targets = [_at_least("pure functions, articles/s", report.pure.total.rate, PURE_RATE)]
    if report.streamed is not None:
        speed = report.streamed.speed
        report.ratio = speed.worker_cpu / (report.pure.total.seconds / report.articles)
        report.targets.append(_at_least("end to end, articles/s", speed.rate, STREAM_RATE))
        name = f"worker's peak memory after {speed.articles:,} articles, MiB"
        report.targets.append(_at_most(name, speed.peak, PEAK))


def _at_least(name: str, value: float, bound: float) -> Target:
    return Target(name, value, bound, "at least", value >= bound)


def _at_most(name: str, value: float, bound: float) -> Target:
    return Target(name, value, bound, "at most", value <= bound)


def show(console: Console, report: Report) -> None:
    """Print the report for people."""
    console.print(
        f"{report.articles:,} articles of {report.size:,.0f} bytes on average: {report.given:,} as given, "
        f"{report.articles - report.given:,} variants of these.\n"
    )
    _show(console, tables(report))


def show_grown(console: Console, grown: Grown) -> None:
    """Print what entries cost for people."""
    _show(console, _grown(grown))


def _show(console: Console, shown: Iterator[Table]) -> None:
    for table in shown:
        console.print(str(table.title), style="bold")
        table.title = None
        console.print(table)
        console.print()


def tables(report: Report) -> Iterator[Table]:
    """Yield the tables of the report."""
    targets = _targets(report.targets)
    if report.streamed is not None and report.articles < PEAK_ARTICLES:
        targets.caption = f"The target for memory is set for {PEAK_ARTICLES:,} articles: see --articles."
    yield targets
    yield _pure(report)
    if report.streamed is not None:
        yield _speed(report, report.streamed)
        yield _volumes(report.streamed)
    yield _growth(report.growth)


def show_hostile(console: Console, found: Hostile) -> None:
    """Print what hostile texts cost for people."""
    console.print(
        f"{found.articles:,} ordinary articles: {found.ordinary:.2f} CPU microseconds a character, from the raw record "
        "to quotations and events. What a character costs in other texts, as a multiple of that:\n"
    )
    console.print(_hostile(found))
    linear = len(found.kinds) - len(found.failed)
    console.print(f"\n{linear} of {len(found.kinds)} kinds of text cost no more than they may.", style="bold")
    for name in found.failed:
        console.print(f"  too much: {name}")


def _hostile(found: Hostile) -> Table:
    sizes = [f"{sized.size // 1000:,} KB" for sized in found.kinds[0].sizes]
    table = _table("", "text", *sizes, "power", "")
    for one in found.kinds:
        ratios = (f"{sized.ratio:.2f}" for sized in one.sizes)
        table.add_row(one.kind, *ratios, f"{one.exponent:.2f}", _verdict(one))
    table.title = None
    return table


def _verdict(one: Measured) -> str:
    told = {"linear": f"≤ {one.limit:g}", "dear": f"OVER {one.limit:g}", "grows": "GROWS"}[one.verdict]
    return f"{told} ({one.rejected})" if one.rejected else told


def _table(title: str, *columns: str) -> Table:
    table = Table(title=title, box=None, pad_edge=False, caption_justify="left")
    for number, column in enumerate(columns):
        table.add_column(column, justify="right" if number else "left", no_wrap=True)
    return table


def _targets(targets: Iterable[Target]) -> Table:
    table = _table("Targets", "", "measured", "target", "")
    for target in targets:
        sign = "≥" if target.sense == "at least" else "≤"
        table.add_row(
            target.name, f"{target.value:,.0f}", f"{sign} {target.bound:,.0f}", "met" if target.met else "MISSED"
        )
    return table


def _pure(report: Report) -> Table:
    table = _table("Pure functions, CPU time of one core", "stage", "articles/s", "ms/article", "records in/article")
    for speed in (*report.pure.stages, report.pure.total):
        each = 1000 * speed.seconds / speed.articles
        taken = f"{speed.records / speed.articles:.2f}"
        table.add_row(speed.stage, f"{speed.rate:,.0f}", f"{each:.2f}", taken)
    if report.pure.json:
        both = report.pure.total.seconds + report.pure.json
        table.add_row("JSON between them", "", f"{1000 * report.pure.json / report.articles:.2f}", "")
        table.add_row("all, with JSON", f"{report.articles / both:,.0f}", f"{1000 * both / report.articles:.2f}", "")
    if report.pure.rejected:
        table.caption = f"{report.pure.rejected:,} records were rejected by a stage."
    return table


def _speed(report: Report, streamed: Streamed) -> Table:
    speed, late = streamed.speed, streamed.latency
    table = _table("End to end: embedded broker, one worker, tables on disk", "", "")
    table.add_row("articles/s, from worker ready to drained", f"{speed.rate:,.1f}")
    table.add_row("articles/s, from the start of the process", f"{speed.rate_with_start:,.1f}")
    table.add_row("start-up, s", f"{speed.starting:.1f}")
    table.add_row("CPU ms/article, pure functions", f"{1000 * report.pure.total.seconds / report.articles:.2f}")
    table.add_row("CPU ms/article, worker", f"{1000 * speed.worker_cpu:.2f}")
    table.add_row("CPU ms/article, broker", f"{1000 * speed.broker_cpu:.2f}")
    table.add_row("worker's CPU / pure functions'", f"{report.ratio or 0:.2f}")
    table.add_row("worker's peak memory, MiB", f"{speed.peak:,.0f}")
    if late is not None:
        table.add_row(f"latency p50 at {late.pace:.1f} articles/s, s", f"{late.p50:.3f}")
        table.add_row("latency p95, s", f"{late.p95:.3f}")
        table.add_row("worst latency, s", f"{late.worst:.3f}")
        table.add_row("articles paced, and with entries", f"{late.articles:,}, {late.told:,}")
    return table


def _volumes(streamed: Streamed) -> Table:
    table = _table("Written for one article", "topic", "records", "KiB", "KiB of headers")
    articles = streamed.speed.articles
    for volume in streamed.volumes:
        if not volume.records:
            continue
        headers = f"{volume.headers / articles / _KIBI:.2f}"
        table.add_row(volume.topic, f"{volume.records_each:.2f}", f"{volume.size_each / _KIBI:.2f}", headers)
    table.add_section()
    for name, wanted in (("all topics", False), ("all changelogs", True)):
        chosen = [volume for volume in streamed.volumes if volume.changelog is wanted]
        records = sum(volume.records_each for volume in chosen)
        size = sum(volume.size_each for volume in chosen) / _KIBI
        extra = sum(volume.headers for volume in chosen) / articles / _KIBI
        table.add_row(name, f"{records:.2f}", f"{size:.2f}", f"{extra:.2f}")
    return table


def _growth(growth: Growth) -> Table:
    lengths = [f"{cost.entries:,} entries" for cost in growth.costs]
    table = _table(f"An article's cost by the entries there are, the first of {growth.actor or 'nobody'}", "", *lengths)
    rows = {
        "rows read/article": [cost.traffic.read / cost.articles for cost in growth.costs],
        "rows written/article": [cost.traffic.written / cost.articles for cost in growth.costs],
        "changelog bytes/article": [cost.traffic.size / cost.articles for cost in growth.costs],
        "records written/article": [cost.outputs / cost.articles for cost in growth.costs],
        "their bytes/article": [cost.written / cost.articles for cost in growth.costs],
        "of this actor's entries/article": [cost.touched / cost.articles for cost in growth.costs],
        "CPU ms/article": [1000 * cost.seconds / cost.articles for cost in growth.costs],
    }
    for name, values in rows.items():
        table.add_row(name, *(f"{value:,.2f}" for value in values))
    table.caption = "Rows and bytes are the same." if growth.same else "ROWS OR BYTES DIFFER."
    return table


def _grown(grown: Grown) -> Iterator[Table]:
    yield _targets(grown.targets)
    yield _growth(grown.growth)
    yield _reading(grown.reading)
    if grown.filled is not None:
        yield _filled(grown.filled)


def _reading(readings: list[Reading]) -> Table:
    table = _table("The reader, milliseconds: median (worst)", "", *(f"{one.entries:,} entries" for one in readings))
    for row in zip(*(one.asked for one in readings), strict=True):
        table.add_row(row[0].question, *(f"{one.typical:.1f} ({one.worst:.1f})" for one in row))
    table.add_row("bytes of the file, an entry", *(f"{one.size / one.entries:,.0f}" for one in readings))
    table.add_row("CPU µs to take an entry in", *(f"{one.each:,.0f}" for one in readings))
    return table


def _filled(filled: Filled) -> Table:
    table = _table(f"A worker with {filled.entries:,} entries, tables on disk", "", "")
    table.add_row("peak memory of the one that made them, MiB", f"{filled.peak:,.0f}")
    table.add_row("peak memory of the one that recovered them, MiB", f"{filled.recovered:,.0f}")
    table.add_row("recovered in, s", f"{filled.recovering:,.1f}")
    table.add_row("CPU µs an entry", f"{filled.each:,.0f}")
    table.add_row("bytes on disk, an entry", f"{filled.disk / filled.entries:,.0f}")
    return table
