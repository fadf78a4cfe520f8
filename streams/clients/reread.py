"""Reading `articles.raw` by the rules of this installation, writing nothing: what it would find in each article.

Two passes. The first one reads what every record says of itself, without cleaning its text, so that it is known which
version of each article counts; it keeps some 160 bytes an article. The second one analyzes just these versions.
Where the rules refuse one of them another one counts, which may need a further pass.
"""

from collections.abc import AsyncGenerator, Callable, Iterator
from contextlib import aclosing
from typing import NamedTuple

import msgspec
from aiokafka import AIOKafkaConsumer

from schemas.articles import Withdrawal
from schemas.ids import article_id
from schemas.ranks import Rank, instant, milliseconds
from schemas.registry import RAW
from schemas.source import Source
from schemas.timeline import Line
from streams import rules
from streams.agents.normalize import MAX_URI_BYTES
from streams.agents.step import Record
from streams.clients import follow
from streams.errors import Rejected
from streams.events import extract
from streams.events.contributions import lines
from streams.normalize import Read, cleaned, read, refusal
from streams.quotes import quote
from streams.settings import Settings
from streams.standing import Standing

_RANGE = 2**32


class Found(NamedTuple):
    """What the rules find in an article.

    Attributes:
        article: Id of the article.
        source: The article as the version that counts cites it, or None where none does: it is withdrawn or refused.
        given: By actor its name and the lines that the version gives it.
        fault: The error of ours that kept the rules from reading that version, or an empty string.
    """

    article: str
    source: Source | None
    given: dict[str, tuple[str, list[Line]]]
    fault: str = ""


class Progress(NamedTuple):
    """How far a pass over `articles.raw` is."""

    what: str
    done: int
    total: int


async def reread(
    settings: Settings, share: float = 1.0, progress: Callable[[Progress], None] = lambda _: None
) -> AsyncGenerator[Found, None]:
    """Yield what the rules find in each article of `articles.raw`, once for each.

    Args:
        settings: Where the broker is.
        share: Part of the articles to read, by a hash of their ids; the same ones each time.
        progress: Called now and then.
    """
    ranks = _Ranks(share)
    async with aclosing(_batches(settings, "looking for versions", progress)) as batches:
        async for batch in batches:
            for record in batch:
                ranks.take(record)
    for article in ranks.settle():
        yield Found(article, None, {})
    left = None
    while ranks and len(ranks) != left:  # what a pass does not find has been deleted meanwhile
        left = len(ranks)
        async with aclosing(_batches(settings, "reading articles", progress)) as batches:
            async for batch in batches:
                for record in batch:
                    found = _found(record, ranks)
                    if found is not None:
                        yield found


def _found(record: Record, ranks: "_Ranks") -> Found | None:
    """What the rules find in a record if it holds the version of its article that counts."""
    version = _counting(record, ranks)
    if version is None:
        return None
    article = article_id(version.draft.uri)
    source = Source(article, version.draft.uri)
    try:
        clean = cleaned(version)
        quoted = quote(clean)
        found = Found(article, clean.source, lines(quoted, extract(quoted)))
    except Rejected:
        return Found(article, None, {}) if ranks.refuse(article, version.rank) else None
    except Exception as error:  # noqa: BLE001 -- a fault of the rules, which is what one wants to know of them
        found = Found(article, source, {}, f"{type(error).__name__}: {error}")
    ranks.done(article)
    return found


def _counting(record: Record, ranks: "_Ranks") -> Read | None:
    """The version of an article that a record holds if it is the one that counts."""
    try:
        version = read(record.key, record.value, record.recorded)
    except Rejected:
        return None
    if isinstance(version, Withdrawal):
        return None
    best = ranks.best(article_id(version.draft.uri))
    return Read(version.draft, best) if best is not None and best.edition == version.rank.edition else None


