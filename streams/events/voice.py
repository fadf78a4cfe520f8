"""Verbs that tell what was suffered: passives, and verbs like to fall or to be wounded.

Arabic writes قتل for "he killed" and "he was killed". Where a verb of harm has people without a name for its subject,
or one party only and an instrument (برصاص الجيش, في غارة للتحالف), its subject is the one who suffers, and whoever
the instrument belongs to has done it.
"""

from schemas.text import Party
from streams.events import agreement, ahead, crowds, phrases
from streams.events.rows import BY, brought, lead, nearest, row
from streams.events.scene import Name
from streams.events.spot import Cast, Spot, parties
from streams.lexicon.calendar import SHIFTS
from streams.lexicon.grammar import INSTRUMENTS, PASSIVES, PREPOSITIONS, SUBJECT_LEADS
from streams.lexicon.months import WEEKDAYS

_BESIDE = 2
_LED = 5
#: First letters of words that tell more of a subject: a present, or a noun with a preposition written onto it.
_OPENING = "يتلب"
_CROWDS = frozenset({"party.crowd", "party.plural-before"})
_HARMFUL = frozenset({"ASSAULT", "COERCE"})


def suffered(spot: Spot, after: int, before: list[Name]) -> Cast | None:
    """The parties of a verb whose subject suffers what it tells, or None where the subject acts.

    Args:
        spot: The verb.
        after: Index of the first word in which its subject may be.
        before: The names of the subject, where it stands before the verb.
    """
    passive = spot.word(0) in PASSIVES
    if not passive and acting(spot, after):
        return None
    if spot.hit.rule.trigger.genitive != "recipient" and not passive:
        return None
    many = agreement.plural(spot.hit, spot.word(0)) and not spot.hit.linked
    crowds = ahead.plural_before(spot) if many else []
    crowd = ahead.people_before(spot)
    if (crowd or crowds) and _others(spot, after):
        return None
    named = parties(before or ([] if many else _apposed(spot)), "party.sufferer")
    subject, rest = crowds or named or ([crowd] if crowd else []), after
    if not subject:
        subject, rest = _subject(spot, after)
    if not subject:
        return None
    sure = subject[0].rule in _CROWDS or (subject is named and _closed(spot, rest))
    if not (spot.hit.rule.trigger.suffers or passive or _alone(spot, rest, sure=sure)):
        return None
    return Cast(doers(spot), subject)


def _apposed(spot: Spot) -> list[Name]:
    """The name before a verb and a comma that أن brings in: أن الكاتب، جمال فلان، قتل."""
    name = spot.scene.before(spot.index, spot.start)
    if spot.hit.tense != "past" or spot.hit.linked or name is None or name.last != spot.index:
        return []
    between = spot.page.words[max(spot.start, name.first - _LED) : name.first]
    return [] if SUBJECT_LEADS.isdisjoint(between) or lead(spot.page, spot.start, name) is not None else [name]


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
    crowd = phrases.people(spot, after) or phrases.nation(spot, after) or phrases.definite(spot, after, place=True)
    return ([crowd[0]], crowd[1]) if crowd else ([], after)


def acting(spot: Spot, first: int) -> tuple[Party, int] | None:
    """The people right at word `first` whose ending makes them the subject, where those to whom they do it follow.

    خطف متطرفون الصحفي, قتل مسلحون مجهولون أربعة جنود; but قتل مسلحون في غارة is a passive.
    """
    page, last = spot.page, first
    while last < spot.last and page.words[last].endswith("ون") and not (last > first and page.gap(last - 1).strip()):
        last += 1
    if last == first or last >= spot.last or page.gap(last - 1).strip() or not crowds.is_people(page.words[first]):
        return None
    names = spot.scene.between(first, last + _BESIDE)
    if names and names[0].first < last:
        return None
    word, following = page.words[last], page.words[last + 1] if last + 1 < spot.last else ""
    named = bool(names) and not _parted(page.words[last : names[0].first]) and lead(page, last, names[0]) is None
    counted = crowds.is_numeral(word) and crowds.is_people(following)
    if not (named or counted or (crowds.is_people(word) and word[0] != "و") or crowds.is_party(word)):
        return None
    return crowds.party_of(spot, first, last, "party.crowd"), last


def _parted(words: list[str]) -> bool:
    return any(word in PREPOSITIONS or brought(word) for word in words)


def bare(spot: Spot, rest: int) -> bool:
    """Whether a verb of harm has neither subject nor object, so that whoever it goes on with suffers: وقد اعتقل في."""
    trigger = spot.hit.rule.trigger
    harm = trigger.type in _HARMFUL and trigger.genitive == "recipient" and spot.hit.tense == "past"
    return harm and not spot.owned and not agreement.plural(spot.hit, spot.word(0)) and _closed(spot, rest)


def _closed(spot: Spot, rest: int) -> bool:
    """Whether a verb has no object: it ends its clause, or a preposition or a time follows (أن الكاتب قتل في ...)."""
    word = spot.page.words[rest] if rest < spot.last and not spot.page.commas[rest - 1] else ""
    return not word or word in PREPOSITIONS or word in WEEKDAYS or word in SHIFTS or brought(word)


def _alone(spot: Spot, rest: int, *, sure: bool) -> bool:
    """Whether nobody follows to whom the subject could do it; a name after the verb also needs an instrument."""
    page = spot.page
    for name in spot.scene.between(rest, spot.last):
        told = any(word[0] in _OPENING for word in page.words[rest : name.first])  # موظفين يعملون لحساب شركة
        if name.first <= rest + _BESIDE and lead(page, rest, name) is None and not (told or wielded(spot, name)):
            return False
    if rest < spot.last and page.words[rest] not in PREPOSITIONS and phrases.people(spot, rest) and not sure:
        return False
    return sure or bool(doers(spot))
