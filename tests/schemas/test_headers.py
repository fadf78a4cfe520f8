"""Headers are CloudEvents that consumers can drop repeats by, and dead letters that keep what they came with."""

import re
from datetime import datetime, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from msgspec import Struct

from schemas.examples import RECORDED
from schemas.headers import Headers, cloudevent, dead_letter, letter_id
from schemas.registry import BY_NAME, QUOTES, RAW, TOPICS, Topic, dead_letters, encode
from tests.schemas.samples import EACH

EVENTS = [topic for topic in TOPICS if topic.event]
URI_REFERENCE = re.compile(r"[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]+")
JSON = st.recursive(st.none() | st.integers() | st.text(), st.lists).map(repr).map(str.encode)


def _rejected(received: Headers, offset: int = 7) -> Headers:
    return dead_letter(
        received,
        identity="0" * 32,
        reason="no-text",
        error="Rejected",
        detail="لا نص في المقال",
        trace="",
        place=("articles.raw", 3, offset),
    )


def _id(topic: Topic, key: bytes, value: bytes | None, subject: str = "u") -> bytes:
    return dict(cloudevent(topic, key, value, subject, RECORDED))["ce_id"]


class TestCloudEvents:
    """CloudEvents 1.0 in Kafka's binary binding."""

    @pytest.mark.parametrize("topic", EVENTS, ids=lambda topic: topic.name)
    def test_required_attributes_are_there_and_valid(self, topic: Topic) -> None:
        """Every record has id, source, specversion and type as CloudEvents asks."""
        headers = {name: data.decode() for name, data in cloudevent(topic, b"k", b"{}", "urn:مقال", RECORDED)}

        assert headers["ce_specversion"] == "1.0"
        assert re.fullmatch("[0-9a-f]{32}", headers["ce_id"])
        assert URI_REFERENCE.fullmatch(headers["ce_source"])
        assert re.fullmatch(r"musnad(\.[a-z]+)+\.v[1-9][0-9]*", headers["ce_type"])
        assert headers["ce_subject"] == "urn:مقال"
        assert headers["content-type"] == "application/json"
        assert datetime.fromisoformat(headers["ce_time"]) == RECORDED
        assert headers["ce_time"].endswith("Z")

    def test_no_header_comes_twice(self) -> None:
        """A name has one value."""
        names = [name for name, _ in cloudevent(QUOTES, b"k", b"{}", "u", RECORDED)]

        assert len(set(names)) == len(names)

    def test_what_is_not_known_is_left_out(self) -> None:
        """Optional attributes are absent and never empty."""
        headers = dict(cloudevent(QUOTES, b"k", b"{}", "", None))

        assert "ce_time" not in headers
        assert "ce_subject" not in headers
        assert all(headers.values())

    @pytest.mark.parametrize("topic", [RAW, dead_letters(RAW)], ids=lambda topic: topic.name)
    def test_others_records_are_no_events_of_ours(self, topic: Topic) -> None:
        """No record gets an empty type."""
        with pytest.raises(ValueError, match=topic.name):
            cloudevent(topic, b"k", b"{}", "u", RECORDED)

    @pytest.mark.parametrize(("name", "value"), [pair for pair in EACH if BY_NAME[pair[0]].event])
    def test_a_repeat_has_the_id_of_the_first(self, name: str, value: Struct) -> None:
        """The id depends on what the record says alone."""
        topic = BY_NAME[name]
        again = topic.decode(encode(value))

        assert _id(topic, b"k", encode(value), "one") == _id(topic, b"k", encode(again), "other")

    @given(JSON, JSON, st.binary(), st.binary())
    def test_other_records_have_other_ids(self, one: bytes, other: bytes, key: bytes, second: bytes) -> None:
        """Records that differ in key or value differ in id."""
        assume((key, one) != (second, other))

        assert _id(QUOTES, key, one) != _id(QUOTES, second, other)

    def test_topics_do_not_share_ids(self) -> None:
        """The same bytes on two topics are two events."""
        assert len({_id(topic, b"k", b"{}") for topic in EVENTS}) == len(EVENTS)


class TestDeadLetters:
    """Dead letters as Kafka Streams writes them."""

    def test_says_where_it_stood_and_what_is_wrong(self) -> None:
        """Names are KIP-1034's and values are text."""
        headers = {name: data.decode() for name, data in _rejected([])}

        assert headers == {
            "musnad-letter": "0" * 32,
            "musnad-reason": "no-text",
            "__streams.errors.exception": "Rejected",
            "__streams.errors.message": "لا نص في المقال",
            "__streams.errors.stacktrace": "",
            "__streams.errors.topic": "articles.raw",
            "__streams.errors.partition": "3",
            "__streams.errors.offset": "7",
        }

    @given(st.lists(st.tuples(st.text(), st.binary())))
    def test_originals_are_kept(self, received: Headers) -> None:
        """The record's own headers come first, in order, repeats and all."""
        own = [header for header in received if not header[0].startswith(("__streams.errors.", "musnad-"))]

        assert _rejected(own)[: len(own)] == own

    @given(st.lists(st.tuples(st.sampled_from(["ce_id", "trace"]), st.binary())), st.integers(0, 5))
    def test_dying_again_replaces(self, received: Headers, times: int) -> None:
        """A record that is re-driven and fails again has one set of error headers, the latest."""
        headers = received
        for attempt in range(times):
            headers = _rejected(headers, offset=attempt)

        assert _rejected(headers) == _rejected(received)

    def test_broken_characters_do_not_stop_it(self) -> None:
        """Text that cannot be encoded is replaced: the dead letter itself must get through."""
        headers = dict(
            dead_letter([], reason="r", error="E", detail="\ud800", trace="\udfff", place=("t", 0, 0), identity="0")
        )

        assert headers["__streams.errors.message"] == b"?"
        assert headers["__streams.errors.stacktrace"] == b"?"

    def test_a_letter_is_known_by_its_record_and_its_reason(self) -> None:
        """Where the record stands does not matter; anything else does, also whether a part is empty or missing."""
        sent = [("trace", b"7"), ("musnad-redriven", b"1")]
        letters = [
            letter_id(topic, key, value, moment, received, reason)
            for topic in ("articles.raw", "articles.quoted")
            for key in (None, b"", b"kv")
            for value in (None, b"", b"v")
            for moment in (RECORDED, RECORDED + timedelta(milliseconds=1))
            for received in ([], sent, [("musnad-redriven", b"2")])
            for reason in ("internal", "language")
        ]

        assert len(set(letters)) == len(letters) == 216
        assert letter_id("t", b"k", b"v", RECORDED, sent[:1], "r") == letter_id("t", b"k", b"v", RECORDED, [], "r")
