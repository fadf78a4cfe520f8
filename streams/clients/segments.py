"""Short segments for a moment: Kafka removes records by whole files, and leaves alone the one that it writes to.

A file of a log, a segment, is closed when a record is written whose timestamp lies `segment.ms` after that of the
file's first record, which is a week unless it is set. Who wants words gone sooner has segments closed early.
"""

import asyncio
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager

from aiokafka import TopicPartition
from aiokafka.admin import RecordsToDelete
from aiokafka.errors import KafkaError

from streams import topics
from streams.errors import MusnadError
from streams.settings import Settings

#: Seconds after which a record closes a segment.
SHORT = int(topics.LEFT_SHORT) / 1_000
#: Seconds in which brokers heed a setting that they have answered for.
_HEEDING = 2.0


@asynccontextmanager
async def short_segments(settings: Settings, names: Iterable[str]) -> AsyncIterator[None]:
    """Have segments of topics closed after seconds, inside a `with`; afterwards as before.

    Whoever is killed in it leaves short segments behind: the next one takes them away, as does `musnad topics create`.

    Raises:
        MusnadError: The broker does not answer, or refuses.
    """
    names = list(names)
    before = await topics.own(settings, names, topics.SEGMENT_TIME)
    before = {name: None if value == topics.LEFT_SHORT else value for name, value in before.items()}
    try:
        await topics.alter(settings, {name: {topics.SEGMENT_TIME: topics.LEFT_SHORT} for name in names})
        await asyncio.sleep(_HEEDING)
        yield
    finally:
        await topics.alter(settings, {name: {topics.SEGMENT_TIME: value} for name, value in before.items()})


async def delete_before(settings: Settings, offsets: dict[TopicPartition, int]) -> None:
    """Have the broker delete all records of partitions before an offset.

    Raises:
        MusnadError: The broker does not answer, or refuses; the records are still there.
    """
    if not offsets:
        return
    wanted = {place: RecordsToDelete(before_offset=offset) for place, offset in offsets.items()}
    async with topics.administration(settings) as admin:
        try:
            await admin.delete_records(wanted)
        except KafkaError as error:
            named = ", ".join(sorted({place.topic for place in offsets}))
            message = (
                f"The broker does not delete records of {named}: {error!r}. "
                f"docs/access.md lists the ACLs of whoever erases."
            )
            raise MusnadError(message) from error
