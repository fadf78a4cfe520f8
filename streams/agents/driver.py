"""What all five agents do around their step: batches in, tables and topics out, and nothing lost in between.

A batch is worked through in order on an overlay of the tables. Then every changed row and every output is sent, all are
awaited, and only then are the records acknowledged. A worker that dies anywhere in this leaves the batch
unacknowledged: the next one does it again, and since folds are idempotent and outputs do not ask whether anything
changed, the repeat says what was said before.
"""

import asyncio
import time
from collections.abc import Iterable, Iterator, Mapping, MutableMapping, Sequence
from typing import Any, NoReturn

import structlog
from aiokafka.errors import KafkaError

from schemas.headers import cloudevent
from schemas.ranks import milliseconds
from schemas.registry import MAX_RECORD_BYTES, dead_letters
from streams.agents.chain import Outcome, attempt, refuse
from streams.agents.departure import Departure
from streams.agents.faustfix import (
    end_process,
    leave_to_others,
    never_acknowledge,
    producer,
)
from streams.agents.journal import Journal
from streams.agents.letters import dead_letter
from streams.agents.outbox import Outbox, Place
from streams.agents.pulse import Pulse
from streams.agents.step import Output, Record, Stage, is_erasure, recorded
from streams.agents.tables import SafeTable
from streams.errors import DiskError, MusnadError, Rejected
from streams.observe import metrics
from streams.observe.health import Health
from streams.settings import Settings
from streams.topics import topic_partition

log = structlog.stdlib.get_logger("musnad")

_ATTEMPTS = 5
_REFUSED = f"the broker refused a batch {_ATTEMPTS} times"
#: Seconds of the first pause between two attempts.
_PAUSE = 1.0
#: Seconds after which a stage lets others have a turn; whoever tells the worker to end waits for one, too.
_TURN = 0.05


class Overlay(MutableMapping[bytes, bytes]):
    """A table seen through the changes of a batch: each row is written once, with its last value.

    A row lives in the partition of the record that it is read or written for.
    """

    def __init__(self, table: SafeTable) -> None:
        self._table = table
        self._rows: dict[int, dict[bytes, bytes]] = {}
        self._partition = 0
        self._trial: dict[bytes, bytes] = {}

    def forget(self) -> None:
        """Drop all changes."""
        self._rows = {}

    def begin(self, partition: int) -> None:
        """Start on a record of a partition; its changes count once it is kept."""
        self._partition, self._trial = partition, {}

    def keep(self) -> None:
        """Take over the changes of the record."""
        if self._trial:
            self._rows.setdefault(self._partition, {}).update(self._trial)

    def write(self) -> int:
        """Write the changed rows to the table; returns how many."""
        for partition, rows in self._rows.items():
            self._table.write(partition, rows)
        return sum(map(len, self._rows.values()))

    def log(self, outbox: Outbox) -> None:
        """Put the changed rows on their way to the table's changelog."""
        for partition, rows in self._rows.items():
            place = (self._table.changelog, partition)
            for key, value in rows.items():
                outbox.add(place, key, value)

    async def delivered(self, offsets: Mapping[Place, int], *, erased: bool = False) -> None:
        """Let go of the changes: the broker has them.

        Args:
            offsets: Of the last record of each partition.
            erased: Whether what stood in the rows before is not to stay on the disk.
        """
        for partition in self._rows:
            self._table.remember(partition, offsets[self._table.changelog, partition])
        if erased:
            for partition, rows in self._rows.items():
                await self._table.forget(partition, rows)
        self._rows = {}

    def __getitem__(self, key: bytes) -> bytes:
        value: bytes | None = self.get(key)
        if value is None:
            raise KeyError(key)
        return value

    def get(self, key: bytes, default: Any = None) -> Any:  # noqa: ANN401 -- as in a mapping
        """Return a row as the batch has it so far."""
        value = self._trial.get(key)
        if value is None:
            value = self._rows.get(self._partition, _NONE).get(key)
        if value is None:
            value = self._table.row(self._partition, key)
        return default if value is None else value

    def __setitem__(self, key: bytes, value: bytes) -> None:
        if len(key) + len(value) > MAX_RECORD_BYTES:
            raise Rejected("too-large", f"it makes a row of {len(value)} bytes")
        self._trial[key] = value

    def __delitem__(self, key: bytes) -> NoReturn:
        raise MusnadError("rows are never deleted")

    def __iter__(self) -> Iterator[bytes]:
        raise MusnadError("tables are never listed")

    def __len__(self) -> NoReturn:
        raise MusnadError("tables are never listed")


_NONE: dict[bytes, bytes] = {}


