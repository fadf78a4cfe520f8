"""Parties without a name: crowds, what a nationality qualifies, and places that are attacked."""

import re

from schemas.text import Party
from streams.dates.page import Page
from streams.events.rows import ADJACENT
from streams.events.scene import Name
from streams.events.spot import AGAINST, Spot
from streams.lexicon.calendar import SHIFTS
from streams.lexicon.grammar import (
    CLAUSE_OPENERS,
    CROWDS,
    NO_PARTIES,
    PARTICLES,
    PLACE_HEADS,
    PREPOSITIONS,
    QUANTIFIERS,
    RELATIVES,
    SUBJECT_LEADS,
)
from streams.lexicon.months import WEEKDAYS
from streams.lexicon.places import ADJECTIVES

_REACH = 4
_CROWD_REACH = 8
#: Letters of the shortest plural that is told by its ending.
_SHORTEST = 7
_SHORTEST_NOUN = 4
#: How far before a verb كان or أن brings in its subject.
_LED = 6
#: A sound plural that is no subject: it stands in the accusative.
_OBLIQUE = re.compile(r"\w{3,}ين$")
#: Prepositions inside a count: ما لا يقل عن 120 فلسطينيا, عدد من.
_COUNTING = frozenset({"عن", "من"})
#: Marks that may open a quotation inside a clause.
MARKS = ' \xa0"“”«»'
#: Types that are done to somebody rather than to a plan or a step.
_DONE_TO = frozenset({"ASSAULT", "COERCE", "SANCTION", "ACCUSE", "THREATEN", "REQUEST", "AID", "PROTEST"})
#: Types that may be done to a place.
ON_PLACES = frozenset({"ASSAULT", "COERCE"})


def subject(spot: Spot, first: int) -> tuple[Party, int] | None:
    """The party without a name right at word `first`, and the index of the word after it."""
    if spot.hit.linked and spot.index > spot.start and spot.word(1) in QUANTIFIERS:
        return None
    found = _crowd(spot, first, ADJACENT, governed=True) or nation(spot, first)
    if found or not _opens(spot):
        return found
    return definite(spot, first)


def definite(spot: Spot, first: int) -> tuple[Party, int] | None:
    """A definite noun right at word `first`, with what qualifies it: المتظاهرون, القوى المشاركة."""
    page = spot.page
    first += spot.word(first - spot.index) in QUANTIFIERS
    if first >= spot.last or page.gap(first - 1).strip(MARKS) or not _noun(page.words[first]):
        return None
    last = first + 1
    while last < min(first + _REACH, spot.last) and _follows(page, last):
        last += 1
    return _party(spot, first, last, "party.noun"), last


def doing(spot: Spot, first: int) -> Party | None:
    """The party without a name right after a verb of doing."""
    found = _crowd(spot, first, ADJACENT, governed=True) or nation(spot, first) or definite(spot, first)
    return found[0] if found else None


def led_subject(spot: Spot) -> tuple[Party | None, int]:
    """The noun between كان or أن and the verb (وكان المتظاهرون قد طالبوا), and the index of its first word or 0."""
    page, end = spot.page, spot.index
    while end > spot.start and page.words[end - 1] in PARTICLES:
        end -= 1
    for index in range(end - 1, max(end - _LED, spot.start - 1), -1):
        if page.commas[index] or page.words[index] in PREPOSITIONS:
            break
        if page.words[index] in SUBJECT_LEADS and index + 1 < end:
            return (_party(spot, index + 1, end, "party.led") if _whole(page, index + 1, end) else None), index + 1
    return None, 0


def _whole(page: Page, first: int, last: int) -> bool:
    """Whether words are one noun with what qualifies it and nothing else."""
    follows = all(_follows(page, index) or page.words[index] in ADJECTIVES for index in range(first + 1, last))
    return follows and (_noun(page.words[first]) or _people(page.words[first]))


