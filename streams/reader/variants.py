"""Lines that say nearly the same.

The stream keeps two lines apart unless they are the same by their words, or by their parties and date. A reader also
wants to see that one is the other cut short, told in slightly other words, or dated less exactly. Such lines are
*linked*, never merged: each keeps its own evidence.
"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from schemas.folding import words
from schemas.timeline import Deed, Statement
from streams.reader.days import Span, span
from streams.reader.evidence import words_of
from streams.reader.views import LineView

#: Runs of so many words are compared; shorter lines are left alone.
_RUN = 3
#: Share of the shorter line's runs that the longer one must have.
_SHARED = 0.6
#: Lines further apart are a new occasion.
_DAYS = 14
#: A date that covers more days says too little to tell two occasions apart.
_MONTH = 31
#: How many earlier lines are looked at for each thing they share with a line.
_LATEST = 20


class _Told:
    """A line as it is compared."""

    def __init__(self, number: int, view: LineView) -> None:
        self.number = number
        self.view = view
        found = words(words_of(view.line))
        self.runs = {tuple(found[at : at + _RUN]) for at in range(len(found) - _RUN + 1)}
        self.days = span(view.happened) or span(view.published)
        self.facts = _facts(view)
        own = [self.facts] if isinstance(view.line, Deed) else []
        self.traits = [*own, *((self.facts, run) for run in sorted(self.runs))]

    def resembles(self, other: "_Told") -> bool:
        """Tell whether one line may be another form of the other."""
        if self.facts != other.facts or not self._near(other):
            return False
        if isinstance(self.view.line, Deed) and self.view.happened and other.view.happened:
            return self._overlaps(other)
        fewer = min(len(self.runs), len(other.runs))
        return fewer > 0 and len(self.runs & other.runs) / fewer >= _SHARED

    def _near(self, other: "_Told") -> bool:
        if self.days is None or other.days is None:
            return self.days is other.days
        gap = min(self.days[1], other.days[1]), max(self.days[0], other.days[0])
        return _width(gap) <= _DAYS

    def _overlaps(self, other: "_Told") -> bool:
        if self.days is None or other.days is None:
            return False
        narrow = _width(self.days) <= _MONTH and _width(other.days) <= _MONTH
        return narrow and self.days[0] <= other.days[1] and other.days[0] <= self.days[1]


def _width(days: Span) -> int:
    return (date.fromisoformat(days[1]) - date.fromisoformat(days[0])).days


class _Leaders:
    """The lines that may lead a group, found by what a later line shares with them."""

    def __init__(self) -> None:
        self._by_trait: dict[object, list[_Told]] = defaultdict(list)

    def add(self, told: _Told) -> None:
        for trait in told.traits:
            self._by_trait[trait].append(told)

    def of(self, told: _Told) -> _Told | None:
        """Return the first line that `told` may be another form of, looking at the latest that share each trait."""
        found = {one.number: one for trait in told.traits for one in self._by_trait[trait][-_LATEST:]}
        return min((one for one in found.values() if one.resembles(told)), key=lambda one: one.number, default=None)


def link(lines: Sequence[LineView]) -> list[LineView]:
    """Link each line to the first one before it that says nearly the same, and put it right after that one.

    Args:
        lines: Lines of one timeline, in order.
    """
    leaders = _Leaders()
    followers: dict[str, list[LineView]] = defaultdict(list)
    for number, line in enumerate(lines):
        told = _Told(number, line)
        leader = leaders.of(told)
        line.variant_of = leader.view.id if leader else None
        if leader is None:
            leaders.add(told)
        else:
            followers[leader.view.id].append(line)
    return [one for line in lines if line.variant_of is None for one in (line, *followers[line.id])]


def _facts(view: LineView) -> tuple[object, ...]:
    """What two forms of one line have in common: speech or deed, its polarity, and for a deed its parties."""
    line = view.line
    if isinstance(line, Statement):
        speakers = tuple(sorted(one.id or one.name or "" for one in line.quotation.speakers))
        return ("statement", line.role, line.quotation.negated, *(speakers if line.role == "about" else ()))
    event = line.event
    parties = [tuple(sorted({one.id or one.name or "" for one in some})) for some in (event.actors, event.recipients)]
    return ("event", event.type, event.mode, event.realis, line.role, *parties)
