"""Every topic of the stream, in one place.

Topic creation, Faust's topics, the codecs, the JSON Schemas, the AsyncAPI document and the reference page are all made
from this registry; nothing else names a topic.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import msgspec

from schemas.articles import Article, NinjsArticle, PlainArticle, QuotedArticle, Refusal, Withdrawal, read_raw
from schemas.events import EventSet
from schemas.lineage import Lineage
from schemas.quotations import QuotationSet
from schemas.status import ArticleStatus
from schemas.timeline import Contribution, Exclusion, Retraction, TimelineEntry

#: Largest record that topics and clients accept, in bytes.
MAX_RECORD_BYTES = 4 * 1024 * 1024
#: What the name of a topic of dead letters has behind that of their source.
LETTERS_SUFFIX = ".dlq"
#: What a dead letter's headers, or a request around a record, may take beyond that.
HEADROOM_BYTES = 256 * 1024
#: Largest text of an article, in bytes of UTF-8; a longer one is dead-lettered.
MAX_TEXT_BYTES = 256 * 1024
#: Partitions of every topic but the one before deduplication, unless set otherwise when the topics are created.
DEFAULT_PARTITIONS = 8
#: Name of Kafka's setting, and the most milliseconds that the words of a value may outlast the value that replaced it.
COMPACTION_LAG, MAX_COMPACTION_LAG = "max.compaction.lag.ms", 7 * 24 * 3600 * 1000
#: Configuration of everything of which only the last value of each key is kept, changelogs included.
COMPACTED = {"cleanup.policy": "compact", COMPACTION_LAG: str(MAX_COMPACTION_LAG)}
#: Kafka's largest number of milliseconds.
_FOR_EVER = 2**63 - 1


@dataclass(frozen=True)
class Topic:
    """One topic and what it promises.

    Attributes:
        name: Name on the broker.
        summary: What a record says, in one sentence.
        key: What the key is.
        value: Types of the value, told apart by their `type` field if there are several (in what feeds write, by
            whether there are `bodies`); empty for bytes as received.
        single: Whether the topic has one partition whatever the others have.
        compacted: Whether only the last value of each key is kept; otherwise everything is, for ever.
        written_by: Which stage or party writes it.
        event: CloudEvents type of the records, empty for those that feeds write.
    """

    name: str
    summary: str
    key: str
    value: tuple[type[msgspec.Struct], ...]
    written_by: str
    event: str = ""
    single: bool = False
    compacted: bool = False

    def partitions(self, count: int) -> int:
        """How many partitions the topic has where the stream has `count`."""
        return 1 if self.single else count

    @property
    def config(self) -> dict[str, str]:
        """Kafka's configuration of the topic."""
        policy = COMPACTED if self.compacted else {"cleanup.policy": "delete", "retention.ms": "-1"}
        # A dead letter is the largest record and what is said of it.
        largest = MAX_RECORD_BYTES if self.value else MAX_RECORD_BYTES + HEADROOM_BYTES
        # What comes of a record has the record's own time, whatever a feed set. Kafka 4 refuses times an hour ahead,
        # which is for the feed to hear, and not for the stage that would send its batch again and again.
        times = {} if self.written_by == "feeds" else {"message.timestamp.after.max.ms": str(_FOR_EVER)}
        return {**policy, **times, "max.message.bytes": str(largest)}

    @cached_property
    def _decode(self) -> Callable[[bytes], Any]:
        if PlainArticle in self.value:
            return read_raw
        return msgspec.json.Decoder(union(self.value)).decode

    def decode(self, data: bytes) -> Any:  # noqa: ANN401 -- the type is the topic's own
        """Decode a value.

        Raises:
            UnicodeDecodeError: The value is not in UTF-8.
            msgspec.DecodeError: The value is no JSON document.
            msgspec.ValidationError: The value is no instance of the topic's types.
        """
        return self._decode(data)


