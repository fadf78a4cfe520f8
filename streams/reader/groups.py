"""Lines of a timeline with their variants: what stands now is read off, what stood then is worked out."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import islice
from operator import itemgetter
from typing import NamedTuple

import msgspec

from schemas.ids import entry_id
from schemas.ranks import milliseconds
from schemas.registry import ENTRIES
from schemas.timeline import TimelineEntry
from streams.reader.database import Database
from streams.reader.evidence import place_of, sort_of
from streams.reader.likeness import Told, form_of
from streams.reader.stretches import SORTS, stretches
from streams.reader.variants import Timeline
from streams.reader.views import Reason
from streams.reader.window import Window

#: Lines that lead, and variants of lines that lie outside the window.
_SHOWN = """(leader IS NULL OR (reason IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM entries AS leads
        WHERE leads.number = entries.leader AND leads.first <= :last AND leads.last >= :first)))"""
#: Those that begin in the window, and those that begin before it and reach into it: months and years.
_BEGIN = f"place > :start AND place <= :last || '~' AND last >= :first AND {_SHOWN}"
_REACH = f"place > :after AND place < :first AND last > first AND last >= :first AND {_SHOWN}"
#: What stands under some lines.
VARIANTS = """
SELECT leader, reason, place, value FROM entries
WHERE leader IN (SELECT value FROM json_each(:leaders)) AND reason IS NOT NULL AND (:once OR live)
    AND first <= :last AND last >= :first
"""
_THEN = """
SELECT number, value FROM entries WHERE actor = :actor AND EXISTS (
    SELECT 1 FROM evidence WHERE entry = number AND recorded <= :at)
"""
_ALL = -1


class Variant(NamedTuple):
    """A line that stands under another one.

    Attributes:
        of: Id of the other line.
        reason: How it differs.
    """

    of: str
    reason: Reason


class Group(NamedTuple):
    """A line and its variants.

    Attributes:
        place: The order of the line.
        entry: The line, as its record has it.
        variants: Its variants, in order, each with the reason.
    """

    place: str
    entry: TimelineEntry
    variants: list[tuple[TimelineEntry, Reason]]

    @property
    def entries(self) -> Iterator[TimelineEntry]:
        """All lines of the group, as they are shown."""
        yield self.entry
        yield from (entry for entry, _ in self.variants)

    def links(self, actor: str) -> Iterator[tuple[str, Variant]]:
        """Yield the ids of the variants, as of lines of an actor, with what they are variants of."""
        for entry, reason in self.variants:
            yield entry_id(actor, entry.block), Variant(entry_id(actor, self.entry.block), reason)


def page_query(window: Window) -> str:
    """Return the SQL of a page of what stands now: it reads the rows that it shows and few others, in any timeline."""
    sorts = [window.only] if window.only else SORTS
    parts = [_BEGIN, _REACH] if window.since else [_BEGIN]
    return f"{stretches('number, place, value', parts, sorts, once=window.retracted)} ORDER BY place LIMIT :limit"


def now(database: Database, actor: str, window: Window, after: str, limit: int | None) -> list[Group]:
    """Return lines that stand now, each with its variants.

    Args:
        database: The database.
        actor: Id of the actor.
        window: Which lines.
        after: The order after which they begin.
        limit: At most so many.
    """
    first, last = window.days
    ask = {"actor": actor, "after": after, "first": first, "last": last, "limit": _ALL if limit is None else limit}
    # A place begins with a day, and is more than that.
    rows = list(database.select(page_query(window), ask | {"start": max(after, first)}))
    leaders = msgspec.json.encode([row[0] for row in rows]).decode()
    under: dict[int, list[tuple[str, bytes, Reason]]] = defaultdict(list)
    asked = {"leaders": leaders, "once": window.retracted, "first": first, "last": last}
    for leader, reason, place, value in database.select(VARIANTS, asked):
        under[leader].append((place, value, reason))
    return [
        Group(
            place,
            ENTRIES.decode(value),
            [(ENTRIES.decode(variant), reason) for _, variant, reason in sorted(under[number], key=itemgetter(0))],
        )
        for number, place, value in rows
    ]


def then(database: Database, actor: str, window: Window, after: str, limit: int | None) -> list[Group]:
    """Return lines as they stood at the instant of a window, each with its variants; reads the whole timeline."""
    return list(islice(_Past(database, actor, window).groups(after), limit))


class _Past:
    """The lines of an actor as they stood at an instant."""

    def __init__(self, database: Database, actor: str, window: Window) -> None:
        at = window.as_of
        self._entries: dict[int, TimelineEntry] = {}
        firsts: dict[str, Told] = {}
        for number, value in database.select(_THEN, {"actor": actor, "at": milliseconds(at) if at else 0}):
            entry = ENTRIES.decode(value)
            form = form_of(entry, actor, at)
            if form is not None:
                self._entries[number] = entry
                told = Told(number, form)
                firsts[entry.block] = min(firsts.get(entry.block, told), told, key=lambda one: one.standing)
        self._timeline = Timeline(firsts.values())
        self._places: dict[int, str] = {}
        for told in firsts.values():
            entry = self._entries[told.number]
            spot = place_of(entry, at)
            asked = window.only in {None, sort_of(entry.evidence[0].line)} and (told.form.live or window.retracted)
            if asked and spot and window.holds(spot):
                self._places[told.number] = spot.order

    def groups(self, after: str) -> Iterator[Group]:
        """Yield the lines that are shown after a place, each with its variants, in order."""
        for place, line in sorted((place, line) for line, place in self._places.items() if place > after):
            link = self._timeline.link(line)
            if link is None or link.leader not in self._places:
                yield Group(place, self._entries[line], self._under(line) if link is None else [])

    def _under(self, line: int) -> list[tuple[TimelineEntry, Reason]]:
        found = {variant: reason for variant, reason in self._timeline.variants(line) if variant in self._places}
        return [(self._entries[variant], found[variant]) for variant in sorted(found, key=self._places.__getitem__)]
