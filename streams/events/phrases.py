"""Parties without a name after a trigger: crowds, what a nationality qualifies, and places that are attacked."""

from msgspec.structs import replace

from schemas.text import Party
from streams.dates.page import Page
from streams.events.crowds import crowd, follows, is_noun, is_party, oblique, party_of
from streams.events.rows import ADJACENT
from streams.events.scene import Name
from streams.events.spot import AGAINST, Spot
from streams.lexicon.grammar import (
    BODIES,
    CLAUSE_OPENERS,
    PARTICLES,
    PLACE_HEADS,
    PREPOSITIONS,
    QUANTIFIERS,
    TARGETS,
    THINGS,
    TOWNS,
)
from streams.lexicon.places import ADJECTIVES, STATES

_REACH = 4
_CROWD_REACH = 8
#: Letters of the longest word in يه that need be no adjective: هويه.
_LONG = 4
#: What is hit or withheld, which stands for the state whose adjective it has: عشرات الأهداف الإيرانية.
_THINGS = TARGETS | PLACE_HEADS | THINGS
#: Marks that may open a quotation inside a clause.
MARKS = ' \xa0"“”«»'
#: Types that are done to somebody rather than to a plan or a step.
TO_PEOPLE = frozenset({"ASSAULT", "COERCE", "SANCTION", "ACCUSE", "THREATEN", "REQUEST", "AID", "PROTEST"})
#: Types that may be done to a place.
ON_PLACES = frozenset({"ASSAULT", "COERCE"})


def subject(spot: Spot, first: int) -> tuple[Party, int] | None:
    """The party without a name right at word `first`, and the index of the word after it."""
    if spot.hit.linked and spot.index > spot.start and spot.word(1) in QUANTIFIERS:
        return None
    found = crowd(spot, first, ADJACENT, governed=True) or nation(spot, first)
    if not found and first == spot.index + 1 and _opens(spot):
        found = group(spot, first)
    if found or not _opens(spot) or oblique(spot.page.words[first] if first < spot.last else ""):
        return found
    return definite(spot, first)


def group(spot: Spot, first: int) -> tuple[Party, int] | None:
    """A body without a name and article right at word `first`, with whose it is: فريق من المنظمة, كتل اليسار الثلاث."""
    page = spot.page
    if first + 1 >= spot.last or page.words[first] not in BODIES or page.gap(first - 1).strip(MARKS):
        return None
    last = first + 1
    names = spot.scene.between(last + 1, last + 2) if page.words[last] == "من" else []
    if names and not names[0].clitic:
        return party_of(spot, first, names[0].last, "party.group"), names[0].last
    while last < min(first + _REACH, spot.last) and (follows(page, last) or _adjective(page, last)):
        last += 1
    return (party_of(spot, first, last, "party.group"), last) if last > first + 1 else None


def _adjective(page: Page, index: int) -> bool:
    """Whether a word right after an indefinite noun tells of what kind it is: منظمات حقوقية."""
    word = page.words[index]
    return word.endswith("يه") and len(word) > _LONG and not page.gap(index - 1).strip() and word[0] not in "لبو"


def definite(spot: Spot, first: int, *, place: bool = False) -> tuple[Party, int] | None:
    """A definite noun of people or a body (or of a place) right at word `first`: المتظاهرون, القوى المشاركة."""
    page = spot.page
    first += spot.word(first - spot.index) in QUANTIFIERS
    if first >= spot.last or page.gap(first - 1).strip(MARKS):
        return None
    if not (is_noun if place else is_party)(page.words[first]):
        return None
    last = first + 1
    while last < min(first + _REACH, spot.last) and follows(page, last):
        last += 1
    return party_of(spot, first, last, "party.noun"), last


def doing(spot: Spot, first: int) -> Party | None:
    """The party without a name right after a verb of doing."""
    found = crowd(spot, first, ADJACENT, governed=True) or nation(spot, first) or definite(spot, first)
    return found[0] if found else None


def beside(spot: Spot, first: int, name: Name) -> list[Party]:
    """The party without a name between مع or بين and a name that و joins to it: مع القادة العسكريين وأجهزة الأمن."""
    if name.clitic[:1] != "و":
        return []
    at = next((at for at in range(name.first - 1, first - 1, -1) if spot.page.words[at] in {"مع", "بين"}), None)
    if at is None or at + 1 >= name.first:
        return []
    ahead = replace(spot, last=name.first)
    found = crowd(ahead, at + 1, ADJACENT) or definite(ahead, at + 1)
    return [found[0]] if found and found[1] == name.first else []


def by(spot: Spot) -> list[Party]:
    """The party without a name that من قبل or من جانب brings in: انتقادات من جانب منظمات حقوقية."""
    words = spot.page.words
    for index in range(spot.index + 1, min(spot.index + _CROWD_REACH, spot.last - 2)):
        if words[index] == "من" and words[index + 1] in {"قبل", "جانب"}:
            found = group(spot, index + 2) or crowd(spot, index + 2, ADJACENT) or definite(spot, index + 2)
            return [replace(found[0], rule="party.by")] if found else []
    return []


def companion(spot: Spot, first: int) -> list[Party]:
    """The party without a name that مع brings in: مع مندوبين روس, مع القادة العسكريين."""
    for index in range(first, spot.last - 1):
        if spot.page.words[index] == "مع":
            found = crowd(spot, index + 1, ADJACENT) or definite(spot, index + 1)
            return [replace(found[0], rule="party.with")] if found else []
    return []


