"""The fold: one version of an article in, the lineages it may have changed out.

What stands in the tables is a function of the set of versions read, whatever their order: editions are a union, the
edition that counts is a maximum, and relations are functions of two such editions. A row of neighbours never forgets
a neighbour, so a correction visits everybody it may concern, and a record that is read again after a crash visits them
again, writes the same rows and returns the same lineages.
"""

from bisect import bisect_left
from collections.abc import MutableMapping
from typing import NamedTuple

from schemas.articles import Article, Refusal, Withdrawal
from schemas.lineage import Lineage
from schemas.ranks import join_refusals, merge
from streams.deduplicate.relation import Side, similarity
from streams.deduplicate.rows import (
    WINDOW,
    Card,
    Edition,
    Neighbour,
    Row,
    content,
    content_key,
    decode_card,
    decode_content,
    decode_ids,
    decode_row,
    encode,
    posting_keys,
    published,
)
from streams.deduplicate.sketch import bands

#: Rules by which an article is an original or a copy.
EARLIEST, ALL_SHINGLES, MOST_SHINGLES = "earliest", "all-shingles", "most-shingles"

Table = MutableMapping[bytes, bytes]


class Standing(NamedTuple):
    """What stands of an article: its URI, the edition that counts, and the stored content of that."""

    uri: str
    edition: Edition
    stored: bytes

    def side(self, article: str) -> Side:
        """Return the article as it is compared."""
        return Side(article, self.edition.moment, decode_content(self.stored))


