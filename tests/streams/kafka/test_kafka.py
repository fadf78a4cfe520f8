"""What Apache Kafka does otherwise than the embedded broker: settings, sizes, compaction, groups, dying servers."""

import asyncio
import random
import time
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient, NewTopic
from aiokafka.admin.config_resource import ConfigResource, ConfigResourceType
from aiokafka.errors import InvalidTimestampError, MessageSizeTooLargeError

from schemas.registry import ENTRIES, MAX_RECORD_BYTES, NORMALIZED, RAW, TOPICS
from streams.agents.outbox import Outbox
from streams.agents.step import LEFT_OUT, Record
from streams.clients import follow
from streams.connection import connected
from streams.errors import NoLeaderError
from streams.settings import REQUEST_BYTES, Settings
from streams.topics import CHANGELOG, LEFT_SHORT
from tests.streams import newsroom
from tests.streams.cluster import PATIENCE, Cluster, check_against_oracle, check_distinct_values, cluster
from tests.streams.kafka import Kafka, Node
from tests.test_compose import services

pytestmark = pytest.mark.cluster


def configuration(running: Cluster, *names: str) -> dict[str, dict[str, str]]:
    """What the broker says of topics."""

    async def ask() -> dict[str, dict[str, str]]:
        admin = AIOKafkaAdminClient(bootstrap_servers=running.settings.broker)
        await admin.start()
        try:
            answers = await admin.describe_configs([ConfigResource(ConfigResourceType.TOPIC, name) for name in names])
        finally:
            await admin.close()
        return {
            found[3]: {entry[0]: entry[1] for entry in found[4]} for answer in answers for found in answer.resources
        }

    return asyncio.run(ask())


def alter(running: Cluster, name: str, wanted: Mapping[str, str]) -> None:
    """Set a topic's configuration."""

    async def tell() -> None:
        admin = AIOKafkaAdminClient(bootstrap_servers=running.settings.broker)
        await admin.start()
        try:
            await admin.alter_configs([ConfigResource(ConfigResourceType.TOPIC, name, configs=dict(wanted))])
        finally:
            await admin.close()

    asyncio.run(tell())


def test_topics_have_the_settings_of_the_registry_and_departures_are_told(kafka: type[Kafka]) -> None:
    """Kafka holds topics and changelogs as we want them; what somebody changed is named, and mended where we say so."""
    with cluster(broker=kafka) as running:
        running.feed(newsroom.edition(20, 2))
        running.worker()
        running.rest()
        changelogs = [f"musnad-{table}-changelog" for table in ("deduplicate-bands", "timeline-entries")]
        found = configuration(running, *(topic.name for topic in TOPICS), *changelogs)

        for topic in TOPICS:
            assert {name: found[topic.name][name] for name in topic.config} == topic.config
        for changelog in changelogs:
            assert found[changelog]["cleanup.policy"] == "compact"
            assert found[changelog]["max.message.bytes"] == str(REQUEST_BYTES)
        assert "should be" not in running.command("topics")
        alter(running, RAW.name, {"cleanup.policy": "compact", "retention.ms": "-1"})
        told = running.command("topics")
        assert "cleanup.policy is compact and should be delete" in told
        assert f"max.message.bytes is 1048588 and should be {MAX_RECORD_BYTES}" in told

        alter(running, changelogs[0], {"cleanup.policy": "compact", "segment.ms": LEFT_SHORT, "retention.ms": "-1"})
        told = running.command("topics")
        assert f"\n{changelogs[0]}: " in told
        assert f"max.message.bytes is 1048588 and should be {REQUEST_BYTES}" in told
        told = running.command("topics", "create")
        assert f"Configured anew 2 topics: {RAW.name}, {changelogs[0]}." in told
        found = configuration(running, RAW.name, changelogs[0])
        assert {name: found[RAW.name][name] for name in RAW.config} == RAW.config
        assert {name: found[changelogs[0]][name] for name in CHANGELOG} == CHANGELOG
        assert (found[changelogs[0]]["segment.ms"], found[changelogs[0]]["retention.ms"]) == ("604800000", "-1")
        assert "Configured anew" not in running.command("topics", "create")