def taken_up(spot: Spot) -> list[Party]:
    """The people without a name right before a relative: المقاتلين الأجانب الذين قاتلوا."""
    page, end = spot.page, spot.index
    while end > spot.start and (page.words[end - 1] in PARTICLES or page.words[end - 1] in RELATIVES):
        end -= 1
    first = end
    while first > max(spot.start, end - _REACH) and not page.gap(first - 1).strip() and _part(page.words[first - 1]):
        first -= 1
        if _people(page.words[first].removeprefix("و")):
            return [_party(spot, first, end, "party.taken-up")]
    return []


def _part(word: str) -> bool:
    return _noun(word) or word in ADJECTIVES or _people(word)


def companion(spot: Spot, first: int) -> list[Party]:
    """The party without a name that مع brings in: مع مندوبين روس, مع القادة العسكريين."""
    for index in range(first, spot.last - 1):
        if spot.page.words[index] == "مع":
            found = _crowd(spot, index + 1, ADJACENT) or definite(spot, index + 1)
            return [found[0]] if found else []
    return []


def brought(spot: Spot, first: int, prepositions: frozenset[str]) -> list[Party]:
    """The party without a name that one of some prepositions brings in: ضد المدنيين, للمعارضة المسلحة."""
    if spot.hit.rule.trigger.type not in _DONE_TO:
        return []
    for index in range(first, spot.last):
        word = spot.page.words[index]
        if spot.scene.between(index, index + 1):
            return []
        if word in prepositions and index + 1 < spot.last and not spot.scene.between(index + 1, index + 2):
            found = _crowd(spot, index + 1, ADJACENT) or definite(spot, index + 1)
            return [found[0]] if found else []
        if "ل" in prepositions and word.startswith("لل") and _noun(f"ال{word[2:]}"):
            return [_given(spot, index)]
    return []


def _given(spot: Spot, index: int) -> Party:
    """The party whose first word has لـ and the article written onto it."""
    last = index + 1
    while last < min(index + ADJACENT, spot.last) and _follows(spot.page, last):
        last += 1
    mention = spot.scene.extract(index, last)
    return Party(None, f"ال{mention.text.lstrip('و')[2:]}", mention, "party.brought")


def _opens(spot: Spot) -> bool:
    """Whether a verb opens its sentence or clause, so that a noun right after it is its subject."""
    before = spot.word(-1)
    return not before or before in CLAUSE_OPENERS or spot.page.commas[spot.index - 1]


def _noun(word: str) -> bool:
    return word.startswith("ال") and len(word) > _SHORTEST_NOUN and word not in WEEKDAYS and word not in NO_PARTIES


def _follows(page: Page, index: int) -> bool:
    """Whether a word goes on with the definite noun before it."""
    word = page.words[index]
    return not page.gap(index - 1).strip() and _noun(word) and word not in SHIFTS


def people(spot: Spot, first: int) -> tuple[Party, int] | None:
    """People without a name at word `first` or soon after, with their number."""
    return _crowd(spot, first, _CROWD_REACH)


def people_before(spot: Spot) -> Party | None:
    """People without a name right before a verb that agrees with them: 60 شخصا قتلوا."""
    page, index = spot.page, spot.index - 1
    if index <= spot.start or spot.hit.linked or page.commas[index] or not _people(page.words[index]):
        return None
    return _party(spot, index - page.words[index - 1][-1:].isdigit(), index + 1, "party.crowd")


def target(spot: Spot, first: int) -> list[Party]:
    """The party or place without a name that follows word `first` and has something done to it."""
    found = _crowd(spot, first, _CROWD_REACH) or nation(spot, first)
    return [found[0]] if found else _place(spot, first)


def place_of(spot: Spot, first: int, name: Name) -> list[Party]:
    """The place between word `first` and a state's name that only tells where it is: مخيم اليرموك جنوب دمشق."""
    between = spot.page.words[first : name.first]
    return _place(spot, first) if name.mention.kind == "state" and not PLACE_HEADS.isdisjoint(between) else []


