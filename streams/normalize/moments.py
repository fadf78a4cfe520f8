"""When an article was published: what the feed states, else what a line at the top of the text says."""

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime

from streams.lexicon.months import HIJRI_PATTERN, MONTH_PATTERN, WEEKDAY_PATTERN, month_number
from streams.normalize.lines import Line

_LOOKED_AT = 6
_LONGEST = 90
_DATE = re.compile(
    rf"(?<!\d)(?:(?P<day>\d{{1,2}})\s*[/.،,-]?\s*(?:(?:من|شهر)\s+)*(?P<name>{MONTH_PATTERN})"
    r"\s*[/.،,-]?\s*(?:عام |سنه )?(?P<year>\d{4})"
    r"|(?P<y>\d{4})\s?[/.-]\s?(?P<m>\d{1,2})\s?[/.-]\s?(?P<d>\d{1,2})"
    r"|(?P<dd>\d{1,2})\s?[/.-]\s?(?P<mm>\d{1,2})\s?[/.-]\s?(?P<yy>\d{4}))(?!\d)\s?م?(?!\w)"
)
_TIME = re.compile(
    r"(?<!\d)(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?"
    r"\s?(?:(?P<after>مساء|م|pm|p\.m\.|ظهرا|عصرا)|(?P<before>صباحا|ص|am|a\.m\.|فجرا))?(?!\w)"
)
_UTC = re.compile(r"gmt|utc|غرينتش|جرينتش|غرينيتش|غرينيش")
_FILL = re.compile(
    rf"(?>\s+|[-–—|،,:/().•]|{WEEKDAY_PATTERN}(?!\w)|{HIJRI_PATTERN}(?!\w)"
    r"|(?:نشر|نشرت|تم|النشر|تاريخ|بتاريخ|اخر|تحديث|التحديث|حدث|في|يوم|اليوم|الساعه|بتوقيت|الموافق|اضيف|مكه|المكرمه"
    r"|غرينتش|جرينتش|غرينيتش|السعوديه|القاهره|دمشق|ابوظبي|gmt|utc|ه|هـ|\d{1,2}|1[34]\d\d\s?ه?)(?!\w))*+"
)


def parsed(stated: Iterable[str | None]) -> str | None:
    """The first of the stated times that is an ISO 8601 date or date-time, in its usual form."""
    for text in stated:
        moment = _moment(text)
        if moment is not None:
            return moment.isoformat()
    return None


def created(stated: Iterable[str | None]) -> str:
    """The first of the stated times as an instant in UTC that sorts as text, or an empty string.

    A time without an offset is taken for UTC, a date for its midnight.
    """
    for text in stated:
        moment = _moment(text)
        if moment is None:
            continue
        if not isinstance(moment, datetime):
            moment = datetime(moment.year, moment.month, moment.day, tzinfo=UTC)
        try:
            instant = moment.replace(tzinfo=moment.tzinfo or UTC).astimezone(UTC)
        except OverflowError:
            continue
        return instant.isoformat(timespec="microseconds")
    return ""


def _moment(text: str | None) -> date | datetime | None:
    stated = (text or "").strip()
    if not re.match(r"\d{4}-?\d\d-?\d\d", stated):
        return None
    try:
        return datetime.fromisoformat(stated) if len(stated) > len("2018-03-23") else date.fromisoformat(stated)
    except ValueError:
        return None


def without_moment(folded: str, lines: Sequence[Line]) -> tuple[list[Line], list[tuple[str, Line]]]:
    """Take off the lines near the top that say nothing but when the article was published.

    Args:
        folded: The whole text in folded letters.
        lines: Its lines.

    Returns:
        The lines that stay, and the moments with the lines that state them.
    """
    kept: list[Line] = []
    found: list[tuple[str, Line]] = []
    for index, line in enumerate(lines):
        value = moment_of(folded[line.start : line.end]) if index < _LOOKED_AT else None
        if value:
            found.append((value, line))
        else:
            kept.append(line)
    return kept, found


def moment_of(folded: str) -> str | None:
    """The moment that a line of folded letters states, if it states nothing else."""
    if len(folded) > _LONGEST:
        return None
    dated = _DATE.search(folded)
    if dated is None:
        return None
    day = _day(dated)
    rest = folded[: dated.start()] + " | " + folded[dated.end() :]
    timed = _TIME.search(rest)
    if timed:
        rest = rest[: timed.start()] + " | " + rest[timed.end() :]
    if day is None or not _FILL.fullmatch(rest):
        return None
    return day.isoformat() + (_clock(timed, rest) if timed else "")


def _day(dated: re.Match[str]) -> date | None:
    """The day; in figures alone the day comes before the month, unless only the other way makes a date."""
    if dated["name"]:
        return _valid(dated["year"], month_number(dated["name"]), dated["day"])
    if dated["y"]:
        return _valid(dated["y"], dated["m"], dated["d"])
    return _valid(dated["yy"], dated["mm"], dated["dd"]) or _valid(dated["yy"], dated["dd"], dated["mm"])


def _valid(year: str, month: str | int | None, day: str) -> date | None:
    try:
        return date(int(year), int(month or 0), int(day))
    except ValueError:
        return None


def _clock(timed: re.Match[str], rest: str) -> str:
    hour = int(timed["hour"])
    if timed["after"] and hour < 12:  # noqa: PLR2004 -- noon
        hour += 12
    elif timed["before"] and hour == 12:  # noqa: PLR2004 -- midnight
        hour = 0
    return f"T{hour:02}:{timed['minute']}:{timed['second'] or '00'}" + ("+00:00" if _UTC.search(rest) else "")
