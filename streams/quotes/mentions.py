"""Mentions: where a text names persons, offices, bodies, states and documents.

The first reading goes from left to right and takes the longest thing that begins at each word: a known name, a title
with the name behind it, a body, a state, a given name with what follows. `refer` then settles what later short forms
stand for.
"""

from streams.lexicon.places import ADJECTIVES
from streams.lexicon.wording import NEEDS_STATE, PEOPLE_HEADS, folded
from streams.quotes import bodies, names
from streams.quotes.found import Found, label
from streams.quotes.known import known_name
from streams.quotes.phrases import plain
from streams.quotes.titled import ends_subject, state_of, with_title
from streams.quotes.tokens import Tokens, Word

_OF_DOCUMENTS = folded("مشترك المشترك الختامي ختامي مقتضب منفصل رسمي الرسمي صحفي صحافي الصحفي اخر سابق")

_ORDINARY = folded("جانب مصلحة قيادة موقع")
#: What offices of that name are for (مصلحة الضرائب), and whom a command is of besides bodies.
_SERVICES = folded("الضرائب الجمارك السجون الأحوال الهجرة الجوازات الأرصاد الطب الإيرادات المطارات")
_LED = folded("الأركان العمليات القوات الجيش الجبهة المنطقة")
#: Given names that are ordinary words as well (أكبر شركة، خيبة أمل عميقة): a name is told by what follows.
_NOUNS_TOO = folded("أكبر أمل شمس سلام صلاح رمضان نور جهاد نضال كفاح وسام صفاء نجاح فضل وفاء إخلاص كامل")
#: Adjectives that may follow a document.
_NARROWED = 2


def find(tokens: Tokens) -> list[Found]:
    """Find the mentions of a text, in order and without overlap."""
    found: list[Found] = []
    past = 0
    for at in tokens.openers:
        word = tokens.words[at]
        if word is None or at < past:
            continue
        mention = _at(tokens, at, word) if word.opens else None
        if mention is None and word.cue and word.cue.form in {"past", "present"}:
            mention = _behind_verb(tokens, at + 1)
        if mention is not None:
            found.append(mention)
            past = mention.last
    return found


def _behind_verb(tokens: Tokens, at: int) -> Found | None:
    """Find a person whose name no list knows behind a verb of speech: two words and more that are no ordinary ones."""
    word = tokens.words[at] if at < len(tokens) else None
    if word is None or not names.is_name_part(word, first=True) or plain(word) in PEOPLE_HEADS:
        return None
    family = word.given and not word.common and _is_family(tokens, at + 1)
    if word.opens and not family and (word.head or word.body or not word.names or _at(tokens, at, word) is not None):
        return None
    last = names.person(tokens, at)
    last = next((index for index in range(at, last) if tokens.keys[index].startswith("ال")), last)
    if last == at + 1 and ends_subject(tokens, at + 2) and tokens.keys[last].startswith("ال"):
        last = at + 2 if names.is_name_part(tokens.words[last], first=False) else last
    if last == at + 1 and family:
        last = at + 2
    if last < at + 2:
        return None
    start, end = tokens.starts[at], tokens.ends[last - 1]
    return Found(at, last, start, end, "person", tokens.text[start:end], "mention.behind-verb", named=at)


def _is_family(tokens: Tokens, at: int) -> bool:
    """Tell whether a word with an article ends the name of who speaks, and more than a name follows (طاهر السني في)."""
    word = tokens.words[at] if at < len(tokens) else None
    behind = tokens.words[at + 1] if at + 1 < len(tokens) else None
    if word is None or not word.key.startswith("ال") or behind is None:
        return False
    other = word.head or word.body or word.time or word.cue or word.honorific or word.noun or word.stop
    return not other and (behind.stop or behind.that or behind.time)


def _at(tokens: Tokens, at: int, word: Word) -> Found | None:
    """Find the longest mention that begins at a word."""
    speaks_for = word.head != "" and at + 1 < len(tokens) and tokens.keys[at + 1] == "باسم"
    if word.that or ((word.cue or word.stop) and not (word.given or word.names or speaks_for)):
        return None
    known = known_name(tokens, at, word)
    if word.head or word.honorific or word.offices:
        titled = with_title(tokens, at, word)
        if titled and (known is None or titled.last > known.last or (known.weak and titled.last >= known.last)):
            return titled
    if word.document >= 0 and (document := _document(tokens, at, word)):
        return document
    if word.body and not (known and known.kind == "person"):
        body = _body(tokens, at, word)
        if known is None or (body and body.last > known.last and known.kind != "state"):
            return body
    return known or _given(tokens, at, word)


