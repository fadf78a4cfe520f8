"""A text as words and marks: what all rules of this stage look at.

Words keep their vowel marks and tatweel in the text but lose them in their key, so that عُززت is looked up as عززت and
لـ as ل. What a word is (a verb of speech, a title, a name, ...) is decided once for each spelling and remembered.
"""

import re
from functools import lru_cache
from itertools import accumulate, compress, count

from msgspec import Struct
from msgspec.structs import replace

from schemas import folding
from schemas.folding import IN_WORD, SILENT, fold
from streams.lexicon.actors import NAMES, OFFICE_NAMES, Branch
from streams.lexicon.actors_common import COMMON
from streams.lexicon.actors_leaders import LEADERS
from streams.lexicon.actors_people import PEOPLE
from streams.lexicon.acts import ACTS
from streams.lexicon.cues import ACCORDING, NOUNS, THAT, VERBS, Cue
from streams.lexicon.places import ADJECTIVES, REGIONAL
from streams.lexicon.titles import GIVEN, HEADS, HONORIFICS, INSIDE, JOINTS
from streams.lexicon.wording import BODY_HEADS, DOCUMENT_HEADS, STOPS, TIMES, TURNING, folded

_MIN_STEM = 3
_DAMMA = "\N{ARABIC DAMMA}"
#: Characters of a verb in the past in which its passive shows.
_ROOT = 5
#: Verbs whose present has no damma at its beginning, but in the passive.
_OPEN = folded("اتهم ذكر نقل وصف زعم طلب كتب ادعى رأى قال توقع")
#: Words that report or credit without being verbs or nouns of speech.
_TELLING = frozenset(["كما", "بين", "وبين"])
_TOKEN = re.compile(rf"([دمأ]\.(?=\s?\w\w)|{IN_WORD}+|\n+|\.\.+|…|[^\w\s])")
_SILENCE = str.maketrans(dict.fromkeys(SILENT))

#: Names of Latin letters.
_LETTERS = folded("بي سي دي إي إف جي إتش آي جيه كيه إل إم إن كيو آر إس تي يو دبليو إكس واي زد زي")
#: Quotation marks of all sorts.
MARKS = frozenset('"“”„‟«»‹›″〝〞')
_ALIASES = [
    re.findall(r"\w+", fold(name))
    for line in (PEOPLE + LEADERS).strip().splitlines()
    if line
    for name in line.split("|")[2].split(",")
]
_NAME_WORDS = frozenset(
    word for alias in _ALIASES for word in alias if word not in COMMON and word not in JOINTS and len(word) >= _MIN_STEM
)
_FIRST_NAMES = frozenset(alias[0] for alias in _ALIASES if len(alias) > 1) & _NAME_WORDS - {"فتح"}


class Word(Struct, frozen=True, gc=False):
    """What a spelling can be; without more than a key and a base a word of which nothing is known.

    Attributes:
        key: Folded spelling without silent characters.
        base: The key without a leading و or ف, where the rest is known.
        cue: The verb of speech it is, or None.
        joined: Whether و or ف stands before the verb.
        noun: The reporting noun it is, or None.
        that: Whether it is أن/إن/بأن, perhaps with a pronoun.
        according: Whether it is بحسب, وفقا, ...
        names: Known names that may begin here, each with the length of the prefix before it.
        offices: Known offices that may begin here, likewise.
        head: The title's head it is (without article and clitics), or the empty string.
        head_prefix: Length of the clitics before the head, its article not counted.
        definite: Whether the head has its article.
        honorific: Whether it stands right before names.
        given: Whether it is a given name.
        surname: Whether it is some part of a known name.
        joint: Whether it joins the parts of a name.
        common: Whether an ordinary word, so no part of a name.
        inside: Whether it may go on inside a title.
        state: Id of the state whose adjective it is; `-` for regional adjectives; else empty.
        body: The head of a body's name it is (without article), or the empty string.
        body_prefix: Length of the clitics before it.
        document: Length of the clitics before a statement, a report, ...; -1 where it is none.
        time: Whether it tells a time.
        stop: Whether it can be no part of a noun phrase (a preposition, a particle, a verb).
        opens: Whether a mention may begin with it.
        reports: Whether it is a verb or noun of speech.
        turns: Whether what a journalist adds may begin with it.
        acts: Whether it is a verb of what news tells that somebody did.
    """

    key: str
    base: str
    cue: Cue | None = None
    joined: bool = False
    noun: Cue | None = None
    that: bool = False
    according: bool = False
    names: tuple[tuple[int, Branch], ...] = ()
    offices: tuple[tuple[int, Branch], ...] = ()
    head: str = ""
    head_prefix: int = 0
    definite: bool = False
    honorific: bool = False
    given: bool = False
    surname: bool = False
    joint: bool = False
    common: bool = False
    inside: bool = False
    state: str = ""
    body: str = ""
    body_prefix: int = 0
    document: int = -1
    time: bool = False
    stop: bool = False
    opens: bool = False
    reports: bool = False
    turns: bool = False
    acts: bool = False


