"""Sources: who speaks where the subject stands before the verb, or where there is none.

A verb comes first and its subject follows (`subjects`), or the subject stands before it (`before`), or it is missing
and the speaker of the sentence before goes on.
"""

from bisect import bisect_right
from operator import attrgetter

from msgspec.structs import replace

from schemas.folding import words
from schemas.ids import unknown_actor_id
from streams.lexicon.wording import folded
from streams.quotes import names
from streams.quotes.before import RELATIVES, RESUMING, Before
from streams.quotes.found import Found
from streams.quotes.sentences import Sentence
from streams.quotes.speakers import Speaker, Speakers, carried, is_outlet

_ISSUED_NEAR = 12
#: Endings of several people, of whom no verb in the singular tells behind them.
_SEVERAL = ("ون", "ين", "اء")
_RECENT = 6
_NAME = 2
_TWO = 2
_FIRST = 25
#: Verbs with which words are passed on, with their object.
_PASSED = folded("نقلته نقلتها ذكرته أوردته نشرته أفادته بثته")
#: What somebody writes or says at length.
_WRITINGS = folded("مقال مقالا مقالة رسالة خطاب خطابا كلمة حديث حديثا تغريدة منشور منشورا بيانا تقريرا تصريحا")
#: What لـ only tells the members of (اجتماع لمجلس الأمن).
_MEETINGS = tuple(folded("اجتماع جتماع جلسة قاء لقاء مؤتمر قمة"))
#: Characters before a verb within which somebody of its gender may be named.
_NAMED = 400


