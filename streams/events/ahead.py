"""Subjects without a name that stand before their verb, or are told before a pronoun takes them up."""

from schemas.text import Party
from streams.dates.page import Page
from streams.events.crowds import (
    counted,
    crowd_end,
    follows,
    is_noun,
    is_numeral,
    is_party,
    is_people,
    party_of,
)
from streams.events.rows import ADJACENT, lead, row, row_before
from streams.events.rows import brought as brought_in
from streams.events.scene import Name
from streams.events.spot import Spot, parties
from streams.lexicon.calendar import SHIFTS
from streams.lexicon.grammar import (
    ADVERBS,
    AROUND_THAT,
    BODIES,
    FORCES,
    PARTICLES,
    PEOPLES,
    PREPOSITIONS,
    RELATIVES,
    SUBJECT_LEADS,
    SUBORDINATES,
    THAT,
)
from streams.lexicon.months import WEEKDAYS
from streams.lexicon.places import ADJECTIVES

#: Nouns that stand for those whom the noun after them names.
_COLLECTIVES = frozenset({"وسايل", "غالبيه", "اغلبيه", "كبار", "ابناء"})
_REACH = 4
#: How far before a verb كان or أن brings in its subject.
_LED = 6
#: How far before a plural verb its subject is looked for.
_PLURAL = 12
#: How far before a pronoun those it stands for may be.
_TOLD = 30
#: Marks that may open a quotation inside a clause.
MARKS = ' \xa0"“”«»'


def led_subject(spot: Spot) -> tuple[Party | None, int]:
    """The noun between كان or أن, or the beginning of the clause, and the verb, and the index of its first word or 0.

    وكان المتظاهرون قد طالبوا; لكن وسائل الإعلام الرسمية اتهمت.
    """
    page, end = spot.page, spot.index
    while end > spot.start and page.words[end - 1] in PARTICLES:
        end -= 1
    for index in range(end - 1, max(end - _LED, spot.start - 1), -1):
        if page.commas[index] or page.words[index] in PREPOSITIONS:
            break
        if index < end - 1 and (index == spot.start or page.commas[index - 1]) and _whole(page, index, end):
            return party_of(spot, index, end, "party.begins"), index
        if page.words[index] in SUBJECT_LEADS and index + 1 < end:
            return (party_of(spot, index + 1, end, "party.led") if _whole(page, index + 1, end) else None), index + 1
    return None, 0


def _whole(page: Page, first: int, last: int) -> bool:
    """Whether words are one noun with what qualifies it and nothing else."""
    whole = all(follows(page, index) or page.words[index] in ADJECTIVES for index in range(first + 1, last))
    head = page.words[first]
    owned = last > first + 1 and (head in FORCES or head in BODIES or head in _COLLECTIVES)
    return whole and (is_party(head) or is_people(head) or owned)


def plural_before(spot: Spot) -> list[Party]:
    """Those before a plural verb: أن مئات المقاتلين المؤيدين للرئيس هاجموا, أن أ وب وج طالبوا, أن الحوثيين قصفوا."""
    page = spot.page
    if spot.word(-1) in SUBORDINATES or spot.word(-1) == "ان":
        return []
    name = spot.scene.before(spot.index, spot.start)
    names = row_before(spot.scene, name, spot.start, commas=True) if name else []
    many = len(names) > 1 or (names and plural_name(page, names[0]))
    for index in range(spot.index - 1, max(spot.start, spot.index - _PLURAL) - 1, -1):
        if page.stops[index]:
            break
        if many and index < names[-1].last:
            return parties(names, "party.plural-before")
        if is_people(page.words[index].removeprefix("و")):
            first = index
            while first > spot.start and not page.gap(first - 1).strip(MARKS) and counted(page.words[first - 1]):
                first -= 1
            return [party_of(spot, first, crowd_end(spot, index), "party.plural-before")]
    return []


def plural_name(page: Page, name: Name) -> bool:
    """Whether a name is that of many: مقاتلو الحركة, الحوثيون."""
    word = page.words[name.first].removeprefix(name.clitic)
    return word in FORCES or word in PEOPLES or (name.mention.kind == "body" and word.endswith(("ون", "ين")))


def told_of(spot: Spot) -> list[Party]:
    """The people without a name told last before a pronoun of the plural: عثر على ثلاثة موظفين بعد خطفهم."""
    for index in range(spot.index - 1, max(spot.start, spot.index - _TOLD) - 1, -1):
        if is_people(spot.page.words[index].removeprefix("و")):
            first = index
            while first > spot.start and counted(spot.page.words[first - 1]):
                first -= 1
            return [party_of(spot, first, crowd_end(spot, index), "party.told-of")]
    return []


