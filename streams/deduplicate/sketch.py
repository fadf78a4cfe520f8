"""MinHash bands: a few numbers by which similar sets of shingles find each other.

The share of equal minima of two sketches estimates the Jaccard similarity of the sets. A sketch is cut into `BANDS`
bands of `ROWS` minima; articles that agree on all of one band are candidates. At similarity s that happens with
probability 1 - (1 - s^ROWS)^BANDS: 0.976 at 0.5, 0.9988 at 0.6, one chance in five at 0.2. Candidates are then
compared exactly, so a band too many costs time and never truth.
"""

import struct
from collections.abc import Sequence

from rensa import RMinHash

BANDS = 28
ROWS = 3

#: Fixed for ever: sketches made with different seeds do not find each other.
_SEED = 0x6D75736E
_PACK = struct.Struct(f">{BANDS * ROWS}I")
_WIDTH = 4 * ROWS


def bands(shingles: Sequence[int]) -> list[bytes]:
    """Return the bands of a set of shingles, each with its number in front; none for an empty set.

    The version of the library's algorithm is part of a band: after an upgrade that changes it, old bands can only be
    missed and never be taken for others (`musnad rebuild` makes them anew).
    """
    if not shingles:
        return []
    minima = RMinHash.digest_matrix_from_token_hash_sets([shingles], BANDS * ROWS, _SEED).to_rows()[0]
    packed = _PACK.pack(*minima)
    version = int(RMinHash.ALGORITHM_VERSION)
    return [bytes((version, band)) + packed[band * _WIDTH : (band + 1) * _WIDTH] for band in range(BANDS)]
