"""Expressions of time in running text: what the words say, before any reference to the day of writing.

Each expression is read word by word from the first word that can begin one, so that reading is linear in the text.
Inspired by Duckling: readers try in turn, the first that fits takes its words, and its name travels as the rule.
"""

from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import compress, count

from msgspec import Struct
from msgspec.structs import replace

from streams.dates.page import OLD_YEARS, YEARS, Page, glued_year, without_year
from streams.lexicon.calendar import (
    ABOUT,
    COUNTED,
    DAYS,
    HOURS,
    NAMED_DAYS,
    NOT_TODAY_AFTER,
    NOT_TODAY_BEFORE,
    NOT_YESTERDAY_AFTER,
    NUMBERED,
    NUMBERS,
    ORDINALS,
    OTHER_CALENDARS,
    PARTS,
    PERIODS,
    SAME_DAY,
    SEASON_ENDS,
    SEASONS,
    SHIFTS,
    THAT_DAY,
    UNITS,
    WEEKEND,
    YEAR_LEADS,
    YEAR_WORDS,
)
from streams.lexicon.months import AMBIGUOUS, HIJRI, MONTHS, WEEKDAYS

_LAST_DAY, _LAST_MONTH = 31, 12
_HIJRI_YEARS = range(1300, 1500)
#: Days beyond which a distance is a matter of history, not a date.
_LIVING_MEMORY = 100 * 365
_CLITICS = ("و", "ف", "ب", "ل")


class Expression(Struct, frozen=True):
    """What an expression of time says.

    Attributes:
        first: Index of its first word.
        last: Index after its last word.
        rule: Id of the rule that read it.
        year: The year, if stated.
        month: The month, if stated.
        day: The day of the month, if stated.
        weekday: The weekday, Monday 0, if stated.
        offset: Days from the day of writing, for adverbs of the day.
        period: `week`, `month` or `year` for a period told by its distance; `days` for a distance in days; `weekend`;
            `season`, whose last month is `month`; `same` for the day told before.
        shift: How many periods from the present one; for a weekday or a month the side it lies on.
        hijri: Whether year and month are of the Hijri calendar.
    """

    first: int
    last: int
    rule: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    offset: int | None = None
    period: str | None = None
    shift: int | None = None
    hijri: bool = False


def expressions(page: Page) -> list[Expression]:
    """Find the expressions of time of a text, in its order, none overlapping."""
    found: list[Expression] = []
    after = 0
    for index in compress(count(), map(_readers, page.words)):
        expression = _read(page, index) if index >= after else None
        if expression is None:
            continue
        if expression.first < after:  # a word that leads it was taken by the expression before
            expression = replace(expression, first=after)
        if not _joined(page, found, expression):
            found.append(expression)
        after = expression.last
    return found


def _joined(page: Page, found: list[Expression], new: Expression) -> bool:
    """Join an expression with the one that stands right before it: الخميس، 29 ديسمبر."""
    if not found or found[-1].last != new.first:
        return False
    gap = page.gap(new.first - 1)
    both = None if len(gap.strip()) > 1 or "\n" in gap else _join(page, found[-1], new)
    if both is not None:
        found[-1] = both
    return both is not None


def _join(page: Page, one: Expression, two: Expression) -> Expression | None:
    """Make one of a weekday or an adverb and a date or a weekday; of the night between two weekdays the first one."""
    if one.weekday is not None and two.weekday is not None:
        return replace(one, last=two.last) if "ليل" in page.words[max(one.first - 1, 0) : one.last] else None
    leads = (one.weekday is not None or one.offset is not None) and not one.day
    if not leads or not (two.day or two.weekday is not None):
        return None
    return replace(
        two,
        first=one.first,
        weekday=one.weekday if one.weekday is not None else two.weekday,
        offset=one.offset,
        shift=two.shift if two.shift is not None else one.shift,
        rule=f"{one.rule}+{two.rule}",
    )


def _read(page: Page, index: int) -> Expression | None:
    for reader in _readers(page.words[index]):
        expression = reader(page, index)
        if expression is not None:
            return expression
    return None


