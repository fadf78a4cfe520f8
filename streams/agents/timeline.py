"""`timeline.contributions` in, the lines of timelines out."""

from schemas.ranks import Instant
from schemas.registry import CONTRIBUTIONS, ENTRIES, encode
from schemas.timeline import Contribution, Retraction, TimelineEntry
from streams.agents.step import Output, Record, Stage, Tables, decode
from streams.timeline import contribute, entry_key, retract


def step(record: Record, tables: Tables) -> list[Output]:
    """Fold one contribution into the lines of its actor.

    Raises:
        Rejected: The record is none of ours.
    """
    given: Contribution | Retraction = decode(CONTRIBUTIONS, record)
    memory, entries = tables["memory"], tables["entries"]
    if isinstance(given, Retraction):
        return [_entry(entry, given.recorded) for entry in retract(given, memory, entries)]
    return [_entry(entry, given.rank.recorded) for entry in contribute(given, memory, entries)]


def _entry(entry: TimelineEntry, moment: Instant) -> Output:
    actor = entry.actor.encode()
    return Output(ENTRIES, entry_key(entry.actor, entry.id), encode(entry), entry.actor, moment, near=actor)


STAGE = Stage("timeline", CONTRIBUTIONS, step, tables=("memory", "entries"))
