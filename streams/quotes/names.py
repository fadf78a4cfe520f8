"""Where names and titles end: the words of a person's name, of a title, of a body's name.

All functions take the tokens and an index and return the index after what they found, or the index itself.
"""

from streams.lexicon.actors import ACTORS
from streams.lexicon.actors_common import COMMON
from streams.lexicon.grammar import BEFALLING
from streams.lexicon.titles import GENERIC, GIVEN, HEADS, INSIDE
from streams.lexicon.wording import AUDIENCES, DOCUMENT_HEADS, MEDIA_HEADS, PEOPLE_HEADS, folded
from streams.quotes.tokens import MARKS, Tokens, Word, abbreviates

_MAX_NAME, _MAX_TITLE, _MAX_MARKED = 6, 14, 10
_MIN_UNKNOWN, _VERB = 3, 4
_REGIONS = folded("ولاية مدينة محافظة بلدية إقليم منطقة بلدة قرية جزيرة مقاطعة قضاء")
_ADJECTIVES = ("ي", "يه")
#: Second halves of given names (نور الدين، عبد الله).
_HALVES = folded("الدين الله الإسلام الحق الرحمن الحسن الحسين الزمان العابدين الهدى الدولة")
#: Titles that إلى goes on with (المبعوث الأممي إلى سوريا).
_ENVOYS = folded("مبعوث مبعوثة سفير سفيرة موفد موفدة مندوب مندوبة رسول ممثل ممثلة قنصل")
#: Prepositions that go on inside a title or the name of a body when a definite noun or a state follows.
_LINKS = folded("الي في لدي باسم")
_NEVER = folded("البالغ البالغة المولود المولودة الملقب المقيم المقيمة المنتمي المنتمية")
#: What goes on with a rank (العقيد الركن طيار تركي المالكي).
_ARMS = folded("طيار ركن بحري")
#: Titles that nobody bears besides another.
_RULERS = folded("المرشد العاهل الملك الرئيس المستشارة البابا الزعيم")
_ARTICLES = ("ال", "لل", "وال", "ولل", "فال", "بال", "وبال", "كال")
_CHARGED = folded("المكلف المكلفة المعني المعنية المختص المختصة")
_FIELDS = folded("لشؤون لشئون لحقوق لمكافحة لقضايا لسياسة لعمليات لتنسيق لملف لمنطقة")
_SURNAMES = folded(
    "الخطيب القاضي الشيخ المفتي النجم العميد المهندس السلطان الشاعر الكاتب الحاكم النقيب القائد الإمام الطبيب"
)
#: Names that begin with a و of their own (ويتسن، وولف).
_OWN_W = ("وي", "وو", "وا")
#: Words right behind a head that make a title of their own of it (مدير عام، أمين سر).
_SUBHEADS = folded("عام سر عامة")
#: Qualities of a title behind which its complement has لـ (النائب الأول لوزير الخارجية).
_DEPUTY = folded("الأول الأولى الخاص الخاصة الشخصي الشخصية المساعد المساعدة")
_LEARNED = folded("رجل عالم رجال علماء")
#: Heads of bodies that are adjectives as well (الرئيس المنتخب).
_ADJECTIVAL = folded("منتخب محافظة معارضة")
_KOREAN = folded("جونغ جونج يونغ جاي جيه كي")
#: Endings of verbs and of nouns with a pronoun, which names do not have.
_CLITICS = frozenset("بلكوف")
_NOT_NAMES = ("وا", "ته", "تها", "تهم", "هم", "هما", "ائه", "نها", "تنا", "كم")
#: Nouns with a pronoun of her (عزمها); names of four letters end so too (سها).
_HERS, _SHORTEST = "ها", 5


