"""Timelines on the terminal: when, what, with whom, by how many witnesses, and from which articles."""

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from schemas.source import Source
from schemas.text import Extract, Party
from schemas.timeline import Deed, Line, Statement
from streams.reader.evidence import sort_of
from streams.reader.views import ActorView, LineView, Testimony, TimelineView
from streams.render.page import Page, Piece
from streams.render.phrases import REALIS, act, count, heading, instant, listed, saying, verb, vouched, when
from streams.render.words import line_words

_SOURCES = 3
#: Cells of a headline: at most, beside outlet and date, and at least.
_HEADLINE, _BESIDE, _LEAST = 60, 44, 20
_INDENT = 4


def render_timeline(console: Console, view: TimelineView) -> None:
    """Print a timeline: a heading for each date, and under it what was said and done.

    Args:
        console: Where to print; plain lines if it is no terminal.
        view: The timeline.
    """
    page = Page(console)
    _header(page, view)
    under, above = "", None
    for line in view.lines:
        if line.variant_of is None and heading(line) != under:
            under = heading(line)
            page.blank()
            page.line(under, style="bold cyan")
        render_line(page, line, under=under, above=above)
        above = line
    page.blank()
    _footnotes(page, view.lines)
    if view.next:
        page.line("There is more:", style="dim")
        page.unbroken(f"--page {view.next}")


def render_line(page: Page, line: LineView, *, under: str, above: LineView | None = None, owner: bool = False) -> None:
    """Print one line with its evidence.

    Args:
        page: Where to print.
        line: The line.
        under: The heading it stands under.
        above: The line above it, whose sentence is not printed again.
        owner: Whether to begin with the actor's name.
    """
    bullet = "≈ " if line.variant_of else "• "
    told = heading(line)
    date = [] if told == under else [told]
    lead = ", ".join([*([line.variant] if line.variant else []), *date])
    own = owner and sort_of(line.line) != "about"
    name: list[Piece] = [page.name(line.name, "bold"), " "] if own else []
    page.line(bullet, *([f"{lead}: "] if lead else []), *_flag(line), *name, *said_or_did(page, line), indent=2)
    if above is not None and _same_sentence(line, above):
        page.line("in the same sentence", style="dim", indent=_INDENT)
    else:
        page.paragraph(line_words(line.line, "strike" if line.state == "retracted" else ""), indent=_INDENT)
    _evidence(page, line)


def _same_sentence(one: LineView, other: LineView) -> bool:
    lines = one.line, other.line
    return all(isinstance(line, Deed) for line in lines) and one.text == other.text and one.state == other.state


def _footnotes(page: Page, lines: Sequence[LineView]) -> None:
    """Explain the signs that occur."""
    quoted = any(isinstance(line.line, Statement) and line.line.quotation.verbatim for line in lines)
    notes = ["« » the words as they were said"] if quoted else []
    if any(line.variant_of for line in lines):
        notes.append("≈ a variant of the line above")
    if notes:
        page.line(" · ".join(notes), style="dim")


def _header(page: Page, view: TimelineView) -> None:
    actor = view.actor
    page.line(Text(actor.id, "bold"), "  ", page.name(actor.name, "bold"))
    if view.as_of:
        page.line(f"{count(len(view.lines), 'line')}, as recorded by {instant(view.as_of)}", style="yellow")
    else:
        page.line(summary(actor), style="dim")
    if not view.lines:
        page.blank()
        page.line("Nothing is told of this actor here." if actor.lines else "Nothing is told of this actor yet.")


def summary(actor: ActorView) -> str:
    """Return what is told of an actor, in numbers."""
    counts = (
        (actor.statements, "statement"),
        (actor.events, "event"),
        (actor.about, "statement of others", "statements of others"),
        (actor.retracted, "retracted line"),
    )
    parts = [count(number, *nouns) for number, *nouns in counts if number] or ["no lines"]
    if actor.first is None or actor.last is None:
        return listed(parts)
    first, last = when(actor.first), when(actor.last)
    return f"{listed(parts)}, dated {first}" + (f" to {last}" if last != first else "")


def _flag(line: LineView) -> list[Piece]:
    styles = {"retracted": "bold red", "corrected": "bold yellow"}
    return [Text(f"{line.state}: ", styles[line.state])] if line.state in styles else []


def said_or_did(page: Page, line: LineView) -> list[Piece]:
    """Say what the actor of a line said or did, or what others said about it."""
    return told_of(page, line.line, line.actor)