#: Every spelling that makes a word more than a word.
_KNOWN = frozenset[str]().union(
    VERBS, NOUNS, THAT, ACCORDING, NAMES, OFFICE_NAMES, HEADS, HONORIFICS, GIVEN, JOINTS, COMMON, INSIDE, ADJECTIVES,
    REGIONAL, BODY_HEADS, DOCUMENT_HEADS, TIMES, STOPS, TURNING, ACTS, _NAME_WORDS,
)  # fmt: skip


def _bases(key: str) -> list[tuple[int, str, str]]:
    """Return the spelling and what is left of it without clitics.

    Each comes with the length of what was cut before it, and once more without its article.
    """
    size = len(key)
    found = [(0, key, _bare(key))]
    start = 1 if size > _MIN_STEM and key[0] in "وف" else 0
    if start:
        rest = key[1:]
        found.append((1, rest, _bare(rest)))
    if size - start > _MIN_STEM and key[start] in "بلك":
        rest = key[start + 1 :]
        found.append((start + 1, rest, _bare(rest)))
        if key[start] == "ل" and rest[0] == "ل":
            rest = f"ال{rest[1:]}"
            found.append((start + 2, rest, _bare(rest)))
    return found


def _bare(word: str) -> str:
    return word[2:] if word[0] == "ا" and word[1:2] == "ل" and len(word) > _MIN_STEM + 1 else word


def _first(bases: list[tuple[int, str, str]], known: frozenset[str]) -> tuple[int, str, bool]:
    for cut, base, bare in bases:
        if bare in known or base in known:
            return cut, bare if bare in known else base, base.startswith("ال")
    return 0, "", False


#: The key of a token, what it can be if it is a word, whether a mention may begin with it, and whether it may report.
_Reading = tuple[str, Word | None, bool, bool]


@lru_cache(maxsize=1 << 16)
def _read(raw: str) -> _Reading | None:
    """Read a token as it is spelled; None for silent characters alone."""
    first = raw[0]
    if raw[1:] == "." and first != ".":  # د. سمير العطار
        raw = first
    if first.isalnum() or first == "_" or first in SILENT:
        word = read(raw)
        if word is None:
            return None
        tells = word.reports or word.according or word.key in _TELLING
        return word.key, word, word.opens or word.cue is not None, tells
    if first == "\n":
        return "\n", None, False, False
    return (".." if raw[:2] == ".." or first == "…" else raw), None, False, False


def read(raw: str) -> Word | None:
    """Decide what a word as it is spelled can be; None if it is nothing but silent characters."""
    key = folding.key(raw)
    if not key:
        return None
    word = look_up(key)
    if word.cue is not None and (_looks_alike(raw.translate(_SILENCE), word.cue) or _is_passive(raw, word.cue)):
        return replace(word, cue=None, joined=False, reports=word.noun is not None)
    if word.head == "امام" and not word.definite and "إ" not in raw:
        return replace(word, head="", head_prefix=0)  # the preposition
    if word.body == "نادي" and raw[-1] == "ى":
        return replace(word, body="", body_prefix=0)  # نادى
    if word.given and _is_particle(raw, word):
        return replace(word, given=False, surname=False)
    return word


def _is_particle(raw: str, word: Word) -> bool:
    """Tell whether only folding makes a name of a preposition or an adverb (على and علي, الآن and آلان)."""
    return (word.key == "علي" and raw[-1] == "ى") or (word.key == "الان" and raw.startswith("ال"))


def _is_passive(raw: str, cue: Cue) -> bool:
    """Tell whether a written damma makes a verb a passive, which names nobody (يُتهم، اقتُرحت)."""
    if cue.form == "past":
        return _DAMMA in raw[1:_ROOT] and not cue.object and cue.number == 1
    return cue.form == "present" and cue.lemma in _OPEN and _DAMMA in raw[:3]


def _looks_alike(spelled: str, cue: Cue) -> bool:
    """Tell whether only folding makes a verb of another word (رأي of رأى, عدة of عده, رؤى of روى, يدعى of يدعي)."""
    if ("ؤ" in spelled and cue.lemma == "روي") or spelled.endswith(("يدعى", "تدعى")):
        return True
    if spelled.endswith("ي"):
        return cue.form == "past" or cue.lemma == "راي"
    return cue.object and spelled.endswith("ة")


