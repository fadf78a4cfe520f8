"""Reading topics to their end, while others write to them."""

from types import SimpleNamespace
from typing import Any

import pytest
from aiokafka import TopicPartition
from aiokafka.errors import KafkaTimeoutError

from streams.clients import follow
from streams.clients.follow import high_waters, records

ONE, TWO = TopicPartition("articles.status", 0), TopicPartition("articles.status", 1)


class Busy:
    """A consumer of two partitions; the first has a new record at every poll, the second has none.

    Args:
        named: The end that the broker names when asked, which may be too low.
        true: The end that the first fetch names.
        late: How many polls it takes until the second one answers.
    """

    def __init__(self, named: int, true: int, late: int = 1) -> None:
        self.named = named
        self.true = true
        self.late = late
        self.polls = 0

    def assign(self, places: list[TopicPartition]) -> None:
        """Take both partitions."""
        assert set(places) == {ONE, TWO}

    def seek(self, place: TopicPartition, offset: int) -> None:
        """Begin at the first record."""
        assert place in {ONE, TWO}
        assert offset == 0

    def assignment(self) -> set[TopicPartition]:
        """Both partitions."""
        return {ONE, TWO}

    async def end_offsets(self, places: list[TopicPartition]) -> dict[TopicPartition, int]:
        """The named ends."""
        assert set(places) == {ONE, TWO}
        return {ONE: self.named, TWO: 0}

    async def getmany(self, *, timeout_ms: int, max_records: int = 2_000) -> dict[TopicPartition, list[Any]]:
        """One more record of the first partition."""
        assert timeout_ms < max_records
        self.polls += 1
        message = SimpleNamespace(
            topic=ONE.topic, partition=0, offset=self.polls - 1, key=b"k", value=b"v", timestamp=0, headers=()
        )
        return {ONE: [message]}

    def highwater(self, place: TopicPartition) -> int | None:
        """Where the fetches so far see the end; the second partition answers late."""
        if place == TWO:
            return 0 if self.polls > self.late else None
        return self.true + self.polls - 1

    async def position(self, place: TopicPartition) -> int:
        """Where the next record would be read."""
        return self.polls if place == ONE else 0


@pytest.mark.parametrize("named", [3, 10], ids=["too low", "right"])
async def test_a_topic_that_grows_all_the_time_is_read_to_an_end(named: int) -> None:
    """Who reads to the end reads what was there when they began, and does not wait for the writers to pause."""
    found = [record.offset async for batch in records(Busy(named, 10)) for record in batch]

    assert found == list(range(10))


async def test_a_partition_of_which_nobody_tells_is_not_waited_for_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    """One that answers late is waited for; where none answers any more, that is told, and not kept to oneself."""
    start = {ONE: 0, TWO: 0}
    assert await high_waters(Busy(3, 10, late=40), start) == {ONE: 50, TWO: 0}
    monkeypatch.setattr(follow, "_PATIENCE", 0.0)

    with pytest.raises(KafkaTimeoutError, match="nothing was heard of 1 partitions"):
        await high_waters(Busy(3, 10, late=10**9), start)
    with pytest.raises(KafkaTimeoutError, match="nothing was heard of 1 partitions"):
        _ = [batch async for batch in records(Busy(3, 10, late=10**9))]
