"""`articles.normalized` in, lineages out, and the articles passed on in many partitions."""

import msgspec

from schemas.articles import Article, Refusal, Withdrawal
from schemas.lineage import Lineage
from schemas.ranks import Instant
from schemas.registry import DEDUPLICATED, LINEAGE, NORMALIZED, encode
from schemas.status import ArticleStatus
from streams.agents.step import Output, Record, Stage, Tables, decode, status, unsaid
from streams.deduplicate import Lineages
from streams.standing import erasure


def step(record: Record, tables: Tables) -> list[Output]:
    """Find what an article is a copy of, and what is a copy of it.

    The article itself passes on without its lineage, which a later article may change: who needs it joins
    `articles.lineage`.

    Raises:
        Rejected: The record is none of ours.
    """
    article: Article | Withdrawal | Refusal = decode(NORMALIZED, record)
    lineages = Lineages(tables["articles"], tables["bands"], tables["neighbours"])
    if lineages.erased(article.id):
        article = erasure(article)
    if isinstance(article, Withdrawal):
        passed = Output(DEDUPLICATED, article.id.encode(), encode(article), article.uri, article.recorded)
        return [passed, *_forgotten(article, lineages)] if article.erased else [passed]
    if isinstance(article, Refusal):
        told = lineages.refuse(article)
        gone = lineages.refused(article.id)
        return [
            Output(DEDUPLICATED, article.id.encode(), encode(article), article.uri, article.recorded),
            *(unsaid(article, "deduplicate", LINEAGE) if gone else []),
            *_told(told, article.recorded),
        ]
    moment = article.rank.recorded
    slim = msgspec.structs.replace(article, shingles=[])
    passed = Output(DEDUPLICATED, article.id.encode(), encode(slim), article.uri, moment)
    return [passed, *_told(lineages.add(article), moment)]


def _forgotten(article: Withdrawal, lineages: Lineages) -> list[Output]:
    """Nothing is a copy of an article that was erased, nor is it a copy of anything."""
    told = ArticleStatus(uri=article.uri, stage="deduplicate", outcome="withdrawn", reason="erased")
    others = lineages.erase(article)
    return [
        Output(LINEAGE, article.id.encode(), None, article.uri, article.recorded),
        status(told, article.recorded),
        *_told(others, article.recorded),
    ]


def _told(lineages: list[Lineage], moment: Instant) -> list[Output]:
    outputs = []
    for lineage in lineages:
        copied = lineage.relation != "original"
        told = ArticleStatus(
            uri=lineage.uri,
            stage="deduplicate",
            outcome="duplicate" if copied else "accepted",
            original=lineage.original_uri if copied else None,
        )
        outputs.append(Output(LINEAGE, lineage.article.encode(), encode(lineage), lineage.uri, moment))
        outputs.append(status(told, moment))
    return outputs


STAGE = Stage("deduplicate", NORMALIZED, step, tables=("articles", "bands", "neighbours"), rows_first=True)
