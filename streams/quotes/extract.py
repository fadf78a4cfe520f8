"""Quotations of an article, sentence by sentence: cues, their frames, where the content ends, and who speaks."""

from dataclasses import dataclass, field, replace

from schemas.quotations import Kind
from streams.lexicon.actors import ACTORS
from streams.lexicon.cues import IMPERSONAL, Cue
from streams.lexicon.wording import folded
from streams.quotes.frames import Frame, Frames
from streams.quotes.marks import Span
from streams.quotes.sentences import Sentence
from streams.quotes.sources import Sources, Speaker, Speakers, carried
from streams.quotes.tokens import Tokens, Word

_COMMAS = frozenset("،,؛")
_NEGATIONS = folded("لم لا لن ولم ولا ولن فلم")
_LEADS = folded("""
كما فيما بينما حيث لكنه لكنها لكن ولكنه ولكن ولكنها حين وقت بدوره بدورها قد وقد فقد كان كانت وكان
""")
_CLOSERS = folded("فيما بينما وبينما")
_SO = folded("فقد فان فانه فانها")
_TURNS = folded("وكان وكانت وذلك وياتي وتاتي وجاء وجاءت يذكر")
_OWN_WORDS = folded("قوله قولها قولهم تعبيره تعبيرها تعبيرهم وصفه وصفها وصفهم زعمه زعمها زعمهم")
_DATA = folded("""
تقديرات لتقديرات تقرير لتقرير بيان لبيان احصاءات لاحصاءات ارقام لارقام بيانات لبيانات مصادر لمصادر احصاييات ما
لما مصدر لمصدر
""")
_LONG = 5
#: No sentence of news reports more often.
_MOST = 24
_MOST_CREDITS = 4
_TAIL = 4
_EDGE = frozenset("،,؛.:-–—…") | {"..", "و", "(", "\n"}


@dataclass(slots=True)
class Draft:
    """A quotation before it points home; all offsets are into the cleaned text.

    Attributes:
        kind: `direct`, `mixed` or `indirect`.
        start: First token of the content.
        last: Token after its last one.
        verbatim: Token ranges given as the speaker's own words.
        cue: Token range of the cue, or None.
        speakers: Who speaks.
        via: Who passes the words on.
        negated: Whether the speaker denies the content.
        rule: Rule that found the quotation.
    """

    kind: Kind
    start: int
    last: int
    rule: str
    verbatim: list[tuple[int, int]] = field(default_factory=list)
    cue: tuple[int, int] | None = None
    speakers: Speakers = ()
    via: Speakers = ()
    negated: bool = False


@dataclass(slots=True)
class _Hit:
    """A cue with its frame: `at` the cue, `cut` where it cuts off the content before it."""

    at: int
    cut: int
    cue: Cue
    frame: Frame
    noun: bool = False


