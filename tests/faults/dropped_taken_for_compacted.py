"""Records that Faust itself dropped are taken for compacted ones, and acknowledged.

When the next record is not the one behind the last, `Consumer._drain_messages` (faust/transport/consumer.py, lines
1208 to 1215) takes it that the log has a hole there and has `_add_gap` count the missing offsets as acknowledged;
and so the offset of the record itself, which nobody has seen yet (the interval ends at `offset`, not before it).
But a hole is also what remains of records that were fetched and not delivered, and they are lost with it. A hole of
one record right behind a seek is not seen (`gap > 1`, where the read offset is the next one to come), and committed
past (unacked_head.py).

Faust has several ways to drop what it has fetched; this script takes one that needs no race: `getmany` (lines 758
to 762) leaves out the rest of a batch whose partition was paused after it was fetched, and nobody seeks back. So
`pause_partitions` and `resume_partitions`, as an agent may call them to have a rest, lose records. All is stock.

Upstream: no issue known to us; 596 has the same consequence.
Cure: seek back to a hole, unless the topic is compacted or its log begins behind the hole.

    python dropped_taken_for_compacted.py HOST:PORT

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
from faust.types import TP

NAME = f"fault-{uuid4().hex[:8]}"
PLACE = TopicPartition(NAME, 0)
COUNT = 1_000


async def reproduce(broker: str, folder: str) -> bool:
    """Have an agent pause its partition for a second at its third record; whether records are passed over."""
    admin = AIOKafkaAdminClient(bootstrap_servers=broker)
    await admin.start()
    await admin.create_topics([NewTopic(NAME, 1, 1)])
    app: Any = faust.App(
        NAME, broker=f"kafka://{broker}", datadir=folder, store="memory://", web_enabled=False,
        topic_disable_leader=True, broker_commit_interval=0.2, stream_recovery_delay=0,
    )  # fmt: skip
    done: set[int] = set()

    @app.agent(app.topic(NAME, value_type=bytes, value_serializer="raw"))
    async def agent(stream: Any) -> None:
        async for event in stream.events():
            if event.message.offset == 2:  # after 0 alone no gap is seen, and nothing is committed any more
                app.consumer.pause_partitions([TP(NAME, 0)])
                await asyncio.sleep(1)
                app.consumer.resume_partitions([TP(NAME, 0)])
            done.add(event.message.offset)

    async with AIOKafkaProducer(bootstrap_servers=broker, linger_ms=100) as producer:
        await asyncio.gather(*[await producer.send(NAME, b"%d" % number) for number in range(COUNT)])
        await app.start()
        while 2 not in done:
            await asyncio.sleep(0.05)
        await producer.send_and_wait(NAME, b"last")
    async with AIOKafkaConsumer(bootstrap_servers=broker, group_id=NAME, enable_auto_commit=False) as group:
        group.assign([PLACE])
        while (committed := await group.committed(PLACE) or 0) <= COUNT:
            await asyncio.sleep(0.1)
    print(f"expected: offset {committed} is committed, and {committed} records are done")
    print(f"happened: offset {committed} is committed, {len(done)} records are done, {committed - len(done)} are lost")
    return len(done) < committed


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
