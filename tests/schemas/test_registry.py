"""The registry is the one place that knows the topics, and its codecs lose nothing."""

import re
from typing import get_args

import msgspec
import pytest
from msgspec import Struct

from schemas import registry
from schemas.registry import (
    BY_NAME,
    HEADROOM_BYTES,
    MAX_RECORD_BYTES,
    RAW,
    SOURCES,
    TOPICS,
    Topic,
    dead_letters,
    encode,
    tag,
)
from schemas.status import ArticleStatus, Stage
from tests.schemas.samples import EACH, SAMPLES

VALUED = [topic for topic in TOPICS if topic.value]


class TestTopics:
    """What the topics promise."""

    def test_names_are_unique_and_valid(self) -> None:
        """Every topic is found by its name, which Kafka accepts."""
        assert len(BY_NAME) == len(TOPICS)
        assert all(re.fullmatch(r"[a-z.]{1,200}", name) for name in BY_NAME)

    def test_no_two_topics_share_an_event_type(self) -> None:
        """A CloudEvents type tells which topic a record is from."""
        events = [topic.event for topic in TOPICS if topic.event]

        assert len(set(events)) == len(events)

    @pytest.mark.parametrize("source", SOURCES, ids=lambda topic: topic.name)
    def test_every_source_has_a_dead_letter_topic(self, source: Topic) -> None:
        """Bad input has somewhere to go, and everything there is kept."""
        letters = BY_NAME[f"{source.name}.dlq"]

        assert letters == dead_letters(source)
        assert letters.value == ()
        assert letters.config["retention.ms"] == "-1"

    def test_every_stage_reads_one_source(self) -> None:
        """The stages form one chain."""
        assert len(SOURCES) == len(get_args(Stage))

    def test_only_the_topic_before_deduplication_has_one_partition(self) -> None:
        """Two copies find each other without a race, and everything after scales out."""
        single = [topic.name for topic in TOPICS if topic.partitions(12) == 1 and not topic.name.endswith(".dlq")]

        assert single == ["articles.normalized"]
        assert all(topic.partitions(12) in (1, 12) for topic in TOPICS)

    def test_latest_states_are_compacted_and_the_log_is_kept(self) -> None:
        """What can be made again is compacted; the source of truth never is."""
        compacted = {topic.name for topic in TOPICS if topic.config["cleanup.policy"] == "compact"}

        assert compacted == {
            "articles.lineage",
            "quotes.extracted",
            "events.extracted",
            "timeline.entries",
            "articles.status",
        }
        assert all(topic.config["retention.ms"] == "-1" for topic in TOPICS if topic.name not in compacted)

    def test_every_topic_takes_the_largest_record(self) -> None:
        """A record that one topic takes is not refused by the next."""
        largest = {topic.name: int(topic.config["max.message.bytes"]) for topic in TOPICS}

        assert {size for name, size in largest.items() if not name.endswith(".dlq")} == {MAX_RECORD_BYTES}
        assert {size for name, size in largest.items() if name.endswith(".dlq")} == {MAX_RECORD_BYTES + HEADROOM_BYTES}

    @pytest.mark.parametrize("topic", VALUED, ids=lambda topic: topic.name)
    def test_types_of_a_topic_can_be_told_apart(self, topic: Topic) -> None:
        """Where a topic of ours has several types, each has a tag of its own."""
        tags = [tag(member) for member in topic.value]

        assert topic is RAW or len(tags) == 1 or (None not in tags and len(set(tags)) == len(tags))


class TestCodecs:
    """Values survive the wire."""

    @pytest.mark.parametrize(("name", "value"), EACH)
    def test_there_and_back(self, name: str, value: Struct) -> None:
        """A decoded value equals the encoded one and has its type."""
        decoded = BY_NAME[name].decode(encode(value))

        assert decoded == value
        assert type(decoded) is type(value)

    @pytest.mark.parametrize(("name", "value"), EACH)
    def test_equal_values_are_equal_bytes(self, name: str, value: Struct) -> None:
        """Replay writes the same bytes, so repeats can be told by them."""
        assert encode(BY_NAME[name].decode(encode(value))) == encode(value)

    def test_order_of_counts_does_not_matter(self) -> None:
        """A map filled in another order is the same value and the same bytes."""
        made = [
            ArticleStatus(uri="u", stage="events", outcome="accepted", counts=counts)
            for counts in ({"actors": 1, "events": 2}, {"events": 2, "actors": 1})
        ]

        assert encode(made[0]) == encode(made[1])

    @pytest.mark.parametrize("value", [value for _, value in EACH])
    def test_text_is_readable(self, value: Struct) -> None:
        """Arabic is written as it is and a record is one line, so `kcat` shows and loads it."""
        data = encode(value)

        assert b"\\u06" not in data
        assert b"\n" not in data

    @pytest.mark.parametrize(("name", "value"), EACH)
    def test_fields_of_the_future_are_ignored(self, name: str, value: Struct) -> None:
        """A reader of today reads what a writer of tomorrow adds."""
        grown = {**msgspec.json.decode(encode(value)), "added_later": {"deep": [1]}}

        assert BY_NAME[name].decode(msgspec.json.encode(grown)) == value

    @pytest.mark.parametrize("topic", VALUED, ids=lambda topic: topic.name)
    @pytest.mark.parametrize(
        "data", [b"", b"{", b"[]", b"null", b"{}", b'{"type":"nonsense"}', b"\xff", b'{"uri":"\xff"}']
    )
    def test_bad_bytes_are_value_errors(self, topic: Topic, data: bytes) -> None:
        """Whatever cannot be decoded raises an error that a stage can turn into an outcome."""
        with pytest.raises(ValueError):  # noqa: PT011 -- messages are msgspec's
            topic.decode(data)

    def test_every_type_has_a_sample(self) -> None:
        """Nothing in the contract goes untested."""
        for topic in VALUED:
            assert {type(value) for value in SAMPLES[topic.name]} == set(topic.value)

    def test_times_have_a_zone(self) -> None:
        """An instant without a zone is no instant."""
        data = encode(SAMPLES[registry.STATUS.name][0]).replace(b"250000Z", b"250000")

        with pytest.raises(msgspec.ValidationError):
            registry.STATUS.decode(data)
