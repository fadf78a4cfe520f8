"""A changelog that the broker does not know for a moment is left out, and its table is not recovered.

`PartitionAssignor._get_copartitioned_groups` (faust/assignor/partition_assignor.py, lines 169 to 181) logs
"Ignoring missing topic" and goes on with the others. Nobody then reads that changelog: the worker is "ready", and
its agents look rows up in an empty table until metadata are asked for again, by default after five minutes. Setting
a row raises PartitionsMismatch meanwhile, so that an agent which writes loses its record (see
exception_acknowledges.py); one that only reads goes on with what is wrong. The topic is there: the server that the
group's leader asked had not heard of it yet, as happens after it was made, or when a server has just started.

That moment cannot be had from an address alone, so this script takes the changelog out of the answers about
metadata for eight seconds; the rest is stock.

Upstream: no issue known to us.
Cure: do not share out while a subscribed topic is unknown: ask for metadata until all are there.

    python missing_topic_left_out.py HOST:PORT

Exits with 0 if the fault shows, 1 if it does not, 2 if it could not be tried.
"""

import asyncio
import os
import sys
import time
import traceback
from importlib.metadata import version
from tempfile import TemporaryDirectory
from typing import Any
from uuid import uuid4

import faust
from aiokafka import AIOKafkaProducer
from aiokafka.admin import AIOKafkaAdminClient, NewTopic
from aiokafka.cluster import ClusterMetadata

NAME = f"fault-{uuid4().hex[:8]}"
CHANGELOG = f"{NAME}-rows-changelog"


async def reproduce(broker: str, folder: str) -> bool:
    """Look a row of the changelog up while its topic is not known; whether the agent finds nothing."""
    admin = AIOKafkaAdminClient(bootstrap_servers=broker)
    await admin.start()
    await admin.create_topics([NewTopic(NAME, 1, 1), NewTopic(CHANGELOG, 1, 1)])
    async with AIOKafkaProducer(bootstrap_servers=broker) as producer:
        await producer.send_and_wait(CHANGELOG, b"41", b"count")
        await producer.send_and_wait(NAME, b"look", b"count")
    app: Any = faust.App(
        NAME, broker=f"kafka://{broker}", datadir=folder, store="memory://", web_enabled=False,
        topic_disable_leader=True, topic_partitions=1, stream_recovery_delay=0,
    )  # fmt: skip
    table = app.Table("rows", key_type=bytes, value_type=bytes, partitions=1)
    found: list[bytes | None] = []

    @app.agent(app.topic(NAME, key_type=bytes, value_type=bytes, key_serializer="raw", value_serializer="raw"))
    async def agent(stream: Any) -> None:
        async for event in stream.events():
            found.append(table.get(event.key))

    stock = ClusterMetadata.update_metadata
    ends = time.monotonic() + 8

    def update_metadata(self: ClusterMetadata, answer: Any) -> None:
        stock(self, answer)
        if time.monotonic() < ends:
            self._partitions.pop(CHANGELOG, None)  # this server has not heard of it yet

    ClusterMetadata.update_metadata = update_metadata
    await app.start()
    while not found:
        await asyncio.sleep(0.05)
    print("expected: the table is recovered first, and the agent finds b'41'")
    print(f"happened: the agent finds {found[0]!r}")
    return found[0] is None


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
