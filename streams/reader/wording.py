"""What the words of a line say that another line may say otherwise: figures, names, negations, and the rest by stem.

All words are folded.
"""

import re
from collections.abc import Collection, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from msgspec import Struct

from streams.deduplicate.slots import ORDINARY, TIMES, forms, state, value
from streams.lexicon.actors import NAMES, OFFICE_NAMES, holder
from streams.lexicon.grammar import NOT_NOUN, NOT_VERB
from streams.lexicon.months import AMBIGUOUS, MONTHS, WEEKDAYS
from streams.lexicon.titles import GIVEN
from streams.lexicon.wording import folded

_SUFFIXES = ("كما", "هما", "هم", "ها", "نا", "ات", "ون", "ين", "ان", "وا", "يه", "ه", "ت", "ي", "ا")
_SHORTEST = 3
#: Written before a verb: السين of what is to come.
_FUTURE = ("سي", "ست", "سن")
#: What scales the number before it: خمسة ملايين is not خمسة آلاف.
_SCALES = {
    form: scale
    for scale, forms_ in {
        "k": "ألف ألفا آلاف", "m": "مليون مليونا ملايين", "b": "مليار مليارا مليارات بليون", "t": "تريليون تريليونات",
    }.items()
    for form in folded(forms_)
}  # fmt: skip
_MONTH_WORDS = {name: number for name, number in MONTHS.items() if " " not in name}
_YEAR = re.compile("(?:19|20)[0-9]{2}")
#: Negations besides those that events are read by.
_NOT = NOT_VERB | NOT_NOUN | folded("ليسوا لسنا لست غير وغير بغير بلا ولست ولسنا فليس وليس وليست كلا مستحيل")
#: Words that a negation makes no negation with: لا يزال، لا سيما، غير أن.
_AFFIRMED = folded("سيما يزال تزال يزالون تزالان يزالان نزال شك بد أن أنه أنها أنهم يقل تقل")

#: What brings in the clause that a verb governs, and how many words before it a negation may stand: لا يمكن القول إن.
_THAT = folded("أن أنه أنها أنهم إن إنه إنها إنهم بأن بأنه بأنها بأنهم")
_REACH = 4


class Figures(Struct, frozen=True):
    """Numbers of a line.

    Attributes:
        numbers: Numbers with their scale (`5m`), but those of dates.
        days: Days of a month, and names of weekdays.
        months: Months of the Gregorian calendar, 1 to 12.
        years: Years.
    """

    numbers: frozenset[str]
    days: frozenset[str]
    months: frozenset[int]
    years: frozenset[str]

    def clash(self, other: "Figures") -> bool:
        """Tell whether two lines give unlike numbers, or name unlike days: each has one that the other lacks."""
        pairs = (
            (self.numbers, other.numbers), (self.days, other.days),
            (self.months, other.months), (self.years, other.years),
        )  # fmt: skip
        return any(unlike(mine, yours) for mine, yours in pairs)


def unlike(mine: AbstractSet[object], yours: AbstractSet[object]) -> bool:
    """Tell whether each of two sets has something that the other lacks."""
    return not (mine <= yours or yours <= mine)


def figures(line: Sequence[str]) -> Figures:
    """Return the numbers of a line."""
    numbers, days, months, years = set(), set(), set(), set()
    for at, word in enumerate(line):
        if word in WEEKDAYS:
            days.add(f"w{WEEKDAYS[word]}")
        month = MONTHS.get(f"{word} {line[at + 1]}" if at + 1 < len(line) else "") or _MONTH_WORDS.get(word)
        if month and (
            word not in AMBIGUOUS or any(value(by) for by in (*line[max(at - 1, 0) : at], *line[at + 1 : at + 2]))
        ):
            months.add(month)
        number = value(word)
        if number is None:
            continue
        after = line[at + 1] if at + 1 < len(line) else ""
        if _YEAR.fullmatch(number) and after not in _SCALES:
            years.add(number)
        elif after in _MONTH_WORDS or " ".join(line[at + 1 : at + 3]) in MONTHS:
            days.add(number)
        else:
            numbers.add(number.lstrip("0") + _SCALES.get(after, ""))
    return Figures(frozenset(numbers), frozenset(days), frozenset(months), frozenset(years))


