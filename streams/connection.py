"""Connections to the brokers: opened, closed, and why one is not to be had, in words that say what to do.

aiokafka logs why a broker turned it away and then raises that it found none. So who is turned away asks each broker
once more, by itself, and tells what it hears.
"""

import asyncio
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, TypeVar

from aiokafka import AIOKafkaConsumer, AIOKafkaProducer
from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.conn import collect_hosts, create_conn
from aiokafka.errors import (
    ClusterAuthorizationFailedError,
    GroupAuthorizationFailedError,
    IllegalSaslStateError,
    KafkaError,
    KafkaTimeoutError,
    SaslAuthenticationFailed,
    TopicAuthorizationFailedError,
    UnsupportedSaslMechanismError,
)
from aiokafka.protocol.metadata import MetadataRequest

from streams.errors import MusnadError, NoBrokerError, NoLeaderError
from streams.settings import Settings

Client = TypeVar("Client", AIOKafkaAdminClient, AIOKafkaConsumer, AIOKafkaProducer)

#: Seconds that a client may take to find a broker, and one broker to answer who asks why.
_STARTING, _ASKING = 10.0, 5.0
#: Partitions without a leader that are named.
_NAMED = 5
#: OpenSSL's numbers for a certificate that bears another name, or another address.
_MISNAMED = frozenset({62, 64})
_UNAUTHORIZED = (TopicAuthorizationFailedError, GroupAuthorizationFailedError, ClusterAuthorizationFailedError)
_PROTOCOL = "MUSNAD_KAFKA_SECURITY_PROTOCOL"


@asynccontextmanager
async def connected(settings: Settings, client: Client) -> AsyncIterator[Client]:
    """Start a client, and close it in the end.

    Args:
        settings: Where the brokers are, and how they are spoken to.
        client: A client that was not started yet.

    Raises:
        MusnadError: No broker takes it, one does not allow what is asked of it, or none answers for some partitions.
    """
    close = client.close if isinstance(client, AIOKafkaAdminClient) else client.stop
    try:
        await asyncio.wait_for(client.start(), _STARTING)
    except (KafkaError, TimeoutError, OSError) as error:
        await close()
        raise await refused(settings, error) from error
    except BaseException:
        await close()
        raise
    try:
        yield client
    except _UNAUTHORIZED as error:
        raise forbidden(settings, error) from error
    except KafkaTimeoutError as error:
        raise await _overdue(settings, client, error) from error
    finally:
        await close()


async def leaderless(client: AIOKafkaAdminClient | AIOKafkaConsumer | AIOKafkaProducer) -> list[str]:
    """Name the partitions for which no broker answers, as `topic/partition`, in order.

    Raises:
        KafkaError: No broker says.
    """
    inner = client.client if isinstance(client, AIOKafkaProducer) else client._client  # noqa: SLF001 -- as of `client`
    cluster = await inner.fetch_all_metadata()
    topics = cluster.topics(exclude_internal_topics=False)
    known = {name: cluster.partitions_for_topic(name) - cluster.available_partitions_for_topic(name) for name in topics}
    return [f"{name}/{partition}" for name in sorted(known) for partition in sorted(known[name])]


async def _overdue(
    settings: Settings, client: AIOKafkaAdminClient | AIOKafkaConsumer | AIOKafkaProducer, error: KafkaTimeoutError
) -> MusnadError:
    """Say why brokers that took us do not answer any more: some partitions have no leader, or they are gone."""
    try:
        async with asyncio.timeout(_ASKING):
            missing = await leaderless(client)
    except (KafkaError, OSError, TimeoutError):
        return await refused(settings, error)
    if not missing:
        return NoBrokerError(
            f"The brokers at {settings.broker} do not answer in time ({error}). They are too busy or standing still: "
            f"look at their logs, and try again."
        )
    more = f" and {len(missing) - _NAMED} more" if len(missing) > _NAMED else ""
    return NoLeaderError(
        f"No broker leads {', '.join(missing[:_NAMED])}{more}: those that keep copies of it do not run, or are not in "
        f"sync. Start them; Kafka's `kafka-topics.sh --describe --unavailable-partitions` tells which ones."
    )


def forbidden(settings: Settings, error: BaseException) -> MusnadError:
    """Say that the broker knows us and does not allow what we asked for."""
    things = ", ".join(sorted({_name(thing) for thing in error.args})) or "it"
    whom = settings.kafka_sasl_username or "whom our certificate names"
    return MusnadError(
        f"{settings.broker} does not allow {whom} to use {things} ({type(error).__name__}). "
        f"docs/access.md lists the ACLs of each role."
    )


