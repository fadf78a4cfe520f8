"""One short article followed through every topic: what a reader of the contract sees first.

The article is made up, and so are its people. Everything derived points into its raw text, as in a real stream.
"""

from hashlib import sha256
from typing import Any

from msgspec import Struct, to_builtins

from schemas import ids, registry
from schemas.articles import (
    Article,
    Dateline,
    NinjsArticle,
    NinjsNamed,
    NinjsText,
    PlainArticle,
    Publication,
    QuotedArticle,
    Refusal,
    Run,
    Withdrawal,
)
from schemas.dates import EventDate
from schemas.events import Event, EventSet
from schemas.folding import words
from schemas.lineage import Lineage
from schemas.quotations import Mention, Quotation, QuotationSet
from schemas.ranks import Rank, instant
from schemas.source import Source
from schemas.status import ArticleStatus
from schemas.text import Extract, Party
from schemas.timeline import Contribution, Deed, Evidence, Exclusion, Retraction, Statement, TimelineEntry

URI = "https://news.example/2024/03/13/water"
HEADLINE = "هيئة المياه: لا زيادة في الأسعار"
OUTLET = "صحيفة المثال"
DATELINE = "عمان (وكالة المثال) - "
BODY = (
    "قال المتحدث باسم هيئة المياه سالم الحديدي يوم الثلاثاء: «لن ترتفع الأسعار هذا العام».\n"
    "والتقى الحديدي رئيس البلدية نادر الشامي في إربد في 12 مارس 2024."
)
RAW_TEXT = DATELINE + BODY
PUBLISHED = "2024-03-13T09:30:00Z"
RECORDED = instant(1_710_322_215_250)
CORRECTED = instant(1_710_329_400_000)


def extract(part: str, after: str = "") -> Extract:
    """Point at the first place where `part` stands in the raw text, from where `after` begins."""
    start = RAW_TEXT.index(part, RAW_TEXT.index(after))
    return Extract(start, start + len(part), part)


PLAIN = PlainArticle(
    uri=URI, text=RAW_TEXT, headline=HEADLINE, published=PUBLISHED, outlet=OUTLET, language="ar", version=1
)
NINJS = NinjsArticle(
    uri=URI,
    bodies=[NinjsText(value=RAW_TEXT, role="main", content_type="text/plain")],
    headlines=[NinjsText(value=HEADLINE, role="main")],
    language="ar",
    version="2",
    pub_status="usable",
    by="وكالة المثال",
    located="عمان",
    info_sources=[NinjsNamed(name=OUTLET, role="publisher")],
    version_created=PUBLISHED,
    first_created=PUBLISHED,
)

ARTICLE_ID = ids.article_id(URI)
RANK = Rank(1, "", RECORDED, sha256(registry.encode(PLAIN)).hexdigest()[:32], 1)
ARTICLE = Article(
    id=ARTICLE_ID,
    uri=URI,
    rank=RANK,
    text=BODY,
    runs=[Run(0, len(DATELINE), len(BODY))],
    headline=HEADLINE,
    outlet=OUTLET,
    published=Publication(PUBLISHED, "feed"),
    dateline=Dateline(extract("عمان (وكالة المثال)"), "عمان", "وكالة المثال"),
    shingles=[402_653_189, 805_306_457, 1_610_612_741],
)
WITHDRAWAL = Withdrawal(id=ARTICLE_ID, uri=URI, recorded=CORRECTED)
REFUSAL = Refusal(id=ARTICLE_ID, uri=URI, digest=RANK.digest, rules=2, recorded=RECORDED, reason="language")
SOURCE: Source = ARTICLE.source

SPEAKER_NAME = "سالم الحديدي"
SPEAKER = ids.unknown_actor_id(SPEAKER_NAME) or ""
HOST_NAME = "نادر الشامي"
HOST = ids.unknown_actor_id(HOST_NAME) or ""
BODY_NAME = "هيئة المياه"
SAID = "لن ترتفع الأسعار هذا العام"
MEETING = BODY.split("\n")[1]

QUOTATION = Quotation(
    id=ids.quotation_ids(ARTICLE_ID, [words(SAID)])[0],
    kind="direct",
    content=extract(SAID),
    verbatim=[extract(SAID)],
    cue=extract("قال"),
    speakers=[Party(SPEAKER, SPEAKER_NAME, extract(SPEAKER_NAME), "speaker.after-cue")],
    date=EventDate("2024-03-12", extract("يوم الثلاثاء"), "date.weekday"),
    rule="quote.verb-colon-marks",
)
EVENT = Event(
    id=ids.event_ids(ARTICLE_ID, [("CONSULT", MEETING)])[0],
    type="CONSULT",
    mode="meet",
    trigger=extract("التقى"),
    sentence=extract(MEETING),
    actors=[
        Party(SPEAKER, SPEAKER_NAME, extract("الحديدي", after=MEETING), "party.subject"),
        Party(HOST, HOST_NAME, extract(HOST_NAME), "party.object"),
    ],
    date=EventDate("2024-03-12", extract("12 مارس 2024"), "date.day-month-year"),
    rule="event.meet",
)

