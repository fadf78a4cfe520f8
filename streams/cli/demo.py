"""`musnad demo`: the whole stream in one command."""

import asyncio
import time
from collections.abc import Coroutine
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated, Any

from cyclopts import Parameter
from rich.console import Console
from rich.progress import TaskID

from streams import topics
from streams.broker import EmbeddedBroker
from streams.cli import common, reading
from streams.clients import files
from streams.clients.drain import Lag, drained
from streams.clients.replay import replay
from streams.errors import MusnadError
from streams.reader import Reader
from streams.settings import Settings
from streams.workers import WorkerProcess

_PARTITIONS = 2


def seeds() -> Path:
    """Folder of the five articles: beside the installed package, or in the project.

    Raises:
        MusnadError: They are not there.
    """
    here = Path(__file__).resolve().parent.parent
    for folder in (here / "seeds", here.parent / "seeds"):
        if folder.is_dir():
            return folder
    raise MusnadError("The seed articles are not installed; `musnad replay` takes articles of your own.")


def demo(
    *,
    actors: Annotated[int, Parameter(help="Print the timelines of so many actors, those with most lines.")] = 6,
    keep: Annotated[
        bool, Parameter(negative="", help="Keep broker and worker until Ctrl-C, to try other commands.")
    ] = False,
) -> None:
    """Show the whole stream: a broker and a worker of its own, five articles, and the timelines found in them.

    Needs no Kafka, no Docker and no Java, and leaves nothing running.
    """
    console = common.notes()
    started = time.monotonic()
    with TemporaryDirectory(prefix="musnad-demo-") as folder, EmbeddedBroker() as broker:
        settings = Settings.load(
            {}, broker=broker.address, datadir=folder, store="memory", web_port=0, log_level="WARNING",
            log_format="json", partitions=_PARTITIONS, commit=0.3, database=str(Path(folder) / "timelines.sqlite"),
        )  # fmt: skip
        _say(console, started, f"A broker runs on {broker.address}; it keeps everything in memory.")
        asyncio.run(topics.create(settings))
        with WorkerProcess(settings, Path(folder) / "worker.log") as worker:
            _say(console, started, "A worker starts: normalize → deduplicate → quotes → events → timeline.")
            asyncio.run(_replayed(settings, worker, console, started))
            with reading.opened(settings) as reader:
                _show(reader, actors)
            _say(console, started, "Done.")
            if keep:
                console.print(f"Broker and worker run until Ctrl-C. Try: MUSNAD_BROKER={broker.address} musnad status")
                with suppress(KeyboardInterrupt):
                    asyncio.run(worker.watch())


async def _replayed(settings: Settings, worker: WorkerProcess, console: Console, started: float) -> None:
    done = await replay(settings, files.read([seeds()], {}))
    _say(console, started, f"{done.sent} articles are published to articles.raw.")
    await _unless(worker, _finish(settings, console))
    _say(console, started, "The worker has read them all.")


async def _finish(settings: Settings, console: Console) -> None:
    """Wait until the worker has nothing left to do, and show how far it is."""
    with common.progress(console) as bar:
        tasks: dict[str, TaskID] = {}

        def show(state: list[Lag]) -> None:
            for lag in state:
                if lag.topic not in tasks:
                    tasks[lag.topic] = bar.add_task(f"{lag.topic:<24}", total=None)
                bar.update(tasks[lag.topic], completed=lag.done, total=lag.total)

        await drained(settings, show)


async def _unless(worker: WorkerProcess, work: Coroutine[Any, Any, None]) -> None:
    """Do some work, unless the worker ends."""
    tasks = [asyncio.ensure_future(work), asyncio.ensure_future(worker.watch())]
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            task.result()
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


def _say(console: Console, started: float, text: str) -> None:
    console.print(f"[{time.monotonic() - started:4.1f} s] {text}")


def _show(reader: Reader, number: int) -> None:
    from streams import render  # noqa: PLC0415 -- rich takes its time

    console = common.screen()
    found = reader.actors()
    for actor in found[:number]:
        render.render_timeline(console, reader.timeline(actor.id))
    rest = found[number:]
    if rest:
        console.print(f"{len(rest)} more actors: " + "، ".join(actor.name for actor in rest), soft_wrap=False)
