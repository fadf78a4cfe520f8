"""Which event a date belongs to.

A sentence may tell several events and one date. The date belongs to the word it stands nearest to, a trigger or a verb
of saying (أعلن الجيش الجمعة أن ...): rather to one before it than to one after it, unless it opens its clause, and a
conjunction between counts as distance. A date of a saying is the date of what is done by saying it (أعلن الجمعة
استقالته), and of nothing else. Between a verb and its noun it is the verb's; it never crosses عقب
to what went before, nor does it come out of a relative clause.
"""

from bisect import bisect_left, bisect_right
from datetime import date, timedelta
from itertools import compress, count

from schemas.dates import EventDate
from streams.dates.calendar import Lean
from streams.dates.expressions import Expression
from streams.dates.page import Page
from streams.events.finder import Hit
from streams.events.scene import Scene
from streams.lexicon.grammar import (
    ANNOUNCING,
    BREAKS,
    EVE,
    IN_ORDER_TO,
    ISSUED,
    MATTERS_OF,
    RELATIVES,
    REPORTING,
    SAYING,
    SINCE,
    STATING,
    THAT,
    WHEN,
)

#: Words that a conjunction between a date and its head is worth.
_BREAK = 3
#: Words by which a head before a date is nearer than one after it.
_BEFORE = 10
_REACH = 30
#: Words that what happened before costs, where a date stands on the other side of عقب, بعد, إثر.
_SINCE = 6
#: How many verbs of saying a date may pass to what is done by them.
_SAYINGS = 3
#: How many words after a head a relative may stand that is its own: الهجوم الذي وقع الجمعة.
_OWN = 3
#: What a purpose costs.
_AIM = 8
#: What is done at somebody's request has its date, not the request.
_AT_REQUEST = "request.at-request"
#: How many words before a date the case may be that has it: في قضية فض اعتصام عام 2013.
_MATTER = 6
#: Words between a participle and its date.
_BEFORE_DATES = frozenset({"في", "يوم", "مساء", "صباح", "بتاريخ", "خلال"})
#: How far before a date عقب or بعد makes it that of something that went before.
_NEAR = 3
#: How far before a trigger غداة stands.
_EVE = 3
#: Words before a date that make it the end of something.
_UNTIL = (["حتي"], ["لغايه"], ["وحتي"])
#: Between a verb of saying and its noun: مؤكدا على رفض ....
_PARTICLES = frozenset({"علي", "عن", "الي"})
_OPENERS = frozenset({"وفي", "ففي", "ومنذ", "وخلال"})
#: Types that are done by announcing them.
_BY_SAYING = frozenset({"AGREE", "CONCEDE", "RETREAT", "SANCTION", "REQUEST", "REJECT", "ACCUSE", "THREATEN"})
#: Types whose nouns tell what an announcement brings, on the day that it is made: أعلن الجيش السبت اعتقال ثلاثة.
_ANNOUNCED = frozenset({"SUPPORT", "COERCE", "AID", "COOPERATE", "MOBILIZE", "CONSULT"})
#: What brings in that during which something is done.
_DURING = frozenset({"خلال", "اثناء", "في", "ضمن", "هامش", "ختام", "مستهل", "بدايه"})
#: What brings in that which is voiced.
_ABOUT = frozenset({"عن", "علي"})


