"""What new rules would change, on the terminal: article by article, and in numbers."""

from collections.abc import Sequence
from typing import get_args

from rich.console import Console
from rich.text import Text

from schemas.timeline import Line
from streams.reader.changes import Change, Difference, Tally
from streams.reader.evidence import happened, words_of
from streams.reader.views import Sort
from streams.render.page import Page, Piece
from streams.render.phrases import count, when
from streams.render.timeline import cite, told_of
from streams.render.words import line_words

_SIGNS: dict[Change, tuple[str, str]] = {"added": ("+", "green"), "removed": ("-", "red"), "changed": ("~", "yellow")}
_INDENT = 4
_MOST = 10


def render_differences(console: Console, found: Sequence[Difference]) -> None:
    """Print what would change of the lines of one article.

    Args:
        console: Where to print; plain lines if it is no terminal.
        found: The differences, at least one.
    """
    page = Page(console)
    source = found[0].source
    date = [f", {when(source.published)}"] if source.published else []
    page.line(*cite(page, source), *date, style="bold cyan")
    page.unbroken(source.uri)
    above = ""
    for one in found:
        above = _difference(page, one, above)
    page.blank()


def _difference(page: Page, one: Difference, above: str) -> str:
    """Print a difference; returns its words, which are not printed again where they stand `above`."""
    sign, style = _SIGNS[one.change]
    head: list[Piece] = [Text(f"{sign} ", f"bold {style}"), Text(one.actor, "bold")]
    if one.name:
        head += [" ", page.name(one.name)]
    if one.before is None or one.after is None:
        line = one.after or one.before
        assert line is not None  # noqa: S101 -- a difference has one of them
        page.line(*head, ": ", *_told(page, line, one.actor), indent=2)
        return _words(page, line, above)
    page.line(*head, indent=2)
    page.line(Text("was ", "dim"), *_told(page, one.before, one.actor), indent=_INDENT)
    if words_of(one.before) != words_of(one.after):
        above = _words(page, one.before, above)
    page.line(Text("now ", "dim"), *_told(page, one.after, one.actor), indent=_INDENT)
    return _words(page, one.after, above)


def _words(page: Page, line: Line, above: str) -> str:
    words = words_of(line)
    if words == above:
        page.line("in the same words", style="dim", indent=_INDENT)
    else:
        page.paragraph(line_words(line), indent=_INDENT)
    return words


def _told(page: Page, line: Line, actor: str) -> list[Piece]:
    date = happened(line)
    return [*told_of(page, line, actor), *([Text(f" · {when(date)}", "dim")] if date else [])]


def render_tally(console: Console, tally: Tally, unshown: int) -> None:
    """Print what came of a comparison.

    Args:
        console: Where to print.
        tally: The numbers.
        unshown: How many articles that differ were not printed.
    """
    page = Page(console)
    if unshown:
        page.line(f"{count(unshown, 'more article')} would change too.", style="dim")
    read = f"Rule set {tally.rules} read {count(tally.articles, 'article')}"
    if not tally.differing:
        page.line(f"{read} and would change nothing.")
    else:
        page.line(f"{read}; {tally.differing:,} would give other lines:")
        sorts: tuple[Sort, ...] = get_args(Sort)
        page.line(" " * 9, *(f"{sort:>8}" for sort in sorts), style="dim", indent=2)
        for change, (_, style) in _SIGNS.items():
            numbers = [f"{tally.lines[change, sort]:>8,}" for sort in sorts]
            page.line(Text(f"{change:<9}", style), *numbers, indent=2)
        page.line("most concerned:", style="dim", indent=2)
        for actor, lines in sorted(tally.actors.items(), key=lambda pair: (-pair[1], pair[0]))[:_MOST]:
            page.line(f"{lines:>8,}  ", Text(actor, "bold"), " ", page.name(tally.names[actor]), indent=2)
    for article, fault in sorted(tally.faults.items()):
        page.line(Text("fault of ours: ", "bold red"), f"{article}: ", page.name(fault))
