"""Settings: one struct, filled from the environment and from flags of the same names.

Every field is read from `MUSNAD_` and its name in capitals (`MUSNAD_BROKER`, `MUSNAD_KAFKA_SASL_USERNAME`).
"""

import os
import ssl
from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Literal

import msgspec
from msgspec import Struct

from schemas.registry import DEFAULT_PARTITIONS, HEADROOM_BYTES, MAX_RECORD_BYTES
from streams.errors import UsageError

_PREFIX = "MUSNAD_"
#: Settings that nobody is to read in a log, and what stands in their place.
_SECRET, _HIDDEN = frozenset({"kafka_sasl_password"}), "(hidden)"


def state_home() -> Path:
    """Folder for state that survives a restart (XDG's base directories)."""
    home = os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state"
    return Path(home) / "musnad"


class Settings(Struct, kw_only=True, frozen=True):
    """Everything that can be set.

    Attributes:
        broker: Bootstrap servers, `host:port` separated by commas.
        group: Consumer group of the workers, and prefix of their changelog topics.
        partitions: Partitions of the topics; fixed when they are created.
        replicas: Copies of each topic that the brokers keep.
        datadir: Folder for the workers' tables and journals; each worker has a folder of its own in it.
        name: Name of this worker, for its folder in `datadir`; one that no running worker has if missing.
        store: Where tables live: `rocksdict` on disk, `memory` for short-lived workers.
        web_host: Address the worker's web port binds to.
        web_port: Port of `/metrics`, `/healthz` and `/readyz`; 0 turns it off.
        batch: Most records a stage takes at once.
        linger: Seconds a stage waits for a batch to fill.
        commit: Seconds between two commits of offsets.
        fatal: Workers that die in the step of one record before it is dead-lettered as poison; 0 for never.
        session: Seconds after which a worker that says nothing counts as dead.
        log_level: Least level that is logged.
        log_format: `json`, `console`, or `auto`: console on a terminal.
        database: The reader's SQLite database.
        kafka_security_protocol: Kafka's `security.protocol`.
        kafka_sasl_mechanism: `PLAIN`, `SCRAM-SHA-256` or `SCRAM-SHA-512`.
        kafka_sasl_username: Name for SASL.
        kafka_sasl_password: Password for SASL.
        kafka_ssl_cafile: File of the authority that signed the brokers' certificates; the system's if missing.
        kafka_ssl_certfile: File of the certificate that we show to the brokers, and of those between it and its root.
        kafka_ssl_keyfile: File of that certificate's key, without a password; the same file if missing.
    """

    broker: str = "127.0.0.1:9092"
    group: str = "musnad"
    partitions: int = DEFAULT_PARTITIONS
    replicas: int = 1
    datadir: str = msgspec.field(default_factory=lambda: str(state_home() / "workers"))
    name: str | None = None
    store: Literal["rocksdict", "memory"] = "rocksdict"
    web_host: str = "127.0.0.1"
    web_port: int = 6066
    batch: int = 200
    linger: float = 0.02
    commit: float = 1.0
    fatal: int = 2
    session: float = 6.0
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    log_format: Literal["auto", "json", "console"] = "auto"
    database: str = msgspec.field(default_factory=lambda: str(state_home() / "timelines.sqlite"))
    kafka_security_protocol: Literal["PLAINTEXT", "SSL", "SASL_PLAINTEXT", "SASL_SSL"] = "PLAINTEXT"
    kafka_sasl_mechanism: Literal["PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512"] = "PLAIN"
    kafka_sasl_username: str | None = None
    kafka_sasl_password: str | None = None
    kafka_ssl_cafile: str | None = None
    kafka_ssl_certfile: str | None = None
    kafka_ssl_keyfile: str | None = None

    @classmethod
    def load(cls, environ: Mapping[str, str] | None = None, **flags: object) -> "Settings":
        """Read the environment; flags that are not None override it.

        Raises:
            UsageError: A value is of the wrong kind, or a name with our prefix is no setting.
        """
        values: dict[str, object] = {}
        for name, value in (os.environ if environ is None else environ).items():
            if name.startswith(_PREFIX):
                values[_known(name)] = value
        values |= {name: value for name, value in flags.items() if value is not None}
        try:
            return msgspec.convert(values, cls, strict=False)
        except msgspec.ValidationError as error:
            message = f"A setting is wrong: {error}. See `musnad worker --help` for what each one may be."
            raise UsageError(message) from error

    def environment(self) -> dict[str, str]:
        """Return the settings as environment variables, for a process that is to have the same."""
        values = {name: getattr(self, name) for name in self.__struct_fields__}
        return {_PREFIX + name.upper(): str(value) for name, value in values.items() if value is not None}

    def __rich_repr__(self) -> list[tuple[str, Any]]:
        """Fields and values without the password, for whoever prints settings."""
        values = ((name, getattr(self, name)) for name in self.__struct_fields__)
        return [(name, _HIDDEN if name in _SECRET and value is not None else value) for name, value in values]

    def __repr__(self) -> str:
        """As `__rich_repr__`: a traceback or a log line tells no secret."""
        return f"Settings({', '.join(f'{name}={value!r}' for name, value in self.__rich_repr__())})"

    @property
    def client(self) -> dict[str, Any]:
        """Arguments that every aiokafka client takes.

        Raises:
            UsageError: What the security protocol needs is missing.
        """
        arguments: dict[str, Any] = {
            "bootstrap_servers": self.broker,
            "security_protocol": self.kafka_security_protocol,
            "request_timeout_ms": 20_000,
        }
        if self.kafka_security_protocol.endswith("SSL"):
            arguments["ssl_context"] = self.ssl_context()
        if self.kafka_security_protocol.startswith("SASL"):
            if self.kafka_sasl_username is None or self.kafka_sasl_password is None:
                raise UsageError(
                    f"{self.kafka_security_protocol} needs a name and a password: set MUSNAD_KAFKA_SASL_USERNAME and "
                    f"MUSNAD_KAFKA_SASL_PASSWORD."
                )
            arguments["sasl_mechanism"] = self.kafka_sasl_mechanism
            arguments["sasl_plain_username"] = self.kafka_sasl_username
            arguments["sasl_plain_password"] = self.kafka_sasl_password
        return arguments

    @property
    def durability(self) -> dict[str, str]:
        """Kafka's configuration of a topic of which there are copies: an acknowledged record survives a broker.

        With one copy written, Kafka acknowledges as soon as the others lag; that one's death would lose the record.
        """
        return {"min.insync.replicas": "2"} if self.replicas > _PAIR else {}

    @property
    def producer(self) -> dict[str, Any]:
        """Arguments of a producer: few large requests, and records as large as the topics take."""
        return {
            **self.client,
            "acks": "all",
            "linger_ms": 5,
            "max_batch_size": 131_072,
            "max_request_size": REQUEST_BYTES,
        }

    @property
    def consumer(self) -> dict[str, Any]:
        """Arguments of a consumer that reads without a group."""
        return {
            **self.client,
            "enable_auto_commit": False,
            "auto_offset_reset": "earliest",
            "max_partition_fetch_bytes": REQUEST_BYTES,
        }

    def ssl_context(self) -> ssl.SSLContext:
        """TLS as the settings want it.

        Raises:
            UsageError: A file is missing or is none of its kind.
        """
        try:
            context = ssl.create_default_context(cafile=self.kafka_ssl_cafile)
        except OSError as error:
            place = f"MUSNAD_KAFKA_SSL_CAFILE ({self.kafka_ssl_cafile})"
            raise UsageError(f"{place} is no file of certificates in PEM: {error}.") from error
        if self.kafka_ssl_certfile is not None:
            _show(context, self.kafka_ssl_certfile, self.kafka_ssl_keyfile)
        return context


