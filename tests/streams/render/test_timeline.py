"""Timelines on the terminal say who said and did what, when, and who vouches for it."""

import re
from datetime import timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from schemas.quotations import Quotation
from schemas.text import Extract, Party
from schemas.timeline import Statement
from streams.reader.views import ActorView
from streams.render import render_timeline

from .samples import PUTIN, RECORDED, ROUHANI, STATEMENT, ZARIF, did, printed, said, timeline, view, vouches


def shown(*lines: Any, **changes: Any) -> str:
    """A timeline as it goes into a pipe."""
    return printed(render_timeline, timeline(*lines, **changes))


def test_a_timeline_as_it_goes_into_a_pipe() -> None:
    """Dates head the lines; each line has its words, unwrapped, and its articles below."""
    assert shown(did(), said()) == (
        "vladimir-putin  فلاديمير بوتين\n"
        "2 statements and 1 event, dated 1 December 2016 to 2 January 2017\n"
        "\n"
        "December 2016\n"
        "  • talked by phone (هاتف) with حسن روحاني · CONSULT/phone\n"
        "    هاتف بوتين نظيره الإيراني أمس\n"
        "    — سانا: بوتين: سنواصل, 30 December 2016\n"
        "\n"
        "published 30 December 2016\n"
        "  • said (أكد)\n"
        "    روسيا «ستواصل مكافحة الإرهاب الدولي» ودعم الحكومة السورية الشرعية\n"
        "    — سانا: بوتين: سنواصل, 30 December 2016\n"
        "\n"
        "« » the words as they were said\n"
    )


def test_lines_of_one_date_share_its_heading() -> None:
    """A date is said once."""
    assert shown(did(), did()).count("\nDecember 2016\n") == 1


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"realis": "future"}, "is to talk by phone (هاتف) with حسن روحاني · planned, CONSULT/phone"),
        ({"realis": "negated"}, "did not talk by phone (هاتف) with حسن روحاني · denied or not done, CONSULT/phone"),
        ({"realis": "hypothetical"}, "might talk by phone (هاتف) with حسن روحاني · only supposed, CONSULT/phone"),
        ({"realis": "historical"}, "talked by phone (هاتف) with حسن روحاني · background, CONSULT/phone"),
        ({"mode": "visit"}, "held talks (هاتف) with حسن روحاني · CONSULT/visit"),
        ({"mode": "visit", "actors": [PUTIN], "recipients": [ROUHANI]}, "visited (هاتف) حسن روحاني · CONSULT/visit"),
        (
            {"type": "REQUEST", "mode": "x", "actors": [PUTIN], "recipients": [ZARIF]},
            "made a request (هاتف) to محمد جواد ظريف",
        ),
        (
            {"type": "ACCUSE", "mode": None, "recipients": [ZARIF]},
            "accused (هاتف) محمد جواد ظريف together with حسن روحاني · ACCUSE",
        ),
        ({"actors": [PUTIN, ROUHANI, ZARIF]}, "talked by phone (هاتف) with حسن روحاني and محمد جواد ظريف"),
        ({"actors": [PUTIN], "recipients": []}, "talked by phone (هاتف) · CONSULT/phone"),
        (
            {"role": "recipient", "type": "THREATEN", "mode": None, "actors": [ROUHANI], "recipients": [PUTIN, ZARIF]},
            "was threatened (هاتف) by حسن روحاني together with محمد جواد ظريف · THREATEN",
        ),
        (
            {
                "role": "recipient",
                "type": "ASSAULT",
                "mode": None,
                "actors": [],
                "recipients": [PUTIN],
                "realis": "future",
            },
            "is to be attacked (هاتف) · planned, ASSAULT",
        ),
    ],
)
def test_events_in_words(changes: dict[str, Any], words: str) -> None:
    """An event says what was done, whether it was, to whom, with whom, and its PLOVER code."""
    assert f"  • {words}" in shown(did(**changes))


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"negated": True, "cue": None}, "denied\n"),
        ({"stance": "warning"}, "warned (أكد)\n"),
        ({"stance": "denial", "negated": True}, "denied (أكد)\n"),
        ({"speakers": [PUTIN, ROUHANI]}, "said (أكد) with حسن روحاني\n"),
        ({"via": Party(None, "رويترز", None, "via")}, "said (أكد) through رويترز\n"),
        ({"speakers": [Party(None, None, Extract(0, 5, "الرجل"), "r")]}, "said (أكد) with الرجل\n"),
    ],
)
def test_statements_in_words(changes: dict[str, Any], words: str) -> None:
    """A statement says whether it denies, with whom it was made and who passed it on."""
    assert f"  • {words}" in shown(said(**changes))


def test_statements_about_an_actor_say_who_speaks() -> None:
    """In the timeline of whom they name."""
    quotation = replace(STATEMENT, speakers=[ROUHANI])
    line = Statement(block="s", quotation=quotation, role="about")

    assert "  • حسن روحاني said (أكد)\n" in shown(view(line))
    assert "  • somebody said (أكد)\n" in shown(view(replace(line, quotation=replace(quotation, speakers=[]))))


def test_copies_are_told_from_witnesses() -> None:
    """Two texts in three articles are two witnesses; the copy is counted beside its original."""
    line = Statement(block="s", quotation=STATEMENT)
    evidence = [
        vouches("a", line, outlet="سانا", published="2016-12-29"),
        vouches("b", line, original="a", outlet="CNN"),
        vouches("c", line),
    ]
    text = shown(view(line, evidence))

    assert "    2 witnesses in 3 articles\n" in text
    assert "    — سانا: https://example.org/a, 29 December 2016, and 1 copy\n" in text
    assert "    — https://example.org/c\n" in text


