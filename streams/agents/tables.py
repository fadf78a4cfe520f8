"""Faust's tables, as a stage needs them: rows of a partition in a store that says when it is the disk that fails.

The reasons stand in `faustfix`, as does the check that Faust is the one that all cures were written for.
"""

import asyncio
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import Any

import faust
import rocksdict
from faust.stores.rocksdb import Store as RocksStore
from faust.types import TP, EventT

from streams.errors import DiskError
from streams.observe.health import Health

#: What RocksDB's errors begin with where it is the disk.
_IO_ERROR = "IO error"
#: Seconds between two attempts to write a row that recovery has read.
_PAUSE = 1.0


class SafeTable(faust.Table[bytes, bytes]):
    """A table whose rows are written for a partition, and whose changelog its owner writes and waits for."""

    _full = False

    @property
    def changelog(self) -> str:
        """Name of the changelog topic."""
        return str(self.changelog_topic.get_topic_name())

    def row(self, partition: int, key: bytes) -> bytes | None:
        """Look a row up.

        Raises:
            DiskError: The store cannot be read now.
        """
        store: Any = self.data
        found: bytes | None
        if not isinstance(store, RocksStore):
            found = store.get(key)
            return found
        with self._disk(partition):
            found = store._db_for_partition(partition).get(key)  # noqa: SLF001
        return found

    def write(self, partition: int, rows: Mapping[bytes, bytes]) -> None:
        """Write rows into the store, and nowhere else.

        Raises:
            DiskError: The store cannot be written now.
        """
        store: Any = self.data
        if not isinstance(store, RocksStore):
            store.data.update(rows)
            return
        batch = rocksdict.WriteBatch(raw_mode=True)
        for key, value in rows.items():
            batch.put(key, value)
        with self._disk(partition):
            store._db_for_partition(partition).write(batch)  # noqa: SLF001

    async def forget(self, partition: int, keys: Iterable[bytes]) -> None:
        """Have the store take what was written over out of its files now, if the disk lets it, in a thread."""
        store: Any = self.data
        if isinstance(store, RocksStore):
            with suppress(DiskError), self._disk(partition):  # it would do so some day
                rows = store._db_for_partition(partition)  # noqa: SLF001
                await asyncio.to_thread(rows.flush)
                for key in keys:  # each for itself, so that a thread ends soon when this is cancelled
                    await asyncio.to_thread(rows.compact_range, key, key + b"\0")

    def remember(self, partition: int, offset: int) -> None:
        """Remember up to where the store has the changelog, so that recovery starts there.

        Where the disk does not take it, recovery starts earlier, at what was remembered before.
        """
        with suppress(DiskError), self._disk(partition):
            self.data.set_persisted_offset(TP(self.changelog, partition), offset)

    def apply_changelog_batch(self, batch: Iterable[EventT[Any]]) -> None:
        """Write rows that recovery has read; what raises here is kept by Faust, and written with the next rows.

        Raises:
            DiskError: The store cannot be written now.
        """
        rows = list(batch)
        try:
            with self._disk(*{row.message.partition for row in rows}):
                super().apply_changelog_batch(rows)
        except DiskError as error:
            self._full = True
            self._health.hinder(f"disk of {self.name}", error.told)
            raise
        if self._full:
            self._full = False
            self._health.clear(f"disk of {self.name}")

    async def on_changelog_event(self, event: EventT[Any]) -> None:
        """Take a row that recovery has read, slowly if the last ones could not be written."""
        if self._full:
            await asyncio.sleep(_PAUSE)
        await super().on_changelog_event(event)

    @property
    def _health(self) -> Health:
        app: Any = self.app
        found: Health = app.health
        return found

    @contextmanager
    def _disk(self, *partitions: int) -> Iterator[None]:
        """Tell a disk that takes or gives nothing from other faults, and let go of the databases on it."""
        try:
            yield
        except Exception as error:
            if not str(error).startswith(_IO_ERROR):  # rocksdict has no type of its own for it
                raise
            for partition in partitions:
                database = self.data._dbs.pop(partition, None)  # type: ignore[attr-defined]  # noqa: SLF001
                if database is not None:
                    with suppress(Exception):  # it fails to write what it has, once more
                        database.close()
            raise DiskError(str(error)) from error
