"""`musnad erase` on Apache Kafka: afterwards no file of broker, worker or reader holds the article's words."""

import asyncio
import json
import time
from collections.abc import Iterable
from functools import partial
from pathlib import Path

import pytest

from schemas.ids import article_id
from schemas.registry import COMPACTION_LAG, ENTRIES, EVENTS, QUOTES, RAW, SOURCES, dead_letters
from streams import topics
from streams.agents.step import Record
from streams.clients import follow
from tests.streams import newsroom
from tests.streams.agents.test_erasure import URI, WORD, editions
from tests.streams.cluster import PATIENCE, Cluster, check_against_oracle, cluster
from tests.streams.kafka import Kafka

pytestmark = pytest.mark.cluster

#: A broker that tidies up at once.
TIDY = {
    "log.cleaner.backoff.ms": "200",
    "log.cleaner.min.cleanable.ratio": "0.001",
    "log.retention.check.interval.ms": "300",
    "log.segment.delete.delay.ms": "100",
}
#: What holds words of an article that was read, one way or another.
_HOLDING = {topic.name for topic in (*SOURCES, QUOTES, EVENTS, ENTRIES, dead_letters(RAW))} | {
    f"musnad-{table}-changelog"
    for table in ("deduplicate-articles", "quotes-standings", "events-articles", "timeline-entries")
}


def compressed(running: Cluster) -> list[bytes]:
    """Return the rows of the article that tables keep compressed, where a word need not stand whole."""
    names = [name for name in asyncio.run(topics.logs(running.settings)) if name.endswith("-changelog")]
    records = asyncio.run(follow.read_all(running.settings, *names))
    own = f"{article_id(URI)}|".encode()
    return [record.value for record in records if record.value and (record.key or b"").startswith(own)]


def holding(folder: Path, needles: Iterable[bytes]) -> list[str]:
    """Name the files in a folder that hold anything of the article, by their folders."""
    found = []
    for path in folder.rglob("*"):
        try:
            data = path.read_bytes() if path.is_file() else b""
        except FileNotFoundError:  # it has just been tidied away
            continue
        if any(needle in data for needle in needles):
            found.append(f"{path.parent.name}/{path.name}")
    return sorted(found)


def gone(folder: Path, needles: Iterable[bytes]) -> None:
    """Wait until no file of a folder holds anything of the article."""
    deadline = time.monotonic() + PATIENCE
    while held := holding(folder, needles):
        assert time.monotonic() < deadline, held
        time.sleep(0.5)


def remember_briefly(running: Cluster) -> None:
    """Have compaction run as soon as it can."""
    found = asyncio.run(topics.logs(running.settings))
    lag = {name: {COMPACTION_LAG: "500"} for name, config in found.items() if config["cleanup.policy"] == "compact"}
    asyncio.run(topics.alter(running.settings, lag))


def test_no_file_holds_words_of_an_erased_article(kafka: type[Kafka]) -> None:
    """Broker, worker and reader lose the words, all else stays, and what comes again is neither read nor kept."""
    versions, others = editions()
    broken = Record(RAW.name, 0, 0, URI.encode(), f'{{"uri": "{URI}", "text": "{WORD}'.encode(), newsroom.START)
    other = Record(RAW.name, 0, 0, b"urn:test:broken", b"{", newsroom.START)
    with cluster("rocksdict", broker=partial(kafka, settings=TIDY)) as running:
        assert isinstance(running.broker, Kafka)
        log, database = running.broker.nodes[0].data, running.folder / "timelines.sqlite"
        running.feed([*others, *versions, broken, other])
        asyncio.run(topics.alter(running.settings, {RAW.name: {topics.SEGMENT_TIME: "77000000"}}))
        running.worker()
        running.rest()
        remember_briefly(running)
        assert json.loads(running.command("search", WORD, "--json", "--database", str(database)).splitlines()[0])
        needles = [WORD.encode(), *compressed(running)]
        assert len(needles) > 6
        assert {file.split("/")[0].rpartition("-")[0] for file in holding(log, needles)} == _HOLDING
        assert {file.split("/")[0] for file in holding(running.folder, needles)} > {running.folder.name}

        told = json.loads(running.command("erase", URI, "--yes", "--json", "--database", str(database)))
        assert (told["versions"], told["letters"], told["database"]) == (3, 1, str(database))
        gone(log, needles)
        gone(running.folder, needles)
        raw = running.read(RAW)
        assert not [record for record in raw if WORD.encode() in (record.value or b"")]
        assert {record.key for record in raw} == {record.key for record in [*others, *versions, other]}
        running.rest()
        assert {record.key for record in running.read(dead_letters(RAW))} == {other.key}
        assert running.command("dlq", "list").endswith("\n1 dead letter.\n")
        assert check_against_oracle(running, raw) > 40
        assert asyncio.run(topics.own(running.settings, [RAW.name], topics.SEGMENT_TIME)) == {RAW.name: "77000000"}

        running.feed([newsroom.again(versions[1], 500)])
        running.rest()
        assert not [entry for entry in running.last(ENTRIES).values() if WORD.encode() in entry]
        assert running.outcome(URI, "deduplicate") == ("withdrawn", "erased")
        assert "took out 1 record" in running.command("erase", URI, "--yes", "--database", str(database))
        gone(log, needles)
