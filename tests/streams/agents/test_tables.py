"""Tables on disk: rows of a partition, a full disk, and words that are to leave it."""

import asyncio
import threading
from types import SimpleNamespace
from typing import Any

import pytest
from faust.types import TP

from streams.app import create_app
from streams.errors import DiskError
from streams.settings import Settings


@pytest.mark.parametrize("store", ["memory", "rocksdict"])
async def test_rows_are_written_for_a_partition(tmp_path: Any, store: Any) -> None:
    """A row is found where it was written, with the offset up to which the store has its changelog."""
    app = create_app(Settings(datadir=str(tmp_path), store=store, web_port=0))
    table = app.tables["timeline-entries"]

    table.write(3, {b"a": b"1", b"b": b"2"})
    table.write(3, {b"a": b"3"})
    table.remember(3, 17)

    assert table.changelog == "musnad-timeline-entries-changelog"
    assert [table.row(3, key) for key in (b"a", b"b", b"c")] == [b"3", b"2", None]
    if store == "rocksdict":
        assert table.row(2, b"a") is None
        assert table.data.persisted_offset(TP(table.changelog, 3)) == 17


async def test_what_was_written_over_leaves_the_files_beside_the_event_loop(tmp_path: Any) -> None:
    """While RocksDB takes old words out of its files, which takes seconds, the worker goes on."""
    app = create_app(Settings(datadir=str(tmp_path), web_port=0))
    table = app.tables["timeline-entries"]
    going, told = threading.Event(), []

    class Slow:
        def flush(self) -> None:
            told.append("flush")
            assert going.wait(10)

        def compact_range(self, first: bytes, end: bytes) -> None:
            told.append(f"{first!r} to {end!r}")
            assert going.wait(10)

    table.data._dbs[3] = Slow()  # noqa: SLF001
    forgetting = asyncio.ensure_future(table.forget(3, [b"a", b"b"]))
    while not told:  # noqa: ASYNC110 -- what is waited for happens in a thread
        await asyncio.sleep(0)
    assert not forgetting.done()
    going.set()
    await forgetting

    assert told == ["flush", "b'a' to b'a\\x00'", "b'b' to b'b\\x00'"]


async def test_words_that_were_written_over_are_gone_from_the_disk(tmp_path: Any) -> None:
    """No file of the table holds them when it has forgotten them, and the rows are what they are."""
    app = create_app(Settings(datadir=str(tmp_path), web_port=0))
    table = app.tables["timeline-entries"]
    table.write(0, {b"a%d" % number: b"secret" for number in range(100)})
    rows = {b"a%d" % number: b"%d" % number for number in range(100)}
    await table.forget(0, [])
    table.write(0, rows)

    await table.forget(0, rows)

    assert {key: table.row(0, key) for key in rows} == rows
    held = {path for path in tmp_path.rglob("*") if path.is_file() and b"secret" in path.read_bytes()}
    assert held == set()


async def test_a_full_disk_is_told_from_other_faults(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """The database is let go of, since RocksDB takes nothing more from then on, and is opened when there is room."""
    app = create_app(Settings(datadir=str(tmp_path), web_port=0))
    table = app.tables["timeline-entries"]
    table.write(0, {b"a": b"1"})
    opened = table.data._dbs[0]  # noqa: SLF001
    errors = [Exception("IO error: No space left on device: While appending"), Exception("Corruption: bad block")]

    class Full:
        closed = False

        def write(self, _batch: object) -> None:
            raise errors[0]

        def close(self) -> None:
            opened.close()
            Full.closed = True
            raise errors[0]

    table.data._dbs[0] = Full()  # noqa: SLF001
    with pytest.raises(DiskError, match="No space left"):
        table.write(0, {b"b": b"2"})
    assert Full.closed
    table.write(0, {b"b": b"2"})
    assert (table.row(0, b"a"), table.row(0, b"b")) == (b"1", b"2")
    errors.pop(0)
    table.data._dbs[0] = Full()  # noqa: SLF001
    with pytest.raises(Exception, match="Corruption"):
        table.write(0, {b"c": b"3"})


async def test_recovery_waits_for_a_full_disk(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows that cannot be written are told of and tried again slowly; then recovery goes on at full speed."""
    app = create_app(Settings(datadir=str(tmp_path), web_port=0))
    app.health.look(lambda: None)
    table = app.tables["timeline-entries"]
    row = SimpleNamespace(
        message=SimpleNamespace(partition=0, tp=TP(table.changelog, 0), offset=4, key=b"a", value=b"1")
    )

    def full(_partition: int) -> None:
        raise OSError("IO error: No space left on device")

    with monkeypatch.context() as disk:
        disk.setattr(table.data, "_db_for_partition", full)
        with pytest.raises(DiskError):
            table.apply_changelog_batch([row])
    assert "No space left" in app.health.reasons[0]
    slept: list[float] = []

    async def sleep(seconds: float) -> None:
        slept.append(seconds)

    monkeypatch.setattr(asyncio, "sleep", sleep)
    await table.on_changelog_event(row)
    table.apply_changelog_batch([row])
    await table.on_changelog_event(row)

    assert slept == [1.0]
    assert app.health.reasons == []
    assert table.row(0, b"a") == b"1"
    assert table.data.persisted_offset(TP(table.changelog, 0)) == 4
