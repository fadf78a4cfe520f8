"""Bringing the reader's database up to date with the topics."""

from collections.abc import Callable

from aiokafka.admin import AIOKafkaAdminClient

from schemas.registry import ENTRIES, LINEAGE
from streams.clients.follow import follower, records
from streams.connection import connected
from streams.reader import Database, Record
from streams.settings import Settings


async def catch_up(settings: Settings, database: Database, progress: Callable[[int], None] = lambda _: None) -> int:
    """Take in all records of `timeline.entries` and `articles.lineage` that the database does not have.

    Args:
        settings: Where the broker is.
        database: The reader's database; it is emptied first if it was filled from another cluster.
        progress: Called with the number of records taken in so far.

    Returns:
        How many records were taken in.

    Raises:
        MusnadError: The broker does not answer, has no such topics, or the database cannot be written.
    """
    names = [ENTRIES.name, LINEAGE.name]
    taken = 0
    async with follower(settings, names) as consumer:
        database.follow(await _cluster(settings))
        for place in consumer.assignment():
            consumer.seek(place, database.offsets().get((place.topic, place.partition), 0))
        async for batch in records(consumer):
            rows = [Record(found.topic, found.partition, found.offset, found.key, found.value) for found in batch]
            taken += database.apply(rows)
            progress(taken)
    return taken


async def _cluster(settings: Settings) -> str:
    async with connected(settings, AIOKafkaAdminClient(**settings.client)) as admin:
        described = await admin.describe_cluster()
    return str(described.get("cluster_id") or settings.broker)
