"""`articles.quoted` in, events out, and what each article contributes to each actor."""

import msgspec

from schemas.articles import Article, QuotedArticle, Withdrawal
from schemas.events import Event, EventSet
from schemas.ranks import Instant
from schemas.registry import CONTRIBUTIONS, EVENTS, QUOTED, encode
from schemas.source import Source
from schemas.status import ArticleStatus
from schemas.timeline import Contribution, Retraction
from streams.agents.step import Output, Record, Stage, Tables, decode, status
from streams.events import extract
from streams.events.contributions import lines
from streams.events.memory import ArticleMemory, contributions, recall, remember, retractions
from streams.standing import Sets, Standing


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
    article: QuotedArticle | Withdrawal = decode(QUOTED, record)
    if isinstance(article, Withdrawal):
        key = article.id.encode()
        memory = recall(tables["articles"].get(key))
        told = retractions(memory, article)
        outputs = _empty(Source(article.id, article.uri), memory, article.recorded) if memory.standing.withdrawn else []
        outputs += _contributions(told, article.uri, article.recorded)
    else:
        key = article.article.id.encode()
        memory = recall(tables["articles"].get(key))
        outputs = _version(article, memory, Sets(tables["articles"], Held))
    tables["articles"][key] = remember(memory)
    return outputs


def _version(quoted: QuotedArticle, memory: ArticleMemory, sets: Sets) -> list[Output]:
    article = quoted.article
    events = extract(quoted)
    found = lines(quoted, events)
    told = contributions(memory, article.source, article.rank, found)
    counts = {"events": len(events), "actors": len(found), "lines": sum(len(given) for _, given in found.values())}
    sets.keep(article.id, article.rank, Held(article.rank.rules, article.source, counts, events))
    outputs = _contributions(told, article.uri, article.rank.recorded)
    if memory.standing.withdrawn:
        return outputs + _empty(article.source, memory, article.rank.recorded)
    return outputs + _complete(article, memory.standing, sets)


def _complete(article: Article, standing: Standing, sets: Sets) -> list[Output]:
    """The set of the version that counts, whichever version came in."""
    best = standing.best
    held: Held | None = None if best is None else sets.of(article.id, best)
    if best is None or held is None:
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
    moment = article.rank.recorded
    return [Output(EVENTS, article.id.encode(), encode(complete), article.uri, moment), status(told, moment)]


def _contributions(told: list[Contribution | Retraction], uri: str, moment: Instant) -> list[Output]:
    return [Output(CONTRIBUTIONS, piece.actor.encode(), encode(piece), uri, moment) for piece in told]


def _empty(source: Source, memory: ArticleMemory, moment: Instant) -> list[Output]:
    bare = Source(source.article, source.uri)
    nothing = EventSet(source=bare, rank=memory.standing.best, withdrawn=True, events=[])
    told = ArticleStatus(uri=source.uri, stage="events", outcome="withdrawn")
    return [Output(EVENTS, source.article.encode(), encode(nothing), source.uri, moment), status(told, moment)]


STAGE = Stage("events", QUOTED, step, tables=("articles",))
