"""Entries and lineages as the stream writes them, made in a line each."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Literal

from schemas.dates import EventDate
from schemas.events import Event, EventType, Realis
from schemas.ids import digest, entry_id
from schemas.lineage import Lineage
from schemas.quotations import Quotation
from schemas.registry import ENTRIES, LINEAGE, encode
from schemas.source import Source
from schemas.text import Extract, Party
from schemas.timeline import Deed, Evidence, Line, Statement, TimelineEntry
from streams.reader import Record

EPOCH = datetime(2017, 1, 1, tzinfo=UTC)


def hour(number: int) -> datetime:
    """An instant so many hours into 2017."""
    return EPOCH + timedelta(hours=number)


def extract(text: str, start: int = 0) -> Extract:
    """Words that stand somewhere in a text, at its beginning by default."""
    return Extract(start, start + max(len(text), 1), text)


def party(identity: str | None, name: str | None = None) -> Party:
    """A party by id and name."""
    return Party(identity, name or identity, None, "party.test")


def said(
    text: str,
    *,
    date: str | None = None,
    speaker: str = "putin",
    negated: bool = False,
    start: int = 0,
    about: bool = False,
) -> Statement:
    """A statement in indirect speech, of its speaker or about somebody whom it names."""
    quotation = Quotation(
        id=digest("q", text),
        kind="indirect",
        content=extract(text, start),
        speakers=[party(speaker)],
        negated=negated,
        date=(date and EventDate(date, None, "date.test")) or None,
        rule="quotation.test",
    )
    block = digest("about" if about else "block", text, str(negated))
    return Statement(block=block, quotation=quotation, role="about" if about else "speaker")


def did(
    text: str,
    *,
    date: str | None = None,
    type: EventType = "CONSULT",  # noqa: A002 -- PLOVER's word
    actors: Iterable[str] = ("putin", "lavrov"),
    realis: Realis = "actual",
    role: Literal["actor", "recipient"] = "actor",
) -> Deed:
    """An event told in a sentence."""
    event = Event(
        id=digest("e", text),
        type=type,
        trigger=extract(text.split(maxsplit=1)[0]),
        sentence=extract(text),
        actors=[party(actor) for actor in actors],
        date=EventDate(date, None, "date.test") if date else None,
        realis=realis,
        rule="event.test",
    )
    return Deed(block=digest("block", type, text, date or ""), role=role, event=event)


def evidence(
    line: Line,
    article: str = "a",
    *,
    published: str | None = "2017-01-01",
    recorded: int = 0,
    until: int | None = None,
    version: int = 0,
) -> Evidence:
    """Evidence of one article, from one hour to another."""
    return Evidence(
        source=Source(article, f"https://example.org/{article}", "وكالة", f"عنوان {article}", published),
        version=version,
        line=line,
        recorded=hour(recorded),
        until=None if until is None else hour(until),
    )


def entry(pieces: list[Evidence], *, actor: str = "putin", name: str = "فلاديمير بوتين") -> TimelineEntry:
    """An entry as the timeline stage computes it from its evidence."""
    ordered = sorted(pieces, key=lambda one: (one.source.published or "9999", one.source.article, one.recorded))
    shown = [one for one in ordered if one.until is None] or ordered
    line = shown[0].line
    statement = isinstance(line, Statement)
    date = line.quotation.date if isinstance(line, Statement) else line.event.date
    return TimelineEntry(
        id=entry_id(actor, line.block),
        actor=actor,
        name=name,
        kind="statement" if statement else "event",
        block=line.block,
        live=shown[0].until is None,
        happened=date.value if date else None,
        published=min((one.source.published for one in shown if one.source.published), default=None),
        text=line.quotation.content.text if isinstance(line, Statement) else line.event.sentence.text,
        evidence=ordered,
    )


def record(value: TimelineEntry | Lineage, offset: int, partition: int = 0) -> Record:
    """The record that carries an entry or a lineage."""
    if isinstance(value, Lineage):
        return Record(LINEAGE.name, partition, offset, value.article.encode(), encode(value))
    return Record(ENTRIES.name, partition, offset, f"{value.actor}/{value.id}".encode(), encode(value))


def copy_of(article: str, original: str) -> Lineage:
    """The lineage of a copy."""
    return Lineage(
        article=article,
        uri=f"https://example.org/{article}",
        original=original,
        original_uri=f"https://example.org/{original}",
        relation="original" if article == original else "near",
        similarity=1.0 if article == original else 0.9,
        rule="lineage.test",
    )
