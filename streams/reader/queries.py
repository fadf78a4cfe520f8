"""The questions people ask of the timelines.

Each query is a few statements of SQL and a little Python. What stands now is answered from indexed columns, so a page
costs the same in a timeline of ten lines and of a hundred thousand. `as of` an earlier time, what has changed since is
worked out, and the rest read off the same columns.
"""

from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import islice
from types import MappingProxyType

import msgspec

from schemas.folding import words
from schemas.ranks import milliseconds
from schemas.registry import ENTRIES
from schemas.timeline import Deed, TimelineEntry
from streams.reader import actors
from streams.reader.actors import Lexicon
from streams.reader.aliases import Aliases, learn
from streams.reader.database import Database
from streams.reader.directory import Directory
from streams.reader.evidence import Copy, line_view, parties, place_of
from streams.reader.groups import now
from streams.reader.past import Past
from streams.reader.schema import FOREVER
from streams.reader.views import ActorView, Hit, LineView, SearchView, TimelineView
from streams.reader.window import Window, order, token
from streams.reader.words import match

_LINEAGE = "SELECT article, original, relation FROM lineage WHERE article IN (SELECT value FROM json_each(:articles))"
#: A line is found by its words first and by its actor's name second. Of words that very many lines hold, those that
#: were read last are weighed: among so many that hold it, how well a common word fits tells little.
_SEARCH = """
SELECT number FROM (
    SELECT number, bm25(words, 1.0, 0.5) AS fit, sort, place FROM words CROSS JOIN entries ON number = words.rowid
    WHERE words MATCH :match AND (:once OR live) AND since <= :at AND first <= :last AND last >= :first
        AND (:only IS NULL OR sort = :only)
    ORDER BY words.rowid DESC LIMIT :weighed)
ORDER BY fit, sort = 'about', place
"""
_VALUES = "SELECT number, value FROM entries WHERE number IN (SELECT value FROM json_each(:numbers))"
_WEIGHED = 5_000
_BATCH = 50


