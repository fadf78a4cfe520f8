"""Titles: offices and persons whom a title announces (وزير الخارجية سيرغي لافروف)."""

from streams.lexicon.actors import ACTORS
from streams.lexicon.actors_common import COMMON
from streams.lexicon.grammar import BEFALLING
from streams.lexicon.titles import ADJECTIVAL, FEMININE_HEADS, GENERIC, OFFICE_HEADS, RELATIONAL
from streams.lexicon.wording import folded
from streams.quotes import bodies, names
from streams.quotes.found import Found, label
from streams.quotes.known import known_name
from streams.quotes.tokens import MARKS, Tokens, Word

#: Heads of titles whose complement is somebody else's office (المتحدث باسم رئيس الوزراء).
_OF_OTHERS = folded("متحدث متحدثة ناطق ناطقة مستشار مستشارة مبعوث مندوب ممثل نائب موفد مدير")
_SPEAK_FOR = _OF_OTHERS - folded("نائب مدير")
#: Those whom the complement of their title is not: kin and who works for somebody (زوجة الرئيس بشار الأسد، أسماء).
_KIN = folded("زوجة زوج شقيق شقيقة والد والدة ابن ابنة نجل نجلة أرملة حفيد صديق محامي محامية صهر طليقة طليق")
_WHOSE = _SPEAK_FOR | _KIN
#: Behind these nouns stands whose they are (المتحدث باسم عائلة سمير حداد).
_FAMILY = folded("عائلة أسرة أقارب ضحايا")
_COMMAS = frozenset("،,")
#: Tokens between a title told at length and its name.
_FAR = 8
_MANY = 3
#: Tokens of a short form with its brackets, at most.
_BRACKETS = 5


def ends_subject(tokens: Tokens, at: int) -> bool:
    """Tell whether content or an apposition begins at a token, so that a noun phrase ended before it."""
    if at >= len(tokens):
        return False
    word = tokens.words[at]
    return tokens.keys[at] in {"،", ",", ":", "("} or (word is not None and word.that)


def with_title(tokens: Tokens, at: int, word: Word) -> Found | None:
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
    end = _over_brackets(tokens, _over_tense(tokens, end))
    named, last = _name_behind(tokens, end, sure=bare or (word.head in GENERIC and end == at + 1))
    whose = None
    if named >= 0 and word.head in _WHOSE and _is_whose(tokens, at + 1, named):
        whose, end = (named, last), last
        named, last = _name_behind(tokens, end, sure=True)
    if named < 0 and bare:
        end = last = _complement(tokens, end)
    elif named < 0 and (word.head not in GENERIC or word.definite or end > at + 1):
        named, last = _far_name(tokens, end)
        end = named if named >= 0 else end
    title = label(tokens, at, start, tokens.ends[end - 1])
    state = state_of(tokens, at, end)
    head = word.head or word.key
    if named < 0:
        if not word.head or (end == at + 1 and not word.definite and not word.head_prefix):
            return None
        if end == at + 1 and word.head in ADJECTIVAL:
            return None
        return Found(
            at, end, start, tokens.ends[end - 1], "office", title, "mention.title", title=title, head=head,
            state=state, office=office, feminine=_is_feminine(head), whose=whose,
        )  # fmt: skip
    return Found(
        at, last, start, _end_of(tokens, last), "person", tokens.slice(named, _last_word(tokens, last)),
        "mention.title-name", title=title, head=head, state=state, office=office, named=named,
        feminine=_is_feminine(head), whose=whose,
    )  # fmt: skip


def _is_feminine(head: str) -> bool | None:
    """Tell whether a title is a woman's; None where its form says nothing (ضحية)."""
    if head == "والده":  # والدة and والده are one when they are folded
        return None
    return True if head in FEMININE_HEADS else None if head.endswith("ه") else False


def _is_whose(tokens: Tokens, first: int, named: int) -> bool:
    """Tell whether a name is that of whom somebody speaks for (المتحدث باسم الرئيس فلاديمير بوتين، باسم عائلة ...)."""
    word = tokens.words[named]
    person = known_name(tokens, named, word) if word is not None and word.names else None
    roles = ACTORS[person.actor].roles if person is not None and person.actor in ACTORS else ()
    held = {OFFICE_HEADS.get(role.office.partition(" ")[0]) for role in roles} - {None}
    inner = tokens.words[first:named]
    if not _FAMILY.isdisjoint(tokens.keys[first:named]):
        return True
    return any(other is not None and other.head in held for other in inner) if held else False


