"""MinHash bands."""

from random import Random

from streams.deduplicate.sketch import BANDS, bands


def _pair(random: Random, similarity: float) -> tuple[list[int], list[int]]:
    """Draw two sets of 300 numbers with about this Jaccard similarity."""
    shared = round(300 * 2 * similarity / (1 + similarity))
    numbers = [random.getrandbits(52) for _ in range(600 - shared)]
    return sorted(numbers[:300]), sorted(numbers[300 - shared :])


def test_pinned() -> None:
    """Bands are the same on every machine and in every release: those in the tables are years old."""
    found = bands([3, 1415, 92653, 589793, 2384626433])

    assert len(found) == BANDS
    assert [band.hex() for band in found[:2]] == ["0200ca3acb71d3551139cb594be3", "0201c382537bd3ad7727d0adc6a6"]


def test_no_shingles() -> None:
    """Nothing to compare has no bands."""
    assert bands([]) == []


def test_order_of_shingles() -> None:
    """A sketch is one of a set: the order of the shingles does not matter."""
    assert bands([1, 2, 3, 4]) == bands([4, 2, 1, 3])


def test_recall() -> None:
    """Of pairs somewhat above the threshold hardly any is missed, and strangers seldom meet."""
    random = Random(7)  # noqa: S311 -- a fixed draw
    copies = [_pair(random, 0.5 + 0.2 * random.random()) for _ in range(500)]
    strangers = [_pair(random, 0.05) for _ in range(500)]
    met = [sum(not set(bands(one)).isdisjoint(bands(other)) for one, other in pairs) for pairs in (copies, strangers)]

    assert met[0] >= 493
    assert met[1] <= 10
