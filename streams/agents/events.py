"""`articles.quoted` in, events out, and what each article contributes to each actor."""

import msgspec

from schemas.articles import QuotedArticle, Refusal, Withdrawal
from schemas.events import Event, EventSet
from schemas.ranks import Rank
from schemas.registry import CONTRIBUTIONS, EVENTS, QUOTED, encode
from schemas.source import Source
from streams.agents.step import Output, Record, Stage, Tables, decode, last_word
from streams.events import extract
from streams.events.contributions import lines
from streams.events.memory import ArticleMemory, Told, contributions, recall, remember, takings_back
from streams.rules import shared
from streams.standing import Sets, erasure


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
    return given + last_word(("events", EVENTS, _complete), about, memory.standing, sets, moment)


def _version(quoted: QuotedArticle, memory: ArticleMemory, sets: Sets) -> list[Told]:
    article = quoted.article
    rank = shared(article.rank)
    events = extract(quoted)
    found = lines(quoted, events)
    counts = {"events": len(events), "actors": len(found), "lines": sum(len(given) for _, given in found.values())}
    sets.keep(article.id, rank, Held(rank.rules, article.source, counts, events))
    return contributions(memory, article.source, rank, found)


def _complete(source: Source, rank: Rank | None, held: Held | None) -> EventSet:
    return EventSet(source=source, rank=rank, withdrawn=held is None, events=held.events if held else [])


STAGE = Stage("events", QUOTED, step, tables=("articles",), rows_first=True)
