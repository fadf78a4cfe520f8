"""What stock Faust loses, and the cures: with `tables`, the only module that reaches into Faust's inside.

Each cure names its reason, has a kill test and a script in `tests/faults` that shows the fault, and is checked against
the version it was written for: `check` fails when Faust changes.

- **Recovery** (faust-streaming issue 596): while tables recover, records delivered during the seek are wiped and then
  acknowledged as a gap. `stop_flow` and `suspend` before the seek keep them from being delivered.
- **Gaps**: whatever the reason why a record that was fetched does not arrive, stock Faust takes the hole for compaction
  and acknowledges it, and a hole of one record it does not see. Our sources are never compacted, so a hole is a record
  that Faust dropped: `_drain_messages` seeks back to it, unless the log itself begins behind it.
- **Partitions without a commit** are not sought by aiokafka's `seek_to_committed`: a worker goes on behind what it had
  fetched and dropped when its group moved. If nothing follows, no hole shows, and the partition stands still for ever.
  `_perform_seek` seeks them to their beginning.
- **A seek** of one partition runs in the thread that asks for it and throws away what aiokafka has fetched, which its
  own thread may be handing out: the fetcher ends with a KeyError, and the worker with it. `_seek` asks that thread.
- **The end of a changelog** is asked for with ListOffsets, which some brokers answer too low right after writes: the
  last rows would be missing from the table. `true_ends` takes it from fetches.
- **Recovery that takes longer than a request may**, as while no broker answers or a changelog has no leader, ends
  without a word, and the worker stands idle for ever. `_wait` waits until it is done, begins anew, or the worker ends.
- **Changelog writes** leave with `send_soon` and may be overtaken by a commit after a stall of the broker. `SafeTable`
  writes rows into its store alone; the driver sends them to the changelog with everything else, and waits.
- **Batches**: `take` acknowledges its records even when the body is cancelled; `never_acknowledge` mends that.
- **Fetches** wait up to 1.5 s for the partitions they ask for, while records arrive in others that were busy when the
  fetch began. An article passes five topics, so it may wait five times. Fetches wait a twentieth of a second here.
- **The group**: aiokafka waits with joining, and with heartbeats, until somebody has asked for the error that it ran
  into. Its own `getmany` asks; Faust reads from the fetcher below and never does, so a worker whose session the broker
  does not allow, or that may not read the group, would stand idle for ever. `heed_faults` goes on after faults that
  pass, and ends the worker for others.
- **Missing topics**: who shares the partitions out ignores a topic that its broker does not know yet. If it is a
  changelog, a table that nobody recovered is written over the true one. `await_topics` waits for all topics first.
- **A full disk** puts RocksDB into a state in which it takes nothing more, even when there is room again. `SafeTable`
  lets go of the database, so that the next access opens it anew, and says that it is the disk: the driver waits. While
  tables recover, Faust keeps the rows that could not be written and tries again with each row that comes; `SafeTable`
  has it wait a second each time.
- **The end of a worker** waits until everything is acknowledged that was ever given out. What a driver leaves to others
  when the worker is told to end is never acknowledged; `leave_to_others` has nobody wait for it.
"""

import asyncio
import inspect
import os
from collections.abc import Awaitable, Callable, Iterable, Mapping, MutableMapping
from hashlib import sha256
from typing import Any

import faust
import structlog
from aiokafka.consumer.group_coordinator import GroupCoordinator
from faust.stores.rocksdb import Store as RocksStore
from faust.tables.recovery import Recovery
from faust.transport.consumer import Consumer, ThreadDelegateConsumer
from faust.transport.drivers.aiokafka import AIOKafkaConsumerThread
from faust.types import TP
from faust.types.transports import ConsumerT

from streams.errors import MusnadError

log = structlog.stdlib.get_logger("musnad")

