"""Tables that count what a step does to them."""

from collections.abc import Iterator, MutableMapping
from typing import NoReturn

import msgspec

from streams.errors import MusnadError


class Traffic(msgspec.Struct, frozen=True):
    """What went through some tables.

    Attributes:
        read: Rows looked up, there or not.
        written: Rows written; each is one changelog record where the table is Faust's.
        size: Bytes of the keys and values written.
    """

    read: int = 0
    written: int = 0
    size: int = 0

    def __add__(self, other: "Traffic") -> "Traffic":
        return Traffic(self.read + other.read, self.written + other.written, self.size + other.size)


class CountingTable(MutableMapping[bytes, bytes]):
    """A dictionary that counts, and like Faust's tables in the agents can be neither listed nor shortened."""

    def __init__(self) -> None:
        self._rows: dict[bytes, bytes] = {}
        self.traffic = Traffic()

    def __getitem__(self, key: bytes) -> bytes:
        self.traffic += Traffic(read=1)
        return self._rows[key]

    def __setitem__(self, key: bytes, value: bytes) -> None:
        self.traffic += Traffic(written=1, size=len(key) + len(value))
        self._rows[key] = value

    def __delitem__(self, key: bytes) -> NoReturn:
        raise MusnadError("rows are never deleted")

    def __iter__(self) -> Iterator[bytes]:
        raise MusnadError("tables are never listed")

    def __len__(self) -> NoReturn:
        raise MusnadError("tables are never listed")

    @property
    def rows(self) -> int:
        """How many rows the table holds."""
        return len(self._rows)
