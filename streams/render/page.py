"""What everything is printed through: lines of mixed text, and paragraphs that wrap.

On a terminal, Arabic paragraphs are wrapped here rather than by rich, because each line must be set by itself (see
`bidi`). Into a pipe every paragraph is one line, with no isolates, no colour and no padding: made for grep.
"""

from collections.abc import Iterator

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from streams.render.bidi import is_arabic, isolate, right_to_left, safe

#: Longer lines are hard to read, however wide the terminal is.
_WIDEST = 100
_NARROWEST = 20
_ELLIPSIS = "…"

#: Text with its style: names and quotations are foreign text and go through `Page.name`.
Piece = str | Text


class Page:
    """A console to print on.

    Args:
        console: Where to print.
    """

    def __init__(self, console: Console) -> None:
        self._console = console
        self._terminal = console.is_terminal
        self.width = max(min(console.width, _WIDEST), _NARROWEST)

    def blank(self) -> None:
        """Print an empty line."""
        self._print(Text())

    def line(self, *pieces: Piece, style: str = "", indent: int = 0) -> None:
        """Print a line of Latin text and names, wrapped between words where it is too long."""
        text = Text(style=style).join([piece if isinstance(piece, Text) else Text(piece) for piece in pieces])
        text.style = style
        for at, part in enumerate(self._wrapped(text, self.width - indent)):
            self._print(Text(" " * (indent + 2 * (at > 0))) + part)

    def unbroken(self, text: str) -> None:
        """Print what will be copied: never wrapped."""
        self._print(Text(text))

    def paragraph(self, text: Text, indent: int = 0) -> None:
        """Print a paragraph of foreign text: Arabic at the right margin, anything else at the left."""
        text.rstrip()
        arabic = is_arabic(text.plain)
        for part in self._wrapped(text, self.width - indent):
            room = self.width - indent - cell_len(part.plain)
            padding = " " * (indent + room if arabic and self._terminal else indent)
            opening, closing = right_to_left() if arabic and self._terminal else ("", "")
            self._print(Text(padding + opening) + part + Text(closing))

    def name(self, text: str, style: str = "") -> Text:
        """Return a name or headline, to stand within a line."""
        plain = safe(text)
        return Text(isolate(plain) if self._terminal and is_arabic(plain) else plain, style=style)

    def short(self, text: str, width: int, style: str = "") -> Text:
        """Return a name or headline cut between words, with an ellipsis, to at most `width` cells."""
        return self.name(shorten(safe(text), width), style)

    def _wrapped(self, text: Text, width: int) -> Iterator[Text]:
        if not self._terminal:
            yield text
            return
        for start, end in breaks(text.plain, width - 2):
            yield text[start:end]

    def _print(self, text: Text) -> None:
        text.rstrip()
        self._console.print(text, soft_wrap=True, highlight=False, emoji=False)


def shorten(text: str, width: int) -> str:
    """Cut a text between words, with an ellipsis, to at most `width` cells; within a word only if it is the first."""
    if cell_len(text) <= width:
        return text
    start, end = next(breaks(text, max(width - 1, 1)))
    return text[start:end].rstrip(" ،,.:؛") + _ELLIPSIS


def breaks(text: str, width: int) -> Iterator[tuple[int, int]]:
    """Yield the lines of a text as (start, end), broken at spaces, or within a word that is wider than a line."""
    width = max(width, 1)
    start = 0
    while start < len(text):
        end = _fitting(text, start, width)
        if end < len(text) and (space := text.rfind(" ", start, end + 1)) > start:
            end = space
        yield start, end
        start = end
        while start < len(text) and text[start] == " ":
            start += 1


def _fitting(text: str, start: int, width: int) -> int:
    """End of the longest stretch from `start` on that is not wider than `width`, with at least one character."""
    used = 0
    for at in range(start, len(text)):
        used += _cells(text[at])
        if used > width and at > start:
            return at
    return len(text)


def _cells(character: str) -> int:
    return 1 if character.isascii() else cell_len(character)
