"""Circumstances: what stands between a verb of speech and its content and tells when, where or whom somebody asks."""

from streams.lexicon.cues import Cue
from streams.lexicon.grammar import COMING
from streams.lexicon.months import HIJRI, MONTHS
from streams.quotes import surroundings
from streams.quotes.found import Found
from streams.quotes.phrases import is_verbal
from streams.quotes.sources import Sources
from streams.quotes.speakers import Speaker, Speakers
from streams.quotes.tokens import Tokens, Word

#: Commas and dashes that set something off.
COMMAS = frozenset("،,؛-–—")
_LENGTH = 16
_REST = 6
#: Months of two words, of which the first alone tells a time (كانون الأول).
_MONTHS = frozenset(tuple(name.split(" ")) for name in (*MONTHS, *HIJRI) if name.count(" ") == 1)
#: Digits of a year.
_YEAR = 4
#: Words of time behind قبل or منذ, at most.
_SPAN = 3
_AHEAD = 25
#: No place is told in more words, في included.
_PLACE = 6
#: Words of time and of what goes on, which are no places.
_PLACED = COMING


class Circumstances:
    """Walks from a verb on, over what is neither its subject nor its content.

    Args:
        tokens: The article.
        sources: Who speaks in it.
        at: The verb.
        cue: What it is.
        end: Token before which the content has to begin.
    """

    def __init__(self, tokens: Tokens, sources: Sources, at: int, cue: Cue, end: int) -> None:
        self.tokens = tokens
        self.sources = sources
        self.cue = cue
        self.object = cue.object
        self.verb = at
        self.at = at + 1
        self.end = end
        self.speakers: Speakers = ()
        self.via: Speakers = ()
        self.tried = False
        self.adjunct = False

    def _over(self, word: Word) -> bool:  # noqa: PLR0911 -- one return for each case
        """Step over what tells when or where something was said (في وقت سابق، في بيان له) or whom somebody asks."""
        keys = self.tokens.keys
        if word.key in surroundings.FROM_WHOM and self.cue.lemma == "طلب" and not self.adjunct:
            self.at += 1
            return True
        if word.key == "من" and self.cue.lemma == "طلب" and not self.adjunct:
            self.at = self._asked(self.at + 1)
            self.tried = True
            return True
        if word.key == "نقلا" and keys[self.at + 1 : self.at + 2] == ["عن"]:
            self.speakers, self.via, self.at = self.sources.on_behalf(self.at + 2, self.end, self.speakers)
            return True
        if word.key == "علي" and self.cue.lemma == "اقترح" and not self.adjunct:
            self.at = self._asked(self.at + 1)
            self.tried = True
            return True
        if word.key in {"علي", "عبر"} and (last := surroundings.over_account(keys, self.at, self.end)) > self.at:
            self.at = last
            return True
        if word.key != "في" or self.at + 1 >= self.end:
            return False
        if keys[self.at + 1][0].isdigit() and not self.adjunct:
            self._over_date()
            return True
        return self._over_setting()

    def _over_setting(self) -> bool:
        """Step over في with what somebody spoke or wrote in (في بيان له، في مؤتمر صحفي عقده)."""
        keys, words = self.tokens.keys, self.tokens.words
        if keys[self.at + 1] not in surroundings.SETTINGS:
            return False
        at = self.at + 2
        while at < self.end and (inner := words[at]) is not None and keys[at] not in surroundings.WHEN:
            if keys[at] not in surroundings.SET_OFF and not inner.time:
                break
            at += 1
        self.adjunct = self.adjunct or keys[at - 1] in surroundings.HELD
        self.tried = self.tried or at not in self.sources.starts
        if self.speakers and keys[self.at + 1] == "بيان":
            self.sources.issuer = self.speakers[0]
        self.at = at
        return True

    def _asked(self, at: int) -> int:
        """Step over whom somebody asks, up to the definite noun that is asked for (من دول العالم التوقف عن ...)."""
        found, last = self.sources.subject(at, self.end, strict=False)
        if not found or at in self.sources.starts:
            return last if found else at
        chain = next((i + 1 for i in range(at, last) if self.tokens.keys[i].startswith("ال")), last)
        while (
            chain < last and (word := self.tokens.words[chain]) is not None and (word.state or word.key.endswith("يه"))
        ):
            chain += 1
        return chain

    def _over_date(self) -> None:
        """Step over في with the date behind it (في 6 كانون الأول/ديسمبر 2017)."""
        words, keys = self.tokens.words, self.tokens.keys
        self.at += 2
        while self.at < self.end and (
            keys[self.at] == "/"
            or keys[self.at].isdigit()
            or ((word := words[self.at]) is not None and (word.time or word.key in COMING))
        ):
            self.at += 1

    def _behind_place(self, word: Word) -> bool:
        """Tell whether a verbal noun begins behind في and where that is (أعلن المتحدث في القطاع مقتل ...).

        Behind a definite noun nothing without an article goes on with it.
        """
        keys, text, starts = self.tokens.keys, self.tokens.text, self.tokens.starts
        place = next((at for at in range(self.at - 2, self.at - _PLACE, -1) if keys[at] == "في"), -1)
        if (
            place < 0
            or not self._is_verbal(word)
            or keys[self.at - 1] in _PLACED
            or None in self.tokens.words[place : self.at]
        ):
            return False
        known = self.sources.at.get(self.at - 1)
        definite = keys[self.at - 1].startswith("ال") and text[starts[self.at - 1]] != "أ"
        return definite or (known is not None and known.kind == "state")

    def _when(self) -> None:
        """Step over قبل ذلك or منذ أيام; what else follows is told of the circumstances."""
        here = self.at
        while (
            self.at + 1 < self.end
            and self.at - here < _SPAN
            and (following := self.tokens.words[self.at + 1]) is not None
            and (following.time or following.key in surroundings.SPANS)
        ):
            self.at += 1
        if self.at == here:
            self.adjunct = self.tried = True

    def _is_day(self) -> bool:
        """Tell whether a number is the day of a date (29 كانون الأول)."""
        following = self.tokens.words[self.at + 1] if self.at + 1 < self.end else None
        return self.tokens.keys[self.at].isdigit() and following is not None and following.time

    def _ends_date(self) -> bool:
        """Tell whether a word is the second of a month's name, or a number the year behind one (كانون الأول 2017)."""
        here, *before = self.tokens.keys[max(self.at - 2, 0) : self.at + 1][::-1]
        if here.isdigit() and len(here) == _YEAR:
            return before[:1] != [] and (before[0] in MONTHS or before[0] in HIJRI or tuple(before[::-1]) in _MONTHS)
        return (*before[:1], here) in _MONTHS

    def _within(self, at: int) -> bool:
        """Tell whether a token is the second or a later one of a mention."""
        mention = self.sources.at.get(at)
        return mention is not None and mention.first < at

    def _is_place(self, at: int) -> bool:
        mention = self.sources.starts.get(at)
        return mention is not None and mention.kind == "state"

    def _before_colon(self) -> bool:
        """Read a subject that no list knows before a colon and marks (وأضافت ملالا خلال كلمتها: "...")."""
        ahead = range(self.at + 1, min(self.at + _LENGTH, self.end))
        mark = next((at for at in ahead if self.tokens.words[at] is None), self.end)
        if mark >= self.end or self.tokens.keys[mark] != ":" or mark + 1 not in self.sources.spans:
            return False
        self.speakers, _ = self.sources.subject(self.at, mark, strict=False)
        self.at = mark
        return True

    def _before_about(self) -> bool:
        """Step over a subject that commas or times set off from عن (أعلن حاكم دبي، الشيخ محمد، الأحد، عن ...)."""
        words, keys = self.tokens.words, self.tokens.keys
        for at in range(self.at + 1, min(self.at + _LENGTH, self.end)):
            word = words[at]
            if (word is None and keys[at] not in COMMAS) or (word is not None and (word.that or word.acts)):
                return False
            if keys[at] == "عن":
                behind = words[at - 1]
                if behind is not None and not behind.time:
                    return False
                if not self.speakers:
                    self.speakers, _ = self.sources.subject(self.at, at, strict=False)
                self.at = at
                return True
        return False

    def _named_at_length(self, word: Word) -> bool:
        """Read a subject that no list knows, told at length before أن."""
        return self._told_at_length() or self._before_that(word)

    def _before_that(self, word: Word) -> bool:
        """Read a subject that no list knows before أن that a comma or bracket sets off (وأعلن آمر الغرفة، ...، أن)."""
        words, keys = self.tokens.words, self.tokens.keys
        if "an" not in self.cue.frames or self._is_verbal(word):
            return False
        for at in range(self.at + 1, min(self.at + _LENGTH, self.end)):
            inner = words[at]
            if inner is None:
                if keys[at] not in COMMAS and keys[at] not in "()":
                    return False
            elif inner.that:
                if words[at - 1] is not None or keys[at][0] in "وبل":
                    return False
                self.speakers, _ = self.sources.subject(self.at, at, strict=False)
                self.at = at if self.speakers else self.at
                return bool(self.speakers)
            elif inner.acts or inner.cue is not None:
                return False
        return False

    def _told_at_length(self) -> bool:
        """Read a subject that no list knows, told at length before أن (وكشفت موظفة سابقة كانت تعمل معه أن)."""
        words, keys = self.tokens.words, self.tokens.keys
        ahead = range(self.at + 1, min(self.at + _AHEAD, self.end))
        that = next((at for at in ahead if (word := words[at]) is not None and word.that), -1)
        if that < 0 or "an" not in self.cue.frames or keys[that][0] in "وب" or keys[self.at].startswith("ال"):
            return False
        before = words[that - 1]
        if before is not None and (before.stop or before.time or keys[that - 1] in surroundings.NOT_THAT):
            return False
        self.speakers, _ = self.sources.unlisted(self.at, that, feminine=self.cue.feminine)
        self.at = that if self.speakers else self.at
        return bool(self.speakers)

    def _rest_of_subject(self) -> bool:
        """Step over a few words between a subject and أن, which belong to it (تقارير إخبارية لصحف محلية أن)."""
        words = self.tokens.words
        for at in range(self.at + 1, min(self.at + _REST, self.end)):
            word = words[at]
            if word is None or (word.stop and not word.that):
                return False
            if word.that:
                self.at = at
                return True
        return False

    def _calls_so(self) -> bool:
        """Tell whether a noun phrase is how somebody calls something (ما تعتبره موسكو تدخلا)."""
        return (
            self.object
            and "as" in self.cue.frames
            and self.tokens.keys[self.verb - 1] in surroundings.WHAT
            and self.verb > 0
        )

    def _pledges(self, word: Word) -> bool:
        """Tell whether a verbal noun is what somebody pledges or appeals for (تعهد الوزير سحب القانون)."""
        pledging = self.cue.lemma in surroundings.PLEDGING and self.cue.form in {"past", "present"}
        return pledging and bool(self.speakers) and not self.adjunct and self._is_verbal(word)

    def _is_verbal(self, word: Word) -> bool:
        """Tell whether the word here is a verbal noun."""
        return is_verbal(word, self.tokens.text[self.tokens.starts[self.at]])

    def _is_adjective(self, at: int) -> bool:
        """Tell whether an adjective behind brackets goes on with what stands before them (لقناة (إن 24) الألمانية)."""
        word = self.tokens.words[at] if at < self.end else None
        return word is not None and word.key.startswith("ال") and word.key.endswith(("ي", "يه"))

    def _is_that(self, at: int) -> bool:
        """Tell whether أن stands right behind marks: what they hold is who speaks (وقالت "غرفة العمليات" إن)."""
        word = self.tokens.words[at] if at < self.end else None
        return word is not None and word.that

    def _is_told_of(self, told: Found | None, speaker: Speaker) -> bool:
        """Tell whether the gender of a verb that has an object shows that what follows is its object."""
        if self.cue.lemma not in surroundings.TRANSITIVE or self.cue.number > 1:
            return False
        capital = told is not None and told.capital  # طالبت بغداد
        other = speaker.feminine is not None and speaker.feminine != self.cue.feminine and not capital
        return other and not (speaker.human and self.cue.feminine is False)

    def _joins(self, at: int) -> bool:
        """Tell whether a hyphen joins two parts of a name (سياتل-تاكوما)."""
        starts, ends = self.tokens.starts, self.tokens.ends
        return at + 1 < self.end and ends[at - 1] == starts[at] and ends[at] == starts[at + 1]

    def _is_each(self) -> bool:
        """Tell whether those of whom each speaks stand here (كل من الوزير والسفير)."""
        keys, here = self.tokens.keys, self.at
        return keys[here] in surroundings.EACH and here + 2 < self.end and keys[here + 1] == "من" and not self.tried

    def _is_passing(self, word: Word) -> bool:
        """Tell whether a word only tells when or how, or whom somebody answers (ورد عليه الوزير)."""
        answers = self.cue.lemma in {"رد", "علق"} and word.key in surroundings.ANSWERED
        return answers or word.time or word.key in surroundings.ADVERBS or self._is_day() or self._ends_date()
