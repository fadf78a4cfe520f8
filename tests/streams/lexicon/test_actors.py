"""The tables of actors contradict neither themselves nor the calendar."""

import re
from itertools import pairwise

import pytest

from schemas.folding import words
from streams.lexicon.actors import ACTORS, HOLDERS, NAMES, OFFICE_NAMES, holder
from streams.lexicon.actors_bodies import BODIES
from streams.lexicon.actors_leaders import LEADERS
from streams.lexicon.actors_people import PEOPLE
from streams.lexicon.actors_states import KINDS
from streams.lexicon.places import STATES
from streams.lexicon.titles import OFFICES


def test_every_line_of_the_tables_is_an_actor_of_its_own() -> None:
    """No id stands twice."""
    ids = [line.split("|")[0] for line in (PEOPLE + LEADERS + BODIES).strip().splitlines() if line]

    assert len(ids) == len(set(ids))
    assert set(ids) | set(STATES) <= set(ACTORS)


def test_the_bodies_of_states_are_made_from_a_table() -> None:
    """Each is named by the state's adjective in its gender; one that a table of its own names is not made again."""
    assert ACTORS["france-army"].name == "الجيش الفرنسي"
    assert ACTORS["france-interior-ministry"].aliases == ("وزارة الداخلية الفرنسية", "الداخلية الفرنسية")
    assert ACTORS["north-korea-government"].name == "الحكومة الكورية الشمالية"
    assert "russia-foreign-ministry" not in ACTORS
    assert all(kind.states == "" or set(kind.states.split()) <= set(STATES) for kind in KINDS)


def test_ids_are_readable() -> None:
    """Latin words joined by hyphens, and nothing that looks like an unknown actor's."""
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", actor) and not actor.startswith("x-") for actor in ACTORS)


def test_no_wikidata_id_belongs_to_two_actors() -> None:
    """And each looks like one."""
    known = [actor.wikidata for actor in ACTORS.values() if actor.wikidata]

    assert len(known) == len(set(known))
    assert all(re.fullmatch(r"Q[1-9]\d*", wikidata) for wikidata in known)


def test_no_name_belongs_to_two_actors() -> None:
    """A name that two bear cannot tell one of them."""
    owners: dict[tuple[str, ...], set[str]] = {}
    for actor in ACTORS.values():
        for name in (*actor.aliases, *actor.weak):
            owners.setdefault(tuple(words(name)), set()).add(actor.id)
    for state in STATES.values():
        for capital in state.capitals:
            owners.setdefault(tuple(words(capital)), set()).add(state.id)

    assert {name: who for name, who in owners.items() if len(who) > 1} == {}


def test_no_office_has_two_holders_at_once() -> None:
    """One ends before the next begins."""
    for office, held in HOLDERS.items():
        for (one, _), (other, _) in pairwise(held):
            assert one.end, office
            assert one.end[: len(other.start)] <= other.start[: len(one.end)], office


def test_roles_end_after_they_begin() -> None:
    """Dates are ISO 8601 of any precision."""
    for actor in ACTORS.values():
        for role in actor.roles:
            assert all(re.fullmatch(r"\d{4}(-\d\d){0,2}|", date) for date in (role.start, role.end)), actor.id
            assert role.start
            assert not role.end or role.start < role.end, actor.id


def test_roles_name_known_offices_and_states() -> None:
    """A fixed office begins with an equals sign in the table and is folded words here."""
    for office in HOLDERS:
        kind, _, state = office.partition(" ")
        assert kind not in OFFICES or state in STATES, office
        assert kind in OFFICES or not kind.isascii(), office


@pytest.mark.parametrize(
    ("office", "date", "actor"),
    [
        ("president united-states", "2016-12-29", "barack-obama"),
        ("president united-states", "2017-03", "donald-trump"),
        ("foreign-minister russia", "2015", "sergey-lavrov"),
        ("prime-minister united-kingdom", "2016-07-13", "theresa-may"),
        ("prime-minister united-kingdom", "2016-07-12", "david-cameron"),
        ("prime-minister united-kingdom", "2016", None),
        ("president united-states", "", None),
        ("president luxembourg", "2016-12-29", None),
    ],
)
def test_the_date_chooses_the_holder(office: str, date: str, actor: str | None) -> None:
    """A date that fits two holders, or none, chooses nobody."""
    assert holder(office, date) == actor


def test_names_and_offices_are_found_by_their_first_word() -> None:
    """The longest name wins."""
    keys = words("وزير الخارجية الروسي سيرغي لافروف")

    assert OFFICE_NAMES["وزير"].longest(keys, 1) == (2, OFFICE_NAMES["وزير"].names["الخارجيه", "الروسي"])
    assert NAMES["سيرغي"].longest(keys, 4) == (1, NAMES["سيرغي"].names[("لافروف",)])
    assert NAMES["سيرغي"].longest(keys[:4], 4) is None
