"""Voices: whose words follow a cue, named behind it, before it, or not at all."""

from bisect import bisect_right

from msgspec.structs import replace

from schemas.folding import words
from streams.lexicon.cues import IMPERSONAL, Cue
from streams.lexicon.wording import QUANTIFIERS, UNNAMED, folded
from streams.quotes.before import CONTRAST, RELATIVES, RESUMING
from streams.quotes.hit import Hit
from streams.quotes.passage import Passage
from streams.quotes.reporting import IN_IT, PRECEDED
from streams.quotes.sentences import Sentence
from streams.quotes.sources import agrees
from streams.quotes.speakers import Speaker, Speakers, carried

_BACK = 40
_VERB_BACK = 15
_VIA = 6
_FROM = 8
_TWO = 2
_FEMININE = folded("التي والتي")
#: Endings of plurals and duals.
_SEVERAL = ("ون", "ين", "ان", "ات", "اء", "و", "اده")
#: Whose words are passed on, where only a pronoun says so.
FROM_HIM = folded("عنه عنها")
#: Verbs that ascribe words to whom إلى names.
_ASCRIBING = frozenset(f"{link}{verb}" for link in ("", "و") for verb in folded("نسب نسبت عزا عزت أسند أسندت"))
#: Verbs that go on with what somebody said.
_CONTINUING = folded("أضاف تابع أردف استطرد واصل أكمل زاد")


