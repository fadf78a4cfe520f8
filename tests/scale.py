"""What more workers bring: the same articles with one worker, two and four, on Apache Kafka.

    python -m tests.scale --articles FILE --count 2000 --workers 1 2 4

Each number of workers has a cluster of its own. When all workers have their partitions the articles are published, and
the clock runs until every stage has committed its last record. Then, where there are several, a worker is killed and a
few more articles flow: few, since a long queue would be timed with what stands still. What the worker had stands still
until the group gives its partitions to the others.
"""

import argparse
import asyncio
import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.request import urlopen

import msgspec
from prometheus_client.parser import text_string_to_metric_families

from schemas.registry import SOURCES
from streams import topics
from streams.agents.step import Record
from streams.bench.process import cpu_seconds, peak_megabytes
from streams.bench.stream import ready
from streams.broker import free_port
from streams.clients.drain import drained
from streams.clients.files import Item
from streams.clients.replay import replay
from streams.naming import home
from streams.settings import Settings
from streams.workers import WorkerProcess
from tests.chaos import articles
from tests.streams.cluster import moved, standing
from tests.streams.kafka import Kafka

_PATIENCE = 600.0
#: Articles for each partition that flow after a kill.
_FEW = 5
_STAGES = ("normalize", "deduplicate", "quotes", "events", "timeline")


@dataclass(frozen=True)
class Scaled:
    """What so many workers did.

    Attributes:
        workers: How many.
        articles: How many articles went through them.
        seconds: Until all were worked through.
        each: CPU milliseconds an article, of every worker.
        server: The broker's.
        peaks: The most memory that each worker had, in MiB.
        stages: By stage, its share of the time that all steps took, and the largest share of its records that one
            worker had.
        log: Bytes an article in the broker's log, changelogs included.
        tables: Bytes an article of the workers' tables on disk.
        still: Seconds that work stood still after each kill.
    """

    workers: int
    articles: int
    seconds: float
    each: list[float]
    server: float
    peaks: list[float]
    stages: dict[str, tuple[float, float]]
    log: float
    tables: float
    still: list[float]


@contextmanager
def crew(settings: Sequence[Settings], folder: Path) -> Iterator[list[WorkerProcess]]:
    """Start workers and wait until each has its partitions; they are stopped at the end."""
    with ExitStack() as stack:
        workers = [stack.enter_context(WorkerProcess(one, folder / f"{one.name}.log")) for one in settings]
        asyncio.run(_all_ready(settings))
        yield workers


async def _all_ready(settings: Sequence[Settings]) -> None:
    await asyncio.gather(*(ready(one, _PATIENCE) for one in settings))


def scaled(records: Sequence[Record], workers: int, kills: int, say: Callable[[str], None]) -> Scaled:
    """Measure a number of workers.

    Args:
        records: The articles.
        workers: How many workers.
        kills: How often one of them is killed afterwards; each time a few articles flow again.
        say: Told what happens.
    """
    with TemporaryDirectory(prefix="musnad-scale-") as folder, Kafka() as broker:
        common = Settings.load({}, broker=broker.address, datadir=folder, log_format="json")
        asyncio.run(topics.create(common))
        crowd = [
            msgspec.structs.replace(common, name=f"worker-{number}", web_port=free_port()) for number in range(workers)
        ]
        with crew(crowd, Path(folder)) as running:
            say(f"{workers} workers are ready")
            pids = [worker.process.pid for worker in running if worker.process]
            before, server = [cpu_seconds(pid) for pid in pids], cpu_seconds(broker.nodes[0].pid)
            started = time.monotonic()
            publish(common, records, 0)
            asyncio.run(drained(common))
            seconds = time.monotonic() - started
            say(f"{len(records)} articles took {seconds:.0f} s")
            after, served = [cpu_seconds(pid) for pid in pids], cpu_seconds(broker.nodes[0].pid)
            steps = [stages(one) for one in crowd]
            peaks = [peak_megabytes(pid) for pid in pids]
            log, tables = size(broker.nodes[0].data), sum(size(home(one)) for one in crowd)
            turns = range(kills if workers > 1 else 0)
            still = [stood_still(crowd, running, records, turn, say) for turn in turns]
    number = len(records)
    return Scaled(
        workers=workers,
        articles=number,
        seconds=seconds,
        each=[1000 * (now - then) / number for now, then in zip(after, before, strict=True)],
        server=1000 * (served - server) / number,
        peaks=peaks,
        stages=shares(steps),
        log=log / number,
        tables=tables / number,
        still=still,
    )


def publish(settings: Settings, records: Sequence[Record], turn: int) -> None:
    """Publish the articles, each turn as other ones."""
    items = [Item((record.key or b"") + b"#%d" % turn, record.value, "", None) for record in records]
    asyncio.run(replay(settings, items))


