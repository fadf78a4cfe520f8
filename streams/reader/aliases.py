"""Actors that became known: their old timelines join the known ones, without a word of the topics being written again.

The stream names an actor that the lexicon does not know by a hash of its name. When the lexicon learns that name, what
was written under the hash belongs to the actor it now knows. The database holds, for each name of the lexicon, the id
that the name had before (`aliases`), and gives every line to the actor it belongs to today; a lexicon that changed
moves just the lines of the names that it gained or lost.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec
from msgspec.structs import replace

from schemas.ids import digest, entry_id, unknown_actor_id
from schemas.registry import ENTRIES
from schemas.text import Party
from schemas.timeline import Evidence, Line, Statement, TimelineEntry
from streams.reader.actors import Lexicon
from streams.reader.database import Database
from streams.reader.evidence import parties
from streams.reader.links import relink
from streams.reader.tables import move

_FACT = "SELECT value FROM facts WHERE name = 'lexicon'"
_KNOWN = "SELECT unknown, known FROM aliases WHERE unknown IN (SELECT value FROM json_each(:ids))"
#: `0` follows `/`: the keys of one actor's lines.
_ONCE = """
SELECT unknown FROM aliases WHERE known = :known
    AND EXISTS (SELECT 1 FROM entries WHERE key > unknown || '/' AND key < unknown || '0')
"""
_LINES = "SELECT value FROM entries WHERE key IN (SELECT value FROM json_each(:keys))"


def learn(database: Database, lexicon: Lexicon) -> None:
    """Give every line to the actor whom this lexicon knows by its name; does nothing where it is the last one's.

    Args:
        database: The database.
        lexicon: Names by actor id. A name that two actors bear joins nothing.
    """
    state = digest("lexicon", *(part for identity in sorted(lexicon) for part in (identity, *lexicon[identity])))
    if [row[0] for row in database.select(_FACT)] == [state]:
        return
    with database.writing() as connection:
        _replace(connection, _former(lexicon))
        connection.execute("INSERT OR REPLACE INTO facts VALUES ('lexicon', ?)", (state,))


def _former(lexicon: Lexicon) -> dict[str, str]:
    """The id that each name would have if nobody knew it -> the actor who bears it."""
    bearers: dict[str, set[str]] = defaultdict(set)
    for identity, names in lexicon.items():
        for name in names:
            if unknown := unknown_actor_id(name):
                bearers[unknown].add(identity)
    return {unknown: min(ids) for unknown, ids in bearers.items() if len(ids) == 1}


def _replace(connection: sqlite3.Connection, new: dict[str, str]) -> None:
    old = dict(connection.execute("SELECT unknown, known FROM aliases"))
    changed = [unknown for unknown in sorted({*old, *new}) if old.get(unknown) != new.get(unknown)]
    connection.executemany("DELETE FROM aliases WHERE unknown = ?", [(unknown,) for unknown in changed])
    rows = [(unknown, new[unknown]) for unknown in changed if unknown in new]
    connection.executemany("INSERT INTO aliases VALUES (?, ?)", rows)
    moved = [entry for unknown in changed for entry in move(connection, unknown, new.get(unknown, unknown))]
    relink(connection, moved)


class Aliases:
    """Tells who an actor of the topics is today, and brings together what is told of it under several ids.

    Args:
        database: A database that has learnt a lexicon.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def known(self, ids: Iterable[str]) -> dict[str, str]:
        """Return the actors that became known among some ids."""
        wanted = sorted({identity for identity in ids if identity.startswith("x-")})
        return dict(self._database.select(_KNOWN, {"ids": _json(wanted)})) if wanted else {}

    def joined(self, entries: Iterable[TimelineEntry]) -> list[TimelineEntry]:
        """Return lines as those of the actors known today, each with what is told of it under the actor's other ids.

        Args:
            entries: Lines as the topics have them, in order. Of lines that became one, the first stands for all.
        """
        lines = list(entries)
        now = self.known(_everybody(lines))
        beside = self._beside({now.get(entry.actor, entry.actor) for entry in lines})
        if not now and not beside:
            return lines
        found: dict[tuple[str, str], TimelineEntry] = {}
        for entry in lines:
            whose = now.get(entry.actor, entry.actor)
            if (whose, entry.block) not in found:
                every = [entry, *self._others(entry, beside.get(whose, ()))]
                names = {**now, **self.known(_everybody(every))} if len(every) > 1 else now
                found[whose, entry.block] = _one(every, whose, names)
        return list(found.values())

    def _beside(self, actors: set[str]) -> dict[str, list[str]]:
        """All ids under which lines of some actors stand, for those who have lines under an id of before."""
        once = {actor: [row[0] for row in self._database.select(_ONCE, {"known": actor})] for actor in sorted(actors)}
        return {actor: [actor, *ids] for actor, ids in once.items() if ids}

    def _others(self, entry: TimelineEntry, ids: Iterable[str]) -> list[TimelineEntry]:
        """What is told of a line under the other ids of its actor."""
        keys = sorted(f"{one}/{entry_id(one, entry.block)}" for one in ids if one != entry.actor)
        rows = self._database.select(_LINES, {"keys": _json(keys)}) if keys else ()
        return [ENTRIES.decode(value) for (value,) in rows]


def _one(entries: Sequence[TimelineEntry], whose: str, known: Mapping[str, str]) -> TimelineEntry:
    """Make one line of what stands under several ids of one actor; evidence by publication, article and recording."""
    evidence = [replace(one, line=renamed(one.line, known)) for entry in entries for one in entry.evidence]
    return replace(
        entries[0],
        id=entry_id(whose, entries[0].block),
        actor=whose,
        live=any(entry.live for entry in entries),
        evidence=sorted(evidence, key=_order),
    )


def _order(one: Evidence) -> tuple[str, str, float]:
    return (one.source.published or "9999", one.source.article, one.recorded.timestamp())


def renamed(line: Line, known: Mapping[str, str]) -> Line:
    """Return a line whose parties have the ids they are known by now."""
    if isinstance(line, Statement):
        speakers = _known(line.quotation.speakers, known)
        return replace(line, quotation=replace(line.quotation, speakers=speakers))
    event = line.event
    actors, recipients = _known(event.actors, known), _known(event.recipients, known)
    return replace(line, event=replace(event, actors=actors, recipients=recipients))


def _known(named: list[Party], known: Mapping[str, str]) -> list[Party]:
    return [replace(party, id=known.get(party.id or "", party.id)) for party in named]


def _everybody(entries: Iterable[TimelineEntry]) -> set[str]:
    """Ids of all whom some lines name."""
    found = set()
    for entry in entries:
        found.add(entry.actor)
        for one in entry.evidence:
            found.update(party.id for party in parties(one.line) if party.id)
    return found


def _json(values: Sequence[str]) -> str:
    return msgspec.json.encode(values).decode()
