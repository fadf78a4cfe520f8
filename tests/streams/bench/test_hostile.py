"""Hostile texts: how they are made, measured and judged."""

import io
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from types import FrameType

import msgspec
import pytest
from rich.console import Console

from schemas.articles import Article, PlainArticle
from streams.analysis import analyze
from streams.bench import articles, hostile, report
from streams.bench.hostile import Hostile, Sized, fitted, verdict
from streams.bench.kinds import KINDS, Kind, text
from streams.normalize import receive
from tests.streams.bench.test_articles import seed_items

_PARAGRAPHS = [part for one in articles.texts(seed_items()) for part in one.split("\n") if part]


def sized(*ratios: float) -> list[Sized]:
    """What a kind costs, at three sizes."""
    return [Sized(size, size // 2, ratio, ratio) for size, ratio in zip((16, 64, 250), ratios, strict=True)]


def kind(name: str) -> Kind:
    """A kind by its name."""
    return next(one for one in KINDS if one.name == name)


@pytest.mark.parametrize("one", KINDS, ids=lambda one: one.name)
def test_texts_fill_their_size_and_are_the_same_every_time(one: Kind) -> None:
    """A text has the bytes asked for, but for its last piece, and two texts of one number are equal."""
    written = text(one, _PARAGRAPHS, 16_000, 1)

    assert 12_000 < len(written.encode()) <= 16_000
    assert written == text(one, _PARAGRAPHS, 16_000, 1)


def test_texts_hold_what_they_are_called_by() -> None:
    """Ten thousand marks are ten thousand, what has no space has none, and other words each time."""
    marked = text(kind("10,000 marks in ordinary text"), _PARAGRAPHS, 250_000)
    together = text(kind("no space, ordinary words"), _PARAGRAPHS, 64_000).split("\n", 1)[1]
    names = [text(kind("names in a row"), _PARAGRAPHS, 16_000, number) for number in (0, 1)]

    assert marked.count('"') == pytest.approx(10_000, rel=0.15)
    assert not any(letter.isspace() for letter in together)
    assert names[0] != names[1]


def test_the_power_of_growth_is_found() -> None:
    """Time that grows with the square has the power 2."""
    assert fitted([(10, 50), (20, 200), (40, 800)]) == pytest.approx(2.0)
    assert fitted([(10, 7), (20, 14), (80, 56)]) == pytest.approx(1.0)


def test_kinds_are_judged_by_their_largest_text() -> None:
    """What grows is told from what is dear at any size, and what stays cheap is linear."""
    assert verdict(sized(0.9, 1.0, 1.05), 1.05, 1.1) == "linear"
    assert verdict(sized(0.4, 0.5, 0.7), 1.2, 1.1) == "linear"
    assert verdict(sized(2.0, 2.0, 2.0), 1.0, 1.1) == "dear"
    assert verdict(sized(0.5, 2.0, 8.0), 2.0, 3.0) == "grows"


def small(names: Sequence[str]) -> Hostile:
    """A small run of some kinds."""
    return hostile.measure(articles.texts(seed_items()), [kind(name) for name in names], 2, (2_000, 8_000))


def test_hostile_texts_are_measured_against_ordinary_ones() -> None:
    """Every kind has its figures at every size, and what normalization turns down is told."""
    told = small(["one cue: قال", "dots"])
    found = told.kinds[0]

    assert told.ordinary > 0
    assert [one.size for one in found.sizes] == [2_000, 8_000]
    assert all(one.each > 0 and one.ratio == pytest.approx(one.each / told.ordinary, rel=1.0) for one in found.sizes)
    assert found.rejected is None
    assert found.limit == hostile.MOST_NAMED
    assert msgspec.json.decode(msgspec.json.encode(told), type=Hostile) == told


def test_the_report_names_what_costs_too_much() -> None:
    """The table has a verdict for every kind, and those that cost too much are named once more."""
    shown = io.StringIO()
    one = hostile.Measured("one title", 3.0, sized(0.5, 2.0, 8.0), 2.0, "grows")
    other = hostile.Measured("dots", 3.0, sized(0.5, 0.5, 0.5), 1.0, "linear", "no-text")
    report.show_hostile(Console(file=shown, width=120), Hostile(3.2, 20, [one, other], ["one title"]))

    assert "GROWS" in shown.getvalue()
    assert "≤ 3 (no-text)" in shown.getvalue()
    assert "1 of 2 kinds of text cost no more than they may." in shown.getvalue()
    assert "too much: one title" in shown.getvalue()


def calls(written: str) -> int:
    """How many functions the whole analysis of a text calls."""
    value = msgspec.json.encode(PlainArticle(uri="urn:test", text=written, published="2020-03-01", language="ar"))
    count = 0

    def note(_frame: FrameType, event: str, _arg: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(note)
    try:
        article = receive(None, value, datetime(2020, 3, 1, tzinfo=UTC))
        assert isinstance(article, Article)
        analyze(article)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("one", KINDS, ids=lambda one: one.name)
def test_work_grows_with_the_text(one: Kind) -> None:
    """Four times the text calls four times as many functions, whatever the text holds: no clock is asked."""
    short, long = (text(one, _PARAGRAPHS, size, 2) for size in (4_000, 16_000))
    calls(long)  # spellings are remembered from here on

    assert calls(long) / len(long) < 1.35 * calls(short) / len(short) + 0.1
