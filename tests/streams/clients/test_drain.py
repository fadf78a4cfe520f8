"""How far the workers are: what is committed, what was deleted before anybody read it, and what is left."""

from typing import Any

import pytest
from aiokafka import TopicPartition

from streams.clients.drain import look

PLACE = TopicPartition("articles.raw", 0)


class Log:
    """A consumer that sees a partition of which the beginning may have been deleted."""

    def __init__(self, committed: int | None, first: int, end: int) -> None:
        self._committed = committed
        self._first = first
        self._end = end

    def assign(self, places: list[TopicPartition]) -> None:
        """Take the partition."""
        assert places == [PLACE]

    def seek(self, place: TopicPartition, _offset: int) -> None:
        """Go anywhere."""
        assert place == PLACE

    async def committed(self, _place: TopicPartition) -> int | None:
        """Up to where the group is."""
        return self._committed

    async def beginning_offsets(self, places: list[TopicPartition]) -> dict[TopicPartition, int]:
        """Where the log begins."""
        return dict.fromkeys(places, self._first)

    async def getmany(self, *, timeout_ms: int) -> dict[TopicPartition, list[Any]]:
        """Fetch nothing."""
        assert timeout_ms
        return {}

    def highwater(self, _place: TopicPartition) -> int:
        """Where the log ends."""
        return self._end


@pytest.mark.parametrize(
    ("committed", "first", "end", "left"),
    [(None, 0, 0, 0), (None, 0, 3, 3), (None, 5, 5, 0), (None, 5, 8, 3), (2, 5, 5, 0), (2, 5, 6, 1), (7, 5, 9, 2)],
)
async def test_nobody_is_behind_by_what_was_deleted(committed: int | None, first: int, end: int, left: int) -> None:
    """An erasure deletes the beginning of logs of which a group may have committed nothing; that is no work."""
    consumer: Any = Log(committed, first, end)
    done, total = (await look(consumer, [PLACE]))[PLACE]

    assert total - done == left
    assert total == end
