"""One record for each event: an article that tells an event again adds nothing.

News tells its main event in the headline, the lead and once more in the body. A later trigger of the same type is the
same event unless something sets it apart: other parties, another date, another kind of deed.
"""

from dataclasses import dataclass

from schemas.dates import EventDate
from schemas.events import Realis
from schemas.text import Party
from streams.events.finder import Hit
from streams.events.parties import Cast


@dataclass(frozen=True)
class Draft:
    """An event before it is a record.

    Attributes:
        hit: Its trigger.
        sentence: Number of its sentence.
        cast: Its parties.
        date: Its date, or None.
        realis: Its realis.
    """

    hit: Hit
    sentence: int
    cast: Cast
    date: EventDate | None
    realis: Realis


def distinct(drafts: list[Draft]) -> list[Draft]:
    """Keep the first telling of each event."""
    kept: list[Draft] = []
    by_type: dict[str, list[Draft]] = {}
    for draft in drafts:
        same = by_type.setdefault(draft.hit.rule.trigger.type, [])
        if any(_repeats(earlier, draft) for earlier in same):
            continue
        same.append(draft)
        kept.append(draft)
    return kept


def _repeats(earlier: Draft, later: Draft) -> bool:
    one, two = earlier.hit.rule.trigger, later.hit.rule.trigger
    if earlier.sentence == later.sentence and later.hit.index - earlier.hit.index <= 4:  # noqa: PLR2004 -- within one phrase
        return True
    return one.id == two.id


def _keys(parties: list[Party]) -> set[str]:
    return {party.id or party.name or "" for party in parties}
