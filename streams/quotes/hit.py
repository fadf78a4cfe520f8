"""A hit: a cue with what follows it."""

from msgspec import Struct

from streams.lexicon.cues import Cue
from streams.quotes.frame import Frame

#: Rules by which content is a noun phrase, bare or behind a preposition, and no clause.
NOMINAL = frozenset(["clause.noun", "clause.about", "clause.by", "clause.to", "clause.from", "clause.on"])


class Hit(Struct):
    """A cue with what follows it.

    Attributes:
        at: The cue.
        cut: Where it cuts off the content before it.
        cue: What it is.
        frame: What follows.
        noun: Whether it is a noun.
        aside: First token of a relative clause between the cue and its content, and where that content is announced.
    """

    at: int
    cut: int
    cue: Cue
    frame: Frame
    noun: bool = False
    aside: tuple[int, int] | None = None


def is_own_hit(hit: Hit) -> bool:
    """Tell whether a noun's hit is that of قوله or of a noun with a pronoun, which a verb before it leads to."""
    return hit.cue.lemma == "قول" or hit.cue.object
