"""Every rule decides in its examples, and in none of its counter-examples."""

import pytest

from streams.quotes.rules import RULES
from tests.streams.quotes.articles import quoted


def fired(text: str) -> set[str]:
    """The rules that decided about something in a text."""
    found = quoted(text)
    rules = {mention.rule for mention in found.mentions}
    for quotation in found.quotations:
        rules.add(quotation.rule)
        rules.update(speaker.rule for speaker in quotation.speakers)
    return rules


EXAMPLES = [(rule.id, text) for rule in RULES.values() for text in rule.examples]
COUNTER_EXAMPLES = [(rule.id, text) for rule in RULES.values() for text in rule.counter_examples]


@pytest.mark.parametrize(("rule", "text"), EXAMPLES)
def test_a_rule_decides_in_its_examples(rule: str, text: str) -> None:
    """The example is one of the rule."""
    assert rule in fired(text)


@pytest.mark.parametrize(("rule", "text"), COUNTER_EXAMPLES)
def test_a_rule_decides_nothing_in_its_counter_examples(rule: str, text: str) -> None:
    """The counter-example is none of the rule."""
    assert rule not in fired(text)


def test_every_rule_that_decides_is_registered() -> None:
    """No id travels that nobody can look up."""
    unknown = {used for _, text in (*EXAMPLES, *COUNTER_EXAMPLES) for used in fired(text)} - RULES.keys()

    assert not unknown
