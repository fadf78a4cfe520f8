"""Actors: who Arabic news writes about, with their names and their offices through time.

The tables stand in `actors_people`, `actors_leaders`, `actors_bodies`, `actors_states` and `places`; here they become
`Actor`s and the two look-ups that rules need: by the words of a name, and by an office at a date.
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import Literal, NamedTuple

from msgspec import Struct

from schemas.folding import fold, words
from streams.lexicon.actors_bodies import BODIES
from streams.lexicon.actors_leaders import LEADERS
from streams.lexicon.actors_people import PEOPLE
from streams.lexicon.actors_states import KINDS, Kind
from streams.lexicon.places import STATES, State, definite, feminine
from streams.lexicon.titles import OFFICES

ActorKind = Literal["person", "office", "body", "state", "document"]


class Role(NamedTuple):
    """An office and when it was held.

    Attributes:
        office: Identity of the office: `foreign-minister russia`, or the folded words of a fixed one.
        start: ISO 8601 date, of any precision, from which it was held.
        end: ISO 8601 date until which it was held, or empty while it is.
    """

    office: str
    start: str
    end: str

    def covers(self, date: str) -> bool:
        """Tell whether the role was held at `date` (ISO 8601, at least a year)."""
        return self.start[: len(date)] <= date[: len(self.start)] and (not self.end or date < self.end)


class Actor(Struct, frozen=True):
    """Somebody or something that speaks and acts.

    Attributes:
        id: Readable id.
        wikidata: Wikidata id, or None where it is not certain.
        kind: Person, body or state.
        name: The usual name.
        aliases: All names, the usual one first.
        weak: Names of one word that others bear too: they count only while a role of the actor lasts.
        roles: Offices through time.
        agency: Whether it is an agency or outlet, which passes words on more often than it speaks.
    """

    id: str
    wikidata: str | None
    kind: ActorKind
    name: str
    aliases: tuple[str, ...]
    weak: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    agency: bool = False


class Entry(Struct, frozen=True):
    """What a name stands for.

    Attributes:
        key: Actor id, or identity of an office.
        weak: Whether it counts only while a role lasts.
        capital: Whether it is a capital, standing for the state.
    """

    key: str
    weak: bool = False
    capital: bool = False


def _role(text: str) -> Role:
    *office, start, end = text.split()
    name = " ".join(office)
    return Role(" ".join(words(name)) if name.startswith("=") else name, start, "" if end == "-" else end)


def _person(line: str) -> Actor:
    actor, wikidata, names, roles = line.split("|")
    every = names.split(",")
    strong = tuple(name for name in every if not name.startswith("{"))
    weak = tuple(name.strip("{}") for name in every if name.startswith("{"))
    held = tuple(_role(part) for part in roles.split(";") if part)
    return Actor(actor, wikidata or None, "person", strong[0], strong, weak, held)


def _body(line: str) -> Actor:
    actor, wikidata, names, flags = line.split("|")
    aliases = tuple(names.split(","))
    return Actor(actor, wikidata or None, "body", aliases[0], aliases, agency="a" in flags)


def _of_state(kind: Kind, state: State) -> tuple[str, ...]:
    """Return how a body of a state is called."""
    forms: list[str] = []
    for form in kind.forms:
        if "{n}" in form:
            forms.append(form.format(n=state.names[0]))
        else:
            genders = ((definite(adjective), definite(feminine(adjective))) for adjective in state.adjectives)
            forms += [form.format(m=m, f=f) for m, f in genders]
    return tuple(dict.fromkeys(forms))


def _generated(taken: set[str]) -> Iterator[Actor]:
    """Make the bodies of states; names that a table gives to somebody stay theirs."""
    for kind in KINDS:
        for state in (STATES[name] for name in kind.states.split() or STATES):
            every = _of_state(kind, state)
            if not state.adjectives or any(fold(name) in taken for name in every):
                continue
            yield Actor(f"{state.id}-{kind.id}", None, "body", every[0], every)


def _actors() -> dict[str, Actor]:
    people = [_person(line) for line in (PEOPLE + LEADERS).strip().splitlines() if line]
    bodies = [_body(line) for line in BODIES.strip().splitlines()]
    states = [Actor(state.id, state.wikidata, "state", state.names[0], state.names) for state in STATES.values()]
    taken = {fold(name) for actor in (*people, *bodies) for name in actor.aliases}
    return {actor.id: actor for actor in (*people, *bodies, *states, *_generated(taken))}


#: Readable id -> actor.
ACTORS: dict[str, Actor] = _actors()


class Branch(NamedTuple):
    """All names that begin with one word.

    Attributes:
        sizes: How many words may follow, the longest first.
        names: The words that follow -> what the name stands for.
    """

    sizes: tuple[int, ...]
    names: dict[tuple[str, ...], Entry]

    def longest(self, keys: list[str], at: int) -> tuple[int, Entry] | None:
        """Return the longest name whose first word stands before `at`, with the number of words that follow it."""
        for size in self.sizes:
            if at + size > len(keys):
                continue
            found = self.names.get(tuple(keys[at : at + size]))
            if found is not None:
                return size, found
        return None


Trie = dict[str, Branch]


def _trie(entries: list[tuple[str, tuple[str, ...], Entry]]) -> Trie:
    """Group names by their first word; of two meanings of a name the first counts."""
    found: defaultdict[str, dict[tuple[str, ...], Entry]] = defaultdict(dict)
    for first, rest, entry in entries:
        found[first].setdefault(rest, entry)
    return {
        first: Branch(tuple(sorted({len(rest) for rest in group}, reverse=True)), group)
        for first, group in found.items()
    }


def _entry(name: str, key: str, *, weak: bool = False, capital: bool = False) -> tuple[str, tuple[str, ...], Entry]:
    first, *rest = words(name)
    return first, tuple(rest), Entry(key, weak, capital)


def _names() -> Trie:
    entries = [_entry(alias, actor.id) for actor in ACTORS.values() for alias in actor.aliases]
    entries += [_entry(alias, actor.id, weak=True) for actor in ACTORS.values() for alias in actor.weak]
    entries += [_entry(place, state.id, capital=True) for state in STATES.values() for place in state.capitals]
    return _trie(entries)


#: First folded word -> names of actors that begin with it, the longest first.
NAMES: Trie = _names()


def _office_forms(kind: str, state: str) -> list[str]:
    forms = []
    for form in OFFICES[kind]:
        head = form.split()[0]
        for adjective in STATES[state].adjectives:
            gendered = feminine(adjective) if fold(head).endswith("ه") else adjective
            forms.append(form.format(a=definite(gendered), f=definite(feminine(adjective)), n=STATES[state].names[0]))
        forms += [form.format(a="", f="", n=name) for name in STATES[state].names if "{n}" in form]
    return forms


def _offices() -> Trie:
    entries = [
        _entry(form, f"{kind} {state}") for kind in OFFICES for state in STATES for form in _office_forms(kind, state)
    ]
    fixed = {role.office for actor in ACTORS.values() for role in actor.roles if role.office.split()[0] not in OFFICES}
    return _trie([*entries, *(_entry(office, office) for office in sorted(fixed))])


#: First folded word -> offices that begin with it, the longest first.
OFFICE_NAMES: Trie = _offices()


def _holders() -> dict[str, tuple[tuple[Role, str], ...]]:
    found: defaultdict[str, list[tuple[Role, str]]] = defaultdict(list)
    for actor in ACTORS.values():
        for role in actor.roles:
            found[role.office].append((role, actor.id))
    return {office: tuple(sorted(held)) for office, held in found.items()}


#: Identity of an office -> who held it when.
HOLDERS: dict[str, tuple[tuple[Role, str], ...]] = _holders()


def holder(office: str, date: str) -> str | None:
    """Return who held an office at a date, or None if that is not known or not certain.

    Args:
        office: Identity of the office.
        date: ISO 8601 date of any precision; the empty string is no date.
    """
    if not date:
        return None
    held = {actor for role, actor in HOLDERS.get(office, ()) if role.covers(date)}
    return held.pop() if len(held) == 1 else None
