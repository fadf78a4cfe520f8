"""Timelines and searches answer what a fold over all evidence would."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from schemas.lineage import Lineage
from schemas.timeline import Evidence, Line, TimelineEntry
from streams.errors import UsageError
from streams.reader import Database, Reader, Window, queries
from streams.reader.actors import FIRST, LAST
from streams.reader.days import span
from streams.reader.groups import page_query
from streams.reader.views import LineView

from .samples import copy_of, did, entry, evidence, hour, record, said

_DATES = (None, "2016", "2016-12", "2016-12-29", "2018-W20", "--07-12", "2017-01-02")
_PUBLISHED = (None, "2016-12-30", "2017-01-02", "2017-01-02T08:00:00+03:00", "2018-05-15")
_BOUNDS = (None, "2016", "2016-12-29", "2017-01", "2018-W20")
_ARTICLES = "abcd"
#: Gives Putin a line that lies in no window.
PUTIN = entry([evidence(said("سطر بلا تاريخ"), published=None, until=0)])


def reading(*values: TimelineEntry | Lineage) -> Reader:
    """A reader that has taken these in."""
    reader = Reader(Database.open(":memory:"))
    reader.database.apply([record(value, offset) for offset, value in enumerate(values)])
    return reader


@st.composite
def entries(draw: st.DrawFn) -> TimelineEntry:
    """A line of Putin's with the evidence of some articles, each one's pieces following one another in time."""
    text = draw(st.sampled_from("ابتثجحخدذرزسشصضطظعغ"))
    date = draw(st.sampled_from(_DATES))
    kind = draw(st.booleans())
    pieces: list[Evidence] = []
    for article in draw(st.lists(st.sampled_from(_ARTICLES), min_size=1, max_size=3, unique=True)):
        hours = sorted(draw(st.sets(st.integers(0, 9), min_size=1, max_size=4)))
        published = draw(st.sampled_from(_PUBLISHED))
        for at in range(0, len(hours), 2):
            line: Line = said(text, date=draw(st.sampled_from(_DATES))) if kind else did(text, date=date)
            until = hours[at + 1] if at + 1 < len(hours) else None
            pieces.append(evidence(line, article, published=published, recorded=hours[at], until=until))
    return entry(pieces)


def stood(value: TimelineEntry, at: datetime | None) -> tuple[list[Evidence], list[Evidence]]:
    """The evidence of a line that stood at an instant, and all that had been recorded: by the definition."""
    recorded = [one for one in value.evidence if at is None or one.recorded <= at]
    return [one for one in recorded if one.until is None or (at is not None and at < one.until)], recorded


def told(value: TimelineEntry, window: Window, lineages: dict[str, str]) -> tuple[str, str, int, int] | None:
    """What a window shows of a line: its id, state of life, witnesses, articles; None for nothing."""
    standing, recorded = stood(value, window.as_of)
    shown = standing or (recorded if window.retracted else [])
    if not shown:
        return None
    line = shown[0].line
    date = line.quotation.date if hasattr(line, "quotation") else line.event.date
    published = min((one.source.published for one in shown if one.source.published), default=None)
    days = span(date.value if date else None) or span(published)
    if window.since or window.until:
        first, last = window.days
        if days is None or days[0] > last or days[1] < first:
            return None
    articles = {one.source.article for one in standing}
    witnesses = {lineages.get(article, article) for article in articles}
    return value.id, "standing" if standing else "retracted", len(witnesses), len(articles)


windows = st.builds(
    lambda since, until, hours, retracted: Window(
        since=since, until=until, as_of=None if hours is None else hour(hours), retracted=retracted
    ),
    st.sampled_from(_BOUNDS),
    st.sampled_from(_BOUNDS),
    st.none() | st.integers(0, 10),
    st.booleans(),
)


def shape(line: LineView) -> tuple[str, str, int, int]:
    """What is compared with the definition."""
    return line.id, "retracted" if line.state == "retracted" else "standing", line.witnesses, line.articles


@settings(max_examples=150, deadline=None)
@given(
    st.lists(entries(), max_size=8, unique_by=lambda value: value.id),
    windows,
    st.dictionaries(st.sampled_from(_ARTICLES), st.sampled_from(_ARTICLES)),
)
def test_a_timeline_is_what_the_evidence_says(
    values: list[TimelineEntry], window: Window, lineages: dict[str, str]
) -> None:
    """Every window, now and as of any hour, shows exactly the lines and witnesses that a fold over evidence gives."""
    assume(in_order(window))
    reader = reading(*values, *map(copy_of, lineages, lineages.values()))
    found = [shape(line) for line in timeline(reader, window)]
    expected = [shown for value in values if (shown := told(value, window, lineages))]

    assert sorted(found) == sorted(expected)


@settings(max_examples=60, deadline=None)
@given(st.lists(entries(), max_size=8, unique_by=lambda value: value.id), windows, st.integers(1, 3))
def test_pages_add_up_to_the_timeline(values: list[TimelineEntry], window: Window, limit: int) -> None:
    """Page after page gives every line once; a page has no more lines than were asked for."""
    assume(in_order(window))
    reader = reading(PUTIN, *values)
    whole = [line.id for line in reader.timeline("putin", window).lines]
    pages: list[str] = []
    page = None
    for _ in range(len(values) + 2):
        view = reader.timeline("putin", window, limit=limit, page=page)
        pages += [line.id for line in view.lines]
        assert len(view.lines) <= limit
        page = view.next
        if page is None:
            break

    assert page is None
    assert sorted(pages) == sorted(whole)


@settings(max_examples=60, deadline=None)
@given(st.lists(entries(), max_size=8, unique_by=lambda value: value.id))
def test_lines_follow_the_day_they_happened(values: list[TimelineEntry]) -> None:
    """Lines are in the order of their first day, but variants of a line; those that nothing dates come last."""
    lines = [line for line in timeline(reading(*values), Window()) if not line.variant_of]
    days = [(span(line.happened) or span(line.published) or ("~", ""))[0] for line in lines]

    assert days == sorted(days)


def test_copies_of_one_text_are_one_witness() -> None:
    """Three articles of which two print one text are two witnesses, and a lineage that comes late counts at once."""
    line = said("روسيا ستواصل دعم سورية")
    value = entry([evidence(line, article) for article in "abc"])
    reader = reading(value, copy_of("a", "a"))
    before = reader.timeline("putin").lines[0]
    reader.database.apply([record(copy_of("b", "a"), 9)])
    after = reader.timeline("putin").lines[0]

    assert (before.witnesses, before.articles) == (3, 3)
    assert (after.witnesses, after.articles) == (2, 3)
    assert [(one.source.article, one.original, one.relation) for one in after.evidence] == [
        ("a", "a", "original"),
        ("b", "a", "near"),
        ("c", "c", "original"),
    ]


def test_a_line_that_an_article_took_back_is_corrected_and_then_retracted() -> None:
    """Losing one of two witnesses is visible; losing both hides the line from those who do not ask."""
    line = said("كلام")
    reader = reading(entry([evidence(line, "a", until=4), evidence(line, "b", until=8)]))

    states = {at: [one.state for one in reader.timeline("putin", Window(as_of=hour(at))).lines] for at in (3, 4, 8)}
    assert states == {3: ["standing"], 4: ["corrected"], 8: []}
    assert [one.state for one in reader.timeline("putin", Window(retracted=True)).lines] == ["retracted"]


def test_a_new_version_that_tells_the_same_is_no_correction() -> None:
    """Evidence that one version hands to the next leaves the line as it was."""
    line = said("كلام")
    reader = reading(entry([evidence(line, until=4), evidence(line, recorded=4, version=2)]))

    assert [one.state for one in reader.timeline("putin").lines] == ["standing"]


def test_a_new_version_that_tells_it_otherwise_is_a_correction() -> None:
    """An act that the next version calls planned was corrected."""
    pieces = [
        evidence(did("اجتمع الوزيران"), until=4),
        evidence(did("اجتمع الوزيران", realis="future"), recorded=4, version=2),
    ]

    assert [one.state for one in reader_lines(entry(pieces))] == ["corrected"]


def test_lines_of_one_article_follow_its_text() -> None:
    """What no date tells apart stands in the order in which the article tells it."""
    lines = [said(text, start=start) for text, start in (("ثالثا", 300), ("اولا", 7), ("ثانيا", 20))]

    assert [one.text for one in reader_lines(*(entry([evidence(line)]) for line in lines))] == [
        "اولا",
        "ثانيا",
        "ثالثا",
    ]


def test_a_timeline_of_an_actor_without_lines_is_empty() -> None:
    """An actor that only the lexicon knows is found and has nothing."""
    reader = Reader(Database.open(":memory:"), {"angela-merkel": ["أنغيلا ميركل", "ميركل"]})
    view = reader.timeline("ميركل")

    assert (view.actor.id, view.actor.name, view.lines, view.next) == ("angela-merkel", "أنغيلا ميركل", [], None)


def test_a_page_that_nobody_gave_is_refused() -> None:
    """A token that is not ours is called so."""
    with pytest.raises(UsageError, match="no page"):
        reading(PUTIN).timeline("putin", page="é")


def test_bounds_the_wrong_way_round_are_refused() -> None:
    """A window without a day says so instead of showing nothing."""
    with pytest.raises(UsageError, match="the first date is the later one"):
        reading(PUTIN).timeline("putin", Window(since="2017", until="2016"))


def test_actors_are_counted_and_dated_by_what_stands() -> None:
    """The list gives statements, events and retracted lines apart, and the days of what stands."""
    reader = reading(
        entry([evidence(said("واحد"), published="2017-01-05")]),
        entry([evidence(said("اثنان"), published="2015-01-01", until=3)]),
        entry([evidence(did("اجتمع", date="2016-12"))]),
        entry([evidence(did("اجتمع", date="2016-12"))], actor="lavrov", name="سيرغي لافروف"),
    )
    putin, lavrov = reader.actors()

    assert (putin.id, putin.statements, putin.events, putin.retracted) == ("putin", 1, 1, 1)
    assert (putin.first, putin.last) == ("2016-12-01", "2017-01-05")
    assert (lavrov.id, lavrov.name, lavrov.lines) == ("lavrov", "سيرغي لافروف", 1)
    assert [one.id for one in reader.actors("لاف")] == ["lavrov"]
    assert [one.id for one in reader.actors(limit=1)] == ["putin"]


def test_what_others_say_is_told_apart() -> None:
    """A statement stands in the timelines of who speaks and of whom it names; each sort can be asked for alone."""
    text = "لافروف وزير مجرب"
    reader = reading(
        entry([evidence(said(text))]),
        entry([evidence(said(text, about=True))], actor="lavrov", name="سيرغي لافروف"),
        entry([evidence(said("كلام آخر", speaker="lavrov"))], actor="lavrov", name="سيرغي لافروف"),
        entry([evidence(did("التقى لافروف بوتين"))], actor="lavrov", name="سيرغي لافروف"),
    )

    actor = reader.actor("lavrov")
    assert (actor.statements, actor.events, actor.about, actor.lines) == (1, 1, 1, 3)
    for sort, lines in {"said": ["كلام آخر"], "done": ["التقى لافروف بوتين"], "about": [text]}.items():
        found = reader.timeline("lavrov", Window(only=sort))  # type: ignore[arg-type]
        assert [line.text for line in found.lines] == lines
        hits = reader.search(lines[0], Window(only=sort)).hits  # type: ignore[arg-type]
        assert [hit.line.text for hit in hits if hit.line.actor == "lavrov"] == lines
    assert [line.text for line in reader.timeline("lavrov", Window(only="about", as_of=hour(3))).lines] == [text]


def test_a_search_gives_a_statement_once() -> None:
    """It stands in several timelines; that of who speaks comes first."""
    text = "لافروف وزير مجرب"
    reader = reading(
        entry([evidence(said(text, about=True))], actor="lavrov", name="سيرغي لافروف"), entry([evidence(said(text))])
    )

    (hit,) = reader.search("مجرب").hits
    assert (hit.line.actor, hit.actors) == ("putin", ["putin"])


@pytest.mark.parametrize(
    "window", [Window(), Window(since="2016-12"), Window(only="about"), Window(since="2016", retracted=True)]
)
def test_a_page_costs_the_same_in_any_timeline(window: Window) -> None:
    """Whatever is asked for, a page is read off the stretches of an index, with no scan of the table and no sorting."""
    connection = reading(PUTIN).database.connection
    first, last = window.days
    asked = {"actor": "putin", "after": "", "start": "", "first": first, "last": last, "limit": 10}
    plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {page_query(window)}", asked)]

    searched = [step for step in plan if "entries" in step]
    assert searched
    for step in searched:
        assert "(actor=? AND live=? AND sort=? AND place>?" in step
    assert not [step for step in plan if "SCAN" in step or "TEMP B-TREE" in step]


def test_days_of_an_actor_are_read_off_the_index() -> None:
    """The first and the last day of a timeline cost the same in any."""
    connection = reading(PUTIN).database.connection
    for query in (FIRST, LAST):
        plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {query}", {"actor": "putin", "never": "~"})]
        assert not [step for step in plan if "SCAN entries" in step or "TEMP B-TREE" in step]


def test_many_lines_that_hold_a_word_are_found_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of more lines than are weighed, those that were read last are found; a window or a time finds the others."""
    monkeypatch.setattr(queries, "_WEIGHED", 3)
    lines = [
        entry([evidence(said(f"كلمة {word}"), published=f"2017-01-0{day}", recorded=day)])
        for day, word in enumerate("ابتثج", 1)
    ]
    reader = reading(*lines)

    assert {hit.line.published for hit in reader.search("كلمة").hits} == {"2017-01-03", "2017-01-04", "2017-01-05"}
    first = reader.search("كلمة", Window(until="2017-01-01")).hits
    assert [hit.line.published for hit in first] == ["2017-01-01"]
    then = reader.search("كلمة", Window(as_of=hour(2))).hits
    assert {hit.line.published for hit in then} == {"2017-01-01", "2017-01-02"}


