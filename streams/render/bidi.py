"""Arabic and Latin text on one terminal.

A terminal that knows the bidirectional algorithm applies it to each printed line by itself, with the line running left
to right. So a line of ours either begins with Latin text and holds names in *isolates*, which keep a name's letters
from reordering what stands beside it, or it is one stretch of Arabic in an isolate of its own, pushed to the right
margin. Terminals that do not know the algorithm ignore the isolates.
"""

import unicodedata

_RIGHT_TO_LEFT = {"R", "AL"}
_STRONG = {"L", *_RIGHT_TO_LEFT}
_RLI, _FSI, _PDI = "\u2067", "\u2068", "\u2069"
#: What may reorder or overwrite the terminal beyond its own text: control characters and explicit directions.
_UNSAFE = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")


def is_arabic(text: str) -> bool:
    """Tell whether a text runs from right to left: whether its first letter does."""
    kinds = (unicodedata.bidirectional(character) for character in text)
    return next((kind for kind in kinds if kind in _STRONG), "L") in _RIGHT_TO_LEFT


def safe(text: str) -> str:
    """Return a foreign text on one line, without what could steer the terminal."""
    kept = (" " if _steers(character) else character for character in text if character not in _UNSAFE)
    return " ".join("".join(kept).split())


def safe_same_length(text: str) -> str:
    """Return a foreign text in which a space stands for each character that could steer the terminal."""
    return "".join(" " if character in _UNSAFE or _steers(character) else character for character in text)


def isolate(text: str) -> str:
    """Return a text that keeps its direction to itself within a line."""
    return f"{_FSI}{text}{_PDI}"


def right_to_left() -> tuple[str, str]:
    """Return what opens and closes a line that runs from right to left."""
    return _RLI, _PDI


def _steers(character: str) -> bool:
    return unicodedata.category(character) in {"Cc", "Cs", "Zl", "Zp"}
