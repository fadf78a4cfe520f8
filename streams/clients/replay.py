"""Publishing articles to `articles.raw`, as a feed does."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime

from aiokafka import AIOKafkaProducer
from aiokafka.errors import InvalidTimestampError, KafkaError, KafkaTimeoutError, TopicAuthorizationFailedError

from schemas.ranks import milliseconds
from schemas.registry import RAW
from streams.clients.files import Item, Problem
from streams.connection import connected
from streams.errors import MusnadError
from streams.settings import Settings
from streams.topics import topic_partition

_WINDOW = 500
#: What `connected` has words for.
_TOLD_ELSEWHERE = (TopicAuthorizationFailedError, KafkaTimeoutError)


@dataclass
class Replayed:
    """What a replay did.

    Attributes:
        sent: Records that the broker has.
        size: Their size in bytes.
        keys: Their keys, in order.
        problems: What could not be sent.
    """

    sent: int = 0
    size: int = 0
    keys: list[bytes] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


@asynccontextmanager
async def publisher(settings: Settings) -> AsyncIterator[AIOKafkaProducer]:
    """Open a producer.

    Raises:
        MusnadError: No broker answers.
    """
    async with connected(settings, AIOKafkaProducer(**settings.producer)) as producer:
        yield producer


async def replay(
    settings: Settings,
    items: Iterable[Item | Problem],
    *,
    topic: str = RAW.name,
    recorded: datetime | None = None,
    progress: Callable[[Replayed], None] = lambda _: None,
) -> Replayed:
    """Publish articles, in order, and wait until the broker has them.

    Args:
        settings: Where the broker is, and how many partitions the topics have.
        items: The articles; problems are collected.
        topic: Where they go; the bench fills other topics than `articles.raw`.
        recorded: Timestamp of the records; their own where they have one, else the producer's clock.
        progress: Called now and then with what is done.

    Raises:
        MusnadError: The broker does not answer or does not take a record.
    """
    done = Replayed()
    async with publisher(settings) as producer:
        waiting: list[tuple[Item, asyncio.Future[object]]] = []
        for item in items:
            if isinstance(item, Problem):
                done.problems.append(item)
                continue
            waiting.append((item, await _send(producer, settings, topic, item, item.recorded or recorded)))
            if len(waiting) >= _WINDOW:
                await _settle(waiting, done)
                progress(done)
        await _settle(waiting, done)
        progress(done)
    return done


async def _send(
    producer: AIOKafkaProducer, settings: Settings, topic: str, item: Item, recorded: datetime | None
) -> "asyncio.Future[object]":
    try:
        sent: asyncio.Future[object] = await producer.send(
            topic,
            item.value,
            item.key,
            partition=topic_partition(item.key, settings.partitions),
            timestamp_ms=None if recorded is None else milliseconds(recorded),
        )
    except _TOLD_ELSEWHERE:
        raise
    except KafkaError as error:
        message = f"{settings.broker} does not take {item.place}: {error!r}. Are the topics there? See `musnad topics`."
        raise MusnadError(message) from error
    return sent


async def _settle(waiting: "list[tuple[Item, asyncio.Future[object]]]", done: Replayed) -> None:
    for item, sent in waiting:
        try:
            await sent
        except _TOLD_ELSEWHERE:
            raise
        except KafkaError as error:
            message = (
                f"The broker did not take {item.place}: {_in_words(error)}. {done.sent} records before it were "
                f"published; publishing them again does no harm."
            )
            raise MusnadError(message) from error
        done.sent += 1
        done.size += len(item.value or b"")
        done.keys.append(item.key)
    waiting.clear()


def _in_words(error: KafkaError) -> str:
    if isinstance(error, InvalidTimestampError):
        return (
            "its time of recording lies further ahead than the topic allows (message.timestamp.after.max.ms, an hour "
            "unless it is set)"
        )
    return repr(error)
