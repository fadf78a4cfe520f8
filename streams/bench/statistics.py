"""Percentiles."""

from collections.abc import Sequence
from math import ceil


def percentile(values: Sequence[float], share: float) -> float:
    """Return the smallest value that at least `share` of all values do not exceed (the nearest-rank method).

    Args:
        values: At least one value, in any order.
        share: Between 0 and 1.

    Raises:
        ValueError: There is no value.
    """
    if not values:
        message = "there is no percentile of nothing"
        raise ValueError(message)
    ordered = sorted(values)
    return ordered[max(ceil(share * len(ordered)), 1) - 1]
