"""Lines that say the same in another form stand under one of them, with the reason."""

import pytest

from schemas.timeline import Line
from streams.reader import Database, Reader, Window
from streams.reader.views import LineView

from .samples import did, entry, evidence, record, said

_LONG = "روسيا ستواصل مكافحة الإرهاب الدولي ودعم الحكومة السورية الشرعية"
Told = tuple[str, str | None, str | None]


def told(*lines: tuple[Line, str], window: Window | None = None, limit: int | None = None) -> list[Told]:
    """Text of each line of the timeline, of the line it is a variant of, and how it differs."""
    values = [entry([evidence(line, f"a{number}", published=day)]) for number, (line, day) in enumerate(lines)]
    reader = Reader(Database.open(":memory:"))
    reader.database.apply([record(value, number) for number, value in enumerate(values)])
    found: list[LineView] = reader.timeline("putin", window, limit=limit).lines
    texts = {line.id: line.text for line in found}
    return [(line.text, texts[line.variant_of] if line.variant_of else None, line.variant) for line in found]


def reason(one: str, other: str, **how: bool) -> str | None:
    """How a statement differs from a fuller one of the same day; None if they stand apart."""
    return next((why for _, _, why in told((said(one), "2017-01-01"), (said(other, **how), "2017-01-01")) if why), None)  # type: ignore[arg-type]


def test_a_statement_cut_short_follows_the_long_one() -> None:
    """The shorter form stands under the line it was cut from, wherever it would lie by itself."""
    short, other = "روسيا ستواصل مكافحة الإرهاب الدولي", "اتفقنا على هدنة في حلب"

    assert told((said(short), "2017-01-01"), (said(other), "2017-01-02"), (said(_LONG), "2017-01-03")) == [
        (other, None, None),
        (_LONG, None, None),
        (short, _LONG, "shortened"),
    ]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (
            "المحادثات مع الجانب الأمريكي تسير بصورة ممتازة",
            "المحادثات مع الجانب الأميركي تسير بصورة ممتازة",
            "same words",
        ),
        (
            "انعقاد اللجنة المشتركة للحدود أمس في العاصمة",
            "انعقاد اللجنة المشتركة للحدود اليوم في العاصمة",
            "dated otherwise",
        ),
        (
            "الحكومة ستصرف التعويضات للمزارعين قبل موسم الحصاد",
            "الحكومة سوف تدفع التعويضات للمزارعين قبل موسم الحصاد",
            "other words",
        ),
        ("الحكومة ستصرف التعويضات للمزارعين قبل موسم الحصاد", "ستصرف التعويضات للمزارعين قبل الحصاد", "shortened"),
        ("الرئيس الروسي فلاديمير بوتين يرحب بالهدنة الشاملة", "بوتين يرحب بالهدنة الشاملة", "shortened"),
    ],
)
def test_the_reason_is_told(one: str, other: str, expected: str) -> None:
    """Another spelling, other words, a cut or another word of time."""
    assert reason(one, other) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("الحكومة ستصرف 50 مليون دينار للمزارعين قبل الحصاد", "الحكومة ستصرف 70 مليون دينار للمزارعين قبل الحصاد"),
        ("الحكومة ستصرف خمسة ملايين دينار للمزارعين قبل الحصاد", "الحكومة ستصرف خمسة آلاف دينار للمزارعين قبل الحصاد"),
        ("الوفد سيزور إيران لبحث ملف الحدود والتجارة", "الوفد سيزور تركيا لبحث ملف الحدود والتجارة"),
        (
            "تعيين الوزير سمير القاضي مبعوثا لشؤون المناخ والطاقة",
            "تعيين الوزير نبيل الشامي مبعوثا لشؤون المناخ والطاقة",
        ),
        ("الحكومة ستصرف التعويضات للمزارعين قبل الحصاد", "الحكومة لن تصرف التعويضات للمزارعين قبل الحصاد"),
        ("ضرورة احترام قرارات المجلس بشأن الحدود والتجارة", "عدم ضرورة احترام قرارات المجلس بشأن الحدود والتجارة"),
        (
            "لا يمكن القول إن الحكومة ستصرف التعويضات للمزارعين قبل الحصاد",
            "الحكومة ستصرف التعويضات للمزارعين قبل الحصاد",
        ),
        ("القمة ستعقد في 12 يونيو بالعاصمة لبحث الحدود", "القمة ستعقد في 15 يونيو بالعاصمة لبحث الحدود"),
        ("الحكومة ستصرف التعويضات", "الحكومة ستصرف الرواتب"),
        ("الولايات المتحدة وتركيا والعراق بصدد بحث الخلاف", "الولايات المتحدة وتركيا والعراق أطراف في السباق"),
    ],
    ids=[
        "number",
        "scale",
        "state",
        "name",
        "negation",
        "negated noun",
        "negated clause",
        "day",
        "too short to tell",
        "names alone",
    ],
)
def test_unlike_things_keep_lines_apart(one: str, other: str) -> None:
    """Numbers, names, negations and days that only one of two lines has."""
    assert reason(one, other) is None


