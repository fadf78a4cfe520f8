"""Whether a trigger tells an event at all.

What somebody is asked to do is the content of the request (دعا إلى وقف القتال). What is wished, proposed or called for
is no event (ضرورة وقف القتال). And a bare definite noun (الاجتماع, القصف) points back to what was told, unless
something tells which one is meant (الاجتماع الذي, القصف على, الغارات الروسية) or nothing was told that it could point
to. Harm that came of an attack told before belongs to that attack (أدى الهجوم إلى مقتل ثلاثة), and help that something
else was done for is its purpose (عملية لدعم الجيش).
"""

from collections.abc import Iterable
from itertools import pairwise

from streams.dates.page import Page
from streams.events.finder import Hit
from streams.lexicon.grammar import CAUSES, NO_DEEDS, QUALIFIERS, RESULTS, THE_ATTACK, WISHES
from streams.lexicon.triggers import DEEDS, HARMS

_REACH = 2
#: How far before أن a word of need may stand: يجب على البنك المركزي أن يتعهد.
_OUGHT = 9
_ASKED = 12
#: How far after harm the attack is looked for, and how far before it what it came of.
_HARM = 14
_RESULT = 8
#: Types of what is done in an operation: عملية اعتقال, عملية قمع.
_DONE = DEEDS | {"COERCE"}
#: How far after consent stands what it is given to.
_CONSENT = 4
_ANNOUNCED = frozenset({"demo", "strike"})
#: Types of what is done for somebody, which is often only a purpose.
_PURPOSES = frozenset({"AID", "SUPPORT"})
#: No stretch of so many words tells of more events in news; what a text tells beyond that is noise, and is left out.
_STRETCH = 300
_MOST = 32
_ASKING = frozenset({"الي", "علي"})


def telling(page: Page, found: Iterable[Hit]) -> list[Hit]:
    """Keep the triggers that tell an event."""
    kept: list[Hit] = []
    told: set[str] = set()
    request: Hit | None = None
    for hit in found:
        if len(kept) >= _MOST and hit.index - kept[-_MOST].index < _STRETCH:
            continue
        start = page.bounds[hit.sentence][0]
        if not (_tells(page, hit, start, told) or _agreed(page, hit, kept)) or (
            "ASSAULT" in told and _in_what_was_told(page, hit)
        ):
            continue
        if request and request.index >= start and _asked(page, hit, request):
            continue
        kept.append(hit)
        told.add(hit.rule.trigger.type)
        if hit.rule.trigger.type == "REQUEST":
            request = hit
    return kept


def _agreed(page: Page, hit: Hit, kept: list[Hit]) -> bool:
    """Whether a noun tells what somebody was just said to agree to: وافق على الانسحاب, قبل بالتفاوض."""
    if not kept or kept[-1].rule.trigger.type != "AGREE" or hit.index - kept[-1].index > _CONSENT:
        return False
    return hit.tense == "noun" and (page.words[hit.index - 1] in _ASKING or page.words[hit.index].startswith("ب"))


def _in_what_was_told(page: Page, hit: Hit) -> bool:
    """Whether harm is told of an attack that was told before: قتل ثلاثة في الهجوم, مما أدى إلى مقتل ثلاثة."""
    if hit.rule.trigger.id not in HARMS or hit.tense == "participle":
        return False
    if not RESULTS.isdisjoint(page.words[max(hit.index - _RESULT, 0) : hit.index]):
        return True
    stops = page.stops[hit.index : hit.index + _HARM]
    end = hit.index + 1 + (stops.index(True) if True in stops else _HARM)
    following = page.words[hit.index + 1 : end]
    return any(one in CAUSES and two in THE_ATTACK for one, two in pairwise(following))


def _asked(page: Page, hit: Hit, request: Hit) -> bool:
    """Whether a noun is what a request before it asks for: دعا إلى وقف ..., طالب بوقف ...."""
    trigger = hit.rule.trigger
    if hit.tense != "noun" or hit.index - request.index > _ASKED:
        return False
    if trigger.type == "CONSULT" or trigger.wished or trigger.mode in _ANNOUNCED:  # called for, it is announced
        return False
    return page.words[hit.index - 1] in _ASKING or page.words[hit.index][0] in {"ب", "ل"}


def _tells(page: Page, hit: Hit, start: int, told: set[str]) -> bool:
    """Tell whether a trigger in the sentence that begins at word `start` tells an event."""
    if hit.rule.trigger.wished:
        return True
    wishes = NO_DEEDS if hit.rule.trigger.type in _DONE else WISHES
    if hit.tense in {"noun", "present"} and not wishes.isdisjoint(
        page.words[max(start, hit.index - _REACH) : hit.index]
    ):
        return False
    if hit.tense == "present" and hit.index > start and page.words[hit.index - 1] == "ان":
        return WISHES.isdisjoint(page.words[max(start, hit.index - _OUGHT) : hit.index])
    return not (_is_purpose(page, hit) or _points_back(page, hit, told))


def _is_purpose(page: Page, hit: Hit) -> bool:
    """Whether help or support is only what something else was done for: شن عملية لدعم الجيش, جاء لمساعدته."""
    word = page.words[hit.index]
    purposeful = hit.tense == "noun" and hit.rule.trigger.type in _PURPOSES
    return purposeful and word.startswith("ل") and not word.startswith("لل")


def _points_back(page: Page, hit: Hit, told: set[str]) -> bool:
    if hit.tense != "noun" or hit.rule.trigger.after or page.words[hit.index] not in hit.rule.definite:
        return False
    if hit.rule.trigger.type in DEEDS and hit.rule.trigger.type not in told:
        return False
    after = page.words[hit.index + 1] if hit.index + 1 < len(page.words) else ""
    return not (after in QUALIFIERS or after.startswith("ال"))
