"""A worker that is told to end: what it has in hand is finished, and nothing new is begun.

Each stage stops behind the record that it is at, sends what came of its batch so far, and leaves the rest to others. A
broker or a disk that does not answer may keep it from that; then the process ends all the same, after a time that
supervisors grant. What was not acknowledged is done again by the next worker. Where no broker answers and there is
nothing to finish, the process ends at once: nobody could be told that it leaves.
"""

import threading
import time
from collections.abc import Callable, Mapping

import structlog

log = structlog.stdlib.get_logger("musnad")

#: Seconds that a worker has to finish; supervisors often kill after ten.
LIMIT = 9.0
#: Seconds between two looks at whether there is anything to wait for.
_GLANCE = 0.1


class Departure:
    """Whether this worker is to end.

    Args:
        end: Ends the process at once.
        alone: Tells whether no broker answers.
        limit: Seconds until then.
    """

    def __init__(
        self, end: Callable[[int], object], alone: Callable[[], bool] = lambda: False, limit: float = LIMIT
    ) -> None:
        self._end = end
        self._alone = alone
        self._limit = limit
        self._in_hand: Callable[[], Mapping[str, int]] = dict
        self.begun = False

    def look(self, in_hand: Callable[[], Mapping[str, int]]) -> None:
        """Have somebody asked how many records of which topics were begun and are not committed."""
        self._in_hand = in_hand

    def begin(self) -> None:
        """Begin to end; the process is gone when the time is over."""
        if not self.begun:
            self.begun = True
            threading.Thread(target=self._run, name="departure", daemon=True).start()

    def _run(self) -> None:
        deadline = time.monotonic() + self._limit
        told = False
        while (left := deadline - time.monotonic()) > 0:
            if self._alone():
                held = _told(self._in_hand())
                if not held:
                    log.warning("worker ends", reason="no broker answers, and nothing was in hand")
                    self._end(0)
                    return
                if not told:
                    log.warning(
                        "worker ends soon", reason=f"no broker answers, and {held} are not committed", seconds=left
                    )
                    told = True
            time.sleep(min(_GLANCE, left))
        held = _told(self._in_hand()) or "what it had in hand"
        log.critical("worker ends", reason=f"it had not finished after {self._limit:.0f} s; others do {held} again")
        self._end(1)


def _told(in_hand: Mapping[str, int]) -> str:
    return ", ".join(f"{number} records of {topic}" for topic, number in sorted(in_hand.items()))
