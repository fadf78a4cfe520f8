"""Scare quotes: marks round a name, a title or a term attribute nothing."""

from streams.lexicon.actors_common import COMMON
from streams.lexicon.wording import BODY_HEADS, BRANDS, NAMING, folded
from streams.quotes.marks import Span
from streams.quotes.phrases import brings_in
from streams.quotes.refer import Referents
from streams.quotes.tokens import Tokens

_LONG_NAME = 6
_SHORT_NAME = 4
_DEFINITE_NAME = 2
_MANY = 3
#: Groups that one side names and the other marks ("المجموعات المسلحة").
_GROUPS = folded(
    "المجموعات الجماعات الفصائل التنظيمات الميليشيات المليشيات المعارضة الثوار المسلحين الإرهابيين المتمردين"
)
#: What is called by a name that بـ brings in (المعروف بـ "..."، عنونه بـ "...").
_CALLED = folded("""
المعروف المعروفة معروف معروفة يعرف تعرف عرف عرفت الملقب الملقبة ملقب ملقبة لقب لقبت يلقب المعنون المعنونة معنون معنونة
عنونه عنونته عنونها المسمى المسماة يسمى تسمى سميت عنون عنونت
""")
#: What is called by a name that follows right away (ما يسمى "..."), which ما تسميه, somebody's words, is not.
_IS_CALLED = folded("يسمى تسمى سمي يدعى")
_WHAT = folded("ما بما لما مما فيما عما")
#: Words that no name begins with.
_PARTICLES = folded(
    "لن لم ليس ليست لسنا قد سوف نحن أنا إنه إنها إننا إن أن لأن هو هي هم هذا هذه كان كانت يجب ينبغي يمكن"
)
_FUTURE = frozenset(["ست", "سي", "سن", "سا"])
_SUCH_AS = folded("مثل أمثال مثلا")
_BATTLES = folded("معركة غزوة")


def judge(tokens: Tokens, referents: Referents, marked: list[Span]) -> None:
    """Decide which marked stretches are names or terms whatever stands around them."""
    starts = {mention.first: mention.last for mention in referents.mentions if mention.kind == "body"}
    whole = {(mention.first, mention.last) for mention in referents.mentions if mention.kind != "document"}
    for span in marked:
        span.scare = _names(tokens, span, whole, starts)
    _lists(marked)
    _repeated(tokens, marked)


def _lists(marked: list[Span]) -> None:
    """Take three short stretches and more that و joins for a list of names."""
    row: list[Span] = []
    for span in marked:
        if row and (span.opening - row[-1].closing > 1 or span.opening == row[-1].closing):
            _settle(row)
            row = []
        if span.size <= _SHORT_NAME:
            row.append(span)
        else:
            _settle(row)
            row = []
    _settle(row)


def _settle(row: list[Span]) -> None:
    if len(row) >= _MANY:
        for span in row:
            span.scare = True


def _repeated(tokens: Tokens, marked: list[Span]) -> None:
    """Take a short stretch for a name wherever the article marks it, if it is one anywhere."""
    places: dict[tuple[str, ...], list[Span]] = {}
    for span in marked:
        if span.size <= _SHORT_NAME:
            places.setdefault(tuple(tokens.keys[span.first : span.last]), []).append(span)
    ends = {words[-1] for words, same in places.items() if len(words) > 1 and any(span.scare for span in same)}
    for words, same in places.items():
        if len(words) == 1 and words[0] in ends:
            same[0].scare = True
    for words, same in places.items():
        often = len(same) >= _MANY and len(words) <= _DEFINITE_NAME
        if often or any(span.scare for span in same):
            for span in same:
                span.scare = True


def _names(tokens: Tokens, span: Span, whole: set[tuple[int, int]], starts: dict[int, int]) -> bool:
    if span.size > _LONG_NAME or not span.closed:
        return False
    if any(tokens.keys[at] in {":", "،", "."} for at in range(span.first, span.last)):
        return False
    if (span.first, span.last) in whole and span.size <= _SHORT_NAME:
        return True
    first = tokens.words[span.first]
    body = first is not None and bool(first.body) and starts.get(span.first, 0) >= span.last - 1
    return _named(tokens, span) or (body and span.size < _LONG_NAME) or _announced(tokens, span)


def _named(tokens: Tokens, span: Span) -> bool:
    """Tell whether a stretch is a name by its own words: Latin letters, a hashtag, a group, a battle, a brand."""
    first, inside = tokens.keys[span.first], tokens.keys[span.first : span.last]
    if all(key.isascii() for key in inside) or first == "#" or first in _BATTLES:
        return True
    return span.size <= _SHORT_NAME and (first in _GROUPS or all(key in BRANDS for key in inside))


def _announced(tokens: Tokens, span: Span) -> bool:
    """Tell whether the words before a stretch announce a name (تنظيم، وكالة الأنباء، حزب والده الحاكم، مثل)."""
    before = span.opening - 1
    if before < 0 or _says(tokens, span):
        return False
    if span.size <= _SHORT_NAME and tokens.keys[before] in _SUCH_AS:
        return True
    if before > 0 and _qualifies(tokens, before) and _naming(tokens, before - 1):
        return True
    if span.size > _DEFINITE_NAME and tokens.keys[before].lstrip("وبلف").startswith("ال"):
        return False
    owner = before > 1 and _qualifies(tokens, before) and tokens.keys[before - 1].endswith(("ه", "ها", "هم"))
    return _naming(tokens, before) or (owner and span.size <= _SHORT_NAME and _naming(tokens, before - 2))


def _says(tokens: Tokens, span: Span) -> bool:
    """Tell whether a stretch begins as a clause does, not as a name (ستصرف بعيدا عن الروتين، لن نقبل)."""
    key = tokens.keys[span.first]
    future = key[:2] in _FUTURE and len(key) > _SHORT_NAME and key not in COMMON
    word = tokens.words[span.first]
    return key in _PARTICLES or (span.size > 1 and (future or (word is not None and brings_in(word))))


def _naming(tokens: Tokens, at: int) -> bool:
    """Tell whether a word announces a name (تنظيم، صحيفة، عملية)."""
    if at > 0 and tokens.keys[at] in _IS_CALLED and tokens.keys[at - 1] in _WHAT:
        return True
    if at > 0 and tokens.keys[at] in {"ب", "ل"} and tokens.keys[at - 1] in _CALLED:
        return True
    word = tokens.words[at]
    if word is None or word.cue:
        return False
    key = word.key
    for prefix in ("", "و", "ال", "وال", "ب", "ل", "لل", "بال", "ول"):
        if key.startswith(prefix) and (key[len(prefix) :] in NAMING or key[len(prefix) :] in BODY_HEADS):
            return True
    return False


def _qualifies(tokens: Tokens, at: int) -> bool:
    """Tell whether a word is an adjective between a noun and its name (وكالة الأنباء "سانا")."""
    word = tokens.words[at]
    return word is not None and not word.stop and word.key.startswith(("ال", "لل")) and not word.cue
