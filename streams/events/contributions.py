"""What an article adds to timelines: for each actor the lines it gives, statements and deeds."""

from collections.abc import Iterator

from schemas.articles import QuotedArticle
from schemas.events import Event
from schemas.ids import dated_event_block, statement_block, undated_event_block
from schemas.quotations import Quotation
from schemas.text import Party
from schemas.timeline import Deed, Line, Statement


def lines(quoted: QuotedArticle, events: list[Event]) -> dict[str, tuple[str, list[Line]]]:
    """Tell which lines an article gives to which actors.

    Args:
        quoted: The article with its quotations.
        events: Its events.

    Returns:
        For each actor with an id, by id, the fullest form of its name and its lines in the order of the text; one
        line for each block.
    """
    names: dict[str, str] = {}
    found: dict[str, dict[str, tuple[int, Line]]] = {}
    for place, party, line in (*_statements(quoted.quotations), *_deeds(events)):
        if party.id is None:
            continue
        names[party.id] = _fuller(names.get(party.id, ""), party)
        found.setdefault(party.id, {}).setdefault(line.block, (place, line))
    return {actor: (names[actor], _ordered(found[actor])) for actor in sorted(found)}


def _ordered(blocks: dict[str, tuple[int, Line]]) -> list[Line]:
    return [line for _, line in sorted(blocks.values(), key=lambda pair: (pair[0], pair[1].block))]


def _fuller(known: str, party: Party) -> str:
    name = party.name or (party.mention.text if party.mention else "")
    return name if len(name) > len(known) else known


def _statements(quotations: list[Quotation]) -> Iterator[tuple[int, Party, Line]]:
    for quotation in quotations:
        said = " ".join(part.text for part in quotation.verbatim) or quotation.content.text
        block = statement_block(said, negated=quotation.negated)
        for speaker in quotation.speakers:
            yield quotation.content.start, speaker, Statement(block=block, quotation=quotation)


def _deeds(events: list[Event]) -> Iterator[tuple[int, Party, Line]]:
    for event in events:
        block = _block(event)
        for actor in event.actors:
            yield event.trigger.start, actor, Deed(block=block, role="actor", event=event)
        for recipient in event.recipients:
            yield event.trigger.start, recipient, Deed(block=block, role="recipient", event=event)


def _block(event: Event) -> str:
    if event.date is None:
        return undated_event_block(event.type, event.mode, event.sentence.text)
    parties = [party.id for party in (*event.actors, *event.recipients) if party.id]
    return dated_event_block(event.type, event.mode, parties, event.date.value)
