"""A broker that demands TLS, passwords or certificates, and allows each role what `docs/access.md` says and no more."""

import asyncio
import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec
import pytest
from aiokafka import AIOKafkaProducer
from aiokafka.errors import TopicAuthorizationFailedError

from schemas.registry import ENTRIES, LINEAGE, QUOTES, RAW, STATUS, TOPICS, Topic, dead_letters
from streams import topics
from streams.access import Role, grants
from streams.agents.step import Record
from streams.cli import run
from streams.settings import Settings
from tests.streams import newsroom
from tests.streams.cluster import Cluster, check_against_oracle
from tests.streams.kafka import Kafka
from tests.streams.kafka.secured import SecuredKafka

pytestmark = pytest.mark.cluster


@pytest.fixture
def secured(kafka: type[Kafka]) -> Iterator[SecuredKafka]:
    """A server with the ACLs of all roles."""
    with SecuredKafka() as started:
        started.allow(grants())
        yield started


class Roles:
    """The roles of one stream, each with its own settings."""

    def __init__(self, broker: SecuredKafka, folder: Path) -> None:
        self._broker = broker
        self._folder = folder

    def __getitem__(self, role: Role) -> Cluster:
        settings = self._broker.settings(
            role, datadir=str(self._folder), database=str(self._folder / "db"), store="memory", partitions=2,
            web_port=0, commit=0.3, batch=8, session=3.0, log_format="json",
        )  # fmt: skip
        return Cluster(settings, self._folder, self._broker)


@pytest.fixture
def roles(secured: SecuredKafka) -> Iterator[Roles]:
    """The stream after each role did its part: topics made, articles published and worked through."""
    with TemporaryDirectory(prefix="musnad-test-") as folder:
        found = Roles(secured, Path(folder))
        assert len(asyncio.run(topics.create(found["operator"].settings))) == len(TOPICS)
        worker = found["worker"]
        try:
            worker.worker()
            found["feed"].feed(records())
            found["operator"].publish(Record(RAW.name, 0, 0, b"odd", b"{", newsroom.START))
            found["operator"].rest()
            yield found
        finally:
            worker.stop()


def records() -> list[Record]:
    """What the feed publishes."""
    return newsroom.edition(31, 12)


Say = Callable[..., tuple[int, str, str]]