async def _batches(
    settings: Settings, what: str, progress: Callable[[Progress], None]
) -> AsyncGenerator[list[Record], None]:
    async with follow.follower(settings, [RAW.name]) as consumer:
        total, done = await _size(consumer), 0
        async for batch in follow.records(consumer):
            yield batch
            done += len(batch)
            progress(Progress(what, done, max(total, done)))


async def _size(consumer: AIOKafkaConsumer) -> int:
    places = list(consumer.assignment())
    first, ends = await consumer.beginning_offsets(places), await consumer.end_offsets(places)
    return sum(ends[place] - first[place] for place in places)


class _Row(msgspec.Struct, array_like=True):
    """A standing in few bytes: of each edition number, creation, milliseconds and hash; withdrawn; refused; erased."""

    editions: list[tuple[int, str, int, bytes]]
    withdrawals: list[int]
    refused: list[bytes]
    erased: bool


_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(_Row).decode


class _Ranks:
    """Which version of each article counts: a row for each article that is still to be read."""

    def __init__(self, share: float) -> None:
        self._least = round(share * _RANGE)
        self._rows: dict[bytes, bytes] = {}

    def __len__(self) -> int:
        return len(self._rows)

    def take(self, record: Record) -> None:
        """Learn what a record says of its article."""
        try:
            told = read(record.key, record.value, record.recorded)
        except Rejected as rejected:
            refused = refusal(record.value, record.recorded, rejected.reason)
            if refused is not None and self._wanted(refused.id):
                self._change(refused.id, lambda standing: standing.hear(refused))
            return
        if isinstance(told, Withdrawal):
            if self._wanted(told.id):
                self._change(told.id, lambda standing: standing.hear(told))
            return
        uri, rank = told.draft.uri, told.rank
        article = article_id(uri)
        if self._wanted(article) and len(uri.encode()) <= MAX_URI_BYTES:
            self._change(article, lambda standing: standing.see(rank))

    def settle(self) -> Iterator[str]:
        """Yield the articles of which no version counts, and forget them."""
        for key, row in list(self._rows.items()):
            standing = _unpacked(row)
            if standing.withdrawn or standing.best is None:
                del self._rows[key]
                yield key.hex()

    def best(self, article: str) -> Rank | None:
        """Return the version that counts, or None where the article is read already."""
        row = self._rows.get(bytes.fromhex(article))
        return None if row is None else _unpacked(row).best

    def refuse(self, article: str, rank: Rank) -> bool:
        """Learn that a version is refused; returns whether the article is done with, as no other one counts."""
        self._change(article, lambda standing: standing.refuse(rank.edition, rules.RULES))
        standing = _unpacked(self._rows[bytes.fromhex(article)])
        gone = standing.withdrawn or standing.best is None
        if gone:
            self.done(article)
        return gone

    def done(self, article: str) -> None:
        """Forget an article."""
        del self._rows[bytes.fromhex(article)]

    def _wanted(self, article: str) -> bool:
        return int(article[:8], 16) < self._least

    def _change(self, article: str, change: Callable[[Standing], object]) -> None:
        key = bytes.fromhex(article)
        row = self._rows.get(key)
        standing = Standing() if row is None else _unpacked(row)
        change(standing)
        self._rows[key] = _packed(standing)


def _packed(standing: Standing) -> bytes:
    editions = [
        (rank.version, rank.created, milliseconds(rank.recorded), bytes.fromhex(rank.digest))
        for rank in standing.editions.values()
    ]
    withdrawals = [milliseconds(moment) for moment in standing.withdrawals]
    refused = [bytes.fromhex(digest) for digest in standing.refusals]
    return _encode(_Row(editions, withdrawals, refused, standing.erased))


def _unpacked(row: bytes) -> Standing:
    known = _decode(row)
    ranks = [
        Rank(version, created, instant(recorded), digest.hex(), rules.RULES)
        for version, created, recorded, digest in known.editions
    ]
    return Standing(
        editions={rank.edition: rank for rank in ranks},
        withdrawals=[instant(moment) for moment in known.withdrawals],
        refusals={digest.hex(): rules.RULES for digest in known.refused},
        erased=known.erased,
    )
