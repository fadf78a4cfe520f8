"""Dead letters: a record as it was received, with the reason in its headers, in a size that a topic takes.

A feed that compresses its records may send more in one of them than any topic takes uncompressed. Such a letter holds
as much as fits and says so: a worker that insisted on the rest would end, and so would the next one.
"""

from collections.abc import Iterable

from schemas import headers as contract
from schemas.headers import Headers
from streams.agents.step import LEFT_OUT, Record
from streams.errors import Rejected
from streams.settings import REQUEST_BYTES

#: Largest dead letter: what a request takes, less the head of its batch.
_MOST = REQUEST_BYTES - 1_024

#: Header of a dead letter that was written again, and had been sent back before that.
REDRIVEN_BEFORE = ("musnad-redriven-before", b"1")
#: Headers of a record among dead letters that is none, and stands there for a moment.
FILLER = (("musnad-filler", b"1"), (LEFT_OUT, b"1"))

#: Key, value and headers.
Letter = tuple[bytes | None, bytes | None, Headers]


def dead_letter(record: Record, rejected: Rejected, trace: str) -> Letter:
    """Make a dead letter of a record.

    Args:
        record: The record.
        rejected: Why it is refused.
        trace: The traceback of a fault of ours, otherwise empty.
    """
    short = (LEFT_OUT, b"1")
    tries: list[Letter] = [
        (record.key, record.value, _headers(record, record.headers, rejected, trace)),
        (record.key, None, _headers(record, (*record.headers, short), rejected, trace)),
        (record.key, None, _headers(record, (short,), rejected, trace)),
        (None, None, _headers(record, (short,), rejected, trace)),
    ]
    return next((letter for letter in tries if _size(letter) <= _MOST), tries[-1])


def _headers(record: Record, received: Iterable[tuple[str, bytes]], rejected: Rejected, trace: str) -> Headers:
    return contract.dead_letter(
        received,
        identity=contract.letter_id(
            record.topic, record.key, record.value, record.recorded, record.headers, rejected.reason
        ),
        reason=rejected.reason,
        error=type(rejected).__name__,
        detail=rejected.detail,
        trace=trace,
        place=(record.topic, record.partition, record.offset),
    )


def _size(letter: Letter) -> int:
    key, value, headers = letter
    told = sum(len(name.encode()) + len(data or b"") + 10 for name, data in headers)
    return len(key or b"") + len(value or b"") + told
