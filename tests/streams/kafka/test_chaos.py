"""The fault campaign in its short form, and its plan."""

import random
from collections import Counter

import pytest

from tests import chaos
from tests.streams import newsroom
from tests.streams.kafka import Kafka


@pytest.mark.cluster
@pytest.mark.timeout(900)
def test_a_short_campaign_loses_and_doubles_nothing(kafka: type[Kafka], capsys: pytest.CaptureFixture[str]) -> None:
    """Eight kills, a worker that joins and leaves, and a server that crashes leave what an undisturbed run leaves."""
    given = chaos.arguments(["--count", "60", "--seed", "3", "--kills", "8", "--rebalances", "2", "--session", "3"])
    found, rows, told = chaos.campaign(given, print)
    with capsys.disabled():
        print(f"\n{told}")  # noqa: T201 -- for whoever reads the log of the checks

    assert sum(number for what, number in found.done.items() if what.startswith("kills")) == 8
    assert found.done["servers killed and restarted"] == 1
    assert {row.topic for row in rows if row.lost or row.doubled} == set()
    assert sum(row.keys for row in rows) > 500


def test_a_seed_decides_on_the_faults() -> None:
    """The same seed gives the same faults in the same order; who has joined leaves before another joins."""
    steps = chaos.plan(random.Random(7), kills=50, rebalances=10, restarts=5, leaders=1)  # noqa: S311 -- a test

    assert steps == chaos.plan(random.Random(7), kills=50, rebalances=10, restarts=5, leaders=1)  # noqa: S311
    assert Counter(step.kind for step in steps) == {
        "kill": 50, "join": 5, "leave": 5, "restart": 4, "crash": 1, "leader": 1,
    }  # fmt: skip
    assert [step.kind for step in steps if step.kind in ("join", "leave")] == ["join", "leave"] * 5
    where = Counter(step.where.partition(":")[0] for step in steps if step.kind == "kill")
    assert set(where) == {"random", "between", "sent", "recovery", "rebalance"}
    assert min(where.values()) >= 8


def test_a_seed_decides_on_what_flows() -> None:
    """Copies, corrections, repeats and withdrawals are the same for one seed."""
    articles = [record for record in newsroom.edition(1, 200) if record.value is not None]
    records = chaos.flow(random.Random(1), articles)  # noqa: S311 -- a test

    assert records == chaos.flow(random.Random(1), articles)  # noqa: S311 -- a test
    assert len({record.recorded for record in records}) == len(records)
    assert len(records) > len(articles) * 1.1
    assert any(record.value is None for record in records)
    assert any((record.key or b"").endswith(b":copy") for record in records)
