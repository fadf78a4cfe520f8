"""The order of the versions of one article.

A feed may send an article again, corrected or not, late or twice. Which of two versions counts is decided by what the
records say and never by when they were read, so any order of arrival ends in the same place.
"""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Annotated

from msgspec import Meta, Struct
from msgspec.structs import replace

#: An instant in UTC.
Instant = Annotated[datetime, Meta(tz=True)]

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def instant(milliseconds: int) -> datetime:
    """Turn Kafka's timestamp (milliseconds since 1970, UTC) into an instant, exactly."""
    return _EPOCH + timedelta(milliseconds=milliseconds)


def milliseconds(moment: datetime) -> int:
    """Turn an instant into Kafka's timestamp; the inverse of `instant`."""
    return (moment - _EPOCH) // timedelta(milliseconds=1)


class Rank(Struct, frozen=True, order=True):
    """The rank of one version of an article as one set of rules read it; the greatest one counts.

    Attributes:
        version: The feed's version as a number, 0 where it gives none.
        created: The feed's `versionCreated` as an ISO 8601 instant in UTC, empty where it gives none.
        recorded: When the raw record was written (its Kafka CreateTime).
        digest: SHA-256 of the record's bytes, first 32 hexadecimal digits.
        rules: Number of the rule set that read the version.
    """

    version: int
    created: str
    recorded: Instant
    digest: str
    rules: int

    @property
    def edition(self) -> str:
        """Identity of the version itself: the bytes that the feed sent, whenever they were recorded or read.

        Number and time of creation stand in these bytes; newer rules may read them otherwise: the same edition.
        """
        return self.digest


def merge(one: Rank, other: Rank) -> Rank:
    """Join two sightings of the same edition: the first recording, and all else as the newest rules read it.

    The join is commutative, associative and idempotent.

    Raises:
        ValueError: The ranks belong to different editions.
    """
    if one.edition != other.edition:
        message = f"two editions cannot be merged: {one.edition} and {other.edition}"
        raise ValueError(message)
    newest = max(one, other, key=lambda rank: (rank.rules, rank.version, rank.created))
    return replace(newest, recorded=min(one.recorded, other.recorded))


def counts(rank: Rank, refusals: Mapping[str, int]) -> bool:
    """Tell whether an edition counts: newer rules have read it than those that refused it.

    Args:
        rank: Its merged rank.
        refusals: By edition, the newest rules that refused it.
    """
    return rank.rules > refusals.get(rank.edition, 0)


def join_refusals(known: dict[str, int], more: Mapping[str, int]) -> None:
    """Join refusals into those that are known, in place: of each edition the newest rules, so any order does."""
    for edition, rules in more.items():
        known[edition] = max(rules, known.get(edition, 0))


def is_live(best: datetime, withdrawals: "list[datetime]", at: datetime | None = None) -> bool:
    """Tell whether an article stands, given when its best version and its withdrawals were recorded.

    Args:
        best: When the best version was recorded.
        withdrawals: When the withdrawals were recorded; a withdrawal at the same instant wins.
        at: Leave out withdrawals recorded after this instant.
    """
    return not any(best <= moment and (at is None or moment <= at) for moment in withdrawals)
