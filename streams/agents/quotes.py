"""`articles.deduplicated` in, mentions and quotations out."""

import msgspec

from schemas.articles import Article, Withdrawal
from schemas.quotations import QuotationSet
from schemas.registry import DEDUPLICATED, QUOTED, QUOTES, encode
from schemas.source import Source
from schemas.status import ArticleStatus
from streams.agents.step import Output, Record, Stage, Tables, decode, status
from streams.quotes import quote
from streams.standing import Standing

_DECODER = msgspec.msgpack.Decoder(Standing)
_ENCODER = msgspec.msgpack.Encoder(order="deterministic")


def step(record: Record, tables: Tables) -> list[Output]:
    """Extract the quotations of one version of an article, and publish them if the version counts.

    Raises:
        Rejected: The record is none of ours.
    """
    article: Article | Withdrawal = decode(DEDUPLICATED, record)
    key = article.id.encode()
    known = tables["standings"].get(key)
    standing = Standing() if known is None else _DECODER.decode(known)
    if isinstance(article, Withdrawal):
        standing.withdraw(article.recorded)
        outputs = [Output(QUOTED, key, encode(article), article.uri, article.recorded)]
        outputs += _empty(Source(article.id, article.uri), standing, article) if standing.withdrawn else []
    else:
        standing.see(article.rank)
        outputs = _version(article, standing)
    tables["standings"][key] = _ENCODER.encode(standing)
    return outputs


def _version(article: Article, standing: Standing) -> list[Output]:
    quoted = quote(article)
    moment = article.rank.recorded
    outputs = [Output(QUOTED, article.id.encode(), encode(quoted), article.uri, moment)]
    if standing.counts(article.rank):
        found = QuotationSet(source=article.source, rank=standing.best, withdrawn=False, quotations=quoted.quotations)
        told = ArticleStatus(
            uri=article.uri,
            stage="quotes",
            outcome="accepted",
            recorded=moment,
            version=article.rank.version,
            counts={"mentions": len(quoted.mentions), "quotations": len(quoted.quotations)},
        )
        return [*outputs, Output(QUOTES, article.id.encode(), encode(found), article.uri, moment), status(told, moment)]
    return [*outputs, *(_empty(article.source, standing, article) if standing.withdrawn else [])]


def _empty(source: Source, standing: Standing, article: Article | Withdrawal) -> list[Output]:
    """The set of a withdrawn article: none, by which consumers learn that it was withdrawn."""
    moment = article.recorded if isinstance(article, Withdrawal) else article.rank.recorded
    bare = Source(source.article, source.uri)
    nothing = QuotationSet(source=bare, rank=standing.best, withdrawn=True, quotations=[])
    told = ArticleStatus(uri=source.uri, stage="quotes", outcome="withdrawn")
    return [Output(QUOTES, source.article.encode(), encode(nothing), source.uri, moment), status(told, moment)]


STAGE = Stage("quotes", DEDUPLICATED, step, tables=("standings",))
