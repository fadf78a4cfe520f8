"""Corrections, withdrawals, late versions and new rules, in any order, against a definition that knows no order."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.articles import Withdrawal
from schemas.ids import entry_id
from schemas.quotations import Quotation
from schemas.ranks import Rank
from schemas.source import Source
from schemas.text import Extract
from schemas.timeline import Contribution, Line, Statement, TimelineEntry
from streams.events.memory import Told, contributions, recall, remember, takings_back
from streams.timeline import contribute, entries, entry_key, retract
from streams.timeline.entries import Saying, Testimony

START = datetime(2020, 1, 1, tzinfo=UTC)
ACTORS = ("x-one", "x-two")
BLOCKS = ("alpha", "beta", "gamma")
HORIZON = 9


def at(second: int) -> datetime:
    """An instant so many seconds after the start."""
    return START + timedelta(seconds=second)


@dataclass(frozen=True)
class Sighting:
    """One version of an article as some rules read it, recorded once.

    Attributes:
        article: The article.
        version: The feed's number.
        second: When it was recorded.
        rules: Which rules read it.
        found: For each actor, the blocks it has lines in.
    """

    article: str
    version: int
    second: int
    rules: int
    found: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def rank(self) -> Rank:
        """Its rank."""
        return Rank(self.version, "", at(self.second), f"{self.article}-{self.version}", self.rules)


@dataclass(frozen=True)
class Gone:
    """A withdrawal."""

    article: str
    second: int


Fact = Sighting | Gone


def line(article: str, version: int, block: str) -> Line:
    """The line that a version of an article has in a block."""
    words = f"{block} {article} {version}"
    return Statement(
        block=block, quotation=Quotation(id=words, kind="direct", content=Extract(0, len(words), words), rule="test")
    )


class Stream:
    """The events stage's memory and the timeline stage, with dictionaries for tables."""

    def __init__(self) -> None:
        self.articles: dict[str, bytes] = {}
        self.memory: dict[bytes, bytes] = {}
        self.entries: dict[bytes, bytes] = {}
        self.published: dict[bytes, TimelineEntry | None] = {}

    def take(self, fact: Fact) -> None:
        """Work through one fact."""
        known = recall(self.articles.get(fact.article))
        told: list[Told]
        if isinstance(fact, Gone):
            told = takings_back(known, Withdrawal(id=fact.article, uri=fact.article, recorded=at(fact.second)))
        else:
            source = Source(fact.article, fact.article)
            found = {
                actor: (actor, [line(fact.article, fact.version, block) for block in blocks])
                for actor, blocks in fact.found
            }
            told = contributions(known, source, fact.rank, found)
        self.articles[fact.article] = remember(known)
        for piece in told:
            self.fold(piece)

    def fold(self, piece: Told) -> None:
        """Fold one contribution."""
        if isinstance(piece, Contribution):
            self.published.update(contribute(piece, self.memory, self.entries))
        else:
            self.published.update(retract(piece, self.memory, self.entries))


