"""A stage as a function: one record and the tables in, the records to write out.

The agents of Faust, the oracle (`musnad fold`), the bench and the tests all run the same steps. A step knows topics and
tables, but nothing of Kafka, Faust or time: the only clock is the instant at which a raw record was recorded.
"""

from collections.abc import Callable, Mapping, MutableMapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from msgspec import Struct

from schemas.articles import Article, Refusal, Withdrawal
from schemas.ranks import Instant, Rank, instant, milliseconds
from schemas.registry import STATUS, Topic, encode
from schemas.source import Source
from schemas.status import ArticleStatus
from schemas.status import Stage as StageName
from streams.errors import Rejected
from streams.standing import Sets, Standing

#: A table as a step sees it: bytes to bytes; it is read by key and written, never listed.
Table = MutableMapping[bytes, bytes]
Tables = Mapping[str, Table]
#: Header of a dead letter that is larger than a topic takes, and stands for what was received where it was received.
LEFT_OUT = "musnad-left-out"
#: As our encoder writes it; inside a text the quotation marks would be escaped.
_ERASED = b'"erased":true'
_LATEST = milliseconds(datetime(9999, 12, 31, 23, 59, 59, 999_000, UTC))


class Record(Struct, frozen=True):
    """A record of a source topic.

    Attributes:
        topic: Name of the topic.
        partition: Its partition.
        offset: Its offset.
        key: The key's bytes.
        value: The value's bytes, None for a tombstone.
        recorded: The record's Kafka timestamp.
        headers: Its headers.
    """

    topic: str
    partition: int
    offset: int
    key: bytes | None
    value: bytes | None
    recorded: datetime
    headers: tuple[tuple[str, bytes], ...] = ()


class Output(Struct, frozen=True):
    """A record to write.

    Attributes:
        topic: Where to.
        key: The key.
        value: The value, None for a tombstone.
        subject: What it is about: the article's URI or the actor's id.
        moment: When the raw record behind it was recorded.
        near: Key by which the partition is chosen, where that is not the record's own.
    """

    topic: Topic
    key: bytes
    value: bytes | None
    subject: str
    moment: Instant
    near: bytes | None = None


def recorded(stamp: int) -> datetime:
    """Turn a record's timestamp into an instant.

    A feed may set any number: none at all (-1), or microseconds where Kafka wants milliseconds. What no calendar holds
    is the nearest instant that one does, from 1970 to the end of 9999; no timestamp stops a partition.

    Args:
        stamp: Milliseconds since 1970, as Kafka has it.
    """
    return instant(min(max(stamp, 0), _LATEST))


def subject_of(record: Record) -> str:
    """The URI of the article that one of our own records is about, as its CloudEvents header says; else its key."""
    subject = dict(record.headers).get("ce_subject")
    return (subject or record.key or b"").decode("utf-8", "replace")


@dataclass(frozen=True)
class Stage:
    """A stage of the chain.

    Attributes:
        name: Its name, also of its agent.
        source: The topic it reads.
        step: What it does with a record.
        tables: Names of its tables, without the stage's.
        blame: Finds the URI of the article that a record is about, for the status of a record that is rejected.
        rows_first: Whether its rows have to be with the broker before its outputs are sent. A stage that remembers whom
            it told of an article needs it: after a crash, newer rules that read the record again tell others.
        disown: What else the stage has to tell when it rejects a record by its rules: that what older rules found in
            it no longer counts.
    """

    name: StageName
    source: Topic
    step: Callable[[Record, Tables], list[Output]]
    tables: tuple[str, ...] = ()
    blame: Callable[[Record], str] = field(default=subject_of)
    rows_first: bool = False
    disown: Callable[[Record, Rejected], list[Output]] = field(default=lambda _record, _rejected: [])


def is_erasure(record: Record) -> bool:
    """Tell whether a record of ours has an article forgotten, wherever in the chain it stands."""
    return _ERASED in (record.value or b"")


def decode(topic: Topic, record: Record) -> Any:  # noqa: ANN401 -- the type is the topic's own
    """Decode the value of one of our own records.

    Raises:
        Rejected: It is none of ours, or of a newer contract.
    """
    if record.value is None:
        raise Rejected("malformed", f"a record of {topic.name} has no value")
    try:
        return topic.decode(record.value)
    except ValueError as error:
        raise Rejected("malformed", f"no value of {topic.name}: {error}") from error


def status(value: ArticleStatus, moment: Instant) -> Output:
    """Write down what the stage made of an article."""
    return _status(value.uri, value.stage, encode(value), moment)


def last_word(
    stage: tuple[StageName, Topic, Callable[[Source, Rank | None, Any], Struct]],
    article: Article | Withdrawal | Refusal,
    standing: Standing,
    sets: Sets,
    moment: Instant,
) -> list[Output]:
    """Tell the complete set of the version that counts, whatever came in: the set, and what became of the article.

    Args:
        stage: Its name; the compacted topic of its sets; and what makes a set of a source, a rank and what `sets` keeps
            of that version, or without the latter the empty set by which consumers learn of a withdrawal.
        article: What came in.
        standing: Which version counts.
        sets: What the versions hold; each row has `source` and `counts`.
        moment: When what came in was recorded.
    """
    name, topic, complete = stage
    best = standing.best
    if standing.withdrawn:
        found = complete(Source(article.id, article.uri), best, None)
        reason = "erased" if standing.erased else None
        told = ArticleStatus(uri=article.uri, stage=name, outcome="withdrawn", reason=reason)
    elif best is None:
        return unsaid(article, name, topic) if isinstance(article, Refusal) and standing.editions else []
    else:
        held = sets.of(article.id, best)
        if held is None:
            return []
        found = complete(held.source, best, held)
        told = ArticleStatus(
            uri=article.uri,
            stage=name,
            outcome="accepted",
            recorded=best.recorded,
            version=best.version,
            counts=held.counts,
        )
    return [Output(topic, article.id.encode(), encode(found), article.uri, moment), status(told, moment)]


def unsaid(refusal: Refusal, stage: StageName, topic: Topic) -> list[Output]:
    """Take back what a stage said of an article none of whose versions can be used any more: tombstones.

    Args:
        refusal: Of the last of its versions.
        stage: The stage.
        topic: The compacted topic in which the stage says what it found, by article id.
    """
    last = Output(topic, refusal.id.encode(), None, refusal.uri, refusal.recorded)
    return [last, _status(refusal.uri, stage, None, refusal.recorded)]


def _status(uri: str, stage: StageName, value: bytes | None, moment: Instant) -> Output:
    near = uri.encode("utf-8", "replace")
    return Output(STATUS, near + b"\t" + stage.encode(), value, uri, moment, near=near)
