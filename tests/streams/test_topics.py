"""Topics on a broker, and the partition of a key."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from types import SimpleNamespace
from typing import Any

import msgspec
import pytest

from schemas.registry import NORMALIZED, RAW, TOPICS
from streams import topics
from streams.broker import EmbeddedBroker, free_port
from streams.errors import MusnadError
from streams.settings import Settings
from streams.topics import TopicState


@pytest.mark.parametrize(
    ("key", "hashed"),
    [(b"21", -973932308), (b"foobar", -790332482), (b"a-little-bit-long-string", -985981536), (b"abc", 479470107)],
)
def test_partitions_are_those_of_java(key: bytes, hashed: int) -> None:
    """A key lies where Kafka's own partitioner puts it (values of Kafka's UtilsTest)."""
    assert topics.topic_partition(key, 7) == (hashed & 0x7FFFFFFF) % 7


@pytest.mark.broker
async def test_topics_are_made_once_and_checked() -> None:
    """Missing topics are told, made with their partitions, found again, and compared with the settings."""
    with EmbeddedBroker() as broker:
        settings = Settings(broker=broker.address, partitions=3)
        with pytest.raises(MusnadError, match="musnad topics create"):
            await topics.check(settings)

        assert len(await topics.create(settings)) == len(TOPICS)
        assert await topics.create(settings) == []
        await topics.check(settings)
        assert await topics.count(settings) == 3
        counts = {state.topic.name: state.partitions for state in await topics.describe(settings)}
        assert counts.pop(NORMALIZED.name) == 1
        assert set(counts.values()) == {3}
        with pytest.raises(MusnadError, match="MUSNAD_PARTITIONS"):
            await topics.check(msgspec.structs.replace(settings, partitions=4))


def test_what_is_configured_otherwise_is_told() -> None:
    """A setting that the broker tells and that is not ours is named; what it keeps to itself is not."""
    config = {**RAW.config, "retention.ms": "604800000"}

    assert TopicState(RAW, 8, config).departures == ["retention.ms is 604800000 and should be -1"]
    assert TopicState(RAW, 8, RAW.config).departures == []
    assert TopicState(RAW, 8).departures == []


class Mute:
    """An admin client of a broker that answers to a question about configuration with an error, as one that starts."""

    def __init__(self) -> None:
        self.altered: list[Any] = []

    async def describe_configs(self, resources: list[Any]) -> list[Any]:
        """Answer without entries."""
        found: list[Any] = [(15, "starting", 2, resource.name, []) for resource in resources]
        return [SimpleNamespace(resources=found)]

    async def alter_configs(self, resources: list[Any]) -> list[Any]:
        """Note what would become of the topics."""
        self.altered += resources
        return []


async def test_a_topic_whose_configuration_is_not_told_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is sent replaces all: articles.raw would be kept for Kafka's seven days, and timelines not compacted."""
    mute = Mute()

    @asynccontextmanager
    async def administration(_settings: Settings) -> AsyncIterator[Mute]:
        yield mute

    monkeypatch.setattr(topics, "administration", administration)

    with pytest.raises(MusnadError, match=r"articles\.raw is configured, so it was left alone: error 15 starting"):
        await topics.alter(Settings(), {RAW.name: {topics.SEGMENT_TIME: "1"}})
    assert mute.altered == []


def test_three_copies_are_written_twice_before_a_record_counts() -> None:
    """An acknowledged record survives the death of one broker, where there are enough for it."""
    assert Settings(replicas=3).durability == {"min.insync.replicas": "2"}
    assert not Settings(replicas=2).durability
    assert not Settings().durability


async def test_a_missing_broker_is_told() -> None:
    """Nobody answering is one sentence with the address and what to do."""
    settings = Settings(broker=f"127.0.0.1:{free_port()}")

    with pytest.raises(MusnadError, match=f"No Kafka broker answers at {settings.broker}"):
        await topics.describe(settings)
