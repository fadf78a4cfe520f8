"""Timelines for other programs: rows of a table, and the JSON that TimelineJS shows.

TimelineJS is the Knight Lab's: https://timeline.knightlab.com/docs/json-format.html. A table opens in spreadsheets,
which take a cell that begins like a formula for one; such a cell gets an apostrophe before it, as OWASP advises.
"""

import csv
from collections.abc import Iterable, Iterator
from html import escape
from io import StringIO

from rich.console import Console
from rich.text import Text

from schemas.source import Source
from schemas.text import Party
from schemas.timeline import Deed, Line, Statement
from streams.reader.days import Span, span
from streams.reader.evidence import sort_of
from streams.reader.views import LineView, TimelineView
from streams.render.bidi import is_arabic
from streams.render.page import Page
from streams.render.phrases import when
from streams.render.timeline import said_or_did
from streams.render.words import line_words

#: Columns of a row.
COLUMNS = (
    "date", "dated_by", "sort", "state", "actor_id", "actor", "text", "verbatim", "speakers", "stance",
    "event_type", "event_mode", "realis", "role", "event_actors", "event_recipients",
    "witnesses", "articles", "outlets", "uris", "published", "recorded", "variant_of", "variant", "id",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_TOGETHER = " ; "
_DAY = 10


def timeline_csv(view: TimelineView) -> Iterator[str]:
    """Yield a timeline as CSV (RFC 4180, UTF-8), one row a line: a header, then the lines in order.

    Several values of one cell stand between semicolons; `date` has the precision of the text.
    """
    yield _row(COLUMNS)
    for line in view.lines:
        yield _row(_cells(line))


def timelinejs(view: TimelineView) -> tuple[dict[str, object], int]:
    """Make what TimelineJS shows of a timeline.

    Returns:
        The document, and how many lines it leaves out because nothing dates them: TimelineJS shows no such slide.
    """
    events = [event for line in view.lines if (event := _event(line)) is not None]
    title = {"unique_id": view.actor.id, "text": {"headline": escape(view.actor.name), "text": ""}}
    return {"title": title, "events": events}, len(view.lines) - len(events)


def _row(cells: Iterable[object]) -> str:
    out = StringIO()
    csv.writer(out).writerow([_plain(str(cell)) for cell in cells])
    return out.getvalue()


def _plain(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _cells(line: LineView) -> list[object]:
    sources = [one.source for one in line.evidence or line.withdrawn]
    date = line.happened if line.dated_by == "event" else (line.published or "")[:_DAY]
    return [
        date or "", line.dated_by or "", sort_of(line.line), line.state, line.actor, line.name, line.text,
        *_of_line(line.line),
        line.witnesses, line.articles, _together(source.outlet or "" for source in sources),
        _together(source.uri for source in sources), line.published or "",
        min((one.recorded.isoformat() for one in line.evidence or line.withdrawn), default=""), line.variant_of or "",
        line.variant or "", line.id,
    ]  # fmt: skip


def _of_line(line: Line) -> list[str]:
    if isinstance(line, Statement):
        told = line.quotation
        verbatim = _together(part.text for part in told.verbatim)
        return [verbatim, _names(told.speakers), told.stance or "", "", "", "", line.role, "", ""]
    event = line.event
    parties = [_names(event.actors), _names(event.recipients)]
    return ["", "", "", event.type, event.mode or "", event.realis, line.role, *parties]


def _names(parties: Iterable[Party]) -> str:
    return _together(one.name or (one.mention.text if one.mention else "") for one in parties)


def _together(values: Iterable[str]) -> str:
    return _TOGETHER.join(dict.fromkeys(value for value in values if value))


def _event(line: LineView) -> dict[str, object] | None:
    """Make a slide of a line, or None where nothing dates it."""
    own = line.dated_by == "event"
    told = (line.happened if own else line.published) or ""
    days = span(told)
    if days is None:
        return None
    sources = [_cited(one.source) for one in line.evidence or line.withdrawn]
    words = line_words(line.line).plain
    side = "rtl" if is_arabic(words) else "ltr"
    return {
        "unique_id": line.id,
        "group": sort_of(line.line),
        "display_date": when(told) if own else f"published {when(told)}",
        **_dates(told, days),
        "text": {
            "headline": escape(_headline(line)),
            "text": f'<div dir="{side}">{escape(words)}</div><ul dir="auto">{"".join(sources)}</ul>',
        },
    }


def _cited(source: Source) -> str:
    title = escape(source.headline or source.uri)
    linked = f'<a href="{escape(source.uri)}">{title}</a>' if source.uri.startswith(("https://", "http://")) else title
    return f"<li>{linked} {escape(source.outlet or '')}</li>"


def _dates(told: str, days: Span) -> dict[str, object]:
    """The day, month or year that a date tells; its first and its last day where it is a week or a stretch."""
    if "W" in told or "/" in told:
        return {"start_date": _date(days[0]), "end_date": _date(days[1])}
    return {"start_date": _date(told[:_DAY])}


def _date(told: str) -> dict[str, int]:
    return {name: int(part) for name, part in zip(("year", "month", "day"), told.split("-"), strict=False)}


def _headline(line: LineView) -> str:
    """Who said or did what, as the terminal has it."""
    page = Page(Console(file=StringIO()))
    about = isinstance(line.line, Statement) and line.line.role == "about"
    pieces = said_or_did(page, line)
    told = "".join(piece.plain if isinstance(piece, Text) else piece for piece in pieces)
    # The code behind the dot is for those who know PLOVER.
    told = told.partition(" · ")[0] if isinstance(line.line, Deed) else told
    return told if about else f"{line.name} {told}"
