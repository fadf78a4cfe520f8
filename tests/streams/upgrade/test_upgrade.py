"""A cluster that an earlier release filled is carried on by this one."""

import asyncio
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from datetime import timedelta

import msgspec
import pytest
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient, NewTopic

from schemas.articles import NinjsArticle
from schemas.registry import BY_NAME, ENTRIES, EVENTS, LINEAGE, QUOTES, RAW
from streams import reader
from streams.agents.chain import STAGES, Chain
from streams.agents.step import Record
from streams.clients.catchup import catch_up
from streams.reader import schema
from tests.streams.cluster import Cluster, check_against_oracle, cluster, differences
from tests.streams.newsroom import START
from tests.streams.upgrade import SEEDS, Sample, load, releases
from tests.streams.upgrade.__main__ import article, shortened

#: Topics whose last values follow from the records, in whatever order workers read them.
_COMPARED = (LINEAGE, QUOTES, EVENTS, ENTRIES)
_LINES = """
SELECT one.key, one.actor, one.name, one.sort, one.live, one.place, one.value, lead.key, one.reason
FROM entries AS one LEFT JOIN entries AS lead ON lead.number = one.leader ORDER BY one.key
"""


def later() -> list[Record]:
    """Return what this release is fed: a correction, a withdrawal, an erasure, an article once more, and a new one."""
    paths = sorted(SEEDS.glob("*.txt"))
    texts = [path.read_text(encoding="utf-8") for path in paths]
    names = [f"urn:seed:{path.stem}" for path in paths]
    told = [
        (names[3], article(names[3], shortened(texts[3]), version=3)),
        (names[4], None),
        (names[1], msgspec.json.encode(NinjsArticle(uri=names[1], pubstatus="canceled", erased=True))),
        (names[0], article(names[0], texts[0])),
        ("urn:seed:new", article("urn:seed:new", f"{shortened(texts[0])}\n{shortened(texts[2])}")),
    ]
    return [
        Record(RAW.name, 0, number, uri.encode(), value, START + timedelta(hours=1, seconds=number))
        for number, (uri, value) in enumerate(told)
    ]


@pytest.mark.parametrize("release", releases())
def test_every_record_of_an_older_release_is_read(release: str) -> None:
    """What an older release wrote into the topics is read by the contract as it is now."""
    sample = load(release)
    read = 0
    for name, topic in BY_NAME.items():
        for record in sample.records(name) if name in sample.topics else ():
            if topic.value and record.value is not None and record.key != b"urn:seed:broken":
                topic.decode(record.value)
                read += 1
    assert read > 500


@pytest.mark.broker
@pytest.mark.parametrize("release", releases())
def test_a_cluster_of_an_older_release_is_carried_on(release: str) -> None:
    """Tables are recovered from the older changelogs, and a rebuild leaves nothing that this release would not find."""
    sample = load(release)
    with cluster("rocksdict", partitions=sample.partitions) as running:
        asyncio.run(_fill(running, sample))
        running.feed(later())
        running.worker()
        running.rest()

        wanted = _carried_on(sample, later())
        for topic in _COMPARED:
            assert not differences(running.last(topic), wanted[topic.name]), topic.name
        assert len(wanted[ENTRIES.name]) > 200
        assert _reader_goes_on(running, sample) > 200
        running.dismiss()  # no worker may run in a rebuild
        running.command("rebuild", "--yes")
        running.worker("rebuilding")
        running.rest()
        assert check_against_oracle(running, [*sample.records(RAW.name), *later()]) > 200


def _carried_on(sample: Sample, records: Iterable[Record]) -> dict[str, dict[bytes, bytes]]:
    """Return the last values of all topics after further records, as the chain without Kafka has them."""
    chain = Chain()
    for stage in STAGES:
        for name, rows in chain.tables[stage.name].items():
            for record in sample.records(f"musnad-{stage.name}-{name}-changelog"):
                rows[record.key or b""] = record.value or b""
    for topic in _COMPARED:
        written = ((record.key or b"", record.value) for record in sample.records(topic.name))
        chain.last[topic.name] = {key: value for key, value in dict(written).items() if value is not None}
    for record in records:
        for _ in chain.feed(record):
            pass
    return chain.last


def _reader_goes_on(running: Cluster, sample: Sample) -> int:
    """Compare the older reader's database, caught up, with a new one; returns how many lines they have."""
    older, newer = running.folder / "older.sqlite", running.folder / "newer.sqlite"
    older.write_bytes(sample.database)
    with closing(sqlite3.connect(older)) as connection:
        renewed = connection.execute("PRAGMA user_version").fetchone()[0] < schema.VERSION
    found: list[tuple[tuple[str], int, list[tuple[object, ...]]]] = []
    for path in (newer, older):
        with closing(sqlite3.connect(path)) as connection, connection:
            if found:  # what was read of the older cluster stands in this one at the same offsets
                connection.execute("UPDATE facts SET value = ?", found[0][0])
        with reader.Database.open(path, renew=True) as database:
            taken = asyncio.run(catch_up(running.settings, database))
            facts = list(database.select("SELECT value FROM facts"))
            lines = list(database.select(_LINES))
            found.append((facts[0], taken, lines))
    (_, all_records, wanted), (_, rest, lines) = found
    assert rest == all_records if renewed else 0 < rest < all_records
    assert lines == wanted
    return len(lines)


async def _fill(running: Cluster, sample: Sample) -> None:
    """Put a sample into an empty cluster: topics, changelogs, and how far the workers had read."""
    settings = running.settings
    admin = AIOKafkaAdminClient(**settings.client)
    await admin.start()
    try:
        logs = [NewTopic(name, len(parts), 1) for name, parts in sample.topics.items() if name not in BY_NAME]
        await admin.create_topics(logs)
    finally:
        await admin.close()
    async with AIOKafkaProducer(**settings.producer) as producer:
        for name, parts in sample.topics.items():
            for partition, records in enumerate(parts):
                sent = [
                    await producer.send(
                        name, one.value, one.key, partition=partition, timestamp_ms=one.stamp, headers=one.headers
                    )
                    for one in records
                ]
                for future in sent:
                    await future
    consumer = AIOKafkaConsumer(group_id=settings.group, **settings.consumer)
    await consumer.start()
    try:
        places = {
            TopicPartition(name, partition): offset
            for name, offsets in sample.committed.items()
            for partition, offset in enumerate(offsets)
        }
        consumer.assign(list(places))
        await consumer.commit(places)
    finally:
        await consumer.stop()
