"""Whether what a trigger tells is recorded: each cue tips the scale one way or the other."""

import pytest

from streams.events import extract
from tests.streams.events.articles import mention, quotation, quoted

LEAD = "وصل الوزير إلى المدينة وقال إنه راض عن الأوضاع.\n"
#: An article that has told of fighting before.
TOLD = "شن مسلحون هجوما على قرية.\n"


def _triggers(text: str, rule: str, names: list[str] | None = None, published: str | None = None) -> list[str]:
    mentions = [mention(text, name, kind="state") for name in names or []]
    return [event.trigger.text for event in extract(quoted(text, published, mentions)) if event.rule == rule]


@pytest.mark.parametrize(
    ("recorded", "left"),
    [
        pytest.param(  # a line that no mark ends links to another article
            f"{LEAD}تراجعت الحكومة عن قرارها.\nوقال السكان ذلك.",
            f"{LEAD}تراجعت الحكومة عن قرارها\nوقال السكان ذلك.",
            id="line",
        ),
        pytest.param(  # what may be is told of less often than what was
            f"{LEAD}وقال السكان إن الحكومة تراجعت عن قرارها.",
            f"{LEAD}وقال السكان إنه إذا تراجعت الحكومة عن قرارها.",
            id="condition",
        ),
        pytest.param(  # nor is what did not happen
            f"{LEAD}وقال السكان: تتراجع الحكومة عن قرارها.",
            f"{LEAD}وقال السكان: لم تتراجع الحكومة عن قرارها.",
            id="negated",
        ),
    ],
)
def test_what_is_linked_to_or_supposed_or_denied_is_left_out(recorded: str, left: str) -> None:
    """Giving way is spoken of more often than it happens, so that one cue more leaves it out."""
    assert _triggers(recorded, "concede.back-down")
    assert not _triggers(left, "concede.back-down")


def test_who_takes_part_outweighs_that_the_like_was_told() -> None:
    """A fight told after another is recorded where it names both sides."""
    text = f"{TOLD}وفي اليوم نفسه تحدث شهود عن الغارات الروسية على حلب."
    other = f"{TOLD}وفي اليوم نفسه تحدث شهود عن سقوط ثلاثة قتلى."

    assert _triggers(text, "assault.air-strike", ["حلب"]) == ["الغارات"]
    assert not _triggers(other, "assault.casualties")


def test_another_telling_is_an_event_of_its_own_where_enough_speaks_for_it() -> None:
    """Demands by one actor are one after another; an attack by nobody, on no other day, is the one before."""
    demands = f"{LEAD}طالبت روسيا بالحوار.\nوقال السكان ذلك.\nوطالبت روسيا بالهدنة."
    attack = "شن مسلحون هجوما يوم الأحد.\nوقال السكان ذلك.\nووقع {}هجوم."

    assert len(_triggers(demands, "request.demand", ["روسيا"])) == len(["طالبت", "وطالبت"])
    for day, told in {"": ["هجوما"], "يوم الثلاثاء ": ["هجوما", "هجوم"]}.items():
        assert _triggers(attack.format(day), "assault.attack", published="2018-07-04T10:00:00Z") == told


def test_a_speaker_tells_less_than_an_article() -> None:
    """In a speaker's own words the same sentence is recorded less easily."""
    text = f"{LEAD}وقال السكان: تتراجع الحكومة عن قرارها."
    said = quotation(text, "تتراجع الحكومة عن قرارها")

    assert _triggers(text, "concede.back-down")
    assert not [event for event in extract(quoted(text, quotations=[said])) if event.rule == "concede.back-down"]
