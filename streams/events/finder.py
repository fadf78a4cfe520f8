"""Finding triggers: one look-up a word, then the company that an ambiguous word needs."""

from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from itertools import compress, count

from msgspec import Struct

from streams.dates.page import Page
from streams.events.forms import SUFFIXES, Tense, definite, future, near, noun, pair, participle, past, present, weak
from streams.lexicon.grammar import ALREADY, CLAUSE_OPENERS, PREPOSITIONS, RELATIVES, SUBJECT_LEADS
from streams.lexicon.triggers import TRIGGERS, Trigger

_BEFORE = 3
_SUBJECT = 5
#: How far a verb looks for what it asks for, past its subject; at the head of a sentence that has all its titles.
_VERB = 8
_OPENING = 15
_RELATIVE = 5


class Rule:
    """A trigger made ready: its context words with the particles they may carry, each listed when first asked for.

    Args:
        trigger: The trigger.
    """

    def __init__(self, trigger: Trigger) -> None:
        self.trigger = trigger
        self.sight = max(_BEFORE, trigger.back) if trigger.after or trigger.bars_before else 0
        self.ahead = bool(trigger.needs or trigger.bars)
        self.alone = not (self.sight or self.ahead)
        self.prefixes = tuple(word for word in trigger.needs.split() if word in {"ل", "ب"})

    @cached_property
    def needs(self) -> frozenset[str]:
        """What has to follow."""
        return near(self.trigger.needs.split())

    @cached_property
    def after(self) -> frozenset[str]:
        """What has to stand before, unless what it needs follows."""
        return near(self.trigger.after.split())

    @cached_property
    def bars(self) -> frozenset[str]:
        """What must not follow."""
        return near(self.trigger.bars.split())

    @cached_property
    def bars_before(self) -> frozenset[str]:
        """What must not stand before."""
        return near(self.trigger.bars_before.split())

    @cached_property
    def to(self) -> frozenset[str]:
        """The prepositions that bring in whom it is done to."""
        return frozenset(self.trigger.to.split())

    @cached_property
    def verbs(self) -> frozenset[str]:
        """The forms of its regular pasts."""
        return frozenset(form for stem in self.trigger.past.split() for form in past(stem))

    @cached_property
    def bare(self) -> frozenset[str]:
        """The forms of its nouns without a possessor."""
        return frozenset(form for stem in self.trigger.nouns.split() for form in noun(stem, owned=False))

    @cached_property
    def named(self) -> frozenset[str]:
        """The forms of its nouns, with possessors too."""
        return frozenset(form for stem in self.trigger.nouns.split() for form in noun(stem))

    @cached_property
    def like_owned(self) -> tuple[str, ...]:
        """Stems of its verbs that end like a pronoun and have none: اتهم, وجه."""
        stems = (*self.trigger.past.split(), *self.trigger.present.split())
        return tuple(stem for stem in stems if stem.endswith(SUFFIXES))

    @cached_property
    def definite(self) -> frozenset[str]:
        """The forms of its nouns with the article."""
        return frozenset(form for stem in self.trigger.nouns.split() for form in definite(stem))

    def fits(self, page: Page, index: int, tense: Tense) -> bool:
        """Tell whether the company of word `index`, a form of some tense, is what the rule asks for."""
        before = _before(page, index, self.sight) if self.sight else []
        if self.trigger.bars_before and not self.bars_before.isdisjoint(before[: self.trigger.back]):
            return False
        if not self.ahead:
            return not self.trigger.after or not self.after.isdisjoint(before[:_BEFORE])
        reach = self.trigger.reach
        if tense != "noun":  # a verb has its subject between itself and what it asks for
            reach = max(reach, _OPENING if _opens(page, index) else _VERB)
        following = _following(page, index, reach)
        if self.trigger.bars and not self.bars.isdisjoint(following[: self.trigger.reach]):
            return False
        if self.trigger.needs and (self._needed(following) or (tense != "noun" and self._taken_up(page, index))):
            return True
        if self.trigger.after:
            return not self.after.isdisjoint(before[:_BEFORE])
        return not self.trigger.needs

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


class Hit(Struct, frozen=True):
    """A word that names an event.

    Attributes:
        index: The word.
        sentence: Number of its sentence.
        rule: The rule that took it.
        tense: How its form tells the event.
        linked: Whether a link is written onto it: واتهم, فرفض.
    """

    index: int
    sentence: int
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
            if rule.alone or rule.fits(page, index, told):
                yield Hit(index, page.sentence_of(index), rule, told, linked=_linked(lexicon, word, rule))
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
    table: Lexicon = {}
    for trigger in TRIGGERS:
        rule, never = Rule(trigger), frozenset(trigger.never.split())
        for tense, forms in _forms(trigger):
            entry: tuple[tuple[Rule, Tense], ...] = ((rule, tense),)  # one for all forms: most words have one reading
            for form in forms:
                others = table.get(form)
                if others is None:
                    table[form] = entry
                elif others[-1][0] is not rule:
                    table[form] = others + entry
        for form in never:
            _forget(table, form, rule)
    return table


def _forget(table: Lexicon, form: str, rule: Rule) -> None:
    """Take a form from a rule: as that rule's it is another word."""
    others = tuple(reading for reading in table.pop(form, ()) if reading[0] is not rule)
    if others:
        table[form] = others


def _forms(trigger: Trigger) -> Iterator[tuple[Tense, Iterable[str]]]:
    """List the forms of a trigger; nouns first, so that a form that is a past as well is told apart in the text."""
    for stem in trigger.nouns.split():
        yield "noun", noun(stem)
        yield "noun", pair(stem)
    for stem in trigger.past.split():
        yield "past", past(stem)
    for stem in trigger.weak.split():
        yield "past", weak(stem)
    for form in trigger.spelled.split():
        yield "past", (form, f"و{form}", f"ف{form}")
    for stem in (trigger.present + " " + trigger.spelled_present).split():
        yield "present", present(stem)
        yield "future", future(stem)
    for stem in trigger.participles.split():
        yield "participle", participle(stem)


def _opens(page: Page, index: int) -> bool:
    """Whether a word is the first of its sentence, but for قد."""
    if index and page.words[index - 1] in ALREADY:
        index -= 1
    return index == 0 or "\n" in page.gap(index - 1) or page.stops[index - 1]
