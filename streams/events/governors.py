"""The subject of the verb over a noun or over a verb without a subject of its own."""

from schemas.text import Party
from streams.events.owners import VISIT, aside, taken_up
from streams.events.rows import ADJACENT, lead, row, row_before
from streams.events.scene import Name
from streams.events.spot import Spot, parties
from streams.lexicon.grammar import (
    ARMED,
    AROUND_THAT,
    BEFALLING,
    BREAKS,
    CARRYING_OUT,
    DONE,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SAYING,
    SINCE,
)

_REACH = 16
#: Types whose doer is not whoever announces it: أعلنت الوزارة مقتل ....
BY_OTHERS = frozenset({"ASSAULT", "COERCE", "PROTEST", "MOBILIZE"})
#: To take something upon oneself: أعلن التنظيم مسؤوليته عن الهجوم.
_CLAIM = ("مسووليت", "تبنيه")
#: Verbs of being where something happens: يشهد اليمن حربا.
_SEEING = ("شهد", "تشهد", "يشهد", "عاش", "تعيش", "يعيش")
#: What brings in a deed that went before; before a time منذ does not (تشن منذ سنوات غارات).
_AFTER = SINCE - {"منذ"}


def governor(spot: Spot) -> list[Party]:
    """The subject of the verb over a trigger: the nearest name before it that no preposition of place brings in."""
    own = spot.word(-1).endswith(("ها", "هم")) and spot.word(-1) not in PREPOSITIONS  # كشفت القوات تنفيذها ضربات
    by_others = spot.hit.rule.trigger.type in BY_OTHERS and spot.hit.tense == "noun" and not own
    visit = spot.hit.rule.trigger.mode == VISIT
    if _nobody(spot, by_others=by_others):
        return []
    if spot.word(-2) == "وذلك" and spot.hit.rule.trigger.type == "CONSULT":
        return _opening(spot)
    for name in reversed(spot.scene.between(max(spot.start, spot.index - _REACH), spot.index)):
        if visit and name.mention.kind == "state":
            continue
        names = row_before(spot.scene, name, spot.start)
        if _broken(spot, name):
            return []
        if aside(spot, names[0]) and not taken_up(spot, name):
            continue
        return [] if by_others and _only_tells(spot, names[0], name) else parties(names, "party.governor")
    return []


def _nobody(spot: Spot, *, by_others: bool) -> bool:
    """Whether a noun is only told to be done (تم اعتراض), or as what went before (بعد هجوم), whoever is named."""
    done = next((step for step in (-1, -2) if spot.word(step) in DONE), 0)
    if done and spot.word(done - 1) not in PRONOUNS:  # قال الجيش إنه تم اعتراض الطائرة
        return True
    return by_others and (spot.word(-1) in SINCE or spot.word(-2) in _AFTER)


def _only_tells(spot: Spot, first: Name, name: Name) -> bool:
    """Whether the subject of a verb is only where others do something, or says that they do: يشهد اليمن حربا."""
    verb = spot.page.words[max(spot.start, first.first - ADJACENT) : first.first]
    if any(word.removeprefix("و").startswith(_SEEING) for word in verb):
        return True
    return not SAYING.isdisjoint(verb) and not (_armed(spot, name) or _carried_out(spot, name))


def _opening(spot: Spot) -> list[Party]:
    """The subject of the sentence, which وذلك takes up: شكر الوزير الدولة، وذلك خلال مكالمة."""
    for name in spot.scene.between(spot.start, spot.index):
        if name.mention.kind != "state" and lead(spot.page, spot.start, name) is None:
            return parties(row(spot.scene, name, spot.index), "party.opening")
    return []


def _armed(spot: Spot, name: Name) -> bool:
    """Whether a force tells of what forces do, so that it tells what it did itself: أعلن الجيش اعتقال ثلاثة."""
    if any(word.startswith(_CLAIM) for word in spot.page.words[name.last : spot.index]):
        return True
    own = spot.hit.rule.trigger.genitive == "recipient" and spot.word(0).lstrip("لبو") not in BEFALLING
    return own and name.mention.kind == "body" and not ARMED.isdisjoint(spot.page.words[name.first : name.last])


def _carried_out(spot: Spot, name: Name) -> bool:
    """Whether somebody tells that he carries something out: أعلنت النقابة تنظيم مظاهرة, عزمها على تنظيم إضراب."""
    return not CARRYING_OUT.isdisjoint(spot.page.words[max(name.last, spot.index - ADJACENT) : spot.index])


def _broken(spot: Spot, name: Name) -> bool:
    """Whether another clause begins between a name and a trigger, one that does not go on with that name.

    It goes on after a pronoun (أعلنت النيابة أنها فتحت تحقيقا), a relative right after the name (مولر، الذي يقود
    التحقيق), and بعد أن or قبل أن.
    """
    words = spot.page.words
    for at in range(name.last, spot.index):
        if words[at] not in BREAKS:
            continue
        relative = words[at] in RELATIVES and at == name.last
        joined = words[at] == "ان" and words[at - 1] in AROUND_THAT
        if not (relative or joined or words[at] in PRONOUNS):
            return True
    return False
