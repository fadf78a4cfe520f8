"""Realis: whether an event happened, will happen, did not happen, might happen, or is told as background.

The marks stand before the trigger in its clause (سيواصل قصف, لم يوقع, قد تنسحب, وكان قد اتفق) or are part of its date.
"""

from datetime import date
from itertools import pairwise

from schemas.events import Realis
from streams.dates.page import Page
from streams.events.finder import Hit
from streams.lexicon.grammar import (
    AFTER,
    BACKGROUND,
    COMING,
    CONDITIONS,
    FORMER,
    NOT_NOUN,
    NOT_VERB,
    PLANS,
    POSSIBLY,
    RELATIVES,
    SINCE,
    WERE,
)

#: Older than this is background, and no older than that is news, whatever else the sentence says.
_BACKGROUND_DAYS = 14
_NEWS_DAYS = 1
#: The age of a month or a year that is over.
_OVER = 100
_REACH = 4
#: How far كان at the head of a sentence makes background of nouns, and how far before a verb it stands elsewhere.
_OPENED = 16
_PLUPERFECT = 6
#: Length of a date that is known to the day.
_DAY = 10
_SHORTEST_FUTURE = 5
#: Beginnings of nouns that look like a future: سياسة, سيارة, ستار.
_NO_FUTURE = frozenset({"سيا", "سيد", "سين", "ستا", "سيط", "سيف", "ستر"})


def realis(page: Page, hit: Hit, start: int, value: str | None, today: date | None) -> Realis:
    """Decide the realis of a trigger.

    Args:
        page: The text.
        hit: The trigger.
        start: Index of the first word of its sentence.
        value: Its date, if it has one.
        today: The day of writing, if known.
    """
    before = page.words[max(start, hit.index - _REACH) : hit.index]
    if _negated(hit, before):
        return "negated"
    if not CONDITIONS.isdisjoint(before) or (hit.tense == "present" and before[-1:] and before[-1] in POSSIBLY):
        return "hypothetical"
    if _future(page, hit, before) or (value and today and len(value) == _DAY and value > today.isoformat()):
        return "future"
    return "historical" if _historical(page, hit, start, value, today) else "actual"


def _negated(hit: Hit, before: list[str]) -> bool:
    if hit.tense in {"past", "present", "future"}:
        return bool(before) and before[-1] in NOT_VERB
    return not NOT_NOUN.isdisjoint(before[-2:])


def _future(page: Page, hit: Hit, before: list[str]) -> bool:
    if hit.tense == "future":
        return True
    if any(word in PLANS or _to_come(word) for word in before):
        return hit.tense != "past"
    following = page.words[hit.index + 1 : hit.index + 3]
    return hit.tense == "noun" and not COMING.isdisjoint(following)


def _to_come(word: str) -> bool:
    """Whether a word is a verb in the future: سيواصل, وستجري."""
    bare = word[1:] if word[:1] in "وف" else word
    return len(bare) >= _SHORTEST_FUTURE and bare[0] == "س" and bare[1] in "يتن" and bare[:3] not in _NO_FUTURE


def _historical(page: Page, hit: Hit, start: int, value: str | None, today: date | None) -> bool:
    if value is not None and today is not None and not value.startswith("--"):
        age = _age(value, today)
        if age > _BACKGROUND_DAYS or age <= _NEWS_DAYS:
            return age > _BACKGROUND_DAYS
    if _told_before(page, hit, start):
        return True
    near = page.words[max(start, hit.index - 3) : hit.index]
    if not RELATIVES.isdisjoint(near) and hit.tense == "past":
        return True
    if hit.tense == "noun" and hit.rule.trigger.type != "CONSULT" and not SINCE.isdisjoint(near[-2:]):
        return True
    following = pairwise(page.words[hit.index : hit.index + _REACH])
    return any(word in FORMER and before != "وقت" for before, word in following)


def _told_before(page: Page, hit: Hit, start: int) -> bool:
    """Whether كان or بعدما puts an event before what is told: وكان متطرفون فتحوا النار, بعدما سيطرت."""
    if page.words[start] in BACKGROUND and (hit.tense == "past" or hit.index - start <= _OPENED):
        return True
    before = page.words[max(start, hit.index - _PLUPERFECT) : hit.index]
    if hit.tense == "past" and not WERE.isdisjoint(before):
        return True
    return hit.tense != "future" and not AFTER.isdisjoint(before[-_REACH:])


def _age(value: str, today: date) -> int:
    """Days from the last day that a date may mean to the day of writing; a month or year that is over is an age."""
    year, rest = int(value[:4]), value[5:]
    if not rest:
        return _OVER * (today.year - year)
    if rest.startswith("W"):
        return (today - date.fromisocalendar(year, int(rest[1:]), 7)).days
    month = int(rest[:2])
    if len(rest) == len("05"):
        return _OVER * (today.year * 12 + today.month - year * 12 - month)
    return (today - date(year, month, int(rest[3:]))).days
