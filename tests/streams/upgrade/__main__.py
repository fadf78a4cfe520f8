"""Make a sample of a cluster with the code as it stands: `python -m tests.streams.upgrade RELEASE`."""

import asyncio
import sys
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path

import msgspec
from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient

from schemas.articles import PlainArticle
from schemas.ranks import milliseconds
from schemas.registry import ENTRIES, LINEAGE, RAW, SOURCES
from streams import reader, rules
from streams.agents.step import Record
from streams.clients import follow
from streams.settings import Settings
from tests.streams.cluster import Cluster, cluster
from tests.streams.newsroom import START
from tests.streams.upgrade import SEEDS, Sample, Written, save

_COPIED, _CORRECTED, _WITHDRAWN = 0, 1, 2
#: Of each partition, how many records the reader's database of a sample has.
_TAKEN_IN = 30


def news() -> list[Record]:
    """Return what the older release was fed: the seeds, a copy, a correction, a withdrawal, and a broken record."""
    texts = {f"urn:seed:{path.stem}": path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))}
    names = list(texts)
    told: list[tuple[str, bytes | None]] = [(uri, article(uri, text)) for uri, text in texts.items()]
    copy = f"{names[_COPIED]}:copy"
    told.append((copy, article(copy, texts[names[_COPIED]])))
    corrected = names[_CORRECTED]
    told.append((corrected, article(corrected, shortened(texts[corrected]), version=2)))
    told.append((names[_WITHDRAWN], None))
    told.append(("urn:seed:broken", b'{"uri": "urn:seed:broken", '))
    return [
        Record(RAW.name, 0, number, uri.encode(), value, START + timedelta(seconds=number))
        for number, (uri, value) in enumerate(told)
    ]


def article(uri: str, text: str, version: int = 1) -> bytes:
    """Return an article as a feed publishes it."""
    published = START.isoformat()
    return msgspec.json.encode(PlainArticle(uri=uri, text=text, outlet="Seed", published=published, version=version))


def shortened(text: str) -> str:
    """Return a text without its last paragraph."""
    return "\n".join([line for line in text.splitlines() if line.strip()][:-1])


def main(release: str) -> None:
    """Fill a cluster and save it."""
    with cluster("rocksdict") as running:
        running.feed(news())
        running.worker()
        running.rest()
        running.stop()
        path = save(asyncio.run(_sample(running)), release)
    sys.stdout.write(f"{path}: {path.stat().st_size} bytes\n")


async def _sample(running: Cluster) -> Sample:
    settings = running.settings
    admin = AIOKafkaAdminClient(**settings.client)
    await admin.start()
    try:
        many = {found["topic"]: len(found["partitions"]) for found in await admin.describe_topics()}
    finally:
        await admin.close()
    named = {name: count for name, count in many.items() if not name.startswith("__")}
    records = await follow.read_all(settings, *named)
    return Sample(
        rules=rules.FINGERPRINT,
        partitions=settings.partitions,
        topics={name: _partitions(name, count, records) for name, count in sorted(named.items())},
        committed=await _committed(settings, named),
        database=_database(running.folder / "timelines.sqlite", records),
    )


def _database(path: Path, records: list[Record]) -> bytes:
    """Fill a reader's database with the first records of its topics: it goes on from there."""
    with reader.Database.open(path) as database:
        database.follow("older")
        database.apply(
            reader.Record(found.topic, found.partition, found.offset, found.key, found.value)
            for found in records
            if found.topic in {ENTRIES.name, LINEAGE.name} and found.offset < _TAKEN_IN
        )
        database.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return path.read_bytes()


def _partitions(name: str, count: int, records: list[Record]) -> list[list[Written]]:
    found: list[list[Written]] = [[] for _ in range(count)]
    for record in records:
        if record.topic == name:
            assert record.offset == len(found[record.partition])
            stamp = milliseconds(record.recorded)
            found[record.partition].append(Written(record.key, record.value, stamp, list(record.headers)))
    return found


async def _committed(settings: Settings, many: Mapping[str, int]) -> dict[str, list[int]]:
    consumer = AIOKafkaConsumer(group_id=settings.group, **settings.consumer)
    await consumer.start()
    try:
        return {
            topic.name: [
                await consumer.committed(TopicPartition(topic.name, partition)) or 0
                for partition in range(many[topic.name])
            ]
            for topic in SOURCES
        }
    finally:
        await consumer.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
