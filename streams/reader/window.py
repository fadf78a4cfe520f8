"""Which part of a timeline is asked for: days, an instant of recording, and a place to go on from."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from datetime import datetime

from msgspec import Struct

from streams.errors import UsageError
from streams.reader.days import NEVER, Place, first_day, last_day
from streams.reader.views import Sort

#: Sorts after every place.
_END = f"{NEVER}{NEVER}"


class Window(Struct, frozen=True, kw_only=True):
    """Which lines are asked for.

    A month or a year overlaps the window if any of its days does. A line whose text gives no date, or one of no stated
    year, lies where it was published; a line that nothing dates lies in no window.

    Attributes:
        since: From the first day of this date on, or None.
        until: To the last day of this date, or None.
        as_of: As recorded by then, or None for now.
        retracted: Whether to show lines that no article vouches for any more.
        only: What the lines tell of their actor (see `Sort`), or None for all.
    """

    since: str | None = None
    until: str | None = None
    as_of: datetime | None = None
    retracted: bool = False
    only: Sort | None = None

    @property
    def days(self) -> tuple[str, str]:
        """First and last day.

        Raises:
            UsageError: A bound is no date, or they are the wrong way round.
        """
        first = first_day(self.since) if self.since else ""
        last = last_day(self.until) if self.until else _END
        if first > last:
            message = f"No day lies between {self.since} and {self.until}: the first date is the later one."
            raise UsageError(message)
        return first, last

    def holds(self, spot: Place) -> bool:
        """Tell whether a line at this place is asked for."""
        first, last = self.days
        return spot.first <= last and spot.last >= first


def token(order: str) -> str:
    """Return the opaque token of the page after the line with this order."""
    return urlsafe_b64encode(order.encode()).decode().rstrip("=")


def order(page: str | None) -> str:
    """Return the order after which the page of a token begins; the inverse of `token`.

    Raises:
        UsageError: We made no such token.
    """
    if page is None:
        return ""
    try:
        return urlsafe_b64decode(page + "=" * (-len(page) % 4)).decode()
    except ValueError:
        message = f"'{page}' is no page of a timeline: give the `next` of the page before, unchanged."
        raise UsageError(message) from None
