"""A name for a worker that no other one beside it has.

A worker keeps its tables in a folder of its name. Two workers of one name would write into the same tables, so who runs
holds a lock on its folder, which the kernel takes back when the process ends, however it ends. A worker without a name
takes the first that is free. So a worker that follows another one, as a new container follows an old one, finds its
tables and reads only the end of the changelogs.
"""

import fcntl
import itertools
import os
from hashlib import sha256
from pathlib import Path

import msgspec

from streams.errors import MusnadError
from streams.settings import Settings

_FIRST = "worker"
#: The locks of this process, held until it ends.
_held: list[int] = []


def home(settings: Settings) -> Path:
    """The folder of a worker's tables: another one for each group and broker.

    Tables of one cluster are wrong in another, and a longer changelog there would hide that they are.

    Args:
        settings: Those of a worker that has a name.
    """
    stream = sha256(f"{settings.group}@{settings.broker}".encode()).hexdigest()[:12]
    return Path(settings.datadir) / f"{settings.name}-{stream}"


def claim(settings: Settings) -> Settings:
    """Take the name of the settings, or the first that is free; returns the settings with it.

    Raises:
        MusnadError: A worker of that name runs, or the folder cannot be written.
    """
    if settings.name is not None:
        if _take(home(settings)):
            return settings
        raise MusnadError(
            f"A worker with the name {settings.name} runs in {settings.datadir} already. "
            f"Give this one another name with --name, or none: then it takes one that is free."
        )
    names = (_FIRST if number == 1 else f"{_FIRST}-{number}" for number in itertools.count(1))
    return next(named for name in names if _take(home(named := msgspec.structs.replace(settings, name=name))))


def _take(folder: Path) -> bool:
    """Take the lock of a folder, unless another worker has it."""
    path = folder.with_name(f"{folder.name}.lock")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(lock)
            raise
    except BlockingIOError:
        return False
    except OSError as error:
        raise MusnadError(
            f"{path} cannot be written or locked ({error.strerror}). Name a folder of your own with --datadir, on a "
            f"disk of this machine."
        ) from error
    _held.append(lock)
    return True
