"""Postposed cues: words in marks whose verb of speech and speaker stand behind them («...»، تقول الصحيفة)."""

from streams.lexicon.cues import Cue
from streams.lexicon.wording import folded
from streams.quotes.contents import Contents, Terms
from streams.quotes.marks import Span
from streams.quotes.passage import COMMAS, Passage
from streams.quotes.sentences import Sentence
from streams.quotes.speakers import Speakers

#: Verbs that stand behind what was said.
_SAYING = folded("قال أضاف أوضح تابع كتب صرح علق أردف أكد شرح روى حكى اعترف تساءل ردد صاح هتف")
#: Words in marks that are said, at least.
_LEAST = 3


class Postposed:
    """Reads postposed cues.

    Args:
        passage: The article.
        contents: What reads the words of quotations.
    """

    def __init__(self, passage: Passage, contents: Contents) -> None:
        self.passage = passage
        self.contents = contents
        self.tokens = passage.tokens
        self.sources = passage.sources

    def read(self, sentence: Sentence) -> None:
        """Read the marked stretches of a sentence that no cue before them took."""
        for span in self.passage.spans_in(sentence.first, sentence.last):
            if span.used or span.scare or not span.closed or span.size < _LEAST:
                continue
            at = span.closing + (span.closing < sentence.last and self.tokens.keys[span.closing] in COMMAS)
            cue = self._cue(at, sentence)
            speakers = self._speakers(at, cue, sentence) if cue is not None else ()
            if cue is not None and speakers:
                self._take(span, at, cue, speakers)

    def _cue(self, at: int, sentence: Sentence) -> Cue | None:
        word = self.tokens.words[at] if at < sentence.last else None
        if word is None or word.cue is None or word.joined or word.cue.form not in {"past", "present"}:
            return None
        return word.cue if word.cue.lemma in _SAYING and not word.cue.object else None

    def _speakers(self, at: int, cue: Cue, sentence: Sentence) -> Speakers:
        """Read who speaks behind the verb, where nothing that it would report follows."""
        end = sentence.last
        found, last = self.sources.subject(at + 1, end, strict=False) if at + 1 < end else ((), at + 1)
        word = self.tokens.words[last] if last < end else None
        ahead = "" if last >= end else self.tokens.keys[last]
        if ahead in {":", ".."} or last in self.passage.spans:
            return ()
        if word is not None and (word.that or not (word.stop or word.time or ahead[0] in "لب" or word.cue)):
            return ()
        if found or last < end:
            return found
        return self.sources.going_on(feminine=cue.feminine, number=cue.number)

    def _take(self, span: Span, at: int, cue: Cue, speakers: Speakers) -> None:
        terms = Terms(cue=(at, at + 1), speakers=speakers, via=(), stance=cue.stance, rule="marks.before-cue")
        draft = self.contents.marked(span, terms)
        if draft is not None:
            self.passage.drafts.append(draft)
            self.sources.heard(speakers, feminine=cue.feminine if cue.number == 1 else None)
