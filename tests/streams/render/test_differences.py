"""What new rules would change, as people read it."""

from msgspec.structs import replace

from schemas.source import Source
from schemas.timeline import Deed, Statement
from streams.reader.changes import Difference, Tally
from streams.render import render_differences, render_tally

from .samples import EVENT, STATEMENT, printed

SOURCE = Source("a", "https://example.org/a", "وكالة", "بوتين يؤكد", "2017-01-02")
SAID = Statement(block="s", quotation=STATEMENT)
MET = Deed(block="e", role="actor", event=EVENT)
WHO = {"source": SOURCE, "actor": "vladimir-putin", "name": "فلاديمير بوتين"}


def differences() -> list[Difference]:
    """One of each sort, two of them in one sentence."""
    denied = replace(SAID, quotation=replace(STATEMENT, stance="denial", negated=True))
    return [
        Difference(**WHO, change="changed", sort="said", block="s", before=SAID, after=denied),  # type: ignore[arg-type]
        Difference(**WHO, change="added", sort="done", block="e", after=MET),  # type: ignore[arg-type]
        Difference(**WHO, change="removed", sort="done", block="f", before=MET),  # type: ignore[arg-type]
    ]


def test_an_article_with_its_differences() -> None:
    """Outlet, headline and date above; a sign, who, what, when; words once."""
    lines = printed(render_differences, differences()).splitlines()

    assert lines[:2] == ["وكالة: بوتين يؤكد, 2 January 2017", "https://example.org/a"]
    assert lines[2] == "  ~ vladimir-putin فلاديمير بوتين"
    assert lines[3:5] == ["    was said (أكد)", "    now denied (أكد)"]
    assert "«ستواصل مكافحة الإرهاب الدولي»" in lines[5]
    assert lines[6].startswith("  + vladimir-putin فلاديمير بوتين: talked by phone (هاتف) with حسن روحاني")
    assert lines[6].endswith("· December 2016")
    assert lines[8].startswith("  - vladimir-putin")
    assert lines[9:] == ["    in the same words", ""]


def test_on_a_terminal_arabic_stands_in_isolates() -> None:
    """Names do not reorder what stands beside them."""
    screen = printed(render_differences, differences(), terminal=True)

    assert "\u2068فلاديمير بوتين\u2069" in screen
    assert "\u2067" in screen


def test_numbers_at_the_end() -> None:
    """How many articles and lines, whom they concern most, and what broke."""
    tally = Tally(3)
    tally.count(differences())
    tally.count([])
    tally.faults["https://example.org/b"] = "KeyError: 'x'"
    text = printed(render_tally, tally, 0)

    assert "Rule set 3 read 2 articles; 1 would give other lines:" in text
    assert [line.split() for line in text.splitlines()[1:5]] == [
        ["said", "done", "about"],
        ["added", "0", "1", "0"],
        ["removed", "0", "1", "0"],
        ["changed", "1", "0", "0"],
    ]
    assert "3  vladimir-putin فلاديمير بوتين" in text
    assert "fault of ours: https://example.org/b: KeyError" in text


def test_nothing_to_tell() -> None:
    """Unchanged rules are told of in a sentence."""
    assert printed(render_tally, Tally(1, articles=5), 0) == "Rule set 1 read 5 articles and would change nothing.\n"
    assert printed(render_tally, Tally(1, 5, 2), 1).startswith("1 more article would change too.")