class Sources(Before):
    """Who speaks in one article."""

    def issuing(self, at: int, sentence: Sentence) -> Speakers:
        """Read who issued the statement that a verb says something in: its owner, who acted, or who is near."""
        for index in range(at - 1, max(sentence.first, at - _ISSUED_NEAR) - 1, -1):
            mention = self.at.get(index)
            if mention is not None and mention.kind == "document" and mention.first == index:
                named, last = self._document(mention, at)
                if named and mention.last < last >= at - 1:
                    return carried(named, "speaker.issuer")  # نقلت الوكالة بيان الوزارة وجاء فيه
            if mention is None or mention.kind in {"document", "state"}:
                continue
            if index >= at - _TWO and self._owns(mention):
                return carried((self._speaker(mention, mention.last),), "speaker.issuer")
            if self._governed(mention):
                if index >= at - _TWO and self._named_as_author(mention):
                    return carried((self._speaker(mention, mention.last),), "speaker.issuer")
                continue
            did = () if self._says(mention.first - 1) else self.near(sentence, at)
            if did and did[0].start < mention.start and (did[0].human or did[0].actor) and not is_outlet(did[0]):
                return carried(did, "speaker.issuer")  # نعت الرئاسة الوزير في بيان جاء فيه
            return carried(self._fit_before(mention, sentence, relative=True), "speaker.issuer")
        return ()

    def _owns(self, mention: Found) -> bool:
        """Tell whether لـ or من right behind what is said gives it to somebody (تصريحات للرئيس، مقال من الكاتب)."""
        keys, first = self.tokens.keys, mention.first
        if mention.start > self.tokens.starts[first]:
            return keys[first][0] == "ل" and not keys[first - 1].lstrip("وال").startswith(_MEETINGS)
        return keys[first - 1] == "من" and self._says(first - 2)

    def _says(self, at: int) -> bool:
        """Tell whether a word is a noun of what somebody says (تصريحات الوزير، بيان الحركة)."""
        word = self.tokens.words[at] if at >= 0 else None
        return word is not None and (word.noun is not None or word.document >= 0 or word.key in _WRITINGS)

    def _named_as_author(self, mention: Found) -> bool:
        """Tell whether words are ascribed to somebody (تصريحات نسبت إلى الوزير، أشار فيها إلى أن)."""
        keys, first = self.tokens.keys, mention.first
        ascribed = any(key.startswith(("نسب", "منسوب")) for key in keys[max(first - _ISSUED_NEAR // 2, 0) : first])
        return ascribed and keys[first - 1] == "الي"

    def on_behalf(self, at: int, end: int, speakers: Speakers) -> tuple[Speakers, Speakers, int]:
        """Read whose words an agency passes on (وذكرت رويترز نقلا عن مصدر أن); another agency does not speak either.

        Args:
            at: Token behind نقلا عن.
            end: Token after the last one of the sentence.
            speakers: Who passes the words on, as far as that is known.

        Returns:
            Who speaks, who passes the words on, and the token after them.
        """
        found, last = self.subject(at, end, strict=False, governed=True)
        told = found and (found[0].human or found[0].actor) and not is_outlet(found[0])
        if not told or not speakers or not all(map(is_outlet, speakers)):
            return speakers, (), last
        return tuple(replace(speaker, rule="speaker.passed-on") for speaker in found), speakers, last

    def behind_relative(self, at: int, *, feminine: bool) -> Speakers:
        """Read the subject right before a verb that goes on with a relative clause (التي نفتها الرياض ووصفتها)."""
        mention = self.at.get(at - 1)
        if mention is None or mention.last != at or self._governed(mention):
            return ()
        relative = self.tokens.keys[max(mention.first - 2, 0) : mention.first - 1]
        speaker = self._speaker(mention, mention.last)
        fits = speaker.feminine is None or speaker.feminine == feminine
        return carried((speaker,), "speaker.relative") if fits and relative and relative[0] in RELATIVES else ()

    def called(self, first: int, last: int, speakers: Speakers) -> Speakers:
        """Give an office the name that commas set off behind it, if what stands there is one."""
        if not speakers[0].human or names.person(self.tokens, first) != last or last - first < _NAME:
            return speakers
        name = self.tokens.slice(first, last)
        return (replace(speakers[0], name=name, actor=unknown_actor_id(name)),)

    def opening(self, sentence: Sentence, before: int) -> Speakers:
        """Read the actor that opens a sentence, before any verb (تيموثي هيث، وهو باحث في ...، يقول)."""
        for at in range(sentence.first, min(sentence.first + 3, before)):
            mention = self.starts.get(at)
            if mention is not None and mention.kind in {"person", "office", "body"} and self._lead(sentence, at):
                return () if self._governed(mention) else self._fit_before(mention, sentence, relative=False)
        return ()

    def theme(self, sentence: Sentence) -> tuple[Speakers, bool]:
        """Read who does what a whole sentence tells, behind its verb or before it (الصحيفة سلطت الضوء على ...).

        Args:
            sentence: The sentence.

        Returns:
            Who, perhaps nobody, and whether it was done with words.
        """
        lead = self.lead(sentence, sentence.last)
        if lead[0]:
            return lead
        opening = self.opening(sentence, sentence.last)
        return (opening, False) if opening and (opening[0].human or opening[0].feminine is not None) else ((), False)

    def first_of(self, sentence: Sentence, before: int, *, number: int = 1, feminine: bool | None = None) -> Speakers:
        """Read the subject of a sentence that no verb of speech opens: its first actor, or its first pair of them.

        Args:
            sentence: The sentence.
            before: Token before which it has to stand.
            number: 1, or more where several speak.
            feminine: Gender that the verb shows, None where it shows none.
        """
        if number > 1:
            return carried(self._several(sentence, before), "speaker.pair")
        for found in (self.lead(sentence, before)[0], self.opening(sentence, before), self.near(sentence, before)):
            if len(found) == 1 and (feminine is None or found[0].feminine in {None, feminine}) and not found[0].plural:
                return carried(found, "speaker.sentence-subject")
        for index in range(self.behind_setting(sentence, before), min(before, sentence.first + _FIRST)):
            mention = self.starts.get(index)
            if mention is None or mention.kind == "document" or mention.capital:
                continue
            if mention.kind == "office" and index - 1 in self.spans:  # كـ"رجل جديد"
                continue
            if mention.kind in {"person", "office"} or index <= sentence.first + 2:
                speaker = self._speaker(mention, mention.last)
                if feminine is not None and speaker.feminine not in {None, feminine}:
                    continue
                return carried((speaker,), "speaker.sentence-subject")
        return ()

    def _several(self, sentence: Sentence, before: int) -> Speakers:
        """Read who is meant by a dual: those whom و joins, or the two whom the sentence names, or a pair before it."""
        pairs = self.pairs_before(before)
        here = [pair for last, pair in pairs if last > sentence.first and pair[0].human]
        people = {
            mention.actor or mention.full: mention
            for index in range(sentence.first, before)
            if (mention := self.starts.get(index)) is not None and mention.kind == "person"
        }
        if here or len(people) != _TWO:
            told = here or [pair for _, pair in pairs if pair[0].human] or [pair for _, pair in pairs]
            return told[0] if told else ()
        return tuple(self._speaker(mention, mention.last) for mention in people.values())

    def going_on(self, *, feminine: bool, number: int, nominal: bool = False) -> Speakers:
        """Return who goes on speaking, the most recent speaker that agrees with the verb's form."""
        for speakers in reversed(self.recent[-_RECENT:]):
            if nominal or agrees(speakers, feminine=feminine, number=number):
                return carried(speakers, "speaker.carried-on")
        return ()

    def agreeing(self, before: int) -> Speakers:
        """Find the woman or body that is named last as doing something before a verb of hers (وأفادت).

        Args:
            before: Token of the verb.
        """
        start, mentions = self.tokens.starts[before], self.referents.mentions
        for at in range(bisect_right(mentions, start, key=attrgetter("end")) - 1, -1, -1):
            mention = mentions[at]
            if mention.end < start - _NAMED:
                break
            if mention.kind in {"person", "body"} and self._does(mention):
                speaker = self._speaker(mention, mention.last)
                if speaker.feminine or (speaker.feminine is None and mention.head.endswith("ه")):
                    return (speaker,)
        return ()

    def _does(self, mention: Found) -> bool:
        """Tell whether somebody stands right behind a verb, or behind it and the pronoun of its object (نقلته عنه)."""
        at = mention.first - 1
        at -= at > 0 and self.tokens.keys[at] in RESUMING
        word = self.tokens.words[at] if at >= 0 else None
        alone = mention.start == self.tokens.starts[mention.first]
        if word is None or not alone:
            return False
        return word.acts or word.key in _PASSED or (word.cue is not None and word.cue.form in {"past", "present"})

    def heard(self, speakers: Speakers, *, feminine: bool | None = None, own: bool = False) -> None:
        """Remember who spoke.

        Args:
            speakers: Who.
            feminine: Gender that the cue shows, None where it shows none.
            own: Whether a pronoun shows it (قولها), which is hers whoever she is.
        """
        if not speakers:
            return
        hers = feminine and (own or self._is_name(speakers[0]))  # وتقول رؤى
        told = feminine is not None and len(speakers) == 1 and (speakers[0].human or hers)
        if told and (speakers[0].feminine is None or feminine):
            speakers = (replace(speakers[0], feminine=feminine),)
        self.recent.append(speakers)

    def _is_name(self, speaker: Speaker) -> bool:
        """Tell whether somebody is called by one word that is no ordinary one, so by a name."""
        at = bisect_right(self.tokens.starts, speaker.start) - 1
        word = self.tokens.words[at] if speaker.start >= 0 else None
        if word is None or speaker.actor or speaker.end > self.tokens.ends[at]:
            return False
        return not (word.common or word.document >= 0 or word.body or word.key.startswith("ال"))


def agrees(speakers: Speakers, *, feminine: bool, number: int) -> bool:
    """Tell whether a verb of a gender and number may have these speakers as its subject."""
    if number > 1:
        return len(speakers) > 1 or speakers[0].plural
    if len(speakers) > 1:  # three states or more take the verb that الدول الثلاث takes
        return feminine and len(speakers) > _TWO and not any(speaker.human for speaker in speakers)
    if speakers[0].plural and words(speakers[0].name)[0].endswith(_SEVERAL):
        return False
    return speakers[0].feminine is None or speakers[0].feminine == feminine
