"""A table takes nothing more once its disk was full, even when there is room again.

RocksDB remembers that it could not write to a file of its own and refuses every later write; it is well again when
it is opened anew. Faust's store (faust/stores/rocksdb.py, lines 436 to 487) keeps the database of a partition open
as long as the partition is assigned, so the worker fails until it is restarted. While tables recover that goes
unseen: `Recovery._slurp_changelogs` logs a warning for each row and tries the next.

The disk is full, here, when the process may not make files larger than 64 KiB (RLIMIT_FSIZE). No broker is needed;
the address is ignored.

Upstream: of Faust none known to us; of RocksDB issues 919 (closed) and 11643 (open).
Cure: after an IO error drop the database (`store._dbs.pop(partition).close()`), so that the next access opens it
anew.

    python rocksdb_stays_full.py HOST:PORT

Exits with 0 if the fault shows, 1 if it does not, 2 if it could not be tried.
"""

import asyncio
import os
import resource
import signal
import sys
import traceback
from contextlib import suppress
from importlib.metadata import version
from tempfile import TemporaryDirectory
from typing import Any

import faust
from faust.types import TP

PLACE = TP("fault-rows-changelog", 0)


def write(store: Any) -> str:
    """Write 200 KB in small pieces, through the handle that the store has; the first error, or nothing."""
    try:
        for number in range(200):
            store._db_for_partition(0).put(b"%d" % number, b"x" * 1_000)
        store.set_persisted_offset(PLACE, 1)
    except Exception as error:
        return str(error)
    return ""


async def reproduce(_broker: str, folder: str) -> bool:
    """Write while the disk is full, when there is room again, and when the database was opened anew."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    app: Any = faust.App("fault", broker="kafka://nowhere", datadir=folder, store="rocksdb://", web_enabled=False)
    app.conf.tabledir.mkdir(parents=True)
    store: Any = app.Table("rows", key_type=bytes, value_type=bytes, partitions=1, options={"driver": "rocksdict"}).data
    before = write(store)
    most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 16, most[1]))
    full = write(store)
    resource.setrlimit(resource.RLIMIT_FSIZE, most)
    room = write(store)
    with suppress(Exception):
        store._dbs.pop(0).close()
    anew = write(store)
    if before or anew or not full:
        raise RuntimeError(f"the disk was not full as meant: {before!r}, {full!r}, {anew!r}")
    print("expected: writes succeed when there is room again")
    print(f"happened: with room again, {room or 'they succeed'}; opened anew, they succeed")
    return bool(room)


async def main() -> None:
    """Try it, say what came of it, and end as by a kill: nothing else is finished."""
    if len(sys.argv) != 2:
        print(f"Give the address of a broker: python {sys.argv[0]} HOST:PORT")
        sys.exit(2)
    print(", ".join(f"{name} {version(name)}" for name in ("faust-streaming", "rocksdict")))
    try:
        with TemporaryDirectory() as folder:
            shown = await asyncio.wait_for(reproduce(sys.argv[1], folder), 60)
        print("reproduced" if shown else "not reproduced", flush=True)
        os._exit(not shown)
    except Exception:
        traceback.print_exc()
        os._exit(2)


if __name__ == "__main__":
    asyncio.run(main())
