"""A cluster as an earlier version left it: the sample that the upgrade is tested from.

A sample holds every record of every topic, changelogs included, how far the workers had read, and the reader's
database, all as the release that made it wrote them. `python -m tests.streams.upgrade RELEASE` makes one with the code
as it stands.
"""

import lzma
from collections.abc import Iterator
from pathlib import Path

import msgspec

from streams.agents.step import Record, recorded

#: The samples, named after the release that wrote them.
HELD = Path(__file__).parent / "held"
#: The articles that a sample is made from.
SEEDS = Path(__file__).parents[3] / "seeds"
_SUFFIX = ".msgpack.xz"


class Written(msgspec.Struct, array_like=True):
    """A record as it stood in a partition.

    Attributes:
        key: The key.
        value: The value, None for a tombstone.
        stamp: Milliseconds since 1970.
        headers: The headers.
    """

    key: bytes | None
    value: bytes | None
    stamp: int
    headers: list[tuple[str, bytes]]


class Sample(msgspec.Struct):
    """A cluster at rest.

    Attributes:
        rules: Fingerprint of the rules that read the articles.
        partitions: Partitions of the stream.
        topics: By name, the records of each partition.
        committed: By name, how far the workers had read each partition.
        database: The reader's SQLite file.
    """

    rules: str
    partitions: int
    topics: dict[str, list[list[Written]]]
    committed: dict[str, list[int]]
    database: bytes

    def records(self, topic: str) -> Iterator[Record]:
        """Yield the records of a topic, partition by partition."""
        for partition, written in enumerate(self.topics[topic]):
            for offset, one in enumerate(written):
                headers = tuple(one.headers)
                yield Record(topic, partition, offset, one.key, one.value, recorded(one.stamp), headers)


def save(sample: Sample, release: str) -> Path:
    """Write a sample under the name of its release; returns the file."""
    path = HELD / f"{release}{_SUFFIX}"
    path.write_bytes(lzma.compress(msgspec.msgpack.encode(sample), preset=9))
    return path


def load(release: str) -> Sample:
    """Read the sample of a release."""
    data = lzma.decompress((HELD / f"{release}{_SUFFIX}").read_bytes())
    return msgspec.msgpack.decode(data, type=Sample)


def releases() -> list[str]:
    """Return the releases of which there is a sample, the earliest first."""
    return sorted(path.name.removesuffix(_SUFFIX) for path in HELD.glob(f"*{_SUFFIX}"))
