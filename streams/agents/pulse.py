"""Whether this process stood still: stopped, swapped out, suspended with its machine.

A worker that says nothing for a session is dead to its group, and another one gets its partitions. If it only slept in
the middle of a batch, it wakes up with rows and outputs older than those that the other has written meanwhile, and
nothing in Kafka keeps it from writing them over those. So a thread notes that the process runs, and who has a batch to
send looks there first: after a gap nearly as long as a session the batch is no longer ours to send.
"""

import threading
import time
from collections.abc import Callable

#: Part of a session after which the group may have given up: the last heartbeat may be a sixth of one old.
_PART = 0.8
_BEATS = 20


def _now() -> float:
    """Seconds of a clock that goes on while the machine sleeps, where there is one."""
    return time.clock_gettime(getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC))


class Pulse:
    """The pulse of this process.

    Args:
        session: Seconds after which the group takes a silent worker for dead.
        now: The clock.
    """

    def __init__(self, session: float, now: Callable[[], float] = _now) -> None:
        self._limit = session * _PART
        self._pause = session / _BEATS
        self._now = now
        self._last = now()
        self._missed = 0.0

    def start(self) -> None:
        """Beat in a thread of its own until the process ends."""
        threading.Thread(target=self._run, name="pulse", daemon=True).start()

    def beat(self) -> None:
        """Note that the process runs."""
        self._missed, self._last = self.missed, self._now()

    @property
    def missed(self) -> float:
        """Seconds of the longest gap since the last `recover`; 0 where none was too long."""
        gap = self._now() - self._last
        return max(self._missed, gap if gap > self._limit else 0.0)

    def recover(self) -> None:
        """Forget gaps: the group has just told us anew which partitions are ours."""
        self._missed, self._last = 0.0, self._now()

    def _run(self) -> None:
        self.beat()
        while True:
            time.sleep(self._pause)
            self.beat()
