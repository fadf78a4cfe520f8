"""Phrases: which words can begin a noun phrase that names a speaker."""

from streams.lexicon.actors_common import COMMON
from streams.lexicon.titles import HEADS
from streams.lexicon.wording import FIGURES, PEOPLE_HEADS, folded
from streams.quotes.found import Found
from streams.quotes.names import is_accusative
from streams.quotes.tokens import Word

_TO_WHOM = folded("لي لك لنا لكم")
#: Who is called upon and hardly ever calls: دعا المجتمع الدولي إلى has no subject.
_ADDRESSED = folded("المجتمع جميع كافة كل")
_PLURAL = 6
_SECOND = 5
#: Verbal nouns that their form does not tell.
_VERBALS = folded("""
مقتل وقف رفض دعم سقوط وصول حرص أهمية ضرورة وجود عدم بدء فتح منع نجاح فشل رفع خفض سحب عزم نية وفاة حل فرض توقيف ضبط طرد
قتل عودة زيادة موافقة مشاركة مواصلة مغادرة تراجع تقدم تعاون تنفيذ مسؤولية حدوث حصول ظهور هبوط صعود تجنب
""")
_NOUN = 4
_VERBAL = 4
#: Nouns that tell behind بـ where somebody is (مصادر بمدينة حلب).
_WHERE = folded("""
مدينة بلدة قرية منطقة محافظة ولاية جامعة شمال جنوب شرق غرب وسط إقليم قطاع مطار مخيم معسكر مكتب قسم فرع دول دولة بلاد
عدن بعد بين
""")


def is_bare(word: Word | None) -> bool:
    """Tell whether a document is called by its noun with the article alone."""
    return word is not None and word.key.lstrip("وفبل").startswith("ال")


def plain(word: Word) -> str:
    """Return the singular or plain form of a word for people, if it is one, else its key."""
    key = word.key
    for prefix in ("وال", "ال", "و", "ل"):
        if key.startswith(prefix) and key[len(prefix) :] in PEOPLE_HEADS:
            return key[len(prefix) :]
    if key.endswith("ين") and key[:-2] + "ون" in PEOPLE_HEADS:
        return key[:-2] + "ون"
    bare = key.removeprefix("ال")
    return bare[:-2] + "ون" if bare.endswith("ين") and bare[:-2] + "ون" in PEOPLE_HEADS else key


def is_noun(word: Word) -> bool:
    """Tell whether a word before a verb can begin its subject, and is no verb itself (نشرت حسابات ... قالت)."""
    if word.key.startswith("ال") or plain(word) in PEOPLE_HEADS:
        return True
    return word.key not in COMMON and not word.key.endswith("ت")


def opens_phrase(word: Word, *, strict: bool = True) -> bool:
    """Tell whether a noun phrase may begin with a word, a noun that looks like a verb included unless `strict`."""
    governed = word.key[0] in "بلك" and word.common and word.key not in COMMON and (strict or not to_people(word))
    governed = governed or len(word.key) == 1
    governed = governed or (word.key[0] == "ب" and word.key[1:] in COMMON)
    verb = (word.cue is not None and (strict or word.cue.form != "past")) or (strict and word.acts)
    verb = verb and not (word.cue is not None and word.cue.form == "participle" and plain(word) in PEOPLE_HEADS)
    closed = governed or word.stop or word.that or verb or word.time or word.according or word.key[0].isdigit()
    return not closed and not (word.noun and word.noun.object)


def leaves(word: Word, before: Word | None, *, definite: bool, article: bool) -> bool:  # noqa: PLR0911 -- one each
    """Tell whether a word cannot go on with the noun phrase before it, so that an object or adjunct begins.

    Behind a definite noun only what agrees with it goes on: an adjective with its article, never a noun without one
    (أكد المصدر سقوط ...) nor another noun with one (وصف أحد القرويين المشهد).

    Args:
        word: The word.
        before: The one before it.
        definite: Whether that has its article.
        article: Whether the word has one.
    """
    key, clitic = word.key, any(cut for cut, _ in word.names)
    known = bool(word.names) or word.given or word.surname
    if (key[0] == "ل" and key.endswith(("ها", "هم"))) or word.key in _SELF:
        return word.key not in _SELF
    if (key.endswith(_VERBAL_ENDING) and before is not None and _are_people(before)) or is_accusative(word):
        return True
    if before is not None and (_is_whole(before, word) or (word.key in _VERBALS and plain(before) in PEOPLE_HEADS)):
        return True
    if key[0] == "ب" and not (word.body or clitic or word.surname or word.given):
        return key[1:] in COMMON or key[3:] in COMMON
    if before is not None and before.state and not definite and not before.given:
        return key.startswith("ال") and not word.state
    if not definite:
        return False
    if not article and not key.startswith(("لل", "وال")):
        noun = word.common or bool(word.head or word.body)
        return noun and not (known or word.state or key[0] in "ول" or word.stop)
    agrees = word.inside or bool(word.state or word.head) or key in _QUALIFYING or key.endswith(_AGREEING)
    return key[0] == "ا" and not agrees and not known


