"""Which actors an article ever touched: the memory that tells every one of them of a correction.

A row for each article. Contributions go to actors, and an actor whom a correction dropped has to hear of it, as has
one whom only a late older version knows. So the stage remembers, by edition, the actors it contributed to, and sends
in the end one contribution for each edition and each actor that any edition touched, whatever the order of arrival.
"""

from collections.abc import Mapping

import msgspec
from msgspec import Struct, field, structs

from schemas.articles import Refusal, Withdrawal
from schemas.ranks import Rank, merge
from schemas.source import Source
from schemas.timeline import Contribution, Exclusion, Line, Retraction
from streams.standing import Standing

#: What an actor is told of an article.
Told = Contribution | Retraction | Exclusion


class Reach(Struct):
    """The actors that one edition contributes to, by the newest rules that read it."""

    rank: Rank
    source: Source
    actors: list[str]


class ArticleMemory(Struct):
    """The memory of one article.

    Attributes:
        standing: Which of its versions counts.
        reaches: By edition.
        touched: Every actor ever touched, sorted; only grows.
    """

    standing: Standing = field(default_factory=Standing)
    reaches: dict[str, Reach] = field(default_factory=dict)
    touched: list[str] = field(default_factory=list)


_DECODER = msgspec.msgpack.Decoder(ArticleMemory)
_ENCODER = msgspec.msgpack.Encoder(order="deterministic")


def recall(data: bytes | None) -> ArticleMemory:
    """Decode a row; empty if there is none."""
    return ArticleMemory() if data is None else _DECODER.decode(data)


def remember(memory: ArticleMemory) -> bytes:
    """Encode a row."""
    return _ENCODER.encode(memory)


def contributions(
    memory: ArticleMemory, source: Source, rank: Rank, found: Mapping[str, tuple[str, list[Line]]]
) -> list[Told]:
    """Note what a version gives to whom, and return what the actors are to be told.

    Args:
        memory: The article's row, changed in place.
        source: The article.
        rank: The version.
        found: By actor its name and lines.
    """
    # An edition that was sent twice counts from its first recording, whoever hears of it.
    rank = structs.replace(rank, recorded=memory.standing.see(rank).recorded)
    known = memory.reaches.get(rank.edition)
    if known is None or rank.rules >= known.rank.rules:
        memory.reaches[rank.edition] = Reach(rank, source, sorted(found))
    else:
        known.rank = merge(known.rank, rank)
    memory.touched = sorted({*memory.touched, *found})
    told: list[Told] = []
    for actor in memory.touched:
        name, lines = found.get(actor, ("", []))
        told.append(Contribution(actor=actor, name=name, source=source, rank=rank, lines=lines))
    for actor in sorted(found):
        told.extend(
            Contribution(actor=actor, name="", source=reach.source, rank=reach.rank, lines=[])
            for _, reach in sorted(memory.reaches.items())
            if actor not in reach.actors
        )
        told.extend(
            Retraction(actor=actor, article=source.article, recorded=moment) for moment in memory.standing.withdrawals
        )
        told.extend(
            Exclusion(actor=actor, article=source.article, digest=digest, rules=rules, recorded=rank.recorded)
            for digest, rules in sorted(memory.standing.refusals.items())
        )
    return told


def takings_back(memory: ArticleMemory, told: Withdrawal | Refusal) -> list[Told]:
    """Note that the article is withdrawn, or one of its versions refused; return what the actors are to be told."""
    memory.standing.hear(told)
    if memory.standing.erased:
        memory.reaches.clear()  # they cite the article
    if isinstance(told, Withdrawal):
        return [
            Retraction(actor=actor, article=told.id, recorded=told.recorded, erased=told.erased)
            for actor in memory.touched
        ]
    return [
        Exclusion(actor=actor, article=told.id, digest=told.digest, rules=told.rules, recorded=told.recorded)
        for actor in memory.touched
    ]