def timeline(reader: Reader, window: Window) -> list[LineView]:
    """Putin's lines; none where he has none at all."""
    if not reader.actors():
        return []
    return reader.timeline("putin", window).lines


def reader_lines(*values: TimelineEntry) -> list[LineView]:
    """The timeline of what stands now."""
    return reading(*values).timeline("putin").lines


def in_order(window: Window) -> bool:
    """Whether the bounds of a window are the right way round."""
    try:
        return bool(window.days)
    except UsageError:
        return False


def test_a_line_that_another_process_takes_away_during_a_search_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was found and is gone when it is read, as after an erasure, is not told, and is no fault."""
    lines = [entry([evidence(said("سطر أول عن السد"))]), entry([evidence(said("سطر ثان عن السد"))])]
    with Database.open(tmp_path / "one") as own, Database.open(tmp_path / "one") as other:
        own.apply([record(value, offset) for offset, value in enumerate(lines)])
        reader, select = Reader(own), own.select
        assert len(reader.search("السد").hits) == 2
        gone = record(lines[0], 2)._replace(value=None)

        def overtaken(query: str, parameters: Mapping[str, object] = MappingProxyType({})) -> list[tuple[Any, ...]]:
            found = list(select(query, parameters))
            if query == queries._SEARCH:  # noqa: SLF001
                other.apply([gone])
            return found

        monkeypatch.setattr(own, "select", lambda *asked: iter(overtaken(*asked)))

        assert [hit.line.text for hit in reader.search("السد").hits] == ["سطر ثان عن السد"]
