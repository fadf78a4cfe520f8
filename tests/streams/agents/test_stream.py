"""The whole stream on a broker: what ends up in the topics equals the oracle, whatever happens."""

import asyncio
import json
import random
import re
import signal
import time
from pathlib import Path
from urllib.request import urlopen

import msgspec
import pytest

from schemas.registry import RAW, TOPICS
from streams.agents.step import Record
from streams.broker import EmbeddedBroker, free_port
from streams.cli.demo import seeds
from streams.clients import files
from streams.clients.backlog import backlog
from streams.clients.files import Item
from tests.streams import newsroom
from tests.streams.cluster import PATIENCE, BrokerType, check_against_oracle, check_distinct_values, cluster, readiness
from tests.streams.kafka import Kafka


def seed_records() -> list[Record]:
    """The five seeds as records of `articles.raw`."""
    items = [item for item in files.read([seeds()], {}) if isinstance(item, Item)]
    return [
        Record("articles.raw", 0, number, item.key, item.value, newsroom.START) for number, item in enumerate(items)
    ]


def test_the_seeds_end_as_the_oracle_says(broker: BrokerType) -> None:
    """Five real articles go through all stages, into every topic, and the worker shows how it is."""
    port = free_port()
    with cluster(broker=broker) as running:
        records = seed_records()
        running.feed(records)
        worker = running.worker(web_port=port)
        running.rest()
        await_metrics(
            port, {(lane.stage, lane.partition): lane.done for lane in asyncio.run(backlog(running.settings))}
        )
        pages = {page: urlopen(f"http://127.0.0.1:{port}/{page}").read().decode() for page in _PAGES}
        running.stop()

        assert check_against_oracle(running, records, everywhere=True) > 100
        assert check_distinct_values(running, records) > 5
        assert json.loads(pages["healthz"])["status"] == "alive"
        assert json.loads(pages["readyz"])["status"] == "ready"
        assert 'musnad_articles_total{outcome="accepted",stage="quotes"} 5.0' in pages["metrics"]
        assert _canonical(worker.log) == {(record.key or b"").decode() for record in records}


@pytest.mark.broker
def test_a_worker_more_than_there_are_partitions_stands_by() -> None:
    """It is ready, so that nobody ends it, says that it stands by, and takes over when another one leaves."""
    records = newsroom.edition(44, 12)
    half = len(records) // 2
    with cluster(partitions=1) as running:
        workers = [running.worker(name, web_port=free_port()) for name in ("one", "two")]
        running.feed(records[:half])
        running.rest()
        deadline = time.monotonic() + PATIENCE
        while [readiness(worker) for worker in workers] != [[], []]:
            assert time.monotonic() < deadline, [readiness(worker) for worker in workers]
            time.sleep(0.1)
        spare, busy = sorted(workers, key=lambda worker: '"article"' in worker.log.read_text())
        assert '"worker stands by"' in spare.log.read_text()
        assert '"worker stands by"' not in busy.log.read_text()
        assert busy.stop() == 0
        running.feed(records[half:])
        running.rest()

        assert readiness(spare) == []
        shares = json.loads(_last("worker ready", spare.log))["partitions"]
        assert shares == dict.fromkeys(("normalize", "deduplicate", "quotes", "events", "timeline"), 1)
        assert check_against_oracle(running, records) > 20


def _last(event: str, log: Path) -> str:
    return next(line for line in reversed(log.read_text().splitlines()) if event in line)


def await_metrics(port: int, committed: dict[tuple[str, int], int]) -> None:
    """Wait until a worker's metrics show no lag, and the offsets that are committed, by stage and partition.

    It learns of a commit a moment after the broker, and of the end of a partition with its next fetch.

    Raises:
        AssertionError: They do not.
    """
    deadline = time.monotonic() + PATIENCE
    while True:
        page = urlopen(f"http://127.0.0.1:{port}/metrics").read().decode()
        lags, offsets = (
            {
                (stage, int(partition)): int(float(value))
                for partition, stage, value in re.findall(
                    rf'^musnad_{name}{{partition="(\d+)",stage="(\w+)"}} (\S+)$', page, re.MULTILINE
                )
            }
            for name in ("lag_records", "committed_offset")
        )
        if offsets == committed and lags == dict.fromkeys(committed, 0):
            return
        assert time.monotonic() < deadline, (committed, offsets, lags)
        time.sleep(0.1)


_PAGES = ("healthz", "readyz", "metrics")


def _canonical(log: Path) -> set[str]:
    """Articles that have a canonical line of every stage in a log."""
    lines = [json.loads(line) for line in log.read_text().splitlines() if line.startswith("{")]
    found = {(line["article"], line["stage"]) for line in lines if line["event"] == "article"}
    stages = ("normalize", "deduplicate", "quotes", "events", "timeline")
    return {article for article, _ in found if all((article, stage) in found for stage in stages)}


