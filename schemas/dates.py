"""Dates of events: as precise as the text, never finer."""

from msgspec import Struct

from schemas.text import Extract


class EventDate(Struct, frozen=True):
    """When something happened or will happen.

    Attributes:
        value: ISO 8601 with the precision the text supports: `2016-12-29`, `2016-12`, `2015`, a week `2018-W20`, or
            `--07-12` for a day and month whose year nobody states.
        source: The words that give it, or null where it follows from another date.
        rule: Id of the rule that resolved it.
    """

    value: str
    source: Extract | None
    rule: str
