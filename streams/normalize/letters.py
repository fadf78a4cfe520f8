"""Cleaning of single characters, with an account of where each cleaned one stands in the raw text.

What a reader cannot see (vowel marks, tatweel, controls, direction marks) is dropped; what has a plainer form
(presentation forms, odd spaces, character references) takes it. Letters keep their spelling: ى stays ى.
Everything is found by one regular expression, so a text with nothing odd in it is copied whole.
"""

import html
import re
import unicodedata
from dataclasses import dataclass, field

from schemas.articles import Run
from schemas.folding import SILENT

_TATWEEL = "\u0640"
_BREAKS = "\n\r\x0b\x0c\x85\u2028\u2029"
_SPACES = " \t\x1c\x1d\x1e\x1f\xa0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))


def _dropped() -> str:
    """Ranges of a character class: whatever is not there for a reader."""
    formats = {chr(code) for code in range(0x10000) if unicodedata.category(chr(code)) in {"Cf", "Cc"}}
    singles = (formats | SILENT) - set(_BREAKS + _SPACES)
    wide = "\ud800-\udfff\ufe00-\ufe0f\ufdd0-\ufdef\ufffe\uffff\U000e0000-\U000e01ef"
    return "".join(map(re.escape, sorted(singles))) + wide


def _forms() -> dict[str, str]:
    """Presentation forms and the letters they show."""
    shown = {}
    for code in (*range(0xFB50, 0xFE00), *range(0xFE70, 0xFEFD)):
        plain = unicodedata.normalize("NFKC", chr(code))
        if plain != chr(code):
            shown[chr(code)] = "".join(letter for letter in plain if letter not in SILENT).strip()
    return shown


_DROPPED = _dropped()
_FORMS = _forms()
_SIMPLE = {form: plain for form, plain in _FORMS.items() if len(plain) == 1}
_SIMPLE_TABLE = str.maketrans(_SIMPLE)
_HIDDEN = re.compile(f"[{_DROPPED}]+")
_ARABIC = "\u0620-\u063f\u0641-\u064a"
_LINE = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")

_GAP = f"{re.escape(_SPACES + _BREAKS)}{_DROPPED.replace(re.escape(_TATWEEL), '')}"
_ODD = (
    rf"(?P<gap>[ ][{_GAP}]+|[{re.escape(_SPACES.replace(' ', '') + _BREAKS)}][{_GAP}]*)"
    rf"|(?P<dash>(?<=[{re.escape(_SPACES + _BREAKS)}]){_TATWEEL}+(?=[{re.escape(_SPACES + _BREAKS)}]))"
    rf"|(?P<drop>[{_DROPPED}]+|\#(?=[{_ARABIC}]))"
    rf"|(?P<bar>(?<=[{_ARABIC}])_(?=[{_ARABIC}]))"
    rf"|(?P<form>[{''.join(_SIMPLE)}]+)"
    rf"|(?P<ligature>[{''.join(form for form in _FORMS if form not in _SIMPLE)}])"
    r"|(?P<reference>&(?:amp;){0,3}(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});)"
)  # fmt: skip
_PLAIN = re.compile(_ODD)
_HTML = re.compile(rf"{_ODD}|(?P<tag><!--|</?[a-zA-Z][^<>]*>|<[!?][^<>]*>)")
#: Where something odd may begin; a lone class of characters is what `re` searches for fastest.
_SUSPECTS = f"{re.escape(_SPACES.replace(' ', '') + _BREAKS)}{_DROPPED}#_&<{''.join(_FORMS)}"
_SUSPECT = re.compile(f"[{_SUSPECTS}]")
_SUSPECT_OR_GAP = re.compile(f"[{_SUSPECTS}]|  ")
_TAG_NAME = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]*)")
#: So often a text spells out phrases of more letters than a word has that are written with one character.
_MOST_PHRASES = 100
_WORD = 4
_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "div", "dl", "dt",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li",
    "main", "nav", "ol", "p", "pre", "section", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "ul",
})  # fmt: skip
_UNREAD = frozenset({"script", "style", "template", "noscript", "iframe", "svg", "head"})


@dataclass
class Flat:
    """A text cleaned character by character, its lines still apart.

    Attributes:
        text: The cleaned text.
        runs: How it lies in the raw text.
        blank: For each line feed of `text`, whether the raw text leaves a line blank there.
    """

    text: str
    runs: list[Run]
    blank: list[bool]


