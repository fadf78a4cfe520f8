"""Rewinding the workers to the start of `articles.raw`, so that they read everything again.

Only the offsets of that one topic are set back. What the workers find then goes into the same topics, where the results
of newer rules replace those of older ones.
"""

from dataclasses import dataclass

from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.errors import CommitFailedError, KafkaError

from schemas.articles import Article, Refusal
from schemas.registry import NORMALIZED, RAW
from streams.clients import follow
from streams.errors import MusnadError
from streams.settings import Settings
from streams.topics import unreachable

#: How many of the last articles are looked at for the rules that read them.
_RECENT = 50


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
    running = await members(settings)
    consumer = await _outsider(settings)
    try:
        places = await follow.partitions_of(consumer, settings, RAW.name)
        first = await consumer.beginning_offsets(places)
        consumer.assign(places)
        done = {place: await consumer.committed(place) or first[place] for place in places}
        ends = await follow.high_waters(consumer, done)
    finally:
        await consumer.stop()
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
    consumer = await _outsider(settings)
    try:
        places = await follow.partitions_of(consumer, settings, RAW.name)
        first: dict[TopicPartition, int] = await consumer.beginning_offsets(places)
        consumer.assign(places)
        await consumer.commit(first)
    except CommitFailedError as error:  # one has started meanwhile
        raise _busy(settings, ("one that has just started",)) from error
    except KafkaError as error:
        raise MusnadError(f"{settings.broker} refuses to rewind the group {settings.group}: {error!r}.") from error
    finally:
        await consumer.stop()


def refuse_members(settings: Settings, members: tuple[str, ...]) -> None:
    """Refuse to go on while workers run.

    Raises:
        MusnadError: They do; says how many and what to do.
    """
    if members:
        raise _busy(settings, members)


def _busy(settings: Settings, members: tuple[str, ...]) -> MusnadError:
    many = "1 worker is a member" if len(members) == 1 else f"{len(members)} workers are members"
    return MusnadError(
        f"{many} of the group {settings.group} on {settings.broker} ({', '.join(members)}), and the group can only be "
        f"rewound while none is. Stop all workers and try again; one that was killed counts as a member for another "
        f"{settings.session:g} seconds."
    )


async def _outsider(settings: Settings) -> AIOKafkaConsumer:
    """Start a consumer that sees the group's offsets and is no member of it."""
    consumer = AIOKafkaConsumer(
        group_id=settings.group, fetch_max_wait_ms=100, **{**settings.consumer, "max_partition_fetch_bytes": 1_024}
    )
    try:
        await consumer.start()
    except (KafkaError, OSError) as error:
        await consumer.stop()
        raise unreachable(settings, error) from error
    return consumer


async def members(settings: Settings) -> tuple[str, ...]:
    """Return ids and hosts of the workers that run.

    Raises:
        MusnadError: The broker does not answer.
    """
    admin = AIOKafkaAdminClient(**settings.client)
    try:
        await admin.start()
        answers = await admin.describe_consumer_groups([settings.group])
    except (KafkaError, OSError) as error:
        raise unreachable(settings, error) from error
    finally:
        await admin.close()
    groups = [group for answer in answers for group in answer.to_object()["groups"]]
    found = [member for group in groups for member in group["members"]]
    return tuple(f"{one['member_id']} {one['client_host']}".strip() for one in found)


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
