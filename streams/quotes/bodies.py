"""Bodies: where the name of a ministry, a firm or a movement ends."""

from streams.lexicon.actors import ACTORS
from streams.lexicon.actors_common import COMMON
from streams.lexicon.titles import INSIDE
from streams.lexicon.wording import CALLED, FIRM_ARTICLES, FIRM_WORDS, folded
from streams.quotes import names
from streams.quotes.tokens import MARKS, Tokens, Word

_MAX_BODY = 9
_SHORT_MARKED = 4
_UNIONS = folded("اتحاد نقابة رابطة لجنة جمعية مركز منظمة مجلس هيئة")
_MIN_UNKNOWN = 3
_ADJECTIVES = ("ي", "يه")
_VERBAL = 4
#: Heads that are feminine without the ending, folded with their article.
_FEMININE = folded("القوات الفصائل الأحزاب الميليشيات الدول السلطات")
#: Their adjectives that end otherwise.
_HERS = folded("الأخرى الكبرى العظمى الأولى الوسطى القصوى الصغرى اليمنى اليسرى")
#: Who acts, and is of nobody behind لـ but by one of these words (القوات الموالية للحكومة، تصدت الشرطة للهجوم).
_FORCES = folded("قوات شرطة حكومة ميليشيات ميليشيا مليشيا سلطات جيش معارضة نظام فصائل")
_OF = folded("الموالية الموالي التابعة التابع الداعمة المؤيدة المناهضة المعادية المنتمية المعارضة المحايدة")
#: Participles that lead on to what somebody does or is told of (المدعومة من، الرامية إلى): no part of a name.
_LEADING = folded("""
الرامية الرامي المدعومة المدعوم المتهمة المتهم المرتبطة المرتبط الخاضعة الخاضع المشتبه العاملة العامل المتواجدة المتواجد
الموجودة الموجود الواقعة الواقع الصادرة الصادر المتمركزة المتمركز المنتشرة المنتشر الممولة المعترف المكلفة المكلف
المتورطة المتورط المقربة المقرب المملوكة المملوك المحتمل المحتملة المستهدف المستهدفة المتوقع المتوقعة القائمة القائم
المحسوبة المحسوب المنضوية المنبثقة المنبثق المتمثلة المتمثل المؤلفة المكونة الداعم المناهض المعادي الهائلة الهائل
القاتلة القاتل المذكورة المذكور
""")

#: Numbers behind what they count, which show no gender in their ending (الدول الأربع).
_COUNTED = folded("الثلاث الأربع الخمس الست السبع الثمان العشر")


def body(tokens: Tokens, index: int) -> int:
    """Find the end of a body's name whose head (وزارة، حركة ...) stands at `index`."""
    at = index + 1
    while at < len(tokens) and at - index < _MAX_BODY:
        if tokens.keys[at] in MARKS:
            closed = names.marked(tokens, at)
            if (
                closed
                and at == index + 1
                and (not names.is_definite(tokens.keys[index]) or _is_title(tokens, at, closed))
            ):
                at = closed
                continue
            break
        step = 0 if _is_for(tokens, index, at) else _body_step(tokens, at, first=at == index + 1)
        if step == 1 and at == index + 1 and (word := tokens.words[at]) is not None and word.given:
            step = max(names.person(tokens, at) - at, 1)
        if not step and at > index + 1:
            step = _owner(tokens, at) or _members(tokens, index, at) or _firm(tokens, at)
        if not step:
            break
        at += step
    return at


def _is_title(tokens: Tokens, at: int, closed: int) -> bool:
    """Tell whether what is marked behind a definite noun is its name (القناة "الثانية"), no object ("حجم الدمار")."""
    word = tokens.words[at + 1]
    if word is None or closed - at > _SHORT_MARKED:
        return False
    return word.key.startswith("ال") or not (word.common or names.is_accusative(word))


def _firm(tokens: Tokens, at: int) -> int:
    """Tell whether a foreign word goes on with the name of a firm or newspaper (شركة سيريكا إنرجي، صحيفة ذي تايمز)."""
    word = tokens.words[at]
    if word is None or word.stop or word.cue or word.that or word.time or names.is_definite(word.key):
        return 0
    return int(word.key in FIRM_WORDS or tokens.keys[at - 1] in FIRM_ARTICLES)


def _owner(tokens: Tokens, at: int) -> int:
    """Return how many tokens the known body takes that a committee or an office is of (اللجنة التنفيذية لمنظمة ...)."""
    word = tokens.words[at]
    for cut, branch in word.names if word is not None and word.key[0] == "ل" else ():
        found = branch.longest(tokens.keys, at + 1)
        if cut == 1 and found is not None:
            actor = ACTORS[found[1].key]
            return 1 + found[0] if actor.kind == "body" and not actor.agency else 0
    return 0


def _members(tokens: Tokens, index: int, at: int) -> int:
    """Tell whether a body is of those behind لـ (الاتحاد الدولي للصحفيين), or of whom the next word names too."""
    head, word = tokens.words[index], tokens.words[at]
    if head is None or word is None:
        return 0
    person = at == index + 2 and word.surname and not names.is_definite(tokens.keys[at - 1]) and not word.common
    return int(person or (head.body in _UNIONS and word.key.startswith("لل")))


