"""Subjects: the words behind a verb that name who speaks, up to where the subject ends.

A subject is a mention with its appositions and with whom و joins to it, a document with whose it is, or a noun phrase
that names nobody (مصادر دبلوماسية).
"""

from msgspec.structs import replace

from streams.lexicon.wording import AUDIENCES, PEOPLE_HEADS, QUANTIFIERS, folded
from streams.quotes.found import Found
from streams.quotes.marks import Span
from streams.quotes.mentioned import Mentioned
from streams.quotes.phrases import alike, brings_in, is_bare, is_nominative, leaves, opens_phrase, plain
from streams.quotes.speakers import Speaker, Speakers
from streams.quotes.tokens import Word

_MAX_SUBJECT = 14
_POINTERS = folded("هذه هذا هذان هولاء تلك ذلك")
_APPOSED = 8
_AHEAD = 25
_RELATIVES = folded("الذي التي الذين البالغ البالغة")
_COMMAS = frozenset("،,")
_MANY = ("ان", "ون", "ين")
_PRONOUNS = ("ته", "تها", "يه", "يها", "اعه", "اعها")
_ISSUED = folded("تابع تابعة اعدته اعدها اعدتها صادر صدر صادره عن من ل نشرته نشره اصدرته اصدره اصدرتها لوزاره")
_GLUE = folded("ان قد لقد ايضا كان كانت اليوم امس")
_FEMININE = folded("مصادر وسائل جهات أوساط صحف")


