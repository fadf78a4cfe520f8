"""Reading articles from files: what is passed on, and what is complained of, with its place."""

import gzip
import json
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest
from aiokafka.record.default_records import DefaultRecordBatchBuilder

from schemas.registry import MAX_RECORD_BYTES
from streams.agents.step import Record
from streams.clients.files import Envelope, Item, Problem, envelope, read
from streams.errors import UsageError

LINE = '{"uri": "urn:1",  "text": "نص"}'.encode()


def found(*paths: Path, **names: str) -> tuple[list[Item], list[Problem]]:
    """Items and problems of some files."""
    everything = list(read(paths, names))
    return (
        [one for one in everything if isinstance(one, Item)],
        [one for one in everything if isinstance(one, Problem)],
    )


def test_lines_are_passed_on_byte_for_byte(tmp_path: Path) -> None:
    """A line of JSON becomes a record as it stands, with its URI for the key."""
    path = tmp_path / "a.jsonl"
    path.write_bytes(LINE + b"\r\n\n" + LINE.replace(b"urn:1", b"urn:2"))

    items, problems = found(path)

    assert [(item.key, item.value) for item in items] == [
        (b"urn:1", LINE),
        (b"urn:2", LINE.replace(b"urn:1", b"urn:2")),
    ]
    assert items[1].place == f"{path}:3"
    assert not problems


def test_a_broken_line_is_told_with_its_place_and_the_rest_is_read(tmp_path: Path) -> None:
    """Each line that is no article is named; the lines after it are read all the same."""
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"uri": \n[1]\n{"text": "x"}\n{"uri": 5}\n' + LINE)

    items, problems = found(path)

    assert [item.key for item in items] == [b"urn:1"]
    assert [problem.place for problem in problems] == [f"{path}:{number}" for number in (1, 2, 3, 4)]
    assert "is no JSON object" in problems[0].message
    assert "--field uri=id" in problems[2].message


def test_nesting_bombs_are_complaints(tmp_path: Path) -> None:
    """Brackets without end do not exhaust the stack."""
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"[" * 200_000 + b"\n" + b'{"uri":' * 100_000 + b"\n" + LINE)

    items, problems = found(path)

    assert len(problems) == 2
    assert len(items) == 1


def test_text_files_keep_every_character(tmp_path: Path) -> None:
    """A text file becomes the article's text with its line ends and marks as they are."""
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "a.txt").write_bytes("سطر\r\nسطر\u200f".encode())

    items, _ = found(folder)

    assert items[0].key == b"file:news/a.txt"
    assert json.loads(items[0].value or b"")["text"] == "سطر\r\nسطر\u200f"


def test_text_in_another_encoding_says_what_to_do(tmp_path: Path) -> None:
    """Bytes that are no UTF-8 are refused with a hint, and read when the encoding is named."""
    path = tmp_path / "a.txt"
    path.write_bytes("نص".encode("cp1256"))

    assert "--encoding windows-1256" in found(path)[1][0].message
    read_again = list(read([path], {}, "windows-1256"))
    assert isinstance(read_again[0], Item)
    assert json.loads(read_again[0].value or b"")["text"] == "نص"


def test_documents_may_be_one_or_many(tmp_path: Path) -> None:
    """A .json file holds one document or a list of them."""
    (tmp_path / "one.json").write_bytes(LINE)
    (tmp_path / "two.json").write_bytes(b"[" + LINE + b"," + LINE + b", 3]")

    items, problems = found(tmp_path)

    assert len(items) == 3
    assert problems[0].place.endswith("two.json [3]")


def test_fields_may_have_other_names(tmp_path: Path) -> None:
    """With names given, a document is turned into the plain subset."""
    path = tmp_path / "a.jsonl"
    path.write_bytes('{"id": "7", "title": "عنوان", "text": "نص", "other": 1}'.encode())

    items, _ = found(path, uri="id", headline="title")

    assert json.loads(items[0].value or b"") == {"uri": "7", "headline": "عنوان", "text": "نص"}


def test_compressed_files_are_read_and_broken_ones_told(tmp_path: Path) -> None:
    """.gz after any suffix is undone."""
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(LINE))
    (tmp_path / "b.jsonl.gz").write_bytes(b"no gzip")

    items, problems = found(tmp_path)

    assert len(items) == 1
    assert "b.jsonl.gz" in problems[0].place


def test_records_that_no_topic_takes_are_refused(tmp_path: Path) -> None:
    """A document above the limit is named with its size and the limit."""
    path = tmp_path / "a.json"
    path.write_bytes(json.dumps({"uri": "u", "text": "x" * MAX_RECORD_BYTES}).encode())

    assert "a record may have" in found(path)[1][0].message


def test_a_record_that_fits_fits_with_its_head(tmp_path: Path) -> None:
    """The largest record that is published makes a batch no larger than topics take, so that no replay breaks off."""
    frame = len(json.dumps({"uri": "u", "text": ""}))
    refused = 0
    for spare in (200, 400, 600):
        path = tmp_path / f"{spare}.json"
        path.write_bytes(json.dumps({"uri": "u", "text": "x" * (MAX_RECORD_BYTES - frame - spare)}).encode())
        items, problems = found(path)
        refused += len(problems)
        for item in items:
            batch = DefaultRecordBatchBuilder(2, 0, 0, -1, -1, 0, MAX_RECORD_BYTES)
            batch.append(0, 1_600_000_000_000, item.key, item.value, [])
            assert len(batch.build()) <= MAX_RECORD_BYTES

    assert refused == 2


def test_missing_and_empty_places_are_told(tmp_path: Path) -> None:
    """A path that does not exist is a wrong call; a folder without articles is a problem."""
    with pytest.raises(UsageError, match="no file or folder"):
        list(read([tmp_path / "none"], {}))
    assert "no article in this folder" in found(tmp_path)[1][0].message


@pytest.mark.parametrize("value", [LINE, None, b"\xff\xfe"])
def test_envelopes_bring_records_back(tmp_path: Path, value: bytes | None) -> None:
    """What `tail --json` writes, `replay` and `fold` read again: key, bytes, tombstones and time."""
    moment = datetime(2020, 1, 1, 12, 0, 0, 123000, tzinfo=UTC)
    record = Record("articles.raw", 1, 2, b"urn:1", value, moment, (("h", b"v"),))
    path = tmp_path / "a.jsonl"
    path.write_bytes(msgspec.json.encode(envelope(record)))

    items, _ = found(path)

    assert (items[0].key, items[0].value, items[0].recorded) == (b"urn:1", value, moment)
    assert msgspec.json.decode(path.read_bytes(), type=Envelope).headers == {"h": "v"}