def stages(worker: Settings) -> dict[str, tuple[float, float]]:
    """By stage, the seconds of its steps and how many there were, as a worker's metrics tell."""
    with urlopen(f"http://{worker.web_host}:{worker.web_port}/metrics") as answer:
        families = list(text_string_to_metric_families(answer.read().decode()))
    found = {
        (sample.labels["stage"], sample.name.rpartition("_")[2]): sample.value
        for family in families
        if family.name == "musnad_step_seconds"
        for sample in family.samples
        if sample.name.endswith(("_sum", "_count"))
    }
    return {stage: (found.get((stage, "sum"), 0.0), found.get((stage, "count"), 0.0)) for stage in _STAGES}


def shares(steps: Sequence[dict[str, tuple[float, float]]]) -> dict[str, tuple[float, float]]:
    """By stage, its share of the time of all steps, and the largest share of its records that one worker had."""
    whole = sum(seconds for worker in steps for seconds, _ in worker.values())
    found = {}
    for stage in _STAGES:
        counts = [worker[stage][1] for worker in steps]
        spent = sum(worker[stage][0] for worker in steps)
        found[stage] = (spent / max(whole, 1e-9), max(counts) / max(sum(counts), 1.0))
    return found


def size(folder: Path) -> int:
    """Bytes on disk under a folder; Kafka's index files are sparse, so blocks count and not lengths."""
    return sum(path.stat().st_blocks * 512 for path in folder.rglob("*") if path.is_file())


def stood_still(
    crowd: Sequence[Settings],
    workers: Sequence[WorkerProcess],
    records: Sequence[Record],
    turn: int,
    say: Callable[[str], None],
) -> float:
    """Kill a worker; returns the seconds until every partition that then got work had gone on with it."""
    settings, victim = crowd[0], workers[turn % len(workers)]
    started = time.monotonic()
    victim.kill()
    publish(settings, records[: _FEW * settings.partitions], turn + 1)
    waiting = standing(settings)
    asyncio.run(asyncio.wait_for(moved(settings, waiting), _PATIENCE))
    seconds = time.monotonic() - started
    say(f"work stood still for {seconds:.1f} s in {len(waiting)} partitions at most")
    asyncio.run(asyncio.wait_for(drained(settings), _PATIENCE))
    victim.start()
    asyncio.run(_all_ready(crowd))
    return seconds


def table(found: Sequence[Scaled]) -> str:
    """Lay out what was measured, in Markdown."""
    rows: dict[str, Callable[[Scaled], str]] = {
        "articles/s": lambda one: f"{one.articles / one.seconds:.0f}",
        "CPU ms an article, all workers": lambda one: f"{sum(one.each):.1f}",
        "of each": lambda one: ", ".join(f"{each:.1f}" for each in one.each),
        "CPU ms an article, broker": lambda one: f"{one.server:.1f}",
        "peak memory of each, MiB": lambda one: ", ".join(f"{peak:.0f}" for peak in one.peaks),
        **{f"`{stage}`, share of the time (most by one worker)": partial(_stage, stage) for stage in _STAGES},
        "KiB an article in the broker's log": lambda one: f"{one.log / 1024:.1f}",
        "KiB an article in the workers' tables": lambda one: f"{one.tables / 1024:.1f}",
        "s that work stood still after a kill": lambda one: ", ".join(f"{still:.1f}" for still in one.still) or "-",
    }
    lines = [f"| workers | {' | '.join(str(one.workers) for one in found)} |", f"|---|{'---:|' * len(found)}"]
    lines += [f"| {name} | {' | '.join(tell(one) for one in found)} |" for name, tell in rows.items()]
    return "\n".join(lines)


def _stage(stage: str, one: Scaled) -> str:
    spent, share = one.stages[stage]
    return f"{spent:.0%} ({share:.0%})"


def arguments(line: Sequence[str] | None = None) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.scale", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--articles", type=Path, help="a file that `musnad replay` reads; made-up articles if missing")
    parser.add_argument("--count", type=int, default=2_000, help="how many articles")
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2, 4], help="numbers of workers")
    parser.add_argument("--kills", type=int, default=3, help="workers killed, one after the other")
    return parser.parse_args(line)


def main() -> None:
    """Measure, and print the table."""
    given, started = arguments(), time.monotonic()

    def say(text: str) -> None:
        sys.stderr.write(f"{time.monotonic() - started:7.1f} s  {text}\n")

    records = articles(given.articles, given.count, 1)
    sys.stdout.write(f"{len(records)} articles, {os.cpu_count()} cores, {len(SOURCES)} source topics\n\n")
    sys.stdout.write(table([scaled(records, number, given.kills, say) for number in given.workers]) + "\n")


if __name__ == "__main__":
    main()
