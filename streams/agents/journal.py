"""Articles that kill: the journal by which the next worker knows them.

A record whose processing ends the process itself (a crash of an extension, memory running out) leaves no exception to
catch, and Kafka will deliver it again. So a worker notes the record it is at in a file, in microseconds, and wipes the
note afterwards. A note found in the file of a dead worker is one death; a record with two deaths is poison and is
dead-lettered unread. All workers of a machine share one folder. Notes cover a step alone and no waiting, so a worker
that is killed from outside hardly ever blames an innocent record, and never twice.

A step that does not end kills as well: the worker goes on telling the group that it lives, and its partition stands. So
the kernel ends a process that has spent a minute of its own time in one step, even inside an extension that holds the
interpreter; the largest articles take less than a second.
"""

import contextlib
import fcntl
import os
import signal
from collections import Counter
from pathlib import Path
from uuid import uuid4

from streams.agents.step import Record
from streams.errors import DiskError

_LENGTH = 256
_BLANK = b" " * _LENGTH
_DEATHS = "deaths.txt"
#: Deaths after which a record is poison.
FATAL = 2
#: Seconds of the process's own time after which a step is taken for one that never ends.
PATIENCE = 60.0


class Journal:
    """The journal of one worker in a folder shared by the workers of a machine.

    Args:
        folder: The folder; it is made if it is missing.
        patience: Seconds of processor time that a step may take.
    """

    def __init__(self, folder: Path, patience: float = PATIENCE, fatal: int = FATAL) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._patience = patience
        self.fatal = fatal
        self._path = folder / f"{uuid4().hex}.note"
        unborn = self._path.with_suffix(".new")  # nobody may find the note before it is locked, and bury it
        self._file = os.open(unborn, os.O_RDWR | os.O_CREAT, 0o600)
        fcntl.flock(self._file, fcntl.LOCK_EX)
        os.pwrite(self._file, _BLANK, 0)
        unborn.rename(self._path)
        self._deaths: Counter[str] = Counter()
        self.refresh()

    def refresh(self) -> None:
        """Bury dead workers: count the notes they left."""
        for path in sorted(self._folder.glob("*.note")):
            if path != self._path:
                self._bury(path)
        with contextlib.suppress(FileNotFoundError):
            self._deaths = Counter((self._folder / _DEATHS).read_text(encoding="utf-8").splitlines())

    def is_poison(self, record: Record) -> bool:
        """Tell whether a record has killed as many workers as make it poison."""
        return bool(self._deaths) and 0 < self.fatal <= self._deaths[_note(record)]

    def enter(self, record: Record) -> None:
        """Note the record that is worked on from now on.

        Raises:
            DiskError: The disk does not take the note.
        """
        self._write(_note(record).encode()[:_LENGTH].ljust(_LENGTH))
        signal.setitimer(signal.ITIMER_VIRTUAL, self._patience)  # its signal ends the process: nobody handles it

    def leave(self) -> None:
        """Wipe the note.

        Raises:
            DiskError: The disk does not take it.
        """
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        self._write(_BLANK)

    def close(self) -> None:
        """Leave the folder as a worker does that ends in peace."""
        with contextlib.suppress(OSError):
            self._path.unlink()
            os.close(self._file)

    def abandon(self) -> None:
        """Let go of the note without a word, as death does."""
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        os.close(self._file)

    def _write(self, note: bytes) -> None:
        try:
            os.pwrite(self._file, note, 0)
        except OSError as error:
            raise DiskError(f"{self._path}: {error.strerror}") from error

    def _bury(self, path: Path) -> None:
        with contextlib.suppress(FileNotFoundError, BlockingIOError), path.open("r+b") as note:
            fcntl.flock(note, fcntl.LOCK_EX | fcntl.LOCK_NB)
            text = note.read(_LENGTH).decode(errors="replace").strip()
            path.unlink()
            if text:
                with (self._folder / _DEATHS).open("a", encoding="utf-8") as deaths:
                    deaths.write(text + "\n")


def _note(record: Record) -> str:
    return f"{record.topic}/{record.partition}/{record.offset}@{record.recorded.isoformat()}"