def test_many_witnesses_are_counted_and_the_first_ones_named() -> None:
    """A line of seven independent articles names three."""
    line = Statement(block="s", quotation=STATEMENT)
    text = shown(view(line, [vouches(f"a{number}", line) for number in range(7)]))

    assert "    7 witnesses\n" in text
    assert text.count("    — ") == 3
    assert "    and 4 more\n" in text


def test_a_sentence_that_tells_two_events_is_printed_once() -> None:
    """The second event of a sentence says so; another sentence, and a statement of the same words, are printed."""
    other = replace(did(), text="جملة اخرى")
    text = shown(did(), did(type="AGREE", mode=None), other, replace(said(), text="جملة اخرى"))

    assert text.count("    in the same sentence\n") == 1
    assert text.count("    هاتف بوتين نظيره الإيراني أمس\n") == 2


def test_corrections_are_visible() -> None:
    """What was taken back, and by whom and when, stands under the line."""
    line = Statement(block="s", quotation=STATEMENT)
    gone = replace(vouches("b", line, outlet="CNN", headline="Putin"), until=RECORDED + timedelta(hours=1))
    text = shown(view(line, withdrawn=[gone], state="corrected"), view(line, withdrawn=[gone], state="retracted"))

    assert "• corrected: said" in text
    assert "• retracted: said" in text
    assert "    taken back by CNN: Putin, 2 January 2017, 07:00 UTC\n" in text


def test_a_variant_stands_under_its_line_with_the_reason_and_its_own_date() -> None:
    """A line that says nearly the same needs no heading of its own."""
    text = shown(said(), replace(said(), variant_of="1", variant="shortened", published="2017-01-02"))

    assert "  ≈ shortened, published 2 January 2017: said" in text
    assert "≈ a variant of the line above\n" in text
    assert text.count("\npublished") == 1


def test_as_of_and_the_next_page_are_said() -> None:
    """Whoever looks at the past, or at a part, is told so; the token is never wrapped."""
    token = "x" * 200
    text = printed(render_timeline, timeline(said(), as_of=RECORDED, next=token), terminal=True)

    assert "1 line, as recorded by 2 January 2017, 06:00 UTC" in text
    assert f"--page {token}\n" in text


def test_an_empty_timeline_says_so() -> None:
    """Nothing told, and nothing in the window, are different answers."""
    nobody = ActorView(id="angela-merkel", name="أنغيلا ميركل")

    assert "Nothing is told of this actor yet." in shown(actor=nobody)
    assert "Nothing is told of this actor here." in shown()


@pytest.mark.parametrize("width", [20, 60, 80, 120, 200])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    """Every line fits, Arabic lines end at one right margin, and no word is lost."""
    long = replace(STATEMENT, content=Extract(0, 900, " ".join(["الاتفاقات الخاصة بتطوير القاعدتين في طرطوس"] * 20)))
    text = printed(render_timeline, timeline(view(Statement(block="s", quotation=long))), width=width, terminal=True)
    lines = [plain(line) for line in text.splitlines()]
    arabic = [line for line in text.splitlines() if "\u2067" in line]

    assert max(map(len, lines)) <= width
    assert len({len(plain(line)) for line in arabic}) == 1
    assert " ".join(" ".join(map(plain, arabic)).split()).count("طرطوس") == 20


def test_what_steers_a_terminal_is_taken_out() -> None:
    """An article cannot clear the screen, set a title or reverse what stands beside it."""
    evil = "قال\x1b[2J\x1b]0;x\x07\u202eكلام\r\nآخر\u2069"
    text = shown(said(content=Extract(0, 30, evil), verbatim=[], cue=Extract(0, 9, evil)))

    assert not set("\x1b\x07\u202e\r\u2069") & set(text)
    assert "كلام آخر" in text


def test_colour_is_not_needed() -> None:
    """Without its escape codes and isolates, a terminal shows the same words as a pipe."""
    lines = did(), said()
    bare = [
        " ".join(plain(line).split()) for line in printed(render_timeline, timeline(*lines), terminal=True).splitlines()
    ]

    assert bare == [" ".join(line.split()) for line in shown(*lines).splitlines()]


def test_quoted_words_take_the_place_of_the_marks_of_the_article() -> None:
    """A direct quotation stands in one pair of marks, whatever pair the article uses."""
    direct = Quotation(
        id="q",
        kind="direct",
        content=Extract(0, 5, "سنبدأ"),
        verbatim=[Extract(0, 5, "سنبدأ")],
        rule="quotation.direct",
    )
    parts = Quotation(
        id="q",
        kind="mixed",
        content=Extract(0, 50, "أن “الوضع هش” وأن ”الحل قريب” غدا"),
        verbatim=[Extract(4, 11, "الوضع هش"), Extract(18, 27, "الحل قريب")],
        rule="quotation.mixed",
    )

    marked = replace(direct, content=Extract(0, 7, "“سنبدأ”"), verbatim=[Extract(0, 7, "“سنبدأ”")])

    assert "\n    «سنبدأ»\n" in shown(view(Statement(block="s", quotation=direct)))
    assert "\n    «سنبدأ»\n" in shown(view(Statement(block="s", quotation=marked)))
    assert "\n    أن «الوضع هش» وأن «الحل قريب» غدا\n" in shown(view(Statement(block="s", quotation=parts)))


def plain(line: str) -> str:
    """A line without escape codes and isolates."""
    return re.sub(r"\x1b\[[0-9;]*m|[\u2067-\u2069]", "", line)
