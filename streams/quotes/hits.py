"""Hits: the cues of a sentence that have content, each with its frame."""

from msgspec.structs import replace

from streams.lexicon.cues import VERBS, Cue
from streams.lexicon.wording import folded
from streams.quotes.asides import Asides
from streams.quotes.cuts import Cuts
from streams.quotes.frame import Frame
from streams.quotes.frames import Frames
from streams.quotes.glosses import WITHOUT
from streams.quotes.hit import NOMINAL, Hit, is_own_hit
from streams.quotes.passage import COMMAS, Passage
from streams.quotes.phrases import is_bare, is_verbal
from streams.quotes.reporting import IN_IT, LEADS, NEGATIONS, Reporting
from streams.quotes.scare import IS_CALLED
from streams.quotes.sentences import Sentence
from streams.quotes.speakers import Speaker, Speakers
from streams.quotes.surroundings import TRANSITIVE
from streams.quotes.tokens import Tokens, Word

#: بين is a verb only before أن.
_BETWEEN = folded("بين وبين")
_SHOWS = replace(VERBS["بينت"], feminine=False)
_BEING = folded("كان كانت يكون وكان بات ليس غير اصبح مازال زال زالت يزال تزال ظل ظلت بقي")
_STRONG = frozenset(["clause.that", "marks.after-cue", "marks.after-colon", "document.said"])
#: Conjunctions whose verb has its subject behind it (بعدما أعلنت الحكومة).
_WHEN = folded("بعدما عندما حينما حين منذ وقت")
#: What is announced and is no statement (أعلنت اللجنة النتائج).
_THINGS = folded("نتائج النتائج نتيجة النتيجة قائمة القائمة أسماء الأسماء اسم موعد الحداد الحرب تفاصيل التفاصيل تشكيلة")
#: No sentence of news reports more often.
_MOST = 24
#: Verbs that only repeat the one before them.
_REPEATING = folded("قال خاطب")
_LEADING = 8
_YEAR = 4
#: How nouns with whose they are (تأكيد الوزير، دعوة الرئيس) bring in content, besides أن.
_GOVERNED = {
    noun: (rule,)
    for rule, nouns in (
        ("clause.on", "تأكيد تشديد"),
        ("clause.about", "إعراب تعبير إعلان"),
        ("clause.by", "تهديد تعهد"),
    )
    for noun in folded(nouns)
}
#: Nouns that state what follows their pronoun (نقلت عن المصدر تأكيده وجود ...).
_STATING = folded("تأكيد نفي")
_NEAR = 12
_FAR = 30


