"""Twins and copies: a corpus of pairs with what tells them apart."""

import pytest

from schemas.folding import words
from streams.deduplicate.twins import Verdict, are_twins, weigh

from .samples import DAY, REPORT, printed

CONDOLENCE = (
    "بعث الملك برقية عزاء ومواساة إلى الرئيس خوان بيريز رئيس جمهورية كولومبيا إثر ضحايا الفيضانات التي ضربت بلاده. "
    "وأعرب الملك باسمه وباسم شعب المملكة وحكومتها عن أحر التعازي وصادق المواساة لفخامته ولأسر الضحايا ولشعب كولومبيا "
    "راجيا ألا يريهم الله أي مكروه ومتمنيا للمصابين الشفاء العاجل وللبلاد دوام السلامة."
)
MARKET = (
    "أغلق مؤشر سوق الأسهم اليوم مرتفعا 35 نقطة ليقف عند مستوى 8800 نقطة وسط تداولات بلغت قيمتها 5 مليارات ريال. "
    "وبلغ عدد الأسهم المتداولة 210 ملايين سهم توزعت على 98 ألف صفقة وسجلت فيها أسهم شركات كثيرة ارتفاعا في قيمتها."
)
MATCH = (
    "فاز فريق الاتحاد على ضيفه فريق النصر بهدفين في المباراة التي أقيمت مساء أمس على ملعب المدينة ضمن الجولة الخامسة "
    "من الدوري الممتاز، ورفع الفائز رصيده إلى 15 نقطة في المركز الثاني بينما بقي الخاسر في مكانه بلا تغيير يذكر"
)
WEATHER = (
    "توقعت هيئة الأرصاد أن تبلغ درجة الحرارة العظمى في مدينة الرياض 41 درجة والصغرى 28 درجة مع رياح نشطة تثير الغبار "
    "وتحد من مدى الرؤية الأفقية على الطرق السريعة ودعت السائقين إلى الحذر وخفض السرعة وترك مسافة كافية."
)

TWINS = {
    "another head of state": (
        CONDOLENCE,
        CONDOLENCE.replace("خوان بيريز", "كارل ستيفان")
        .replace("جمهورية كولومبيا", "النمسا")
        .replace("كولومبيا", "النمسا"),
    ),
    "another state": (CONDOLENCE, CONDOLENCE.replace("كولومبيا", "بوليفيا")),
    "states of similar letters": (
        CONDOLENCE.replace("كولومبيا", "هولندا"),
        CONDOLENCE.replace("كولومبيا", "بولندا"),
    ),
    "another name after a title": (CONDOLENCE, CONDOLENCE.replace("خوان بيريز", "ألبرتو مندوزا")),
    "other figures": (MARKET, MARKET.replace("35", "12").replace("8800", "8812").replace("210", "198")),
    "one figure": (MARKET, MARKET.replace("8800", "8810")),
    "an ordinal": (MATCH, MATCH.replace("الخامسة", "السادسة").replace("15", "18")),
    "another opponent": (MATCH, MATCH.replace("فريق النصر", "فريق الفتح")),
    "another city and its degrees": (WEATHER, WEATHER.replace("الرياض", "أبها").replace("41", "29")),
    "a dateline besides": (MARKET, "الرياض - واس: " + MARKET.replace("8800", "8790").replace("210", "250")),
}

