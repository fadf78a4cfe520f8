"""Articles to test with."""

from datetime import UTC, datetime

from schemas.articles import Article, Publication, QuotedArticle, Run
from schemas.quotations import Mention, Quotation
from schemas.ranks import Rank
from streams.quotes import quote

_RANK = Rank(0, "", datetime(2020, 1, 1, tzinfo=UTC), "0", 1)


def article(text: str, *, published: str | None = "2016-12-29") -> Article:
    """Return an article whose cleaned text is its raw text."""
    when = Publication(published, "feed") if published else None
    return Article(id="a", uri="u", rank=_RANK, text=text, runs=[Run(0, 0, max(len(text), 1))], published=when)


def quoted(text: str, *, published: str | None = "2016-12-29") -> QuotedArticle:
    """Return what the stage finds in a text."""
    return quote(article(text, published=published))


def quotations(text: str, *, published: str | None = "2016-12-29") -> list[Quotation]:
    """Return the quotations of a text."""
    return quoted(text, published=published).quotations


def only(text: str, *, published: str | None = "2016-12-29") -> Quotation:
    """Return the one quotation of a text."""
    (found,) = quotations(text, published=published)
    return found


def mentions(text: str, *, published: str | None = "2016-12-29") -> list[Mention]:
    """Return the mentions of a text."""
    return quoted(text, published=published).mentions


def names(quotation: Quotation) -> list[str | None]:
    """Return who speaks, by name."""
    return [speaker.name for speaker in quotation.speakers]