#: Sources of the functions that the cures rely on, as in faust-streaming 0.15.3.
_RELIED_ON = {
    "Recovery.on_recovery_completed": (Recovery.on_recovery_completed, "6ef567acf072e46d"),
    "Recovery._build_highwaters": (Recovery._build_highwaters, "91b4cc0d3724ae7b"),  # noqa: SLF001
    "Recovery._wait": (Recovery._wait, "ec7429b70176f8c6"),  # noqa: SLF001
    "Consumer._drain_messages": (Consumer._drain_messages, "44a2500309e83c63"),  # noqa: SLF001
    "Consumer._add_gap": (Consumer._add_gap, "4df2573ded7c1c2c"),  # noqa: SLF001
    "Consumer.perform_seek": (Consumer.perform_seek, "0e8c130ff4b0afd8"),
    "Consumer.seek": (Consumer.seek, "b86a9fe05f956b30"),
    "ThreadDelegateConsumer._seek": (ThreadDelegateConsumer._seek, "4f95c631420410a5"),  # noqa: SLF001
    "Stream.take_events": (faust.Stream.take_events, "607d48aead118ba8"),
    "Consumer._new_offset": (Consumer._new_offset, "1d2c7ea89a7ad4f1"),  # noqa: SLF001
    "AIOKafkaConsumerThread._create_worker_consumer": (
        AIOKafkaConsumerThread._create_worker_consumer,  # noqa: SLF001
        "c2701bfc3e6f6cad",
    ),
    "GroupCoordinator._coordination_routine": (GroupCoordinator._coordination_routine, "75273e127d4a4f5d"),  # noqa: SLF001
    "GroupCoordinator._push_error_to_user": (GroupCoordinator._push_error_to_user, "743ff515bd7e2e38"),  # noqa: SLF001
    "GroupCoordinator._perform_assignment": (GroupCoordinator._perform_assignment, "a5cf61fa97320199"),  # noqa: SLF001
    "RocksStore._db_for_partition": (RocksStore._db_for_partition, "cb7e67d5f9efc4bc"),  # noqa: SLF001
    "RocksStore.set_persisted_offset": (RocksStore.set_persisted_offset, "b4c811926678346e"),
    "RocksStore.apply_changelog_batch": (RocksStore.apply_changelog_batch, "ea3344d369fc4ab5"),
}
#: Longest that a fetch waits for records, in milliseconds.
_FETCH_WAIT_MS = 50
#: Seconds between two looks at whether the broker knows a topic.
_GLANCE = 0.1
#: Seconds between two attempts to join the group.
_PAUSE = 1.0
#: Ends the process without committing anything.
end_process: Callable[[int], object] = os._exit
#: Tells where partitions, given as topic and number, end.
Ends = Callable[[Iterable[tuple[str, int]]], Awaitable[Mapping[tuple[str, int], int]]]

_stock_create_worker_consumer = AIOKafkaConsumerThread._create_worker_consumer  # noqa: SLF001
_stock_perform_seek = Consumer.perform_seek
_stock_wait = Recovery._wait  # noqa: SLF001
_stock_recovery_completed = Recovery.on_recovery_completed


def fingerprint(function: Any) -> str:  # noqa: ANN401 -- any function
    """First 16 hexadecimal digits of the SHA-256 of a function's source."""
    return sha256(inspect.getsource(function).encode()).hexdigest()[:16]


def check() -> None:
    """Make sure that Faust is the one the cures were written for.

    Raises:
        MusnadError: It changed.
    """
    changed = [name for name, (function, known) in _RELIED_ON.items() if fingerprint(function) != known]
    if changed:
        message = (
            f"Faust changed in {', '.join(changed)}: its cures must be looked at again. Install faust-streaming 0.15.3."
        )
        raise MusnadError(message)


def apply(app: Any, ends: Ends) -> None:  # noqa: ANN401 -- Faust's app
    """Mend recovery; harmless when repeated.

    Args:
        app: The app whose tables recover.
        ends: Tells where partitions end.
    """
    app.true_ends = ends
    AIOKafkaConsumerThread._create_worker_consumer = _create_worker_consumer  # type: ignore[method-assign]  # noqa: SLF001
    Recovery.on_recovery_completed = _recovery_completed  # type: ignore[method-assign]
    Consumer.perform_seek = _perform_seek  # type: ignore[method-assign]
    ThreadDelegateConsumer._seek = _seek  # type: ignore[assignment,method-assign]  # noqa: SLF001
    Recovery._build_highwaters = _build_highwaters  # type: ignore[method-assign]  # noqa: SLF001
    Recovery._wait = _wait  # type: ignore[method-assign]  # noqa: SLF001
    Consumer._drain_messages = _drain_messages  # type: ignore[method-assign]  # noqa: SLF001


