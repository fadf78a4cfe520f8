"""Mentions: where a text names persons, offices, bodies, states and documents.

The first reading goes from left to right and takes the longest thing that begins at each word: a known name, a title
with the name behind it, a body, a state, a given name with what follows. `refer` then settles what later short forms
stand for.
"""

from dataclasses import dataclass, field

from streams.lexicon.actors import ACTORS, ActorKind, Entry
from streams.lexicon.actors_common import COMMON
from streams.lexicon.places import ADJECTIVES
from streams.lexicon.titles import ADJECTIVAL, FEMININE_HEADS, GENERIC, RELATIONAL
from streams.lexicon.wording import NEEDS_STATE, folded
from streams.quotes import names
from streams.quotes.tokens import MARKS, Tokens, Word

#: Heads of titles whose complement is somebody else's office (المتحدث باسم رئيس الوزراء).
_OF_OTHERS = folded("متحدث متحدثة ناطق ناطقة مستشار مستشارة مبعوث مندوب ممثل نائب موفد مدير")
_OF_DOCUMENTS = folded("مشترك المشترك الختامي ختامي مقتضب منفصل رسمي الرسمي صحفي صحافي الصحفي اخر سابق")


@dataclass(slots=True)
class Found:
    """A mention as it is found, before it is settled who it is.

    Attributes:
        first: First token.
        last: Token after the last one.
        start: Offset of the first character, clitics left out.
        end: Offset after the last one.
        kind: `person`, `office`, `body`, `state` or `document`.
        name: Name of the actor as it stands here, without its title.
        rule: Rule that found it.
        actor: Id, where it is known already.
        title: The title that stands with it, or its own words for an office.
        head: Head of the title or of the body, folded, without article.
        state: State that the title names by an adjective or a name, or empty.
        office: Identity of the office, or empty.
        named: First token of the name within the mention.
        weak: Whether it counts only while a role of the actor lasts.
        capital: Whether it is a capital.
        full: The fullest form that the article gives; filled in by `refer`.
        feminine: Whether the form is feminine, None where that is open.
        plural: Whether the form is plural or dual.
        target: The mention that this one refers to, if another one.
    """

    first: int
    last: int
    start: int
    end: int
    kind: ActorKind
    name: str
    rule: str
    actor: str | None = None
    title: str = ""
    head: str = ""
    state: str = ""
    office: str = ""
    named: int = -1
    weak: bool = False
    capital: bool = False
    full: str = ""
    feminine: bool | None = None
    plural: bool = False
    parts: tuple[str, ...] = field(default=())


def find(tokens: Tokens) -> list[Found]:
    """Find the mentions of a text, in order and without overlap."""
    found: list[Found] = []
    past = 0
    for at, word in enumerate(tokens.words):
        if word is None or at < past or not (word.opens or word.cue):
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
    if word is None or word.opens or not names.is_name_part(word, first=True):
        return None
    last = names.person(tokens, at)
    last = next((index for index in range(at, last) if tokens.keys[index].startswith("ال")), last)
    if last == at + 1 and _ends_subject(tokens, at + 2) and tokens.keys[last].startswith("ال"):
        last = at + 2 if names.is_name_part(tokens.words[last], first=False) else last
    if last < at + 2:
        return None
    start, end = tokens.starts[at], tokens.ends[last - 1]
    return Found(at, last, start, end, "person", tokens.text[start:end], "mention.behind-verb", named=at)


def _ends_subject(tokens: Tokens, at: int) -> bool:
    """Tell whether content or an apposition begins at a token, so that a noun phrase ended before it."""
    if at >= len(tokens):
        return False
    word = tokens.words[at]
    return tokens.keys[at] in {"،", ",", ":", "("} or (word is not None and word.that)


