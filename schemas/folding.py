"""Arabic letters folded one for one.

Outlets spell one word in several ways (ي/ى, ة/ه, hamzas, Arabic and European digits). `fold` maps each character to
exactly one character, so an offset into the folded text is an offset into the text. What has to be dropped altogether
to compare words (marks, tatweel) is dropped by `key`, the folded spelling of one word: all stages look words up by it.
"""

import re
from functools import lru_cache

_LETTERS = {
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ې": "ي", "ئ": "ي", "ؤ": "و", "ة": "ه", "ۀ": "ه",
    "ە": "ه", "ہ": "ه", "ۂ": "ه", "ھ": "ه", "ے": "ي", "ۓ": "ي", "ک": "ك", "گ": "ك", "ڤ": "ف", "پ": "ب",
    "چ": "ج", "ژ": "ز",
}  # fmt: skip
#: Capitals whose lower case is two characters or depends on what follows.
_CAPITALS = {"İ": "i", "Σ": "σ", "ς": "σ"}
_DIGITS = {
    **{chr(0x660 + value): str(value) for value in range(10)},
    **{chr(0x6F0 + value): str(value) for value in range(10)},
}
_SPACES = dict.fromkeys(
    [*"\t\n\r\x0b\x0c\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000", *map(chr, range(0x2000, 0x200B))], " "
)

#: Characters that carry no letter: vowel marks, superscript alef, Koranic signs, tatweel, invisible format controls.
SILENT = frozenset(
    [chr(code) for code in range(0x64B, 0x660)]
    + [chr(code) for code in range(0x610, 0x61B)]
    + [chr(code) for code in range(0x6D6, 0x6EE)]
    + [chr(code) for code in range(0x8CA, 0x900)]
    + [chr(code) for code in range(0x200B, 0x2010)]
    + [chr(code) for code in range(0x202A, 0x202F)]
    + [chr(code) for code in range(0x2066, 0x206A)]
    + list("\u0670\u0640\ufeff\u061c\xad"),
)

#: Of a pattern: a character of a word, written as it is.
IN_WORD = rf"[\w{''.join(sorted(SILENT))}]"
_FOLD = {**_LETTERS, **_CAPITALS, **_DIGITS, **_SPACES}
_TABLE = str.maketrans(_FOLD)
#: So many characters are translated one by one before it pays to look for each one that is folded.
_SHORT = 32
_KEY = str.maketrans({**_FOLD, **dict.fromkeys(SILENT)})
_WORD = re.compile(rf"{IN_WORD}+")


def fold(text: str) -> str:
    """Fold spelling variants of letters, digits and spaces, character for character.

    The result has the length of `text`, so offsets stay valid, and no character is folded differently for what stands
    beside it, so a part of the text folds to that part of the folded text.
    """
    if len(text) < _SHORT:
        return text.translate(_TABLE).lower()
    # To look for each character, and to replace those that occur, is a tenth of what `translate` takes on a long text.
    for character, plain in _FOLD.items():
        if character in text:
            text = text.replace(character, plain)
    return text.lower()


@lru_cache(maxsize=1 << 16)
def key(word: str) -> str:
    """Return the folded spelling of a word without silent characters, empty if it is nothing else.

    Most words of a text are known from the texts before it.
    """
    return word.translate(_KEY).lower()


def words(text: str) -> list[str]:
    """Return the folded words of `text` in order, without marks, tatweel and punctuation."""
    return list(filter(None, map(key, _WORD.findall(text))))