class Hits:
    """Finds the cues of sentences.

    Args:
        passage: The article.
    """

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self.tokens = passage.tokens
        self.sources = passage.sources
        self.frames = Frames(passage.tokens, passage.sources)
        self.reporting = Reporting(passage)
        self.asides = Asides(passage)
        self.cuts = Cuts(passage)

    def of(self, sentence: Sentence) -> list[Hit]:
        """Find the cues of a sentence that have content, in order."""
        words = self.tokens.words
        verbs, nouns = self._candidates(sentence)
        hits: list[Hit] = []
        asides = self.asides.of(verbs, sentence)
        for index, at in enumerate(verbs):
            behind = asides[at][1] if at in asides else at
            end = next((verb for verb in verbs[index + 1 :] if verb > behind), sentence.last)
            end = min([end, *(close for first, close in asides.values() if first < at < close)])
            self._verb(at, words[at], end, sentence, hits, asides.get(at))
        taken = {hit.at for hit in hits}
        for at in nouns:
            if at not in taken:
                end = next((verb for verb in verbs if verb > at), sentence.last)
                self._noun(at, words[at], end, hits)
        for hit in hits:
            self._leads(hit, verbs, taken)
        starts = {hit.frame.start for hit in hits if not hit.noun}
        hits = [hit for hit in hits if not hit.noun or is_own_hit(hit) or hit.frame.start not in starts]
        return sorted(hits, key=lambda hit: hit.at)[:_MOST]

    def _leads(self, hit: Hit, verbs: list[int], taken: set[int]) -> None:
        """Give content to the verb before a second one that only repeats it (وأضاف الوزير قائلا، وكتب يقول)."""
        if hit.cue.lemma not in _REPEATING or hit.cue.form not in {"participle", "present"}:
            return
        first = next((at for at in reversed(verbs) if hit.at - _LEADING <= at < hit.at), -1)
        word = self.tokens.words[first] if first >= 0 and first not in taken else None
        between = self.tokens.words[first + 1 : hit.at]
        if word is None or word.cue is None or word.cue.form != "past" or None in between:
            return
        speakers, last = self.sources.subject(first + 1, hit.at, strict=False)
        if last == hit.at or first + 1 == hit.at:
            hit.frame.speakers = speakers or hit.frame.speakers
            hit.at, hit.cut, hit.cue = first, min(hit.cut, first), word.cue

    def shows(self, hit: Hit, sentence: Sentence) -> bool:
        """Tell whether a verb in the present tells what something shows (في خطوة تؤكد الخطر), not what is said."""
        word = self.tokens.words[hit.at]
        if hit.cue.form != "present" or hit.frame.rule not in NOMINAL or word is None or word.joined:
            return False
        if self.tokens.keys[hit.at + 1] in IN_IT:
            return False
        before = self.tokens.words[hit.at - 1] if hit.at > sentence.first else None
        return before is not None and not (
            before.stop or before.time or before.that or before.key in LEADS or is_bare(before)
        )

    def _candidates(self, sentence: Sentence) -> tuple[list[int], list[int]]:
        verbs: list[int] = []
        nouns: list[int] = []
        words = self.tokens.words
        for at in self.passage.told_in(sentence.first, sentence.last):
            word = words[at]
            if word is not None and word.key in _BETWEEN and self.reporting.shows(at, opens=at == sentence.first):
                verbs.append(at)
            elif word is not None and word.reports and self.reporting.tells(at, word):
                (verbs if word.cue or is_own(word) else nouns).append(at)
        return verbs, nouns

    def _verb(
        self,
        at: int,
        word: Word | None,
        end: int,
        sentence: Sentence,
        hits: list[Hit],
        aside: tuple[int, int] | None = None,
    ) -> None:
        word = self._read_as(at, word)
        if word is None or word.cue is None:
            self._noun(at, word, end, hits)
            return
        if self._counts(at, word) or self._names(at, word) or self._is_withheld(at):
            return
        span = self.passage.span_of[at]
        frame = self._frame(at, word.cue, min(end, span.last) if span else end, sentence, aside)
        if frame is None:
            return
        if frame.rule == "clause.noun" and (inner := _noun_at(self.tokens, frame.start)):
            self._noun(frame.start, inner, end, hits, frame.speakers)
            if hits and hits[-1].at == frame.start:
                return
        if word.cue.form == "participle" and frame.rule in NOMINAL and not self._apart(at, word):
            return
        if self._only_tells(word.cue, frame):
            return
        if "weak" not in word.cue.frames or _is_strong(frame):
            hits.append(Hit(at, self.cuts.of(at, sentence), word.cue, frame, aside=aside))

    def _is_withheld(self, at: int) -> bool:
        """Tell whether it is told what somebody did not say (دون أن تذكر أسماء)."""
        return at > 1 and self.tokens.keys[at - 1] == "ان" and self.tokens.keys[at - 2] in WITHOUT

    def _counts(self, at: int, word: Word) -> bool:
        """Tell whether a participle counts people behind a number that is no year (33 متهما)."""
        before = self.tokens.keys[at - 1] if at else ""
        return word.cue is not None and word.cue.form == "participle" and before.isdigit() and len(before) < _YEAR

    def _names(self, at: int, word: Word) -> bool:
        """Tell whether a verb only brings in the name of something (جماعة تسمى "...")."""
        span = self.passage.spans.get(at + 1)
        return word.key in IS_CALLED and span is not None and span.scare

    def _only_tells(self, cue: Cue, frame: Frame) -> bool:
        """Tell whether what a verb has is a thing, or what a thing threatens with, and no statement."""
        if frame.rule in {"clause.noun", "clause.about"} and self.tokens.keys[frame.start] in _THINGS:
            return True
        return cue.lemma == "هدد" and frame.rule == "clause.by" and not _is_party(frame.speakers)

    def _read_as(self, at: int, word: Word | None) -> Word | None:
        """Read بين as a verb, and لم يستبعد as holding something likely."""
        if word is not None and word.key in _BETWEEN:
            return replace(word, cue=_SHOWS, joined=True)
        if word is not None and word.cue and word.cue.lemma == "استبعد" and self.tokens.keys[at - 1] in NEGATIONS:
            return replace(word, cue=replace(word.cue, lemma="رجح"))
        return word

    def _apart(self, at: int, word: Word) -> bool:
        """Tell whether a participle stands apart as a report does, and is no adjective (أمطار متوقعة، كان مهددا)."""
        if word.joined or at == 0 or self.tokens.words[at - 1] is None:
            return True
        plain = word.cue is not None and word.cue.number == 1 and not word.cue.feminine
        return plain and self.tokens.keys[at - 1] not in _BEING

    def _frame(self, at: int, cue: Cue, limit: int, sentence: Sentence, aside: tuple[int, int] | None) -> Frame | None:
        if cue.lemma == "نقل":
            return self._passed_on(at, limit)
        if cue.lemma == "ورد" and self.reporting.answers(at):
            cue = VERBS["رد"]
        if cue.lemma in {"جاء", "ورد"}:
            return self._stated(at, limit)
        return self.frames.read(at, cue, limit, led=self._led(at, sentence), aside=aside)

    def _led(self, at: int, sentence: Sentence) -> bool:
        """Tell whether the subject stands right before the verb (ترامب قال، وكان الوزير قد أعلن)."""
        keys, word = self.tokens.keys, self.tokens.words[at]
        if word is None or word.joined or at == sentence.first or keys[at - 1] in COMMAS or keys[at - 1] in _WHEN:
            return False
        before = self.sources.before(at, sentence)
        if not before or before[0].rule != "speaker.relative":
            return bool(before)
        return keys[at - 1] == "قد" or self._accuses(word, before[0])

    @staticmethod
    def _accuses(word: Word, speaker: Speaker) -> bool:
        """Tell whether who a relative clause is about does what its verb does to another (ترامب الذي اتهم الوكالة)."""
        cue = word.cue
        if cue is None or cue.object or cue.lemma not in TRANSITIVE or cue.number > 1:
            return False
        return (speaker.human or speaker.actor is not None) and speaker.feminine in {None, cue.feminine}

    def _noun(self, at: int, word: Word | None, end: int, hits: list[Hit], speakers: Speakers = ()) -> None:
        """Read a noun that reports (قوله، دعوته إلى، إعلان موسكو أن)."""
        if word is None or word.noun is None:
            return
        noun, own = word.noun, is_own(word)
        if not own and (noun.lemma == "قول" or word.key.startswith("ال")):
            return
        frame = self.frames.read(at, replace(noun, object=True) if own else noun, end)
        if frame is None or not (noun.object or own or frame.speakers):
            return
        if not _noun_reports(noun, frame, own=own) and not self._passed_noun(at, noun, frame):
            return
        if not own and (frame.start - at > _NEAR or not self._is_whole(at, noun, frame)):
            return
        frame.speakers = frame.speakers or speakers
        hits.append(Hit(at, at, noun, frame, noun=True))

    def _is_whole(self, at: int, noun: Cue, frame: Frame) -> bool:
        """Tell whether what a noun of somebody's announces follows without a pause (إعلان موسكو وقف ...)."""
        if noun.object or frame.rule == "clause.that" or (frame.speakers and frame.speakers[0].human):
            return True
        if None in self.tokens.words[at + 1 : frame.start]:
            return False
        word = self.tokens.words[frame.start]
        verbal = word is not None and is_verbal(word, self.tokens.text[self.tokens.starts[frame.start]])
        own = word is not None and word.key.endswith(("ها", "هم", "ه"))
        return verbal or own or frame.rule != "clause.noun"

    def _passed_noun(self, at: int, noun: Cue, frame: Frame) -> bool:
        """Tell whether a noun stands behind عن and its pronoun before a verbal noun (عن المصدر تأكيده وجود ...)."""
        word = self.tokens.words[frame.start]
        if not (noun.object and noun.lemma in _STATING and frame.rule == "clause.noun" and frame.start == at + 1):
            return False
        return (
            word is not None
            and is_verbal(word, self.tokens.text[self.tokens.starts[frame.start]])
            and "عن" in self.tokens.keys[max(at - _NEAR, 0) : at]
        )

    def _passed_on(self, at: int, end: int) -> Frame | None:
        """Read ونقلت وكالة ... عن X أن: X speaks, the agency passes on."""
        via, last = self.sources.subject(at + 1, end, strict=False)
        words, keys = self.tokens.words, self.tokens.keys
        for index in range(max(last, at + 1), min(end, at + _FAR)):
            word = words[index]
            behalf = keys[index] == "لسان" and keys[index - 1] == "علي"
            if (keys[index] == "عن" or behalf) and index + 1 < end:
                return self._behind_from(index, end, via)
            if word is not None and word.that:
                break
        return None

    def _behind_from(self, index: int, end: int, via: Speakers) -> Frame | None:
        found, after = self.sources.subject(index + 1, end, strict=False, governed=True)
        speakers = tuple(replace(speaker, rule="speaker.passed-on") for speaker in found)
        spans = self.passage.spans
        for start in range(after, min(end, after + _FAR // 2)):
            word = self.tokens.words[start]
            if word is not None and word.noun is not None and word.noun.object:
                break
            if word is not None and word.that and start + 1 < end:
                return Frame(speakers, start + 1, "clause.that", spans.get(start + 1), via=via)
            if start in spans and not spans[start].scare:
                return Frame(speakers, start, "marks.after-cue", spans[start], via=via)
        return None

    def _stated(self, at: int, end: int) -> Frame | None:
        """Read وجاء في البيان أن: the document or who issued it speaks."""
        keys, words, spans = self.tokens.keys, self.tokens.words, self.passage.spans
        at += at + 1 < end and keys[at + 1] in {"ايضا", "كذلك"}
        if at + 2 >= end:
            return None
        in_it = keys[at + 1] in IN_IT  # جاء فيه: whoever issued what was told before speaks
        if not in_it and keys[at + 1] != "في":
            return None
        speakers, after = ((), at + 2) if in_it else self.sources.subject(at + 2, end, strict=False, governed=True)
        ahead = _FAR if speakers else 2 if in_it else 0
        for start in range(after, min(end, after + ahead)):
            word = words[start]
            if word is not None and word.that and start + 1 < end:
                return Frame(speakers, start + 1, "document.said", spans.get(start + 1))
            if start in spans and not spans[start].scare:
                return Frame(speakers, start, "document.said", spans[start])
            if keys[start] == ":" and start + 1 < end and words[start + 1] is not None:
                return Frame(speakers, start + 1, "document.said", bare=True)
        return None


def is_own(word: Word) -> bool:
    """Tell whether a word is قوله, بالقول or the like, which report as a verb does."""
    noun = word.noun
    return noun is not None and noun.lemma == "قول" and (noun.object or word.key.startswith(("بال", "ال", "بقول")))


def _noun_at(tokens: Tokens, at: int) -> Word | None:
    """Return a reporting noun with a pronoun that stands at a token (كرر دعوته إلى)."""
    word = tokens.words[at]
    return word if word is not None and word.noun is not None and word.noun.object else None


def _noun_reports(noun: Cue, frame: Frame, *, own: bool) -> bool:
    """Tell whether what follows a noun is sure enough to be content."""
    human = bool(frame.speakers) and frame.speakers[0].human
    if not own and not noun.object and not human and frame.speakers[0].actor is None:
        return False
    bare = (noun.lemma == "اعلان" and not noun.object) or (noun.lemma == "دعوه" and noun.object)
    bare = bare or (not noun.object and frame.rule in _GOVERNED.get(noun.lemma, ()))
    return own or (frame.rule.startswith("clause") and (frame.rule == "clause.that" or bare))


def _is_party(speakers: Speakers) -> bool:
    """Tell whether somebody may threaten; what else is told to threaten says nothing (العقوبات تهدد بتسديد ضربة)."""
    return (
        not speakers or speakers[0].human or speakers[0].actor is not None or speakers[0].rule != "speaker.after-verb"
    )


def _is_strong(frame: Frame) -> bool:
    return frame.bare or frame.span is not None or frame.rule in _STRONG
