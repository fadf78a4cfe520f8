"""Quotations of an article, sentence by sentence: cues and their frames, who speaks, and where content ends."""

from msgspec.structs import replace

from streams.quotes.contents import Contents, Terms
from streams.quotes.credits import Credits
from streams.quotes.deeds import Deeds
from streams.quotes.hit import Hit
from streams.quotes.hits import Hits
from streams.quotes.marks import Span
from streams.quotes.passage import Draft, Passage
from streams.quotes.postposed import Postposed
from streams.quotes.sentences import Sentence
from streams.quotes.sources import Sources
from streams.quotes.speakers import Speakers, carried, is_agency, is_outlet
from streams.quotes.tokens import Tokens
from streams.quotes.voices import Voices, is_passive

_LONG = 5
#: Words of a subheading, and one more.
_HEADING = 8
_STOPS = frozenset(".!؟?…") | {".."}
#: From how many on states or bodies with a colon are the labels of a list.
_LIST = 4
_SHORT = 3
_FEW = 3


class Extractor:
    """Reads the quotations of one article.

    Args:
        tokens: The article.
        sources: Who speaks in it.
        marked: Its marked stretches.
    """

    def __init__(self, tokens: Tokens, sources: Sources, marked: list[Span]) -> None:
        self.passage = Passage(tokens, sources, marked)
        self.tokens = tokens
        self.sources = sources
        self.hits = Hits(self.passage)
        self.deeds = Deeds(tokens)
        self.voices = Voices(self.passage)
        self.contents = Contents(self.passage)
        self.credits = Credits(self.passage, self.contents)
        self.listed: frozenset[int] = frozenset()
        self.postposed = Postposed(self.passage, self.contents)

    def read(self, found: list[Sentence]) -> list[Draft]:
        """Return the quotations of all sentences, in the order of their content."""
        self.listed = self._list(found)
        for sentence in found:
            if not self._headline(sentence):
                self._sentence(sentence)
        return sorted(self.passage.drafts, key=lambda draft: (draft.start, draft.last))

    def _list(self, found: list[Sentence]) -> frozenset[int]:
        """Find paragraphs that a list of states, each with a colon, opens (فرنسا: طردت ...): nobody speaks in them."""
        keys, starts = self.tokens.keys, self.sources.starts
        named = [
            sentence.first
            for sentence in found
            if sentence.opens
            and (mention := starts.get(sentence.first)) is not None
            and mention.kind in {"state", "body"}
            and mention.last < sentence.last
            and keys[mention.last] == ":"
        ]
        return frozenset(named) if len(named) >= _LIST else frozenset()

    def _sentence(self, sentence: Sentence) -> None:
        first, last = sentence.first, sentence.last
        if not (self.passage.told_in(first, last) or self.passage.spans_in(first, last)):
            # Somebody who does something takes two words.
            self.sources.topic = self.sources.theme(sentence) if last - first > 1 else ((), False)
            return
        drafts = self.passage.drafts
        known = len(drafts)
        bounds, here = self._reports(sentence)
        self._pass_on(known)
        told = len(drafts) > known
        self.sources.topic = ((), False) if told else self.sources.theme(sentence)
        self.credits.read(sentence, drafts[known:], bounds)
        self.postposed.read(sentence)
        self._left_over(sentence, here)

    def _reports(self, sentence: Sentence) -> tuple[list[int], Speakers]:
        """Read what the cues of a sentence report; return where reports begin in it, and who spoke last."""
        hits = self.hits.of(sentence)
        cuts = {id(hit) for hit in hits if self.hits.cuts.begins(hit, hits[0])}
        bounds = sorted(
            {hit.cut for hit in hits if id(hit) in cuts} | self.hits.cuts.turns(sentence) | self.hits.cuts.calls(hits)
        )
        here, reach = self.credits.opening(sentence), sentence.first
        for hit in hits:
            nested = hit.at < reach and id(hit) not in cuts
            if nested and hit.cue.lemma == "اتفق":
                continue
            speakers = self.voices.of(hit, sentence, here, nested=nested)
            if not speakers and (nested or is_passive(hit.cue)):
                continue
            if "own" in hit.cue.frames and not (hit.frame.speakers and hit.at + 1 in self.sources.starts):
                continue
            draft = self.contents.of(hit, speakers, sentence, bounds)
            if draft is None or (not speakers and (draft.kind == "indirect" or draft.rule == "described.as")):
                continue
            if speakers and speakers[0].start < 0 and self.hits.shows(hit, sentence):
                continue
            if self.deeds.is_one(hit, draft):
                self.sources.heard(hit.frame.speakers)
                continue
            self.passage.drafts.append(draft)
            if not nested and not self._told_of(hit, sentence):
                here, reach = speakers, max(reach, draft.last)
                self.sources.heard(speakers, feminine=self._gender(hit), own=hit.noun)
        return bounds, here

    def _pass_on(self, known: int) -> None:
        """Drop what an agency tells where all of it is what another said (ذكرت وكالة الأنباء أن الوزير أكد أن).

        Args:
            known: How many quotations there were before the sentence.
        """
        drafts = self.passage.drafts
        for outer in drafts[known:]:
            if (
                outer.verbatim
                or outer.rule != "clause.that"
                or not (outer.speakers and all(map(is_agency, outer.speakers)))
            ):
                continue
            begins = self.tokens.starts[outer.start]
            for inner in drafts[known:]:
                told = inner is not outer and inner.last == outer.last and inner.rule != "headline.colon"
                if told and inner.speakers and inner.speakers[0].start == begins and not is_outlet(inner.speakers[0]):
                    inner.via = inner.via or outer.speakers
                    drafts.remove(outer)
                    break

    def _gender(self, hit: Hit) -> bool | None:
        """Return whether a verb, or the pronoun of a noun, shows that a woman or a body speaks (قالت، قولها)."""
        if not hit.noun:
            return hit.cue.feminine if hit.cue.number == 1 else None
        key = self.tokens.keys[hit.at]
        return (True if key.endswith("ها") else None) if hit.cue.object else None

    def _told_of(self, hit: Hit, sentence: Sentence) -> bool:
        """Tell whether somebody else speaks of what a verb reports (علق الرئيس على ما أفاد به مصدران)."""
        return self.tokens.keys[hit.at - 1] == "ما" and bool(self.sources.lead(sentence, hit.at)[0])

    def _headline(self, sentence: Sentence) -> bool:
        """Read «بوغدانوف: سنواصل ...» at the start of a paragraph."""
        mention = self.sources.starts.get(sentence.first) if sentence.opens else None
        if mention is None or mention.kind == "document" or sentence.first in self.listed:
            return False
        at = mention.last
        if at + 1 >= sentence.last or self.tokens.keys[at] != ":":
            return False
        found, _ = self.sources.subject(sentence.first, at, strict=False)
        speakers = tuple(replace(speaker, rule="speaker.headline") for speaker in found)
        terms = Terms(cue=(at, at + 1), speakers=speakers, via=(), stance="neutral", rule="headline.colon")
        span = self.passage.spans.get(at + 1)
        start, last = self.passage.trim(at + 1, sentence.last)
        if span is not None and span.closing >= sentence.last - 1:
            draft = self.contents.marked(span, terms)
        else:
            draft = Draft("direct", start, last, verbatim=[(start, last)], **terms) if last > start else None
        if draft is not None and speakers:
            self.passage.drafts.append(draft)
            self.sources.heard(speakers)
        return draft is not None and bool(speakers)

    def _goes_on(self, span: Span) -> bool:
        """Tell whether و joins a short stretch to somebody's words right before it (صاح: "قف" و"ارفع يديك")."""
        drafts, before = self.passage.drafts, span.opening - 1
        if before < 1 or self.tokens.keys[before] not in {"و", "او"} or not drafts:
            return False
        behind = max((draft.last for draft in drafts[-_FEW:] if draft.kind == "direct"), default=-1)
        return behind > 0 and 0 < before - behind <= _SHORT

    def _follows(self, span: Span) -> bool:
        """Tell whether nothing but marks and line feeds stands between a stretch and somebody's own words before it."""
        last = max((draft.last for draft in self.passage.drafts[-_FEW:] if draft.kind == "direct"), default=-1)
        return 0 < last <= span.opening and not any(self.tokens.words[last : span.opening])

    def _heads(self, span: Span) -> bool:
        """Tell whether a short paragraph of marks is a subheading out of what is said elsewhere: no stop closes it."""
        keys, last = self.tokens.keys, span.closing
        ends = last >= len(keys) or keys[last] == "\n"
        return ends and span.size < _HEADING and keys[span.last - 1] not in _STOPS

    def _left_over(self, sentence: Sentence, here: Speakers) -> None:
        """Read long marked stretches that no cue took: the speaker of the sentence or of the one before goes on."""
        past = sentence.first
        for span in self.passage.spans_in(sentence.first, sentence.last):
            if span.opening < past:
                continue
            past = span.closing
            if span.used or span.scare or not span.closed:
                continue
            alone = span.opening <= sentence.first + 1 and span.closing >= sentence.last - 1
            if alone and sentence.opens and self._heads(span):
                continue
            alone = alone or self.contents.glosses.owns(span.closing, sentence.last)
            if span.size < _LONG and not self._goes_on(span) and not (alone and self._follows(span)):
                continue
            speakers = here or (self.sources.recent[-1] if alone and self.sources.recent else ())
            if not speakers:
                continue
            terms = Terms(
                cue=None,
                speakers=carried(speakers, "speaker.carried-on"),
                via=(),
                stance=None,
                rule="marks.continued" if here else "marks.bare-paragraph",
            )
            draft = self.contents.marked(span, terms)
            if draft is not None:
                self.passage.drafts.append(draft)