#: Largest request and fetch: the largest record and its headers.
REQUEST_BYTES = MAX_RECORD_BYTES + HEADROOM_BYTES
#: With two copies alone, writes would wait whenever one broker is restarted.
_PAIR = 2


def _show(context: ssl.SSLContext, certificate: str, key: str | None) -> None:
    """Have a context show a certificate."""

    def refuse() -> str:
        raise UsageError(f"The key in {key or certificate} has a password; Musnad takes keys without one.")

    try:
        context.load_cert_chain(certificate, key, refuse)
    except OSError as error:
        places = f"MUSNAD_KAFKA_SSL_CERTFILE ({certificate}) and MUSNAD_KAFKA_SSL_KEYFILE ({key or 'the same file'})"
        raise UsageError(f"{places} are no certificate and its key in PEM: {error}.") from error


def _known(variable: str) -> str:
    name = variable.removeprefix(_PREFIX).lower()
    if name not in Settings.__struct_fields__:
        known = [_PREFIX + field.upper() for field in Settings.__struct_fields__]
        near = get_close_matches(variable.upper(), known, n=1, cutoff=0.8)
        message = f"{variable} is no setting of Musnad. " + (
            f"Is it {near[0]}?" if near else f"These are: {', '.join(known)}."
        )
        raise UsageError(message)
    return name
