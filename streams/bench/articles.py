"""Articles to measure with: those given, and as many variants of them as are wanted beyond that.

A variant is put together from paragraphs of several articles, with one word in six replaced by another of their words.
So variants are as long as news and as full of names and cues, yet no two of them are copies: a thousand copies of five
articles would measure deduplication's worst day and nothing else. The same articles give the same variants.
"""

import random
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from itertools import count, islice

import msgspec

from schemas.articles import PlainArticle
from schemas.registry import RAW
from streams.agents.step import Record
from streams.clients.files import Item

_START = datetime(2020, 3, 1, 6, tzinfo=UTC)
#: Between two publications: six thousand articles span two weeks, as far apart as copies may lie.
_EVERY = timedelta(minutes=4)
_REPLACED = 6
#: Shorter words are particles, by which the rules find their way.
_LONG = 5
_SEED = 20_200_301


class _Body(msgspec.Struct):
    """The one field that every plain article has."""

    text: str = ""


def supply(items: Sequence[Item]) -> Iterator[Item]:
    """Yield the articles given, and then variants of them for ever."""
    yield from items
    yield from variants(texts(items))


def take(items: Sequence[Item], number: int, start: int = 0) -> list[Item]:
    """Return `number` articles of the supply, the first `start` left out."""
    return list(islice(supply(items), start, start + number))


def texts(items: Sequence[Item]) -> list[str]:
    """Return the texts of plain articles, those that have one."""
    return [text for item in items if (text := _text(item))]


def variants(texts: Sequence[str]) -> Iterator[Item]:
    """Yield variants of some texts for ever, none if there is no text."""
    paragraphs = [part for text in texts for part in text.split("\n") if part.strip()]
    lengths = [len([part for part in text.split("\n") if part.strip()]) for text in texts]
    words = sorted({word for part in paragraphs for word in part.split() if len(word) >= _LONG})
    chance = random.Random(_SEED)  # noqa: S311 -- repeatable articles, no secrets
    for number in count() if words else ():
        parts = [chance.choice(paragraphs) for _ in range(chance.choice(lengths))]
        text = "\n".join(_other(part, words, chance) for part in parts)
        uri = f"urn:musnad:bench:{number}"
        published = (_START + number * _EVERY).isoformat()
        article = PlainArticle(uri=uri, text=text, published=published, outlet="Bench", language="ar")
        yield Item(uri.encode(), msgspec.json.encode(article), uri)


def _other(paragraph: str, words: Sequence[str], chance: random.Random) -> str:
    return " ".join(
        chance.choice(words) if len(word) >= _LONG and chance.randrange(_REPLACED) == 0 else word
        for word in paragraph.split()
    )


def _text(item: Item) -> str:
    try:
        return msgspec.json.decode(item.value or b"", type=_Body).text
    except ValueError:
        return ""


def records(items: Sequence[Item]) -> list[Record]:
    """Turn articles into records of `articles.raw`, recorded a millisecond after one another."""
    return [
        Record(RAW.name, 0, number, item.key, item.value, _START + timedelta(milliseconds=number))
        for number, item in enumerate(items)
    ]
