"""Every trigger is tested from its own examples."""

import pytest

from schemas.folding import fold
from streams.events import extract
from streams.lexicon.triggers import REFINEMENTS, TRIGGERS, Refinement, Trigger
from tests.streams.events.articles import quoted

EXAMPLES = [
    pytest.param(rule, example, id=f"{rule.id}-{n}") for rule in TRIGGERS for n, example in enumerate(rule.examples)
]
COUNTERS = [
    pytest.param(rule, example, id=f"{rule.id}-{n}") for rule in TRIGGERS for n, example in enumerate(rule.counter)
]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_a_trigger_finds_its_examples(rule: Trigger, example: str) -> None:
    """Each example yields an event of the rule's type and mode, found by the rule."""
    found = {event.rule: event for event in extract(quoted(example))}

    assert rule.id in found
    assert found[rule.id].type == rule.type
    assert rule.mode is None or found[rule.id].mode == rule.mode


@pytest.mark.parametrize(("rule", "example"), COUNTERS)
def test_a_trigger_leaves_its_counter_examples(rule: Trigger, example: str) -> None:
    """No counter-example yields an event of the rule."""
    assert rule.id not in [event.rule for event in extract(quoted(example))]


@pytest.mark.parametrize("refinement", REFINEMENTS, ids=lambda one: f"{one.type}-{one.mode}")
def test_the_object_of_a_trigger_tells_its_mode(refinement: Refinement) -> None:
    """A trigger that leaves the mode open takes it from what follows."""
    assert (refinement.type, refinement.mode) in [
        (event.type, event.mode) for event in extract(quoted(refinement.example))
    ]
    assert fold(refinement.words) == refinement.words


def test_trigger_ids_are_unique_and_named_after_their_type() -> None:
    """An id names one rule, and begins with its type in lower case."""
    ids = [rule.id for rule in TRIGGERS]

    assert len(ids) == len(set(ids))
    assert all(rule.id.startswith(f"{rule.type.lower()}.") for rule in TRIGGERS)


@pytest.mark.parametrize("rule", TRIGGERS, ids=lambda rule: rule.id)
def test_a_trigger_is_documented_and_folded(rule: Trigger) -> None:
    """Each rule says why it is one, has both kinds of examples, and writes its words folded."""
    words = (rule.past, rule.present, rule.spelled, rule.spelled_present, rule.nouns, rule.participles)
    context = (rule.needs, rule.after, rule.bars, rule.bars_before, rule.to)

    assert rule.reason
    assert rule.examples
    assert rule.counter
    assert all(fold(text) == text for text in (*words, *context))
    assert any(words)
