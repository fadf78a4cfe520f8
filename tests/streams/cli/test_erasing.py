"""`musnad erase` where it cannot do all that it is for: it says so, and changes nothing."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from schemas.registry import RAW
from streams.cli import erasing, run
from streams.clients.erase import Erased, Traces
from streams.errors import MusnadError
from streams.settings import Settings
from tests.streams import newsroom
from tests.streams.cluster import cluster


@pytest.mark.broker
def test_nothing_is_erased_without_workers_or_where_the_broker_cannot_delete() -> None:
    """Workers have to forget too, and the embedded broker neither compacts nor deletes."""
    records = newsroom.edition(50, 2)
    uri = (records[0].key or b"").decode()
    with cluster() as running:
        running.feed(records)
        alone = running.call("erase", uri, "--yes")
        running.worker()
        running.rest()
        before = len(running.read(RAW))
        unknown = running.call("erase", "urn:test:nobody", "--yes")
        unasked = running.call("erase", uri, given="")
        empty = running.call("erase", " ", "--yes")
        refused = running.call("erase", uri, "--yes")

        assert [one.returncode for one in (alone, unknown, unasked, empty, refused)] == [1, 1, 2, 2, 1]
        assert "No worker of the group musnad runs" in alone.stderr
        assert "There is nothing of urn:test:nobody in articles.raw" in unknown.stderr
        assert f"{uri}: 1 record of articles.raw" in unasked.stderr
        assert "--yes says so" in unasked.stderr
        assert "is no URI of an article" in empty.stderr
        assert "The broker does not change the configuration of" in refused.stderr
        assert len(running.read(RAW)) == before


@pytest.mark.parametrize("flags", [[], ["--json"]], ids=["words", "json"])
def test_what_was_erased_is_told_where_the_database_cannot_be_scrubbed(
    flags: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The topics are done with, whatever keeps the reader's database from being written anew; exit code 1 says that."""
    database = tmp_path / "timelines.sqlite"
    database.touch()

    async def count(_settings: Settings) -> int:
        return 2

    async def look(_settings: Settings, uris: tuple[str, ...], _report: object) -> Traces:
        return Traces(uris, versions={"urn:a": 3})

    async def forget(*_all: object) -> Erased:
        return Erased(17, [], ["timeline.entries"], datetime(2024, 5, 1, tzinfo=UTC))

    def fail(_settings: Settings) -> None:
        raise MusnadError("The database is in use by another process: end that, and try again.")

    monkeypatch.setattr("streams.topics.count", count)
    monkeypatch.setattr(erasing, "_look", look)
    monkeypatch.setattr(erasing, "forget", forget)
    monkeypatch.setattr(erasing, "_scrub", fail)

    assert run(["erase", "urn:a", "--yes", "--database", str(database), *flags]) == 1
    told = capsys.readouterr()
    assert "musnad: The database is in use by another process" in told.err
    if flags:
        found = json.loads(told.out)
        assert (found["versions"], found["copied"]) == (3, 17)
        assert (found["database"], found["database_left"]) == (None, str(database))
    else:
        assert "took out 3 records of articles.raw" in told.out
        assert "could not be written anew and holds their words still: delete it" in told.out