@lru_cache(maxsize=1 << 16)
def _readers(word: str) -> "tuple[_Reader, ...]":
    """The readers of expressions that may begin with a word, in the order of their trying."""
    return _OF_NUMBERS if word[-1].isdigit() else tuple(reader for reader, first in _OF_WORDS if word in first)


def _word(page: Page, index: int) -> str:
    return page.words[index] if 0 <= index < len(page.words) else ""


def _near(page: Page, index: int) -> bool:
    """Whether nothing but a space, a bracket, a slash or a comma stands between a word and the next."""
    gap = page.gap(index)
    return len(gap) <= 3 and "\n" not in gap and ".." not in gap and not any(mark in gap for mark in ":؛!?؟")  # noqa: PLR2004 -- a comma, a bracket, a space


def _number(word: str) -> int | None:
    bare = word.removeprefix("و").removeprefix("في").removeprefix("ب").removeprefix("ال").removeprefix("ل")
    return int(bare) if bare.isascii() and bare.isdigit() and len(bare) <= 4 else None  # noqa: PLR2004 -- digits of a year


def _numeric(page: Page, index: int) -> Expression | None:
    """Read 2017-10-03, 03/10/2017, 3.10.2017."""
    if index + 2 >= len(page.words) or page.gap(index) not in set("-/.\\") or page.gap(index) != page.gap(index + 1):
        return None
    numbers = [_number(_word(page, index + step)) for step in range(3)]
    if None in numbers or not _word(page, index).isdigit():
        return None
    one, two, three = (number or 0 for number in numbers)
    year, month, day = (one, two, three) if one in YEARS else (three, two, one)
    if year not in YEARS or not (1 <= month <= _LAST_MONTH and 1 <= day <= _LAST_DAY):
        return None
    return Expression(index, index + 3, "date.numeric", year=year, month=month, day=day)


def _day_of_month(page: Page, index: int) -> Expression | None:
    """Read 29 كانون الأول/ديسمبر 2016, الـ30 من أيلول, السابع من يونيو."""
    day, after = _day(page, index)
    if day is None or without_year(_word(page, after)) not in _BEHIND_DAYS or not _near(page, after - 1):
        return None
    while _word(page, after) in {"من", "شهر", "لشهر"} and _near(page, after):
        after += 1
    for names, hijri in ((MONTHS, False), (HIJRI, True)):
        month, end = _name(page, after, names)
        if month is None:
            continue
        year, shift, last = _year_after(page, end, hijri=hijri)
        if hijri and year is None:
            continue
        rule = "date.hijri" if hijri else "date.day-month"
        return Expression(index, last, rule, year=year, month=month, day=day, shift=shift, hijri=hijri)
    return None


def _day(page: Page, index: int) -> tuple[int | None, int]:
    number = _number(_word(page, index))
    if number is not None:
        return (number, index + 1) if 1 <= number <= _LAST_DAY else (None, index)
    for length in (2, 1):
        value = ORDINALS.get(tuple(page.words[index : index + length]))
        if value is not None and _word(page, index + length) in {"من", "شهر"}:
            return value, index + length
    return None, index


def _name(page: Page, index: int, names: dict[str, int]) -> tuple[int | None, int]:
    """Read a month's name, or two at once; two that differ are no month."""
    month, after = _one_name(page, index, names)
    if month is None:
        return None, index
    if after < len(page.words) and _near(page, after - 1):
        again, end = _one_name(page, after, names)
        if again == month:
            return month, end
    return month, after


def _one_name(page: Page, index: int, names: dict[str, int]) -> tuple[int | None, int]:
    for length in (2, 1):
        words = [
            *page.words[index : index + length - 1],
            *map(without_year, page.words[index + length - 1 : index + length]),
        ]
        for bare in (words, [words[0][1:], *words[1:]] if words and words[0][:1] in _CLITICS else words):
            month = names.get(" ".join(bare)) if len(bare) == length else None
            if month is not None:
                return month, index + length
    return None, index


