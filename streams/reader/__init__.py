"""The reader: `timeline.entries` and `articles.lineage` in a SQLite file, and the questions people ask of it.

- `database`: the file; batches and the offsets after them in one transaction.
- `queries`: timelines, actors and searches, as structs of `views`.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from streams.reader.database import Database, Record
from streams.reader.days import moment
from streams.reader.queries import Reader
from streams.reader.views import Sort
from streams.reader.window import Window

__all__ = ["Database", "Reader", "Record", "Sort", "Window", "moment", "open_reader"]


def open_reader(
    path: str | Path, lexicon: Mapping[str, Sequence[str]] = MappingProxyType({}), *, renew: bool = False
) -> Reader:
    """Open the database at `path`, creating it where it is missing, to take records in and to ask.

    Args:
        path: The SQLite file.
        lexicon: Names of the actors that the lexicon knows, by id, the one to show first.
        renew: Have the tables of an earlier version of Musnad made anew, to be filled from the topics.

    Raises:
        MusnadError: The file is no database of ours.
    """
    return Reader(Database.open(path, renew=renew), lexicon)
