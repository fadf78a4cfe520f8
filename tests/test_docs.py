"""What the pages say is what the project does: no command, setting, topic or metric goes unsaid, and examples run."""

import os
import re
import runpy
import subprocess
import sys
from pathlib import Path

import msgspec
import prometheus_client.metrics
import pytest

from schemas.registry import TOPICS
from streams.cli import COMMANDS
from streams.observe import metrics
from streams.settings import Settings
from tests.streams.cluster import Cluster, cluster

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), *(ROOT / "tests").rglob("*.md")])
_LINK = re.compile(r"\[[^]\[]*\]\(([^)\s]+)\)")
_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def page(name: str) -> str:
    """Text of a page."""
    return (ROOT / name).read_text(encoding="utf-8")


def blocks(name: str, language: str) -> list[str]:
    """The blocks of a page that are marked with a language."""
    return [body for marked, body in _FENCE.findall(page(name)) if marked == language]


def test_pages_are_made_from_what_they_describe() -> None:
    """Run `python docs/generate.py` after a change of a command, a flag or a topic."""
    made = runpy.run_path(str(ROOT / "docs" / "generate.py"))["PAGES"]

    assert {name: page(f"docs/{name}") for name in made} == {name: make() for name, make in made.items()}


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_a_section(command: str) -> None:
    """Whoever looks for a command finds it as a heading."""
    assert re.search(rf"^### musnad {command}$", page("docs/commands.md"), re.MULTILINE)


@pytest.mark.parametrize("field", msgspec.structs.fields(Settings), ids=lambda field: field.name)
def test_every_setting_is_explained_with_its_default(field: msgspec.structs.FieldInfo) -> None:
    """The table of settings has a row for each, and the default is the one that is used."""
    row = re.search(rf"^\| `MUSNAD_{field.name.upper()}` \| (.+?) \| .+ \|$", page("docs/operations.md"), re.MULTILINE)

    assert row is not None
    if field.default is not msgspec.NODEFAULT:
        assert row[1] == ("none" if field.default is None else f"`{field.default}`")


def test_no_setting_is_explained_that_does_not_exist() -> None:
    """A variable that pages or container files name is one that a command takes."""
    files = [*PAGES, ROOT / "Dockerfile", ROOT / "docker-compose.yml"]
    named = {found.lower() for path in files for found in re.findall(r"MUSNAD_([A-Z_]*[A-Z])", path.read_text("utf-8"))}

    assert not named - set(Settings.__struct_fields__)


@pytest.mark.parametrize("topic", TOPICS, ids=lambda topic: topic.name)
@pytest.mark.parametrize("name", ["docs/consumers.md", "docs/topics.md"])
def test_every_topic_is_named(topic: object, name: str) -> None:
    """Whoever sees a topic on the broker can look up what it is."""
    assert f"`{getattr(topic, 'name', '')}`" in page(name)


def collectors() -> dict[str, prometheus_client.metrics.MetricWrapperBase]:
    """All metrics by the name under which they are exposed."""
    found = [one for one in vars(metrics).values() if isinstance(one, prometheus_client.metrics.MetricWrapperBase)]
    return {f"{one._name}{'_total' if one._type == 'counter' else ''}": one for one in found}  # noqa: SLF001


@pytest.mark.parametrize("name", collectors())
def test_every_metric_is_explained_with_its_labels(name: str) -> None:
    """The table of metrics has a row for each, with the labels that it has."""
    row = re.search(rf"^\| `{name}` \| (.*?) \| .+ \|$", page("docs/operations.md"), re.MULTILINE)

    assert row is not None
    assert tuple(re.findall(r"`(\w+)`", row[1])) == collectors()[name]._labelnames  # noqa: SLF001


def test_no_metric_is_explained_that_does_not_exist() -> None:
    """Names in the pages, histograms' parts aside, are names of metrics."""
    named = {
        re.sub(r"_(bucket|sum|count)$", "", found)
        for path in PAGES
        for found in re.findall(r"\bmusnad_\w+", path.read_text("utf-8"))
    }

    assert named
    assert not named - collectors().keys()


def setups() -> list[str]:
    """The commands of the README that set up an environment."""
    return [block.strip() for block in blocks("README.md", "bash") if block.startswith("python3 -m venv")]


def test_two_commands_are_all_it_takes() -> None:
    """One line shows the stream, one passes the tests."""
    demo, tests = setups()

    assert "\n" not in demo + tests
    assert demo.endswith("musnad demo")
    assert "pytest" in tests


def test_the_checks_run_the_test_command_of_the_readme() -> None:
    """What newcomers are told to run is what every change has passed."""
    function = re.search(r"^tests\(\) \{\n(.+?)^\}$", page(".ci/run"), re.MULTILINE | re.DOTALL)

    assert function is not None
    assert function[1].strip() == setups()[1]
    assert os.access(ROOT / ".ci" / "run", os.X_OK)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(path: Path) -> None:
    """Every relative link names a file of the project, and every anchor a heading of it."""
    text = _FENCE.sub("", path.read_text(encoding="utf-8"))
    dead = []
    for link in _LINK.findall(text):
        place, _, anchor = link.partition("#")
        target = path.parent / place if place else path
        if "://" not in link and not (target.exists() and (not anchor or anchor in anchors(target))):
            dead.append(link)

    assert not dead


def anchors(path: Path) -> set[str]:
    """The anchors of a page, as GitHub makes them from headings."""
    headings = re.findall(r"^#+ (.+)$", _FENCE.sub("", path.read_text(encoding="utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.broker
def test_the_guide_of_the_readme_is_true(tmp_path: Path) -> None:
    """Every command of the guide prints what the README says it prints; `…` stands for anything."""
    with cluster() as running:
        running.worker()
        for language, body in _FENCE.findall(page("README.md")):
            if language == "bash" and "feed.jsonl" in body:
                subprocess.run(["bash", "-euc", body], cwd=tmp_path, check=True)  # noqa: S607 -- as readers do
            elif language == "console":
                for command, printed in re.findall(r"^\$ (.+)\n((?:(?!\$ ).*\n)*)", body, re.MULTILINE):
                    assert_prints(running, tmp_path, command, printed)


def assert_prints(running: Cluster, folder: Path, command: str, printed: str) -> None:
    """Run a command line of the guide and compare."""
    environment = {**os.environ, **running.settings.environment(), "COLUMNS": "100", "MUSNAD_DATABASE": f"{folder}/db"}
    line = command.replace("musnad", f"'{sys.executable}' -m streams", 1)
    done = subprocess.run(
        ["bash", "-c", line],  # noqa: S607 -- the line is written for a shell
        cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False,
    )  # fmt: skip
    if "replay" in command or "redrive" in command:
        running.rest()
    pattern = re.escape(printed.rstrip()).replace("…", ".*")
    assert re.fullmatch(pattern, done.stdout.rstrip(), re.DOTALL), f"{command} prints:\n{done.stdout}"
