"""Lineages: which articles print the same text."""

from typing import Literal

from msgspec import Struct


class Lineage(Struct, kw_only=True, frozen=True):
    """The last word on what an article is a copy of.

    Attributes:
        article: Id of the article.
        uri: Its URI.
        original: Id of the earliest article among itself and its neighbours: its own id if it is no copy.
        original_uri: URI of that article.
        relation: `original`; `exact` if all shingles are shared, else `near`.
        similarity: Exact Jaccard similarity of the two articles' four-word shingles, 1 for an original.
        rule: Id of the rule that decided.
    """

    article: str
    uri: str
    original: str
    original_uri: str
    relation: Literal["original", "exact", "near"]
    similarity: float
    rule: str
