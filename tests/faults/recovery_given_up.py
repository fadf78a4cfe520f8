"""Recovery that takes longer than a request may ends without a word, and the worker stands idle for ever.

`Recovery._wait` (faust/tables/recovery.py, lines 606 to 622) gives eight parts of recovery `broker_request_timeout`
each, 90 s by default. mode's `wait_first` (mode/services.py, lines 777 to 796) answers alike when the time is over and
when the service stops: nothing is done, `stopped` is true. `_wait` takes it for a stop and raises ServiceStopped, at
which `_restart_recovery` (lines 561 to 565) leaves its loop; its line in the log shows only with DEVLOG set. The
service goes on without that task: the flow stays off, nothing crashes, and when the group moves again nobody begins
recovery anew. aiokafka would raise KafkaTimeoutError after the same time, but its clock starts later.

One part asks where changelogs end. This script holds that question for 9 s, as a broker that is away does, where a
request may take 6 s; questions after that are not held, and the rest is stock.

Upstream: no issue known to us.
Cure: no timeout in `_wait`; or an error that ends the worker.

    python recovery_given_up.py HOST:PORT

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
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer
from aiokafka.admin import AIOKafkaAdminClient, NewTopic

NAME = f"fault-{uuid4().hex[:8]}"
CHANGELOG = f"{NAME}-rows-changelog"
REQUEST, AWAY = 6, 9


async def reproduce(broker: str, folder: str) -> bool:
    """Recover a table whose changelog's end is told late; whether the worker stands idle, a rebalance later too."""
    admin = AIOKafkaAdminClient(bootstrap_servers=broker)
    await admin.start()
    await admin.create_topics([NewTopic(NAME, 1, 1), NewTopic(CHANGELOG, 1, 1)])
    async with AIOKafkaProducer(bootstrap_servers=broker) as producer:
        await producer.send_and_wait(CHANGELOG, b"41", b"count")
        await producer.send_and_wait(NAME, b"look", b"count")
    app: Any = faust.App(
        NAME, broker=f"kafka://{broker}", datadir=folder, store="memory://", web_enabled=False,
        topic_disable_leader=True, topic_partitions=1, stream_recovery_delay=0, broker_request_timeout=REQUEST,
        broker_session_timeout=REQUEST, broker_heartbeat_interval=1,
    )  # fmt: skip
    table = app.Table("rows", key_type=bytes, value_type=bytes, partitions=1)
    found: list[bytes | None] = []

    @app.agent(app.topic(NAME, key_type=bytes, value_type=bytes, key_serializer="raw", value_serializer="raw"))
    async def agent(stream: Any) -> None:
        async for event in stream.events():
            found.append(table.get(event.key))

    stock = AIOKafkaConsumer.end_offsets
    asked: list[float] = []

    async def end_offsets(self: AIOKafkaConsumer, places: Any) -> Any:
        asked.append(time.monotonic())
        await asyncio.sleep(max(0, asked[0] + AWAY - time.monotonic()))
        return await stock(self, places)

    AIOKafkaConsumer.end_offsets = end_offsets
    starting = asyncio.ensure_future(app.start())  # comes back when tables are recovered

    def ended() -> bool:
        return bool(app.crashed or app.should_stop or (starting.done() and starting.exception()))

    async def look(seconds: float) -> None:
        ends = time.monotonic() + seconds
        while time.monotonic() < ends and not found and not ended():
            await asyncio.sleep(0.05)

    while not asked and not ended():
        await asyncio.sleep(0.05)
    await look(AWAY + 4)
    generation = app.consumer_generation_id
    if not found and not ended():
        app.consumer._thread._consumer._coordinator.request_rejoin()
        await look(8)
    rebalances = app.consumer_generation_id - generation
    print("expected: recovery goes on when the answer has come, and the agent finds b'41'; or the worker ends")
    print(f"happened: the agent finds {found}, after {rebalances} further rebalances; ended {ended()}")
    return not found and not ended()


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
