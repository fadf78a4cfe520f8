"""What the reader answers with: one struct a line of JSON, the same that is rendered for people."""

from typing import Literal

from msgspec import Struct, field

from schemas.ranks import Instant
from schemas.source import Source
from schemas.timeline import Line
from streams.reader.days import DatedBy

#: What a line tells of its actor: what it said, what it did or had done to it, what others said about it.
Sort = Literal["said", "done", "about"]
#: How a variant differs from the line it stands under.
Reason = Literal["same words", "shortened", "other words", "dated otherwise"]
State = Literal["standing", "corrected", "retracted"]


class ActorView(Struct, kw_only=True):
    """An actor and how much is told of it.

    Attributes:
        id: Id of the actor.
        name: The name to show: the lexicon's, else the one that most lines use.
        aliases: Other names it is known by, sorted.
        statements: Statements of the actor that stand.
        events: Events that stand.
        about: Statements of others about the actor that stand.
        retracted: Lines that no article vouches for any more.
        first: Day of the earliest line that stands, or null where nothing dates one.
        last: Day of the latest such line.
    """

    id: str
    name: str
    aliases: list[str] = field(default_factory=list)
    statements: int = 0
    events: int = 0
    about: int = 0
    retracted: int = 0
    first: str | None = None
    last: str | None = None

    @property
    def lines(self) -> int:
        """How many lines stand."""
        return self.statements + self.events + self.about


class Testimony(Struct, kw_only=True):
    """One article's evidence for a line.

    Attributes:
        source: The article.
        version: The feed's number of its version.
        recorded: Since when the evidence stands.
        until: When it was taken back, or null while it stands.
        original: Id of the article whose text this one prints; its own id if it is no copy.
        relation: `original`, or how it relates to the original: `exact`, `near`.
        line: The line as the article has it, with offsets into its raw text.
    """

    source: Source
    version: int
    recorded: Instant
    until: Instant | None
    original: str
    relation: Literal["original", "exact", "near"]
    line: Line


class LineView(Struct, kw_only=True):
    """One line of a timeline, as it stands now or stood at the time asked for.

    Attributes:
        id: Id of the line.
        actor: Id of the actor.
        name: Name of the actor.
        kind: `statement` or `event`.
        state: `standing`; `corrected` if some of its evidence was taken back; `retracted` if all was.
        happened: When it happened, as precise as the text, or null.
        published: Earliest publication, or null.
        dated_by: Whether the line stands at the date of the event or at that of the publication; null if at none.
        text: Its words.
        line: The line in full, from the earliest article that vouches for it.
        witnesses: Independent articles that vouch for it: copies of one text count once.
        articles: All articles that vouch for it.
        evidence: What vouches for it, the earliest publication first.
        withdrawn: Evidence that was taken back.
        variant_of: Id of the line above it that says the same, or null where a line stands by itself.
        variant: How it differs from that line: `same words` (in another spelling), `shortened`, `other words`,
            `dated otherwise`; null where it stands by itself.
    """

    id: str
    actor: str
    name: str
    kind: Literal["statement", "event"]
    state: State
    happened: str | None
    published: str | None
    dated_by: DatedBy | None
    text: str
    line: Line
    witnesses: int
    articles: int
    evidence: list[Testimony]
    withdrawn: list[Testimony]
    variant_of: str | None = None
    variant: Reason | None = None


class TimelineView(Struct, kw_only=True):
    """A page of an actor's timeline.

    Attributes:
        actor: Whose it is.
        lines: In the order of when things happened.
        next: Token of the page after this one, or null at the end.
        as_of: The time asked for, or null for now.
    """

    actor: ActorView
    lines: list[LineView]
    next: str | None = None
    as_of: Instant | None = None


class Hit(Struct, kw_only=True):
    """A line that a search found.

    Attributes:
        line: The line; an event that stands in several timelines is given once.
        actors: Ids of the actors in whose timelines it stands, sorted.
    """

    line: LineView
    actors: list[str]


class SearchView(Struct, kw_only=True):
    """What a search found.

    Attributes:
        query: What was asked for.
        hits: The best first.
        more: Whether there are more.
    """

    query: str
    hits: list[Hit]
    more: bool = False
