"""Persons of an article, and the short forms by which their names come again."""

from dataclasses import dataclass, field
from functools import lru_cache

from streams.lexicon.wording import folded

_TRAILING = 2


@dataclass(slots=True, eq=False)
class Person:
    """A person of the article.

    Attributes:
        actor: Id, or None for a name of one word that nothing settles.
        name: The fullest form of the name.
        keys: Folded words of it.
        heads: Heads of the titles that stand with the name, and of the offices known.
        titled: Heads of the titles that stand with the name.
        states: States of those titles and of the roles.
        title_words: Folded words of the titles behind their heads.
        feminine: Whether a title is feminine.
    """

    actor: str | None
    name: str
    keys: tuple[str, ...]
    heads: set[str] = field(default_factory=set)
    titled: set[str] = field(default_factory=set)
    states: set[str] = field(default_factory=set)
    title_words: set[str] = field(default_factory=set)
    feminine: bool | None = None


#: Family names of Korea and China, which stand first.
FAMILIES = frozenset((name,) for name in folded("كيم شي مون بارك باك وانغ وانج لو"))
_JOINING = folded("عبد ابو ابي ولد بن ابن دي دو دا دل فان فون در ال بو ام")


@lru_cache(maxsize=4_096)
def parts(keys: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Cut a name into its parts: عبد الرحمن and ولد الشيخ are one."""
    found: list[tuple[str, ...]] = []
    held: list[str] = []
    for key in keys:
        held.append(key)
        if key not in _JOINING:
            found.append(tuple(held))
            held = []
    return (*found, tuple(held)) if held else tuple(found)


def short_forms(keys: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Return the short forms by which a person named by `keys` may be called later."""
    cut = parts(keys)
    if len(cut) == 1:
        return [cut[0]]
    last = cut[-1]
    forms = [last]
    if cut[0] in FAMILIES:
        forms.append(cut[0])
    if len(last) > 1 and last[0] == "ال":
        forms.append(last[1:])
    if len(cut) > _TRAILING:
        forms.append(cut[-2] + last)
    return forms


def are_same(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether two full names are one person's: equal first parts and equal last ones, or one within the other."""
    if one == other:
        return True
    first, second = parts(one), parts(other)
    if len(first) == 1 or len(second) == 1:
        return False
    return first[0] == second[0] and (first[-1] == second[-1] or set(first) <= set(second) or set(second) <= set(first))