@dataclass
class _Builder:
    """Collects cleaned characters and joins neighbours into maximal runs."""

    parts: list[str] = field(default_factory=list)
    runs: list[tuple[int, int, int, int]] = field(default_factory=list)
    blank: list[bool] = field(default_factory=list)
    size: int = 0
    last: str = "\n"
    unclosed: set[str] = field(default_factory=set)
    phrases: int = 0

    def add(self, text: str, raw: int, width: int = 1) -> None:
        """Append `text`, each character of which stands for `width` raw ones from `raw` on."""
        if self.runs:
            clean, start, length, before = self.runs[-1]
            if before == width and start + length * width == raw:
                self.runs[-1] = (clean, start, length + len(text), width)
            else:
                self.runs.append((self.size, raw, len(text), width))
        else:
            self.runs.append((0, raw, len(text), width))
        self.parts.append(text)
        self.size += len(text)
        self.last = text[-1]

    def copy(self, raw: str, start: int, end: int) -> None:
        """Append a stretch of the raw text that has nothing odd in it."""
        if start < end and raw[start] == " " and self.last in " \n":
            start += 1
        if start < end:
            self.add(raw[start:end], start)

    def space(self, raw: int, width: int = 1) -> None:
        """Append a space unless the text ends with one or with a line feed."""
        if self.last not in " \n":
            self.add(" ", raw, width)

    def line(self, raw: int, width: int = 1, *, blank: bool) -> None:
        """Append a line feed, or note that the one before it leaves a line blank."""
        if self.last == "\n" and self.blank:
            self.blank[-1] = self.blank[-1] or blank
        else:
            self.blank.append(blank)
            self.add("\n", raw, width)

    def built(self) -> Flat:
        """The cleaned text so far."""
        return Flat("".join(self.parts), [Run(*run) for run in self.runs], self.blank)


def flatten(raw: str, *, markup: bool = False) -> Flat:
    """Clean `raw` character by character.

    Args:
        raw: The text as received.
        markup: Whether it is HTML: tags are dropped, those of blocks end a line, white space ends none.
    """
    built, position, size = _Builder(), 0, len(raw)
    odd, suspect = _HTML if markup else _PLAIN, _SUSPECT_OR_GAP if "  " in raw else _SUSPECT
    found = suspect.search(raw)
    while found:
        match = odd.match(raw, found.start())
        if match is None:
            found = suspect.search(raw, found.end())
            continue
        built.copy(raw, position, match.start())
        position = _odd(built, raw, match, markup=markup)
        found = suspect.search(raw, position)
    built.copy(raw, position, size)
    return built.built()


def _odd(built: _Builder, raw: str, match: re.Match[str], *, markup: bool) -> int:
    """Handle something odd and return where reading goes on."""
    kind, start = match.lastgroup, match.start()
    if kind == "tag":
        return _tag(built, raw, match)
    if kind == "gap":
        _gap(built, match.group(), start, markup=markup)
    elif kind == "reference":
        _reference(built, match.group(), start)
    elif kind != "drop":
        _letters(built, match.group(), start, str(kind))
    return match.end()


def one_line(raw: str, *, markup: bool = False) -> str:
    """Clean a short text such as a headline into a single line."""
    return " ".join(flatten(raw, markup=markup).text.split())


def _gap(built: _Builder, gap: str, start: int, *, markup: bool) -> None:
    lines = None if markup else _LINE.search(gap)
    if lines is None:
        built.space(start)
    else:
        built.line(start + lines.start(), blank=len(_LINE.findall(gap)) > 1)


def _letters(built: _Builder, text: str, start: int, kind: str) -> None:
    """Add what has a plainer form."""
    if kind == "form":
        built.add(text.translate(_SIMPLE_TABLE), start)
    elif kind == "bar":
        built.space(start)
    elif kind == "dash":
        built.add("-", start)
    else:
        built.phrases += len(_FORMS[text]) > _WORD
        for letter in _FORMS[text] if built.phrases <= _MOST_PHRASES else text:
            built.add(letter, start)


def _reference(built: _Builder, reference: str, start: int) -> None:
    """Add the character that a reference stands for; what stands for none, or for several, stays as it is."""
    name = reference[1:]
    while name.startswith("amp;"):
        name = name[len("amp;") :]
    character = html.unescape(f"&{name}")
    if len(character) != 1:
        built.add(reference, start)
    elif character in _SPACES or character in _BREAKS:
        built.space(start, len(reference))
    elif not _HIDDEN.fullmatch(character):
        plain = _FORMS.get(character, character)
        built.add(plain if len(plain) == 1 else character, start, len(reference))


def _tag(built: _Builder, raw: str, match: re.Match[str]) -> int:
    """Handle a tag of HTML and return where reading goes on."""
    tag, start, end = match.group(), match.start(), match.end()
    if tag == "<!--":
        closed = raw.find("-->", end)
        return len(raw) if closed < 0 else closed + 3
    named = _TAG_NAME.match(tag)
    name = named.group(1).lower() if named else ""
    if name in _BLOCKS:
        built.line(start, end - start, blank=True)
    if name not in _UNREAD or name in built.unclosed or tag.startswith("</") or tag.endswith("/>"):
        return end
    ending = re.compile(rf"</{name}\s*>", re.IGNORECASE).search(raw, end)
    if ending is None:
        built.unclosed.add(name)
        return end
    return ending.end()
