"""Figures, names and negations are read off a line by its folded words."""

import pytest

from schemas.folding import words
from streams.reader.wording import Figures, binds, content, figures, is_name, names, negations, stem


def test_numbers_have_their_scale_and_dates_are_apart() -> None:
    """Five million is not five thousand; days, months and years are no amounts."""
    line = words("صرفت 5 ملايين دينار على ثلاثة طرق الأربعاء 30 كانون الأول/ديسمبر 2016")

    assert figures(line) == Figures(
        frozenset({"5m", "3"}), frozenset({"w2", "30"}), frozenset({12}), frozenset({"2016"})
    )


@pytest.mark.parametrize(
    ("one", "other", "clash"),
    [
        ("مقتل 5 أشخاص وإصابة 7", "مقتل 5 أشخاص", False),
        ("مقتل خمسة أشخاص", "مقتل 5 أشخاص", False),
        ("مقتل 5 أشخاص", "مقتل 6 أشخاص", True),
        ("مقتل أشخاص", "مقتل 6 أشخاص", False),
        ("الاجتماع يوم الأحد", "الاجتماع يوم الاثنين", True),
        ("في ديسمبر", "في كانون الأول", False),
        ("في عام 2016", "في عام 2017", True),
        ("افتتح مارس محلا", "افتتح في أيار محلا", False),
    ],
)
def test_unlike_figures_are_those_that_each_line_has_alone(one: str, other: str, *, clash: bool) -> None:
    """A number that one line leaves out is no other number."""
    assert figures(words(one)).clash(figures(words(other))) is clash


def test_an_office_is_its_holder_of_the_day() -> None:
    """So the American president is named by his office, and the state in the office's name is no party."""
    line = words("قال للرئيس الأميركي إن وزير الخارجية الروسي سيرغي لافروف في القاهرة")

    assert names(line, "2018-05-01").known == {"donald-trump", "sergey-lavrov", "egypt"}
    assert names(line, "2014-05-01").known == {"barack-obama", "sergey-lavrov", "egypt"}
    assert names(line, "").known == {"sergey-lavrov", "egypt"}


def test_words_that_can_only_be_names() -> None:
    """States, their people, given names and names that stand alone."""
    assert [word for word in words("ترامب السوري وفلاديمير تعاون الوزير لافروف") if is_name(word)] == [
        "ترامب", "السوري", "وفلاديمير", "لافروف",
    ]  # fmt: skip


def test_negations_are_those_that_negate_what_follows() -> None:
    """لا يزال and لا سيما affirm."""
    assert negations(words("لن نقبل ولا يزال الخلاف لا سيما على غير المتفق عليه")) == [0, 8]


@pytest.mark.parametrize(
    ("stretch", "bound"),
    [
        ("قال إنه لا", True),
        ("لا يمكن القول إن", True),
        ("لن نقبل بذلك", False),
        ("لا نقبل ما جرى هناك وقال بعدها إن", False),
    ],
)
def test_what_a_negation_binds(stretch: str, *, bound: bool) -> None:
    """The word after it, or the clause after a verb near it."""
    line = words(stretch)

    assert binds(line, negations(line)) is bound


def test_forms_of_a_word_meet() -> None:
    """Articles, prefixes, feminine and plural endings carry little."""
    assert len({stem(word) for word in words("المحادثات محادثة وبالمحادثات للمحادثات")}) == 1
    assert content(words("في اليوم نفسه لم يقبل 5 ملايين")) == [stem("نفسه"), stem("يقبل")]