def look_up(key: str) -> Word:
    """Decide what a folded spelling can be."""
    plain = key[1:] if key[:1] in ("و", "ف") and len(key) > _MIN_STEM - 1 else key
    marked = plain[plain.index("ل") + 1 :] if plain.startswith(("بال", "ال")) else ""  # بالقول
    nouns = [
        (cut, base, bare) for cut, base, bare in _bases(key) if base in _KNOWN or (bare is not base and bare in _KNOWN)
    ]
    if not nouns and plain not in _KNOWN and marked not in _KNOWN:
        return Word(key, key)  # as most words are that no text had before
    bases = [(cut, base) for cut, base, _ in nouns]
    cue = VERBS.get(key) or VERBS.get(plain)
    noun = next((NOUNS[base] for _, base in bases if base in NOUNS), None) or NOUNS.get(marked)
    head_cut, head, definite = _first(nouns, HEADS)
    body_cut, body, _ = _first(nouns, BODY_HEADS)
    document = _first(nouns, DOCUMENT_HEADS)
    adjective = ADJECTIVES.get(key) or ADJECTIVES.get(plain) or ("-" if key in REGIONAL or plain in REGIONAL else "")
    names = tuple((cut, NAMES[base]) for cut, base in bases if base in NAMES)
    offices = tuple((cut, OFFICE_NAMES[base]) for cut, base in bases if base in OFFICE_NAMES)
    honorific = any(base in HONORIFICS for _, base in bases)
    given = key in GIVEN or key in _FIRST_NAMES
    return Word(
        key=key,
        base=plain if plain != key and (plain in COMMON or plain in STOPS or plain in VERBS) else key,
        cue=cue,
        joined=cue is not None and key not in VERBS,
        noun=noun,
        that=key in THAT or (plain in THAT and key[:1] in ("و", "ف")),
        according=key in ACCORDING or plain in ACCORDING,
        names=names,
        offices=offices,
        head=head,
        head_prefix=head_cut,
        definite=definite,
        honorific=honorific,
        given=given,
        surname=key in _NAME_WORDS,
        joint=key in JOINTS,
        common=key in COMMON or any(base in COMMON and cut for cut, base in bases),
        inside=key in INSIDE,
        state=adjective,
        body=body,
        body_prefix=body_cut,
        document=document[0] if document[1] else -1,
        time=key in TIMES or plain in TIMES,
        stop=key in STOPS or plain in STOPS,
        opens=bool(names or offices or head or honorific or body or document[1] or given),
        reports=cue is not None or noun is not None,
        turns=key in TURNING or key in ACCORDING or plain in ACCORDING,
        acts=key in ACTS,
    )


class Tokens:
    """The words and marks of one text.

    Attributes:
        text: The text.
        starts: Where each token starts.
        ends: Where it ends.
        keys: Its folded spelling; a mark is itself, a line feed is itself, two dots and more are `..`.
        words: What each word can be, or None for marks.
        openers: Words that a mention may begin with, or behind, in order.
        telling: Words that may report or credit, in order: rules that look for cues look at these alone.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        # Gaps and tokens in turn; where each begins follows from the lengths before it.
        parts = _TOKEN.split(text)
        places = list(accumulate(map(len, parts)))
        read_as = list(map(_read, parts[1::2]))
        found = list(filter(None, read_as))
        starts, ends = places[:-1:2], places[1::2]
        self.starts: list[int] = list(compress(starts, read_as)) if len(found) < len(read_as) else starts
        self.ends: list[int] = list(compress(ends, read_as)) if len(found) < len(read_as) else ends
        keys, words, opening, telling = zip(*found, strict=True) if found else ((), (), (), ())
        self.keys: list[str] = list(keys)
        self.words: list[Word | None] = list(words)
        self.openers: list[int] = list(compress(count(), opening))
        self.telling: list[int] = list(compress(count(), telling))

    def __len__(self) -> int:
        return len(self.keys)

    def slice(self, first: int, last: int) -> str:
        """Return the text from token `first` to before token `last`."""
        return self.text[self.starts[first] : self.ends[last - 1]] if last > first else ""

    def spoken(self, first: int, last: int) -> list[str]:
        """Return the folded words from token `first` to before token `last`, without marks."""
        return [word.key for word in self.words[first:last] if word is not None]

    def offset(self, index: int, letters: int) -> int:
        """Return where the token's text goes on after its first `letters` letters, silent characters not counted."""
        at = self.starts[index]
        while letters and at < self.ends[index]:
            letters -= self.text[at] not in SILENT
            at += 1
        return at


def abbreviates(tokens: Tokens, at: int) -> bool:
    """Tell whether a full stop at a token only shortens a name to its initial (باتريك بي. روبرسون)."""
    before, after = tokens.words[at - 1] if at else None, tokens.words[at + 1] if at + 1 < len(tokens) else None
    if tokens.keys[at] != "." or before is None or after is None or before.key not in _LETTERS:
        return False
    if tokens.keys[at - 2] in _LETTERS:
        return False  # بي بي سي ends with a letter too
    return not (after.cue or after.stop or after.according or after.that or after.key[0] == "و")
