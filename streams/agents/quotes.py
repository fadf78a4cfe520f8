"""`articles.deduplicated` in, mentions and quotations out."""

import msgspec
from msgspec import structs

from schemas.articles import Article, QuotedArticle, Refusal, Withdrawal
from schemas.quotations import Quotation, QuotationSet
from schemas.ranks import Instant
from schemas.registry import DEDUPLICATED, QUOTED, QUOTES, encode
from schemas.source import Source
from schemas.status import ArticleStatus
from streams.agents.step import Output, Record, Stage, Tables, decode, status, unsaid
from streams.quotes import quote
from streams.rules import shared
from streams.standing import Sets, Standing, erasure

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
    article: Article | Withdrawal | Refusal = decode(DEDUPLICATED, record)
    key = article.id.encode()
    known = tables["standings"].get(key)
    standing = Standing() if known is None else _DECODER.decode(known)
    sets = Sets(tables["standings"], Held)
    if standing.erased:
        article = erasure(article)
    if isinstance(article, Article):
        article = structs.replace(article, rank=shared(article.rank))
        standing.see(article.rank)
        passed = encode(_version(article, sets))
        moment = article.rank.recorded
    else:
        standing.hear(article)
        if standing.erased:
            sets.wipe(article.id, standing)
        passed = encode(article)
        moment = article.recorded
    tables["standings"][key] = _ENCODER.encode(standing)
    return [Output(QUOTED, key, passed, article.uri, moment), *_last_word(article, standing, sets, moment)]


def _version(article: Article, sets: Sets) -> QuotedArticle:
    quoted = quote(article)
    sets.keep(
        article.id, article.rank, Held(article.rank.rules, article.source, len(quoted.mentions), quoted.quotations)
    )
    return quoted


def _last_word(
    article: Article | Withdrawal | Refusal, standing: Standing, sets: Sets, moment: Instant
) -> list[Output]:
    """The set of the version that counts, whatever came in."""
    best = standing.best
    if standing.withdrawn:
        # An empty set, by which consumers learn that the article was withdrawn.
        bare = Source(article.id, article.uri)
        found = QuotationSet(source=bare, rank=best, withdrawn=True, quotations=[])
        reason = "erased" if standing.erased else None
        told = ArticleStatus(uri=article.uri, stage="quotes", outcome="withdrawn", reason=reason)
    elif best is None:
        return unsaid(article, "quotes", QUOTES) if isinstance(article, Refusal) and standing.editions else []
    else:
        held: Held | None = sets.of(article.id, best)
        if held is None:
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
    return [Output(QUOTES, article.id.encode(), encode(found), article.uri, moment), status(told, moment)]


STAGE = Stage("quotes", DEDUPLICATED, step, tables=("standings",))