def _at(tokens: Tokens, at: int, word: Word) -> Found | None:
    """Find the longest mention that begins at a word."""
    speaks_for = word.head != "" and at + 1 < len(tokens) and tokens.keys[at + 1] == "باسم"
    if word.that or ((word.cue or word.stop) and not (word.given or word.names or speaks_for)):
        return None
    known = _known(tokens, at, word)
    if word.head or word.honorific or word.offices:
        titled = _titled(tokens, at, word)
        if titled and (known is None or titled.last > known.last or (known.weak and titled.last >= known.last)):
            return titled
    if word.document >= 0 and (document := _document(tokens, at, word)):
        return document
    if word.body and not (known and known.kind == "person"):
        body = _body(tokens, at, word)
        if known is None or (body and body.last > known.last and known.kind != "state"):
            return body
    return known or _given(tokens, at, word)


def _known(tokens: Tokens, at: int, word: Word) -> Found | None:
    best: tuple[int, int, Entry] | None = None
    for cut, branch in word.names:
        found = branch.longest(tokens.keys, at + 1)
        if found is not None and (best is None or found[0] >= best[0]):
            best = (1 + found[0], cut, found[1])
    if best is None or (best[0] == 1 and tokens.keys[at] == "علي"):
        return None
    size, cut, entry = best
    actor = ACTORS[entry.key]
    last = at + size
    start = tokens.offset(at, cut)
    if actor.kind == "person" and size > 1:
        last = max(last, _longer(tokens, at, last))
    return Found(
        at, last, start, tokens.ends[last - 1], actor.kind, _label(tokens, at, start, tokens.ends[last - 1]),
        "mention.lexicon", actor.id, named=at, weak=entry.weak, capital=entry.capital,
        state=actor.id if actor.kind == "state" else "", head=_head(tokens, at),
        feminine=_gender(tokens, at, cut, actor.kind),
    )  # fmt: skip


_MASCULINE_BODIES = folded("""
حزب مجلس المجلس جيش الجيش المرصد صندوق البنك الاتحاد البيت تنظيم التحالف تحالف حلف الحلف مكتب البرلمان الكونغرس
الحرس الايتلاف
""")


def _gender(tokens: Tokens, at: int, cut: int, kind: str) -> bool | None:
    """Tell whether a known name is feminine, as far as its first word shows."""
    if kind == "state":
        return True
    first = tokens.keys[at][cut:]
    if kind == "person":
        return None
    return False if first in _MASCULINE_BODIES else True if first.endswith("ه") else None


def _head(tokens: Tokens, at: int) -> str:
    word = tokens.words[at]
    return word.body if word else ""


def _longer(tokens: Tokens, first: int, last: int) -> int:
    """Go on over the rest of a known person's name (سلمان بن عبدالعزيز آل سعود)."""
    word = tokens.words[last] if last < len(tokens) else None
    return names.person(tokens, first) if word is not None and word.joint else last


def _titled(tokens: Tokens, at: int, word: Word) -> Found | None:
    """Find a title with or without the name behind it."""
    office, office_end, cut = _office(tokens, at, word)
    end = max(names.title(tokens, at), office_end)
    if word.head in RELATIONAL and not word.definite and end == at + 1:
        end = names.person(tokens, end)
    for inner in range(at + 1, end):
        apposed = word.honorific and word.head not in _OF_OTHERS and tokens.keys[inner - 1] != "باسم"
        if apposed and not office and (other := tokens.words[inner]) is not None and other.offices:
            office = _office(tokens, inner, other)[0]
    head_cut = cut if office_end else word.head_prefix
    start = tokens.offset(at, head_cut)
    bare = end == at + 1 and not office and not word.definite and not word.honorific
    end = _over_tense(tokens, end)
    named, last = _name_behind(tokens, end, sure=bare or (word.head in GENERIC and end == at + 1))
    if named < 0 and bare:
        end = last = _complement(tokens, end)
    elif named < 0 and (word.head not in GENERIC or word.definite):
        named, last = _far_name(tokens, end)
        end = named if named >= 0 else end
    title = _label(tokens, at, start, tokens.ends[end - 1])
    state = _state(tokens, at, end)
    head = word.head or word.key
    if named < 0:
        if not word.head or (end == at + 1 and not word.definite and not word.head_prefix):
            return None
        if end == at + 1 and word.head in ADJECTIVAL:
            return None
        return Found(
            at, end, start, tokens.ends[end - 1], "office", title, "mention.title", title=title, head=head,
            state=state, office=office, feminine=head in FEMININE_HEADS,
        )  # fmt: skip
    return Found(
        at, last, start, _end_of(tokens, last), "person", tokens.slice(named, _last_word(tokens, last)),
        "mention.title-name", title=title, head=head, state=state, office=office, named=named,
        feminine=head in FEMININE_HEADS,
    )  # fmt: skip