def is_name_part(word: Word | None, *, first: bool) -> bool:  # noqa: PLR0911 -- one return for each case
    """Tell whether a word can be part of a person's name.

    Args:
        word: The word, None for a mark.
        first: Whether it would be the first part.
    """
    if word is None:
        return False
    if word.given or word.joint or word.surname:
        return True
    if word.key in _NEVER or word.key in _CLITICS or (first and word.key[0] in "تا" and word.key.endswith("ت")):
        return False
    if word.key.endswith(_NOT_NAMES) or (not first and word.key[0] == "ي" and len(word.key) == _VERB):
        return False
    if word.common or word.stop or word.cue or word.that or word.time or word.state or word.head or word.body:
        return False
    if word.inside or word.according or word.key[0].isdigit() or (word.noun and word.noun.object):
        return False
    if not first and (word.key.startswith("بال") or (word.key[0] == "ل" and _is_told(word))):
        return False
    clitic = "بل" if first else "ب"
    hidden = any(cut for cut, _ in word.names) or (
        word.key[0] in clitic and (word.key[1:] in COMMON or word.key[1:] in GIVEN)
    )
    hidden = (
        hidden
        or word.acts
        or (word.key.endswith(_HERS) and len(word.key) >= _SHORTEST)
        or (not first and (_is_present(word.key) or _is_future(word.key)))
        or (not first and is_accusative(word))
        or (first and word.key[0] == "و" and (word.key.endswith("ه") or word.key[1:] in COMMON))
    )
    if hidden or word.key.startswith(("ال", "وال", "بال", "فال", "لل") if first else "و"):
        return False
    return len(word.key) >= _MIN_UNKNOWN or not first


def _is_present(key: str) -> bool:
    """Tell whether a word has the form of a verb in the present (يسارع، يستعد)."""
    return key.startswith("يست") or (len(key) == _VERB + 1 and key[0] == "ي" and key[2] == "ا")


def _is_future(key: str) -> bool:
    """Tell whether a word is a verb behind the س of the future (ستعود، ستتوجه)."""
    return key[0] == "س" and (key.startswith("ستت") or (key[1:2] in "يتن" and key[1:] in COMMON))


def is_accusative(word: Word) -> bool:
    """Tell whether a word is an ordinary noun or adjective with the ending of what somebody did (بيانا، جديدا).

    Lands (روسيا) and pairs of people (زعيما) end so too.
    """
    key = word.key
    if key[-1] != "ا" or len(key) <= _VERB or key[-2] in "يه" or word.given or word.surname or word.names:
        return False
    stem = key[1:-1] if key[0] == "و" and key[1:-1] in COMMON else key[:-1]
    return (stem in COMMON or stem in DOCUMENT_HEADS) and stem not in PEOPLE_HEADS and stem not in HEADS


def _is_told(word: Word) -> bool:
    return word.key[1:] in COMMON or word.key.endswith("ه")


def person(tokens: Tokens, index: int) -> int:  # noqa: C901 -- one test for each way to go on or end
    """Find the end of a person's name that begins at `index`, names that no list knows included."""
    at, words = index, tokens.words
    if _tells_time(tokens, index):
        return index
    while at < len(tokens) and at - index < _MAX_NAME:
        if tokens.keys[at] == "-" and _joins(tokens, at) and is_name_part(words[at + 1], first=False):
            at += 1
            continue
        if at > index and abbreviates(tokens, at) and is_name_part(words[at + 1], first=False):
            at += 1
            continue
        word = words[at]
        if tokens.keys[at] == "فان" and (at == index or "إ" in tokens.slice(at, at + 1)):
            break
        if at > index and _opens_title(tokens, at):
            break
        if word is not None and at > index and _bound(words[at - 1]) and not word.stop and not word.cue:
            at += 1
            continue
        if at > index and _family(tokens, index, at):
            at += 1
            continue
        if word is None or not is_name_part(word, first=at == index):
            break
        if at > index + 1 and _closes(tokens, at - 1, word):
            break
        at += 1
    while at > index and (
        tokens.keys[at - 1] == "-" or ((last := words[at - 1]) is not None and last.joint and not last.given)
    ):
        at -= 1
    return at


