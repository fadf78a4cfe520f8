"""Waiting for what a worker cannot do without: a broker that answers, and room on its disk."""

import asyncio
import os
import signal
import sys
from collections.abc import Awaitable, Callable, Iterable, Mapping
from pathlib import Path
from typing import TypeVar

import msgspec
from aiokafka.client import AIOKafkaClient
from aiokafka.errors import KafkaError

from streams import topics
from streams.clients import follow
from streams.errors import DiskError, NoBrokerError, NoLeaderError
from streams.observe.health import Health
from streams.settings import Settings

#: Seconds between two attempts, and between two looks at a broker that answered.
_PAUSE = 2.0
#: Seconds that a broker has to answer a look.
_PATIENCE = 5.0
#: What has to fit on the disk before a worker begins: the write buffer of one table.
_ROOM = 1 << 20

Answer = TypeVar("Answer")


async def ready_partitions(settings: Settings, health: Health) -> int:
    """Wait for a broker and for room on the disk, and return how many partitions the stream has.

    Args:
        settings: Where the broker is, and the data directory.
        health: Where to say what the worker waits for.

    Raises:
        MusnadError: The topics are not there.
    """
    await room(settings, health)
    return await answered(settings, health, lambda: _partitions(settings))


async def _partitions(settings: Settings) -> int:
    found = await topics.count(settings)
    await topics.check(msgspec.structs.replace(settings, partitions=found))
    return found


def until_told(wait: Callable[[], Awaitable[Answer]]) -> Answer:
    """Wait in a process that does nothing else yet, and ends at once when it is told to.

    As the first process of a container it would not, unless it says what a signal does.
    """
    known = signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    try:
        return asyncio.run(_wait(wait))
    finally:
        signal.signal(signal.SIGTERM, known)


async def _wait(wait: Callable[[], Awaitable[Answer]]) -> Answer:
    return await wait()


async def answered(
    settings: Settings, health: Health, ask: Callable[[], Awaitable[Answer]], what: str = "broker"
) -> Answer:
    """Ask a broker until one answers.

    Args:
        settings: Where it is.
        health: Where to say that the worker waits.
        ask: Asks it.
        what: Name of the hindrance.
    """
    while True:
        try:
            found = await ask()
        except (NoBrokerError, KafkaError, OSError, TimeoutError) as error:
            health.hinder(what, _silent(settings, error))
            await asyncio.sleep(_PAUSE)
        else:
            health.clear(what)
            return found


async def room(settings: Settings, health: Health) -> None:
    """Wait until the disk takes something."""
    while True:
        try:
            _try_disk(Path(settings.datadir))
        except OSError as error:
            health.hinder("disk", DiskError(error.strerror or str(error)).told)
            await asyncio.sleep(_PAUSE)
        else:
            health.clear("disk")
            return


def _try_disk(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{os.getpid()}.room"
    try:
        with path.open("wb") as file:
            file.write(bytes(_ROOM))
            file.flush()
            os.fsync(file.fileno())
    finally:
        path.unlink(missing_ok=True)


async def ends(settings: Settings, health: Health, places: Iterable[tuple[str, int]]) -> Mapping[tuple[str, int], int]:
    """Return where changelogs end, when brokers tell; by topic and partition."""
    places = list(places)
    return await answered(settings, health, lambda: follow.true_ends(settings, places), "changelogs")


async def watch(settings: Settings, health: Health) -> None:
    """Look at the broker now and then, and say when none answers; runs for ever.

    The worker itself needs no telling: its clients try again until somebody answers.
    """
    client: AIOKafkaClient | None = None
    while True:
        try:
            async with asyncio.timeout(_PATIENCE):
                if client is None:
                    client = AIOKafkaClient(**{**settings.client, "request_timeout_ms": int(_PATIENCE * 1_000)})
                    await client.bootstrap()
                await client.fetch_all_metadata()
        except (KafkaError, OSError, TimeoutError) as error:
            health.hinder("broker", _silent(settings, error))
            if client is not None:
                await client.close()
                client = None
        else:
            health.clear("broker")
        await asyncio.sleep(_PAUSE)


def _silent(settings: Settings, error: BaseException) -> str:
    if isinstance(error, NoLeaderError):
        return f"{error} The worker waits for them."
    cause = (error.__cause__ if isinstance(error, NoBrokerError) else None) or error  # its words are for a command
    told, _, _ = str(cause).partition(" from [")  # behind that stand the addresses once more, as aiokafka has them
    return f"no broker answers at {settings.broker} ({told or type(cause).__name__}); the worker waits for one"
