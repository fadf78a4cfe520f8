"""The chain of the five stages, and the oracle that runs it without Kafka.

`fold` is what every stream test compares with: whatever happened to a cluster, `timeline.entries` ends equal to it.
"""

import traceback
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from schemas.headers import REDRIVEN
from schemas.registry import MAX_RECORD_BYTES, STATUS, Topic
from schemas.status import ArticleStatus
from streams.agents import deduplicate, events, normalize, quotes, timeline
from streams.agents.step import Output, Record, Stage, Tables, status
from streams.errors import DiskError, Rejected

#: The stages in the order of the chain.
STAGES: tuple[Stage, ...] = (normalize.STAGE, deduplicate.STAGE, quotes.STAGE, events.STAGE, timeline.STAGE)
_TRACE_CHARACTERS = 8_000
_DETAIL_CHARACTERS = 1_000
_URI_CHARACTERS = 2_048
#: What a record needs beside key, value and subject: the other headers, and the head of its batch.
_ENVELOPE_BYTES = 2_048
#: Reasons that are no verdict of the rules: what older rules found stands until the record is read at last.
_ACCIDENTS = frozenset({"poison", "internal"})
_BY_SOURCE = {stage.source.name: stage for stage in STAGES}


class Outcome(Struct, frozen=True):
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

    Raises:
        DiskError: The tables cannot be read now, which says nothing about the record.
    """
    try:
        outputs = stage.step(record, tables)
        outputs += _recovered(stage, record, outputs)
        _check_sizes(outputs)
    except Rejected as rejected:
        return refuse(stage, record, rejected)
    except DiskError:
        raise
    except Exception as error:  # noqa: BLE001 -- see above
        fault = Rejected("internal", f"{type(error).__name__}: {error}")
        return refuse(stage, record, fault, traceback.format_exc()[-_TRACE_CHARACTERS:])
    return Outcome(outputs)


def refuse(stage: Stage, record: Record, rejected: Rejected, trace: str = "") -> Outcome:
    """The outcome of a record that a stage cannot use."""
    rejected = Rejected(rejected.reason, _plain(rejected.detail, _DETAIL_CHARACTERS))
    told = ArticleStatus(
        uri=_blamed(stage, record, rejected),
        stage=stage.name,
        outcome="rejected",
        reason=rejected.reason,
        detail=rejected.detail,
        recorded=record.recorded,
    )
    outputs = [status(told, record.recorded)]
    if rejected.reason not in _ACCIDENTS:
        with suppress(Exception):  # as of `blame`
            outputs += stage.disown(record, rejected)
    return Outcome(outputs, rejected, trace)


def _blamed(stage: Stage, record: Record, rejected: Rejected) -> str:
    """The URI of the article that a rejected record is about; a hash of the record if it names none.

    Records without a name must not share one status, or the last of them would stand for all.
    """
    if rejected.reason == "poison":  # nobody looks into its value again
        record = replace(record, value=None)
    named = ""
    with suppress(Exception):  # what broke the step may break this too
        named = _plain(stage.blame(record), _URI_CHARACTERS)
    return named or f"sha256:{sha256(record.value or b'').hexdigest()[:32]}"


def _plain(text: str, length: int) -> str:
    """Cut a text of anybody's to a length that headers and keys bear, in characters that UTF-8 has."""
    return text[:length].encode("utf-8", "replace").decode()


def _recovered(stage: Stage, record: Record, outputs: list[Output]) -> list[Output]:
    """The status of a dead letter that was sent back and is accepted now, where the stage itself says nothing."""
    if not any(name == REDRIVEN for name, _ in record.headers) or any(output.topic is STATUS for output in outputs):
        return []
    told = ArticleStatus(uri=stage.blame(record), stage=stage.name, outcome="accepted", recorded=record.recorded)
    return [status(told, record.recorded)]


def _check_sizes(outputs: list[Output]) -> None:
    for output in outputs:
        size = len(output.key) + len(output.value or b"") + len(output.subject.encode("utf-8", "replace"))
        if size + _ENVELOPE_BYTES > MAX_RECORD_BYTES:
            raise Rejected("too-large", f"it makes a record of {size} bytes for {output.topic.name}")


class _Trial(dict[bytes, bytes]):
    """A table seen through the changes of one record, which count if the record is not rejected; as in the stream.

    It holds the changes; what is not among them is looked up in the rows of the table.
    """

    def __init__(self, rows: dict[bytes, bytes]) -> None:
        super().__init__()
        self._rows = rows

    def __missing__(self, key: bytes) -> bytes:
        return self._rows[key]

    def __contains__(self, key: object) -> bool:
        return super().__contains__(key) or key in self._rows

    def get(self, key: bytes, default: Any = None) -> Any:  # noqa: ANN401 -- as of a dictionary
        found = super().get(key)
        return self._rows.get(key, default) if found is None else found

    def __setitem__(self, key: bytes, value: bytes) -> None:
        if len(key) + len(value) > MAX_RECORD_BYTES:
            raise Rejected("too-large", f"it makes a row of {len(value)} bytes")
        super().__setitem__(key, value)


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
                    headers = (("ce_subject", output.subject.encode("utf-8", "replace")),)
                    waiting.append(Record(output.topic.name, 0, 0, output.key, output.value, output.moment, headers))

    def _keep(self, output: Output) -> None:
        rows = self.last.setdefault(output.topic.name, {})
        if output.value is None:
            rows.pop(output.key, None)
        else:
            rows[output.key] = output.value

    def run(self, stage: Stage, record: Record) -> list[Output]:
        """Run one stage on one record."""
        trials = {name: _Trial(rows) for name, rows in self.tables[stage.name].items()}
        outcome = attempt(stage, record, trials)
        if outcome.rejected is not None:
            self.rejected.append((record, outcome.rejected))
        else:
            for name, trial in trials.items():
                self.tables[stage.name][name].update(trial)
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
