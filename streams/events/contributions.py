"""What an article adds to timelines: for each actor the lines it gives, statements and deeds."""

from bisect import bisect_left
from collections.abc import Iterator

from schemas.articles import QuotedArticle
from schemas.events import Event
from schemas.ids import dated_event_block, mention_block, statement_block, undated_event_block
from schemas.quotations import Mention, Quotation
from schemas.text import Party
from schemas.timeline import Deed, Line, Statement

#: Kinds of mentions that a statement is about. States are named in every second statement of news, and a capital
#: stands for one: their timelines would drown in what others say.
_SPOKEN_OF = frozenset({"person", "office", "body"})


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
    for place, party, line in (*_statements(quoted), *_deeds(events)):
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


def _statements(quoted: QuotedArticle) -> Iterator[tuple[int, Party, Line]]:
    named = sorted((one for one in quoted.mentions if one.kind in _SPOKEN_OF), key=lambda one: one.extract.start)
    starts = [one.extract.start for one in named]
    for quotation in quoted.quotations:
        said = " ".join(part.text for part in quotation.verbatim) or quotation.content.text
        block = statement_block(said, negated=quotation.negated)
        for speaker in quotation.speakers:
            yield quotation.content.start, speaker, Statement(block=block, quotation=quotation)
        within = named[bisect_left(starts, quotation.content.start) : bisect_left(starts, quotation.content.end)]
        yield from _about(quotation, said, within)


def _about(quotation: Quotation, said: str, named: list[Mention]) -> Iterator[tuple[int, Party, Line]]:
    """Give a statement to those whom it names, but for those who make it."""
    speakers = {speaker.id for speaker in quotation.speakers if speaker.id}
    found = {one.actor: one for one in reversed(named) if one.actor and one.actor not in speakers}
    if not found:
        return
    block = mention_block(said, speakers, negated=quotation.negated)
    for actor, one in found.items():
        party = Party(actor, one.name, one.extract, one.rule)
        yield quotation.content.start, party, Statement(block=block, quotation=quotation, role="about")


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
