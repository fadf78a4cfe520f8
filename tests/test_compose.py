"""docker-compose.yml: valid, pinned, scalable, and in step with the project; no Docker is needed to see that."""

import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from ruamel.yaml import YAML

from streams.cli import COMMANDS
from streams.settings import Settings

ROOT = Path(__file__).resolve().parent.parent
FILE = ROOT / "docker-compose.yml"
OURS = ("topics", "worker", "reader", "musnad")


@cache
def compose() -> dict[str, Any]:
    """The file, with what its anchors stand for."""
    loaded: dict[str, Any] = YAML(typ="safe").load(FILE.read_text(encoding="utf-8"))
    return loaded


def services() -> dict[str, dict[str, Any]]:
    """Its services."""
    found: dict[str, dict[str, Any]] = compose()["services"]
    return found


def check(path: Path) -> "subprocess.CompletedProcess[str]":
    """Compare a file with the schema of the Compose specification."""
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.compose-spec", str(path)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_it_is_valid_by_the_compose_specification(tmp_path: Path) -> None:
    """The schema of the specification takes it, and does not take just anything."""
    broken = tmp_path / "compose.yml"
    broken.write_text(
        FILE.read_text(encoding="utf-8").replace("condition: service_healthy", "condition: well"), encoding="utf-8"
    )

    done = check(FILE)
    assert done.returncode == 0, done.stdout
    assert check(broken).returncode == 1


def test_images_are_pinned_and_kafka_is_the_one_of_the_tests() -> None:
    """What starts today starts next year, and the broker is of the version that the tests run."""
    images = {name: service["image"] for name, service in services().items() if "build" not in service}
    pom = ET.parse(ROOT / "tests" / "streams" / "kafka" / "pom.xml")  # noqa: S314 -- a file of ours
    versions = {
        found.findtext("{*}artifactId"): found.findtext("{*}version") for found in pom.iterfind(".//{*}dependency")
    }

    assert all(re.search(r":v?\d+\.\d+\.\d+$", image) for image in images.values())
    assert images["kafka"] == f"apache/kafka:{versions['kafka_2.13']}"


def test_workers_scale() -> None:
    """Nothing of a worker is there only once: no name, no port of the host; tables and journals lie in one volume."""
    worker = services()["worker"]

    assert not worker.keys() & {"container_name", "hostname", "ports"}
    assert not worker["environment"].keys() & {"MUSNAD_NAME", "MUSNAD_DATADIR", "MUSNAD_WEB_PORT"}
    assert worker["volumes"] == ["workers:/var/lib/musnad"]
    assert "MUSNAD_DATADIR=/var/lib/musnad/workers" in (ROOT / "Dockerfile").read_text(encoding="utf-8")


def test_prometheus_finds_all_workers_by_name() -> None:
    """It asks for the addresses of the service, at the port that workers listen on."""
    config = YAML(typ="safe").load(ROOT / "docs" / "prometheus" / "prometheus.yml")
    (discovery,) = config["scrape_configs"][0]["dns_sd_configs"]
    places = {entry["target"]: ROOT / compose()["configs"][entry["source"]]["file"] for entry in mounted()}

    assert discovery["names"] == ["worker"]
    assert str(discovery["port"]) == services()["worker"]["expose"][0] == str(Settings().web_port)
    assert {Path(target).parent for target in places} == {Path("/etc/prometheus")}
    assert {Path(target).name for target in places} == {"prometheus.yml", *config["rule_files"]}
    assert all(path.is_file() for path in places.values())


def mounted() -> list[dict[str, str]]:
    """The files that Prometheus is given."""
    found: list[dict[str, str]] = services()["prometheus"]["configs"]
    return found


def test_what_is_started_without_a_profile_is_the_stream() -> None:
    """Pages for people and single commands are asked for."""
    profiles = {name: service.get("profiles", []) for name, service in services().items()}

    assert profiles == {
        "kafka": [], "topics": [], "worker": [],
        "reader": ["command"], "musnad": ["command"], "ui": ["ui"], "prometheus": ["observability"],
    }  # fmt: skip


def test_nobody_starts_before_what_it_needs() -> None:
    """Topics wait for a healthy broker, everything of ours for the topics, and one-shot services have no health."""
    waits = {
        name: {other: found["condition"] for other, found in services()[name].get("depends_on", {}).items()}
        for name in services()
    }

    assert services()["kafka"]["healthcheck"]["test"][1].endswith("kafka-broker-api-versions.sh")
    assert waits["topics"] == waits["ui"] == {"kafka": "service_healthy"}
    for name in ("worker", "reader", "musnad"):
        assert waits[name] == {"topics": "service_completed_successfully"}
    assert [name for name in OURS if not services()[name].get("healthcheck", {}).get("disable")] == ["worker"]


@pytest.mark.parametrize("name", OURS)
def test_services_of_ours_run_commands_with_settings_that_exist(name: str) -> None:
    """Each runs a command of `musnad`, with settings that it takes, on the broker's address inside."""
    service = services()[name]
    settings = Settings.load(service["environment"])

    assert service["command"][0] in COMMANDS
    assert f"INSIDE://{settings.broker}" in services()["kafka"]["environment"]["KAFKA_ADVERTISED_LISTENERS"].split(",")


def test_everything_mounted_is_declared() -> None:
    """Data that should outlive a container lies in a named volume."""
    named = {entry.partition(":")[0] for service in services().values() for entry in service.get("volumes", [])}

    assert named == compose()["volumes"].keys()
    assert {entry["source"] for entry in mounted()} == compose()["configs"].keys()