class Voices:
    """Finds who speaks.

    Args:
        passage: The article.
    """

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
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
        if hit.cue.lemma == "نقل" and hit.at + 1 < sentence.last and self.tokens.keys[hit.at + 1] in FROM_HIM:
            return self._of_him(hit, hit.at + 1) or hit.frame.speakers
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
        if preceded := self._preceded(hit, sentence) or self._as_for(hit, sentence):
            return preceded
        before = () if joined or hit.at == sentence.first else self.sources.before(hit.at, sentence)
        if hit.cue.object and before and before[0].rule == "speaker.relative":
            return carried(here, "speaker.carried-on") or self._dropped(hit, sentence, joined=joined)
        if before and before[0].rule == "speaker.relative" and self._is_of_another(hit, before[0]):
            return self._behind_pronoun(hit, sentence)
        if nested and not before and self._called_so(hit):
            return carried(here, "speaker.carried-on")  # مما وصفه بـ"..." inside somebody's words
        if joined and not before and (hit.cue.object or not here):
            before = self.sources.behind_relative(hit.at, feminine=hit.cue.feminine)
        return before if before or nested else self._going_on(hit, sentence, here, joined=joined)

    def _as_for(self, hit: Hit, sentence: Sentence) -> Speakers:
        """Read whom أما names of what a verb with ف tells behind it (أما مريم، التي ولدت هناك، فقالت)."""
        keys, first = self.tokens.keys, sentence.first
        if keys[first].removeprefix("و") != "اما" or not keys[hit.at].startswith("ف") or first + 1 >= hit.at:
            return ()
        found, _ = self.sources.subject(first + 1, hit.at, strict=False)
        fits = found and agrees(found, feminine=hit.cue.feminine, number=hit.cue.number)
        return tuple(replace(speaker, rule="speaker.before-verb") for speaker in found) if fits else ()

    def _preceded(self, hit: Hit, sentence: Sentence) -> Speakers:
        """Read who did before what أن brings in, behind لـ or before a relative pronoun (سبق لروسيا أن أعلنت)."""
        keys = self.tokens.keys
        if hit.at - 1 <= sentence.first or keys[hit.at - 1] != "ان":
            return ()
        near = range(hit.at - 2, max(sentence.first, hit.at - _VIA) - 1, -1)
        at = next((index for index in near if keys[index] in PRECEDED), -1)
        if at < 0:
            return ()
        if at == hit.at - 2:
            return self.sources.before(at, sentence) if at > sentence.first else ()
        return self.sources.subject(at + 1, hit.at, strict=False, governed=True)[0]

    @staticmethod
    def _called_so(hit: Hit) -> bool:
        return hit.cue.object and hit.cue.number == 1 and hit.frame.rule in {"described.as", "marks.after-cue"}

    def _going_on(self, hit: Hit, sentence: Sentence, here: Speakers, *, joined: bool) -> Speakers:
        """Find who goes on speaking in a sentence; nobody where a thing is told to say something."""
        if not joined and self._about_thing(hit):
            return ()  # الاتهامات التي تفيد بأن
        going = carried(here, "speaker.carried-on")
        if is_passive(hit.cue):
            return going
        if hit.cue.number > _TWO and not (going and going[0].plural):
            several = carried(self.sources.many(sentence, hit.at), "speaker.sentence-subject")
            if several:
                return several
        if going and not is_another(here, hit.cue):
            return going
        if going and joined and (inner := self._told_of(hit)):
            return inner
        return self._dropped(hit, sentence, joined=joined) or going

    def _told_of(self, hit: Hit) -> Speakers:
        """Find whom the report before a verb tells of, where its speaker cannot go on (كشف التقرير أن منى ...، وقالت).

        Args:
            hit: The verb.
        """
        drafts, sources = self.passage.drafts, self.sources
        draft = drafts[-1] if drafts else None
        if draft is None or draft.rule != "clause.that" or draft.last > hit.at or draft.start + 1 >= draft.last:
            return ()
        found, last = sources.subject(draft.start, draft.last, strict=False)
        fits = len(found) == 1 and last < draft.last and agrees(found, feminine=hit.cue.feminine, number=hit.cue.number)
        fits = fits and found[0].feminine is not None
        return carried(found, "speaker.sentence-subject") if fits else ()

    def _is_of_another(self, hit: Hit, speaker: Speaker) -> bool:
        """Tell whether a relative clause is about its noun but has another subject (البيان الذي أعلنت عنه الدولة)."""
        keys, cue = self.tokens.keys, hit.cue
        if hit.at + 1 < len(keys) and keys[hit.at + 1] in RESUMING:
            return True
        return cue.number == 1 and not speaker.plural and speaker.feminine not in {None, cue.feminine}

    def _about_thing(self, hit: Hit) -> bool:
        keys = self.tokens.keys
        resumed = hit.cue.object or (hit.at + 1 < len(keys) and keys[hit.at + 1] in RESUMING)
        other = keys[hit.at - 1] in _FEMININE and not hit.cue.feminine  # الأفلام التي يقول إنها ...
        return keys[hit.at - 1] in RELATIVES and not (resumed or other)

    def _behind_pronoun(self, hit: Hit, sentence: Sentence) -> Speakers:
        at = hit.at + 1
        if at >= sentence.last or self.tokens.keys[at] not in RESUMING:
            return ()
        at += 1
        return self.sources.subject(at, sentence.last, strict=True)[0] if at < sentence.last else ()

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
        if subject := self._adjacent(hit, sentence, led=not here):
            return subject
        if here and (subject := self._contrasted(hit, sentence)):
            return subject
        credited = bool(here) and here[0].rule == "speaker.after-according"
        own = sources.first_of(sentence, hit.at, number=cue.number) if credited else ()
        own = own if own and not self._within_credit(own[0], sentence, here[0]) else ()
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
        topic = sources.topic[0] if hit.at <= sentence.first + 1 else ()
        if not found and topic and agrees(topic, feminine=cue.feminine, number=cue.number):
            return carried(topic, "speaker.sentence-subject")  # رد الوزير على التصريحات. قائلا إن
        return found or sources.going_on(feminine=cue.feminine, number=cue.number, nominal=not cue.feminine)

    def _within_credit(self, speaker: Speaker, sentence: Sentence, credited: Speaker) -> bool:
        """Tell whether somebody is named before whom a credit gives the clause to (بحسب ما نقلت صحيفة عن الوزير)."""
        first = self.tokens.starts[sentence.first]
        named = (mention for mention in self.sources.referents.mentions if mention.start >= first)
        mention = next((mention for mention in named if mention.full == speaker.name), None)
        return mention is not None and mention.start < credited.start

    def _contrasted(self, hit: Hit, sentence: Sentence) -> Speakers:
        """Read the subject that لكن brings in before the verb that a participle goes with (لكن داود يرد عليه قائلا)."""
        for at in range(hit.at - 1, max(sentence.first + 1, hit.at - _VERB_BACK), -1):
            word = self.tokens.words[at]
            if word is None or word.that:
                break
            if word.acts or (word.cue is not None and word.cue.form in {"past", "present"}):
                found = self.sources.before(at, sentence)
                first = bisect_right(self.tokens.starts, found[0].start) - 1 if found else 0
                fits = found and found[0].feminine in {None, hit.cue.feminine}
                return found if fits and self.tokens.keys[first - 1] in CONTRAST else ()
        return ()

    def _adjacent(self, hit: Hit, sentence: Sentence, *, led: bool) -> Speakers:
        """Read the subject right before a participle whose verb stands before it (علق عليه الوزير قائلا).

        Behind a verb that و joins to what somebody said before it may be the object, unless the verb is `led`.
        """
        if hit.at - 1 not in self.sources.at:
            return ()
        found = self.sources.before(hit.at, sentence)
        if not found or not found[0].human or found[0].feminine not in {None, hit.cue.feminine}:
            return ()
        at = bisect_right(self.tokens.starts, found[0].start) - 2
        at -= at > sentence.first and self.tokens.keys[at] in RESUMING
        word = self.tokens.words[at] if at >= sentence.first else None
        taken = at > 0 and (self.tokens.keys[at - 1] == "قد" or at - 1 in self.sources.at)  # its subject stands before
        verb = word is not None and (word.acts or word.cue is not None) and (led or word.key[0] != "و") and not taken
        return found if verb else ()

    def _dropped(self, hit: Hit, sentence: Sentence, *, joined: bool) -> Speakers:
        """Find who goes on speaking where nothing names the subject."""
        sources, cue = self.sources, hit.cue
        if hit.at > sentence.first + 1:
            found = () if joined else sources.opening(sentence, hit.at)
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
        last = () if found else sources.going_on(feminine=False, number=1, nominal=True)
        if cue.form in {"past", "present"} and cue.feminine and cue.number == 1 and self._is_his(last):
            hers = carried(sources.agreeing(hit.at), "speaker.carried-on")
            return hers or (last if cue.form == "past" else ())
        return found or last

    @staticmethod
    def _is_his(speakers: Speakers) -> bool:
        """Tell whether one speaker is masculine for sure, so that وأفادت is somebody else's."""
        alone = len(speakers) == 1 and not speakers[0].plural
        return alone and speakers[0].feminine is False and (bool(speakers[0].actor) or not speakers[0].human)

    def _of_noun(self, hit: Hit, sentence: Sentence, here: Speakers) -> Speakers:
        saying = hit.cue.lemma == "قول"
        if hit.frame.speakers and not saying:
            return hit.frame.speakers
        named = self._behind_from(hit, sentence) if hit.cue.object and (saying or self._is_passed_on(hit)) else ()
        if named:
            return named
        if here:
            return carried(here, "speaker.carried-on")
        return self.sources.first_of(sentence, hit.at) or self.sources.going_on(feminine=False, number=1, nominal=True)

    def _is_passed_on(self, hit: Hit) -> bool:
        """Tell whether a noun with a pronoun stands close behind عن (نقلت الصحيفة عن مصادر تأكيدها وجود ...)."""
        near = max(hit.at - _FROM, 0)
        told = "عن" in self.tokens.keys[near : hit.at]
        return told and any(map(self._passes, range(max(near - _VERB_BACK, 0), hit.at)))

    def _behind_from(self, hit: Hit, sentence: Sentence) -> Speakers:
        """Read the speaker of قوله behind عن or على لسان, and who passes the words on (ونقلت وكالة عن الرئيس قوله)."""
        keys = self.tokens.keys
        for at in range(hit.at - 1, max(sentence.first, hit.at - _BACK) - 1, -1):
            if keys[at] in FROM_HIM and self._passes(at - 1):
                return self._of_him(hit, at)
            behalf = keys[at] == "لسان" and keys[at - 1] == "علي"
            ascribed = keys[at] == "الي" and self._ascribes(at, sentence)
            if not (keys[at] == "عن" or behalf or ascribed) or keys[at + 1] in UNNAMED:
                continue
            found, _ = self.sources.subject(at + 1, hit.at, strict=False, governed=True)
            back = range(at - 1, max(sentence.first, at - _VERB_BACK) - 1, -1)
            verb = next((index for index in back if self._passes(index)), None)
            if verb is not None:
                hit.frame.via = self.sources.subject(verb + 1, at, strict=False)[0]
            return tuple(replace(speaker, rule="speaker.passed-on") for speaker in found)
        return ()

    def _ascribes(self, at: int, sentence: Sentence) -> bool:
        """Tell whether a verb before إلى ascribes words to somebody (نسبت الوكالة إلى الوزير قوله)."""
        return not _ASCRIBING.isdisjoint(self.tokens.keys[max(sentence.first, at - _VERB_BACK) : at])

    def _of_him(self, hit: Hit, at: int) -> Speakers:
        """Read whose words an agency passes on that are only referred to (ونقلت عنه الوكالة قوله)."""
        hit.frame.via = self.sources.subject(at + 1, max(hit.at, at + 1 + _VIA), strict=False)[0]
        return self.sources.going_on(feminine=self.tokens.keys[at] == "عنها", number=1)

    def _passes(self, at: int) -> bool:
        word = self.tokens.words[at]
        return word is not None and word.cue is not None and word.cue.lemma == "نقل"


def is_another(speakers: Speakers, cue: Cue) -> bool:
    """Tell whether a verb cannot go on with what somebody said: its gender is another, or it speaks of several."""
    if cue.number == 1:
        return len(speakers) == 1 and speakers[0].feminine not in {None, cue.feminine}
    first = words(speakers[0].name)[:1]
    several = speakers[0].plural or (bool(first) and (first[0].endswith(_SEVERAL) or first[0] in QUANTIFIERS))
    return len(speakers) == 1 and speakers[0].human and bool(speakers[0].actor) and not several


def is_passive(cue: Cue) -> bool:
    """Tell whether a verb without any subject is a passive that names nobody (يذكر أن، يتوقع أن)."""
    return cue.form == "present" and cue.lemma in IMPERSONAL and not cue.feminine and cue.number == 1
