"""A cluster for tests: a broker, workers in processes of their own, and what ends up in the topics."""

import asyncio
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, aclosing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol
from urllib.error import HTTPError
from urllib.request import urlopen

import msgspec
from aiokafka import AIOKafkaProducer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.protocol.group import LeaveGroupRequest

from schemas.ranks import milliseconds
from schemas.registry import BY_NAME, CONTRIBUTIONS, ENTRIES, LINEAGE, RAW, STATUS, TOPICS, Topic, dead_letters
from streams import topics
from streams.agents.chain import Chain
from streams.agents.step import Record
from streams.broker import EmbeddedBroker
from streams.clients import follow
from streams.clients.drain import Lag, Positions, drained, lags, positions
from streams.clients.files import Item
from streams.clients.replay import replay
from streams.settings import Settings
from streams.workers import WorkerProcess

#: Seconds after which a stream that does not come to rest counts as stuck.
PATIENCE = 120
#: Seconds that a stuck worker has to print where it stands.
_CRYING = 2
#: Characters of a log that are shown.
_TAIL = 30_000
FAULTY = Path(__file__).parent / "faulty_worker.py"


class Broker(Protocol):
    """What runs the topics."""

    @property
    def address(self) -> str:
        """Bootstrap servers for clients."""


#: Makes a broker that runs inside a `with`.
BrokerType = Callable[[], AbstractContextManager[Broker]]


