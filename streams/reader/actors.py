"""The actors of whom anything is told, and how much."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from streams.reader.database import Database
from streams.reader.days import NEVER
from streams.reader.views import ActorView

#: Names by actor id, the one to show first.
Lexicon = Mapping[str, Sequence[str]]

_FIRST = "SELECT first FROM entries WHERE actor = ? AND live AND place < ? ORDER BY place LIMIT 1"
_LAST = "SELECT last FROM entries WHERE actor = ? AND live AND place < ? ORDER BY place DESC LIMIT 1"


class _Name(NamedTuple):
    name: str
    statements: int
    events: int
    retracted: int

    @property
    def weight(self) -> tuple[int, int, int, str]:
        """Sorts the name that most lines use first, then the fullest."""
        return (-self.statements - self.events, -self.retracted, -len(self.name), self.name)


def told(database: Database, lexicon: Lexicon) -> list[ActorView]:
    """Return every actor with a line that stands or once stood, the most standing lines first; without days."""
    rows = database.connection.execute(
        "SELECT actor, name, statements, events, retracted FROM names WHERE statements + events + retracted > 0"
    )
    names: dict[str, list[_Name]] = defaultdict(list)
    for actor, *row in rows:
        names[actor].append(_Name(*row))
    actors = [_view(actor, found, lexicon.get(actor, ())) for actor, found in names.items()]
    return sorted(actors, key=lambda actor: (-actor.lines, actor.id))


def with_days(database: Database, actor: ActorView) -> ActorView:
    """Fill in the days of an actor's first and last line."""
    first = database.connection.execute(_FIRST, (actor.id, NEVER)).fetchone()
    last = database.connection.execute(_LAST, (actor.id, NEVER)).fetchone()
    actor.first, actor.last = first and first[0], last and last[0]
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
        retracted=sum(name.retracted for name in ranked),
    )
