"""Names of months in all of their sets."""

import re

import pytest

from schemas.folding import fold
from streams.lexicon.months import (
    AMBIGUOUS,
    HIJRI,
    HIJRI_PATTERN,
    MONTH_PATTERN,
    MONTHS,
    WEEKDAY_PATTERN,
    WEEKDAYS,
    month_number,
)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("29 كانون الأول/ديسمبر 2016", 12),
        ("14 يوليو (تموز) الماضي", 7),
        ("في 3 تشرين الثاني المقبل", 11),
        ("20 غشت", 8),
        ("1 جويلية", 7),
        ("15 أيار", 5),
        ("22 أغسطس/ آب", 8),
    ],
)
def test_a_month_is_read_in_one_name_or_two(text: str, number: int) -> None:
    """Levantine, Egyptian and Maghrebi names count, alone or side by side."""
    found = re.search(MONTH_PATTERN, fold(text))

    assert found is not None
    assert month_number(found.group()) == number


def test_two_different_months_are_no_month() -> None:
    """A range of months is not one of them."""
    assert month_number(fold("أيلول/ديسمبر")) is None


def test_every_name_is_folded_and_every_month_is_named() -> None:
    """A name with an unfolded letter would never be found."""
    names = {**MONTHS, **HIJRI, **WEEKDAYS}

    assert {name for name in names if fold(name) != name} == set()
    assert set(MONTHS.values()) == set(HIJRI.values()) == set(range(1, 13))
    assert set(WEEKDAYS.values()) == set(range(7))
    assert set(MONTHS) | set(HIJRI) >= AMBIGUOUS


def test_the_longer_name_wins() -> None:
    """كانون الثاني is not read as a shorter name that it begins with."""
    assert re.match(HIJRI_PATTERN, fold("جمادى الأولى")).group() == "جمادي الاولي"  # type: ignore[union-attr]
    assert re.match(WEEKDAY_PATTERN, fold("الثلاثاء")).group() == "الثلاثاء"  # type: ignore[union-attr]
