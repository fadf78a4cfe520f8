"""Records that no sane feed would send, made from a seed: for whatever comes, a worker has an answer."""

import random
from collections.abc import Callable
from dataclasses import dataclass

import msgspec

from schemas.registry import MAX_RECORD_BYTES, MAX_TEXT_BYTES, RAW
from streams.agents.step import Record
from tests.streams import newsroom

Chance = random.Random
#: Makes a key and a value; given random numbers and a URI of its own.
Maker = Callable[[Chance, str], tuple[bytes | None, bytes | None]]

_ODD = (
    "\u0000\u0007\u001b\u00ad\u061c\u0640\u064b\u0651\u200b\u200d\u200e\u200f"
    "\u202a\u202b\u202c\u202d\u202e\u2028\u2066\u2067\u2069\ufdfa\ufe0f\ufeff\ufffc\uffff\U0001f4f0\U000e0001\U0010ffff"
)
_SURROGATES = ("\\ud800", "\\udfff", "\\ud83d", "\\udc00\\ud800")
_NUMBERS = (
    "1e400",
    "-1e400",
    "1e-400",
    "9" * 400,
    "-0",
    "1E+99999",
    "NaN",
    "Infinity",
    "-Infinity",
    "0x10",
    "01",
    "1_0",
)
_TYPES = ("null", "true", "[]", "{}", "3", "-1.5", '""', '[["text"]]', '{"a": null}', '[null, {"text": "نص"}]')
_FIELDS = ("uri", "text", "headline", "published", "outlet", "language", "version", "pubstatus", "body_text", "type")


def _sound(chance: Chance, uri: str, **fields: object) -> dict[str, object]:
    return {"uri": uri, "text": newsroom.body(chance, chance.randint(1, 3)), **fields}


def _bytes(document: object) -> bytes:
    return msgspec.json.encode(document)


def _broken(chance: Chance, uri: str) -> bytes:
    value = _bytes(_sound(chance, uri)).decode()
    for _ in range(chance.randint(1, 8)):
        place = chance.randrange(len(value))
        piece = chance.choice(("", '"', "{", "}", "[", "]", ":", ",", "\\", "\x00", "\\u12", "\n", "//", "'"))
        value = value[:place] + piece + value[place + chance.randint(0, 1) :]
    return value[: chance.randrange(len(value))].encode() if chance.random() < 0.2 else value.encode()


def _wrong_type(chance: Chance, uri: str) -> bytes:
    names = chance.sample(_FIELDS, chance.randint(1, 3))
    known = {**_sound(chance, uri), **dict.fromkeys(names)}
    parts = [
        f'"{name}": {chance.choice(_TYPES + _NUMBERS)}'
        if name in names
        else f'"{name}": {_bytes(known[name]).decode()}'
        for name in known
    ]
    return ("{" + ", ".join(parts) + "}").encode()


def _odd_text(chance: Chance, uri: str) -> bytes:
    words = newsroom.body(chance, 2).split(" ")
    for _ in range(chance.randint(1, 20)):
        words.insert(chance.randrange(len(words)), "".join(chance.choices(_ODD, k=chance.randint(1, 5))))
    return _bytes({**_sound(chance, uri), "text": chance.choice((" ", "")).join(words)})


def _surrogates(chance: Chance, uri: str) -> bytes:
    field = chance.choice(("text", "headline", "outlet"))
    text = "قال الوزير " + chance.choice(_SURROGATES) + " إن الاتفاق سيستمر."
    return f'{{"uri": "{uri}", "text": "نص الخبر هنا وهو قصير.", "{field}": "{text}"}}'.encode()


def _nested(chance: Chance, uri: str) -> bytes:
    depth = chance.choice((10, 100, 1_000, 20_000))
    opening, closing = chance.choice((("[", "]"), ('{"a":', "}")))
    inner = opening * depth + ("1" if chance.random() < 0.5 else "") + closing * (depth if chance.random() < 0.7 else 0)
    return f'{{"uri": "{uri}", "text": "قال الوزير إن الاتفاق سيستمر.", "more": {inner}}}'.encode()


def _twice(chance: Chance, uri: str) -> bytes:
    name = chance.choice(("uri", "text", "version"))
    other = {"uri": f'"{uri}:b"', "text": chance.choice(('"نص آخر للخبر"', "null")), "version": "7"}[name]
    sound = _bytes(_sound(chance, uri, version=1)).decode()
    return (sound[:-1] + f', "{name}": {other}}}').encode()


