"""Timelines: what each article contributes to each actor, and the lines that all contributions add up to."""

from typing import Literal

from msgspec import Struct

from schemas.events import Event
from schemas.quotations import Quotation
from schemas.ranks import Instant, Rank
from schemas.source import Source


class Statement(Struct, kw_only=True, frozen=True, tag="statement"):
    """A line that says what an actor said, or what somebody else said about it.

    Attributes:
        block: What makes two statements the same line: words and polarity; about an actor also who speaks.
        quotation: The quotation.
        role: Whether the actor speaks, or is a person, an office or a body that the content names.
    """

    block: str
    quotation: Quotation
    role: Literal["speaker", "about"] = "speaker"


class Deed(Struct, kw_only=True, frozen=True, tag="event"):
    """A line that says what an actor did, or what was done to it.

    Attributes:
        block: What makes two events the same line.
        role: Whether the actor does it or has it done to it.
        event: The event.
    """

    block: str
    role: Literal["actor", "recipient"]
    event: Event


Line = Statement | Deed


class Contribution(Struct, kw_only=True, tag="version"):
    """All lines that one version of an article gives one actor.

    Attributes:
        actor: Id of the actor.
        name: The fullest form of the actor's name in the article, empty where this version does not mention it.
        source: The article.
        rank: The version.
        lines: Perhaps none: the version has nothing of an actor that another version speaks of.
    """

    actor: str
    name: str
    source: Source
    rank: Rank
    lines: list[Line]


class Retraction(Struct, kw_only=True, tag="withdrawal", omit_defaults=True):
    """A withdrawn article, told to one actor whom any version of it ever touched.

    Attributes:
        actor: Id of the actor.
        article: Id of the article.
        recorded: When the withdrawal was recorded.
        erased: Whether the article is to be forgotten: its evidence goes, also from how the line stood before.
    """

    actor: str
    article: str
    recorded: Instant
    erased: bool = False


class Exclusion(Struct, kw_only=True, tag="refusal"):
    """A version of an article that newer rules refuse, told to one actor whom any version of it ever touched.

    Attributes:
        actor: Id of the actor.
        article: Id of the article.
        digest: Which version: SHA-256 of the record's bytes, first 32 hexadecimal digits, as in `Rank`.
        rules: Number of the rule set that refuses it; a newer one may read it again.
        recorded: When the raw record was written.
    """

    actor: str
    article: str
    digest: str
    rules: int
    recorded: Instant


class Evidence(Struct, kw_only=True, frozen=True):
    """One article's testimony for a line, from when it was recorded until it was taken back.

    Attributes:
        source: The article.
        version: The feed's number of the version, 0 where it gives none.
        line: The line as that version has it.
        recorded: Since when the line stands.
        until: When a correction or a withdrawal took it back, or null while it stands.
    """

    source: Source
    version: int
    line: Line
    recorded: Instant
    until: Instant | None


class TimelineEntry(Struct, kw_only=True):
    """The latest state of one line of one actor's timeline.

    Attributes:
        id: Hash of the actor and the block.
        actor: Id of the actor.
        name: The actor's name.
        kind: `statement` or `event`.
        block: What makes two lines the same.
        live: Whether any evidence stands.
        happened: Date of the event, where the text gives one (see `EventDate.value`).
        published: Earliest publication among the evidence that stands (else among all), where any is known.
        text: The words of the line: the statement, or the sentence of the event.
        evidence: By publication, article and time of recording.
    """

    id: str
    actor: str
    name: str
    kind: Literal["statement", "event"]
    block: str
    live: bool
    happened: str | None
    published: str | None
    text: str
    evidence: list[Evidence]
