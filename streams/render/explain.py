"""Why an article says what it is taken to say: its text with everything marked, and the rule behind each finding."""

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from schemas.articles import Article
from schemas.dates import EventDate
from schemas.events import Event
from schemas.quotations import Quotation
from schemas.text import Party
from streams.render.bidi import safe
from streams.render.marks import legend, marked, marks
from streams.render.page import Page, Piece, shorten
from streams.render.phrases import REALIS, count, when
from streams.render.words import marked as words_marked

_DEEP = 6


def render_explain(
    console: Console, raw: str, article: Article, quotations: Sequence[Quotation], events: Sequence[Event]
) -> None:
    """Print an article with its quotations, speakers, cues, events and dates marked, and the rule behind each.

    Args:
        console: Where to print; plain lines if it is no terminal.
        raw: The text as the feed published it, which all offsets count in.
        article: The article as it was cleaned.
        quotations: Its quotations.
        events: Its events.
    """
    page = Page(console)
    said = list(enumerate(quotations, 1))
    done = list(enumerate(events, len(quotations) + 1))
    _header(page, article, len(said), len(done))
    page.blank()
    page.line(legend(), style="dim")
    page.blank()
    _text(page, marked(raw, marks(said, done)), left_out(raw, article))
    for number, quotation in said:
        _quotation(page, number, quotation)
    for number, event in done:
        _event(page, number, event)


def left_out(raw: str, article: Article) -> list[bool]:
    """Tell for each line of the raw text whether nothing of it came into the cleaned text."""
    kept, lines, start = {run.raw: run.raw + run.length * run.width for run in article.runs}, [], 0
    for line in raw.split("\n"):
        end = start + len(line)
        lines.append(bool(line.strip()) and not any(first < end and last > start for first, last in kept.items()))
        start = end + 1
    return lines


def _text(page: Page, text: Text, dropped: Sequence[bool]) -> None:
    """Print the article line by line, saying of each stretch that cleaning left out that it did."""
    before = False
    for line, out in zip(text.split("\n", allow_blank=True), dropped, strict=True):
        if not line.plain.strip():
            continue
        if out != before:
            page.line("left out as boilerplate or repetition:" if out else "read again from here:", style="dim italic")
            before = out
        if out:
            line.stylize("dim")
        page.paragraph(line)


def _header(page: Page, article: Article, quotations: int, events: int) -> None:
    page.line(Text(article.uri, "bold"))
    if article.headline:
        page.paragraph(Text(safe(article.headline), "bold"))
    parts: list[Piece] = [f"{count(quotations, 'quotation')}, {count(events, 'event')}"]
    if article.outlet:
        parts += [" · ", page.name(article.outlet)]
    if article.published:
        how = "stated by the feed" if article.published.how == "feed" else "read in the text"
        parts.append(f" · published {when(article.published.value)}, {how}")
    else:
        parts.append(" · publication date unknown")
    page.line(*parts, style="dim")


def _quotation(page: Page, number: int, quotation: Quotation) -> None:
    page.blank()
    stance = f", {quotation.stance}" if quotation.stance not in {None, "neutral"} else ""
    page.line(Text(f"{number:>3}  "), Text(f"{quotation.kind} quotation{stance}", "bold green"), *_rule(quotation.rule))
    page.paragraph(Text(shorten(words_marked(quotation), page.width - _DEEP - 4)), indent=_DEEP)
    if quotation.cue:
        page.line("cue: ", page.name(quotation.cue.text), indent=_DEEP)
    _parties(page, "speaker", quotation.speakers, "nothing settles who speaks")
    if quotation.via:
        _parties(page, "through", [quotation.via], "")
    _date(page, quotation.date)


def _event(page: Page, number: int, event: Event) -> None:
    page.blank()
    code = "/".join(part for part in (event.type, event.mode) if part)
    told = ", ".join(part for part in (REALIS[event.realis], "told in a quotation" if event.in_quote else "") if part)
    title = Text(code, "bold magenta") + Text(f", {told}" if told else "")
    page.line(Text(f"{number:>3}  "), title, " · ", page.name(event.trigger.text), *_rule(event.rule))
    _parties(page, "actor", event.actors, "nothing settles who does it")
    _parties(page, "recipient", event.recipients, "")
    _date(page, event.date)


def _parties(page: Page, role: str, parties: Sequence[Party], none: str) -> None:
    if not parties and none:
        page.line(f"{role}: {none}", style="dim", indent=_DEEP)
    for party in parties:
        name = party.name or (party.mention.text if party.mention else "")
        pieces: list[Piece] = [f"{role}: ", page.name(name) if name else "not named"]
        if party.mention and party.mention.text != name:
            pieces += [", here ", page.name(party.mention.text)]
        page.line(*pieces, f" ({party.id})" if party.id else " (no id)", *_rule(party.rule), indent=_DEEP)


def _date(page: Page, date: EventDate | None) -> None:
    if date is None:
        return
    pieces: list[Piece] = [f"date: {when(date.value)}"]
    if date.source:
        pieces += [", from ", page.name(date.source.text)]
    page.line(*pieces, *_rule(date.rule), indent=_DEEP)


def _rule(rule: str) -> list[Piece]:
    return [Text(f" ← {rule}", "dim")]
