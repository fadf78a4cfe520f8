"""Words that tell days, weeks, months and years relative to the day of writing, and numbers written out.

All words are folded as `schemas.folding.fold` folds them. Names of months and weekdays stand in
`streams.lexicon.months`.
"""

#: Adverbs of the day, with how many days they lie from the day of writing; the longest run of words counts.
DAYS: dict[tuple[str, ...], int] = {
    ("اليوم",): 0, ("هذا", "اليوم"): 0, ("الليله",): 0, ("امس",): -1, ("بالامس",): -1, ("الامس",): -1, ("البارحه",): -1,
    ("الليله", "الماضيه"): -1, ("اول", "امس"): -2, ("اول", "من", "امس"): -2, ("الاول", "من", "امس"): -2,
    ("امس", "الاول"): -2, ("امس", "الاولي"): -2,
    ("غدا",): 1, ("غد",): 1, ("الغد",): 1, ("بعد", "غد"): 2, ("بعد", "غدا"): 2, ("يوم", "غد"): 1,
}  # fmt: skip

#: Words that with اليوم take up the day told before, and how many days from it they mean: وفي اليوم نفسه, اليوم التالي.
SAME_DAY = {"نفسه": 0, "ذاته": 0, "عينه": 0, "التالي": 1}
#: Words before اليوم that take it up: في ذلك اليوم, في نفس اليوم.
THAT_DAY = frozenset({"ذلك", "نفس", "ذات"})
#: Days that bear a name and are the same every year, as runs of words, with month and day.
NAMED_DAYS: dict[tuple[str, ...], tuple[int, int]] = {
    ("عيد", "العمال"): (5, 1), ("يوم", "العمال"): (5, 1), ("راس", "السنه"): (1, 1), ("يوم", "الارض"): (3, 30),
    ("عيد", "الحب"): (2, 14), ("يوم", "المراه"): (3, 8),
}  # fmt: skip
#: After the name of a day: another calendar's (رأس السنة الهجرية).
OTHER_CALENDARS = frozenset(
    {"الهجريه", "العبريه", "الصينيه", "القمريه", "اليهوديه", "الامازيغيه", "الفارسيه", "الايرانيه"}
)
#: Words that make the end of a week out of الأسبوع.
WEEKEND = frozenset({"نهايه", "عطله"})

#: Words before اليوم or after it that make it part of a name or of another expression.
NOT_TODAY_BEFORE = frozenset(
    {
        "روسيا",
        "مصر",
        "عين",
        "صحيفه",
        "جريده",
        "قناه",
        "موقع",
        "اخبار",
        "ذات",
        "ذلك",
        "نفس",
        "طوال",
        "في",
        "سوريا",
        "فلسطين",
        "الاردن",
    }
)
NOT_TODAY_AFTER = frozenset(
    {
        "السابع",
        "ذاته",
        "نفسه",
        "التالي",
        "السابق",
        "الواحد",
        "الدولي",
        "العالمي",
        "الوطني",
        "الاول",
        "الثاني",
        "الثالث",
        "الذي",
    }
)
#: After أمس: في أمس الحاجة (in dire need).
NOT_YESTERDAY_AFTER = frozenset({"الحاجه", "حاجه"})

#: Adjectives that place a day, week, month or year before, at or after the day of writing.
PAST = frozenset(
    {
        "الماضي",
        "الماضيه",
        "المنصرم",
        "المنصرمه",
        "الفايت",
        "الفايته",
        "المنقضي",
        "المنقضيه",
        "الاخير",
        "الماضيين",
        "الماضيتين",
    }
)
PRESENT = frozenset({"الجاري", "الجاريه", "الحالي", "الحاليه"})
FUTURE = frozenset({"المقبل", "المقبله", "القادم", "القادمه", "الاتي", "الاتيه"})
#: The same as offsets.
SHIFTS: dict[str, int] = {
    **dict.fromkeys(sorted(PAST), -1),
    **dict.fromkeys(sorted(PRESENT), 0),
    **dict.fromkeys(sorted(FUTURE), 1),
}

#: Nouns of periods, with the precision of a date that names one.
PERIODS: dict[str, str] = {
    "الاسبوع": "week", "اسبوع": "week", "الشهر": "month", "شهر": "month", "العام": "year", "عام": "year",
    "السنه": "year", "سنه": "year",
}  # fmt: skip

