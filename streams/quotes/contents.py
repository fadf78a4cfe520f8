"""Contents: where the words of a quotation begin and end, and which of them are the speaker's own."""

from typing import TypedDict

from schemas.quotations import Stance
from streams.lexicon.wording import folded
from streams.quotes.glosses import ROOTED, Glosses
from streams.quotes.hit import NOMINAL, Hit
from streams.quotes.marks import Span
from streams.quotes.passage import COMMAS, Draft, Passage
from streams.quotes.sentences import Sentence
from streams.quotes.speakers import Speakers
from streams.quotes.surroundings import WHAT

#: Subordinators: the main clause behind theirs begins with ف (وبينما أكد الوزير أن ...، فإن الحكومة ...).
_SUBORDINATES = folded("بينما وبينما فيما وفيما رغم ورغم ومع مع وبالرغم بالرغم إذا وإذا لئن ولئن")
#: What opens a sentence with what happened before, at the same time or in spite of it (وبعد إعلان موسكو أن ...، غادر).
_WHEN = folded("بعد وبعد عقب وعقب منذ ومنذ إثر وإثر فور وفور عندما وعندما لما ولما رغم ورغم قبل وقبل غداة وغداة")
_AS_FOR = folded("يتعلق يخص يلي")
_MAIN = folded("فان فانه فانها فقد فانهم")
_LEAD = 5
#: Rules whose content is a noun phrase, not a clause.
_AFTER_MARKS = folded("حيث من وذلك فيما حسب علي")
_STOPS = frozenset([".", "؟", "!"])


class Terms(TypedDict):
    """What a quotation has besides its words."""

    cue: tuple[int, int] | None
    speakers: Speakers
    via: Speakers
    stance: Stance | None
    rule: str


