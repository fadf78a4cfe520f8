"""Stages as functions: outcomes, statuses, and sets that replace each other in any order."""

import itertools
import random
from collections.abc import Sequence

import msgspec
import pytest

from schemas.registry import CONTRIBUTIONS, DEDUPLICATED, ENTRIES, EVENTS, NORMALIZED, QUOTED, QUOTES, STATUS
from streams.agents import normalize
from streams.agents.chain import STAGES, Chain, attempt, fold
from streams.agents.step import Output, Record, Stage
from tests.streams import newsroom

CHANCE = random.Random(1)  # noqa: S311 -- a test, not a secret
TEXTS = [newsroom.body(CHANCE) for _ in range(3)]
URI = "urn:test:one"
VERSIONS = [newsroom.raw(URI, text, number, version=number + 1) for number, text in enumerate(TEXTS)]


def end(records: Sequence[Record]) -> dict[str, dict[bytes, bytes]]:
    """The last values in the topics whose last value must not depend on the order."""
    chain = Chain()
    for record in records:
        for _ in chain.feed(record):
            pass
    return {topic.name: chain.last.get(topic.name, {}) for topic in (QUOTES, EVENTS, ENTRIES)}


@pytest.mark.parametrize("gone", [0, 1, 2, 5], ids=lambda second: f"withdrawn at {second}")
def test_versions_and_withdrawals_in_every_order(gone: int) -> None:
    """Three versions and a withdrawal at any time end the same in each of 24 orders, with repeats."""
    records = [*VERSIONS, newsroom.tombstone(URI, gone)]
    wanted = end(records)

    for order in itertools.permutations(records):
        assert end([*order, order[0]]) == wanted
    sets = [QUOTES.decode(value) for value in wanted[QUOTES.name].values()]
    assert [found.withdrawn for found in sets] == [gone >= 2]
    live = [ENTRIES.decode(value).live for value in wanted[ENTRIES.name].values()]
    assert any(live) == (gone < 2)
    assert not all(live)


def test_a_correction_reaches_everywhere() -> None:
    """A new version replaces the sets of the old one, closes its evidence, and late older ones change nothing."""
    chain = Chain()
    for record in (VERSIONS[2], VERSIONS[0]):
        for _ in chain.feed(record):
            pass
    alone = end([VERSIONS[2]])

    assert chain.last[QUOTES.name] == alone[QUOTES.name]
    assert chain.last[EVENTS.name] == alone[EVENTS.name]
    standing = {key for key, value in chain.last[ENTRIES.name].items() if ENTRIES.decode(value).live}
    assert standing == alone[ENTRIES.name].keys()


def test_a_withheld_article_comes_back_with_its_next_version() -> None:
    """A withdrawal counts against what was recorded before it, not against what comes after."""
    records = [VERSIONS[0], newsroom.tombstone(URI, 1), VERSIONS[2]]

    assert any(ENTRIES.decode(value).live for value in end(records)[ENTRIES.name].values())


def test_replay_is_identical() -> None:
    """The same raw records give the same bytes in every topic."""
    records = newsroom.edition(8, 15)
    one, other = Chain(), Chain()

    first = [output for record in records for output in one.feed(record)]
    second = [output for record in records for output in other.feed(record)]

    assert first == second
    assert len(first) > 200


@pytest.mark.parametrize("topic", [NORMALIZED, DEDUPLICATED, QUOTED, CONTRIBUTIONS], ids=lambda topic: topic.name)
@pytest.mark.parametrize("value", [None, b"", b"{", b'{"type": "of a later contract"}', b"\xff"])
def test_what_is_none_of_ours_is_rejected(topic: object, value: bytes | None) -> None:
    """A record of an inner topic that no stage of ours wrote is dead-lettered, and told of."""
    stage = next(stage for stage in STAGES if stage.source is topic)
    record = Record(stage.source.name, 0, 7, b"key", value, newsroom.START)

    outcome = attempt(stage, record, {name: {} for name in stage.tables})

    assert outcome.rejected is not None
    assert outcome.rejected.reason == "malformed"
    told = STATUS.decode(outcome.outputs[0].value or b"")
    assert (told.uri, told.stage, told.outcome, told.reason) == ("key", stage.name, "rejected", "malformed")


def test_a_fault_of_ours_is_an_outcome() -> None:
    """An error that nobody foresaw is dead-lettered as internal, with its traceback, and stops nobody."""

    def step(_record: Record, _tables: object) -> list[Output]:
        raise ZeroDivisionError("by zero")

    outcome = attempt(Stage("normalize", normalize.STAGE.source, step), VERSIONS[0], {})

    assert outcome.rejected is not None
    assert outcome.rejected.reason == "internal"
    assert "ZeroDivisionError: by zero" in outcome.trace


def test_a_record_that_would_be_too_large_is_an_outcome() -> None:
    """What would not fit into a topic is rejected before anything is sent."""

    def step(record: Record, _tables: object) -> list[Output]:
        return [Output(NORMALIZED, b"key", b"x" * 5_000_000, "uri", record.recorded)]

    outcome = attempt(Stage("normalize", normalize.STAGE.source, step), VERSIONS[0], {})

    assert outcome.rejected is not None
    assert outcome.rejected.reason == "too-large"


def test_statuses_tell_what_became_of_an_article() -> None:
    """Each stage says what it made of an article: accepted with counts, a duplicate of another, withdrawn."""
    copy = newsroom.raw("urn:test:copy", TEXTS[0], 9)
    last = fold([VERSIONS[0], copy, newsroom.tombstone("urn:test:copy", 10)], STATUS)
    told = {key.decode(): STATUS.decode(value) for key, value in last.items()}

    assert told[f"{URI}\tnormalize"].counts["characters"] > 50
    assert told[f"{URI}\tevents"].counts.keys() == {"actors", "events", "lines"}
    assert told["urn:test:copy\tdeduplicate"].outcome == "duplicate"
    assert told["urn:test:copy\tdeduplicate"].original == URI
    assert told["urn:test:copy\tquotes"].outcome == "withdrawn"
    assert msgspec.json.encode(told[f"{URI}\tquotes"])
