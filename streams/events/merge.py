"""One record for each event: an article that tells an event again adds nothing.

News tells its main event in the headline, the lead and once more in the body. A later trigger of the same rule is the
same event unless something sets it apart: another date; for what is done in words, another actor; for other deeds
another actor and another target; for meetings two other parties. Triggers that stand together name one event (شن هجوم,
دعوة إلى اجتماع), and so does what has the very same parties. A battle is told in many words: fighting with a party in
common, and what an attack was aimed at, belong to what was told. A noun that names nobody (موافقة, الدعم) takes up what
was told with its parties.
"""

from msgspec import Struct
from msgspec.structs import replace

from schemas.dates import EventDate
from schemas.events import Realis
from schemas.text import Party
from streams.events.finder import Hit
from streams.events.spot import Cast
from streams.lexicon.triggers import AIMS, DEEDS, HARMS

_Deed = tuple[str, str | None, frozenset[str], frozenset[str]]
#: Types that an article tells of several actors by the same verb: one demands, another demands too.
_IN_WORDS = frozenset({"REQUEST", "ACCUSE", "THREATEN", "REJECT", "SUPPORT"})
#: Those of them that one actor does to one after another: he accuses the one and criticises the other.
_AT_SOMEBODY = frozenset({"ACCUSE", "REQUEST", "THREATEN"})
#: Types that news tells again in other words: a meeting as talks, an attack as shelling.
_IN_OTHER_WORDS = frozenset({"CONSULT", "ASSAULT"})
#: Types that have a deed for their object, which they do not tell: ندد باغتيال, مطالب المتظاهرين, فرق متظاهرين.
_OF_DEEDS = frozenset({"ACCUSE", "REQUEST", "COERCE"})
#: Types whose nouns without any party take up what was told: بعد الانسحاب, تلك الموافقة.
_TAKEN_UP = frozenset({"AGREE", "AID", "COERCE", "RETREAT", "SUPPORT"})
_NEWS_AND_BACKGROUND = {"actual", "historical"}
_PHRASE = 4
#: How far after an attack stands what it was aimed at: هجوم انتحاري ... استهدف.
_AIMED = 12
_BOTH = 2
#: How far back a telling is looked for: events of one rule, and words of one sentence; keeps hostile texts linear.
_MEMORY = 40


class Draft(Struct):
    """An event before it is a record.

    Attributes:
        hit: Its trigger.
        sentence: Number of its sentence.
        cast: Its parties.
        date: Its date, or None.
        timed: Whether the text gives it a time, resolved or not.
        told: Its realis by the words around it.
        realis: Its realis, by its date as well.
        cause: Whether it is told as that in which something was suffered: مقتل ثلاثة في غارة, جراء قصف.
        item: Whether it is told in an item of a list, of which each tells a deed of its own.
        actors: What its actors are told apart by.
        recipients: What its recipients are told apart by.
    """

    hit: Hit
    sentence: int
    cast: Cast
    date: EventDate | None
    timed: bool
    told: Realis
    realis: Realis
    cause: bool = False
    item: bool = False
    actors: frozenset[str] = frozenset()
    recipients: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        """Tell its parties apart once: it is compared with many."""
        self.actors, self.recipients = _keys(self.cast.actors), _keys(self.cast.recipients)


def distinct(drafts: list[Draft]) -> list[Draft]:
    """Keep the first telling of each event, with the date that any telling gives."""
    memory = _Memory()
    for draft in drafts:
        memory.take(draft)
    return memory.kept


class _Memory:
    """The events told so far."""

    def __init__(self) -> None:
        self.kept: list[Draft] = []
        self._rules: dict[str, list[int]] = {}
        self._deeds: dict[_Deed, int] = {}

    def take(self, draft: Draft) -> None:
        """Keep a draft, or give its date to the telling that it repeats."""
        earlier = self._earlier(draft)
        if earlier is None:
            self._rules.setdefault(_family(draft), []).append(len(self.kept))
            deed = _deed(draft)
            if deed:
                self._deeds.setdefault(deed, len(self.kept))
            self.kept.append(draft)
        elif _caused(self.kept[earlier], draft):
            self._give(earlier, draft)
        elif draft.date and _lacks(self.kept[earlier], draft):
            self.kept[earlier] = replace(self.kept[earlier], date=draft.date, realis=draft.realis)

    def _give(self, at: int, attack: Draft) -> None:
        """Let an attack stand for the harm that was told of it: it is the deed, with those who suffered."""
        harm = self.kept[at]
        cast = Cast(attack.cast.actors or harm.cast.actors, attack.cast.recipients or harm.cast.recipients)
        date = attack.date or harm.date
        self.kept[at] = replace(attack, cast=cast, date=date, timed=attack.timed or harm.timed, realis=harm.realis)
        self._rules.setdefault(_family(attack), []).append(at)

    def _earlier(self, draft: Draft) -> int | None:
        deed = _deed(draft)
        if not draft.item and deed in self._deeds and not _dated_apart(self.kept[self._deeds[deed]], draft):
            return self._deeds[deed]
        beside = self._beside(draft)
        if beside is not None:
            return beside
        if draft.item:
            return None
        told = self._rules.get(_family(draft), [])
        repeated = next((at for at in told[-_MEMORY:] if _repeats(self.kept[at], draft)), None)
        return self._again(draft) if repeated is None else repeated

    def _again(self, draft: Draft) -> int | None:
        """An event told before in other words: talks of one who takes part, an attack by one of those who attack."""
        first, last = max(len(self.kept) - _MEMORY, 0), len(self.kept)
        if draft.hit.rule.trigger.type in _IN_OTHER_WORDS and draft.cast.actors:
            same = next((at for at in range(first, last) if _same(self.kept[at], draft)), None)
            if same is not None:
                return same
        return next((at for at in range(last - 1, first - 1, -1) if _taken_up(self.kept[at], draft)), None)

    def _beside(self, draft: Draft) -> int | None:
        """The trigger before, if this one belongs to its phrase."""
        for at in range(len(self.kept) - 1, -1, -1):
            earlier = self.kept[at]
            gap = draft.hit.index - earlier.hit.index
            if earlier.sentence != draft.sentence or gap > _MEMORY:
                return None
            one, two = earlier.hit.rule.trigger, draft.hit.rule.trigger
            if (gap <= 1 and not (one.type in _OF_DEEDS and two.type in DEEDS)) or (
                one.type == two.type and _one_phrase(earlier, draft, gap)
            ):
                return at
        return None


