"""The driver: overlays, retries, and that nothing is acknowledged before everything is with the broker."""

import asyncio
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

import pytest
from aiokafka.errors import KafkaTimeoutError

from schemas.ranks import milliseconds
from schemas.registry import LINEAGE, NORMALIZED, RAW
from streams.agents import driver as module
from streams.agents.driver import Driver, Overlay
from streams.agents.journal import Journal
from streams.agents.outbox import Outbox
from streams.agents.pulse import Pulse
from streams.agents.step import Output, Record, Stage, Tables
from streams.errors import MusnadError, Rejected
from streams.settings import Settings

MOMENT = datetime(2020, 1, 1, tzinfo=UTC)


class FakeTable:
    """A table of one partition that notes what is written to it."""

    changelog = "log"

    def __init__(self, told: list[str]) -> None:
        self.told = told
        self.rows: dict[bytes, bytes] = {}

    def row(self, partition: int, key: bytes) -> bytes | None:
        """Look a row up."""
        assert partition == 0
        return self.rows.get(key)

    def write(self, partition: int, rows: dict[bytes, bytes]) -> None:
        """Write rows."""
        assert partition == 0
        self.told += [f"row {key.decode()}={value.decode()}" for key, value in rows.items()]
        self.rows.update(rows)

    def remember(self, partition: int, offset: int) -> None:
        """Remember how far the changelog is."""
        self.told.append(f"log {partition} to {offset}")

    async def forget(self, partition: int, keys: Iterable[bytes]) -> None:
        """Forget what was in rows before, after a while."""
        assert partition == 0
        await asyncio.sleep(0)
        self.told += [f"forgot {key!r}" for key in keys]


class FakeBatch:
    """A batch of three records at most."""

    def __init__(self) -> None:
        self.records: list[str] = []

    def append(self, *, timestamp: int | None, key: bytes, value: bytes, headers: list[Any]) -> object | None:
        """Take a record, or None if the batch is full."""
        assert timestamp is None or timestamp == milliseconds(MOMENT)
        assert (timestamp is None) is (not headers)
        if len(self.records) == 3:
            return None
        self.records.append(f"{key.decode()}={value.decode()}")
        return self

    def close(self) -> None:
        """Close it."""

    def record_count(self) -> int:
        """How many records it has."""
        return len(self.records)


class FakeProducer:
    """A producer that notes what it sends and fails as often as it is told to."""

    def __init__(self, told: list[str], failures: int = 0) -> None:
        self.told = told
        self.failures = failures
        self.sent = 0
        self.client = self
        self.tracked: set[str] = set()

    async def add_topic(self, topic: str) -> None:
        """Keep an eye on the leaders of a topic."""
        self.tracked.add(topic)

    def create_batch(self) -> FakeBatch:
        """Begin a batch."""
        return FakeBatch()

    async def send_batch(self, batch: FakeBatch, topic: str, *, partition: int) -> "asyncio.Future[Any]":
        """Send a batch."""
        assert partition >= 0
        assert topic in self.tracked, "aiokafka may lose its leader"
        sent: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        if self.failures:
            self.failures -= 1
            sent.set_exception(KafkaTimeoutError())
        else:
            self.told += [f"sent {topic} {record}" for record in batch.records]
            sent.set_result(SimpleNamespace(offset=self.sent))
            self.sent += len(batch.records)
        return sent


class Unacked(list[Any]):
    """Messages that nobody has acknowledged."""

    def discard(self, message: Any) -> None:
        """Take one out."""
        self[:] = [known for known in self if known is not message]


class FakeStream:
    """A stream of one batch that acknowledges in the end whatever happens, as Faust does."""

    def __init__(self, events: list[Any], told: list[str]) -> None:
        self.events = events
        self.told = told

    async def ack(self, event: Any) -> bool:
        """Acknowledge a record."""
        self.told.append(f"ack {event.message.offset}")
        return True

    async def take_events(self, *_limits: float) -> Any:
        """Give out the batch."""
        try:
            yield self.events
        finally:
            for event in self.events:
                await self.ack(event)