def _over_tense(tokens: Tokens, end: int) -> int:
    """Step over سابقا between a title and a name."""
    once = end + 1 < len(tokens) and tokens.keys[end] in {"سابقا", "حاليا"}
    return end + 1 if once and names.person(tokens, end + 1) > end + 2 else end


def _complement(tokens: Tokens, end: int) -> int:
    """Step over the noun that says what sort of person it is (مهندس تعدين، تاجر سجاد)."""
    word = tokens.words[end] if end < len(tokens) else None
    if word is None or word.stop or word.cue or word.that or word.time or word.according or word.noun:
        return end
    told = word.key[0] in "لب" and (word.key[1:] in COMMON or any(cut for cut, _ in word.names))
    return end if told or word.key.startswith("ال") or word.opens else end + 1


def _far_name(tokens: Tokens, end: int) -> tuple[int, int]:
    """Find the name behind a title that is told at length (الوزيرة السابقة المرشحة لانتخابات الحزب ...)."""
    for at in range(end, min(end + 8, len(tokens))):
        word = tokens.words[at]
        if word is not None and word.key == "في" and names.state_or_body(tokens, min(at + 1, len(tokens) - 1)):
            continue
        if word is None or word.stop or word.cue or word.that or word.time or word.head:
            break
        if word.given and not word.common and at > end:
            last = names.person(tokens, at)
            return (at, last) if last > at + 1 else (-1, end)
        if not (word.state or word.inside or word.key.startswith(("ال", "لل", "لا"))):
            break
    return -1, end


def _label(tokens: Tokens, at: int, start: int, end: int) -> str:
    """Return the words of a mention, with the article that لل hides."""
    words = tokens.text[start:end]
    return "ال" + words if start > tokens.starts[at] and "لل" in tokens.text[tokens.starts[at] : start] else words


def _last_word(tokens: Tokens, last: int) -> int:
    return last - 1 if tokens.keys[last - 1] in MARKS else last


def _end_of(tokens: Tokens, last: int) -> int:
    return tokens.ends[last - 1]


def _office(tokens: Tokens, at: int, word: Word) -> tuple[str, int, int]:
    best = ("", 0, 0)
    for cut, branch in word.offices:
        found = branch.longest(tokens.keys, at + 1)
        if found is not None and at + 1 + found[0] > best[1]:
            best = (found[1].key, at + 1 + found[0], cut)
    return best


def _name_behind(tokens: Tokens, end: int, *, sure: bool) -> tuple[int, int]:
    """Return the first token of the name behind a title and the token after it, or (-1, end)."""
    at = end
    if at + 1 < len(tokens) and tokens.keys[at] in {"،", ","}:
        word = tokens.words[at + 1]
        if word is None or not (_sure(tokens, at + 1) or _set_off(tokens, at + 1)):
            return -1, end
        at += 1
    marked = at < len(tokens) and tokens.keys[at] in MARKS
    if marked:
        at += 1
    if sure and not _sure(tokens, at):
        return -1, end
    if tokens.keys[at : at + 2] == ["ايه", "الله"]:
        at += 2
    known = (
        _known(tokens, at, word) if (word := tokens.words[at] if at < len(tokens) else None) and word.names else None
    )
    last = known.last if known and known.kind == "person" else names.person(tokens, at)
    if last == at or (marked and (last >= len(tokens) or tokens.keys[last] not in MARKS)):
        return -1, end
    return at, last + 1 if marked else last


