"""The journal by which a worker knows what killed the ones before it."""

import signal
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

from streams.agents.journal import Journal
from streams.agents.step import Record


def record(offset: int = 3) -> Record:
    """A record of `articles.raw`."""
    return Record("articles.raw", 1, offset, b"a", b"{}", datetime(2020, 1, 1, tzinfo=UTC))


def die(folder: Path, offset: int | None) -> None:
    """A worker that dies, perhaps inside the step of a record."""
    journal = Journal(folder)
    if offset is not None:
        journal.enter(record(offset))
    journal.abandon()


def test_two_deaths_are_poison(tmp_path: Path) -> None:
    """A record in whose step two workers died is poison for the next one, and no other record is."""
    die(tmp_path, 3)
    assert not Journal(tmp_path).is_poison(record(3))
    die(tmp_path, 3)
    journal = Journal(tmp_path)

    assert journal.is_poison(record(3))
    assert not journal.is_poison(record(4))


def test_how_many_deaths_are_poison_can_be_set(tmp_path: Path) -> None:
    """Where workers are killed from outside all the time, more deaths may be asked for, or poison left alone."""
    for _ in range(3):
        die(tmp_path, 3)

    assert Journal(tmp_path, fatal=3).is_poison(record(3))
    assert not Journal(tmp_path, fatal=4).is_poison(record(3))
    assert not Journal(tmp_path, fatal=0).is_poison(record(3))


def test_a_death_outside_a_step_blames_nobody(tmp_path: Path) -> None:
    """A worker that is killed while it waits leaves no death behind."""
    for _ in range(3):
        die(tmp_path, None)
    for _ in range(3):
        journal = Journal(tmp_path)
        journal.enter(record(3))
        journal.leave()
        journal.abandon()

    assert not Journal(tmp_path).is_poison(record(3))


def test_the_living_are_not_buried(tmp_path: Path) -> None:
    """The note of a worker that runs is its own affair, until it is dead and another one looks again."""
    first, second = Journal(tmp_path), Journal(tmp_path)
    first.enter(record(5))
    second.refresh()
    assert not second.is_poison(record(5))
    first.abandon()
    die(tmp_path, 5)
    second.refresh()

    assert second.is_poison(record(5))


def test_an_offset_of_another_log_is_another_record(tmp_path: Path) -> None:
    """A broker that was set up anew numbers from 0 again; the time of the record tells them apart."""
    die(tmp_path, 3)
    die(tmp_path, 3)
    later = Record("articles.raw", 1, 3, b"a", b"{}", datetime(2021, 1, 1, tzinfo=UTC))

    assert not Journal(tmp_path).is_poison(later)


def test_a_worker_that_ends_in_peace_leaves_nothing(tmp_path: Path) -> None:
    """Closing removes the note."""
    Journal(tmp_path).close()

    assert list(tmp_path.iterdir()) == []


_ENDLESS = """
import sys
from pathlib import Path
from streams.agents.journal import Journal
from tests.streams.agents.test_journal import record

journal = Journal(Path(sys.argv[1]), patience=0.2)
journal.enter(record(8))
journal.leave()
sum(range(20_000_000))
journal.enter(record(9))
while True:
    pass
"""


def test_a_step_that_never_ends_is_a_death(tmp_path: Path) -> None:
    """A worker that hangs in a step is ended by the kernel, and the record is to blame; time between steps is free."""
    for _ in range(2):
        done = subprocess.run([sys.executable, "-c", _ENDLESS, str(tmp_path)], timeout=60, check=False)
        assert done.returncode == -signal.SIGVTALRM
    journal = Journal(tmp_path)

    assert journal.is_poison(record(9))
    assert not journal.is_poison(record(8))
    journal.close()


def test_a_worker_that_starts_is_not_buried(tmp_path: Path) -> None:
    """A note is locked before others can find it, so that its deaths are not lost."""
    (tmp_path / "starting.new").touch()
    journal = Journal(tmp_path)
    journal.refresh()

    assert (tmp_path / "starting.new").exists()
    journal.close()
