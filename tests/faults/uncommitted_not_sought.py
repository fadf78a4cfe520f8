"""Records that were fetched and dropped while a group moved never come again where nothing was committed yet.

What `Consumer.getmany` (faust/transport/consumer.py, lines 693 to 774) has fetched when the flow is stopped it
throws away, and calls `perform_seek` to go back. That goes by aiokafka's `seek_to_committed`, which seeks a
partition only if it has a commit above 0 (aiokafka/consumer/consumer.py, lines 896 to 903). Where there is none,
the fetcher goes on behind what was thrown away. `_drain_messages` takes whatever comes first for the beginning
(`r_offset is None`), so there is no gap either: the next commit covers what is lost, and until something else is
published the partition stands still.

A fetch has to be under way when the group moves, and to return between the assignment and the resumption. So this
script has the worker join its group anew (`request_rejoin`) when a fetch begins, which may wait for longer than a
second, publishes when it is told that partitions are revoked, and has the resumption wait four seconds (as
`stream_recovery_delay` does), as tables would; all else is stock.

Upstream: no issue known to us.
Cure: in `perform_seek`, seek partitions without a commit to their beginning (or end, by `auto_offset_reset`).

    python uncommitted_not_sought.py HOST:PORT

Exits with 0 if the fault shows, 1 if it does not, 2 if it could not be tried.
"""

import asyncio
import os
import sys
import traceback
from importlib.metadata import version
from tempfile import TemporaryDirectory
from typing import Any
from uuid import uuid4

import faust
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient, NewTopic

NAME = f"fault-{uuid4().hex[:8]}"
PLACE = TopicPartition(NAME, 0)


async def reproduce(broker: str, folder: str) -> bool:
    """Publish five records while the group moves and one later; whether the five are lost."""
    admin = AIOKafkaAdminClient(bootstrap_servers=broker)
    await admin.start()
    await admin.create_topics([NewTopic(NAME, 1, 1)])
    app: Any = faust.App(
        NAME, broker=f"kafka://{broker}", datadir=folder, store="memory://", web_enabled=False,
        topic_disable_leader=True, broker_commit_interval=0.2, stream_recovery_delay=0,
    )  # fmt: skip
    done: list[int] = []

    @app.agent(app.topic(NAME, value_type=bytes, value_serializer="raw"))
    async def agent(stream: Any) -> None:
        async for event in stream.events():
            done.append(event.message.offset)

    ready = asyncio.Event()
    moved = asyncio.Event()

    @app.on_rebalance_complete.connect
    async def complete(*_app: Any, **_rest: Any) -> None:
        (moved if ready.is_set() else ready).set()

    async with AIOKafkaProducer(bootstrap_servers=broker) as producer:

        @app.on_partitions_revoked.connect
        async def revoked(*_app: Any, **_rest: Any) -> None:
            if ready.is_set():
                await asyncio.gather(*[await producer.send(NAME, b"%d" % number) for number in range(5)])

        await app.start()
        await ready.wait()
        app.tables.recovery.recovery_delay = 4
        thread = app.consumer._thread
        stock = thread._fetch_records

        async def fetch_records(*arguments: Any, **named: Any) -> Any:
            thread._fetch_records = stock
            thread._consumer._coordinator.request_rejoin()
            return await stock(*arguments, **{**named, "timeout": 10})

        await asyncio.sleep(1)  # the worker is at rest
        thread._fetch_records = fetch_records
        await moved.wait()
        await asyncio.sleep(1)
        still = list(done)
        await producer.send_and_wait(NAME, b"5")
    async with AIOKafkaConsumer(bootstrap_servers=broker, group_id=NAME, enable_auto_commit=False) as group:
        group.assign([PLACE])
        while (committed := await group.committed(PLACE) or 0) < 6:
            await asyncio.sleep(0.1)
    lost = sorted(set(range(6)) - set(done))
    print("expected: records 0 to 4 are done, and later record 5")
    print(f"happened: first {still} are done, later {done}; offset {committed} is committed, records {lost} are lost")
    return bool(lost)


async def main() -> None:
    """Try it, say what came of it, and end as by a kill: nothing else is finished or committed."""
    if len(sys.argv) != 2:
        print(f"Give the address of a broker: python {sys.argv[0]} HOST:PORT")
        sys.exit(2)
    print(", ".join(f"{name} {version(name)}" for name in ("faust-streaming", "aiokafka")))
    try:
        with TemporaryDirectory() as folder:
            shown = await asyncio.wait_for(reproduce(sys.argv[1], folder), 60)
        print("reproduced" if shown else "not reproduced", flush=True)
        os._exit(not shown)
    except Exception:
        traceback.print_exc()
        os._exit(2)


if __name__ == "__main__":
    asyncio.run(main())
