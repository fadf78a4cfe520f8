"""What was once written is read for ever: the contract only grows.

`held/<topic>.jsonl` holds records as they were first written. Lines are only ever added there; a change of the structs
that makes one of these tests fail breaks consumers and needs a new version in `ce_type`.
"""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from schemas.registry import TOPICS, Topic, encode
from schemas.shapes import topic_schema

HELD = Path(__file__).parent / "held"
VALUED = [topic for topic in TOPICS if topic.value]
LINES = [
    pytest.param(topic, line, id=f"{topic.name}-{number}")
    for topic in VALUED
    for number, line in enumerate((HELD / f"{topic.name}.jsonl").read_bytes().splitlines())
]


@pytest.mark.parametrize(("topic", "line"), LINES)
def test_nothing_that_was_written_is_lost(topic: Topic, line: bytes) -> None:
    """An old record decodes, and every field it had is still there with the same value."""
    assert _missing(json.loads(line), json.loads(encode(topic.decode(line)))) == []


@pytest.mark.parametrize(("topic", "line"), LINES)
def test_schemas_still_accept_what_was_written(topic: Topic, line: bytes) -> None:
    """Whoever validates a topic from its start finds nothing wrong."""
    assert Draft202012Validator(topic_schema(topic)).is_valid(json.loads(line))


@pytest.mark.parametrize("topic", VALUED, ids=lambda topic: topic.name)
def test_every_type_is_held(topic: Topic) -> None:
    """A type that is added to a topic gets its record here too."""
    lines = (HELD / f"{topic.name}.jsonl").read_bytes().splitlines()

    assert {type(topic.decode(line)) for line in lines} == set(topic.value)


@pytest.mark.parametrize(
    ("old", "new", "missing"),
    [({"a": 1}, {"a": 1, "b": 2}, []), ({"a": 1}, {"b": 1}, ["a"]), ({"a": {"b": [1, 2]}}, {"a": {"b": [1]}}, ["a.b"]),
     ({"a": [{"b": 1}]}, {"a": [{"c": 1}]}, ["a.0.b"]), ({"a": 1}, {"a": 2}, ["a"])],
)  # fmt: skip
def test_the_comparison_sees_losses(old: object, new: object, missing: list[str]) -> None:
    """Removed, renamed, shortened and changed values are told; added ones are not."""
    assert _missing(old, new) == missing


def _missing(old: Any, new: Any, path: str = "") -> list[str]:
    """Return where `new` does not say what `old` says."""
    if isinstance(old, dict) and isinstance(new, dict):
        return [
            place
            for name, value in old.items()
            for place in (_missing(value, new[name], f"{path}{name}.") if name in new else [path + name])
        ]
    if isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        return [
            place
            for index, pair in enumerate(zip(old, new, strict=True))
            for place in _missing(*pair, f"{path}{index}.")
        ]
    return [] if old == new else [path.rstrip(".")]
