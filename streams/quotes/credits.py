"""Credits: بحسب X, وفقا لـX, كما قال X, which give a whole clause to a source without a verb that governs it."""

from dataclasses import replace

from streams.lexicon.wording import folded
from streams.quotes.contents import Contents, Terms
from streams.quotes.passage import COMMAS, DATA, Draft, Passage
from streams.quotes.sentences import Sentence
from streams.quotes.speakers import Speakers, passes_on
from streams.quotes.tokens import Word

_SAID = folded("قال ذكر أعلن أفاد أكد أوضح زعم ورد جاء")
_SO = folded("فقد فان فانه فانها")
#: No sentence of news credits more often.
_MOST = 4
_NEAR = 8
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
            for at in range(sentence.first, sentence.last)
            if (word := tokens[at]) is not None
            and span_of[at] is None
            and (word.according or (word.key == "كما" and self._as_said(at, sentence, own)))
        ]
        for at in places[:_MOST]:
            if not any(draft.start <= at < draft.last for draft in own):
                self._credit(at, sentence, own, bounds)

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
        start, last = self._behind(after, sentence, bounds) if opening else self.passage.trim(sentence.first, at)
        if last - start < _CLAUSE or any(draft.start < last and start < draft.last for draft in own):
            return
        rule = "according.before" if opening else "according.after"
        terms = Terms(cue=(at, at + 1), speakers=speakers, via=(), stance="neutral", rule=rule)
        self.passage.drafts.append(self.contents.clause(start, last, terms))
        self.sources.heard(speakers)

    def _source(self, at: int, end: int) -> tuple[Speakers, int]:
        """Read who is credited behind بحسب, over ما أعلنته and over تقديرات."""
        found, last = self.sources.subject(self._start(at, end), end, strict=True, governed=True)
        named = (speaker for speaker in found if not passes_on(speaker))
        return tuple(replace(speaker, rule="speaker.after-according") for speaker in named), last

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
        return index + 1 if verb or data else index

    def _over_verb(self, index: int, end: int) -> int:
        word: Word | None = self.tokens.words[index] if index < end else None
        if word is None or not (word.cue or word.key[-1] in "هت"):
            return index
        index += 1
        if word.cue is not None and word.cue.lemma == "نقل":
            near = range(index, min(end, index + _NEAR))
            return next((at + 1 for at in near if self.tokens.keys[at] == "عن"), index)
        return index

    def _behind(self, after: int, sentence: Sentence, bounds: list[int]) -> tuple[int, int]:
        keys, start = self.tokens.keys, after
        near = range(after + 1, min(after + _FAR, sentence.last - 1))
        start = next((at for at in near if keys[at] in _SO and keys[at - 1] in COMMAS), start)
        while start < sentence.last and (keys[start] in COMMAS or keys[start] in _SO or keys[start] == "ان"):
            start += 1
        last = next((cut for cut in bounds if cut > start), sentence.last)
        return self.passage.trim(start, self.contents.gloss(start, last))
