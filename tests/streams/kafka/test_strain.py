"""Slow, stopped and overloaded: what a worker says and does on Apache Kafka, and that nothing is lost."""

import asyncio
import json
import resource
import signal
import time
from collections.abc import Callable

import pytest
from aiokafka.admin import AIOKafkaAdminClient

from streams.broker import free_port
from streams.workers import WorkerProcess
from tests import strain
from tests.streams import newsroom
from tests.streams.cluster import PATIENCE, Cluster, check_against_oracle, cluster, readiness
from tests.streams.kafka import Kafka

pytestmark = pytest.mark.cluster


def until(condition: Callable[[], bool], *workers: WorkerProcess) -> None:
    """Wait for a condition; tells what workers say if it does not come true."""
    deadline = time.monotonic() + PATIENCE
    while not condition():
        if time.monotonic() > deadline or not all(worker.running for worker in workers):
            raise TimeoutError("\n".join(f"{readiness(one)}\n{one.log.read_text()[-3_000:]}" for one in workers))
        time.sleep(0.1)


def ready(worker: WorkerProcess) -> None:
    """Wait until a worker is ready."""
    until(lambda: readiness(worker) == [], worker)


def waits(worker: WorkerProcess, words: str) -> None:
    """Wait until a worker says that it waits for something, in `/readyz` and in its log."""
    until(lambda: any(words in reason for reason in readiness(worker) or ()), worker)
    lines = [json.loads(line) for line in worker.log.read_text().splitlines() if line.startswith("{")]
    assert any(line["event"] == "worker waits" and words in line["reason"] for line in lines)


def members(running: Cluster) -> int:
    """How many members the workers' group has."""

    async def ask() -> int:
        admin = AIOKafkaAdminClient(**running.settings.client)
        await admin.start()
        try:
            (answer,) = await admin.describe_consumer_groups([running.settings.group])
            return len(answer.to_object()["groups"][0]["members"])
        finally:
            await admin.close()

    return asyncio.run(ask())


def limit_files(worker: WorkerProcess, most: int) -> None:
    """Let the files of a worker grow no further than so many bytes, as a disk would that is full."""
    assert worker.process is not None
    resource.prlimit(worker.process.pid, resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))


def test_no_broker_a_silent_broker_a_full_disk_and_a_worker_that_leaves(kafka: type[Kafka]) -> None:
    """A worker waits for each, says so in `/readyz` and its log, goes on by itself, leaves in time, loses nothing.

    Told to end while no broker answers, with nothing in hand, it ends at once.
    """
    records = newsroom.edition(40, 120)
    third = len(records) // 3
    with cluster("rocksdict", partitions=4, session=6.0, broker=kafka) as running:
        servers = running.broker
        assert isinstance(servers, Kafka)
        (server,) = servers.nodes
        server.stop()
        first = running.worker("first", web_port=free_port())
        waits(first, "no broker answers")
        server.start()
        ready(first)

        running.feed(records[:third])
        running.grow(30)
        server.pause()
        waits(first, "no broker answers")
        server.resume()
        ready(first)

        running.rest()
        limit_files(first, first.log.stat().st_size + 50_000)
        running.feed(records[third : 2 * third])
        waits(first, "the disk under the data directory")
        limit_files(first, resource.RLIM_INFINITY)
        ready(first)

        second = running.worker("second", web_port=free_port())
        until(lambda: readiness(second) == [] and readiness(first) == [], first, second)
        running.feed(records[2 * third :])
        running.grow(30)
        began = time.monotonic()
        assert first.stop(signal.SIGTERM) == 0
        assert time.monotonic() - began < 10
        assert members(running) == 1
        running.rest()

        server.pause()
        waits(second, "no broker answers")
        began = time.monotonic()
        assert second.stop(signal.SIGTERM) == 0
        assert time.monotonic() - began < 5
        server.resume()
        assert check_against_oracle(running, records, everywhere=True) > 500


def test_odd_records_are_all_accounted_for(kafka: type[Kafka]) -> None:
    """Each of 500 fuzzed records is in the dead letters with its reason, or went through the chain; nobody died."""
    found, _ = strain.fuzzed(500, 7, lambda _: None)

    assert found.wrong == []
    total = found.total
    assert total["in"] == 500 == sum(total.values()) - total["in"]
    assert set(total) >= {
        "accepted",
        "duplicate",
        "withdrawn",
        "malformed",
        "not-utf-8",
        "no-uri",
        "no-text",
        "too-large",
    }


def test_a_worker_that_begins_far_behind_catches_up(kafka: type[Kafka]) -> None:
    """Lag of 2,000 small records is worked off, and the end is that of an undisturbed run."""
    compared, memory = strain.behind(2_000, 7, lambda _: None)

    assert compared > 2_000
    assert max(memory.samples) < 500
