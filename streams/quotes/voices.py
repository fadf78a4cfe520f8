"""Voices: whose words follow a cue, named behind it, before it, or not at all."""

from dataclasses import replace

from streams.lexicon.cues import IMPERSONAL, Cue
from streams.lexicon.wording import UNNAMED, folded
from streams.quotes.hits import Hit
from streams.quotes.passage import Passage
from streams.quotes.reporting import IN_IT
from streams.quotes.sentences import Sentence
from streams.quotes.sources import agrees
from streams.quotes.speakers import Speakers, carried

_BACK = 40
_VERB_BACK = 15
#: Verbs that go on with what somebody said.
_CONTINUING = folded("أضاف تابع أردف استطرد واصل أكمل زاد")


class Voices:
    """Finds who speaks.

    Args:
        passage: The article.
    """

    def __init__(self, passage: Passage) -> None:
        self.tokens = passage.tokens
        self.sources = passage.sources

    def of(self, hit: Hit, sentence: Sentence, here: Speakers, *, nested: bool) -> Speakers:
        """Find whose words follow a cue.

        Args:
            hit: The cue.
            sentence: Its sentence.
            here: Who spoke before in the sentence.
            nested: Whether the cue stands inside what another one reports; then only words that name somebody count.
        """
        if hit.noun:
            return self._of_noun(hit, sentence, here)
        if hit.frame.speakers:
            return hit.frame.speakers
        if hit.cue.form == "participle":
            return self._accompanying(hit, sentence, here)
        return self._of_verb(hit, sentence, here, nested=nested)

    def _of_verb(self, hit: Hit, sentence: Sentence, here: Speakers, *, nested: bool) -> Speakers:
        word = self.tokens.words[hit.at]
        joined = word is not None and word.joined
        if self._in_it(hit):
            issuer = self.sources.issuing(hit.at, sentence)
            if issuer := issuer or carried(self.sources.lead(sentence, hit.at)[0], "speaker.issuer"):
                return issuer
        before = () if joined or hit.at == sentence.first else self.sources.before(hit.at, sentence)
        if hit.cue.object and before and before[0].rule == "speaker.relative":
            return carried(here, "speaker.carried-on") or self._dropped(hit, sentence, joined=joined)
        if (
            nested
            and not before
            and hit.cue.object
            and hit.cue.number == 1
            and hit.frame.rule in {"described.as", "marks.after-cue"}
        ):
            return carried(here, "speaker.carried-on")  # مما وصفه بـ"..." inside somebody's words
        before = before or (self.sources.behind_relative(hit.at, feminine=hit.cue.feminine) if joined else ())
        if before or nested:
            return before
        if here or is_passive(hit.cue):
            return carried(here, "speaker.carried-on")
        return self._dropped(hit, sentence, joined=joined)

    def _in_it(self, hit: Hit) -> bool:
        """Tell whether a verb goes on with فيه: whoever issued a statement speaks in it (أصدر الوزير بيانا قال فيه)."""
        keys = self.tokens.keys
        return hit.at + 1 < len(keys) and keys[hit.at + 1] in IN_IT

    def _accompanying(self, hit: Hit, sentence: Sentence, here: Speakers) -> Speakers:
        """Find whose participle it is: the speaker's or subject's before it, unless only the nearest name agrees."""
        sources, cue = self.sources, hit.cue
        alone = len(here) == 1 and here[0].human and not here[0].plural
        if cue.number > 1 and alone and (several := sources.first_of(sentence, hit.at, number=cue.number)):
            return several
        credited = bool(here) and here[0].rule == "speaker.after-according"
        own = sources.first_of(sentence, hit.at, number=cue.number) if credited else ()
        found = (
            own or carried(here, "speaker.carried-on")
            if here
            else sources.first_of(sentence, hit.at, number=cue.number, feminine=cue.feminine)
        )
        if not found or (cue.number == 1 and found[0].feminine is not None and found[0].feminine != cue.feminine):
            adjacent = (mention := sources.at.get(hit.at - 1)) is not None and mention.last == hit.at
            nearest = sources.before(hit.at, sentence) if adjacent else ()
            if nearest and nearest[0].feminine in {None, cue.feminine}:
                return nearest
        return found or sources.going_on(feminine=cue.feminine, number=cue.number, nominal=True)

    def _dropped(self, hit: Hit, sentence: Sentence, *, joined: bool) -> Speakers:
        """Find who goes on speaking where nothing names the subject."""
        sources, cue = self.sources, hit.cue
        if hit.at > sentence.first + 1:
            found = () if joined else sources.opening(sentence)
            found = found or sources.first_of(sentence, hit.at, number=cue.number, feminine=cue.feminine)
            if found:
                return found
        topic, spoken = sources.topic
        if (
            topic
            and (spoken or cue.lemma not in _CONTINUING)
            and agrees(topic, feminine=cue.feminine, number=cue.number)
        ):
            return carried(topic, "speaker.sentence-subject")
        found = sources.going_on(feminine=cue.feminine, number=cue.number)
        return found or sources.going_on(feminine=False, number=1, nominal=True)

    def _of_noun(self, hit: Hit, sentence: Sentence, here: Speakers) -> Speakers:
        saying = hit.cue.lemma == "قول"
        if hit.frame.speakers and not saying:
            return hit.frame.speakers
        named = self._behind_from(hit, sentence) if saying and hit.cue.object else ()
        if named:
            return named
        if here:
            return carried(here, "speaker.carried-on")
        return self.sources.first_of(sentence, hit.at) or self.sources.going_on(feminine=False, number=1, nominal=True)

    def _behind_from(self, hit: Hit, sentence: Sentence) -> Speakers:
        """Read the speaker of قوله behind عن or على لسان, and who passes the words on (ونقلت وكالة عن الرئيس قوله)."""
        keys = self.tokens.keys
        for at in range(hit.at - 1, max(sentence.first, hit.at - _BACK) - 1, -1):
            behalf = keys[at] == "لسان" and keys[at - 1] == "علي"
            if not (keys[at] == "عن" or behalf) or keys[at + 1] in UNNAMED:
                continue
            found, _ = self.sources.subject(at + 1, hit.at, strict=False, governed=True)
            back = range(at - 1, max(sentence.first, at - _VERB_BACK) - 1, -1)
            verb = next((index for index in back if self._passes(index)), None)
            if verb is not None:
                hit.frame.via = self.sources.subject(verb + 1, at, strict=False)[0]
            return tuple(replace(speaker, rule="speaker.passed-on") for speaker in found)
        return ()

    def _passes(self, at: int) -> bool:
        word = self.tokens.words[at]
        return word is not None and word.cue is not None and word.cue.lemma == "نقل"


def is_passive(cue: Cue) -> bool:
    """Tell whether a verb without any subject is a passive that names nobody (يذكر أن، يتوقع أن)."""
    return cue.form == "present" and cue.lemma in IMPERSONAL and not cue.feminine and cue.number == 1
