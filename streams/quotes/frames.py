"""Frames: what follows a verb of speech, up to where its content begins.

`Frames.read` walks once from the verb to where its content begins: over the subject and over what tells when, where
and to whom, to أن, to a preposition that the verb governs, to a colon, to a mark or to a bare noun phrase.
"""

from streams.lexicon.cues import Cue
from streams.lexicon.wording import folded
from streams.quotes import surroundings
from streams.quotes.circumstances import COMMAS, Circumstances
from streams.quotes.frame import Frame
from streams.quotes.marks import Span
from streams.quotes.phrases import to_whom
from streams.quotes.scare import TITLES
from streams.quotes.sources import Sources
from streams.quotes.tokens import MARKS, Tokens, Word

#: Determiners that open a noun phrase (نفى أي علاقة، رفض كل هذه الاتهامات).
_ANY = folded("أي أية كل كلا")
#: Words of which من tells whose they are (حذر عددا من البنوك من ...).
_SHARES = folded("عددا عدد العديد مزيدا بعضا كلا أيا واحدا كثيرا")
#: Who was named last (قبل أن تعلن الأخيرة فشلها).
_LATTER = folded("الأخير الأخيرة")
_SHORT = 3
_TERM = 2
_REST = 6
_APPOSED = 12
_AHEAD = 25


class Frames:
    """Reads frames in one article.

    Args:
        tokens: The article.
        sources: Who speaks in it.
    """

    def __init__(self, tokens: Tokens, sources: Sources) -> None:
        self.tokens = tokens
        self.sources = sources
        self.spans = sources.spans

    def read(
        self, at: int, cue: Cue, end: int, *, led: bool = False, aside: tuple[int, int] | None = None
    ) -> Frame | None:
        """Read what follows the verb at a token.

        Args:
            at: The verb.
            cue: What it is.
            end: Token before which the content has to begin: the next verb or the end of the sentence.
            led: Whether the subject stands before the verb.
            aside: First token of a clause about the subject, with a verb of its own, and where it has ended.
        """
        return _Walk(self, at, cue, end, led=led, aside=aside).run()

    def after_that(self, at: int, end: int) -> bool:
        """Tell whether أن or a colon comes before `end`."""
        words, keys = self.tokens.words, self.tokens.keys
        for index in range(at, min(at + 25, end)):
            if keys[index] == ":" or ((word := words[index]) is not None and word.that):
                return True
        return False


