"""The actors of whom anything is told, and how much."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from streams.reader.database import Database
from streams.reader.days import NEVER
from streams.reader.stretches import stretches
from streams.reader.views import ActorView
from streams.reader.words import name_key

#: Names by actor id, the one to show first.
Lexicon = Mapping[str, Sequence[str]]

_NAMES = "SELECT actor, name, statements, events, about, retracted FROM names"
_DATED = stretches("first, last, place", ["place < :never"])
FIRST = f"SELECT first FROM ({_DATED} ORDER BY place LIMIT 1)"  # noqa: S608 -- our own words
LAST = f"SELECT last FROM ({_DATED} ORDER BY place DESC LIMIT 1)"  # noqa: S608


class _Name(NamedTuple):
    name: str
    statements: int
    events: int
    about: int
    retracted: int

    @property
    def weight(self) -> tuple[int, int, int, str]:
        """Sorts the name that most lines use first, then the fullest."""
        return (-self.statements - self.events - self.about, -self.retracted, -len(self.name), self.name)


def told(database: Database, lexicon: Lexicon, actor: str | None = None) -> list[ActorView]:
    """Return every actor with a line that stands or once stood, the most standing lines first; without days.

    Args:
        database: The database.
        lexicon: Names by actor id.
        actor: Only the actor with this id.
    """
    rows = database.select(_NAMES if actor is None else f"{_NAMES} WHERE actor = :actor", {"actor": actor})
    names: dict[str, list[_Name]] = defaultdict(list)
    for identity, *row in rows:
        names[identity].append(_Name(*row))
    actors = [_view(identity, found, lexicon.get(identity, ())) for identity, found in names.items()]
    return sorted(actors, key=lambda one: (-one.lines, one.id))


def bearers(database: Database, name: str) -> list[str]:
    """Return the ids of the actors to whom lines give this name, in any spelling of its letters."""
    rows = database.select("SELECT DISTINCT actor FROM names WHERE key = :key", {"key": name_key(name)})
    return [identity for (identity,) in rows]


def with_days(database: Database, actor: ActorView) -> ActorView:
    """Fill in the days of an actor's first and last line."""
    ask = {"actor": actor.id, "never": NEVER}
    actor.first = next((first for (first,) in database.select(FIRST, ask)), None)
    actor.last = next((last for (last,) in database.select(LAST, ask)), None)
    return actor


def _view(actor: str, used: Iterable[_Name], lexical: Sequence[str]) -> ActorView:
    ranked = sorted(used, key=lambda name: name.weight)
    names = [*lexical, *(name.name for name in ranked if name.name)]
    shown = names[0] if names else actor
    return ActorView(
        id=actor,
        name=shown,
        aliases=sorted({*names} - {shown}),
        statements=sum(name.statements for name in ranked),
        events=sum(name.events for name in ranked),
        about=sum(name.about for name in ranked),
        retracted=sum(name.retracted for name in ranked),
    )
