"""An offset is committed before the rows that its record wrote are in the changelog.

Setting a row puts it into the producer's buffer (`send_soon`); a commit first calls `producer.flush()`, which is to
empty it. But `ProducerBuffer.flush_atmost` (faust/transport/producer.py, lines 78 to 94) gives up when no message
leaves within 0.1 s, says nothing, and the commit goes ahead. A broker that stalls makes that so: aiokafka's `send`
waits for room in its batch. A worker that is killed then has committed records whose rows nobody has: the tables
that the next one recovers lack them for ever.

A stall cannot be had from an address alone, so this script has `send` of the changelog wait ten seconds, as it does
when its batch is full and the broker does not answer; the rest is stock.

Upstream: no issue known to us; pull request 112 brought the wait, 273 the flush before commits.
Cure: let the flush wait until the buffer is empty; or send rows oneself and wait for them before acknowledging.

    python commit_overtakes_changelog.py HOST:PORT

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
CHANGELOG = f"{NAME}-rows-changelog"
PLACE, ROWS = TopicPartition(NAME, 0), TopicPartition(CHANGELOG, 0)


async def reproduce(broker: str, folder: str) -> bool:
    """Have an agent write a row for each of ten records; whether more is committed than the changelog holds."""
    admin = AIOKafkaAdminClient(bootstrap_servers=broker)
    await admin.start()
    await admin.create_topics([NewTopic(NAME, 1, 1), NewTopic(CHANGELOG, 1, 1)])
    async with AIOKafkaProducer(bootstrap_servers=broker) as producer:
        for number in range(10):
            await producer.send_and_wait(NAME, b"%d" % number)
    app: Any = faust.App(
        NAME, broker=f"kafka://{broker}", datadir=folder, store="memory://", web_enabled=False,
        topic_disable_leader=True, topic_partitions=1, broker_commit_interval=0.2, stream_recovery_delay=0,
    )  # fmt: skip
    table = app.Table("rows", key_type=bytes, value_type=bytes, partitions=1)

    @app.agent(app.topic(NAME, value_type=bytes, value_serializer="raw"))
    async def agent(stream: Any) -> None:
        async for value in stream:
            table[value] = value

    stock = AIOKafkaProducer.send

    async def send(self: AIOKafkaProducer, topic: str, *arguments: Any, **named: Any) -> Any:
        if topic == CHANGELOG:
            await asyncio.sleep(10)  # the broker stalls
        return await stock(self, topic, *arguments, **named)

    AIOKafkaProducer.send = send
    await app.start()
    async with AIOKafkaConsumer(bootstrap_servers=broker, group_id=NAME, enable_auto_commit=False) as group:
        group.assign([PLACE])
        for _ in range(80):  # eight seconds: less than the stall, much more than the commit interval
            if committed := await group.committed(PLACE):
                break
            await asyncio.sleep(0.1)
        rows = (await group.end_offsets([ROWS]))[ROWS]
    print("expected: no more records are committed than rows are in the changelog")
    print(f"happened: {committed} records are committed, {rows} rows are in the changelog")
    return bool(committed and committed > rows)


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
