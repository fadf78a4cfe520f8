"""Apache Kafka as production has it: TLS, SASL or client certificates, and nothing allowed that no ACL allows.

The server has two more listeners than the others: one with SASL over TLS (SCRAM-SHA-512 and PLAIN) and one that wants
certificates of its clients. The plain one stays for the fixture itself, whose anonymous user may do everything.
"""

import asyncio
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Self

from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.protocol.admin import CreateAclsRequest

from streams.access import Grant, Role
from streams.broker import free_port
from streams.settings import Settings
from tests.streams.kafka import Kafka, Node, NoKafkaError

#: The roles' passwords; the reader comes with a certificate.
PASSWORDS: dict[Role, str] = {
    "feed": "feed, secret", "worker": "worker secret", "operator": "operator-secret", "eraser": "eraser:secret",
}  # fmt: skip
#: Numbers of Kafka's protocol.
_RESOURCES = {"topic": 2, "group": 3}
_OPERATIONS = {"Read": 3, "Write": 4, "Create": 5, "Delete": 6, "DescribeConfigs": 10, "AlterConfigs": 11}
_LITERAL, _PREFIXED, _ALLOW = 3, 4, 3
_PLAIN = "org.apache.kafka.common.security.plain.PlainLoginModule"
_SCRAM = "org.apache.kafka.common.security.scram.ScramLoginModule"
_OPENSSL = """
[req]
distinguished_name = name
[name]
[authority]
basicConstraints = critical, CA:TRUE
keyUsage = critical, keyCertSign
subjectKeyIdentifier = hash
[holder]
basicConstraints = critical, CA:FALSE
subjectAltName = IP:127.0.0.1
authorityKeyIdentifier = keyid
subjectKeyIdentifier = hash
"""


class SecuredKafka(Kafka):
    """One server that demands to know who comes, and allows what it was told to."""

    def __init__(self) -> None:
        super().__init__()
        self._vault = TemporaryDirectory(prefix="musnad-keys-")
        self._sasl, self._mutual = free_port(), free_port()

    def __enter__(self) -> Self:
        authority(self.keys, "authority")
        authority(self.keys, "stranger")
        for name in ("server", "reader"):
            certificate(self.keys, name, "authority")
        certificate(self.keys, "impostor", "stranger")
        return super().__enter__()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        super().__exit__(kind, error, trace)
        self._vault.cleanup()

    @property
    def keys(self) -> Path:
        """Folder of keys and certificates, `NAME.key` and `NAME.pem`."""
        return Path(self._vault.name)

    def settings(self, role: Role, **otherwise: object) -> Settings:
        """How a role connects: the feed with PLAIN, the reader with a certificate, the others with SCRAM."""
        given: dict[str, object] = {"kafka_ssl_cafile": str(self.keys / "authority.pem")}
        if role == "reader":
            given |= {
                "broker": f"127.0.0.1:{self._mutual}",
                "kafka_security_protocol": "SSL",
                "kafka_ssl_certfile": str(self.keys / "reader.pem"),
                "kafka_ssl_keyfile": str(self.keys / "reader.key"),
            }
        else:
            given |= {
                "broker": f"127.0.0.1:{self._sasl}",
                "kafka_security_protocol": "SASL_SSL",
                "kafka_sasl_mechanism": "PLAIN" if role == "feed" else "SCRAM-SHA-512",
                "kafka_sasl_username": role,
                "kafka_sasl_password": PASSWORDS[role],
            }
        return Settings.load({}, **{**given, **otherwise})

    def allow(self, granted: Iterable[Grant]) -> None:
        """Write ACLs."""
        asyncio.run(self._allow(granted))

    async def _allow(self, granted: Iterable[Grant]) -> None:
        admin = AIOKafkaAdminClient(bootstrap_servers=self.address)
        await admin.start()
        try:
            for grant in granted:
                for operation in grant.operations:
                    answer = await admin._send_to_controller(  # noqa: SLF001 -- aiokafka's admin has no call for it
                        CreateAclsRequest(
                            _RESOURCES[grant.resource], grant.name, _PREFIXED if grant.prefixed else _LITERAL,
                            f"User:{grant.role}", "*", _OPERATIONS[operation], _ALLOW,
                        )
                    )  # fmt: skip
                    assert not any(code for code, _ in answer.creation_responses), answer
        finally:
            await admin.close()

    def own(self, node: Node) -> dict[str, str]:
        """The listeners, who may come by them, and the authorizer."""
        users = " ".join(f'user_{role}="{word}"' for role, word in PASSWORDS.items())
        listeners = {"SASL": f"127.0.0.1:{self._sasl}", "MUTUAL": f"127.0.0.1:{self._mutual}"}
        further = "".join(f",{name}://{address}" for name, address in listeners.items())
        plain = f"PLAINTEXT://{node.address}"
        return {
            "listeners": f"{plain},CONTROLLER://127.0.0.1:{node.controller}{further}",
            "advertised.listeners": plain + further,
            "listener.security.protocol.map": "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT,SASL:SASL_SSL,MUTUAL:SSL",
            "listener.name.sasl.sasl.enabled.mechanisms": "SCRAM-SHA-512,PLAIN",
            "listener.name.sasl.plain.sasl.jaas.config": f"{_PLAIN} required {users};",
            "listener.name.sasl.scram-sha-512.sasl.jaas.config": f"{_SCRAM} required;",
            "listener.name.mutual.ssl.client.auth": "required",
            "listener.name.mutual.ssl.principal.mapping.rules": "RULE:^CN=(.*)$/$1/",
            "ssl.keystore.type": "PEM",
            "ssl.keystore.location": str(self.keys / "server.both"),
            "ssl.truststore.type": "PEM",
            "ssl.truststore.location": str(self.keys / "authority.pem"),
            "authorizer.class.name": "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
            "super.users": "User:ANONYMOUS",
        }

    def formatting(self) -> tuple[str, ...]:
        """The users of SCRAM, who stand in the log from the start."""
        return tuple(
            f"--add-scram=SCRAM-SHA-512=[name={role},password={word}]"
            for role, word in PASSWORDS.items()
            if role != "feed"
        )


def authority(folder: Path, name: str) -> None:
    """Make an authority: its key, and a certificate that it signs itself."""
    _openssl(folder, name, "-extensions", "authority")


def certificate(folder: Path, name: str, signer: str) -> None:
    """Make a key for somebody on this machine, and have an authority sign for it; `NAME.both` has the two together."""
    _openssl(folder, name, "-extensions", "holder", "-CA", f"{signer}.pem", "-CAkey", f"{signer}.key")
    both = "".join((folder / f"{name}.{kind}").read_text() for kind in ("key", "pem"))
    (folder / f"{name}.both").write_text(both)


def _openssl(folder: Path, name: str, *arguments: str) -> None:
    program = shutil.which("openssl")
    if program is None:
        raise NoKafkaError("there is no openssl to make certificates with")
    (folder / "openssl.cnf").write_text(_OPENSSL)
    command = [
        program, "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
        "-config", "openssl.cnf", "-subj", f"/CN={name}", "-keyout", f"{name}.key", "-out", f"{name}.pem", *arguments,
    ]  # fmt: skip
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
