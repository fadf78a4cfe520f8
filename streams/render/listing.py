"""Lists on the terminal: actors, and what a search found."""

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from streams.reader.views import ActorView, SearchView
from streams.render.page import Page
from streams.render.phrases import count, heading
from streams.render.timeline import render_line


def render_actors(console: Console, actors: Sequence[ActorView]) -> None:
    """Print actors, one a line: how much is told of them, id, name.

    Args:
        console: Where to print; plain lines if it is no terminal.
        actors: The actors.
    """
    page = Page(console)
    if not actors:
        page.line("No actors.")
    else:
        page.line(f"{'statements':>10}  {'events':>6}  {'about':>6}  actor", style="dim")
    widest = max((len(actor.id) for actor in actors), default=0)
    for actor in actors:
        told = f"{actor.statements:>10,}  {actor.events:>6,}  {actor.about:>6,}  "
        page.line(told, Text(f"{actor.id:{widest}}", "bold"), "  ", page.name(actor.name))


def render_search(console: Console, view: SearchView) -> None:
    """Print what a search found, the best first.

    Args:
        console: Where to print; plain lines if it is no terminal.
        view: What was found.
    """
    page = Page(console)
    for hit in view.hits:
        under = heading(hit.line)
        page.line(under, "  ", Text(", ".join(hit.actors), "dim"), style="bold cyan")
        render_line(page, hit.line, under=under, owner=True)
        page.blank()
    found = count(len(view.hits), "line")
    page.line(
        f"More than {found}: narrow the search or raise --limit." if view.more else f"{found} found.", style="dim"
    )