class Cluster:
    """One stream with its broker and workers."""

    def __init__(self, settings: Settings, folder: Path, broker: Broker) -> None:
        self.settings = settings
        self.broker = broker
        self.folder = folder
        self.workers: list[WorkerProcess] = []

    def feed(self, records: Iterable[Record]) -> None:
        """Publish records to `articles.raw`, each with its own time of recording."""
        items = [Item(record.key or b"", record.value, "", record.recorded) for record in records]
        asyncio.run(replay(self.settings, items))

    def worker(
        self, name: str = "worker", fault: str = "", poison: str = "", web_port: int = 0, command: Sequence[str] = ()
    ) -> WorkerProcess:
        """Start a worker, perhaps one with a fault (see `faulty_worker`)."""
        settings = msgspec.structs.replace(self.settings, name=name, web_port=web_port)
        worker = WorkerProcess(
            settings,
            self.folder / f"{name}.log",
            command or ([str(FAULTY)] if fault else ["-m", "streams", "worker"]),
            {"FAULT": fault, "POISON": poison},
        )
        worker.start()
        self.workers.append(worker)
        return worker

    def rest(self) -> None:
        """Wait until the workers have nothing left to do.

        Raises:
            TimeoutError: They do not get there; how far they are is added, and what they wait for.
        """
        state: list[Lag] = []
        try:
            asyncio.run(
                asyncio.wait_for(drained(self.settings, lambda lags: state.__setitem__(slice(None), lags)), PATIENCE)
            )
        except TimeoutError:
            raise TimeoutError(f"{[lag for lag in state if lag.left]}\n{self.words()}") from None

    def words(self) -> str:
        """What the workers logged last, and where each of their tasks and threads stands."""
        logs = dict.fromkeys(worker.log for worker in self.workers)
        logged = [f"{log.name}: {log.read_text(errors='replace')[-_TAIL:]}" for log in logs]
        running = {worker.log for worker in self.workers if worker.process is not None and worker.running}
        for worker in self.workers:
            if worker.process is not None and worker.running:
                worker.process.send_signal(signal.SIGUSR1)  # Faust prints them
        time.sleep(_CRYING)
        waiting = [f"{log.name} waits: {log.read_text(errors='replace')[-_TAIL:]}" for log in logs if log in running]
        return "\n".join([*logged, *waiting])

    def read(self, topic: Topic) -> list[Record]:
        """Return all records of a topic."""
        return asyncio.run(follow.read_all(self.settings, topic.name))

    def last(self, topic: Topic) -> dict[bytes, bytes]:
        """Return the last value of each key of a topic."""
        rows = {record.key or b"": record.value for record in self.read(topic)}
        return {key: value for key, value in rows.items() if value is not None}

    def grow(self, records: int) -> None:
        """Wait until so many records more stand in the derived sources of the stream.

        Raises:
            TimeoutError: They do not come; what the workers logged is added, and what they wait for.
        """
        try:
            asyncio.run(asyncio.wait_for(self._grow(records), PATIENCE))
        except TimeoutError:
            raise TimeoutError(self.words()) from None

    async def _grow(self, records: int) -> None:
        before: int | None = None
        async with aclosing(lags(self.settings)) as states:
            async for state in states:
                now = sum(lag.total for lag in state if lag.topic != RAW.name)
                before = now if before is None else before
                if now - before >= records or not any(lag.left for lag in state):
                    return

    def die(self, worker: WorkerProcess) -> None:
        """Wait until a faulty worker has died.

        Raises:
            AssertionError: It ended otherwise than by its fault.
        """
        assert worker.process is not None
        code = worker.process.wait(PATIENCE)
        assert code == -signal.SIGKILL, worker.log.read_text(errors="replace")[-2_000:]

    def sleep(self, worker: WorkerProcess) -> None:
        """Wait until a faulty worker has stopped itself.

        Raises:
            TimeoutError: It does not.
        """
        assert worker.process is not None
        deadline = time.monotonic() + PATIENCE
        while Path(f"/proc/{worker.process.pid}/stat").read_text().rpartition(")")[2].split()[0] != "T":
            if time.monotonic() > deadline:
                raise TimeoutError(worker.log.read_text(errors="replace")[-2_000:])
            time.sleep(0.1)

    def letters(self) -> list[tuple[Record, str]]:
        """Return the dead letters of `articles.raw` with their reasons."""
        found = self.read(dead_letters(RAW))
        return [(record, dict(record.headers)["musnad-reason"].decode()) for record in found]

    def outcome(self, uri: str, stage: str) -> tuple[str, str | None]:
        """Return what a stage made of an article: outcome and reason."""
        told = STATUS.decode(self.last(STATUS)[f"{uri}\t{stage}".encode()])
        return told.outcome, told.reason

    def publish(self, record: Record, **producer: object) -> None:
        """Publish one record with a producer of its own, as a feed with other settings than ours would."""
        asyncio.run(self._publish(record, producer))

    async def _publish(self, record: Record, producer: dict[str, object]) -> None:
        async with AIOKafkaProducer(**{**self.settings.producer, **producer}) as feed:
            stamp = milliseconds(record.recorded)
            await feed.send_and_wait(record.topic, record.value, record.key, timestamp_ms=stamp)

    def call(
        self, *arguments: str, program: Sequence[str] = ("-m", "streams"), given: str | None = None
    ) -> "subprocess.CompletedProcess[str]":
        """Run a command of `musnad` against the broker.

        Args:
            arguments: The command and its arguments.
            program: What Python is to run; ours unless the test has another.
            given: What the command reads.
        """
        environment = {**os.environ, **self.settings.environment()}
        return subprocess.run(
            [sys.executable, *program, *arguments],
            env=environment, input=given, capture_output=True, text=True, check=False,
        )  # fmt: skip

    def command(self, *arguments: str, program: Sequence[str] = ("-m", "streams"), given: str | None = None) -> str:
        """Run a command of `musnad` against the broker, as `call`; returns what it prints.

        Raises:
            AssertionError: It fails.
        """
        done = self.call(*arguments, program=program, given=given)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def stop(self) -> None:
        """Stop all workers."""
        for worker in self.workers:
            worker.stop()
        self.workers.clear()

    def dismiss(self) -> None:
        """Stop all workers and take them out of the group, where the embedded broker would keep them."""
        self.stop()
        asyncio.run(_empty_group(self.settings))


def readiness(worker: WorkerProcess) -> list[str] | None:
    """What `/readyz` says: nothing that the worker waits for, some of it, or None as nobody answers."""
    try:
        with urlopen(f"http://127.0.0.1:{worker.settings.web_port}/readyz", timeout=5) as answer:
            assert answer.status == 200
            return list(json.load(answer)["reasons"])
    except HTTPError as error:
        if error.code != 503:
            raise
        return list(json.load(error)["reasons"])
    except OSError:
        return None


def standing(settings: Settings) -> dict[TopicPartition, int]:
    """Return the partitions that have work left, and how far each is."""
    return {place: done for place, (done, total) in asyncio.run(_positions(settings)).items() if done < total}


async def _positions(settings: Settings) -> Positions:
    async with aclosing(positions(settings)) as states:
        return await anext(states)


async def moved(
    settings: Settings, before: dict[TopicPartition, int], look: Callable[[Positions], None] = lambda _: None
) -> None:
    """Wait until every partition that had work left has gone on.

    Args:
        settings: Where the broker is.
        before: What `standing` told.
        look: Called with how far each partition is, whenever that is known anew.
    """
    async with aclosing(positions(settings)) as states:
        async for state in states:
            look(state)
            if all(state[place][0] > done for place, done in before.items()):
                return


