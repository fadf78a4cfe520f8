"""The fold: which article is a copy of which, by examples."""

import msgspec
import pytest

from streams.deduplicate import Lineages

from .samples import REPORT, article, fold

CUT = REPORT[: REPORT.rindex("وكانت")]
OTHER = "أعلنت هيئة الأرصاد أن الطقس سيكون معتدلا على السواحل وباردا على المرتفعات مع فرصة لهطول أمطار متفرقة مساء."


def test_alone() -> None:
    """An article without copies is its own original."""
    [lineage] = Lineages({}, {}, {}).add(article("a"))

    assert (lineage.original_uri, lineage.relation, lineage.similarity, lineage.rule) == (
        "a",
        "original",
        1,
        "earliest",
    )


def test_exact_copy() -> None:
    """The later of two equal texts is an exact copy of the earlier one."""
    found = fold([article("b", published="2018-05-02"), article("a", published="2018-05-03")])

    assert found["a"].original_uri == "b"
    assert (found["a"].relation, found["a"].similarity, found["a"].rule) == ("exact", 1, "all-shingles")
    assert found["b"].relation == "original"


def test_near_copy() -> None:
    """A text cut short is a near copy, with the exact share of shingles."""
    whole, cut = article("whole", published="2018-05-02"), article("cut", CUT, published="2018-05-02T09:00:00Z")
    found = fold([whole, cut])
    shared = len(set(whole.shingles) & set(cut.shingles)) / len(set(whole.shingles) | set(cut.shingles))

    assert (found["cut"].original_uri, found["cut"].relation) == ("whole", "near")
    assert found["cut"].similarity == shared < 1
    assert found["cut"].rule == "most-shingles"


def test_late_original() -> None:
    """An earlier article that arrives late becomes the original of those already read, and they are told."""
    reader = Lineages({}, {}, {})
    fold([article("b", published="2018-05-03"), article("c", published="2018-05-04")], reader)

    told = reader.add(article("a", published="2018-05-02"))

    assert {lineage.uri: lineage.original_uri for lineage in told} == {"a": "a", "b": "a", "c": "a"}
    assert told[0].uri == "a"


def test_no_chain() -> None:
    """An original is a neighbour of its own, never the neighbour of a neighbour."""
    days = ["2018-05-01", "2018-05-12", "2018-05-23"]
    found = fold(article(uri, published=day) for uri, day in zip("abc", days, strict=True))

    assert {uri: lineage.original_uri for uri, lineage in found.items()} == {"a": "a", "b": "a", "c": "b"}


@pytest.mark.parametrize(
    ("later", "original"),
    [
        ("2018-05-15", "a"),
        ("2018-05-15T00:00:00", "a"),
        ("2018-05-15T02:59:59+03:00", "a"),
        ("2018-05-15T00:00:01", "b"),
        ("2018-05-16", "b"),
    ],
)
def test_window(later: str, original: str) -> None:
    """Articles more than fourteen days apart are no copies; dates begin in UTC and so do times without offset."""
    found = fold([article("b", published=later), article("a", published="2018-05-01")])

    assert found["b"].original_uri == original


def test_recorded_instead_of_published() -> None:
    """Where nothing says when an article was published, the time of its recording counts."""
    found = fold([article("a", recorded=3), article("b", recorded=1), article("c", recorded=20)])

    assert {uri: lineage.original_uri for uri, lineage in found.items()} == {"a": "b", "b": "b", "c": "c"}


def test_smallest_id_of_one_instant() -> None:
    """Of two articles of one instant the one with the smaller id is the original."""
    one, other = article("a", published="2018-05-02"), article("b", published="2018-05-02T03:00:00+03:00")
    found = fold([one, other])

    assert {lineage.original for lineage in found.values()} == {min(one.id, other.id)}


def test_twins() -> None:
    """Two reports of one template that differ in a name are no copies."""
    one = REPORT.replace("في مقر الوزارة", "في العاصمة الأردنية").replace("بلاده", "الأردن")
    other = one.replace("الأردنية", "اليابانية").replace("الأردن", "اليابان")
    found = fold([article("a", one, published="2018-05-02"), article("b", other, published="2018-05-03")])

    assert found["b"].relation == "original"


def test_correction_ends_a_relation() -> None:
    """A better version with another text ends the relation for both sides, and the other side is told."""
    reader = Lineages({}, {}, {})
    fold([article("a", published="2018-05-02"), article("b", published="2018-05-03")], reader)

    told = reader.add(article("a", OTHER, published="2018-05-02", version=2))

    assert {lineage.uri: lineage.relation for lineage in told} == {"a": "original", "b": "original"}


def test_correction_resumes_a_relation() -> None:
    """A version that brings the text back restores the relation."""
    versions = [article("a", text, published="2018-05-02", version=n) for n, text in enumerate([REPORT, OTHER, REPORT])]
    found = fold([article("b", published="2018-05-03"), *versions])

    assert found["b"].original_uri == "a"


def test_correction_moves_the_date() -> None:
    """A better version that was published later hands originality over."""
    versions = [article("a", published=f"2018-05-0{day}", version=day) for day in (2, 5)]
    found = fold([article("b", published="2018-05-03"), *versions])

    assert {uri: lineage.original_uri for uri, lineage in found.items()} == {"a": "b", "b": "b"}


def test_late_older_version() -> None:
    """An older version that arrives late changes nothing."""
    newer, older = article("a", OTHER, version=2), article("a", REPORT, version=1)
    found = fold([article("b"), newer, older])

    assert {lineage.relation for lineage in found.values()} == {"original"}


def test_newer_rules() -> None:
    """What newer rules read from an edition replaces what older ones read, and is not replaced by it again."""
    old, new = article("a", OTHER), article("a", REPORT, rules=2)
    new.rank = msgspec.structs.replace(old.rank, rules=2)
    found = fold([article("b", recorded=1), old, new, old])

    assert found["b"].original_uri == "a"


def test_earlier_sighting() -> None:
    """An edition seen again with an earlier recording counts from then on."""
    found = fold([article("a", recorded=5), article("b", recorded=3), article("a", recorded=1)])

    assert {lineage.original_uri for lineage in found.values()} == {"a"}


@pytest.mark.parametrize("text", ["", "خبر", "خبر عاجل الآن"])
def test_too_short(text: str) -> None:
    """Texts without a run of four words are nobody's copies."""
    found = fold([article("a", text), article("b", text)])

    assert {lineage.relation for lineage in found.values()} == {"original"}


@pytest.mark.parametrize("value", ["2018", "2018-05", "yesterday", "2018-13-01", "+12345-01-01"])
def test_odd_dates(value: str) -> None:
    """A publication that cannot be read to the day is no obstacle."""
    assert fold([article("a", published=value)])["a"].relation == "original"


def test_rows_set_for_one_article() -> None:
    """An article sets a bounded number of rows, however many strangers the tables hold."""

    class Counting(dict[bytes, bytes]):
        sets = 0

        def __setitem__(self, key: bytes, value: bytes) -> None:
            Counting.sets += 1
            super().__setitem__(key, value)

    reader = Lineages(Counting(), Counting(), Counting())
    costs = []
    for number in range(30):
        before = Counting.sets
        reader.add(article(str(number), " ".join(f"كلمة{number}{place}" for place in range(50))))
        costs.append(Counting.sets - before)

    assert set(costs) == {31}
