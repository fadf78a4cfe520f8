"""Records on their way to the broker, gathered by partition and sent as whole batches.

Sending records one by one costs a future, a look at the metadata and a turn of the event loop for each, which is more
than most steps take. A stage writes dozens of records for an article and knows their partitions, so it fills Kafka's
record batches itself.
"""

import asyncio
from collections import Counter
from typing import Any

from schemas.headers import Headers

#: Topic and partition.
Place = tuple[str, int]


class Outbox:
    """The records of one batch of a stage.

    Args:
        producer: aiokafka's producer.
    """

    def __init__(self, producer: Any) -> None:  # noqa: ANN401 -- aiokafka is untyped
        self._producer = producer
        self._letters: dict[Place, list[Any]] = {}
        self.records: Counter[str] = Counter()
        self.sizes: Counter[str] = Counter()

    def add(
        self,
        place: Place,
        key: bytes | None,
        value: bytes | None,
        stamp: int | None = None,
        headers: Headers | None = None,
    ) -> None:
        """Put a record in, behind those of its partition.

        Args:
            place: Topic and partition.
            key: The key.
            value: The value.
            stamp: The timestamp in milliseconds; the clock's if missing.
            headers: The headers.
        """
        batches = self._letters.setdefault(place, [])
        for attempt in (False, True):
            if attempt or not batches:
                batches.append(self._producer.create_batch())
            if batches[-1].append(timestamp=stamp, key=key, value=value, headers=headers or []) is not None:
                break
        self.records[place[0]] += 1
        self.sizes[place[0]] += len(key or b"") + len(value or b"")

    async def send(self) -> dict[Place, int]:
        """Send everything that was put in since the last time, and wait until the broker has it.

        Returns:
            The offset of the last record of each partition.

        Raises:
            KafkaError: The broker does not take something; the rest may be there or not.
        """
        places = list(self._letters)
        for topic in {topic for topic, _ in places}:
            # When Faust has made a changelog, it has aiokafka's producer look at all topics. But once the producer
            # meets one that it does not know yet, it asks for the leaders of such topics alone and forgets all others.
            # What waits for those has lost its leader for ever, and every commit waits with it.
            await self._producer.client.add_topic(topic)
        offsets = await asyncio.gather(*(self._deliver(place) for place in places), return_exceptions=True)
        self._letters = {}
        found: dict[Place, int] = {}
        for place, offset in zip(places, offsets, strict=True):
            if isinstance(offset, BaseException):
                raise offset
            found[place] = offset
        return found

    async def _deliver(self, place: Place) -> int:
        topic, partition = place
        sent = []
        for batch in self._letters[place]:
            batch.close()  # or it would wait for more
            sent.append((batch.record_count(), await self._producer.send_batch(batch, topic, partition=partition)))
        last = -1
        for count, future in sent:
            last = (await future).offset + count - 1
        return last