def nation(spot: Spot, first: int) -> tuple[Party, int] | None:
    """A phrase that a nationality qualifies: سلاح الجو التركي, طائرات حربية إسرائيلية."""
    page = spot.page
    company = spot.hit.rule.needs if spot.hit.tense == "noun" else frozenset()
    if first < spot.last and page.words[first][0] in {"ب", "ل"}:
        return None
    for index in range(first, min(first + _REACH, spot.last)):
        word = page.words[index]
        if word in PREPOSITIONS or word in PARTICLES or word in company or page.gap(index - 1).strip():
            return None
        if index > first and word in ADJECTIVES:
            return _party(spot, first, index + 1, "party.nation"), index + 1
    return None


def _crowd(spot: Spot, first: int, reach: int, *, governed: bool = False) -> tuple[Party, int] | None:
    """People without a name, with their number and what qualifies them: 120 فلسطينيا, مسلحون مجهولون."""
    page = spot.page
    company = spot.hit.rule.needs if spot.hit.tense == "noun" else frozenset[str]()
    for index in range(first, min(first + reach, spot.last)):
        word = page.words[index]
        if (word in PREPOSITIONS and word not in _COUNTING) or page.gap(index - 1).strip():
            return None
        if governed and index == first and _OBLIQUE.match(word):
            return None
        counted = page.words[index - 1][-1:].isdigit() and word[:-1] in ADJECTIVES  # 11 إيرانيا
        if (_people(word.removeprefix("و")) and word not in company) or (counted and index > first):
            begin = index - 1 if index > first and page.words[index - 1][-1:].isdigit() else index
            last = _crowd_end(spot, index)
            return _party(spot, begin, last, "party.crowd"), last
    return None


def _crowd_end(spot: Spot, index: int) -> int:
    """Index after the last word that belongs to a crowd: nationality, whose they are, adjectives."""
    page, last = spot.page, index + 1
    while last < min(index + _REACH, spot.last) and (
        _follows(page, last) or (page.words[last] in ADJECTIVES and not page.gap(last - 1).strip())
    ):
        last += 1
    return last


def _people(word: str) -> bool:
    """Whether a word names people: by the list, or by the plural of origins (القطريين) and of doers (المقاتلين)."""
    if word.removeprefix("ال") in CROWDS:
        return True
    origin = len(word) >= _SHORTEST and word.endswith(("يين", "يون")) and not word.endswith(("لايين", "ليون"))
    return origin or (len(word) >= _SHORTEST and word.startswith("الم") and word.endswith(("ين", "ون")))


def _place(spot: Spot, first: int) -> list[Party]:
    """A place without a name that is attacked or closed: مدينة نوى, على الغوطة الشرقية."""
    if spot.hit.rule.trigger.type not in ON_PLACES:
        return []
    for index in range(first, min(first + _REACH, spot.last)):
        word = spot.page.words[index]
        led = index > first and spot.page.words[index - 1] in AGAINST
        if word in PLACE_HEADS or (led and _noun(word)):
            last = index + 1
            while last < min(index + ADJACENT, spot.last) and _qualifies(spot.page, last, index):
                last += 1
            return [_party(spot, index, last, "party.place")]
        if word in PREPOSITIONS and word not in AGAINST:
            return []
    return []


def _qualifies(page: Page, index: int, head: int) -> bool:
    """Whether a word belongs to the noun phrase that begins at word `head`."""
    word = page.words[index]
    if page.gap(index - 1).strip() or word in PREPOSITIONS or word[:1].isdigit():
        return False
    return _noun(word) or (index == head + 1 and page.words[head] in PLACE_HEADS)


def _party(spot: Spot, first: int, last: int, rule: str) -> Party:
    mention = spot.scene.extract(first, last)
    return Party(None, mention.text, mention, rule)