def _opens_title(tokens: Tokens, at: int) -> bool:
    """Tell whether a given name is the head of a title here (نزار عياش أمين نقابة الصيادين)."""
    word, following = tokens.words[at], tokens.words[at + 1] if at + 1 < len(tokens) else None
    if word is None or not word.head or not word.given or following is None:
        return False
    return bool(following.body) or following.key in _SUBHEADS


def _tells_time(tokens: Tokens, at: int) -> bool:
    """Tell whether a given name is a time of day here (صباح الاثنين)."""
    if at + 1 >= len(tokens):
        return False
    word, following = tokens.words[at], tokens.words[at + 1]
    return word is not None and word.time and following is not None and following.time


def _family(tokens: Tokens, index: int, at: int) -> bool:
    """Tell whether a word that is mostly another one ends a name (عزام الخطيب، سارة ليا ويتسن)."""
    word, before = tokens.words[at], tokens.words[at - 1]
    if word is None or before is None or (at + 1 < len(tokens) and is_name_part(tokens.words[at + 1], first=False)):
        return False
    nisba = bool(word.state) and word.key.startswith("ال")
    if at == index + 1 and before.given and (word.key in _SURNAMES or nisba):
        return True
    known = word.common or word.stop or word.cue or word.head or word.body or word.state or word.names or word.inside
    return (
        word.key.startswith(_OWN_W)
        and not known
        and len(word.key) > _MIN_UNKNOWN
        and (at + 1 == len(tokens) or tokens.words[at + 1] is None)
    )


def _closes(tokens: Tokens, at: int, word: Word) -> bool:
    """Tell whether a family name with its article ends a name before a word (العطار), as نور الدين does not."""
    if word.key.startswith("ال") or word.joint or word.given or word.surname:
        return False
    article = tokens.keys[at].startswith("ال") and tokens.text[tokens.starts[at]] == "ا"
    half = tokens.keys[at] in _HALVES or tokens.keys[at - 1] == "عبد" or _bound(tokens.words[at - 1])
    return article and not half


def _bound(word: Word | None) -> bool:
    """Tell whether a word cannot end a name (دو، بن): whatever follows belongs to it."""
    return word is not None and word.joint and not word.given


def _joins(tokens: Tokens, at: int) -> bool:
    """Tell whether a hyphen joins the words at its sides: it touches both, or stands in a Korean name."""
    if not 0 < at < len(tokens) - 1:
        return False
    return tokens.keys[at - 1] in _KOREAN or (
        tokens.ends[at - 1] == tokens.starts[at] and tokens.ends[at] == tokens.starts[at + 1]
    )


def title(tokens: Tokens, index: int) -> int:
    """Find the end of a title whose head stands at `index`: its fields, bodies, states and qualities."""
    at = index + 1
    if tokens.keys[index].endswith("ايه") and tokens.keys[at : at + 1] == ["الله"]:
        return at + 2 if tokens.keys[at + 1 : at + 2] == ["العظمي"] else at + 1
    while at < len(tokens) and at - index < _MAX_TITLE:
        if _waits(tokens, at) and (closed := marked(tokens, at)):
            at = closed
            continue
        if at == index + 1 and (tokens.keys[at] in _SUBHEADS or _is_cleric(tokens, index)):
            at += 1
            continue
        if _names_turk(tokens, at) or tokens.keys[at] in AUDIENCES or _goes_to(tokens, index, at):
            break
        step = _title_step(tokens, at, first=at == index + 1) or _next_field(tokens, index, at)
        if not step:
            break
        at += step
    return at


def _is_cleric(tokens: Tokens, index: int) -> bool:
    """Tell whether الدين behind a head makes a cleric of it, and is no half of a name (رجل الدين مقتدى الصدر)."""
    head = tokens.words[index]
    return tokens.keys[index + 1] == "الدين" and head is not None and head.head in _LEARNED


def _goes_to(tokens: Tokens, index: int, at: int) -> bool:
    """Tell whether إلى behind a title tells where somebody goes (زيارة وزير الخارجية إلى طهران), for he is no envoy."""
    head = tokens.words[index]
    return tokens.keys[at] == "الي" and (head is None or head.head not in _ENVOYS)


