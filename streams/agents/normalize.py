"""`articles.raw` in, clean articles and withdrawals out."""

from schemas.articles import Article, Withdrawal
from schemas.registry import NORMALIZED, RAW, encode
from schemas.status import ArticleStatus
from streams.agents.step import Output, Record, Stage, Tables, status
from streams.errors import Rejected
from streams.normalize import receive, refusal, uri_of

#: Longest URI of an article, in bytes: it travels in keys, headers and every line of evidence.
MAX_URI_BYTES = 2_048


def step(record: Record, tables: Tables) -> list[Output]:
    """Clean one raw record.

    Raises:
        Rejected: It cannot be used.
    """
    del tables
    article = receive(record.key, record.value, record.recorded)
    size = len(article.uri.encode())
    if size > MAX_URI_BYTES:
        raise Rejected("malformed", f"the URI has {size} bytes, {MAX_URI_BYTES} are accepted")
    accepted = isinstance(article, Article)
    told = ArticleStatus(
        uri=article.uri,
        stage="normalize",
        outcome="accepted" if accepted else "withdrawn",
        reason="erased" if isinstance(article, Withdrawal) and article.erased else None,
        recorded=record.recorded,
        version=article.rank.version if isinstance(article, Article) else 0,
        counts={"characters": len(article.text)} if isinstance(article, Article) else {},
    )
    return [
        Output(NORMALIZED, article.id.encode(), encode(article), article.uri, record.recorded),
        status(told, record.recorded),
    ]


def disown(record: Record, rejected: Rejected) -> list[Output]:
    """Tell that the version of an article in a rejected record does not count, whatever older rules made of it."""
    found = refusal(record.value, record.recorded, rejected.reason)
    if found is None or len(found.uri.encode()) > MAX_URI_BYTES:
        return []
    return [Output(NORMALIZED, found.id.encode(), encode(found), found.uri, record.recorded)]


STAGE = Stage("normalize", RAW, step, blame=lambda record: uri_of(record.key, record.value), disown=disown)
