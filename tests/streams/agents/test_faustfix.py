"""The cures of Faust: in force, and noticed when Faust changes under them."""

import asyncio
from typing import Any

import faust
import pytest
from faust import streams as faust_streams
from faust.tables.recovery import Recovery

from streams.agents import faustfix
from streams.app import create_app
from streams.errors import MusnadError
from streams.settings import Settings


def test_faust_is_the_one_the_cures_were_written_for() -> None:
    """The functions that the cures rely on read as they did."""
    faustfix.check()


def test_a_changed_faust_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A function that reads otherwise is named in the complaint."""

    def take_events() -> None: ...

    monkeypatch.setitem(faustfix._RELIED_ON, "Stream.take_events", (take_events, "0" * 16))  # noqa: SLF001

    with pytest.raises(MusnadError, match=r"Stream\.take_events"):
        faustfix.check()


def test_an_app_has_the_cures(tmp_path: Any) -> None:
    """Every app is made with mended recovery, safe tables and one agent a stage."""
    app = create_app(Settings(datadir=str(tmp_path), store="memory", web_port=0))

    assert Recovery.on_recovery_completed is faustfix._recovery_completed  # noqa: SLF001
    assert Recovery._build_highwaters is faustfix._build_highwaters  # noqa: SLF001
    assert len(app.tables) == 7
    assert all(isinstance(table, faustfix.SafeTable) for table in app.tables.values())
    assert len(app.agents) == 5
    assert all(agent.concurrency == 1 for agent in app.agents.values())
    assert app.conf.stream_wait_empty


async def test_recovery_stops_the_flow_before_it_seeks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Records cannot be delivered, wiped and acknowledged while tables recover."""
    told: list[str] = []

    class Consumer:
        def stop_flow(self) -> None:
            told.append("stop flow")

    class Flow:
        def suspend(self) -> None:
            told.append("suspend")

    class App:
        consumer = Consumer()
        flow_control = Flow()

    async def stock(_self: object, generation: int) -> None:
        told.append(f"stock {generation}")

    monkeypatch.setattr(faustfix, "_stock_recovery_completed", stock)
    recovery: Any = Recovery.__new__(Recovery)
    recovery.app = App()

    await faustfix._recovery_completed(recovery, 7)  # noqa: SLF001

    assert told == ["stop flow", "suspend", "stock 7"]


def test_tables_act_for_the_record_given() -> None:
    """Inside `on_behalf_of` Faust takes the record for the current one, and afterwards no more."""

    class Event:
        pass

    event = Event()
    with faustfix.on_behalf_of(event):
        assert faust_streams.current_event() is event
    assert faust_streams.current_event() is None


async def test_a_stream_can_be_kept_from_acknowledging() -> None:
    """After `never_acknowledge` nothing is acknowledged any more."""

    class Stream:
        async def ack(self, _event: object) -> bool:
            return True

    stream = Stream()
    faustfix.never_acknowledge(stream)

    assert await stream.ack(object()) is False


async def test_changes_of_a_table_can_be_awaited(monkeypatch: pytest.MonkeyPatch) -> None:
    """`delivered` waits for every change sent so far, and passes on what went wrong."""
    sent: list[asyncio.Future[None]] = []

    def send(_self: object, *_rest: object) -> "asyncio.Future[None]":
        sent.append(asyncio.get_running_loop().create_future())
        return sent[-1]

    monkeypatch.setattr(faust.Table, "send_changelog", send)
    table: Any = faustfix.SafeTable.__new__(faustfix.SafeTable)
    table.send_changelog(0, b"a", b"1")
    table.send_changelog(0, b"b", b"2")
    waiting = asyncio.ensure_future(table.delivered())
    sent[0].set_result(None)
    await asyncio.sleep(0)
    assert not waiting.done()
    sent[1].set_exception(ValueError("no"))

    with pytest.raises(ValueError, match="no"):
        await waiting
