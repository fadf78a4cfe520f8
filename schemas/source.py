"""The citation of an article that every derived record carries."""

from msgspec import Struct


class Source(Struct, frozen=True, order=True):
    """What a derived record says of the article it comes from.

    Attributes:
        article: Id of the article.
        uri: Its URI.
        outlet: Its outlet, or null.
        headline: Its headline, or null.
        published: When it was published, an ISO 8601 date or date-time, or null.
    """

    article: str
    uri: str
    outlet: str | None = None
    headline: str | None = None
    published: str | None = None