async def _drain_messages(self: Any, fetcher: Any) -> None:  # noqa: ANN401 -- Faust's consumer and fetcher
    """Deliver records in the order of their offsets, without a hole.

    `_read_offset` holds the next offset to deliver, as Faust's seeks leave it, and None for the first of a log.
    """
    try:
        while not (self._stopped.is_set() or fetcher._stopped.is_set()):  # noqa: SLF001
            records = self.getmany(timeout=1.0)
            await self.sleep(0)
            if not self.should_stop:
                async for place, message in records:
                    await _deliver(self, place, message)
    except self.consumer_stopped_errors:
        if not self.transport.app.should_stop:
            raise
    except asyncio.CancelledError:
        if not self.transport.app.should_stop:
            raise


async def _perform_seek(self: Any) -> None:  # noqa: ANN401 -- Faust's consumer
    """Seek to what is committed, and where nothing is, to the first record kept."""
    await _stock_perform_seek(self)
    fresh = [
        place
        for place in self.assignment()
        if not self._committed_offset[place] and self.app.topics.acks_enabled_for(place.topic)
    ]
    self.begins = await self.earliest_offsets(*fresh) if fresh else {}
    for place, offset in self.begins.items():
        await self.seek(place, offset)


def progress(consumer: Any, place: TP) -> tuple[int, int] | None:  # noqa: ANN401 -- Faust's consumer
    """Return up to where a partition is committed, and where it ends, as the last fetch says; any thread may ask.

    What is read here changes in two other threads when partitions move, without a lock.

    Args:
        consumer: The consumer.
        place: The partition.

    Returns:
        None where one of them is not known, or no more: the partition is being given or taken away.
    """
    done = _committed(consumer, place)
    try:
        end = consumer.highwater(place)
    except (AssertionError, AttributeError, KeyError, faust.exceptions.ConsumerNotStarted):
        return None
    return None if done is None or end is None else (done, end)


async def _seek(self: Any, place: TP, offset: int) -> None:  # noqa: ANN401 -- Faust's consumer
    """Seek in the consumer's own thread: it throws away what was fetched, and its thread may be handing that out."""
    thread = self._thread
    await thread.call_thread(thread._ensure_consumer().seek, place, offset)  # noqa: SLF001


def _committed(consumer: Any, place: TP) -> int | None:  # noqa: ANN401 -- Faust's consumer
    """Up to where a partition is committed; where nothing is, where `_perform_seek` began."""
    found: int | None = consumer._committed_offset.get(place)  # noqa: SLF001
    return found or getattr(consumer, "begins", {}).get(place)


def in_hand(consumer: Any) -> dict[str, int]:  # noqa: ANN401 -- Faust's consumer, if there is one
    """Return how many records of each topic were given to a stage and are not committed; any thread may ask."""
    found: dict[str, int] = {}
    for place, read in dict(getattr(consumer, "_read_offset", {})).items():
        done = _committed(consumer, place)
        if read and done is not None and read > done and consumer.app.topics.acks_enabled_for(place.topic):
            found[place.topic] = found.get(place.topic, 0) + read - done
    return found


async def _deliver(consumer: Any, place: TP, message: Any) -> None:  # noqa: ANN401 -- Faust's
    """Deliver one record, unless it was delivered before or one before it is missing."""
    wanted = consumer._read_offset[place] or 0  # noqa: SLF001
    offset = message.offset
    if offset < wanted:
        return
    if offset > wanted and consumer.app.topics.acks_enabled_for(message.topic):
        if (await consumer.earliest_offsets(place)).get(place, 0) < offset:
            log.warning("seek back", topic=place.topic, partition=place.partition, wanted=wanted, found=offset)
            await consumer.seek(place, wanted)
            return
        await consumer._add_gap(place, wanted, offset - 1)  # noqa: SLF001
    delivery = asyncio.ensure_future(consumer.callback(message))
    await consumer.wait_first(delivery, consumer.suspend_flow.wait())
    if delivery.done() and not delivery.cancelled():
        consumer._read_offset[place] = offset + 1  # noqa: SLF001


async def _build_highwaters(
    self: Recovery, consumer: ConsumerT, tps: set[TP], destination: MutableMapping[TP, int], title: str
) -> None:
    del consumer, title
    destination.clear()
    ends = await self.app.true_ends(tps) if tps else {}  # type: ignore[attr-defined]
    # Faust counts the last record, not the one after it.
    destination.update({tp: ends[tp.topic, tp.partition] - 1 for tp in tps})


