"""Twins: two reports made from one template, 98 % alike and not copies.

The king condoles with the president of one country today and of another tomorrow; the market report of Sunday has the
sentences of Thursday's. What tells them from copies is *where* they differ. An editor who prints a report again cuts
sentences, adds some, writes honorifics and synonyms; a template that is filled anew keeps its sentences and puts other
numbers and other names into the same places. So the texts are aligned and each difference is one of three:

- nothing: spelling, spaces, when the report was printed, equal numbers in other form, a line before or after the text;
- a slot: a number against another number, a name against another name (`slots` says how a name shows itself);
- wording: anything else, and the more the longer it is.

Two articles are twins if slots outweigh wording. One case looks like a twin and is none: the same outlet prints the
same headline again within a day and one figure in a longer text has changed, as a toll does.
"""

from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import cached_property
from typing import NamedTuple

from schemas.folding import words
from streams.deduplicate.differences import Difference, differences
from streams.deduplicate.slots import ORDINARY, TIMES, TITLES, forms, state, value

#: How alike two spellings of one word are (ترمب، ترامب).
_SPELLING = 0.8
#: Words of a line before or after a text (a dateline, a byline, tags) that is not the report's.
_MARGIN = 25
#: Weight of a difference where one name stands for one other all along: two editors do not rename a report's hero.
_ALL_ALONG = 3
#: Words of wording that weigh as much as one more difference.
_SENTENCE = 8
#: Within how many milliseconds a figure is corrected rather than reported anew, and in how long a text.
_CORRECTED_WITHIN = 24 * 3600 * 1000
_CORRECTED_IN = 120


class Verdict(NamedTuple):
    """What the differences of two texts weigh: figures and names in slots, and wording."""

    figures: int
    names: int
    wording: int


class Print(NamedTuple):
    """An article as it is read for twins.

    Attributes:
        words: The folded words of its text.
        headline: Its headline.
        outlet: Its outlet.
        moment: When it was published, in milliseconds since 1970.
    """

    words: Sequence[str]
    headline: str | None
    outlet: str | None
    moment: int


def are_twins(one: Print, other: Print) -> bool:
    """Tell whether two similar articles are one template filled twice.

    An alignment may depend on its direction: who asks gives the article with the smaller id first.
    """
    verdict = weigh(one.words, other.words)
    if verdict.figures + verdict.names <= verdict.wording:
        return False
    corrected = (
        verdict == Verdict(1, 0, verdict.wording)
        and one.outlet == other.outlet
        and abs(one.moment - other.moment) <= _CORRECTED_WITHIN
        and min(len(one.words), len(other.words)) >= _CORRECTED_IN
        and _same_headline(one.headline, other.headline)
    )
    return not corrected


def weigh(one: Sequence[str], other: Sequence[str]) -> Verdict:
    """Weigh the differences of two texts, given as folded words."""
    return _Weighing(one, other).verdict()


