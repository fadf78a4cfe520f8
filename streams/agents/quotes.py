"""`articles.deduplicated` in, mentions and quotations out."""

import msgspec
from msgspec import structs

from schemas.articles import Article, QuotedArticle, Refusal, Withdrawal
from schemas.quotations import Quotation, QuotationSet
from schemas.ranks import Rank
from schemas.registry import DEDUPLICATED, QUOTED, QUOTES, encode
from schemas.source import Source
from streams.agents.step import Output, Record, Stage, Tables, decode, last_word
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

    @property
    def counts(self) -> dict[str, int]:
        """Its numbers, as the article's status tells them."""
        return {"mentions": self.mentions, "quotations": len(self.quotations)}


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
    told = last_word(("quotes", QUOTES, _complete), article, standing, sets, moment)
    return [Output(QUOTED, key, passed, article.uri, moment), *told]


def _version(article: Article, sets: Sets) -> QuotedArticle:
    quoted = quote(article)
    sets.keep(
        article.id, article.rank, Held(article.rank.rules, article.source, len(quoted.mentions), quoted.quotations)
    )
    return quoted


def _complete(source: Source, rank: Rank | None, held: Held | None) -> QuotationSet:
    quotations = held.quotations if held else []
    return QuotationSet(source=source, rank=rank, withdrawn=held is None, quotations=quotations)


STAGE = Stage("quotes", DEDUPLICATED, step, tables=("standings",))