class Driver:
    """Runs one stage over its stream.

    Args:
        app: The Faust app.
        stage: The stage.
        tables: Its Faust tables by name.
        journal: The worker's journal.
        settings: Partitions, and how large batches are.
        pulse: The worker's pulse, if anybody feels it.
        health: Where to say what the stage waits for.
        departure: Whether the worker is to end.
    """

    def __init__(
        self,
        app: Any,  # noqa: ANN401 -- Faust's app
        stage: Stage,
        tables: dict[str, Any],
        journal: Journal,
        settings: Settings,
        pulse: Pulse | None = None,
        health: Health | None = None,
        departure: Departure | None = None,
    ) -> None:
        self.app = app
        self.pulse = pulse
        self.health = health or Health()
        self.departure = departure or Departure(end_process)
        self.stage = stage
        self.overlays = {name: Overlay(table) for name, table in tables.items()}
        self.journal = journal
        self.partitions = settings.partitions
        self.batch = settings.batch
        self.linger = settings.linger
        self._dead = dead_letters(stage.source).name
        self._disk = f"disk of {stage.name}"
        self._erasing = False

    async def run(self, stream: Any) -> None:  # noqa: ANN401 -- Faust's stream
        """Work through the stream for ever."""
        async for events in stream.take_events(self.batch, self.linger):
            try:
                finished = await self.process(events)
                if finished < len(events):
                    leave_to_others(self.app, stream, self.stage.source.name, events[:finished])
            except Exception as error:
                # The agent alone must not end: Faust would start another one, which would go on behind the batch.
                never_acknowledge(stream)
                log.critical("worker ends", stage=self.stage.name, reason=repr(error), exc_info=error)
                end_process(1)
            except BaseException:
                never_acknowledge(stream)
                raise

    async def process(self, events: Sequence[Any]) -> int:
        """Work through one batch; when this returns, everything that came of it is with the broker.

        Returns:
            How many of the events, from the first, are finished; all of them, unless the worker is to end.
        """
        started = turn = time.perf_counter()
        for overlay in self.overlays.values():
            overlay.forget()  # a batch that was cancelled may have left something
        outputs: list[Output] = []
        letters: list[tuple[Record, Rejected, str]] = []
        lines = []
        for event in events:
            if time.perf_counter() - turn > _TURN:
                await asyncio.sleep(0)
                turn = time.perf_counter()
            record = _record(event)
            outcome = None if self.departure.begun else await self._outcome(record)
            if outcome is None:
                break
            self._erasing = self._erasing or is_erasure(record)
            if outcome.rejected is not None:
                letters.append((record, outcome.rejected, outcome.trace))
            outputs += outcome.outputs
            lines.append(_line(record, outcome))
        if not lines or not await self._flush(outputs, letters):
            return 0
        finished = len(lines)
        self._observe(lines, time.perf_counter() - started)
        return finished

    async def _outcome(self, record: Record) -> Outcome | None:
        """Run the step on one record, when the disk lets it; None if the worker is to end before that."""
        while True:
            try:
                outcome = self.attempt(record)
            except DiskError as error:
                if not await self._wait_for_disk(error):
                    return None
            else:
                self.health.clear(self._disk)
                return outcome

    async def _stored(self) -> bool:
        """Write the changed rows to the tables, when the disk lets it; False if the worker is to end before that."""
        while True:
            try:
                for overlay in self.overlays.values():
                    overlay.write()
            except DiskError as error:
                if not await self._wait_for_disk(error):
                    return False
            else:
                self.health.clear(self._disk)
                return True

    async def _wait_for_disk(self, error: DiskError) -> bool:
        """Wait a little; False if the worker is to end.

        A batch that waits holds its partitions. If the group shares them out anew, others go on with them, and rows and
        outputs of this batch would be older than theirs: then the worker ends.
        """
        self.health.hinder(self._disk, error.told)
        if self.app.rebalancing:
            log.critical("worker ends", stage=self.stage.name, reason=f"partitions move, and {error.told}")
            end_process(1)
        await asyncio.sleep(_PAUSE)
        return not self.departure.begun

    def attempt(self, record: Record) -> Outcome:
        """Run the step on one record, noted in the journal, on the overlays of the tables.

        Raises:
            DiskError: Tables or journal cannot be used now; nothing has come of the record.
        """
        started = time.perf_counter()
        for overlay in self.overlays.values():
            overlay.begin(record.partition)
        self.journal.enter(record)
        try:
            outcome = (
                refuse(self.stage, record, Rejected("poison", f"it killed its worker {self.journal.fatal} times"))
                if self.journal.is_poison(record)
                else attempt(self.stage, record, self.overlays)
            )
        finally:
            self.journal.leave()
            metrics.SECONDS.labels(self.stage.name).observe(time.perf_counter() - started)
        if outcome.rejected is None:
            for overlay in self.overlays.values():
                overlay.keep()
        return outcome

    async def _flush(self, outputs: list[Output], letters: list[tuple[Record, Rejected, str]]) -> bool:
        """Write rows, send everything and wait for it, again if the broker does not take it.

        Gives up by ending the worker. Returns False if the worker is to end before the disk takes the rows.
        """
        latest = _latest(outputs)
        for turn in range(1, _ATTEMPTS + 1):
            if self.pulse is not None and self.pulse.missed:
                break
            if not await self._stored():
                return False
            try:
                offsets = await self._sent(latest, letters)
            except KafkaError as error:
                metrics.RETRIES.labels(self.stage.name).inc()
                log.warning("broker refuses", stage=self.stage.name, error=repr(error), attempt=turn)
                await asyncio.sleep(turn * _PAUSE)
            else:
                for overlay in self.overlays.values():
                    await overlay.delivered(offsets, erased=self._erasing)
                self._erasing = False
                return True
        # The agent alone must not end: Faust would start another one, which would go on behind the batch.
        missed = 0.0 if self.pulse is None else self.pulse.missed
        reason = f"it stood still for {missed:.1f} s, others may have its partitions" if missed else _REFUSED
        log.critical("worker ends", stage=self.stage.name, reason=reason)
        end_process(1)
        return False

    async def _sent(self, outputs: list[Output], letters: list[tuple[Record, Rejected, str]]) -> dict[Place, int]:
        """Send changelogs, outputs and dead letters, and wait for all of them; the rows are written."""
        outbox = Outbox(producer(self.app))
        for overlay in self.overlays.values():
            overlay.log(outbox)
        rows = await outbox.send() if self.stage.rows_first else {}
        for output in outputs:
            self._post(outbox, output)
        for letter in letters:
            self._post_letter(outbox, *letter)
        offsets = {**rows, **await outbox.send()}
        for name, records in outbox.records.items():
            metrics.RECORDS.labels(name).inc(records)
            metrics.BYTES.labels(name).inc(outbox.sizes[name])
        return offsets

    def _post(self, outbox: Outbox, output: Output) -> None:
        topic = output.topic
        near = output.key if output.near is None else output.near
        place = (topic.name, topic_partition(near, topic.partitions(self.partitions)))
        headers = cloudevent(topic, output.key, output.value, output.subject, output.moment)
        outbox.add(place, output.key, output.value, milliseconds(output.moment), headers)

    def _post_letter(self, outbox: Outbox, record: Record, rejected: Rejected, trace: str) -> None:
        metrics.DEAD_LETTERS.labels(self.stage.name, rejected.reason).inc()
        key, value, headers = dead_letter(record, rejected, trace)
        outbox.add((self._dead, record.partition), key, value, milliseconds(record.recorded), headers)

    def _observe(self, lines: Iterable[dict[str, Any]], seconds: float) -> None:
        """Write one canonical line for each article of the batch, and count."""
        name = self.stage.name
        articles: dict[str, dict[str, Any]] = {}
        now = time.time() * 1000
        total = 0
        for line in lines:
            total += 1
            metrics.ARTICLES.labels(name, line["outcome"]).inc()
            metrics.AGE.labels(name).observe(max(now - line.pop("recorded"), 0) / 1000)
            known = articles.setdefault(line["article"], line)
            if known is not line:
                known["records"] += line["records"]
                known["outputs"] += line["outputs"]
        metrics.BATCHES.labels(name).observe(total)
        for line in articles.values():
            log.info("article", stage=name, **line, batch=total, seconds=round(seconds, 4))


def _record(event: Any) -> Record:  # noqa: ANN401 -- Faust's event
    message = event.message
    return Record(
        topic=message.topic,
        partition=message.partition,
        offset=message.offset,
        key=message.key,
        value=message.value,
        recorded=recorded(round(message.timestamp * 1000)),
        headers=tuple(message.headers or ()),
    )


def _latest(outputs: list[Output]) -> list[Output]:
    """Of several states of one key in a compacted topic, only the last; everything else as it came."""
    last = {(output.topic.name, output.key): index for index, output in enumerate(outputs) if output.topic.compacted}
    return [output for index, output in enumerate(outputs) if last.get((output.topic.name, output.key), index) == index]


def _line(record: Record, outcome: Outcome) -> dict[str, Any]:
    outputs, rejected = outcome.outputs, outcome.rejected
    subject = dict(record.headers).get("ce_subject")
    article = subject.decode("utf-8", "replace") if subject else (outputs[0].subject if outputs else "")
    ended = "rejected" if rejected else "accepted"
    line = {"article": article, "outcome": ended, "records": 1, "outputs": len(outputs)}
    if rejected is not None:
        line |= {"reason": rejected.reason, "detail": rejected.detail}
    return {**line, "recorded": milliseconds(record.recorded)}