def negations(line: Sequence[str]) -> list[int]:
    """Return the places of the words that negate the word after them."""
    return [
        at for at, word in enumerate(line) if word in _NOT and not (at + 1 < len(line) and line[at + 1] in _AFFIRMED)
    ]


def binds(stretch: Sequence[str], negated: Collection[int]) -> bool:
    """Tell whether a negation in a stretch that another line lacks negates what follows: لا ..., لا يعني أن ....

    Args:
        stretch: The words.
        negated: The places of negations among them.
    """
    end = len(stretch) - 1
    return end in negated or (end > 0 and stretch[end] in _THAT and any(end - at <= _REACH for at in negated))


class Names(NamedTuple):
    """Whom a line names.

    Attributes:
        known: The actors and states, as far as the lexicon knows them.
        places: The places of all words of names and offices.
    """

    known: frozenset[str]
    places: frozenset[int]


def names(line: Sequence[str], day: str) -> Names:
    """Return whom a line names.

    Args:
        line: Words.
        day: When it was told, by which an office is its holder (`2018-05-01`); empty if unknown.
    """
    found: set[str] = set()
    places: set[int] = set()
    at = 0
    while at < len(line):
        size, key = max((_match(form, line, at, day) for form in _heads(line[at])), key=itemgetter(0))
        if key:
            found.add(key)
        if key or size:
            places.update(range(at, at + max(size, 1)))
        at += max(size, 1)
    return Names(frozenset(found), frozenset(places))


@lru_cache(maxsize=65536)
def _heads(word: str) -> tuple[str, ...]:
    """What a name or an office may begin with that begins with a word: للرئيس begins الرئيس الروسي."""
    found = forms(word)
    return (*found, *(f"ال{form}" for form in found if word.startswith(("لل", "ولل")) and not form.startswith("ل")))


def _match(form: str, line: Sequence[str], at: int, day: str) -> tuple[int, str | None]:
    """The name that begins at a place: how many words it has, and whose it is, if that is known."""
    keys = list(line)
    for trie in (OFFICE_NAMES, NAMES):
        branch = trie.get(form)
        found = branch.longest(keys, at + 1) if branch else None
        if found and trie is OFFICE_NAMES:
            return found[0] + 1, holder(found[1].key, day) if day else None
        if found:
            return found[0] + 1, found[1].key
    return 0, state(line[at])


@lru_cache(maxsize=65536)
def is_name(word: str) -> bool:
    """Tell whether a word can be nothing but a name, or one of a state or its people."""
    return state(word) is not None or any(form in GIVEN or form in _NAMED for form in forms(word))


def _alone() -> frozenset[str]:
    """Words that are a name by themselves."""
    return frozenset(first for first, branch in NAMES.items() if () in branch.names)


_NAMED = _alone()


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Return a word without what is written onto its front and its end, so that its forms meet: المحادثات, محادثة."""
    short = min(forms(word), key=len)
    for front in _FUTURE:
        if short.startswith(front) and len(short) > _SHORTEST + 1:
            short = short[1:]
            break
    for suffix in _SUFFIXES:
        if short.endswith(suffix) and len(short) - len(suffix) >= _SHORTEST:
            return short[: -len(suffix)]
    return short


def content(line: Sequence[str]) -> list[str]:
    """Return the stems of the words that carry what a line says: no particles, times, numbers and negations."""
    return [stem(word) for word in line if word not in _EMPTY and value(word) is None]


#: Words that carry nothing: particles, times, scales of numbers.
_EMPTY = (
    ORDINARY
    | TIMES
    | _NOT
    | frozenset(_SCALES)
    | folded("""
هو هي هم سوف أما فيما بينما أنهم لأن لكنه لكنها وهو وهي وهم وإن وإنه وإنها ولكن
والتي والذي والذين هناك نحن أنا إننا إنني
""")
)
