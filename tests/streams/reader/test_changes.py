"""What other rules would change, against what an article vouches for in the database."""

from collections.abc import Sequence

from msgspec.structs import replace

from schemas.ids import unknown_actor_id
from schemas.source import Source
from schemas.timeline import Line
from streams.reader import Database, Reader
from streams.reader.changes import Comparison, Difference, Tally

from .samples import did, entry, evidence, record, said

SOURCE = Source("a", "https://example.org/a", "وكالة", "عنوان a", "2017-01-01")


def given(*lines: Line, actor: str = "putin", name: str = "فلاديمير بوتين") -> dict[str, tuple[str, Sequence[Line]]]:
    """What rules find in an article."""
    return {actor: (name, lines)}


def told(found: Sequence[Difference]) -> list[tuple[str, str, str]]:
    """The differences in short."""
    return [(one.change, one.actor, one.sort) for one in found]


def filled(*lines: Line, until: int | None = None) -> Database:
    """A database in which an article vouches for some lines of one actor, and another one for others."""
    database = Database.open(":memory:")
    entries = [entry([evidence(line, "a", until=until)]) for line in lines]
    entries.append(entry([evidence(said("من مقال آخر"), "b")]))
    database.apply([record(value, number) for number, value in enumerate(entries)])
    return database


def test_the_same_lines_are_no_difference() -> None:
    """Offsets and rules may differ, and so may the spelling of words that fold to the same."""
    line = said("سيستمر الاتفاق")
    moved = said("سيستمرّ الاتفاق", start=40)
    moved = replace(moved, block=line.block, quotation=replace(moved.quotation, rule="quotation.other"))

    assert Comparison(filled(line)).differences("a", SOURCE, given(line)) == []
    assert Comparison(filled(line)).differences("a", SOURCE, given(moved)) == []


def test_lines_are_added_removed_and_changed() -> None:
    """Each sort of line is told of; lines of other articles are left alone."""
    stays, goes, dated = said("يبقى"), did("يذهب"), said("يؤرخ")
    later = replace(dated, quotation=replace(dated.quotation, negated=True))
    comes = said("يأتي", about=True)

    found = Comparison(filled(stays, goes, dated)).differences("a", SOURCE, given(stays, later, comes))

    assert sorted(told(found)) == [
        ("added", "putin", "about"),
        ("changed", "putin", "said"),
        ("removed", "putin", "done"),
    ]
    changed = next(one for one in found if one.change == "changed")
    assert (changed.before, changed.after) == (dated, later)
    assert {one.source for one in found} == {SOURCE}


def test_other_words_are_a_change() -> None:
    """A clause that ends elsewhere reads otherwise, though the line is the same by its verbatim words."""
    line = said("سيستمر الاتفاق")
    longer = said("سيستمر الاتفاق عاما")

    found = Comparison(filled(line)).differences("a", SOURCE, given(replace(longer, block=line.block)))

    assert told(found) == [("changed", "putin", "said")]


def test_an_article_that_is_refused_loses_all() -> None:
    """It is cited as what stands cites it."""
    found = Comparison(filled(said("يذهب"))).differences("a", None, {})

    assert told(found) == [("removed", "putin", "said")]
    assert found[0].source == SOURCE


def test_what_was_taken_back_is_no_longer_vouched_for() -> None:
    """Only evidence that stands is compared."""
    assert Comparison(filled(said("ذهب"), until=3)).differences("a", SOURCE, {}) == []


def test_an_actor_that_became_known_is_the_same() -> None:
    """Lines under the id of before are not told of as removed and added again, though their blocks bear that id."""
    name = "سالم الحديدي"
    before = unknown_actor_id(name) or ""
    met = did("اجتمع الحديدي بالوزير", date="2017-01-01", actors=[before, "lavrov"])
    database = Database.open(":memory:")
    lines: list[tuple[Line, str]] = [(said("الأولى", speaker=before), before), (met, before), (met, "lavrov")]
    entries = [entry([evidence(line, "a")], actor=actor, name=name) for line, actor in lines]
    database.apply([record(value, number) for number, value in enumerate(entries)])
    Reader(database, {"salem": [name]})
    known = did("اجتمع الحديدي بالوزير", date="2017-01-01", actors=["salem", "lavrov"])
    known = replace(known, block="with the new id", event=replace(known.event, actors=[
        replace(old, id="salem" if old.id == before else old.id) for old in met.event.actors
    ]))  # fmt: skip
    spoken = said("الأولى", speaker="salem")

    comparison = Comparison(database)
    rules: dict[str, tuple[str, Sequence[Line]]] = {"salem": (name, [spoken, known]), "lavrov": ("لافروف", [known])}

    assert comparison.differences("a", SOURCE, rules) == []
    assert told(comparison.differences("a", SOURCE, {"salem": (name, [spoken])})) == [
        ("removed", "lavrov", "done"),
        ("removed", "salem", "done"),
    ]


def test_a_tally_counts_lines_by_sort() -> None:
    """Articles that stay as they are count as read."""
    comparison = Comparison(filled(said("يذهب"), did("ذهب")))
    tally = Tally(2)
    tally.count(comparison.differences("a", None, {}))
    tally.count([])

    assert (tally.articles, tally.differing) == (2, 1)
    assert tally.lines == {("removed", "said"): 1, ("removed", "done"): 1}
    assert tally.actors == {"putin": 2}
