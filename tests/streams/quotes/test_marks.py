"""Which marks open, which close, and what lies between."""

import pytest

from streams.quotes.marks import spans
from streams.quotes.tokens import Tokens


def inside(text: str) -> list[str]:
    """The outermost marked stretches of a text."""
    tokens = Tokens(text)
    return [tokens.slice(span.first, span.last) for span in spans(tokens)]


@pytest.mark.parametrize(
    ("text", "stretches"),
    [
        ('قال: "نعم" وغادر', ["نعم"]),
        ("قال «نعم» وغادر", ["نعم"]),
        ("من ”داعش” و”أحرار الشام” و”جيش الإسلام”", ["داعش", "أحرار الشام", "جيش الإسلام"]),
        ("على “”اعتبار مجموعات “المعارضة المسلحة” إرهابية”” مبينا", ["اعتبار مجموعات “المعارضة المسلحة” إرهابية"]),
        ('تنظيم "داعش"، ولـ"النصرة"', ["داعش", "النصرة"]),
        ('نحارب "تنظيم "داعش"".', ['تنظيم "داعش"']),
        ('قال: " لا يكفي ذلك ".', ["لا يكفي ذلك"]),
    ],
)
def test_the_side_of_a_mark_is_read_from_what_stands_around_it(text: str, stretches: list[str]) -> None:
    """Shape, doubling and nesting do not confuse."""
    assert inside(text) == stretches


def test_a_stretch_that_never_closes_ends_with_its_paragraph() -> None:
    """The next paragraph is not drawn in."""
    assert inside("قال إن “الوضع صعب في المدينة.\nوغادر الوفد.") == ["الوضع صعب في المدينة."]


def test_a_report_ends_a_stretch_that_never_closes() -> None:
    """What another sentence reports is no part of it."""
    text = 'قال "الوضع صعب في المدينة. وأضاف "لكن الحل قريب".'

    assert inside(text) == ["الوضع صعب في المدينة", "لكن الحل قريب"]


def test_a_wrapped_line_does_not_end_a_stretch() -> None:
    """A line feed in the middle of a sentence is layout."""
    assert inside("قال “إن الرئيس باراك\nأوباما وافق” وغادر") == ["إن الرئيس باراك\nأوباما وافق"]


def test_a_closing_mark_alone_marks_nothing() -> None:
    """What no mark opened is no stretch."""
    assert inside('خلال الأعوام القادمة".') == []
