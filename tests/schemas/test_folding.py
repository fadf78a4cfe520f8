"""Folding keeps offsets, and what it folds together is what outlets spell differently."""

import sys
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from schemas.folding import SILENT, fold, words

ARABIC = st.text(st.characters(min_codepoint=0x600, max_codepoint=0x6FF))
ANY = st.text() | ARABIC


class TestFold:
    """`fold` works character for character."""

    @given(ANY)
    @example("İSTANBUL وΑΣ")
    def test_length_is_kept(self, text: str) -> None:
        """An offset into the folded text is an offset into the text."""
        assert len(fold(text)) == len(text)

    def test_every_code_point_keeps_its_place(self) -> None:
        """No code point of Unicode grows or vanishes."""
        every = "".join(map(chr, range(sys.maxunicode + 1)))

        assert len(fold(every)) == len(every)

    @given(ANY)
    def test_folding_twice_changes_nothing(self, text: str) -> None:
        """Folded text is folded already."""
        assert fold(fold(text)) == fold(text)

    @given(ANY, ANY)
    @example("ΑΣ", "Α")
    @example("مقال ", "İABC")
    def test_no_character_depends_on_its_neighbours(self, left: str, right: str) -> None:
        """A part of a text folds to that part of the folded text."""
        assert fold(left + right) == fold(left) + fold(right)

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("إلى", "الي"),
            ("وزارة", "وزاره"),
            ("مسؤول", "مسوول"),
            ("٢٠١٦", "2016"),
            ("۱۴", "14"),
            ("Reuters", "REUTERS"),
        ],
    )
    def test_spellings_of_one_word_are_equal(self, one: str, other: str) -> None:
        """Outlets' spellings of a word fold together."""
        assert fold(one) == fold(other)

    @pytest.mark.parametrize(("one", "other"), [("علم", "عمل"), ("قال", "قالت"), ("2016", "2017"), ("لا", "ما")])
    def test_words_that_differ_stay_apart(self, one: str, other: str) -> None:
        """Folding does not run different words together."""
        assert fold(one) != fold(other)

    def test_every_space_is_a_space(self) -> None:
        """Whatever Unicode calls a space separator is one plain space."""
        spaces = [chr(code) for code in range(sys.maxunicode + 1) if unicodedata.category(chr(code)) == "Zs"]

        assert {fold(space) for space in spaces} == {" "}


class TestWords:
    """`words` leaves letters and digits."""

    @given(ANY)
    def test_words_hold_no_marks(self, text: str) -> None:
        """No word holds a vowel mark, tatweel, an invisible character or a space."""
        found = "".join(words(text))

        assert not SILENT & set(found)
        assert not [char for char in found if unicodedata.category(char)[0] in "MZ"]

    @given(ANY)
    def test_words_are_folded(self, text: str) -> None:
        """Words of the folded text are the words of the text."""
        assert words(fold(text)) == words(text)

    @given(ANY)
    def test_words_are_their_own_words(self, text: str) -> None:
        """Words joined by spaces have the same words, so an identity can be made again from what it was made of."""
        assert words(" ".join(words(text))) == words(text)

    @given(st.lists(st.sampled_from(["قال", "إن", "الوزير", "غدا"])), st.sampled_from(sorted(SILENT)))
    def test_marks_do_not_matter(self, plain: list[str], mark: str) -> None:
        """A mark after every letter changes no word."""
        marked = " ".join("".join(letter + mark for letter in word) for word in plain)

        assert words(marked) == words(" ".join(plain))

    @given(ARABIC)
    def test_composed_and_decomposed_letters_are_equal(self, text: str) -> None:
        """A letter with its hamza or madda as a mark of its own is the same letter."""
        assert words(unicodedata.normalize("NFD", text)) == words(unicodedata.normalize("NFC", text))

    def test_punctuation_separates(self) -> None:
        """Punctuation of both scripts ends a word and is no part of it."""
        assert words("قال: «نعم»، ثم... مضى؟ (2016-12)") == ["قال", "نعم", "ثم", "مضي", "2016", "12"]
