"""What `python -m tests.scale` makes of what it measured."""

import pytest

from tests import scale
from tests.scale import Scaled


def test_shares_are_of_all_workers() -> None:
    """A stage's share is of the time of all steps; the largest share of its records is that of the busiest worker."""
    nothing = dict.fromkeys(("normalize", "deduplicate", "timeline"), (0.0, 0.0))
    found = scale.shares([
        {**nothing, "quotes": (3.0, 30.0), "events": (1.0, 10.0)},
        {**nothing, "quotes": (3.0, 10.0), "events": (1.0, 10.0)},
    ])  # fmt: skip

    assert found["quotes"] == pytest.approx((0.75, 0.75))
    assert found["events"] == pytest.approx((0.25, 0.5))
    assert found["timeline"] == (0.0, 0.0)


def test_the_table_has_a_column_for_each_number_of_workers() -> None:
    """Every figure of every run stands in its column."""
    stages = dict.fromkeys(("normalize", "deduplicate", "quotes", "events", "timeline"), (0.2, 0.5))
    runs = [
        Scaled(number, 100, 50.0 / number, [10.0] * number, 8.0, [200.0] * number, stages, 4_096.0, 1_024.0, [7.5])
        for number in (1, 2)
    ]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in scale.table(runs).splitlines()]

    assert {len(row) for row in rows} == {3}
    assert rows[0] == ["workers", "1", "2"]
    told = {row[0]: row[1:] for row in rows}
    assert told["articles/s"] == ["2", "4"]
    assert told["of each"] == ["10.0", "10.0, 10.0"]
    assert told["KiB an article in the broker's log"] == ["4.0", "4.0"]
