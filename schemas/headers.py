"""Headers of the records we write: CloudEvents in Kafka's binary binding, and dead letters like those of Kafka Streams.

`ce_id` is a hash of what the record says, so a repeat of a record has the id of the first one and a consumer drops it.
For dead letters `musnad-letter` is that.
"""

from collections.abc import Iterable
from hashlib import sha256

from schemas.ranks import Instant
from schemas.registry import Topic

Headers = list[tuple[str, bytes]]

#: Header of a dead letter with its identity.
LETTER = "musnad-letter"
#: Header of a record that was sent back from the dead letters: how often it was.
REDRIVEN = "musnad-redriven"
_ERRORS = "__streams.errors."
_OURS = (LETTER, "musnad-reason")


def cloudevent(topic: Topic, key: bytes, value: bytes | None, subject: str, moment: Instant | None) -> Headers:
    """Describe a record as a CloudEvent.

    Args:
        topic: The topic it is written to.
        key: Its key.
        value: Its value, as encoded.
        subject: What it is about: the article's URI or the actor's id.
        moment: When the raw record behind it was recorded; never the wall clock.

    Raises:
        ValueError: The topic's records are no events of ours: feeds write them, or they are dead letters.
    """
    if not topic.event:
        message = f"records of {topic.name} are no CloudEvents"
        raise ValueError(message)
    identity = sha256(topic.name.encode() + b"\0" + key + b"\0" + (value or b"")).hexdigest()[:32]
    headers = [
        ("ce_specversion", b"1.0"),
        ("ce_id", identity.encode()),
        ("ce_source", source(topic).encode()),
        ("ce_type", topic.event.encode()),
    ]
    if moment is not None:
        headers.append(("ce_time", moment.isoformat().replace("+00:00", "Z").encode()))
    if subject:  # CloudEvents knows no empty attributes
        headers.append(("ce_subject", subject.encode("utf-8", "replace")))
    return [*headers, ("content-type", b"application/json")]


def source(topic: Topic) -> str:
    """CloudEvents source of the records of a topic: a URI reference, so it holds no spaces."""
    return "/musnad/" + topic.written_by.replace(" ", "-")


def letter_id(
    topic: str,
    key: bytes | None,
    value: bytes | None,
    recorded: Instant,
    received: Iterable[tuple[str, bytes]],
    reason: str,
) -> str:
    """Identify a dead letter: by the record that was refused, wherever it stands, how often it was sent back, and why.

    So a record that is read again, after a crash or a rebuild, or as the copy that an erasure wrote of it, has the
    letter that it had. One that was sent back and is refused once more has a letter of its own.

    Args:
        topic: Where the record stood.
        key: Its key.
        value: Its value.
        recorded: Its timestamp.
        received: Its headers.
        reason: Our reason code.

    Returns:
        32 hexadecimal digits.
    """
    tries = next((data or b"" for name, data in received if name == REDRIVEN), b"")
    parts = (topic.encode(), key, value, recorded.isoformat().encode(), tries, reason.encode())
    told = (b"-" if part is None else b"%d:%b" % (len(part), part) for part in parts)
    return sha256(b"".join(told)).hexdigest()[:32]


def dead_letter(
    received: Iterable[tuple[str, bytes]],
    *,
    identity: str,
    reason: str,
    error: str,
    detail: str,
    trace: str,
    place: tuple[str, int, int],
) -> Headers:
    """Describe a record that could not be used (names of KIP-1034, values in UTF-8 text), keeping its own headers.

    Args:
        received: The headers the record came with; an earlier dead letter's are replaced.
        identity: See `letter_id`.
        reason: Our reason code.
        error: Name of the error's class.
        detail: What is wrong, in one sentence.
        trace: The traceback, for errors that nobody foresaw; otherwise empty.
        place: Topic, partition and offset at which the record stood.
    """
    topic, partition, offset = place
    kept = [(name, value) for name, value in received if not name.startswith(_ERRORS) and name not in _OURS]
    return [
        *kept,
        (LETTER, identity.encode()),
        ("musnad-reason", reason.encode()),
        (f"{_ERRORS}exception", error.encode()),
        (f"{_ERRORS}message", detail.encode("utf-8", "replace")),
        (f"{_ERRORS}stacktrace", trace.encode("utf-8", "replace")),
        (f"{_ERRORS}topic", topic.encode()),
        (f"{_ERRORS}partition", str(partition).encode()),
        (f"{_ERRORS}offset", str(offset).encode()),
    ]
