"""Dead letters on the command line: read whatever their headers are, redriven once, to where they belong."""

from datetime import UTC, datetime

import pytest
from aiokafka import TopicPartition
from msgspec.structs import replace

from schemas.headers import LETTER, REDRIVEN
from schemas.ids import article_id
from schemas.registry import MAX_RECORD_BYTES, RAW
from streams.agents.letters import REDRIVEN_BEFORE, dead_letter
from streams.agents.step import Record
from streams.cli.letters import choose, describe, headers, target
from streams.clients import files
from streams.clients.redriven import marks, once
from streams.errors import Rejected
from streams.topics import topic_partition

PLACE = TopicPartition("articles.raw.dlq", 0)


def letter(
    offset: int, reason: str = "language", topic: str = "articles.raw.dlq", partition: int = 0, key: bytes | None = b"k"
) -> Record:
    """A dead letter, of another record than those at other offsets."""
    headers = (("musnad-reason", reason.encode()),)
    return Record(topic, partition, offset, key, b"%d" % offset, datetime(2020, 1, 1, tzinfo=UTC), headers)


def test_headers_without_a_value_are_read() -> None:
    """Kafka lets a feed send headers without a value; they spoil neither the list of dead letters nor envelopes."""
    record = Record(PLACE.topic, 0, 0, None, None, datetime(2020, 1, 1, tzinfo=UTC), (("h", None),))  # type: ignore[arg-type]

    assert describe(record).reason == "?"
    assert files.envelope(record).headers == {"h": ""}


def test_a_letter_is_chosen_once_for_its_reason_or_with_all() -> None:
    """What was redriven for a reason is chosen neither for it again nor with all others."""
    letters = [letter(0, "language"), letter(1, "internal"), letter(2, "language"), letter(3, "internal")]

    def offsets(done: dict[str | None, dict[TopicPartition, int]], reason: str | None) -> list[int]:
        return [record.offset for record in choose(letters, done, reason)]

    assert offsets({}, None) == [0, 1, 2, 3]
    assert offsets({}, "internal") == [1, 3]
    assert offsets({"internal": {PLACE: 3}}, "internal") == [3]
    assert offsets({"internal": {PLACE: 3}}, None) == [0, 2, 3]
    assert offsets({None: {PLACE: 2}, "internal": {PLACE: 4}}, None) == [2]


def test_a_letter_that_was_written_again_counts_as_sent_back_if_it_had_been() -> None:
    """An erasure writes letters again at the end of their partition; with --again they are sent all the same."""
    old, new = letter(7), letter(8)
    old = replace(old, headers=(*old.headers, REDRIVEN_BEFORE))

    assert choose([old, new], {None: {PLACE: 2}}, None) == [new]
    assert choose([old, new], {}, None) == [old, new]


def test_a_copy_says_once_that_its_letter_was_sent_back() -> None:
    """However often a letter is written again, its headers grow by one."""
    first = copied = letter(7)
    for _ in range(3):
        copied = replace(copied, headers=(*copied.headers, *marks(copied, {None: {PLACE: 8}})))

    assert copied.headers == (*first.headers, REDRIVEN_BEFORE)
    assert marks(first, {None: {PLACE: 7}}) == []


def refused(record: Record, offset: int, reason: str = "language") -> Record:
    """The dead letter that the worker writes of a record."""
    key, value, headers = dead_letter(record, Rejected(reason, "it is so"), "")
    return Record(PLACE.topic, record.partition, offset, key, value, record.recorded, tuple(headers))


@pytest.mark.parametrize("size", [10, 2 * MAX_RECORD_BYTES], ids=["whole", "left out"])
def test_a_record_that_is_read_and_refused_again_has_one_letter(size: int) -> None:
    """The copy that an erasure writes of it stands elsewhere and is the same; a record of another time is not."""
    first = Record(RAW.name, 0, 3, b"k", b"v" * size, datetime(2020, 1, 1, tzinfo=UTC), (("trace", b"1"),))
    other = replace(first, offset=4, recorded=datetime(2020, 1, 2, tzinfo=UTC))
    letters = [refused(first, 0), refused(other, 1), refused(replace(first, offset=9), 2)]
    letters.append(refused(first, 3, "internal"))

    assert [record.offset for record in once(letters)] == [0, 1, 3]
    assert [record.offset for record in choose(letters, {}, "language")] == [0, 1]
    assert [record.offset for record in choose(letters, {None: {PLACE: 1}}, None)] == [1, 3]
    copied = replace(letters[0], offset=4, headers=(*letters[0].headers, REDRIVEN_BEFORE))
    assert [record.offset for record in choose([*letters[1:], copied], {None: {PLACE: 1}}, None)] == [1, 3]


def test_a_record_that_was_sent_back_and_refused_again_may_be_sent_back_again() -> None:
    """What was mended first was not enough: the second letter is another one than the first."""
    first = Record(RAW.name, 0, 3, b"k", b"v", datetime(2020, 1, 1, tzinfo=UTC))
    letters = [refused(first, 0)]
    for offset in (1, 2):
        letters.append(refused(replace(first, offset=offset + 9, headers=tuple(headers(letters[-1]))), offset))

    assert [dict(one.headers).get(REDRIVEN) for one in letters] == [None, b"1", b"2"]
    assert once(letters) == letters
    assert choose(letters, {None: {PLACE: 2}}, None) == letters[2:]


def test_letters_of_older_workers_are_known_too() -> None:
    """A letter without an identity has the one that it would have today."""
    new = refused(Record(RAW.name, 0, 3, b"k", None, datetime(2020, 1, 1, tzinfo=UTC)), 1)
    old = replace(new, offset=0, headers=tuple(pair for pair in new.headers if pair[0] != LETTER))

    assert old.headers != new.headers
    assert once([old, new]) == [old]


@pytest.mark.parametrize("partitions", [1, 2, 8, 16])
def test_letters_go_back_to_the_partition_of_their_tables(partitions: int) -> None:
    """After a change of partitions a letter of an inner topic goes where its key belongs now."""
    key = article_id("urn:a").encode()
    inner = letter(0, topic="articles.quoted.dlq", partition=7, key=key)
    single = letter(0, topic="articles.normalized.dlq", partition=0, key=key)
    counts = {"articles.quoted": partitions, "articles.normalized": 1, "articles.raw": partitions}

    assert target(inner, counts) == ("articles.quoted", topic_partition(key, partitions))
    assert target(single, counts) == ("articles.normalized", 0)
    assert target(letter(0, partition=0), counts) == ("articles.raw", 0)
    assert target(letter(0, partition=9, key=None), counts)[1] < partitions
