"""Quotations: content attributed to speakers by a cue (PARC 3.0's attribution relation)."""

from typing import Literal

from msgspec import Struct, field

from schemas.dates import EventDate
from schemas.ranks import Rank
from schemas.source import Source
from schemas.text import Extract, Party

Kind = Literal["direct", "mixed", "indirect"]
Stance = Literal["neutral", "assertion", "denial", "accusation", "demand", "promise", "warning", "question"]


class Mention(Struct, frozen=True):
    """A place where the text names an actor.

    Attributes:
        extract: The words of the mention.
        actor: Id of the actor, or null for a name of one word that nothing else in the article settles.
        name: The fullest form that the article gives of the actor.
        rule: Id of the rule that found the mention.
        kind: What sort of actor: a person, an office (`الرئيس الروسي`), a body, a state or place, a document.
    """

    extract: Extract
    actor: str | None
    name: str
    rule: str
    kind: Literal["person", "office", "body", "state", "document"] = "person"


class Quotation(Struct, kw_only=True, frozen=True):
    """One stretch of content that an article attributes to somebody.

    Attributes:
        id: Hash of the article, the folded words and their ordinal.
        kind: `direct`, `mixed` (a reported clause with quoted parts) or `indirect`.
        content: The whole reported clause.
        verbatim: The words given as the speaker's own.
        cue: The word that reports, or null where a bare mark attributes.
        speakers: Who speaks; empty where nothing settles it.
        via: The agency or outlet that passes the words on.
        stance: What the cue makes of the content: it passes it on (`neutral`), stands up for it, denies it,
            accuses by it, demands, promises or warns of it, or asks it. Null where no cue stands.
        negated: Whether the speaker denies the content.
        date: When it was said, if the sentence says.
        rule: Id of the rule that found it.
    """

    id: str
    kind: Kind
    content: Extract
    verbatim: list[Extract] = field(default_factory=list)
    cue: Extract | None = None
    speakers: list[Party] = field(default_factory=list)
    via: Party | None = None
    stance: Stance | None = None
    negated: bool = False
    date: EventDate | None = None
    rule: str


class QuotationSet(Struct, kw_only=True):
    """The complete set of quotations of the version of an article that counts; it replaces the set before it.

    Attributes:
        source: The article.
        rank: The version that counts, or null where only a withdrawal is known.
        withdrawn: Whether the article is withdrawn; the set is then empty.
        quotations: In the order of the text.
    """

    source: Source
    rank: Rank | None
    withdrawn: bool
    quotations: list[Quotation]
