"""Speakers: who a rule found to speak, with the words that say so."""

from msgspec import Struct
from msgspec.structs import replace

from schemas.folding import words
from streams.lexicon.actors import ACTORS
from streams.lexicon.wording import MEDIA_HEADS


class Speaker(Struct, frozen=True):
    """Somebody who may speak.

    Attributes:
        actor: Id, or None.
        name: The fullest form of the name in the article.
        start: Offset of the words that stand for them, -1 where the verb has no subject.
        end: Offset after those words.
        rule: Rule that found them.
        feminine: Whether the form is feminine, None where that is open.
        plural: Whether it is plural or dual.
        human: Whether a person.
    """

    actor: str | None
    name: str
    start: int
    end: int
    rule: str
    feminine: bool | None = None
    plural: bool = False
    human: bool = False


Speakers = tuple[Speaker, ...]


def carried(speakers: Speakers, rule: str) -> Speakers:
    """Return the same speakers without words of their own, for a verb that has no subject."""
    return tuple(replace(speaker, start=-1, end=-1, rule=rule) for speaker in speakers)


def is_outlet(speaker: Speaker) -> bool:
    """Tell whether somebody is an agency or outlet, which passes on what others say."""
    known = ACTORS.get(speaker.actor or "")
    first = words(speaker.name)[:1]
    return known.agency if known else bool(first) and first[0].removeprefix("ال") in MEDIA_HEADS


def is_agency(speaker: Speaker) -> bool:
    """Tell whether somebody is a news agency, which is never the source of its own report."""
    known = ACTORS.get(speaker.actor or "")
    return known.agency if known else words(speaker.name)[:1] == ["وكاله"]