def tag(member: type[msgspec.Struct]) -> str | None:
    """Return the `type` that tells a value's type apart, or None where the type has none."""
    found = member.__struct_config__.tag
    return found if isinstance(found, str) else None


def union(members: tuple[type[msgspec.Struct], ...]) -> Any:  # noqa: ANN401 -- a union of types is no type
    """Return the union of a topic's types, as msgspec takes it."""
    joined: Any = members[0]
    for member in members[1:]:
        joined |= member
    return joined


_ENCODER = msgspec.json.Encoder(order="deterministic", decimal_format="number")


def encode(value: msgspec.Struct) -> bytes:
    """Encode a value of any topic; equal values give equal bytes."""
    return _ENCODER.encode(value)


RAW = Topic(
    "articles.raw", "An article as a feed publishes it: IPTC ninjs 3 or its plain subset.", "article URI",
    (PlainArticle, NinjsArticle), "feeds",
)  # fmt: skip
NORMALIZED = Topic(
    "articles.normalized", "One version of an article, cleaned, with offsets back into the raw text.", "article id",
    (Article, Withdrawal, Refusal), "normalize", "musnad.article.normalized.v1", single=True,
)  # fmt: skip
DEDUPLICATED = Topic(
    "articles.deduplicated", "The same, after its lineage was decided.", "article id",
    (Article, Withdrawal, Refusal), "deduplicate", "musnad.article.deduplicated.v1",
)  # fmt: skip
LINEAGE = Topic(
    "articles.lineage", "Which article an article is a copy of: the last word.", "article id",
    (Lineage,), "deduplicate", "musnad.article.lineage.v1", compacted=True,
)  # fmt: skip
QUOTED = Topic(
    "articles.quoted", "One version of an article with its mentions and quotations.", "article id",
    (QuotedArticle, Withdrawal, Refusal), "quotes", "musnad.article.quoted.v1",
)  # fmt: skip
QUOTES = Topic(
    "quotes.extracted", "The complete set of quotations of the version of an article that counts.", "article id",
    (QuotationSet,), "quotes", "musnad.quotes.extracted.v1", compacted=True,
)  # fmt: skip
EVENTS = Topic(
    "events.extracted", "The complete set of events of the version of an article that counts.", "article id",
    (EventSet,), "events", "musnad.events.extracted.v1", compacted=True,
)  # fmt: skip
CONTRIBUTIONS = Topic(
    "timeline.contributions", "All lines that one version of an article gives one actor.", "actor id",
    (Contribution, Retraction, Exclusion), "events", "musnad.timeline.contributed.v1",
)  # fmt: skip
ENTRIES = Topic(
    "timeline.entries", "The latest state of one line of one actor's timeline.",
    "actor id/entry id, partitioned by the actor id",
    (TimelineEntry,), "timeline", "musnad.timeline.entry.v1", compacted=True,
)  # fmt: skip
STATUS = Topic(
    "articles.status", "What one stage made of an article.", "article URI, a tab, and the stage",
    (ArticleStatus,), "every stage", "musnad.article.status.v1", compacted=True,
)  # fmt: skip

#: Topics that a stage reads, in the order of the chain.
SOURCES = (RAW, NORMALIZED, DEDUPLICATED, QUOTED, CONTRIBUTIONS)


def dead_letters(source: Topic) -> Topic:
    """Return the dead-letter topic of a source: the bytes as received, the reason in the headers."""
    return Topic(
        f"{source.name}{LETTERS_SUFFIX}",
        f"Records of `{source.name}` that could not be used, byte for byte.", "as received",
        (), "the stage that reads the source",
    )  # fmt: skip


TOPICS: tuple[Topic, ...] = (
    RAW, NORMALIZED, DEDUPLICATED, LINEAGE, QUOTED, QUOTES, EVENTS, CONTRIBUTIONS, ENTRIES, STATUS,
    *(dead_letters(source) for source in SOURCES),
)  # fmt: skip
BY_NAME = {topic.name: topic for topic in TOPICS}
