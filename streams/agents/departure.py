"""A worker that is told to end: what it has in hand is finished, and nothing new is begun.

Each stage stops behind the record that it is at, sends what came of its batch so far, and leaves the rest to others. A
broker or a disk that does not answer may keep it from that; then the process ends all the same, after a time that
supervisors grant. What was not acknowledged is done again by the next worker.
"""

import threading
from collections.abc import Callable

import structlog

log = structlog.stdlib.get_logger("musnad")

#: Seconds that a worker has to finish; supervisors often kill after ten.
LIMIT = 9.0


class Departure:
    """Whether this worker is to end.

    Args:
        end: Ends the process at once.
        limit: Seconds until then.
    """

    def __init__(self, end: Callable[[int], object], limit: float = LIMIT) -> None:
        self._end = end
        self._limit = limit
        self.begun = False

    def begin(self) -> None:
        """Begin to end; the process is gone when the time is over."""
        if not self.begun:
            self.begun = True
            timer = threading.Timer(self._limit, self._cut)
            timer.daemon = True
            timer.start()

    def _cut(self) -> None:
        log.critical("worker ends", reason=f"it had not finished after {self._limit:.0f} s; others do that again")
        self._end(1)
