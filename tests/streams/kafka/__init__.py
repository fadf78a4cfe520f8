"""Apache Kafka for tests: one broker or several, in KRaft mode, run from their jars on this machine's Java.

A node is broker and controller in one. It keeps its ports and its log over a restart, so that a test can end it as an
operator does, kill it as a crash does, or stop it in its tracks, and see what the workers make of that.
"""

import asyncio
import base64
import signal
import socket
import subprocess
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Self
from uuid import uuid4

from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.errors import KafkaError

from streams.broker import die_with_parent, free_port
from tests.streams.kafka.jars import NoKafkaError, jars, java

__all__ = ["Kafka", "NoKafkaError", "Node"]

#: Seconds after which a broker that does not answer counts as broken.
_PATIENCE = 60.0
#: A small heap, one collector thread, and only the quick compiler: what runs here runs for seconds.
_JAVA_OPTIONS = (
    "-Xms64m", "-Xmx320m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Djava.awt.headless=true",
    "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn", "-Dorg.slf4j.simpleLogger.showDateTime=true",
)  # fmt: skip


class Node:
    """One Kafka server.

    Args:
        number: Its `node.id`.
        port: Port for clients.
        controller: Port for the controllers among themselves.
        folder: Folder for its settings, its log directory and what it prints.
    """

    def __init__(self, number: int, port: int, controller: int, folder: Path) -> None:
        self.number = number
        self.port = port
        self.controller = controller
        self._folder = folder
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        """`host:port` for clients."""
        return f"127.0.0.1:{self.port}"

    @property
    def log(self) -> Path:
        """File with what the server printed."""
        return self._folder / f"kafka-{self.number}.log"

    @property
    def running(self) -> bool:
        """Whether its process runs."""
        return self._process is not None and self._process.poll() is None

    @property
    def pid(self) -> int:
        """Id of its process; it runs."""
        assert self._process is not None, "it was not started"
        return self._process.pid

    @property
    def data(self) -> Path:
        """Folder of its partitions."""
        return self._folder / f"data-{self.number}"

    def format(self, cluster: str, settings: dict[str, str], further: Iterable[str] = ()) -> "subprocess.Popen[bytes]":
        """Start making its log directory ready.

        Args:
            cluster: Id of the cluster.
            settings: Kafka's settings beside those that are the node's own.
            further: Arguments of Kafka's tool for that.
        """
        own = {
            "process.roles": "broker,controller",
            "node.id": str(self.number),
            "listeners": f"PLAINTEXT://{self.address},CONTROLLER://127.0.0.1:{self.controller}",
            "advertised.listeners": f"PLAINTEXT://{self.address}",
            "controller.listener.names": "CONTROLLER",
            "inter.broker.listener.name": "PLAINTEXT",
            "listener.security.protocol.map": "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT",
            "log.dirs": str(self.data),
        }
        text = "".join(f"{name}={value}\n" for name, value in (own | settings).items())
        self._properties.write_text(text, encoding="utf-8")
        config = ("-c", str(self._properties))
        return self._run("kafka.tools.StorageTool", "format", f"--cluster-id={cluster}", *config, *further)

    def start(self) -> None:
        """Start the server, on the log that it has."""
        self._process = self._run("kafka.Kafka", str(self._properties))

    def stop(self) -> None:
        """End the server as an operator does: it hands its partitions over and writes down where it is."""
        self._end(signal.SIGTERM)

    def kill(self) -> None:
        """End the server as a crash does."""
        self._end(signal.SIGKILL)

    def pause(self) -> None:
        """Let the server stand still."""
        self._signal(signal.SIGSTOP)

    def resume(self) -> None:
        """Let the server go on."""
        self._signal(signal.SIGCONT)

    def _signal(self, number: int) -> None:
        assert self._process is not None, "it was not started"
        self._process.send_signal(number)

    def _end(self, number: int) -> None:
        if self._process is None:
            return
        if number == signal.SIGTERM:
            self.resume()
        self._process.send_signal(number)
        try:
            self._process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
            raise
        self._process = None

    @property
    def _properties(self) -> Path:
        return self._folder / f"kafka-{self.number}.properties"

    def _run(self, *arguments: str) -> "subprocess.Popen[bytes]":
        with self.log.open("ab") as log:
            return subprocess.Popen(
                [java(), *_JAVA_OPTIONS, "-cp", f"{jars()}/*", *arguments],
                cwd=self._folder, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True,
                preexec_fn=die_with_parent,  # noqa: PLW1509 -- the child runs Java's start only
            )  # fmt: skip


