"""`articles.quoted` in, events out, and what each article contributes to each actor."""

from schemas.articles import QuotedArticle, Withdrawal
from schemas.events import EventSet
from schemas.ranks import Instant
from schemas.registry import CONTRIBUTIONS, EVENTS, QUOTED, encode
from schemas.source import Source
from schemas.status import ArticleStatus
from schemas.timeline import Contribution, Retraction
from streams.agents.step import Output, Record, Stage, Tables, decode, status
from streams.events import extract
from streams.events.contributions import lines
from streams.events.memory import ArticleMemory, contributions, recall, remember, retractions


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
        outputs = _version(article, memory)
    tables["articles"][key] = remember(memory)
    return outputs


def _version(quoted: QuotedArticle, memory: ArticleMemory) -> list[Output]:
    article = quoted.article
    moment = article.rank.recorded
    events = extract(quoted)
    found = lines(quoted, events)
    told = contributions(memory, article.source, article.rank, found)
    outputs = _contributions(told, article.uri, moment)
    if memory.standing.counts(article.rank):
        complete = EventSet(source=article.source, rank=memory.standing.best, withdrawn=False, events=events)
        counts = {"events": len(events), "actors": len(found), "lines": sum(len(given) for _, given in found.values())}
        outputs += [
            Output(EVENTS, article.id.encode(), encode(complete), article.uri, moment),
            status(
                ArticleStatus(
                    uri=article.uri,
                    stage="events",
                    outcome="accepted",
                    recorded=moment,
                    version=article.rank.version,
                    counts=counts,
                ),
                moment,
            ),
        ]
    elif memory.standing.withdrawn:
        outputs += _empty(article.source, memory, moment)
    return outputs


def _contributions(told: list[Contribution | Retraction], uri: str, moment: Instant) -> list[Output]:
    return [Output(CONTRIBUTIONS, piece.actor.encode(), encode(piece), uri, moment) for piece in told]


def _empty(source: Source, memory: ArticleMemory, moment: Instant) -> list[Output]:
    bare = Source(source.article, source.uri)
    nothing = EventSet(source=bare, rank=memory.standing.best, withdrawn=True, events=[])
    told = ArticleStatus(uri=source.uri, stage="events", outcome="withdrawn")
    return [Output(EVENTS, source.article.encode(), encode(nothing), source.uri, moment), status(told, moment)]


STAGE = Stage("events", QUOTED, step, tables=("articles",))
