"""Names of months and weekdays, as Arabic news writes them.

Four sets of month names are in use: the Levantine one (كانون الأول), the Egyptian and Gulf one (ديسمبر), the Maghrebi
ones of Algeria and Tunisia (جانفي) and of Morocco (غشت), and the Hijri one. Some outlets print two names at once
(كانون الأول/ديسمبر). All names here are folded as `schemas.folding.fold` folds them, words apart by one space.
"""

import re
from collections.abc import Iterable

LEVANTINE = {
    "كانون الثاني": 1, "كانون ثاني": 1, "كانون ثان": 1, "شباط": 2, "اذار": 3, "نيسان": 4, "ايار": 5, "حزيران": 6,
    "تموز": 7, "اب": 8, "ايلول": 9, "تشرين الاول": 10, "تشرين اول": 10, "تشرين الثاني": 11, "تشرين ثاني": 11,
    "تشرين ثان": 11, "كانون الاول": 12, "كانون اول": 12,
}  # fmt: skip
EGYPTIAN = {
    "يناير": 1, "فبراير": 2, "مارس": 3, "ابريل": 4, "مايو": 5, "يونيو": 6, "يونيه": 6, "يوليو": 7,
    "يوليه": 7, "اغسطس": 8, "سبتمبر": 9, "اكتوبر": 10, "اوكتوبر": 10, "نوفمبر": 11, "ديسمبر": 12,
}  # fmt: skip
MAGHREBI = {
    "جانفي": 1, "فيفري": 2, "افريل": 4, "ماي": 5, "جوان": 6, "جويليه": 7, "يوليوز": 7, "اوت": 8, "غشت": 8, "شتنبر": 9,
    "نونبر": 11, "نوانبر": 11, "دجنبر": 12, "دجمبر": 12,
}  # fmt: skip
HIJRI = {
    "محرم": 1, "المحرم": 1, "صفر": 2, "ربيع الاول": 3, "ربيع اول": 3, "ربيع الاخر": 4, "ربيع الثاني": 4,
    "جمادي الاولي": 5, "جمادي الاول": 5, "جمادي الاخره": 6, "جمادي الاخر": 6, "جمادي الثانيه": 6, "جمادي الثاني": 6,
    "رجب": 7, "شعبان": 8, "رمضان": 9, "شوال": 10, "ذو القعده": 11, "ذي القعده": 11, "ذوالقعده": 11, "ذو الحجه": 12,
    "ذي الحجه": 12, "ذوالحجه": 12,
}  # fmt: skip

#: Every Gregorian name.
MONTHS = {**LEVANTINE, **EGYPTIAN, **MAGHREBI}

#: Names that are other words or people's names as well, and count as months only beside a day or a year.
AMBIGUOUS = frozenset({"اب", "مارس", "ماي", "جوان", "اوت", "محرم", "المحرم", "صفر", "رجب", "شعبان", "رمضان"})

#: Weekdays, Monday 0 to Sunday 6 (as `datetime.weekday` counts).
WEEKDAYS = {
    "الاثنين": 0, "الاتنين": 0, "الثلاثاء": 1, "الثلثاء": 1, "الثلاثا": 1, "الاربعاء": 2, "الاربعا": 2, "الخميس": 3,
    "الجمعه": 4, "السبت": 5, "الاحد": 6,
}  # fmt: skip


def alternatives(names: Iterable[str]) -> str:
    """Write names as one alternative of a regular expression over folded text, longest first, spaces in any number."""
    ordered = sorted(set(names), key=lambda name: (-len(name), name))
    return "(?:" + "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in ordered) + ")"


#: A month of the Gregorian calendar, once or in two names (`كانون الاول/ديسمبر`, `ديسمبر (كانون الاول)`). Folded text.
MONTH_PATTERN = rf"{alternatives(MONTHS)}(?:\s*[/\\(–-]\s*{alternatives(MONTHS)}\)?)?"
WEEKDAY_PATTERN = alternatives(WEEKDAYS)
HIJRI_PATTERN = alternatives(HIJRI)

_NAME = re.compile(alternatives(MONTHS))


def month_number(folded: str) -> int | None:
    """Number of the Gregorian month that a match of `MONTH_PATTERN` names; None if it names two different ones."""
    numbers = {MONTHS[" ".join(name.split())] for name in _NAME.findall(folded)}
    return numbers.pop() if len(numbers) == 1 else None
