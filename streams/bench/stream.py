"""The stream end to end: articles through an embedded broker and one worker, with tables on disk.

All articles are published before the worker starts. The clock runs from the moment at which `/readyz` answers that the
worker has its partitions, to the moment at which every stage has committed its last record and nothing is on its way.
"""

import asyncio
import os
import time
from collections.abc import AsyncIterator, Callable, Coroutine, Sequence
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

import aiohttp
import msgspec

from streams import topics
from streams.bench import latency, volumes
from streams.bench.latency import Latency
from streams.bench.process import cpu_seconds, peak_megabytes
from streams.bench.volumes import Volume
from streams.broker import EmbeddedBroker, free_port
from streams.clients.drain import Lag, drained
from streams.clients.files import Item
from streams.clients.replay import replay
from streams.settings import Settings
from streams.workers import WorkerProcess

_POLL = 0.02
_PATIENCE = 60.0

Result = TypeVar("Result")
#: Told what is being done, how far it is, and how far it goes.
Progress = Callable[[str, int, int], None]


class EndToEnd(msgspec.Struct, frozen=True):
    """How fast one worker is.

    Attributes:
        articles: How many articles went through.
        starting: Seconds from starting the worker's process until it was ready.
        seconds: Seconds from ready to drained.
        rate: Articles a second from ready to drained.
        rate_with_start: Articles a second from starting the process.
        worker_cpu: The worker's CPU seconds an article, from ready to drained.
        broker_cpu: The broker's.
        peak: The most memory that the worker had, in MiB, when all these articles were done.
    """

    articles: int
    starting: float
    seconds: float
    rate: float
    rate_with_start: float
    worker_cpu: float
    broker_cpu: float
    peak: float


class Streamed(msgspec.Struct, frozen=True):
    """What was measured on one cluster.

    Attributes:
        speed: How fast it was.
        volumes: By topic, what was written.
        latency: At half that speed; None where it was not wanted.
    """

    speed: EndToEnd
    volumes: list[Volume]
    latency: Latency | None


def measure(items: Sequence[Item], paced: Sequence[Item], progress: Progress) -> Streamed:
    """Run articles through a broker and a worker of our own; both are stopped at the end, whatever happens.

    Args:
        items: The articles for speed, volumes and memory.
        paced: Further ones for latency, published at half the speed measured; perhaps none.
        progress: Told how far it is.

    Raises:
        MusnadError: The broker does not start, or the worker ends.
    """
    with TemporaryDirectory(prefix="musnad-bench-") as folder, EmbeddedBroker() as broker:
        settings = Settings.load({}, broker=broker.address, datadir=folder, web_port=free_port(), log_format="json")
        return asyncio.run(_measure(settings, Path(folder) / "worker.log", broker.pid, items, paced, progress))


async def _measure(
    settings: Settings, log: Path, broker: int, items: Sequence[Item], paced: Sequence[Item], progress: Progress
) -> Streamed:
    await topics.create(settings)
    await replay(settings, items, progress=lambda done: progress("publish", done.sent, len(items)))
    async with running(settings, log) as (worker, pid):
        speed = await unless_ended(worker, _speed(settings, pid, broker, len(items), progress))
        written = await volumes.measure(settings, len(items), lambda done: progress("read topics", done, 0))
        late = None
        if paced:
            work = latency.measure(settings, paced, speed.rate / 2, lambda done: progress("pace", done, len(paced)))
            late = await unless_ended(worker, work)
    return Streamed(speed, written, late)


@asynccontextmanager
async def running(settings: Settings, log: Path) -> AsyncIterator[tuple[WorkerProcess, int]]:
    """Run a worker, and tell its process id."""
    with WorkerProcess(settings, log) as worker:
        yield worker, worker.process.pid if worker.process else os.getpid()


async def _speed(settings: Settings, worker: int, broker: int, articles: int, progress: Progress) -> EndToEnd:
    started = time.monotonic()
    progress("start worker", 0, 0)
    await ready(settings)
    begun = time.monotonic()
    worker_cpu, broker_cpu = cpu_seconds(worker), cpu_seconds(broker)

    def show(state: list[Lag]) -> None:
        progress("stream", _finished(state, articles), articles)

    await drained(settings, show)
    ended = time.monotonic()
    return EndToEnd(
        articles=articles,
        starting=begun - started,
        seconds=ended - begun,
        rate=articles / (ended - begun),
        rate_with_start=articles / (ended - started),
        worker_cpu=(cpu_seconds(worker) - worker_cpu) / articles,
        broker_cpu=(cpu_seconds(broker) - broker_cpu) / articles,
        peak=peak_megabytes(worker),
    )


def _finished(state: Sequence[Lag], articles: int) -> int:
    """How many articles are through, about: the stage that is least far says."""
    return min(lag.done * articles // max(lag.total, articles) for lag in state)


async def ready(settings: Settings, patience: float = _PATIENCE) -> None:
    """Wait until the worker has its partitions and has recovered its tables.

    Args:
        settings: The worker's.
        patience: Seconds to wait.

    Raises:
        TimeoutError: It does not get there.
    """
    address = f"http://{settings.web_host}:{settings.web_port}/readyz"
    async with asyncio.timeout(patience), aiohttp.ClientSession() as session:
        while True:
            with suppress(aiohttp.ClientError):
                async with session.get(address) as answer:
                    if answer.ok:
                        return
            await asyncio.sleep(_POLL)


async def unless_ended(worker: WorkerProcess, work: Coroutine[Any, Any, Result]) -> Result:
    """Do some work, unless the worker ends.

    Raises:
        MusnadError: The worker ended.
    """
    doing, watching = asyncio.ensure_future(work), asyncio.ensure_future(worker.watch())
    try:
        await asyncio.wait([doing, watching], return_when=asyncio.FIRST_COMPLETED)
        if watching.done():
            watching.result()
        return await doing
    finally:
        for task in (doing, watching):
            task.cancel()
        await asyncio.gather(doing, watching, return_exceptions=True)
