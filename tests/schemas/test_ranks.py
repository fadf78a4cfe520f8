"""The order of versions is total and does not depend on the order of arrival."""

from datetime import UTC, datetime, timedelta, timezone
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from schemas.ranks import Rank, instant, is_live, merge, milliseconds

#: From the year 1 to the year 9999.
MILLISECONDS = st.integers(-62_135_596_800_000, 253_402_300_799_999)
INSTANTS = st.integers(0, 4_102_444_800_000).map(instant)
RANKS = st.builds(
    Rank,
    version=st.integers(0, 3),
    created=st.sampled_from(["", "2016-12-29T10:00:00Z", "2016-12-30T10:00:00Z"]),
    recorded=INSTANTS,
    digest=st.sampled_from(["0" * 32, "f" * 32]),
    rules=st.integers(0, 3),
)
RANK = Rank(1, "", instant(0), "0" * 32, 1)
SIGHTINGS = st.builds(
    lambda recorded, rules: replace(RANK, recorded=recorded, rules=rules, version=rules % 3),
    INSTANTS,
    st.integers(0, 9),
)


class TestInstants:
    """Kafka's timestamps and instants are the same thing."""

    @given(MILLISECONDS)
    def test_there_and_back(self, moment: int) -> None:
        """No millisecond is lost to floating point, before 1970 or after."""
        assert milliseconds(instant(moment)) == moment

    @given(MILLISECONDS, MILLISECONDS)
    def test_order_is_kept(self, one: int, other: int) -> None:
        """The later timestamp is the later instant."""
        assert (instant(one) < instant(other)) == (one < other)

    def test_zone_does_not_matter(self) -> None:
        """An instant told in another zone is the same timestamp."""
        amman = timezone(timedelta(hours=3))

        assert milliseconds(datetime(2016, 12, 29, 3, tzinfo=amman)) == milliseconds(datetime(2016, 12, 29, tzinfo=UTC))


class TestOrder:
    """Ranks have one order."""

    @given(st.lists(RANKS, min_size=2), st.randoms(use_true_random=False))
    def test_the_greatest_is_the_same_in_any_order(self, ranks: list[Rank], random: Random) -> None:
        """Whatever order versions arrive in, the same one counts in the end."""
        shuffled = [*ranks]
        random.shuffle(shuffled)

        assert max(shuffled) == max(ranks)
        assert sorted(shuffled) == sorted(ranks)
        assert all(one <= other for one, other in pairwise(sorted(ranks)))

    @given(RANKS, RANKS)
    def test_any_two_ranks_compare(self, one: Rank, other: Rank) -> None:
        """Exactly one of less, equal and greater holds."""
        assert [one < other, one == other, one > other].count(True) == 1

    @given(RANKS, RANKS)
    def test_a_greater_version_wins_whenever_recorded(self, one: Rank, other: Rank) -> None:
        """A late older version changes nothing, whatever else it says."""
        if one.version > other.version:
            assert one > other

    @given(RANKS, INSTANTS, INSTANTS)
    def test_a_later_version_created_wins_over_recording(self, rank: Rank, one: datetime, other: datetime) -> None:
        """Among equal numbers the feed's own time counts before ours."""
        newer = replace(rank, created="2020-01-01T00:00:00Z", recorded=one)

        assert newer > replace(rank, created="2019-12-31T23:59:59Z", recorded=other)

    @given(RANKS, st.integers(0, 9))
    def test_rules_decide_last(self, rank: Rank, rules: int) -> None:
        """A newer set of rules revises its own edition and outranks no later recording."""
        later = replace(rank, recorded=rank.recorded + timedelta(milliseconds=1))

        assert replace(rank, rules=rank.rules + 1) > rank
        assert later > replace(rank, rules=rules)


class TestMerge:
    """Sightings of one edition join."""

    @given(SIGHTINGS, SIGHTINGS)
    def test_commutative(self, one: Rank, other: Rank) -> None:
        """Which sighting comes first does not matter."""
        assert merge(one, other) == merge(other, one)

    @given(SIGHTINGS, SIGHTINGS, SIGHTINGS)
    def test_associative(self, one: Rank, other: Rank, third: Rank) -> None:
        """How sightings are grouped does not matter."""
        assert merge(merge(one, other), third) == merge(one, merge(other, third))

    @given(SIGHTINGS, SIGHTINGS)
    def test_idempotent(self, one: Rank, other: Rank) -> None:
        """A sighting seen twice counts once."""
        assert merge(one, one) == one
        assert merge(merge(one, other), other) == merge(one, other)

    @given(SIGHTINGS, SIGHTINGS)
    def test_keeps_the_first_recording_and_the_newest_rules(self, one: Rank, other: Rank) -> None:
        """A repeat is a no-op that keeps the smallest recorded."""
        joined = merge(one, other)

        assert joined.recorded == min(one.recorded, other.recorded)
        assert joined.rules == max(one.rules, other.rules)
        assert joined.edition == one.edition

    def test_refuses_two_editions(self) -> None:
        """Different bytes are never taken for one edition."""
        with pytest.raises(ValueError, match="two editions"):
            merge(RANK, replace(RANK, digest="1" * 32))

    def test_newer_rules_may_read_the_number_otherwise(self) -> None:
        """What the same bytes say of their version is what the newest rules read there."""
        newer = replace(RANK, version=7, created="2016-12-29T10:00:00Z", rules=2, recorded=instant(9))

        assert merge(RANK, newer) == merge(newer, RANK) == replace(newer, recorded=RANK.recorded)


class TestIsLive:
    """An article stands if its best version was recorded after every withdrawal."""

    @given(INSTANTS, st.lists(INSTANTS))
    def test_stands_if_recorded_after_the_last_withdrawal(self, best: datetime, withdrawals: list[datetime]) -> None:
        """Only the last withdrawal matters, and one at the same instant wins."""
        assert is_live(best, withdrawals) == (not withdrawals or best > max(withdrawals))

    @given(INSTANTS, st.lists(INSTANTS), INSTANTS)
    def test_as_of_knows_no_later_withdrawal(self, best: datetime, withdrawals: list[datetime], at: datetime) -> None:
        """What was recorded after the instant asked about is left out."""
        known = [moment for moment in withdrawals if moment <= at]

        assert is_live(best, withdrawals, at) == is_live(best, known)
