"""Whether a trigger tells an event at all.

What is wished, proposed or called for is no event (ضرورة وقف القتال); and a bare definite noun (الاجتماع, القصف)
points back to what was told, unless something tells which one is meant (الاجتماع الذي, القصف على, الغارات الروسية).
"""

from streams.events.finder import Hit
from streams.events.tokens import Page
from streams.lexicon.grammar import QUALIFIERS, WISHES

_DEFINITE = ("ال", "وال", "بال", "لل", "ولل", "وبال", "فال")
_REACH = 2


def tells(page: Page, hit: Hit, start: int) -> bool:
    """Tell whether a trigger in the sentence that begins at word `start` tells an event."""
    if hit.tense in {"noun", "present"} and not WISHES.isdisjoint(
        page.words[max(start, hit.index - _REACH) : hit.index]
    ):
        return False
    return not _points_back(page, hit)


def _points_back(page: Page, hit: Hit) -> bool:
    if hit.tense != "noun" or not page.words[hit.index].startswith(_DEFINITE):
        return False
    after = page.words[hit.index + 1] if hit.index + 1 < len(page.words) else ""
    return not (after in QUALIFIERS or after.startswith("ال"))
