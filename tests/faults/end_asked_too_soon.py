"""The end of a partition, asked of some brokers right after writes, is too low.

`Recovery._build_highwaters` (faust/tables/recovery.py, lines 669 to 685) takes the end of a changelog from
aiokafka's `end_offsets` (a ListOffsets request), and recovery ends there. A broker that has acknowledged a record
and answers with an end before it makes the next worker begin with a table that lacks its last rows. Apache Kafka
does not: this is a fault of such brokers, of which Tansu is one, and not of Faust. It matters there because nothing
corrects the end; fetches, whose answers carry the high watermark too, have it right.

Upstream: not a fault of Faust; no issue of Tansu known to us.
Cure: take ends from the high watermark of a fetch (`AIOKafkaConsumer.highwater`).

    python end_asked_too_soon.py HOST:PORT

Exits with 0 if the fault shows, 1 if it does not, 2 if it could not be tried.
"""

import asyncio
import os
import sys
import traceback
from contextlib import AsyncExitStack
from importlib.metadata import version
from uuid import uuid4

from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient, NewTopic

NAME = f"fault-{uuid4().hex[:8]}"
PLACES = [TopicPartition(NAME, number) for number in range(4)]


async def reproduce(broker: str) -> bool:
    """Write to four partitions by three producers, a hundred times; how often an end is before what is acknowledged."""
    admin = AIOKafkaAdminClient(bootstrap_servers=broker)
    await admin.start()
    await admin.create_topics([NewTopic(NAME, len(PLACES), 1)])
    low: list[int] = []
    async with AsyncExitStack() as clients:
        consumer = await clients.enter_async_context(AIOKafkaConsumer(bootstrap_servers=broker))
        producers = [
            await clients.enter_async_context(AIOKafkaProducer(bootstrap_servers=broker, linger_ms=1)) for _ in range(3)
        ]
        for _ in range(100):
            sent = [
                await producer.send(NAME, b"x" * 100, partition=number % len(PLACES))
                for number in range(40)
                for producer in producers
            ]
            wanted = dict.fromkeys(PLACES, 0)
            for record in await asyncio.gather(*sent):
                place = TopicPartition(NAME, record.partition)
                wanted[place] = max(wanted[place], record.offset + 1)
            ends = await consumer.end_offsets(PLACES)
            low += [wanted[place] - ends[place] for place in PLACES if ends[place] < wanted[place]]
    print("expected: no end is before a record that was acknowledged")
    print(f"happened: {len(low)} of 400 ends are, by up to {max(low, default=0)} records")
    return bool(low)


async def main() -> None:
    """Try it, say what came of it, and end as by a kill."""
    if len(sys.argv) != 2:
        print(f"Give the address of a broker: python {sys.argv[0]} HOST:PORT")
        sys.exit(2)
    print(f"aiokafka {version('aiokafka')}")
    try:
        shown = await asyncio.wait_for(reproduce(sys.argv[1]), 60)
        print("reproduced" if shown else "not reproduced", flush=True)
        os._exit(not shown)
    except Exception:
        traceback.print_exc()
        os._exit(2)


if __name__ == "__main__":
    asyncio.run(main())
