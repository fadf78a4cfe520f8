"""Articles: as feeds publish them, and as the first stages pass them on."""

from typing import Literal

from msgspec import Raw, Struct, field
from msgspec.json import decode

from schemas.quotations import Mention, Quotation
from schemas.ranks import Instant, Rank
from schemas.source import Source
from schemas.text import Extract

PubStatus = Literal["usable", "withheld", "canceled"]


class PlainArticle(Struct, kw_only=True, omit_defaults=True):
    """The plain subset of the input: an article in a handful of fields.

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
    """One entry of `headlines` or `bodies` in ninjs.

    Attributes:
        value: The text.
        role: What the provider uses the text for; `main` is preferred.
        contenttype: IANA media type as ninjs 2 writes it, and where to read it whichever way it was written.
        content_type: The same as ninjs 3 writes it.
    """

    value: str
    role: str | None = None
    contenttype: str | None = None
    content_type: str | None = field(default=None, name="contentType")

    def __post_init__(self) -> None:
        """Let a reader look in one place."""
        self.contenttype = self.contenttype or self.content_type


class NinjsNamed(Struct, kw_only=True, omit_defaults=True):
    """A party in ninjs.

    Attributes:
        name: Its name.
        role: Its part in the article.
    """

    name: str | None = None
    role: str | None = None


class NinjsArticle(Struct, kw_only=True, omit_defaults=True):
    """The part of IPTC ninjs that is read; unknown fields pass unread.

    ninjs 2 writes its names in lower case, ninjs 3 in camel case. Both are read, and what a record wrote in camel case
    stands under the lower-case name too. As in ninjs, only `uri` is required: a withdrawal needs no body.

    Attributes:
        uri: Identity of the article; every version of it has the same one.
        bodies: The text, perhaps in several formats; plain text is preferred.
        headlines: Its headlines; the one with the role `main` is preferred.
        language: BCP 47 tag; told from the text where it is missing.
        version: The feed's version; greater numbers replace smaller ones.
        pubstatus: `canceled` withdraws the article, `withheld` too until another version is `usable`.
        pub_status: The same as ninjs 3 writes it.
        erased: True in a cancellation after which nothing is kept of the article, and nothing read that comes under its
            `uri`; `musnad erase` publishes it. No field of ninjs.
        by: Who wrote it, in words.
        located: Where it was written.
        infosources: Parties that supplied the article.
        info_sources: The same as ninjs 3 writes it.
        versioncreated: When this version was created, an ISO 8601 date-time.
        version_created: The same as ninjs 3 writes it.
        firstcreated: When the first version was created.
        first_created: The same as ninjs 3 writes it.
        contentcreated: When the content was created, which may be long before the article.
        content_created: The same as ninjs 3 writes it.
    """

    uri: str
    bodies: list[NinjsText] = field(default_factory=list)
    headlines: list[NinjsText] = field(default_factory=list)
    language: str | None = None
    version: int | str | None = None
    pubstatus: PubStatus | None = None
    pub_status: PubStatus | None = field(default=None, name="pubStatus")
    erased: bool | None = None
    by: str | None = None
    located: str | None = None
    infosources: list[NinjsNamed] = field(default_factory=list)
    info_sources: list[NinjsNamed] = field(default_factory=list, name="infoSources")
    versioncreated: str | None = None
    version_created: str | None = field(default=None, name="versionCreated")
    firstcreated: str | None = None
    first_created: str | None = field(default=None, name="firstCreated")
    contentcreated: str | None = None
    content_created: str | None = field(default=None, name="contentCreated")

    def __post_init__(self) -> None:
        """Let a reader look in one place."""
        self.pubstatus = self.pubstatus or self.pub_status
        self.infosources = self.infosources or self.info_sources
        self.versioncreated = self.versioncreated or self.version_created
        self.firstcreated = self.firstcreated or self.first_created
        self.contentcreated = self.contentcreated or self.content_created


_NULL = Raw(b"null")


class _Form(Struct):
    text: Raw = _NULL
    bodies: Raw = _NULL


def read_raw(data: bytes) -> PlainArticle | NinjsArticle:
    """Decode an article as a feed published it: the plain subset where it has a `text` and no `bodies`, else ninjs.

    Raises:
        UnicodeDecodeError: It is not in UTF-8.
        msgspec.DecodeError: It is no JSON document.
        msgspec.ValidationError: It is no article.
    """
    found = decode(data, type=_Form)
    plain = found.text != _NULL and found.bodies == _NULL
    form: type[PlainArticle | NinjsArticle] = PlainArticle if plain else NinjsArticle
    return decode(data, type=form)


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

    @property
    def source(self) -> Source:
        """The article as derived records cite it."""
        published = self.published.value if self.published else None
        return Source(self.id, self.uri, self.outlet, self.headline, published)


class Withdrawal(Struct, kw_only=True, tag="withdrawal", omit_defaults=True):
    """An article was withdrawn: cancelled, withheld, or its key published with no value.

    Attributes:
        id: Hash of `uri`.
        uri: Identity given by the feed.
        recorded: When the withdrawal was recorded; versions recorded later stand.
        erased: Whether the article is to be forgotten: no version stands, whenever it is recorded, and no text is kept.
    """

    id: str
    uri: str
    recorded: Instant
    erased: bool = False


class Refusal(Struct, kw_only=True, tag="refusal"):
    """A version of an article cannot be used: what older rules found in it no longer counts.

    Attributes:
        id: Hash of `uri`.
        uri: Identity given by the feed.
        digest: Which version: SHA-256 of the record's bytes, first 32 hexadecimal digits, as in `Rank`.
        rules: Number of the rule set that refuses it; a newer one may read it again.
        recorded: When the raw record was written.
        reason: Reason code, as in the dead letter's header.
    """

    id: str
    uri: str
    digest: str
    rules: int
    recorded: Instant
    reason: str


class QuotedArticle(Struct, kw_only=True, tag="quoted"):
    """One version of an article with the mentions and quotations found in it.

    Attributes:
        article: The version.
        mentions: Every place where it names an actor, in the order of the text.
        quotations: Its quotations, in the order of the text.
    """

    article: Article
    mentions: list[Mention]
    quotations: list[Quotation]
