"""Words by which a slot of a template is known from the wording of an editor. All are folded.

A template is filled with numbers and with names. Numbers show themselves. A name shows itself by what stands before
it (رئيس، مدينة، منتخب), by being a state, or by standing in several places where the other text has one other name.
"""

import re

from schemas.folding import words
from streams.lexicon.months import EGYPTIAN, HIJRI, LEVANTINE, MAGHREBI, WEEKDAYS
from streams.lexicon.places import ADJECTIVES, STATES


def _listed(text: str) -> frozenset[str]:
    return frozenset(words(text))


#: When a report was printed, not what it reports: امس in the morning paper is اليوم on the evening's page.
TIMES = (
    _listed("""
أمس اليوم غدا الغد الآن مساء صباح ظهر فجر عصر ليل ليلة يوم أول الأول الماضي الماضية المقبل المقبلة القادم القادمة
الجاري الحالي الموافق شهر عام سنة ساعة الساعة بتوقيت
""")
    | frozenset(WEEKDAYS)
    | frozenset(part for names in (LEVANTINE, EGYPTIAN, MAGHREBI, HIJRI) for name in names for part in name.split())
)

#: Titles and kinds of things that a name follows.
TITLES = _listed("""
الملك ملك ملكة السلطان سلطان الأمير أمير الأميرة الشيخ الشيخة الرئيس رئيس رئيسة لرئيس للرئيس الوزير وزير وزيرة السيد
السيدة الدكتور د المهندس م الأستاذ اللواء العميد العقيد الفريق الجنرال القاضي المستشار السفير سفير النائب المحافظ محافظ
الحاكم حاكم المواطن المواطنة المدعو الجاني الجناة المجني الشهيد الراحل الفقيد اللاعب المدرب المدير
جمهورية لجمهورية مملكة إمارة دولة ولاية مدينة بمدينة محافظة بمحافظة منطقة بمنطقة قرية بلدة حي إقليم بلدية
منتخب المنتخب فريق الفريق نادي لنادي نظيره ضد أمام شعب الشعب حكومة
شركة بنك مصرف مؤسسة سهم جامعة مستشفى مدرسة مطار ميناء طائرة عملة سعر سبيكة عيار بن بنت آل أبو
""")

#: Words of every text that no name is made of, and what editors put for one another.
ORDINARY = _listed("""
في من إلى على عن مع أن إن كان كانت هذا هذه ذلك تلك الذي التي الذين ما لا لم لن قد كما حيث بعد قبل خلال حول بشأن بين
أو ثم بل لكن إلا حتى منذ عند عندما إذا كل بعض أي غير ضمن لدى عبر نحو حوالي قرابة أكثر أقل عدة عدد عدم قلة إن أنه أنها
بأن بأنه بأنها وأن وأنه وأنها له لها لهم به بها فيه فيها منه منها عليه عليها جدا أيضا كذلك وذلك فقط أبرز كافة جميع
قال قالت وقال وقالت أضاف وأضاف أكد وأكد أوضح وأوضح أعلن أعلنت ذكر وذكر أشار وأشار مشيرا موضحا مؤكدا مضيفا مبينا لافتا
بحسب وفق وفقا حسب جهته جانبه معالي سمو سموه فخامة فخامته صاحب السمو الملكي خادم الحرمين الشريفين المملكة الأخ العزيز
الشقيق الشقيقة الصديق الصديقة مشاريع مشروعات صحفيين صحافيين وكالة وكالات أنباء صحيفة تقرير بيان مصدر مصادر مسؤول
مسؤولين قوات عناصر تنظيم ميليشيات جماعة مسلحين متمردين مقاتلين إرهابيين بلاده بلادها البلاد الدولة الحكومة المئة بالمئة
مليون مليار ألف آلاف ملايين مليارات دولار ريال درهم دينار جنيه ليرة يورو نقطة طن درجة متر كيلومتر
""")

#: Words of numbers and their values; ordinals stand for the same slot.
NUMERALS = {
    folded: value
    for value, forms in {
        1: "واحد واحدة الأولى", 2: "اثنان اثنين اثنتان اثنتين الثاني الثانية ثانية",
        3: "ثلاثة ثلاث الثالث الثالثة ثالثة",
        4: "أربعة أربع الرابع الرابعة رابعة", 5: "خمسة خمس الخامس الخامسة خامسة", 6: "ستة ست السادس السادسة سادسة",
        7: "سبعة سبع السابع السابعة سابعة", 8: "ثمانية ثماني ثمان الثامن الثامنة ثامنة",
        9: "تسعة تسع التاسع التاسعة تاسعة",
        10: "عشرة عشر العاشر العاشرة", 20: "عشرون عشرين العشرين", 30: "ثلاثون ثلاثين الثلاثين",
        40: "أربعون أربعين الأربعين", 50: "خمسون خمسين الخمسين", 60: "ستون ستين الستين", 70: "سبعون سبعين السبعين",
        80: "ثمانون ثمانين الثمانين", 90: "تسعون تسعين التسعين", 100: "مئة مائة مية ماية", 200: "مئتان مئتين مائتين",
        1000: "ألفا", 2000: "ألفان ألفين",
    }.items()
    for folded in words(forms)
}  # fmt: skip

_DIGITS = re.compile(r"^[^\W\d]{0,6}(\d+)[^\W\d]{0,4}$")
_SHORTEST = 3


def forms(word: str) -> list[str]:
    """Return what a folded word may be without the particles and the article written onto its front, longest first.

    Whether the first letter of بلجيكا is a particle cannot be told from the letters, so every reading is given.
    """
    found = [word]
    for fronts in (("و", "ف"), ("ب", "ل", "ك"), ("ال", "ل")):
        found += [form.removeprefix(front) for form in found for front in fronts if form.startswith(front)]
    return sorted(
        {form for form in found if len(form) >= _SHORTEST or form == word}, key=lambda form: (-len(form), form)
    )


def state(word: str) -> str | None:
    """Return the state that a folded word names, or whose capital or people it names; None for any other word."""
    return next((STATE_WORDS[form] for form in forms(word) if form in STATE_WORDS), None)


def value(word: str) -> str | None:
    """Return the number a folded word stands for, as digits; None for any other word."""
    match = _DIGITS.match(word)
    if match:
        return match[1]
    number = NUMERALS.get(word, NUMERALS.get(word.removeprefix("و")))
    return None if number is None else str(number)


_GENERIC = _listed("""
جمهورية الجمهورية دولة مملكة المملكة سلطنة المتحدة الاتحاد الاتحادية الديمقراطية الشعبية العربية
الإسلامية جنوب جزر الولايات
""")


def _states() -> dict[str, str]:
    named = {
        word: known.id for known in STATES.values() for name in (*known.names, *known.capitals) for word in words(name)
    }
    return {word: known for word, known in (named | ADJECTIVES).items() if word not in _GENERIC}


#: Folded word that names a state, its capital or its people -> the state.
STATE_WORDS = _states()