def _create_worker_consumer(self: AIOKafkaConsumerThread, transport: Any) -> Any:  # noqa: ANN401
    consumer = _stock_create_worker_consumer(self, transport)
    consumer._fetch_max_wait_ms = _FETCH_WAIT_MS  # noqa: SLF001 -- before it starts
    stock_start = consumer.start

    async def start() -> None:
        await stock_start()
        await_topics(consumer._coordinator)  # noqa: SLF001
        heed_faults(consumer._coordinator)  # noqa: SLF001 -- it joins when Faust subscribes, later

    consumer.start = start
    return consumer


def await_topics(coordinator: Any) -> None:  # noqa: ANN401 -- aiokafka's, before it has joined
    """Have a coordinator share partitions out only when it knows those of every topic."""
    stock = coordinator._perform_assignment  # noqa: SLF001

    async def perform_assignment(response: Any) -> Any:  # noqa: ANN401 -- Kafka's
        wanted = coordinator._subscription.subscription.topics  # noqa: SLF001 -- all workers read the same
        coordinator._client.set_topics(wanted)  # noqa: SLF001
        told: list[str] = []
        while missing := sorted(name for name in wanted if not coordinator._cluster.partitions_for_topic(name)):  # noqa: SLF001
            if missing != told:
                log.warning("wait for topics", missing=missing)
            told = missing
            await asyncio.sleep(_GLANCE)
            await coordinator._client.force_metadata_update()  # noqa: SLF001
        return await stock(response)

    coordinator._perform_assignment = perform_assignment  # noqa: SLF001


def heed_faults(coordinator: Any) -> None:  # noqa: ANN401 -- aiokafka's, before it has joined
    """Have a coordinator go on after a fault that passes, and end the worker for any other one."""

    async def fault(error: Exception) -> None:
        if getattr(error, "retriable", False):
            log.warning("group coordinator fails", error=repr(error))
            await asyncio.sleep(_PAUSE)
            return
        log.critical("worker ends", reason=f"the group {coordinator.group_id} does not take it: {error!r}")
        end_process(1)

    def ended(task: "asyncio.Task[None]") -> None:
        if not task.cancelled() and (error := task.exception()):
            log.critical("worker ends", reason=f"the group {coordinator.group_id} is lost: {error!r}")
            end_process(1)

    coordinator._push_error_to_user = fault  # noqa: SLF001
    coordinator._coordination_task.add_done_callback(ended)  # noqa: SLF001


async def _wait(self: Recovery, coro: Any, timeout: Any = None) -> None:  # noqa: ANN401, ASYNC109 -- as in Faust
    """Wait for a part of recovery; where stock Faust gives up silently after a while, this does not."""
    del timeout
    await _stock_wait(self, coro)


async def _recovery_completed(self: Recovery, generation_id: int = 0) -> None:
    self.app.consumer.stop_flow()
    self.app.flow_control.suspend()
    await _stock_recovery_completed(self, generation_id)


def producer(app: Any) -> Any:  # noqa: ANN401 -- Faust's app, aiokafka's producer
    """Return the producer below Faust's."""
    return app.producer._ensure_producer()  # noqa: SLF001


def leave_to_others(app: Any, stream: Any, topic: str, finished: Iterable[Any]) -> None:  # noqa: ANN401 -- Faust's
    """Have a stream acknowledge some of the events that it gave out, and nobody wait for others of its topic.

    Args:
        app: The app, which is about to end.
        stream: The stream; from now on it acknowledges nothing else.
        topic: The topic it reads.
        finished: The events.
    """
    stock, mine = stream.ack, {id(event) for event in finished}

    async def acknowledge(event: Any) -> bool:  # noqa: ANN401 -- Faust's event
        return bool(await stock(event)) if id(event) in mine else False

    stream.ack = acknowledge
    consumer = app.consumer
    done = {id(event.message) for event in finished}
    for message in list(consumer._unacked_messages):  # noqa: SLF001
        if message.topic == topic and id(message) not in done:
            consumer._unacked_messages.discard(message)  # noqa: SLF001


def never_acknowledge(stream: Any) -> None:  # noqa: ANN401 -- Faust's stream
    """Keep a stream from acknowledging what it has given out and nobody finished."""

    async def refuse(event: Any) -> bool:  # noqa: ANN401, ARG001
        return False

    stream.ack = refuse
