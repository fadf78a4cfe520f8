"""Noun phrases that name nobody the lexicon or the article knows: where they end, and whether they may speak."""

from msgspec.structs import replace

from streams.lexicon.titles import FEMININE_GIVEN, HEADS
from streams.lexicon.wording import AUDIENCES, CALLED, PEOPLE_HEADS, QUANTIFIERS, folded
from streams.quotes.found import Found
from streams.quotes.mentioned import Mentioned
from streams.quotes.phrases import brings_in, is_nominative, leaves, opens_phrase, plain
from streams.quotes.speakers import Speaker, Speakers

_MAX_PHRASE = 14
_POINTERS = folded("هذه هذا هذان هولاء تلك ذلك")
_AHEAD = 25
_SHARE = 6
_PERCENT = folded("% ٪ في المئة المائة بالمئة بالمائة . ,")
_OF_THEM = folded("منهم منهن منها")
_RELATIVES = folded("الذي التي الذين البالغ البالغة")
_COMMAS = frozenset("،,")
_MANY = ("ان", "ون", "ين")
_PRONOUNS = ("ته", "تها", "يه", "يها", "اعه", "اعها")
#: What tells of somebody behind a noun phrase (الشاب البالغ 19 عاما، المحتجون وبينهم أطباء).
_NARROWING = folded("البالغ البالغة وبينهم وبينها ومنهم ومنها بينهم بينها")
_PARTS = QUANTIFIERS | folded("أحد إحدى بعض كل معظم")
#: Verbal nouns with whose they are, which are said and say nothing (أكد إصرار الحركة على السير).
_SAID_NOUNS = folded("""
إصرار التزام استعداد حرص دعم رفض تمسك أهمية ضرورة رغبة تضامن وقوف سعي عزم قدرة حق استمرار مواصلة تأييد ترحيب ثقة أمل
موافقة رفضه تطلع اهتمام سعادة قلق أسف
""")
_WHOSE = ("ه", "ها", "هم", "هما")
_GLUE = folded("ان قد لقد ايضا كان كانت اليوم امس")
_FEMININE = folded("""
مصادر وسائل جهات أوساط صحف دول الدول بلدان البلدان أحزاب الأحزاب قوى القوى فصائل الفصائل المصادر الوسائل الجهات الأوساط
الصحف
""")


def _counts(key: str) -> bool:
    """Tell whether a word counts those who were named before (بعضهم، أحدهما)."""
    return any(key.endswith(ending) and key[: -len(ending)] in _PARTS for ending in ("هم", "هما", "هن"))


