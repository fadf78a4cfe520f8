"""Pointers into the raw text: the reason every line of a timeline can be checked.

Offsets count Unicode code points of the article's `text` exactly as the feed published it (of the body's `value` for
ninjs), after JSON decoding and before any cleaning; `end` is exclusive.
"""

from msgspec import Struct


class Extract(Struct, frozen=True, order=True):
    """A stretch of the raw text together with the words that stand there.

    Attributes:
        start: First code point of the stretch in the raw text, from 0.
        end: Code point after the last one.
        text: The words as the cleaned article has them; they may differ from the raw ones in layout and in letters
            that cleaning replaces (presentation forms, odd spaces), never in which characters they stand for.
    """

    start: int
    end: int
    text: str


class Party(Struct, frozen=True, order=True):
    """Somebody who speaks, acts or is acted upon.

    Attributes:
        id: Identity of the actor: a readable one from the lexicon (`vladimir-putin`), `x-` and a hash for an actor
            that the lexicon does not know, or null where the text does not settle who it is.
        name: The fullest form that the article gives, or null where it gives none.
        mention: The nearest words in the text that stand for the party, or null where a verb has no subject of its own.
        rule: Id of the rule that decided on this party.
    """

    id: str | None
    name: str | None
    mention: Extract | None
    rule: str