def _over_tense(tokens: Tokens, end: int) -> int:
    """Step over سابقا between a title and a name."""
    once = end + 1 < len(tokens) and tokens.keys[end] in {"سابقا", "حاليا"}
    return end + 1 if once and names.person(tokens, end + 1) > end + 2 else end


def _over_brackets(tokens: Tokens, end: int) -> int:
    """Step over a short form in brackets between a title and a name (وزارة الدفاع (البنتاغون) أدريان غالاواي)."""
    if end >= len(tokens) or tokens.keys[end] != "(":
        return end
    close = next((at for at in range(end + 1, min(end + _BRACKETS, len(tokens) - 1)) if tokens.keys[at] == ")"), -1)
    return close + 1 if close > 0 and names.person(tokens, close + 1) > close + 2 else end


def _complement(tokens: Tokens, end: int) -> int:
    """Step over the noun that says what sort of person it is (مهندس تعدين، تاجر سجاد)."""
    word = tokens.words[end] if end < len(tokens) else None
    if word is None or word.stop or word.cue or word.that or word.time or word.according or word.noun:
        return end
    told = word.key[0] in "لب" and (word.key[1:] in COMMON or any(cut for cut, _ in word.names))
    return end if told or word.key.startswith("ال") or word.opens or word.key in BEFALLING else end + 1


def _far_name(tokens: Tokens, end: int) -> tuple[int, int]:
    """Find the name behind a title that is told at length (الوزيرة السابقة المرشحة ...، سفيرة فرنسا في جنيف، ...)."""
    at = end
    while at < min(end + _FAR, len(tokens) - 1):
        word = tokens.words[at]
        if word is None:
            apart = tokens.keys[at] in _COMMAS and at > end
            return _name_behind(tokens, at, sure=False) if apart else (-1, end)
        if word.key == "في" and (inner := tokens.words[at + 1]) is not None and not (inner.stop or inner.time):
            at = _over_place(tokens, at + 1, inner)
            if not (inner.body and not inner.definite) and _is_named_at(tokens, at):
                return at, names.person(tokens, at)
            continue
        if word.stop or word.cue or word.that or word.time or word.head:
            break
        if word.given and not word.common and at > end:
            last = names.person(tokens, at)
            return (at, last) if last > at + 1 else (-1, end)
        if not (word.state or word.inside or word.key.startswith(("ال", "لل", "لا"))):
            break
        at += 1
    return -1, end


def _over_place(tokens: Tokens, at: int, word: Word) -> int:
    """Step over the place or body behind في."""
    if word.body:
        return bodies.body(tokens, at)
    at += max(names.state_or_body(tokens, at), 1)
    while at < len(tokens) and tokens.keys[at].isascii() and tokens.keys[at].isalpha():
        at += 1
    return at


def _is_named_at(tokens: Tokens, at: int) -> bool:
    """Tell whether a name of two words that no list knows stands between a place and what ends a subject."""
    last = names.person(tokens, at) if at < len(tokens) else at
    if last < at + 2 or last >= len(tokens):
        return False
    behind = tokens.words[last]
    return ends_subject(tokens, last) or (behind is not None and behind.time)


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
        if word is None or not (is_sure(tokens, at + 1) or _set_off(tokens, at + 1)):
            return -1, end
        at += 1
    marked = at < len(tokens) and tokens.keys[at] in MARKS
    if marked:
        at += 1
    if sure and not is_sure(tokens, at):
        return -1, end
    if tokens.keys[at : at + 2] == ["ايه", "الله"]:
        at += 2
    word = tokens.words[at] if at < len(tokens) else None
    known = known_name(tokens, at, word) if word is not None and word.names else None
    last = known.last if known and known.kind == "person" else names.person(tokens, at)
    if last == at + 1 and tokens.keys[at].isascii():
        return -1, end  # شركة NAVAL GROUP
    if last == at or (marked and (last >= len(tokens) or tokens.keys[last] not in MARKS)):
        return -1, end
    return at, last + 1 if marked else last


def is_sure(tokens: Tokens, at: int) -> bool:
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
    if last == at:
        return False
    ended = ends_subject(tokens, last) or (last - at >= _MANY and tokens.keys[last : last + 1] != [] and (
        tokens.keys[last].startswith("ال") or ((word := tokens.words[last]) is not None and word.time)
    ))  # fmt: skip
    endings = [tokens.text[tokens.ends[index] - 1] for index in range(at, last)]
    return ended and endings[0] not in _UNNAMELIKE and (last > at + 1 or endings[0] not in {"ا", "ة"})


#: Marks of the accusative, and a verb's plural: no name ends so.
_UNNAMELIKE = frozenset("ًٌٍ")


def state_of(tokens: Tokens, first: int, last: int) -> str:
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
