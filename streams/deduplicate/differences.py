"""Where two texts part: an alignment of words, in time that stays linear for texts that are alike.

Runs of four words that stand once in either text are anchors (as in a patience diff). Between two anchors little is
left, and the longest matching blocks are looked for there only; a gap too large for that is one difference.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

_RUN = 4
#: Largest gap, in words of both sides multiplied, that is searched for matching blocks.
_SEARCHED = 40_000


class Difference(NamedTuple):
    """A stretch of one text where the other has different words or none.

    Attributes:
        start: First word in the one text.
        end: Word after the last one there.
        other_start: First word in the other text.
        other_end: Word after the last one there.
    """

    start: int
    end: int
    other_start: int
    other_end: int


def differences(one: Sequence[str], other: Sequence[str]) -> list[Difference]:
    """Return where two texts part, in order."""
    found = []
    for gap in _gaps(one, other):
        here, there = one[gap.start : gap.end], other[gap.other_start : gap.other_end]
        if len(here) * len(there) > _SEARCHED:
            found.append(gap)
            continue
        matcher = SequenceMatcher(None, here, there, autojunk=False)
        found += [
            Difference(gap.start + i, gap.start + j, gap.other_start + k, gap.other_start + m)
            for tag, i, j, k, m in matcher.get_opcodes()
            if tag != "equal"
        ]
    return found


def _gaps(one: Sequence[str], other: Sequence[str]) -> Iterator[Difference]:
    """Yield the stretches between the words that anchors align."""
    here = there = _equal(one, other)
    after = min(_equal(one[::-1], other[::-1]), len(one) - here, len(other) - there)
    one, other = one[: len(one) - after], other[: len(other) - after]
    inner = _anchors(one[here:], other[there:])
    for i, j in [*((here + i, there + j) for i, j in inner), (len(one), len(other))]:
        if i < here or j < there:
            continue  # within the run of the anchor before
        if i - here != j - there or one[here:i] != other[there:j]:
            yield Difference(here, i, there, j)
        here, there = min(i + _RUN, len(one)), min(j + _RUN, len(other))


def _equal(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many words two texts have in common at their beginning."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (here, there) in pairs if here != there), min(len(one), len(other)))


def _anchors(one: Sequence[str], other: Sequence[str]) -> list[tuple[int, int]]:
    """Return the longest chain of runs that stand once in either text and in the same order."""
    places = _once(other)
    pairs = [(i, places[run]) for run, i in _once(one).items() if run in places]
    tails: list[int] = []  # the smallest last place of a chain of each length
    ends: list[int] = []  # the pair it ends with
    before: list[int] = []
    for number, (_, place) in enumerate(pairs):
        length = bisect_left(tails, place)
        tails[length : length + 1] = [place]
        before.append(ends[length - 1] if length else -1)
        ends[length : length + 1] = [number]
    chain = []
    number = ends[-1] if ends else -1
    while number >= 0:
        chain.append(pairs[number])
        number = before[number]
    return chain[::-1]


def _once(text: Sequence[str]) -> dict[tuple[str, ...], int]:
    """Return the runs that stand once in a text, in order, with their places."""
    first: dict[tuple[str, ...], int] = {}
    repeated = set()
    for place, run in enumerate(zip(text, text[1:], text[2:], text[3:], strict=False)):
        if first.setdefault(run, place) != place:
            repeated.add(run)
    return {run: place for run, place in first.items() if run not in repeated}
