"""`musnad status` without a URI: what people and machines are told of the whole stream."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from schemas.articles import PlainArticle
from schemas.registry import RAW, SOURCES, encode
from schemas.status import ArticleStatus
from streams.agents.chain import STAGES
from streams.agents.step import Record
from streams.cli import status
from streams.clients.backlog import STAGE_OF, Lane, Place
from tests.streams import newsroom
from tests.streams.cluster import BrokerType, Cluster, cluster

NOW = datetime(2024, 3, 13, 12, tzinfo=UTC)


def place(uri: str, offset: int, ago: timedelta) -> Place:
    """A record of some time ago."""
    return Place(uri, offset, NOW - ago)


def test_every_stage_is_known_by_its_source() -> None:
    """Partitions are told by the stage that reads them."""
    assert {stage.source.name: stage.name for stage in STAGES} == STAGE_OF


def test_people_see_where_the_work_is_and_what_waits_longest() -> None:
    """Each stage has a line, partitions have one where something is left, and the oldest article is named."""
    lanes = [
        Lane("normalize", "articles.raw", 0, 4000, 0, place("a", 3999, timedelta(seconds=30)), None),
        Lane(
            "normalize", "articles.raw", 1, 50, 1200,
            place("b", 49, timedelta(minutes=9)), place("c", 50, timedelta(minutes=8)),
        ),
        Lane("deduplicate", "articles.normalized", 0, 4049, 1, None, place("d", 4049, timedelta(hours=50))),
    ]  # fmt: skip

    assert status.told_lanes(lanes, 2, NOW, "kafka:9092, group musnad")[:7] == [
        "Work on kafka:9092, group musnad: 2 workers, 1,201 records to go",
        "stage             left        done  last done   next in line",
        "normalize        1,200       4,050  30 s ago    8 min ago",
        "  partition 1    1,200          50  9 min ago   8 min ago",
        "deduplicate          1       4,049  -           2 d ago",
        "quotes               0           0  -           -",
        "events               0           0  -           -",
    ]
    assert status.told_lanes(lanes, 2, NOW, "")[8:] == [
        "Oldest article that waits: d, 2 d ago, for deduplicate at articles.normalized/0/4049"
    ]
    assert "musnad worker" in status.told_lanes(lanes, 0, NOW, "")[-1]


def test_a_stream_at_rest_and_an_empty_one_are_told_apart() -> None:
    """Nothing to do is no complaint; nothing published says how to begin."""
    rest = [Lane("normalize", "articles.raw", 0, 7, 0, place("a", 6, timedelta(seconds=4)), None)]
    empty = [Lane("normalize", "articles.raw", 0, 0, 0, None, None)]

    assert status.told_lanes(rest, 1, NOW, "k")[0] == "Work on k: 1 worker, 0 records to go"
    assert status.told_lanes(rest, 0, NOW, "k")[-1].startswith("timeline")
    assert "musnad replay" in status.told_lanes(empty, 1, NOW, "k")[-1]


def test_letters_and_articles_are_counted() -> None:
    """Dead letters by topic and reason, with those that were sent back; articles by stage and outcome."""
    letters = [status.Letters("articles.raw", "language", 1200, 1000)]
    found = [
        ArticleStatus(uri="a", stage="normalize", outcome="accepted"),
        ArticleStatus(uri="b", stage="normalize", outcome="rejected", reason="language"),
        ArticleStatus(uri="a", stage="quotes", outcome="accepted"),
    ]

    assert status.told_letters(letters)[2] == "language         1,200       1,000  articles.raw"
    assert status.told_counts(found) == [
        "",
        "articles        accepted    rejected",
        "normalize              1           1",
        "quotes                 1           0",
    ]
    assert [(line.stage, line.reason, line.articles) for line in status.counted(found)] == [
        ("normalize", None, 1), ("normalize", "language", 1), ("quotes", None, 1),
    ]  # fmt: skip


def lines(running: Cluster) -> dict[str, list[dict[str, Any]]]:
    """What `--json` tells, by the type of its lines."""
    found: dict[str, list[dict[str, Any]]] = {}
    for line in map(json.loads, running.command("status", "--json").splitlines()):
        found.setdefault(line["type"], []).append(line)
    return found


def test_status_follows_the_stream(broker: BrokerType) -> None:
    """Before the workers, after them, and with dead letters of which some were sent back."""
    articles = newsroom.edition(41, 12)
    old = PlainArticle(uri="urn:test:old", text="short")
    records = [Record(RAW.name, 0, 0, b"urn:test:old", encode(old), newsroom.START - timedelta(days=9)), *articles]
    with cluster(broker=broker) as running:
        running.feed(records)
        before = lines(running)

        assert before.keys() == {"workers", "partition"}
        assert before["workers"] == [{"type": "workers", "group": "musnad", "workers": 0}]
        assert len(before["partition"]) == 2 * (len(SOURCES) - 1) + 1
        assert sum(line["left"] for line in before["partition"]) == len(records)
        raw = [line for line in before["partition"] if line["stage"] == "normalize"]
        assert all(line["done"] == 0 and line["last"] is None for line in raw)
        waiting = min((line["next"] for line in raw), key=lambda one: str(one["recorded"]))
        assert waiting["uri"] == "urn:test:old"
        assert waiting["age"] > 9 * 86_400
        said = running.command("status")
        assert f"no worker, {len(records)} records to go" in said
        assert "Oldest article that waits: urn:test:old, " in said

        running.worker()
        running.rest()
        running.command("dlq", "redrive")
        running.rest()
        after = lines(running)

        assert after["workers"][0]["workers"] == 1
        assert [line["left"] for line in after["partition"]] == [0] * len(after["partition"])
        assert all(line["next"] is None for line in after["partition"])
        assert all((line["last"] is None) == (line["done"] == 0) for line in after["partition"])
        assert after["dead-letters"] == [
            {"type": "dead-letters", "topic": "articles.raw", "reason": "language", "letters": 2, "redriven": 1}
        ]
        ended = {(line["stage"], line["outcome"]): line["articles"] for line in after["articles"]}
        assert ended["normalize", "rejected"] == 1
        assert "1 worker, 0 records to go" in running.command("status")


@pytest.mark.parametrize(
    ("seconds", "told"), [(-5, "0 s ago"), (119, "119 s ago"), (120, "2 min ago"), (7_200, "2 h ago")]
)
def test_ages_have_one_unit(seconds: float, told: str) -> None:
    """A clock that runs ahead makes nothing young below nothing."""
    lane = Lane("timeline", "timeline.contributions", 0, 1, 0, place("a", 0, timedelta(seconds=seconds)), None)

    assert told in status.told_lanes([lane], 1, NOW, "k")[-1]
