"""Events: what an article says an actor did, will do or did not do, beyond speaking (PLOVER types and modes)."""

from typing import Literal

from msgspec import Struct, field

from schemas.dates import EventDate
from schemas.ranks import Rank
from schemas.source import Source
from schemas.text import Extract, Party

EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
Realis = Literal["actual", "future", "negated", "hypothetical", "historical"]


class Event(Struct, kw_only=True, frozen=True):
    """One thing that an article says somebody did, will do or did not do.

    Attributes:
        id: Hash of the article, the type, the folded sentence of the trigger and its ordinal.
        type: PLOVER type.
        mode: PLOVER mode (visit, phone, ceasefire, ...), or null.
        trigger: The word that names the event.
        sentence: The sentence it stands in.
        actors: Who does it; a meeting has all its parties here.
        recipients: Who it is done to.
        date: When, or null where the text does not say.
        realis: `actual`, `future`, `negated`, `hypothetical` or `historical` (told as background).
        in_quote: Whether the trigger lies in the content of a quotation.
        rule: Id of the rule that found it.
    """

    id: str
    type: EventType
    mode: str | None = None
    trigger: Extract
    sentence: Extract
    actors: list[Party] = field(default_factory=list)
    recipients: list[Party] = field(default_factory=list)
    date: EventDate | None = None
    realis: Realis = "actual"
    in_quote: bool = False
    rule: str


class EventSet(Struct, kw_only=True):
    """The complete set of events of the version of an article that counts; it replaces the set before it.

    Attributes:
        source: The article.
        rank: The version that counts, or null where only a withdrawal is known.
        withdrawn: Whether the article is withdrawn; the set is then empty.
        events: In the order of the text.
    """

    source: Source
    rank: Rank | None
    withdrawn: bool
    events: list[Event]
