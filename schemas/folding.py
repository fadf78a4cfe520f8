"""Arabic letters folded one for one.

Outlets spell one word in several ways (ي/ى, ة/ه, hamzas, Arabic and European digits). `fold` maps each character to
exactly one character, so an offset into the folded text is an offset into the text. What has to be dropped altogether
to compare words (marks, tatweel) is dropped by `words`, which keeps no offsets.
"""

import re

_LETTERS = {
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ې": "ي", "ئ": "ي", "ؤ": "و", "ة": "ه", "ۀ": "ه",
    "ہ": "ه", "ھ": "ه", "ک": "ك", "گ": "ك", "ڤ": "ف", "پ": "ب", "چ": "ج", "ژ": "ز",
}  # fmt: skip
_DIGITS = {
    **{chr(0x660 + value): str(value) for value in range(10)},
    **{chr(0x6F0 + value): str(value) for value in range(10)},
}
_SPACES = dict.fromkeys("\t\n\r\x0b\x0c\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B))), " ")

#: Characters that carry no letter: vowel marks, superscript alef, Koranic signs, tatweel, and invisible format controls.
SILENT = frozenset(
    [chr(code) for code in range(0x64B, 0x660)]
    + [chr(code) for code in range(0x610, 0x61B)]
    + [chr(code) for code in range(0x6D6, 0x6EE)]
    + list("\u0670\u0640\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\u061c\xad"),
)

_FOLD = str.maketrans({**_LETTERS, **_DIGITS, **_SPACES})
_SILENCE = str.maketrans(dict.fromkeys(SILENT))
_WORD = re.compile(r"\w+")


def fold(text: str) -> str:
    """Fold spelling variants of letters, digits and spaces, character for character.

    The result has the length of `text`, so offsets stay valid. Case is folded only where that keeps one character.
    """
    folded = text.translate(_FOLD)
    lowered = folded.lower()
    return lowered if len(lowered) == len(text) else folded


def words(text: str) -> list[str]:
    """Return the folded words of `text` in order, without marks, tatweel and punctuation."""
    return _WORD.findall(fold(text.translate(_SILENCE)))
