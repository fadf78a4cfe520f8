"""Articles in files: plain text, JSON, JSON Lines, ninjs, each perhaps compressed with gzip.

What a file holds of JSON is passed on byte for byte. A line that is no JSON, a file that is no text, or a record that
no topic takes is a `Problem` with its place; reading goes on after it.
"""

import base64
import gzip
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec

from schemas.articles import PlainArticle
from schemas.registry import MAX_RECORD_BYTES
from streams.errors import UsageError

_TEXT = frozenset({".txt"})
_LINES = frozenset({".jsonl", ".ndjson"})
_DOCUMENT = frozenset({".json"})
#: Largest key and value: what topics take, less the head that a record has on its way.
_MOST = MAX_RECORD_BYTES - 512
_SUFFIXES = _TEXT | _LINES | _DOCUMENT


@dataclass(frozen=True)
class Item:
    """One article from a file, ready for `articles.raw`.

    Attributes:
        key: The article's URI.
        value: The record's bytes; None for a tombstone.
        place: File, and line where it has several.
        recorded: When it was first recorded, where the file says (an envelope of `musnad tail --json`).
    """

    key: bytes
    value: bytes | None
    place: str
    recorded: datetime | None = None


@dataclass(frozen=True)
class Problem:
    """Something in a file that is no article.

    Attributes:
        place: File, and line where it has several.
        message: What is wrong, and what to do.
    """

    place: str
    message: str


class Envelope(msgspec.Struct, omit_defaults=True):
    """A record of any topic on one line, as `musnad tail --json` writes it and `replay` and `fold` read it.

    Attributes:
        topic: The topic.
        partition: The partition.
        offset: The offset.
        recorded: The record's timestamp.
        key: The key as text, or null.
        value: The value as text; null for a tombstone or where it is no UTF-8.
        base64: The value in base64 where it is no UTF-8.
        headers: Headers as text.
    """

    topic: str
    partition: int
    offset: int
    recorded: datetime
    key: str | None = None
    value: str | None = None
    base64: str | None = None
    headers: dict[str, str] = {}

    @property
    def data(self) -> bytes | None:
        """The value's bytes."""
        if self.base64 is not None:
            return base64.b64decode(self.base64)
        return None if self.value is None else self.value.encode()


def envelope(record: Any) -> Envelope:  # noqa: ANN401 -- a Record, which this end of the stream does not import
    """Put a record into an envelope."""
    value: bytes | None = record.value
    try:
        text, packed = (None if value is None else value.decode()), None
    except UnicodeDecodeError:
        text, packed = None, base64.b64encode(value or b"").decode()
    headers = {name: (data or b"").decode("utf-8", "replace") for name, data in record.headers}
    key = None if record.key is None else record.key.decode("utf-8", "replace")
    return Envelope(record.topic, record.partition, record.offset, record.recorded, key, text, packed, headers)


def read(paths: Iterable[Path], names: Mapping[str, str], encoding: str = "utf-8") -> Iterator[Item | Problem]:
    """Read all articles of files and folders, folders in the order of their names.

    Args:
        paths: Files and folders.
        names: What the files call a field of the plain subset where it is not its own name (`uri` → `id`).
        encoding: Of plain text files.

    Raises:
        UsageError: A path does not exist.
    """
    for path in paths:
        if not path.exists():
            message = f"There is no file or folder {path}."
            raise UsageError(message)
        if path.is_dir():
            found = sorted(inner for inner in path.rglob("*") if inner.is_file() and _suffix(inner) in _SUFFIXES)
            if not found:
                yield Problem(
                    str(path),
                    "no article in this folder: files end in .txt, .json, .jsonl, .ndjson, or .gz after these",
                )
            for inner in found:
                yield from _file(inner, f"{path.name}/{inner.relative_to(path).as_posix()}", names, encoding)
        else:
            yield from _file(path, path.name, names, encoding)


def _suffix(path: Path) -> str:
    return Path(path.stem).suffix if path.suffix == ".gz" else path.suffix


def _file(path: Path, name: str, names: Mapping[str, str], encoding: str) -> Iterator[Item | Problem]:
    suffix = _suffix(path)
    try:
        data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    except (OSError, EOFError, zlib.error) as error:
        yield Problem(str(path), f"cannot be read: {error}")
        return
    if suffix in _LINES:
        for number, line in enumerate(data.split(b"\n"), start=1):
            if line.strip():
                yield _document(line.removesuffix(b"\r"), f"{path}:{number}", names)
    elif suffix in _DOCUMENT:
        yield from _documents(data, str(path), names)
    else:
        yield _text(data, path, name, encoding)


def _text(data: bytes, path: Path, name: str, encoding: str) -> Item | Problem:
    try:
        text = data.decode(encoding)
    except (UnicodeDecodeError, LookupError) as error:
        return Problem(
            str(path), f"is no text in {encoding} ({error}); name its encoding, as in --encoding windows-1256"
        )
    uri = f"file:{name}"
    return _sized(Item(uri.encode(), msgspec.json.encode(PlainArticle(uri=uri, text=text)), str(path)))


def _documents(data: bytes, place: str, names: Mapping[str, str]) -> Iterator[Item | Problem]:
    if data.lstrip()[:1] != b"[":
        yield _document(data, place, names)
        return
    try:
        parts = msgspec.json.decode(data, type=list[msgspec.Raw])
    except (msgspec.DecodeError, RecursionError) as error:
        yield Problem(place, f"is no JSON: {error}")
        return
    for number, part in enumerate(parts, start=1):
        yield _document(bytes(part), f"{place} [{number}]", names)


def _document(data: bytes, place: str, names: Mapping[str, str]) -> Item | Problem:
    try:
        fields: dict[str, msgspec.Raw] = msgspec.json.decode(data, type=dict[str, msgspec.Raw])
    except (ValueError, RecursionError) as error:
        return Problem(place, f"is no JSON object: {error}")
    if {"topic", "partition", "offset", "recorded"} <= fields.keys():
        return _enveloped(data, place)
    value = _renamed(fields, names) if names else data
    raw = fields.get(names.get("uri", "uri"))
    try:
        uri = msgspec.json.decode(raw, type=str) if raw is not None else ""
    except ValueError:
        uri = ""
    if not uri:
        return Problem(place, "has no `uri`; if the file calls it otherwise, say so, as in --field uri=id")
    return _sized(Item(uri.encode("utf-8", "replace"), value, place))


def _enveloped(data: bytes, place: str) -> Item | Problem:
    try:
        found = msgspec.json.decode(data, type=Envelope)
        value = found.data
    except ValueError as error:
        return Problem(place, f"is no record of `musnad tail --json`: {error}")
    return _sized(Item((found.key or "").encode(), value, place, found.recorded))


def _renamed(fields: dict[str, msgspec.Raw], names: Mapping[str, str]) -> bytes:
    """The plain subset of a document with other names for its fields."""
    plain = {
        field.name: fields.get(names.get(field.name, field.name)) for field in msgspec.structs.fields(PlainArticle)
    }
    return msgspec.json.encode({name: raw for name, raw in plain.items() if raw is not None})


def _sized(item: Item) -> Item | Problem:
    size = len(item.key) + len(item.value or b"")
    if size <= _MOST:
        return item
    return Problem(item.place, f"has {size} bytes, and a record may have {_MOST}; shorten it or leave it out")
