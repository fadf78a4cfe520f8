"""What an article leaves behind: records and bytes by topic, read from the topics themselves, changelogs too."""

from collections import Counter
from collections.abc import Callable

import msgspec

from schemas.registry import RAW, TOPICS
from streams.agents.chain import STAGES
from streams.clients import follow
from streams.settings import Settings


class Volume(msgspec.Struct, frozen=True):
    """What stands in one topic.

    Attributes:
        topic: Its name.
        changelog: Whether it is the changelog of a table.
        records: How many records it has.
        size: Bytes of their keys and values.
        headers: Bytes of their headers.
        records_each: Records an article.
        size_each: Bytes of keys and values an article.
    """

    topic: str
    changelog: bool
    records: int
    size: int
    headers: int
    records_each: float
    size_each: float


def changelogs(settings: Settings) -> list[str]:
    """Names of the changelog topics of all tables."""
    return [f"{settings.group}-{stage.name}-{table}-changelog" for stage in STAGES for table in stage.tables]


async def measure(settings: Settings, articles: int, progress: Callable[[int], None] = lambda _: None) -> list[Volume]:
    """Read every topic of a stream at rest from its first record to its last.

    Args:
        settings: Where the broker is.
        articles: How many articles were published.
        progress: Called with the number of records read so far.
    """
    derived = [topic.name for topic in TOPICS if topic.event or not topic.value or topic is RAW]
    logs = changelogs(settings)
    records: Counter[str] = Counter()
    size: Counter[str] = Counter()
    headers: Counter[str] = Counter()
    async with follow.follower(settings, [*derived, *logs]) as consumer:
        async for batch in follow.records(consumer):
            for record in batch:
                records[record.topic] += 1
                size[record.topic] += len(record.key or b"") + len(record.value or b"")
                headers[record.topic] += sum(len(name) + len(value) for name, value in record.headers)
            progress(records.total())
    return [
        Volume(
            name,
            name in logs,
            records[name],
            size[name],
            headers[name],
            records[name] / articles,
            size[name] / articles,
        )
        for name in (*derived, *logs)
    ]
