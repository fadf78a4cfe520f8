"""The alerts: by Prometheus' own tool, and against the metrics that there are and the page that explains them."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from streams.observe import metrics

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "docs" / "prometheus"
ALERTS = FOLDER / "alerts.yml"


def promtool(*arguments: str) -> str:
    """Run promtool, from the environment of Python or from PATH; returns what it says.

    Raises:
        AssertionError: It finds a fault.
    """
    program = shutil.which("promtool", path=str(Path(sys.executable).parent)) or shutil.which("promtool")
    if program is None:
        pytest.skip("there is no promtool; it comes with Prometheus (on Debian, the package prometheus)")
    done = subprocess.run([program, *arguments], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def names() -> set[str]:
    """The names of all alerts."""
    return set(re.findall(r"- alert: (\w+)", ALERTS.read_text(encoding="utf-8")))


def test_prometheus_takes_the_configuration() -> None:
    """The configuration of docker-compose.yml is valid, and finds the rules beside it."""
    assert "SUCCESS: 1 rule files found" in promtool("check", "config", str(FOLDER / "prometheus.yml"))


def test_alerts_fire_when_they_should_and_not_otherwise() -> None:
    """Series of samples in, alerts with their words out."""
    assert "SUCCESS" in promtool("test", "rules", str(Path(__file__).with_name("alerts.yml")))


def test_no_alert_goes_untested_or_unexplained() -> None:
    """Each alert fires in a test and has a row in the page of operations."""
    page = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
    fired = set(re.findall(r"alertname(?:: |=\")(\w+)", Path(__file__).with_name("alerts.yml").read_text("utf-8")))

    assert names() == fired == set(re.findall(r"^\| `(Musnad\w+)` \|", page, re.MULTILINE))


def test_alerts_ask_for_metrics_that_workers_have() -> None:
    """A metric that was renamed would leave an alert silent for ever."""
    metrics.begin({"quotes": 2})
    metrics.show_lags({("quotes", 0): (1, 2)})
    metrics.AGE.labels("timeline").observe(1)
    shown = set(re.findall(r"^(musnad_\w+)", metrics.exposition().decode(), re.MULTILINE))

    assert set(re.findall(r"\bmusnad_\w+", ALERTS.read_text(encoding="utf-8"))) <= shown
