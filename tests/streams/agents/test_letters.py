"""Dead letters fit into their topic, whatever was received."""

from datetime import UTC, datetime

import pytest

from schemas.registry import MAX_RECORD_BYTES
from streams.agents.letters import dead_letter
from streams.agents.step import LEFT_OUT, Record
from streams.errors import Rejected
from streams.settings import REQUEST_BYTES

REASON = Rejected("too-large", "it is large")


def record(key: int, value: int, header: int = 1) -> Record:
    """A record with parts of so many bytes."""
    return Record(
        "articles.raw", 2, 7, b"k" * key, b"v" * value, datetime(2020, 1, 1, tzinfo=UTC), (("own", b"h" * header),)
    )


def test_the_largest_record_of_a_topic_is_kept_byte_for_byte() -> None:
    """A record as large as topics take becomes a dead letter with its own bytes and headers, and the reason."""
    large = record(100, MAX_RECORD_BYTES - 200, 100)

    key, value, headers = dead_letter(large, REASON, "trace " * 8_000)

    assert (key, value) == (large.key, large.value)
    assert headers[0] == ("own", b"h" * 100)
    assert ("musnad-reason", b"too-large") in headers


@pytest.mark.parametrize(
    ("key", "value", "header", "kept"),
    [
        (100, 20_000_000, 100, (100, 2)),
        (100, 20_000_000, 20_000_000, (100, 1)),
        (20_000_000, 20_000_000, 20_000_000, (None, 1)),
    ],
    ids=["value", "headers", "key"],
)
def test_what_no_topic_takes_is_left_out(key: int, value: int, header: int, kept: tuple[int | None, int]) -> None:
    """Of a record that was compressed to fit, the letter keeps what fits, and where the record stands."""
    found, rest, headers = dead_letter(record(key, value, header), REASON, "")

    assert rest is None
    assert (
        None if found is None else len(found),
        len([name for name, _ in headers if name in {"own", LEFT_OUT}]),
    ) == kept
    assert (LEFT_OUT, b"1") in headers
    assert ("__streams.errors.offset", b"7") in headers
    assert sum(len(data) for _, data in headers) + len(found or b"") < REQUEST_BYTES
