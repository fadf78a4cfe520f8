"""The days that partial dates cover."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from streams.errors import UsageError
from streams.reader.days import NEVER, first_day, last_day, moment, place, span

_DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@st.composite
def partial(draw: st.DrawFn) -> tuple[str, date]:
    """A date of some precision together with a day that it covers."""
    day = draw(_DAYS)
    week = day.isocalendar()
    forms = [day.isoformat(), f"{day:%Y-%m}", f"{day.year}", f"{week.year}-W{week.week:02}", f"{day}T21:16:00+03:00"]
    return draw(st.sampled_from(forms)), day


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2016-12-29", "2016-12-29", "2016-12-29"),
        ("2017-10-03T21:16:00+03:00", "2017-10-03", "2017-10-03"),
        ("2016-02", "2016-02-01", "2016-02-29"),
        ("2015", "2015-01-01", "2015-12-31"),
        ("2018-W20", "2018-05-14", "2018-05-20"),
        ("2016-12-29/2017-01", "2016-12-29", "2017-01-31"),
    ],
)
def test_span(value: str, first: str, last: str) -> None:
    """A date covers the days that its precision leaves open."""
    assert span(value) == (first, last)


@pytest.mark.parametrize(
    "value", [None, "", "--07-12", "2016-13", "2016-02-30", "2018-W60", "أمس", "2017/2016", "0000"]
)
def test_no_span(value: str | None) -> None:
    """What names no year, or is no date, covers no days."""
    assert span(value) is None


@given(partial())
def test_a_date_covers_the_day_it_was_made_from(case: tuple[str, date]) -> None:
    """Less precision never loses the day."""
    value, day = case
    found = span(value)

    assert found is not None
    assert found[0] <= day.isoformat() <= found[1]


@given(partial(), partial())
def test_places_sort_by_first_day_and_the_coarser_first(one: tuple[str, date], other: tuple[str, date]) -> None:
    """A year stands before its months, a month before its days, and everything by the day it begins on."""
    mine, yours = span(one[0]), span(other[0])
    assert mine is not None
    assert yours is not None
    if mine == yours:
        return
    before = mine[0] < yours[0] or (mine[0] == yours[0] and mine[1] > yours[1])

    assert (place(one[0], None, "x").order < place(other[0], None, "x").order) == before


def test_a_coarse_date_stands_before_what_it_covers() -> None:
    """A year, its first month, and that month's first day, which all begin on one day, stand in this order."""
    orders = [place(value, None, "x").order for value in ("2016", "2016-01", "2016-W01", "2016-01-01")]

    assert orders[0] < orders[1] < orders[3] < orders[2]


def test_what_happened_on_a_day_stands_before_what_was_published_on_it() -> None:
    """One day has two headings at most."""
    happened, published = place("2017-10-03", "2017-10-05", "z"), place(None, "2017-10-03T00:00:00+03:00", "a")

    assert happened.order < published.order


def test_a_yearless_date_lies_where_it_was_published() -> None:
    """A day of no stated year orders nothing, and the place says that it is the publication's."""
    spot = place("--07-12", "2017-10-03", "x")

    assert (spot.first, spot.last, spot.dated_by) == ("2017-10-03", "2017-10-03", "publication")


def test_what_nothing_dates_comes_last() -> None:
    """A line with neither date sorts after every other."""
    spot = place(None, None, "a")

    assert spot.dated_by is None
    assert spot.first == NEVER
    assert spot.order > place("9999-12-31", None, "z").order


def test_hours_of_publication_order_a_day_across_offsets() -> None:
    """Two lines of one day follow the instants they were published at, whatever offsets state them."""
    early = place(None, "2017-10-03T09:00:00+03:00", "z")
    late = place(None, "2017-10-03T07:00:00Z", "a")

    assert early.order < late.order


def test_typed_bounds_reach_to_the_ends_of_what_was_typed() -> None:
    """`--from 2016 --to 2016` is the whole year."""
    assert (first_day("2016"), last_day(" 2016 ")) == ("2016-01-01", "2016-12-31")


def test_a_typed_moment_is_the_end_of_a_day_or_an_instant_in_utc() -> None:
    """As of a day includes the day; a time without an offset is in UTC."""
    assert moment("2017-10-03") == datetime(2017, 10, 4, tzinfo=UTC) - timedelta(microseconds=1)
    assert moment("2017-10-03 12:30") == datetime(2017, 10, 3, 12, 30, tzinfo=UTC)
    assert moment("2017-10-03T12:30+03:00") == datetime(2017, 10, 3, 9, 30, tzinfo=UTC)


@pytest.mark.parametrize("text", ["yesterday", "--07-12", "2016-13", "12:99", ""])
def test_what_is_no_date_is_refused_with_an_example(text: str) -> None:
    """A bound that cannot be read says how dates are written."""
    with pytest.raises(UsageError, match="2016-12-29"):
        moment(text)
