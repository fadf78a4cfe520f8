"""Faust's faults are still there, so that their cures are needed; and the cures hold, on Apache Kafka."""

import ast
import re
import sys

import pytest

from streams.broker import EmbeddedBroker
from tests.faults import CURED, FAULTS, HERE, NOT_SHOWN, OF_BROKERS, SHOWN, attempt, attempts
from tests.streams.kafka import Kafka


@pytest.mark.cluster
def test_every_fault_shows_and_none_that_is_cured(kafka: type[Kafka]) -> None:
    """A fault that shows no more makes its cure superfluous: take that out, with its script."""
    with kafka() as running:
        stock, cured = attempts([name for name in FAULTS if name not in OF_BROKERS], running.address, cured=CURED)

    assert not [f"{one.name}: {one.words}" for one in stock if one.code != SHOWN]
    assert not [f"{one.name}: {one.words}" for one in cured if one.code != NOT_SHOWN]


@pytest.mark.broker
@pytest.mark.parametrize("name", sorted(OF_BROKERS))
def test_a_fault_of_brokers_shows_on_the_embedded_one(name: str) -> None:
    """What Faust takes from a broker without doubting it is wrong on some."""
    with EmbeddedBroker() as running:
        found = attempt(name, running.address)

    assert found.code == SHOWN, found.words


@pytest.mark.parametrize("page", ["tests/faults/README.md", "docs/operations.md"])
@pytest.mark.parametrize("name", FAULTS)
def test_every_script_is_listed_with_its_fault(name: str, page: str) -> None:
    """Whoever reads of a fault finds its reproduction, and no reproduction stands there unexplained."""
    text = (HERE.parent.parent / page).read_text(encoding="utf-8")

    assert re.search(rf"^\|.*\[{name}\]\([\w/.]*{name}\.py\).*\|$", text, re.MULTILINE)


@pytest.mark.parametrize("name", FAULTS)
def test_a_script_stands_alone(name: str) -> None:
    """It imports the libraries that it shows, what comes with them, and nothing of ours."""
    tree = ast.parse((HERE / f"{name}.py").read_bytes())
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    imported |= {node.module or "." for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}

    assert {one.partition(".")[0] for one in imported} <= {"faust", "aiokafka", *sys.stdlib_module_names}
