"""Scare quotes: marks round a name, a title or a term attribute nothing.

No single thing tells `تنظيم "داعش"` from `قال إن الهجوم "إرهابي"`. A noun that names a sort of thing announces a name;
foreign letters, lists and words that the article also prints without marks are names; a verb, an adverb of degree,
أن or كان before the marks and a credit behind them are somebody's own words. So each is a cue with a weight, and
what they sum up to decides; stretches with the same words, and those that و joins, are judged together, since an
article marks them for one reason. The weights are those of a logistic regression over read articles, rounded to
quarters, but for the few cues (title, programme, such, called, organ, brand, group, latin, letters) that those articles
have too seldom to tell.
"""

from collections.abc import Iterator
from itertools import compress, count

from streams.lexicon.actors_common import COMMON
from streams.lexicon.wording import BODY_HEADS, BRANDS, FOREIGN_LETTERS, NAMING, PROGRAMMES, folded
from streams.quotes.found import Found
from streams.quotes.marks import Span
from streams.quotes.refer import Referents
from streams.quotes.surroundings import PREPOSITIONS
from streams.quotes.tokens import MARKS, Tokens, Word

#: Longer stretches, in words, are what somebody said.
_LONGEST = 6
_SIZES = ("one", "two", "three", "four", "five")
_NAME = 4
_PAIR = 2
_ROW = 3
_REACH = 40
_NEAR = 8
_STEM = 4
#: How often the words of one stretch are looked for, and no more.
_PLACES = 16
#: What each cue weighs; what sums up to more than the threshold is a name or a term.
_WEIGHTS = {
    "title": 5.0,
    "programme": 3.0,
    "called": 3.0,
    "known": 2.75,
    "announced": 2.5,
    "organ": 1.5,
    "brand": 2.5,
    "letters": 2.5,
    "row": 2.25,
    "sort": 1.75,
    "body": 1.5,
    "latin": 1.5,
    "often": 1.5,
    "such": 1.5,
    "narrated": 1.25,
    "one": 1.25,
    "group": 1.0,
    "plain": 1.0,
    "stop": 1.0,
    "two": 1.0,
    "definite": 0.5,
    "office": 0.5,
    "particle": 0.5,
    "rare": 0.5,
    "state": 0.5,
    "apposed": -0.25,
    "three": -0.25,
    "credited": -0.5,
    "ends": -0.5,
    "four": -0.5,
    "noun": -0.5,
    "accusative": -0.75,
    "degree": -0.75,
    "possessed": -0.75,
    "reported": -0.75,
    "unlike": -0.75,
    "clitic": -1.0,
    "construct": -1.0,
    "preposition": -1.0,
    "that": -1.0,
    "verb": -1.0,
    "described": -1.5,
    "finite": -1.5,
    "five": -1.5,
    "clause": -1.75,
    "predicate": -1.75,
}
_THRESHOLD = 0.0
_PREFIXES = ("", "و", "ال", "وال", "ب", "ل", "لل", "بال", "ول", "ف", "ك", "وب")
#: Groups that one side names and the other marks ("المجموعات المسلحة").
_GROUPS = folded(
    "المجموعات الجماعات الفصائل التنظيمات الميليشيات المليشيات المعارضة الثوار المسلحين الإرهابيين المتمردين"
)
#: What is called by a name that بـ brings in (المعروف بـ "..."، عنونه بـ "...").
_CALLED = folded("""
المعروف المعروفة معروف معروفة يعرف تعرف عرف عرفت الملقب الملقبة ملقب ملقبة لقب لقبت يلقب المعنون المعنونة معنون معنونة
عنونه عنونته عنونها المسمى المسماة يسمى تسمى سميت عنون عنونت الموسوم الموسومة الشهير الشهيرة
""")
#: What is called by a name that follows right away (ما يسمى "..."، جماعة تسمى "...").
IS_CALLED = folded("يسمى تسمى سمي سميت يدعى تدعى")
#: Bodies that, without article, stand right before their name alone (منظمة "أطباء بلا حدود").
_ORGANS = folded(
    "منظمة صحيفة وكالة قناة شركة حزب حركة شبكة مجلة موقع جمعية مؤسسة مركز معهد إذاعة لصحيفة لوكالة لقناة لموقع لشبكة"
)
#: Before the title of a text (تقرير بعنوان "...").
TITLES = folded("بعنوان عنوان العنوان بعناوين عناوين")
_SUCH_AS = folded("مثل أمثال مثلا")
#: Words that no name begins with.
_PARTICLES = folded("""
لن لم لا ليس ليست لسنا قد سوف نحن أنا إنه إنها إننا إن أن لأن هو هي هم هذا هذه كان كانت يجب ينبغي يمكن غير عدم كل جد أي
لقد حيث لكن لكننا إذا ما هل كلما دون بدون وهو وهي من في على إلى عن مع بشكل بصورة
""")
_FUTURE = frozenset(["ست", "سي", "سن", "سا"])
#: Adverbs and adjectives of degree, which nobody puts into a name.
_DEGREES = folded("جدا جد تماما للغاية حقا بتاتا إطلاقا بالكامل أكثر كثيرا بشدة فورا غير أشد أسوأ أفضل مطلقا نهائيا")
#: What says of something what it is: marks behind are how somebody called it.
_PREDICATES = folded("""
كان كانت يكون تكون سيكون ستكون ليس ليست ليسوا ليسا بات باتت أصبح أصبحت يصبح تصبح هو هي هم هذا هذه يبدو تبدو ظل ظلت مازال
لازال يعد تعد يعتبر تعتبر يمثل تمثل يشكل تشكل سيمثل سيشكل باعتباره باعتبارها بوصفه بوصفها كونه كونها لأنه لأنها
لتكون ليكون
""")
_CREDITS = folded("حسب بحسب وفق وفقا علي كما")
_JOINTS = frozenset(["و", "او"])
_STATES = frozenset([".", "؟", "!", "\n"])


