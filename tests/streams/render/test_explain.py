"""An article explained: everything found is marked in its raw text, and the rule behind each finding is named."""

from datetime import UTC, datetime
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from schemas.articles import Article, Publication, Run
from schemas.dates import EventDate
from schemas.events import Event
from schemas.quotations import Quotation
from schemas.ranks import Rank
from schemas.text import Extract, Party
from streams.render import render_explain
from streams.render.bidi import safe_same_length
from streams.render.marks import LOOKS, Mark, marked, marks

from .samples import printed

RAW = "موسكو - وكالة\nوأكد بوتين اليوم أن “روسيا هاتفت إيران” مجددا.\nشارك\nوغادر."


def at(words: str) -> Extract:
    """Where words stand in the raw text."""
    start = RAW.index(words)
    return Extract(start, start + len(words), words)


QUOTATION = Quotation(
    id="q",
    kind="mixed",
    content=at("“روسيا هاتفت إيران” مجددا"),
    verbatim=[at("روسيا هاتفت إيران")],
    cue=at("وأكد"),
    speakers=[Party("vladimir-putin", "فلاديمير بوتين", at("بوتين"), "speaker.surname")],
    via=Party(None, "رويترز", None, "via.agency"),
    date=EventDate("2016-12-29", at("اليوم"), "date.today"),
    rule="quotation.mixed",
)
EVENT = Event(
    id="e",
    type="CONSULT",
    mode="phone",
    trigger=at("هاتفت"),
    sentence=at("وأكد بوتين اليوم أن “روسيا هاتفت إيران” مجددا."),
    actors=[Party("russia", "روسيا", at("روسيا"), "party.subject")],
    date=EventDate("2016-12-29", at("اليوم"), "date.today"),
    realis="historical",
    in_quote=True,
    rule="event.phone",
)
ARTICLE = Article(
    id="a",
    uri="https://example.org/a",
    rank=Rank(0, "", datetime(2017, 1, 1, tzinfo=UTC), "", 1),
    text="",
    runs=[Run(0, 14, 46), Run(47, RAW.index("وغادر"), 6)],
    headline="بوتين يهاتف",
    outlet="وكالة",
    published=Publication("2016-12-29", "body", at("موسكو")),
)


def shown(quotation: Quotation = QUOTATION, event: Event = EVENT, **article: Any) -> str:
    """The article explained, as it goes into a pipe."""
    return printed(render_explain, RAW, replace(ARTICLE, **article), [quotation], [event])


def test_an_explanation_as_it_goes_into_a_pipe() -> None:
    """The text with numbered brackets comes first, then each finding with the id of each rule."""
    text = shown()

    assert text.startswith(
        "https://example.org/a\n"
        "بوتين يهاتف\n"
        "1 quotation, 1 event · وكالة · published 29 December 2016, read in the text\n"
    )
    assert "\n<1 وأكد> (1 بوتين) ~1,2 اليوم~ أن [1 “روسيا {2 هاتفت} إيران” مجددا].\n" in text
    assert text.endswith(
        "  1  mixed quotation ← quotation.mixed\n"
        "      «روسيا هاتفت إيران» مجددا\n"
        "      cue: وأكد\n"
        "      speaker: فلاديمير بوتين, here بوتين (vladimir-putin) ← speaker.surname\n"
        "      through: رويترز (no id) ← via.agency\n"
        "      date: 29 December 2016, from اليوم ← date.today\n"
        "\n"
        "  2  CONSULT/phone, background, told in a quotation · هاتفت ← event.phone\n"
        "      actor: روسيا (russia) ← party.subject\n"
        "      date: 29 December 2016, from اليوم ← date.today\n"
    )


def test_what_cleaning_left_out_is_told() -> None:
    """The dateline and the footer are shown, and that they were not read."""
    assert "left out as boilerplate or repetition:\nموسكو - وكالة\nread again from here:\n<1 وأكد>" in shown()
    assert "\nleft out as boilerplate or repetition:\nشارك\nread again from here:\nوغادر.\n" in shown()


def test_what_nothing_settles_is_told() -> None:
    """An abstention is an answer."""
    text = shown(
        replace(QUOTATION, speakers=[], stance="denial", negated=True), replace(EVENT, actors=[]), published=None
    )

    assert "mixed quotation, denial ←" in text
    assert "speaker: nothing settles who speaks\n" in text
    assert "actor: nothing settles who does it\n" in text
    assert "publication date unknown" in text


def test_every_kind_of_mark_is_in_the_legend() -> None:
    """Nobody has to guess what a bracket means."""
    legend = shown().split("\n\n")[1]

    assert all(f"{look.opening}1 …{look.closing} {look.meaning}" in legend for look in LOOKS.values())


@given(
    st.text(alphabet="ابت \n\x1b\u202e", min_size=1, max_size=30).flatmap(
        lambda raw: st.tuples(
            st.just(raw),
            st.lists(
                st.builds(
                    lambda kind, one, other, number: Mark(min(one, other), max(one, other) + 1, kind, (number,)),
                    st.sampled_from(list(LOOKS)),
                    st.integers(0, len(raw) - 1),
                    st.integers(0, len(raw) - 1),
                    st.integers(1, 99),
                ),
                max_size=6,
            ),
        )
    )
)
def test_marks_add_brackets_and_change_nothing_else(case: tuple[str, list[Mark]]) -> None:
    """However marks overlap, the text without its brackets is the raw text, made safe for the terminal."""
    raw, found = case
    text = marked(raw, found).plain
    for look in LOOKS.values():
        for number in range(1, 100):
            text = text.replace(f"{look.opening}{number} ", "")
        text = text.replace(look.closing, "")

    assert text == "\n".join(safe_same_length(line) for line in raw.split("\n"))


def test_marks_that_end_together_close_from_the_inside() -> None:
    """The bracket that was opened last is closed first."""
    found = [Mark(0, 9, "content", (1,)), Mark(0, 9, "date", (2,)), Mark(5, 9, "trigger", (3,))]

    assert marked("قال وهاتف", found).plain == "[1 ~2 قال و{3 هاتف}~]"


def test_one_word_for_two_findings_has_one_mark() -> None:
    """A speaker of several quotations is marked once, with all their numbers."""
    found = marks([(1, QUOTATION), (2, QUOTATION)], [])

    assert [mark.numbers for mark in found] == [(1, 2)] * 4
    assert [mark.kind for mark in found] == ["cue", "speaker", "date", "content"]
