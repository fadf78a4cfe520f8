"""The memory of a worker whose tables hold many entries: while it fills them, and when another recovers them.

Made-up contributions (`lines`) go to `timeline.contributions` of a broker of our own, so the timeline stage folds them
into its tables on disk as it would fold what articles bring. Then the worker stops, its tables are thrown away, and a
second one reads them back from the changelogs.
"""

import asyncio
import shutil
import time
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from schemas.registry import CONTRIBUTIONS
from streams import topics
from streams.bench.lines import LINES, contributions
from streams.bench.process import cpu_seconds, peak_megabytes
from streams.bench.stream import Progress, ready, running, unless_ended
from streams.broker import EmbeddedBroker, free_port
from streams.clients.drain import drained
from streams.clients.files import Item
from streams.clients.replay import replay
from streams.naming import home
from streams.settings import Settings

#: Seconds that tables of a million lines may take to be recovered.
_PATIENCE = 1_800.0
_MICRO = 1e6


class Filled(msgspec.Struct, frozen=True):
    """What a worker with so many entries takes.

    Attributes:
        entries: Lines in its tables.
        peak: The most memory that the worker had that made them, in MiB.
        each: Its CPU microseconds a line.
        recovered: The most memory that the worker had that recovered them, in MiB.
        recovering: Seconds from its start until it was ready.
        disk: Bytes of its tables on disk.
    """

    entries: int
    peak: float
    each: float
    recovered: float
    recovering: float
    disk: int


def measure(actor: str, texts: Sequence[str], entries: int, progress: Progress) -> Filled:
    """Fill the tables of a worker, and let another recover them; broker and workers are stopped at the end.

    Args:
        actor: Id of the actor with the longest timeline.
        texts: Texts whose words the lines are of.
        entries: How many lines.
        progress: Told how far it is.

    Raises:
        MusnadError: The broker does not start, or a worker ends.
    """
    with TemporaryDirectory(prefix="musnad-bench-") as folder, EmbeddedBroker() as broker:
        settings = Settings.load(
            {}, broker=broker.address, datadir=folder, name="worker", web_port=free_port(), log_format="json"
        )
        return asyncio.run(_measure(settings, Path(folder), actor, texts, entries, progress))


async def _measure(
    settings: Settings, folder: Path, actor: str, texts: Sequence[str], entries: int, progress: Progress
) -> Filled:
    await topics.create(settings)
    items = (Item(record.key or b"", record.value, "a made-up line") for record in contributions(actor, entries, texts))
    await replay(
        settings,
        items,
        topic=CONTRIBUTIONS.name,
        progress=lambda done: progress("publish lines", done.sent * LINES, entries),
    )
    async with running(settings, folder / "worker.log") as (worker, pid):
        await unless_ended(worker, ready(settings))
        started = cpu_seconds(pid)
        await unless_ended(
            worker,
            drained(settings, lambda state: progress("fill a worker", sum(lag.done for lag in state) * LINES, entries)),
        )
        each = (cpu_seconds(pid) - started) / entries
        peak = peak_megabytes(pid)
    tables = home(settings)
    disk = sum(path.stat().st_size for path in tables.rglob("*") if path.is_file())
    shutil.rmtree(tables)
    begun = time.monotonic()
    progress("recover tables", 0, 0)
    async with running(settings, folder / "worker.log") as (worker, pid):
        await unless_ended(worker, ready(settings, _PATIENCE))
        return Filled(entries, peak, _MICRO * each, peak_megabytes(pid), time.monotonic() - begun, disk)