class FakeEvent:
    """An event of Faust with a message."""

    def __init__(self, offset: int, value: bytes = b"v") -> None:
        self.message = SimpleNamespace(
            topic=RAW.name,
            partition=0,
            offset=offset,
            key=b"k",
            value=value,
            timestamp=MOMENT.timestamp(),
            headers=[("h", b"1")],
        )


def step(record: Record, tables: Tables) -> list[Output]:
    """Count records in a row, tell of each, and fall over what it is told to."""
    seen = int(tables["rows"].get(b"count", b"0")) + 1
    tables["rows"][b"count"] = str(seen).encode()
    if record.value == b"bad":
        raise Rejected("malformed", "it is bad")
    if record.value == b"fault":
        raise KeyError("fault")
    told = str(record.offset).encode()
    return [
        Output(NORMALIZED, b"every", told, "uri", MOMENT),
        Output(LINEAGE, b"latest", told, "uri", MOMENT),
    ]


def make(told: list[str], journal: Journal, failures: int = 0) -> Driver:
    """A driver on fakes."""
    stage = Stage("normalize", RAW, step, ("rows",))
    producer = FakeProducer(told, failures)
    app = SimpleNamespace(
        producer=SimpleNamespace(_ensure_producer=lambda: producer),
        consumer=SimpleNamespace(_unacked_messages=Unacked()),
        rebalancing=False,
    )
    return Driver(app, stage, {"rows": FakeTable(told)}, journal, Settings())


async def test_acknowledges_last(told: list[str], journal: Journal) -> None:
    """Rows and outputs are written and waited for before any record of the batch is acknowledged."""
    stream = FakeStream([FakeEvent(1), FakeEvent(2)], told)

    await make(told, journal).run(stream)

    assert told == [
        "row count=2",
        "sent log count=2",
        "sent articles.normalized every=1",
        "sent articles.normalized every=2",
        "sent articles.lineage latest=2",
        "log 0 to 0",
        "ack 1",
        "ack 2",
    ]


async def test_an_erasure_is_acknowledged_when_the_disk_has_forgotten(told: list[str], journal: Journal) -> None:
    """Whoever erases takes an acknowledged erasure for forgotten; other batches do not wait for the disk."""
    erasure = b'{"uri":"u","pubstatus":"canceled","erased":true}'
    driver = make(told, journal)

    await driver.run(FakeStream([FakeEvent(1), FakeEvent(2, erasure)], told))
    await driver.run(FakeStream([FakeEvent(3)], told))

    assert told[told.index("log 0 to 0") :][:3] == ["log 0 to 0", "forgot b'count'", "ack 1"]
    assert len([line for line in told if line.startswith("forgot")]) == 1
    assert told[-1] == "ack 3"


async def test_rows_are_with_the_broker_before_anybody_is_told(told: list[str], journal: Journal) -> None:
    """Where a stage wants it so, a changelog that the broker does not take keeps outputs back."""
    driver = make(told, journal, failures=1)
    driver.stage = replace(driver.stage, rows_first=True)
    overlay = driver.overlays["rows"]
    overlay.begin(0)
    overlay[b"row"] = b"1"
    overlay.keep()

    with pytest.raises(KafkaTimeoutError):
        await driver._sent([Output(NORMALIZED, b"every", b"1", "uri", MOMENT)], [])  # noqa: SLF001 -- a single attempt

    assert not [line for line in told if line.startswith("sent articles")]


async def test_a_rejected_record_leaves_no_trace_in_the_tables(told: list[str], journal: Journal) -> None:
    """What a step wrote before it rejected a record does not count, and the record goes to the dead letters."""
    stream = FakeStream([FakeEvent(1, b"bad"), FakeEvent(2, b"fault"), FakeEvent(3)], told)

    await make(told, journal).run(stream)

    assert "row count=1" in told
    assert [line for line in told if "dlq" in line] == ["sent articles.raw.dlq k=bad", "sent articles.raw.dlq k=fault"]
    assert told[-3:] == ["ack 1", "ack 2", "ack 3"]


