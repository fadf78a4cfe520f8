"""Knowing when the stream has nothing left to do.

A stage commits a record only after everything that came of it is with the broker. So if the committed offsets of all
sources, asked first, equal their high waters, fetched afterwards, then every record is worked through and nothing is
on its way. High waters are taken from fetches: some brokers name too low an end when asked for it.
"""

import asyncio
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import aclosing
from dataclasses import dataclass

from aiokafka import AIOKafkaConsumer, TopicPartition

from schemas.registry import SOURCES
from streams.clients import follow
from streams.settings import Settings

_PAUSE = 0.1


@dataclass(frozen=True)
class Lag:
    """How far the workers are with a source topic.

    Attributes:
        topic: Its name.
        done: Records that are worked through and committed.
        total: Records that are in the topic.
    """

    topic: str
    done: int
    total: int

    @property
    def left(self) -> int:
        """Records still to be worked through."""
        return self.total - self.done


#: Topic and partition; the offset up to which it is worked through and committed or deleted, and the one at its end.
Positions = dict[TopicPartition, tuple[int, int]]


async def positions(settings: Settings) -> AsyncGenerator[Positions, None]:
    """Yield, again and again, how far the workers are with each partition of the source topics."""
    async with follow.onlooker(settings) as consumer:
        places = [place for topic in SOURCES for place in await follow.partitions_of(consumer, settings, topic.name)]
        while True:
            yield await look(consumer, places)
            await asyncio.sleep(_PAUSE)


async def look(consumer: AIOKafkaConsumer, places: Sequence[TopicPartition]) -> Positions:
    """Look how far the workers are with some partitions.

    Args:
        consumer: A consumer that sees the offsets of their group (`follow.onlooker`); its assignment is replaced.
        places: The partitions.
    """
    consumer.assign(places)
    done = {place: await consumer.committed(place) or 0 for place in places}
    total = await follow.high_waters(consumer, done)
    behind = [place for place in places if done[place] < total[place]]
    if behind:  # but not by what the log has no more, whoever deleted it
        first = await consumer.beginning_offsets(behind)
        done |= {place: max(done[place], first[place]) for place in behind}
    return {place: (offset, max(total[place], offset)) for place, offset in done.items()}


async def lags(settings: Settings) -> AsyncGenerator[list[Lag], None]:
    """Yield, again and again, how far the workers are with each source topic, in the order of the chain."""
    async with aclosing(positions(settings)) as states:
        async for state in states:
            yield [_lag(topic.name, state) for topic in SOURCES]


async def drained(settings: Settings, progress: Callable[[list[Lag]], None] = lambda _: None) -> None:
    """Wait until the workers have nothing left to do.

    Args:
        settings: Where the broker is.
        progress: Called now and then with how far they are.
    """
    async with aclosing(lags(settings)) as states:
        async for state in states:
            progress(state)
            if not any(lag.left for lag in state):
                return


async def worked_through(settings: Settings, progress: Callable[[int, int], None] = lambda *_: None) -> None:
    """Wait until all that the source topics hold now has gone through the whole chain, whatever is published meanwhile.

    Args:
        settings: Where the broker is.
        progress: Called now and then with how many records of the topic in question are done, of how many.
    """
    async with aclosing(positions(settings)) as states:
        for topic in SOURCES:  # what a stage has worked through has its outputs in the topic of the next one
            state = await anext(states)
            ends = {place: total for place, (_, total) in state.items() if place.topic == topic.name}
            while any(state[place][0] < end for place, end in ends.items()):
                progress(sum(state[place][0] for place in ends), sum(ends.values()))
                state = await anext(states)


def _lag(name: str, state: Positions) -> Lag:
    found = [counts for place, counts in state.items() if place.topic == name]
    return Lag(name, sum(done for done, _ in found), sum(total for _, total in found))
