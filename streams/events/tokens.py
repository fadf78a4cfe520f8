"""Words and sentences of a cleaned text.

Rules look at words, not characters: a `Page` holds the folded words of a text with their offsets, what stands between
them, and which sentence each belongs to. It is made once for an article, in one pass.
"""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from schemas.folding import SILENT, fold

_MARKS = "".join(sorted(SILENT - {"\u0640"}))
_WORD = re.compile(rf"(?:[^\W_]|[{_MARKS}\u0640])+")
_SILENCE = str.maketrans(dict.fromkeys(SILENT))
_END = re.compile(r"\n|[!?؟]+(?!\w)|(?<!\.)\.(?![.\w])(?=[\s\"”“»)'’]|$)")

#: Characters between words that end a clause.
STOPS = frozenset(".!?؟\n;؛:")


@dataclass(frozen=True)
class Page:
    """The words of a text.

    Attributes:
        text: The text.
        folded: The same with its letters folded, character for character.
        words: The folded words, without marks and tatweel.
        starts: Offset of each word.
        ends: Offset after each word.
        sentences: Offsets at which sentences start and end, in order, without white space at the ends.
        bounds: For each sentence the index of its first word and the index after its last one.
    """

    text: str
    folded: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    sentences: list[tuple[int, int]]
    bounds: list[tuple[int, int]]

    @classmethod
    def of(cls, text: str) -> "Page":
        """Cut a text into words and sentences."""
        folded = fold(text)
        spans = [match.span() for match in _WORD.finditer(folded)]
        words = [folded[start:end] for start, end in spans]
        if any(mark in folded for mark in SILENT):
            words = [word.translate(_SILENCE) for word in words]
        starts = [start for start, _ in spans]
        sentences = _sentences(text)
        bounds = [(bisect_left(starts, start), bisect_left(starts, end)) for start, end in sentences]
        return cls(text, folded, words, starts, [end for _, end in spans], sentences, bounds)

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
        return max(bisect_right(self.sentences, (self.starts[index], len(self.text) + 1)) - 1, 0)


def _sentences(text: str) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    start = 0
    for match in _END.finditer(text):
        _add(found, text, start, match.end())
        start = match.end()
    _add(found, text, start, len(text))
    return found


def _add(found: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    stretch = text[start:end]
    bare = stretch.strip()
    if any(character.isalnum() for character in bare):
        lead = len(stretch) - len(stretch.lstrip())
        found.append((start + lead, start + lead + len(bare)))