COPIES = {
    "a sentence left out": (REPORT, REPORT.replace("وأضاف أن الحل لا يأتي من الخارج بل ", "وشدد على أن الحل يأتي ")),
    "a sentence and a figure": (
        MARKET + " وتصدرت القطاعات الرابحة شركات التأمين والبنوك والطاقة.",
        "ذكرت مصادر مطلعة في السوق أن السيولة تحسنت كثيرا. "
        + MARKET.replace("وسط تداولات بلغت قيمتها 5", "بتداولات قاربت 6"),
    ),
    "honorifics": (CONDOLENCE, CONDOLENCE.replace("الملك ", "الملك المفدى حفظه الله ")),
    "today and yesterday": (MARKET, MARKET.replace("اليوم", "أمس")),
    "another weekday": (MARKET, MARKET.replace("اليوم", "الأحد 12 مايو")),
    "months of two calendars": (
        MARKET.replace("اليوم", "في 12 أيار"),
        MARKET.replace("اليوم", "في 12 مايو"),
    ),
    "spelling of a name": (REPORT.replace("المبعوث", "المبعوث بوتن"), REPORT.replace("المبعوث", "المبعوث بوتين")),
    "a linked name": (
        REPORT.replace("المبعوث", "المبعوث سعد_الحريري"),
        REPORT.replace("المبعوث", "المبعوث سعد الحريري"),
    ),
    "figures in words": (MATCH.replace("15", "خمس"), MATCH.replace("15", "5")),
    "grouped digits": (MARKET, MARKET.replace("8800", "8 800")),
    "a synonym": (REPORT, REPORT.replace("سبل", "آليات").replace("كل جهد", "أي مسعى")),
    "byline and tags": (REPORT, "سلمى أحمد - عين اليوم. " + REPORT + " سمات: محادثات، هدنة"),
    "order of words": (REPORT, REPORT.replace("الحكومة على تعاونها", "على تعاونها الحكومة")),
}


def _weigh(one: str, other: str) -> Verdict:
    return weigh(words(one), words(other))


@pytest.mark.parametrize("name", TWINS)
def test_twins(name: str) -> None:
    """A template filled with another number or name is a twin, from either side."""
    one, other = map(printed, TWINS[name])

    assert are_twins(one, other)
    assert are_twins(other, one)


@pytest.mark.parametrize("name", COPIES)
def test_copies(name: str) -> None:
    """A text that an editor changed is a copy, from either side."""
    one, other = map(printed, COPIES[name])

    assert not are_twins(one, other)
    assert not are_twins(other, one)


def test_equal_texts() -> None:
    """Equal texts differ in nothing."""
    assert _weigh(REPORT, REPORT) == Verdict(0, 0, 0)


def test_recurring_name_weighs_more() -> None:
    """One state in the place of another all along outweighs the wording around it."""
    other = CONDOLENCE.replace("كولومبيا", "بوليفيا").replace("أحر", "خالص").replace("متمنيا", "سائلا")

    assert _weigh(CONDOLENCE, other) == Verdict(0, 6, 2)


LONG = f"{REPORT} {MATCH} وبلغت الحصيلة حتى الآن 10 قتلى وعشرات الجرحى وفق مصادر طبية."


@pytest.mark.parametrize(
    ("outlet", "headline", "apart", "figure", "twins"),
    [
        ("الوكالة", "قتلى في انهيار جسر بالمدينة", 3_600_000, "12", False),
        ("غيرها", "قتلى في انهيار جسر بالمدينة", 3_600_000, "12", True),
        ("الوكالة", "إغلاق سوق الأسهم على ارتفاع", 3_600_000, "12", True),
        ("الوكالة", "قتلى في انهيار جسر بالمدينة", 2 * DAY, "12", True),
    ],
)
def test_corrected_figure(outlet: str, headline: str, apart: int, figure: str, twins: bool) -> None:  # noqa: FBT001 -- a column
    """The same outlet corrects one figure of a longer report within a day under its headline; all else is a twin."""
    one = printed(LONG, outlet="الوكالة", headline="قتلى في انهيار جسر المدينة")
    other = printed(LONG.replace("10 قتلى", f"{figure} قتلى"), outlet=outlet, headline=headline, moment=apart)

    assert are_twins(one, other) is twins


def test_two_corrected_figures_are_twins() -> None:
    """Two changed figures make a report anew even on the same day."""
    one = printed(LONG, outlet="الوكالة", headline="حصيلة")
    other = printed(LONG.replace("10 قتلى", "12 قتلى").replace("15", "18"), outlet="الوكالة", headline="حصيلة")

    assert are_twins(one, other)
