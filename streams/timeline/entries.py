"""One line of a timeline, folded from what every version of every article says of it.

The state of an entry is a map: article → edition → (rank, line or none). Each cell is joined by rules that commute
(first recording, newest rules), so the state does not depend on the order of arrival; what readers see is computed from
it by sweeping over the instants at which something was recorded.
"""

from collections import deque
from collections.abc import Iterator, Mapping
from datetime import datetime

from msgspec import Struct, field

from schemas.ids import entry_id
from schemas.ranks import Instant, Rank, counts, join_refusals, merge
from schemas.source import Source
from schemas.timeline import Evidence, Line, Statement, TimelineEntry


class Saying(Struct):
    """What one edition says of the line: the line itself, or nothing.

    Attributes:
        rank: The edition's rank, merged over its sightings.
        line: The line, or null if this edition does not have it.
        source: The article as this edition cites itself; null with the line.
        name: The actor's name in this edition; null with the line.
    """

    rank: Rank
    line: Line | None = None
    source: Source | None = None
    name: str | None = None


class Testimony(Struct):
    """What one article says of the line.

    Attributes:
        editions: By edition.
        withdrawals: When the article was withdrawn, sorted.
        refusals: By edition, the newest rules that refused it.
    """

    editions: dict[str, Saying] = field(default_factory=dict)
    withdrawals: list[Instant] = field(default_factory=list)
    refusals: dict[str, int] = field(default_factory=dict)

    def hear(self, saying: Saying) -> None:
        """Join what an edition says with what it said before."""
        known = self.editions.get(saying.rank.edition)
        if known is None:
            self.editions[saying.rank.edition] = saying
            return
        rank = merge(known.rank, saying.rank)
        newer = saying if saying.rank.rules >= known.rank.rules else known
        self.editions[rank.edition] = Saying(rank, newer.line, newer.source, newer.name)

    def sight(self, rank: Rank) -> None:
        """Join another sighting of an edition with what it said."""
        known = self.editions.get(rank.edition)
        if known is not None:
            self.editions[rank.edition] = Saying(merge(known.rank, rank), known.line, known.source, known.name)

    def knows(self, edition: str, rank: Rank, *, line: bool) -> bool:
        """Tell whether an edition of this rank is known already, with a line or without one."""
        known = self.editions.get(edition)
        return known is not None and known.rank == rank and (known.line is not None) is line

    def withdraw(self, moments: list[Instant]) -> None:
        """Join withdrawals."""
        if moments:
            self.withdrawals = sorted({*self.withdrawals, *moments})

    def refuse(self, refusals: Mapping[str, int]) -> None:
        """Join refusals of editions by rules."""
        join_refusals(self.refusals, refusals)

    @property
    def sayings(self) -> list[Saying]:
        """What the editions say that no newer rules refuse."""
        return [said for said in self.editions.values() if counts(said.rank, self.refusals)]

    def evidence(self) -> Iterator[Evidence]:
        """Sweep over the instants of recording and yield each stretch of time in which one edition bears the line."""
        sayings = self.sayings
        if len(sayings) == 1 and not self.withdrawals:  # as with most articles, where nothing is to be swept over
            if sayings[0].line is not None:
                yield _evidence(sayings[0], sayings[0].rank.recorded, None)
            return
        waiting = deque(sorted(sayings, key=lambda said: said.rank.recorded))
        withdrawn = set(self.withdrawals)
        best: Saying | None = None
        gone: datetime | None = None
        bearer: Saying | None = None
        since: datetime | None = None
        for moment in sorted({said.rank.recorded for said in waiting} | withdrawn):
            while waiting and waiting[0].rank.recorded <= moment:
                said = waiting.popleft()
                best = said if best is None or said.rank > best.rank else best
            gone = moment if moment in withdrawn else gone
            now = best if best is not None and _bears(best, gone) else None
            if now is bearer:
                continue
            if bearer is not None and since is not None:
                yield _evidence(bearer, since, moment)
            bearer, since = now, moment
        if bearer is not None and since is not None:
            yield _evidence(bearer, since, None)


def _bears(best: Saying, gone: datetime | None) -> bool:
    """Whether the edition that counts has the line, and no withdrawal so far came after it was recorded."""
    return best.line is not None and (gone is None or best.rank.recorded > gone)


class EntryState(Struct):
    """The state of one entry: the fold over all contributions to it."""

    actor: str
    block: str
    articles: dict[str, Testimony] = field(default_factory=dict)

    def of(self, article: str) -> Testimony:
        """Return the testimony of an article, empty at first."""
        return self.articles.setdefault(article, Testimony())


def view(state: EntryState) -> TimelineEntry | None:
    """Return the entry as consumers see it, or None if by the newest rules no edition ever had the line."""
    evidence = sorted((piece for testimony in state.articles.values() for piece in testimony.evidence()), key=_order)
    standing = [piece for piece in evidence if piece.until is None]
    sayings = [said for testimony in state.articles.values() for said in testimony.sayings if said.line]
    if not sayings:
        return None
    shown = standing or evidence
    line = shown[0].line if shown else max(sayings, key=lambda said: said.rank).line
    assert line is not None  # noqa: S101 -- sayings hold lines only
    published = [piece.source.published for piece in shown if piece.source.published]
    return TimelineEntry(
        id=entry_id(state.actor, state.block),
        actor=state.actor,
        name=max((said.name or "" for said in sayings), key=lambda name: (len(name.split()), len(name), name)),
        kind="statement" if isinstance(line, Statement) else "event",
        block=state.block,
        live=bool(standing),
        happened=_happened(line),
        published=min(published, default=None),
        text=line.quotation.content.text if isinstance(line, Statement) else line.event.sentence.text,
        evidence=evidence,
    )


def _happened(line: Line) -> str | None:
    date = line.quotation.date if isinstance(line, Statement) else line.event.date
    return date.value if date else None


def _order(piece: Evidence) -> tuple[str, str, datetime]:
    return (piece.source.published or "9999", piece.source.article, piece.recorded)


def _evidence(said: Saying, recorded: datetime, until: datetime | None) -> Evidence:
    assert said.line is not None  # noqa: S101 -- a bearer has the line
    assert said.source is not None  # noqa: S101
    return Evidence(source=said.source, version=said.rank.version, line=said.line, recorded=recorded, until=until)