def test_a_clause_that_is_cut_may_have_had_a_negation_of_its_own() -> None:
    """It negates nothing of what is left."""
    rest = "الحكومة ستصرف التعويضات للمزارعين قبل الحصاد"

    assert reason(f"{rest} ولن ترفع الضرائب", rest) == "shortened"


def test_the_same_words_days_later_are_a_new_occasion() -> None:
    """Politicians repeat themselves."""
    again = _LONG + " اليوم"

    assert told((said(_LONG), "2017-01-01"), (said(again), "2017-01-08")) == [(_LONG, None, None), (again, None, None)]


def test_a_denial_is_no_variant_of_what_it_denies() -> None:
    """Polarity keeps lines apart."""
    assert reason(_LONG, _LONG + " كلها", negated=True) is None


def test_an_event_dated_less_exactly_is_a_variant() -> None:
    """The same type and parties, in a month and on a day of it, in other words; the exact date leads."""
    month = did("التقى بوتين ولافروف هذا الشهر", date="2016-12")
    day = did("عقد بوتين مع لافروف قمة أمس", date="2016-12-29")

    assert told((day, "2016-12-30"), (month, "2016-12-31")) == [
        ("عقد بوتين مع لافروف قمة أمس", None, None),
        ("التقى بوتين ولافروف هذا الشهر", "عقد بوتين مع لافروف قمة أمس", "dated otherwise"),
    ]


def test_events_of_two_days_are_two_events() -> None:
    """Two dated meetings of the same parties stay apart, alike as their sentences may be."""
    sentence = "التقى الرئيس وزير الخارجية في موسكو وبحثا الحدود والتجارة"
    lines = told((did(sentence, date="2016-12-29"), "2016-12-30"), (did(sentence, date="2016-12-30"), "2016-12-30"))

    assert [leader for _, leader, _ in lines] == [None, None]


def test_two_events_of_one_sentence_are_no_variants() -> None:
    """Each has its own trigger, and the sentence has both."""
    sentence = "شارك الوفد في اجتماع موسع تلته محادثات ثنائية حول الحدود والتجارة"
    lines = told((did(f"اجتماع الوفد: {sentence}"), "2016-12-30"), (did(f"محادثات الوفد: {sentence}"), "2016-12-30"))

    assert [leader for _, leader, _ in lines] == [None, None]


def test_every_variant_is_one_of_its_leader() -> None:
    """A short form of two lines with unlike numbers joins one of them; they stay apart."""
    texts = [
        f"الحكومة ستصرف {number}التعويضات للمزارعين قبل الحصاد" for number in ("50 مليونا من ", "70 مليونا من ", "")
    ]
    lines = told(*((said(text), "2017-01-01") for text in texts))

    assert [leader for _, leader, _ in lines].count(None) == 2
    assert [(text, why) for text, _, why in lines if why] == [(texts[2], "shortened")]


def test_a_page_counts_lines_with_their_variants() -> None:
    """`limit` is of lines that stand by themselves."""
    lines = [(said(_LONG), "2017-01-01"), (said(_LONG + " اليوم"), "2017-01-03"), (said("هدنة"), "2017-01-04")]

    assert [text for text, _, _ in told(*lines, limit=1)] == [_LONG + " اليوم", _LONG]


def test_a_variant_of_a_line_outside_the_window_stands_by_itself() -> None:
    """A window shows what lies in it."""
    lines = [(said(_LONG), "2017-01-03"), (said(_LONG.rsplit(" ", 1)[0]), "2017-01-01")]

    assert [leader for _, leader, _ in told(*lines)] == [None, _LONG]
    assert told(*lines, window=Window(until="2017-01-02")) == [(_LONG.rsplit(" ", 1)[0], None, None)]
