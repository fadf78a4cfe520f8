"""The topics on a broker: made from the registry, checked against it, and the partition that a key belongs to."""

from collections.abc import Iterable, Mapping
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field

import structlog
from aiokafka.admin import AIOKafkaAdminClient, NewTopic
from aiokafka.admin.config_resource import ConfigResource, ConfigResourceType
from aiokafka.errors import KafkaError, TopicAlreadyExistsError, TopicAuthorizationFailedError
from aiokafka.partitioner import murmur2

from schemas.registry import BY_NAME, COMPACTED, COMPACTION_LAG, TOPICS, Topic
from streams.connection import connected, forbidden, hidden
from streams.errors import MusnadError
from streams.settings import REQUEST_BYTES, Settings

log = structlog.stdlib.get_logger("musnad")

#: Configuration of the changelogs of tables.
CHANGELOG = {**COMPACTED, "max.message.bytes": str(REQUEST_BYTES)}
#: Name of Kafka's setting, and the value that `musnad erase` gives it for a moment; odd, so that it is known again.
SEGMENT_TIME, LEFT_SHORT = "segment.ms", "2003"
_POSITIVE = 0x7FFFFFFF
#: Where Kafka has a setting from that was made for the topic itself.
_TOPICS_OWN = 1


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
        return _in_words(self.config, self.topic.config)


def departing(found: Mapping[str, str], wanted: Mapping[str, str]) -> dict[str, str]:
    """Return those of the settings wanted that are otherwise; what compacts sooner than wanted does not depart."""
    return {
        name: value
        for name, value in wanted.items()
        if found.get(name, value) != value and not (name == COMPACTION_LAG and int(found[name]) < int(value))
    }


def _in_words(found: Mapping[str, str], wanted: Mapping[str, str]) -> list[str]:
    return [f"{name} is {found[name]} and should be {value}" for name, value in departing(found, wanted).items()]


def administration(settings: Settings) -> AbstractAsyncContextManager[AIOKafkaAdminClient]:
    """Open an admin client."""
    return connected(settings, AIOKafkaAdminClient(**settings.client))


async def describe(settings: Settings) -> list[TopicState]:
    """Look the topics up.

    Raises:
        MusnadError: The broker does not answer.
    """
    async with administration(settings) as admin:
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
    async with administration(settings) as admin:
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


async def logs(settings: Settings) -> dict[str, Mapping[str, str]]:
    """Return all topics that hold anything of ours, changelogs included: those that exist, with the settings wanted."""
    async with administration(settings) as admin:
        names = [str(found["topic"]) for found in await admin.describe_topics() if not found["error_code"]]
    ours = {name: BY_NAME[name].config for name in names if name in BY_NAME}
    changelogs = (name for name in names if name.startswith(f"{settings.group}-") and name.endswith("-changelog"))
    return {**ours, **dict.fromkeys(changelogs, CHANGELOG)}


async def departures(settings: Settings) -> dict[str, list[str]]:
    """Return what is configured otherwise than we want it, in words, by topic, changelogs included.

    Raises:
        MusnadError: The broker does not answer.
    """
    wanted = await logs(settings)
    async with administration(settings) as admin:
        found = await _config(admin, list(wanted))
    told = {name: _in_words(found.get(name, {}), config) for name, config in wanted.items()}
    return {name: words for name, words in told.items() if words}


async def tell_departures(settings: Settings) -> None:
    """Log what is configured otherwise than we want it."""
    for name, words in (await departures(settings)).items():
        for departure in words:
            log.warning(
                "topic is configured otherwise", topic=name, departure=departure, mend="run `musnad topics create`"
            )


async def mend(settings: Settings) -> list[str]:
    """Configure topics and changelogs that depart as the registry wants them; returns their names.

    Raises:
        MusnadError: The broker does not answer, or refuses.
    """
    wanted = await logs(settings)
    async with administration(settings) as admin:
        found = await _config(admin, list(wanted))
    changes: dict[str, dict[str, str | None]] = {}
    for name, config in wanted.items():
        changes[name] = {**departing(found.get(name, {}), config)}
        if found.get(name, {}).get(SEGMENT_TIME) == LEFT_SHORT:  # an erasure was killed
            changes[name][SEGMENT_TIME] = None
    changes = {name: change for name, change in changes.items() if change}
    await alter(settings, changes)
    return sorted(changes)


async def alter(settings: Settings, changes: Mapping[str, Mapping[str, str | None]]) -> None:
    """Change the configuration of topics, and leave what else was set for them.

    Args:
        settings: Where the broker is.
        changes: By topic, what to set; None takes a setting away, so that the broker's own counts.

    Raises:
        MusnadError: The broker does not answer, or refuses.
    """
    if not changes:
        return
    resources = [ConfigResource(ConfigResourceType.TOPIC, name) for name in changes]
    async with administration(settings) as admin:
        for answer in await admin.describe_configs(resources):
            for code, detail, _, name, entries in answer.resources:
                if code:  # what is sent replaces all, also what we do not know of
                    told = f"error {code} {detail or ''}".strip()
                    raise MusnadError(f"The broker does not say how {name} is configured, so it was left alone: {told}")
                own = {entry[0]: entry[1] for entry in entries if entry[3] == _TOPICS_OWN}
                config = {key: value for key, value in {**own, **changes[name]}.items() if value is not None}
                await _alter(admin, ConfigResource(ConfigResourceType.TOPIC, name, configs=config))


async def _alter(admin: AIOKafkaAdminClient, resource: ConfigResource) -> None:
    try:
        answers = await admin.alter_configs([resource])
    except KafkaError as error:
        message = f"The broker does not change the configuration of {resource.name}: {error!r}."
        raise MusnadError(message) from error
    for answer in answers:
        for code, detail, *_ in answer.resources:
            if code:
                message = f"The broker refuses to configure {resource.name}: error {code} {detail or ''}".strip()
                raise MusnadError(message)


async def own(settings: Settings, names: Iterable[str], setting: str) -> dict[str, str | None]:
    """Return what a setting is for topics by name, None where it was not made for the topic itself."""
    async with administration(settings) as admin:
        answers = await admin.describe_configs([ConfigResource(ConfigResourceType.TOPIC, name) for name in names])
    return {
        name: next((entry[1] for entry in entries if entry[0] == setting and entry[3] == _TOPICS_OWN), None)
        for answer in answers
        for code, _, _, name, entries in answer.resources
        if not code
    }


async def check(settings: Settings) -> None:
    """Make sure that all topics exist with the partitions that the settings say.

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
