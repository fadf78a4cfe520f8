"""Taking records out of a partition that keeps all others: these are written again at its end, then all is deleted.

Kafka deletes the beginning of a partition or, where it compacts, what a later record of the same key replaced; neither
takes a single record out of the topics that keep everything. Whatever reads such a topic reads the copies as repeats:
key, value, headers and timestamp are what they were.
"""

from collections.abc import AsyncGenerator, Callable, Iterable
from contextlib import aclosing

from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, TopicPartition
from aiokafka.errors import KafkaError

from streams.agents.outbox import Outbox
from streams.agents.step import Record
from streams.clients import follow
from streams.clients.segments import delete_before
from streams.connection import connected
from streams.errors import MusnadError
from streams.settings import Settings

#: What the copies of one request may have in all; a feed's compressed record may unfold to much.
_UNFOLDED = 256 << 20
_WINDOW = 500

#: Headers to add to the copy of a record, or None for a record that is to go.
Keep = Callable[[Record], Iterable[tuple[str, bytes]] | None]


async def rewrite(
    settings: Settings,
    place: TopicPartition,
    end: int,
    keep: Keep,
    progress: Callable[[int], None] = lambda _: None,
) -> int:
    """Take records out of the beginning of a partition; returns how many others were written again.

    Interrupted anywhere, it has lost nothing: it deletes when all copies are with the broker.

    Args:
        settings: Where the broker is.
        place: The partition.
        end: Offset before which records are looked at, and deleted.
        keep: Tells which stay.
        progress: Called now and then with the number of records looked at.

    Raises:
        MusnadError: The broker does not answer, or does not take a copy; nothing is deleted then.
    """
    copied = seen = 0
    # Compressed: a record that its feed compressed may be larger than the topic takes otherwise.
    options = {**settings.producer, "compression_type": "zstd", "max_request_size": _UNFOLDED}
    async with (
        connected(settings, AIOKafkaProducer(**options)) as producer,
        aclosing(_messages(settings, place, end)) as batches,
    ):
        async for messages in batches:
            try:
                copied += await _copy(Outbox(producer), place, messages, keep)
            except KafkaError as error:
                message = f"The broker does not take a record of {place.topic} again: {error!r}. Nothing was deleted."
                raise MusnadError(message) from error
            seen += len(messages)
            progress(seen)
    await delete_before(settings, {place: end})
    return copied


async def _copy(outbox: Outbox, place: TopicPartition, messages: list[object], keep: Keep) -> int:
    copied = 0
    for message in messages:
        record = follow.record(message)
        added = keep(record)
        if added is None:
            continue
        # The broker's own number, which may be one that no calendar has; -1 is what is read as 1970.
        stamp = max(message.timestamp, 0)  # type: ignore[attr-defined]  # aiokafka is untyped
        outbox.add((place.topic, place.partition), record.key, record.value, stamp, [*record.headers, *added])
        copied += 1
    await outbox.send()
    return copied


async def _messages(settings: Settings, place: TopicPartition, end: int) -> AsyncGenerator[list[object]]:
    async with connected(settings, AIOKafkaConsumer(fetch_max_wait_ms=100, **settings.consumer)) as consumer:
        consumer.assign([place])
        await consumer.seek_to_beginning(place)
        while await consumer.position(place) < end:
            found = await consumer.getmany(timeout_ms=100, max_records=_WINDOW)
            messages = [message for message in found.get(place, []) if message.offset < end]
            if messages:
                yield messages
