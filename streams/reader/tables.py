"""How one record changes the tables; runs inside the transaction of its batch."""

import sqlite3
from typing import NamedTuple

from schemas.ranks import milliseconds
from schemas.registry import ENTRIES, LINEAGE
from schemas.timeline import TimelineEntry
from streams.reader.days import place
from streams.reader.evidence import words_of
from streams.reader.schema import FOREVER
from streams.reader.words import folded

_OLD = "SELECT number, actor, name, kind, live FROM entries WHERE key = ?"
_PUT = """
INSERT INTO entries (key, actor, name, kind, live, first, last, place, value) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (key) DO UPDATE SET actor = excluded.actor, name = excluded.name, kind = excluded.kind,
    live = excluded.live, first = excluded.first, last = excluded.last, place = excluded.place, value = excluded.value
RETURNING number
"""
_COUNT = """
INSERT INTO names VALUES (?, ?, ?, ?, ?) ON CONFLICT (actor, name) DO UPDATE SET
    statements = statements + excluded.statements, events = events + excluded.events,
    retracted = retracted + excluded.retracted
"""
_FORGET = "DELETE FROM names WHERE actor = ? AND name = ? AND statements + events + retracted = 0"


class _Counted(NamedTuple):
    """What of a line counts towards its actor."""

    actor: str
    name: str
    kind: str
    live: int


def put_entry(connection: sqlite3.Connection, key: str, value: bytes | None) -> None:
    """Put the latest state of a line, or delete it.

    A line without any evidence is not kept: a late older version spoke of it when a newer one no longer did, so it
    never stood.

    Raises:
        ValueError: The value is no `TimelineEntry`; nothing was changed.
    """
    entry: TimelineEntry | None = None if value is None else ENTRIES.decode(value)
    old = connection.execute(_OLD, (key,)).fetchone()
    if old is not None:
        _count(connection, _Counted(*old[1:]), -1)
        connection.execute("DELETE FROM evidence WHERE entry = ?", (old[0],))
    if entry is not None and value is not None and entry.evidence:
        _put(connection, key, value, entry)
    elif old is not None:
        connection.execute("DELETE FROM words WHERE rowid = ?", (old[0],))
        connection.execute("DELETE FROM entries WHERE number = ?", (old[0],))


def put_lineage(connection: sqlite3.Connection, key: str, value: bytes | None) -> None:
    """Put the last word on what an article is a copy of, or delete it.

    Raises:
        ValueError: The value is no `Lineage`; nothing was changed.
    """
    if value is None:
        connection.execute("DELETE FROM lineage WHERE article = ?", (key,))
        return
    found = LINEAGE.decode(value)
    row = (key, found.uri, found.original, found.original_uri, found.relation, found.similarity)
    connection.execute("INSERT OR REPLACE INTO lineage VALUES (?, ?, ?, ?, ?, ?)", row)


def _put(connection: sqlite3.Connection, key: str, value: bytes, entry: TimelineEntry) -> None:
    spot = place(entry.happened, entry.published, key)
    row = (key, entry.actor, entry.name, entry.kind, entry.live, spot.first, spot.last, spot.order, value)
    number = connection.execute(_PUT, row).fetchone()[0]
    _count(connection, _Counted(entry.actor, entry.name, entry.kind, entry.live), 1)
    evidence = [
        (number, milliseconds(one.recorded), FOREVER if one.until is None else milliseconds(one.until))
        for one in entry.evidence
    ]
    connection.executemany("INSERT INTO evidence VALUES (?, ?, ?)", evidence)
    _index(connection, number, entry)


def _count(connection: sqlite3.Connection, line: _Counted, by: int) -> None:
    statement, event = (line.live and line.kind == kind for kind in ("statement", "event"))
    connection.execute(_COUNT, (line.actor, line.name, by * statement, by * event, by * (not line.live)))
    if by < 0:
        connection.execute(_FORGET, (line.actor, line.name))


def _index(connection: sqlite3.Connection, number: int, entry: TimelineEntry) -> None:
    """Index the words of all evidence; most records add evidence and no words, so look before writing."""
    texts = dict.fromkeys([entry.text, *(words_of(one.line) for one in entry.evidence)])
    row = (" ".join(dict.fromkeys(map(folded, texts))), folded(entry.name))
    if connection.execute("SELECT text, name FROM words WHERE rowid = ?", (number,)).fetchone() != row:
        connection.execute("INSERT OR REPLACE INTO words (rowid, text, name) VALUES (?, ?, ?)", (number, *row))
