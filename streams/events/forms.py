"""Inflection: from the stems of a trigger to the written forms it takes.

Arabic writes particles, persons and possessors as parts of the word: one verb has some two hundred forms. They are
listed once, at import, so that finding triggers in a text is one look-up a word.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Literal

#: How a form tells the event: done, under way, to come, named by a noun, or by a participle.
Tense = Literal["past", "present", "future", "noun", "participle"]

_LINKS = ("", "و", "ف")
#: Pronouns written onto a word.
SUFFIXES = ("ه", "ها", "هم", "هما")
_OBJECTS = ("", *SUFFIXES)
_OWNERS = ("ه", "ها", "هم", "هما", "نا")
#: Ends of a present without and with its object: يتهم, يتهمون, يتهمها, يتهمونها.
_PLURALS = ("ون", "ان", "ونه", "ونها", "ونهم")
#: From this length on a stem is no noun's: تتوصلا is dual, تقدما is "an advance".
_LONG = 4
_PERSONS = ("ي", "ت", "ن")
_PRESENT_ENDS = ("", "وا", *_OBJECTS[1:], *_PLURALS)
_FUTURE_ENDS = (*_OBJECTS, *_PLURALS)
_NOUN_HEADS = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "ال", "وال", "بال", "لل", "وبال", "ولل", "كال", "فال")
_DUAL_HEADS = ("", "و", "ب", "ل", "ال", "وال", "بال", "لل")


def past(stem: str) -> Iterator[str]:
    """List the third persons and the first person plural of a regular past, with objects and links."""
    for link in _LINKS:
        for person in ("", "ت", "نا"):
            for owned in _OBJECTS:
                yield f"{link}{stem}{person}{owned}"
        for person in ("وا", "ا", "تا", "وه", "وها", "وهم"):
            yield f"{link}{stem}{person}"


def weak(stem: str) -> Iterator[str]:
    """List the same persons of a past that ends in a vowel, told by its stem without it: `استول` for `استولى`."""
    for link in _LINKS:
        for end in ("ي", "ت", "وا", "يا", "تا", "ينا"):
            yield f"{link}{stem}{end}"
        for end in ("ا", "ت", "و"):
            yield from (f"{link}{stem}{end}{owned}" for owned in _OBJECTS[1:])


def present(stem: str) -> Iterator[str]:
    """List the present (`يفعل`) of a stem without its person."""
    ends = _PRESENT_ENDS if len(stem) < _LONG else (*_PRESENT_ENDS, "ا")
    for link in ("", "و", "ف", "ل", "ول"):
        for person in _PERSONS:
            head = f"{link}{person}{stem}"
            yield from (head + end for end in ends)
        yield f"{link}ا{stem}"  # with an ending أسلحة would be a form of to arm


def future(stem: str) -> Iterator[str]:
    """List the future (`سيفعل`) of a stem without its person."""
    for link in _LINKS:
        for person in _PERSONS:
            head = f"{link}س{person}{stem}"
            yield from (head + end for end in _FUTURE_ENDS)
        yield f"{link}سا{stem}"


def plural_past(stem: str) -> Iterator[str]:
    """List the plurals of a regular past, and its feminine dual; the masculine one is written like a noun (تضامنا)."""
    return (f"{link}{stem}{person}" for link in _LINKS for person in ("وا", "تا"))


def plural_present(stem: str) -> Iterator[str]:
    """List the plural and dual third persons of a present and a future: يطالبون, سيتفقان."""
    ends = ("ون", "ان", "وا")
    return (f"{link}{s}{person}{stem}{end}" for link in _LINKS for s in ("", "س") for person in "يت" for end in ends)


def noun(stem: str, *, owned: bool = True) -> Iterator[str]:
    """List a noun with article and prepositions, and with possessors and the accusative if they are asked for."""
    for head in _NOUN_HEADS:
        yield f"{head}{stem}"
        if owned and not head.endswith(("ال", "لل")):
            yield from (f"{head}{form}" for form in _owned(stem))


def _owned(stem: str) -> Iterator[str]:
    bases = [stem]
    if stem.endswith("ه"):
        bases = [f"{stem[:-1]}ت"]
    elif stem.endswith("ء"):
        bases = [stem, f"{stem[:-1]}ي", f"{stem[:-1]}و"]
    yield from (f"{base}{owner}" for base in bases for owner in _OWNERS)
    if not stem.endswith(("ه", "ات")):
        yield f"{stem}ا"


def pair(stem: str) -> Iterator[str]:
    """List the dual of a noun, also before another noun: هجومان, التجربتين, ضربتا."""
    base = f"{stem[:-1]}ت" if stem.endswith("ه") else stem
    if not stem.endswith(("ات", "ا", "ء")):
        yield from (f"{head}{base}{end}" for head in _DUAL_HEADS for end in ("ان", "ين"))
    if stem.endswith("ه"):
        yield from (f"{head}{base}{end}" for head in ("", "و", "ب", "ل") for end in ("ا", "ي"))


def definite(stem: str) -> Iterator[str]:
    """List a noun with its article: الاجتماع, للاجتماع; إلغاء is none, though it begins as one."""
    yield from (f"{head}{stem}" for head in _NOUN_HEADS if head.endswith(("ال", "لل")))


def near(words: Iterable[str]) -> frozenset[str]:
    """List context words with the particles and possessors they may carry, so that asking for them is one look-up."""
    return frozenset().union(*map(_carried, words))


@cache
def _carried(word: str) -> frozenset[str]:
    return frozenset(noun(word))


def participle(stem: str) -> Iterator[str]:
    """List the forms a participle takes where it carries a clause on (`داعيا`, `ومطالبة`)."""
    for link in _LINKS:
        for end in ("ا", "ه", "ين", "ان", "تين"):
            yield f"{link}{stem}{end}"
