"""The reader's database: the latest state of every timeline, beside the offsets it was read up to.

A SQLite file is written in batches. Each batch and the offsets after it are one transaction, so a reader that is
killed finds its place again, two readers of one file do each other's work only once, and reading a record twice
changes nothing.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep
from types import MappingProxyType
from typing import Any, NamedTuple, Self

from streams.errors import MusnadError
from streams.reader import links, schema, tables

_TIMEOUT_SECONDS = 30.0
_PAUSE_SECONDS = 0.01
_CACHE_KIBIBYTES = 32 * 1024
#: One statement, so that all three are of one moment while another process makes the tables.
_IDENTITY = """
SELECT application_id, user_version, (SELECT count(*) FROM sqlite_master)
FROM pragma_application_id, pragma_user_version
"""
#: Tables that people make; those that the full-text index has for itself go with it.
_MADE = """
SELECT name FROM pragma_table_list
WHERE schema = 'main' AND type IN ('table', 'virtual') AND name <> 'sqlite_schema'
"""
_RENEW = "ask once without --offline, and it is filled anew from the topics"
_REFILL = "delete it, and it is filled again from the topics"


class Record(NamedTuple):
    """A record as Kafka holds it.

    Attributes:
        topic: `timeline.entries` or `articles.lineage`; records of other topics only move the offset.
        partition: Its partition.
        offset: Its offset.
        key: Its key, or None.
        value: Its value, or None for a deletion.
    """

    topic: str
    partition: int
    offset: int
    key: bytes | None
    value: bytes | None


class Database:
    """The reader's database, open; use `Database.open`.

    One thread uses one `Database`; any number of processes may have the file open.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection, *, renew: bool = False) -> None:
        self.path = path
        self.connection = connection
        self._renew = renew

    @classmethod
    def open(cls, path: str | Path, *, renew: bool = False) -> Self:
        """Open the database at `path`, creating the file and its folder where they are missing.

        Args:
            path: The SQLite file.
            renew: Have the tables of an earlier version of Musnad made anew, empty, to be filled from the topics.

        Raises:
            MusnadError: The file is no database, another program's, or of another version of Musnad.
        """
        path = Path(path)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            connection = sqlite3.connect(path, timeout=_TIMEOUT_SECONDS, isolation_level=None)
        except (OSError, sqlite3.Error) as error:
            raise _unusable(path, f"cannot be opened ({error})", "give another path") from error
        database = cls(path, connection, renew=renew)
        try:
            database._prepare()
        except sqlite3.Error as error:
            connection.close()
            raise _unusable(
                path, f"cannot be read as a database ({error})", "delete it or give another path"
            ) from error
        except MusnadError:
            connection.close()
            raise
        return database

    def close(self) -> None:
        """Close the file."""
        self.connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def apply(self, records: Iterable[Record]) -> int:
        """Take in records, in the order of their offsets within each partition, as one transaction.

        Args:
            records: A batch, any size; those already taken in are passed over.

        Returns:
            How many were new.

        Raises:
            MusnadError: The file cannot be written; nothing of the batch is kept.
        """
        with self.writing() as connection:
            batch = _Batch(connection, self.offsets())
            for record in records:
                batch.take(record)
            batch.write()
            return batch.new

    def select(self, query: str, parameters: Mapping[str, object] = MappingProxyType({})) -> Iterator[tuple[Any, ...]]:
        """Yield the rows of a query.

        Args:
            query: A SELECT.
            parameters: Values of its named parameters.

        Raises:
            MusnadError: The file cannot be read.
        """
        try:
            yield from self.connection.execute(query, dict(parameters))
        except sqlite3.Error as error:
            raise _unusable(self.path, f"cannot be read ({error})", _REFILL) from error

    def offsets(self) -> dict[tuple[str, int], int]:
        """Return the next offset to read of each (topic, partition) that was read before."""
        rows = self.select("SELECT topic, partition, next FROM offsets")
        return {(topic, partition): following for topic, partition, following in rows}

    def unread(self) -> list[tuple[str, int, int, str]]:
        """Return topic, partition, offset and reason of each record that could not be decoded."""
        rows = self.select("SELECT topic, partition, offset, reason FROM unread ORDER BY topic, partition, offset")
        return [(topic, partition, offset, reason) for topic, partition, offset, reason in rows]

    def follow(self, log: str) -> bool:
        """Make this the database of the log named `log` (its cluster's id), emptying it if it was another's.

        Returns:
            Whether the contents were kept.
        """
        with self.writing() as connection:
            row = connection.execute("SELECT value FROM facts WHERE name = 'log'").fetchone()
            kept = row is None or row[0] == log
            if not kept:
                self._empty()
            connection.execute("INSERT OR REPLACE INTO facts VALUES ('log', ?)", (log,))
            return kept

    def scrub(self) -> None:
        """Write the file anew, so that nothing is left in it, or in its log, of what was deleted.

        Raises:
            MusnadError: There is no room for a second copy, or another process has the file in use.
        """
        try:
            # The full-text index keeps the words of deleted rows until it is merged.
            self.connection.execute("INSERT INTO words (words) VALUES ('optimize')")
            self.connection.execute("VACUUM")
            busy = self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        except sqlite3.Error as error:
            raise _unusable(self.path, f"cannot be written anew ({error})", "make room, and try again") from error
        if busy:
            raise _unusable(self.path, "is in use by another process", "end that, and try again")

    def clear(self) -> None:
        """Forget everything, to be read again from the beginning of the topics."""
        with self.writing():
            self._empty()

    def _empty(self) -> None:
        for table in schema.CONTENTS:
            self.connection.execute(f"DELETE FROM {table}")  # noqa: S608 -- names of our own tables

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Hold the write lock; commit if all goes well, else leave the file as it was."""
        try:
            # Immediate: the offsets read inside must not be those before another reader's commit.
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield self.connection
            except BaseException:
                # SQLite may have rolled back by itself, as it does when the disk is full.
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")
                raise
            self.connection.execute("COMMIT")
        except sqlite3.Error as error:
            raise _unusable(self.path, f"cannot be written ({error})", "free it or give another path") from error

    def _prepare(self) -> None:
        """Make the tables in a new file; what is not ours is looked at and left as it is."""
        new = self._is_new()
        self.connection.execute(f"PRAGMA cache_size = -{_CACHE_KIBIBYTES}")
        self._log_ahead()
        self.connection.execute("PRAGMA synchronous = NORMAL")
        if not new:
            return
        with self.writing() as connection:
            # Another process may have been faster.
            if self._is_new():
                for (table,) in connection.execute(_MADE).fetchall():
                    connection.execute(f"DROP TABLE IF EXISTS {table}")
                for statement in schema.TABLES.split(";\n"):
                    connection.execute(statement)
                connection.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
                connection.execute(f"PRAGMA user_version = {schema.VERSION}")

    def _log_ahead(self) -> None:
        """Switch to a write-ahead log. SQLite does not wait for others here, however long it may wait elsewhere."""
        deadline = monotonic() + _TIMEOUT_SECONDS
        while self.connection.execute("PRAGMA journal_mode").fetchone()[0] not in {"wal", "memory"}:
            try:
                self.connection.execute("PRAGMA journal_mode = WAL")
            except sqlite3.OperationalError:
                if monotonic() > deadline:
                    raise
                sleep(_PAUSE_SECONDS)

    def _is_new(self) -> bool:
        """Tell a file whose tables are to be made from one that has them.

        Raises:
            MusnadError: It is neither.
        """
        application, version, tables = self.connection.execute(_IDENTITY).fetchone()
        if (application, version) == (schema.APPLICATION_ID, schema.VERSION):
            return False
        if application == schema.APPLICATION_ID and self._renew and version < schema.VERSION:
            return True
        if application == schema.APPLICATION_ID:
            wrong = f"was written by another version of Musnad (tables {version}, not {schema.VERSION})"
            raise _unusable(self.path, wrong, _REFILL if version > schema.VERSION else _RENEW)
        if application or version or tables:
            raise _unusable(self.path, "is another program's database", "give another path")
        return True


class _Batch:
    """One batch on its way into the tables: of each key, only the last value is written."""

    def __init__(self, connection: sqlite3.Connection, positions: dict[tuple[str, int], int]) -> None:
        self.new = 0
        self._connection = connection
        self._positions = positions
        self._changes: dict[tuple[str, str], tables.Change] = {}

    def take(self, record: Record) -> None:
        """Take in a record, unless it lies before the position of its partition."""
        place = (record.topic, record.partition)
        if record.offset < self._positions.get(place, 0):
            return
        self._positions[place] = record.offset + 1
        self.new += 1
        if record.topic not in tables.CHANGES or record.key is None:
            return
        try:
            key = record.key.decode()
            self._changes[record.topic, key] = tables.CHANGES[record.topic](key, record.value)
        except ValueError as error:
            # The topics are ours, yet anybody may write to them: one bad record must not stop every reader.
            row = (record.topic, record.partition, record.offset, str(error))
            self._connection.execute("INSERT OR REPLACE INTO unread VALUES (?, ?, ?, ?)", row)

    def write(self) -> None:
        """Write what was taken in, and the positions after it."""
        touched = [change.write(self._connection) for change in self._changes.values()]
        links.relink(self._connection, [entry for entry in touched if entry is not None])
        positions = [(*place, following) for place, following in self._positions.items()]
        self._connection.executemany("INSERT OR REPLACE INTO offsets VALUES (?, ?, ?)", positions)


def _unusable(path: Path, wrong: str, remedy: str) -> MusnadError:
    return MusnadError(f"The reader's database {path} {wrong}; {remedy}.")