class Contents:
    """Reads the words of quotations.

    Args:
        passage: The article.
    """

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self.tokens = passage.tokens
        self.spans = passage.spans
        self.glosses = Glosses(passage)

    def of(self, hit: Hit, speakers: Speakers, sentence: Sentence, bounds: list[int]) -> Draft | None:
        """Read the content of a cue.

        Args:
            hit: The cue.
            speakers: Who speaks.
            sentence: Its sentence.
            bounds: Where other reports begin in the sentence, in order.
        """
        frame = hit.frame
        terms = Terms(
            cue=(hit.at, hit.at + 1),
            speakers=speakers,
            via=frame.via,
            stance=hit.cue.stance,
            rule="described.as" if hit.cue.object and frame.rule == "marks.after-cue" else _rule(hit),
        )
        if frame.rule.startswith("marks") and frame.span is not None:
            return self.marked(frame.span, terms)
        within = self.passage.span_of[hit.at]
        last = self._limit(frame.start, within, sentence, bounds, noun=hit.noun)
        span = self.spans.get(frame.start)
        word = self.tokens.words[frame.start - 1]
        called = frame.rule == "described.as" and (word is None or not word.that) and not self._joined(span)
        if span is not None and not span.scare and (called or self._ends_with(span, last)):
            if terms["rule"] == "clause.noun":
                terms["rule"] = "marks.after-cue"
            return self.marked(span, terms)
        last = self.glosses.gloss(frame.start, last)
        last = self.glosses.itself(frame.start, last, speakers) if not within else last
        last = self.glosses.told(frame.start, last, hit.cue) if frame.rule in NOMINAL else last
        if hit.noun and not hit.cue.object and frame.rule in NOMINAL:
            last = self.glosses.phrase(frame.start, last)  # بعد إعلان موسكو وقف التجارب، حذر الوزير ...
        if frame.rule == "described.as" and self.tokens.keys[hit.at - 1] in WHAT:
            last = self.glosses.phrase(frame.start, last)
        start, last = self.passage.trim(frame.start, last)
        if last <= start:
            return None
        parts = [] if within else self._parts(start, last)
        carried = bool(speakers) and speakers[0].start < 0
        if frame.rule == "described.as" and carried and not hit.cue.object and not parts:
            return None  # a passive (لأسباب وصفت بالأمنية): nobody says it
        if frame.bare and not within and not parts:
            return Draft("direct", start, last, verbatim=[(start, last)], **terms)
        verbatim = _use(parts)
        return Draft("mixed" if parts else "indirect", start, last, verbatim=verbatim, **terms)

    def marked(self, span: Span, terms: Terms) -> Draft | None:
        """Take a marked stretch as a direct quotation."""
        if span.used and not self._release(span, terms):
            return None
        span.used = True
        start, last = self.passage.trim(span.first, span.last)
        return Draft("direct", start, last, verbatim=[(start, last)], **terms) if last > start else None

    def clause(self, start: int, last: int, terms: Terms) -> Draft:
        """Take a whole clause, whatever marks it has."""
        parts = self._parts(start, last)
        verbatim = _use(parts)
        if len(parts) == 1 and parts[0].opening <= start and parts[0].closing >= last:
            return Draft("direct", *verbatim[0], verbatim=verbatim, **terms)
        return Draft("mixed" if parts else "indirect", start, last, verbatim=verbatim, **terms)

    def _limit(self, start: int, within: Span | None, sentence: Sentence, bounds: list[int], *, noun: bool) -> int:
        """Return where content ends at the latest: where the sentence, the marks around it or another report says."""
        limit, keys = sentence.last, self.tokens.keys
        opened = self._subordinate(sentence) or keys[sentence.first] in _WHEN
        if opened and start <= sentence.first + 2 * _LEAD and not within:
            paused = (at for at in range(start + 2, limit) if keys[at - 1] in COMMAS)
            main = (
                at if keys[at] in _MAIN else at - 1 for at in paused if keys[at] in _MAIN or self._tells(at, noun=noun)
            )
            limit = next(main, limit)
        if within:
            limit = next((at for at in range(start, within.last) if keys[at] in _STOPS), within.last)
        return min(next((cut for cut in bounds if cut > start), limit), limit)

    def _tells(self, at: int, *, noun: bool) -> bool:
        """Tell whether a main clause begins at a token: with a verb in the past, or with anything behind a noun's."""
        word = self.tokens.words[at]
        joined = word is None or (word.key[0] == "و" and word.key not in ROOTED)
        if word is None or joined or self.passage.span_of[at] is not None:
            return False
        return (
            (noun and not word.stop)
            or word.acts
            or (word.cue is not None and word.cue.form == "past")
            or self.glosses.narrates(at, bare=True)
        )

    def _joined(self, span: Span | None) -> bool:
        """Tell whether و joins more to marks (وصفهم بـ"المغتصبين" و"القتلة")."""
        keys = self.tokens.keys
        return span is not None and span.closing < len(keys) and keys[span.closing][0] == "و"

    def _subordinate(self, sentence: Sentence) -> bool:
        keys, first = self.tokens.keys, sentence.first
        following = keys[first + 1] if first + 1 < sentence.last else ""
        if keys[first] in {"مع", "ومع"}:
            return following == "ان"
        return keys[first] in _SUBORDINATES and following not in _AS_FOR

    def _release(self, span: Span, terms: Terms) -> bool:
        """Take a marked stretch from the clause around it, for a speaker inside whose words it is."""
        speakers, described = terms["speakers"], terms["rule"] == "described.as"
        if not speakers or (speakers[0].start < 0 and not described):
            return False
        part = (span.first, span.last)
        for draft in reversed(self.passage.drafts[-4:]):
            if draft.kind == "mixed" and part in draft.verbatim and (described or draft.speakers != speakers):
                draft.verbatim.remove(part)
                draft.kind = "mixed" if draft.verbatim else "indirect"
                return True
        return False

    def _ends_with(self, span: Span, last: int) -> bool:
        """Tell whether a clause that begins with marks ends with them, but for a gloss."""
        keys, words, at = self.tokens.keys, self.tokens.words, span.closing
        if at >= last:
            return True
        if words[at] is not None and keys[at] not in _AFTER_MARKS:
            return False
        if words[at] is None and at + 1 < last and self.glosses.narrates(at + 1):
            return True
        return all((other := self.spans.get(index)) is None or other.scare for index in range(at + 1, last))

    def _parts(self, start: int, last: int) -> list[Span]:
        """Return the marked stretches of a clause that are the speaker's own words."""
        found, at = [], start
        while at < last:
            span = self.spans.get(at)
            at = span.closing if span else at + 1
            if span is not None and not span.scare and not span.used:
                found.append(span)
        return found


def _rule(hit: Hit) -> str:
    if not hit.noun:
        return hit.frame.rule
    return "noun.marks" if hit.frame.rule.startswith(("marks", "colon")) else "noun.clause"


def _use(parts: list[Span]) -> list[tuple[int, int]]:
    for part in parts:
        part.used = True
    return [(part.first, part.last) for part in parts]