def told_of(page: Page, line: Line, actor: str) -> list[Piece]:
    """Say what a line tells of an actor."""
    return _said(page, line, actor) if isinstance(line, Statement) else _did(page, line, actor)


def _said(page: Page, statement: Statement, actor: str) -> list[Piece]:
    quotation = statement.quotation
    about = statement.role == "about"
    pieces: list[Piece] = [*_names(page, quotation.speakers), " "] if about else []
    pieces.append(Text(saying(quotation), "green"))
    if quotation.cue:
        pieces += _as_told(page, quotation.cue)
    others = [one for one in quotation.speakers if one.id != actor]
    if others and not about:
        pieces += [" with ", *_names(page, others)]
    if quotation.via and quotation.via.name:
        pieces += [" through ", page.name(quotation.via.name)]
    return pieces


def _did(page: Page, deed: Deed, actor: str) -> list[Piece]:
    event, passive = deed.event, deed.role == "recipient"
    pieces: list[Piece] = [Text(act(event, done_to=passive), "green"), *_as_told(page, event.trigger)]
    actors = [one for one in event.actors if one.id != actor]
    recipients = [one for one in event.recipients if one.id != actor]
    if passive and actors:
        pieces += [" by ", *_names(page, actors)]
    if not passive and recipients:
        pieces += [f" {verb(event).towards}".rstrip(), " ", *_names(page, recipients)]
    if beside := recipients if passive else actors:
        pieces += [" together with " if recipients else " with ", *_names(page, beside)]
    code = "/".join(part for part in (event.type, event.mode) if part)
    return [*pieces, Text(" · " + ", ".join(part for part in (REALIS[event.realis], code) if part), "dim")]


def _as_told(page: Page, word: Extract) -> list[Piece]:
    """The article's own word; the mark after it keeps it from running together with a name that follows."""
    return [Text(" (", "dim"), page.name(word.text, "dim"), Text(")", "dim")]


def _names(page: Page, parties: list[Party]) -> list[Piece]:
    named = [one.name or (one.mention.text if one.mention else "somebody") for one in parties]
    names = dict.fromkeys(named or ["somebody"])
    pieces: list[Piece] = []
    for at, name in enumerate(names):
        if at:
            pieces.append(" and " if at == len(names) - 1 else ", ")
        pieces.append(page.name(name))
    return pieces


def _evidence(page: Page, line: LineView) -> None:
    witnesses: dict[str, list[Testimony]] = {}
    for one in line.evidence:
        witnesses.setdefault(one.original, []).append(one)
    if line.articles > 1:
        page.line(vouched(line), style="dim", indent=_INDENT)
    for texts in list(witnesses.values())[:_SOURCES]:
        page.line(*_source(page, texts), style="dim", indent=_INDENT)
    if len(witnesses) > _SOURCES:
        page.line(f"and {len(witnesses) - _SOURCES:,} more", style="dim", indent=_INDENT)
    _corrections(page, line)


def _source(page: Page, texts: list[Testimony]) -> list[Piece]:
    """Cite a text by its original where that vouches for the line, else by the earliest copy."""
    cited = next((one for one in texts if one.source.article == one.original), texts[0])
    pieces: list[Piece] = ["— ", *cite(page, cited.source)]
    if cited.source.published:
        pieces += [f", {when(cited.source.published)}"]
    if copies := len({one.source.article for one in texts}) - 1:
        pieces.append(f", and {count(copies, 'copy', 'copies')}")
    return pieces


def cite(page: Page, source: Source) -> list[Piece]:
    """Cite an article: its outlet and its headline, else the end of its URI."""
    room = min(max(page.width - _BESIDE, _LEAST), _HEADLINE)
    title = page.short(source.headline, room) if source.headline else page.name(_tail(source.uri))
    return [page.name(source.outlet), ": ", title] if source.outlet else [title]


def _tail(uri: str) -> str:
    """Return the part of a URI that tells articles apart: the name of a file, else the end."""
    uri = uri.rsplit("/", 1)[-1] if uri.startswith("file:") else uri
    return uri if len(uri) <= _HEADLINE else "…" + uri[-_HEADLINE:]


def _corrections(page: Page, line: LineView) -> None:
    if line.state == "standing":
        return
    standing = {one.source.article for one in line.evidence}
    for one in line.withdrawn:
        if one.until is not None:
            what = "revised by" if one.source.article in standing else "taken back by"
            page.line(f"{what} ", *cite(page, one.source), f", {instant(one.until)}", style="yellow", indent=_INDENT)
