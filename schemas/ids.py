"""Deterministic identities.

An id is a hash of what makes a thing what it is, with no version, offset, speaker or rule in it: when an article is
corrected, or a rule learns to find a better speaker, the same quotation keeps its id and consumers see a revision.
Ids are the first 24 hexadecimal digits (96 bits) of a SHA-256 over length-prefixed parts.
"""

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from hashlib import sha256

from schemas.folding import words

_DIGITS = 24


def digest(*parts: str) -> str:
    """Hash `parts` so that no two different sequences of parts run together."""
    encoded = [part.encode("utf-8", "surrogatepass") for part in parts]
    return sha256(b"".join([len(data).to_bytes(4, "big") + data for data in encoded])).hexdigest()[:_DIGITS]


def article_id(uri: str) -> str:
    """Identity of an article: its URI."""
    return digest("article", uri)


def quotation_ids(article: str, contents: Iterable[list[str]]) -> list[str]:
    """Identities of the quotations of an article, in the order of the text.

    Args:
        article: The article's id.
        contents: The folded words of each quotation (`schemas.folding.words`); equal ones are told apart by their
            ordinal.
    """
    return _numbered("quotation", article, [(" ".join(content),) for content in contents])


def event_ids(article: str, events: Iterable[tuple[str, str]]) -> list[str]:
    """Identities of the events of an article, in the order of the text.

    Args:
        article: The article's id.
        events: For each event its PLOVER type and the sentence of its trigger.
    """
    return _numbered("event", article, [(kind, _spelled(sentence)) for kind, sentence in events])


def statement_block(said: str, *, negated: bool) -> str:
    """What makes two statements of one actor the same line: the words and their polarity."""
    return digest("statement", _spelled(said), "-" if negated else "+")


def mention_block(said: str, speakers: Iterable[str], *, negated: bool) -> str:
    """What makes two statements about one actor the same line: the words, their polarity, and who speaks."""
    return digest("about", _spelled(said), "-" if negated else "+", *sorted(set(speakers)))


def dated_event_block(kind: str, mode: str | None, parties: Iterable[str], date: str) -> str:
    """What makes two dated events the same line: type, mode, parties (in any order) and date."""
    return digest("event", kind, mode or "", *sorted(set(parties)), date)


def undated_event_block(kind: str, mode: str | None, sentence: str) -> str:
    """What makes two undated events the same line: type, mode and the sentence that tells them."""
    return digest("sentence", kind, mode or "", _spelled(sentence))


@lru_cache(maxsize=1_024)
def entry_id(actor: str, block: str) -> str:
    """Identity of one line of one actor's timeline."""
    return digest("entry", actor, block)


@lru_cache(maxsize=16_384)
def unknown_actor_id(name: str) -> str | None:
    """Identity of an actor that the lexicon does not know, or None if the name is less than two words."""
    folded = words(name)
    return f"x-{digest('actor', ' '.join(folded))}" if len(folded) > 1 else None


@lru_cache(maxsize=1_024)
def _spelled(text: str) -> str:
    """The folded words of a text; several events of one article share a sentence."""
    return " ".join(words(text))


def _numbered(kind: str, article: str, keys: Iterable[tuple[str, ...]]) -> list[str]:
    seen: Counter[tuple[str, ...]] = Counter()
    found = []
    for key in keys:
        found.append(digest(kind, article, *key, str(seen[key])))
        seen[key] += 1
    return found
