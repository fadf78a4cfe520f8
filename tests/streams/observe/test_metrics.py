"""Metrics: lags of this worker's partitions, and counters that are there before they count."""

import ast
from pathlib import Path

from prometheus_client import REGISTRY

import streams
from streams.errors import REASONS
from streams.observe import metrics


def value(name: str, **labels: str) -> float | None:
    """A metric as it is exposed."""
    return REGISTRY.get_sample_value(name, labels)


def test_lags_are_those_of_the_partitions_that_the_worker_has() -> None:
    """What it had before is shown no more, and no lag is below nothing."""
    metrics.show_lags({("quotes", 0): (5, 12), ("events", 3): (9, 8)})

    assert value("musnad_lag_records", stage="quotes", partition="0") == 7
    assert value("musnad_committed_offset", stage="quotes", partition="0") == 5
    assert value("musnad_lag_records", stage="events", partition="3") == 0
    metrics.show_lags({("quotes", 1): (0, 1)})
    assert value("musnad_lag_records", stage="quotes", partition="0") is None
    assert value("musnad_committed_offset", stage="events", partition="3") is None
    assert value("musnad_lag_records", stage="quotes", partition="1") == 1


def test_counters_are_there_from_the_start() -> None:
    """The first dead letter of a reason is an increase, not a new series."""
    metrics.begin({"of a test": 3})

    assert {value("musnad_dead_letters_total", stage="of a test", reason=reason) for reason in REASONS} == {0}
    assert value("musnad_send_retries_total", stage="of a test") == 0
    assert value("musnad_articles_total", stage="of a test", outcome="rejected") == 0
    assert value("musnad_partitions", stage="of a test") == 3


def test_every_reason_is_listed() -> None:
    """A record is rejected for reasons of the list alone, and each of them is used."""
    used = {
        node.args[0].value
        for path in Path(streams.__path__[0]).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_bytes()))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "Rejected"
        and isinstance(node.args[0], ast.Constant)
    }

    assert used == set(REASONS)
