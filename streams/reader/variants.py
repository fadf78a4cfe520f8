"""Which lines of a timeline are variants of which.

Two lines are *linked* if they resemble each other (`likeness`) and have a mark in common that few lines have: a pair of
content words that follow one another, or, for a dated event of several parties, the parties. Of the lines that are
linked with each other one leads: in the order of `Told.rank` each line is a variant of the first leader that it is
linked with, and leads if there is none. So every variant resembles its leader, and who leads depends on the lines that
there are and not on the order in which they came.

Marks are counted in periods, so that what a line costs does not grow with the timeline.
"""

import struct
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from hashlib import blake2b
from typing import NamedTuple, Protocol

from streams.reader.likeness import NEAR_DAYS, WIDEST, Form, Told, resembles
from streams.reader.views import Reason

#: A mark that more lines of one period have tells nothing.
CROWD = 100
#: Marks of a line that count.
_MARKS = 24
#: Days of a period: lines that are near each other lie in neighbouring ones.
_PERIOD = 60
_UNDATED = 0
_LONG = struct.Struct(">q")


class Link(NamedTuple):
    """What a line is a variant of.

    Attributes:
        leader: The line that leads.
        reason: How they differ.
    """

    leader: int
    reason: Reason


def marks(told: Told) -> list[int]:
    """Return the marks of a line, as whole numbers of 64 bits; two lines that share none are not compared."""
    form = told.form
    around = f"{form.actor}|{form.sort}"
    pairs = {f"{around}|{one} {two}" for one, two in zip(told.content, told.content[1:], strict=False)}
    found = sorted(map(number, pairs))[:_MARKS]
    if form.dated and form.parties > 1:
        found.append(number("|".join((around, *sorted(form.actors), "", *sorted(form.recipients)))))
    return found


def number(text: str) -> int:
    """Return a hash of a text as SQLite holds whole numbers."""
    return int(_LONG.unpack(blake2b(text.encode(), digest_size=8).digest())[0])


def period(form: Form) -> int:
    """Return the period in which the marks of a line are counted."""
    return date.fromisoformat(form.days[0]).toordinal() // _PERIOD if form.days else _UNDATED


def periods(form: Form) -> Iterable[int]:
    """Return the periods in which lines may lie that are near a line."""
    if form.days is None:
        return (_UNDATED,)
    first, last = (date.fromisoformat(day).toordinal() for day in form.days)
    return range((first - NEAR_DAYS - WIDEST) // _PERIOD, (last + NEAR_DAYS) // _PERIOD + 1)


def candidates(told: Told, having: Callable[[int, int], Sequence[int]]) -> set[int]:
    """Return the lines that a line is to be compared with.

    Args:
        told: The line.
        having: Gives the lines of a period that have a mark, or the first `CROWD` + 1 of them.
    """
    own = period(told.form)
    found: set[int] = set()
    for mark in marks(told):
        if len(having(own, mark)) <= CROWD:
            for near in periods(told.form):
                others = having(near, mark)
                found.update(others if len(others) <= CROWD else ())
    return found - {told.number}


def meet(one: Told, other: Told, having: Callable[[int, int], Sequence[int]]) -> bool:
    """Tell whether two lines are to be compared, however near they are; `having` as in `candidates`."""
    whens = (period(one.form), period(other.form))
    return any(all(len(having(when, mark)) <= CROWD for when in whens) for mark in {*marks(one)} & {*marks(other)})


def compared(one: Told, other: Told) -> Reason | None:
    """Tell in what way the one of two lines that ranks after the other is a form of it; None if it is not."""
    leader, variant = (one, other) if one.rank < other.rank else (other, one)
    return resembles(leader, variant)


class Lines(Protocol):
    """Lines of one timeline that may be variants of each other, each by a number."""

    def told(self, line: int) -> Told:
        """Return a line."""

    def having(self, when: int, mark: int) -> Sequence[int]:
        """Return the lines of a period that have a mark, or `CROWD` + 1 of them."""


class Timeline:
    """The variants among the lines of one timeline, worked out as far as one asks.

    Args:
        lines: The lines.
    """

    def __init__(self, lines: Lines) -> None:
        self._lines = lines
        self._linked: dict[int, list[tuple[Told, Reason]]] = {}
        self._links: dict[int, Link | None] = {}

    def link(self, line: int) -> Link | None:
        """Return what a line is a variant of, or None if it leads."""
        asked = [line]
        while asked:
            ahead = ((one, reason) for one, reason in self._resembling(asked[-1]) if one.rank < self._rank(asked[-1]))
            for one, reason in ahead:
                if one.number not in self._links:
                    asked.append(one.number)
                    break
                if self._links[one.number] is None:
                    self._links[asked.pop()] = Link(one.number, reason)
                    break
            else:
                self._links[asked.pop()] = None
        return self._links[line]

    def variants(self, line: int) -> list[tuple[int, Reason]]:
        """Return the variants of a line, each with how it differs."""
        linked = [(one.number, reason) for one, reason in self._resembling(line) if one.rank > self._rank(line)]
        return [(one, reason) for one, reason in linked if self.link(one) == Link(line, reason)]

    def _rank(self, line: int) -> tuple[bool, bool, int, str]:
        return self._lines.told(line).rank

    def _resembling(self, line: int) -> list[tuple[Told, Reason]]:
        """The lines that a line is linked with, by rank."""
        if line not in self._linked:
            told = self._lines.told(line)
            others = map(self._lines.told, candidates(told, self._lines.having))
            linked = [(other, reason) for other in others if (reason := compared(told, other))]
            self._linked[line] = sorted(linked, key=lambda one: one[0].rank)
        return self._linked[line]
