"""Agreement: which nouns a verb, or a pronoun written onto a noun, can go with.

A verb before its subject is singular and has the subject's gender (اتهمت إسرائيل, اتهم الجيش). So a plural or dual
verb has its subject before it (أن قادة الأحزاب طالبوا الحكومة), and a noun of the other gender right after a verb is
its object, while its subject was told before (واتهم إسرائيل بـ).
"""

from functools import cache
from typing import Literal

from streams.dates.page import Page
from streams.events.finder import Hit
from streams.events.forms import plural_past, plural_present
from streams.events.scene import Name
from streams.lexicon.grammar import CROWDS, FORCES, MASCULINE_HEADS, MASCULINE_STATES, PEOPLES
from streams.lexicon.titles import HEADS, HONORIFICS
from streams.lexicon.triggers import Trigger

Gender = Literal["masculine", "feminine"]
_OBJECTS = ("", "ه", "ها", "هم", "هما")
#: Endings of feminine nouns.
_FEMININE = ("ه", "ات")
#: The gender of what a relative takes up.
OF_RELATIVES: dict[str, Gender] = {"الذي": "masculine", "التي": "feminine"}
_SHORTEST = 4
_PLURALS = ("وا", "تا", "يا")


def plural(hit: Hit, word: str) -> bool:
    """Whether a verb is plural or dual, so that its subject stands before it."""
    return hit.tense != "noun" and word in _plurals(hit.rule.trigger)


def many(word: str) -> bool:
    """Whether any verb is plural by its ending: استعادوا, يواصلون."""
    return len(word) > _SHORTEST and (word.endswith("وا") or (word.endswith("ون") and word[0] in "يتو"))


def gender(hit: Hit, word: str) -> Gender | None:
    """The gender that a verb gives its subject."""
    if hit.tense == "past":
        return _past(hit.rule.trigger).get(word[1:] if hit.linked else word)
    if hit.tense not in {"present", "future"}:
        return None
    bare = word.lstrip("وفل")
    person = bare[1:2] if hit.tense == "future" else bare[:1]
    return {"ي": "masculine", "ت": "feminine"}.get(person)  # type: ignore[return-value]


def of_pronoun(word: str) -> Gender | None:
    """The gender of whoever a pronoun on a word stands for, if it is one: زيارته, زيارتها."""
    return "masculine" if word.endswith("ه") else "feminine" if word.endswith("ها") else None


def apart(one: Gender | None, two: Gender | None) -> bool:
    """Whether two genders are known and differ."""
    return one is not None and two is not None and one != two


def goes_with(verb: str, who: Gender | None) -> bool:
    """Whether any verb, by its first and last letters, may have a subject of a gender: التي تشن, الذي شن."""
    feminine = verb.startswith("ت") or verb.endswith("ت")
    return who is None or feminine == (who == "feminine")


def of_name(page: Page, name: Name) -> Gender | None:
    """The gender of what a name names, as far as its words and kind tell."""
    first = page.words[name.first].removeprefix(name.clitic) if name.clitic else page.words[name.first]
    kind = name.mention.kind
    if kind == "state":
        return "masculine" if first in MASCULINE_STATES else "feminine"
    if kind == "body":
        return of_noun(first)
    bare = first.removeprefix("ال")
    if bare in HEADS or first in HONORIFICS:
        return "feminine" if bare.endswith("ه") else "masculine"
    return None


def of_noun(word: str) -> Gender | None:
    """The gender of a noun, as far as it shows: by its ending, or as one of the common heads of bodies."""
    bare = word.removeprefix("ال")
    if bare in FORCES or bare in PEOPLES or bare in CROWDS:
        return None
    if bare.endswith(_FEMININE):
        return "feminine"
    return "masculine" if bare in MASCULINE_HEADS else None


@cache
def _plurals(trigger: Trigger) -> frozenset[str]:
    found = {form for stem in trigger.past.split() for form in plural_past(stem)}
    spelled = trigger.spelled.split()
    found.update(f"{link}{form}" for form in spelled if form.endswith(_PLURALS) for link in ("", "و", "ف"))
    presents = (trigger.present + " " + trigger.spelled_present).split()
    found.update(form for stem in presents for form in plural_present(stem))
    return frozenset(found)


@cache
def _past(trigger: Trigger) -> dict[str, Gender]:
    stems = trigger.past.split() + trigger.spelled.split()
    table: dict[str, Gender] = {}
    for stem in stems:
        if stem.endswith("ت") and not {stem[:-1], f"{stem[:-1]}ا", f"{stem[:-1]}ي"}.isdisjoint(stems):
            table.update((f"{stem}{owned}", "feminine") for owned in _OBJECTS)
        elif stem[0] in "يت" and f"{'ت' if stem[0] == 'ي' else 'ي'}{stem[1:]}" in stems:
            table[stem] = "masculine" if stem[0] == "ي" else "feminine"
    for stem in stems:
        if stem not in table and not stem.endswith(_PLURALS):
            table.update((f"{stem}ت{owned}", "feminine") for owned in _OBJECTS)
            table.update((f"{stem}{owned}", "masculine") for owned in _OBJECTS)
    return table
