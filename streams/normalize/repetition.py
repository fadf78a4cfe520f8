"""Paragraphs that are printed again.

A body is pasted twice, a caption stands under every picture, the headline on the print button.
"""

import re
from collections.abc import Sequence

#: So many words are no refrain and no answer: the paragraph is printed again.
_LEAST = 4
#: A caption is between a name and a sentence.
_LEAST_CAPTION = 3
_LONGEST_CAPTION = 8
_LEAST_TEASER = 6
#: More paragraphs make a list, where every line begins like another one.
_MOST_PARAGRAPHS = 200
_PRINT = ("طباعه", "اطبع", "شارك")
_OPEN = re.compile(r"[:؟?]\W*$")
#: Dots at the end of a paragraph, perhaps with a mark behind them, stand among so many characters.
_TAIL = 8
_CUT_OFF = re.compile(r"(?:\.\.\.|…)\W*$")


def repeated(paragraphs: Sequence[str], words: Sequence[Sequence[str]]) -> list[str | None]:
    """Tell for each paragraph by which rule it repeats another one, or None where it does not.

    Args:
        paragraphs: The paragraphs.
        words: The folded words of each.
    """
    seen: set[tuple[str, ...]] = set()
    found: list[str | None] = []
    for index, paragraph in enumerate(paragraphs):
        key = tuple(words[index])
        found.append(_rule(paragraph, key, seen, words, index))
        seen.add(key)
    return found


def _rule(
    paragraph: str, key: tuple[str, ...], seen: set[tuple[str, ...]], words: Sequence[Sequence[str]], index: int
) -> str | None:
    if key in seen and (len(key) >= _LEAST or (len(key) > 1 and not _OPEN.search(paragraph))):
        return "printed_again"
    if index and len(key) <= _LONGEST_CAPTION and not _OPEN.search(paragraph) and _begins(words[0], key):
        return "headline_again"
    if (
        len(key) >= _LEAST_TEASER
        and len(words) <= _MOST_PARAGRAPHS
        and _CUT_OFF.search(paragraph, max(len(paragraph) - _TAIL, 0))
        and _told(key, words, index)
    ):
        return "cut_short"
    return None


def _begins(headline: Sequence[str], key: tuple[str, ...]) -> bool:
    """Whether a line is the headline cut short, perhaps behind the word on a button."""
    cut = key[1:] if key and key[0] in _PRINT else key
    return _LEAST_CAPTION <= len(cut) < len(headline) and tuple(headline[: len(cut)]) == cut


def _told(key: tuple[str, ...], words: Sequence[Sequence[str]], index: int) -> bool:
    """Whether another paragraph begins with the same words and goes on."""
    return any(other != index and tuple(told[: len(key)]) == key for other, told in enumerate(words))
