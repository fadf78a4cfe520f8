"""One line as it stood at an instant: which evidence counted then, and what had been corrected.

Evidence stands from when it was recorded until it was taken back. When an article is revised and still has the line,
its old evidence ends where the new begins: that is a correction only if the new one tells something else.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Literal, NamedTuple

from schemas.text import Party
from schemas.timeline import Evidence, Line, Statement, TimelineEntry
from streams.reader.days import Place, place
from streams.reader.views import LineView, Sort, State, Testimony

Relation = Literal["original", "exact", "near"]


class Copy(NamedTuple):
    """What an article is a copy of.

    Attributes:
        original: Id of the original.
        relation: How the article relates to it.
    """

    original: str
    relation: Relation


class Known(NamedTuple):
    """The evidence of one line that was known at an instant.

    Attributes:
        standing: What stood.
        closed: What had been taken back, or replaced by the same article's next version.
    """

    standing: list[Evidence]
    closed: list[Evidence]


def known(evidence: Iterable[Evidence], at: datetime | None) -> Known:
    """Split evidence by whether it stood at an instant (None: now); what was recorded later is left out."""
    seen = [one for one in evidence if at is None or one.recorded <= at]
    ended = [one.until is not None and (at is None or one.until <= at) for one in seen]
    standing = [one for one, over in zip(seen, ended, strict=True) if not over]
    return Known(standing, [one for one, over in zip(seen, ended, strict=True) if over])


def shown(entry: TimelineEntry, at: datetime | None) -> list[Evidence]:
    """Return the evidence that a line is shown by: what stood at an instant, else what had been taken back by then."""
    now = known(entry.evidence, at)
    return now.standing or now.closed


def place_of(entry: TimelineEntry, at: datetime | None) -> Place | None:
    """Return where a line stood at an instant, or None if no article had ever vouched for it by then.

    What nothing else tells apart follows the text of the article that tells it first.
    """
    now = known(entry.evidence, at)
    shown = now.standing or now.closed
    if not shown:
        return None
    first = shown[0]
    identity = f"{first.source.article}|{start(first.line):07}|{entry.actor}/{entry.id}"
    return place(happened(first.line), _published(shown), identity)


def line_view(entry: TimelineEntry, lineage: Mapping[str, Copy], at: datetime | None) -> LineView | None:
    """Return a line as it stood at an instant, or None if no article had ever vouched for it by then.

    Args:
        entry: The line.
        lineage: Copies by article id; an article that is missing counts as an original.
        at: The instant, or None for now.
    """
    now = known(entry.evidence, at)
    shown = now.standing or now.closed
    if not shown:
        return None
    line = shown[0].line
    when = happened(line)
    published = _published(shown)
    return LineView(
        id=entry.id,
        actor=entry.actor,
        name=entry.name,
        kind="statement" if isinstance(line, Statement) else "event",
        state=_state(now),
        happened=when,
        published=published,
        dated_by=place(when, published, "").dated_by,
        text=words_of(line),
        line=line,
        witnesses=len({original(one.source.article, lineage) for one in now.standing}),
        articles=len({one.source.article for one in now.standing}),
        evidence=[_testimony(one, lineage) for one in now.standing],
        withdrawn=[_testimony(one, lineage) for one in now.closed],
    )


def original(article: str, lineage: Mapping[str, Copy]) -> str:
    """Return the article whose text an article prints."""
    copy = lineage.get(article)
    return copy.original if copy else article


def happened(line: Line) -> str | None:
    """Return the date that the text gives a line, or None."""
    date = line.quotation.date if isinstance(line, Statement) else line.event.date
    return date.value if date else None


def sort_of(line: Line) -> Sort:
    """Return what a line tells of its actor: what it said, what it did or had done to it, or what was said about it."""
    if isinstance(line, Statement):
        return "said" if line.role == "speaker" else "about"
    return "done"


def parties(line: Line) -> list[Party]:
    """Return all whom a line names as speaking, acting or acted upon."""
    return [*line.quotation.speakers] if isinstance(line, Statement) else [*line.event.actors, *line.event.recipients]


def words_of(line: Line) -> str:
    """Return the words of a line: the reported clause, or the sentence of the event."""
    return line.quotation.content.text if isinstance(line, Statement) else line.event.sentence.text


def facts(line: Line) -> tuple[object, ...]:
    """Return what a reader of the line is told beside its words; neither offsets nor which rules found it."""
    if isinstance(line, Statement):
        told = line.quotation
        stance = told.stance or "neutral"  # records of before there were stances have none
        return (told.kind, told.negated, stance, happened(line), tuple(one.id or one.name for one in told.speakers))
    event = line.event
    sides = (tuple(one.id or one.name for one in some) for some in (event.actors, event.recipients))
    return (event.type, event.mode, event.realis, happened(line), *sides)


def start(line: Line) -> int:
    """Return where a line stands in its article."""
    return (line.quotation.content if isinstance(line, Statement) else line.event.trigger).start


def _published(shown: Iterable[Evidence]) -> str | None:
    return min((one.source.published for one in shown if one.source.published), default=None)


def _state(now: Known) -> State:
    if not now.standing:
        return "retracted"
    standing = {one.source.article: one for one in now.standing}
    changed = any(
        one.source.article not in standing or facts(one.line) != facts(standing[one.source.article].line)
        for one in now.closed
    )
    return "corrected" if changed else "standing"


def _testimony(one: Evidence, lineage: Mapping[str, Copy]) -> Testimony:
    copy = lineage.get(one.source.article) or Copy(one.source.article, "original")
    return Testimony(
        source=one.source,
        version=one.version,
        recorded=one.recorded,
        until=one.until,
        original=copy.original,
        relation=copy.relation,
        line=one.line,
    )
