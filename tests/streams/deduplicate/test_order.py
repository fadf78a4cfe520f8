"""The fold does not depend on order, repetition or crashes: random universes against the plain definition."""

from collections.abc import Iterator
from itertools import permutations
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.articles import Article
from schemas.lineage import Lineage
from streams.deduplicate import Lineages

from .samples import REPORT, article, defined, fold

_WORDS = REPORT.split()
_FIGURED = " ".join([*_WORDS[:20], "وبلغ العدد 15 في مدينة بيروت", *_WORDS[20:]])
TEXTS = [
    REPORT,
    " ".join(_WORDS[:60]),
    " ".join(_WORDS[25:]),
    " ".join([*_WORDS[:30], "وتابع", "الحاضرون", "النقاش", "حتى", "المساء", *_WORDS[30:]]),
    _FIGURED,
    _FIGURED.replace("15", "23"),
    _FIGURED.replace("بيروت", "طهران"),
    "لا شيء يشبه هذا النص القصير الذي كتب وحده في يوم آخر من أيام السنة",
]


@st.composite
def universes(draw: st.DrawFn) -> list[Article]:
    """Draw versions of up to five articles; one edition has one text for each set of rules."""
    editions = draw(
        st.lists(
            st.tuples(
                st.sampled_from("abcde"),
                st.integers(0, 1),
                st.sampled_from([None, "2018-05-01", "2018-05-03T10:00:00+03:00", "2018-05-15", "2018-05-19"]),
                st.integers(0, len(TEXTS) - 1),
            ),
            min_size=1,
            max_size=7,
        ),
    )
    return [_sighting(draw, *edition) for edition in editions for _ in range(draw(st.integers(1, 2)))]


def _sighting(draw: st.DrawFn, uri: str, version: int, published: str | None, text: int) -> Article:
    recorded, rules = draw(st.integers(0, 20)), draw(st.integers(1, 2))
    original = article(uri, TEXTS[text], published=published, version=version, recorded=recorded, rules=rules)
    read = article(uri, TEXTS[(text + rules - 1) % len(TEXTS)], published=published, recorded=recorded)
    read.rank = original.rank
    return read


def _originals(read: list[Article], lineages: Lineages | None = None) -> dict[str, tuple[str, float]]:
    return {uri: (found.original_uri, found.similarity) for uri, found in fold(read, lineages).items()}


@settings(max_examples=150, deadline=None)
@given(universes(), st.randoms(use_true_random=False), st.data())
def test_any_order(universe: list[Article], random: Random, data: st.DataObject) -> None:
    """Any order with any repetition ends in the lineages that comparing everything with everything defines."""
    again = data.draw(st.lists(st.sampled_from(universe), max_size=4))
    shuffled = [*universe, *again]
    random.shuffle(shuffled)

    assert _originals(shuffled) == defined(universe)


@settings(max_examples=20, deadline=None)
@given(universes())
def test_all_orders_of_few(universe: list[Article]) -> None:
    """Every single order of four records ends in the same lineages."""
    few = universe[:4]
    endings = [fold(order) for order in permutations(few)]

    assert all(ending == endings[0] for ending in endings)


class _Writes:
    """The sets of one record, each of which a crash may keep or lose."""

    def __init__(self, tables: list[dict[bytes, bytes]]) -> None:
        self.before = [dict(table) for table in tables]
        self.tables = tables

    def keep_some(self, data: st.DataObject) -> Iterator[dict[bytes, bytes]]:
        for before, table in zip(self.before, self.tables, strict=True):
            changed = sorted(key for key in table if before.get(key) != table[key])
            kept = data.draw(st.sets(st.sampled_from(changed))) if changed else set()
            yield before | {key: table[key] for key in sorted(kept)}


@settings(max_examples=200, deadline=None)
@given(universes(), st.data())
def test_crash(universe: list[Article], data: st.DataObject) -> None:
    """A crash that loses any writes of the record in hand is healed by reading again from any commit before it.

    Lineages end equal to those of an undisturbed run, and nothing is told meanwhile that such a run does not tell.
    """
    crash = data.draw(st.integers(0, len(universe) - 1))
    commit = data.draw(st.integers(0, crash))
    tables: list[dict[bytes, bytes]] = [{}, {}, {}]
    told = _told(universe[:crash], tables)
    writes = _Writes(tables)
    _told(universe[crash : crash + 1], tables)
    recovered = list(writes.keep_some(data))
    told += _told(universe[commit:], recovered)
    undisturbed: list[dict[bytes, bytes]] = [{}, {}, {}]
    expected = _told(universe, undisturbed)

    cards, _, neighbours = recovered
    assert (cards, neighbours) == (undisturbed[0], undisturbed[2])
    # Bands may lack postings of a reading that newer rules had replaced before it was read again: none counts.
    assert {one.uri: one for one in told} == {one.uri: one for one in expected}
    assert set(told) == set(expected)


def _told(universe: list[Article], tables: list[dict[bytes, bytes]]) -> list[Lineage]:
    reader = Lineages(*tables)
    return [lineage for read in universe for lineage in reader.add(read)]
