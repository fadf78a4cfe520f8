"""Days that partial dates cover.

A text may give a day (`2016-12-29`), a month, a year, an ISO week (`2018-W20`), two of them (`2016-12-29/2016-12-31`),
or a day of no stated year (`--07-12`). Every date but the last covers a *span* of days, and spans are what a timeline
is ordered and filtered by. Days are ISO 8601 strings, so they compare as text.
"""

import re
from calendar import monthrange
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal, NamedTuple

from streams.errors import UsageError

#: First and last day, both included.
Span = tuple[str, str]
DatedBy = Literal["event", "publication"]

#: Sorts after every date: the place of a line that nothing dates.
NEVER = "~"
_WIDEST = 99_999
_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ].*)?", re.DOTALL)
_MONTH = re.compile(r"(\d{4})-(\d\d)")
_WEEK = re.compile(r"(\d{4})-W(\d\d)")
_YEAR = re.compile(r"\d{4}")


class Place(NamedTuple):
    """Where a line stands in a timeline.

    Attributes:
        first: First day it may have happened on, `NEVER` if nothing dates it.
        last: Last such day, empty if nothing dates it.
        dated_by: Whether the days are the event's own or those of the publication; None if nothing dates it.
        order: Sorts lines by first day, coarser dates first, the event's own before the publication's; then by the
            time of publication and by identity.
    """

    first: str
    last: str
    dated_by: DatedBy | None
    order: str


def span(value: str | None) -> Span | None:
    """Return the days that a date covers, or None where it names no year or is no date."""
    if not value:
        return None
    start, slash, end = value.partition("/")
    try:
        first, last = _span(start), _span(end) if slash else None
    except ValueError:
        return None
    if slash:
        return (first[0], last[1]) if first and last and first[0] <= last[1] else None
    return first


def place(happened: str | None, published: str | None, identity: str) -> Place:
    """Place a line by when it happened, else by when it was published, else at the end.

    Args:
        happened: Date of the event, as precise as the text.
        published: Date or date-time of the publication.
        identity: Breaks ties.
    """
    own = span(happened)
    days = own or span(published)
    if days is None:
        return Place(NEVER, "", None, f"{NEVER}|{identity}")
    first, last = days
    width = (date.fromisoformat(last) - date.fromisoformat(first)).days
    dated_by: DatedBy = "event" if own else "publication"
    order = f"{first}|{max(_WIDEST - width, 0):05}|{dated_by}|{_instant(published)}|{identity}"
    return Place(first, last, dated_by, order)


def first_day(text: str) -> str:
    """Return the first day of a date that a person typed: `2016-12` begins on `2016-12-01`.

    Raises:
        UsageError: It is no date.
    """
    return _typed(text)[0]


def last_day(text: str) -> str:
    """Return the last day of a date that a person typed: `2016-12` ends on `2016-12-31`.

    Raises:
        UsageError: It is no date.
    """
    return _typed(text)[1]


def moment(text: str) -> datetime:
    """Return the instant that a person typed; a date means the end of its last day, a time without offset is in UTC.

    Raises:
        UsageError: It is neither a date nor a date-time.
    """
    if "T" in text or ":" in text:
        try:
            parsed = datetime.fromisoformat(text.strip())
        except ValueError:
            raise _no_date(text) from None
        return parsed.astimezone(UTC) if parsed.tzinfo else parsed.replace(tzinfo=UTC)
    last = date.fromisoformat(last_day(text))
    return datetime.combine(last, time(), UTC) + timedelta(days=1, microseconds=-1)


def _span(value: str) -> Span | None:
    if day := _DAY.fullmatch(value):
        exact = date.fromisoformat(day[1]).isoformat()
        return exact, exact
    if week := _WEEK.fullmatch(value):
        monday = date.fromisocalendar(int(week[1]), int(week[2]), 1)
        return monday.isoformat(), (monday + timedelta(days=6)).isoformat()
    if month := _MONTH.fullmatch(value):
        first = date(int(month[1]), int(month[2]), 1)
        return first.isoformat(), first.replace(day=monthrange(first.year, first.month)[1]).isoformat()
    if _YEAR.fullmatch(value):
        year = date(int(value), 1, 1).year
        return f"{year:04}-01-01", f"{year:04}-12-31"
    return None


def _typed(text: str) -> Span:
    found = span(text.strip())
    if found is None:
        raise _no_date(text)
    return found


def _no_date(text: str) -> UsageError:
    return UsageError(f"'{text}' is no date: write it as 2016-12-29, 2016-12, 2016 or 2018-W20.")


def _instant(published: str | None) -> str:
    """Normalize a publication time so that equal days sort by the hour; a bare date sorts before its hours."""
    try:
        parsed = datetime.fromisoformat(published or "")
    except ValueError:
        return ""
    if len(published or "") <= len("2016-12-29"):
        return parsed.date().isoformat()
    return (parsed.astimezone(UTC) if parsed.tzinfo else parsed.replace(tzinfo=UTC)).isoformat()
