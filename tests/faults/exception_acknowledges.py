"""A record whose processing failed is acknowledged, committed and never seen again.

`Stream._py_aiter` and its Cython twin (faust/streams.py, lines 1334 to 1350) acknowledge an event in a `finally`:
also when the agent's body was left by an exception, or cancelled. `Stream.take` and its kin (lines 432 to 440) do
the same for a whole batch. One or two records that `take` had read for its next batch are acknowledged with it, and
lost, too. The agent is restarted and goes on with the next record; the one that failed is committed past. Of single
records the user guide says so (streams, "Acknowledgment"), so there it is by design; of batches, whose other
records were not even begun, and of cancellation it says nothing.

Upstream: issues 527 and 315 of faust-streaming, 604 of robinhood/faust (open; they report it for `noack`).
Cure: let nothing leave the body, and keep a batch that is cancelled from being acknowledged; or acknowledge in an
`else`.

    python exception_acknowledges.py HOST:PORT

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
ONE, MANY = (TopicPartition(f"{NAME}-{way}", 0) for way in ("one", "many"))


async def reproduce(broker: str, folder: str) -> bool:  # noqa: C901 -- two agents and what they are given
    """Fail at each first record, one by one and in batches; whether they are committed past and not tried again."""
    admin = AIOKafkaAdminClient(bootstrap_servers=broker)
    await admin.start()
    await admin.create_topics([NewTopic(place.topic, 1, 1) for place in (ONE, MANY)])
    app: Any = faust.App(
        NAME, broker=f"kafka://{broker}", datadir=folder, store="memory://", web_enabled=False,
        topic_disable_leader=True, broker_commit_interval=0.2, stream_recovery_delay=0,
    )  # fmt: skip
    begun: list[bytes] = []
    done: list[bytes] = []

    def work(value: bytes) -> None:
        begun.append(value)
        if value.endswith(b"0"):
            raise ValueError(value)
        done.append(value)

    @app.agent(app.topic(ONE.topic, value_type=bytes, value_serializer="raw"))
    async def one(stream: Any) -> None:
        async for value in stream:
            work(value)

    @app.agent(app.topic(MANY.topic, value_type=bytes, value_serializer="raw"))
    async def many(stream: Any) -> None:
        async for values in stream.take(2, within=1):
            for value in values:
                work(value)

    async with AIOKafkaProducer(bootstrap_servers=broker) as producer:
        sent = [b"%s %d" % (place.topic[-3:].encode(), number) for place in (ONE, MANY) for number in range(4)]
        for value in sent:
            await producer.send_and_wait((ONE if value.startswith(b"one") else MANY).topic, value)
    await app.start()
    async with AIOKafkaConsumer(bootstrap_servers=broker, group_id=NAME, enable_auto_commit=False) as group:
        group.assign([ONE, MANY])
        for _ in range(300):
            committed = {place: await group.committed(place) for place in (ONE, MANY)}
            if set(committed.values()) == {4}:
                break
            await asyncio.sleep(0.1)
    await asyncio.sleep(3)  # agents that failed begin anew
    lost = [value for value in sent if value not in done]
    print("expected: what failed is tried again, or not committed past")
    print(f"happened: offsets {list(committed.values())} of 4 and 4 are committed; begun {begun}; lost {lost}")
    return set(committed.values()) == {4} and {b"one 0", b"any 0", b"any 1"} <= set(lost)


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
