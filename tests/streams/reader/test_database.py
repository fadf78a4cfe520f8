"""The reader's database takes records in once, in any batches, and refuses files that are not its own."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.registry import ENTRIES, LINEAGE
from schemas.timeline import Line
from streams.errors import MusnadError
from streams.reader import Database, Record
from streams.reader.schema import VERSION

from .samples import copy_of, did, entry, evidence, party, record, said

_ACTORS = ("putin", "lavrov")
_TEXTS = ("روسيا ستواصل دعم سورية", "اجتمع الوزيران في موسكو", "دعا إلى وقف القتال")


@st.composite
def histories(draw: st.DrawFn) -> list[Record]:
    """Records of two topics and three partitions, each partition in order; keys are written again and deleted."""
    records = []
    for partition, actor in enumerate(_ACTORS):
        offset = draw(st.integers(0, 3))
        for _ in range(draw(st.integers(0, 6))):
            text = draw(st.sampled_from(_TEXTS))
            lines: list[Line] = [said(text, speaker=actor), said(text, speaker=actor, about=True), did(text)]
            line = draw(st.sampled_from(lines))
            pieces = [
                evidence(line, article, until=until)
                for article in draw(st.lists(st.sampled_from("abc"), max_size=3, unique=True))
                for until in [draw(st.sampled_from([None, 5]))]
            ]
            value = entry(pieces or [evidence(line)], actor=actor, name=draw(st.sampled_from(["بوتين", "لافروف"])))
            if not pieces:
                value.evidence, value.live = [], False
            made = record(value, offset, partition)
            records.append(made._replace(value=draw(st.sampled_from([made.value, made.value, None, b"junk"]))))
            offset += draw(st.integers(1, 3))
    for offset, (article, original) in enumerate(draw(st.lists(st.tuples(*[st.sampled_from("abc")] * 2), max_size=4))):
        records.append(record(copy_of(article, original), offset, 7))
    return records


def test_a_scrubbed_file_holds_no_words_of_what_was_deleted(tmp_path: Path) -> None:
    """Neither the full-text index nor freed pages nor the log keep them, and what is left is found as before."""
    path = tmp_path / "timelines.sqlite"
    gone = [entry([evidence(said(f"{word} زمهريرية"))], actor="putin") for word in _TEXTS]
    kept = entry([evidence(said(_TEXTS[0], speaker="lavrov"))], actor="lavrov")
    with Database.open(path) as database:
        database.apply([record(one, offset) for offset, one in enumerate([*gone, kept])])
        database.apply([record(one, 10 + offset)._replace(value=None) for offset, one in enumerate(gone)])

        def holding() -> list[str]:
            return [file.name for file in tmp_path.iterdir() if "زمهريرية".encode() in file.read_bytes()]

        assert holding()
        database.scrub()
        assert not holding()
        assert [row[0] for row in contents(database)["entries"]] == [f"lavrov/{kept.id}"]
    with Database.open(path) as database, Database.open(path) as other:
        other.connection.execute("BEGIN")
        other.connection.execute("SELECT count(*) FROM entries").fetchone()
        database.connection.execute("PRAGMA busy_timeout = 50")
        with pytest.raises(MusnadError, match="in use by another process"):
            database.scrub()


def contents(database: Database) -> dict[str, list[tuple[Any, ...]]]:
    """Everything in the tables but the row numbers, which follow the order of arrival."""
    queries = {
        "entries": "SELECT key, actor, name, sort, live, first, last, place, value FROM entries ORDER BY key",
        "instants": "SELECT key, since, settled FROM entries ORDER BY key",
        "evidence": "SELECT key, article, until FROM evidence JOIN entries ON number = entry ORDER BY 1, 2, 3",
        "orphans": "SELECT * FROM evidence WHERE entry NOT IN (SELECT number FROM entries)",
        "words": "SELECT key, words.text, words.name FROM entries LEFT JOIN words ON words.rowid = number ORDER BY key",
        "indexed": "SELECT count(*) FROM words",
        "lineage": "SELECT * FROM lineage ORDER BY article",
        "names": "SELECT actor, name, statements, events, about, retracted FROM names ORDER BY actor, name",
        "unread": "SELECT * FROM unread ORDER BY topic, partition, offset",
        "offsets": "SELECT * FROM offsets ORDER BY topic, partition",
    }
    return {name: database.connection.execute(query).fetchall() for name, query in queries.items()}


def filled(*batches: list[Record]) -> dict[str, list[tuple[Any, ...]]]:
    """The contents of a new database after some batches."""
    with Database.open(":memory:") as database:
        for batch in batches:
            database.apply(batch)
        return contents(database)


@settings(max_examples=60, deadline=None)
@given(histories(), st.data())
def test_any_batches_order_and_repeats_lead_to_the_same_contents(history: list[Record], data: st.DataObject) -> None:
    """However partitions interleave, batches are cut, and records repeat, the tables end the same."""
    lanes: dict[tuple[str, int], list[Record]] = {}
    for one in history:
        lanes.setdefault((one.topic, one.partition), []).append(one)
    order = data.draw(st.permutations([place for place, lane in lanes.items() for _ in lane]))
    queues = {place: iter(lane) for place, lane in lanes.items()}
    batches: list[list[Record]] = [[]]
    for place in order:
        batches[-1].append(next(queues[place]))
        if data.draw(st.booleans()):
            batches.append(list(batches[-1]) if data.draw(st.booleans()) else [])

    assert filled(*batches, history) == filled(history)


@settings(max_examples=40, deadline=None)
@given(histories())
def test_names_count_what_stands_in_the_entries(history: list[Record]) -> None:
    """The counts of each name equal a count over the entries, whatever was rewritten or deleted."""
    with Database.open(":memory:") as database:
        database.apply(history)
        counted = database.connection.execute(
            """SELECT actor, name, sum(live AND sort = 'said'), sum(live AND sort = 'done'),
                sum(live AND sort = 'about'), sum(NOT live)
            FROM entries GROUP BY actor, name ORDER BY actor, name"""
        ).fetchall()

        assert contents(database)["names"] == counted
        assert contents(database)["orphans"] == []


def test_records_below_the_stored_offset_are_passed_over() -> None:
    """An older record that comes again does not undo a newer one."""
    line = said("كلام")
    old, new = record(entry([evidence(line)]), 3), record(entry([evidence(line), evidence(line, "b")]), 9)
    with Database.open(":memory:") as database:
        assert database.apply([old, new]) == 2
        assert database.apply([old]) == 0
        assert database.offsets() == {(ENTRIES.name, 0): 10}
        assert database.connection.execute("SELECT value FROM entries").fetchall() == [(new.value,)]


def test_offsets_and_records_are_kept_together_or_not_at_all(tmp_path: Path) -> None:
    """A batch that fails half-way leaves neither its records nor its offsets behind."""
    path = tmp_path / "reader.db"

    def broken() -> Any:
        yield record(entry([evidence(said("كلام"))]), 0)
        raise KeyboardInterrupt

    with Database.open(path) as database, pytest.raises(KeyboardInterrupt):
        database.apply(broken())
    with Database.open(path) as database:
        assert database.offsets() == {}
        assert contents(database)["entries"] == []


def test_two_readers_of_one_file_do_the_work_once(tmp_path: Path) -> None:
    """What one process took in is not new to another that has the file open."""
    records = [record(entry([evidence(said(f"كلام {number}"))]), number) for number in range(5)]
    with Database.open(tmp_path / "reader.db") as one, Database.open(tmp_path / "reader.db") as other:
        assert one.apply(records[:3]) == 3
        assert other.apply(records) == 2
        assert contents(one) == contents(other)


def test_readers_that_write_at_once_wait_for_each_other(tmp_path: Path) -> None:
    """Several commands that catch up at the same time take each record in once, and none of them fails."""
    records = [record(entry([evidence(said(f"كلام {number}"))]), number) for number in range(120)]

    def catch_up(_: int) -> int:
        with Database.open(tmp_path / "reader.db") as database:
            return sum(database.apply(records[at : at + 5]) for at in range(0, len(records), 5))

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(catch_up, range(8))) == len(records)


def test_a_line_that_never_stood_is_not_kept() -> None:
    """An entry without evidence, of a late older version, is nobody's line."""
    value = entry([evidence(said("كلام"))])
    value.evidence, value.live = [], False

    assert filled([record(value, 0)])["entries"] == []


