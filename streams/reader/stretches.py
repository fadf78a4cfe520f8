"""SQL that reads lines of a timeline in order, off the stretches of one index.

Within an actor, a state and a sort of line the index has the lines by their place. Who wants several sorts, or what was
taken back as well, merges those stretches: SQLite reads each as far as the merged rows go, sorts nothing, and passes
over nothing that is not asked for.
"""

from collections.abc import Sequence
from typing import get_args

from streams.reader.views import Sort

SORTS: tuple[Sort, ...] = get_args(Sort)


def stretches(columns: str, conditions: Sequence[str], sorts: Sequence[Sort] = SORTS, *, once: bool = False) -> str:
    """Return a query over the lines of `:actor`, to be ordered by `place`.

    Args:
        columns: What is wanted of a line; `place` among it.
        conditions: Which lines; those that meet one of them are wanted, and none may meet two.
        sorts: Of which sorts.
        once: Whether those that were taken back are wanted too.
    """
    lives = (1, 0) if once else (1,)
    return " UNION ALL ".join(
        f"SELECT {columns} FROM entries WHERE actor = :actor AND live = {live} AND sort = '{sort}' AND {condition}"  # noqa: S608 -- our own words
        for condition in conditions
        for live in lives
        for sort in sorts
    )
