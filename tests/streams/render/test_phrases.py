"""Dates and acts in plain English."""

from typing import get_args

import pytest
from msgspec.structs import replace

from schemas.events import EventType, Realis
from streams.render.phrases import act, count, heading, listed, when

from .samples import EVENT, said


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2016-12-29", "29 December 2016"),
        ("2017-10-03T21:16:00+03:00", "3 October 2017"),
        ("2016-12", "December 2016"),
        ("2015", "2015"),
        ("2018-W20", "week of 14 May 2018"),
        ("2016-12-29/2017-01", "between 29 December 2016 and January 2017"),
        ("--07-12", "12 July, year not stated"),
        ("--07", "July, year not stated"),
        ("--13-01", "--13-01"),
        ("soon", "soon"),
    ],
)
def test_when(value: str, words: str) -> None:
    """A date is told as precisely as it is known, and never more."""
    assert when(value) == words


def test_a_heading_never_passes_a_publication_off_as_an_event() -> None:
    """Where only the publication is dated, the heading says published."""
    assert heading(said()) == "published 30 December 2016"
    assert heading(replace(said(), happened="--07-12")) == "12 July, year not stated; published 30 December 2016"
    assert heading(replace(said(), published=None, dated_by=None)) == "no date known"
    assert heading(replace(said(), happened="2016", dated_by="event")) == "2016"


@pytest.mark.parametrize("kind", get_args(EventType))
@pytest.mark.parametrize("realis", get_args(Realis))
@pytest.mark.parametrize("mode", [None, "unheard-of"])
def test_every_act_has_words(kind: EventType, realis: Realis, mode: str | None) -> None:
    """Every PLOVER type can be told of actor and recipient, in every realis, whatever its mode."""
    event = replace(EVENT, type=kind, realis=realis, mode=mode)

    assert act(event, done_to=False)
    assert "was " in act(event, done_to=True) or "be " in act(event, done_to=True)


def test_counts_and_lists() -> None:
    """English numbers and lists."""
    assert [count(number, "witness", "witnesses") for number in (0, 1, 1234)] == [
        "0 witnesses",
        "1 witness",
        "1,234 witnesses",
    ]
    assert [listed(parts) for parts in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == ["", "a", "a and b", "a, b and c"]
