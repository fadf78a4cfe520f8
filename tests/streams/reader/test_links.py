"""Links are the same for any order of arrival, batches, corrections and withdrawals, in timelines of any length."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from random import Random
from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from schemas.ids import entry_id, unknown_actor_id
from schemas.timeline import Line, TimelineEntry
from streams.reader import Database, Reader, Record, Window, links, past, variants
from streams.reader.groups import VARIANTS
from streams.reader.views import LineView, Sort

from .samples import did, entry, evidence, hour, record, said

NAME = "سالم الحديدي"
BEFORE = unknown_actor_id(NAME) or ""
LEXICON = {"salem": [NAME]}
_WORDS = ["تعاون", "حدود", "تجارة", "قضاء", "سكان", "زراعة", "جسور"]
_LINKS = re.compile("forms|marks|links|leader")
#: Long after everything was recorded.
LATER = datetime(2030, 1, 1, tzinfo=UTC)

#: All words but some: forms of which each resembles several others.
texts = st.sets(st.sampled_from(_WORDS), max_size=3).map(lambda left: " ".join(w for w in _WORDS if w not in left))
days = st.sampled_from([None, "2017-01-01", "2017-01-04", "2017-01-07", "2017-03-02"])
dates = st.sampled_from([None, None, "2017-01", "2017-01-05", "2017-01-06"])


@st.composite
def lines(draw: st.DrawFn) -> TimelineEntry:
    """A line of few words, under either id of its actor, that stands or was taken back."""
    actor = draw(st.sampled_from(["salem", BEFORE]))
    text, date = draw(texts), draw(dates)
    line: Line = (
        said(text, speaker=actor) if draw(st.booleans()) else did(f"وقع {text}", date=date, actors=(actor, "nader"))
    )
    until = draw(st.sampled_from([None, None, None, 5]))
    return entry(
        [evidence(line, draw(st.sampled_from("ab")), published=draw(days), until=until)], actor=actor, name=NAME
    )


#: A record of an entry, or of its deletion.
changes = st.lists(st.tuples(lines(), st.sampled_from([True, True, True, False])), max_size=14)


@contextmanager
def crowds_of(size: int) -> Iterator[None]:
    """Let a mark be common that more lines than this have."""
    with patch.object(variants, "CROWD", size), patch.object(links, "CROWD", size), patch.object(past, "CROWD", size):
        yield


def key(value: TimelineEntry) -> str:
    """The key of an entry's record."""
    return f"{value.actor}/{value.id}"


def found(database: Database) -> dict[str, tuple[str | None, str | None]]:
    """What every entry is a variant of, and why, by keys."""
    query = """
    SELECT entries.key, leads.key, entries.reason FROM entries
    LEFT JOIN entries AS leads ON leads.number = entries.leader
    """
    return {entry: (leader, reason) for entry, leader, reason in database.select(query)}


def filled(changed: Sequence[tuple[TimelineEntry, bool]], cuts: set[int], *, learn_at: int) -> Database:
    """A database after some changes, in batches that end at the cuts, with the lexicon learnt after one of them."""
    database = Database.open(":memory:")
    ends = sorted({cut for cut in cuts if cut < len(changed)} | {len(changed)})
    start = 0
    for number, end in enumerate(ends):
        if number == learn_at:
            Reader(database, LEXICON)
        batch = [record(value, start + at) for at, (value, _) in enumerate(changed[start:end])]
        puts = [kept for _, kept in changed[start:end]]
        database.apply(one if kept else Record(*one[:4], None) for one, kept in zip(batch, puts, strict=True))
        start = end
    Reader(database, LEXICON)
    return database


@settings(max_examples=150, deadline=None)
@given(
    changed=changes,
    cuts=st.sets(st.integers(1, 13)),
    learn_at=st.integers(0, 4),
    crowd=st.sampled_from([2, 4, 100]),
    again=st.randoms(use_true_random=False),
)
def test_links_depend_on_the_lines_alone(
    changed: list[tuple[TimelineEntry, bool]], cuts: set[int], learn_at: int, crowd: int, again: Random
) -> None:
    """However lines came, changed and went: the links are those of the last state taken in at once, in any order."""
    last = {key(value): (value, kept) for value, kept in changed}
    final = [(value, kept) for value, kept in last.values() if kept]
    again.shuffle(final)
    with crowds_of(crowd):
        grown = found(filled(changed, cuts, learn_at=learn_at))
        at_once = found(filled(final, set(), learn_at=0))

    assert grown == at_once


@settings(max_examples=150, deadline=None)
@given(
    changed=changes,
    cuts=st.sets(st.integers(1, 13)),
    crowd=st.sampled_from([2, 100]),
    retracted=st.booleans(),
    since=st.sampled_from([None, "2017-01-03"]),
)
def test_what_is_kept_is_what_is_worked_out(
    changed: list[tuple[TimelineEntry, bool]], cuts: set[int], crowd: int, since: str | None, *, retracted: bool
) -> None:
    """The timeline of now, from the links kept, is the one as of a late time, which is worked out from all lines."""
    with crowds_of(crowd):
        reader = Reader(filled(changed, cuts, learn_at=0), LEXICON)
        if not reader.actors():
            return
        now = reader.timeline("salem", Window(retracted=retracted, since=since)).lines
        then = reader.timeline("salem", Window(retracted=retracted, since=since, as_of=LATER)).lines

    assert now == then
    assert [line.id for line in now if line.variant_of == line.id] == []


