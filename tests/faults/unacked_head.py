"""An offset is committed past a record that an agent still works on.

`Consumer._new_offset` (faust/transport/consumer.py, lines 1097 to 1151) takes the first run of consecutive
acknowledged offsets. It asks whether that run begins where the last commit ended only if there was a commit other
than 0, and lets a hole of one offset pass even then (`min(acked) - committed_offset > 1`). So with `concurrency=2`
a slow first record is committed past as soon as a later one is done; the worker that is killed then has lost it.

Upstream: faust-streaming issue 606, pull request 707 (open).
Cure: concurrency 1, one record or batch at a time; or commit no further than the lowest offset that was delivered
and is not acknowledged.

    python unacked_head.py HOST:PORT

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
    """Publish a slow record and five quick ones; whether the group's offset passes the slow one."""
    admin = AIOKafkaAdminClient(bootstrap_servers=broker)
    await admin.start()
    await admin.create_topics([NewTopic(NAME, 1, 1)])
    async with AIOKafkaProducer(bootstrap_servers=broker) as producer:
        for value in [b"slow", *[b"quick"] * 5]:
            await producer.send_and_wait(NAME, value)
    app: Any = faust.App(
        NAME, broker=f"kafka://{broker}", datadir=folder, store="memory://", web_enabled=False,
        topic_disable_leader=True, broker_commit_interval=0.2,
    )  # fmt: skip
    done: list[int] = []

    @app.agent(app.topic(NAME, value_type=bytes, value_serializer="raw"), concurrency=2)
    async def agent(stream: Any) -> None:
        async for event in stream.events():
            if event.value == b"slow":
                await asyncio.sleep(3600)
            done.append(event.message.offset)

    await app.start()
    while len(done) < 5:
        await asyncio.sleep(0.05)
    async with AIOKafkaConsumer(bootstrap_servers=broker, group_id=NAME, enable_auto_commit=False) as consumer:
        consumer.assign([PLACE])
        for _ in range(25):  # twelve times the commit interval
            await asyncio.sleep(0.1)
            if committed := await consumer.committed(PLACE):
                break
    print("expected: record 0 is not done, so nothing is committed")
    print(f"happened: records {sorted(done)} are done, offset {committed} is committed")
    return bool(committed)


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
