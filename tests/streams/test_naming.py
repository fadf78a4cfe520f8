"""Names of workers: each has one for itself, and the next worker takes over what the last one left."""

import errno
import fcntl
import subprocess
import sys
from pathlib import Path

import pytest

from streams.errors import MusnadError
from streams.naming import claim, home
from streams.settings import Settings

_HOLD = """
import sys
from streams.naming import claim
from streams.settings import Settings
print(claim(Settings(datadir=sys.argv[1])).name, flush=True)
sys.stdin.read()
"""


def holder(folder: Path) -> "tuple[subprocess.Popen[str], str]":
    """A process that has taken a name, and the name."""
    process = subprocess.Popen(
        [sys.executable, "-c", _HOLD, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    return process, process.stdout.readline().strip()


def test_workers_without_a_name_take_the_first_that_is_free(tmp_path: Path) -> None:
    """As many as run have names of their own; who is killed leaves its name, and so its tables, to the next."""
    (first, one), (second, two) = holder(tmp_path), holder(tmp_path)
    first.kill()
    first.wait()
    third, three = holder(tmp_path)
    for process in (first, second, third):
        process.kill()
        process.communicate()

    assert (one, two, three) == ("worker", "worker-2", "worker")


def test_a_name_that_a_running_worker_has_is_refused(tmp_path: Path) -> None:
    """Two workers never share their tables; what to do is said."""
    process, name = holder(tmp_path)
    try:
        with pytest.raises(MusnadError, match=f"A worker with the name {name} runs in {tmp_path} already"):
            claim(Settings(datadir=str(tmp_path), name=name))
        assert claim(Settings(datadir=str(tmp_path), name="other")).name == "other"
        assert claim(Settings(datadir=str(tmp_path), name=name, group="another")).name == name
    finally:
        process.kill()
        process.communicate()


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """A file where the folder should be is one sentence with the place."""
    (tmp_path / "file").touch()

    with pytest.raises(MusnadError, match="--datadir"):
        claim(Settings(datadir=str(tmp_path / "file")))


def test_a_disk_that_knows_no_locks_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As some network file systems are, which tables should not lie on either."""

    def refuse(_file: int, _how: int) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(fcntl, "flock", refuse)

    with pytest.raises(MusnadError, match=r"\(No locks available\)\. Name a folder of your own with --datadir"):
        claim(Settings(datadir=str(tmp_path)))


def test_tables_of_one_cluster_are_never_read_in_another(tmp_path: Path) -> None:
    """A worker that is pointed to another broker or group has other tables; the journal of deaths stays."""
    settings = [
        Settings(datadir=str(tmp_path), name="worker", broker=broker, group=group)
        for broker in ("one:9092", "two:9092")
        for group in ("musnad", "trial")
    ]

    assert len({home(found) for found in settings}) == 4
    assert {home(found).parent for found in settings} == {tmp_path}
    assert home(settings[0]) == home(settings[0])
