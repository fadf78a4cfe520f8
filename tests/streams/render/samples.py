"""Views as the reader answers with, and a console that writes into a string."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from io import StringIO
from typing import Any, Literal

from msgspec.structs import replace
from rich.console import Console

from schemas.dates import EventDate
from schemas.events import Event
from schemas.quotations import Quotation
from schemas.source import Source
from schemas.text import Extract, Party
from schemas.timeline import Deed, Statement
from streams.reader.views import ActorView, LineView, Testimony, TimelineView

PUTIN = Party("vladimir-putin", "فلاديمير بوتين", None, "speaker.subject")
ROUHANI = Party("hassan-rouhani", "حسن روحاني", None, "party.with")
ZARIF = Party(None, "محمد جواد ظريف", None, "party.with")
RECORDED = datetime(2017, 1, 2, 6, tzinfo=UTC)

STATEMENT = Quotation(
    id="q",
    kind="mixed",
    content=Extract(14, 80, 'روسيا "ستواصل مكافحة الإرهاب الدولي" ودعم الحكومة السورية الشرعية'),
    verbatim=[Extract(21, 49, "ستواصل مكافحة الإرهاب الدولي")],
    cue=Extract(0, 3, "أكد"),
    speakers=[PUTIN],
    rule="quotation.mixed",
)
EVENT = Event(
    id="e",
    type="CONSULT",
    mode="phone",
    trigger=Extract(0, 4, "هاتف"),
    sentence=Extract(0, 30, "هاتف بوتين نظيره الإيراني أمس"),
    actors=[PUTIN, ROUHANI],
    date=EventDate("2016-12", Extract(26, 29, "أمس"), "date.relative"),
    rule="event.phone",
)


def printed(render: Callable[..., None], *arguments: Any, width: int = 80, terminal: bool = False) -> str:
    """What a function prints."""
    out = StringIO()
    render(
        Console(file=out, width=width, force_terminal=terminal, color_system="standard" if terminal else None),
        *arguments,
    )
    return out.getvalue()


def vouches(article: str, line: Statement | Deed, *, original: str | None = None, **source: str) -> Testimony:
    """An article's evidence."""
    relation: Literal["original", "near"] = "near" if original else "original"
    cited = Source(article, f"https://example.org/{article}", **source)
    return Testimony(
        source=cited,
        version=0,
        recorded=RECORDED,
        until=None,
        original=original or article,
        relation=relation,
        line=line,
    )


def view(line: Statement | Deed, evidence: Sequence[Testimony] = (), **changes: Any) -> LineView:
    """A line that stands."""
    evidence = list(evidence) or [vouches("a", line, outlet="سانا", headline="بوتين: سنواصل", published="2016-12-30")]
    made = LineView(
        id="1",
        actor="vladimir-putin",
        name="فلاديمير بوتين",
        kind="statement" if isinstance(line, Statement) else "event",
        state="standing",
        happened=None,
        published="2016-12-30",
        dated_by="publication",
        text="",
        line=line,
        witnesses=len({one.original for one in evidence}),
        articles=len(evidence),
        evidence=evidence,
        withdrawn=[],
    )
    return replace(made, **changes)


def said(**changes: Any) -> LineView:
    """A statement, its quotation changed."""
    return view(Statement(block="s", quotation=replace(STATEMENT, **changes)))


def did(*, role: Any = "actor", **changes: Any) -> LineView:
    """An event, changed."""
    return view(Deed(block="d", role=role, event=replace(EVENT, **changes)), happened="2016-12", dated_by="event")


def timeline(*lines: LineView, **changes: Any) -> TimelineView:
    """Putin's timeline of some lines."""
    actor = ActorView(
        id="vladimir-putin", name="فلاديمير بوتين", statements=2, events=1, first="2016-12-01", last="2017-01-02"
    )
    return replace(TimelineView(actor=actor, lines=list(lines)), **changes)
