"""Searching Arabic by words.

SQLite's full-text index holds folded words, so spelling does not matter. Arabic writes conjunctions, prepositions and
the article onto the next word, so a search for بوتين must also find وبوتين and لبوتين: each word of a query stands for
itself and for itself after every such prefix. The index stays exact and a query never cuts a letter that may belong to
the word (وزير, لبنان).
"""

import re

from schemas.folding import words

#: What Arabic writes onto the beginning of a word: conjunction, preposition, article, in that order.
PREFIXES = (
    "", "و", "ف", "ب", "ل", "ك", "ال", "وب", "ول", "فب", "فل", "وال", "فال", "بال", "كال", "لل", "وبال", "ولل", "فلل",
)  # fmt: skip
#: A phrase in any pair of marks, or a run of anything else between spaces.
_TERM = re.compile(r"[\"“”„«]([^\"“”„»]*)[\"“”»]?|([^\s\"“”„«»]+)")
_ARTICLE = "ال"
_SHORT = 3
_MANY = 32
_OTHER_G = str.maketrans("غج", "جغ")
_ENDINGS = {"ه": "ا", "ا": "ه"}


def folded(text: str) -> str:
    """Return the words of a text as they are indexed."""
    return " ".join(words(text)).replace("_", " ")


def without_article(word: str) -> str:
    """Return a folded word without الـ, where a word of two letters or more is left."""
    return word[2:] if word.startswith(_ARTICLE) and len(word) > len(_ARTICLE) + 1 else word


def name_key(name: str) -> str:
    """Return a name as names are compared: folded words without الـ."""
    return " ".join(without_article(word) for part in words(name) for word in part.split("_"))


def spellings(word: str) -> list[str]:
    """Return the ways outlets write a folded word of foreign origin: سوريه and سوريا, بوغدانوف and بوجدانوف."""
    endings = [word, word[:-1] + _ENDINGS[word[-1]]] if len(word) > _SHORT and word[-1] in _ENDINGS else [word]
    return list(dict.fromkeys(form for one in endings for form in (one, one.translate(_OTHER_G))))


def one_spelling(text: str) -> str:
    """Return folded words in the one of their spellings that stands for all."""
    return " ".join(min(spellings(word.replace("غ", "ج"))) for word in text.split())


def match(query: str) -> str | None:
    """Turn what a person typed into an FTS5 query, or None if it has no word in it.

    Words must all occur; words in quotation marks must stand together; a word with `*` after it may go on. Everything
    else that means something to FTS5 (`NEAR`, `OR`, `-`, `:`, `^`, parentheses) is text.
    """
    clauses: list[str] = []
    for term in _TERM.finditer(query):
        phrase, word = term[1], term[2]
        parts = folded(phrase if word is None else word).split()
        if not parts:
            continue
        if word is None:
            clauses.append(_any(parts, continued=False))
        else:
            last = len(parts) - 1
            clauses += [_any([part], continued=at == last and word.endswith("*")) for at, part in enumerate(parts)]
    return " AND ".join(clauses[:_MANY]) or None


def _any(parts: list[str], *, continued: bool) -> str:
    """Match words in a row, the first of them behind any prefix."""
    heads = spellings(without_article(parts[0]))
    rest = "".join(f" {part}" for part in parts[1:])
    star = " *" if continued else ""
    return "(" + " OR ".join(f'"{prefix}{head}{rest}"{star}' for head in heads for prefix in PREFIXES) + ")"