def _year_after(page: Page, index: int, *, hijri: bool = False) -> tuple[int | None, int | None, int]:
    """Read what follows a month: a year, or which side of the day of writing it lies on."""
    glued = glued_year(_word(page, index - 1))
    if glued is not None or index >= len(page.words) or not _near(page, index - 1):
        return glued, None, index
    word, number = _word(page, index), _number(_word(page, index))
    if word in SHIFTS:
        return None, SHIFTS[word], index + 1
    if number in (_HIJRI_YEARS if hijri else YEARS):
        return number, None, index + 1
    start = index + 1 if word == "من" else index
    this = _word(page, start) in {"هذا", "هذه"}
    if _word(page, start + this) not in YEAR_WORDS:
        return None, None, index
    number = _number(_word(page, start + 1))
    if number in YEARS or number in OLD_YEARS:
        return number, None, start + 2
    shift = 0 if this else SHIFTS.get(_word(page, start + 1))
    return (None, None, index) if shift is None else (None, shift * 10, start + 2)


def _weekday(page: Page, index: int) -> Expression | None:
    """Read الخميس, الخميس الماضي, يوم الثلاثاء المقبل."""
    word = _word(page, index)
    weekday = WEEKDAYS.get(word)
    if weekday is None:
        weekday = WEEKDAYS.get(f"ال{word[2:]}" if word.startswith("لل") else word[1:])
    if weekday is None or _word(page, index - 1) in {"صلاه", "خطبه", "صحيفه", "جمعه"}:
        return None
    shift = SHIFTS.get(_word(page, index + 1)) if _near(page, index) else None
    first, last = index, index + 1 + (shift is not None)
    if shift is None and _word(page, index - 1) == "هذا":
        shift, first = 0, index - 1
    while _word(page, first - 1) in HOURS and _near(page, first - 1):
        first -= 1
    return Expression(first, last, "date.weekday", weekday=weekday, shift=shift)


def _adverb(page: Page, index: int) -> Expression | None:
    """Read اليوم, أمس, أول من أمس, غدا."""
    for length in (3, 2, 1):
        run = tuple(page.words[index : index + length])
        offset = DAYS.get(run)
        if offset is None or len(run) < length:
            continue
        before, after = _word(page, index - 1), _word(page, index + length)
        if offset == 0 and (before in NOT_TODAY_BEFORE or after in NOT_TODAY_AFTER):
            return None
        if after in NOT_YESTERDAY_AFTER:
            return None
        first = index - 1 if before in HOURS else index
        return Expression(first, index + length, "date.adverb", offset=offset)
    return None


def _same(page: Page, index: int) -> Expression | None:
    """Read اليوم نفسه, اليوم التالي, ذلك اليوم: a day that was told before."""
    if _word(page, index).removeprefix("ب") != "اليوم":
        return None
    after = SAME_DAY.get(_word(page, index + 1))
    if after is not None:
        return Expression(index, index + 2, "date.same-day", period="same", shift=after)
    that = _word(page, index - 1) in THAT_DAY
    return Expression(index - 1, index + 1, "date.same-day", period="same", shift=0) if that else None


def _named(page: Page, index: int) -> Expression | None:
    """Read عيد العمال, رأس السنة."""
    word = _word(page, index)
    day = NAMED_DAYS.get((word, _word(page, index + 1))) or NAMED_DAYS.get((word[1:], _word(page, index + 1)))
    after = _word(page, index + 2)
    if day is None or after in OTHER_CALENDARS:
        return None
    last = index + 2 + (after in {"الميلاديه", "العالمي"})
    year, shift, last = _year_after(page, last)
    return Expression(index, last, "date.named-day", year=year, month=day[0], day=day[1], shift=shift)


def _distance(page: Page, index: int) -> Expression | None:
    """Read قبل يومين, قبل ثلاثة أسابيع."""
    if _word(page, index) != "قبل":
        return None
    after = index + 1
    while _word(page, after) in ABOUT:
        after += 1
    count = NUMBERS.get(_word(page, after)) or _number(_word(page, after))
    if count is not None:
        after += 1
    unit = UNITS.get(_word(page, after))
    if unit is None or (count or unit[0]) is None:
        return None
    days = (count or unit[0] or 0) * unit[1]
    told = Expression(index, after + 1, "date.distance", period="days", shift=-days)
    return None if days > _LIVING_MEMORY else told


