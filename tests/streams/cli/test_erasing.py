"""`musnad erase` where it cannot do all that it is for: it says so, and changes nothing."""

import pytest

from schemas.registry import RAW
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
