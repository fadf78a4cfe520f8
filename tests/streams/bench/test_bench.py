"""`musnad bench`: progress, the report, and one small run of everything."""

import io
import json
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from rich.console import Console

from streams.bench import report
from streams.bench.growth import Cost, Growth
from streams.bench.latency import Latency
from streams.bench.pure import Pure, StageSpeed
from streams.bench.report import Grown, Report
from streams.bench.stream import EndToEnd, Streamed
from streams.bench.tables import Traffic
from streams.bench.volumes import Volume
from streams.cli import bench, run


def made_up() -> Report:
    """A report of round figures."""
    speed = StageSpeed("all", 100, 500, 0.4, 250.0)
    costs = [Cost(length, 50, 9, Traffic(100, 50, 5_000), 80, 9_000, 0.2) for length in (1_000, 100_000)]
    found = Report(
        articles=100,
        given=5,
        size=3_000.0,
        pure=Pure([speed], speed, 0),
        streamed=Streamed(
            EndToEnd(100, 5.0, 2.5, 40.0, 13.3, 0.008, 0.002, 210.0),
            [
                Volume("timeline.entries", False, 700, 102_400, 5_120, 7.0, 1_024.0),  # noqa: FBT003
                Volume("musnad-timeline-entries-changelog", True, 700, 51_200, 0, 7.0, 512.0),  # noqa: FBT003
                Volume("articles.raw.dlq", False, 0, 0, 0, 0.0, 0.0),  # noqa: FBT003
            ],
            Latency(20.0, 100, 90, 0.25, 0.5, 0.75),
        ),
        growth=Growth("somebody", costs, same=True),
    )
    report.judge(found)
    return found


def test_targets_are_judged() -> None:
    """Every target stands beside its figure, and a missed one is called missed."""
    found = made_up()

    assert [target.met for target in found.targets] == [True, False, True]
    assert found.ratio == pytest.approx(2.0)


def test_reports_are_read_by_people_and_by_programs() -> None:
    """The tables hold the figures, leave empty topics out, and the JSON holds everything."""
    shown = io.StringIO()
    found = made_up()
    report.show(Console(file=shown, width=100), found)
    text = shown.getvalue()

    assert "MISSED" in text
    assert "latency p95, s" in text
    assert "Rows and bytes are the same." in text
    assert "articles.raw.dlq" not in text
    assert msgspec.json.decode(msgspec.json.encode(found), type=Report) == found


def test_progress_is_told_in_lines_where_there_is_no_terminal() -> None:
    """A step is told when it begins and every five seconds, not more often."""
    shown = io.StringIO()
    times = iter([0.0, 1.0, 2.0, 6.5, 7.0])
    told = bench._lines(Console(file=shown, width=80), lambda: next(times))  # noqa: SLF001
    for what, done in (("stream", 10), ("stream", 20), ("stream", 60), ("pace", 1)):
        told(what, done, 100)

    assert [line.strip() for line in shown.getvalue().splitlines()] == [
        "[   1.0 s] stream 10 of 100",
        "[   6.5 s] stream 60 of 100",
        "[   7.0 s] pace 1 of 100",
    ]


@pytest.mark.broker
def test_a_small_bench_measures_everything() -> None:
    """A few articles go through all measurements, every figure is there, and nothing is left running."""
    command = [sys.executable, "-m", "streams", "bench", "--articles", "12", "--json"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=200, check=True)
    found = msgspec.json.decode(done.stdout, type=Report)

    assert found.articles == 12
    assert found.growth.same
    assert found.streamed is not None
    assert found.streamed.latency is not None
    assert 0 < found.streamed.latency.p50 <= found.streamed.latency.p95 < 20
    assert found.streamed.speed.rate > found.streamed.speed.rate_with_start > 0
    assert found.streamed.speed.worker_cpu > 0
    assert found.streamed.speed.peak > 50
    volumes = {volume.topic: volume.records for volume in found.streamed.volumes}
    assert volumes["articles.raw"] == volumes["articles.quoted"] == 12
    assert volumes["musnad-timeline-entries-changelog"] == volumes["timeline.entries"] > 12
    assert "pure functions" in done.stderr
    assert json.loads(done.stdout)["targets"][0]["bound"] == report.PURE_RATE


@pytest.mark.broker
def test_a_small_growth_measures_articles_reader_and_worker() -> None:
    """Few entries and more of them go through tables, reader and a worker that is lost; rows and bytes are the same."""
    command = [sys.executable, "-m", "streams", "bench", "--growth", "--entries", "1500", "--json"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=200, check=True)
    found = msgspec.json.decode(done.stdout, type=Grown)

    assert found.growth.same
    assert [cost.entries for cost in found.growth.costs] == [one.entries for one in found.reading] == [1_000, 1_500]
    lines = {one.question: one.lines for one in found.reading[-1].asked}
    assert lines["first page"] == 50
    assert lines["search: the commonest word"] == 20
    assert lines["page of what others say"] == 0
    assert found.filled is not None
    assert found.filled.entries == 1_500
    assert min(found.filled.peak, found.filled.recovered) > 50
    assert [target.bound for target in found.targets] == [report.PAGE, report.SEARCH, report.PEAK_FULL]


def test_growth_of_articles_with_short_words_or_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Words as short as they may be make lines; where there is none, that is told."""
    article = tmp_path / "article.txt"
    article.write_text("كتاب في بيت", encoding="utf-8")
    assert run(["bench", str(article), "--growth", "--entries", "6", "--no-broker", "--json"]) == 0
    article.write_text("- .", encoding="utf-8")
    assert run(["bench", str(article), "--growth", "--no-broker"]) == 2

    assert "no word in these articles" in capsys.readouterr().err
