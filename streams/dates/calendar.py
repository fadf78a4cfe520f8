"""Resolving expressions of time: never finer than the text and the publication date support.

The day of writing comes from the publication date. If that has no hour, it is trusted to the day only where the text
itself pairs an adverb with a weekday (أمس الجمعة): a date without an hour is often the day of filing. Without any
publication date the text must state the day: a weekday beside a day and a month fixes the year by the calendar, and
from then on the same weekday is that day.
"""

from bisect import bisect_left
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Literal

from hijridate import Hijri

from streams.dates.expressions import Expression, expressions
from streams.dates.page import Page

#: Where an event lies: what is told as done lies before the day of writing, what is to come after it.
Lean = Literal["past", "future"]

_WEEK = 7
#: Friday.
_OFF = 4
#: How many expressions before the day that is taken up again may be.
_MEMORY = 3
#: A publication date without an hour may be this many days after the day of writing.
_SLACK = 2
#: A month without a year lies within this many days after the day of writing only if nothing says it is past.
_FAR_YEAR = 10
_WEEKS_OF_DAYS = 7
#: Days after the day of writing on which a date without a year lies ahead, whatever is told of it.
_AHEAD = 31


@dataclass(frozen=True)
class Calendar:
    """The expressions of a text and the day it was written.

    Attributes:
        page: The text.
        found: Its expressions, in order.
        published: Publication date, or None.
        exact: Whether the publication states an hour.
    """

    page: Page
    found: list[Expression]
    published: date | None
    exact: bool

    @classmethod
    def of(cls, page: Page, published: str | None) -> "Calendar":
        """Read the expressions of a text that was published at `published` (ISO 8601 date or date-time)."""
        day = _iso(published)
        return cls(page, expressions(page), day, day is not None and "T" in (published or ""))

    @cached_property
    def today(self) -> date | None:
        """The day of writing, where it is known to the day."""
        for expression in self.found:
            if expression.offset is not None and expression.weekday is not None:
                day = self._paired(expression)
                if day is not None:
                    return day
        return self.published if self.exact else None

    @cached_property
    def stated(self) -> dict[int, date]:
        """Days that the text states in full, by weekday, for a text without a publication date."""
        days: dict[int, date] = {}
        for expression in self.found:
            if expression.weekday is not None and expression.day and expression.month and not expression.hijri:
                day = self._by_calendar(expression)
                if day is not None:
                    days.setdefault(day.weekday(), day)
        return days

    def _paired(self, expression: Expression) -> date | None:
        """Day of writing by an adverb beside a weekday, a day or both: أمس الجمعة."""
        offset = timedelta(expression.offset or 0)
        if expression.day:
            day = self._by_calendar(expression)
            return day - offset if day else None
        if self.published is None or expression.weekday is None:
            return None
        weekday = (expression.weekday - (expression.offset or 0)) % _WEEK
        return self.published - timedelta((self.published.weekday() - weekday) % _WEEK)

    def _by_calendar(self, expression: Expression) -> date | None:
        """Fix the year of a weekday with a day and a month."""
        month, day = expression.month or 1, expression.day or 1
        if expression.year:
            return _day(expression.year, month, day)
        near = (
            self.published.year
            if self.published
            else max((found.year for found in self.found if found.year and not found.hijri), default=None)
        )
        if near is None:
            return None
        order = (0, -1, 1, -2) if self.published else (0, 1, 2, 3, 4, 5, 6)
        days = [_day(near + step, month, day) for step in order]
        fitting = (
            found for found in days if found and (expression.weekday is None or found.weekday() == expression.weekday)
        )
        return next(fitting, None)

    def resolve(self, expression: Expression, lean: Lean) -> str | None:
        """Resolve an expression to ISO 8601 with the precision that text and publication support."""
        if expression.day:
            return _hijri(expression) if expression.hijri else self._day_of_month(expression, lean)
        if expression.offset is not None or expression.weekday is not None:
            return self._day_of_week(expression, lean)
        if expression.period == "same":
            return self._same(expression, lean)
        if expression.period in {"season", "weekend"}:
            return self._part(expression, lean)
        if expression.period:
            return self._period(expression)
        return self._month(expression, lean)

    def _day_of_month(self, expression: Expression, lean: Lean) -> str | None:
        month, day = expression.month or 1, expression.day or 1
        if expression.year:
            found = _day(expression.year, month, day)
            return found.isoformat() if found else None
        if expression.weekday is not None:
            found = self._by_calendar(expression)
            if found:
                return found.isoformat()
        reference = self.reference
        if reference is None:
            return f"--{month:02d}-{day:02d}" if day <= monthrange(2000, month)[1] else None
        year = self._year_of(expression.shift, lean, reference, (month, day))
        found = _day(year, month, day)
        return found.isoformat() if found else None

    def _month(self, expression: Expression, lean: Lean) -> str | None:
        month = expression.month
        if month is None:
            return f"{expression.year:04d}" if expression.year else None
        if expression.year:
            return f"{expression.year:04d}-{month:02d}"
        reference = self.reference
        if reference is None:
            return None
        year = self._year_of(expression.shift, lean, reference, (month, 1))
        year -= expression.shift == -1 and (year, month) == (reference.year, reference.month)
        return f"{year:04d}-{month:02d}"

    def _year_of(self, shift: int | None, lean: Lean, reference: date, when: tuple[int, int]) -> int:
        """Year of a month and day: the side that the text names, else the nearest one that the tense allows."""
        if shift is not None and abs(shift) >= _FAR_YEAR:
            return reference.year + shift // _FAR_YEAR
        here = (reference.month, reference.day)
        if shift == 0:
            return reference.year
        if shift is None and lean == "past" and self._close_ahead(reference, when):
            return reference.year
        if shift == -1 or (shift is None and lean == "past"):
            return reference.year if when <= here else reference.year - 1
        return reference.year if when >= here else reference.year + 1

    @staticmethod
    def _close_ahead(reference: date, when: tuple[int, int]) -> bool:
        """Whether a month and day lie so soon after a day that the year before would have to be said."""
        day = _day(reference.year, *when)
        return day is not None and timedelta() < day - reference <= timedelta(_AHEAD)

    @cached_property
    def reference(self) -> date | None:
        """The day from which other dates are told: of writing or publication, else the last one the text states."""
        if self.today or self.published:
            return self.today or self.published
        return max(self.stated.values()) if self.stated else None

    def _adverb(self, expression: Expression) -> str | None:
        if self.today is not None:
            return (self.today + timedelta(expression.offset or 0)).isoformat()
        if self.published is None:
            return None
        late = self.published + timedelta(expression.offset or 0)
        early = late - timedelta(_SLACK)
        return f"{late.year:04d}-{late.month:02d}" if (early.year, early.month) == (late.year, late.month) else None

    def _day_of_week(self, expression: Expression, lean: Lean) -> str | None:
        return self._weekday(expression, lean) if expression.offset is None else self._adverb(expression)

    def _weekday(self, expression: Expression, lean: Lean) -> str | None:
        weekday, shift = expression.weekday or 0, expression.shift
        reference = self.today or self.published
        if reference is None:
            day = self.stated.get(weekday)
            return day.isoformat() if day and shift is None else None
        back = (reference.weekday() - weekday) % _WEEK
        if shift == 0:
            return (reference - timedelta(back if back <= _WEEK // 2 else back - _WEEK)).isoformat()
        if shift == 1 or (shift is None and lean == "future"):
            ahead = (weekday - reference.weekday()) % _WEEK
            return (reference + timedelta(ahead or (_WEEK if shift else 0))).isoformat()
        return (reference - timedelta(back or (_WEEK if shift == -1 else 0))).isoformat()

    def _period(self, expression: Expression) -> str | None:
        reference, shift = self.reference, expression.shift or 0
        if reference is None:
            return None
        if expression.period == "year":
            return f"{reference.year + shift:04d}"
        if expression.period == "month":
            month = reference.year * 12 + reference.month - 1 + shift
            return f"{month // 12:04d}-{month % 12 + 1:02d}"
        if expression.period == "week":
            year, week, _ = (reference + timedelta(_WEEK * shift)).isocalendar()
            return f"{year:04d}-W{week:02d}"
        return self._distance(-shift)

    def _part(self, expression: Expression, lean: Lean) -> str | None:
        """The year of the last season of a name; the week of a weekend.

        The days off begin on a Friday or a Saturday: until they come again, the week that ended with them is over.
        """
        reference = self.reference
        if reference is None:
            return None
        if expression.period == "season":
            return f"{reference.year - (reference.month <= (expression.month or 0)):04d}"
        over = expression.shift == -1 or (lean == "past" and reference.weekday() < _OFF)
        year, week, _ = (reference - timedelta(_WEEK if over else 0)).isocalendar()
        return f"{year:04d}-W{week:02d}"

    def _same(self, expression: Expression, lean: Lean) -> str | None:
        """The last day told before, or the one after it."""
        at = bisect_left(self.found, expression.first, key=lambda one: one.first)
        told = next((one for one in reversed(self.found[max(at - _MEMORY, 0) : at]) if one.period is None), None)
        value = self.resolve(told, lean) if told else None
        if value is None or len(value) != len("2018-05-01") or "W" in value:
            return None
        return (date.fromisoformat(value) + timedelta(expression.shift or 0)).isoformat()

    def _distance(self, days: int) -> str | None:
        """A distance is as precise as its unit: days to the day, weeks and months to the month, years to the year."""
        reference = self.today or self.published
        if reference is None:
            return None
        day = reference - timedelta(days)
        if days < _WEEKS_OF_DAYS:
            return day.isoformat() if self.today else None
        return f"{day.year:04d}-{day.month:02d}" if days < 365 else f"{day.year:04d}"  # noqa: PLR2004 -- a year


def _iso(published: str | None) -> date | None:
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _hijri(expression: Expression) -> str | None:
    try:
        found = Hijri(expression.year or 0, expression.month or 0, expression.day or 0).to_gregorian()
    except (ValueError, OverflowError):
        return None
    return date(found.year, found.month, found.day).isoformat()
