"""Finding triggers: one look-up a word, then the company that an ambiguous word needs."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from streams.events.forms import Tense, near, noun, participle, past, present
from streams.events.tokens import STOPS, Page
from streams.lexicon.triggers import TRIGGERS, Trigger

_BEFORE = 3
_VAGUE = frozenset(["ل", "ب", "علي", "الي", "في", "من", "عن", "مع"])


@dataclass(frozen=True)
class Rule:
    """A trigger made ready: its context words with the particles they may carry."""

    trigger: Trigger
    needs: frozenset[str]
    after: frozenset[str]
    bars: frozenset[str]
    bars_before: frozenset[str]
    prefixes: tuple[str, ...]

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
        )

    def fits(self, page: Page, index: int) -> bool:
        """Tell whether the company of word `index` is what the rule asks for."""
        if not (self.needs or self.after or self.bars or self.bars_before):
            return True
        before = _before(page, index, max(_BEFORE, self.trigger.back))
        if self.bars_before and not self.bars_before.isdisjoint(before[: self.trigger.back]):
            return False
        following = _following(page, index, self.trigger.reach)
        if self.bars and not self.bars.isdisjoint(following):
            return False
        if self.needs and self._needed(following):
            return True
        if self.after and not self.after.isdisjoint(before[:_BEFORE]):
            return True
        return not self.needs and not self.after

    def _needed(self, following: list[str]) -> bool:
        if not self.needs.isdisjoint(following):
            return True
        return bool(self.prefixes) and any(word.startswith(self.prefixes) for word in following)


@dataclass(frozen=True)
class Hit:
    """A word that names an event.

    Attributes:
        index: The word.
        rule: The rule that took it.
        tense: How its form tells the event.
    """

    index: int
    rule: Rule
    tense: Tense


def hits(page: Page) -> Iterator[Hit]:
    """Find the triggers of a text, in its order."""
    lexicon = _lexicon()
    for index, word in enumerate(page.words):
        for rule, tense in lexicon.get(word, ()):
            if rule.fits(page, index):
                yield Hit(index, rule, tense)
                break


def _before(page: Page, index: int, count: int) -> list[str]:
    found: list[str] = []
    for position in range(index - 1, max(index - 1 - count, -1), -1):
        if not STOPS.isdisjoint(page.gap(position)):
            break
        found.append(page.words[position])
    return found


def _following(page: Page, index: int, count: int) -> list[str]:
    found: list[str] = []
    for position in range(index, min(index + count, len(page.words) - 1)):
        if not STOPS.isdisjoint(page.gap(position)):
            break
        found.append(page.words[position + 1])
    return found


@cache
def _lexicon() -> dict[str, tuple[tuple[Rule, Tense], ...]]:
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
    for stem in trigger.past.split():
        yield from ((form, "past") for form in past(stem))
    for form in trigger.spelled.split():
        yield from ((f"{link}{form}", "past") for link in ("", "و", "ف"))
    for stem in (trigger.present + " " + trigger.spelled_present).split():
        yield from present(stem)
    for stem in trigger.nouns.split():
        yield from ((form, "noun") for form in noun(stem))
    for stem in trigger.participles.split():
        yield from ((form, "participle") for form in participle(stem))
