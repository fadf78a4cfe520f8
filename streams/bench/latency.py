"""How long an article takes from being published to standing in every timeline that it changes.

A feed publishes at an even pace, each record with a timestamp of its own. Everything derived from a record carries that
timestamp, so an entry that a follower receives tells which article it comes from: no need to look inside. An article's
latency ends when the follower has the last of its entries.
"""

import asyncio
import time
from collections.abc import Callable, Sequence

import msgspec

from schemas.ranks import milliseconds
from schemas.registry import ENTRIES, RAW
from streams.bench.statistics import percentile
from streams.clients import follow
from streams.clients.drain import drained
from streams.clients.files import Item
from streams.clients.replay import publisher
from streams.settings import Settings
from streams.topics import topic_partition

_SETTLE = 1.0


class Latency(msgspec.Struct, frozen=True):
    """Latencies at one pace.

    Attributes:
        pace: Articles published a second.
        articles: How many were published.
        told: How many of them gave any timeline an entry; only these have a latency.
        p50: Half of them took no longer, in seconds.
        p95: Nineteen in twenty took no longer.
        worst: None took longer.
    """

    pace: float
    articles: int
    told: int
    p50: float
    p95: float
    worst: float


async def measure(
    settings: Settings, items: Sequence[Item], pace: float, progress: Callable[[int], None] = lambda _: None
) -> Latency:
    """Publish articles to a stream at rest at an even pace, and time their entries.

    Args:
        settings: Where the broker is.
        items: The articles.
        pace: Articles a second.
        progress: Called with the number published so far.
    """
    received: dict[int, float] = {}
    listening = asyncio.Event()
    listener = asyncio.create_task(_listen(settings, received, listening))
    try:
        await listening.wait()
        published = await _publish(settings, items, pace, progress)
        await drained(settings)
        await asyncio.sleep(_SETTLE)
    finally:
        listener.cancel()
        await asyncio.gather(listener, return_exceptions=True)
    return summary(pace, published, received)


def summary(pace: float, published: Sequence[int], received: dict[int, float]) -> Latency:
    """Sum latencies up.

    Args:
        pace: Articles a second.
        published: Timestamps of the raw records, in milliseconds.
        received: By timestamp, when the last entry of it was received, in seconds.
    """
    waited = [received[stamp] - stamp / 1000 for stamp in published if stamp in received]
    p50, p95, worst = (percentile(waited, share) if waited else 0.0 for share in (0.5, 0.95, 1.0))
    return Latency(pace, len(published), len(waited), p50, p95, worst)


async def _publish(
    settings: Settings, items: Sequence[Item], pace: float, progress: Callable[[int], None]
) -> list[int]:
    stamps: list[int] = []
    async with publisher(settings) as producer:
        started = time.monotonic()
        for number, item in enumerate(items):
            await asyncio.sleep(max(0.0, started + number / pace - time.monotonic()))
            stamps.append(max(int(time.time() * 1000), stamps[-1] + 1 if stamps else 0))
            partition = topic_partition(item.key, settings.partitions)
            await producer.send(RAW.name, item.value, item.key, partition=partition, timestamp_ms=stamps[-1])
            progress(number + 1)
    return stamps


async def _listen(settings: Settings, received: dict[int, float], listening: asyncio.Event) -> None:
    """Note when entries arrive, past those that stand there already."""
    async with follow.follower(settings, [ENTRIES.name]) as consumer:
        await consumer.seek_to_end()
        for place in consumer.assignment():
            await consumer.position(place)
        listening.set()
        async for batch in follow.records(consumer, forever=True):
            now = time.time()
            received.update((milliseconds(record.recorded), now) for record in batch)
