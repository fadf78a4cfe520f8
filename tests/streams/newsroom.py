"""Made-up articles for the tests of the stream: versions, withdrawals, copies and twins, the same for one seed."""

import random
from datetime import UTC, datetime, timedelta

import msgspec

from schemas.articles import PlainArticle
from schemas.registry import RAW
from streams.agents.step import Record

START = datetime(2020, 3, 1, 6, tzinfo=UTC)

SPEAKERS = (
    "الرئيس الروسي فلاديمير بوتين",
    "وزير الخارجية الروسي سيرغي لافروف",
    "المتحدث باسم الحكومة حامد المنصوري",
    "وزير المالية سالم العبدلي",
    "الأمين العام للأمم المتحدة أنطونيو غوتيريش",
    "النائب كريم الدوسري",
)
CUES = ("قال", "أكد", "أعلن", "أوضح", "أضاف")
SUBJECTS = ("الاتفاق", "الخطة", "المبادرة", "الموازنة", "الهدنة", "القمة", "المفاوضات", "الزيارة")
VERBS = ("ستبدأ", "ستستمر", "ستنجح", "ستتوقف", "ستشمل", "ستخدم", "ستعزز", "ستغير")
OBJECTS = (
    "جميع المناطق",
    "دول الجوار",
    "القطاع الصحي",
    "المدن الكبرى",
    "التجارة الخارجية",
    "حقوق العمال",
    "أمن الحدود",
)
TIMES = ("قبل نهاية العام", "خلال أسبوع", "في المرحلة المقبلة", "دون تأخير", "رغم الصعوبات", "وفق الجدول المعلن")
MEETINGS = ("التقى", "زار", "استقبل")


def sentence(chance: random.Random) -> str:
    """Return a made-up statement."""
    return " ".join(chance.choice(part) for part in (SUBJECTS, VERBS, OBJECTS, TIMES))


def body(chance: random.Random, paragraphs: int = 4) -> str:
    """Return a made-up article."""
    lines = []
    for _ in range(paragraphs):
        speaker = chance.choice(SPEAKERS)
        kind = chance.randrange(3)
        if kind == 0:
            lines.append(f"{chance.choice(CUES)} {speaker} إن {sentence(chance)} وإن {sentence(chance)}.")
        elif kind == 1:
            lines.append(f"وقال {speaker}: «{sentence(chance)}، {sentence(chance)}».")
        else:
            other = chance.choice([name for name in SPEAKERS if name != speaker])
            lines.append(f"و{chance.choice(MEETINGS)} {speaker} أمس {other} لبحث {sentence(chance)}.")
    return "\n".join(lines)


def raw(uri: str, text: str, at: int, **fields: object) -> Record:
    """Return a record of `articles.raw`, recorded `at` seconds after the start."""
    moment = START + timedelta(seconds=at)
    published = fields.pop("published", (START + timedelta(minutes=at)).isoformat())
    article = PlainArticle(uri=uri, text=text, published=str(published), outlet="Test", **fields)  # type: ignore[arg-type]
    return Record(RAW.name, 0, at, uri.encode(), msgspec.json.encode(article), moment)


def tombstone(uri: str, at: int) -> Record:
    """Return a record that withdraws an article."""
    return Record(RAW.name, 0, at, uri.encode(), None, START + timedelta(seconds=at))


def edition(number: int, articles: int = 40) -> list[Record]:
    """Return a day's records: articles, corrections, late versions, withdrawals and copies.

    Args:
        number: Seed; the same one gives the same records.
        articles: How many different articles there are, before corrections and copies.
    """
    chance = random.Random(number)  # noqa: S311 -- a test, not a secret
    records: list[Record] = []
    for index in range(articles):
        uri = f"urn:test:{number}:{index}"
        text = body(chance)
        records.append(raw(uri, text, len(records), version=chance.choice([0, 1, 2]), headline=f"خبر {index}"))
        fate = chance.random()
        if fate < 0.2:
            corrected = "\n".join(text.split("\n")[1:]) + "\n" + body(chance, 1)
            records.append(raw(uri, corrected, len(records), version=chance.choice([1, 2, 3])))
        elif fate < 0.3:
            records.append(tombstone(uri, len(records)))
        elif fate < 0.4:
            records.append(raw(uri, text, len(records), version=4, pubstatus="canceled"))
        elif fate < 0.6:
            records.append(raw(f"{uri}:copy", text, len(records), version=1))
        elif fate < 0.65:
            records.append(again(records[-1], len(records)))
    return records


def again(record: Record, at: int) -> Record:
    """Return the same bytes, recorded again later."""
    return Record(RAW.name, 0, at, record.key, record.value, START + timedelta(seconds=at))