async def _empty_group(settings: Settings) -> None:
    admin = AIOKafkaAdminClient(**settings.client)
    await admin.start()
    try:
        (answer,) = await admin.describe_consumer_groups([settings.group])
        coordinator = await admin.find_coordinator(settings.group)
        for member in answer.to_object()["groups"][0]["members"]:
            leave = LeaveGroupRequest(settings.group, member["member_id"])
            await admin._client.send(coordinator, leave)  # noqa: SLF001 -- aiokafka's admin has no call for it
    finally:
        await admin.close()


@contextmanager
def cluster(
    store: str = "memory",
    partitions: int = 2,
    fatal: int = 2,
    replicas: int = 1,
    session: float = 3.0,
    broker: BrokerType = EmbeddedBroker,
) -> Iterator[Cluster]:
    """Start a broker with all topics; workers are for the test to start.

    Args:
        store: Where tables live.
        partitions: Partitions of the topics.
        fatal: Deaths that make a record poison. A test that kills at random hits one record twice now and then.
        replicas: Copies of the topics.
        session: Seconds after which a silent worker counts as dead.
        broker: Which broker.
    """
    with TemporaryDirectory(prefix="musnad-test-") as folder, broker() as started:
        settings = Settings.load(
            {}, broker=started.address, datadir=folder, store=store, web_port=0, partitions=partitions, commit=0.3,
            batch=8, session=session, fatal=fatal, replicas=replicas, log_level="INFO", log_format="json",
        )  # fmt: skip
        asyncio.run(topics.create(settings))
        running = Cluster(settings, Path(folder), started)
        try:
            yield running
        finally:
            running.stop()


def oracle(records: Iterable[Record]) -> tuple[Chain, dict[str, dict[bytes, set[bytes]]]]:
    """Run the chain without Kafka; returns it, and by topic and key all values that it wrote."""
    chain = Chain()
    values: dict[str, dict[bytes, set[bytes]]] = {}
    for record in records:
        for output in chain.feed(record):
            values.setdefault(output.topic.name, {}).setdefault(output.key, set()).add(output.value or b"")
    return chain, values


def differences(found: dict[bytes, bytes], wanted: dict[bytes, bytes]) -> list[str]:
    """Say how two maps of last values differ, for a message that a person can read."""
    told = [f"lacks {key.decode()}" for key in sorted(wanted.keys() - found.keys())]
    told += [f"has {key.decode()} too" for key in sorted(found.keys() - wanted.keys())]
    told += [
        f"{key.decode()}: {found[key].decode()} instead of {wanted[key].decode()}"
        for key in sorted(found.keys() & wanted.keys())
        if found[key] != wanted[key]
    ]
    return told


#: Topics whose records depend on one version of one article alone: their sets of distinct values are compared too.
BY_VERSION = ("articles.normalized", "articles.deduplicated", "articles.quoted", "timeline.contributions")
DERIVED = tuple(topic for topic in TOPICS if topic.written_by != "feeds" and topic.value and topic is not CONTRIBUTIONS)


def check_against_oracle(running: Cluster, records: Sequence[Record], *, everywhere: bool = False) -> int:
    """Compare what ended up in the topics with the oracle; returns how many keys were compared.

    Args:
        running: A cluster at rest.
        records: What was published.
        everywhere: Compare all derived topics (records fed in order to one partition), not only entries and lineages.
    """
    wanted, _ = oracle(records)
    compared = 0
    for topic in DERIVED if everywhere else (ENTRIES, LINEAGE):
        found = running.last(topic)
        expected = wanted.last.get(topic.name, {})
        assert not differences(found, expected), topic.name
        compared += len(expected)
    return compared


def check_distinct_values(running: Cluster, records: Sequence[Record]) -> int:
    """Compare the sets of distinct values of each key with the oracle's; returns how many keys were compared.

    Repeats are allowed, other values are not. Only topics whose values follow from one version of one article are
    compared: states that several articles add up to pass through other values when articles pass each other.
    """
    _, values = oracle(records)
    compared = 0
    for name in BY_VERSION:
        found: dict[bytes, set[bytes]] = {}
        for record in running.read(BY_NAME[name]):
            found.setdefault(record.key or b"", set()).add(record.value or b"")
        assert found == values.get(name, {}), name
        compared += len(found)
    return compared
