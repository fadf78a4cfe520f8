"""`articles.normalized` in, lineages out, and the articles passed on in many partitions."""

import msgspec

from schemas.articles import Withdrawal
from schemas.registry import DEDUPLICATED, LINEAGE, NORMALIZED, encode
from schemas.status import ArticleStatus
from streams.agents.step import Output, Record, Stage, Tables, decode, status
from streams.deduplicate import Lineages


def step(record: Record, tables: Tables) -> list[Output]:
    """Find what an article is a copy of, and what is a copy of it.

    The article itself passes on without its lineage, which a later article may change: who needs it joins
    `articles.lineage`.

    Raises:
        Rejected: The record is none of ours.
    """
    article = decode(NORMALIZED, record)
    if isinstance(article, Withdrawal):
        return [Output(DEDUPLICATED, article.id.encode(), encode(article), article.uri, article.recorded)]
    moment = article.rank.recorded
    slim = msgspec.structs.replace(article, shingles=[])
    outputs = [Output(DEDUPLICATED, article.id.encode(), encode(slim), article.uri, moment)]
    for lineage in Lineages(tables["articles"], tables["bands"], tables["neighbours"]).add(article):
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


STAGE = Stage("deduplicate", NORMALIZED, step, tables=("articles", "bands", "neighbours"))