class Extractor:
    """Reads the quotations of one article.

    Args:
        tokens: The article.
        sources: Who speaks in it.
        marked: Its marked stretches.
    """

    def __init__(self, tokens: Tokens, sources: Sources, marked: list[Span]) -> None:
        self.tokens = tokens
        self.sources = sources
        self.frames = Frames(tokens, sources)
        self.marked = marked
        self.drafts: list[Draft] = []
        self.span_of: list[Span | None] = [None] * len(tokens)
        for span in marked:
            for at in range(span.opening, span.closing):
                self.span_of[at] = span

    def read(self, found: list[Sentence]) -> list[Draft]:
        """Return the quotations of all sentences, in the order of their content."""
        for sentence in found:
            if not self._headline(sentence):
                self._sentence(sentence)
        return sorted(self.drafts, key=lambda draft: (draft.start, draft.last))

    # -- sentences -------------------------------------------------------------------------------------------------

    def _sentence(self, sentence: Sentence) -> None:
        hits = self._hits(sentence)
        bounds = sorted({hit.cut for hit in hits if self._cuts(hit)} | self._turns(sentence))
        here = self._credited(sentence)
        known = len(self.drafts)
        reach = sentence.first
        for hit in hits:
            nested = hit.at < reach and not self._cuts(hit)
            if nested and hit.cue.lemma == "اتفق":
                continue
            speakers = self._speakers(hit, sentence, here, nested=nested)
            if not speakers and (nested or _nameless(hit.cue)):
                continue
            draft = self._draft(hit, speakers, sentence, bounds)
            if draft is None or (not speakers and (draft.kind == "indirect" or draft.rule == "described.as")):
                continue
            self.drafts.append(draft)
            if not nested:
                here = speakers
                reach = max(reach, draft.last)
                feminine = hit.cue.feminine if hit.cue.number == 1 and not hit.noun else None
                self.sources.heard(speakers, feminine=feminine)
        self._according(sentence, self.drafts[known:], bounds)
        self._left_over(sentence, here)

    def _credited(self, sentence: Sentence) -> Speakers:
        """Read وبحسب بيان مشترك at the start of a sentence: verbs without a subject are its words."""
        for at in (sentence.first, sentence.first + 1):
            word = self.tokens.words[at] if at < sentence.last else None
            if word is not None and word.according:
                return self._according_source(at, sentence.last)[0]
        return ()

    def _turns(self, sentence: Sentence) -> set[int]:
        """Find the verbs of speech that go on with و, whether or not they have content."""
        found = set()
        for at in range(sentence.first + 1, sentence.last):
            word = self.tokens.words[at]
            if word is None or word.cue is None or word.cue.form != "past" or self.span_of[at] is not None:
                continue
            if word.key[0] == "و" and len(word.key) > len(word.cue.lemma) and "weak" not in word.cue.frames:
                found.add(self._cut(at, sentence))
        return found

    def _hits(self, sentence: Sentence) -> list[_Hit]:
        """Find the cues of a sentence that have content."""
        words = self.tokens.words
        verbs: list[int] = []
        nouns: list[int] = []
        for at in range(sentence.first, sentence.last):
            word = words[at]
            if word is None or not word.reports or not self._reports(at, word):
                continue
            spoken = word.noun is not None and word.noun.lemma == "قول" and _own(word)
            (verbs if word.cue or spoken else nouns).append(at)
        hits: list[_Hit] = []
        for index, at in enumerate(verbs):
            end = verbs[index + 1] if index + 1 < len(verbs) else sentence.last
            self._hit(at, words[at], end, sentence, hits)
        taken = {hit.at for hit in hits}
        for at in nouns:
            if at in taken:
                continue
            end = next((verb for verb in verbs if verb > at), sentence.last)
            self._noun_hit(at, words[at], end, hits)
        return sorted(hits, key=lambda hit: hit.at)[:_MOST]

    def _reports(self, at: int, word: Word) -> bool:
        """Tell whether a word that may report does so here: it is no name and not denied."""
        mention = self.sources.at.get(at)
        if mention is not None and mention.kind != "document":
            return False
        before = self.tokens.keys[at - 1] if at else ""
        if word.key == "عبر" and "عن" not in self.tokens.keys[at + 1 : at + 8]:
            return False
        if (
            before in _NEGATIONS
            or (before in {"ما", "لما"} and at > 1 and self._accords(at - 2))
            or (at and self._accords(at - 1))
        ):
            return False
        return not (
            word.cue
            and before in {"في", "من", "الي", "علي", "عن", "ان", "هذا", "هذه"}
            and word.cue.form == "past"
            and before != "ان"
        )

    def _accords(self, at: int) -> bool:
        word = self.tokens.words[at]
        return word is not None and word.according

    def _hit(self, at: int, word: Word | None, end: int, sentence: Sentence, hits: list[_Hit]) -> None:
        if word is None:
            return
        if word.cue is None:
            self._noun_hit(at, word, end, hits)
            return
        span = self.span_of[at]
        limit = min(end, span.last) if span else end
        cue = word.cue
        if cue.lemma == "نقل":
            frame = self._passed_on(at, limit)
        elif cue.lemma in {"جاء", "ورد"}:
            frame = self._stated(at, limit)
        else:
            frame = self.frames.read(at, cue, limit, led=self._led(at, sentence))
        if frame is not None and frame.rule == "clause.noun" and (inner := words_noun(self.tokens, frame.start)):
            self._noun_hit(frame.start, inner, end, hits, frame.speakers)
            if hits and hits[-1].at == frame.start:
                return
        if frame is None or ("weak" in cue.frames and not _strong(frame)):
            return
        hits.append(_Hit(at, self._cut(at, sentence), cue, frame))

    def _led(self, at: int, sentence: Sentence) -> bool:
        """Tell whether the subject stands right before the verb (ترامب قال، وكان الوزير قد أعلن)."""
        keys = self.tokens.keys
        if keys[at][0] in "وف" or at == sentence.first or keys[at - 1] in _COMMAS:
            return False
        before = self.sources.before(at, sentence)
        return bool(before) and (keys[at - 1] == "قد" or before[0].rule != "speaker.relative")

    def _noun_hit(self, at: int, word: Word | None, end: int, hits: list[_Hit], speakers: Speakers = ()) -> None:
        """Read a noun that reports (قوله، دعوته إلى، إعلان موسكو أن)."""
        if word is None or word.noun is None:
            return
        noun = word.noun
        own = _own(word)
        if noun.lemma == "قول" and not own:
            return
        if word.key.startswith("ال") and not own:
            return
        cue = noun._replace(object=True) if own else noun
        frame = self.frames.read(at, cue, end)
        if frame is None:
            return
        if not noun.object and not own and not frame.speakers:
            return
        human = bool(frame.speakers) and frame.speakers[0].human
        strong = frame.rule == "clause.that" or own or (noun.lemma == "اعلان" and human and not noun.object)
        strong = (strong or (noun.lemma == "دعوه" and noun.object)) and (own or frame.rule.startswith("clause"))
        if not strong or (frame.start - at > 12 and not own):
            return
        if speakers and not frame.speakers:
            frame.speakers = speakers
        hits.append(_Hit(at, at, noun, frame, noun=True))

    def _passed_on(self, at: int, end: int) -> Frame | None:
        """Read ونقلت وكالة ... عن X أن: X speaks, the agency passes on."""
        via, last = self.sources.subject(at + 1, end, strict=False)
        words, keys = self.tokens.words, self.tokens.keys
        for index in range(max(last, at + 1), min(end, at + 25)):
            word = words[index]
            if keys[index] == "عن" and index + 1 < end:
                speakers, after = self.sources.subject(index + 1, end, strict=False)
                for start in range(after, min(end, after + 15)):
                    inner = words[start]
                    if inner is not None and inner.noun is not None and inner.noun.object:
                        return None
                    if inner is not None and inner.that and start + 1 < end:
                        rule = tuple(replace(s, rule="speaker.passed-on") for s in speakers)
                        return Frame(rule, start + 1, "clause.that", self.sources.spans.get(start + 1), via=via)
                    if start in self.sources.spans and not self.sources.spans[start].scare:
                        rule = tuple(replace(s, rule="speaker.passed-on") for s in speakers)
                        return Frame(rule, start, "marks.after-cue", self.sources.spans[start], via=via)
                return None
            if word is not None and word.that:
                return None
        return None

    def _stated(self, at: int, end: int) -> Frame | None:
        """Read وجاء في البيان أن: the document or who issued it speaks."""
        keys, words = self.tokens.keys, self.tokens.words
        if at + 2 >= end or keys[at + 1] not in {"في", "فى"}:
            return None
        speakers, after = self.sources.subject(at + 2, end, strict=False)
        if not speakers:
            return None
        for start in range(after, min(end, after + 30)):
            word = words[start]
            if word is not None and word.that and start + 1 < end:
                return Frame(speakers, start + 1, "document.said", self.sources.spans.get(start + 1))
            span = self.sources.spans.get(start)
            if span is not None and not span.scare:
                return Frame(speakers, start, "document.said", span)
            if keys[start] == ":" and start + 1 < end and words[start + 1] is not None:
                return Frame(speakers, start + 1, "document.said", bare=True)
        return None

    def _cut(self, at: int, sentence: Sentence) -> int:
        """Return where a cue cuts off the content before it: before its lead-in and comma."""
        keys = self.tokens.keys
        while at > sentence.first and (keys[at - 1] in _LEADS or keys[at - 1] in _COMMAS or keys[at - 1] == "في"):
            at -= 1
        for index in range(at - 1, max(sentence.first, at - 6), -1):
            word = self.tokens.words[index]
            if word is None or word.cue or word.that:
                break
            if word.key in {"وفي", "وعن", "وحول"}:
                return index
        return at

    def _cuts(self, hit: _Hit) -> bool:
        """Tell whether a cue begins a report of its own rather than stand inside the content of another."""
        if self.span_of[hit.at] is not None:
            return False
        if hit.noun:
            return hit.cue.lemma == "قول" and self.tokens.keys[hit.at].startswith(("بال", "بق"))
        if hit.cue.form == "participle":
            return True
        key = self.tokens.keys[hit.at]
        after = hit.at > 0 and self.tokens.keys[hit.at - 1] in _COMMAS
        if hit.cue.form == "past" and hit.frame.speakers and (after or hit.frame.rule.startswith("marks")):
            return True
        if hit.cue.form == "past" and key[0] in "وف" and len(key) > len(hit.cue.lemma):
            return True
        before = self.tokens.keys[hit.at - 1] if hit.at else ""
        return before in _LEADS and before not in {"قد", "كان", "كانت", "وقت", "حين", "بدوره"}

    # -- who speaks ------------------------------------------------------------------------------------------------

    def _speakers(self, hit: _Hit, sentence: Sentence, here: Speakers, *, nested: bool) -> Speakers:
        cue = hit.cue
        if hit.noun:
            return self._noun_speakers(hit, sentence, here)
        sources = self.sources
        if hit.frame.speakers:
            return hit.frame.speakers
        if cue.form == "participle":
            return self._accompanying(hit, sentence, here)
        before = () if _joined(self.tokens, hit.at) else sources.before(hit.at, sentence)
        if before and (nested or hit.at > sentence.first):
            return before
        if nested:
            return ()
        if here:
            return carried(here, "speaker.carried-on")
        if cue.form == "present" and cue.lemma in IMPERSONAL and not cue.feminine and cue.number == 1:
            return ()
        return self._dropped(hit, sentence)

    def _accompanying(self, hit: _Hit, sentence: Sentence, here: Speakers) -> Speakers:
        """Find whose participle it is: the speaker's or subject's before it, unless only the nearest name agrees."""
        sources, cue = self.sources, hit.cue
        found = carried(here, "speaker.carried-on") if here else sources.first_of(sentence, hit.at, number=cue.number)
        if not found or (cue.number == 1 and found[0].feminine is not None and found[0].feminine != cue.feminine):
            adjacent = (mention := sources.at.get(hit.at - 1)) is not None and mention.last == hit.at
            nearest = sources.before(hit.at, sentence) if adjacent else ()
            if nearest and nearest[0].feminine in {None, cue.feminine}:
                return nearest
        return found or sources.going_on(feminine=cue.feminine, number=cue.number, nominal=True)

    def _dropped(self, hit: _Hit, sentence: Sentence) -> Speakers:
        """Find who goes on speaking where nothing names the subject."""
        sources, cue = self.sources, hit.cue
        if hit.at > sentence.first + 1:
            bound = self.tokens.keys[hit.at][0] in "وف"
            found = () if bound else sources.opening(sentence)
            found = found or sources.first_of(sentence, hit.at, number=cue.number)
            if found:
                return found
        found = sources.going_on(feminine=cue.feminine, number=cue.number)
        return found or sources.going_on(feminine=False, number=1, nominal=True)

    def _noun_speakers(self, hit: _Hit, sentence: Sentence, here: Speakers) -> Speakers:
        if hit.frame.speakers and hit.cue.lemma != "قول":
            return hit.frame.speakers
        if hit.cue.lemma == "قول" and hit.cue.object:
            named = self._after_from(hit, sentence)
            if named:
                return named
        if here:
            return carried(here, "speaker.carried-on")
        return self.sources.first_of(sentence, hit.at) or self.sources.going_on(feminine=False, number=1, nominal=True)

    def _after_from(self, hit: _Hit, sentence: Sentence) -> Speakers:
        """Read the speaker of قوله behind عن (ونقلت وكالة ... عن الرئيس قوله)."""
        keys = self.tokens.keys
        for at in range(hit.at - 1, max(sentence.first, hit.at - 40) - 1, -1):
            if keys[at] == "عن":
                found, _ = self.sources.subject(at + 1, hit.at, strict=False)
                verb = next((i for i in range(at - 1, max(sentence.first, at - 15) - 1, -1) if self._passes(i)), None)
                if verb is not None:
                    hit.frame.via = self.sources.subject(verb + 1, at, strict=False)[0]
                return tuple(replace(speaker, rule="speaker.passed-on") for speaker in found)
        return ()

    def _passes(self, at: int) -> bool:
        word = self.tokens.words[at]
        return word is not None and word.cue is not None and word.cue.lemma == "نقل"

    # -- content ---------------------------------------------------------------------------------------------------

    def _draft(self, hit: _Hit, speakers: Speakers, sentence: Sentence, bounds: list[int]) -> Draft | None:
        frame = hit.frame
        within = self.span_of[hit.at]
        limit = within.last if within else sentence.last
        if within:
            limit = next((at for at in range(frame.start, limit) if self.tokens.keys[at] in {".", "؟", "!"}), limit)
        cue_end = hit.at + 1
        base = {
            "cue": (hit.at, cue_end), "speakers": speakers, "via": frame.via, "negated": "deny" in hit.cue.frames,
            "rule": frame.rule if not hit.noun else f"noun.{frame.rule.split('.')[-1]}",
        }  # fmt: skip
        if frame.rule in {"marks.after-cue", "marks.after-colon"} and frame.span is not None:
            return self._direct(frame.span, base)
        start = frame.start
        last = next((cut for cut in bounds if cut > start), limit)
        last = min(last, limit)
        span = self.sources.spans.get(start)
        if span is not None and not span.scare and self._ends_with(span, last):
            return self._direct(span, base)
        last = self._gloss(start, last)
        start, last = self._trim(start, last)
        if last <= start:
            return None
        parts = [] if within else self._parts(start, last)
        if frame.bare and not within and not parts:
            return Draft("direct", start, last, verbatim=[(start, last)], **base)  # type: ignore[arg-type]
        for part in parts:
            part.used = True
        verbatim = [(part.first, part.last) for part in parts]
        return Draft("mixed" if parts else "indirect", start, last, verbatim=verbatim, **base)  # type: ignore[arg-type]

    def _direct(self, span: Span, base: dict[str, object]) -> Draft | None:
        if span.used and not self._release(span, base["speakers"]):
            return None
        span.used = True
        start, last = self._trim(span.first, span.last)
        if last <= start:
            return None
        return Draft("direct", start, last, verbatim=[(start, last)], **base)  # type: ignore[arg-type]

    def _release(self, span: Span, speakers: object) -> bool:
        """Take a marked stretch from the clause around it, for a speaker inside whose words it is."""
        if not isinstance(speakers, tuple) or not speakers or speakers[0].start < 0:
            return False
        part = (span.first, span.last)
        for draft in reversed(self.drafts[-4:]):
            if draft.kind == "mixed" and part in draft.verbatim and draft.speakers != speakers:
                draft.verbatim.remove(part)
                draft.kind = "mixed" if draft.verbatim else "indirect"
                return True
        return False

    def _ends_with(self, span: Span, last: int) -> bool:
        """Tell whether a clause that begins with marks ends with them, but for a gloss."""
        keys, at = self.tokens.keys, span.closing
        if at >= last:
            return True
        key = keys[at]
        if key in _COMMAS or key in {".", "..", "-", ")", "("} or key in {"حيث", "من", "وذلك", "فيما", "حسب", "علي"}:
            following = self.sources.spans
            return not any(at < opening < last for opening in following if not following[opening].scare)
        return False

    def _parts(self, start: int, last: int) -> list[Span]:
        """Return the marked stretches of a clause that are the speaker's own words."""
        found, at = [], start
        while at < last:
            span = self.sources.spans.get(at)
            if span is not None:
                if not span.scare and not span.used:
                    found.append(span)
                at = span.closing
            at += 1 if span is None else 0
        return found

    def _gloss(self, start: int, last: int) -> int:
        """Cut off what the journalist adds behind a comma (في إشارة إلى، على حد قوله، بحسب)."""
        keys, words = self.tokens.keys, self.tokens.words
        for at in range(start + 1, last):
            word = words[at]
            if word is None or self.span_of[at] is not None:
                continue
            key = word.key
            comma = keys[at - 1] in _COMMAS
            if (key in _CLOSERS and comma) or key in _TURNS or (key == "لكن" and comma):
                return at
            if key in {"في", "وفي"} and comma and at + 1 < last and keys[at + 1] in {"اشاره", "حين", "وقت"}:
                return at
            if key in {"علي", "حسب", "بحسب", "وفق"} and any(
                keys[i] in _OWN_WORDS for i in range(at + 1, min(at + 3, last))
            ):
                return at
            if word.according and self._names_source(at):
                return at
        return last

    def _names_source(self, at: int) -> bool:
        keys = self.tokens.keys
        return at + 1 < len(keys) and (at + 1 in self.sources.starts or keys[at + 1] in _DATA)

    def _trim(self, start: int, last: int) -> tuple[int, int]:
        keys = self.tokens.keys
        while start < last and (keys[start] in _EDGE and self.tokens.words[start] is None):
            start += 1
        while last > start and (keys[last - 1] in _EDGE):
            last -= 1
        if last - start > 1 and keys[last - 1] == ")" and "(" not in keys[start:last]:
            last -= 1
        return start, last

    # -- without a verb --------------------------------------------------------------------------------------------

    def _headline(self, sentence: Sentence) -> bool:
        """Read «بوغدانوف: سنواصل ...» at the start of a paragraph."""
        if not sentence.opens:
            return False
        mention = self.sources.starts.get(sentence.first)
        at = mention.last if mention else sentence.first
        keys = self.tokens.keys
        if mention is None or mention.kind == "document" or at + 1 >= sentence.last or keys[at] != ":":
            return False
        found, _ = self.sources.subject(sentence.first, at, strict=False)
        if not found:
            return False
        speakers = tuple(replace(speaker, rule="speaker.headline") for speaker in found)
        base: dict[str, object] = {"cue": (at, at + 1), "speakers": speakers, "rule": "headline.colon"}
        span = self.sources.spans.get(at + 1)
        if span is not None and span.closing >= sentence.last - 1:
            draft = self._direct(span, base)
        else:
            start, last = self._trim(at + 1, sentence.last)
            draft = Draft("direct", start, last, verbatim=[(start, last)], **base) if last > start else None  # type: ignore[arg-type]
        if draft:
            self.drafts.append(draft)
            self.sources.heard(speakers)
        return draft is not None

    def _according(self, sentence: Sentence, own: list[Draft], bounds: list[int]) -> None:
        """Read بحسب X and وفقا لـX: the clause before it or behind it is X's."""
        words, spans = self.tokens.words, self.span_of
        credits = [
            at
            for at in range(sentence.first, sentence.last)
            if (word := words[at]) is not None and word.according and spans[at] is None
        ]
        for at in credits[:_MOST_CREDITS]:
            if any(draft.start <= at < draft.last for draft in own):
                continue
            speakers, after = self._according_source(at, sentence.last)
            opening = at <= sentence.first + 1
            start, last = self._according_content(at, after, sentence, bounds, opening=opening)
            if not speakers or last - start < 2:  # noqa: PLR2004 -- a clause has a verb and a noun
                continue
            if any(draft.start < last and start < draft.last for draft in own):
                continue
            rule = "according.before" if opening else "according.after"
            self._clause(start, last, (at, at + 1), speakers, rule)
            self.sources.heard(speakers)

    def _according_source(self, at: int, end: int) -> tuple[Speakers, int]:
        keys, words = self.tokens.keys, self.tokens.words
        index = at + 1
        if index < end and keys[index] in {"ما", "لما"}:
            index += 1
            if index < end and (word := words[index]) is not None and (word.cue or (word.key[-1] in "هت")):
                index += 1
                if word.cue is not None and word.cue.lemma == "نقل":
                    index = next((i + 1 for i in range(index, min(end, index + 8)) if keys[i] == "عن"), index)
        elif (keys[at].endswith("ما") and index < end and (word := words[index]) is not None and word.cue) or (
            index < end and keys[index] in _DATA and index + 1 in self.sources.starts
        ):
            index += 1
        if (
            index < end
            and index not in self.sources.starts
            and (word := words[index]) is not None
            and word.key.startswith("ل")
        ):
            pass
        found, last = self.sources.subject(index, end, strict=True)
        named = tuple(replace(s, rule="speaker.after-according") for s in found if not self._agency(s))
        return named, last

    def _agency(self, speaker: Speaker) -> bool:
        return speaker.actor in ACTORS and ACTORS[speaker.actor].agency

    def _according_content(
        self, at: int, after: int, sentence: Sentence, bounds: list[int], *, opening: bool
    ) -> tuple[int, int]:
        keys = self.tokens.keys
        if not opening:
            return self._trim(sentence.first, at)
        start = after
        while start < sentence.last and (keys[start] in _COMMAS or keys[start] in _SO or keys[start] == "ان"):
            start += 1
        last = next((cut for cut in bounds if cut > start), sentence.last)
        return self._trim(start, self._gloss(start, last))

    def _clause(self, start: int, last: int, cue: tuple[int, int] | None, speakers: Speakers, rule: str) -> None:
        parts = self._parts(start, last)
        verbatim = []
        for part in parts:
            part.used = True
            verbatim.append((part.first, part.last))
        whole = len(parts) == 1 and parts[0].opening <= start and parts[0].closing >= last
        kind: Kind = "direct" if whole else "mixed" if parts else "indirect"
        if whole:
            start, last = verbatim[0]
        self.drafts.append(Draft(kind, start, last, rule, verbatim, cue, speakers))

    def _left_over(self, sentence: Sentence, here: Speakers) -> None:
        """Read long marked stretches that no cue took: the speaker of the sentence or of the one before goes on."""
        at = sentence.first
        while at < sentence.last:
            span = self.sources.spans.get(at)
            at += 1
            if span is None:
                continue
            at = max(at, span.closing)
            if span.used or span.scare or span.size < _LONG or not span.closed:
                continue
            alone = span.opening <= sentence.first + 1 and span.closing >= sentence.last - 1
            speakers = here or (self.sources.recent[-1] if alone and self.sources.recent else ())
            if not speakers:
                continue
            rule = "marks.continued" if here else "marks.bare-paragraph"
            start, last = self._trim(span.first, span.last)
            if last > start:
                span.used = True
                self.drafts.append(
                    Draft("direct", start, last, rule, [(start, last)], None, carried(speakers, "speaker.carried-on"))
                )