def _coded(chance: Chance, uri: str) -> bytes:
    text = _bytes(_sound(chance, uri)).decode()
    coding = chance.choice(("utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1256", "iso8859-6"))
    return text.encode(coding, "replace")


def _stretched(chance: Chance, uri: str) -> bytes:
    unit = chance.choice(("قال ", "«", "\u202e", "ا", ". ", "\n", "محمد بن ", "123 ", '.."', "\u0651"))
    return _bytes({"uri": uri, "text": unit * chance.randint(2, 4_000)})


def _heavy(chance: Chance, uri: str) -> bytes:
    text = newsroom.body(chance, 3) + "\n"
    size = chance.choice((MAX_TEXT_BYTES // 2, MAX_TEXT_BYTES + 1, 1 << 20))
    return _bytes({"uri": uri, "text": text * (size // len(text.encode()) + 1)})


#: By name: how a record is odd, and how often among the others.
KINDS: dict[str, tuple[int, Maker]] = {
    "sound": (20, lambda chance, uri: (uri.encode(), _bytes(_sound(chance, uri)))),
    "broken JSON": (14, lambda chance, uri: (uri.encode(), _broken(chance, uri))),
    "wrong types and numbers": (14, lambda chance, uri: (uri.encode(), _wrong_type(chance, uri))),
    "odd characters": (10, lambda chance, uri: (uri.encode(), _odd_text(chance, uri))),
    "lone surrogates": (5, lambda chance, uri: (uri.encode(), _surrogates(chance, uri))),
    "deep nesting": (4, lambda chance, uri: (uri.encode(), _nested(chance, uri))),
    "duplicate keys": (5, lambda chance, uri: (uri.encode(), _twice(chance, uri))),
    "other encodings": (5, lambda chance, uri: (uri.encode(), _coded(chance, uri))),
    "one thing repeated": (6, lambda chance, uri: (uri.encode(), _stretched(chance, uri))),
    "heavy": (0, lambda chance, uri: (uri.encode(), _heavy(chance, uri))),  # a few, see `records`
    "noise": (5, lambda chance, uri: (uri.encode(), chance.randbytes(chance.randint(0, 400)))),
    "keys that are no UTF-8": (4, lambda chance, uri: (chance.randbytes(12), _bytes(_sound(chance, uri)))),
    "no key": (3, lambda chance, uri: (None, _bytes(_sound(chance, uri)))),
    "no URI": (3, lambda chance, uri: (uri.encode(), _bytes({"text": newsroom.body(chance, 1)}))),
    "odd URIs": (3, lambda chance, uri: (uri.encode(), _bytes(_sound(chance, uri + chance.choice(_ODD) * 3)))),
    "tombstones": (4, lambda _chance, uri: (uri.encode(), None)),
    "tombstones of nothing": (2, lambda chance, _uri: (chance.choice((b"", b"\xff\xfe", b"\x00", b"x" * 3_000)), None)),
}


@dataclass(frozen=True)
class Odd:
    """A record and how it is odd."""

    kind: str
    record: Record


def records(seed: int, count: int) -> list[Odd]:
    """Make records, the same for one seed; one of every 250 is heavy, and one of 50 repeats an earlier one.

    Args:
        seed: The seed.
        count: How many.
    """
    chance = random.Random(seed)  # noqa: S311 -- a test, not a secret
    names = list(KINDS)
    weights = [KINDS[name][0] for name in names]
    made: list[Odd] = []
    for number in range(count):
        if number % 50 == 49:
            odd = chance.choice(made)
            made.append(Odd("repeats", newsroom.again(odd.record, number)))
            continue
        kind = "heavy" if number % 250 == 100 else chance.choices(names, weights)[0]
        key, value = KINDS[kind][1](chance, f"urn:fuzz:{seed}:{number}")
        assert value is None or len(value) < MAX_RECORD_BYTES
        made.append(Odd(kind, newsroom.again(Record(RAW.name, 0, number, key, value, newsroom.START), number)))
    return made


def crumbs(seed: int, count: int) -> list[Record]:
    """Make very small records: articles of one sentence, and withdrawals of half of them."""
    chance = random.Random(seed)  # noqa: S311 -- a test, not a secret
    made: list[Record] = []
    for number in range(count):
        if number % 2 and made[-1].value is not None:
            made.append(newsroom.tombstone((made[-1].key or b"").decode(), number))
        else:
            text = f"{newsroom.sentence(chance)} {number} {newsroom.sentence(chance)}."
            made.append(newsroom.raw(f"urn:crumb:{seed}:{number}", text, number))
    return made
