"""What keeps a worker from its work, said once in the log and, as long as it lasts, in `/readyz`."""

import threading
import time
from collections.abc import Callable, Mapping

import structlog

log = structlog.stdlib.get_logger("musnad")


class Health:
    """The hindrances of this worker. Any thread may ask.

    Args:
        now: A clock, in seconds.

    Attributes:
        left: Tells how many records are left to the worker by stage, which is no hindrance.
    """

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._lock = threading.Lock()
        self._hindrances: dict[str, tuple[str, float]] = {}
        self._look: Callable[[], str | None] = lambda: "starting"
        self._spare: Callable[[], bool] = lambda: False
        self.left: Callable[[], Mapping[str, int]] = dict

    def look(self, look: Callable[[], str | None], spare: Callable[[], bool] = lambda: False) -> None:
        """Have somebody asked what else the worker waits for.

        Args:
            look: Tells it in words; None where there is nothing.
            spare: Tells whether a worker that waits for nothing has no partitions, as others have them all.
        """
        self._look, self._spare = look, spare

    def hinder(self, what: str, reason: str) -> None:
        """Note a hindrance; the log tells of it when it begins.

        Args:
            what: Its name: `broker`, `disk`.
            reason: What is wrong, and what to do.
        """
        with self._lock:
            known = self._hindrances.get(what)
            self._hindrances[what] = (reason, self._now() if known is None else known[1])
        if known is None:
            log.warning("worker waits", what=what, reason=reason)

    def clear(self, what: str) -> None:
        """Note that a hindrance is over, if it was there; the log tells of that, too."""
        with self._lock:
            known = self._hindrances.pop(what, None)
        if known is not None:
            log.warning("worker goes on", what=what, seconds=round(self._now() - known[1], 1))

    def hindered(self, what: str) -> bool:
        """Tell whether a hindrance lasts."""
        with self._lock:
            return what in self._hindrances

    @property
    def reasons(self) -> list[str]:
        """Why the worker is not ready, in words; empty if it is."""
        with self._lock:
            known = list(dict.fromkeys(reason for reason, _ in self._hindrances.values()))
        waiting = self._look()
        return known if waiting is None else [*known, waiting]

    @property
    def status(self) -> tuple[str, list[str]]:
        """How the worker is, in a word or two, and why it is not ready."""
        reasons = self.reasons
        if reasons:
            return "waiting", reasons
        return "standing by" if self._spare() else "ready", []