def _waits(tokens: Tokens, at: int) -> bool:
    """Tell whether a mark opens the name that a title waits for (المتحدث باسم "..."، متحدث باسم (...))."""
    if tokens.keys[at - 1] == "باسم":
        return tokens.keys[at] in MARKS or tokens.keys[at] == "("
    return tokens.keys[at] in MARKS and unfinished(tokens, at)


def _title_step(tokens: Tokens, at: int, *, first: bool) -> int:  # noqa: C901, PLR0911 -- one return for each case
    word = tokens.words[at]
    if word is None or word.key in _NEVER or word.key in BEFALLING:
        return 0
    whole = after_state(tokens, at) or (first and is_definite(tokens.keys[at - 1]) and word.body not in _ADJECTIVAL)
    if word.body and whole and word.key.startswith("ال") and not word.key.endswith(_ADJECTIVES):
        return 0  # another body, which nothing joins to the title (أبلغت وزيرة الخارجية الهندية البرلمان)
    if not first and word.key in _RULERS and after_state(tokens, at):
        return 0  # شبه ولي عهد السعودية المرشد الأعلى بهتلر
    if word.state or word.inside or (word.honorific and not word.given):
        return 1
    if (
        word.names
        and (known := state_or_body(tokens, at, agencies=unfinished(tokens, at)))
        and not (word.given and person(tokens, at) > at + 1)
    ):
        return known
    if word.key.startswith("وال") and not first and not after_state(tokens, at):
        apart = word.honorific or word.head or (word.body and word.key[1:] not in INSIDE)
        return int(_names_field(word.key[1:]) and not apart)
    if word.key in _LINKS and at + 1 < len(tokens) and not first:
        return _linked(tokens, at)
    if word.stop or word.cue or word.that or word.time or word.given or word.according:
        return 0
    if word.body or word.head:
        deputy = word.head != "" and tokens.keys[at - 1] in _DEPUTY
        return int(word.key[0] != "ل" or word.key.startswith("لل") or _of_body(word) or deputy)
    definite = word.key.startswith("ال") or (word.key.startswith("لل") and len(word.key) > _MIN_UNKNOWN)
    if after_state(tokens, at) and not word.key.endswith(("ي", "يه")):
        return 0
    if not word.honorific and (unfinished(tokens, at) or tokens.keys[at - 1] == "باسم"):
        return 1
    construct = first and not is_definite(tokens.keys[at - 1])
    if construct and definite and _governs(tokens.words[at - 1]):
        return int(not word.surname)
    joins = definite or (construct and word.key in COMMON)
    return int(word.common and joins and not is_told(tokens, at))


def _governs(head: Word | None) -> bool:
    """Tell whether any definite noun may complete a head (نقيب المحامين), and not only a word of titles."""
    return head is not None and head.head not in GENERIC


def _names_turk(tokens: Tokens, at: int) -> bool:
    """Tell whether an adjective without article is a given name behind a definite title (العقيد تركي المالكي)."""
    word = tokens.words[at]
    adjective = word is not None and bool(word.state) and word.given and not word.key.startswith("ال")
    return adjective and (is_definite(tokens.keys[at - 1]) or tokens.keys[at - 1] in _ARMS)


def _next_field(tokens: Tokens, index: int, at: int) -> int:
    """Go on over one more field of a minister (وزير البترول والثروة المعدنية)."""
    word, head, before = tokens.words[at], tokens.words[index], tokens.words[at - 1]
    if tokens.keys[at - 1] in _FIELDS and word is not None and is_definite(word.key):
        return int(not word.given)
    if (
        (tokens.keys[at] in _FIELDS and at > index + 1)
        or (tokens.keys[at - 1] in _CHARGED and tokens.keys[at].startswith("بال"))
        or _of_place(tokens, at)
        or (at > index + 1 and _of_place(tokens, at - 1))
    ):
        return 1
    if word is None or head is None or head.head not in {"وزير", "وزيره"} or at == index + 1:
        return 0
    if before is not None and before.key.startswith("وال") and word.key.startswith("ال"):
        return int(word.key.endswith(_ADJECTIVES))
    plain = not (word.cue or word.stop or word.time or word.head or word.body or word.names or word.honorific)
    return int(plain and word.key.startswith("وال") and not after_state(tokens, at) and not word.key.endswith("ون"))


