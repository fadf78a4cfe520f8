"""The topics on a broker: made from the registry, checked against it, and the partition that a key belongs to."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field

import structlog
from aiokafka.admin import AIOKafkaAdminClient, NewTopic
from aiokafka.admin.config_resource import ConfigResource, ConfigResourceType
from aiokafka.errors import KafkaError, TopicAlreadyExistsError
from aiokafka.partitioner import murmur2

from schemas.registry import TOPICS, Topic
from streams.errors import MusnadError, NoBrokerError
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
    async with _Admin(settings) as admin:
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
    async with _Admin(settings) as admin:
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
            await _create(admin, wanted)
    return missing


async def check(settings: Settings) -> None:
    """Make sure that all topics exist with the partitions that the settings say; tell of a configuration that departs.

    Raises:
        MusnadError: They do not.
    """
    states = await describe(settings)
    missing = [state.topic.name for state in states if not state.partitions]
    if missing:
        message = f"{settings.broker} lacks the topics {', '.join(missing)}. Create them with `musnad topics create`."
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


async def _create(admin: AIOKafkaAdminClient, wanted: list[NewTopic]) -> None:
    response = await admin.create_topics(wanted)
    for name, code, *detail in response.topic_errors:
        if code and code != TopicAlreadyExistsError.errno:
            message = f"The broker refuses to create {name}: error {code} {' '.join(map(str, detail))}"
            raise MusnadError(message)


class _Admin:
    """An admin client as a context manager, with errors that people understand."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._client = AIOKafkaAdminClient(**settings.client)

    async def __aenter__(self) -> AIOKafkaAdminClient:
        try:
            await asyncio.wait_for(self._client.start(), timeout=10)
        except (KafkaError, TimeoutError, OSError) as error:
            await self._client.close()
            raise unreachable(self._settings, error) from error
        return self._client

    async def __aexit__(self, *_failure: object) -> None:
        await self._client.close()


def unreachable(settings: Settings, error: BaseException) -> NoBrokerError:
    """Say that no broker answers."""
    return NoBrokerError(
        f"No Kafka broker answers at {settings.broker} ({type(error).__name__}). "
        f"Start one, or name another with --broker; "
        f"`musnad demo` brings its own."
    )
