"""Which event a date belongs to.

A sentence may tell several events and one date. The date belongs to the word it stands nearest to in its clause: a
trigger, or a verb of saying (أعلن الجيش الجمعة أن ...), in which case it dates the saying and no event.
"""

from bisect import bisect_right

from schemas.dates import EventDate
from streams.events.dates import Lean
from streams.events.expressions import Expression
from streams.events.finder import Hit
from streams.events.scene import Scene
from streams.lexicon.grammar import SAYING


class Dating:
    """The dates of an article, each given to the heads it belongs to.

    Args:
        scene: The article.
        found: Its triggers, in order.
    """

    def __init__(self, scene: Scene, found: list[Hit]) -> None:
        self._scene = scene
        self._dates: dict[int, Expression] = {}
        triggers = [hit.index for hit in found]
        taken = set(triggers)
        cues = sorted({index for index, word in enumerate(scene.page.words) if word in SAYING and index not in taken})
        heads = sorted([*triggers, *cues])
        for expression in scene.calendar.found:
            for head in self._heads(expression, heads):
                if head in taken:
                    self._dates.setdefault(head, expression)

    def of(self, hit: Hit, lean: Lean) -> EventDate | None:
        """The date of a trigger, or None where the text gives none or it cannot be resolved."""
        expression = self._dates.get(hit.index)
        value = self._scene.calendar.resolve(expression, lean) if expression else None
        if expression is None or value is None:
            return None
        return EventDate(value, self._scene.extract(expression.first, expression.last), expression.rule)

    def _heads(self, expression: Expression, heads: list[int]) -> list[int]:
        page = self._scene.page
        start, end = page.bounds[page.sentence_of(expression.first)]
        at = bisect_right(heads, expression.first)
        if at and heads[at - 1] >= start:
            return [heads[at - 1]]
        if at < len(heads) and heads[at] < end:
            return [heads[at]]
        return []