def _one_phrase(earlier: Draft, later: Draft, gap: int) -> bool:
    """Whether two triggers of one type in a sentence, `gap` words apart, tell one deed."""
    one, two = earlier.hit.rule.trigger.id, later.hit.rule.trigger.id
    if gap <= _PHRASE or not HARMS.isdisjoint((one, two)):
        return True
    return gap <= _AIMED and two in AIMS and earlier.hit.tense == "noun"


def _caused(harm: Draft, attack: Draft) -> bool:
    """Whether a draft tells the attack in which people were harmed: قتل جنديان في هجوم."""
    if not attack.cause or harm.sentence != attack.sentence or attack.hit.index <= harm.hit.index:
        return False
    return (
        harm.hit.rule.trigger.id in HARMS and attack.hit.rule.trigger.type == "ASSAULT" and attack.hit.tense == "noun"
    )


def _family(draft: Draft) -> str:
    return draft.hit.rule.trigger.family or draft.hit.rule.trigger.id


def _lacks(earlier: Draft, later: Draft) -> bool:
    """Whether the first telling says nothing of a time, and both tell the event as lying on the same side."""
    beside = earlier.sentence == later.sentence and later.hit.index - earlier.hit.index <= _PHRASE
    return (
        earlier.date is None
        and not earlier.timed
        and (earlier.realis == later.realis or (beside and earlier.told == later.told))
    )


def _repeats(earlier: Draft, later: Draft) -> bool:
    if _dated_apart(earlier, later):
        return False
    trigger = later.hit.rule.trigger
    if trigger.type in _AT_SOMEBODY and _others(earlier.recipients, later.recipients):
        return False
    if not _others(earlier.actors, later.actors):
        return True
    if trigger.mutual:
        return min(len(earlier.cast.actors), len(later.cast.actors)) < _BOTH
    return trigger.type not in _IN_WORDS and not _others(earlier.recipients, later.recipients)


def _same(earlier: Draft, later: Draft) -> bool:
    """Whether two tellings have one type, one mode, an actor in common and no other target or date."""
    one, two = earlier.hit.rule.trigger, later.hit.rule.trigger
    if (one.type, one.mode) != (two.type, two.mode) or _dated_apart(earlier, later):
        return False
    shared = not earlier.actors.isdisjoint(later.actors)
    return shared and not _others(earlier.recipients, later.recipients)


def _taken_up(earlier: Draft, later: Draft) -> bool:
    """Whether a trigger takes up what was told: fighting with a party or an aim in common, a noun that names nobody."""
    trigger = later.hit.rule.trigger
    if earlier.hit.rule.trigger.type != trigger.type:
        return False
    nobody = not (later.actors or later.recipients or later.timed)
    if trigger.type != "ASSAULT":
        return trigger.type in _TAKEN_UP and nobody and later.hit.tense == "noun"
    if nobody and trigger.id in HARMS:
        return True
    apart = _others(earlier.actors, later.actors) or _others(earlier.recipients, later.recipients)
    if apart or _dated_apart(earlier, later):
        return False
    shared = not (earlier.actors.isdisjoint(later.actors) and earlier.recipients.isdisjoint(later.recipients))
    return (shared and earlier.sentence != later.sentence) or trigger.id in AIMS


def _dated_apart(earlier: Draft, later: Draft) -> bool:
    """Whether two tellings have two dates, or one is news and the other dated background."""
    if earlier.date and later.date:
        return earlier.date.value != later.date.value
    dated = earlier if earlier.date else later
    return bool(dated.date) and dated.realis == "historical" and {earlier.realis, later.realis} == _NEWS_AND_BACKGROUND


def _background_apart(earlier: Draft, later: Draft) -> bool:
    """Whether only one of two tellings is background, and the later has a time of its own (وفي عام 1999 عرضت)."""
    return later.timed and (earlier.realis == "historical") != (later.realis == "historical")


def _others(one: frozenset[str], two: frozenset[str]) -> bool:
    return bool(one and two) and one.isdisjoint(two)


def _keys(parties: list[Party]) -> frozenset[str]:
    return frozenset(party.id or party.name or "" for party in parties)


def _deed(draft: Draft) -> _Deed | None:
    """What makes two triggers of different rules one event: type, mode and parties, where both sides are known."""
    trigger, actors, recipients = draft.hit.rule.trigger, draft.cast.actors, draft.cast.recipients
    if not actors or not (recipients or (trigger.mutual and len(actors) > 1)):
        return None
    return trigger.type, trigger.mode, draft.actors, draft.recipients
