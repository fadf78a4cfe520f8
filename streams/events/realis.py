"""Realis: whether an event happened, will happen, did not happen, might happen, or is told as background.

The marks stand before the trigger in its clause (سيواصل قصف, لم يوقع, نفت احتجازه, قد تنسحب, خشية هجوم) or are part
of its date; what is background, `background` weighs.
"""

from datetime import date
from itertools import pairwise

from schemas.events import Realis
from streams.dates.page import Page
from streams.events.background import BACKGROUND_DAYS, NEWS_DAYS, Background, age
from streams.events.finder import Hit
from streams.lexicon.grammar import (
    ACHIEVING,
    BREAKS,
    CALLING_OFF,
    COMING,
    CONDITIONS,
    DEALS,
    DENYING,
    FOILING,
    HINDERING,
    IMAGINED,
    LIKELY,
    NOT_NOUN,
    NOT_VERB,
    PLANS,
    POSSIBLY,
    SINCE,
    UNDERGOING,
    WILL_NOT,
    WISHES,
)

_REACH = 4
#: Length of a date that is known to the month.
_MONTH = 7
#: Length of a date that is known to the day.
_DAY = 10
_SHORTEST_FUTURE = 5
_NEAR = 3
#: How far a denial reaches to أن, and أن to its verb.
_DENIED = 6
#: How far after an agreement that for which it is made may stand.
_DEAL = 7
#: Types of what is arranged before it is done.
_ARRANGED = frozenset({"CONSULT", "COOPERATE", "PROTEST", "MOBILIZE", "AID"})
_VERBS = frozenset({"past", "present", "future"})
#: Beginnings of nouns that look like a future: سياسة, سيارة, ستار.
_NO_FUTURE = frozenset({"سيا", "سيد", "سين", "ستا", "سيط", "سيف", "ستر"})


def told(background: Background, hit: Hit, start: int) -> Realis:
    """Decide the realis of a trigger by the words around it.

    Args:
        background: What the article tells as background.
        hit: The trigger.
        start: Index of the first word of its sentence.
    """
    page = background.scene.page
    before = _government(page, hit, start)
    if _negated(page, hit, before):
        return "negated"
    if _possible(page, hit, before):
        return "hypothetical"
    if _future(page, hit, before):
        return "future"
    return "historical" if background.tells(hit, start) else "actual"


def realis(words: Realis, value: str | None, today: date | None) -> Realis:
    """Decide the realis of a trigger by the day that is its date, where the words around it leave that open.

    Args:
        words: What the words around it say.
        value: Its date, if it has one.
        today: The day of writing, if it is known.
    """
    if words not in {"actual", "historical"} or value is None or today is None or value.startswith("--"):
        return words
    if len(value) == _DAY and value > today.isoformat():
        return "future"
    days = age(value, today)
    if days > BACKGROUND_DAYS:
        return "historical"
    return "actual" if days <= NEWS_DAYS and len(value) > _MONTH else words


def _government(page: Page, hit: Hit, start: int) -> list[str]:
    """The words before a trigger that may govern it; a noun after بعد or عقب is out of the reach of what is before."""
    before = page.words[max(start, hit.index - _REACH) : hit.index]
    if hit.tense == "noun":
        return before[max((at for at, word in enumerate(before) if word in SINCE), default=0) :]
    return before


def _negated(page: Page, hit: Hit, before: list[str]) -> bool:
    if hit.tense in _VERBS:
        right_before = bool(before) and before[-1] in NOT_VERB and hit.rule.after.isdisjoint(before[-1:])
        return right_before or _denied(page, hit)
    if "دون" in before[-1:] and not HINDERING.isdisjoint(before):
        return False
    if not NOT_NOUN.isdisjoint(before[-2:]) or not DENYING.isdisjoint(before):
        return True
    if hit.tense == "noun" and _called_off(hit, before):
        return True
    negated = [word for no, word in pairwise(before) if no in NOT_VERB]
    return hit.tense == "noun" and any(word in ACHIEVING for word in negated)


def _called_off(hit: Hit, before: list[str]) -> bool:
    """Whether what was to come is called off (ألغى القمة, تأجلت المفاوضات), or an attack is foiled (إحباط هجمات)."""
    if hit.rule.trigger.type == "ASSAULT":
        return not FOILING.isdisjoint(before[-1:])
    return hit.rule.trigger.type in _ARRANGED and not CALLING_OFF.isdisjoint(before[-2:])


def _denied(page: Page, hit: Hit) -> bool:
    """Whether a verb stands in a clause that is denied: نفى الوزير، الجمعة، أن تكون بلاده قد سلمت الوثائق."""
    start = page.bounds[hit.sentence][0]
    that = next(
        (at for at in range(hit.index - 1, max(start, hit.index - _DENIED), -1) if page.words[at] == "ان"), None
    )
    return that is not None and not DENYING.isdisjoint(page.words[max(start, that - _DENIED) : that])


def _possible(page: Page, hit: Hit, before: list[str]) -> bool:
    """Whether a trigger is what may be: إذا انسحبت, قد تنسحب, خشية هجوم, ضربة محتملة."""
    if not CONDITIONS.isdisjoint(before):
        return True
    if hit.tense != "noun":
        return hit.tense == "present" and before[-1:] != [] and before[-1] in POSSIBLY
    if hit.rule.trigger.wished and not WISHES.isdisjoint(before[-2:]):
        return True
    following = page.words[hit.index + 1 : hit.index + _NEAR]
    return not IMAGINED.isdisjoint(before[-2:]) or not LIKELY.isdisjoint(following)


def _future(page: Page, hit: Hit, before: list[str]) -> bool:
    if hit.tense == "future" or (hit.tense in _VERBS and _to_come(page.words[hit.index])):
        return True
    if hit.tense == "noun" and _agreed(page, hit):
        return True
    if hit.tense == "present" and before[-1:] and before[-1] in WILL_NOT:
        return hit.rule.trigger.type != "REJECT"  # who says that he will not accept rejects by that
    if any(word in PLANS or _to_come(word) for word in before):
        return hit.tense != "past"
    following = page.words[hit.index + 1 : hit.index + _NEAR]
    return hit.tense == "noun" and not COMING.isdisjoint(following)


def _agreed(page: Page, hit: Hit) -> bool:
    """Whether a noun of purpose tells what an agreement is to bring: توصلت إلى اتفاق مع الفصائل لإجلاء المقاتلين."""
    if not page.words[hit.index].startswith("ل") or hit.rule.trigger.mode == "ceasefire":
        return False
    start = page.bounds[hit.sentence][0]
    before = page.words[max(start, hit.index - _DEAL) : hit.index]
    return not DEALS.isdisjoint(before) and BREAKS.isdisjoint(before) and UNDERGOING.isdisjoint(before)


def _to_come(word: str) -> bool:
    """Whether a word is a verb in the future: سيواصل, وستجري."""
    bare = word[1:] if word[:1] in "وف" else word
    return len(bare) >= _SHORTEST_FUTURE and bare[0] == "س" and bare[1] in "يتن" and bare[:3] not in _NO_FUTURE