def _is_object(head: str, word: Word) -> bool:
    """Tell whether a noun with its article cannot agree with a head that has one (رفضت الحكومة الاتهامات).

    A feminine head has adjectives in ـة or ـى; a masculine one has none in ـات nor of the form of a verbal noun.
    """
    key = word.key
    if key in _LEADING:
        return True
    if word.inside or word.state or not key.startswith("ال"):
        return False
    if head.endswith(("ه", "ات")) or head in _FEMININE:
        return not key.endswith(("ه", "ا")) and key not in _COUNTED and key not in _HERS
    return _is_deed(key[2:]) or key.endswith("ات") or _is_thing(word)


def _is_thing(word: Word) -> bool:
    """Tell whether an ordinary word with its article has no feminine, so that it is a noun (الحظر، and not الجديد)."""
    key = word.key
    adjective = (
        key.endswith(_LIKE_ADJECTIVES) or key.startswith("الم") or (key.startswith("الا") and len(key) == _LIKE_RED)
    )
    return word.common and not adjective and f"{key}ه" not in COMMON


#: Endings that adjectives have.
_LIKE_ADJECTIVES = ("ي", "ه", "ا", "ء", "ين", "ون", "ان")
#: Letters of الأحمر and الأوسط with their article.
_LIKE_RED = 6


def _is_for(tokens: Tokens, index: int, at: int) -> bool:
    """Tell whether لـ tells what somebody does something for, or to whom (تصدت الشرطة للهجوم), and of nobody it is."""
    if not tokens.keys[at].startswith("لل"):
        return False
    head, bare = tokens.words[index], at == index + 1
    acts = head is not None and head.body in _FORCES and tokens.keys[at - 1] not in _OF
    return acts or (bare and names.is_definite(tokens.keys[index]))


def _is_another(tokens: Tokens, at: int, word: Word) -> bool:
    """Tell whether a noun behind a definite one cannot be its adjective (تبدد هزيمة تنظيم الدولة الإسلامية الآمال)."""
    key = word.key
    if key in _LEADING or key in _OF:
        return True
    if word.inside or word.state or not key.startswith("ال") or not names.is_definite(tokens.keys[at - 1]):
        return False
    return _is_deed(key[2:]) or _is_plural(key[2:]) or _is_thing(word)


def _is_plural(stem: str) -> bool:
    """Tell whether a noun has the form of a plural that no adjective has (آمال، أموال)."""
    return stem[:1] == "ا" and len(stem) in {_VERBAL, _VERBAL + 1} and stem[-2] == "ا" and stem not in _FREE


#: Adjectives of that form (الضباط الأحرار).
_FREE = folded("أحرار أشراف أشقاء")


def _is_deed(stem: str) -> bool:
    """Tell whether a noun has the form of a verbal noun (اقتراع، تقرير)."""
    return len(stem) > _VERBAL and (
        (stem[0] == "ا" and stem[2] == "ت" and stem[-2] == "ا") or (stem[0] == "ت" and stem[-2] == "ي")
    )


def _is_other(word: Word, known: int, *, first: bool) -> bool:
    """Tell whether a name behind a definite noun is another (اتهمت الدول الأربع الدوحة، يتهم التحالف إيران)."""
    if first:
        return word.key[0] != "ل" and not word.key.startswith("ال")
    return known == 1 and word.key.startswith("ال")


def _body_step(tokens: Tokens, at: int, *, first: bool) -> int:  # noqa: C901, PLR0911, PLR0912 -- one return for each case
    word = tokens.words[at]
    if word is None or (tokens.keys[at - 1] in _COUNTED and not word.key.endswith(_ADJECTIVES)):
        return 0
    if tokens.keys[at - 1].startswith("لل") and word.key.startswith("ال") and _is_deed(word.key[2:]):
        return 0  # الهيئة العليا للانتخابات الاقتراع
    if not first and _is_another(tokens, at, word):
        return 0
    if word.state:
        return 1
    if word.key == "لدي" and at + 1 < len(tokens) and (known := names.state_or_body(tokens, at + 1)):
        return 1 + known
    if word.names and (known := names.state_or_body(tokens, at)):
        if names.is_definite(tokens.keys[at - 1]) and _is_other(word, known, first=first):
            return 0
        apart = names.after_state(tokens, at) and not word.key.startswith("ال")
        return known if first or (not apart and (word.key.startswith("ال") or known > 1)) else 0
    if word.key.startswith("وال") and word.key[1:] in INSIDE and not first:
        return int(not word.head and not word.body)
    closed = word.stop or word.cue or word.that or word.time or word.according or word.key in CALLED
    if closed or word.key.startswith("و"):
        return 0
    if (
        word.body
        and word.key.startswith("ال")
        and not word.key.endswith(_ADJECTIVES)
        and names.is_definite(tokens.keys[at - 1])
    ):
        return 0
    if first and not names.is_definite(tokens.keys[at - 1]):
        return 1 if not word.head or word.definite or word.inside else 0
    if names.after_state(tokens, at) and not word.key.endswith(("ي", "يه")):
        return 0
    if first and _is_object(tokens.keys[at - 1], word):
        return 0
    return (
        1 if word.key.startswith(("ال", "لل")) and len(word.key) > _MIN_UNKNOWN and not names.is_told(tokens, at) else 0
    )
