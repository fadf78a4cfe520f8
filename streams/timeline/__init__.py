"""The timeline stage: contributions in, entries out, over two tables.

`entries` has a row for each line of each actor; `memory` a row for each pair of actor and article. An article costs as
many rows as it has and had lines, whatever the length of the timeline.
"""

from collections.abc import MutableMapping

import msgspec

from schemas.ids import entry_id
from schemas.timeline import Contribution, Exclusion, Line, Retraction, TimelineEntry
from streams.timeline.entries import EntryState, Saying, view
from streams.timeline.memory import Memory

Table = MutableMapping[bytes, bytes]
#: Key of an entry, and the entry; None where newer rules no longer find it in any edition.
Touched = tuple[bytes, TimelineEntry | None]

_MEMORY = msgspec.msgpack.Decoder(Memory)
_STATE = msgspec.msgpack.Decoder(EntryState)
_ENCODER = msgspec.msgpack.Encoder(order="deterministic")


def entry_key(actor: str, entry: str) -> bytes:
    """Key of an entry, in its table and in `timeline.entries`."""
    return f"{actor}/{entry}".encode()


def memory_key(actor: str, article: str) -> bytes:
    """Key of a row of the memory."""
    return f"{actor}|{article}".encode()


def contribute(contribution: Contribution, memory: Table, entries: Table) -> list[Touched]:
    """Fold one contribution into the tables.

    Writes and returns every entry that any version of the article ever touched, changed or not.
    """
    key = memory_key(contribution.actor, contribution.source.article)
    known = _recall(memory, key)
    if known.erased:
        return _erase(contribution.actor, contribution.source.article, known, entries)
    lines = {line.block: line for line in contribution.lines}
    newest = known.see(contribution.rank, list(lines))
    touched = []
    for block in known.touched:
        state = _load(entries, contribution.actor, block)
        testimony = state.of(contribution.source.article)
        for edition, mark in known.editions.items():
            if edition == contribution.rank.edition and newest:
                testimony.hear(_saying(contribution, known, lines.get(block)))
            elif testimony.knows(edition, mark.rank, line=block in mark.blocks):
                continue
            elif block in mark.blocks:
                testimony.sight(mark.rank)
            else:
                testimony.hear(Saying(mark.rank))
        testimony.withdraw(known.withdrawals)
        testimony.refuse(known.refusals)
        touched.append(_store(entries, state))
    memory[key] = _ENCODER.encode(known)
    return touched


def retract(told: Retraction | Exclusion, memory: Table, entries: Table) -> list[Touched]:
    """Fold a withdrawal, or the refusal of one version, into the tables.

    Writes and returns every entry that any version of the article ever touched, changed or not.
    """
    key = memory_key(told.actor, told.article)
    known = _recall(memory, key)
    if known.erased or (isinstance(told, Retraction) and told.erased):
        known.erase()
        memory[key] = _ENCODER.encode(known)
        return _erase(told.actor, told.article, known, entries)
    if isinstance(told, Retraction):
        known.withdraw(told.recorded)
    else:
        known.refuse(told.digest, told.rules)
    touched = []
    for block in known.touched:
        state = _load(entries, told.actor, block)
        testimony = state.of(told.article)
        testimony.withdraw(known.withdrawals)
        testimony.refuse(known.refusals)
        touched.append(_store(entries, state))
    memory[key] = _ENCODER.encode(known)
    return touched


def _erase(actor: str, article: str, known: Memory, entries: Table) -> list[Touched]:
    """Take all that an article says out of the entries that it ever touched, as if it had never said it."""
    touched = []
    for block in known.touched:
        state = _load(entries, actor, block)
        state.articles.pop(article, None)
        touched.append(_store(entries, state))
    return touched


def _saying(contribution: Contribution, known: Memory, line: Line | None) -> Saying:
    rank = known.editions[contribution.rank.edition].rank
    return Saying(rank) if line is None else Saying(rank, line, contribution.source, contribution.name)


def _recall(memory: Table, key: bytes) -> Memory:
    data = memory.get(key)
    return Memory() if data is None else _MEMORY.decode(data)


def _load(entries: Table, actor: str, block: str) -> EntryState:
    data = entries.get(entry_key(actor, entry_id(actor, block)))
    return EntryState(actor, block) if data is None else _STATE.decode(data)


def _store(entries: Table, state: EntryState) -> Touched:
    key = entry_key(state.actor, entry_id(state.actor, state.block))
    entries[key] = _ENCODER.encode(state)
    return key, view(state)
