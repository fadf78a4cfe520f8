"""A corpus of expressions of time with a fixed day of writing, and one of what is none (in Duckling's manner)."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from streams.dates.calendar import Calendar, Lean
from streams.dates.page import Page

#: Wednesday.
EXACT = "2018-07-04T09:30:00+03:00"
#: A date without an hour.
DAY = "2015-08-06"

CORPUS: list[tuple[str, str | None, Lean, str | None]] = [
    # absolute
    ("وقع الهجوم في 29 ديسمبر 2016 قرب الحدود", None, "past", "2016-12-29"),
    ("وقع الهجوم في 29 كانون الأول/ديسمبر 2016", None, "past", "2016-12-29"),
    ("في 29 ديسمبر (كانون الأول) 2016", None, "past", "2016-12-29"),
    ("في 29 كانون الأول/ديسمبر2016", None, "past", "2016-12-29"),
    ("منذ يناير2017 بدأت الغارات", "2018-07-04", "past", "2017-01"),
    ("تدخل الرسوم حيز التنفيذ في 20 يوليو", "2018-07-04", "past", "2018-07-20"),
    ("وقع الهجوم في 20 أغسطس", "2018-07-04", "past", "2017-08-20"),
    ("وقع الهجوم في 20 يوليو الماضي", "2018-07-04", "past", "2017-07-20"),
    ("في الـ 30 من أيلول عام 2015 بدأت الغارات", None, "past", "2015-09-30"),
    ("في ٣ تشرين الأول ٢٠١٧", None, "past", "2017-10-03"),
    ("يوم 14 جويلية 2018", None, "past", "2018-07-14"),
    ("فاتح 20 غشت 2018", None, "past", "2018-08-20"),
    ("يوم 5 شتنبر 2018", None, "past", "2018-09-05"),
    ("السابع من يونيو/حزيران 2015", None, "past", "2015-06-07"),
    ("الثاني والعشرين من مارس 2018", None, "past", "2018-03-22"),
    ("الثلاثاء 03/أكتوبر/2017", None, "past", "2017-10-03"),
    ("نشر في 2017-10-03 صباحا", None, "past", "2017-10-03"),
    ("نشر في 03/10/2017 صباحا", None, "past", "2017-10-03"),
    ("في أكتوبر/تشرين الأول 2015 اعتقل", None, "past", "2015-10"),
    ("في شهر شباط من عام 2014", None, "past", "2014-02"),
    ("عام 2015", None, "past", "2015"),
    ("منذ 2011 تشهد البلاد حربا", None, "past", "2011"),
    ("12 رمضان 1439 هـ", None, "past", "2018-05-27"),
    ("في 2 أكتوبر من عام 1187 دخل القائد المدينة", None, "past", "1187-10-02"),
    ("عام 1869", None, "past", "1869"),
    ("في20 آذار/مارس 2018", None, "past", "2018-03-20"),
    # a day and a month
    ("19 يونيو/حزيران الماضي", EXACT, "past", "2018-06-19"),
    ("في 30 مارس/آذار على الحدود", EXACT, "past", "2018-03-30"),
    ("في 20 نوفمبر", EXACT, "past", "2017-11-20"),
    ("في 20 نوفمبر", EXACT, "future", "2018-11-20"),
    ("بحلول 12 مايو المقبل", EXACT, "future", "2019-05-12"),
    ("12 يوليو من العام الماضي", EXACT, "past", "2017-07-12"),
    ("في 12 يوليو", None, "past", "--07-12"),
    ("29 فبراير", None, "past", "--02-29"),
    ("أبريل/نيسان", EXACT, "past", "2018-04"),
    ("في يوليو الماضي", EXACT, "past", "2017-07"),
    ("في يونيو الماضي", EXACT, "past", "2018-06"),
    ("في سبتمبر ايلول", EXACT, "past", "2017-09"),
    ("يناير", None, "past", None),
    # relative days
    ("اليوم", EXACT, "past", "2018-07-04"),
    ("أمس", EXACT, "past", "2018-07-03"),
    ("مساء أمس", EXACT, "past", "2018-07-03"),
    ("أول أمس", EXACT, "past", "2018-07-02"),
    ("أول من أمس", EXACT, "past", "2018-07-02"),
    ("أمس الأول", EXACT, "past", "2018-07-02"),
    ("غدا", EXACT, "future", "2018-07-05"),
    ("بعد غد", EXACT, "future", "2018-07-06"),
    ("أمس", None, "past", None),
    ("قبل يومين", EXACT, "past", "2018-07-02"),
    ("قبل ثلاثة أسابيع", EXACT, "past", "2018-06"),
    ("قبل عامين", EXACT, "past", "2016"),
    # weekdays
    ("الثلاثاء", EXACT, "past", "2018-07-03"),
    ("الأربعاء", EXACT, "past", "2018-07-04"),
    ("الخميس", EXACT, "future", "2018-07-05"),
    ("السبت الماضي", EXACT, "past", "2018-06-30"),
    ("الأربعاء الماضي", EXACT, "past", "2018-06-27"),
    ("يوم الثلاثاء المقبل", EXACT, "future", "2018-07-10"),
    ("ليل الثلاثاء الأربعاء", EXACT, "past", "2018-07-03"),
    ("ليل الثلاثاء إلى الأربعاء", EXACT, "past", "2018-07-03"),
    ("فجر الأربعاء", EXACT, "past", "2018-07-04"),
    ("هذا الخميس", EXACT, "past", "2018-07-05"),
    ("هذا الاثنين", EXACT, "past", "2018-07-02"),
    ("الخميس", None, "past", None),
    # periods
    ("الأسبوع الماضي", EXACT, "past", "2018-W26"),
    ("الأسبوع المقبل", EXACT, "future", "2018-W28"),
    ("الشهر الماضي", EXACT, "past", "2018-06"),
    ("أواخر الشهر الماضي", EXACT, "past", "2018-06"),
    ("مطلع الشهر الجاري", EXACT, "past", "2018-07"),
    ("الشهر المقبل", EXACT, "future", "2018-08"),
    ("العام الماضي", EXACT, "past", "2017"),
    ("هذا العام", EXACT, "past", "2018"),
    ("هذا الصيف", EXACT, "future", "2018"),
    ("الشهر الماضي", None, "past", None),
    ("خلال نهاية الأسبوع", EXACT, "past", "2018-W26"),
    ("في عطلة نهاية الأسبوع", EXACT, "future", "2018-W27"),
    ("نهاية الأسبوع", "2018-07-08T10:00:00Z", "past", "2018-W27"),
    ("نهاية الأسبوع الماضي", EXACT, "past", "2018-W26"),
    ("الصيف الماضي", EXACT, "past", "2017"),
    ("الصيف الماضي", "2018-11-04T10:00:00Z", "past", "2018"),
    ("الربيع الماضي", EXACT, "past", "2018"),
    # years
    ("الأول من يوليو/ تموز هذا العام", EXACT, "past", "2018-07-01"),
    ("وبعد الانسحاب في1989 عادوا", EXACT, "past", "1989"),
    # named days
    ("مسيرات يوم العمال", EXACT, "past", "2018-05-01"),
    ("هجوم ليلة رأس السنة الميلادية 2017", EXACT, "past", "2017-01-01"),
    # a publication without an hour
    ("أمس", DAY, "past", "2015-08"),
    ("اليوم الثلاثاء", DAY, "past", "2015-08-04"),
    ("أمس الاثنين", DAY, "past", "2015-08-03"),
    ("أمس، الجمعة", "2015-08-01", "past", "2015-07-31"),
    ("يوم الاثنين", DAY, "past", "2015-08-03"),
    ("الشهر الماضي", DAY, "past", "2015-07"),
    ("أمس", "2015-08-01", "past", "2015-07"),
    ("اليوم", "2015-08-01", "past", None),
    # a weekday with a day and a month
    ("الخميس، 29 كانون الأول/ديسمبر، بعد هدنة عام 2015", None, "past", "2016-12-29"),
    ("اليوم الثلاثاء (11 أغسطس آب)", "2015-08-11", "past", "2015-08-11"),
    ("الأربعاء 27 ديسمبر", EXACT, "past", "2017-12-27"),
]

NOTHING = [
    "قرار مجلس الأمن رقم 2254",
    "القرار 1701 الصادر عن المجلس",
    "في 2000 شخص",
    "روسيا اليوم",
    "صحيفة اليوم السابع",
    "في أمس الحاجة إلى المساعدة",
    "صلاة الجمعة",
    "قال الأب بولس إن اب الطفل حضر",
    "بلغت الكلفة 2015 دولارا",
    "عند الساعة 10:42 بتوقيت غرينتش",
    "منطقة مارس الرياضية",
    "ثلاث ساعات في اليوم",
    "رأس السنة الهجرية",
    "الربيع العربي",
]


def resolve(text: str, published: str | None, lean: Lean) -> list[str | None]:
    """What the expressions of a text come to."""
    calendar = Calendar.of(Page.of(text), published)
    return [calendar.resolve(expression, lean) for expression in calendar.found]


@pytest.mark.parametrize(("text", "published", "lean", "value"), CORPUS)
def test_an_expression_is_resolved_as_precisely_as_it_can_be(
    text: str, published: str | None, lean: Lean, value: str | None
) -> None:
    """The first expression of the text has the value that text and publication support."""
    assert resolve(text, published, lean)[0] == value


@pytest.mark.parametrize("text", NOTHING)
def test_other_numbers_and_names_are_no_dates(text: str) -> None:
    """Resolutions, counts, names and hours are no expressions of time."""
    assert resolve(text, EXACT, "past") == []


def test_a_text_without_publication_date_takes_the_day_that_it_states() -> None:
    """Once a text has stated a weekday in full, the same weekday is that day and its month the present one."""
    text = "أعلن الخميس، 29 كانون الأول/ديسمبر، بعد غارات عام 2015. واتفقا الخميس. وفي الشهر الجاري وقعت الهدنة."

    assert resolve(text, None, "past") == ["2016-12-29", "2015", "2016-12-29", "2016-12"]


def test_an_adverb_beside_a_weekday_fixes_the_day_of_writing_for_the_whole_text() -> None:
    """A publication date without an hour is trusted to the day once the text pairs an adverb with a weekday."""
    assert resolve("وصل أمس. وقال اليوم الثلاثاء إنه عاد.", DAY, "past") == ["2015-08-03", "2015-08-04"]


def test_a_day_that_was_told_is_taken_up_again() -> None:
    """The same day and the next one are those of the date before; with no date before they are unknown."""
    text = "وصل في 3 مايو 2018. وفي اليوم نفسه زار القصر. وفي اليوم التالي غادر. وفي ذلك اليوم هطل المطر."

    assert resolve(text, None, "past") == ["2018-05-03", "2018-05-03", "2018-05-04", "2018-05-03"]
    assert resolve("وفي اليوم نفسه زار القصر.", EXACT, "past") == [None]


def test_a_date_that_the_calendar_does_not_have_is_none() -> None:
    """31 November comes to nothing rather than to another day."""
    assert resolve("في 31 نوفمبر 2016", None, "past") == [None]


@given(
    st.lists(st.sampled_from(sorted({word for text, *_ in CORPUS for word in text.split()})), max_size=30),
    st.sampled_from([None, DAY, EXACT, "x", "2018-13-40"]),
    st.sampled_from(["past", "future"]),
)
@example(["هذا", "شهر", "آب)", "2011"], None, "past")
def test_any_words_of_time_are_read_without_error(words: list[str], published: str | None, lean: Lean) -> None:
    """Shuffled words of time give well-formed values or none, in order and without overlap."""
    page = Page.of(" ".join(words))
    calendar = Calendar.of(page, published)

    assert all(one.last <= two.first for one, two in zip(calendar.found, calendar.found[1:], strict=False))
    for value in (calendar.resolve(expression, lean) for expression in calendar.found):
        assert value is None or value[:2] in {"--", "13", "14", "15", "16", "17", "18", "19", "20", "21"}