@pytest.mark.broker
def test_fausts_own_command_runs_a_worker() -> None:
    """`faust -A streams.app worker` reads the same settings, does the same work and logs the same lines."""
    with cluster() as running:
        records = newsroom.edition(10, 5)
        running.feed(records)
        worker = running.worker("faust", command=["-m", "faust", "-A", "streams.app", "worker", "-l", "info"])
        running.rest()
        running.stop()

        assert check_against_oracle(running, records, everywhere=True) > 20
        assert len(_canonical(worker.log)) >= 5


@pytest.mark.broker
def test_a_worker_that_is_wrong_about_partitions_writes_nothing() -> None:
    """Faust's own command may start with another number of partitions than the topics have; it ends and says so."""
    with cluster() as running:
        running.feed(newsroom.edition(10, 5))
        right = running.settings
        running.settings = msgspec.structs.replace(right, partitions=1)
        worker = running.worker("wrong", command=["-m", "faust", "-A", "streams.app", "worker", "-l", "info"])
        assert worker.process is not None
        assert worker.process.wait(PATIENCE) != 0
        running.settings = right

        assert "Set MUSNAD_PARTITIONS" in worker.log.read_text()
        assert not [topic.name for topic in TOPICS if topic is not RAW and running.read(topic)]


@pytest.mark.parametrize("store", ["memory", "rocksdict"])
def test_random_kills_lose_and_double_nothing(store: str, broker: BrokerType) -> None:
    """Workers killed at random moments leave the same last values in every topic as an undisturbed run."""
    chance = random.Random(11)  # noqa: S311 -- a test, not a secret
    records = newsroom.edition(1, 60)
    portions = [records[start : start + 20] for start in range(0, len(records), 20)]
    with cluster(store, fatal=0, broker=broker) as running:
        for portion in portions[:3]:
            running.feed(portion)
            worker = running.worker()
            running.grow(chance.randrange(1, 120))
            worker.kill()
        for portion in portions[3:]:
            running.feed(portion)
        running.worker()
        running.rest()

        assert check_against_oracle(running, records, everywhere=True) > 500
        assert check_distinct_values(running, records) > 100


@pytest.mark.parametrize(
    "faults",
    [
        ["between:deduplicate:1", "between:quotes:2", "sent:normalize:1"],
        ["between:events:1", "between:timeline:2", "sent:timeline:1"],
    ],
    ids=["first stages", "last stages"],
)
def test_kills_between_a_table_write_and_its_flush_lose_nothing(faults: list[str], broker: BrokerType) -> None:
    """A worker that dies with rows written and outputs unsent is repaired by the next one, on its own store."""
    records = newsroom.edition(2, 45)
    share = len(records) // (len(faults) + 1)
    with cluster("rocksdict", broker=broker) as running:
        for number, fault in enumerate(faults):
            running.feed(records[number * share : (number + 1) * share])
            running.die(running.worker(fault=fault))
        running.feed(records[len(faults) * share :])
        running.worker()
        running.rest()

        assert check_against_oracle(running, records, everywhere=True) > 300
        assert check_distinct_values(running, records) > 80


def test_a_second_worker_joins_and_leaves(broker: BrokerType) -> None:
    """Partitions move to a second worker and back while articles flow, and nothing is lost or doubled."""
    records = newsroom.edition(3, 60)
    third = len(records) // 3
    with cluster("rocksdict", partitions=4, broker=broker) as running:
        running.feed(records[:third])
        first = running.worker("first")
        running.grow(50)
        second = running.worker("second")
        running.feed(records[third : 2 * third])
        running.rest()
        first.stop(signal.SIGTERM)
        running.feed(records[2 * third :])
        running.rest()

        assert check_against_oracle(running, records, everywhere=True) > 500
        assert second.running


def test_a_worker_that_sleeps_through_its_session_overwrites_nothing(broker: BrokerType) -> None:
    """A worker that is stopped with a batch to send, and wakes up when another has its partitions, ends."""
    records = newsroom.edition(3, 40)
    with cluster(partitions=1, broker=broker) as running:
        running.feed(records)
        first = running.worker("first", fault="stop:timeline:4")
        running.sleep(first)
        running.worker("second")
        running.rest()
        assert first.process is not None
        first.process.send_signal(signal.SIGCONT)

        assert first.process.wait(PATIENCE) == 1
        assert check_against_oracle(running, records) > 100