def test_a_record_that_cannot_be_decoded_is_noted_and_passed_over() -> None:
    """Junk in the topic stops nobody: it is listed with its place, and the next record is read."""
    good = record(entry([evidence(said("كلام"))]), 2)
    with Database.open(":memory:") as database:
        database.apply([good._replace(offset=0, value=b"{"), good._replace(offset=1, key=b"\xff"), good])

        assert [row[:3] for row in database.unread()] == [(ENTRIES.name, 0, 0), (ENTRIES.name, 0, 1)]
        assert len(contents(database)["entries"]) == 1


def test_a_name_of_no_letters_is_counted_like_any_other() -> None:
    """An empty name does not get lost."""
    value = entry([evidence(said("كلام"))], name="")

    assert filled([record(value, 0)])["names"] == [("putin", "", 1, 0, 0, 0)]


def test_a_tombstone_of_a_lineage_forgets_it() -> None:
    """An article without lineage is its own original again."""
    copy = record(copy_of("b", "a"), 0)

    assert filled([copy, copy._replace(offset=1, value=None)])["lineage"] == []
    assert filled([copy])["lineage"] != []


def test_another_log_empties_the_database(tmp_path: Path) -> None:
    """Offsets of one cluster mean nothing in another."""
    with Database.open(tmp_path / "reader.db") as database:
        database.apply([record(entry([evidence(said("كلام"))]), 0)])
        assert database.follow("one")
        assert database.follow("one")
        assert database.offsets() == {(ENTRIES.name, 0): 1}

        assert not database.follow("other")
        assert database.offsets() == {}
        assert contents(database)["entries"] == []
        assert database.follow("other")


