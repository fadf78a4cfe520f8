"""Exports open in what they are for: a table reader, a JSON reader, TimelineJS."""

import csv
import json
import shutil
import subprocess
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from schemas.text import Extract
from schemas.timeline import Statement
from streams.reader.views import LineView
from streams.render import timeline_csv, timelinejs
from streams.render.export import COLUMNS

from .samples import EVENT, PUTIN, ROUHANI, STATEMENT, did, said, timeline, view, vouches

_HERE = Path(__file__).parent / "timelinejs"


def rows(*lines: LineView) -> list[dict[str, str]]:
    """What a reader of CSV makes of an export."""
    return list(csv.DictReader(StringIO("".join(timeline_csv(timeline(*lines))), newline="")))


def test_a_row_has_what_the_line_tells() -> None:
    """Each fact in its column, with the precision of the text."""
    statement, event = rows(said(), did())

    assert statement["sort"] == "said"
    assert (statement["date"], statement["dated_by"]) == ("2016-12-30", "publication")
    assert statement["speakers"] == "فلاديمير بوتين"
    assert statement["verbatim"] == "ستواصل مكافحة الإرهاب الدولي"
    assert (event["sort"], event["date"], event["dated_by"]) == ("done", "2016-12", "event")
    assert (event["event_type"], event["event_mode"], event["realis"]) == ("CONSULT", "phone", "actual")
    assert event["event_actors"] == "فلاديمير بوتين ; حسن روحاني"
    assert tuple(event) == COLUMNS


@given(st.text(st.characters(codec="utf-8", exclude_characters="\r")))
def test_any_words_survive(words: str) -> None:
    """Commas, quotation marks, line feeds and bidi controls come back as they were; no cell is a formula."""
    text = rows(replace(said(), text=words))[0]["text"]

    assert text.removeprefix("'") == words.removeprefix("'")
    assert not text.startswith(("=", "+", "-", "@", "\t"))


@pytest.mark.parametrize(
    ("told", "dates"),
    [
        ("2016-12-29", {"start_date": {"year": 2016, "month": 12, "day": 29}}),
        ("2016-12", {"start_date": {"year": 2016, "month": 12}}),
        ("2016", {"start_date": {"year": 2016}}),
        (
            "2018-W20",
            {"start_date": {"year": 2018, "month": 5, "day": 14}, "end_date": {"year": 2018, "month": 5, "day": 20}},
        ),
    ],
)
def test_a_slide_is_as_precise_as_the_text(told: str, dates: dict[str, Any]) -> None:
    """No day is made up."""
    (event,) = events(replace(did(), happened=told))

    assert {name: event[name] for name in ("start_date", "end_date") if name in event} == dates


def test_what_nothing_dates_is_no_slide() -> None:
    """It is counted, so that people can be told."""
    line = view(Statement(block="s", quotation=STATEMENT), [vouches("a", Statement(block="s", quotation=STATEMENT))])
    line.published, line.dated_by = None, None

    document, left_out = timelinejs(timeline(line, said()))
    assert (len(document["events"]), left_out) == (1, 1)  # type: ignore[arg-type]


def events(*lines: LineView) -> list[dict[str, Any]]:
    """The slides of an export."""
    return json.loads(json.dumps(timelinejs(timeline(*lines))[0]))["events"]  # type: ignore[no-any-return]


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """TimelineJS, where npm can install it."""
    if not shutil.which("npm"):
        pytest.skip("npm is missing: TimelineJS cannot be installed")
    folder = tmp_path_factory.mktemp("timelinejs")
    for name in ("package.json", "package-lock.json"):
        shutil.copy(_HERE / name, folder)
    install = ["npm", "ci", "--no-audit", "--no-fund"]
    done = subprocess.run(install, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"npm cannot install TimelineJS: {done.stderr[-300:]}")
    return folder


@pytest.mark.xdist_group("timelinejs")
def test_timelinejs_opens_the_document(library: Path) -> None:
    """TimelineJS itself finds no error and shows each line with its date, words and sources; markup is text."""
    hostile = replace(STATEMENT, content=Extract(0, 9, '<b>نص</b> & "كلام"'), verbatim=[])
    about = Statement(block="b", quotation=replace(STATEMENT, speakers=[ROUHANI]), role="about")
    lines = [
        did(),
        view(Statement(block="h", quotation=hostile)),
        view(about),
        replace(did(actors=[PUTIN], recipients=[ROUHANI], mode=None), happened="2018-W20"),
    ]
    document, _ = timelinejs(timeline(*lines))
    node = ["node", str(_HERE / "open.cjs"), str(library)]
    done = subprocess.run(node, input=json.dumps(document), capture_output=True, text=True, check=True)
    shown = json.loads(done.stdout.splitlines()[-1])

    assert shown["errors"] == []
    slides = {slide["headline"]: slide for slide in shown["slides"]}
    assert len(shown["slides"]) == len(lines) + 1
    assert slides["فلاديمير بوتين talked by phone (هاتف) with حسن روحاني"]["date"] == "December 2016"
    assert slides["فلاديمير بوتين talked by phone (هاتف) with حسن روحاني"]["text"] == EVENT.sentence.text
    assert slides["فلاديمير بوتين said (أكد)"]["text"] == '<b>نص</b> & "كلام"'
    assert "حسن روحاني said (أكد)" in slides
    assert all(link.startswith("https://") for slide in shown["slides"] for link in slide["links"])
