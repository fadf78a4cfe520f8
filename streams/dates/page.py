"""Words and sentences of a cleaned text.

Rules look at words, not characters: a `Page` holds the folded words of a text with their offsets, what stands between
them, and which sentence each belongs to. It is made once for an article, in one pass.
"""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import accumulate

from schemas.folding import IN_WORD, key

_WORD = re.compile(rf"({IN_WORD}+)")
#: It begins with the characters that may end a sentence, so that a search passes over all others at once.
_END = re.compile(r"[\n!?؟.](?:(?<=\n)|(?<=[!?؟])[!?؟]*(?!\w)|(?<=\.)(?<!\.\.)(?![.\w])(?=[\s\"”“»)'’]|$))")

#: No sentence of news has more words; a longer one is cut, so that no work grows with the square of a text.
_LONGEST = 300
#: Characters between words that end a clause, and those that part its members.
STOPS = frozenset(".!?؟\n;؛:–—")
COMMAS = STOPS | {",", "،"}


#: Years that a text may state, and the digits of one.
YEARS = range(1900, 2100)
#: Years of history, which only عام tells from other numbers, without those of the Hijri calendar.
OLD_YEARS = frozenset((*range(1000, 1300), *range(1500, 1900)))
_DIGITS = 4


def glued_year(word: str) -> int | None:
    """The year glued to the end of a word that is no number itself: يونيو2017."""
    year = word[-_DIGITS:]
    glued = len(word) > _DIGITS and year.isascii() and year.isdigit() and not word[-_DIGITS - 1].isdigit()
    return int(year) if glued and int(year) in YEARS else None


def without_year(word: str) -> str:
    """A word without the year that is glued to it."""
    return word if glued_year(word) is None else word[:-_DIGITS]


@dataclass(frozen=True)
class Page:
    """The words of a text.

    Attributes:
        text: The text.
        words: The folded words, without marks and tatweel.
        starts: Offset of each word.
        ends: Offset after each word.
        sentences: Offsets at which sentences start and end, in order, without white space at the ends.
        openings: Offset at which each sentence starts.
        bounds: For each sentence the index of its first word and the index after its last one.
        stops: For each word whether a stop stands between it and the next one.
        commas: For each word whether a stop or a comma does.
    """

    text: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    sentences: list[tuple[int, int]]
    openings: list[int]
    bounds: list[tuple[int, int]]
    stops: list[bool]
    commas: list[bool]

    @classmethod
    def of(cls, text: str) -> "Page":
        """Cut a text into words and sentences."""
        words, starts, ends, gaps = _cut(text)
        sentences, bounds = _bounded(_sentences(text), starts, ends)
        return cls(
            text,
            words,
            starts,
            ends,
            sentences,
            [start for start, _ in sentences],
            bounds,
            list(map(_Held(STOPS).__getitem__, gaps)),
            list(map(_Held(COMMAS).__getitem__, gaps)),
        )

    def gap(self, index: int) -> str:
        """What stands between word `index` and the one after it."""
        if index + 1 >= len(self.words):
            return self.text[self.ends[index] :] or "\n"
        return self.text[self.ends[index] : self.starts[index + 1]]

    def at(self, offset: int) -> int:
        """Index of the first word that starts at `offset` or later."""
        return bisect_left(self.starts, offset)

    def sentence_of(self, index: int) -> int:
        """Number of the sentence that word `index` stands in."""
        return max(bisect_right(self.openings, self.starts[index]) - 1, 0)


def _cut(text: str) -> tuple[list[str], list[int], list[int], list[str]]:
    """The folded words of a text, where they start and end, and what stands after each."""
    parts = _WORD.split(text.replace("_", " "))
    places = list(accumulate(map(len, parts)))
    words, starts, ends, gaps = list(map(key, parts[1::2])), places[:-1:2], places[1::2], parts[2::2]
    if all(words):
        return words, starts, ends, gaps
    kept = [at for at, word in enumerate(words) if word]
    starts, ends = [starts[at] for at in kept], [ends[at] for at in kept]
    gaps = [text[end:start] for end, start in zip(ends, [*starts[1:], len(text)], strict=False)]
    return [words[at] for at in kept], starts, ends, gaps


class _Held(dict[str, bool]):
    """Which gaps hold one of some characters; the few gaps that a text has are looked at once."""

    def __init__(self, characters: frozenset[str]) -> None:
        super().__init__()
        self._characters = characters

    def __missing__(self, gap: str) -> bool:
        self[gap] = found = "--" in gap or not self._characters.isdisjoint(gap)
        return found


def _sentences(text: str) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    start = 0
    for match in _END.finditer(text):
        end = match.end()
        _add(found, text, start, end)
        start = end
    _add(found, text, start, len(text))
    return found


def _bounded(
    found: list[tuple[int, int]], starts: list[int], ends: list[int]
) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Cut sentences that are too long; also return which words each has."""
    bounds = [(bisect_left(starts, start), bisect_left(starts, end)) for start, end in found]
    if all(last - first <= _LONGEST for first, last in bounds):
        return found, bounds
    bounds = [
        (at, min(at + _LONGEST, last)) for first, last in bounds for at in range(first, max(last, first + 1), _LONGEST)
    ]
    return [(starts[first], ends[last - 1]) for first, last in bounds], bounds


def _add(found: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    stretch = text[start:end]
    bare = stretch.strip()
    if any(character.isalnum() for character in bare):
        lead = len(stretch) - len(stretch.lstrip())
        found.append((start + lead, start + lead + len(bare)))