def brought(spot: Spot, first: int, prepositions: frozenset[str]) -> list[Party]:
    """The party without a name that one of some prepositions brings in: ضد المدنيين, للمعارضة المسلحة."""
    if spot.hit.rule.trigger.type not in TO_PEOPLE:
        return []
    for index in range(first, spot.last):
        word = spot.page.words[index]
        if spot.scene.between(index, index + 1):
            return []
        if word in prepositions and index + 1 < spot.last and not spot.scene.between(index + 1, index + 2):
            at = index + 1 + (spot.hit.rule.trigger.type == "ASSAULT" and spot.page.words[index + 1] in TARGETS)
            place = spot.hit.rule.trigger.type in ON_PLACES and word in AGAINST
            found = crowd(spot, at, ADJACENT) or definite(spot, at, place=place)
            return [found[0]] if found else []
        if "ل" in prepositions and word.startswith("لل") and is_noun(f"ال{word[2:]}"):
            return [_given(spot, index)]
    return []


def _given(spot: Spot, index: int) -> Party:
    """The party whose first word has لـ and the article written onto it."""
    last = index + 1
    while last < min(index + ADJACENT, spot.last) and follows(spot.page, last):
        last += 1
    mention = spot.scene.extract(index, last)
    return Party(None, f"ال{mention.text.lstrip('و')[2:]}", mention, "party.brought")


def _opens(spot: Spot) -> bool:
    """Whether a verb opens its sentence or clause, so that a noun right after it is its subject."""
    before = spot.word(-1)
    return not before or before in CLAUSE_OPENERS or spot.page.commas[spot.index - 1]


def people(spot: Spot, first: int) -> tuple[Party, int] | None:
    """People without a name at word `first` or soon after, with their number."""
    return crowd(spot, first, _CROWD_REACH)


def right_after(spot: Spot, first: int) -> list[Party]:
    """The people without a name to whom a verb of harm does it, right after it: اعتقل أربعة فلسطينيين في مقر الحركة."""
    if spot.hit.rule.trigger.genitive != "recipient" or spot.hit.tense == "noun":
        return []
    found = crowd(spot, first, ADJACENT)
    if found is None or spot.scene.between(first, found[1]) or found[1] > first + _REACH:
        return []
    return [found[0]]


def target(spot: Spot, first: int) -> list[Party]:
    """The party or place without a name that follows word `first` and has something done to it."""
    found = crowd(spot, first, _CROWD_REACH) or nation(spot, first)
    return [found[0]] if found else _place(spot, first)


def place_of(spot: Spot, first: int, name: Name) -> list[Party]:
    """The place between word `first` and a state's name that only tells where it is: مخيم اليرموك جنوب دمشق."""
    between = spot.page.words[first : name.first]
    return _place(spot, first) if name.mention.kind == "state" and not PLACE_HEADS.isdisjoint(between) else []


def nation(spot: Spot, first: int, *, relative: bool = False) -> tuple[Party, int] | None:
    """A phrase that a nationality qualifies: سلاح الجو التركي, طائرات حربية إسرائيلية; in a relative, the doer."""
    page = spot.page
    company = spot.hit.rule.needs if spot.hit.tense == "noun" and not relative else frozenset()
    if first < spot.last and page.words[first][0] in {"ب", "ل"}:
        return None
    if spot.definite and first == spot.index + 1:  # الغارات الجوية الإماراتية
        return None
    for index in range(first, min(first + _REACH, spot.last)):
        word = page.words[index]
        if word in PREPOSITIONS or word in PARTICLES or word in company or page.gap(index - 1).strip():
            return None
        if index > first and word in ADJECTIVES:
            if _THINGS.isdisjoint(bare.removeprefix("ال") for bare in page.words[first:index]):
                return party_of(spot, first, index + 1, "party.nation"), index + 1
            code = ADJECTIVES[word]
            state = spot.scene.states.get(code, STATES[code].names[0])
            return Party(code, state, spot.scene.extract(index, index + 1), "party.nation"), index + 1
    return None


def _place(spot: Spot, first: int) -> list[Party]:
    """A place without a name that is attacked or closed: مدينة نوى, على الغوطة الشرقية."""
    if spot.hit.rule.trigger.type not in ON_PLACES:
        return []
    for index in range(first, min(first + _REACH, spot.last)):
        word = spot.page.words[index]
        led = index > first and spot.page.words[index - 1] in AGAINST
        if word in PLACE_HEADS or (led and is_noun(word)):
            last = index + 1
            while last < min(index + ADJACENT, spot.last) and _qualifies(spot.page, last, index):
                last += 1
            return [party_of(spot, index, last, "party.place")]
        if word in PREPOSITIONS and word not in AGAINST:
            return []
    return []


def town(spot: Spot, first: int) -> list[Party]:
    """The town in which an attack takes place, where nothing else tells whom it hits: هجوم في مدينة منبج."""
    page = spot.page
    if spot.hit.rule.trigger.type != "ASSAULT":
        return []
    for index in range(first, min(first + _REACH, spot.last - 2)):
        if page.words[index] == "في" and page.words[index + 1] in TOWNS:
            last = index + 3
            while last < min(index + 2 + ADJACENT, spot.last) and _qualifies(page, last, index + 1):
                last += 1
            return [party_of(spot, index + 1, last, "party.town")]
    return []


def _qualifies(page: Page, index: int, head: int) -> bool:
    """Whether a word belongs to the noun phrase that begins at word `head`."""
    word = page.words[index]
    if page.gap(index - 1).strip() or word in PREPOSITIONS or word[:1].isdigit():
        return False
    return is_noun(word) or (index == head + 1 and page.words[head] in PLACE_HEADS)
