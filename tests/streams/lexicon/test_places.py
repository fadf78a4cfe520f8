"""States, their adjectives and capitals."""

import pytest

from schemas.folding import fold
from streams.lexicon.places import ADJECTIVES, STATES, definite, feminine


def test_no_adjective_belongs_to_two_states() -> None:
    """A nationality tells one state."""
    forms = [(fold(adjective), state.id) for state in STATES.values() for adjective in state.adjectives]
    owners: dict[str, set[str]] = {}
    for adjective, state in forms:
        owners.setdefault(adjective, set()).add(state)

    assert {adjective: who for adjective, who in owners.items() if len(who) > 1} == {}


@pytest.mark.parametrize("word", ["روسي", "الروسي", "الروسية", "روسية"])
def test_adjectives_are_found_in_both_genders_with_and_without_article(word: str) -> None:
    """All four forms name the state."""
    assert ADJECTIVES[fold(word)] == "russia"


def test_adjectives_of_two_words_take_article_and_gender_on_both() -> None:
    """But the first word of جنوب أفريقي takes no gender."""
    assert feminine("كوري جنوبي") == "كورية جنوبية"
    assert definite("كوري جنوبي") == "الكوري الجنوبي"
    assert definite("جنوب أفريقي") == "الجنوب أفريقي"


def test_states_have_names_and_wikidata_ids() -> None:
    """The usual name first."""
    assert len(STATES) > 100
    assert all(state.names and state.wikidata.startswith("Q") for state in STATES.values())
