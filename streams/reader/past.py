"""A timeline as it stood at an instant.

Most lines are today what they were then: nothing of their evidence was recorded or taken back since. They are read off
the tables, as far as a page goes, with the forms and marks that are kept of them. Only lines that changed are worked
out from their records, and those that stand under several ids of their actor: which id stood for them may have changed.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from heapq import merge

import msgspec

from schemas.ranks import milliseconds
from schemas.registry import ENTRIES
from schemas.timeline import TimelineEntry
from streams.reader.database import Database
from streams.reader.evidence import place_of, sort_of
from streams.reader.groups import Group, in_window
from streams.reader.likeness import Form, Told, form_of
from streams.reader.variants import CROWD, Timeline, marks, period
from streams.reader.views import Reason
from streams.reader.window import Window

_CHANGED = """
SELECT number, value FROM entries WHERE since <= :at AND number IN (
    SELECT number FROM entries WHERE actor = :actor AND settled > :at AND since <= :at
    UNION
    SELECT entry FROM forms WHERE line IN (
        SELECT line FROM forms JOIN entries ON number = entry
        WHERE actor = :actor AND leader IS NOT NULL AND reason IS NULL))
"""
#: What has not changed since then.
_SETTLED = "settled <= :at"
_HAVING = """
SELECT entry FROM marks CROSS JOIN entries ON number = entry
WHERE period = :period AND mark = :mark AND settled <= :at
"""
_FORM = "SELECT value FROM forms WHERE entry = :line"
_VALUE = "SELECT value FROM entries WHERE number = :line"
_IN_WINDOW = """
SELECT 1 FROM entries WHERE number = :line AND first <= :last AND last >= :first AND (:once OR live)
    AND (:only IS NULL OR sort = :only)
"""
_FORMS = msgspec.msgpack.Decoder(Form)


class Past:
    """The lines of an actor as they stood at an instant; also the lines that `variants` asks for.

    Args:
        database: The database.
        actor: Id of the actor.
        window: Which lines; its `as_of` is the instant.
    """

    def __init__(self, database: Database, actor: str, window: Window) -> None:
        self._database = database
        self._window = window
        first, last = window.days
        self._ask = {
            "actor": actor,
            "at": milliseconds(window.as_of) if window.as_of else 0,
            "first": first,
            "last": last,
            "once": window.retracted,
            "only": window.only,
        }
        self._changed: dict[int, TimelineEntry] = {}
        self._told: dict[int, Told] = {}
        self._marked: dict[tuple[int, int], list[int]] = defaultdict(list)
        self._having: dict[tuple[int, int], list[int]] = {}
        self._shown: dict[int, bool] = {}
        for told in self._work_out(actor):
            self._told[told.number] = told
            self._shown[told.number] = self._asked_for(told)
            for mark in marks(told):
                self._marked[period(told.form), mark].append(told.number)
        self._timeline = Timeline(self)

    def told(self, line: int) -> Told:
        """Return a line."""
        if line not in self._told:
            ((value,),) = self._database.select(_FORM, {"line": line})
            self._told[line] = Told(line, _FORMS.decode(value))
        return self._told[line]

    def having(self, when: int, mark: int) -> Sequence[int]:
        """Return the lines of a period that had a mark, or `CROWD` + 1 of them."""
        if (when, mark) not in self._having:
            found = self._marked.get((when, mark), [])[: CROWD + 1]
            for (line,) in self._database.select(_HAVING, self._ask | {"period": when, "mark": mark}):
                if len(found) > CROWD:
                    break
                if line not in self._changed:
                    found.append(line)
            self._having[when, mark] = found
        return self._having[when, mark]

    def groups(self, after: str) -> Iterator[Group]:
        """Yield the lines that are shown after a place, each with its variants, in order."""
        changed = sorted((self._told[line].form.place, line) for line, shown in self._shown.items() if shown)
        for place, line in merge((one for one in changed if one[0] > after), self._settled(after)):
            link = self._timeline.link(line)
            if link is None or not self._is_shown(link.leader):
                yield Group(place, self._entry(line), self._under(line) if link is None else [])

    def _work_out(self, actor: str) -> Iterable[Told]:
        """The lines that have changed since then, as they stood; each once, under the id that stood for it."""
        firsts: dict[str, Told] = {}
        for number, value in self._database.select(_CHANGED, self._ask):
            entry = self._changed[number] = ENTRIES.decode(value)
            form = form_of(entry, actor, self._window.as_of)
            if form is not None:
                told = Told(number, form)
                firsts[entry.block] = min(firsts.get(entry.block, told), told, key=lambda one: one.standing)
        return firsts.values()

    def _asked_for(self, told: Told) -> bool:
        entry = self._changed[told.number]
        spot = place_of(entry, self._window.as_of)
        wanted = self._window.only in {None, sort_of(entry.evidence[0].line)}
        return wanted and (told.form.live or self._window.retracted) and spot is not None and self._window.holds(spot)

    def _settled(self, after: str) -> Iterator[tuple[str, int]]:
        """The lines that are today what they were, in order."""
        ask = self._ask | {"after": after, "start": max(after, self._window.days[0])}
        for place, line in self._database.select(in_window("place, number", self._window, _SETTLED), ask):
            if line not in self._changed:
                self._shown[line] = True
                yield place, line

    def _is_shown(self, line: int) -> bool:
        if line not in self._shown:
            self._shown[line] = any(self._database.select(_IN_WINDOW, self._ask | {"line": line}))
        return self._shown[line]

    def _entry(self, line: int) -> TimelineEntry:
        if line in self._changed:
            return self._changed[line]
        ((value,),) = self._database.select(_VALUE, {"line": line})
        entry: TimelineEntry = ENTRIES.decode(value)
        return entry

    def _under(self, line: int) -> list[tuple[TimelineEntry, Reason]]:
        found = {variant: reason for variant, reason in self._timeline.variants(line) if self._is_shown(variant)}
        ordered = sorted(found, key=lambda variant: self.told(variant).form.place)
        return [(self._entry(variant), found[variant]) for variant in ordered]