def taken_up(spot: Spot) -> list[Party]:
    """The party without a name right before a relative: المقاتلين الأجانب الذين قاتلوا, الدول التي تدعم."""
    page, end = spot.page, spot.index
    while end > spot.start and (page.words[end - 1] in PARTICLES or page.words[end - 1] in RELATIVES):
        end -= 1
    first = end
    while first > max(spot.start, end - _REACH) and not page.gap(first - 1).strip() and _part(page.words[first - 1]):
        first -= 1
        if is_people(page.words[first].removeprefix("و")):
            while first > spot.start and not page.gap(first - 1).strip() and counted(page.words[first - 1]):
                first -= 1
            return [party_of(spot, first, end, "party.taken-up")]
    name = spot.scene.before(end, spot.start)
    if first < end and is_party(page.words[first]) and (name is None or name.last <= first):
        return [party_of(spot, first, end, "party.taken-up")]
    return []


def _part(word: str) -> bool:
    return is_noun(word) or word in ADJECTIVES or is_people(word)


def place_before(spot: Spot, verb: int) -> list[Party]:
    """The definite noun before a relative right before word `verb`: المطار الذي تعرض لهجوم, الغوطة الشرقية التي."""
    page, last = spot.page, verb - 1
    if last <= spot.start or page.words[last] not in RELATIVES or page.commas[last - 1]:
        return []
    first = last
    while first > max(spot.start, last - _REACH) and (first == last or not page.gap(first).strip()):
        if not is_noun(page.words[first - 1]):
            break
        first -= 1
    return [party_of(spot, first, last, "party.noun")] if first < last else []


def people_before(spot: Spot) -> Party | None:
    """People without a name right before a verb that agrees with them: 60 شخصا قتلوا."""
    page, index = spot.page, spot.index - 1
    if index <= spot.start or spot.hit.linked or page.commas[index] or not is_people(page.words[index]):
        return None
    return party_of(spot, index - is_numeral(page.words[index - 1]), index + 1, "party.crowd")


def clause_over(spot: Spot) -> list[Party]:
    """The subject of the sentence, with which a linked or subordinate verb without one goes on.

    دافع الوزير عن الخطة واتهم ...; شن مسلحون هجوما بعد أن فجروا ....
    """
    page, after = spot.page, spot.word(-1)
    hangs = after in SUBORDINATES or (after == "ان" and spot.word(-2) in AROUND_THAT)
    if not (hangs or spot.hit.linked) or spot.index <= spot.start + 1:
        return []
    begin = spot.start if hangs else _clause(spot)
    names = spot.scene.between(begin, spot.index)
    name = next((one for one in names if lead(page, begin, one) is None), None)
    for index in range(begin + 1, min(name.first if name else spot.index, begin + _REACH)):
        if page.words[index - 1] in PREPOSITIONS or page.commas[index - 1]:
            break
        if is_people(page.words[index]):
            return [party_of(spot, index, crowd_end(spot, index), "party.clause-over")]
    return parties(row(spot.scene, name, spot.index), "party.clause-over") if name else []


def _clause(spot: Spot) -> int:
    """Index of the first word of the clause that a linked verb goes on with: وأضاف أن الحزب أخطأ ويدعم ...."""
    page = spot.page
    leads = (at for at in range(spot.index - 2, spot.start, -1) if page.words[at] in THAT)
    return next((at for at in leads if any(one.first <= at + 1 for one in spot.scene.between(at, at + 2))), spot.start)


def between(spot: Spot, first: int, last: int) -> Party | None:
    """The noun without a name from word `first` to before word `last`, where an object begins: اتهم الإعلام إيران."""
    page, start = spot.page, first
    while last > first and page.words[last - 1] in ADVERBS:
        last -= 1
    if page.words[first].startswith("ال"):
        last = next((at for at in range(first, last) if not page.words[at].startswith("ال")), last)
    words = page.words[start:last]
    if not words or len(words) > ADJACENT or any(page.gap(at).strip() for at in range(start, last - 1)):
        return None
    if len(words) == 1 and not words[0].startswith("ال"):
        person = spot.scene.surname(words[0])
        if person:
            return Party(person.actor, person.name, spot.scene.extract(start, last), "party.surname")
    if not (is_party(words[0]) or is_people(words[0]) or words[0].endswith("ون") or words[0] == "هولاء"):
        return None
    apart = any(word in PREPOSITIONS or word in ADVERBS or word in SHIFTS or word in WEEKDAYS for word in words)
    return None if apart or brought_in(words[0]) else party_of(spot, start, last, "party.between-words")
