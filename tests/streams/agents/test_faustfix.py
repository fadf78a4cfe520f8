"""The cures of Faust: in force, and noticed when Faust changes under them."""

import asyncio
from types import MappingProxyType, SimpleNamespace
from typing import Any

import pytest
from aiokafka.errors import GroupCoordinatorNotAvailableError, InvalidSessionTimeoutError
from faust.tables.recovery import RebalanceAgain, Recovery, ServiceStopped
from faust.transport.consumer import Consumer, ThreadDelegateConsumer
from faust.transport.drivers.aiokafka import AIOKafkaConsumerThread
from faust.types import TP

from streams.agents import faustfix
from streams.agents.tables import SafeTable
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
    assert Consumer.perform_seek is faustfix._perform_seek  # noqa: SLF001
    assert Recovery._build_highwaters is faustfix._build_highwaters  # noqa: SLF001
    assert ThreadDelegateConsumer._seek is faustfix._seek  # noqa: SLF001
    assert len(app.tables) == 7
    assert all(isinstance(table, SafeTable) for table in app.tables.values())
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


async def test_recovery_waits_longer_than_a_request_may(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stock Faust takes a part that lasts too long for the worker's end, and the worker idles; ours is waited for."""
    recovery = create_app(Settings(datadir=str(tmp_path), store="memory", web_port=0)).tables.recovery
    done: list[str] = []

    async def slow() -> None:
        await asyncio.sleep(0.05)
        done.append("done")

    with pytest.raises(ServiceStopped):
        await faustfix._stock_wait(recovery, slow(), timeout=0.001)  # noqa: SLF001
    assert done == []
    await recovery._wait(slow(), timeout=0.001)  # noqa: SLF001
    assert done == ["done"]
    recovery.signal_recovery_start.set()
    with pytest.raises(RebalanceAgain):
        await recovery._wait(asyncio.sleep(60))  # noqa: SLF001


async def test_a_stream_can_be_kept_from_acknowledging() -> None:
    """After `never_acknowledge` nothing is acknowledged any more."""

    class Stream:
        async def ack(self, _event: object) -> bool:
            return True

    stream = Stream()
    faustfix.never_acknowledge(stream)

    assert await stream.ack(object()) is False


async def test_partitions_without_a_commit_are_sought_to_their_beginning(monkeypatch: pytest.MonkeyPatch) -> None:
    """Aiokafka seeks those that have one alone; what was fetched and dropped of the others would never come again."""
    sought: list[tuple[str, int]] = []

    class Group:
        _committed_offset = MappingProxyType({"done": 5, "zero": 0, "none": None, "changelog": None})
        app = SimpleNamespace(topics=SimpleNamespace(acks_enabled_for=lambda topic: topic != "changelog"))

        def assignment(self) -> set[Any]:
            return {Place(name) for name in self._committed_offset}

        async def earliest_offsets(self, *places: Any) -> dict[Any, int]:
            return dict.fromkeys(places, 2)

        async def seek(self, place: Any, offset: int) -> None:
            sought.append((place, offset))

    class Place(str):
        __slots__ = ()

        @property
        def topic(self) -> str:
            return str(self)

    async def stock(_consumer: Any) -> None:
        sought.append(("committed", 0))

    monkeypatch.setattr(faustfix, "_stock_perform_seek", stock)
    await faustfix._perform_seek(Group())  # noqa: SLF001

    assert sought[0] == ("committed", 0)
    assert sorted(sought[1:]) == [("none", 2), ("zero", 2)]


def test_fetches_wait_a_moment_only(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """The worker's consumer asks again soon for the partitions that it did not ask for before."""
    app = create_app(Settings(datadir=str(tmp_path), store="memory", web_port=0))
    built = SimpleNamespace(_fetch_max_wait_ms=1_500, start=None)
    monkeypatch.setattr(faustfix, "_stock_create_worker_consumer", lambda *_arguments: built)

    thread = AIOKafkaConsumerThread.__new__(AIOKafkaConsumerThread)

    assert thread._create_worker_consumer(app.transport) is built  # noqa: SLF001
    assert built._fetch_max_wait_ms == 50  # noqa: SLF001


class FakeConsumer:
    """What delivering needs of Faust's consumer: offsets, seeks, and a log that begins somewhere."""

    def __init__(self, begins: int = 0) -> None:
        self._read_offset: dict[Any, int | None] = {PLACE: 3}
        self.begins = begins
        self.delivered: list[int] = []
        self.gaps: list[tuple[int, int]] = []
        self.sought: list[int] = []
        self.suspend_flow = asyncio.Event()
        self.app = SimpleNamespace(topics=SimpleNamespace(acks_enabled_for=lambda _topic: True))

    async def earliest_offsets(self, place: object) -> dict[object, int]:
        """Where the log begins."""
        return {place: self.begins}

    async def seek(self, place: object, offset: int) -> None:
        """Go back."""
        self.sought.append(offset)
        self._read_offset[place] = offset or None

    async def _add_gap(self, _place: object, first: int, last: int) -> None:
        self.gaps.append((first, last))

    async def callback(self, message: Any) -> None:
        """Take a record, if the flow is not suspended."""
        await asyncio.sleep(3600 if self.suspend_flow.is_set() else 0)
        self.delivered.append(message.offset)

    async def wait_first(self, *waits: Any) -> None:
        """Wait as Faust's services do: for the first, ending the others."""
        tasks = [asyncio.ensure_future(wait) for wait in waits]
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for task in tasks:
            task.cancel()


PLACE = TP("articles.raw", 0)


async def deliver(consumer: FakeConsumer, *offsets: int) -> None:
    """Let records arrive."""
    for offset in offsets:
        await faustfix._deliver(consumer, PLACE, SimpleNamespace(topic=PLACE.topic, offset=offset))  # noqa: SLF001


async def test_a_dropped_record_is_sought_and_not_acknowledged() -> None:
    """Records behind a hole are not delivered; those that were dropped are fetched again, one or many."""
    consumer = FakeConsumer()
    await deliver(consumer, 4, 5)
    await deliver(consumer, 3, 4, 5, 9)
    await deliver(consumer, 6, 7)

    assert consumer.delivered == [3, 4, 5, 6, 7]
    assert consumer.sought == [3, 3, 6]
    assert not consumer.gaps


async def test_the_first_record_of_a_log_is_not_passed_over() -> None:
    """Where nothing was committed yet, delivery begins where the log begins."""
    consumer = FakeConsumer()
    consumer._read_offset[PLACE] = None  # noqa: SLF001
    await deliver(consumer, 2)
    await deliver(consumer, 0, 1, 2)

    assert consumer.delivered == [0, 1, 2]


async def test_what_the_log_no_longer_has_is_passed_over() -> None:
    """Where an operator deleted records, the log begins behind the hole, and delivery goes on there."""
    consumer = FakeConsumer(begins=8)
    await deliver(consumer, 8, 9)

    assert consumer.delivered == [8, 9]
    assert consumer.gaps == [(3, 7)]


async def test_a_record_whose_delivery_is_cut_off_is_fetched_again() -> None:
    """When the flow is suspended in the middle of a delivery, the record does not count as delivered."""
    consumer = FakeConsumer()
    consumer.suspend_flow.set()
    await deliver(consumer, 3)
    consumer.suspend_flow.clear()
    await deliver(consumer, 4)
    await deliver(consumer, 3, 4)

    assert consumer.delivered == [3, 4]


async def test_what_keeps_a_worker_out_of_its_group_ends_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault of the coordinator that passes is left behind; one that stays ends the worker, which else would idle."""
    ended: list[int] = []
    monkeypatch.setattr(faustfix, "_PAUSE", 0.0)
    monkeypatch.setattr(faustfix, "end_process", ended.append)

    async def fail() -> None:
        raise InvalidSessionTimeoutError

    coordinator: Any = SimpleNamespace(group_id="musnad", _coordination_task=asyncio.ensure_future(fail()))
    faustfix.heed_faults(coordinator)

    await coordinator._push_error_to_user(GroupCoordinatorNotAvailableError())  # noqa: SLF001
    assert ended == []
    await coordinator._push_error_to_user(InvalidSessionTimeoutError())  # noqa: SLF001
    assert ended == [1]
    await asyncio.wait([coordinator._coordination_task])  # noqa: SLF001
    await asyncio.sleep(0)
    assert ended == [1, 1]


async def test_partitions_are_shared_out_when_every_topic_is_known(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A changelog that the broker does not know yet is waited for; stock Faust leaves it out, and its table empty.

    That is logged once, and not ten times a second.
    """
    known: dict[str, set[int]] = {"articles.raw": {0, 1}}
    told: list[str] = []

    async def force_metadata_update() -> None:
        told.append("look again")
        if told.count("look again") == 2:
            known["musnad-timeline-entries-changelog"] = {0, 1}

    async def share_out(response: str) -> str:
        told.append("share out")
        return response

    coordinator: Any = SimpleNamespace(
        _perform_assignment=share_out,
        _subscription=SimpleNamespace(
            subscription=SimpleNamespace(topics={"articles.raw", "musnad-timeline-entries-changelog"})
        ),
        _client=SimpleNamespace(set_topics=lambda _: None, force_metadata_update=force_metadata_update),
        _cluster=SimpleNamespace(partitions_for_topic=known.get),
    )
    monkeypatch.setattr(faustfix, "_GLANCE", 0.0)
    faustfix.await_topics(coordinator)

    assert await coordinator._perform_assignment("response") == "response"  # noqa: SLF001
    assert told == ["look again", "look again", "share out"]
    assert capsys.readouterr().out.count("wait for topics") == 1


async def test_a_seek_runs_in_the_thread_that_fetches() -> None:
    """Whoever seeks asks the consumer's thread, which may be handing out what a seek throws away."""
    asked: list[tuple[Any, ...]] = []

    class Thread:
        """A consumer's thread that notes what it is to do."""

        async def call_thread(self, *what: Any) -> None:
            asked.append(what)

        def _ensure_consumer(self) -> Any:
            return SimpleNamespace(seek="seek")

    await faustfix._seek(SimpleNamespace(_thread=Thread()), TP("topic", 1), 7)  # noqa: SLF001

    assert asked == [("seek", TP("topic", 1), 7)]
