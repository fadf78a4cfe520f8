"""What holds for any text."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.articles import Run
from schemas.text import Extract
from streams.quotes import quote
from tests.streams.quotes.articles import article, quoted

_PIECES = """
قال وقال قالت وأضاف مؤكدا مضيفا أعلن دعا حذر من نقلت عن قوله إن أن بأن إلى على الرئيس الروسي فلاديمير بوتين لافروف وزير
الخارجية المتحدث باسم بيان مصادر بحسب وفقا للأمم المتحدة الأمم روسيا وتركيا الوزير الوزارة محمد بن سلمان كيم عبد الرحمن
تنظيم داعش عُززت لـ الحرب السلام في اليوم 29 كانون وكان قد الذي التي هذه جاء الجانبان وصف بأنها طالب بسحب نفى ٣ س و
- " “ ” « » : ، . .. ؟ ( )
"""
WORDS = st.lists(st.sampled_from([*_PIECES.split(), "\n", "\u200f"]), max_size=60)
GLUE = st.sampled_from([" ", " ", " ", ""])


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Texts made of words, marks and cues in any order."""
    return "".join(piece + draw(GLUE) for piece in draw(WORDS))


def extracts(text: str) -> list[Extract]:
    """Everything that points into a text."""
    found = quoted(text)
    every: list[Extract | None] = [mention.extract for mention in found.mentions]
    for quotation in found.quotations:
        every += [quotation.content, quotation.cue, *quotation.verbatim]
        every += [party.mention for party in (*quotation.speakers, quotation.via) if party]
    return [extract for extract in every if extract]


@given(texts())
@settings(deadline=None, max_examples=300)
def test_everything_found_cuts_its_words_out_of_the_text(text: str) -> None:
    """Offsets and words agree."""
    for extract in extracts(text):
        assert text[extract.start : extract.end] == extract.text
        assert extract.text.strip()


@pytest.mark.parametrize("text", ["قال وزير قالقال ", 'وقال الرجل الذي يدعى "جواد س". وقال متحدث إن الدوافع سياسية'])
def test_texts_end_anywhere_and_words_have_one_letter(text: str) -> None:
    """An office may be the last word, and a letter may stand for a name."""
    assert extracts(text) is not None


@given(texts())
@settings(deadline=None, max_examples=150)
def test_quotations_are_in_the_order_of_the_text_and_have_ids_of_their_own(text: str) -> None:
    """And mentions do not overlap."""
    found = quoted(text)
    starts = [quotation.content.start for quotation in found.quotations]
    places = [(mention.extract.start, mention.extract.end) for mention in found.mentions]

    assert starts == sorted(starts)
    assert len({quotation.id for quotation in found.quotations}) == len(starts)
    assert all(one[1] <= other[0] for one, other in pairwise(places))


@given(texts())
@settings(deadline=None, max_examples=100)
def test_the_same_article_yields_the_same(text: str) -> None:
    """Nothing depends on what was read before."""
    first = quoted(text)
    quoted(text[::-1])

    assert quoted(text) == first


@given(texts(), st.integers(1, 9))
@settings(deadline=None, max_examples=100)
def test_offsets_point_into_the_raw_text(text: str, shift: int) -> None:
    """Where the raw text has more in front, everything found moves by that much."""
    one = article(text)
    other = article(text)
    other.runs = [Run(0, shift, max(len(text), 1))]
    moved = quote(other)

    for plain, far in zip(quote(one).quotations, moved.quotations, strict=True):
        assert (far.content.start, far.content.end) == (plain.content.start + shift, plain.content.end + shift)
