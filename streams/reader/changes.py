"""What other rules would change in the timelines, article by article.

What an article vouches for now stands in the database; what other rules find in it is given. A line is known by its
actor and its block. It changed if people would read something else: other words, or other facts.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal

from msgspec import Struct, field

from schemas.folding import words
from schemas.registry import ENTRIES
from schemas.source import Source
from schemas.timeline import Line
from streams.reader.aliases import Aliases, renamed
from streams.reader.database import Database
from streams.reader.evidence import facts, parties, sort_of, start, words_of
from streams.reader.schema import FOREVER
from streams.reader.views import Sort

#: What an article gives to timelines: by actor the actor's name and its lines.
Given = Mapping[str, tuple[str, Sequence[Line]]]

_VOUCHED = f"""
SELECT DISTINCT value FROM evidence JOIN entries ON number = entry WHERE article = :article AND until = {FOREVER}
"""  # noqa: S608 -- a number of ours: the index holds rows with just this one


Change = Literal["added", "removed", "changed"]


class Difference(Struct, kw_only=True, omit_defaults=True):
    """One line that the rules would add, remove or change.

    Attributes:
        source: The article that would change its mind.
        change: What would become of the line.
        actor: Id of the actor.
        name: Name of the actor.
        sort: What the line tells of the actor.
        block: What makes two lines the same.
        before: The line as it stands, or null if it would be added.
        after: The line as the rules find it, or null if it would be removed.
    """

    source: Source
    change: Change
    actor: str
    name: str
    sort: Sort
    block: str
    before: Line | None = None
    after: Line | None = None


#: Id and name of an actor, a line, and the article that gives it.
_Told = tuple[str, str, Line, Source]


class _Held(Struct):
    """A line as it is compared.

    Attributes:
        actor: Id of its actor, as it is known today.
        name: Name of the actor.
        line: The line, its parties as they are known today.
        source: The article.
        joined: Whether somebody in it was unknown when it was found: its block bears the id of before.
    """

    actor: str
    name: str
    line: Line
    source: Source
    joined: bool

    @property
    def told(self) -> tuple[object, ...]:
        """What people read."""
        return (sort_of(self.line), *words(words_of(self.line)), *facts(self.line))


class Comparison:
    """Compares what articles give with what a database says that they give.

    Args:
        database: A database that has learnt the lexicon.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._aliases = Aliases(database)

    def differences(self, article: str, source: Source | None, given: Given) -> list[Difference]:
        """Return what would change of an article's lines, as the text goes.

        Args:
            article: Id of the article.
            source: The version that counts, as it cites itself, or None where none does.
            given: What the rules find in that version; nothing if there is none.
        """
        new = self._held(
            (actor, name, line, source) for actor, (name, lines) in given.items() for line in lines if source
        )
        old = self._held(self._standing(article))
        alone = _alike([old[key] for key in old.keys() - new.keys()], [new[key] for key in new.keys() - old.keys()])
        found = []
        for key in old.keys() | new.keys():
            before, after = old.get(key), new.get(key)
            same = before is not None and after is not None and before.told == after.told
            if not (same or id(before or after) in alone):
                found.append(_difference(key[1], before, after))
        return sorted(found, key=_order)

    def _standing(self, article: str) -> Iterator[_Told]:
        """Yield what an article vouches for now."""
        for (value,) in self._database.select(_VOUCHED, {"article": article}):
            entry = ENTRIES.decode(value)
            for one in entry.evidence:
                if one.source.article == article and one.until is None:
                    yield entry.actor, entry.name, one.line, one.source

    def _held(self, told: Iterable[_Told]) -> dict[tuple[str, str], _Held]:
        lines = list(told)
        ids = {party.id for _, _, line, _ in lines for party in parties(line) if party.id}
        known = self._aliases.known({*ids, *(actor for actor, *_ in lines)})
        found = {}
        for actor, name, line, source in lines:
            whose = known.get(actor, actor)
            joined = actor in known or any(party.id in known for party in parties(line))
            found[whose, line.block] = _Held(whose, name, renamed(line, known) if joined else line, source, joined)
        return found


def _alike(old: Iterable[_Held], new: Iterable[_Held]) -> set[int]:
    """Find lines whose block alone differs, since somebody in them has become known; people read the same."""
    waiting = {(held.actor, held.told): held for held in old if held.joined}
    pairs = [(waiting.get((held.actor, held.told)), held) for held in new]
    return {id(held) for before, after in pairs if before is not None for held in (before, after)}


def _difference(block: str, before: _Held | None, after: _Held | None) -> Difference:
    shown = after or before
    assert shown is not None  # noqa: S101 -- a key of one of the two
    return Difference(
        source=shown.source,
        change="added" if before is None else "removed" if after is None else "changed",
        actor=shown.actor,
        name=shown.name,
        sort=sort_of(shown.line),
        block=block,
        before=before.line if before else None,
        after=after.line if after else None,
    )


def _order(found: Difference) -> tuple[int, str, str, str]:
    line = found.before or found.after
    assert line is not None  # noqa: S101 -- a difference has one of them
    return (start(line), found.block, found.change, found.actor)


class Tally(Struct):
    """What came of a comparison, in numbers.

    Attributes:
        rules: Number of the rule set.
        articles: Articles that were read.
        differing: Those that would give other lines.
        lines: How many lines of each sort would be added, removed, changed.
        actors: By actor, how many lines; and the names.
        faults: By URI or id, the errors of ours that kept the rules from reading an article.
    """

    rules: int
    articles: int = 0
    differing: int = 0
    lines: Counter[tuple[Change, Sort]] = field(default_factory=Counter)
    actors: Counter[str] = field(default_factory=Counter)
    names: dict[str, str] = field(default_factory=dict)
    faults: dict[str, str] = field(default_factory=dict)

    def count(self, found: Sequence[Difference]) -> None:
        """Count the differences of one article."""
        self.articles += 1
        self.differing += bool(found)
        for one in found:
            self.lines[one.change, one.sort] += 1
            self.actors[one.actor] += 1
            self.names[one.actor] = one.name