def _joined(tokens: Tokens, at: int) -> bool:
    """Tell whether a verb goes on with و, so that its subject is not what stands right before it."""
    word = tokens.words[at]
    return (
        word is not None
        and word.cue is not None
        and word.key[0] in "وف"
        and word.key[1:] != ""
        and (word.cue.form != "past" or len(word.key) > len(word.cue.lemma))
        and word.key != word.cue.lemma
    )


def _nameless(cue: Cue) -> bool:
    """Tell whether a verb without any subject is a passive."""
    return cue.form == "present" and cue.lemma in IMPERSONAL


def _own(word: Word) -> bool:
    """Tell whether a word is قوله, بالقول or the like, which report as a verb does."""
    noun = word.noun
    return noun is not None and noun.lemma == "قول" and (noun.object or word.key.startswith(("بال", "ال")))


def words_noun(tokens: Tokens, at: int) -> Word | None:
    """Return a reporting noun with a pronoun that stands at a token (كرر دعوته إلى)."""
    word = tokens.words[at]
    return word if word is not None and word.noun is not None and word.noun.object else None


def _strong(frame: Frame) -> bool:
    return (
        frame.bare
        or frame.span is not None
        or frame.rule in {"clause.that", "marks.after-cue", "marks.after-colon", "document.said"}
    )
