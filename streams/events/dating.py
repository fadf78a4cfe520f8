"""Which event a date belongs to.

A sentence may tell several events and one date. The date belongs to the word it stands nearest to, a trigger or a verb
of saying (أعلن الجيش الجمعة أن ...): rather to one before it than to one after it, unless it opens its clause, and a
conjunction between counts as distance. A date of a saying is the date of what is done by saying it (أعلن الجمعة
استقالته), and of nothing else.
"""

from bisect import bisect_right

from schemas.dates import EventDate
from streams.events.dates import Lean
from streams.events.expressions import Expression
from streams.events.finder import Hit
from streams.events.scene import Scene
from streams.events.tokens import Page
from streams.lexicon.grammar import ANNOUNCING, BREAKS, SAYING

#: Words that a conjunction between a date and its head is worth.
_BREAK = 3
#: Words by which a head before a date is nearer than one after it.
_BEFORE = 10
_REACH = 30
#: Words before a date that make it the end of something.
_UNTIL = (["حتي"], ["لغايه"], ["وحتي"])
_OPENERS = frozenset({"وفي", "ففي", "ومنذ", "وخلال"})
#: Types that are done by announcing them.
_BY_SAYING = frozenset({"AGREE", "CONCEDE", "RETREAT", "SANCTION", "REQUEST", "REJECT", "ACCUSE", "THREATEN"})


class Dating:
    """The dates of an article, each given to the head it belongs to.

    Args:
        scene: The article.
        found: Its triggers, in order.
    """

    def __init__(self, scene: Scene, found: list[Hit]) -> None:
        self._scene = scene
        self._dates: dict[int, Expression] = {}
        self._hits = {hit.index: hit for hit in found}
        words = scene.page.words
        self._heads = [at for at, word in enumerate(words) if at in self._hits or word in SAYING]
        for expression in scene.calendar.found:
            if words[expression.first - 1 : expression.first] not in _UNTIL:
                self._give(expression)

    def of(self, hit: Hit, lean: Lean) -> EventDate | None:
        """The date of a trigger, or None where the text gives none or it cannot be resolved."""
        expression = self._dates.get(hit.index)
        value = self._scene.calendar.resolve(expression, lean) if expression else None
        if expression is None or value is None:
            return None
        return EventDate(value, self._scene.extract(expression.first, expression.last), expression.rule)

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
            if 0 <= place < len(heads) and start <= heads[place] < end:
                cost = _distance(page, expression, heads[place])
                near += [(cost - lead * (place < at), -place)] if cost <= _REACH else []
        if near:
            self._date(-min(near)[1], expression, end)

    def _date(self, place: int, expression: Expression, end: int) -> None:
        """Give a date to a head, or to what is done by the saying that the head is."""
        head, after = self._heads[place], self._heads[place + 1 : place + 2]
        if head in self._hits:
            self._dates.setdefault(head, expression)
            return
        done = self._hits.get(after[0]) if after and after[0] < end else None
        if done and done.rule.trigger.type in _BY_SAYING and self._scene.page.words[head] in ANNOUNCING:
            self._dates.setdefault(done.index, expression)


def _opens(page: Page, expression: Expression, start: int) -> bool:
    """Whether a date opens its sentence, or a clause after a comma: وفي الـ7 من سبتمبر عقد ...."""
    return expression.first <= start + 2 or page.words[expression.first - 1] in _OPENERS


def _distance(page: Page, expression: Expression, head: int) -> int:
    """How far a date is from a head, in words and what conjunctions between them are worth."""
    first, last = (head, expression.first) if head < expression.first else (expression.last - 1, head)
    if last - first > _REACH:
        return last - first
    breaks = sum(_BREAK for at in range(first + 1, last) if page.words[at] in BREAKS)
    return last - first + breaks
