"""An actor whose name the lexicon learns takes its old lines along, without a rebuild."""

from datetime import datetime
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.ids import unknown_actor_id
from schemas.timeline import Evidence, TimelineEntry
from streams.reader import Database, Reader, Window
from streams.reader.views import TimelineView

from .samples import did, entry, evidence, record, said

NAME = "سالم الحديدي"
BEFORE = unknown_actor_id(NAME) or ""
LEXICON = {"salem": [NAME, "أبو خالد الحديدي"], "nader": ["نادر الشامي"]}


def filled(database: Database, *values: TimelineEntry) -> Database:
    """The database after it has taken these in, behind what it has."""
    start = max(database.offsets().values(), default=0)
    database.apply([record(value, start + number) for number, value in enumerate(values)])
    return database


def words(view: TimelineView) -> list[str]:
    """The words of a timeline's lines."""
    return [line.text for line in view.lines]


def shape(view: TimelineView) -> list[tuple[str, str, str, int, list[tuple[str, datetime]]]]:
    """What a timeline tells, but for how its parties are called."""
    return [
        (line.id, line.actor, line.text, line.witnesses, [(one.source.article, one.recorded) for one in line.evidence])
        for line in view.lines
    ]


def told(text: str, actor: str, *, article: str = "a", recorded: int = 0) -> TimelineEntry:
    """A statement in the timeline of an actor."""
    return entry([evidence(said(text, speaker=actor), article, recorded=recorded)], actor=actor, name=NAME)


def test_lines_of_before_join_the_known_actor() -> None:
    """Its timeline, its number of lines and who speaks are the known actor's, by whatever id one asks."""
    database = filled(Database.open(":memory:"), told("الأولى", BEFORE), told("الثانية", "salem"))
    unknowing = Reader(database)
    assert words(unknowing.timeline("salem")) == ["الثانية"]

    reader = Reader(database, LEXICON)
    for name in ("salem", NAME, BEFORE, "أبو خالد الحديدي"):
        view = reader.timeline(name)
        assert sorted(words(view)) == ["الأولى", "الثانية"]
        assert (view.actor.id, view.actor.statements) == ("salem", 2)
        assert {line.actor for line in view.lines} == {"salem"}
        assert {line.line.quotation.speakers[0].id for line in view.lines} == {"salem"}  # type: ignore[union-attr]
    assert [actor.id for actor in reader.actors()] == ["salem"]
    assert [hit.actors for hit in reader.search("الأولى").hits] == [["salem"]]


def test_lines_that_come_later_join_too() -> None:
    """A worker with an older lexicon may still write under the id of before."""
    reader = Reader(Database.open(":memory:"), LEXICON)
    filled(reader.database, told("الأولى", BEFORE))
    filled(reader.database, told("الثانية", BEFORE))

    assert sorted(words(reader.timeline("salem"))) == ["الأولى", "الثانية"]


def test_a_name_that_the_lexicon_loses_goes_back() -> None:
    """What the topics say is never overwritten."""
    database = filled(Database.open(":memory:"), told("الأولى", BEFORE), told("الثانية", "salem"))
    Reader(database, LEXICON)
    reader = Reader(database, {"salem": ["سالم بن علي"]})

    assert words(reader.timeline("salem")) == ["الثانية"]
    assert words(reader.timeline(BEFORE)) == ["الأولى"]


def test_a_name_that_two_actors_bear_joins_nothing() -> None:
    """Nobody knows whose lines they are."""
    database = filled(Database.open(":memory:"), told("الأولى", BEFORE))
    reader = Reader(database, {"salem": [NAME], "other": [NAME]})

    assert words(reader.timeline(BEFORE)) == ["الأولى"]
    assert reader.actor("salem").lines == 0


def test_the_same_line_under_both_ids_is_one() -> None:
    """Its evidence adds up, now, as of any hour, and in a search."""
    first = told("الكلمات نفسها", BEFORE, article="a", recorded=0)
    second = told("الكلمات نفسها", "salem", article="b", recorded=5)
    reader = Reader(filled(Database.open(":memory:"), first, second), LEXICON)

    (line,) = reader.timeline("salem").lines
    assert (line.id, line.articles) == (second.id, 2)
    (line,) = reader.timeline("salem", Window(as_of=first.evidence[0].recorded)).lines
    assert line.articles == 1
    (hit,) = reader.search("نفسها").hits
    assert hit.line.articles == 2


def test_parties_of_events_are_known_too() -> None:
    """Whom a line names besides its actor is called as today."""
    deed = did("التقى الحديدي الشامي", actors=(BEFORE, "nader"))
    reader = Reader(filled(Database.open(":memory:"), entry([evidence(deed)], actor="nader")), LEXICON)

    (line,) = reader.timeline("nader").lines
    assert [party.id for party in line.line.event.actors] == ["salem", "nader"]  # type: ignore[union-attr]


def test_the_lexicon_is_learnt_once(tmp_path: Path) -> None:
    """Opening the database again with the same lexicon writes nothing."""
    path = tmp_path / "reader.db"
    with Database.open(path) as database:
        Reader(filled(database, told("الأولى", BEFORE)), LEXICON)
        before = database.connection.total_changes
        Reader(database, LEXICON)

        assert database.connection.total_changes == before


_lines = st.lists(
    st.tuples(st.sampled_from("ابتثجح"), st.sampled_from("abc"), st.booleans(), st.integers(0, 5)), max_size=10
)


@settings(max_examples=150, deadline=None)
@given(lines=_lines, limit=st.integers(1, 3), learn_first=st.booleans())
def test_joining_equals_having_known_all_along(
    lines: list[tuple[str, str, bool, int]], limit: int, *, learn_first: bool
) -> None:
    """Whatever was written under which id: lines and evidence are as if all stood under the known one."""
    mixed: dict[tuple[str, str], list[Evidence]] = {}
    known: dict[str, dict[tuple[str, int], Evidence]] = {}
    for text, article, before, hour in lines:
        actor = BEFORE if before else "salem"
        whose = mixed.setdefault((actor, text), [])
        if any((one.source.article, one.recorded.hour) == (article, hour) for one in known.get(text, {}).values()):
            continue
        whose.append(evidence(said(text, speaker=actor, start=ord(text)), article, recorded=hour))
        known.setdefault(text, {})[article, hour] = evidence(
            said(text, speaker="salem", start=ord(text)), article, recorded=hour
        )
    written = [entry(pieces, actor=actor, name=NAME) for (actor, _), pieces in mixed.items() if pieces]
    plain = [entry([*pieces.values()], actor="salem", name=NAME) for pieces in known.values()]

    database = Database.open(":memory:")
    if learn_first:
        Reader(database, LEXICON)
    found = Reader(filled(database, *written), LEXICON)
    wanted = Reader(filled(Database.open(":memory:"), *plain), LEXICON)

    expected = shape(wanted.timeline("salem"))
    assert shape(found.timeline("salem")) == expected
    view = found.timeline("salem", limit=limit)
    paged = [line.id for line in view.lines]
    while view.next:
        view = found.timeline("salem", limit=limit, page=view.next)
        paged += [line.id for line in view.lines]
    assert sorted(paged) == sorted(line[0] for line in expected)
