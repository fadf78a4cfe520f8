"""The chain of the five stages, and the oracle that runs it without Kafka.

`fold` is what every stream test compares with: whatever happened to a cluster, `timeline.entries` ends equal to it.
"""

import traceback
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from schemas.registry import MAX_RECORD_BYTES, Topic
from schemas.status import ArticleStatus
from streams.agents import deduplicate, events, normalize, quotes, timeline
from streams.agents.step import Output, Record, Stage, Tables, status
from streams.errors import Rejected

#: The stages in the order of the chain.
STAGES: tuple[Stage, ...] = (normalize.STAGE, deduplicate.STAGE, quotes.STAGE, events.STAGE, timeline.STAGE)
_TRACE_CHARACTERS = 8_000
_BY_SOURCE = {stage.source.name: stage for stage in STAGES}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one record.

    Attributes:
        outputs: The records to write; the status of a rejection is one of them.
        rejected: Why the record is dead-lettered, or None.
        trace: The traceback of a fault of ours, otherwise empty.
    """

    outputs: list[Output]
    rejected: Rejected | None = None
    trace: str = ""


def attempt(stage: Stage, record: Record, tables: Tables) -> Outcome:
    """Run a stage on a record; whatever goes wrong is an outcome and stops nobody.

    A fault of ours is dead-lettered as `internal`: the record waits there, untouched, for the fault to be mended.
    """
    try:
        outputs = stage.step(record, tables)
        _check_sizes(outputs)
    except Rejected as rejected:
        return refuse(stage, record, rejected)
    except Exception as error:  # noqa: BLE001 -- see above
        fault = Rejected("internal", f"{type(error).__name__}: {error}")
        return refuse(stage, record, fault, traceback.format_exc()[-_TRACE_CHARACTERS:])
    return Outcome(outputs)


def refuse(stage: Stage, record: Record, rejected: Rejected, trace: str = "") -> Outcome:
    """The outcome of a record that a stage cannot use."""
    told = ArticleStatus(
        uri=stage.blame(record),
        stage=stage.name,
        outcome="rejected",
        reason=rejected.reason,
        detail=rejected.detail,
        recorded=record.recorded,
    )
    return Outcome([status(told, record.recorded)], rejected, trace)


def _check_sizes(outputs: list[Output]) -> None:
    for output in outputs:
        if len(output.key) + len(output.value or b"") > MAX_RECORD_BYTES:
            size = len(output.value or b"")
            raise Rejected("too-large", f"it makes a record of {size} bytes for {output.topic.name}")


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
                self._keep(output)
                yield output
                if output.topic.name in sources:
                    waiting.append(Record(output.topic.name, 0, 0, output.key, output.value, output.moment))

    def _keep(self, output: Output) -> None:
        rows = self.last.setdefault(output.topic.name, {})
        if output.value is None:
            rows.pop(output.key, None)
        else:
            rows[output.key] = output.value

    def run(self, stage: Stage, record: Record) -> list[Output]:
        """Run one stage on one record."""
        outcome = attempt(stage, record, self.tables[stage.name])
        if outcome.rejected is not None:
            self.rejected.append((record, outcome.rejected))
        return outcome.outputs


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
    last = next((index for index, stage in enumerate(STAGES) if stage.name == until), len(STAGES) - 1)
    return frozenset(stage.source.name for stage in STAGES[: last + 1])