#: Words that lead a period and leave its precision: مطلع الشهر الجاري is known to the month.
PARTS = frozenset(
    {"مطلع", "بدايه", "اوايل", "منتصف", "اواسط", "نهايه", "اواخر", "اخر", "ختام", "خلال", "صيف", "شتاء", "ربيع", "خريف"}
)

#: Seasons, known to the year.
SEASONS = frozenset({"الصيف", "الشتاء", "الربيع", "الخريف"})
#: The last month of the seasons that lie within one year, so that the last one is known to the year.
SEASON_ENDS = {"الصيف": 9, "الربيع": 6, "الخريف": 12}

#: Parts of the day that may stand before a day's name.
HOURS = frozenset({"صباح", "مساء", "فجر", "ظهر", "عصر", "ليل", "ليله", "عشيه", "يوم", "نهار", "منتصف", "ضحي", "مغرب"})

#: Units of a distance in time (قبل يومين), with their number where the form tells it, and their size in days.
UNITS: dict[str, tuple[int | None, int]] = {
    "يوم": (1, 1), "يومين": (2, 1), "ايام": (None, 1), "يوما": (None, 1),
    "اسبوع": (1, 7), "اسبوعين": (2, 7), "اسابيع": (None, 7), "اسبوعا": (None, 7),
    "شهر": (1, 30), "شهرين": (2, 30), "اشهر": (None, 30), "شهرا": (None, 30), "شهور": (None, 30),
    "عام": (1, 365), "عامين": (2, 365), "اعوام": (None, 365), "عاما": (None, 365),
    "سنه": (1, 365), "سنتين": (2, 365), "سنوات": (None, 365), "سنين": (None, 365),
}  # fmt: skip
#: Words that may stand between قبل and the number.
ABOUT = frozenset({"نحو", "حوالي", "قرابه", "زهاء", "ما", "يقارب"})

_ONES = {
    "واحد": 1, "واحده": 1, "اثنين": 2, "اثنان": 2, "ثلاثه": 3, "ثلاث": 3, "اربعه": 4, "اربع": 4, "خمسه": 5, "خمس": 5,
    "سته": 6, "ست": 6, "سبعه": 7, "سبع": 7, "ثمانيه": 8, "ثماني": 8, "ثمان": 8, "تسعه": 9, "تسع": 9, "عشره": 10,
    "عشر": 10,
}  # fmt: skip
#: Cardinal numbers written out.
NUMBERS: dict[str, int] = _ONES

_TENTH = 10
_ORDINAL_ONES = {
    "الاول": 1, "الثاني": 2, "الثالث": 3, "الرابع": 4, "الخامس": 5, "السادس": 6, "السابع": 7, "الثامن": 8, "التاسع": 9,
    "العاشر": _TENTH,
}  # fmt: skip
_ORDINAL_UNITS = {"الحادي": 1, **{word: value for word, value in _ORDINAL_ONES.items() if 1 < value < _TENTH}}

#: Days of the month written out (الثاني والعشرين), as runs of words.
ORDINALS: dict[tuple[str, ...], int] = {
    **{(word,): value for word, value in _ORDINAL_ONES.items()},
    **{(word, "عشر"): value + 10 for word, value in _ORDINAL_UNITS.items()},
    ("العشرين",): 20,
    **{(word, "والعشرين"): value + 20 for word, value in _ORDINAL_UNITS.items()},
    ("الثلاثين",): 30,
    ("الحادي", "والثلاثين"): 31,
}

#: Words that say a number is a year.
YEAR_WORDS = frozenset({"عام", "العام", "سنه", "السنه", "لعام", "بعام", "وعام", "عامي", "منذعام", "لسنه"})
#: Prepositions after which a bare number from 1900 to 2099 is a year.
YEAR_LEADS = frozenset(
    {"في", "منذ", "حتي", "نهايه", "مطلع", "بدايه", "اواخر", "اوايل", "منتصف", "خلال", "بحلول", "وفي", "قبل", "بين"}
)
#: Words before a number that make it no year: resolutions, flights, models.
NUMBERED = frozenset(
    {
        "رقم",
        "القرار",
        "قرار",
        "قرارها",
        "قراره",
        "بالقرار",
        "للقرار",
        "القرارين",
        "قراري",
        "ماده",
        "الماده",
        "رحله",
        "نحو",
        "حوالي",
    }
)

#: Words that follow a number which is counted, so that it is no year: في 2000 شخص.
COUNTED = frozenset(
    {"شخص", "شخصا", "دولار", "جندي", "كيلومتر", "متر", "طن", "ريال", "مقاتل", "مواطن", "قتيل", "وحده", "مليون", "الف"}
)
