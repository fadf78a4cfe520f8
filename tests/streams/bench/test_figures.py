"""What the bench counts: percentiles, rows, bytes, stages and processes."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from streams.agents.chain import STAGES
from streams.bench import growth, latency, pure
from streams.bench.articles import records, take, texts
from streams.bench.process import cpu_seconds, peak_megabytes
from streams.bench.statistics import percentile
from streams.bench.tables import CountingTable, Traffic
from streams.errors import MusnadError
from tests.streams import newsroom
from tests.streams.bench.test_articles import seed_items


@given(st.lists(st.floats(0, 1e6), min_size=1, max_size=60), st.floats(0, 1))
def test_percentiles_are_values_that_enough_others_do_not_exceed(values: list[float], share: float) -> None:
    """A percentile is the smallest value at or under which the share of all values lies."""
    found = percentile(values, share)

    assert found in values
    assert sum(value <= found for value in values) >= share * len(values)
    assert all(sum(value <= less for value in values) < share * len(values) for less in values if less < found)


def test_there_is_no_percentile_of_nothing() -> None:
    """Without values there is an error instead of a figure."""
    with pytest.raises(ValueError, match="nothing"):
        percentile([], 0.5)


def test_tables_count_rows_and_bytes() -> None:
    """Looking a row up counts whether it is there or not, and a row written twice counts twice."""
    table = CountingTable()
    table[b"key"] = b"value"
    table[b"key"] = b"longer value"

    assert table.get(b"key") == b"longer value"
    assert table.get(b"none") is None
    assert table.traffic == Traffic(read=2, written=2, size=3 + 5 + 3 + 12)
    assert table.rows == 1
    with pytest.raises(MusnadError):
        list(table)


def test_stages_take_in_what_the_stage_before_wrote() -> None:
    """Every stage has its time and its records, and together they have all of them."""
    found = pure.measure(newsroom.edition(1, 8))

    assert [speed.stage for speed in found.stages] == [stage.name for stage in STAGES]
    assert all(speed.seconds > 0 and speed.rate > 0 for speed in found.stages)
    assert found.total.records == sum(speed.records for speed in found.stages)
    assert found.stages[0].records == found.stages[1].records == found.total.articles
    assert found.rejected == 0
    assert 0 < found.json < found.total.seconds


def test_an_article_costs_the_same_in_a_long_timeline() -> None:
    """Rows and bytes of the same articles are the same whether the timeline has a hundred lines or three thousand."""
    items = take(seed_items(), 8)
    found = growth.measure(records(items), texts(items), (100, 3_000))

    assert found.same
    assert [cost.entries for cost in found.costs] == [100, 3_000]
    assert found.costs[0].touched > 0
    assert found.costs[0].traffic.written > 8 * len(STAGES)


def test_latency_ends_with_the_last_entry() -> None:
    """Articles without entries have no latency; the others are matched by their timestamp."""
    found = latency.summary(20.0, [1_000, 2_000, 3_000], {1_000: 1.5, 3_000: 3.25, 4_000: 9.0})

    assert (found.articles, found.told) == (3, 2)
    assert (found.p50, found.p95, found.worst) == (0.25, 0.5, 0.5)


def test_latency_of_nothing_is_nothing() -> None:
    """If no article gave an entry, there is a row of zeros instead of an error after minutes of measuring."""
    assert latency.summary(20.0, [1_000], {}).told == 0


def test_processes_are_read_from_the_kernel(tmp_path: Path) -> None:
    """CPU time and peak memory are found whatever a process calls itself."""
    folder = tmp_path / "7"
    folder.mkdir()
    fields = " ".join(str(number) for number in range(4, 53))
    (folder / "stat").write_text(f"7 (odd) name) S {fields}")
    (folder / "status").write_text("Name:\todd) name\nVmPeak:\t 9999 kB\nVmHWM:\t  2048 kB\nVmRSS:\t 1024 kB\n")

    assert cpu_seconds(7, tmp_path) == (14 + 15) / os.sysconf("SC_CLK_TCK")
    assert peak_megabytes(7, tmp_path) == 2.0
    with pytest.raises(OSError, match="8"):
        cpu_seconds(8, tmp_path)
