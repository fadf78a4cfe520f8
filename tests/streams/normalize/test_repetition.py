"""What is printed again is left out, and what is said twice is not."""

from streams.normalize.cleaning import clean

FIRST = "أكد بوتين أن روسيا ستواصل دعم سورية."
SECOND = "وأضاف لافروف أن الحوار سيبدأ قريبا."


def test_a_body_pasted_twice_is_read_once() -> None:
    """The first printing stays, also where spelling and marks of the second differ."""
    again = FIRST.replace("أن", "ان").replace("روسيا", "روسيّا")

    cleaned = clean(f"{FIRST}\n{SECOND}\n{again}\n{SECOND}")

    assert cleaned.text == f"{FIRST}\n{SECOND}"
    assert [rule for rule, _ in cleaned.removed] == ["printed_again", "printed_again"]


def test_a_caption_under_every_picture_goes() -> None:
    """A line that is the beginning of the headline, perhaps behind a button, says nothing new."""
    raw = f"موسكو تقود الجهود السياسية في سورية\nطباعة موسكو تقود الجهود\n{FIRST}\nموسكو تقود الجهود\n{SECOND}"

    assert clean(raw).text == f"موسكو تقود الجهود السياسية في سورية\n{FIRST}\n{SECOND}"


def test_questions_and_speakers_of_an_interview_stay() -> None:
    """A speaker's name with a colon and a short answer come back as often as they are said."""
    raw = f"سؤال المحاور:\n{FIRST}\nنعم\nسؤال المحاور:\n{SECOND}\nنعم"

    assert clean(raw).text == raw


def test_a_paragraph_cut_short_goes_where_it_is_told_whole() -> None:
    """A teaser with dots at its end is left out only if another paragraph goes on."""
    teaser = "أكد بوتين أن روسيا ستواصل دعم..."

    assert clean(f"{teaser}\n{FIRST}\n{SECOND}").text == f"{FIRST}\n{SECOND}"
    assert clean(f"{teaser}\n{SECOND}").text == f"{teaser}\n{SECOND}"