def _are_people(word: Word) -> bool:
    """Tell whether a word is people (خبراء), behind whom a word in ـوا is a verb and no part of a name."""
    return plain(word) in PEOPLE_HEADS or word.key.endswith(("ون", "ين"))


def _is_whole(before: Word, word: Word) -> bool:
    """Tell whether nothing but an adjective goes on with a plural in ـون, or with شهود عيان (ناشطون | مقاطع مصورة)."""
    if before.key == "عيان":
        return not word.stop
    stem = before.key.removeprefix("ال")[:-2]
    two = before.key.endswith("ان") and (stem in PEOPLE_HEADS or stem in HEADS or before.key in _OTHERS)
    many = before.key.endswith("ون") and (plain(before) in PEOPLE_HEADS or before.key.endswith("يون"))
    if not (two or many or before.key in _OTHERS):
        return False
    goes_on = word.stop or word.key in _PLURAL_QUALITIES or word.key.startswith(("و", "بال", "لل"))
    return not (goes_on or word.key.endswith(("ان", "ين") if two else ("ون", "ين", "و")))


_OTHERS = folded("آخران آخرون")
#: Adjectives of people in the plural that do not end so.
_PLURAL_QUALITIES = folded(
    "كبار عرب أكراد روس أتراك جدد شباب كثر أجانب أفارقة ألمان الثلاثة الأربعة الخمسة الستة السبعة ثلاثة أربعة خمسة"
)
#: Endings that only a verb in the plural has.
_VERBAL_ENDING = "وا"
_SELF = folded("نفسه نفسها ذاته ذاتها عينه عينها أنفسهم ذاتهم")
#: Adjectives whose endings do not show it: colours and numbers.
_QUALIFYING = folded("البيضاء الحمراء الخضراء السوداء الزرقاء الصفراء الثلاث الأربع الخمس الست السبع العشر")
#: Endings of adjectives, and of participles in the plural.
_AGREEING = ("ي", "يه", "ه", "ين", "ون", "ات")


def brings_in(word: Word) -> bool:
    """Tell whether a word is a noun behind بـ that tells what was said or done (بمقتل), not where somebody is."""
    key = word.key
    if key[0] != "ب" or len(key) <= _NOUN or key.startswith("بال") or word.body or word.state or word.stop:
        return False
    stem = key[1:]
    verbal = len(stem) > _VERBAL and stem[0] == "ا" and (stem[1] == "ن" or stem[2] == "ت" or stem[1:3] == "ست")
    return verbal or (stem in COMMON and stem not in _WHERE)


def is_verbal(word: Word, letter: str) -> bool:
    """Tell whether a word without article has the form of a verbal noun that news reports (إلغاء، تعيين، مقتل).

    Args:
        word: The word.
        letter: Its first letter as written: أ begins plurals (أطراف), never a verbal noun of this form.
    """
    key = word.key
    if word.names or word.cue or word.given or word.surname or word.stop:
        return False
    if key in _VERBALS:
        return True
    long = len(key) > _VERBAL and key.isalpha() and not word.acts and letter != "أ"
    article = key.startswith("ال") and letter == "ا" and key[2:3] != "ت"
    first = long and key[0] == "ا" and not article and (key[-2] == "ا" or (key[-1] == "ه" and key[-3] == "ا"))
    return first or (long and key[0] == "ت" and key[-2] == "ي" and len(key) == _SECOND)


def to_people(word: Word) -> bool:
    """Tell whether a word is people or figures behind لـ (وفقا للمصدر، وفقا لمسؤولين، وفقا للأرقام)."""
    bare = word.key[2:] if word.key.startswith("لل") else word.key[1:] if word.key.startswith("ل") else ""
    known = bare in PEOPLE_HEADS or bare in FIGURES
    return known or (bare.endswith("ين") and bare[:-2] + "ون" in PEOPLE_HEADS)


def to_whom(word: Word) -> bool:
    """Tell whether a word names whom somebody told (للصحفيين، لي)."""
    key = word.key
    construct = key[0] == "ل" and key.endswith("ي") and key[1:-1] + "ون" in PEOPLE_HEADS
    return (
        construct
        or key.startswith("لل")
        or (key[0] == "ل" and (key[1:] in COMMON or key[1:] in PEOPLE_HEADS))
        or key in _TO_WHOM
    )


def is_nominative(word: Word) -> bool:
    """Tell whether a word can begin a subject: no لـ before it, no oblique plural, no accusative."""
    key = word.key
    if to_whom(word):
        return False
    oblique = key.startswith("ال") and key.endswith("ين") and len(key) > _PLURAL
    pair = key[:-1] in PEOPLE_HEADS or key[:-1] in HEADS  # زعيما البلدين
    adverb = key.endswith("ا") and key[:-1] in COMMON and not key.startswith("ال") and not pair
    return not oblique and not adverb and not is_accusative(word) and key not in _ADDRESSED


def alike(one: Found, other: Found) -> bool:
    """Tell whether و can join two mentions: people with people, states with bodies."""
    people = {"person", "office"}
    return one.kind == other.kind or {one.kind, other.kind} <= people or {one.kind, other.kind} <= {"state", "body"}