def _sure(tokens: Tokens, at: int) -> bool:
    """Tell whether a person's name certainly begins at a word: a known one, or a given name and another."""
    word = tokens.words[at] if at < len(tokens) else None
    if word is None:
        return False
    if word.honorific and not word.given:
        return at + 1 < len(tokens) and names.person(tokens, at + 1) > at + 1
    return word.given and names.person(tokens, at) > at


def _set_off(tokens: Tokens, at: int) -> bool:
    """Tell whether commas set off a name that no list knows behind a title (وزير الدفاع، شاؤول موفاز، إن)."""
    last = names.person(tokens, at)
    if last == at or not _ends_subject(tokens, last):
        return False
    endings = [tokens.text[tokens.ends[index] - 1] for index in range(at, last)]
    return endings[0] not in _UNNAMELIKE and (last > at + 1 or endings[0] not in {"ا", "ة"})


#: Marks of the accusative, and a verb's plural: no name ends so.
_UNNAMELIKE = frozenset("ًٌٍ")


def _state(tokens: Tokens, first: int, last: int) -> str:
    """Return the state that a title names, the last adjective winning over a name."""
    found = ""
    for at in range(first, last):
        word = tokens.words[at]
        if word is None:
            continue
        key = word.key
        if word.state == "-" and found == "korea":
            return "north-korea" if key.startswith(("الشمال", "شمال")) else "south-korea"
        if word.state and word.state != "-":
            return word.state
        if key in {"الكوري", "الكوريه"}:
            found = "korea"
        for _, branch in word.names if not found else ():
            name = branch.longest(tokens.keys, at + 1)
            if name is not None and ACTORS[name[1].key].kind == "state":
                found = name[1].key
    return "" if found == "korea" else found


def _document(tokens: Tokens, at: int, word: Word) -> Found | None:
    """Find a statement or report (البيان الختامي، تقرير)."""
    end = at + 1
    following = tokens.words[end] if end < len(tokens) else None
    if following is not None and following.key in _OF_DOCUMENTS:
        end += 1
    start = tokens.offset(at, word.document)
    name = _label(tokens, at, start, tokens.ends[end - 1])
    return Found(at, end, start, tokens.ends[end - 1], "document", name, "mention.document", head="document")


def _body(tokens: Tokens, at: int, word: Word) -> Found | None:
    end = names.body(tokens, at)
    start = tokens.offset(at, word.body_prefix)
    bare = end == at + 1
    if word.body in NEEDS_STATE and not _state(tokens, at, end):
        return None
    if bare and not tokens.text[start : tokens.ends[at]].startswith("ال") and word.body != "دول":
        return None
    name = _label(tokens, at, start, tokens.ends[end - 1])
    feminine = word.body.endswith(("ه", "ات", "يل", "ول", "ايب")) or word.body == "صحف"
    return Found(
        at, end, start, tokens.ends[end - 1], "body", name, "mention.body-noun", head=word.body,
        state=_state(tokens, at, end), feminine=feminine,
    )  # fmt: skip


def _given(tokens: Tokens, at: int, word: Word) -> Found | None:
    """Find a person by a given name and at least one more part."""
    if not word.given or word.common or word.stop:
        return None
    last = names.person(tokens, at)
    if last < at + 2 or (tokens.keys[at] == "علي" and tokens.text[tokens.ends[at] - 1] == "ى"):
        return None
    start = tokens.starts[at]
    return Found(
        at, last, start, tokens.ends[last - 1], "person", tokens.slice(at, last), "mention.given-name", named=at
    )


def nationality(word: str) -> str:
    """Return the state whose adjective a folded word is, or the empty string."""
    return ADJECTIVES.get(word, "")
