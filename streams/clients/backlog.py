"""What the workers have still to do: for each partition how much, how old, and with which article they go on."""

import asyncio
from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple, get_args

from aiokafka import AIOKafkaConsumer, TopicPartition

from schemas.registry import SOURCES
from schemas.status import Stage
from streams.agents.step import Record, subject_of
from streams.clients import follow
from streams.clients.drain import Positions, look
from streams.settings import Settings

#: Source topic -> the stage that reads it; both stand in the order of the chain.
STAGE_OF: dict[str, Stage] = {topic.name: stage for topic, stage in zip(SOURCES, get_args(Stage), strict=True)}
#: Seconds to wait for records that a broker names and does not give.
_PATIENCE = 10.0
_POLL_MS = 100


class Place(NamedTuple):
    """A record as far as an operator is interested in it.

    Attributes:
        uri: URI of its article, or its key.
        offset: Where it stands in its partition.
        recorded: When the raw record behind it was recorded.
    """

    uri: str
    offset: int
    recorded: datetime


class Lane(NamedTuple):
    """One partition of a stage's source.

    Attributes:
        stage: The stage.
        topic: The source topic.
        partition: The partition.
        done: Records that are worked through and committed, of those that the broker still has.
        left: Records that are still to be worked through.
        last: The last one that is worked through, if the broker still has it.
        next: The first one that is not.
    """

    stage: Stage
    topic: str
    partition: int
    done: int
    left: int
    last: Place | None
    next: Place | None


async def backlog(settings: Settings) -> list[Lane]:
    """Look at all partitions that the stages read, in the order of the chain.

    Raises:
        MusnadError: The broker does not answer or lacks the topics.
    """
    async with follow.onlooker(settings) as consumer:
        places = [place for topic in SOURCES for place in await follow.partitions_of(consumer, settings, topic.name)]
        first: dict[TopicPartition, int] = await consumer.beginning_offsets(places)
        state = await look(consumer, places)
        around = await _around(consumer, {place: found for place, found in state.items() if found[1] > first[place]})
    return [
        Lane(
            STAGE_OF[place.topic],
            place.topic,
            place.partition,
            max(done - first[place], 0),
            total - done,
            *around.get(place, (None, None)),
        )
        for place, (done, total) in state.items()
    ]


async def _around(
    consumer: AIOKafkaConsumer, state: Positions
) -> Mapping[TopicPartition, tuple[Place | None, Place | None]]:
    """The last record before each committed offset, and the first one at it or behind."""
    found: dict[TopicPartition, tuple[Place | None, Place | None]] = dict.fromkeys(state, (None, None))
    consumer.assign(list(state))
    for place, (done, _) in state.items():
        consumer.seek(place, max(done - 1, 0))
    waiting = set(state)
    try:
        async with asyncio.timeout(_PATIENCE):
            while waiting:
                for place, messages in (await consumer.getmany(timeout_ms=_POLL_MS)).items():
                    for message in messages:
                        found[place] = _seen(found[place], follow.record(message), state[place][0])
                for place in list(waiting):
                    if found[place][1] or await consumer.position(place) >= state[place][1]:
                        waiting.remove(place)
                        consumer.pause(place)
    except TimeoutError:
        pass  # what is not found is not told
    return found


def _seen(known: tuple[Place | None, Place | None], record: Record, done: int) -> tuple[Place | None, Place | None]:
    place = Place(subject_of(record), record.offset, record.recorded)
    last, following = known
    return (place, following) if record.offset < done else (last, following or place)