class Lineages:
    """The lineages of all articles, kept in three tables that are read and set by key and never iterated.

    Args:
        articles: Cards and contents of articles.
        bands: Articles by the bands of their sketches.
        neighbours: Articles by the article they were ever related to.
    """

    def __init__(self, articles: Table, bands: Table, neighbours: Table) -> None:
        self._articles = articles
        self._bands = bands
        self._neighbours = neighbours

    def add(self, article: Article) -> list[Lineage]:
        """Read one version of an article.

        Rows set: one card, one content, one posting a band, and one row of neighbours for the article and each
        article it ever was related to.

        Returns:
            The lineage of the article, then those of all articles ever related to it, by id; changed or not.
        """
        self._record(article)
        return self._told(article.id)

    def refuse(self, refusal: Refusal) -> list[Lineage]:
        """Learn that rules refuse a version of an article; returns the lineages that this may have changed."""
        card = self._card(refusal.id) or Card(refusal.uri)
        join_refusals(card.refusals, {refusal.digest: refusal.rules})
        self._articles[refusal.id.encode()] = encode(card)
        return self._told(refusal.id)

    def refused(self, article: str) -> bool:
        """Tell whether an article was read once, and newer rules refuse all that was read."""
        card = self._card(article)
        return card is not None and bool(card.editions) and not card.ranked

    def erase(self, erasure: Withdrawal) -> list[Lineage]:
        """Forget what the editions of an article hold; returns the lineages that this may have changed."""
        card = self._card(erasure.id) or Card(erasure.uri)
        card.erased = True
        for edition in card.editions.values():
            self._articles[content_key(erasure.id, edition)] = b""
        self._articles[erasure.id.encode()] = encode(card)
        return self._told(erasure.id)

    def erased(self, article: str) -> bool:
        """Tell whether an article was erased."""
        card = self._card(article)
        return card is not None and card.erased

    def _told(self, article: str) -> list[Lineage]:
        """Settle the relations of an article, and tell its lineage and those of all articles ever related to it."""
        row = self._settle(article)
        told = [
            self._lineage(article, row),
            *(self._lineage(other, self._settled(other)) for other in sorted(row.known)),
        ]
        return [lineage for lineage in told if lineage is not None]

    def _card(self, article: str) -> Card | None:
        stored = self._articles.get(article.encode())
        return None if stored is None else decode_card(stored)

    def _record(self, article: Article) -> None:
        """Join a version to the article's card, and keep its content unless newer rules have read the edition."""
        card = self._card(article.id) or Card(article.uri)
        known = card.editions.get(article.rank.edition)
        edition = Edition(article.rank, published(article))
        newest = known is None or article.rank.rules >= known.rank.rules
        if known is not None:
            edition = Edition(merge(known.rank, article.rank), edition.published if newest else known.published)
        card.editions[article.rank.edition] = edition
        place = content_key(article.id, edition)
        if newest or self._articles.get(place) is None:
            self._articles[place] = encode(content(article, bands(article.shingles)))
        self._articles[article.id.encode()] = encode(card)

    def _settle(self, article: str) -> Row:
        """Settle the relations of an article as it stands, and remember that they are settled."""
        row = self._row(article)
        standing = self._standing(article)
        if standing is not None:
            side = standing.side(article)
            for other in sorted({*self._find(side), *row.known} - {article}):
                self._relate(side, other, row)
            row.settled = standing.edition.stamp
            self._neighbours[article.encode()] = encode(row)
        return row

    def _settled(self, article: str) -> Row:
        """Return the relations of an article, settled first if a crash came between its content and them."""
        row, standing = self._row(article), self._standing(article)
        return row if standing is None or row.settled == standing.edition.stamp else self._settle(article)

    def _standing(self, article: str) -> Standing | None:
        """Return what stands of an article: the best edition whose content does.

        Content is missing only where a crash lost it; its record is then still to come again.
        """
        card = self._card(article)
        for edition in [] if card is None else card.ranked:
            stored = self._articles.get(content_key(article, edition))
            if card is not None and stored is not None:
                return Standing(card.uri, edition, stored)
        return None

    def _find(self, side: Side) -> set[str]:
        """Post an article under its bands; return whoever shares one within the window."""
        found: set[str] = set()
        for moment in (side.moment - WINDOW, side.moment + WINDOW):
            for key in posting_keys(side.content.bands, moment):
                stored = self._bands.get(key)
                if stored is not None:
                    found.update(decode_ids(stored))
        for key in posting_keys(side.content.bands, side.moment):
            stored = self._bands.get(key)
            ids = [] if stored is None else decode_ids(stored)
            place = bisect_left(ids, side.id)
            if ids[place : place + 1] != [side.id]:
                ids.insert(place, side.id)
            self._bands[key] = encode(ids)
            found.update(ids)
        return found

    def _relate(self, side: Side, other: str, row: Row) -> None:
        """Settle the relation of an article to another one, on both sides; strangers leave no trace."""
        standing = self._standing(other)
        if standing is None:
            return
        far = standing.side(other)
        shared = similarity(side, far)
        if shared is None and other not in row.known:
            return
        row.known[other] = None if shared is None else Neighbour(far.moment, shared)
        back = self._row(other)
        back.known[side.id] = None if shared is None else Neighbour(side.moment, shared)
        self._neighbours[other.encode()] = encode(back)

    def _row(self, article: str) -> Row:
        stored = self._neighbours.get(article.encode())
        return Row() if stored is None else decode_row(stored)

    def _lineage(self, article: str, row: Row) -> Lineage | None:
        """Name the earliest among an article and its neighbours; of two of the same instant the smaller id."""
        standing = self._standing(article)
        if standing is None:
            return None
        own = (standing.edition.moment, article)
        near = sorted(
            (known.moment, other, known.similarity) for other, known in row.known.items() if known is not None
        )
        for moment, other, shared in near:
            if (moment, other) > own:
                break
            original = self._standing(other)
            if original is not None:
                return _copy(article, standing.uri, other, original.uri, shared)
        return Lineage(
            article=article,
            uri=standing.uri,
            original=article,
            original_uri=standing.uri,
            relation="original",
            similarity=1.0,
            rule=EARLIEST,
        )


def _copy(article: str, uri: str, original: str, original_uri: str, shared: float) -> Lineage:
    exact = shared == 1
    return Lineage(
        article=article,
        uri=uri,
        original=original,
        original_uri=original_uri,
        relation="exact" if exact else "near",
        similarity=shared,
        rule=ALL_SHINGLES if exact else MOST_SHINGLES,
    )
