"""What the reader takes to answer, with few lines in its database and with many.

One database is filled with made-up lines (`lines`), as the timeline stage writes them, and asked the same questions at
each number of entries: pages of the longest timeline and searches, of a rare word and of the most common ones.
"""

import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime
from itertools import islice
from pathlib import Path
from statistics import median

import msgspec

from schemas.folding import words
from schemas.registry import ENTRIES
from streams.agents import timeline
from streams.bench.lines import contributions
from streams.reader import Database, Reader, Window
from streams.reader.database import Record

_BATCH = 500
_TIMES = 15
_PAGE = 50
_MILLI, _MICRO = 1e3, 1e6
_LETTERS = 5
#: Of the words of five letters and more, by how often they occur: one in so many is as rare as a name.
_RARE = 10


class Asked(msgspec.Struct, frozen=True):
    """How long one question takes.

    Attributes:
        question: What was asked.
        lines: How many lines the answer has.
        typical: Median, in milliseconds.
        worst: The longest of all times it was asked, in milliseconds.
    """

    question: str
    lines: int
    typical: float
    worst: float


class Reading(msgspec.Struct, frozen=True):
    """What the reader takes with so many entries.

    Attributes:
        entries: Lines in the database; the first 100,000 are in one timeline.
        size: Bytes of the file.
        each: CPU microseconds to take one in, since the number before.
        asked: By question.
    """

    entries: int
    size: int
    each: float
    asked: list[Asked]


def measure(
    actor: str,
    texts: Sequence[str],
    lengths: Sequence[int],
    path: Path,
    progress: Callable[[int], None] = lambda _: None,
) -> list[Reading]:
    """Fill a database and ask it, at each number of entries.

    Args:
        actor: Id of the actor with the longest timeline.
        texts: Texts whose words the lines are of.
        lengths: The numbers of entries, rising.
        path: Where the database is made.
        progress: Called with the number of lines so far.
    """
    found: list[Reading] = []
    common = _common(texts)
    records = _entries(actor, max(lengths), texts)
    with Database.open(path) as database:
        reader, full = Reader(database), 0
        for length in lengths:
            started = time.process_time()
            while full < length and (batch := list(islice(records, min(_BATCH, length - full)))):
                full += database.apply(batch)
                progress(full)
            each = (time.process_time() - started) / max(length - sum(one.entries for one in found[-1:]), 1)
            asked = [_ask(name, ask) for name, ask in _questions(reader, actor, common)]
            found.append(Reading(full, _size(path), _MICRO * each, asked))
    return found


def _entries(actor: str, number: int, texts: Sequence[str]) -> Iterator[Record]:
    """What the timeline stage makes of the lines; each is told by one article, so no table need be kept."""
    made = (
        output
        for record in contributions(actor, number, texts)
        for output in timeline.STAGE.step(record, {name: {} for name in timeline.STAGE.tables})
    )
    for offset, output in enumerate(made):
        yield Record(ENTRIES.name, 0, offset, output.key, output.value)


def _common(texts: Sequence[str]) -> tuple[str, str, str]:
    """The most common word of all, the most common long one, and a rare one."""
    counts = Counter(word for text in texts for word in words(text))
    ranked = [word for word, _ in counts.most_common()]
    long = [word for word in ranked if len(word) >= _LETTERS] or ranked
    return ranked[0], long[0], long[len(long) // _RARE]


def _questions(
    reader: Reader, actor: str, common: tuple[str, str, str]
) -> Iterator[tuple[str, Callable[[], Sequence[object]]]]:
    every, long, rare = common
    first = reader.timeline(actor, limit=1)
    # The middle of the timeline, by its days: each line is recorded when it is published.
    middle = _middle(first.actor.first, first.actor.last)
    windows = {
        "first page": Window(),
        "page from the middle on": Window(since=middle),
        "page of one month": Window(since=middle[:7], until=middle[:7]),
        "page with what was retracted": Window(retracted=True),
        "page of what others say": Window(only="about"),
        "page as of when half was recorded": Window(as_of=datetime.fromisoformat(middle).replace(tzinfo=UTC)),
    }
    for name, window in windows.items():
        yield name, lambda window=window: reader.timeline(actor, window, limit=_PAGE).lines  # type: ignore[misc]
    queries = {"a rare word": rare, "a common word": long, "the commonest word": every, "two words": f"{long} {rare}"}
    for name, query in queries.items():
        yield f"search: {name}", lambda query=query: reader.search(query).hits  # type: ignore[misc]


def _middle(first: str | None, last: str | None) -> str:
    one, other = date.fromisoformat(first or ""), date.fromisoformat(last or "")
    return (one + (other - one) / 2).isoformat()


def _size(path: Path) -> int:
    """Bytes of the file and of its write-ahead log."""
    return sum(file.stat().st_size for file in path.parent.glob(f"{path.name}*"))


def _ask(question: str, ask: Callable[[], Sequence[object]]) -> Asked:
    times = []
    for _ in range(_TIMES):
        started = time.perf_counter()
        lines = len(ask())
        times.append(_MILLI * (time.perf_counter() - started))
    return Asked(question, lines, median(times), max(times))
