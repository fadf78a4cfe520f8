"""Datelines: where a report was sent from and who sent it.

Known forms, in folded letters:

- `bracketed`: دبي، الإمارات العربية المتحدة (CNN) --, القاهرة 3 أكتوبر (شينخوا) -, (CNN)--
- `signed`: موسكو-سانا, موسكو – سانا, القاهرة - رويترز:, لندن: «الشرق الأوسط», عين اليوم – لندن
- `agency`: the name of an agency on the first line
- `place`: a known place and a dash; with a name behind it only on a line of its own
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from streams.lexicon.datelines import AGENCIES, BRACKETED_ONLY, PLACES
from streams.lexicon.months import MONTH_PATTERN
from streams.normalize.lines import Line

_LOOKED_AT = 5
#: An agency alone further down is a credit.
_AGENCY_AT = 2
_LONGEST = 110


def _names(names: Sequence[str]) -> str:
    ordered = sorted(set(names), key=lambda name: (-len(name), name))
    return "(?:" + "|".join(name.replace(" ", "[. ]*") for name in ordered) + r")(?!\w)"


_ANY = _names(AGENCIES)
_OWN = _names([name for name in AGENCIES if name not in BRACKETED_ONLY])
_LIST = rf"{_ANY}(?:\s*[-–،,/+و]\s*{_ANY})*"
_DASH = r"\s*(?:[-–—:/.]\s*)+"
_END = rf"(?:{_DASH}|\s*$)"
_WORDS = r"[^\W\d_]+(?:[ -][^\W\d_]+){0,3}?"
#: Words that open a line with a colon or a dash but are no place.
_NO_PLACE = r"(?!(?:للمزيد|المزيد|اقرا|شاهد|ايضا|المصدر|نقلا|وكاله|كتب|متابعه|و?قال|و?نقل|بحسب|عن)\b)"
_WHERE = rf"{_NO_PLACE}(?P<place>{_WORDS})(?:\s?[،,]\s?{_WORDS}(?: [^\W\d_]+)?)?"
_WHEN = rf"(?:\s*(?:[،,-]\s*)?(?:في )?\d{{1,2}}\s+{MONTH_PATTERN}(?:\s+\d{{4}})?)?"
_KNOWN = rf"(?P<place>{_names(sorted(PLACES))})(?:\s?[،,]\s?{_WORDS})?"
_BRACKETS = rf"[(\[/]\s*(?P<agency>{_LIST})\s*[)\]/]"
_MARKS = rf"[«\"“]\s*(?P<agency>{_LIST})\s*[»\"”]"
_FORMS = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        ("bracketed", rf"(?:{_WHERE}{_WHEN}\s*(?:[-–—:]\s*)?)?{_BRACKETS}{_END}"),
        ("bracketed", rf"{_WHERE}{_WHEN}\s*[-–—:]\s*{_MARKS}{_END}"),
        ("signed", rf"{_WHERE}{_WHEN}\s*[-–—:/]\s*(?P<agency>{_OWN}(?:\s*[-–،,/+و]\s*{_ANY})*){_END}"),
        ("signed", rf"(?P<agency>{_OWN})\s*[-–—/]\s*{_KNOWN}{_END}"),
        ("agency", rf"(?P<agency>{_OWN}(?:\s*[-–،,/+و]\s*{_ANY})*)\s*$"),
        ("place", rf"{_KNOWN}{_WHEN}\s*[-–—]\s*(?:[^\W\d_]+ ?){{1,4}}\s*$"),
        ("place", rf"{_KNOWN}{_WHEN}(?:\s+[-–—]{{1,3}}\s+|\s*--\s*)(?=\w)"),
    )
)


#: Without one of these there is no dateline but on a line of its own.
_SIGN = re.compile(r"[-–—:/)\]]")


@dataclass(frozen=True)
class Found:
    """A dateline.

    Attributes:
        rule: Which form it has.
        start: Its first character in the cleaned text.
        end: After its last one, without the dash behind it.
        place: Where its place lies, or None.
        agency: Where its agency lies, or None.
    """

    rule: str
    start: int
    end: int
    place: tuple[int, int] | None
    agency: tuple[int, int] | None


def without_dateline(folded: str, lines: Sequence[Line]) -> tuple[list[Line], Found | None]:
    """Take the dateline off the first of the first lines that has one.

    Args:
        folded: The whole text in folded letters.
        lines: Its lines.
    """
    for index, line in enumerate(lines[:_LOOKED_AT]):
        found, rest = _at(folded, line)
        if found and (found.rule != "agency" or index < _AGENCY_AT):
            left = [rest] if rest.start < rest.end else []
            return [*lines[:index], *left, *lines[index + 1 :]], found
    return list(lines), None


def _at(folded: str, line: Line) -> tuple[Found | None, Line]:
    head = folded[line.start : min(line.end, line.start + _LONGEST)]
    whole = line.end - line.start <= _LONGEST
    for rule, pattern in _FORMS if whole or _SIGN.search(head) else ():
        match = pattern.match(head)
        if match and (whole or match.end() < len(head)):
            start = line.start
            end = start + len(match.group().rstrip(" -–—:/."))
            named = dict(_spans(match, start))
            found = Found(rule, start, end, named.get("place"), named.get("agency"))
            return found, Line(start + match.end(), line.end, line.feed, line.blank)
    return None, line


def _spans(match: re.Match[str], offset: int) -> Iterator[tuple[str, tuple[int, int]]]:
    for name, text in match.groupdict().items():
        if text is not None:
            yield name, (offset + match.start(name), offset + match.end(name))
