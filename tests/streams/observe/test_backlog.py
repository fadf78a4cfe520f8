"""A worker that is far behind says so, and once that it is no more."""

import pytest

from streams.observe.backlog import Backlog


def test_a_long_way_is_told_and_its_end(capsys: pytest.CaptureFixture[str]) -> None:
    """A few records are always on their way; of many, each look tells how many, and the last that none are left."""
    looks = [
        {"quotes": 12},
        {"normalize": 90_000, "quotes": 0},
        {"quotes": 4_000, "events": 1_000},
        {"events": 7},
        {},
        {},
    ]
    lags = iter(looks)
    backlog = Backlog(lambda: next(lags))
    for _ in looks:
        backlog.look()

    told = [line.partition("]")[2].split() for line in capsys.readouterr().out.splitlines()]
    assert [" ".join(words) for words in told] == [
        "worker is behind left={'normalize': 90000}",
        "worker is behind left={'quotes': 4000, 'events': 1000}",
        "worker has caught up",
    ]
