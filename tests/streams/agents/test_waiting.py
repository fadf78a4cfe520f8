"""A driver that waits for its disk, and one that is to end."""

from typing import Any

import pytest
from aiokafka.errors import KafkaConnectionError

import streams.agents.driver as module
from streams.agents import standby
from streams.agents.journal import Journal
from streams.agents.step import Record
from streams.clients import follow
from streams.connection import refused
from streams.errors import DiskError, NoLeaderError
from streams.observe.health import Health
from streams.settings import Settings
from tests.streams.agents.test_driver import FakeEvent, FakeStream, make


async def test_a_full_disk_is_waited_for(told: list[str], journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    """While the tables take nothing, nothing is sent or acknowledged, and the worker says what it waits for."""
    driver = make(told, journal)
    write = driver.overlays["rows"]._table.write  # noqa: SLF001 -- the fake above
    seen: list[list[str]] = []

    def full(partition: int, rows: Any) -> None:
        if len(seen) < 3:
            seen.append(driver.health.reasons)
            raise DiskError("No space left on device")
        write(partition, rows)

    monkeypatch.setattr(module, "_PAUSE", 0)
    monkeypatch.setattr(driver.overlays["rows"]._table, "write", full)  # noqa: SLF001 -- as above
    driver.health.look(lambda: None)

    await driver.run(FakeStream([FakeEvent(1)], told))

    assert seen[0] == []
    assert "No space left on device" in seen[2][0]
    assert driver.health.reasons == []
    assert told[0] == "row count=1"
    assert told[-1] == "ack 1"


async def test_a_full_disk_ends_the_worker_when_partitions_move(
    told: list[str], journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A batch that waits for the disk would be older than what others write meanwhile."""

    def end(code: int) -> None:
        raise SystemExit(code)

    def full(_partition: int, _key: bytes) -> None:
        raise DiskError("No space left on device")

    monkeypatch.setattr(module, "end_process", end)
    driver = make(told, journal)
    driver.app.rebalancing = True
    monkeypatch.setattr(driver.overlays["rows"]._table, "row", full)  # noqa: SLF001 -- the fake above

    with pytest.raises(SystemExit):
        await driver.run(FakeStream([FakeEvent(1)], told))

    assert told == []


async def test_a_worker_that_is_to_end_finishes_the_record_it_is_at(told: list[str], journal: Journal) -> None:
    """What came of the batch so far is sent and acknowledged; the rest, and what comes later, is left to others."""
    driver = make(told, journal)
    events = [FakeEvent(1), FakeEvent(2), FakeEvent(3)]
    unacked = driver.app.consumer._unacked_messages  # noqa: SLF001 -- the fake above
    unacked.extend(event.message for event in events)
    sound = driver.attempt

    def attempt(record: Record) -> Any:
        driver.departure.begun = record.offset == 2
        return sound(record)

    driver.attempt = attempt  # type: ignore[method-assign]

    await driver.run(FakeStream(events, told))
    assert unacked == [event.message for event in events[:2]]
    await driver.run(FakeStream([FakeEvent(4)], told))

    assert "row count=2" in told
    assert [line for line in told if line.startswith("ack")] == ["ack 1", "ack 2"]


async def test_what_keeps_a_broker_silent_is_told_in_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    """The worker starts no broker and takes no flag any more: what a command advises is not for it."""
    settings, health = Settings(broker="127.0.0.1:1"), Health()
    health.look(lambda: None)

    async def ask() -> list[str]:
        if reasons := health.reasons:
            return reasons
        error = KafkaConnectionError("Unable to bootstrap from [('127.0.0.1', 1)]")
        raise await refused(settings, error) from error

    monkeypatch.setattr(standby, "_PAUSE", 0)
    heard = await standby.answered(settings, health, ask)

    told = "no broker answers at 127.0.0.1:1 (KafkaConnectionError: Unable to bootstrap); the worker waits for one"
    assert heard == [told]
    assert health.reasons == []


async def test_changelogs_without_a_leader_are_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """A worker whose tables cannot be recovered says which partition nobody leads, and goes on when somebody does."""
    health = Health()
    health.look(lambda: None)
    seen: list[list[str]] = []

    async def true_ends(_settings: Settings, places: list[tuple[str, int]]) -> dict[tuple[str, int], int]:
        seen.append(health.reasons)
        if len(seen) < 3:
            raise NoLeaderError("No broker leads log/1: start it.")
        return dict.fromkeys(places, 7)

    monkeypatch.setattr(standby, "_PAUSE", 0)
    monkeypatch.setattr(follow, "true_ends", true_ends)

    assert await standby.ends(Settings(), health, {("log", 1)}) == {("log", 1): 7}
    assert seen == [[], *[["No broker leads log/1: start it. The worker waits for them."]] * 2]
    assert health.reasons == []
