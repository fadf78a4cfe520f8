"""An article's raw text with what was found in it marked, so that it can be read without colour.

Findings overlap: a quotation holds events, a cue may stand inside another's content. Each mark is a pair of brackets of
its own kind with the number of its finding, so crossing marks stay legible.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from rich.text import Text

from schemas.dates import EventDate
from schemas.events import Event
from schemas.quotations import Quotation
from schemas.text import Extract
from streams.render.bidi import safe_same_length

Kind = Literal["content", "cue", "speaker", "trigger", "date"]


class Look(NamedTuple):
    """How a kind of mark looks.

    Attributes:
        opening: Stands before the number.
        closing: Stands after the words.
        style: Colour of the words; later kinds lie over earlier ones.
        meaning: For the legend.
    """

    opening: str
    closing: str
    style: str
    meaning: str


LOOKS: dict[Kind, Look] = {
    "content": Look("[", "]", "green", "what is quoted"),
    "speaker": Look("(", ")", "bold cyan", "who speaks"),
    "cue": Look("<", ">", "bold yellow", "the word that reports"),
    "trigger": Look("{", "}", "bold magenta", "the word that names an event"),
    "date": Look("~", "~", "bold blue", "the words that date it"),
}


class Mark(NamedTuple):
    """One stretch of the raw text.

    Attributes:
        start: Its first character.
        end: The character after its last one.
        kind: What it is.
        numbers: The findings it belongs to.
    """

    start: int
    end: int
    kind: Kind
    numbers: tuple[int, ...]


def marks(quotations: Iterable[tuple[int, Quotation]], events: Iterable[tuple[int, Event]]) -> list[Mark]:
    """Return the marks of numbered findings, in the order of the text, outer ones first."""
    found: dict[tuple[int, int, Kind], list[int]] = defaultdict(list)
    spots = [
        *(spot for one in quotations for spot in _of_quotation(*one)),
        *(spot for one in events for spot in _of_event(*one)),
    ]
    for number, kind, extract in spots:
        if extract and number not in found[extract.start, extract.end, kind]:
            found[extract.start, extract.end, kind].append(number)
    kinds = list(LOOKS)
    ordered = sorted(found.items(), key=lambda item: (item[0][0], -item[0][1], kinds.index(item[0][2])))
    return [Mark(*spot, tuple(numbers)) for spot, numbers in ordered]


def marked(raw: str, found: Iterable[Mark]) -> Text:
    """Return the raw text with brackets and colours; line feeds are kept, whatever else steers a terminal is not."""
    found = list(found)
    base = Text("\n".join(safe_same_length(line) for line in raw.split("\n")))
    for kind, look in LOOKS.items():
        for mark in found:
            if mark.kind == kind:
                base.stylize(look.style, mark.start, mark.end)
    inserted = _brackets(found)
    text, done = Text(), 0
    for at in sorted(inserted):
        text.append_text(base[done:at]).append_text(inserted[at])
        done = at
    return text.append_text(base[done:])


def legend() -> Text:
    """Return what each kind of mark means."""
    parts = [Text(f"{look.opening}1 …{look.closing}", look.style) + Text(f" {look.meaning}") for look in LOOKS.values()]
    return Text(" · ").join(parts)


def _brackets(found: list[Mark]) -> dict[int, Text]:
    """Return what is inserted at each offset: closing brackets, the last opened first, then opening ones."""
    inserted: dict[int, Text] = defaultdict(Text)
    for mark in reversed(found):
        look = LOOKS[mark.kind]
        inserted[mark.end].append(look.closing, look.style)
    for mark in found:
        look = LOOKS[mark.kind]
        inserted[mark.start].append(f"{look.opening}{','.join(map(str, mark.numbers))} ", look.style)
    return inserted


def _of_quotation(number: int, quotation: Quotation) -> Iterator[tuple[int, Kind, Extract | None]]:
    yield number, "content", quotation.content
    yield number, "cue", quotation.cue
    for speaker in quotation.speakers:
        yield number, "speaker", speaker.mention
    yield number, "date", _source(quotation.date)


def _of_event(number: int, event: Event) -> Iterator[tuple[int, Kind, Extract | None]]:
    yield number, "trigger", event.trigger
    yield number, "date", _source(event.date)


def _source(date: EventDate | None) -> Extract | None:
    return date.source if date else None
