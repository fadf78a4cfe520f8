"""Subjects: the words behind a verb that name who speaks, up to where the subject ends.

A subject is a mention with its appositions and with whom و joins to it, a document with whose it is, or a noun phrase
that names nobody (مصادر دبلوماسية).
"""

from msgspec.structs import replace

from schemas.ids import unknown_actor_id
from streams.lexicon.wording import PEOPLE_HEADS, folded
from streams.quotes.documents import Documents
from streams.quotes.found import Found
from streams.quotes.marks import Span
from streams.quotes.phrases import alike, plain
from streams.quotes.speakers import Speaker, Speakers, is_outlet
from streams.quotes.surroundings import EACH

_MAX_SUBJECT = 14
_POINTERS = folded("هذه هذا هذان هولاء تلك ذلك")
_APPOSED = 8
_RELATIVES = folded("الذي التي والذي والتي البالغ البالغة")
#: Titles of whom others speak to.
_RULERS = folded("الرئيس الملك الوزير الوزيرة الأمير السلطان البابا السفير السفيرة")
_COMMAS = frozenset("،,")


class Subjects(Documents):
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
        if at < end and (of := self._share(at, end)):
            last = of if self.tokens.keys[of - 1] != "من" else self._phrase_end(of, end)
            start, stop = self.tokens.starts[at], self.tokens.ends[last - 1]
            name = self.tokens.text[start:stop]
            return (Speaker(None, name, start, stop, "speaker.after-verb", plural=True, human=True),), last
        if at + 2 < end and self.tokens.keys[at] in EACH and self.tokens.keys[at + 1] == "من":
            at, strict = at + 2, False  # كل من الوزير والسفير
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
        if (
            mention.kind == "office"
            and mention.full == mention.name
            and (named := self._named_behind(last, end, far=self._whole(mention)))
        ):
            return (replace(self._speaker(named, named.last), start=mention.start),), self._apposition(named.last, end)
        if mention.kind == "office" and mention.full == mention.name and (person := self._apposed(last, end)):
            found = [replace(self._speaker(person, person.last), start=mention.start)]
            last = person.first - 1
        elif mention.kind == "office" and mention.full == mention.name and (comma := self._set_off_name(last, end)):
            name = self.tokens.slice(comma + 1, comma + 3)
            found = [replace(found[0], name=name, actor=unknown_actor_id(name))]
            last = comma + 4
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

    def _named_behind(self, at: int, end: int, *, far: bool) -> Found | None:
        """Find the name behind an office told at length (المبعوث الأميركي إلى الشرق الأوسط جيسون حداد).

        Args:
            at: Where the name may begin.
            end: Token after the last one of the sentence.
            far: Whether more of the office may come first.
        """
        for index in range(at, min(at + (_APPOSED if far else 1), end)):
            person, word = self.starts.get(index), self.tokens.words[index]
            if person is not None and person.kind == "person" and person.start == self.tokens.starts[index]:
                rank = word is not None and (word.honorific or person.named == index) and word.key not in _RULERS
                return person if index == at or (rank and self._ends(person.last, end)) else None
            if word is None or word.cue or word.that or word.time or word.acts or word.according or word.joined:
                break
            if word.key in _RELATIVES:
                break
        return None

    def _whole(self, mention: Found) -> bool:
        """Tell whether an office is a definite one, which a name may follow."""
        return bool(mention.state) or any(
            key.startswith("ال") for key in self.tokens.keys[mention.first : mention.last + 1]
        )

    def _ends(self, at: int, end: int) -> bool:
        """Tell whether a subject ends at a token: before أن, a pause, marks, or what tells when, where or to whom."""
        word = self.tokens.words[at] if at < end else None
        if word is None:
            return at < end and (self.tokens.keys[at] in _COMMAS or self.tokens.keys[at] == ":" or at in self.spans)
        return word.that or word.time or word.stop or word.key[0] == "ل"

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

    def _set_off_name(self, at: int, end: int) -> int:
        """Return the comma before a first name and one ordinary word that commas set off behind an office, or 0.

        Surnames are ordinary words too (مدير المركز الوطني، جمال عيد، إن).
        """
        keys, words = self.tokens.keys, self.tokens.words
        comma = next((index for index in range(at, min(at + _APPOSED, end - 3)) if words[index] is None), 0)
        if not comma or keys[comma] not in _COMMAS or keys[comma + 3] not in _COMMAS:
            return 0
        if any(word is None or word.cue or word.that or word.time for word in words[at:comma]):
            return 0
        first, second = words[comma + 1], words[comma + 2]
        if first is None or second is None or not first.given or first.common:
            return 0
        return 0 if second.stop or second.cue or second.that or second.time or second.acts else comma

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
            if word.key[0] == "ل" and at == mention.last and (whose := self._whose(mention, at)):
                at = whose.last
                continue
            if word.key in {"الخاصه", "الخاص"} and at + 1 < end and self.tokens.keys[at + 1][0] in "بل":
                at += 2
                continue
            if word.key[0] == "ب" and (inner := self.starts.get(at)) and inner.kind in {"state", "body"}:
                at = inner.last
                continue
            break
        return at

    def _whose(self, mention: Found, at: int) -> Found | None:
        """Find whose adviser or spokesman somebody without an article is (مستشار لرئيس الحكومة), no outlet told."""
        whose = self.starts.get(at)
        if whose is None or whose.start == self.tokens.starts[at] or self._has_article(mention.first):
            return None
        return None if whose.kind == "document" or is_outlet(self._speaker(whose, whose.last)) else whose

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
