"""Reading topics to their end, while others write to them."""

from types import SimpleNamespace
from typing import Any

import pytest
from aiokafka import TopicPartition

from streams.clients.follow import records

ONE, TWO = TopicPartition("articles.status", 0), TopicPartition("articles.status", 1)


class Busy:
    """A consumer of two partitions; the first has a new record at every poll, the second has none.

    Args:
        named: The end that the broker names when asked, which may be too low.
        true: The end that the first fetch names.
    """

    def __init__(self, named: int, true: int) -> None:
        self.named = named
        self.true = true
        self.polls = 0

    def assignment(self) -> set[TopicPartition]:
        """Both partitions."""
        return {ONE, TWO}

    async def end_offsets(self, places: list[TopicPartition]) -> dict[TopicPartition, int]:
        """The named ends."""
        assert set(places) == {ONE, TWO}
        return {ONE: self.named, TWO: 0}

    async def getmany(self, *, timeout_ms: int, max_records: int) -> dict[TopicPartition, list[Any]]:
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
            return 0 if self.polls > 1 else None
        return self.true + self.polls - 1

    async def position(self, place: TopicPartition) -> int:
        """Where the next record would be read."""
        return self.polls if place == ONE else 0


@pytest.mark.parametrize("named", [3, 10], ids=["too low", "right"])
async def test_a_topic_that_grows_all_the_time_is_read_to_an_end(named: int) -> None:
    """Who reads to the end reads what was there when they began, and does not wait for the writers to pause."""
    found = [record.offset async for batch in records(Busy(named, 10)) for record in batch]

    assert found == list(range(10))
