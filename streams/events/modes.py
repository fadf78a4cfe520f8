"""The mode of an event: what its trigger says, else what its object or its parties do."""

from functools import cache

from schemas.folding import words
from streams.events.forms import near
from streams.events.merge import Draft
from streams.events.rows import lead
from streams.events.scene import Scene
from streams.lexicon.grammar import PLURAL
from streams.lexicon.triggers import REFINEMENTS

_REACH = 9
_AROUND = 20
_MANY = 3
_BOTH = 2
#: Bodies of many states, whose meetings are of many.
_COUNCILS = frozenset({"un-security-council", "un-general-assembly"})


def mode(scene: Scene, draft: Draft) -> str | None:
    """Tell the PLOVER mode of an event."""
    trigger, page, index = draft.hit.rule.trigger, scene.page, draft.hit.index
    if trigger.mode is not None:
        return trigger.mode
    if trigger.type == "CONSULT":
        return _meeting(scene, draft)
    stops = page.stops[index : index + _REACH]
    end = index + 1 + (stops.index(True) if True in stops else _REACH)
    near = page.words[index + 1 : end]
    return next(
        (name for kind, name, words in _refinements() if kind == trigger.type and not words.isdisjoint(near)), None
    )


def _meeting(scene: Scene, draft: Draft) -> str | None:
    """The mode of a meeting: of many, or a visit where it is held in the country of one of the two who meet."""
    actors = draft.cast.actors
    many = (not PLURAL.isdisjoint(words(party.name or "")) or party.id in _COUNCILS for party in actors)
    if len(actors) >= _MANY or any(many):
        return "multilateral"
    homes = {scene.loyalties.get(party.id or "") for party in actors}
    start, end = scene.page.bounds[draft.sentence]
    places = {
        name.mention.actor
        for name in scene.between(max(start, draft.hit.index - _AROUND), min(end, draft.hit.index + _AROUND))
        if name.mention.kind == "state" and lead(scene.page, start, name) in {"في", "ب", "الي"}
    }
    return "visit" if len(homes) == len(actors) == _BOTH and None not in homes and homes & places else None


@cache
def _refinements() -> tuple[tuple[str, str, frozenset[str]], ...]:
    return tuple((one.type, one.mode, near(one.words.split())) for one in REFINEMENTS)
