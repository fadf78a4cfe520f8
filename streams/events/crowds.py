"""Words for people without a name: their numbers, what qualifies them, and where such a phrase ends."""

import re

from schemas.text import Party
from streams.dates.page import Page
from streams.events.rows import brought as brought_in
from streams.events.spot import Spot
from streams.lexicon.calendar import SHIFTS
from streams.lexicon.grammar import (
    BODIES,
    CROWDS,
    KIN,
    NO_PARTIES,
    NUMERALS,
    PARTITIVES,
    PREPOSITIONS,
    QUANTIFIERS,
    STRANGERS,
)
from streams.lexicon.months import WEEKDAYS
from streams.lexicon.places import ADJECTIVES, NATIONALS
from streams.lexicon.titles import HEADS

_REACH = 4
#: Letters of the shortest plural that is told by its ending.
_SHORTEST = 7
_SHORTEST_NOUN = 4
#: A sound plural that is no subject: it stands in the accusative.
_OBLIQUE = re.compile(r"\w{3,}ين$")
_ADJECTIVAL = "يه"
#: Other words inside a count: ما لا يقل عن 120.
_MEASURES = frozenset(
    ["من", "عن", "ما", "لا", "يقل", "يزيد", "نحو", "حوالي", "قرابه", "زهاء", "اكثر", "اقل", "ازيد", "قسم", "ذوي"]
)
#: Prepositions inside a count: ما لا يقل عن 120 فلسطينيا, عدد من.
_COUNTING = frozenset({"عن", "من"})


def crowd(spot: Spot, first: int, reach: int, *, governed: bool = False) -> tuple[Party, int] | None:
    """People without a name, with their number and what qualifies them: 120 فلسطينيا, مسلحون مجهولون."""
    page = spot.page
    trigger = spot.hit.rule.trigger
    told = spot.hit.tense == "noun" and not (trigger.type == "ASSAULT" and trigger.genitive == "recipient")
    company = spot.hit.rule.needs if told else frozenset[str]()
    for index in range(first, min(first + reach, spot.last)):
        word = page.words[index]
        if (word in PREPOSITIONS and word not in _COUNTING) or page.gap(index - 1).strip():
            return None
        if index > first and brought_in(word):
            return None
        if governed and index == first and oblique(word):
            return None
        if governed and index > first and not counts(page.words[index - 1]):  # رفضت دعم المقاتلين
            return None
        tallied = page.words[index - 1][-1:].isdigit() and word[:-1] in ADJECTIVES  # 11 إيرانيا
        if index > first + 1 and page.words[index - 1] == "من" and not word.startswith("ال"):
            tallied |= is_numeral(page.words[index - 2])
        if (is_people(word.removeprefix("و")) and word not in company) or (tallied and index > first):
            begin = index - 1 if index > first and is_numeral(page.words[index - 1]) else index
            if index > first + 1 and page.words[index - 1] == "من" and is_number(page.words[index - 2]):
                begin = index - 2
            last = crowd_end(spot, index)
            return party_of(spot, begin, last, "party.crowd"), last
    return None


def crowd_end(spot: Spot, index: int) -> int:
    """Index after the last word that belongs to a crowd: nationality, whose they are, adjectives."""
    page, last = spot.page, index + 1
    while last < min(index + _REACH, spot.last) and (
        follows(page, last) or (belongs(page.words[last]) and not page.gap(last - 1).strip())
    ):
        last += 1
    return last


def is_people(word: str) -> bool:
    """Whether a word names people: by the list, or by the plural of origins (القطريين) and of doers (المقاتلين)."""
    if word.removeprefix("ال") in CROWDS:
        return True
    origin = len(word) >= _SHORTEST and word.endswith(("يين", "يون")) and not word.endswith(("لايين", "ليون"))
    return origin or (len(word) >= _SHORTEST and word.startswith("الم") and word.endswith(("ين", "ون")))


def counts(word: str) -> bool:
    """Whether a word goes before people as their number or a part of it: ثلاثة, عدد من, نحو 30, أكثر من مئة."""
    return is_numeral(word) or word in PARTITIVES or word in QUANTIFIERS or word in _MEASURES or is_people(word)


def oblique(word: str) -> bool:
    """Whether a word is a sound plural that is no subject: الانقلابيين."""
    return _OBLIQUE.match(word) is not None


def is_number(word: str) -> bool:
    """Whether a word tells how many: a number, or a part of many."""
    return word in PARTITIVES or word[-1:].isdigit()


def is_numeral(word: str) -> bool:
    """Whether a word is a number."""
    return word in NUMERALS or word[-1:].isdigit()


def counted(word: str) -> bool:
    """Whether a word goes before people as their number, or is people whom the next word qualifies."""
    return is_people(word) or is_number(word)


def belongs(word: str) -> bool:
    """Whether a word qualifies people without a name: إسرائيليين, روس, أجانب, مجهولون."""
    return word in ADJECTIVES or word in NATIONALS or word in STRANGERS


def party_of(spot: Spot, first: int, last: int, rule: str) -> Party:
    """Make a party of words, without the و written onto people."""
    page = spot.page
    word = page.words[first]
    linked = word.startswith("وال") or (word[0] == "و" and not is_people(word) and is_people(word[1:]))
    mention = spot.scene.alignment.extract(page.starts[first] + linked, page.ends[last - 1])
    return Party(None, mention.text, mention, rule)


def is_noun(word: str) -> bool:
    """Whether a word is a definite noun that may name somebody or a place."""
    return word.startswith("ال") and len(word) > _SHORTEST_NOUN and word not in WEEKDAYS and word not in NO_PARTIES


def follows(page: Page, index: int) -> bool:
    """Whether a word goes on with the definite noun before it."""
    word = page.words[index]
    return not page.gap(index - 1).strip() and is_noun(word) and word not in SHIFTS


def is_party(word: str) -> bool:
    """Whether a definite noun stands for people or a body: السلطة, المتظاهرون."""
    bare = word.removeprefix("ال")
    return is_noun(word) and (bare in BODIES or bare in HEADS or is_people(word))


def joined(spot: Spot, found: list[Party]) -> list[Party]:
    """Parties without a name that و joins to the last one found: قتل جندي ومدنيان, القوات الروسية والشرطة العسكرية."""
    more: list[Party] = []
    page = spot.page
    last = found[-1].mention if found else None
    if last is None:
        return more
    at = page.at(spot.scene.alignment.clean_span(last)[1])
    while (
        len(more) < _REACH and spot.start < at < spot.last and page.words[at][0] == "و" and not page.gap(at - 1).strip()
    ):
        if spot.scene.between(at, at + 1):
            break
        word = page.words[at][1:]
        numbered = is_number(word) and at + 1 < spot.last and is_people(page.words[at + 1])
        if word in KIN and last is found[-1].mention:
            mention = spot.scene.alignment.extract(page.starts[at] + 1, page.ends[at])
            more.append(Party(None, mention.text, mention, "party.joined"))
            at += 1
            continue
        adjective = word.endswith(_ADJECTIVAL) and page.words[at - 1].endswith(_ADJECTIVAL)
        if adjective or not (numbered or is_people(word) or is_party(word)):  # الرئاسية والبرلمانية
            break
        end = crowd_end(spot, at + numbered)
        mention = spot.scene.alignment.extract(page.starts[at] + 1, page.ends[end - 1])
        more.append(Party(None, mention.text, mention, "party.joined"))
        at = end
    return more
