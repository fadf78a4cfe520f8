"""The chain of the five stages, and the oracle that runs it without Kafka.

`fold` is what every stream test compares with: whatever happened to a cluster, `timeline.entries` ends equal to it.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from schemas.registry import Topic
from schemas.status import ArticleStatus
from streams.agents import deduplicate, events, normalize, quotes, timeline
from streams.agents.step import Output, Record, Stage, status
from streams.errors import Rejected

#: The stages in the order of the chain.
STAGES: tuple[Stage, ...] = (normalize.STAGE, deduplicate.STAGE, quotes.STAGE, events.STAGE, timeline.STAGE)
_BY_SOURCE = {stage.source.name: stage for stage in STAGES}


def rejection(stage: Stage, record: Record, rejected: Rejected) -> Output:
    """The status of a record that a stage cannot use."""
    told = ArticleStatus(
        uri=stage.blame(record),
        stage=stage.name,  # type: ignore[arg-type]  # the names of the stages are those of the contract
        outcome="rejected",
        reason=rejected.reason,
        detail=rejected.detail,
        recorded=record.recorded,
    )
    return status(told, record.recorded)


@dataclass
class Chain:
    """The whole stream in one process: dictionaries for tables, a queue for topics.

    Attributes:
        tables: By stage and name.
        last: By topic, the last value of each key.
        rejected: The records that no stage could use, with the reason.
    """

    tables: dict[str, dict[str, dict[bytes, bytes]]] = field(
        default_factory=lambda: {stage.name: {name: {} for name in stage.tables} for stage in STAGES}
    )
    last: dict[str, dict[bytes, bytes]] = field(default_factory=dict)
    rejected: list[tuple[Record, Rejected]] = field(default_factory=list)

    def feed(self, record: Record, until: str | None = None) -> Iterator[Output]:
        """Drive one raw record through the chain; yields every record it writes, in order.

        Args:
            record: A record of `articles.raw`.
            until: The last stage to run; the whole chain if missing.
        """
        sources = _up_to(until)
        waiting = deque([record])
        while waiting:
            current = waiting.popleft()
            stage = _BY_SOURCE[current.topic]
            for output in self.run(stage, current):
                self.last.setdefault(output.topic.name, {})[output.key] = output.value
                yield output
                if output.topic.name in sources:
                    waiting.append(Record(output.topic.name, 0, 0, output.key, output.value, output.moment))

    def run(self, stage: Stage, record: Record) -> list[Output]:
        """Run one stage on one record."""
        try:
            return stage.step(record, self.tables[stage.name])
        except Rejected as rejected:
            self.rejected.append((record, rejected))
            return [rejection(stage, record, rejected)]


def fold(records: Iterable[Record], topic: Topic, until: str | None = None) -> dict[bytes, bytes]:
    """Return the last value of each key of a topic after all raw records: the oracle of the stream.

    Args:
        records: Records of `articles.raw`.
        topic: The topic whose last values are wanted.
        until: The last stage to run; the whole chain if missing.
    """
    chain = Chain()
    for record in records:
        for _ in chain.feed(record, until):
            pass
    return chain.last.get(topic.name, {})


def _up_to(until: str | None) -> frozenset[str]:
    """Names of the sources of the stages up to one of them."""
    names = [stage.name for stage in STAGES]
    return frozenset(stage.source.name for stage in STAGES[: len(names) if until is None else names.index(until) + 1])
