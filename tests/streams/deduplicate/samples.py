"""Articles made for the tests of deduplication, and the definition of lineages in its plainest form."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from hashlib import sha256

from schemas.articles import Article, Publication
from schemas.folding import words
from schemas.ids import article_id
from schemas.lineage import Lineage
from schemas.ranks import Rank, merge
from streams.deduplicate import Lineages
from streams.deduplicate.rows import published
from streams.deduplicate.sketch import bands
from streams.deduplicate.twins import Print, are_twins

DAY = 24 * 3600 * 1000
START = datetime(2018, 5, 1, tzinfo=UTC)

REPORT = (
    "بحث وزير الخارجية مع المبعوث الأممي في مقر الوزارة سبل استئناف المحادثات بين الأطراف بعد توقفها الشهر الماضي. "
    "وقال الوزير في مؤتمر صحفي عقب اللقاء إن بلاده تدعم كل جهد يقود إلى وقف القتال وعودة النازحين إلى بيوتهم. "
    "وأضاف أن الحل لا يأتي من الخارج بل من الحوار الذي لا يستثني أحدا من القوى الوطنية في البلاد. "
    "من جانبه شكر المبعوث الحكومة على تعاونها ووعد بتقديم تقرير مفصل إلى مجلس الأمن قبل نهاية الأسبوع. "
    "وكانت المحادثات قد انهارت بعد خلاف على جدول الأعمال وعلى تمثيل المعارضة في اللجنة الدستورية المقترحة."
)


def shingles(text: str) -> list[int]:
    """Hash runs of four folded words, as normalization does in its own way."""
    folded = words(text)
    runs = {" ".join(folded[start : start + 4]) for start in range(max(len(folded) - 3, 0))}
    return sorted(int.from_bytes(sha256(run.encode()).digest()[:8], "big") >> 12 for run in runs)


def article(
    uri: str,
    text: str = REPORT,
    *,
    published: str | None = None,
    version: int = 0,
    recorded: float = 0,
    rules: int = 1,
    outlet: str | None = None,
    headline: str | None = None,
) -> Article:
    """Make one version of an article; `recorded` counts days."""
    digest = sha256(f"{uri}|{text}|{published}|{version}".encode()).hexdigest()[:32]
    return Article(
        id=article_id(uri),
        uri=uri,
        rank=Rank(version, "", START + timedelta(days=recorded), digest, rules),
        text=text,
        runs=[],
        headline=headline,
        outlet=outlet,
        published=Publication(published, "feed") if published else None,
        shingles=shingles(text),
    )


def printed(text: str, *, outlet: str | None = None, headline: str | None = None, moment: int = 0) -> Print:
    """Make a text as it is read for twins."""
    return Print(words(text), headline, outlet, moment)


def fold(articles: Iterable[Article], lineages: Lineages | None = None) -> dict[str, Lineage]:
    """Read articles one after the other; return the last lineage told of each, by URI."""
    reader = Lineages({}, {}, {}) if lineages is None else lineages
    return {lineage.uri: lineage for read in articles for lineage in reader.add(read)}


def defined(articles: Iterable[Article]) -> dict[str, tuple[str, float]]:
    """Say what the original of each article is and how similar, by comparing all that count with one another."""
    counting = sorted(_counting(articles).values(), key=lambda one: (_moment(one), one.id))
    found = {}
    for one in counting:
        shared = ((other.uri, _similarity(one, other)) for other in counting if (_moment(other), other.id) < _key(one))
        found[one.uri] = next(((uri, degree) for uri, degree in shared if degree is not None), (one.uri, 1.0))
    return found


def _key(one: Article) -> tuple[int, str]:
    return _moment(one), one.id


def _counting(articles: Iterable[Article]) -> dict[str, Article]:
    editions: dict[tuple[str, str], Article] = {}
    for read in articles:
        key = read.uri, read.rank.edition
        known = editions.get(key, read)
        newest = max(known, read, key=lambda one: one.rank.rules)
        rank = merge(known.rank, read.rank)
        editions[key] = Article(
            **{field: getattr(newest, field) for field in newest.__struct_fields__} | {"rank": rank}
        )
    best: dict[str, Article] = {}
    for (uri, _), edition in editions.items():
        best[uri] = max(best.get(uri, edition), edition, key=lambda one: one.rank)
    return best


def _moment(one: Article) -> int:
    moment = published(one)
    return (
        (one.rank.recorded - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(milliseconds=1)
        if moment is None
        else moment
    )


def _print(one: Article) -> Print:
    return Print(words(one.text), one.headline, one.outlet, _moment(one))


def _similarity(one: Article, other: Article) -> float | None:
    mine, yours = set(one.shingles), set(other.shingles)
    apart = abs(_moment(one) - _moment(other))
    if apart > 14 * DAY or not set(bands(one.shingles)) & set(bands(other.shingles)):
        return None
    degree = len(mine & yours) / len(mine | yours)
    first, second = sorted((one, other), key=lambda side: side.id)
    if degree < 0.5 or (degree < 1 and are_twins(_print(first), _print(second))):
        return None
    return degree