QUOTED = QuotedArticle(
    article=ARTICLE,
    mentions=[
        Mention(extract(BODY_NAME), ids.unknown_actor_id(BODY_NAME), BODY_NAME, "mention.body", "body"),
        Mention(extract(SPEAKER_NAME), SPEAKER, SPEAKER_NAME, "mention.after-office"),
        Mention(extract(HOST_NAME), HOST, HOST_NAME, "mention.after-office"),
    ],
    quotations=[QUOTATION],
)

STATEMENT = Statement(block=ids.statement_block(SAID, negated=False), quotation=QUOTATION)
DEED = Deed(
    block=ids.dated_event_block("CONSULT", "meet", [SPEAKER, HOST], "2024-03-12"),
    role="actor",
    event=EVENT,
)


def _entry(line: Statement | Deed, text: str, happened: str | None, evidence: Evidence) -> TimelineEntry:
    return TimelineEntry(
        id=ids.entry_id(SPEAKER, line.block),
        actor=SPEAKER,
        name=SPEAKER_NAME,
        kind="statement" if isinstance(line, Statement) else "event",
        block=line.block,
        live=evidence.until is None,
        happened=happened,
        published=PUBLISHED,
        text=text,
        evidence=[evidence],
    )


def _evidence(line: Statement | Deed, *, until: bool) -> Evidence:
    return Evidence(source=SOURCE, version=1, line=line, recorded=RECORDED, until=CORRECTED if until else None)


SAID_ENTRY = _entry(STATEMENT, SAID, None, _evidence(STATEMENT, until=False))
MET_ENTRY = _entry(DEED, MEETING, "2024-03-12", _evidence(DEED, until=True))

#: For each topic that has a value type, records as key and value; the first of each type is shown in the reference.
EXAMPLES: dict[str, tuple[tuple[str, Struct], ...]] = {
    registry.RAW.name: ((URI, PLAIN), (URI, NINJS)),
    registry.NORMALIZED.name: ((ARTICLE_ID, ARTICLE), (ARTICLE_ID, WITHDRAWAL), (ARTICLE_ID, REFUSAL)),
    registry.DEDUPLICATED.name: ((ARTICLE_ID, ARTICLE), (ARTICLE_ID, WITHDRAWAL), (ARTICLE_ID, REFUSAL)),
    registry.LINEAGE.name: (
        (
            ARTICLE_ID,
            Lineage(
                article=ARTICLE_ID,
                uri=URI,
                original=ids.article_id("https://wire.example/7731"),
                original_uri="https://wire.example/7731",
                relation="near",
                similarity=0.875,
                rule="near-duplicate",
            ),
        ),
    ),
    registry.QUOTED.name: ((ARTICLE_ID, QUOTED), (ARTICLE_ID, WITHDRAWAL), (ARTICLE_ID, REFUSAL)),
    registry.QUOTES.name: (
        (ARTICLE_ID, QuotationSet(source=SOURCE, rank=RANK, withdrawn=False, quotations=[QUOTATION])),
    ),
    registry.EVENTS.name: ((ARTICLE_ID, EventSet(source=SOURCE, rank=RANK, withdrawn=False, events=[EVENT])),),
    registry.CONTRIBUTIONS.name: (
        (SPEAKER, Contribution(actor=SPEAKER, name=SPEAKER_NAME, source=SOURCE, rank=RANK, lines=[STATEMENT, DEED])),
        (SPEAKER, Retraction(actor=SPEAKER, article=ARTICLE_ID, recorded=CORRECTED)),
        (
            SPEAKER,
            Exclusion(actor=SPEAKER, article=ARTICLE_ID, digest=RANK.digest, rules=2, recorded=RECORDED),
        ),
    ),
    registry.ENTRIES.name: tuple((f"{SPEAKER}/{entry.id}", entry) for entry in (SAID_ENTRY, MET_ENTRY)),
    registry.STATUS.name: (
        (
            f"{URI}\tquotes",
            ArticleStatus(
                uri=URI, stage="quotes", outcome="accepted", recorded=RECORDED, version=1, counts={"quotations": 1}
            ),
        ),
    ),
}


def shown(value: Struct) -> Any:  # noqa: ANN401 -- any JSON value
    """Return a record as JSON values, and in ninjs only the spelling that ninjs 3 prescribes."""
    return _camel(to_builtins(value))


def _camel(node: Any) -> Any:  # noqa: ANN401 -- any part of a JSON value
    if isinstance(node, list):
        return [_camel(part) for part in node]
    if not isinstance(node, dict):
        return node
    doubled = {name.lower() for name in node if name != name.lower()}
    return {name: _camel(part) for name, part in node.items() if name not in doubled}