class _Weighing:
    """One comparison: the texts, their differences, and which of these recur."""

    def __init__(self, one: Sequence[str], other: Sequence[str]) -> None:
        self._one, self._other = one, other
        self._differences = [parted for parted in differences(one, other) if not self._is_margin(parted)]
        self._recurring = Counter(self._pair(parted) for parted in self._differences)

    def verdict(self) -> Verdict:
        figures = names = wording = 0
        for parted in self._differences:
            here, there = self._sides(parted)
            if same(here, there):
                continue
            if _figures_differ(here, there):
                figures += 1
                continue
            weight = self._name_weight(parted, here, there)
            names += weight
            if not weight:
                wording += 1 + max(len(here), len(there)) // _SENTENCE
        return Verdict(figures, names, wording)

    def _pair(self, parted: Difference) -> tuple[tuple[str, ...], tuple[str, ...]]:
        here, there = self._sides(parted)
        return tuple(here), tuple(there)

    def _sides(self, parted: Difference) -> tuple[list[str], list[str]]:
        """Return the words of a difference on both sides, without those that say when a report was printed."""
        here = _timeless(self._one, parted.start, parted.end)
        there = _timeless(self._other, parted.other_start, parted.other_end)
        return here, there

    def _is_margin(self, parted: Difference) -> bool:
        """Tell whether a difference is a line that only one text has before its first or after its last word."""
        here, there = parted.end - parted.start, parted.other_end - parted.other_start
        first = parted.start == parted.other_start == 0
        last = parted.end == len(self._one) and parted.other_end == len(self._other)
        return (first or last) and min(here, there) == 0 and max(here, there) <= _MARGIN

    def _name_weight(self, parted: Difference, here: list[str], there: list[str]) -> int:
        """Weigh a difference as a name against a name: 0 if it is none, more if one name stands for one all along.

        Most words of a name are no ordinary ones and do not stand in the other text: there, both would be named.
        """
        if not here or not there:
            return 0
        mine, yours = _names(here, self._other_forms), _names(there, self._one_forms)
        if not mine or not yours or len(here) > 2 * len(mine) + 1 or len(there) > 2 * len(yours) + 1:
            return 0
        states = all(any(map(state, side)) for side in (mine, yours))
        if self._recurring[tuple(here), tuple(there)] > 1 and (states or min(len(mine), len(yours)) > 1):
            return _ALL_ALONG
        titled = not TITLES.isdisjoint(self._one[max(parted.start - 2, 0) : parted.start])
        titled = titled or not (TITLES.isdisjoint(here) or TITLES.isdisjoint(there))
        return int(states or titled or self._recurring[tuple(here), tuple(there)] > 1)

    @cached_property
    def _one_forms(self) -> set[str]:
        return {form for word in set(self._one) for form in forms(word)}

    @cached_property
    def _other_forms(self) -> set[str]:
        return {form for word in set(self._other) for form in forms(word)}


def _names(stretch: list[str], elsewhere: set[str]) -> list[str]:
    """Return the words of a stretch that may be names and do not stand elsewhere."""
    return [word for word in stretch if word not in TITLES and word not in ORDINARY and word not in elsewhere]


def _timeless(text: Sequence[str], start: int, end: int) -> list[str]:
    """Return words of a text but those of time and the numbers of days."""
    kept = []
    for place in range(start, end):
        word = text[place]
        dated = value(word) is not None and place + 1 < len(text) and text[place + 1] in TIMES
        if word not in TIMES and not dated:
            kept.append(word)
    return kept


def same(here: list[str], there: list[str]) -> bool:
    """Tell whether both sides say the same in another spelling."""
    if _joined(here) == _joined(there):
        return True
    return len(here) == len(there) and all(map(_same_word, here, there))


def _joined(stretch: list[str]) -> str:
    """Write words as one, without the low line by which outlets link the words of a name."""
    return "".join(stretch).replace("_", "")


def _same_word(one: str, other: str) -> bool:
    one_value, other_value = value(one), value(other)
    if one_value is not None or other_value is not None:
        return one_value == other_value
    if not set(forms(one)).isdisjoint(forms(other)):
        return True
    alike = SequenceMatcher(None, min(one, other), max(one, other), autojunk=False).ratio() >= _SPELLING
    return alike and state(one) == state(other)


def _figures_differ(here: list[str], there: list[str]) -> bool:
    """Tell whether two stretches are the same but for their numbers, or little else than numbers."""
    mine = [number for number in map(value, here) if number is not None]
    yours = [number for number in map(value, there) if number is not None]
    if not mine or not yours or "".join(mine) == "".join(yours):
        return False
    other_words = max(len(here) - len(mine), len(there) - len(yours))
    return other_words <= 1 + min(len(mine), len(yours))


def _same_headline(one: str | None, other: str | None) -> bool:
    mine, yours = set(words(one or "")), set(words(other or ""))
    return 2 * len(mine & yours) >= len(mine | yours)
