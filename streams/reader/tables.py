"""How one record changes the tables, inside the transaction of its batch."""

import sqlite3
from collections.abc import Callable
from typing import NamedTuple, Protocol, get_args

from schemas.lineage import Lineage
from schemas.ranks import milliseconds
from schemas.registry import ENTRIES, LINEAGE
from schemas.timeline import TimelineEntry
from streams.reader.days import Place
from streams.reader.evidence import place_of, sort_of, words_of
from streams.reader.schema import FOREVER
from streams.reader.views import Sort
from streams.reader.words import folded, name_key

_OLD = "SELECT number, actor, name, sort, live FROM entries WHERE key = ?"
_PUT = """
INSERT INTO entries (key, actor, name, sort, live, first, last, place, since, settled, value)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (key) DO UPDATE SET actor = excluded.actor, name = excluded.name, sort = excluded.sort,
    live = excluded.live, first = excluded.first, last = excluded.last, place = excluded.place,
    since = excluded.since, settled = excluded.settled, value = excluded.value
RETURNING number
"""
_COUNT = """
INSERT INTO names VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (actor, name) DO UPDATE SET
    statements = statements + excluded.statements, events = events + excluded.events, about = about + excluded.about,
    retracted = retracted + excluded.retracted
"""
_BEARER = "SELECT known FROM aliases WHERE unknown = ?"
#: `0` follows `/`: the lines whose records bear one actor's id.
_OF = "SELECT number, actor, name, sort, live FROM entries WHERE key > ? || '/' AND key < ? || '0'"
_FORGET = "DELETE FROM names WHERE actor = ? AND name = ? AND statements + events + about + retracted = 0"


class _Counted(NamedTuple):
    """What of a line counts towards its actor."""

    actor: str
    name: str
    sort: str
    live: int


class Change(Protocol):
    """What a record changes, decoded and ready to be written."""

    def write(self, connection: sqlite3.Connection) -> int | None:
        """Write it, and return the number of the entry whose links may change."""


class EntryChange:
    """The latest state of a line, or its deletion.

    A line without any evidence is not kept: a late older version spoke of it when a newer one no longer did, so it
    never stood.

    Args:
        key: Key of the record.
        value: Value of the record.

    Raises:
        ValueError: The value is no `TimelineEntry`.
    """

    def __init__(self, key: str, value: bytes | None) -> None:
        self._key = key
        self._value = value
        self._entry: TimelineEntry | None = None if value is None else ENTRIES.decode(value)
        self._place = place_of(self._entry, None) if self._entry else None

    def write(self, connection: sqlite3.Connection) -> int | None:
        """Take the old state out and put the new one in; return the number of the entry."""
        old = connection.execute(_OLD, (self._key,)).fetchone()
        if old is not None:
            _count(connection, _Counted(*old[1:]), -1)
            connection.execute("DELETE FROM evidence WHERE entry = ?", (old[0],))
        if self._entry is not None and self._place is not None:
            return self._put(connection, self._entry, self._place, new=old is None)
        if old is None:
            return None
        connection.execute("DELETE FROM words WHERE rowid = ?", (old[0],))
        connection.execute("DELETE FROM entries WHERE number = ?", (old[0],))
        return int(old[0])

    def _put(self, connection: sqlite3.Connection, entry: TimelineEntry, place: Place, *, new: bool) -> int:
        bearer = connection.execute(_BEARER, (entry.actor,)).fetchone()
        whose, sort = bearer[0] if bearer else entry.actor, sort_of(entry.evidence[0].line)
        counted = _Counted(whose, entry.name, sort, entry.live)
        spells = [
            (milliseconds(one.recorded), FOREVER if one.until is None else milliseconds(one.until))
            for one in entry.evidence
        ]
        since, settled = min(spells)[0], max(at for spell in spells for at in spell if at != FOREVER)
        row = (self._key, *counted, place.first, place.last, place.order, since, settled, self._value)
        number = int(connection.execute(_PUT, row).fetchone()[0])
        _count(connection, counted, 1)
        articles = (one.source.article for one in entry.evidence)
        evidence = [(number, article, until) for article, (_, until) in zip(articles, spells, strict=True)]
        connection.executemany("INSERT INTO evidence VALUES (?, ?, ?)", evidence)
        _index(connection, number, entry, new=new)
        return number


class LineageChange:
    """The last word on what an article is a copy of, or its deletion.

    Args:
        key: Key of the record.
        value: Value of the record.

    Raises:
        ValueError: The value is no `Lineage`.
    """

    def __init__(self, key: str, value: bytes | None) -> None:
        self._key = key
        self._lineage: Lineage | None = None if value is None else LINEAGE.decode(value)

    def write(self, connection: sqlite3.Connection) -> int | None:
        """Replace what was known; no link depends on it."""
        if self._lineage is None:
            connection.execute("DELETE FROM lineage WHERE article = ?", (self._key,))
            return None
        found = self._lineage
        row = (self._key, found.uri, found.original, found.original_uri, found.relation, found.similarity)
        connection.execute("INSERT OR REPLACE INTO lineage VALUES (?, ?, ?, ?, ?, ?)", row)
        return None


#: What the records of a topic change.
CHANGES: dict[str, Callable[[str, bytes | None], Change]] = {ENTRIES.name: EntryChange, LINEAGE.name: LineageChange}


def move(connection: sqlite3.Connection, written: str, whose: str) -> list[int]:
    """Give the lines whose records bear one actor's id to another actor: the one that is known by it now.

    Returns:
        The numbers of the entries.
    """
    rows = connection.execute(_OF, (written, written)).fetchall()
    for number, *row in rows:
        line = _Counted(*row)
        _count(connection, line, -1)
        _count(connection, line._replace(actor=whose), 1)
        connection.execute("UPDATE entries SET actor = ? WHERE number = ?", (whose, number))
    return [row[0] for row in rows]


def _count(connection: sqlite3.Connection, line: _Counted, by: int) -> None:
    told = [by * (line.live and line.sort == sort) for sort in get_args(Sort)]
    connection.execute(_COUNT, (line.actor, line.name, name_key(line.name), *told, by * (not line.live)))
    if by < 0:
        connection.execute(_FORGET, (line.actor, line.name))


def _index(connection: sqlite3.Connection, number: int, entry: TimelineEntry, *, new: bool) -> None:
    """Index the words of all evidence; most changes add evidence and no words, so look before writing."""
    texts = dict.fromkeys([entry.text, *(words_of(one.line) for one in entry.evidence)])
    row = (" ".join(dict.fromkeys(map(folded, texts))), folded(entry.name))
    if new:
        connection.execute("INSERT INTO words (rowid, text, name) VALUES (?, ?, ?)", (number, *row))
    elif connection.execute("SELECT text, name FROM words WHERE rowid = ?", (number,)).fetchone() != row:
        connection.execute("UPDATE words SET text = ?, name = ? WHERE rowid = ?", (*row, number))
