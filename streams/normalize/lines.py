"""The lines of a cleaned text: which stay, which make one paragraph, and the text they add up to."""

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct

from schemas.articles import Run
from streams.normalize.letters import Flat

#: A wrapped line is at least so long that somebody had a reason to break it.
_LEAST_WRAPPED = 60
#: Longest line of a text that was wrapped at a fixed column.
_MOST_WRAPPED = 130
_CLOSED = re.compile(r"[.!?؟:…”»\"')\]]\W*$")


class Line(Struct, frozen=True):
    """A stretch of a line, by offsets into the cleaned text.

    Attributes:
        start: Its first character.
        end: After its last one.
        feed: Offset of the line feed before it, -1 where there is none.
        blank: Whether a blank line stands before it.
    """

    start: int
    end: int
    feed: int
    blank: bool


def split(flat: Flat) -> list[Line]:
    """The lines of a text that are not blank, without the spaces at their ends."""
    found, start, feed, blank = [], 0, -1, False
    for index, line in enumerate(flat.text.split("\n")):
        text = line.strip(" ")
        if index and flat.blank[index - 1]:
            blank = True
        if text:
            first = start + line.index(text[0]) if line[0] == " " else start
            found.append(Line(first, first + len(text), feed, blank))
            blank = False
        feed = start + len(line)
        start = feed + 1
    return found


def paragraphs(flat: Flat, lines: Sequence[Line]) -> list[list[Line]]:
    """Put together the lines of one paragraph that was wrapped.

    Outlets that print one paragraph a line are the rule, and there a line without a full stop is a subheading. So lines
    are joined only where the layout shows wrapping: blank lines between the paragraphs and none here, or all lines
    about as long as the longest; and where the line is long and not closed by punctuation.
    """
    spaced = sum(line.blank for line in lines[1:]) * 2 >= len(lines) - 1 > 0
    column = _column(flat, lines)
    found: list[list[Line]] = []
    for line in lines:
        before = found[-1][-1] if found else None
        if before and _continues(flat, before, line, spaced=spaced, column=column):
            found[-1].append(line)
        else:
            found.append([line])
    return found


def _continues(flat: Flat, before: Line, line: Line, *, spaced: bool, column: int) -> bool:
    if line.blank or line.feed < before.end:
        return False
    length = before.end - before.start
    wrapped = (spaced and length >= _LEAST_WRAPPED) or (column > 0 and length * 5 >= column * 4)
    return wrapped and not _CLOSED.search(flat.text, max(before.end - 4, before.start), before.end)


def _column(flat: Flat, lines: Sequence[Line]) -> int:
    """The column at which a text was wrapped, or 0."""
    longest = max((line.end - line.start for line in lines), default=0)
    if not 40 <= longest <= _MOST_WRAPPED or len(lines) < 5:  # noqa: PLR2004 -- columns and lines of a typewriter's page
        return 0
    full = [line for line in lines if (line.end - line.start) * 5 >= longest * 4]
    open_ended = sum(not _CLOSED.search(flat.text, max(line.end - 4, line.start), line.end) for line in full)
    return longest if len(full) * 3 >= len(lines) * 2 and open_ended * 2 >= len(full) else 0


def compose(flat: Flat, kept: Sequence[Sequence[Line]]) -> tuple[str, list[Run]]:
    """Put the kept paragraphs together.

    Each paragraph mark is the line feed before its paragraph; inside a paragraph the line feed becomes a space.

    Returns:
        The text, and how it lies in the raw one.
    """
    ranges: list[tuple[int, int]] = []
    parts: list[str] = []
    for paragraph in kept:
        for number, line in enumerate(paragraph):
            if ranges:
                _extend(ranges, line.feed, line.feed + 1)
                parts.append(" " if number else "\n")
            _extend(ranges, line.start, line.end)
            parts.append(flat.text[line.start : line.end])
    return "".join(parts), list(_cut(flat.runs, ranges))


def _extend(ranges: list[tuple[int, int]], start: int, end: int) -> None:
    if ranges and ranges[-1][1] == start:
        ranges[-1] = (ranges[-1][0], end)
    else:
        ranges.append((start, end))


def _cut(runs: Sequence[Run], ranges: Iterable[tuple[int, int]]) -> Iterable[Run]:
    """The runs of the text that is left when only `ranges` of it are kept."""
    clean, index = 0, 0
    for start, end in ranges:
        while runs[index].clean + runs[index].length <= start:
            index += 1
        here = index
        while here < len(runs) and runs[here].clean < end:
            run = runs[here]
            first, last = max(start, run.clean), min(end, run.clean + run.length)
            yield Run(clean, run.raw + (first - run.clean) * run.width, last - first, run.width)
            clean += last - first
            here += 1