def _this(page: Page, index: int) -> Expression | None:
    following = _word(page, index + 1)
    if following in SEASONS:
        return Expression(index, index + 2, "date.season", period="year", shift=0)
    period = PERIODS.get(following) if following.startswith("ال") else None
    return Expression(index, index + 2, "date.period", period=period, shift=0) if period else None


def _period(page: Page, index: int) -> Expression | None:
    """Read الأسبوع الماضي, مطلع الشهر الجاري, هذا العام."""
    word = _word(page, index)
    if word in {"هذا", "هذه"}:
        return _this(page, index)
    if word in SEASON_ENDS and SHIFTS.get(_word(page, index + 1)) == -1:
        return Expression(index, index + 2, "date.season", period="season", month=SEASON_ENDS[word], shift=-1)
    bare = word if word in PERIODS else word[1:]
    period = PERIODS.get(bare)
    if period is None or not bare.startswith("ال"):
        return None
    shift = SHIFTS.get(_word(page, index + 1)) if _near(page, index) else None
    if period == "week" and _word(page, index - 1) in WEEKEND and shift in {None, -1}:
        return Expression(index - 1, index + 1 + (shift is not None), "date.weekend", period="weekend", shift=shift)
    if shift is None:
        return None
    first = index - 1 if _word(page, index - 1) in PARTS else index
    return Expression(first, index + 2, "date.period", period=period, shift=shift)


def _month(page: Page, index: int) -> Expression | None:
    """Read أكتوبر 2015, أيلول/سبتمبر, مارس الماضي."""
    month, end = _name(page, index, MONTHS)
    if month is None:
        return None
    year, shift, last = _year_after(page, end)
    bare = _word(page, index) in AMBIGUOUS or _word(page, index)[1:] in AMBIGUOUS
    if bare and year is None and shift is None and end == index + 1:
        return None
    first = index - 1 if _word(page, index - 1) in {"شهر", *PARTS} else index
    return Expression(first, last, "date.month", year=year, month=month, shift=shift)


def _year(page: Page, index: int) -> Expression | None:
    """Read عام 2015, منذ 2011; no numbers of resolutions, no counted things."""
    word = _word(page, index)
    if word in YEAR_WORDS:
        number = _number(_word(page, index + 1))
        stated = (number in YEARS or number in OLD_YEARS) and _near(page, index)
        return Expression(index, index + 2, "date.year", year=number) if stated else None
    bare = word.removeprefix("و")
    glued = next((lead for lead in ("في", "عام", "سنه", "منذ") if bare.startswith(lead)), "")
    number = _number(bare.removeprefix(glued))
    if number not in YEARS or not bare.removeprefix(glued).isdigit():
        return None
    before = glued or _word(page, index - 1)
    counted = _word(page, index + 1) in COUNTED or "%" in page.gap(index)
    if counted or before in NUMBERED or not (before in YEAR_LEADS or before in YEAR_WORDS):
        return None
    return Expression(index, index + 1, "date.year", year=number)


_OF_NUMBERS = (_numeric, _day_of_month, _month, _year)
_Reader = Callable[[Page, int], Expression | None]


def _prefixed(words: Iterable[str]) -> frozenset[str]:
    return frozenset(f"{clitic}{word}" for clitic in ("", *_CLITICS) for word in words)


_MONTH_WORDS = _prefixed(name.split()[0] for name in (*MONTHS, *HIJRI))
_BEHIND_DAYS = _MONTH_WORDS | {"من", "شهر", "لشهر"}
#: Readers of words, each with the words that its expressions may begin with.
_OF_WORDS: tuple[tuple[_Reader, frozenset[str]], ...] = (
    (_day_of_month, frozenset(run[0] for run in ORDINALS)),
    (_weekday, _prefixed(WEEKDAYS) | {f"لل{word[2:]}" for word in WEEKDAYS}),
    (_same, frozenset({"اليوم", "باليوم"})),
    (_named, _prefixed(run[0] for run in NAMED_DAYS)),
    (_adverb, frozenset(run[0] for run in DAYS)),
    (_distance, frozenset({"قبل"})),
    (_period, _prefixed(PERIODS) | {"هذا", "هذه"} | frozenset(SEASON_ENDS)),
    (_month, _MONTH_WORDS),
    (_year, YEAR_WORDS),
)
