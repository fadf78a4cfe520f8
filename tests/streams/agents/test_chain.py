"""Stages as functions: outcomes, statuses, and sets that replace each other in any order."""

import itertools
import random
from collections.abc import Sequence

import msgspec
import pytest

from schemas.headers import REDRIVEN
from schemas.registry import CONTRIBUTIONS, DEDUPLICATED, ENTRIES, EVENTS, NORMALIZED, QUOTED, QUOTES, STATUS
from schemas.status import ArticleStatus
from streams.agents import normalize, quotes
from streams.agents.chain import STAGES, Chain, attempt, fold, refuse
from streams.agents.step import Output, Record, Stage, Tables, recorded, status
from streams.errors import Rejected
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


def test_bytes_that_were_recorded_earlier_too_give_way_in_every_order() -> None:
    """A text sent before another one and again after it counts from its first time, so the other one's sets stand."""
    first, second = (newsroom.raw(URI, text, at, published="2020-03-01") for text, at in ((TEXTS[0], 3), (TEXTS[1], 1)))
    records = [first, second, newsroom.again(first, 0)]
    wanted = end([second])

    for order in itertools.permutations(records):
        found = end(order)
        assert found[QUOTES.name] == wanted[QUOTES.name]
        assert found[EVENTS.name] == wanted[EVENTS.name]


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


def rejected(record: Record, stage: Stage = STAGES[0]) -> ArticleStatus:
    """The status of a record that a stage rejects."""
    outcome = attempt(stage, record, {name: {} for name in stage.tables})
    assert outcome.rejected is not None
    return STATUS.decode(outcome.outputs[0].value or b"")  # type: ignore[no-any-return]


@pytest.mark.parametrize("size", [3_000, 1_300_000, 3_000_000])
@pytest.mark.parametrize("text", [{}, {"text": TEXTS[0]}], ids=["no text", "a text"])
def test_an_enormous_uri_is_an_outcome(size: int, text: dict[str, str]) -> None:
    """An article whose URI would not fit into keys and headers is rejected with a status that any topic takes."""
    uri = "urn:" + "x" * size
    record = Record("articles.raw", 0, 0, uri.encode(), msgspec.json.encode({"uri": uri, **text}), newsroom.START)

    told = rejected(record)

    assert told.outcome == "rejected"
    assert len(told.uri) <= 2_048
    assert uri.startswith(told.uri)


def test_a_detail_is_short_and_in_utf_8() -> None:
    """What an error says may hold anything at any length; the status and the headers made of it do not."""

    def step(_record: Record, _tables: object) -> list[Output]:
        raise ValueError("\ud800" * 3_000_000)

    told = rejected(VERSIONS[0], Stage("normalize", normalize.STAGE.source, step))

    assert len(told.detail or "") == 1_000


def test_records_without_a_name_are_counted_one_by_one() -> None:
    """Each record that names no article has a status of its own, so that their number is told."""
    records = [Record("articles.raw", 0, place, None, b'{"text": %d}' % place, newsroom.START) for place in range(3)]

    assert len(fold([*records, records[0]], STATUS)) == 3


def test_poison_is_never_looked_into_again() -> None:
    """A record that killed its workers is told of by its key alone: to read its value may be what kills."""
    read = []

    def blame(record: Record) -> str:
        read.append(record.value)
        return (record.key or b"").decode()

    stage = Stage("normalize", normalize.STAGE.source, normalize.step, blame=blame)
    told = refuse(stage, VERSIONS[0], Rejected("poison", "it killed")).outputs[0]

    assert read == [None]
    assert STATUS.decode(told.value or b"").uri == URI


def test_an_article_that_a_later_stage_rejects_is_told_of_by_its_uri(monkeypatch: pytest.MonkeyPatch) -> None:
    """Inner topics have ids for keys; the status of a record rejected there stands under the URI all the same."""

    def fail(_article: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(quotes, "quote", fail)
    last = fold(VERSIONS[:1], STATUS)

    assert STATUS.decode(last[f"{URI}\tquotes".encode()]).outcome == "rejected"


def test_a_dead_letter_that_is_accepted_at_last_is_no_longer_told_of_as_rejected() -> None:
    """The timeline stage tells of no articles, but of what was sent back to it after it had been rejected."""
    source = next(output for output in Chain().feed(VERSIONS[0]) if output.topic is CONTRIBUTIONS)
    headers = (("ce_subject", URI.encode()), (REDRIVEN, b"1"))
    record = Record(CONTRIBUTIONS.name, 0, 0, source.key, source.value, newsroom.START, headers)

    outputs = Chain().run(STAGES[-1], record)

    assert [output.key.decode() for output in outputs if output.topic is STATUS] == [f"{URI}\ttimeline"]


def test_the_oracle_forgets_what_a_rejected_record_wrote() -> None:
    """As in the stream, rows that a step set before it rejected its record, or rows too large, do not count."""

    def step(record: Record, tables: Tables) -> list[Output]:
        tables["articles"][b"row"] = record.value or b""
        tables["articles"][b"large"] = b"x" * int(record.value or b"")
        return [status(ArticleStatus(uri="u", stage="events", outcome="accepted"), record.recorded)]

    chain = Chain()
    stage = Stage("events", QUOTED, step, ("articles",))
    for value in (b"1", b"5000000"):
        chain.run(stage, Record(QUOTED.name, 0, 0, b"k", value, newsroom.START))

    assert chain.tables["events"]["articles"] == {b"row": b"1", b"large": b"x"}
    assert [reason.reason for _, reason in chain.rejected] == ["too-large"]


@pytest.mark.parametrize(
    ("stamp", "wanted"),
    [(-1, "1970-01-01"), (0, "1970-01-01"), (1_583_042_400_000, "2020-03-01"), (1_583_042_400_000_000, "9999-12-31")],
)
def test_any_timestamp_is_an_instant(stamp: int, wanted: str) -> None:
    """No timestamp, or one in microseconds, is an instant that a calendar holds."""
    assert recorded(stamp).date().isoformat() == wanted