@pytest.mark.parametrize(
    ("number", "broker"),
    [
        *(pytest.param(number, EmbeddedBroker, marks=pytest.mark.broker) for number in range(5)),
        *(pytest.param(number, Kafka, marks=pytest.mark.cluster) for number in (1, 4)),
    ],
    indirect=["broker"],
)
def test_replay_is_identical_and_order_does_not_matter(number: int, broker: BrokerType) -> None:
    """Two replays and three shuffled orders of the same versions and withdrawals end in the oracle's entries."""
    records = newsroom.edition(4, 40)
    shuffled = list(records)
    if number > 1:
        random.Random(number).shuffle(shuffled)  # noqa: S311 -- a test, not a secret
    with cluster(partitions=1 + number, broker=broker) as running:
        running.feed(shuffled)
        running.worker()
        running.rest()

        assert check_against_oracle(running, records, everywhere=number < 2) > 200


def test_an_article_that_kills_its_worker_twice_is_poison(broker: BrokerType) -> None:
    """The third worker dead-letters what killed two before it, and everything else goes through."""
    records = newsroom.edition(5, 10)
    bad = newsroom.raw("urn:test:poison", newsroom.body(random.Random(5)) + "\nMORS", 999)  # noqa: S311
    with cluster(broker=broker) as running:
        running.feed([*records[:5], bad, *records[5:]])
        for _ in range(2):
            running.die(running.worker(fault="step:normalize:1", poison="MORS"))
        running.worker(fault="step:normalize:1", poison="MORS")
        running.rest()

        letters = running.letters()
        assert [(letter.key, letter.value, reason) for letter, reason in letters] == [(bad.key, bad.value, "poison")]
        assert running.outcome("urn:test:poison", "normalize") == ("rejected", "poison")
        assert check_against_oracle(running, records) > 30


BAD = {
    "malformed": b'{"uri": "urn:bad:1", "text": ',
    "malformed list": b"[1, 2, 3]",
    "malformed nesting": b"[" * 100_000,
    "malformed nested": b'{"uri": "urn:bad:9", "text": ' + b"[" * 50_000 + b"]" * 50_000 + b"}",
    "not-utf-8": b'{"uri": "urn:bad:2", "text": "\xff\xfe\xfa"}',
    "no-uri": '{"text": "قال الوزير إن الاجتماع سيعقد غدا."}'.encode(),
    "no-text": b'{"uri": "urn:bad:3"}',
    "no-text empty": b'{"uri": "urn:bad:4", "text": "  \\n "}',
    "too-large": json.dumps({"uri": "urn:bad:5", "text": "قال الوزير. " * 30_000}).encode(),
    "language": json.dumps(
        {
            "uri": "urn:bad:6",
            "text": "The minister said on Tuesday that the talks would go on for another week in Geneva.",
        }
    ).encode(),
}


def test_bad_input_is_an_outcome(broker: BrokerType) -> None:
    """Each kind of bad record is dead-lettered with its reason, byte for byte, and the next article passes."""
    records = newsroom.edition(6, 12)
    odd = newsroom.raw(
        "urn:test:odd", "قال الرئيس الروسي فلاديمير\x00 بوتين\x07: «الاتفاق سيستمر\u202e رغم كل شيء في المدن».", 500
    )
    mixed: list[Record] = []
    for number, (name, value) in enumerate(BAD.items()):
        mixed += [Record("articles.raw", 0, 0, name.encode(), value, newsroom.START), records[number]]
    mixed += [*records[len(BAD) :], odd]
    with cluster(broker=broker) as running:
        running.feed(mixed)
        running.worker()
        running.rest()

        letters = {letter.key: (letter.value, reason) for letter, reason in running.letters()}
        assert letters == {name.encode(): (value, name.split()[0]) for name, value in BAD.items()}
        for number in (3, 4, 5, 6):
            assert running.outcome(f"urn:bad:{number}", "normalize")[0] == "rejected"
        assert running.outcome("urn:test:odd", "quotes") == ("accepted", None)
        assert check_against_oracle(running, mixed, everywhere=True) > 50


def test_dead_letters_can_be_redriven(broker: BrokerType) -> None:
    """A dead letter that is sent back, once for each reason, keeps its key, bytes and time, and may be refused."""
    with cluster(broker=broker) as running:
        bad = Record("articles.raw", 0, 0, b"urn:bad:1", BAD["malformed"], newsroom.START)
        running.feed([bad])
        running.worker()
        running.rest()
        running.command("dlq", "redrive")
        running.rest()
        running.command("dlq", "redrive")
        running.rest()

        running.command("dlq", "redrive", "--reason", "malformed")
        running.rest()
        running.stop()
        for reason, number in (("language", 0), ("malformed", 1), ("malformed", 0)):
            assert f"Sent {number} " in running.command("dlq", "redrive", "--reason", reason)

        assert [letter.value for letter, _ in running.letters()] == [bad.value] * 4
        assert {record.recorded for record in running.read(RAW)} == {newsroom.START}
