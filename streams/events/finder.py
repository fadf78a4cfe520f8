"""Finding triggers: one look-up a word, then the company that an ambiguous word needs."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import compress, count

from streams.dates.page import Page
from streams.events.forms import Tense, definite, near, noun, pair, participle, past, present, weak
from streams.lexicon.grammar import CLAUSE_OPENERS, PREPOSITIONS, RELATIVES, SUBJECT_LEADS
from streams.lexicon.triggers import TRIGGERS, Trigger

_BEFORE = 3
_SUBJECT = 5
#: How far a verb looks for what it asks for, past its subject; at the head of a sentence that has all its titles.
_VERB = 8
_OPENING = 15
_RELATIVE = 5
_ALREADY = frozenset({"قد", "وقد", "لقد", "ولقد", "فقد"})


@dataclass(frozen=True, eq=False)
class Rule:
    """A trigger made ready: its context words with the particles they may carry."""

    trigger: Trigger
    needs: frozenset[str]
    after: frozenset[str]
    bars: frozenset[str]
    bars_before: frozenset[str]
    prefixes: tuple[str, ...]
    verbs: frozenset[str]
    bare: frozenset[str]
    definite: frozenset[str]
    sight: int
    ahead: bool

    @classmethod
    def of(cls, trigger: Trigger) -> "Rule":
        """Make a trigger ready."""
        needs = trigger.needs.split()
        return cls(
            trigger,
            near(needs),
            near(trigger.after.split()),
            near(trigger.bars.split()),
            near(trigger.bars_before.split()),
            tuple(word for word in needs if word in {"ل", "ب"}),
            frozenset(form for stem in trigger.past.split() for form in past(stem)),
            frozenset(form for stem in trigger.nouns.split() for form in noun(stem, owned=False)),
            frozenset(form for stem in trigger.nouns.split() for form in definite(stem)),
            max(_BEFORE, trigger.back) if trigger.after or trigger.bars_before else 0,
            bool(trigger.needs or trigger.bars),
        )

    def fits(self, page: Page, index: int, tense: Tense) -> bool:
        """Tell whether the company of word `index`, a form of some tense, is what the rule asks for."""
        before = _before(page, index, self.sight) if self.sight else []
        if self.bars_before and not self.bars_before.isdisjoint(before[: self.trigger.back]):
            return False
        if not self.ahead:
            return not self.after or not self.after.isdisjoint(before[:_BEFORE])
        reach = self.trigger.reach
        if tense != "noun":  # a verb has its subject between itself and what it asks for
            reach = max(reach, _OPENING if _opens(page, index) else _VERB)
        following = _following(page, index, reach)
        if self.bars and not self.bars.isdisjoint(following[: self.trigger.reach]):
            return False
        if self.needs and (self._needed(following) or (tense != "noun" and self._taken_up(page, index))):
            return True
        if self.after:
            return not self.after.isdisjoint(before[:_BEFORE])
        return not self.needs

    def _taken_up(self, page: Page, index: int) -> bool:
        """Whether a relative before a verb takes up what the verb asks for: الاتفاق الذي وقعه البلدان."""
        start = max(index - _RELATIVE, 0)
        if index == 0 or page.words[index - 1] not in RELATIVES or True in page.stops[start:index]:
            return False
        return not self.needs.isdisjoint(page.words[start : index - 1])

    def _needed(self, following: list[str]) -> bool:
        if not self.needs.isdisjoint(following):
            return True
        return bool(self.prefixes) and any(word.startswith(self.prefixes) for word in following[: self.trigger.reach])


Lexicon = dict[str, tuple[tuple[Rule, Tense], ...]]


@dataclass(frozen=True)
class Hit:
    """A word that names an event.

    Attributes:
        index: The word.
        rule: The rule that took it.
        tense: How its form tells the event.
        linked: Whether a link is written onto it: واتهم, فرفض.
    """

    index: int
    rule: Rule
    tense: Tense
    linked: bool


def hits(page: Page) -> Iterator[Hit]:
    """Find the triggers of a text, in its order."""
    lexicon = _lexicon()
    for index in compress(count(), map(lexicon.__contains__, page.words)):
        word = page.words[index]
        for rule, tense in lexicon[word]:
            told = "past" if tense == "noun" and word in rule.verbs and _verbal(page, index) else tense
            if rule.fits(page, index, told):
                yield Hit(index, rule, told, linked=_linked(lexicon, word, rule))
                break


def _verbal(page: Page, index: int) -> bool:
    """Whether a word that may be a past or a verbal noun (دعم, قصف) is the verb.

    The verb opens a clause (قصف الجيش), or follows a definite subject that أن or كان brings in (أن الجيش قصف).
    """
    before = page.words[max(index - _SUBJECT, 0) : index]
    if before and before[-1].startswith("ال") and not SUBJECT_LEADS.isdisjoint(before):
        return PREPOSITIONS.isdisjoint(before[max(at for at, word in enumerate(before) if word in SUBJECT_LEADS) :])
    if index == 0 or page.gap(index - 1).strip(' \xa0"“”«»'):
        return True
    return page.words[index - 1] in CLAUSE_OPENERS


def _linked(lexicon: Lexicon, word: str, rule: Rule) -> bool:
    """Whether the word is a form of the rule without its first letter too, which is then a link."""
    return word[:1] in {"و", "ف"} and any(other is rule for other, _ in lexicon.get(word[1:], ()))


def _before(page: Page, index: int, count: int) -> list[str]:
    """The words before a word in its clause, the nearest first."""
    start = max(index - count, 0)
    stops = page.stops[start:index]
    if True in stops:
        start = index - stops[::-1].index(True)
    return page.words[start:index][::-1]


def _following(page: Page, index: int, count: int) -> list[str]:
    """The words after a word in its clause."""
    stops = page.stops[index : index + count]
    end = index + (stops.index(True) if True in stops else count)
    return page.words[index + 1 : end + 1]


@cache
def _lexicon() -> Lexicon:
    table: dict[str, list[tuple[Rule, Tense]]] = {}
    for trigger in TRIGGERS:
        rule = Rule.of(trigger)
        seen = set(trigger.never.split())
        for form, tense in _forms(trigger):
            if form not in seen:
                seen.add(form)
                table.setdefault(form, []).append((rule, tense))
    return {form: tuple(rules) for form, rules in table.items()}


def _forms(trigger: Trigger) -> Iterator[tuple[str, Tense]]:
    """List the forms of a trigger; nouns first, so that a form that is a past as well is told apart in the text."""
    for stem in trigger.nouns.split():
        yield from ((form, "noun") for form in (*noun(stem), *pair(stem)))
    for stem in trigger.past.split():
        yield from ((form, "past") for form in past(stem))
    for stem in trigger.weak.split():
        yield from ((form, "past") for form in weak(stem))
    for form in trigger.spelled.split():
        yield from ((f"{link}{form}", "past") for link in ("", "و", "ف"))
    for stem in (trigger.present + " " + trigger.spelled_present).split():
        yield from present(stem)
    for stem in trigger.participles.split():
        yield from ((form, "participle") for form in participle(stem))


def _opens(page: Page, index: int) -> bool:
    """Whether a word is the first of its sentence, but for قد."""
    if index and page.words[index - 1] in _ALREADY:
        index -= 1
    return index == 0 or "\n" in page.gap(index - 1) or page.stops[index - 1]
