"""What belongs to the page is left out, and nothing else."""

import re

import pytest

from schemas.folding import fold
from streams.lexicon.boilerplate import RULES, Furniture
from streams.normalize.cleaning import clean
from streams.normalize.furniture import rule_of
from streams.normalize.letters import one_line

EXAMPLES = [(rule, line) for rule in RULES for line in rule.examples]
COUNTEREXAMPLES = [(rule, line) for rule in RULES for line in rule.counterexamples]


def matched(rule: Furniture, line: str) -> str | None:
    """Id of the rule that takes a line."""
    folded = fold(one_line(line))
    if rule.part:
        return rule.id if re.search(rule.pattern, folded) else None
    found = rule_of(folded)
    return found[0] if found else None


@pytest.mark.parametrize(("rule", "line"), EXAMPLES, ids=[rule.id for rule, _ in EXAMPLES])
def test_a_rule_takes_its_examples(rule: Furniture, line: str) -> None:
    """Each rule takes the lines that it is there for."""
    assert matched(rule, line) == rule.id


@pytest.mark.parametrize(("rule", "line"), COUNTEREXAMPLES, ids=[rule.id for rule, _ in COUNTEREXAMPLES])
def test_no_rule_takes_a_counterexample(rule: Furniture, line: str) -> None:
    """Sentences that look like furniture stay, whatever the rule."""
    assert matched(rule, line) is None


@pytest.mark.parametrize("rule", RULES, ids=[rule.id for rule in RULES])
def test_rules_are_written_in_folded_letters_and_explained(rule: Furniture) -> None:
    """A pattern with an unfolded letter would never match; a rule without reason or examples cannot be judged."""
    assert fold(rule.pattern).casefold() == rule.pattern.casefold()
    assert rule.reason.endswith(".")
    assert rule.examples
    assert rule.counterexamples


def test_a_line_of_the_edge_stays_in_the_middle() -> None:
    """Bylines and marks of the end are looked for near the ends only."""
    assert rule_of(fold("متابعة: إرفع صوتك"), edge=True) is not None
    assert rule_of(fold("متابعة: إرفع صوتك"), edge=False) is None


def test_the_headline_behind_a_label_stays() -> None:
    """Of a link to another article only the label goes: the headline may hold a statement."""
    cleaned = clean("قال الوزير نعم.\nإقرأ أيضا: روسيا تنفي الخبر\nوأضاف لا.")

    assert cleaned.text == "قال الوزير نعم.\nروسيا تنفي الخبر\nوأضاف لا."
    assert cleaned.removed == [("see_also", "إقرأ أيضا: ")]


def test_keywords_are_cut_from_the_last_line() -> None:
    """What a page is filed under is cut where it runs on behind the last sentence."""
    cleaned = clean("قال الوزير نعم.\nوانتهى الاجتماع بحسب رويترز. سمات اسبانيا بريطانيا جبل طارق")

    assert cleaned.text == "قال الوزير نعم.\nوانتهى الاجتماع بحسب رويترز."


@pytest.mark.parametrize(
    "line",
    [
        *(f"{opener}{'ا' * 40} 9 9 9 -" for opener in ("المصدر: ", "كتب: ", "* نقلا عن ")),
        *(
            "a@a.a" * 30 + " z",
            "http://" * 20 + "z ا",
            "ا/" * 60,
            "ا " * 60,
            "تابعوا " + "تطبيق " * 24,
            "شارك " * 30 + "x",
        ),
    ],
)
@pytest.mark.timeout(10)
def test_no_line_makes_the_rules_slow(line: str) -> None:
    """Every pattern decides in time that hardly depends on the line."""
    for _ in range(500):
        rule_of(line[:160])
