"""Whether two articles print the same text: a question about the two alone.

It is asked whenever one of the two changes, from either side, and the answer must not depend on who asks or what was
read before; so it looks at the editions that count and at nothing else.
"""

from dataclasses import dataclass
from functools import cached_property

from schemas.folding import words
from streams.deduplicate.rows import WINDOW, Content
from streams.deduplicate.twins import Print, are_twins

#: The least Jaccard similarity of copies. Above it nearly every pair read is one report printed twice, edited by
#: different hands; below it follow-ups that carry paragraphs over outnumber the copies.
THRESHOLD = 0.5


@dataclass(frozen=True)
class Side:
    """One of the two articles.

    Attributes:
        id: Its id.
        moment: When it was published, in milliseconds since 1970.
        content: What it is compared by.
    """

    id: str
    moment: int
    content: Content

    @cached_property
    def shingles(self) -> frozenset[int]:
        """Its shingles."""
        return self.content.shingle_set()

    @cached_property
    def print(self) -> Print:
        """The article as it is read for twins."""
        return Print(words(self.content.plain()), self.content.headline, self.content.outlet, self.moment)


def similarity(one: Side, other: Side) -> float | None:
    """Return the exact Jaccard similarity of two related articles, or None if they are not related.

    That their sketches share a band is part of the relation. Otherwise an older edition, whose bands stay in the
    table, would find what the edition that counts does not, and the order of reading would matter.
    """
    if abs(one.moment - other.moment) > WINDOW or set(one.content.bands).isdisjoint(other.content.bands):
        return None
    shared = len(one.shingles & other.shingles)
    union = len(one.shingles) + len(other.shingles) - shared
    if shared < THRESHOLD * union:
        return None
    if shared < union:
        first, second = sorted((one, other), key=lambda side: side.id)
        if are_twins(first.print, second.print):
            return None
    return shared / union