def _document(tokens: Tokens, at: int, word: Word) -> Found | None:
    """Find a statement or report (البيان الختامي، تقرير)."""
    end = at + 1
    following = tokens.words[end] if end < len(tokens) else None
    if following is not None and following.key in _OF_DOCUMENTS:
        end += 1
    while end - at <= _NARROWED and not word.key.lstrip("وفبل").startswith("ال") and _narrows(tokens, end):
        end += 1
    start = tokens.offset(at, word.document)
    name = label(tokens, at, start, tokens.ends[end - 1])
    return Found(at, end, start, tokens.ends[end - 1], "document", name, "mention.document", head="document")


def _narrows(tokens: Tokens, at: int) -> bool:
    """Tell whether an adjective without article goes on with a document that has none (تقارير إعلامية تركية)."""
    word = tokens.words[at] if at < len(tokens) else None
    if word is None or word.stop or word.cue or word.time or word.given or word.names or word.key[0] in "وبل":
        return False
    return word.key.endswith(("ي", "يه")) and not word.key.startswith("ال")


def _body(tokens: Tokens, at: int, word: Word) -> Found | None:
    end = bodies.body(tokens, at)
    start = tokens.offset(at, word.body_prefix)
    bare = end == at + 1
    if _is_no_body(tokens, at, word):
        return None
    if word.body in NEEDS_STATE and not state_of(tokens, at, end):
        return None
    if bare and not tokens.text[start : tokens.ends[at]].startswith("ال") and word.body != "دول":
        return None
    name = label(tokens, at, start, tokens.ends[end - 1])
    feminine: bool | None = word.body.endswith(("ه", "ات", "يل", "ول", "ايب", "يا")) or word.body == "صحف"
    if word.body == "جانب":  # من جانب إسرائيل التي أشادت
        feminine = None
    return Found(
        at, end, start, tokens.ends[end - 1], "body", name, "mention.body-noun", head=word.body,
        state=state_of(tokens, at, end), feminine=feminine,
    )  # fmt: skip


def _is_no_body(tokens: Tokens, at: int, word: Word) -> bool:
    """Tell whether a noun that heads names of bodies is an ordinary one here.

    So are the side of somebody (من جانب فرنسا), his interest (في مصلحة الطرفين), that something is led or driven
    (بقيادة السعودية، قيادة السيارة), and where something was (موقع الهجوم).
    """
    if word.body not in _ORDINARY or word.definite or names.is_definite(tokens.keys[at]):
        return False
    following = tokens.words[at + 1] if at + 1 < len(tokens) else None
    if following is None:
        return word.body != "موقع"  # موقع "أخبار"
    if word.body == "موقع":
        return following.common and names.is_definite(following.key) and not (following.body or following.inside)
    if word.body == "جانب":
        return True
    if word.body == "مصلحه":
        return word.body_prefix > 0 or following.key not in _SERVICES
    led = tokens.keys[at].startswith(("ب", "وب")) or word.body_prefix > 1
    return led or not (following.body or following.inside or following.key in _LED)


def _given(tokens: Tokens, at: int, word: Word) -> Found | None:
    """Find a person by a given name and at least one more part."""
    ali = tokens.keys[at] == "علي"
    if not word.given or (not ali and (word.common or word.stop)) or (ali and not _is_ali(tokens, at)):
        return None
    favour = word.key == "صالح" and at > 0 and tokens.keys[at - 1] == "في"
    if favour or (word.key in _NOUNS_TOO and not _is_part(tokens, at + 1)):
        return None
    last = names.person(tokens, at)
    if last < at + 2:
        return None
    start = tokens.starts[at]
    return Found(
        at, last, start, tokens.ends[last - 1], "person", tokens.slice(at, last), "mention.given-name", named=at
    )


def _is_part(tokens: Tokens, at: int) -> bool:
    """Tell whether a word is certainly part of a name."""
    word = tokens.words[at] if at < len(tokens) else None
    return word is not None and (word.given or word.surname or word.joint) and not word.common


def _is_ali(tokens: Tokens, at: int) -> bool:
    """Tell whether علي is a name and not على: a verb of speech stands before it, and the rest of a name behind."""
    before = tokens.words[at - 1] if at else None
    behind = tokens.words[at + 1] if at + 1 < len(tokens) else None
    led = before is None or before.cue is not None
    named = behind is not None and (behind.given or behind.surname) and not behind.key.startswith("ال")
    return led and named and tokens.text[tokens.ends[at] - 1] == "ي"


def nationality(word: str) -> str:
    """Return the state whose adjective a folded word is, or the empty string."""
    return ADJECTIVES.get(word, "")
