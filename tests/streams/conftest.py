"""Which broker a test of the stream runs on: the embedded one, and Apache Kafka where it can be had."""

import pytest

from streams.broker import EmbeddedBroker
from tests.streams.cluster import BrokerType
from tests.streams.kafka import Kafka
from tests.streams.kafka.jars import NoKafkaError, jars, java

on_embedded = pytest.param(EmbeddedBroker, id="embedded", marks=pytest.mark.broker)
on_kafka = pytest.param(Kafka, id="kafka", marks=pytest.mark.cluster)


@pytest.fixture(params=[on_embedded, on_kafka])
def broker(request: pytest.FixtureRequest) -> BrokerType:
    """Run a test on both brokers."""
    if request.param is Kafka:
        request.getfixturevalue("kafka")
    made: BrokerType = request.param
    return made


@pytest.fixture(scope="session")
def kafka() -> type[Kafka]:
    """Apache Kafka; the test is skipped, with the reason, where it cannot be run."""
    try:
        jars(), java()
    except NoKafkaError as error:
        pytest.skip(f"no Apache Kafka: {error}")
    return Kafka
