"""A worker that its group does not take stands idle for ever.

aiokafka's `GroupCoordinator` catches what keeps it out of the group and waits until somebody has asked for the
error (`_push_error_to_user`, aiokafka/consumer/group_coordinator.py, lines 335 to 353). `getone` and `getmany` ask,
by `check_errors`. Faust reads from the fetcher below them (faust/transport/drivers/aiokafka.py, `_fetch_records`,
line 1088) and never asks: aiokafka logs one line, nothing is retried, and the worker neither works nor ends. Errors
that pass, as that of a coordinator that moves, have the same end if aiokafka passes them on.

Here the session is shorter than any broker allows (0.5 s; `group.min.session.timeout.ms` is 6000 by default).

Upstream: no issue of faust-streaming known to us; aiokafka issue 294 (closed) brought `check_errors`.
Cure: call `consumer._coordinator.check_errors()` in `_fetch_records`, and let what it raises end the worker.

    python group_error_unheard.py HOST:PORT

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
from aiokafka import AIOKafkaConsumer
from aiokafka.admin import AIOKafkaAdminClient, NewTopic

NAME = f"fault-{uuid4().hex[:8]}"


async def reproduce(broker: str, folder: str) -> bool:
    """Join with a session that is too short, by aiokafka alone and by Faust; whether Faust says nothing."""
    admin = AIOKafkaAdminClient(bootstrap_servers=broker)
    await admin.start()
    await admin.create_topics([NewTopic(NAME, 1, 1)])
    session = {"session_timeout_ms": 500, "heartbeat_interval_ms": 100}
    consumer = AIOKafkaConsumer(NAME, bootstrap_servers=broker, group_id=f"{NAME}-plain", **session)
    told = ""
    try:
        await asyncio.wait_for(consumer.start(), 10)
        await asyncio.wait_for(consumer.getmany(timeout_ms=3_000), 10)
    except Exception as error:
        told = repr(error)
    await consumer.stop()
    if not told:
        raise RuntimeError("the broker takes a session of 0.5 s")

    app: Any = faust.App(
        NAME, broker=f"kafka://{broker}", datadir=folder, store="memory://", web_enabled=False,
        topic_disable_leader=True, broker_session_timeout=0.5, broker_heartbeat_interval=0.1,
    )  # fmt: skip

    @app.agent(app.topic(NAME, value_type=bytes, value_serializer="raw"))
    async def agent(stream: Any) -> None:
        async for _ in stream:
            pass

    starting = asyncio.ensure_future(app.start())
    for _ in range(200):
        await asyncio.sleep(0.1)
        coordinator = getattr(app.consumer._thread._consumer, "_coordinator", None)  # none before it starts
        if waiting := getattr(coordinator, "_pending_exception", None):
            break
    await asyncio.sleep(2)
    ended = app.crashed or app.should_stop or (starting.done() and starting.exception() is not None)
    print(f"expected: the worker ends, or says {told}, as aiokafka alone does")
    print(f"happened: ended {bool(ended)}, partitions {len(app.consumer.assignment())}, nobody asked for {waiting!r}")
    return not ended and waiting is not None


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