@st.composite
def histories(draw: st.DrawFn) -> TimelineEntry:
    """A line as of `lines`, that was told, taken back and told again by some articles over ten hours."""
    value = draw(lines())
    line = value.evidence[0].line
    pieces = []
    for article in draw(st.lists(st.sampled_from("abc"), min_size=1, max_size=2, unique=True)):
        hours = sorted(draw(st.sets(st.integers(0, 9), min_size=1, max_size=3)))
        for recorded, until in zip(hours[::2], [*hours[1::2], None], strict=False):
            pieces.append(evidence(line, article, published=draw(days), recorded=recorded, until=until))
    return entry(pieces, actor=value.actor, name=NAME)


def before(value: TimelineEntry, at: int) -> TimelineEntry | None:
    """A line as its record had it at an hour: without what was recorded later, with what was taken back later."""
    known = [
        structs.replace(one, until=one.until if one.until and one.until <= hour(at) else None)
        for one in value.evidence
        if one.recorded <= hour(at)
    ]
    return entry(known, actor=value.actor, name=NAME) if known else None


def shown(lines: Sequence[LineView]) -> list[tuple[object, ...]]:
    """What is told of lines, in their order."""
    return [(one.id, one.state, one.happened, one.published, one.variant_of, one.variant) for one in lines]


@settings(max_examples=200, deadline=None)
@given(
    values=st.lists(histories(), max_size=12, unique_by=key),
    at=st.integers(0, 9),
    crowd=st.sampled_from([2, 100]),
    limit=st.sampled_from([None, 1, 2]),
    retracted=st.booleans(),
    since=st.sampled_from([None, "2017-01-03"]),
    only=st.sampled_from([None, "said"]),
)
def test_as_of_an_instant_is_what_a_reader_showed_then(
    values: list[TimelineEntry],
    at: int,
    crowd: int,
    limit: int | None,
    since: str | None,
    only: Sort | None,
    *,
    retracted: bool,
) -> None:
    """Lines, their variants and the pages are those of a reader that knows only what had been recorded by then."""
    old = [was for value in values if (was := before(value, at))]
    with crowds_of(crowd):
        today = Reader(filled([(value, True) for value in values], set(), learn_at=0), LEXICON)
        then = Reader(filled([(was, True) for was in old], set(), learn_at=0), LEXICON)
        if not then.actors():
            return
        page, pages = None, 0
        while pages == 0 or page:
            window = Window(retracted=retracted, since=since, only=only)
            expected = then.timeline("salem", window, limit=limit, page=page)
            found = today.timeline("salem", structs.replace(window, as_of=hour(at)), limit=limit, page=page)
            assert shown(found.lines) == shown(expected.lines)
            assert found.next == expected.next
            page, pages = found.next, pages + 1


def test_a_mark_that_many_lines_have_links_none() -> None:
    """A phrase of every speech brings no lines together; a rare one does."""
    values = [entry([evidence(said(f"تعاون حدود تجارة قضاء {word}"))]) for word in ("سكان", "زراعة", "جسور")]
    for crowd, linked in ((3, 2), (2, 0)):
        database = Database.open(":memory:")
        with crowds_of(crowd):
            database.apply(record(value, number) for number, value in enumerate(values))
        assert sum(1 for leader, _ in found(database).values() if leader) == linked


def test_a_line_costs_the_same_in_any_timeline() -> None:
    """The last lines of a long timeline are linked in as many steps of the database as those of a short one."""
    assert steps(60) == steps(480)


def steps(before: int) -> int:
    """How many statements about links are run for ten more lines behind so many, ten a month."""
    database = Database.open(":memory:")
    start = datetime(2000, 1, 1, tzinfo=UTC)

    def line(number: int) -> TimelineEntry:
        day = (start + timedelta(days=number // 10 * 30)).date().isoformat()
        left = number % len(_WORDS)
        text = " ".join(_WORDS[:left] + _WORDS[left + 1 :])
        ending = "".join("عقصضطظشغمز"[int(digit)] for digit in f"{number:04}")
        return entry([evidence(said(f"{text} {ending}"), published=day)])

    database.apply(record(line(number), number) for number in range(before))
    run: list[str] = []
    database.connection.set_trace_callback(run.append)
    database.apply(record(line(number), number) for number in range(before, before + 10))
    assert any(reason for _, reason in found(database).values())
    return sum(1 for statement in run if _LINKS.search(statement))


def test_what_stands_under_a_line_is_found_by_index() -> None:
    """Neither a page nor what stands under its lines scans the table."""
    connection = Database.open(":memory:").connection
    asked = {"leaders": "[1]", "once": False, "first": "", "last": "~~"}
    plan = " ".join(row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {VARIANTS}", asked))

    assert "SEARCH entries USING INDEX entries_by_leader (leader=?)" in plan
    assert "SCAN entries" not in plan


def test_a_line_under_two_ids_is_no_variant_of_itself() -> None:
    """What an actor's old id and the known one both have is one line, with the evidence of both."""
    values = [
        entry([evidence(said("تعاون حدود تجارة قضاء", speaker=actor), article)], actor=actor, name=NAME)
        for actor, article in ((BEFORE, "a"), ("salem", "b"))
    ]
    reader = Reader(filled([(value, True) for value in values], set(), learn_at=0), LEXICON)
    (line,) = reader.timeline("salem").lines

    assert (line.id, line.variant_of, line.articles) == (entry_id("salem", values[0].block), None, 2)
