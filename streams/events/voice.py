"""Verbs that tell what was suffered: passives, and verbs like to fall or to be wounded.

Arabic writes قتل for "he killed" and "he was killed". Where a verb of harm has people without a name for its subject,
or one party only and an instrument (برصاص الجيش, في غارة للتحالف), its subject is the one who suffers, and whoever
the instrument belongs to has done it.
"""

from schemas.text import Party
from streams.events import agreement, ahead, phrases
from streams.events.rows import BY, lead, nearest, row
from streams.events.scene import Name
from streams.events.spot import Cast, Spot, parties
from streams.lexicon.grammar import INSTRUMENTS, PREPOSITIONS

_BESIDE = 2
#: First letters of words that tell more of a subject: a present, or a noun with a preposition written onto it.
_OPENING = "يتلب"
_CROWDS = frozenset({"party.crowd", "party.plural-before"})
_DAMMA = "\N{ARABIC DAMMA}"


def suffered(spot: Spot, after: int, before: list[Name]) -> Cast | None:
    """The parties of a verb whose subject suffers what it tells, or None where the subject acts.

    Args:
        spot: The verb.
        after: Index of the first word in which its subject may be.
        before: The names of the subject, where it stands before the verb.
    """
    if passive(spot):
        subject = parties(before, "party.sufferer") or ([] if spot.owned else _subject(spot, after)[0])
        return Cast(doers(spot), subject)
    if spot.hit.rule.trigger.genitive != "recipient":
        return None
    many = agreement.plural(spot.hit, spot.word(0)) and not spot.hit.linked
    crowds = ahead.plural_before(spot) if many else []
    crowd = ahead.people_before(spot)
    if (crowd or crowds) and _others(spot, after):
        return None
    subject, rest = crowds or parties(before, "party.sufferer") or ([crowd] if crowd else []), after
    if not subject:
        subject, rest = _subject(spot, after)
    if not subject or not (spot.hit.rule.trigger.suffers or _alone(spot, rest, crowd=subject[0].rule in _CROWDS)):
        return None
    return Cast(doers(spot), subject)


def passive(spot: Spot) -> bool:
    """Whether the text writes a past with the vowel of the passive: قُتل, واتُهم."""
    if spot.hit.tense != "past" or spot.hit.rule.trigger.mutual:
        return False
    start = spot.page.starts[spot.index] + spot.hit.linked
    return _DAMMA in spot.page.text[start + 1 : start + 3]


def doers(spot: Spot) -> list[Party]:
    """Who has done it: من قبل المحكمة, على أيدي القوات, برصاص الجيش, في غارة للتحالف."""
    for name in spot.scene.between(spot.index + 1, spot.last):
        if lead(spot.page, spot.index + 1, name) == BY or wielded(spot, name):
            return parties(row(spot.scene, name, spot.last), "party.by")
    return []


def wielded(spot: Spot, name: Name) -> bool:
    """Whether a name tells whose an instrument is: برصاص الجيش, في غارة جوية للتحالف."""
    reach = _BESIDE + 1 if name.clitic[:1] == "ل" else 1
    return not INSTRUMENTS.isdisjoint(spot.page.words[max(name.first - reach, spot.index) : name.first])


def _others(spot: Spot, after: int) -> bool:
    """Whether others follow the verb, who then suffer: ثلاثة انتحاريين قتلوا 18 شخصا."""
    found = phrases.people(spot, after)
    return found is not None and found[1] <= after + _BESIDE


def _subject(spot: Spot, after: int) -> tuple[list[Party], int]:
    names = nearest(spot.scene, after, spot.last)
    if names and not wielded(spot, names[0]):
        return parties(names, "party.sufferer"), names[-1].last
    crowd = phrases.people(spot, after) or phrases.nation(spot, after) or phrases.definite(spot, after)
    return ([crowd[0]], crowd[1]) if crowd else ([], after)


def _alone(spot: Spot, rest: int, *, crowd: bool) -> bool:
    """Whether nobody follows to whom the subject could do it; a subject with a name also needs an instrument."""
    page = spot.page
    for name in spot.scene.between(rest, spot.last):
        told = any(word[0] in _OPENING for word in page.words[rest : name.first])  # موظفين يعملون لحساب شركة
        if name.first <= rest + _BESIDE and lead(page, rest, name) is None and not (told or wielded(spot, name)):
            return False
    if rest < spot.last and page.words[rest] not in PREPOSITIONS and phrases.people(spot, rest) and not crowd:
        return False
    return crowd or bool(doers(spot))
