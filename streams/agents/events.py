"""`articles.quoted` in, events out, and what each article contributes to each actor."""

import msgspec

from schemas.articles import Article, QuotedArticle, Refusal, Withdrawal
from schemas.events import Event, EventSet
from schemas.ranks import Instant
from schemas.registry import CONTRIBUTIONS, EVENTS, QUOTED, encode
from schemas.source import Source
from schemas.status import ArticleStatus
from streams.agents.step import Output, Record, Stage, Tables, decode, status, unsaid
from streams.events import extract
from streams.events.contributions import lines
from streams.events.memory import ArticleMemory, Told, contributions, recall, remember, takings_back
from streams.rules import shared
from streams.standing import Sets, Standing, erasure


class Held(msgspec.Struct):
    """What an edition holds: by which rules, as it cites itself, its numbers, and its events."""

    rules: int
    source: Source
    counts: dict[str, int]
    events: list[Event]


def step(record: Record, tables: Tables) -> list[Output]:
    """Extract the events of one version of an article, and tell the actors what it gives them.

    Raises:
        Rejected: The record is none of ours.
    """
    found: QuotedArticle | Withdrawal | Refusal = decode(QUOTED, record)
    about = found.article if isinstance(found, QuotedArticle) else found
    key = about.id.encode()
    memory = recall(tables["articles"].get(key))
    if memory.standing.erased:
        found = about = erasure(about)
    sets = Sets(tables["articles"], Held)
    if isinstance(found, QuotedArticle):
        moment = found.article.rank.recorded
        told = _version(found, memory, sets)
    else:
        moment = found.recorded
        told = takings_back(memory, found)
        if memory.standing.erased:
            sets.wipe(found.id, memory.standing)
    tables["articles"][key] = remember(memory)
    given = [Output(CONTRIBUTIONS, piece.actor.encode(), encode(piece), about.uri, moment) for piece in told]
    return given + _last_word(about, memory.standing, sets, moment)


def _version(quoted: QuotedArticle, memory: ArticleMemory, sets: Sets) -> list[Told]:
    article = quoted.article
    rank = shared(article.rank)
    events = extract(quoted)
    found = lines(quoted, events)
    counts = {"events": len(events), "actors": len(found), "lines": sum(len(given) for _, given in found.values())}
    sets.keep(article.id, rank, Held(rank.rules, article.source, counts, events))
    return contributions(memory, article.source, rank, found)


def _last_word(
    article: Article | Withdrawal | Refusal, standing: Standing, sets: Sets, moment: Instant
) -> list[Output]:
    """The set of the version that counts, whatever came in."""
    best = standing.best
    if standing.withdrawn:
        bare = Source(article.id, article.uri)
        complete = EventSet(source=bare, rank=best, withdrawn=True, events=[])
        reason = "erased" if standing.erased else None
        told = ArticleStatus(uri=article.uri, stage="events", outcome="withdrawn", reason=reason)
    elif best is None:
        return unsaid(article, "events", EVENTS) if isinstance(article, Refusal) and standing.editions else []
    else:
        held: Held | None = sets.of(article.id, best)
        if held is None:
            return []
        complete = EventSet(source=held.source, rank=best, withdrawn=False, events=held.events)
        told = ArticleStatus(
            uri=article.uri,
            stage="events",
            outcome="accepted",
            recorded=best.recorded,
            version=best.version,
            counts=held.counts,
        )
    return [Output(EVENTS, article.id.encode(), encode(complete), article.uri, moment), status(told, moment)]


STAGE = Stage("events", QUOTED, step, tables=("articles",), rows_first=True)