def test_another_topic_only_moves_its_offset() -> None:
    """Records that hold nothing for the reader are not read again."""
    with Database.open(":memory:") as database:
        assert database.apply([Record("articles.status", 1, 4, b"x", b"y")]) == 1
        assert database.offsets() == {("articles.status", 1): 5}


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    """Opening a text file says so and leaves it as it was."""
    path = tmp_path / "notes.txt"
    path.write_text("no database, and more than a header of text\n" * 50)

    with pytest.raises(MusnadError, match=r"notes\.txt .*not a database.*give another path\."):
        Database.open(path)
    assert path.read_text().startswith("no database")


def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    """A SQLite file that is not ours is not written into."""
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE mine (x)")
    before = path.read_bytes()
    other.close()

    with pytest.raises(MusnadError, match="another program's"):
        Database.open(path)
    assert path.read_bytes() == before


def test_tables_of_an_earlier_version_are_made_anew(tmp_path: Path) -> None:
    """Who can fill them again has the tables of now, empty; who cannot is told what to do."""
    path = tmp_path / "reader.db"
    with Database.open(path) as database:
        database.apply([record(entry([evidence(said(_TEXTS[0]))]), 0)])
        database.connection.execute("DROP TABLE marks")
        database.connection.execute("CREATE TABLE forgotten (word TEXT)")
        database.connection.execute(f"PRAGMA user_version = {VERSION - 1}")

    with pytest.raises(MusnadError, match=r"another version of Musnad.*ask once without --offline"):
        Database.open(path)
    with Database.open(path, renew=True) as database:
        assert not database.offsets()
        assert not list(database.select("SELECT name FROM pragma_table_list WHERE name = 'forgotten'"))
        database.apply([record(entry([evidence(said(_TEXTS[0]))]), 0)])
        renewed = contents(database)
    with Database.open(tmp_path / "new.db") as database:
        database.apply([record(entry([evidence(said(_TEXTS[0]))]), 0)])
        assert contents(database) == renewed


def test_another_version_is_refused(tmp_path: Path) -> None:
    """A file of later tables says what to do with it."""
    path = tmp_path / "reader.db"
    with Database.open(path) as database:
        database.connection.execute(f"PRAGMA user_version = {VERSION + 1}")

    with pytest.raises(MusnadError, match=r"another version of Musnad.*delete it"):
        Database.open(path, renew=True)


def test_a_damaged_file_is_told_in_one_sentence(tmp_path: Path) -> None:
    """A page that was overwritten ends no query in a traceback."""
    path = tmp_path / "reader.db"
    with Database.open(path) as database:
        database.apply([record(entry([evidence(said(f"كلام {number}"))]), number) for number in range(50)])
        database.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    data = path.read_bytes()
    path.write_bytes(data[:4096] + b"\xff" * (len(data) - 4096))

    with Database.open(path) as database, pytest.raises(MusnadError, match=r"cannot be read.*delete it"):
        database.offsets()


def test_a_folder_is_refused(tmp_path: Path) -> None:
    """A path that cannot be a file says so in one sentence."""
    with pytest.raises(MusnadError, match="cannot be opened"):
        Database.open(tmp_path)


def test_the_folder_of_a_new_database_is_made(tmp_path: Path) -> None:
    """Nobody has to create folders first."""
    Database.open(tmp_path / "deep" / "down" / "reader.db").close()

    assert (tmp_path / "deep" / "down" / "reader.db").exists()


def test_samples_are_what_the_topics_carry() -> None:
    """The records of these tests decode as the registry says."""
    made = record(entry([evidence(did("اجتمعا في موسكو", actors=[party("putin").id or ""]))]), 0)

    assert ENTRIES.decode(made.value or b"").actor == "putin"
    assert LINEAGE.decode(record(copy_of("b", "a"), 0).value or b"").original == "a"