async def test_tries_again(told: list[str], journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    """A batch that the broker refuses once is sent again whole."""
    monkeypatch.setattr(module, "_PAUSE", 0)

    await make(told, journal, failures=1).run(FakeStream([FakeEvent(1)], told))

    assert "sent articles.normalized every=1" in told
    assert told[-1] == "ack 1"


async def test_gives_up_without_acknowledging(
    told: list[str], journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """If the broker never takes a batch, the worker ends and its records stay unacknowledged."""

    def end(code: int) -> None:
        raise SystemExit(code)

    monkeypatch.setattr(module, "_PAUSE", 0)
    monkeypatch.setattr(module, "end_process", end)

    with pytest.raises(SystemExit):
        await make(told, journal, failures=100).run(FakeStream([FakeEvent(1)], told))

    assert not [line for line in told if line.startswith("ack")]


async def test_a_worker_that_slept_sends_nothing(
    told: list[str], journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A worker that stood still for a session ends: others may have written what its batch would overwrite."""

    def end(code: int) -> None:
        raise SystemExit(code)

    monkeypatch.setattr(module, "end_process", end)
    times = iter([0.0, 60.0, 61.0])
    driver = make(told, journal)
    driver.pulse = Pulse(6, lambda: next(times))

    with pytest.raises(SystemExit):
        await driver.run(FakeStream([FakeEvent(1)], told))

    assert told == []


async def test_a_failure_of_its_own_ends_the_worker(
    told: list[str], journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A fault that nobody thought of ends the process: an agent started anew would go on behind the batch."""

    def end(code: int) -> None:
        raise SystemExit(code)

    def full(_partition: int, _rows: object) -> None:
        raise OSError("something else")

    monkeypatch.setattr(module, "end_process", end)
    driver = make(told, journal)
    monkeypatch.setattr(driver.overlays["rows"]._table, "write", full)  # noqa: SLF001 -- the fake below

    with pytest.raises(SystemExit):
        await driver.run(FakeStream([FakeEvent(1)], told))

    assert told == []


@pytest.mark.parametrize("stamp", [-0.001, 1.6e12])
async def test_no_timestamp_stops_a_partition(told: list[str], journal: Journal, stamp: float) -> None:
    """A record without a timestamp, or with one that no calendar holds, is worked through like any other."""
    event = FakeEvent(1)
    event.message.timestamp = stamp

    await make(told, journal).run(FakeStream([event, FakeEvent(2)], told))

    assert told[-2:] == ["ack 1", "ack 2"]


def test_overlays_read_their_own_writes(told: list[str]) -> None:
    """A row is read as the batch has it so far, and written once, with its last value."""
    table = FakeTable(told)
    overlay = Overlay(table)  # type: ignore[arg-type]
    overlay.begin(0)
    overlay[b"a"] = b"1"
    overlay.keep()
    overlay.begin(0)
    overlay[b"a"] = b"2"
    assert overlay[b"a"] == b"2"
    overlay.begin(0)

    assert overlay[b"a"] == b"1"
    assert overlay.get(b"b") is None
    assert overlay.write() == 1
    assert table.rows == {b"a": b"1"}


async def test_an_outbox_fills_batch_after_batch(told: list[str]) -> None:
    """Records of a partition keep their order over several batches, and the last one's offset is told."""
    outbox = Outbox(FakeProducer(told))
    for number in range(7):
        outbox.add(("log", 0), b"k", str(number).encode())

    assert await outbox.send() == {("log", 0): 6}
    assert told == [f"sent log k={number}" for number in range(7)]
    assert outbox.records["log"] == 7
    assert outbox.sizes["log"] == 14


def test_overlays_are_never_listed(told: list[str]) -> None:
    """What would make an article cost more in a longer timeline is refused."""
    overlay = Overlay(FakeTable(told))  # type: ignore[arg-type]

    for forbidden in (lambda: list(overlay), lambda: len(overlay), lambda: overlay.__delitem__(b"a")):
        with pytest.raises(MusnadError):
            forbidden()
