"""A worker that is far behind: how far, said in the log now and then, and when it has caught up."""

import asyncio
from collections.abc import Callable, Mapping

import structlog

log = structlog.stdlib.get_logger("musnad")

#: Seconds between two looks, and records that count as far behind: more than a few batches of each stage.
_PAUSE, _FAR = 30.0, 5_000


class Backlog:
    """What is left to a worker.

    Args:
        lags: Tells how many records are left in the partitions of each stage.
    """

    def __init__(self, lags: Callable[[], Mapping[str, int]]) -> None:
        self._lags = lags
        self._told = False

    @property
    def left(self) -> dict[str, int]:
        """Records left by stage, where there are any."""
        return {stage: left for stage, left in self._lags().items() if left}

    def look(self) -> None:
        """Say how far behind the worker is, if it is far behind, and once that it is no more."""
        left = self.left
        if sum(left.values()) >= _FAR:
            self._told = True
            log.info("worker is behind", left=left)
        elif self._told and not left:
            self._told = False
            log.info("worker has caught up")

    async def watch(self) -> None:
        """Look now and then, for ever."""
        while True:
            await asyncio.sleep(_PAUSE)
            self.look()
