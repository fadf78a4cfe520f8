"""Known names: mentions of whom the lexicon knows."""

from streams.lexicon.actors import ACTORS, Entry
from streams.lexicon.wording import folded
from streams.quotes import names
from streams.quotes.found import Found, label
from streams.quotes.tokens import Tokens, Word


def known_name(tokens: Tokens, at: int, word: Word) -> Found | None:
    """Find the longest name of the lexicon that begins at a word."""
    best: tuple[int, int, Entry] | None = None
    for cut, branch in word.names:
        found = branch.longest(tokens.keys, at + 1)
        if found is not None and (best is None or found[0] >= best[0]):
            best = (1 + found[0], cut, found[1])
    if best is None or (best[0] == 1 and tokens.keys[at] == "علي"):
        return None
    size, cut, entry = best
    actor = ACTORS[entry.key]
    last = at + size
    start = tokens.offset(at, cut)
    if actor.kind == "person" and size > 1:
        last = max(last, _longer(tokens, at, last))
    return Found(
        at, last, start, tokens.ends[last - 1], actor.kind, label(tokens, at, start, tokens.ends[last - 1]),
        "mention.lexicon", actor.id, named=at, weak=entry.weak, capital=entry.capital,
        state=actor.id if actor.kind == "state" else "", head=_head(tokens, at),
        feminine=_gender(tokens, at, cut, actor.kind),
    )  # fmt: skip


_MASCULINE_BODIES = folded("""
حزب مجلس المجلس جيش الجيش المرصد صندوق البنك الاتحاد البيت تنظيم التحالف تحالف حلف الحلف مكتب البرلمان الكونغرس
الحرس الايتلاف
""")


def _gender(tokens: Tokens, at: int, cut: int, kind: str) -> bool | None:
    """Tell whether a known name is feminine, as far as its first word shows."""
    first = tokens.keys[at][cut:]
    if kind == "state":
        return None if first == "الكرملين" else True
    if kind == "person":
        return None
    return False if first in _MASCULINE_BODIES else True if first.endswith("ه") else None


def _head(tokens: Tokens, at: int) -> str:
    word = tokens.words[at]
    return word.body if word else ""


def _longer(tokens: Tokens, first: int, last: int) -> int:
    """Go on over the rest of a known person's name (سلمان بن عبدالعزيز آل سعود)."""
    word = tokens.words[last] if last < len(tokens) else None
    return names.person(tokens, first) if word is not None and word.joint else last
