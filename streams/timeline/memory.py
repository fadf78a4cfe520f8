"""What one article ever gave one actor: the memory that lets a correction find the lines it takes back.

A row for each pair of actor and article. It keeps the editions with the blocks each one has, and every block that any
edition as any rules read it ever had. The latter only grows: a contribution visits all of them, so a line that a
correction dropped hears of it, and a line that a late older version brings hears at once of the newer ones.
"""

from msgspec import Struct, field

from schemas.ranks import Instant, Rank, join_refusals, merge


class Mark(Struct):
    """One edition in the memory: its merged rank, and the blocks it has by the newest rules that read it."""

    rank: Rank
    blocks: list[str]


class Memory(Struct, omit_defaults=True):
    """The memory of one actor and one article.

    Attributes:
        editions: By edition.
        touched: Every block ever touched, sorted.
        withdrawals: When the article was withdrawn, sorted.
        refusals: By edition, the newest rules that refused it.
        erased: Whether the article was erased; of the rest only `touched` is kept then.
    """

    editions: dict[str, Mark] = field(default_factory=dict)
    touched: list[str] = field(default_factory=list)
    withdrawals: list[Instant] = field(default_factory=list)
    refusals: dict[str, int] = field(default_factory=dict)
    erased: bool = False

    def see(self, rank: Rank, blocks: list[str]) -> bool:
        """Remember an edition and its blocks; return whether its rules are the newest that read it."""
        known = self.editions.get(rank.edition)
        self.touched = sorted({*self.touched, *blocks})
        if known is None:
            self.editions[rank.edition] = Mark(rank, sorted(blocks))
            return True
        newest = rank.rules >= known.rank.rules
        self.editions[rank.edition] = Mark(merge(known.rank, rank), sorted(blocks) if newest else known.blocks)
        return newest

    def withdraw(self, moment: Instant) -> None:
        """Remember a withdrawal."""
        self.withdrawals = sorted({*self.withdrawals, moment})

    def erase(self) -> None:
        """Forget everything but where to look for it, should that have to be done again."""
        self.editions, self.withdrawals, self.refusals, self.erased = {}, [], {}, True

    def refuse(self, edition: str, rules: int) -> None:
        """Remember that some rules refused an edition."""
        join_refusals(self.refusals, {edition: rules})
