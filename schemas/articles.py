"""Articles: as feeds publish them, and as the first stages pass them on."""

from typing import Literal

from msgspec import Struct, field

from schemas.quotations import Mention, Quotation
from schemas.ranks import Instant, Rank
from schemas.source import Source
from schemas.text import Extract

PubStatus = Literal["usable", "withheld", "canceled"]


class PlainArticle(Struct, kw_only=True, omit_defaults=True):
    """The plain subset of the input: an article in seven fields.

    Attributes:
        uri: Identity of the article; every version of it has the same one.
        text: The whole body as plain text.
        headline: Its headline, where it is not part of the body.
        published: When it was published: an ISO 8601 date or date-time.
        outlet: Who publishes it.
        language: BCP 47 tag; told from the text where it is missing.
        version: The feed's number of this version; greater ones replace smaller ones.
        pubstatus: `canceled` withdraws the article, `withheld` too until another version is `usable`.
    """

    uri: str
    text: str
    headline: str | None = None
    published: str | None = None
    outlet: str | None = None
    language: str | None = None
    version: int | str | None = None
    pubstatus: PubStatus | None = None


class NinjsText(Struct, kw_only=True, omit_defaults=True):
    """One entry of `headlines` or `bodies` in ninjs."""

    value: str
    role: str | None = None
    contenttype: str | None = None


class NinjsNamed(Struct, kw_only=True, omit_defaults=True):
    """An organisation in ninjs, of which only the name is read."""

    name: str | None = None
    role: str | None = None


class NinjsArticle(Struct, kw_only=True, omit_defaults=True):
    """The part of IPTC ninjs 3 that is read; unknown fields pass unread.

    ninjs 3.0 writes its names in lower case, 3.1 in camel case; both are read.
    """

    uri: str
    bodies: list[NinjsText]
    headlines: list[NinjsText] = field(default_factory=list)
    language: str | None = None
    version: int | str | None = None
    pubstatus: PubStatus | None = None
    by: str | None = None
    located: str | None = None
    infosources: list[NinjsNamed] = field(default_factory=list)
    versioncreated: str | None = None
    version_created: str | None = field(default=None, name="versionCreated")
    firstcreated: str | None = None
    first_created: str | None = field(default=None, name="firstCreated")
    contentcreated: str | None = None
    content_created: str | None = field(default=None, name="contentCreated")


class Run(Struct, array_like=True, frozen=True):
    """A run of cleaned characters that stand in the raw text in the same order.

    Attributes:
        clean: Offset of the first cleaned character.
        raw: Offset of the raw character it stands for.
        length: How many characters the run has in the cleaned text.
        width: Raw characters that each cleaned one stands for; 1 but for a character reference such as `&quot;`.
    """

    clean: int
    raw: int
    length: int
    width: int = 1


class Publication(Struct, frozen=True):
    """When an article was published, and how that is known.

    Attributes:
        value: ISO 8601 date or date-time, as precise as it is known, with its offset where it is stated.
        how: `feed` if the record states it, `body` if a line of the text does.
        source: That line, for `body`.
    """

    value: str
    how: Literal["feed", "body"]
    source: Extract | None = None


class Dateline(Struct, frozen=True):
    """Where and by whom an article was written, as its first line says.

    Attributes:
        extract: The dateline as it stands.
        place: The place, or null.
        agency: The agency, or null.
    """

    extract: Extract
    place: str | None
    agency: str | None


class Article(Struct, kw_only=True, tag="article"):
    """One version of an article, cleaned.

    Attributes:
        id: Hash of `uri`.
        uri: Identity given by the feed.
        rank: Where this version stands among the versions of the article.
        text: Cleaned text: paragraphs joined by line feeds, boilerplate and repetitions left out.
        runs: How the cleaned text lies in the raw one.
        headline: The headline, or null.
        outlet: The outlet, or null.
        language: BCP 47 tag.
        published: When it was published, or null where nothing says.
        dateline: The dateline, or null. It is not part of `text`.
        shingles: Hashes of all runs of four folded words, sorted, without repetition.
        figures: Folded words that tell twins apart (numbers, capitalised templates' slots), sorted.
    """

    id: str
    uri: str
    rank: Rank
    text: str
    runs: list[Run]
    headline: str | None = None
    outlet: str | None = None
    language: str = "ar"
    published: Publication | None = None
    dateline: Dateline | None = None
    shingles: list[int] = field(default_factory=list)
    figures: list[str] = field(default_factory=list)

    @property
    def source(self) -> Source:
        """The article as derived records cite it."""
        published = self.published.value if self.published else None
        return Source(self.id, self.uri, self.outlet, self.headline, published)


class Withdrawal(Struct, kw_only=True, tag="withdrawal"):
    """An article was withdrawn: cancelled, withheld, or its key published with no value.

    Attributes:
        id: Hash of `uri`.
        uri: Identity given by the feed.
        recorded: When the withdrawal was recorded; versions recorded later stand.
    """

    id: str
    uri: str
    recorded: Instant


class QuotedArticle(Struct, kw_only=True, tag="quoted"):
    """One version of an article with the mentions and quotations found in it."""

    article: Article
    mentions: list[Mention]
    quotations: list[Quotation]
