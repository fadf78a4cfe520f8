"""The chain of the five stages, and the oracle that runs it without Kafka.

`fold` is what every stream test compares with: whatever happened to a cluster, `timeline.entries` ends equal to it.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from schemas.registry import Topic
from streams.agents import deduplicate, events, normalize, quotes, timeline
from streams.agents.step import Output, Record, Stage, status
from schemas.status import ArticleStatus
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

    def feed(self, record: Record) -> Iterator[Output]:
        """Drive one raw record through the chain; yields every record it writes, in order."""
        waiting = deque([record])
        while waiting:
            current = waiting.popleft()
            stage = _BY_SOURCE[current.topic]
            for output in self.run(stage, current):
                self.last.setdefault(output.topic.name, {})[output.key] = output.value
                yield output
                if output.topic.name in _BY_SOURCE:
                    waiting.append(Record(output.topic.name, 0, 0, output.key, output.value, output.moment))

    def run(self, stage: Stage, record: Record) -> list[Output]:
        """Run one stage on one record."""
        try:
            return stage.step(record, self.tables[stage.name])
        except Rejected as rejected:
            self.rejected.append((record, rejected))
            return [rejection(stage, record, rejected)]


def fold(records: Iterable[Record], topic: Topic) -> dict[bytes, bytes]:
    """Return the last value of each key of a topic after all raw records: the oracle of the stream."""
    chain = Chain()
    for record in records:
        for _ in chain.feed(record):
            pass
    return chain.last.get(topic.name, {})
