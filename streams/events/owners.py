"""Whom a noun belongs to by a pronoun: زيارته, خطفهم, دعم بلاده."""

from schemas.text import Party
from streams.events import agreement, ahead
from streams.events.forms import SUFFIXES
from streams.events.rows import BY, lead, row_before
from streams.events.scene import Name
from streams.events.spot import Spot, country, parties, speakers
from streams.lexicon.grammar import COUNTRY, PLACE_HEADS, PLACES, RELATIVES, SAYING, TARGETS, WITNESSING

_REACH = 16
_TOLD = 30
#: What brings in names that are no subject.
_ASIDE = frozenset({"ل", "ب", "مع", BY, *PLACES})
#: Those that do so only right before the name, or with where an attack goes between.
_CLOSE = frozenset({"الي", "علي", "ضد", "بين", "لدي", "حول", "عن", "بشان", "بعد", "قبل", "عند", "منذ"})
_DUTY = frozenset({"يتعين", "يجب", "ينبغي", "لزاما"})
#: How many words before a noun may open its sentence, where its owner is told after it: وخلال أول لقاء له.
_OPENING = 3
VISIT = "visit"


def aside(spot: Spot, name: Name) -> bool:
    """Whether a preposition brings in a name, so that it is no subject: في بغداد, إلى بغداد, على مواقع التنظيم."""
    led = lead(spot.page, spot.start, name)
    if led not in _CLOSE and not (led in PLACES and name.mention.kind in {"person", "office"}):
        return led in _ASIDE
    at = name.first - 1
    while at > spot.start and (spot.page.words[at] in TARGETS or spot.page.words[at] in PLACE_HEADS):
        at -= 1
    return spot.page.words[at].removeprefix("و") == led and spot.page.words[at - 1] not in _DUTY


def taken_up(spot: Spot, name: Name) -> bool:
    """Whether a relative right after a name makes it the subject of its clause: في الحزب الذي يشن تمردا."""
    words = spot.page.words
    if (
        name.last + 1 >= spot.index
        or words[name.last] not in RELATIVES
        or any(spot.page.commas[name.last : spot.index])
    ):
        return False
    verb, who = words[name.last + 1], agreement.OF_RELATIVES.get(words[name.last])
    if verb.endswith(SUFFIXES) or verb.startswith(WITNESSING) or spot.scene.between(name.last, spot.index):
        return False
    return agreement.apart(who, agreement.of_name(spot.page, name)) is False and agreement.goes_with(verb, who)


def patient(spot: Spot) -> list[Party]:
    """Whom the pronoun on a noun of harm stands for: احتجازه, خطفهم."""
    held = spot.word(0)
    crowd = ahead.told_of(spot) if held.endswith("هم") else []
    if crowd:
        return crowd
    for name in reversed(spot.scene.between(max(spot.start, spot.index - _TOLD), spot.index)):
        if name.mention.kind in {"person", "office"} and not agreement.apart(
            agreement.of_pronoun(held), agreement.of_name(spot.page, name)
        ):
            return parties([name], "party.patient")
    return []


def owner(spot: Spot) -> list[Party]:
    """Whom the pronoun on a noun (or on ل after it) stands for: the last name it agrees with, else whoever speaks."""
    held = spot.word(0) if spot.owned else spot.word(1)
    for name in reversed(spot.scene.between(max(spot.start, spot.index - _REACH), spot.index)):
        if agreement.apart(agreement.of_pronoun(held), agreement.of_name(spot.page, name)) or aside(spot, name):
            continue
        if spot.hit.rule.trigger.mode == VISIT and name.mention.kind == "state":
            continue
        return parties(row_before(spot.scene, name, spot.start), "party.owner")
    return (ahead.told_of(spot) if held.endswith("هم") else []) or _told_after(spot) or speakers(spot)


def stands_for(spot: Spot, word: str, others: list[Party]) -> list[Party]:
    """Whom the pronoun on a word stands for: the last name that it agrees with, other than certain parties.

    After a verb the masculine one is rather that of a person: نقل الوفد إلى الوزير بيان الحزب، وطلب منه.
    """
    if not word.endswith(("ه", "ها")):
        return ahead.told_of(spot)
    who = {key for one in others for key in (one.id, one.name) if key}
    names = [
        name
        for name in reversed(spot.scene.between(max(spot.start, spot.index - _TOLD), spot.index))
        if not (name.mention.actor in who or name.mention.name in who)
        and not agreement.apart(agreement.of_pronoun(word), agreement.of_name(spot.page, name))
    ]
    rather = word.endswith("ه") and spot.hit.tense != "noun"
    people = [name for name in names if name.mention.kind in {"person", "office"}] if rather else []
    return parties((people or names)[:1], "party.held")


def _told_after(spot: Spot) -> list[Party]:
    """The subject of a sentence that a noun with its pronoun opens: وخلال لقائه السفير أمس قال الوزير."""
    if spot.index - spot.start > _OPENING:
        return []
    page = spot.page
    end = page.bounds[page.sentence_of(spot.index)][1]
    verbs = (at for at in range(spot.index + 1, min(end, spot.index + _TOLD)) if page.words[at] in SAYING)
    verb = next(verbs, None)
    if verb is None:
        return []
    names = spot.scene.between(verb + 1, verb + 2)
    return parties(names[:1], "party.told-after") if names and lead(page, verb, names[0]) is None else []


def of_country(spot: Spot, who: list[Party]) -> list[Party]:
    """The country that a noun belongs to, that of whoever tells of it: أكد الوزير دعم بلاده للحكومة."""
    return country(spot, who, "party.country") if spot.word(1) in COUNTRY else []
