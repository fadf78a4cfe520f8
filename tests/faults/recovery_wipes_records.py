"""Records that arrive while tables recover are wiped, and then acknowledged as if they had been compacted away.

`Recovery.on_recovery_completed` (faust/tables/recovery.py, lines 624 to 667) resumes the source partitions and
seeks them while the flow is still on, since the changelogs were read with it. Between `seek_to_committed` and
`flow_control.resume()` the fetcher delivers records; `resume()` then clears the streams' queues, and `perform_seek`
sets the read offset back to the committed one. Nobody seeks again: the next record shows a gap, which `_add_gap`
(faust/transport/consumer.py, line 1157) has counted as acknowledged. Without tables `_resume_streams` seeks before
it lets anything flow.

The window is the time from the seek to the resumption. This script keeps it open until the records have come, as a
busy event loop may, by waiting behind `seek_to_committed`; the rest is stock.

Upstream: faust-streaming issue 596 (open) describes the race.
Cure: `consumer.stop_flow()` and `flow_control.suspend()` at the beginning of `on_recovery_completed`.

    python recovery_wipes_records.py HOST:PORT

Exits with 0 if the fault shows, 1 if it does not, 2 if it could not be tried.
"""

import asyncio
import os
import sys
import traceback
from collections.abc import Mapping
from importlib.metadata import version
from tempfile import TemporaryDirectory
from typing import Any
from uuid import uuid4

import faust
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient, NewTopic

NAME = f"fault-{uuid4().hex[:8]}"
CHANGELOG = f"{NAME}-rows-changelog"
PLACE = TopicPartition(NAME, 0)


async def reproduce(broker: str, folder: str) -> bool:
    """Have a worker take a group over at offset 3 of 10, with a table to recover; whether it passes records over."""
    admin = AIOKafkaAdminClient(bootstrap_servers=broker)
    await admin.start()
    await admin.create_topics([NewTopic(NAME, 1, 1), NewTopic(CHANGELOG, 1, 1)])
    producer = AIOKafkaProducer(bootstrap_servers=broker)
    await producer.start()
    for topic, count in ((NAME, 10), (CHANGELOG, 5)):
        for number in range(count):
            await producer.send_and_wait(topic, b"%d" % number, b"%d" % number)
    group = AIOKafkaConsumer(bootstrap_servers=broker, group_id=NAME, enable_auto_commit=False)
    await group.start()
    group.assign([PLACE])
    await group.commit({PLACE: 3})

    app: Any = faust.App(
        NAME, broker=f"kafka://{broker}", datadir=folder, store="memory://", web_enabled=False,
        topic_disable_leader=True, topic_partitions=1, broker_commit_interval=0.2, stream_recovery_delay=0,
    )  # fmt: skip
    app.Table("rows", key_type=bytes, value_type=bytes, partitions=1)
    done: list[int] = []

    @app.agent(app.topic(NAME, value_type=bytes, value_serializer="raw"))
    async def agent(stream: Any) -> None:
        async for event in stream.events():
            await asyncio.sleep(1)
            done.append(event.message.offset)

    stock = app.consumer.seek_to_committed

    async def seek_to_committed() -> Mapping[Any, int]:
        found: Mapping[Any, int] = await stock()
        for _ in range(50):  # the window
            await asyncio.sleep(0.1)
            if await app.consumer.position(PLACE) == 10:
                await asyncio.sleep(0.2)  # all are handed out
                break
        return found

    app.consumer.seek_to_committed = seek_to_committed
    await app.start()
    while app.rebalancing or not app.tables.recovery.completed.is_set():
        await asyncio.sleep(0.05)
    await producer.send_and_wait(NAME, b"10")
    while (committed := await group.committed(PLACE)) < 11:
        await asyncio.sleep(0.1)
    await asyncio.sleep(2)  # the agent finishes what it has
    await producer.stop()
    await group.stop()
    lost = sorted(set(range(3, committed)) - set(done))
    print(f"expected: offset {committed} is committed, and records 3 to {committed - 1} are done")
    print(f"happened: offset {committed} is committed, records {sorted(done)} are done, records {lost} are lost")
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
