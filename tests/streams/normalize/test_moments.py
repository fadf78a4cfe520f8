"""Times that the feed states, and those that a line of the text states."""

import pytest

from schemas.folding import fold
from streams.normalize.cleaning import clean
from streams.normalize.letters import one_line
from streams.normalize.moments import created, moment_of, parsed


def folded(line: str) -> str:
    """A line as the rules see it."""
    return fold(one_line(line))


@pytest.mark.parametrize(
    ("line", "moment"),
    [
        ("الثلاثاء 03/أكتوبر/2017 - 09:16 م", "2017-10-03T21:16:00"),
        ("29 كانون الأول/ديسمبر 2016", "2016-12-29"),
        ("الخميس، 29 ديسمبر (كانون الأول) 2016", "2016-12-29"),
        ("نشر في: 14 غشت 2018", "2018-08-14"),
        ("آخر تحديث: 2018-03-23 15:13 GMT", "2018-03-23T15:13:00+00:00"),
        ("١٤/٠٨/٢٠١٨ ١٢:٠٥ ص", "2018-08-14T00:05:00"),
        ("08/14/2018", "2018-08-14"),
        ("الأربعاء 13 محرم 1439هـ - 4 أكتوبر 2017م", "2017-10-04"),
        ("الساعة 09:30 صباحا الأحد 1 يوليو 2018", "2018-07-01T09:30:00"),
    ],
)
def test_a_line_that_states_a_moment_is_read(line: str, moment: str) -> None:
    """All sets of month names, both scripts of digits and both halves of the day are read."""
    assert moment_of(folded(line)) == moment


@pytest.mark.parametrize(
    "line",
    [
        "وقع الهجوم في 29 كانون الأول/ديسمبر 2016 قرب المدينة",
        "31/02/2017",
        "29 أيلول/ديسمبر 2016",
        "الثلاثاء 3 أكتوبر",
        "2254",
        "القرار 2254 في 18/12/2015 بشأن سورية",
    ],
)
def test_a_line_that_says_more_or_less_states_no_moment(line: str) -> None:
    """A sentence with a date in it, an impossible date, two different months and a date without year are left."""
    assert moment_of(folded(line)) is None


def test_the_line_becomes_the_publication_and_leaves_the_text() -> None:
    """The moment points to its line, which is no part of the text."""
    raw = "موسكو تقود الجهود السياسية\n\nالثلاثاء 03/أكتوبر/2017 - 09:16 م\nأكد الوزير ذلك."

    cleaned = clean(raw)

    assert cleaned.text == "موسكو تقود الجهود السياسية\nأكد الوزير ذلك."
    assert cleaned.published is not None
    assert cleaned.published.source is not None
    assert (cleaned.published.how, cleaned.published.value) == ("body", "2017-10-03T21:16:00")
    assert raw[cleaned.published.source.start : cleaned.published.source.end] == "الثلاثاء 03/أكتوبر/2017 - 09:16 م"


def test_a_date_far_down_stays() -> None:
    """In a chronology a date on a line of its own belongs to the article."""
    raw = "\n".join([f"حدث أول رقم {number}." for number in range(8)] + ["3 أكتوبر 2017", "انتهى الاجتماع."])

    cleaned = clean(raw)

    assert "3 أكتوبر 2017" in cleaned.text
    assert cleaned.published is None


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        (["2018-03-23"], "2018-03-23"),
        (["2018-03-23T15:13:53+04:00"], "2018-03-23T15:13:53+04:00"),
        (["2018-03-23T15:13:53Z"], "2018-03-23T15:13:53+00:00"),
        ([None, "gestern", "", "2018-13-40", "2018-03-23T15:13"], "2018-03-23T15:13:00"),
        (["2018"], None),
        ([], None),
    ],
)
def test_stated_times_keep_their_precision_and_offset(stated: list[str | None], expected: str | None) -> None:
    """The first that can be read counts; what cannot be read is ignored."""
    assert parsed(stated) == expected


def test_instants_of_creation_sort_as_text() -> None:
    """Whatever offset and precision they are stated in, instants in UTC compare as they follow each other."""
    stated = ["2018-03-23", "2018-03-23T04:00:01+04:00", "2018-03-23T00:00:01.5Z", "2018-03-23T00:00:02"]

    instants = [created([text]) for text in stated]

    assert instants == sorted(instants)
    assert len(set(instants)) == 4
    assert created(["", None, "0001-01-01T00:00:00+14:00"]) == ""