def _of_place(tokens: Tokens, at: int) -> bool:
    """Tell whether بـ and a noun before a definite one go on with a title (الجنرال بمشاة البحرية)."""
    word = tokens.words[at]
    if word is None or word.key[0] != "ب" or at + 1 >= len(tokens) or not tokens.keys[at + 1].startswith("ال"):
        return False
    following = tokens.words[at + 1]
    other = word.given or word.surname or word.cue or word.stop or word.time or word.that or word.names or word.noun
    return (
        not other
        and len(word.key) > _VERB
        and following is not None
        and not (following.time or following.names or following.stop)
    )


def _linked(tokens: Tokens, at: int) -> int:
    """Go on over إلى سوريا, لدى الأمم المتحدة, باسم الحكومة."""
    following = tokens.words[at + 1]
    if following is None or following.that or following.time:
        return 0
    if tokens.keys[at] == "باسم":
        return 1
    known = state_or_body(tokens, at + 1)
    return 1 + known if known else int(tokens.keys[at] != "في" and following.inside)


def state_or_body(tokens: Tokens, at: int, *, agencies: bool = False) -> int:
    """Return how many tokens the name of a state or body takes that begins at `at`, or 0; agencies if asked."""
    word = tokens.words[at]
    for cut, branch in word.names if word else ():
        found = branch.longest(tokens.keys, at + 1)
        if found is None or (cut and not tokens.keys[at].startswith("لل")):
            continue
        actor = ACTORS[found[1].key]
        if actor.kind != "person" and (agencies or not actor.agency):
            return 1 + found[0]
    return 0


def after_state(tokens: Tokens, at: int) -> bool:
    """Tell whether a nationality closes the noun phrase before `at`."""
    before = tokens.words[at - 1]
    return before is not None and bool(before.state)


def _names_field(key: str) -> bool:
    """Tell whether a word may be one more field of an office (وزير الثقافة والإعلام)."""
    return key in INSIDE or (key in COMMON and not key.endswith(("ان", "ون")))


def _of_body(word: Word) -> bool:
    """Tell whether a title goes on with whose it is (الرئيس المشترك لمجلس ...), and not with whom somebody told."""
    return word.body_prefix == 1 and bool(word.body) and word.body not in MEDIA_HEADS


def unfinished(tokens: Tokens, at: int) -> bool:
    """Tell whether the noun of a body before `at` still waits for its complement (قوات تحالف دعم الشرعية)."""
    before = tokens.words[at - 1]
    if before is None or before.state or is_definite(before.key):
        return False
    return bool(before.body) or before.key in _REGIONS


def is_told(tokens: Tokens, at: int) -> bool:
    """Tell whether people behind a definite noun are whom it told, no part of it (وحثت السلطات المواطنين على)."""
    key = tokens.keys[at]
    if not key.startswith("ال") or not is_definite(tokens.keys[at - 1]):
        return False
    return key[2:] in PEOPLE_HEADS or (key.endswith("ين") and key[2:-2] + "ون" in PEOPLE_HEADS)


def is_definite(key: str) -> bool:
    """Tell whether a noun has its article."""
    return key.startswith(_ARTICLES) and len(key) > _MIN_UNKNOWN


def marked(tokens: Tokens, at: int) -> int:
    """Return the index after a marked name of a few words that opens at `at`, or 0."""
    for end in range(at + 2, min(at + _MAX_MARKED, len(tokens))):
        if tokens.keys[end] in MARKS or tokens.keys[end] == ")":
            return end + 1
        if tokens.keys[end] in {"\n", "،", ":"}:
            break
    return 0