class Recorder(Stream):
    """A stream that keeps the contributions instead of folding them."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[Told] = []

    def fold(self, piece: Told) -> None:
        """Keep one contribution."""
        self.pieces.append(piece)

    def pieces_of(self, facts: Sequence[Fact]) -> list[Told]:
        """The contributions that some facts make."""
        for fact in facts:
            self.take(fact)
        return self.pieces


def after(facts: Sequence[Fact]) -> dict[bytes, TimelineEntry]:
    """The entries after some facts."""
    stream = Stream()
    for fact in facts:
        stream.take(fact)
    return {key: entry for key, entry in stream.published.items() if entry is not None}


def newest(facts: Sequence[Fact], article: str) -> dict[int, tuple[int, Sighting]]:
    """For each version of an article its first recording, and how the newest rules read it."""
    found: dict[int, tuple[int, Sighting]] = {}
    for fact in facts:
        if isinstance(fact, Sighting) and fact.article == article:
            second, read = found.get(fact.version, (fact.second, fact))
            found[fact.version] = (min(second, fact.second), max(read, fact, key=lambda seen: seen.rules))
    return found


def bearer(facts: Sequence[Fact], article: str, actor: str, block: str, second: int) -> int | None:
    """By definition: the version that bears a line at a time, or None."""
    known = {version: seen for version, seen in newest(facts, article).items() if seen[0] <= second}
    if not known:
        return None
    best = max(known)
    recorded, read = known[best]
    gone = [fact.second for fact in facts if isinstance(fact, Gone) and fact.article == article]
    if any(recorded <= moment <= second for moment in gone):
        return None
    return best if block in dict(read.found).get(actor, ()) else None


ARTICLES = ("one", "two")
FOUND = st.lists(
    st.tuples(st.sampled_from(ACTORS), st.lists(st.sampled_from(BLOCKS), max_size=2, unique=True).map(tuple)),
    max_size=2,
    unique_by=lambda pair: pair[0],
).map(tuple)
READINGS = st.fixed_dictionaries(
    {(article, version, rules): FOUND for article in ARTICLES for version in range(3) for rules in (1, 2)}
)
SIGHTINGS = st.lists(
    st.tuples(st.sampled_from(ARTICLES), st.integers(0, 2), st.integers(0, HORIZON - 1), st.sampled_from((1, 1, 2))),
    min_size=1,
    max_size=7,
)
GONE = st.lists(st.builds(Gone, st.sampled_from(ARTICLES), st.integers(0, HORIZON - 1)), max_size=2)


@st.composite
def histories(draw: st.DrawFn) -> list[Fact]:
    """Facts about two articles; the same version read by the same rules always says the same."""
    readings = draw(READINGS)
    facts: list[Fact] = [
        Sighting(article, version, second, rules, readings[article, version, rules])
        for article, version, second, rules in draw(SIGHTINGS)
    ]
    return facts + draw(GONE)


@given(histories(), st.randoms(use_true_random=False))
@settings(max_examples=400, deadline=None)
def test_entries_do_not_depend_on_the_order(facts: list[Fact], chance: random.Random) -> None:
    """Any order, with repeats, ends in the same entries."""
    shuffled = facts + chance.sample(facts, k=min(2, len(facts)))
    chance.shuffle(shuffled)

    assert after(shuffled) == after(facts)


@given(histories())
@settings(max_examples=400, deadline=None)
def test_evidence_stands_exactly_when_it_should(facts: list[Fact]) -> None:
    """At each instant the evidence that stands is that of the version that counted then, and no other."""
    entries = after(facts)

    for article_lines in [(article, actor, block) for article in ARTICLES for actor in ACTORS for block in BLOCKS]:
        article, actor, block = article_lines
        entry = entries.get(entry_key(actor, entry_id(actor, block)))
        evidence = [piece for piece in entry.evidence if piece.source.article == article] if entry else []
        for second in range(HORIZON + 1):
            standing = [
                piece.version
                for piece in evidence
                if piece.recorded <= at(second) and (piece.until is None or at(second) < piece.until)
            ]
            wanted = bearer(facts, article, actor, block, second)
            assert standing == ([] if wanted is None else [wanted]), (article, actor, block, second)


@given(histories())
@settings(max_examples=200, deadline=None)
def test_an_entry_lives_while_evidence_stands(facts: list[Fact]) -> None:
    """`live` says whether any evidence stands now, and each line shown is that of its evidence."""
    for entry in after(facts).values():
        standing = [piece for piece in entry.evidence if piece.until is None]
        assert entry.live == bool(standing)
        for piece in entry.evidence:
            assert piece.line == line(piece.source.article, piece.version, entry.block)


@given(histories(), st.data())
@settings(max_examples=200, deadline=None)
def test_a_crash_between_rows_and_outputs_is_repaired(facts: list[Fact], data: st.DataObject) -> None:
    """Contributions that were written to the tables before a crash are folded again with the same end."""
    pieces = Recorder().pieces_of(facts)
    crash = data.draw(st.integers(0, len(pieces)))
    back = data.draw(st.integers(0, crash))
    disturbed = Stream()
    for piece in pieces[:crash]:
        disturbed.fold(piece)
    disturbed.published = {}  # whatever was said before the crash may be lost, if it is said again
    for piece in pieces[back:]:
        disturbed.fold(piece)
    whole = Stream()
    for piece in pieces:
        whole.fold(piece)

    assert disturbed.entries == whole.entries
    assert {key: whole.published[key] for key in disturbed.published} == disturbed.published


def test_a_late_older_version_changes_nothing_that_stands() -> None:
    """An older version that arrives after a newer one adds no standing line."""
    newer = Sighting("one", 2, 1, 1, (("x-one", ("alpha",)),))
    older = Sighting("one", 1, 5, 1, (("x-one", ("beta",)), ("x-two", ("gamma",))))
    entries = after([newer, older])

    assert [entry.block for entry in entries.values() if entry.live] == ["alpha"]
    assert {entry.block for entry in entries.values()} == {"alpha", "beta", "gamma"}


def test_newer_rules_remove_what_they_no_longer_find() -> None:
    """A line that newer rules find in no version is taken out of the topic by a tombstone."""
    stream = Stream()
    stream.take(Sighting("one", 1, 1, 1, (("x-one", ("alpha", "beta")),)))
    stream.take(Sighting("one", 1, 1, 2, (("x-one", ("beta",)),)))
    published = {entry.block for entry in stream.published.values() if entry}

    assert published == {"beta"}
    assert stream.published[entry_key("x-one", entry_id("x-one", "alpha"))] is None


def test_a_correction_costs_what_the_article_has() -> None:
    """The rows an article visits do not grow with the timeline of its actor."""
    stream = Stream()
    for number in range(200):
        stream.take(Sighting(f"other-{number}", 1, 1, 1, (("x-one", (f"block-{number}",)),)))
    before = {key: stream.entries[key] for key in stream.entries}
    stream.take(Sighting("one", 1, 1, 1, (("x-one", ("alpha", "beta")),)))
    changed = {key for key, row in stream.entries.items() if before.get(key) != row}

    assert len(changed) == 2


def test_the_instants_of_a_live_blog_are_swept_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A thousand versions of one article are asked once each whether they bear a line, not once for each other one."""
    testimony = Testimony()
    for number in range(1_000):
        said = line("live", number, BLOCKS[0])
        testimony.hear(Saying(Rank(number, "", at(number), str(number), 1), said, Source("live", "urn:live"), "One"))
    testimony.withdraw([at(500)])
    asked = []
    bears = entries._bears  # noqa: SLF001 -- what is counted

    def counted(best: Saying, gone: datetime | None) -> bool:
        asked.append(best)
        return bears(best, gone)

    monkeypatch.setattr(entries, "_bears", counted)

    evidence = list(testimony.evidence())

    assert len(asked) == 1_000
    assert len(evidence) == 999
    assert [piece.version for piece in evidence if piece.until is None] == [999]