def test_a_worker_that_the_group_refuses_ends_and_says_why(kafka: type[Kafka]) -> None:
    """A session shorter than the broker allows ends the worker; stock Faust would stand idle for ever."""
    with cluster(broker=partial(kafka, settings={"group.min.session.timeout.ms": "6000"})) as running:
        worker = running.worker()
        assert worker.process is not None

        assert worker.process.wait(PATIENCE) == 1
        assert "the group musnad does not take it: InvalidSessionTimeoutError" in worker.log.read_text()


def test_records_of_four_and_five_mebibytes(kafka: type[Kafka]) -> None:
    """What the topic takes is dead-lettered byte for byte; what only compression brought in, without its value."""
    head, tail = b'{"uri": "urn:test:heavy", "text": "', b'"}'
    four = Record(RAW.name, 0, 0, b"four", head + b"x" * (MAX_RECORD_BYTES - 200) + tail, newsroom.START)
    five = Record(RAW.name, 0, 1, b"five", head + b"x" * (5 << 20) + tail, newsroom.START)
    records = newsroom.edition(21, 5)
    with cluster(broker=kafka) as running:
        with pytest.raises(MessageSizeTooLargeError):
            running.publish(five, max_request_size=8 << 20)
        running.publish(four)
        running.publish(five, max_request_size=8 << 20, compression_type="gzip")
        running.feed(records)
        running.worker()
        running.rest()

        letters = {letter.key: (letter, reason) for letter, reason in running.letters()}
        assert {reason for _, reason in letters.values()} == {"too-large"}
        assert letters[b"four"][0].value == four.value
        assert letters[b"five"][0].value is None
        assert LEFT_OUT in dict(letters[b"five"][0].headers)
        assert check_against_oracle(running, records) > 5


def publish_when_taken(running: Cluster, record: Record) -> None:
    """Publish a record; the broker answers for a new configuration a little before it heeds it."""
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            return running.publish(record)
        except InvalidTimestampError:
            assert time.monotonic() < deadline
            time.sleep(0.1)


def test_a_time_to_come_stops_no_partition(kafka: type[Kafka]) -> None:
    """Kafka 4 refuses times an hour ahead; what comes of a record that had one is accepted all the same."""
    records = newsroom.edition(22, 5)
    later = datetime.now(UTC).replace(microsecond=0) + timedelta(days=3)
    odd = newsroom.raw("urn:test:ahead", newsroom.body(random.Random(22)), 0)  # noqa: S311 -- a test
    odd = Record(RAW.name, 0, 0, odd.key, odd.value, later)
    bad = Record(RAW.name, 0, 0, b"bad", b"{", later)
    with cluster(broker=kafka) as running:
        alter(running, RAW.name, {**RAW.config, "message.timestamp.after.max.ms": str(2**63 - 1)})
        for record in (odd, bad):
            publish_when_taken(running, record)
        running.feed(records)
        running.worker()
        running.rest()

        assert [(letter.key, letter.recorded) for letter, _ in running.letters()] == [(b"bad", later)]
        assert check_against_oracle(running, [*records, odd]) > 5


def test_a_producer_that_meets_a_new_topic_forgets_no_other(kafka: type[Kafka]) -> None:
    """Records whose leader is lost to an answer about other topics find it again, and are sent."""

    async def send() -> dict[tuple[str, int], int]:
        async with AIOKafkaProducer(**running.settings.producer) as producer:
            await producer.client.force_metadata_update()  # of all topics, as Faust does when it has made one
            producer.client._topics.add(RAW.name)  # noqa: SLF001 -- from here on it asks for this one alone
            stock = producer.send_batch

            async def send_batch(*arguments: Any, **named: Any) -> Any:
                sent = await stock(*arguments, **named)
                producer.client.cluster._partitions.pop(ENTRIES.name)  # noqa: SLF001 -- as an answer for others does
                return sent

            producer.send_batch = send_batch
            outbox = Outbox(producer)
            outbox.add((ENTRIES.name, 0), b"key", b"value")
            return await asyncio.wait_for(outbox.send(), 20)

    with cluster(broker=kafka) as running:
        assert asyncio.run(send()) == {(ENTRIES.name, 0): 0}


