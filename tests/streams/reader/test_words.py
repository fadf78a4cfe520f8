"""Searching by words: Arabic's prefixes and spellings, and whatever people type."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from streams.reader import Database, Reader, Window
from streams.reader.words import folded, match

from .samples import did, entry, evidence, record, said

_LINES = (
    "قال وبوتين إن الاتفاق مع الأسد هش",
    "ستواصل روسيا مكافحة الإرهاب الدولي في سورية",
    "الحرب على الارهاب مستمرة، وفق مكافحة جديدة",
    "التقى بوجدانوف الوفد",
)
_READER = Reader(Database.open(":memory:"))
_READER.database.apply([record(entry([evidence(said(text))], name=""), number) for number, text in enumerate(_LINES)])


def found(query: str) -> set[int]:
    """Numbers of the lines that a query finds."""
    return {_LINES.index(hit.line.text) for hit in _READER.search(query).hits}


@pytest.mark.parametrize(
    ("query", "lines"),
    [
        ("بوتين", {0}),
        ("اسد", {0}),
        ("للأسد", set()),
        ("إرهاب", {1, 2}),
        ("الارهاب", {1, 2}),
        ("مكافحة الإرهاب", {1, 2}),
        ('"مكافحة الإرهاب"', {1}),
        ("«مكافحة الإرهاب»", {1}),
        ("سوريا", {1}),
        ("بسورية", set()),
        ("بوغدانوف", {3}),
        ("مُكافَحَـــة", {1, 2}),
        ("ارها*", {1, 2}),
        ("ارها", set()),
        ("روسيا الأسد", set()),
    ],
)
def test_search(query: str, lines: set[int]) -> None:
    """A word finds itself behind any prefix and in any spelling; marks keep words together; * lets one go on."""
    assert found(query) == lines


@pytest.mark.parametrize("query", ["", " ", '"', '""', "*", "«»", "...", "_", "\0", '" * "'])
def test_a_query_without_a_word_finds_nothing(query: str) -> None:
    """Signs alone are no search."""
    assert match(query) is None
    assert found(query) == set()


@pytest.mark.parametrize(
    "query",
    [
        "NEAR(",
        "NEAR(بوتين, 2)",
        "بوتين OR",
        "text:بوتين",
        "-بوتين",
        "^بوتين",
        "{",
        "a AND",
        '"بوتين',
        "بوتين'); DROP TABLE entries",
    ],
)
def test_what_means_something_to_fts_is_text(query: str) -> None:
    """Operators are words like others and never an error."""
    assert found(query) <= {0}


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=30) | st.text(alphabet='بوتين"*()^:-+{}«»ANDORNEAT _\0', max_size=30))
@example("\ud800 بوتين")
def test_no_query_fails(query: str) -> None:
    """Anything may be typed."""
    assert found(query) <= {0, 1, 2, 3}


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=40))
def test_a_line_is_found_by_each_of_its_words(text: str) -> None:
    """What the index holds of a text, the same text as a query finds again."""
    text = text.replace("\ud800", "")
    words = folded(text).split()
    with Database.open(":memory:") as database:
        database.apply([record(entry([evidence(said(text))]), 0)])
        reader = Reader(database)

        assert all(len(reader.search(word).hits) == 1 for word in words[:5])


def test_the_name_of_the_actor_counts_as_words_of_the_line() -> None:
    """Putin on Assad is found by both names, though he does not name himself."""
    reader = Reader(Database.open(":memory:"))
    reader.database.apply([record(entry([evidence(said("الأسد باق"))], name="فلاديمير بوتين"), 0)])

    assert len(reader.search("بوتين الأسد").hits) == 1


def test_an_event_in_two_timelines_is_found_once() -> None:
    """A meeting is one hit that names both its parties, however many timelines hold it."""
    line = did("اجتمع الوزيران في جنيف")
    reader = Reader(Database.open(":memory:"))
    values = [entry([evidence(line)], actor=actor, name=actor) for actor in ("putin", "lavrov")]
    reader.database.apply([record(value, number) for number, value in enumerate(values)])
    view = reader.search("جنيف", limit=1)

    assert [hit.actors for hit in view.hits] == [["lavrov", "putin"]]
    assert not view.more


def test_a_search_says_that_there_is_more() -> None:
    """A limit that cuts something off is no silence."""
    assert _READER.search("مكافحة", limit=1).more
    assert not _READER.search("مكافحة", limit=2).more


def test_retracted_lines_are_found_only_on_request() -> None:
    """A line that nothing vouches for is left out unless the window asks for it."""
    with Database.open(":memory:") as database:
        database.apply([record(entry([evidence(said("كلام مسحوب"), until=2)]), 0)])
        reader = Reader(database)

        assert reader.search("مسحوب").hits == []
        assert [hit.line.state for hit in reader.search("مسحوب", Window(retracted=True)).hits] == ["retracted"]
