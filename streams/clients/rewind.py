"""Rewinding the workers to the start of `articles.raw`, so that they read everything again.

Only the offsets of that one topic are set back. What the workers find then goes into the same topics, where the results
of newer rules replace those of older ones.
"""

import asyncio
import time
from dataclasses import dataclass

from aiokafka import TopicPartition
from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.errors import CommitFailedError, KafkaError, for_code

from schemas.articles import Article, Refusal
from schemas.registry import NORMALIZED, RAW
from streams.clients import follow
from streams.connection import connected
from streams.errors import MusnadError
from streams.settings import Settings

#: How many of the last articles are looked at for the rules that read them.
_RECENT = 50
#: Seconds to wait for a coordinator of the group, and between two looks.
_PATIENCE, _PAUSE = 15.0, 0.2


@dataclass(frozen=True)
class Stock:
    """What there is to be read again.

    Attributes:
        records: Records that stand in `articles.raw`.
        read: How many of them the workers have read.
        rules: The newest rule set that read any of the last articles, or None if there is no article.
        members: Ids and hosts of the workers that run.
    """

    records: int
    read: int
    rules: int | None
    members: tuple[str, ...]


async def stock(settings: Settings) -> Stock:
    """Look at what a rewind would have read again.

    Raises:
        MusnadError: The broker does not answer or lacks the topics.
    """
    running = await members(settings)  # first, since a consumer waits for ever for somebody to coordinate the group
    async with follow.onlooker(settings) as consumer:
        places = await follow.partitions_of(consumer, settings, RAW.name)
        first = await consumer.beginning_offsets(places)
        consumer.assign(places)
        done = {place: await consumer.committed(place) or first[place] for place in places}
        ends = await follow.high_waters(consumer, done)
    return Stock(
        records=sum(max(ends[place] - first[place], 0) for place in places),
        read=sum(max(done[place] - first[place], 0) for place in places),
        rules=await _newest_rules(settings),
        members=running,
    )


async def rewind(settings: Settings) -> None:
    """Let the workers begin with the first record of `articles.raw` when they start.

    Raises:
        MusnadError: Workers run, or the broker refuses.
    """
    refuse_members(settings, await members(settings))
    try:
        async with follow.onlooker(settings) as consumer:
            places = await follow.partitions_of(consumer, settings, RAW.name)
            first: dict[TopicPartition, int] = await consumer.beginning_offsets(places)
            consumer.assign(places)
            await consumer.commit(first)
    except CommitFailedError as error:  # one has started meanwhile
        raise _busy(settings, ("one that has just started",)) from error
    except KafkaError as error:
        raise MusnadError(f"{settings.broker} refuses to rewind the group {settings.group}: {error!r}.") from error


def refuse_members(settings: Settings, running: tuple[str, ...]) -> None:
    """Refuse to go on while workers run.

    Raises:
        MusnadError: They do; says how many and what to do.
    """
    if running:
        raise _busy(settings, running)


def _busy(settings: Settings, running: tuple[str, ...]) -> MusnadError:
    many = "1 worker is a member" if len(running) == 1 else f"{len(running)} workers are members"
    return MusnadError(
        f"{many} of the group {settings.group} on {settings.broker} ({', '.join(running)}), and the group can only be "
        f"rewound while none is. Stop all workers and try again; one that was killed counts as a member for another "
        f"{settings.session:g} seconds."
    )


async def members(settings: Settings) -> tuple[str, ...]:
    """Return the ids and hosts of the workers that run.

    Raises:
        MusnadError: The broker does not answer, or none of them coordinates the group.
    """
    async with connected(settings, AIOKafkaAdminClient(**settings.client)) as admin:
        return await described(admin, settings)


async def described(admin: AIOKafkaAdminClient, settings: Settings) -> tuple[str, ...]:
    """Ask for the workers' group; a broker that never had one needs a moment to set up where groups are kept.

    Args:
        admin: A client that has been started.
        settings: The group.

    Raises:
        MusnadError: No broker coordinates the group, and none has begun to.
        KafkaError: This client may not ask.
    """
    deadline = time.monotonic() + _PATIENCE
    while True:
        try:
            (answer,) = await admin.describe_consumer_groups([settings.group])
            (group,) = answer.to_object()["groups"]
            if group["error_code"]:  # as while a coordinator reads what it knows; it names no members then
                raise for_code(group["error_code"])(settings.group)
            return tuple(f"{one['member_id']} {one['client_host']}".strip() for one in group["members"])
        except KafkaError as error:
            if not error.retriable:
                raise
            if time.monotonic() > deadline:
                message = (
                    f"No broker at {settings.broker} coordinates the group {settings.group} ({error!r}). Kafka keeps "
                    f"groups in a topic of its own, for which as many brokers have to run as their "
                    f"offsets.topic.replication.factor says."
                )
                raise MusnadError(message) from error
        await asyncio.sleep(_PAUSE)


async def _newest_rules(settings: Settings) -> int | None:
    place = (NORMALIZED.name, 0)
    end = (await follow.true_ends(settings, [place]))[place]
    newest: int | None = None
    async with follow.follower(settings, [NORMALIZED.name], {place: max(end - _RECENT, 0)}) as consumer:
        async for batch in follow.records(consumer):
            for record in batch:
                told = NORMALIZED.decode(record.value) if record.value else None
                rules = told.rank.rules if isinstance(told, Article) else None
                rules = told.rules if isinstance(told, Refusal) else rules
                newest = max(rules or 0, newest or 0) or None
    return newest
