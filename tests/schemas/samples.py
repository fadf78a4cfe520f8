"""Records of every type, with every field filled at least once and every field empty at least once."""

from msgspec import Struct
from msgspec.structs import replace

from schemas import examples, registry
from schemas.articles import Article, NinjsArticle, NinjsNamed, NinjsText, PlainArticle, Publication, QuotedArticle
from schemas.dates import EventDate
from schemas.events import Event, EventSet
from schemas.lineage import Lineage
from schemas.quotations import Mention, Quotation, QuotationSet
from schemas.ranks import Rank
from schemas.status import ArticleStatus
from schemas.text import Extract, Party
from schemas.timeline import Contribution, Deed, Evidence, Statement, TimelineEntry

SPAN = Extract(0, 5, "قالَ «ـ")
NOBODY = Party(None, None, None, "speaker.none")
AGENCY = Party("reuters", "رويترز", Extract(90, 96, "رويترز"), "via.agency")
DAY = EventDate("--07-12", None, "date.shared")
RANK = Rank(12, "2024-03-13T11:30:00Z", examples.CORRECTED, "f" * 32, 7)

FULL_QUOTATION = Quotation(
    id="1" * 24,
    kind="mixed",
    content=SPAN,
    verbatim=[SPAN, Extract(7, 9, "لا")],
    cue=Extract(10, 14, "نفى"),
    speakers=[AGENCY, NOBODY],
    via=AGENCY,
    negated=True,
    date=DAY,
    rule="quote.that-clause",
)
BARE_QUOTATION = Quotation(id="2" * 24, kind="indirect", content=SPAN, rule="quote.mark")
FULL_EVENT = Event(
    id="3" * 24,
    type="SANCTION",
    mode="asset",
    trigger=SPAN,
    sentence=SPAN,
    actors=[AGENCY],
    recipients=[NOBODY],
    date=DAY,
    realis="hypothetical",
    in_quote=True,
    rule="event.sanction",
)
BARE_EVENT = Event(id="4" * 24, type="AID", trigger=SPAN, sentence=SPAN, rule="event.aid")
BARE_ARTICLE = Article(id="5" * 24, uri="urn:مقال:١", rank=RANK, text="", runs=[])
BODY_ARTICLE = replace(examples.ARTICLE, published=Publication("2024-03", "body", SPAN))
NINJS_2 = NinjsArticle(
    uri="urn:newsml:example:1",
    bodies=[NinjsText(value="نص <b>غني</b>", role="html", contenttype="text/html")],
    headlines=[NinjsText(value="عنوان")],
    version=3,
    pubstatus="withheld",
    infosources=[NinjsNamed()],
    versioncreated="2024-03-13T09:30:00+03:00",
    firstcreated="2024-03-13T08:00:00Z",
    contentcreated="1999-01-01T00:00:00Z",
)
DEED = Deed(block="6" * 24, role="recipient", event=BARE_EVENT)
STATEMENT = Statement(block="7" * 24, quotation=FULL_QUOTATION)
EVIDENCE = [
    Evidence(source=examples.SOURCE, version=0, line=line, recorded=examples.RECORDED, until=until)
    for line, until in ((STATEMENT, None), (DEED, examples.CORRECTED))
]

_MORE: dict[str, tuple[Struct, ...]] = {
    registry.RAW.name: (
        PlainArticle(uri="urn:a", text='نصّ\n\tبأسطر "وأقواس" و😀'),
        PlainArticle(uri="urn:a", text="", version="٣", pubstatus="canceled"),
        NINJS_2,
        NinjsArticle(uri="urn:b", pub_status="canceled"),
    ),
    registry.NORMALIZED.name: (BARE_ARTICLE, BODY_ARTICLE),
    registry.DEDUPLICATED.name: (BARE_ARTICLE,),
    registry.LINEAGE.name: (
        Lineage(
            article="5" * 24,
            uri="u",
            original="5" * 24,
            original_uri="u",
            relation="original",
            similarity=1.0,
            rule="r",
        ),
    ),
    registry.QUOTED.name: (
        QuotedArticle(
            article=BODY_ARTICLE,
            mentions=[Mention(SPAN, None, "لافروف", "mention.lone", "state")],
            quotations=[FULL_QUOTATION, BARE_QUOTATION],
        ),
    ),
    registry.QUOTES.name: (
        QuotationSet(source=examples.SOURCE, rank=RANK, withdrawn=False, quotations=[FULL_QUOTATION, BARE_QUOTATION]),
        QuotationSet(source=BARE_ARTICLE.source, rank=None, withdrawn=True, quotations=[]),
    ),
    registry.EVENTS.name: (
        EventSet(source=examples.SOURCE, rank=RANK, withdrawn=False, events=[FULL_EVENT, BARE_EVENT]),
        EventSet(source=BARE_ARTICLE.source, rank=None, withdrawn=True, events=[]),
    ),
    registry.CONTRIBUTIONS.name: (
        Contribution(actor="reuters", name="", source=BARE_ARTICLE.source, rank=RANK, lines=[]),
        Contribution(actor="reuters", name="رويترز", source=examples.SOURCE, rank=RANK, lines=[DEED, STATEMENT]),
    ),
    registry.ENTRIES.name: (
        TimelineEntry(
            id="8" * 24,
            actor="reuters",
            name="رويترز",
            kind="event",
            block="6" * 24,
            live=False,
            happened="2018-W20",
            published=None,
            text="وقعا اتفاقًا",
            evidence=EVIDENCE,
        ),
    ),
    registry.STATUS.name: (
        ArticleStatus(uri="urn:a", stage="normalize", outcome="rejected", reason="no-text", detail="لا نص"),
        ArticleStatus(
            uri="urn:a",
            stage="deduplicate",
            outcome="duplicate",
            recorded=examples.RECORDED,
            version=2,
            counts={"events": 0, "characters": 12},
            original="urn:b",
        ),
    ),
}

#: For each topic with a value type: the examples of the reference, and the fullest and barest records.
SAMPLES: dict[str, list[Struct]] = {
    topic.name: [*(value for _, value in examples.EXAMPLES[topic.name]), *_MORE[topic.name]]
    for topic in registry.TOPICS
    if topic.value
}
#: The same, one by one with the topic's name.
EACH: list[tuple[str, Struct]] = [(name, value) for name, values in SAMPLES.items() for value in values]
