"""Cleaning of a whole text: what a reader of the article reads, and how it lies in the raw text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from schemas.articles import Dateline, Publication, Run
from schemas.folding import fold
from streams.alignment import Alignment
from streams.normalize.datelines import Found, without_dateline
from streams.normalize.furniture import without_furniture
from streams.normalize.letters import Flat, flatten
from streams.normalize.lines import Line, compose, paragraphs, split
from streams.normalize.moments import without_moment
from streams.normalize.repetition import repeated

_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Cleaned:
    """A cleaned text.

    Attributes:
        text: Its paragraphs, joined by line feeds.
        runs: How it lies in the raw text.
        words: Its folded words.
        dateline: Its dateline, or None.
        published: When a line of the text says it was published, or None.
        removed: What was left out: the rule and the words, in the order of the rules.
    """

    text: str
    runs: list[Run]
    words: list[str]
    dateline: Dateline | None = None
    published: Publication | None = None
    removed: list[tuple[str, str]] = field(default_factory=list)


def clean(raw: str, *, markup: bool = False) -> Cleaned:
    """Clean the raw text of an article.

    Args:
        raw: The text as received.
        markup: Whether it is HTML.
    """
    flat = flatten(raw, markup=markup)
    folded = fold(flat.text)
    lines, dateline = without_dateline(folded, split(flat))
    lines, furniture = without_furniture(folded, lines)
    lines, moments = without_moment(folded, lines)
    kept, words, again = _without_repetitions(flat, folded, paragraphs(flat, lines))
    text, runs = compose(flat, kept)
    home = Alignment(flat.text, flat.runs)
    left = [*furniture, *(("moment", line) for _, line in moments), *again]
    return Cleaned(
        text=text,
        runs=runs,
        words=words,
        dateline=_dateline(flat, home, dateline),
        published=_publication(home, moments),
        removed=[(rule, flat.text[line.start : line.end]) for rule, line in left],
    )


def _without_repetitions(
    flat: Flat, folded: str, found: Sequence[list[Line]]
) -> tuple[list[list[Line]], list[str], list[tuple[str, Line]]]:
    """Leave out what is printed again; also return the words of what stays, and what does not."""
    texts = [flat.text[lines[0].start : lines[-1].end] for lines in found]
    words = [_WORD.findall(folded, lines[0].start, lines[-1].end) for lines in found]
    rules = repeated(texts, words)
    kept = [lines for lines, rule in zip(found, rules, strict=True) if rule is None]
    left = [word for spoken, rule in zip(words, rules, strict=True) if rule is None for word in spoken]
    again = [(rule, line) for lines, rule in zip(found, rules, strict=True) if rule for line in lines]
    return kept, left, again


def _dateline(flat: Flat, home: Alignment, found: Found | None) -> Dateline | None:
    if found is None:
        return None
    place, agency = (flat.text[slice(*span)].strip() if span else None for span in (found.place, found.agency))
    return Dateline(home.extract(found.start, found.end), place, agency)


def _publication(home: Alignment, moments: Sequence[tuple[str, Line]]) -> Publication | None:
    if not moments:
        return None
    value, line = moments[0]
    return Publication(value, "body", home.extract(line.start, line.end))
