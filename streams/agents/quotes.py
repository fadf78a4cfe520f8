"""`articles.deduplicated` in, mentions and quotations out."""

import msgspec

from schemas.articles import Article, Withdrawal
from schemas.quotations import Quotation, QuotationSet
from schemas.registry import DEDUPLICATED, QUOTED, QUOTES, encode
from schemas.source import Source
from schemas.status import ArticleStatus
from streams.agents.step import Output, Record, Stage, Tables, decode, status
from streams.quotes import quote
from streams.standing import Sets, Standing

_DECODER = msgspec.msgpack.Decoder(Standing)
_ENCODER = msgspec.msgpack.Encoder(order="deterministic")


class Held(msgspec.Struct):
    """What an edition holds: by which rules, as it cites itself, how many mentions, and its quotations."""

    rules: int
    source: Source
    mentions: int
    quotations: list[Quotation]


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
        outputs = _version(article, standing, Sets(tables["standings"], Held))
    tables["standings"][key] = _ENCODER.encode(standing)
    return outputs


def _version(article: Article, standing: Standing, sets: Sets) -> list[Output]:
    quoted = quote(article)
    sets.keep(
        article.id, article.rank, Held(article.rank.rules, article.source, len(quoted.mentions), quoted.quotations)
    )
    outputs = [Output(QUOTED, article.id.encode(), encode(quoted), article.uri, article.rank.recorded)]
    return outputs + (
        _empty(article.source, standing, article) if standing.withdrawn else _complete(article, standing, sets)
    )


def _complete(article: Article, standing: Standing, sets: Sets) -> list[Output]:
    """The set of the version that counts, whichever version came in."""
    best = standing.best
    held: Held | None = None if best is None else sets.of(article.id, best)
    if best is None or held is None:
        return []
    found = QuotationSet(source=held.source, rank=best, withdrawn=False, quotations=held.quotations)
    told = ArticleStatus(
        uri=article.uri,
        stage="quotes",
        outcome="accepted",
        recorded=best.recorded,
        version=best.version,
        counts={"mentions": held.mentions, "quotations": len(held.quotations)},
    )
    moment = article.rank.recorded
    return [Output(QUOTES, article.id.encode(), encode(found), article.uri, moment), status(told, moment)]


def _empty(source: Source, standing: Standing, article: Article | Withdrawal) -> list[Output]:
    """The set of a withdrawn article: none, by which consumers learn that it was withdrawn."""
    moment = article.recorded if isinstance(article, Withdrawal) else article.rank.recorded
    bare = Source(source.article, source.uri)
    nothing = QuotationSet(source=bare, rank=standing.best, withdrawn=True, quotations=[])
    told = ArticleStatus(uri=source.uri, stage="quotes", outcome="withdrawn")
    return [Output(QUOTES, source.article.encode(), encode(nothing), source.uri, moment), status(told, moment)]


STAGE = Stage("quotes", DEDUPLICATED, step, tables=("standings",))