@pytest.fixture
def say(monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Say:
    """Runs a command with some settings; returns its exit code and what it prints and complains of."""

    def called(settings: Settings, *command: str) -> tuple[int, str, str]:
        for name in os.environ.keys() & {f"MUSNAD_{field.upper()}" for field in Settings.__struct_fields__}:
            monkeypatch.delenv(name)
        for name, value in settings.environment().items():
            monkeypatch.setenv(name, value)
        capfdbinary.readouterr()
        code = run(list(command))
        sys.stdout.flush()
        printed = capfdbinary.readouterr()
        return code, printed.out.decode(), printed.err.decode()

    return called


#: What no role may write, though it may see or read some of it.
FORBIDDEN: tuple[tuple[Role, Topic], ...] = (
    ("feed", QUOTES), ("feed", STATUS), ("feed", dead_letters(RAW)),
    ("worker", RAW),
    ("reader", RAW), ("reader", ENTRIES), ("reader", LINEAGE),
    ("operator", QUOTES), ("operator", ENTRIES),
    ("eraser", QUOTES), ("eraser", ENTRIES),
)  # fmt: skip
#: What no role may do, and what it is told.
DENIED: tuple[tuple[Role, tuple[str, ...], str], ...] = (
    ("feed", ("tail", RAW.name), f"does not allow feed to use {RAW.name}"),
    ("feed", ("tail", ENTRIES.name), "or does not show them to us (docs/access.md)"),
    ("feed", ("status",), "docs/access.md"),
    ("feed", ("topics", "create"), "does not allow feed to use"),
    ("reader", ("tail", RAW.name), "or does not show them to us (docs/access.md)"),
    ("reader", ("replay", "seeds"), f"does not allow whom our certificate names to use {RAW.name}"),
    ("worker", ("rebuild",), "is a member"),
)


def test_roles_do_their_work_with_their_acls_and_nothing_else(roles: Roles, say: Say) -> None:
    """By password or certificate, each role gets done what the table of ACLs promises, and no more."""
    operator, reader = roles["operator"].settings, roles["reader"].settings

    assert check_against_oracle(roles["operator"], records()) > 50
    code, told, _ = say(operator, "status")
    assert (code, "malformed" in told) == (0, True)
    assert say(operator, "dlq", "redrive")[1].startswith("Sent 1 record back.")
    assert "is a member" in say(operator, "rebuild")[2]  # the worker, which the operator may see
    assert say(operator, "topics", "create")[1].startswith("All topics are there")
    assert say(operator, "diff")[0] == 0
    code, told, _ = say(reader, "actors", "--json")
    assert code == 0
    assert say(reader, "timeline", msgspec.json.decode(told.splitlines()[0])["id"])[0] == 0
    article = next(record.key for record in records() if record.key and record.value)
    code, told, complaint = say(roles["eraser"].settings, "erase", article.decode(), "--yes", "--json")
    assert code == 0, complaint
    erased = msgspec.json.decode(told)
    assert erased["versions"] > 0
    assert erased["database"]
    for role, topic in FORBIDDEN:
        with pytest.raises(TopicAuthorizationFailedError):
            asyncio.run(_send(roles[role].settings, topic))
    for role, command, told in DENIED:
        code, _, complaint = say(roles[role].settings, *command)

        assert (code, told in complaint) == (1, True), complaint
        assert complaint.count("musnad: ") == complaint.count("\n") == 1


async def _send(settings: Settings, topic: Topic) -> None:
    async with AIOKafkaProducer(**settings.producer) as producer:
        await producer.send_and_wait(topic.name, b"{}", b"key")


def wrong(broker: SecuredKafka) -> dict[str, tuple[dict[str, Any], str]]:
    """Connections that do not come about -> what is otherwise than it should be, and what people read."""
    keys = broker.keys
    mutual = broker.settings("reader")
    return {
        "wrong password": ({"kafka_sasl_password": "guess"}, "refuses the password of operator"),
        "wrong password, PLAIN": (
            {"kafka_sasl_username": "feed", "kafka_sasl_mechanism": "PLAIN"}, "refuses the password of feed",
        ),
        "unknown name": ({"kafka_sasl_username": "nobody"}, "does not know that name for SCRAM-SHA-512"),
        "no name": ({"kafka_sasl_username": None}, "set MUSNAD_KAFKA_SASL_USERNAME"),
        "unknown mechanism": ({"kafka_sasl_mechanism": "SCRAM-SHA-256"}, "does not take SCRAM-SHA-256"),
        "unknown authority": ({"kafka_ssl_cafile": str(keys / "stranger.pem")}, "in MUSNAD_KAFKA_SSL_CAFILE"),
        "authorities of the system": ({"kafka_ssl_cafile": None}, "in MUSNAD_KAFKA_SSL_CAFILE"),
        "no file of authorities": ({"kafka_ssl_cafile": str(keys / "server.key")}, "is no file of certificates"),
        "other name": (
            {"broker": broker.settings("operator").broker.replace("127.0.0.1", "localhost")}, "for another name",
        ),
        "no TLS": ({"kafka_security_protocol": "SASL_PLAINTEXT"}, "Set MUSNAD_KAFKA_SECURITY_PROTOCOL"),
        "no password": ({"kafka_security_protocol": "SSL"}, "Set MUSNAD_KAFKA_SECURITY_PROTOCOL"),
        "TLS where there is none": ({"broker": broker.address}, "Set MUSNAD_KAFKA_SECURITY_PROTOCOL"),
        "passwords where there are none": (
            {"broker": broker.address, "kafka_security_protocol": "SASL_PLAINTEXT"}, "takes no passwords",
        ),
        "no certificate": (
            {"broker": mutual.broker, "kafka_security_protocol": "SSL"}, "Name one in MUSNAD_KAFKA_SSL_CERTFILE",
        ),
        "certificate of a stranger": (
            {
                "broker": mutual.broker, "kafka_security_protocol": "SSL",
                "kafka_ssl_certfile": str(keys / "impostor.both"),
            },
            "refuses the certificate in",
        ),
        "key of another": (
            {"kafka_ssl_certfile": str(keys / "reader.pem"), "kafka_ssl_keyfile": str(keys / "server.key")},
            "are no certificate and its key",
        ),
    }  # fmt: skip


#: Every way to the broker: Faust's by way of the admin client, a producer, consumers with and without a group.
COMMANDS = (("replay", "seeds"), ("status",), ("timeline", "russia"), ("worker",))


def test_who_is_turned_away_is_told_why(secured: SecuredKafka, tmp_path: Path, say: Say) -> None:
    """Whatever command it is, one sentence says what is wrong and which setting mends it, within seconds."""
    for command in COMMANDS:
        for case, (otherwise, words) in wrong(secured).items():
            settings = secured.settings("operator", database=str(tmp_path / "db"), web_port=0)
            settings = msgspec.structs.replace(settings, **otherwise)
            started = time.monotonic()
            code, printed, complaint = say(settings, *command)

            # A worker logs what its client libraries say, a line of JSON each, before it gives up.
            *logged, sentence = complaint.splitlines()
            assert sentence.startswith("musnad: "), (case, command)
            assert words in sentence, (case, command)
            assert not logged or command == ("worker",), (case, command)
            assert all(msgspec.json.decode(line)["event"] for line in logged)
            assert code in {1, 2}
            assert not printed
            assert time.monotonic() - started < 20