class Dating:
    """The dates of an article, each given to the head it belongs to.

    Args:
        scene: The article.
        found: Its triggers, in order.
    """

    def __init__(self, scene: Scene, found: list[Hit]) -> None:
        self._scene = scene
        self._dates: dict[int, Expression] = {}
        self._given: list[Expression] = []
        self._said: dict[int, Expression] = {}
        self._hits = {hit.index: hit for hit in found}
        words = scene.page.words
        said = compress(count(), map(SAYING.__contains__, words))
        self._heads = sorted({*self._hits, *said})
        for expression in scene.calendar.found:
            if words[expression.first - 1 : expression.first] not in _UNTIL:
                self._give(expression)

    def of(self, hit: Hit, lean: Lean) -> EventDate | None:
        """The date of a trigger, or None where the text gives none or it cannot be resolved."""
        expression = self._dates.get(hit.index) or self._said.get(hit.index) or self._shared(hit) or self._main(hit)
        expression = expression or self._during(hit) or self._with_deed(hit)
        if expression is None:
            return self._day_before(hit, lean)
        value = self._scene.calendar.resolve(expression, lean)
        if value is None:
            return None
        return EventDate(value, self._scene.extract(expression.first, expression.last), expression.rule)

    def _day_before(self, hit: Hit, lean: Lean) -> EventDate | None:
        """The day before the date that the sentence told before: قصف الجيش المدينة الجمعة غداة هجوم."""
        page, index = self._scene.page, hit.index
        start = page.bounds[hit.sentence][0]
        if EVE.isdisjoint(page.words[max(start, index - _EVE) : index]):
            return None
        eve = next(at for at in range(index - 1, -1, -1) if page.words[at] in EVE)
        at = bisect_left(self._given, index, key=lambda one: one.first) - 1
        value = self._scene.calendar.resolve(self._given[at], lean) if at >= 0 else None
        if value is None or self._given[at].first < start or len(value) != len("2018-05-01") or value.startswith("-"):
            return None
        day = date.fromisoformat(value) - timedelta(1)
        return EventDate(day.isoformat(), self._scene.extract(eve, eve + 1), "date.day-before")

    def times(self, hit: Hit) -> bool:
        """Whether the text gives a trigger a time, resolved or not."""
        return hit.index in self._dates

    def _give(self, expression: Expression) -> None:
        page, heads = self._scene.page, self._heads
        start, end = page.bounds[page.sentence_of(expression.first)]
        at = bisect_right(heads, expression.first)
        lead = 0 if _opens(page, expression, start) else _BEFORE
        near = []
        for place in (at - 1, at):
            if 0 <= place < len(heads) and start <= heads[place] < end and not self._foreign(expression, heads[place]):
                cost = _distance(page, expression, heads[place])
                if cost <= _REACH:
                    near.append((cost - lead * (place < at) + self._purpose(heads[place], expression), -place))
        if len(near) > 1 and self._resumed(expression, heads[at]):
            del near[0]
        if len(near) > 1 and lead and self._governs(expression, heads[at - 1], heads[at]):
            del near[1]
        if near:
            self._date(-min(near)[1], expression, end)

    def _foreign(self, expression: Expression, head: int) -> bool:
        """Whether a date cannot belong to a head: something that went before, or a relative clause, is between."""
        page = self._scene.page
        hit = self._hits.get(head)
        if head >= expression.last:
            after = page.words[expression.last : head]
            if after[:1] and after[0] in THAT:
                return True
            exact = expression.day is not None or expression.weekday is not None or expression.offset is not None
            exact = exact or expression.period == "week" or _counted(after)
            return exact and not SINCE.isdisjoint(after)
        between = page.words[head + 1 : expression.first]
        verb = hit is not None and hit.tense != "noun"
        if (verb and not THAT.isdisjoint(between)) or self._issued(expression, head) or self._aside(head, expression):
            return True
        if not page.commas[expression.first - 1] and not MATTERS_OF.isdisjoint(between[-_MATTER:]):
            return True
        if hit is not None and hit.tense == "participle" and len(between) > _OWN:
            return True
        return not SINCE.isdisjoint(between[:-1]) or not RELATIVES.isdisjoint(between[_OWN:])

    def _issued(self, expression: Expression, head: int) -> bool:
        """Whether a participle before a date has it rather than a head: قاطع الانتخابات المقررة الأحد.

        It belongs to a definite noun or one with a pronoun: اجتماعهم المقرر الأحد.
        """
        words, hit = self._scene.page.words, self._hits.get(head)
        at = expression.first - 1
        while at > head and words[at] in _BEFORE_DATES:
            at -= 1
        if at <= head or words[at] not in ISSUED:
            return False
        own = hit is not None and hit.tense == "noun" and words[head] not in hit.rule.bare
        return not (own and at - head <= _OWN)

    def _aside(self, head: int, expression: Expression) -> bool:
        """Whether a date between commas belongs to the clause over a relative: القرية التي قصفها الجيش، الجمعة، إلى."""
        words, commas, first = self._scene.page.words, self._scene.page.commas, expression.first
        led = head > 0 and words[head - 1] in RELATIVES and first - head > 1
        return led and commas[first - 1] and commas[expression.last - 1]

    def _purpose(self, head: int, expression: Expression) -> int:
        """What a purpose costs before a date that is rather that of the deed: شن عملية لدعم الحكومة الجمعة."""
        hit = self._hits.get(head)
        if hit is None or hit.tense != "noun":
            return 0
        word = self._scene.page.words[head]
        if hit.rule.trigger.id == _AT_REQUEST:
            return _AIM * 2
        return _AIM if head < expression.first and (word[0] == "ل" or word in IN_ORDER_TO) else 0

    def _resumed(self, expression: Expression, head: int) -> bool:
        """Whether a relative right after a date tells what was done then: انتخابات عام 2015 التي قاطعتها المعارضة."""
        words, last = self._scene.page.words, expression.last
        return last < head <= last + 2 and words[last] in RELATIVES and head in self._hits

    def _governs(self, expression: Expression, verb: int, noun: int) -> bool:
        """Whether a date stands between a verb and the noun that it governs: دعت الوزيرة أمس إلى إنهاء الحصار."""
        page, hit, object_ = self._scene.page, self._hits.get(verb), self._hits.get(noun)
        if object_ is None or object_.tense != "noun" or (hit is not None and hit.tense not in {"past", "present"}):
            return False
        return BREAKS.isdisjoint(page.words[verb + 1 : expression.first])

    def _date(self, place: int, expression: Expression, end: int) -> None:
        """Give a date to a head, or to what is done by the saying that the head is."""
        head = self._heads[place]
        if head in self._hits:
            if head not in self._dates:
                self._dates[head] = expression
                self._given.append(expression)
            return
        done = self._done(place, end)
        if done is not None:
            self._said.setdefault(done.index, expression)

    def _done(self, place: int, end: int) -> Hit | None:
        """What is done by the saying that a head is, or by the one that follows it: أصدرت بيانات أعلنت فيها قطع ...."""
        for head in self._heads[place : place + _SAYINGS]:
            hit = self._hits.get(head)
            if hit is not None or head >= end:
                return hit if hit and head < end and self._by_saying(place, hit) else None
            if self._scene.page.words[head] not in ANNOUNCING:
                return self._voiced(place, end)
        return None

    def _voiced(self, place: int, end: int) -> Hit | None:
        """The noun that a verb of saying governs, which is done by saying it: عبرت الوزارة أمس عن تضامنها مع الجار."""
        head = self._heads[place + 1] if place + 1 < len(self._heads) else end
        if self._scene.page.words[self._heads[place]] in REPORTING:
            return None
        hit = self._hits.get(head) if head < end else None
        governed = hit is not None and hit.tense == "noun" and self._by_saying(place, hit)
        between = self._scene.page.words[self._heads[place] + 1 : head]
        return hit if governed and BREAKS.isdisjoint(between) and not _ABOUT.isdisjoint(between[-2:]) else None

    def _by_saying(self, place: int, hit: Hit) -> bool:
        """Whether a trigger is done by saying it, or is the noun that a verb of saying governs: أعلن الجيش اعتقال."""
        if hit.rule.trigger.type in _BY_SAYING:
            return True
        if hit.tense != "noun" or hit.rule.trigger.type not in _ANNOUNCED:
            return False
        between = self._scene.page.words[self._heads[place] + 1 : hit.index]
        return BREAKS.isdisjoint(between) and SINCE.isdisjoint(between)

    def _shared(self, hit: Hit) -> Expression | None:
        """The date of the trigger before in the sentence, for one that goes on with it: وإغلاق المنافذ, محذرا."""
        page, index = self._scene.page, hit.index
        after = page.words[index - 1] if index else ""
        if not (hit.linked or hit.tense == "participle" or (hit.tense == "past" and after in WHEN)):
            return None
        start = page.bounds[hit.sentence][0]
        at = bisect_right(self._heads, index) - 2
        earlier = self._heads[at] if at >= 0 else -1
        if earlier < max(start, index - _REACH):
            return None
        return self._dates.get(earlier) or self._said.get(earlier)

    def _during(self, hit: Hit) -> Expression | None:
        """The date of that during which something is done, or that goes on while it is.

        طلب الوفد خلال محادثات الخميس; دعا الرئيس أمس إلى الحوار، وذلك في زيارة; في قمة الجمعة وافق خلالها الزعيمان.
        """
        page, index = self._scene.page, hit.index
        start, end = page.bounds[hit.sentence]
        at = bisect_left(self._heads, index)
        if hit.tense == "noun":
            near = page.words[max(start, index - 2) : index]
            led = any(word in _DURING for word in near) and "اطار" not in near
            before = self._heads[at - 1] if at and led else -1
            apart = page.words[before:index]
            if before < max(start, index - _REACH) or not (SINCE.isdisjoint(apart) and BREAKS.isdisjoint(apart)):
                return None
            found = self._dates.get(before) or self._said_on(before, index)
            return found if found and found.last <= index else None
        after = self._heads[at + 1] if at + 1 < len(self._heads) else end
        over = self._hits.get(after)
        if after < min(end, index + _REACH) and over and over.tense == "noun":
            between = page.words[index + 1 : after]
            if not _DURING.isdisjoint(between[-2:]) and BREAKS.isdisjoint(between):
                return self._dates.get(after)
        return None

    def _said_on(self, head: int, index: int) -> Expression | None:
        """The date between a verb of saying and word `index`, or right before that verb."""
        found = self._scene.calendar.found
        at = bisect_left(found, head - _NEAR, key=lambda one: one.first)
        if head in self._hits or at == len(found) or not found[at].last <= index:
            return None
        return found[at]

    def _with_deed(self, hit: Hit) -> Expression | None:
        """The day of the deed told before in the sentence, for one that came with it.

        شن مسلحون أمس هجوما على القاعدة بعد أن فجروا سيارة.
        """
        page, index = self._scene.page, hit.index
        if hit.rule.trigger.type != "ASSAULT" or not (hit.tense == "past" or page.words[index] in hit.rule.definite):
            return None
        start = page.bounds[hit.sentence][0]
        for place in range(bisect_left(self._heads, index) - 1, -1, -1):
            head = self._heads[place]
            if head < max(start, index - _REACH):
                return None
            found, deed = self._dates.get(head), self._hits.get(head)
            if found and deed and deed.rule.trigger.type == "ASSAULT":
                exact = found.day is not None or found.weekday is not None or found.offset is not None
                return found if exact and page.words[index - 1] not in RELATIVES else None
        return None

    def _main(self, hit: Hit) -> Expression | None:
        """The date of its sentence, for what somebody does by saying so: علق الوزير الجمعة على الأزمة مؤكدا رفض ...."""
        if hit.rule.trigger.type not in _BY_SAYING or hit.tense not in {"noun", "participle"}:
            return None
        page, found = self._scene.page, self._scene.calendar.found
        said = [word for word in page.words[max(hit.index - 2, 0) : hit.index] if word not in _PARTICLES][-1:]
        if hit.tense == "noun" and SAYING.isdisjoint(said) and STATING.isdisjoint(said):
            return None
        start = page.bounds[hit.sentence][0]
        at = bisect_left(found, start, key=lambda one: one.first)
        if at == len(found) or not start <= found[at].first < hit.index or hit.index - found[at].last > _REACH:
            return None
        before, between = page.words[start : found[at].first], page.words[found[at].last : hit.index]
        if not (RELATIVES.isdisjoint(before) and SINCE.isdisjoint(before[-_NEAR:]) and RELATIVES.isdisjoint(between)):
            return None
        return None if not SINCE.isdisjoint(between) else found[at]


def _counted(words: list[str]) -> bool:
    """Whether words tell how long after something a date is: بعد 6 أعوام على, بعد يومين من."""
    steps = [at for at, word in enumerate(words) if word == "بعد"]
    return any(words[at + length] in {"علي", "من"} for at in steps for length in (2, 3) if at + length < len(words))


def _opens(page: Page, expression: Expression, start: int) -> bool:
    """Whether a date opens its sentence, or a clause after a comma: وفي الـ7 من سبتمبر عقد ...."""
    return expression.first <= start + 2 or page.words[expression.first - 1] in _OPENERS


def _distance(page: Page, expression: Expression, head: int) -> int:
    """How far a date is from a head, in words and what conjunctions between them are worth."""
    first, last = (head, expression.first) if head < expression.first else (expression.last - 1, head)
    if last - first > _REACH:
        return last - first
    breaks = sum(_BREAK for at in range(first + 1, last) if page.words[at] in BREAKS)
    since = _SINCE * any(page.words[at] in SINCE for at in range(first + 1, last)) if last == head else 0
    return last - first + breaks + since
