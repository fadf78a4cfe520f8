"""Who may do what on the broker: the ACLs that each role needs, derived from the registry.

A broker that denies by default takes exactly these. `docs/access.md` is made from them, and a test runs the whole
stream with them on Apache Kafka.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from schemas.registry import ENTRIES, LINEAGE, RAW, SOURCES, TOPICS, Topic, dead_letters
from streams.settings import Settings

#: The workers' consumer group, unless it is set otherwise.
GROUP = Settings().group
Role = Literal["feed", "worker", "reader", "operator", "eraser"]
#: Kafka's operations; whoever may read or write something may also describe it.
Operation = Literal["Read", "Write", "Create", "Delete", "DescribeConfigs", "AlterConfigs"]

#: Role -> who that is.
ROLES: dict[Role, str] = {
    "feed": "Whoever publishes articles: a crawler, an agency's gateway, `musnad replay`.",
    "worker": "`musnad worker`.",
    "reader": "`musnad timeline`, `actors`, `search`, `export`, and whoever else reads timelines.",
    "operator": "`musnad topics`, `status`, `tail`, `dlq`, `diff`, `rebuild`.",
    "eraser": "`musnad erase`.",
}


@dataclass(frozen=True)
class Grant:
    """What a role may do with a topic or a group, or with all whose names begin alike.

    Attributes:
        role: The role.
        operations: What it may do.
        resource: Which kind of thing.
        name: The thing's name, or how the names begin.
        why: What for.
        prefixed: Whether `name` is how the names begin.
    """

    role: Role
    operations: tuple[Operation, ...]
    resource: Literal["topic", "group"]
    name: str
    why: str
    prefixed: bool = False


def grants(group: str = GROUP) -> tuple[Grant, ...]:
    """Return what all roles need.

    Args:
        group: The workers' consumer group.
    """
    written = [topic for topic in TOPICS if topic.written_by != "feeds"]
    letters = [dead_letters(source) for source in SOURCES]
    found = [
        *_topics("feed", [RAW], ("Write",), "publish"),
        *_topics("worker", SOURCES, ("Read",), "stages read it"),
        *_topics("worker", written, ("Write",), "stages write it"),
        *_topics("worker", TOPICS, ("DescribeConfigs",), "compare its settings"),
        Grant("worker", ("Read", "Write", "Create"), "topic", f"{group}-", "changelogs of the tables", prefixed=True),
        Grant("worker", ("Read",), "group", group, "share the partitions out"),
        *_topics("reader", [ENTRIES, LINEAGE], ("Read",), "fill the reader's database"),
        *_topics("operator", TOPICS, ("Create", "DescribeConfigs"), "`topics`"),
        *_topics("operator", TOPICS, ("Read",), "`tail`, `status`, `dlq`, `diff`"),
        *_topics("operator", SOURCES, ("Write",), "`dlq redrive`"),
        *_topics("operator", TOPICS, ("AlterConfigs",), "`topics create` after an upgrade"),
        _changelogs("operator", group, "`topics create` after an upgrade"),
        Grant("operator", ("Read",), "group", group, "`status`, `rebuild`"),
        Grant("operator", ("Read",), "group", f"{group}-redrive", "`dlq redrive`", prefixed=True),
        *_topics("eraser", TOPICS, ("DescribeConfigs", "AlterConfigs"), "close the segments that words are in"),
        _changelogs("eraser", group, "close the segments that words are in"),
        *_topics("eraser", [*SOURCES, *letters], ("Read", "Delete"), "find articles, and delete them"),
        *_topics("eraser", [RAW, *letters], ("Write",), "publish the erasure, and write again what stays"),
        *_topics("eraser", [ENTRIES, LINEAGE], ("Read",), "scrub the reader's database"),
        Grant("eraser", ("Read",), "group", group, "see how far the workers are"),
        Grant("eraser", ("Read",), "group", f"{group}-redrive", "see which dead letters were sent back", prefixed=True),
    ]
    return tuple(_joined(found))


def _changelogs(role: Role, group: str, why: str) -> Grant:
    return Grant(role, ("DescribeConfigs", "AlterConfigs"), "topic", f"{group}-", why, prefixed=True)


def _topics(role: Role, topics: Iterable[Topic], operations: tuple[Operation, ...], why: str) -> Iterator[Grant]:
    return (Grant(role, operations, "topic", topic.name, why) for topic in topics)


def _joined(found: Iterable[Grant]) -> Iterator[Grant]:
    """One grant for each role and thing."""
    things: dict[tuple[Role, str, str, bool], list[Grant]] = {}
    for grant in found:
        things.setdefault((grant.role, grant.resource, grant.name, grant.prefixed), []).append(grant)
    for (role, _, name, prefixed), parts in things.items():
        operations = dict.fromkeys(operation for part in parts for operation in part.operations)
        why = "; ".join(dict.fromkeys(part.why for part in parts))
        yield Grant(role, tuple(operations), parts[0].resource, name, why, prefixed)
