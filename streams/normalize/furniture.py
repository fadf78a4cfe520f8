"""Which lines belong to the page and not to the article; the rules are `streams.lexicon.boilerplate`."""

import re
from collections.abc import Sequence
from functools import lru_cache

from streams.lexicon.boilerplate import RULES
from streams.normalize.lines import Line

_EDGE = 5


def _union(length: int) -> re.Pattern[str]:
    """The rules that look at a line of such a length, as one expression."""
    rules = (rule for rule in RULES if not rule.part and rule.longest >= length)
    return re.compile("|".join(f"(?P<{rule.id}>{rule.pattern})" for rule in rules))


#: Most paragraphs are longer than most rules look at.
_UNIONS = [(length, _union(length)) for length in sorted({rule.longest for rule in RULES if not rule.part})]
_SECOND = {rule.id: re.compile(f"(?P<{rule.id}>{rule.pattern})") for rule in RULES if not rule.part}
_PARTS = [(rule.id, re.compile(rule.pattern)) for rule in RULES if rule.part]
_BY_ID = {rule.id: rule for rule in RULES}


@lru_cache(maxsize=4_096)
def rule_of(folded: str, *, edge: bool = True) -> tuple[str, int] | None:
    """Tell by which rule a line is no part of the article.

    Args:
        folded: The line in folded letters.
        edge: Whether it is among the first or last lines.

    Returns:
        Id of the rule, and where what stays of the line begins: at its end, if nothing does.
    """
    union = next((pattern for longest, pattern in _UNIONS if len(folded) <= longest), None)
    match = union.fullmatch(folded) if union else None
    if match is None:
        return None
    if not _fits(match.lastgroup or "", folded, edge=edge):
        others = (pattern.fullmatch(folded) for name, pattern in _SECOND.items() if _fits(name, folded, edge=edge))
        match = next(filter(None, others), None)
    if match is None:
        return None
    rest = match.groupdict().get("rest")
    return str(match.lastgroup), len(folded) - len(rest) if rest else len(folded)


def _fits(name: str, folded: str, *, edge: bool) -> bool:
    rule = _BY_ID[name]
    return len(folded) <= rule.longest and (edge or rule.where == "any")


def without_furniture(folded: str, lines: Sequence[Line]) -> tuple[list[Line], list[tuple[str, Line]]]:
    """Leave out the lines that are no part of the article.

    Args:
        folded: The whole text in folded letters.
        lines: Its lines.

    Returns:
        The lines that stay, and what does not with the id of the rule.
    """
    kept: list[Line] = []
    left: list[tuple[str, Line]] = []
    for index, line in enumerate(lines):
        edge = index < _EDGE or index >= len(lines) - _EDGE
        found = rule_of(folded[line.start : line.end], edge=edge)
        if found is None:
            kept.append(line)
            continue
        rule, rest = found
        left.append((rule, Line(line.start, line.start + rest, line.feed, line.blank)))
        if line.start + rest < line.end:
            kept.append(Line(line.start + rest, line.end, line.feed, line.blank))
    if kept:
        kept[-1] = _without_end(folded, kept[-1], left)
    return kept, left


def _without_end(folded: str, line: Line, left: list[tuple[str, Line]]) -> Line:
    for rule, pattern in _PARTS:
        match = pattern.search(folded[line.start : line.end])
        if match and match.start():
            left.append((rule, Line(line.start + match.start(), line.end, line.feed, line.blank)))
            return Line(line.start, line.start + match.start(), line.feed, line.blank)
    return line
