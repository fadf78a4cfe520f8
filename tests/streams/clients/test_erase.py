"""How an erasure waits for the workers."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext

import pytest

from streams.clients import erase
from streams.errors import MusnadError
from streams.settings import Settings


class Workers:
    """Workers that run or not at one look after the other, and need some looks to get through."""

    def __init__(self, running: Iterator[int], looks: int) -> None:
        self._running = running
        self._through = asyncio.Event()
        self._left = looks
        self.waiting = False

    async def members(self, _settings: Settings) -> tuple[str, ...]:
        """Name those that run now."""
        self._left -= 1
        if not self._left:
            self._through.set()
        return ("worker",) * next(self._running)

    async def worked_through(self, _settings: Settings, _progress: Callable[[int, int], None]) -> None:
        """Wait until they are through."""
        self.waiting = True
        try:
            await self._through.wait()
        finally:
            self.waiting = False


@pytest.mark.parametrize(
    ("running", "end"),
    [
        ([1] * 9, nullcontext()),
        ([1, 0, 0, 1, 0, 0, 1, 0, 0], nullcontext()),
        ([1, 0, 0, 0, 1, 1, 1, 1, 1], pytest.raises(MusnadError, match="have ended")),
    ],
)
async def test_an_erasure_does_not_wait_for_workers_that_have_ended(
    running: list[int], end: AbstractContextManager[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who is restarted in the midst of it is waited for; where nobody comes, that is told, and nobody waits on."""
    workers = Workers(iter(running), looks=len(running))
    monkeypatch.setattr(erase, "members", workers.members)
    monkeypatch.setattr(erase, "worked_through", workers.worked_through)
    monkeypatch.setattr(erase, "_LOOK", 0.001)
    monkeypatch.setattr(erase, "_LOOKS", 3)
    attending = erase._attended(Settings(), lambda _done, _total: None)  # noqa: SLF001

    with end:
        await attending
    assert not workers.waiting