class NounPhrases(Mentioned):
    """Reads noun phrases in one article."""

    def unlisted(self, at: int, end: int, *, feminine: bool) -> tuple[Speakers, int]:
        """Read an indefinite noun phrase as a subject: its gender is the verb's, and a relative clause narrows it."""
        word = self.tokens.words[at]
        if word is None or not opens_phrase(word) or word.key.endswith("ه") != feminine:
            return (), at
        last = self._phrase_end(at, end)
        ahead = self.tokens.words[last] if last < end else None
        if ahead is None or not (ahead.stop or last == end):
            return (), at
        start, stop = self.tokens.starts[at], self.tokens.ends[last - 1]
        return (
            Speaker(None, self.tokens.text[start:stop], start, stop, "speaker.after-verb", feminine, human=True),
        ), last

    def _many(self, at: int, end: int) -> bool:
        """Tell whether a word counts people (عدة مصادر)."""
        following = self.tokens.words[at + 1] if at + 1 < end else None
        word = self.tokens.words[at]
        return (
            word is not None
            and word.key.removeprefix("و") in QUANTIFIERS
            and following is not None
            and plain(following) in PEOPLE_HEADS
        )

    def _two(self, at: int, end: int) -> bool:
        """Tell whether a word is two people with whose they are (زعيما البلدين)."""
        key = self.tokens.keys[at]
        pair = key[-1] == "ا" and (key[:-1] in PEOPLE_HEADS or key[:-1] in HEADS)
        return pair and at + 1 < end and self._has_article(at + 1)

    def _share(self, at: int, end: int) -> int:
        """Return where the people stand of whom a share says something (73% من الفرنسيين), or أن behind it, or 0."""
        keys, here = self.tokens.keys, at
        if not keys[at][0].isdigit():
            return 0
        while here < min(at + _SHARE, end) and (keys[here][0].isdigit() or keys[here] in _PERCENT):
            here += 1
        if here >= end - 1 or _PERCENT.isdisjoint(keys[at:here]):
            return 0
        word = self.tokens.words[here]
        if keys[here] in _OF_THEM:
            return here + 1
        return here + 1 if keys[here] == "من" else here if word is not None and word.that else 0

    def _phrase(self, at: int, end: int, *, strict: bool, governed: bool) -> tuple[Speakers, int]:
        """Read a noun phrase that is no mention (مصادر دبلوماسية، سكان، إنجه)."""
        word = self.tokens.words[at] if at < end else None
        if word is None or not opens_phrase(word, strict=not governed) or not (governed or is_nominative(word)):
            return (), at
        people = plain(word) in PEOPLE_HEADS or self._many(at, end) or self._two(at, end) or self._are_his(at, word.key)
        people = people or (word.given and not word.common and self._is_set_off(at + 1, end))
        theirs = word.key.endswith(("ها", "هم")) or self._is_his(at) or word.key in _SAID_NOUNS
        if strict and not people and theirs:
            return (), at
        last = self._phrase_end(at, end)
        if (
            strict
            and not people
            and not (
                (self._said(last, end) and (last not in self.spans or not word.common)) or self._done_by(at, last, end)
            )
        ):
            return (), at
        if pair := self._pair(word.key, at):
            return pair, last
        if named := self._named_in(at, last):
            return (replace(self._speaker(named, named.last), start=self.tokens.starts[at]),), last
        start = self.tokens.starts[at]
        name = self.tokens.text[start : self.tokens.ends[last - 1]]
        feminine: bool | None = word.key.endswith(("ه", "ات")) or word.key in _FEMININE
        if self._is_his(at):
            feminine = None
        if word.key in FEMININE_GIVEN:
            feminine = True
        if word.key in QUANTIFIERS:
            feminine = None
        plural = word.key.endswith(("ون", "ين", "ان")) and len(word.key) > 4  # noqa: PLR2004 -- a stem and its ending
        plural = plural or (people and word.key.endswith("و"))
        return (
            Speaker(
                None, name, start, self.tokens.ends[last - 1], "speaker.after-verb", feminine, plural, human=people
            ),
        ), last

    def _named_in(self, first: int, last: int) -> Found | None:
        """Find the name that closes a noun phrase (وزير خارجيته أيمن الصفدي), not whose it is (محامو صبري)."""
        if self.tokens.keys[first].endswith(_MANY) or self._two(first, last):
            return None
        for at in range(first + 2, last):
            person = self.starts.get(at)
            if person is not None and person.kind == "person" and person.last == last:
                before, key = self.tokens.words[at - 1], self.tokens.keys[at - 1]
                closed = (
                    self._has_article(at - 1)
                    or key in CALLED
                    or (before is not None and before.state)
                    or key.endswith(_PRONOUNS)
                )
                return person if closed else None
        return None

    def _phrase_end(self, first: int, end: int) -> int:  # noqa: C901, PLR0912 -- one test for each way to end
        at = first + 1
        while at < end and at - first < _MAX_PHRASE:
            word = self.tokens.words[at]
            if word is None:
                if at in self.spans and self.spans[at].scare:
                    at = self.spans[at].closing
                    continue
                break
            inner = self.starts.get(at)
            if inner is not None and at - first > 1 and inner.kind != "document" and self._closed(at - 1, inner):
                break
            if (word.key in _POINTERS and at == first + 1) or self._not_so(at, end):
                at += 1
                continue
            if leaves(
                word, self.tokens.words[at - 1], definite=self._has_article(at - 1), article=self._has_article(at)
            ):
                break
            if at - first > 1 and word.key.endswith(("هم", "ها", "هما")):
                break
            joins = word.key in {"من", "في"} and at + 1 < end and self._goes_on(at + 1)
            if word.key in CALLED and word.cue is None:
                if at + 1 not in self.starts:
                    break
                joins = True
            elif word.key in _NARROWING or (at == first + 1 and _counts(self.tokens.keys[first])):
                break
            if word.that or word.cue or word.time or word.according or (word.stop and not joins):
                break
            if (
                word.key in {"ب", "ل"}
                or (word.noun and word.noun.object)
                or (word.key[0] == "ل" and word.common and not word.key.startswith("لل") and not word.head)
                or (word.key[0] == "ب" and at not in self.starts and brings_in(word))
            ):
                break
            if word.key[0] == "ل" and (
                self._addressed(at) or word.key in AUDIENCES or (at == first + 1 and self._told(at))
            ):
                break
            at += 1
        while (
            at > first + 1
            and ((word := self.tokens.words[at - 1]) is None or word.stop)
            and (at - 1 not in self.at and (word is not None or self.tokens.keys[at - 1] == "و"))
        ):
            at -= 1  # نفسها behind على and the like never end a name
        return at

    def _is_set_off(self, at: int, end: int) -> bool:
        """Tell whether a comma and somebody's title or kin follow a first name (وأكد سمير، نجل الرئيس، النبأ)."""
        title = self.starts.get(at + 1)
        return at < end and self.tokens.keys[at] in _COMMAS and title is not None and title.kind == "office"

    def _are_his(self, at: int, key: str) -> bool:
        """Tell whether a word is somebody with a pronoun of whose they are (محاموه، أنصارها، مدربه)."""
        stems = {key[: -len(ending)] for ending in _WHOSE if key.endswith(ending)}
        whose = not key.endswith("ه") or self._is_his(at)
        return whose and any(stem in PEOPLE_HEADS or stem in HEADS for stem in stems)

    def _is_his(self, at: int) -> bool:
        """Tell whether a noun ends with a pronoun that folds as the feminine ending (خصومه)."""
        return self.tokens.text[self.tokens.ends[at] - 1] == "ه"

    def _not_so(self, at: int, end: int) -> bool:
        """Tell whether غير and an adjective go on with a noun phrase (منظمة غير حكومية)."""
        word = self.tokens.words[at + 1] if at + 1 < end else None
        return self.tokens.keys[at] == "غير" and word is not None and word.key.endswith(("ي", "يه"))

    def _told(self, at: int) -> bool:
        """Tell whether لل behind a word that no list knows, so a name, tells to whom (وقال والاس للتايمز)."""
        before = self.tokens.words[at - 1]
        if before is None or not self.tokens.keys[at].startswith("لل") or before.key.startswith("ال"):
            return False
        return not (before.common or before.head or before.body or before.state or plain(before) in PEOPLE_HEADS)

    def _has_article(self, at: int) -> bool:
        """Tell whether a noun has its article, and is no name that begins with other letters (ألبرت)."""
        return self.tokens.keys[at].startswith("ال") and self.tokens.text[self.tokens.starts[at]] == "ا"

    def _closed(self, at: int, inner: Found) -> bool:
        """Tell whether a noun phrase ends before its object (نشطاء في بريطانيا، اتهمت الدول الأربع الدوحة)."""
        word = self.tokens.words[inner.first]
        apart = (
            word is not None
            and not (word.state or word.inside)
            and inner.kind in {"state", "body"}
            and inner.start == self.tokens.starts[inner.first]
        )
        if apart and self._has_article(at) and self._has_article(inner.first):
            return True
        state = self.at.get(at)
        return state is not None and state.kind == "state" and self.tokens.keys[state.first - 1] == "في"

    def _addressed(self, at: int) -> bool:
        """Tell whether a word names the outlet that somebody speaks to (لرويترز)."""
        inner = self.starts.get(at)
        return inner is not None and inner.start == self.tokens.starts[at] + 1 and inner.kind == "body"

    def _goes_on(self, at: int) -> bool:
        word = self.tokens.words[at]
        inner = self.starts.get(at)
        return word is not None and (
            (inner is not None and inner.kind in {"state", "body"}) or plain(word) in PEOPLE_HEADS
        )

    def _done_by(self, first: int, last: int, end: int) -> bool:
        """Tell whether a noun and its adjective stand before an object (أعلنت المرجعية العليا تضامنها مع ...)."""
        keys, words = self.tokens.keys, self.tokens.words
        if last < first + 2 or not all(map(self._has_article, range(first, last))):
            return False
        while last < end and (keys[last] in _COMMAS or ((word := words[last]) is not None and word.time)):
            last += 1
        word = words[last] if last < end else None
        if word is None or word.stop or word.cue or word.key.startswith(("ال", "و", "ل")) or last in self.starts:
            return word is not None and word.noun is not None and word.noun.object
        return word.common or word.key.endswith(("ها", "هم"))

    def _said(self, at: int, end: int) -> bool:
        """Tell whether content begins right behind a noun phrase, which is then the subject."""
        keys, words = self.tokens.keys, self.tokens.words
        while at < end and (
            ((word := words[at]) is not None and (word.time or keys[at] in _GLUE)) or keys[at] in _COMMAS
        ):
            if word is not None and word.that:
                return True
            at += 1
        if at >= end:
            return False
        word = words[at]
        if keys[at] in _RELATIVES and keys[at - 1] in _COMMAS:
            ahead = range(at + 1, min(at + _AHEAD, end))
            return any(keys[index] == ":" or ((inner := words[index]) is not None and inner.that) for index in ahead)
        if keys[at] == "في" and at + 1 < end and keys[at + 1] in {"بيان", "تقرير", "تصريح", "تصريحات"}:
            return True
        return keys[at] in {":", "..", "الي", "علي", "عن"} or at in self.spans or (word is not None and word.that)
