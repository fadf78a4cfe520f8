"""Which dead letters there are, each once, and which were sent back before.

A record that is read again, after a crash or as the copy that an erasure wrote of it, has its letter written again. Who
counts letters or sends them back takes it once. What was sent back is told by offsets of groups, one for each reason
and one for all reasons.
"""

from collections.abc import AsyncIterator, Iterable, Mapping
from contextlib import asynccontextmanager

from aiokafka import AIOKafkaConsumer, TopicPartition

from schemas.headers import LETTER, letter_id
from schemas.registry import LETTERS_SUFFIX
from streams.agents.letters import REDRIVEN_BEFORE
from streams.agents.step import Record
from streams.connection import connected
from streams.settings import Settings

#: By group of the redriven (a reason, or None for all) and partition of dead letters, the offset up to which all are.
Done = Mapping[str | None, Mapping[TopicPartition, int]]


def reason_of(record: Record) -> str:
    """Return the reason code of a dead letter."""
    return (dict(record.headers).get("musnad-reason") or b"?").decode("utf-8", "replace")


def identity(record: Record) -> str:
    """Return what a dead letter has in common with its repeats, and with no other one."""
    told = dict(record.headers).get(LETTER)
    if told:
        return told.decode("utf-8", "replace")
    topic = record.topic.removesuffix(LETTERS_SUFFIX)  # it was written before letters had a header that says so
    return letter_id(topic, record.key, record.value, record.recorded, record.headers, reason_of(record))


def once(letters: Iterable[Record]) -> list[Record]:
    """Return dead letters without their repeats, in the order in which they came first."""
    found: dict[tuple[str, str], Record] = {}
    for record in letters:
        found.setdefault((record.topic, identity(record)), record)
    return list(found.values())


def is_done(record: Record, done: Done) -> bool:
    """Tell whether a dead letter was sent back before.

    Args:
        record: The dead letter, or its copy, which bears a header if the letter was.
        done: What was sent back; empty if none is to count as such.
    """
    place = TopicPartition(record.topic, record.partition)
    before = any(record.offset < done.get(of, {}).get(place, 0) for of in (None, reason_of(record)))
    return before or (bool(done) and REDRIVEN_BEFORE in record.headers)


def marks(record: Record, done: Done) -> list[tuple[str, bytes]]:
    """Return the headers that a copy of a dead letter needs beside its own: that it was sent back before, once."""
    return [REDRIVEN_BEFORE] if REDRIVEN_BEFORE not in record.headers and is_done(record, done) else []


async def offsets(settings: Settings, places: Iterable[TopicPartition], reasons: Iterable[str]) -> Done:
    """Look up how far dead letters were redriven, those of each reason and all."""
    places = sorted(set(places))
    found: dict[str | None, dict[TopicPartition, int]] = {}
    for reason in [None, *sorted(set(reasons))]:
        async with member(settings, reason) as consumer:
            consumer.assign(places)
            found[reason] = {place: await consumer.committed(place) or 0 for place in places}
    return found


async def redriven(settings: Settings, letters: Iterable[Record]) -> Done:
    """Look up how far letters were redriven, in their partitions and for their reasons."""
    letters = list(letters)
    places = (TopicPartition(record.topic, record.partition) for record in letters)
    return await offsets(settings, places, map(reason_of, letters))


@asynccontextmanager
async def member(settings: Settings, reason: str | None) -> AsyncIterator[AIOKafkaConsumer]:
    """Open a consumer of the group whose offsets say what was redriven for a reason, or for all of them."""
    group = f"{settings.group}-redrive" + (f"-{reason}" if reason is not None else "")
    async with connected(settings, AIOKafkaConsumer(group_id=group, **settings.consumer)) as consumer:
        yield consumer
