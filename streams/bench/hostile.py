"""Hostile texts and what they cost: whether work grows with a text and not with its square.

Each kind of text (`kinds`) is analyzed at three sizes, from its raw record to its quotations and events. Only the CPU
time of this process counts, and every figure is compared with ordinary articles that were analyzed right before and
right after it, so what the machine does otherwise falls out.
"""

import gc
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from math import log
from statistics import mean
from typing import Literal

import msgspec

from schemas.articles import Article, PlainArticle
from streams.analysis import analyze
from streams.bench.kinds import KINDS, Kind, text
from streams.collector import spare_the_collector
from streams.errors import Rejected
from streams.normalize import receive

#: Bytes of the texts.
SIZES = (16_000, 64_000, 250_000)
#: What the kinds that are named may cost a character, in ordinary ones: as much, but for what measuring differs by.
MOST_NAMED = 1.1
#: What all others may cost: most have a token in every second character, and ordinary text has one in six.
MOST = 3.0
#: Time that grows with a power of the length above this one is not linear.
MOST_EXPONENT = 1.15
#: How many ordinary articles hostile texts are compared with.
COMPARED = 20
#: How often a text of each kind is analyzed; the fastest counts. Each time its words are other ones.
_TIMES = 2
_MICRO = 1e6
_MOMENT = datetime(2020, 3, 1, 6, tzinfo=UTC)

Verdict = Literal["linear", "dear", "grows"]


class Sized(msgspec.Struct, frozen=True):
    """What a text of one kind and size costs.

    Attributes:
        size: Bytes.
        characters: Code points of the text as received.
        each: CPU microseconds a character.
        ratio: The same, in what a character of ordinary articles takes.
    """

    size: int
    characters: int
    each: float
    ratio: float


class Measured(msgspec.Struct, frozen=True):
    """What texts of one kind cost.

    Attributes:
        kind: Name of the kind.
        limit: What a character of it may cost, in ordinary ones.
        sizes: By size, the smallest first.
        exponent: Power of the length that time grows with, fitted over the sizes; 1 is linear.
        verdict: `linear`; `dear` if it costs more than it may; `grows` if it is not linear.
        rejected: Why normalization turned it down, or None where it was analyzed.
    """

    kind: str
    limit: float
    sizes: list[Sized]
    exponent: float
    verdict: Verdict
    rejected: str | None = None


class Hostile(msgspec.Struct, frozen=True):
    """What hostile texts cost.

    Attributes:
        ordinary: CPU microseconds that a character of ordinary articles takes.
        articles: How many ordinary articles were measured with.
        kinds: Every kind.
        failed: Names of the kinds that cost too much.
    """

    ordinary: float
    articles: int
    kinds: list[Measured]
    failed: list[str]


def measure(
    texts: Sequence[str],
    kinds: Sequence[Kind] = KINDS,
    compared: int = COMPARED,
    sizes: Sequence[int] = SIZES,
    progress: Callable[[int], None] = lambda _: None,
) -> Hostile:
    """Analyze hostile texts of all kinds and sizes.

    Args:
        texts: Ordinary articles to take ordinary paragraphs from.
        kinds: The kinds.
        compared: How many of the articles are compared with.
        sizes: Bytes of the texts.
        progress: Called with how many kinds are done.
    """
    paragraphs = [part for text in texts for part in text.split("\n") if part.strip()]
    texts = texts[:compared]
    for ordinary in texts:  # builds what is built on first use
        _seconds(ordinary)
    spare_the_collector()  # as a worker does
    rates: list[float] = []
    found: list[Measured] = []
    before = [_seconds(ordinary)[0] for ordinary in texts]
    for kind in kinds:
        costs = [_cost(kind, paragraphs, size) for size in sizes]
        after = [_seconds(ordinary)[0] for ordinary in texts]
        rates.append(_MICRO * sum(map(min, before, after)) / sum(map(len, texts)))
        found.append(_judged(kind, sizes, costs, rates[-1]))
        before = after
        progress(len(found))
    failed = [one.kind for one in found if one.verdict != "linear"]
    return Hostile(mean(rates), len(texts), found, failed)


def _cost(kind: Kind, paragraphs: Sequence[str], size: int) -> tuple[int, float, str]:
    """Characters of a text, CPU seconds that each takes, and why the text was turned down, if it was."""
    _seconds(text(kind, paragraphs, SIZES[0], _TIMES))  # some texts are the first to ask for something built
    written = [text(kind, paragraphs, size, number) for number in range(_TIMES)]
    each, reason = min((seconds / len(one), reason) for one in written for seconds, reason in [_seconds(one)])
    return len(written[0]), each, reason


def _judged(kind: Kind, sizes: Sequence[int], costs: Sequence[tuple[int, float, str]], ordinary: float) -> Measured:
    found = [
        Sized(size, characters, _MICRO * each, _MICRO * each / ordinary)
        for size, (characters, each, _) in zip(sizes, costs, strict=True)
    ]
    exponent = fitted([(sized.characters, sized.characters * sized.each) for sized in found])
    limit = MOST_NAMED if kind.named else MOST
    return Measured(kind.name, limit, found, exponent, verdict(found, exponent, limit), costs[-1][2] or None)


def verdict(sizes: Sequence[Sized], exponent: float, limit: float) -> Verdict:
    """Judge a kind by its largest text, which is the one that hurts, and by how it came to cost that.

    What grows a little and still costs less than ordinary text (longer texts miss caches more often) is linear enough:
    no article is larger.
    """
    largest = sizes[-1].ratio
    if exponent > MOST_EXPONENT and largest > max(sizes[0].ratio, MOST_NAMED):
        return "grows"
    return "dear" if largest > limit else "linear"


def fitted(points: Sequence[tuple[float, float]]) -> float:
    """The power of x that y grows with: the slope of the line that fits their logarithms best.

    Args:
        points: At least two pairs of positive x and y, with different x.
    """
    xs, ys = [log(x) for x, _ in points], [log(y) for _, y in points]
    middle, height = mean(xs), mean(ys)
    spread = sum((x - middle) ** 2 for x in xs)
    return sum((x - middle) * (y - height) for x, y in zip(xs, ys, strict=True)) / spread


def _seconds(written: str) -> tuple[float, str]:
    """CPU seconds of the whole analysis of a text, and why it was turned down, if it was."""
    value = msgspec.json.encode(
        PlainArticle(uri="urn:musnad:bench:hostile", text=written, published=_MOMENT.isoformat(), language="ar")
    )
    gc.collect()
    reason = ""
    started = time.process_time()
    try:
        article = receive(None, value, _MOMENT)
        if isinstance(article, Article):
            analyze(article)
    except Rejected as rejected:
        reason = rejected.reason
    return time.process_time() - started, reason
