"""What the three tables of deduplication hold.

- `articles`: a `Card` under the id of each article, small, and a `Content` under each of its editions.
- `bands`: under a band of a sketch and a fortnight, the ids of the articles that ever had that band then. A fortnight
  has its number in the key so that a phrase repeated for years does not gather one endless row.
- `neighbours`: under the id of each article, every article it was ever related to, with the relation as it stands.

All rows only grow or take the greater of two values, but for the relations, which follow from the rest.
"""

from array import array
from collections.abc import Iterable
from datetime import UTC, datetime

import msgspec
from cramjam import lz4
from msgspec import Struct, field

from schemas.articles import Article
from schemas.ids import digest
from schemas.ranks import Rank, counts, milliseconds

#: How far apart two related articles may be published, in milliseconds.
WINDOW = 14 * 24 * 3600 * 1000


class Edition(Struct, array_like=True):
    """One edition of an article on its card: its rank over all sightings, and when it says it was published.

    Attributes:
        rank: The merged rank.
        published: Milliseconds since 1970, or None where the edition does not say.
    """

    rank: Rank
    published: int | None

    @property
    def moment(self) -> int:
        """When the edition was published, else first recorded, in milliseconds since 1970."""
        return milliseconds(self.rank.recorded) if self.published is None else self.published

    @property
    def stamp(self) -> str:
        """What relations follow from, in short: the edition, the rules that read it, and its moment."""
        return digest(self.rank.edition, str(self.rank.rules), str(self.moment))


class Card(Struct, array_like=True):
    """What the table knows of an article without its text.

    Attributes:
        uri: Its URI.
        editions: Its editions.
        refusals: By edition, the newest rules that refused it.
        erased: Whether the article was erased: no edition counts, and their contents are empty rows.
    """

    uri: str
    editions: dict[str, Edition] = field(default_factory=dict)
    refusals: dict[str, int] = field(default_factory=dict)
    erased: bool = False

    @property
    def ranked(self) -> list[Edition]:
        """The editions that are not refused, the one that counts first."""
        if self.erased:
            return []
        read = (edition for edition in self.editions.values() if counts(edition.rank, self.refusals))
        return sorted(read, key=lambda edition: edition.rank, reverse=True)


class Content(Struct, array_like=True):
    """What one edition of an article is compared by.

    Attributes:
        shingles: Its shingles as 64-bit integers.
        bands: The bands of its sketch.
        text: Its text, compressed.
        outlet: Its outlet.
        headline: Its headline.
    """

    shingles: bytes
    bands: list[bytes]
    text: bytes
    outlet: str | None
    headline: str | None

    def shingle_set(self) -> frozenset[int]:
        """Return the shingles as a set."""
        numbers = array("Q")
        numbers.frombytes(self.shingles)
        return frozenset(numbers)

    def plain(self) -> str:
        """Return the text."""
        return bytes(lz4.decompress_block(self.text)).decode("utf-8", "surrogatepass")


class Neighbour(Struct, array_like=True, frozen=True):
    """A relation as one of its two articles remembers the other.

    Attributes:
        moment: When the other was published, in milliseconds since 1970.
        similarity: Exact Jaccard similarity of the shingles.
    """

    moment: int
    similarity: float


class Row(Struct, array_like=True):
    """The relations of one article.

    Attributes:
        settled: The stamp of the edition they were settled for.
        known: Every article ever related to it: the relation, or None where it ended.
    """

    settled: str = ""
    known: dict[str, Neighbour | None] = field(default_factory=dict)


_encoder = msgspec.msgpack.Encoder(order="sorted")
encode = _encoder.encode
decode_card = msgspec.msgpack.Decoder(Card).decode
decode_content = msgspec.msgpack.Decoder(Content).decode
decode_ids = msgspec.msgpack.Decoder(list[str]).decode
decode_row = msgspec.msgpack.Decoder(Row).decode


def content(article: Article, bands: list[bytes]) -> Content:
    """Return what an article is compared by."""
    text = bytes(lz4.compress_block(article.text.encode("utf-8", "surrogatepass")))
    return Content(array("Q", article.shingles).tobytes(), bands, text, article.outlet, article.headline)


def content_key(article: str, edition: Edition) -> bytes:
    """Key of the content of one edition in the table of articles."""
    return f"{article}|{edition.rank.edition}".encode()


def posting_keys(bands: Iterable[bytes], moment: int) -> list[bytes]:
    """Keys under which an article of this moment is found by its bands."""
    fortnight = (moment // WINDOW).to_bytes(4, "big", signed=True)
    return [band + fortnight for band in bands]


def published(article: Article) -> int | None:
    """When an article says it was published: a date is its first instant in UTC, and so is a time without offset.

    Returns:
        Milliseconds since 1970, or None where nothing readable is said.
    """
    if article.published is None:
        return None
    value = article.published.value
    try:
        moment = datetime.fromisoformat(value if len(value) > len("2015-08") else f"{value[:4]}-{value[5:] or '01'}-01")
    except ValueError:
        return None
    return milliseconds(moment if moment.tzinfo else moment.replace(tzinfo=UTC))
