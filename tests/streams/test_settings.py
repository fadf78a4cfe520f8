"""Settings: from the environment and from flags, and what is told when they are wrong."""

import io

import pytest
from rich.console import Console

from streams.errors import UsageError
from streams.settings import Settings


def test_the_environment_is_read_and_flags_win() -> None:
    """A variable sets its field; a flag of the same name overrides it; None overrides nothing."""
    settings = Settings.load({"MUSNAD_BROKER": "a:1", "MUSNAD_PARTITIONS": "3", "OTHER": "x"}, broker="b:2", name=None)

    assert (settings.broker, settings.partitions, settings.name) == ("b:2", 3, None)


@pytest.mark.parametrize(
    ("environ", "told"),
    [
        ({"MUSNAD_BROKERS": "a"}, r"MUSNAD_BROKERS is no setting of Musnad\. Is it MUSNAD_BROKER\?"),
        ({"MUSNAD_XYZZY": "a"}, r"These are: MUSNAD_BROKER, MUSNAD_GROUP, "),
        ({"MUSNAD_PARTITIONS": "many"}, "partitions"),
        ({"MUSNAD_STORE": "floppy"}, "store"),
    ],
)
def test_wrong_settings_are_told(environ: dict[str, str], told: str) -> None:
    """An unknown name or a wrong value is a wrong call, named."""
    with pytest.raises(UsageError, match=told):
        Settings.load(environ)


def test_settings_pass_to_another_process() -> None:
    """The environment made from settings gives the same settings."""
    settings = Settings(broker="a:1", partitions=5, linger=0.25, kafka_sasl_username="u", web_port=0)

    assert Settings.load(settings.environment()) == settings


def test_a_password_is_printed_nowhere() -> None:
    """Settings that stand in a traceback or a log keep the secret, and say that there is one."""
    word = "s3cret-word"
    console = Console(file=io.StringIO(), width=2_000)
    console.print(Settings(kafka_sasl_password=word))

    assert isinstance(console.file, io.StringIO)
    for printed in (
        repr(Settings(kafka_sasl_password=word)),
        str(Settings(kafka_sasl_password=word)),
        console.file.getvalue(),
    ):
        assert word not in printed
        assert "kafka_sasl_password='(hidden)'" in printed
    assert "kafka_sasl_password=None" in repr(Settings())


def test_clients_are_secured_as_told() -> None:
    """SASL and TLS reach every client."""
    plain = Settings().client
    word = "w"
    secured = Settings(
        kafka_security_protocol="SASL_SSL",
        kafka_sasl_username="u",
        kafka_sasl_password=word,
        kafka_sasl_mechanism="PLAIN",
    ).client

    assert plain["security_protocol"] == "PLAINTEXT"
    assert secured["sasl_plain_username"] == "u"
    assert secured["ssl_context"] is not None
