"""Following topics without a consumer group: from the start, to their end or for ever."""

import time
from collections.abc import AsyncIterator, Callable, Iterable, Mapping
from contextlib import asynccontextmanager

from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.errors import KafkaTimeoutError

from streams.agents.step import Record, recorded
from streams.connection import connected, hidden
from streams.errors import MusnadError
from streams.settings import Settings

#: How long a poll waits for records, in milliseconds: of one who waits for ever, and of one who reads to the end.
_QUIET, _SHORT = 500, 50
#: How long to wait for the answer to a fetch that only asks where a partition ends.
_GLANCE = 20
#: Seconds in which some partition has to be heard of while others are still to be: longer than an election takes.
_PATIENCE = 45.0

Offsets = Mapping[tuple[str, int], int]


@asynccontextmanager
async def follower(
    settings: Settings, names: Iterable[str], start: Offsets | None = None
) -> AsyncIterator[AIOKafkaConsumer]:
    """Open a consumer on all partitions of some topics.

    Args:
        settings: Where the broker is.
        names: The topics.
        start: Where to begin, by topic and partition; elsewhere from the first record kept.

    Raises:
        MusnadError: No broker answers, or a topic does not exist.
    """
    async with connected(settings, AIOKafkaConsumer(fetch_max_wait_ms=100, **settings.consumer)) as consumer:
        assignment = [place for name in names for place in await partitions_of(consumer, settings, name)]
        consumer.assign(assignment)
        for place in assignment:
            wanted = (start or {}).get((place.topic, place.partition))
            if wanted is None:
                await consumer.seek_to_beginning(place)
            else:
                consumer.seek(place, wanted)
        yield consumer


@asynccontextmanager
async def onlooker(settings: Settings) -> AsyncIterator[AIOKafkaConsumer]:
    """Open a consumer that sees the offsets of the workers' group and is no member of it.

    It fetches little at a time: one batch of records of each partition.

    Raises:
        MusnadError: No broker answers.
    """
    consumer = AIOKafkaConsumer(
        group_id=settings.group, fetch_max_wait_ms=100, **{**settings.consumer, "max_partition_fetch_bytes": 1_024}
    )
    async with connected(settings, consumer):
        yield consumer


async def records(consumer: AIOKafkaConsumer, *, forever: bool = False) -> AsyncIterator[list[Record]]:
    """Yield records in batches, to the end of the topics or for ever.

    The end is where the first answers of the broker see it, so that a topic that is written to all the time is read to
    an end too. Some brokers name too low an end when they are asked for it; a fetch names the true one.

    Raises:
        KafkaTimeoutError: To the end, and for some partitions nobody answers; `connected` says why.
    """
    ends = {} if forever else dict(await consumer.end_offsets(list(consumer.assignment())))
    unseen = set(ends)
    silence = _Silence()
    while True:
        batches = await consumer.getmany(timeout_ms=_QUIET if forever else _SHORT, max_records=2_000)
        found = [record(message) for messages in batches.values() for message in messages]
        if found:
            yield found
        for place in list(unseen):
            high = consumer.highwater(place)
            if high is not None:
                ends[place] = max(ends[place], high)
                unseen.remove(place)
        silence.bear(len(unseen))
        if not (forever or unseen) and all([await consumer.position(place) >= end for place, end in ends.items()]):
            return


async def read_all(settings: Settings, *names: str) -> list[Record]:
    """Read topics from their first record to their last."""
    async with follower(settings, names) as consumer:
        return [found async for batch in records(consumer) for found in batch]


def record(message: object) -> Record:
    """Turn aiokafka's record into ours."""
    found: Record = Record(
        message.topic,  # type: ignore[attr-defined]  # aiokafka is untyped
        message.partition,  # type: ignore[attr-defined]
        message.offset,  # type: ignore[attr-defined]
        message.key,  # type: ignore[attr-defined]
        message.value,  # type: ignore[attr-defined]
        recorded(message.timestamp),  # type: ignore[attr-defined]
        tuple(message.headers),  # type: ignore[attr-defined]
    )
    return found


async def partitions_of(consumer: AIOKafkaConsumer, settings: Settings, name: str) -> list[TopicPartition]:
    """Return all partitions of a topic.

    Raises:
        MusnadError: It does not exist.
    """
    cluster = await consumer._client.fetch_all_metadata()  # noqa: SLF001 -- what `topics()` asks, with the partitions
    found = cluster.partitions_for_topic(name)
    if not found:
        message = (
            f"{settings.broker} has no topic {name}{hidden(settings)}. "
            f"`musnad topics` lists them, `musnad topics create` makes them."
        )
        raise MusnadError(message)
    return [TopicPartition(name, partition) for partition in sorted(found)]


async def high_waters(consumer: AIOKafkaConsumer, start: Mapping[TopicPartition, int]) -> dict[TopicPartition, int]:
    """Return where partitions end, as the answers to fetches say.

    Some brokers name too low an end when they are asked for it right after writes; a fetch names the true one.

    Args:
        consumer: A consumer without a subscription; its assignment is replaced.
        start: An offset of each partition that exists, or the end that was named for it.

    Raises:
        KafkaTimeoutError: For some of them nobody answers; `connected` says why.
    """
    consumer.assign(list(start))  # anew, which forgets high waters of earlier times
    for place, offset in start.items():
        consumer.seek(place, offset)
    known: dict[TopicPartition, int] = {}
    silence = _Silence()
    while len(known) < len(start):
        await consumer.getmany(timeout_ms=_GLANCE)
        known = {place: high for place in start if (high := consumer.highwater(place)) is not None}
        silence.bear(len(start) - len(known))
    return known


class _Silence:
    """How long brokers have said nothing of partitions that are waited for.

    Args:
        now: A clock, in seconds.
    """

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._missing = 0
        self._since = 0.0

    def bear(self, missing: int) -> None:
        """Go on waiting for so many partitions.

        Raises:
            KafkaTimeoutError: It were as many for too long.
        """
        if missing != self._missing:
            self._missing, self._since = missing, self._now()
        elif missing and self._now() - self._since > _PATIENCE:
            raise KafkaTimeoutError(f"nothing was heard of {missing} partitions for {_PATIENCE:.0f} s")


async def true_ends(settings: Settings, places: Iterable[tuple[str, int]]) -> dict[tuple[str, int], int]:
    """Return where partitions of any topics end (see `high_waters`), by topic and partition."""
    wanted = [TopicPartition(*place) for place in places]
    consumer = AIOKafkaConsumer(fetch_max_wait_ms=_GLANCE, **{**settings.consumer, "max_partition_fetch_bytes": 1_024})
    async with connected(settings, consumer):
        named = await consumer.end_offsets(wanted)
        found = await high_waters(consumer, named)
    return {(place.topic, place.partition): max(end, named[place]) for place, end in found.items()}