def judge(tokens: Tokens, referents: Referents, marked: list[Span]) -> None:
    """Decide which marked stretches are names or terms whatever stands around them."""
    _Judge(tokens, referents, marked).judge()


class _Judge:
    def __init__(self, tokens: Tokens, referents: Referents, marked: list[Span]) -> None:
        self.tokens = tokens
        self.marked = marked
        self.short = [span for span in marked if span.closed and span.size <= _LONGEST]
        mentions = [one for one in referents.mentions if one.kind != "document"]
        self.whole = {(one.first, one.last) for one in mentions if one.kind != "office" or one.actor or one.state}
        self.within = {at: one for one in mentions for at in range(one.first, one.last)} if self.short else {}
        self.bodies = {one.first: one.last for one in mentions if one.kind == "body"}
        self.offices = {one.last for one in mentions if one.kind == "office"}
        self.words = [tuple(tokens.keys[span.first : span.last]) for span in self.short]
        self.often: dict[tuple[str, ...], int] = {}
        for words in self.words:
            self.often[words] = self.often.get(words, 0) + 1
        self.plain = self._plain() if self.short else set()
        self.rows = self._rows()

    def judge(self) -> None:
        """Sum the cues of every short stretch up, over those that are judged together."""
        for span in self.marked:
            if span.closed and span.opening and self.tokens.keys[span.opening - 1] in TITLES:
                span.scare = True
        sums = [sum(map(_WEIGHTS.__getitem__, self.cues(index))) for index in range(len(self.short))]
        for group in self._groups():
            mean = sum(sums[index] for index in group) / len(group)
            for index in group:
                self.short[index].scare = self.short[index].scare or mean > _THRESHOLD

    def cues(self, index: int) -> Iterator[str]:
        """The names of the cues that a short stretch has."""
        yield from self._inside(index)
        yield from self._before(self.short[index])
        yield from self._around(index)

    def _inside(self, index: int) -> Iterator[str]:  # noqa: C901, PLR0912 -- one branch for each cue
        tokens, span, inside = self.tokens, self.short[index], self.words[index]
        words, first = tokens.words[span.first : span.last], inside[0]
        yield _SIZES[min(span.size, len(_SIZES)) - 1]
        within = self.within.get(span.first)
        if span.size <= _NAME and ((span.first, span.last) in self.whole or self._titled(within, span)):
            yield "known"
        elif self.bodies.get(span.first, 0) >= span.last - 1:
            yield "body"
        if all(key.isascii() for key in inside) or first == "#":
            yield "latin"
        letters = sum(key in FOREIGN_LETTERS for key in inside) >= _PAIR
        if letters:
            yield "letters"
        if all(key in BRANDS for key in inside):
            yield "brand"
        elif None not in words and not any(_ordinary(key) for key in inside):
            yield "rare"
        if first in _GROUPS:
            yield "group"
        elif span.size > 1 and _sort(first, ("", "ال")) is not None and any(map(_names, words[1:])):
            yield "sort"
        if first in PROGRAMMES and _is_programme(inside) and not _finite(tokens, span):
            yield "programme"
        if all(key.startswith("ال") for key in inside):
            yield "definite" if span.size > 1 else "noun"
        if _accusative(tokens, span.first) or _accusative(tokens, span.last - 1):
            yield "accusative"
        if _finite(tokens, span):
            yield "finite"
        if any(word is None for word in words[:-1]) or (not letters and "في" in inside):
            yield "particle"
        if not _DEGREES.isdisjoint(inside):
            yield "degree"

    def _before(self, span: Span) -> Iterator[str]:  # noqa: C901, PLR0912 -- one branch for each cue
        tokens, before = self.tokens, span.opening - 1
        keys = tokens.keys
        if before < 0 or keys[before] == "\n":
            return
        word, key = tokens.words[before], keys[before]
        if key in TITLES:
            yield "title"
        elif self._is_called(before):
            yield "called"
        elif self._announced(before, span):
            yield "announced"
            if key in _ORGANS and span.size > 1:
                yield "organ"
        elif key in _SUCH_AS:
            yield "such"
        elif key in _PREDICATES:
            yield "predicate"
        elif key == "و":
            return
        elif word is not None and word.that:
            yield "that"
        elif before + 1 in self.offices:
            yield "office"
        elif key in {"ب", "ل", "ك"}:
            yield "clitic"
        elif key in PREPOSITIONS:
            yield "preposition"
        elif key.startswith("ال"):
            yield "unlike" if self._unlike(before, span) else "apposed"
        elif key[0] == "ي" and len(key) >= _STEM:
            yield "verb"
        elif key.endswith(("ها", "هم")) or (key.endswith("ه") and not tokens.text[: tokens.ends[before]].endswith("ة")):
            yield "possessed"
        elif word is not None and not word.stop and not word.cue:
            yield "construct"
        elif word is not None and word.stop:
            yield "stop"

    def _around(self, index: int) -> Iterator[str]:  # noqa: C901 -- one branch for each cue
        tokens, span, inside = self.tokens, self.short[index], self.words[index]
        keys, words = tokens.keys, tokens.words
        called = reported = clause = False
        for at in range(span.opening - 1, max(span.opening - _REACH, -1), -1):
            word = words[at]
            if word is None:
                if keys[at] in _STATES:
                    break
                clause = clause or keys[at] == ":"
                continue
            clause = clause or word.that
            reported = reported or word.cue is not None or word.noun is not None or word.according
            called = called or (span.opening - at <= _NEAR and word.cue is not None and "as" in word.cue.frames)
        opens = span.opening == 0 or keys[span.opening - 1] == "\n"
        if not opens:
            yield "clause" if clause else "reported" if reported else "narrated"
        if called and not self._is_called(span.opening - 1):
            yield "described"
        after = words[span.closing] if span.closing < len(words) else None
        if after is not None:
            if after.key in _CREDITS:
                yield "credited"
            elif after.state:
                yield "state"
        elif span.closing >= len(words) or keys[span.closing] in _STATES:
            yield "ends"
        if self.often[inside] >= _ROW:
            yield "often"
        if inside in self.plain:
            yield "plain"
        if self.rows[index] >= _ROW:
            yield "row"

    def _plain(self) -> set[tuple[str, ...]]:
        """The words of short stretches that stand elsewhere in the article without marks of their own."""
        keys, found = self.tokens.keys, set()
        places: dict[str, list[int]] = {words[0]: [] for words in self.words}
        opened = {span.first for span in self.short}
        for at in compress(count(), map(places.__contains__, keys)):
            if at not in opened and keys[at - 1] not in MARKS and len(places[keys[at]]) < _PLACES:
                places[keys[at]].append(at)
        for words in self.often:
            if any(tuple(keys[at : at + len(words)]) == words for at in places[words[0]]):
                found.add(words)
        return found

    def _rows(self) -> list[int]:
        """How many short stretches each stands in a row with, itself included, that و or a comma joins."""
        rows = [1] * len(self.short)
        start = 0
        for index in range(1, len(self.short) + 1):
            joined = index < len(self.short) and self._joined(self.short[index - 1], self.short[index])
            if not joined:
                rows[start:index] = [index - start] * (index - start)
                start = index
        return rows

    def _joined(self, one: Span, other: Span) -> bool:
        between = self.tokens.keys[one.closing : other.opening]
        return 0 < len(between) <= _PAIR and between[-1] in _JOINTS and (len(between) == 1 or between[0] in {"،", ","})

    def _groups(self) -> list[list[int]]:
        """The short stretches that are judged together."""
        group = list(range(len(self.short)))
        for index in range(1, len(self.short)):
            if self._joined(self.short[index - 1], self.short[index]):
                group[index] = group[index - 1]
        first: dict[tuple[str, ...], int] = {}
        found: dict[int, list[int]] = {}
        for index, words in enumerate(self.words):
            at = first.setdefault(words, group[index])
            found.setdefault(at, []).append(index)
        return list(found.values())

    def _announced(self, before: int, span: Span) -> bool:
        """Tell whether the words before a stretch announce a name (تنظيم، وكالة الأنباء، حزب والده الحاكم)."""
        keys = self.tokens.keys
        if self._sort(before):
            return not self._unlike(before, span)
        if before < 1 or not self._qualifies(before):
            return False
        owner = before > 1 and keys[before - 1].endswith(("ه", "ها", "هم"))
        return self._sort(before - 1) or (owner and self._sort(before - 2))

    def _unlike(self, before: int, span: Span) -> bool:
        """Tell whether a definite noun stands before an indefinite ordinary word, which says what it is or how."""
        keys, first = self.tokens.keys, self.tokens.keys[span.first]
        definite = keys[before].lstrip("وبفل").startswith("ال") or keys[before].startswith("لل")
        return definite and not first.startswith("ال") and _ordinary(first)

    def _titled(self, within: Found | None, span: Span) -> bool:
        """Tell whether a stretch is the name behind a title (رئيس الوزراء "...")."""
        behind = (
            within is not None and within.kind == "person" and within.first < span.opening < span.last <= within.last
        )
        inside = self.tokens.keys[span.first : span.last]
        return behind and _DEGREES.isdisjoint(inside) and not _ordinary(inside[0])

    def _sort(self, at: int) -> bool:
        """Tell whether a word names a sort of thing that has a name (تنظيم، صحيفة، عملية)."""
        word = self.tokens.words[at]
        return word is not None and not word.cue and _sort(word.key, _PREFIXES) is not None

    def _qualifies(self, at: int) -> bool:
        """Tell whether a word is an adjective between a noun and its name (وكالة الأنباء "سانا")."""
        word = self.tokens.words[at]
        return word is not None and not word.stop and word.key.startswith(("ال", "لل")) and not word.cue

    def _is_called(self, at: int) -> bool:
        keys = self.tokens.keys
        if at < 1:
            return False
        return (
            keys[at] in IS_CALLED
            or (keys[at] == "نفسها" and keys[at - 1] == "علي")
            or (keys[at] in {"ب", "ل"} and keys[at - 1] in _CALLED)
        )


