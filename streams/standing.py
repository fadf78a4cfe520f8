"""Which version of an article counts, remembered without forgetting.

A stage that publishes the complete set of an article must not let a late older version overwrite a newer one. It keeps
a `Standing` for each article: the editions seen and the withdrawals. Both only grow, by a maximum and a union, so any
order of arrival ends in the same standing, and a record that is processed again after a crash finds its own traces
and comes to the same verdict.
"""

from bisect import insort
from datetime import datetime

from msgspec import Struct, field

from schemas.ranks import Instant, Rank, is_live, merge


class Standing(Struct):
    """What is known of the versions of one article.

    Attributes:
        editions: The rank of each edition, merged over its sightings.
        withdrawals: When withdrawals were recorded, sorted, each once.
    """

    editions: dict[str, Rank] = field(default_factory=dict)
    withdrawals: list[Instant] = field(default_factory=list)

    def see(self, rank: Rank) -> Rank:
        """Remember a version; return the rank of its edition after all sightings."""
        known = self.editions.get(rank.edition)
        merged = rank if known is None else merge(known, rank)
        self.editions[rank.edition] = merged
        return merged

    def withdraw(self, moment: datetime) -> None:
        """Remember a withdrawal."""
        if moment not in self.withdrawals:
            insort(self.withdrawals, moment)

    @property
    def best(self) -> Rank | None:
        """The version that counts, or None if only withdrawals are known."""
        return max(self.editions.values(), default=None)

    @property
    def withdrawn(self) -> bool:
        """Whether the article is withdrawn: its best version was not recorded after the last withdrawal."""
        best = self.best
        return best is None or not is_live(best.recorded, self.withdrawals)

    def counts(self, rank: Rank) -> bool:
        """Tell whether a version, as its rules read it, is the one that counts and stands."""
        best = self.best
        return best is not None and best.edition == rank.edition and best.rules == rank.rules and not self.withdrawn
