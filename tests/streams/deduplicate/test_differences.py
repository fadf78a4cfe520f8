"""Alignment of two texts."""

from hypothesis import given
from hypothesis import strategies as st

from streams.deduplicate.differences import Difference, differences

texts = st.lists(st.sampled_from("abcdefgh"), max_size=40)


def test_substitution() -> None:
    """A word in the place of another is one difference."""
    assert differences(list("abcdefgh"), list("abcdxfgh")) == [Difference(4, 5, 4, 5)]


def test_insertion_and_deletion() -> None:
    """What only one text has is a difference that is empty on the other side."""
    one, other = list("abcdefghi"), list("abcdfghiz")

    assert differences(one, other) == [Difference(4, 5, 4, 4), Difference(9, 9, 8, 9)]


@given(texts, texts)
def test_covers(one: list[str], other: list[str]) -> None:
    """Putting the other text's words into the differences turns one text into the other, in order."""
    built, here = [], 0
    for parted in differences(one, other):
        assert parted.start >= here
        built += one[here : parted.start] + other[parted.other_start : parted.other_end]
        here = parted.end

    assert built + one[here:] == other


@given(texts)
def test_equal(text: list[str]) -> None:
    """Equal texts part nowhere."""
    assert differences(text, list(text)) == []


def test_large_gap() -> None:
    """Texts with nothing in common are one difference, found without comparing all words with all."""
    one, other = [f"a{n}" for n in range(3000)], [f"b{n}" for n in range(3000)]

    assert differences(one, other) == [Difference(0, 3000, 0, 3000)]
