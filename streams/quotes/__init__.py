"""Quotations: who is named in an article, and what it attributes to whom.

`quote` is the whole stage: a pure function from a cleaned article to the same article with its mentions and quotations.
"""

from streams.quotes.stage import quote

__all__ = ["quote"]
