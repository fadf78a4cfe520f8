"""A seek ends the worker: it throws away fetched records in one thread while another hands them out.

`ThreadDelegateConsumer._seek` (faust/transport/consumer.py, line 1453) calls aiokafka's `seek` in the caller's
thread, where all else goes through `call_thread`. aiokafka's `Fetcher.seek_to` deletes `_records[tp]`;
`fetched_records` (aiokafka/consumer/fetcher.py, lines 1220 to 1232), in the consumer's thread, looks that key up,
reads, and deletes it too. Nothing is awaited in between, so in one thread this would be safe; with two the second
deletion is a KeyError, which leaves `Consumer._drain_messages` and ends the fetcher.

The window is as long as reading a batch takes. This script makes that 20 ms, by a sleep in `FetchResult.getall`,
and seeks until it hits; the rest is stock.

Upstream: no issue of faust-streaming known to us; robinhood/aiokafka issue 19 has the same KeyError in the same
function.
Cure: `await self._thread.call_thread(consumer.seek, partition, offset)`.

    python seek_races_fetch.py HOST:PORT

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
from aiokafka.consumer.fetcher import FetchResult
from faust.types import TP

NAME = f"fault-{uuid4().hex[:8]}"


async def reproduce(broker: str, folder: str) -> bool:
    """Seek to the beginning time and again while records are fetched; whether the fetcher ends."""
    admin = AIOKafkaAdminClient(bootstrap_servers=broker)
    await admin.start()
    await admin.create_topics([NewTopic(NAME, 1, 1)])
    async with AIOKafkaProducer(bootstrap_servers=broker) as producer:
        for number in range(10):
            await producer.send_and_wait(NAME, b"%d" % number)
    app: Any = faust.App(
        NAME, broker=f"kafka://{broker}", datadir=folder, store="memory://", web_enabled=False,
        topic_disable_leader=True, stream_recovery_delay=0,
    )  # fmt: skip

    @app.agent(app.topic(NAME, value_type=bytes, value_serializer="raw"))
    async def agent(stream: Any) -> None:
        async for _ in stream:
            pass

    stock = FetchResult.getall

    def getall(self: FetchResult, most: int | None = None) -> list[Any]:
        found: list[Any] = stock(self, most)
        time.sleep(0.02)  # the window
        return found

    FetchResult.getall = getall
    await app.start()
    while app.rebalancing or not app.consumer.assignment():
        await asyncio.sleep(0.05)
    seeks = 0
    ends = time.monotonic() + 8
    while not app._fetcher.crashed and time.monotonic() < ends:
        await app.consumer.seek(TP(NAME, 0), 0)
        seeks += 1
        await asyncio.sleep(0.005)
    await asyncio.sleep(0.5)
    words = "ended too" if app.crashed else "goes on"
    print("expected: records are delivered again after each seek")
    print(f"happened: after {seeks} seeks the fetcher had ended with {app._fetcher.crash_reason!r}; the worker {words}")
    return isinstance(app._fetcher.crash_reason, KeyError)


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
