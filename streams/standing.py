"""Which version of an article counts, remembered without forgetting.

A stage that publishes the complete set of an article must not let a late older version overwrite a newer one. It keeps
a `Standing` for each article: the editions seen, those refused, and the withdrawals. All only grow, by maxima and
unions, so any order of arrival ends in the same standing, and a record that is processed again after a crash finds its
own traces and comes to the same verdict.
"""

from bisect import insort
from collections.abc import MutableMapping
from datetime import datetime
from functools import cache
from typing import Any

import msgspec
from cramjam import lz4
from msgspec import Struct, field

from schemas.articles import Article, Refusal, Withdrawal
from schemas.ranks import Instant, Rank, counts, is_live, join_refusals, merge


class Standing(Struct, omit_defaults=True):
    """What is known of the versions of one article.

    Attributes:
        editions: The rank of each edition, merged over its sightings.
        withdrawals: When withdrawals were recorded, sorted, each once.
        refusals: By edition, the newest rules that refused it.
        erased: Whether the article was erased: then no edition counts, whenever it is recorded.
    """

    editions: dict[str, Rank] = field(default_factory=dict)
    withdrawals: list[Instant] = field(default_factory=list)
    refusals: dict[str, int] = field(default_factory=dict)
    erased: bool = False

    def see(self, rank: Rank) -> Rank:
        """Remember a version; return the rank of its edition after all sightings."""
        known = self.editions.get(rank.edition)
        merged = rank if known is None else merge(known, rank)
        self.editions[rank.edition] = merged
        return merged

    def hear(self, told: Withdrawal | Refusal) -> None:
        """Remember what takes versions back."""
        if isinstance(told, Withdrawal):
            self.withdraw(told.recorded)
            self.erased = self.erased or told.erased
        else:
            self.refuse(told.digest, told.rules)

    def withdraw(self, moment: datetime) -> None:
        """Remember a withdrawal."""
        if moment not in self.withdrawals:
            insort(self.withdrawals, moment)

    def refuse(self, edition: str, rules: int) -> None:
        """Remember that some rules refused an edition."""
        join_refusals(self.refusals, {edition: rules})

    @property
    def best(self) -> Rank | None:
        """The version that counts, or None if there is none."""
        if self.erased:
            return None
        return max((rank for rank in self.editions.values() if counts(rank, self.refusals)), default=None)

    @property
    def withdrawn(self) -> bool:
        """Whether the article is withdrawn: no version that counts was recorded after the last withdrawal."""
        if self.erased:
            return True
        best = self.best
        return bool(self.withdrawals) and (best is None or not is_live(best.recorded, self.withdrawals))


def erasure(told: Article | Withdrawal | Refusal) -> Withdrawal:
    """Return what stands for whatever comes of an article that was erased: it is erased."""
    recorded = told.rank.recorded if isinstance(told, Article) else told.recorded
    return Withdrawal(id=told.id, uri=told.uri, recorded=recorded, erased=True)


_encode = msgspec.msgpack.Encoder(order="deterministic").encode


@cache
def _decoder(kind: Any) -> "msgspec.msgpack.Decoder[Any]":  # noqa: ANN401 -- the type of a struct
    return msgspec.msgpack.Decoder(kind)


class Sets:
    """What each edition of an article holds, a row for each, so that the set of the one that counts can be told again.

    It has to be told when another edition is sent once more: the same bytes recorded earlier rank lower than before,
    and so an edition that was read long ago may count again.

    Args:
        table: The table that the rows are kept in.
        kept: The type of what is kept; its `rules` are those that read it.
    """

    def __init__(self, table: MutableMapping[bytes, bytes], kept: Any) -> None:  # noqa: ANN401 -- the type of a struct
        self._table = table
        self._kind = kept
        self._fresh: dict[bytes, Struct] = {}

    def keep(self, article: str, rank: Rank, kept: Struct) -> None:
        """Keep what an edition holds, unless newer rules have read it."""
        known = self.of(article, rank)
        if known is None or rank.rules >= known.rules:
            row = _row(article, rank)
            self._table[row] = bytes(lz4.compress_block(_encode(kept)))
            self._fresh[row] = kept  # most often it is asked for at once

    def of(self, article: str, rank: Rank) -> Any:  # noqa: ANN401 -- what is kept
        """Return what an edition holds; None where a crash lost it, and its record is still to come again.

        None too where it was wiped: an empty row.
        """
        row = _row(article, rank)
        if row in self._fresh:
            return self._fresh[row]
        data = self._table.get(row)
        return None if not data else _decoder(self._kind).decode(bytes(lz4.decompress_block(data)))

    def wipe(self, article: str, standing: Standing) -> None:
        """Forget what every edition of an article holds, again whenever it is told: a crash may have lost it."""
        for rank in standing.editions.values():
            self._table[_row(article, rank)] = b""


def _row(article: str, rank: Rank) -> bytes:
    return f"{article}|{rank.edition}".encode()
