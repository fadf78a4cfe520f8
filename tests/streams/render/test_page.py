"""Wrapping and shortening keep every word, and safe texts steer no terminal."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from streams.render.bidi import is_arabic, safe, safe_same_length
from streams.render.page import breaks, shorten

_TEXT = st.text(alphabet="ابتَ漢a ", max_size=60)


@given(_TEXT, st.integers(1, 30))
def test_broken_lines_hold_every_word_and_fit(text: str, width: int) -> None:
    """Lines are as wide as allowed, unless one character is wider, and lose nothing but spaces at their ends."""
    lines = [text[start:end] for start, end in breaks(text, width)]

    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(cell_len(line) <= max(width, 2) for line in lines)


@given(_TEXT, st.integers(2, 30))
def test_a_short_text_stays_and_a_long_one_gets_an_ellipsis(text: str, width: int) -> None:
    """A cut is always visible."""
    short = shorten(text, width)

    assert short == text if cell_len(text) <= width else short.endswith("…")
    assert cell_len(short) <= max(width, 3)


def test_words_are_not_cut() -> None:
    """An ellipsis stands between words, without the punctuation before it."""
    assert shorten("موسكو، وبعد ذلك دمشق", 14) == "موسكو، وبعد…"
    assert shorten("موسكو، وبعد", 8) == "موسكو…"


@given(st.text())
def test_safe_texts_hold_no_control(text: str) -> None:
    """Neither form lets a control character or an explicit direction through; one keeps the length."""
    assert len(safe_same_length(text)) == len(text)
    assert not {"\x1b", "\r", "\u202e", "\u2067", "\x9b", "\u2028"} & set(safe(text) + safe_same_length(text))
    assert "\n" not in safe(text)


def test_direction_is_that_of_the_first_letter() -> None:
    """Digits and marks have none of their own."""
    assert is_arabic("«12 كانون» CNN")
    assert not is_arabic("CNN: بوتين")
    assert not is_arabic("2016")