class Subjects(Mentioned):
    """Reads subjects in one article."""

    # -- who is named ----------------------------------------------------------------------------------------------

    def subject(self, at: int, end: int, *, strict: bool, governed: bool = False) -> tuple[Speakers, int]:
        """Read the subject that begins at a token.

        Args:
            at: Where the subject would begin.
            end: Token after the last one of the sentence.
            strict: Whether a noun phrase that is no mention counts only if it surely names people.
            governed: Whether it stands behind a preposition (وفقا لـ), so is no subject of a verb.

        Returns:
            The speakers, perhaps none, and the token after them.
        """
        at = self._over_span(at)
        pointed = at < end and (self.tokens.keys[at] in _POINTERS or self._counted(at, end))
        at += pointed
        if pointed and at < end and self.tokens.keys[at] == "المره":
            return (), at
        mention = self.starts.get(at)
        if mention is not None and not self._is_content(mention, strict=strict):
            return self._again(*self._mentioned(mention, end))
        found, last = self._phrase(at, end, strict=strict, governed=governed)
        if not found and mention is not None and mention.kind == "office" and mention.last > at + 1:
            return self._mentioned(mention, end)
        return self._again(found, last)

    def _counted(self, at: int, end: int) -> bool:
        """Tell whether a number of people stands at a token (3 مصادر)."""
        word = self.tokens.words[at + 1] if at + 1 < end else None
        return word is not None and self.tokens.keys[at].isdigit() and plain(word) in PEOPLE_HEADS

    def marked(self, span: Span) -> Speakers:
        """Read a marked name that nothing knows as a subject (وتشير "أطباء البلاد" إلى أن)."""
        start, end = self.tokens.starts[span.first], self.tokens.ends[span.last - 1]
        return (Speaker(None, self.tokens.text[start:end], start, end, "speaker.after-verb"),)

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

    def _over_span(self, at: int) -> int:
        """Step into marks round a name (قال "أبو محمد" إن)."""
        span = self.spans.get(at)
        return span.first if span and span.scare and span.first in self.starts else at

    def _is_content(self, mention: Found, *, strict: bool) -> bool:
        """Tell whether a mention right behind a verb with bare content is rather that content (أعلنت بيانا)."""
        return strict and mention.kind == "office" and not (mention.state or mention.actor or self._definite(mention))

    def _definite(self, mention: Found) -> bool:
        word = self.tokens.words[mention.first]
        return word is not None and (word.definite or word.head in PEOPLE_HEADS)

    def _mentioned(self, mention: Found, end: int) -> tuple[Speakers, int]:
        """Read a mention with its appositions and those joined to it."""
        if mention.kind == "document":
            return self._document(mention, end)
        last = self._long(mention, end)
        found = [self._speaker(mention, last)]
        if mention.kind == "office" and mention.full == mention.name and (named := self._right_behind(last)):
            return (replace(self._speaker(named, named.last), start=mention.start),), self._apposition(named.last, end)
        if mention.kind == "office" and mention.full == mention.name and (person := self._apposed(last, end)):
            found = [replace(self._speaker(person, person.last), start=mention.start)]
            last = person.first - 1
        last = self._apposition(last, end)
        while last < end:
            joined = self.starts.get(last)
            if joined is None or joined.start == self.tokens.starts[last] or self.tokens.keys[last][0] != "و":
                break
            if joined.kind == "document" or not alike(mention, joined):
                break
            found.append(self._speaker(joined, joined.last))
            last = self._apposition(joined.last, end)
        return tuple(found), last

    def _right_behind(self, at: int) -> Found | None:
        """Find the name right behind an office told at length (رئيس المركز في الجيش العميد أحمد بوردستان)."""
        person = self.starts.get(at)
        if person is None or person.kind != "person" or person.start != self.tokens.starts[at]:
            return None
        return person

    def _apposed(self, at: int, end: int) -> Found | None:
        """Find the name that commas set off behind an office told at length (المحلل في شؤون آسيا، روبرت كيلي، إن)."""
        for index in range(at, min(at + _APPOSED, end - 1)):
            word = self.tokens.words[index]
            if word is None:
                person = self.starts.get(index + 1) if self.tokens.keys[index] in _COMMAS else None
                return person if person is not None and person.kind == "person" else None
            if word.cue or word.that or word.time:
                break
        return None

    def _long(self, mention: Found, end: int) -> int:
        """Go on over what narrows an office or body without a name (مسؤول في وزارة ...)."""
        if mention.kind not in {"office", "body"} or (mention.actor and not mention.actor.startswith("x-")):
            return mention.last
        if mention.full != mention.name:
            return mention.last
        at = mention.last
        while at < end and at - mention.first < _MAX_SUBJECT:
            word = self.tokens.words[at]
            if word is None or word.that or word.cue or word.time or word.according:
                break
            if word.key in {"في", "من"} and (inner := self.starts.get(at + 1)) and inner.kind in {"state", "body"}:
                at = inner.last
                continue
            if word.key in {"رفيع", "رفيعه"} and at + 1 < end and self.tokens.keys[at + 1] == "المستوي":
                at += 2
                continue
            if word.key in {"الخاصه", "الخاص"} and at + 1 < end and self.tokens.keys[at + 1][0] in "بل":
                at += 2
                continue
            if word.key[0] == "ب" and (inner := self.starts.get(at)) and inner.kind in {"state", "body"}:
                at = inner.last
                continue
            break
        return at

    def _apposition(self, last: int, end: int) -> int:
        """Step over a parenthesis and over a title or name set off by commas behind a mention."""
        keys = self.tokens.keys
        if last < end and keys[last] == "(":
            close = next((i for i in range(last + 1, min(last + 8, end)) if keys[i] == ")"), None)
            last = close + 1 if close else last
        title = self.starts.get(last)
        if title and title.kind == "office" and title.start == self.tokens.starts[last]:
            return self._long(title, end)
        if last + 1 < end and keys[last] in _COMMAS:
            following = self.starts.get(last + 1)
            if following and following.kind in {"office", "person"} and following.start == self.tokens.starts[last + 1]:
                last = self._long(following, end)
                last = last + 1 if last < end and keys[last] in _COMMAS else last
        return last

    def _document(self, mention: Found, end: int) -> tuple[Speakers, int]:
        """Read a statement with whose it is: its issuer speaks (بيان للجيش), else the statement itself."""
        at, bare = mention.last, is_bare(self.tokens.words[mention.first])
        while at < end and (word := self.tokens.words[at]) is not None and at - mention.first < _MAX_SUBJECT:
            owner = self.starts.get(at)
            if owner is not None and owner.kind != "document":
                before = self.tokens.words[at - 1]
                if at > mention.last and before is not None and before.body:
                    at = owner.last  # a statement of somebody's office is the office's
                    break
                speaker = self._speaker(owner, owner.last)
                speaker = replace(speaker, start=mention.start, rule="speaker.issuer", human=False, feminine=False)
                self.issuer = speaker
                return (speaker,), owner.last
            passed = word.key == "عن" and at == mention.last and bare
            if passed or not self._goes_on_with(word):
                break
            goes_on = word.key in _ISSUED or bool(word.body) or self.tokens.keys[at - 1] in {"عن", "من", "ل"}
            if not goes_on and (not word.key.startswith(("ال", "لل")) or is_bare(self.tokens.words[mention.first])):
                break
            at += 1
        while (
            at > mention.last and (word := self.tokens.words[at - 1]) is not None and (word.stop or word.key in _ISSUED)
        ):
            at -= 1
        end_at = self.tokens.ends[at - 1]
        words = self.tokens.words[mention.first]
        if at == mention.last and is_bare(words) and self.issuer:
            issuer = replace(self.issuer, start=mention.start, end=end_at, rule="speaker.issuer")
            return (issuer,), at
        name = self.tokens.text[mention.start : end_at]
        if at == mention.last and is_bare(words) and self.document:
            name = self.document
        elif at > mention.first + 1:
            self.document = name
        return (Speaker(None, name, mention.start, end_at, "speaker.document", feminine=False),), at

    @staticmethod
    def _goes_on_with(word: Word) -> bool:
        """Tell whether a document's name or what says whose it is may go on with a word."""
        closed = word.that or word.cue or word.time or word.according
        return not closed and (not word.stop or word.key in _ISSUED)

    def _phrase(self, at: int, end: int, *, strict: bool, governed: bool) -> tuple[Speakers, int]:
        """Read a noun phrase that is no mention (مصادر دبلوماسية، سكان، إنجه)."""
        word = self.tokens.words[at] if at < end else None
        if word is None or not opens_phrase(word, strict=not governed) or not (governed or is_nominative(word)):
            return (), at
        people = plain(word) in PEOPLE_HEADS or self._many(at, end)
        if strict and not people and word.key.endswith(("ها", "هم")):
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
        if word.key in QUANTIFIERS:
            feminine = None
        plural = word.key.endswith(("ون", "ين", "ان")) and len(word.key) > 4  # noqa: PLR2004 -- a stem and its ending
        return (
            Speaker(
                None, name, start, self.tokens.ends[last - 1], "speaker.after-verb", feminine, plural, human=people
            ),
        ), last

    def _named_in(self, first: int, last: int) -> Found | None:
        """Find the name that closes a noun phrase (وزير خارجيته أيمن الصفدي), not whose it is (محامو صبري)."""
        if self.tokens.keys[first].endswith(_MANY):
            return None
        for at in range(first + 2, last):
            person = self.starts.get(at)
            if person is not None and person.kind == "person" and person.last == last:
                before, key = self.tokens.words[at - 1], self.tokens.keys[at - 1]
                closed = self._has_article(at - 1) or (before is not None and before.state) or key.endswith(_PRONOUNS)
                return person if closed else None
        return None

    def _phrase_end(self, first: int, end: int) -> int:  # noqa: C901 -- one test for each way to end
        at = first + 1
        while at < end and at - first < _MAX_SUBJECT:
            word = self.tokens.words[at]
            if word is None:
                if at in self.spans and self.spans[at].scare:
                    at = self.spans[at].closing
                    continue
                break
            inner = self.starts.get(at)
            if inner is not None and at - first > 1 and inner.kind != "document" and self._closed(at - 1, inner):
                break
            if word.key in _POINTERS and at == first + 1:
                at += 1
                continue
            if leaves(
                word, self.tokens.words[at - 1], definite=self._has_article(at - 1), article=self._has_article(at)
            ):
                break
            if at - first > 1 and word.key.endswith(("هم", "ها", "هما")):
                break
            joins = word.key in {"من", "في"} and at + 1 < end and self._goes_on(at + 1)
            if word.that or word.cue or word.time or word.according or (word.stop and not joins):
                break
            if (
                word.key in {"ب", "ل"}
                or (word.noun and word.noun.object)
                or (word.key[0] == "ل" and word.common and not word.key.startswith("لل"))
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
