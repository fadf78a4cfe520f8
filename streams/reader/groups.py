"""Lines of a timeline with their variants, as they stand now; `past` has them as they stood."""

from collections import defaultdict
from collections.abc import Iterator
from operator import itemgetter
from typing import NamedTuple

import msgspec

from schemas.ids import entry_id
from schemas.registry import ENTRIES
from schemas.timeline import TimelineEntry
from streams.reader.database import Database
from streams.reader.stretches import SORTS, stretches
from streams.reader.views import Reason
from streams.reader.window import Window

#: Lines that lead, and variants of lines that lie outside the window.
_SHOWN = """(leader IS NULL OR (reason IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM entries AS leads
        WHERE leads.number = entries.leader AND leads.first <= :last AND leads.last >= :first)))"""
#: Those that begin in the window, and those that begin before it and reach into it: months and years.
_BEGIN = "place > :start AND place <= :last || '~'"
_REACH = "place > :after AND place < :first AND last > first"
#: What stands under some lines.
VARIANTS = """
SELECT leader, reason, place, value FROM entries
WHERE leader IN (SELECT value FROM json_each(:leaders)) AND reason IS NOT NULL AND (:once OR live)
    AND first <= :last AND last >= :first
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


def in_window(columns: str, window: Window, condition: str) -> str:
    """Return the SQL of the lines of `:actor` in a window, in order, as they are asked for after a place.

    Args:
        columns: What is wanted of a line; `place` among it.
        window: Which lines.
        condition: What else must hold of a line.
    """
    sorts = [window.only] if window.only else SORTS
    parts = [_BEGIN, _REACH] if window.since else [_BEGIN]
    conditions = [f"{part} AND last >= :first AND {condition}" for part in parts]
    return f"{stretches(columns, conditions, sorts, once=window.retracted)} ORDER BY place"


def page_query(window: Window) -> str:
    """Return the SQL of a page of what stands now: it reads the rows that it shows and few others, in any timeline."""
    return f"{in_window('number, place, value', window, _SHOWN)} LIMIT :limit"


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
