"""Whether an editor would record what a trigger tells: several weak cues, weighed.

The rules before this find what may tell an event, and `merge` what looks like another telling. Neither is sure. A past
verb with an actor and a target is recorded nearly always, also where the article told the like before; harm without
anybody behind it, what is only supposed, and a line that links to another article seldom are. So each cue has a weight,
and what they sum up to decides. The weights are those of a logistic regression over 121 read articles, in which one
that tells thirty expulsions alike did not count, rounded to quarters. The threshold is where F1 is best, which is below
even odds: at F1 one half, what is right one time in three is worth recording. On the 70 of them that no rule had been
written for, weights fitted to seven eighths of the articles raise the F1 of the rest from .526 to .545, which is more
than chance (in 99 of 100 samples of the articles it rises).
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from streams.dates.page import Page
from streams.events.merge import Draft
from streams.events.scene import Scene
from streams.lexicon.grammar import CONDITIONS, SINCE
from streams.lexicon.triggers import HARMS

#: How far before a trigger a condition may stand.
_CONDITION = 4
_SINCE = 2
#: No line that links to another article has more words.
_LINE = 16
_ENDS = '.!?؟"”»'
#: Types of giving way and giving help, which texts speak of more often than they tell them.
_YIELDING = frozenset({"AID", "CONCEDE", "RETREAT"})
#: What each cue weighs; what sums up to no less than the threshold is recorded.
_WEIGHTS = {
    "both": 0.75,
    "request": 0.75,
    "since": 0.75,
    "another date": 0.5,
    "lead": 0.5,
    "mode": 0.5,
    "plural": 0.5,
    "past": 0.25,
    "definite": -0.5,
    "governed": -0.5,
    "verbatim": -0.5,
    "negated": -0.75,
    "type": -0.75,
    "yields": -0.75,
    "condition": -1.0,
    "harm": -1.0,
    "line": -1.0,
    "again": -1.25,
}
_THRESHOLD = -1.0


@dataclass
class Judgement:
    """What is recorded of an article, judged in the order of its text.

    Attributes:
        scene: The article.
    """

    scene: Scene
    _types: set[str] = field(default_factory=set)
    _dates: dict[str, set[str]] = field(default_factory=dict)

    def records(self, draft: Draft, earlier: Draft | None) -> bool:
        """Whether a trigger is recorded.

        Args:
            draft: The trigger with its parties and its date; each is asked about once, in the order of the text.
            earlier: The recorded event that it looks like another telling of, if there is one.
        """
        told = sum(map(_WEIGHTS.__getitem__, self.cues(draft, earlier))) >= _THRESHOLD
        kind = draft.hit.rule.trigger.type
        self._types.add(kind)
        if told:
            dates = self._dates.setdefault(kind, set())
            dates.update([draft.date.value] if draft.date else [])
        return told

    def cues(self, draft: Draft, earlier: Draft | None) -> Iterator[str]:
        """The names of the cues that a trigger has; arguments as of `records`."""
        kind = draft.hit.rule.trigger.type
        if earlier is not None:
            yield "again"
        if kind in self._types:
            yield "type"
        if draft.date and self._dates.get(kind) and draft.date.value not in self._dates[kind]:
            yield "another date"
        yield from _form(draft, self.scene.page.words[draft.hit.index])
        yield from _company(draft)
        yield from self._place(draft)

    def _place(self, draft: Draft) -> Iterator[str]:
        """The cues of where a trigger stands."""
        page, index = self.scene.page, draft.hit.index
        start, end = page.bounds[draft.sentence]
        if draft.sentence == 0:
            yield "lead"
        elif end - start <= _LINE and _alone(page, draft.sentence):
            yield "line"
        if self.scene.verbatim(page.starts[index]):
            yield "verbatim"
        if not SINCE.isdisjoint(page.words[max(start, index - _SINCE) : index]):
            yield "since"
        if not CONDITIONS.isdisjoint(page.words[max(start, index - _CONDITION) : index]):
            yield "condition"


def _form(draft: Draft, word: str) -> Iterator[str]:
    """The cues of what a trigger is."""
    hit, trigger = draft.hit, draft.hit.rule.trigger
    if hit.tense == "past":
        yield "past"
    if word in hit.rule.definite:
        yield "definite"
    if hit.tense == "noun" and word.endswith("ات"):
        yield "plural"
    if trigger.id in HARMS:
        yield "harm"
    if trigger.mode:
        yield "mode"
    if trigger.type == "REQUEST":
        yield "request"
    elif trigger.type in _YIELDING:
        yield "yields"
    if draft.realis == "negated":
        yield "negated"


def _company(draft: Draft) -> Iterator[str]:
    """The cues of who takes part."""
    actors, recipients = draft.cast.actors, draft.cast.recipients
    if actors and (recipients or (draft.hit.rule.trigger.mutual and len(actors) > 1)):
        yield "both"
    if any(party.rule == "party.governor" for party in actors + recipients):
        yield "governed"


def _alone(page: Page, sentence: int) -> bool:
    """Whether a sentence is a line of its own that no mark ends: a subheading, or a link to another article."""
    start, end = page.sentences[sentence]
    after = page.text[end : end + 3]
    ended = page.text[end - 1 : end] in _ENDS or after[:1] in _ENDS
    return not ended and "\n" in after and "\n" in page.text[max(start - 3, 0) : start]
