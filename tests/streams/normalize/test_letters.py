"""Letters are cleaned one by one, and every cleaned one stands for the raw ones it points to."""

import html
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from streams.normalize.letters import Flat, flatten, one_line

PIECES = st.sampled_from(
    [
        *("قال", "بوتين", "إن", "سورية", "التى", "لافروف", "x", "304"),
        *(".", "،", ":", "“", "”", '"', "«", "-", "#", "_", "&", "<", ">"),
        *(" ", "  ", "\n", "\r\n", "\n\n", "\t", "\xa0", "\u2009", "\u2028", "\u0085", "\u3000", "\x1f"),
        *("\u064e", "\u0651", "\u0640", "\u200f", "\u200b", "\ufeff", "\u202b", "\x00", "\x07", "\ud800", "\xad"),
        *("&quot;", "&nbsp;", "&#1234;", "&#x200f;", "&amp;", "&amp;quot;", "&bogus;", "&#0;", "&lt;b&gt;", "&#10;"),
        *("\ufefb", "\ufe8e", "\ufeb3\ufe8e\ufee7\ufe8e", "\ufdfa", "#وزير_الدفاع", " \u0640 "),
        *("<p>", "</p>", "<br/>", "<!-- x -->"),
    ]
)  # fmt: skip
TEXTS = st.lists(PIECES | st.text(max_size=3), max_size=60).map("".join)


def raw_of(flat: Flat, raw: str) -> list[str]:
    """The raw characters that each cleaned one stands for."""
    return [
        raw[start : start + run.width]
        for run in flat.runs
        for start in range(run.raw, run.raw + run.length * run.width, run.width)
    ]


def stands_for(clean: str, raw: str) -> bool:
    """Whether a cleaned character is what a reader sees of the raw ones."""
    if clean == raw:
        return True
    if clean in " \n" and (html.unescape(raw).isspace() or raw == "_" or raw.startswith(("<", "&"))):
        return True
    return (clean, raw) == ("-", "\u0640") or clean in unicodedata.normalize("NFKC", html.unescape(html.unescape(raw)))


@given(TEXTS, st.booleans())
def test_every_character_stands_for_its_raw_ones(raw: str, markup: bool) -> None:  # noqa: FBT001 -- drawn
    """Whatever the raw text is, each cleaned character is what one sees at its raw offset."""
    flat = flatten(raw, markup=markup)

    homes = raw_of(flat, raw)
    assert len(homes) == len(flat.text)
    assert all(stands_for(clean, home) for clean, home in zip(flat.text, homes, strict=True))


@given(TEXTS, st.booleans())
def test_runs_cover_the_text_in_order_and_are_maximal(raw: str, markup: bool) -> None:  # noqa: FBT001 -- drawn
    """Runs have no gap in the cleaned text, never go back in the raw one, and no two could be one."""
    runs = flatten(raw, markup=markup).runs

    for before, after in pairwise(runs):
        end = before.raw + before.length * before.width
        assert after.clean == before.clean + before.length
        assert after.raw >= before.raw
        assert (after.raw, after.width) != (end, before.width)


@given(TEXTS)
def test_nothing_invisible_is_left(raw: str) -> None:
    """No mark, control, format character, surrogate or run of spaces passes."""
    text = flatten(raw).text

    left = {letter for letter in text if unicodedata.category(letter) in {"Cc", "Cf", "Cs"}} - {"\n"}
    assert not {letter for letter in left if ord(letter) < 0x10000}
    assert "\u0640" not in text
    assert "\u064e" not in text
    assert "  " not in text


@given(TEXTS)
def test_each_line_feed_is_a_line_break_of_the_raw_text(raw: str) -> None:
    """A paragraph mark points to a raw character that ends a line."""
    flat = flatten(raw)

    breaks = [home for clean, home in zip(flat.text, raw_of(flat, raw), strict=True) if clean == "\n"]
    assert all(home in "\n\r\x0b\x0c\x85\u2028\u2029" for home in breaks)
    assert len(flat.blank) == len(breaks)


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("مُحَمَّدٌ", "محمد"),
        ("الميدانيـة", "الميدانية"),
        ("\ufeffقال\u200f بوتين", "قال بوتين"),
        ("مع\xa0 \u2003سورية", "مع سورية"),
        ("\ufefb يرى", "لا يرى"),
        ("قال &quot;نعم&quot;", 'قال "نعم"'),
        ("قال &amp;quot;نعم&amp;quot;", 'قال "نعم"'),
        ("أ&nbsp;&nbsp;ب", "أ ب"),
        ("AT&T &bogus; & co", "AT&T &bogus; & co"),
        ("موسكو ـ سانا", "موسكو - سانا"),
        ("قال #وزير_الخزانة", "قال وزير الخزانة"),
        ("C# snake_case #1", "C# snake_case #1"),
        ("ن\x00ص\ud800", "نص"),
        ("الروسى فى سورية", "الروسى فى سورية"),
    ],
)
def test_what_has_a_plainer_form_takes_it(raw: str, clean: str) -> None:
    """Marks, odd spaces, references, presentation forms and hashtags are resolved; spelling is not touched."""
    assert flatten(raw).text == clean


def test_a_clean_text_is_one_run() -> None:
    """A text with nothing odd in it is copied whole."""
    raw = "قال بوتين إن روسيا ستواصل.\nوأضاف لافروف: نعم."

    flat = flatten(raw)

    assert flat.text == raw
    assert [(run.clean, run.raw, run.length, run.width) for run in flat.runs] == [(0, 0, len(raw), 1)]


def test_neighbouring_references_are_one_run_of_their_width() -> None:
    """A reference is one character that is several raw ones wide."""
    runs = flatten("&quot;&quot;نعم").runs

    assert [(run.clean, run.raw, run.length, run.width) for run in runs] == [(0, 0, 2, 6), (2, 12, 3, 1)]


def test_blank_lines_are_remembered() -> None:
    """Whether a line feed leaves a line blank is known, for either way of ending lines."""
    assert flatten("أ\nب\n\nج\r\nد\r\n\r\nه").blank == [False, True, False, True]


def test_markup_is_dropped_and_blocks_become_lines() -> None:
    """Tags go, blocks and breaks end a line, white space does not, scripts and comments are not read."""
    raw = "<p>قال <b>بوتين</b>\n إن</p><script>var x = '<p>';</script><!-- <p> --><div>نعم<br>لا &lt;</div>"

    assert one_line(raw, markup=True) == "قال بوتين إن نعم لا <"
    assert [line for line in flatten(raw, markup=True).text.split("\n") if line] == ["قال بوتين إن", "نعم", "لا <"]


@pytest.mark.parametrize("bomb", ["<script>", "<!--", "<a ", "&amp;", " \u200f", "\u064e", "#ب_", "\u0640 ", "\ufefb"])
@pytest.mark.timeout(10)
def test_cleaning_is_linear(bomb: str) -> None:
    """No repetition of an opener makes cleaning slow."""
    for markup in (False, True):
        flatten(bomb * 30_000, markup=markup)