def test_compaction_takes_nothing_that_counts(kafka: type[Kafka]) -> None:
    """A worker without its tables recovers from compacted changelogs, and compacted topics end as they should."""
    quick = {
        "log.roll.ms": "1000",
        "log.cleaner.backoff.ms": "200",
        "log.cleaner.min.cleanable.ratio": "0.001",
        "log.cleaner.delete.retention.ms": "0",
    }
    records = newsroom.edition(23, 40)
    half = len(records) // 2
    with cluster(broker=partial(kafka, settings=quick)) as running:
        running.feed(records[:half])
        running.worker("first")
        running.rest()
        running.stop()
        running.feed(newsroom.edition(24, 5))
        asyncio.run(asyncio.wait_for(_compacted(running), PATIENCE))
        running.feed(records[half:])
        running.worker("second")
        running.rest()

        everything = [*records[:half], *newsroom.edition(24, 5), *records[half:]]
        assert check_against_oracle(running, everything, everywhere=True) > 300


async def _compacted(running: Cluster) -> None:
    """Wait until the log of a compacted topic has holes."""
    while True:
        found = await follow.read_all(running.settings, ENTRIES.name)
        ends = await follow.true_ends(running.settings, {(ENTRIES.name, record.partition) for record in found})
        if len(found) < sum(ends.values()):
            return
        await asyncio.sleep(0.5)


async def one_copy(settings: Settings) -> None:
    """Make a topic whose three partitions are on one server each."""
    async with connected(settings, AIOKafkaAdminClient(**settings.client)) as admin:
        await admin.create_topics([NewTopic("one-copy", num_partitions=3, replication_factor=1)])


async def _ends_of_one_copy(settings: Settings) -> dict[TopicPartition, int]:
    """Return where the partitions of a topic end of which each is on one server alone."""
    consumer = AIOKafkaConsumer(fetch_max_wait_ms=20, **settings.consumer)
    async with connected(settings, consumer):
        places = await follow.partitions_of(consumer, settings, "one-copy")
        return await follow.high_waters(consumer, dict.fromkeys(places, 0))


def test_a_leader_dies_and_a_server_restarts(kafka: type[Kafka], monkeypatch: pytest.MonkeyPatch) -> None:
    """In a cluster of three, articles go on while a leader is dead, and nothing is lost when it comes back.

    Partitions that no other server has are named to who waits for them.
    """
    records = newsroom.edition(25, 45)
    third = len(records) // 3
    with cluster("rocksdict", replicas=3, broker=partial(kafka, 3)) as running:
        servers = running.broker
        assert isinstance(servers, Kafka)
        running.feed(records[:third])
        running.worker()
        running.grow(30)
        assert configuration(running, RAW.name)[RAW.name]["min.insync.replicas"] == "2"
        leader = servers.leader(NORMALIZED.name, 0)
        asyncio.run(one_copy(running.settings))
        alone = next(place for place in range(3) if servers.leader("one-copy", place) is leader)
        leader.kill()
        running.feed(records[third : 2 * third])
        running.grow(60)
        with monkeypatch.context() as hasty:
            hasty.setattr(follow, "_PATIENCE", 1.0)
            with pytest.raises(NoLeaderError, match=f"No broker leads one-copy/{alone}: "):
                asyncio.run(_ends_of_one_copy(running.settings))
        leader.start()
        servers.ready()
        assert set(asyncio.run(_ends_of_one_copy(running.settings)).values()) == {0}
        servers.restart(servers.leader(NORMALIZED.name, 0))
        running.feed(records[2 * third :])
        running.rest()

        assert check_against_oracle(running, records, everywhere=True) > 300
        assert check_distinct_values(running, records) > 80


def test_kafka_takes_the_configuration_of_the_compose_file(kafka: type[Kafka], tmp_path: Path) -> None:
    """Kafka itself, of the version of its image, makes a log directory ready by these settings."""
    settings = {
        name.removeprefix("KAFKA_").lower().replace("_", "."): value
        for name, value in services()["kafka"]["environment"].items()
    }
    node = Node(1, 9092, 29093, tmp_path)

    code = node.format("bXVzbmFkLWNvbXBvc2UtMQ", {**settings, "log.dirs": str(node.data)}).wait(PATIENCE)

    assert code == 0, node.log.read_text()
    assert (node.data / "meta.properties").is_file()
