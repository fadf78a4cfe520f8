"""The mode of an event: what its trigger says, else what its object or its parties do."""

from functools import cache

from streams.events.forms import near
from streams.events.merge import Draft
from streams.events.tokens import Page
from streams.lexicon.triggers import REFINEMENTS

_REACH = 9
_MANY = 3


def mode(page: Page, draft: Draft) -> str | None:
    """Tell the PLOVER mode of an event."""
    trigger = draft.hit.rule.trigger
    if trigger.mode is not None:
        return trigger.mode
    if trigger.type == "CONSULT":
        return "multilateral" if len(draft.cast.actors) >= _MANY else None
    index = draft.hit.index
    stops = page.stops[index : index + _REACH]
    end = index + 1 + (stops.index(True) if True in stops else _REACH)
    following = page.words[index + 1 : end]
    return next(
        (name for kind, name, words in _refinements() if kind == trigger.type and not words.isdisjoint(following)), None
    )


@cache
def _refinements() -> tuple[tuple[str, str, frozenset[str]], ...]:
    return tuple((one.type, one.mode, near(one.words.split())) for one in REFINEMENTS)