class Reader:
    """Answers from one database.

    Args:
        database: The database.
        lexicon: Names of the actors that the lexicon knows, by id, the one to show first.
    """

    def __init__(self, database: Database, lexicon: Lexicon = MappingProxyType({})) -> None:
        self.database = database
        self._lexicon = lexicon
        self._aliases = Aliases(database)
        learn(database, lexicon)

    def actor(self, text: str) -> ActorView:
        """Return the actor that `text` stands for: its id, name or alias in any spelling, or a part of its name.

        Raises:
            UsageError: Nobody is called so, or several are; says who may be meant.
        """
        # An argument that is not UTF-8 reaches us with lone surrogates, which SQLite does not take.
        text = text.encode("utf-8", "replace").decode()
        text = self._aliases.known([text]).get(text, text)
        exactly = actors.told(self.database, self._lexicon, text)
        found = exactly[0] if exactly else (self._namesakes(text) or self._directory()).resolve(text)
        return actors.with_days(self.database, found)

    def actors(self, prefix: str = "", limit: int | None = None) -> list[ActorView]:
        """Return the actors of whom anything is told, the most lines first.

        Args:
            prefix: Only those whose id, or a word of whose names, begins so.
            limit: At most so many.
        """
        found = self._directory().matching(prefix) if prefix.strip() else actors.told(self.database, self._lexicon)
        return [actors.with_days(self.database, actor) for actor in found[:limit]]

    def timeline(
        self, actor: str, window: Window | None = None, *, limit: int | None = None, page: str | None = None
    ) -> TimelineView:
        """Return what an actor said and did, by when it happened, else by when it was published.

        Args:
            actor: What `Reader.actor` understands.
            window: Which lines; everything that stands now by default.
            limit: At most so many lines, each with its variants.
            page: The `next` of the page before.

        Raises:
            UsageError: The actor is unknown, the window empty, or the page none.
        """
        window = window or Window()
        whose = self.actor(actor)
        # One more than asked for, so that it is known whether there is a next page.
        after, many = order(page), None if limit is None else limit + 1
        if window.as_of:
            groups = list(islice(Past(self.database, whose.id, window).groups(after), many))
        else:
            groups = now(self.database, whose.id, window, after, many)
        shown = groups if limit is None else groups[:limit]
        lines = self._views(self._aliases.joined(entry for group in shown for entry in group.entries), window)
        links = {line: link for group in shown for line, link in group.links(whose.id)}
        for line in lines:
            if link := links.get(line.id):
                line.variant_of, line.variant = link
        following = token(shown[-1].place) if len(groups) > len(shown) > 0 else None
        return TimelineView(actor=whose, lines=lines, next=following, as_of=window.as_of)

    def search(self, query: str, window: Window | None = None, *, limit: int = 20) -> SearchView:
        """Return the lines that hold all words of a query, the best first.

        Of more than 5,000 that do, those are looked at that the database took in last.

        Args:
            query: Words; those in quotation marks stand together; `*` after a word lets it go on.
            window: Which lines; everything that stands now by default.
            limit: At most so many lines.

        Raises:
            UsageError: The window is empty.
        """
        window = window or Window()
        distinct = self._distinct(self._found(query, window))
        hits = list(islice(distinct, limit + 1))
        return SearchView(query=query, hits=hits[:limit], more=len(hits) > limit)

    def _namesakes(self, name: str) -> Directory | None:
        """The actors that bear a name, whole: few, where the directory of all costs what there are actors."""
        ids = {*actors.bearers(self.database, name), *self._known.called(name)}
        told = [one for identity in sorted(ids) for one in actors.told(self.database, self._lexicon, identity)]
        return Directory(told, {one: self._lexicon[one] for one in ids if one in self._lexicon}) if ids else None

    @cached_property
    def _known(self) -> Directory:
        return Directory([], self._lexicon)

    def _directory(self) -> Directory:
        return Directory(actors.told(self.database, self._lexicon), self._lexicon)

    def _found(self, query: str, window: Window) -> Iterator[LineView]:
        expression = match(query)
        if expression is None:
            return
        # As of an earlier time a line may have lain on other days than now, and stood if it stands no more.
        first, last = Window().days if window.as_of else window.days
        once = window.retracted or window.as_of is not None
        at = milliseconds(window.as_of) if window.as_of else FOREVER
        ask = {"match": expression, "once": once, "at": at, "first": first, "last": last, "only": window.only}
        found = self.database.select(_SEARCH, ask | {"weighed": _WEIGHED})
        numbers = (number for (number,) in found)
        while batch := list(islice(numbers, _BATCH)):
            values = dict(self.database.select(_VALUES, {"numbers": msgspec.json.encode(batch).decode()}))
            # Another process may have taken one of them away meanwhile, as an erasure does.
            rows = _placed((ENTRIES.decode(values[number]) for number in batch if number in values), window)
            yield from self._views(self._aliases.joined(rows), window)

    def _distinct(self, lines: Iterable[LineView]) -> Iterator[Hit]:
        """Give an event or a statement once, in whichever timeline of those it concerns it is met first."""
        seen: set[tuple[object, ...]] = set()
        for line in lines:
            same = _identity(line)
            if same not in seen:
                seen.add(same)
                named = {party.id for party in parties(line.line) if party.id}
                yield Hit(line=line, actors=sorted({line.actor, *named}))

    def _views(self, entries: list[TimelineEntry], window: Window) -> list[LineView]:
        lineage = self._lineage({one.source.article for entry in entries for one in entry.evidence})
        views = (line_view(entry, lineage, window.as_of) for entry in entries)
        return [view for view in views if view and (window.retracted or view.state != "retracted")]

    def _lineage(self, articles: set[str]) -> dict[str, Copy]:
        rows = self.database.select(_LINEAGE, {"articles": msgspec.json.encode(sorted(articles)).decode()})
        return {article: Copy(original, relation) for article, original, relation in rows}


def _identity(line: LineView) -> tuple[object, ...]:
    """What is one and the same in several timelines: an event, or a statement of the same speakers."""
    if isinstance(line.line, Deed):
        return ("event", line.line.block)
    speakers = sorted(one.id or one.name or "" for one in line.line.quotation.speakers)
    return ("statement", *words(line.text), line.line.quotation.negated, *speakers)


def _placed(entries: Iterable[TimelineEntry], window: Window) -> Iterator[TimelineEntry]:
    """Keep the lines that lie in the window."""
    for entry in entries:
        spot = place_of(entry, window.as_of)
        if spot and window.holds(spot):
            yield entry
