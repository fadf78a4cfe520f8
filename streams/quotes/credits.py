"""Credits: بحسب X, وفقا لـX, كما قال X, which give a whole clause to a source without a verb that governs it."""

from msgspec.structs import replace

from schemas.folding import fold, words
from streams.lexicon.actors import ACTORS
from streams.lexicon.wording import DOCUMENT_HEADS, FIGURES, MEDIA_HEADS, PEOPLE_HEADS, folded
from streams.quotes.contents import Contents, Terms
from streams.quotes.passage import COMMAS, DATA, Draft, Passage
from streams.quotes.phrases import plain
from streams.quotes.sentences import Sentence
from streams.quotes.speakers import Speaker, Speakers
from streams.quotes.tokens import Word

_SAID = folded("قال ذكر أعلن أفاد أكد أوضح زعم ورد جاء")
_SO = folded("فقد فان فانه فانها")
#: Nouns of saying between بحسب and who said it (بحسب قول مسؤولين).
_WORDS = folded("رأي آراء قول أقوال رواية تصريحات تصريح إفادة إفادات شهادة شهادات كلام تعبير")
#: What papers print is theirs; agencies only pass words on.
_PAPERS = folded("صحيفة مجلة صحف صحيفتي مجلتي")
#: What tells behind a comma what the clause before led to: it alone is credited.
_LED_TO = folded("ما مما")
#: What goes on behind a credit in the middle of a clause is no clause of its own.
_ANEW = folded(
    "حيث الذي التي والذي والتي وهو وهي وقد قد فيما بينما لكن لكنه لكنها كما وذلك وسط بعدما إذ إلا ولم ولن وكان وكانت ثم"
)
_REST = 3
_FIGURES = frozenset(form for noun in FIGURES for form in (noun, f"ال{noun}", f"ل{noun}", f"لل{noun}"))
_LED_BY = FIGURES | PEOPLE_HEADS | DOCUMENT_HEADS
#: Who writes for the outlet itself.
_OURS = folded("مراسل مراسلو مراسلنا مراسلتنا مراسلة مراسلي مراسلون مندوب مندوبنا موفدنا موقعنا قناتنا")
#: No sentence of news credits more often.
_MOST = 4
_NEAR = 8
_PAUSES = COMMAS | frozenset("-–—")
_FAR = 18
_CLAUSE = 2