def _sort(key: str, prefixes: tuple[str, ...]) -> str | None:
    """Return the noun for a sort of thing that a word is, without its clitics."""
    bases = (key[len(prefix) :] for prefix in prefixes if key.startswith(prefix))
    return next((base for base in bases if base in NAMING or base in BODY_HEADS), None)


def _names(word: Word | None) -> bool:
    """Tell whether a word behind a noun for a sort of thing makes a name of it: definite, known or out of the way."""
    return word is not None and (bool(word.names) or word.key.startswith(("ال", "لل")) or not _ordinary(word.key))


def _ordinary(key: str) -> bool:
    return key in COMMON or key.startswith(("ال", "لل")) or key[1:] in COMMON or f"ال{key}" in COMMON


def _accusative(tokens: Tokens, at: int) -> bool:
    """Tell whether a word is indefinite and accusative, which no name is (وشيكا، التزاماً)."""
    key = tokens.keys[at]
    spelled = tokens.text[tokens.starts[at] : tokens.ends[at]]
    return "ً" in spelled or (key.endswith("ا") and len(key) > _STEM and key[:-1] in COMMON)


def _finite(tokens: Tokens, span: Span) -> bool:
    """Tell whether a stretch begins as a clause does, not as a name (ستصرف بعيدا عن الروتين، لن نقبل)."""
    key, word = tokens.keys[span.first], tokens.words[span.first]
    future = key[:2] in _FUTURE and len(key) > _STEM and key not in COMMON
    present = (
        key[0] == "ي"
        and key[1:2] != "و"
        and len(key) >= _STEM
        and word is not None
        and not word.names
        and not word.time
    )
    past = key.endswith("ت") and not key.endswith("ات") and len(key) >= _STEM and key in COMMON
    return key in _PARTICLES or future or present or past or _verb(word)


def _verb(word: Word | None) -> bool:
    return word is not None and word.cue is not None and word.cue.form in {"past", "present"} and not word.names


def _is_programme(inside: tuple[str, ...]) -> bool:
    """Tell whether a definite noun completes what a stretch begins with, and no verb tells anything of it."""
    told = any(len(key) > _STEM and key[:2] in _FUTURE for key in inside[1:])
    return not told and any(key.startswith("ال") for key in inside[1:_NAME])
