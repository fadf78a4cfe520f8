"""Postposed cues: words in marks whose verb of speech and speaker stand behind them («...»، تقول الصحيفة)."""

from schemas.quotations import Stance
from streams.lexicon.cues import Cue
from streams.lexicon.wording import folded
from streams.quotes.contents import Contents, Terms
from streams.quotes.marks import Span
from streams.quotes.passage import COMMAS, Passage
from streams.quotes.sentences import Sentence
from streams.quotes.speakers import Speakers, is_outlet

#: Verbs that stand behind what was said.
_SAYING = folded("قال أضاف أوضح تابع كتب صرح علق أردف أكد شرح روى حكى اعترف تساءل ردد صاح هتف")
#: What takes words up that stand before it (هكذا قال الوزير، بهذه الكلمات رد الوزير).
_SO = folded("هكذا وهكذا")
_WITH_THESE = folded("بهذه بتلك")
_WORDS = folded("الكلمات الكلمة العبارة العبارات الجملة الجمل التغريدة المقولة")
#: Tokens between words in marks and what takes them up.
_APART = 3
_FEW = 4
#: Words of a sentence, and of the verb and whose it is behind them.
_CLAUSE = 4
_CREDITED = 9
#: Who writes in papers.
_WRITERS = folded("الكاتب الكاتبة الصحيفة المجلة المحرر المحررة")
#: Words in marks that are said, at least.
_LEAST = 3
#: Rules that give words to who spoke before.
_CARRIED = frozenset(["marks.bare-paragraph", "marks.continued"])


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
        """Read the marked stretches of a sentence that no cue before them took, and those before هكذا قال."""
        self._taken_up(sentence)
        for span in self.passage.spans_in(sentence.first, sentence.last):
            if span.used or span.scare or not span.closed or span.size < _LEAST:
                continue
            at = span.closing + (span.closing < sentence.last and self.tokens.keys[span.closing] in COMMAS)
            cue = self._cue(at, sentence)
            speakers = self._speakers(at, cue, sentence) if cue is not None else ()
            if cue is not None and speakers:
                self._take(span, at, cue.stance, speakers)
        self._reviewed(sentence)

    def _taken_up(self, sentence: Sentence) -> None:
        """Read words in marks that هكذا or بهذه الكلمات takes up behind them, also where a full stop parts the two."""
        keys = self.tokens.keys
        for at in range(sentence.first, sentence.last - 1):
            verb = at + 1 if keys[at] in _SO else at + 2 if keys[at] in _WITH_THESE and keys[at + 1] in _WORDS else 0
            span = self._right_before(at) if 0 < verb < sentence.last - 1 else None
            if span is None or self.tokens.words[verb] is None:
                continue
            found, _ = self.sources.subject(verb + 1, sentence.last, strict=False)
            if found and (found[0].human or found[0].actor or found[0].rule == "speaker.after-verb"):
                word = self.tokens.words[verb]
                stance = word.cue.stance if word is not None and word.cue is not None else "neutral"
                self._assign(span, verb, stance, found)

    def _reviewed(self, sentence: Sentence) -> None:
        """Read a sentence that ends with the paper or writer whose words it tells (..، تقول الصحيفة)."""
        keys, first = self.tokens.keys, sentence.first
        back = range(sentence.last - 2, max(first + _CLAUSE, sentence.last - _CREDITED), -1)
        for at in self.passage.told_in(back.stop, sentence.last - 1):
            word = self.tokens.words[at]
            paused = keys[at - 1] in COMMAS or keys[at - 1] == ".."
            if not paused or word is None or word.cue is None or word.joined or word.cue.form != "present":
                continue
            found, last = self.sources.subject(at + 1, sentence.last, strict=False)
            writes = found and (is_outlet(found[0]) or not _WRITERS.isdisjoint(keys[at + 1 : at + 2]))
            if not writes or last < sentence.last or any(draft.last > first for draft in self.passage.drafts):
                continue
            start, end = self.passage.trim(first, at)
            if end - start >= _CLAUSE and self.passage.span_of[at] is None:
                terms = Terms(
                    cue=(at, at + 1), speakers=found, via=(), stance=word.cue.stance, rule="clause.before-cue"
                )
                self.passage.drafts.append(self.contents.clause(start, end, terms))
                self.sources.heard(found)
            return

    def _right_before(self, at: int) -> Span | None:
        """Find the long stretch in marks that ends right before a token, but for punctuation."""
        passage = self.passage
        for index in range(at - 1, max(at - 1 - _APART, -1), -1):
            span = passage.span_of[index]
            if span is not None:
                return span if span.closed and not span.scare and span.size >= _LEAST else None
            if self.tokens.words[index] is not None:
                break
        return None

    def _assign(self, span: Span, at: int, stance: Stance, speakers: Speakers) -> None:
        """Give words in marks to a speaker, also such as went to who spoke before."""
        part = (span.first, span.last)
        for draft in self.passage.drafts:
            if draft.verbatim == [part] and draft.rule in _CARRIED:
                self.passage.drafts.remove(draft)
                span.used = False
                break
        for draft in self.passage.drafts[-_FEW:]:
            if draft.cue == (at, at + 1) and draft.kind != "direct":
                self.passage.drafts.remove(draft)
                break
        if not span.used:
            self._take(span, at, stance, speakers)

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

    def _take(self, span: Span, at: int, stance: Stance, speakers: Speakers) -> None:
        terms = Terms(cue=(at, at + 1), speakers=speakers, via=(), stance=stance, rule="marks.before-cue")
        draft = self.contents.marked(span, terms)
        if draft is not None:
            self.passage.drafts.append(draft)
            self.sources.heard(speakers)
