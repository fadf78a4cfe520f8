"""`timeline.contributions` in, the lines of timelines out."""

from schemas.ranks import Instant
from schemas.registry import CONTRIBUTIONS, ENTRIES, encode
from schemas.timeline import Contribution, Exclusion, Retraction
from streams.agents.step import Output, Record, Stage, Tables, decode
from streams.timeline import Touched, contribute, retract


def step(record: Record, tables: Tables) -> list[Output]:
    """Fold one contribution into the lines of its actor.

    Raises:
        Rejected: The record is none of ours.
    """
    given: Contribution | Retraction | Exclusion = decode(CONTRIBUTIONS, record)
    memory, entries = tables["memory"], tables["entries"]
    if isinstance(given, Contribution):
        return [_entry(given.actor, touched, given.rank.recorded) for touched in contribute(given, memory, entries)]
    return [_entry(given.actor, touched, given.recorded) for touched in retract(given, memory, entries)]


def _entry(actor: str, touched: Touched, moment: Instant) -> Output:
    """The latest state of an entry, or a tombstone where newer rules no longer find it."""
    key, entry = touched
    return Output(ENTRIES, key, None if entry is None else encode(entry), actor, moment, near=actor.encode())


STAGE = Stage("timeline", CONTRIBUTIONS, step, tables=("memory", "entries"))