def hidden(settings: Settings) -> str:
    """Say that what is missing may only be hidden, where brokers ask who we are."""
    return "" if settings.kafka_security_protocol == "PLAINTEXT" else " or does not show them to us (docs/access.md)"


def _name(thing: object) -> str:
    """The name of a topic or a group, as the errors of aiokafka have it or a set of such."""
    return ", ".join(sorted(map(str, thing))) if isinstance(thing, (set, frozenset, list, tuple)) else str(thing)


async def refused(settings: Settings, error: BaseException) -> MusnadError:
    """Ask each broker why it does not take us; returns the first reason, or that none answers.

    Args:
        settings: Where the brokers are, and how they are spoken to.
        error: What the client said.
    """
    for host, port, _ in collect_hosts(settings.broker):
        reason = await _reason(settings, host, port)
        if reason:
            return MusnadError(reason)
    return NoBrokerError(
        f"No Kafka broker answers at {settings.broker} ({type(error).__name__}). "
        f"Start one, or name another with --broker; "
        f"`musnad demo` brings its own."
    )


async def _reason(settings: Settings, host: str, port: int) -> str:
    """Why one broker does not take us; empty if there is none, or it does take us."""
    arguments = settings.client
    del arguments["bootstrap_servers"]
    try:
        async with asyncio.timeout(_ASKING):
            _, writer = await asyncio.open_connection(host, port)
            writer.close()
    except (OSError, TimeoutError):
        return ""
    try:
        async with asyncio.timeout(_ASKING):
            connection = await create_conn(host, port, **arguments)
            try:
                await connection.send(MetadataRequest([]))
            finally:
                connection.close()
    except TimeoutError:
        return ""  # it stands still, or comes up
    except (KafkaError, OSError) as error:
        return f"{host}:{port} {_told(settings, error)}"
    return ""


def _told(settings: Settings, error: Exception) -> str:
    """What a broker did that did not take us, and what to do."""
    if isinstance(error, ssl.SSLCertVerificationError):
        return _untrusted(settings, error)
    if isinstance(error, SaslAuthenticationFailed):
        return (
            f"refuses the password of {settings.kafka_sasl_username} or does not know that name for "
            f"{settings.kafka_sasl_mechanism}. Correct MUSNAD_KAFKA_SASL_USERNAME, MUSNAD_KAFKA_SASL_PASSWORD or "
            f"MUSNAD_KAFKA_SASL_MECHANISM."
        )
    if isinstance(error, UnsupportedSaslMechanismError):
        return f"does not take {settings.kafka_sasl_mechanism}. Set MUSNAD_KAFKA_SASL_MECHANISM to another mechanism."
    if isinstance(error, IllegalSaslStateError):
        return f"takes no passwords. Set {_PROTOCOL} to PLAINTEXT or SSL, or name another port in MUSNAD_BROKER."
    cause: Any = error.__cause__
    if isinstance(cause, ssl.SSLError) and "CERTIFICATE" in (cause.reason or ""):
        shown = settings.kafka_ssl_certfile
        return (
            f"refuses the certificate in {shown} ({cause.reason}). Name one of an authority that it trusts in "
            f"MUSNAD_KAFKA_SSL_CERTFILE."
            if shown
            else "wants a certificate of its clients. Name one in MUSNAD_KAFKA_SSL_CERTFILE, and its key in "
            "MUSNAD_KAFKA_SSL_KEYFILE."
        )
    return (
        f"is there, but speaks no Kafka in {settings.kafka_security_protocol} ({type(error).__name__}). Set "
        f"{_PROTOCOL} to what this port of the broker wants: PLAINTEXT, SSL, SASL_PLAINTEXT or SASL_SSL."
    )


def _untrusted(settings: Settings, error: ssl.SSLCertVerificationError) -> str:
    if error.verify_code in _MISNAMED:
        return (
            f"shows a certificate for another name ({error.verify_message}). Use a name that it bears in MUSNAD_BROKER."
        )
    trusted = settings.kafka_ssl_cafile or "the authorities of this system"
    return (
        f"shows a certificate that {trusted} does not vouch for ({error.verify_message}). Name the file of the "
        f"brokers' authority in MUSNAD_KAFKA_SSL_CAFILE."
    )
