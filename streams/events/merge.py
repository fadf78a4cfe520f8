"""One record for each event: an article that tells an event again adds nothing.

News tells its main event in the headline, the lead and once more in the body. A later trigger of the same rule is the
same event unless something sets it apart: another date, or, for what is done in words, another actor. Triggers that
stand together name one event (شن هجوم, دعوة إلى اجتماع), and so does what has the very same parties.
"""

from dataclasses import dataclass

from schemas.dates import EventDate
from schemas.events import Realis
from schemas.text import Party
from streams.events.finder import Hit
from streams.events.spot import Cast

#: Types that an article tells of several actors by the same verb: one demands, another demands too.
_IN_WORDS = frozenset({"REQUEST", "ACCUSE", "THREATEN", "REJECT", "SUPPORT"})
_PHRASE = 4
#: How far back a telling is looked for: events of one rule, and words of one sentence; keeps hostile texts linear.
_MEMORY = 40


@dataclass(frozen=True)
class Draft:
    """An event before it is a record.

    Attributes:
        hit: Its trigger.
        sentence: Number of its sentence.
        cast: Its parties.
        date: Its date, or None.
        realis: Its realis.
    """

    hit: Hit
    sentence: int
    cast: Cast
    date: EventDate | None
    realis: Realis


def distinct(drafts: list[Draft]) -> list[Draft]:
    """Keep the first telling of each event."""
    kept: list[Draft] = []
    rules: dict[str, list[Draft]] = {}
    deeds: set[tuple[str, str | None, frozenset[str], frozenset[str]]] = set()
    for draft in drafts:
        deed = _deed(draft)
        told = rules.setdefault(draft.hit.rule.trigger.id, [])
        if (
            (deed and deed in deeds)
            or _beside(kept, draft)
            or any(_repeats(earlier, draft) for earlier in told[-_MEMORY:])
        ):
            continue
        told.append(draft)
        kept.append(draft)
        if deed:
            deeds.add(deed)
    return kept


def _beside(kept: list[Draft], draft: Draft) -> bool:
    """Whether a trigger belongs to the phrase of one before it in its sentence."""
    for earlier in reversed(kept):
        gap = draft.hit.index - earlier.hit.index
        if earlier.sentence != draft.sentence or gap > _MEMORY:
            return False
        one, two = earlier.hit.rule.trigger, draft.hit.rule.trigger
        if gap <= 1 or (one.type == two.type and (gap <= _PHRASE or "assault.kill" in {one.id, two.id})):
            return True
    return False


def _repeats(earlier: Draft, later: Draft) -> bool:
    if earlier.date and later.date and earlier.date.value != later.date.value:
        return False
    in_words = later.hit.rule.trigger.type in _IN_WORDS and later.hit.tense != "noun"
    return not (in_words and _others(earlier.cast.actors, later.cast.actors))


def _others(one: list[Party], two: list[Party]) -> bool:
    return bool(one and two) and _keys(one).isdisjoint(_keys(two))


def _keys(parties: list[Party]) -> frozenset[str]:
    return frozenset(party.id or party.name or "" for party in parties)


def _deed(draft: Draft) -> tuple[str, str | None, frozenset[str], frozenset[str]] | None:
    """What makes two triggers of different rules one event: type, mode and parties, where both sides are known."""
    trigger, actors, recipients = draft.hit.rule.trigger, draft.cast.actors, draft.cast.recipients
    if not actors or not (recipients or (trigger.mutual and len(actors) > 1)):
        return None
    return trigger.type, trigger.mode, _keys(actors), _keys(recipients)
