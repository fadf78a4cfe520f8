"""Links between lines, kept in the reader's database as lines come, change and go.

A line that changed is taken out and put in again: its marks, and its links with the lines that share one. When a mark
becomes common in a period, or rare, the lines that have it are looked at once more. Then those lines whose links
changed choose their leaders anew, in the order of rank, and pass it on only where one begins or ceases to lead. The
result is what `variants` makes of all lines at once.
"""

import sqlite3
from collections.abc import Iterable
from heapq import heapify, heappop, heappush
from typing import NamedTuple

import msgspec

from schemas.registry import ENTRIES
from streams.reader.likeness import Form, Told, form_of
from streams.reader.variants import CROWD, candidates, compared, marks, meet, number, period
from streams.reader.views import Reason

_ENTRY = "SELECT actor, value FROM entries WHERE number = ?"
_FORM = "SELECT line, value FROM forms WHERE entry = ?"
_SAME = "SELECT entry, value FROM forms WHERE line = ?"
_HAVING = "SELECT entry FROM marks WHERE period = ? AND mark = ? LIMIT ?"
_LINKED = "SELECT other, reason FROM links WHERE one = ?"
_MARKED = "SELECT entry FROM marks WHERE period = ? AND mark = ?"
_UNMARK = "DELETE FROM marks WHERE period = ? AND mark = ? AND entry = ?"
_LEADS = "SELECT leader IS NULL FROM entries WHERE number = ?"
_LEAD = "UPDATE entries SET leader = ?, reason = ? WHERE number = ? AND (leader, reason) IS NOT (?, ?)"
_FORMS = msgspec.msgpack.Decoder(Form)


class _Kept(NamedTuple):
    """A form in the database and which line it is of."""

    line: int
    value: bytes


def relink(connection: sqlite3.Connection, touched: Iterable[int]) -> None:
    """Make the links right after some entries were written, moved or deleted.

    Args:
        connection: A connection that holds the write lock.
        touched: Numbers of those entries, also of those that are gone.
    """
    work = _Relinking(connection)
    work.take(sorted(set(touched)))
    work.settle()


