"""The topics on a broker: made from the registry, checked against it, and the partition that a key belongs to."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import structlog
from aiokafka.admin import AIOKafkaAdminClient, NewTopic
from aiokafka.admin.config_resource import ConfigResource, ConfigResourceType
from aiokafka.errors import TopicAlreadyExistsError, TopicAuthorizationFailedError
from aiokafka.partitioner import murmur2

from schemas.registry import TOPICS, Topic
from streams.connection import connected, forbidden, hidden
from streams.errors import MusnadError
from streams.settings import Settings

log = structlog.stdlib.get_logger("musnad")

_POSITIVE = 0x7FFFFFFF


def topic_partition(key: bytes, partitions: int) -> int:
    """Partition of a key: Kafka's own choice (Java's murmur2), so that every client agrees."""
    hashed: int = murmur2(key)
    return (hashed & _POSITIVE) % partitions


@dataclass(frozen=True)
class TopicState:
    """A topic as the broker has it.

    Attributes:
        topic: As the registry wants it.
        partitions: How many partitions it has, 0 if it does not exist.
        config: Its configuration, as far as the broker tells it.
    """

    topic: Topic
    partitions: int
    config: Mapping[str, str] = field(default_factory=dict)

    @property
    def departures(self) -> list[str]:
        """What is configured otherwise than the registry wants, in words."""
        return [
            f"{name} is {self.config[name]} and should be {wanted}"
            for name, wanted in self.topic.config.items()
            if self.config.get(name, wanted) != wanted
        ]


async def describe(settings: Settings) -> list[TopicState]:
    """Look the topics up.

    Raises:
        MusnadError: The broker does not answer.
    """
    async with connected(settings, AIOKafkaAdminClient(**settings.client)) as admin:
        existing = {
            found["topic"]: len(found["partitions"])
            for found in await admin.describe_topics()
            if not found["error_code"]
        }
        config = await _config(admin, [topic.name for topic in TOPICS if topic.name in existing])
    return [TopicState(topic, existing.get(topic.name, 0), config.get(topic.name, {})) for topic in TOPICS]


async def _config(admin: AIOKafkaAdminClient, names: list[str]) -> dict[str, dict[str, str]]:
    """Configuration of topics by name; nothing of those that this client may not look at."""
    if not names:
        return {}
    answers = await admin.describe_configs([ConfigResource(ConfigResourceType.TOPIC, name) for name in names])
    return {
        name: {entry[0]: entry[1] for entry in entries}
        for answer in answers
        for code, _, _, name, entries in answer.resources
        if not code
    }


async def create(settings: Settings) -> list[Topic]:
    """Create the topics that are missing; returns them.

    Raises:
        MusnadError: The broker does not answer, or refuses.
    """
    missing = [state.topic for state in await describe(settings) if not state.partitions]
    async with connected(settings, AIOKafkaAdminClient(**settings.client)) as admin:
        wanted = [
            NewTopic(
                topic.name,
                topic.partitions(settings.partitions),
                settings.replicas,
                topic_configs={**topic.config, **settings.durability},
            )
            for topic in missing
        ]
        if wanted:
            await _create(settings, admin, wanted)
    return missing


async def check(settings: Settings) -> None:
    """Make sure that all topics exist with the partitions that the settings say; tell of a configuration that departs.

    Raises:
        MusnadError: They do not.
    """
    states = await describe(settings)
    missing = [state.topic.name for state in states if not state.partitions]
    if missing:
        message = (
            f"{settings.broker} lacks the topics {', '.join(missing)}{hidden(settings)}. "
            f"Create them with `musnad topics create`."
        )
        raise MusnadError(message)
    for state in states:
        wanted = state.topic.partitions(settings.partitions)
        if state.partitions != wanted:
            message = (
                f"{state.topic.name} on {settings.broker} has {state.partitions} partitions, "
                f"and the settings say {wanted}. "
                f"Set MUSNAD_PARTITIONS to what the topics were created with."
            )
            raise MusnadError(message)
        for departure in state.departures:
            log.warning("topic is configured otherwise", topic=state.topic.name, departure=departure)


async def count(settings: Settings) -> int:
    """How many partitions the stream has on the broker; the settings' number if it has no topics yet."""
    many = [state.partitions for state in await describe(settings) if state.partitions and not state.topic.single]
    return many[0] if many else settings.partitions


async def _create(settings: Settings, admin: AIOKafkaAdminClient, wanted: list[NewTopic]) -> None:
    response = await admin.create_topics(wanted)
    for name, code, *detail in response.topic_errors:
        if code == TopicAuthorizationFailedError.errno:
            raise forbidden(settings, TopicAuthorizationFailedError(name))
        if code and code != TopicAlreadyExistsError.errno:
            message = f"The broker refuses to create {name}: error {code} {' '.join(map(str, detail))}"
            raise MusnadError(message)
