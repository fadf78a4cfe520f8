"""What copies of an article have in common."""

from collections.abc import Sequence
from itertools import pairwise
from zlib import crc32

_LENGTH = 4
#: The greatest prime below 2**52: every shingle is an integer that JavaScript reads exactly.
_PRIME = 4_503_599_627_370_449
_BASE = 2_862_933_555_777_941
_SQUARE = _BASE * _BASE % _PRIME


def shingles(words: Sequence[str]) -> list[int]:
    """Hash all runs of four folded words; fewer words make one run.

    A word is hashed once (CRC-32), and a run is a polynomial of its words' hashes modulo a prime: equal runs have equal
    hashes on every machine, and different ones differ but for one in four thousand million words.

    Returns:
        Integers below 2**52, sorted, without repetition.
    """
    if not words:
        return []
    codes = list(map(crc32, " ".join(words).encode("utf-8", "surrogatepass").split(b" ")))
    if len(codes) < _LENGTH:
        codes += [0] * (_LENGTH - len(codes))
    pairs = [a * _BASE + b for a, b in pairwise(codes)]
    return sorted({(ab * _SQUARE + cd) % _PRIME for ab, cd in zip(pairs, pairs[2:], strict=False)})