class _Relinking:
    """One change of the links, after one batch."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._told: dict[int, Told] = {}
        self._open: set[int] = set()
        self._lines: dict[tuple[int, int], list[int]] = {}

    def take(self, touched: list[int]) -> None:
        """Bring forms, marks and links up to date."""
        new = {entry: self._new(entry) for entry in touched}
        old = {entry: self._kept(entry) for entry in touched}
        changed = [entry for entry in touched if new[entry] != old[entry]]
        lines = {kept.line for entry in changed for kept in (old[entry], new[entry]) if kept}
        before = self._firsts(lines)
        for entry in changed:
            self._keep(entry, new[entry])
        after = self._firsts(lines)
        self._hide(after)
        gone = {entry: form for entry, form in before.items() if after.get(entry) != form}
        come = {entry: form for entry, form in after.items() if before.get(entry) != form}
        self._put(gone, come)

    def settle(self) -> None:
        """Let the lines whose links changed choose their leaders."""
        waiting = [(self._get(entry).rank, entry) for entry in self._open]
        heapify(waiting)
        done: set[int] = set()
        while waiting:
            rank, entry = heappop(waiting)
            if entry in done:
                continue
            done.add(entry)
            linked = self._linked(entry)
            ahead = sorted((self._get(other).rank, other) for other in linked)
            led = next((other for place, other in ahead if place < rank and self._leads(other)), None)
            was = self._leads(entry)
            self._lead(entry, led, None if led is None else linked[led])
            if was != (led is None):
                for place, other in ahead:
                    if place > rank:
                        heappush(waiting, (place, other))

    def _new(self, entry: int) -> _Kept | None:
        row = self._connection.execute(_ENTRY, (entry,)).fetchone()
        if row is None:
            return None
        actor, value = row
        decoded = ENTRIES.decode(value)
        form = form_of(decoded, actor)
        if form is None:
            return None
        return _Kept(number(f"{actor}/{decoded.block}"), msgspec.msgpack.encode(form))

    def _kept(self, entry: int) -> _Kept | None:
        row = self._connection.execute(_FORM, (entry,)).fetchone()
        return _Kept(*row) if row else None

    def _keep(self, entry: int, kept: _Kept | None) -> None:
        self._told.pop(entry, None)
        if kept is None:
            self._connection.execute("DELETE FROM forms WHERE entry = ?", (entry,))
        else:
            self._connection.execute("INSERT OR REPLACE INTO forms VALUES (?, ?, ?)", (entry, *kept))

    def _firsts(self, lines: Iterable[int]) -> dict[int, bytes]:
        """The entry that stands for each line, of those under the several ids of its actor, with its form."""
        found = {}
        for line in lines:
            same = dict(self._connection.execute(_SAME, (line,)))
            if same:
                first = min(same, key=lambda entry: Told(entry, _FORMS.decode(same[entry])).standing)
                found[first] = same[first]
        return found

    def _hide(self, firsts: Iterable[int]) -> None:
        """Put the other entries of a line behind the first, without a reason: they are the same line."""
        for first in firsts:
            line = self._connection.execute(_FORM, (first,)).fetchone()[0]
            for entry, _ in self._connection.execute(_SAME, (line,)).fetchall():
                if entry != first:
                    self._lead(entry, first, None)

    def _put(self, gone: dict[int, bytes], come: dict[int, bytes]) -> None:
        """Take some lines out and put some in."""
        out = {entry: _places(Told(entry, _FORMS.decode(form))) for entry, form in gone.items()}
        into = {entry: _places(self._get(entry)) for entry in come}
        places = {place for entry in (*out.values(), *into.values()) for place in entry}
        before = {place for place in places if self._crowded(*place)}
        for entry, left in out.items():
            self._connection.executemany(_UNMARK, [(*place, entry) for place in left])
            for other in self._linked(entry):
                self._unlink(entry, other)
        self._open -= gone.keys()
        for entry, taken in into.items():
            self._connection.executemany("INSERT INTO marks VALUES (?, ?, ?)", [(*place, entry) for place in taken])
        self._lines.clear()
        for place in places:
            if place not in before and self._crowded(*place):
                self._part(place)
        rarer = {entry for place in before if not self._crowded(*place) for entry in self._having(*place)}
        for entry in sorted({*come, *rarer}):
            self._compare(entry)
        self._open |= come.keys()

    def _part(self, place: tuple[int, int]) -> None:
        """Undo the links of lines that had but this mark in common, which is common now."""
        for (entry,) in self._connection.execute(_MARKED, place).fetchall():
            for other in self._linked(entry):
                if not meet(self._get(entry), self._get(other), self._having):
                    self._unlink(entry, other)

    def _compare(self, entry: int) -> None:
        """Link a line with those that it resembles."""
        told, linked = self._get(entry), self._linked(entry)
        for other in sorted(candidates(told, self._having) - linked.keys()):
            reason = compared(told, self._get(other))
            if reason:
                rows = [(entry, other, reason), (other, entry, reason)]
                self._connection.executemany("INSERT INTO links VALUES (?, ?, ?)", rows)
                self._open |= {entry, other}

    def _unlink(self, one: int, other: int) -> None:
        self._connection.executemany("DELETE FROM links WHERE one = ? AND other = ?", [(one, other), (other, one)])
        self._open |= {one, other}

    def _linked(self, entry: int) -> dict[int, Reason]:
        return dict(self._connection.execute(_LINKED, (entry,)))

    def _having(self, when: int, mark: int) -> list[int]:
        """The lines of a period with a mark; one more than are looked at, where it has more."""
        if (when, mark) not in self._lines:
            rows = self._connection.execute(_HAVING, (when, mark, CROWD + 1))
            self._lines[when, mark] = [row[0] for row in rows]
        return self._lines[when, mark]

    def _crowded(self, when: int, mark: int) -> bool:
        return len(self._having(when, mark)) > CROWD

    def _get(self, entry: int) -> Told:
        if entry not in self._told:
            self._told[entry] = Told(entry, _FORMS.decode(self._connection.execute(_FORM, (entry,)).fetchone()[1]))
        return self._told[entry]

    def _leads(self, entry: int) -> bool:
        return bool(self._connection.execute(_LEADS, (entry,)).fetchone()[0])

    def _lead(self, entry: int, leader: int | None, reason: Reason | None) -> None:
        self._connection.execute(_LEAD, (leader, reason, entry, leader, reason))


def _places(told: Told) -> list[tuple[int, int]]:
    when = period(told.form)
    return [(when, mark) for mark in marks(told)]