class Kafka:
    """A cluster of nodes, started and stopped as a context manager.

    Args:
        nodes: How many; with three, internal topics have three copies and each write is on two of them.
        settings: Kafka's settings, where they differ from a small cluster's.

    Raises:
        NoKafkaError: Kafka cannot be run here.
    """

    def __init__(self, nodes: int = 1, settings: dict[str, str] | None = None) -> None:
        jars(), java()
        self._settings = {**_settings(nodes), **(settings or {})}
        self._home: TemporaryDirectory[str] | None = None
        self._count = nodes
        self.nodes: list[Node] = []

    @property
    def address(self) -> str:
        """Bootstrap servers for clients."""
        return ",".join(node.address for node in self.nodes)

    def __enter__(self) -> Self:
        self._home = TemporaryDirectory(prefix="musnad-kafka-")
        folder = Path(self._home.name)
        self.nodes = [Node(number, free_port(), free_port(), folder) for number in range(1, self._count + 1)]
        voters = ",".join(f"{node.number}@127.0.0.1:{node.controller}" for node in self.nodes)
        cluster = base64.urlsafe_b64encode(uuid4().bytes).decode().rstrip("=")
        try:
            settings = {**self._settings, "controller.quorum.voters": voters}
            further = self.formatting()
            formatting = [node.format(cluster, {**settings, **self.own(node)}, further) for node in self.nodes]
            for node, process in zip(self.nodes, formatting, strict=True):
                assert process.wait(_PATIENCE) == 0, node.log.read_text(errors="replace")
            for node in self.nodes:
                node.start()
            self.ready()
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def own(self, _node: Node) -> dict[str, str]:
        """Settings of a node that other kinds of clusters have."""
        return {}

    def formatting(self) -> tuple[str, ...]:
        """What else Kafka's tool is told when it makes the log directories of other kinds of clusters."""
        return ()

    def stop(self) -> None:
        """End all nodes and forget what they hold."""
        for node in self.nodes:
            node.kill()
        if self._home is not None:
            self._home.cleanup()
            self._home = None

    def restart(self, node: Node, *, kill: bool = False) -> None:
        """End a node, start it again on its log, and wait until all nodes are known and every partition has a leader.

        Args:
            node: The node.
            kill: End it as a crash does.
        """
        node.kill() if kill else node.stop()
        node.start()
        self.ready()

    def leader(self, topic: str, partition: int) -> Node:
        """Return the node that leads a partition."""
        number = asyncio.run(self._leader(topic, partition))
        return next(node for node in self.nodes if node.number == number)

    def ready(self, but: Iterable[Node] = ()) -> None:
        """Wait until every node answers for itself, knows all others, and no partition is without a leader.

        Args:
            but: Nodes that are left out, as they do not run.

        Raises:
            TimeoutError: They do not get there; says what they printed last.
        """
        running = [node for node in self.nodes if node not in set(but)]
        try:
            asyncio.run(asyncio.wait_for(self._all_ready(running), _PATIENCE))
        except TimeoutError:
            words = "\n".join(node.log.read_text(errors="replace")[-3_000:] for node in running)
            raise TimeoutError(words) from None

    async def _all_ready(self, running: list[Node]) -> None:
        wanted = {node.number for node in running}
        for node in running:
            while not await _is_ready(node, wanted):
                assert node.running, node.log.read_text(errors="replace")[-3_000:]
                await asyncio.sleep(0.1)

    async def _leader(self, topic: str, partition: int) -> int:
        async with _Admin(self.address) as admin:
            (found,) = await admin.describe_topics([topic])
        return int(next(part["leader"] for part in found["partitions"] if part["partition"] == partition))


async def _is_ready(node: Node, wanted: set[int]) -> bool:
    """Whether a node answers requests for metadata with all nodes that run and a leader for each partition."""
    try:
        socket.create_connection(("127.0.0.1", node.port), timeout=1).close()  # aiokafka logs each refusal
        async with _Admin(node.address) as admin:
            nodes = {broker["node_id"] for broker in (await admin.describe_cluster())["brokers"]}
            topics = await admin.describe_topics()
    except (KafkaError, OSError, TimeoutError):
        return False
    return nodes == wanted and all(part["leader"] in nodes for topic in topics for part in topic["partitions"])


class _Admin:
    """An admin client of one node, or of whichever answers."""

    def __init__(self, address: str) -> None:
        self._client = AIOKafkaAdminClient(bootstrap_servers=address, request_timeout_ms=5_000)

    async def __aenter__(self) -> AIOKafkaAdminClient:
        try:
            await self._client.start()
        except BaseException:
            await self._client.close()
            raise
        return self._client

    async def __aexit__(self, *_failure: object) -> None:
        await self._client.close()


def _settings(nodes: int) -> dict[str, str]:
    copies = str(nodes)
    return {
        "offsets.topic.num.partitions": "4",
        "offsets.topic.replication.factor": copies,
        "transaction.state.log.num.partitions": "1",
        "transaction.state.log.replication.factor": copies,
        "transaction.state.log.min.isr": "1",
        "share.coordinator.state.topic.replication.factor": copies,
        "share.coordinator.state.topic.min.isr": "1",
        "auto.create.topics.enable": "false",  # topics come from the registry, with its settings
        "group.initial.rebalance.delay.ms": "0",  # Kafka's 3 s are for groups that start all at once
        "group.min.session.timeout.ms": "1000",  # tests do not wait 6 s for a dead worker
        # A server that comes back is let in when the controller has given its last life up.
        "broker.session.timeout.ms": "3000",
        "broker.heartbeat.interval.ms": "500",
        "log.cleaner.dedupe.buffer.size": str(8 << 20),
        "num.network.threads": "2",
        "num.io.threads": "4",
    }