class _Walk(Circumstances):
    def __init__(
        self, frames: Frames, at: int, cue: Cue, end: int, *, led: bool, aside: tuple[int, int] | None
    ) -> None:
        super().__init__(frames.tokens, frames.sources, at, cue, end)
        self.frames = frames
        self.tried = led or cue.form == "participle" or (cue.form == "noun" and cue.object)
        self.relative = False
        self.content = -1
        self.aside = aside or (end, end)

    def run(self) -> Frame | None:
        while self.at < self.end:
            if self.aside[0] <= self.at < self.aside[1]:
                self.at, self.adjunct = self.aside[1], False
                continue
            here = self.at
            found = self._step()
            if found is not None:
                return found
            self.at = max(self.at, here + 1)
        return None

    def _frame(self, start: int, rule: str, span: Span | None = None, *, bare: bool = False) -> Frame | None:
        accused = rule in {"clause.by", "clause.that", "described.as"} and self.cue.lemma in surroundings.STRICT
        if self.content < 0 and accused and not self.object:
            if not self.speakers:
                return None  # اتهموا بالفساد without anybody behind it is a passive
            self.speakers = ()
        if self.speakers and self.content < 0 and self._needs_object(rule, bare=bare):
            self.speakers = ()
        start += start < self.end and self.tokens.keys[start] == "#"
        if start >= len(self.tokens) or (self.tokens.words[start] is None and start not in self.frames.spans):
            return None
        if start > self.end or (start == self.end and rule.startswith("clause") and rule != "clause.that"):
            return None
        return Frame(self.speakers, start, rule, span or self.frames.spans.get(start), bare, self.via)

    def _needs_object(self, rule: str, *, bare: bool) -> bool:
        """Tell whether the one noun phrase behind a verb is its object, not its subject (وصف التصريحات بأنها ...)."""
        if self.cue.lemma in {"ابلغ", "اخبر"}:
            return rule == "clause.that" and not self.speakers[0].plural
        if "as" in self.cue.frames and not (self.object or bare or self.speakers[0].actor or self.speakers[0].human):
            return rule in {"described.as", "marks.after-cue"}
        return "as" in self.cue.frames and not self.object and not bare and rule in {"described.as", "marks.after-cue"}

    def _step(self) -> Frame | None:  # noqa: PLR0911 -- one return for each case
        span = self.frames.spans.get(self.at)
        if span is not None:
            return self._span(span)
        word, key = self.tokens.words[self.at], self.tokens.keys[self.at]
        if word is None:
            return self._punctuation(key)
        if key == "و" and self.content < 0 and self.tokens.keys[self.at - 1] in MARKS and self._joined_name():
            return None
        if word.that or (
            key[:3] == "لان" and "إ" in self.tokens.text[self.tokens.starts[self.at] : self.tokens.ends[self.at]]
        ):
            return self._that(word)
        told = self.frames.sources.starts.get(self.at)
        named = told is not None and told.kind == "person" and key == "علي"
        found = None if named else self._linked(word)
        if found is not None:
            return found
        if self._over(word):
            return None
        if key[0] == "ل" and not self.tried and to_whom(word) and "ila" not in self.cue.frames:
            self.at = told.last if told else self.at + 1
            return None
        plain = not (word.stop or word.time or key in surroundings.ADVERBS)
        named = named or plain or key in surroundings.POINTERS or self._is_each()
        if not self.tried and not self.adjunct and named and self._subject():
            return None
        return self._content(word)

    def _span(self, span: Span) -> Frame | None:
        frames = self.cue.frames
        later = span.size <= _SHORT and self.frames.after_that(span.closing, self.end)
        later = later or (span.size <= _REST and not self.tried and self._is_that(span.closing))
        if span.scare or later:
            if not self.tried and not self.adjunct:
                self.tried = True
                self.speakers, last = self.frames.sources.subject(self.at, self.end, strict=True)
                self.speakers = self.speakers or self.frames.sources.marked(span)
                span.used = True
                self.at = max(span.closing, last)
                return None
            self.content = span.opening if self.content < 0 else self.content
            self.at = span.closing
            self.adjunct = self.adjunct or "np" not in frames
            return None
        if "np" in frames and not self.adjunct:
            return self._frame(self.at, "clause.noun")
        ends = self.cue.lemma in surroundings.UTTERING and span.closing >= self.end - 1
        ends = ends or (self.content >= 0 and "as" in frames)  # اعتبر الحكم الصادر عن المحكمة "هزيمة أخرى"
        if self.adjunct and span.size <= _TERM and self.tokens.keys[self.at - 1] not in COMMAS and not ends:
            self.at = span.closing
            return None
        if frames & {"q", "an", "as", "from", "by"} and not self._completes(span):
            return self._frame(self.at, "marks.after-cue", span)
        self.at = span.closing
        return None

    def _joined_name(self) -> bool:
        """Step over a second marked name of the subject (مراسلة "العربية" و"الحدث")."""
        span = self.frames.spans.get(self.at + 1)
        if span is None or not span.scare or not self.speakers:
            return False
        self.at = span.closing
        return True

    def _completes(self, span: Span) -> bool:
        """Tell whether a marked term completes a preposition that is not the verb's (للتوصل إلى "هدنة")."""
        frames, before = self.cue.frames, self.tokens.keys[self.at - 1]
        if before not in surroundings.PREPOSITIONS or span.size > _TERM:
            return False
        governed = surroundings.LINKS.get(before) in frames or (before == "ب" and frames & {"by", "as"})
        return not governed

    def _punctuation(self, key: str) -> Frame | None:
        frames = self.cue.frames
        if key == ":" and not TITLES.isdisjoint(self.tokens.keys[self.verb : self.at]):
            self.at = self.end
            return None
        if key == ":" or (key == ".." and "q" in frames and "weak" not in frames):
            start = self.at + 1
            word = self.tokens.words[start] if start < len(self.tokens) else None
            span = self.frames.spans.get(start)
            if span is not None and span.scare and not self.tried and self.frames.after_that(span.closing, self.end):
                self.at = start
                return None
            if span is not None:
                return self._frame(start, "marks.after-colon", span)
            if word is not None and word.that and start + 1 < len(self.tokens):
                return self._frame(start + 1, "clause.that")
            return self._frame(start, "colon.bare", bare=True)
        if key == "-" and self._joins(self.at):
            self.at += 1
        elif key == "(":
            close = next(
                (i for i in range(self.at, min(self.at + 12, self.end)) if self.tokens.keys[i] == ")"), self.at
            )
            self.at = close
            self.tried = self.tried or (not self.speakers and self._is_adjective(close + 1))
        pause = self.tokens.keys[self.at] in COMMAS
        self.adjunct = self.adjunct and not pause
        self.relative = self.relative or (bool(self.speakers) and pause)
        self.at += 1
        return None

    def _that(self, word: Word) -> Frame | None:
        frames = self.cue.frames
        apart = self.tokens.keys[self.at - 1] == "من" and self.tokens.keys[self.at - 2] in {"بدلا", "اكثر", "بالرغم"}
        governed = surroundings.LINKS.get(self.tokens.keys[self.at - 1])
        called = governed == "ala" and "as" in frames  # تصفها على أنها ...
        apart = apart or (governed is not None and governed not in frames and not called)
        if apart or self.tokens.keys[self.at - 1] in surroundings.NOT_THAT or word.key[0] in "وف":
            self.adjunct = True
            self.at += 1
            return None
        described = "as" in frames and (word.key.startswith("ب") or called)
        if frames & {"an", "np", "q", "about", "ala", "from", "ila", "by"} or described:
            return self._frame(self.at + 1, "described.as" if described and "an" not in frames else "clause.that")
        self.at += 1
        self.adjunct = True
        return None

    def _linked(self, word: Word) -> Frame | None:  # noqa: PLR0911 -- one return for each case
        """Read content behind a preposition that the verb governs."""
        frames, at = self.cue.frames, self.at
        name = surroundings.LINKS.get(word.key) if self.tokens.keys[at - 1] not in _SHARES else None
        following = self.tokens.words[at + 1] if at + 1 < self.end else None
        how = name == "ala" and following is not None and following.key in surroundings.HOW
        if name in frames and (how or self._again(word.key)):
            return None
        if name in frames and (following is not None or at + 1 in self.frames.spans):
            if following is not None and following.that:
                return self._frame(at + 2, "clause.that")
            if self.cue.lemma in surroundings.LAID_ON and self.content >= 0:
                return self._frame(self.content, "clause.to")  # أرجع التأخير إلى الطقس
            if not self.adjunct or not self._is_place(at + 1):
                return self._frame(at + 1, surroundings.RULES[str(name)])
        if word.key == "ل" and (following is not None or at + 1 in self.frames.spans):
            span = self.frames.spans.get(at + 1)
            self.at = span.closing - 1 if span else at + 1
            return None
        if word.key[0] == "ب" and (found := self._by(word)):
            return found
        if self._calls_for(word):
            return self._frame(at, "clause.to")
        if "liable" in frames and word.key in {"مسووليه", "المسووليه"} and self.content >= 0:
            return self._frame(self.content, "clause.noun")
        return None

    def _by(self, word: Word) -> Frame | None:
        """Read content behind بـ, unless that tells where it was said (بتقريرها أن)."""
        frames, at, keys = self.cue.frames, self.at, self.tokens.keys
        ahead = min(at + _SHORT + _TERM, self.end)
        if "an" in frames and surroundings.is_setting(word.key) and self.frames.after_that(at + 1, ahead):
            return None
        start = at + 1 if word.key == "ب" else at
        far = "علي" not in keys[at - _REST : at] and self.cue.lemma in surroundings.FAR and not self._is_place(at)
        if "by" in frames and (far or not self.adjunct) and surroundings.is_by(word, keys[at]) and not self._within(at):
            return self._frame(start, "clause.by")
        if "as" in frames and not self.adjunct and (word.key == "ب" or word.key.startswith("بال")):
            return self._frame(start, "described.as")
        return None

    def _again(self, key: str) -> bool:
        """Tell whether a preposition of a relative clause comes again behind it, where content begins."""
        keys, words, ahead = (
            self.tokens.keys,
            self.tokens.words,
            range(self.at + 2, min(self.at + _AHEAD, self.end - 1)),
        )
        following = words[self.at + 1] if self.at + 1 < self.end else None
        for at in ahead:
            if keys[at] == key and keys[at + 1] != "جانب":
                that = (word := words[at + 1]) is not None and word.that
                if (self.relative and keys[at - 1] in COMMAS) or (
                    that and following is not None and not following.that
                ):
                    return True
        return False

    def _calls_for(self, word: Word) -> bool:
        """Tell whether what somebody calls for begins with لـ (دعا إلى ... لتعزيز)."""
        if (
            self.cue.lemma not in {"دعا", "دعوه"}
            or self.adjunct
            or word.key[0] != "ل"
            or len(word.key) <= surroundings.MIN_BY
        ):
            return False
        return self.tried or self.at not in self.frames.sources.starts

    def _subject(self) -> bool:
        """Try to read the subject; tell whether the walk went on over it."""
        told = self.frames.sources.starts.get(self.at)
        governed = told is not None and told.start > self.tokens.starts[self.at]
        if (governed and self.tokens.keys[self.at][0] in "بلك") or self._within(self.at):
            return False
        self.tried = True
        frames = self.cue.frames
        if self.cue.number > 1:  # a verb in the plural comes behind its subject
            return False
        if told is not None and self.cue.lemma in surroundings.TRANSITIVE and self.tokens.keys[self.at].endswith("يين"):
            self.content, self.at = self.at, told.last
            return True
        told_of = self.object and frames & {"as", "by"} and self.at == self.verb + 1 and not self._calls_so()
        strict = (bool(frames & {"np", "by"}) and not told_of) or self._calls_so()
        found, last = self.frames.sources.subject(self.at, self.end, strict=strict)
        told_of = bool(found) and self._is_told_of(told, found[0])
        if not found or (told_of and self.object):
            return False
        if told_of:
            self.content, self.at = self.at, last
            return True
        self.speakers = found
        self.at = last - 1 if last - 1 in self.frames.spans else last  # one mark closes a name and opens what is said
        return True

    def _content(self, word: Word) -> Frame | None:
        """Take bare content, or step over a word that only tells when, where or to whom."""
        mention = self.frames.sources.starts.get(self.at)
        if mention is not None and mention.start > self.tokens.starts[self.at] and word.key[0] == "ل":
            self.at = mention.last
            return None
        if word.key in surroundings.THEM:
            self.content, self.tried = self.at, True
            self.at += 1
            return None
        if self._is_passing(word):
            if word.key.removeprefix("و") in surroundings.WHEN:
                self._when()
            self.at += 1
            return None
        plain = (not (word.stop or word.according) or word.key in _ANY) and not word.key.startswith(("لو", "لص", "لق"))
        if "np" in self.cue.frames and self.tried and plain and not (self.object and self.cue.form != "noun"):
            placed = self.adjunct and "weak" not in self.cue.frames and self.speakers and not self.relative
            if not self.adjunct or (placed and self._behind_place(word)):
                return self._noun(word)
        if bare := self._bare(word, plain=plain):
            return self._frame(self.at, bare)
        self.content = self.at if self.content < 0 and plain else self.content
        if word.stop:
            self.adjunct = True
            self.relative = self.relative or (bool(self.speakers) and word.key in surroundings.RELATIVES)
        if not self.tried and word.stop:
            self.tried = True
        self.at += 1
        return None

    def _bare(self, word: Word, *, plain: bool) -> str:
        """Return the rule by which what begins here is content although its verb governs no bare noun, or nothing."""
        if self._pledges(word):
            return "clause.noun"
        called = self.content < 0 and plain and self._calls_so() and self.tried and not self.adjunct
        ahead = min(self.at + _REST, self.end)
        return "described.as" if called and not self.frames.after_that(self.at, ahead) else ""

    def _noun(self, word: Word) -> Frame | None:
        """Take a noun phrase as content, unless it goes on with the subject."""
        ahead = self.tokens.keys[self.at + 1] if self.at + 1 < self.end else ""
        definite = word.key.startswith("ال") and (ahead in COMMAS or self.at + 1 in self.frames.spans)
        if (self.speakers and definite) or (word.key in _LATTER and self.at == self.verb + 1):
            self.at += 1
            return None
        if (not self.speakers and self._before_colon()) or ("about" in self.cue.frames and self._before_about()):
            return None
        if "weak" in self.cue.frames and self.at not in self.frames.spans:
            self.adjunct = True
            self.at += 1
            return None
        if (self._rest_of_subject() or self._apposition()) if self.speakers else self._named_at_length(word):
            return None
        if word.key[0] == "و" and self.tokens.keys[self.at - 1] in COMMAS:
            self.adjunct = True
            self.at += 1
            return None
        return self._frame(self.at, "clause.noun")

    def _apposition(self) -> bool:
        """Step over a name or title that commas set off between a subject and أن."""
        if self.tokens.keys[self.at - 1] not in COMMAS:
            return False
        ends = (index for index in range(self.at, self.end) if self.tokens.words[index] is None)
        end = next(ends, self.end)
        if end - self.at > _APPOSED or not self.frames.after_that(end, self.end):
            return False
        if not self.speakers[0].actor or self.speakers[0].actor.startswith("x-"):
            self.speakers = self.frames.sources.called(self.at, end, self.speakers)
        self.at = end
        return True