class Credits:
    """Reads credits.

    Args:
        passage: The article.
        contents: What reads the words of quotations.
    """

    def __init__(self, passage: Passage, contents: Contents) -> None:
        self.passage = passage
        self.contents = contents
        self.tokens = passage.tokens
        self.sources = passage.sources

    def opening(self, sentence: Sentence) -> Speakers:
        """Read وبحسب بيان مشترك at the start of a sentence: verbs without a subject are its words."""
        for at in range(sentence.first, min(sentence.first + 2, sentence.last)):
            word = self.tokens.words[at]
            if word is not None and word.according:
                return self._source(at, sentence.last)[0]
        return ()

    def read(self, sentence: Sentence, own: list[Draft], bounds: list[int]) -> None:
        """Read the credits of a sentence.

        Args:
            sentence: The sentence.
            own: The quotations found in it.
            bounds: Where reports begin in it.
        """
        tokens, span_of = self.tokens.words, self.passage.span_of
        places = [
            at
            for at in self.passage.told_in(sentence.first, sentence.last)
            if (word := tokens[at]) is not None
            and span_of[at] is None
            and (word.according or (word.key == "كما" and self._as_said(at, sentence, own)))
        ]
        for at in places[:_MOST]:
            if not any(draft.start <= at < draft.last for draft in own):
                self._credit(at, sentence, own, bounds)
            elif self.tokens.keys[at] == "كما":  # who says so within another's words goes on behind them
                self.sources.heard(self._source(at, sentence.last)[0])

    def _as_said(self, at: int, sentence: Sentence, own: list[Draft]) -> bool:
        """Tell whether كما قال X stands behind a clause."""
        if at + 2 >= sentence.last or at <= sentence.first:
            return False
        verb = self.tokens.words[at + 1]
        said = verb is not None and verb.cue is not None and verb.cue.lemma in _SAID
        return said and not any(draft.cue == (at + 1, at + 2) for draft in own)

    def _credit(self, at: int, sentence: Sentence, own: list[Draft], bounds: list[int]) -> None:
        speakers, after = self._source(at, sentence.last)
        if not speakers:
            return
        opening = at <= sentence.first + 1
        start, last = self._behind(after, sentence, bounds) if opening else self._before(at, sentence, own)
        timed = all(word is not None and word.time for word in self.tokens.words[start:last])
        if last - start < _CLAUSE or timed or any(draft.start < last and start < draft.last for draft in own):
            return
        rule = "according.before" if opening else "according.after"
        terms = Terms(cue=(at, at + 1), speakers=speakers, via=(), stance="neutral", rule=rule)
        own.append(self.contents.clause(start, last, terms))
        self.passage.drafts.append(own[-1])
        self.sources.heard(speakers)
        rest, end = (0, 0) if opening else self._rest(after, sentence, own, bounds)
        if end - rest >= _REST:
            self.passage.drafts.append(self.contents.clause(rest, end, terms))

    def _before(self, at: int, sentence: Sentence, own: list[Draft]) -> tuple[int, int]:
        """Return the clause that ends with a credit: the last one of its sentence, or what the clause before led to."""
        keys = self.tokens.keys
        start = max((draft.last for draft in own if draft.last <= at), default=sentence.first)
        word = self.tokens.words[start]
        if start > sentence.first and (keys[start] not in COMMAS or keys[start + 1] == "وذلك"):
            return at, at  # the rest of what another cue reports
        if word is not None and word.cue is not None and word.cue.lemma in _SAID and at - start <= _NEAR:
            return at, at  # وقال الوزير، وفقا لبيان، إن ...
        led = (index + 1 for index in range(at - 1, start, -1) if keys[index] in _LED_TO and keys[index - 1] in COMMAS)
        return self.passage.trim(next(led, start), at)

    def _rest(self, after: int, sentence: Sentence, own: list[Draft], bounds: list[int]) -> tuple[int, int]:
        """Return what of a clause comes behind the credit in its middle (وبدأت الحكومة، بحسب مصادر، محادثات ...)."""
        keys = self.tokens.keys
        span = self.passage.spans.get(after)
        if span is not None and not span.scare:
            after -= 1
        elif after >= sentence.last or keys[after] not in _PAUSES:
            return 0, 0
        word = self.tokens.words[after + 1] if after + 1 < sentence.last else None
        anew = word is None or word.cue or word.that or word.according or word.key in _ANEW or word.joined
        if (anew and after + 1 not in self.passage.spans) or (word is not None and word.key[0] == "و"):
            return 0, 0
        last = next((cut for cut in bounds if cut > after), sentence.last)
        apposed = self.sources.starts.get(after + 1)
        if (apposed and apposed.kind in {"office", "person"}) or any(draft.last > after for draft in own):
            return 0, 0
        start, end = self.passage.trim(after + 1, self.contents.glosses.gloss(after + 1, last))
        return start, self.contents.glosses.told(start, end)

    def _source(self, at: int, end: int) -> tuple[Speakers, int]:
        """Read who is credited behind بحسب, over ما أعلنته and over تقديرات."""
        start, keys = self._start(at, end), self.tokens.keys
        figures, told = min(start, end - 1), start > at + 1
        verb = self.tokens.words[start - 1]
        if keys[figures] in _FIGURES and figures + 1 < end and keys[figures + 1].startswith("ال"):
            told = True
        elif verb is not None and verb.cue is not None and self._addressed(figures):
            return (), start  # whom somebody told
        if keys[figures] in _FIGURES and told:
            end = next((index for index in range(figures + 1, end) if not keys[index].startswith("ال")), end)
        found, last = self.sources.subject(start, end, strict=not told, governed=True)
        named = (speaker for speaker in found if not _passes_on(speaker))
        return tuple(
            replace(speaker, name=_plain(speaker.name), rule="speaker.after-according") for speaker in named
        ), last

    def _addressed(self, at: int) -> bool:
        mention = self.sources.starts.get(at)
        named = mention is not None and mention.start == self.tokens.starts[at]
        return self.tokens.keys[at][0] == "ل" and not named

    def _start(self, at: int, end: int) -> int:
        keys, index = self.tokens.keys, at + 1
        if index >= end:
            return index
        word = self.tokens.words[index]
        if keys[index] in {"ما", "لما"}:
            return self._over_verb(index + 1, end)
        verb = keys[at].endswith("ما") and word is not None and word.cue is not None
        owner = self.sources.starts.get(index + 1) if keys[index] in DATA else None
        data = owner is not None and (owner.kind != "office" or owner.actor is not None)
        said = keys[index] in _WORDS or (keys[index].removeprefix("ل") in _WORDS and self._of_people(index))
        return index + 1 if verb or data or said else index

    def _of_people(self, index: int) -> bool:
        """Tell whether people stand behind words of theirs (وفقا لقول خبراء، وفقا لتصريحات مسؤولين)."""
        word = self.tokens.words[index + 1] if index + 1 < len(self.tokens) else None
        return word is not None and plain(word) in PEOPLE_HEADS

    def _over_verb(self, index: int, end: int) -> int:
        word: Word | None = self.tokens.words[index] if index < end else None
        if word is None or not (word.cue or word.key[-1] in "هت"):
            return index
        index += 1
        if word.cue is not None and word.cue.lemma == "نقل":
            near = range(index, min(end, index + _NEAR))
            return next((at + 1 for at in near if self.tokens.keys[at] == "عن"), index)
        while index < end and (word := self.tokens.words[index]) is not None and word.time:
            index += 1
        return index

    def _behind(self, after: int, sentence: Sentence, bounds: list[int]) -> tuple[int, int]:
        keys, start = self.tokens.keys, after
        near = range(after + 1, min(after + _FAR, sentence.last - 1))
        start = next((at for at in near if keys[at] in _SO), start)
        while start < sentence.last and (keys[start] in COMMAS or keys[start] in _SO or keys[start] == "ان"):
            start += 1
        last = next((cut for cut in bounds if cut > start), sentence.last)
        return self.passage.trim(start, self.contents.glosses.gloss(start, last, credited=True))


def _plain(name: str) -> str:
    """Return a phrase without the لـ that stands before it (لمصادر أمنية، للأرقام المعلنة)."""
    first = fold(name.split(maxsplit=1)[0])
    if first.startswith("لل"):
        return f"ال{name[2:]}"
    return name[1:] if first[0] == "ل" and first[1:] in _LED_BY else name


def _passes_on(speaker: Speaker) -> bool:
    """Tell whether a source is an agency or outlet, whose credit gives words to nobody."""
    known = ACTORS.get(speaker.actor or "")
    first = [word.removeprefix("ل").removeprefix("ل").removeprefix("ال") for word in words(speaker.name)[:1]]
    if first and (first[0] in _PAPERS or first[0] in _OURS):
        return first[0] in _OURS
    return known.agency if known else bool(first) and first[0] in MEDIA_HEADS
