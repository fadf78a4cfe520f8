"""Realis: whether an event happened, will happen, did not happen, might happen, or is told as background.

The marks stand before the trigger in its clause (سيواصل قصف, لم يوقع, قد تنسحب, وكان قد اتفق) or are part of its date.
"""

from datetime import date
from itertools import pairwise

from schemas.events import Realis
from streams.events.finder import Hit
from streams.events.tokens import Page
from streams.lexicon.grammar import (
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
)

_BACKGROUND_DAYS = 25
_REACH = 4
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
        return _old(value, today)
    if page.words[start] in BACKGROUND:
        return True
    near = page.words[max(start, hit.index - 3) : hit.index]
    if not RELATIVES.isdisjoint(near) and hit.tense == "past":
        return True
    if hit.tense == "noun" and hit.rule.trigger.type != "CONSULT" and not SINCE.isdisjoint(near[-2:]):
        return True
    following = pairwise(page.words[hit.index : hit.index + _REACH])
    return any(word in FORMER and before != "وقت" for before, word in following)


def _old(value: str, today: date) -> bool:
    """Whether a date is background: before the month, or weeks before the day of writing."""
    if len(value) == 4:  # noqa: PLR2004 -- a year
        return int(value) < today.year
    year, rest = int(value[:4]), value[5:]
    if rest.startswith("W"):
        return (today - date.fromisocalendar(year, int(rest[1:]), 7)).days > _BACKGROUND_DAYS
    month = int(rest[:2])
    day = int(rest[3:]) if len(rest) > 2 else 28  # noqa: PLR2004 -- a month and a day
    return (today - date(year, month, day)).days > _BACKGROUND_DAYS
