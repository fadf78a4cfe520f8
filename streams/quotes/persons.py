"""Persons of an article, and the short forms by which their names come again."""

from collections.abc import Collection
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


#: Ranks with which somebody is called by the first name.
RANKS = folded("الأمير الأميرة الشيخ الشيخة الملك الملكة السلطان السيد السيدة")


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


def first_name(keys: tuple[str, ...]) -> str:
    """Return the given name at the head of a name, behind a rank; عبد الله and عبدالله are one."""
    named = keys[1:] if keys[0] in RANKS and len(keys) > 1 else keys
    return "".join(parts(named)[0]) if named[0] == "عبد" else named[0]


def are_same(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether two full names are one person's: equal first parts and equal last ones, or one within the other."""
    if one == other:
        return True
    first, second = parts(one), parts(other)
    if len(first) == 1 or len(second) == 1:
        return False
    return first[0] == second[0] and (first[-1] == second[-1] or set(first) <= set(second) or set(second) <= set(first))


class People:
    """The persons of an article, found by identity or by the parts of their names: thousands cost no square."""

    def __init__(self) -> None:
        self._places: dict[Person, int] = {}
        self._by_actor: dict[str | None, Person] = {}
        self._by_first: dict[str, dict[Person, None]] = {}
        self._by_parts: dict[tuple[str, ...], dict[Person, None]] = {}

    def has(self, actor: str | None) -> bool:
        """Tell whether somebody has an identity."""
        return actor in self._by_actor

    def met(self, actor: str | None, keys: tuple[str, ...]) -> Person | None:
        """Return who was met first of those with an identity or a name; only who shares parts of it is looked at."""
        cut = parts(keys)
        alike = {p: None for part in cut for p in self._by_parts.get(cut[0] + part, ()) if are_same(p.keys, keys)}
        named = self._by_actor.get(actor) if actor else None
        return min((*alike, named) if named else alike, key=self._places.__getitem__, default=None)

    def called(self, first: str) -> Collection[Person]:
        """Return the persons whose names of several parts begin with a first name."""
        return self._by_first.get(first, {}).keys()

    def add(self, person: Person) -> None:
        """Take a person in."""
        self._places.setdefault(person, len(self._places))
        self._by_actor.setdefault(person.actor, person)
        cut = parts(person.keys)
        if len(cut) > 1:
            self._by_first.setdefault(first_name(person.keys), {})[person] = None
        for part in cut[1:] or cut:
            self._by_parts.setdefault(cut[0] + part, {})[person] = None

    def rename(self, person: Person, actor: str | None, name: str, keys: tuple[str, ...]) -> None:
        """Give a person a fuller name, and the identity that goes with it."""
        if self._by_actor.get(person.actor) is person:
            del self._by_actor[person.actor]
        person.actor, person.name, person.keys = actor, name, keys
        self.add(person)
