"""Sentences: the stretches in which a verb of speech looks for its speaker and its content."""

from msgspec import Struct

from streams.quotes.marks import Span
from streams.quotes.tokens import Tokens, abbreviates

_ENDS = frozenset([".", "؟", "?", "!"])
_SHORT = 2
_BRACKETS = frozenset("()\n")
_BRACKETED = 8
#: No sentence of news has more words; a longer one is cut, so that no work grows with the square of a text.
_LONGEST = 300


class Sentence(Struct, frozen=True):
    """A sentence: tokens from `first` to before `last`, and whether a paragraph begins with it."""

    first: int
    last: int
    opens: bool


def sentences(tokens: Tokens, marked: list[Span]) -> list[Sentence]:
    """Cut a text into sentences; marks outside of any end them, marks inside a quotation do not."""
    inside = bytearray(len(tokens))
    past = 0
    for span in marked:
        first, past = max(span.first, past), max(span.last, past)
        inside[first:past] = b"\x01" * (past - first)
    found: list[Sentence] = []
    start, opens = 0, True
    words = tokens.words
    for at, key in enumerate(tokens.keys):
        if at - start > _LONGEST and not inside[at]:
            found.append(Sentence(start, at, opens))
            start, opens = at, False
        if words[at] is not None:
            continue
        newline = key == "\n" and not inside[at]
        if not newline and (inside[at] or not _ends(tokens, at, key)):
            continue
        if at > start:
            found.append(Sentence(start, at, opens))
        start, opens = at + 1, newline
    if len(tokens) > start:
        found.append(Sentence(start, len(tokens), opens))
    return found


def _ends(tokens: Tokens, at: int, key: str) -> bool:
    following = tokens.words[at + 1] if at + 1 < len(tokens) else None
    if key == "..":
        return (
            following is not None
            and (following.cue is not None or following.according)
            and following.key.startswith("و")
        )
    if key not in _ENDS:
        return False
    if at + 1 >= len(tokens) or tokens.starts[at + 1] > tokens.ends[at]:
        return key != "." or not (abbreviates(tokens, at) or _is_bracketed(tokens, at))
    before = tokens.words[at - 1] if at else None
    if following is None:
        return not tokens.keys[at + 1].isdigit()
    if following.key[0].isdigit() or (before is not None and len(before.key) <= _SHORT):
        return False
    return len(following.key) > _SHORT and not following.key.isascii()


def _is_bracketed(tokens: Tokens, at: int) -> bool:
    """Tell whether a full stop stands inside short brackets (هيئة الإذاعة (زد. دي. إف))."""
    keys = tokens.keys
    opened = next((index for index in range(at - 1, max(at - _BRACKETED, -1), -1) if keys[index] in _BRACKETS), -1)
    closed = next((index for index in range(at + 1, min(at + _BRACKETED, len(keys))) if keys[index] in _BRACKETS), -1)
    return opened >= 0 and closed >= 0 and keys[opened] == "(" and keys[closed] == ")"
