"""What an article says, in one value: its quotations and events, without Kafka.

The form is the one that extractors are scored in: offsets count code points of the text as it was received.
"""

from msgspec import Struct, field

from schemas.articles import Article
from schemas.dates import EventDate
from schemas.events import Event
from schemas.quotations import Quotation
from schemas.text import Extract, Party
from streams.events import extract
from streams.quotes import quote


class Stretch(Struct, frozen=True):
    """A stretch of the text as received: code points from `start` to before `end`."""

    start: int
    end: int


class Named(Struct, frozen=True):
    """Somebody who is named.

    Attributes:
        id: Identity of the actor, or null.
        name: The fullest form that the article gives; of several speakers all, joined by و.
        mention: The nearest words that stand for them, or null.
    """

    id: str | None
    name: str | None
    mention: str | None


class Statement(Struct, kw_only=True, frozen=True):
    """A quotation; see `schemas.quotations.Quotation`."""

    kind: str
    content: Stretch
    verbatim: list[Stretch]
    cue: Stretch | None
    speaker: Named | None
    stance: str | None
    negated: bool
    date: str | None
    rule: str


class Happening(Struct, kw_only=True, frozen=True):
    """An event; see `schemas.events.Event`."""

    type: str
    mode: str | None
    trigger: Stretch
    actors: list[Named]
    recipients: list[Named]
    date: str | None
    realis: str
    rule: str


class Analysis(Struct, kw_only=True, frozen=True):
    """What one article says.

    Attributes:
        id: The article's URI as the feed gave it.
        quotes: Its quotations, in the order of the text.
        events: Its events, in the order of the text.
    """

    id: str
    quotes: list[Statement] = field(default_factory=list)
    events: list[Happening] = field(default_factory=list)


def analyze(article: Article) -> Analysis:
    """Extract quotations and events from a clean article."""
    quoted = quote(article)
    return Analysis(
        id=article.uri,
        quotes=[_statement(quotation) for quotation in quoted.quotations],
        events=[_happening(event) for event in extract(quoted)],
    )


def _stretch(extract: Extract) -> Stretch:
    return Stretch(extract.start, extract.end)


def _named(party: Party) -> Named:
    return Named(party.id, party.name, party.mention.text if party.mention else None)


def _speaker(speakers: list[Party]) -> Named | None:
    if not speakers:
        return None
    names = [speaker.name for speaker in speakers if speaker.name]
    first = _named(speakers[0])
    return Named(first.id, " و".join(names) or None, first.mention)


def _statement(quotation: Quotation) -> Statement:
    return Statement(
        kind=quotation.kind,
        content=_stretch(quotation.content),
        verbatim=[_stretch(part) for part in quotation.verbatim],
        cue=_stretch(quotation.cue) if quotation.cue else None,
        speaker=_speaker(quotation.speakers),
        stance=quotation.stance,
        negated=quotation.negated,
        date=_date(quotation.date),
        rule=quotation.rule,
    )


def _happening(event: Event) -> Happening:
    return Happening(
        type=event.type,
        mode=event.mode,
        trigger=_stretch(event.trigger),
        actors=[_named(party) for party in event.actors],
        recipients=[_named(party) for party in event.recipients],
        date=_date(event.date),
        realis=event.realis,
        rule=event.rule,
    )


def _date(date: EventDate | None) -> str | None:
    return date.value if date else None
