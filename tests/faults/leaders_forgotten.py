"""A producer that meets a new topic forgets the leaders of all others, and never sends what waits for them.

An `AIOKafkaClient` without topics asks for the metadata of all: so do a producer that has just started, when
somebody calls `force_metadata_update()`, as Faust does when it has made a topic
(faust/transport/drivers/aiokafka.py, `create_topic`, line 1374). Topics that are known from then on are not added
to `_topics`, since `_wait_on_metadata` (aiokafka/client.py, line 486) returns early. When the producer meets a
topic that is not known, `_topics` becomes that one topic, the next answer is about it alone, and
`ClusterMetadata.update_metadata` (aiokafka/cluster.py, line 274) replaces all that was known by it. Batches that
wait for other topics have no leader from then on; the sender asks for metadata again and again, of the one topic.
Unless somebody sends to their topics again, they wait until they expire, and with them every flush and, in Faust,
every commit; Faust's `producer_request_timeout` is 20 minutes.

No window is needed: records wait for `linger_ms`.

Upstream: no issue known to us.
Cure: add a topic to `_topics` whenever something is sent to it; or let an answer replace only what it is about.

    python leaders_forgotten.py HOST:PORT

Exits with 0 if the fault shows, 1 if it does not, 2 if it could not be tried.
"""

import asyncio
import os
import sys
import traceback
from importlib.metadata import version
from uuid import uuid4

from aiokafka import AIOKafkaProducer
from aiokafka.admin import AIOKafkaAdminClient, NewTopic

OLD, NEW = (f"fault-{uuid4().hex[:8]}-{age}" for age in ("old", "new"))


async def reproduce(broker: str) -> bool:
    """Send to an old topic, and before that leaves, to a new one; whether the first record never arrives."""
    admin = AIOKafkaAdminClient(bootstrap_servers=broker)
    await admin.start()
    await admin.create_topics([NewTopic(OLD, 1, 1)])
    producer = AIOKafkaProducer(bootstrap_servers=broker, linger_ms=500, request_timeout_ms=30_000)
    await producer.start()
    while not producer.client.cluster.partitions_for_topic(OLD):
        await producer.client.force_metadata_update()  # of all topics
    await admin.create_topics([NewTopic(NEW, 1, 1)])
    first = await producer.send(OLD, b"first")
    second = await producer.send(NEW, b"second")
    await asyncio.wait([second], timeout=20)
    await asyncio.wait([first], timeout=2)
    print("expected: both records arrive")
    print(f"happened: two seconds after the second, the first {'arrived' if first.done() else 'waits'}, "
          f"the second {'arrived' if second.done() else 'waits'}; "
          f"the leader of the first is {producer.client.cluster._partitions.get(OLD)}")  # fmt: skip
    return second.done() and not first.done()


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
