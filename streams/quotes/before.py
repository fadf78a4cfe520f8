"""Before: who speaks where the subject stands before its verb."""

from bisect import bisect_right

from msgspec.structs import replace

from streams.lexicon.wording import PEOPLE_HEADS, QUANTIFIERS, folded
from streams.quotes.found import Found
from streams.quotes.leads import LEADS, Leads
from streams.quotes.phrases import is_noun, plain, to_people
from streams.quotes.sentences import Sentence
from streams.quotes.speakers import Speaker, Speakers
from streams.quotes.tokens import Word

_COMMAS = frozenset("،,")
_AND = frozenset("وف")
#: Whom a verb in the plural goes on about.
_WHO = folded("الذين والذين")
_MAX_BEFORE = 6
_MAX_PEOPLE = 3
#: Words for people that mostly tell where else (على جانب آخر، من جهة أخرى).
_SIDES = folded("جانب جهة طرف عدد بعض وسائل وسيلة إحدى أحد")
RELATIVES = folded("الذي التي الذين والتي والذي")
_HIS = folded("الذي والذي")
#: What stands between people and what they had said (مسؤولون كانوا قد هددوا).
_HAVING = folded("قد كانوا كانا كانتا")
_HAD = frozenset(["قد", "،", ","])
_WAS = folded("كان وكان كانت وكانت")
#: Prepositions with the pronoun of whom or what a relative clause is about.
RESUMING = folded("عنه عنها عنهم به بها بهم فيه فيها عليه عليها عليهم إليه إليها منه منها له لها لهم")
#: Conjunctions behind which another speaks: the subject stands right behind them, before its verb.
CONTRAST = folded("لكن ولكن بينما وبينما فيما")
#: Adjectives that mostly tell where else (من جانب آخر), and sometimes who else (فريقا آخر).
_OTHER = folded("آخر أخرى")
_MAX_LEAD = 6
_TWO = 2
_BETWEEN = folded("قد ايضا بدوره بدورها نفسه نفسها الذي التي الذين والتي والذي كان كانت كانوا كانا كانتا")
_PREPOSITIONS = folded("""
في من الي علي عن مع حتي لدي عند بين ضد نحو حول عبر دون امام بعد قبل خلال عقب منذ تجاه بشان مثل
""")


class Before(Leads):
    """Reads subjects before verbs in one article."""

    def before(self, at: int, sentence: Sentence) -> Speakers:
        """Read the subject that stands before a verb (وكان الجبير قد قال، زعيم الأقلية، تشاك شومر، قال).

        Args:
            at: The verb.
            sentence: Its sentence.
        """
        tokens, index, relative = self.tokens, at - 1, False
        if found := self._unnamed_before(index, sentence):
            return found
        while index >= sentence.first:
            word = tokens.words[index]
            mention = self.at.get(index)
            if mention is not None:
                if tokens.keys[mention.first - 1].isdigit() and mention.kind == "state":
                    return ()  # طردت 23 روسيا تقول إنهم
                inner = not relative and self._in_relative(mention) and not self._accompanies(at)
                if not inner and not relative and (whole := self._of_mention(mention, at, sentence)):
                    return whole
                return () if inner else self._fit_before(mention, sentence, relative=relative)
            if word is None and tokens.keys[index] not in _COMMAS and tokens.keys[index] not in "()":
                break
            if word is not None and not (word.time or word.key in _BETWEEN):
                break
            relative = relative or tokens.keys[index] in {"الذي", "التي", "الذين", "والتي", "والذي"}
            index -= 1
        return self._words_before(index, sentence) if index == at - 1 else ()

    def _unnamed_before(self, index: int, sentence: Sentence) -> Speakers:
        """Read people without a name, or whom وكان names of what he had said, that end at a token before a verb."""
        keys = self.tokens.keys
        apart = index - (keys[index] in _COMMAS and index > sentence.first)
        if people := self._people_before(apart, sentence):
            return people
        had = apart
        while had > sentence.first and keys[had] in _HAVING:
            had -= 1
        if had < apart and (people := self._people_before(had, sentence)) and self._heads(people[0], sentence):
            return people
        if keys[index] in _WHO and (found := self._who(index - 1, sentence)):
            return found
        return self._had(index, sentence) if keys[index] in _HAD else ()

    def _who(self, last: int, sentence: Sentence) -> Speakers:
        """Read the people whom الذين takes up (لبعض المراقبين الذين توقعوا أن)."""
        last -= self.tokens.keys[last] in _COMMAS and last > sentence.first
        if last in self.at and self.at[last].kind in {"person", "body"}:
            return ()
        first, found = last, -1
        while first >= sentence.first and last - first <= _MAX_PEOPLE:
            word = self.tokens.words[first]
            if word is None or word.stop or word.cue or word.time or word.that:
                break
            people = plain(word) in PEOPLE_HEADS or to_people(word) or word.key.endswith(("ون", "ين"))
            found = first if people else found
            if people and not word.key.startswith("ال"):
                break
            first -= 1
        if found < 0:
            return ()
        before = self.tokens.keys[found - 1].lstrip("ولب") if found > sentence.first else ""
        found -= before in QUANTIFIERS | {"عدد", "بعض"}
        start, end = self.tokens.starts[found], self.tokens.ends[last]
        key = self.tokens.keys[found]
        name = self.tokens.text[start:end]
        if key.startswith("لل"):
            name = "ال" + name[2:]
        elif (key[0] in "لب" and (key[1:] in PEOPLE_HEADS or key[1:] in QUANTIFIERS)) or key.startswith("وال"):
            name, start = name[1:], start + 1
        return (Speaker(None, name, start, end, "speaker.relative", plural=True, human=True),)

    def _people_before(self, last: int, sentence: Sentence) -> Speakers:
        """Read people without a name right before a verb (بعض نواب المعارضة يتهمون، تقارير تحدثت)."""
        first = last
        while first > sentence.first and last - first < _MAX_PEOPLE and self._narrows(first):
            first -= 1
        word = self.tokens.words[first]
        if (
            word is None
            or word.definite
            or word.key.startswith("ال")
            or not (self._counts_people(word) or word.document == 0)
        ):
            return ()
        if first > sentence.first and self._governs(first - 1) and (first - 1 == sentence.first or word.key == "كتاب"):
            return ()
        whole = self.at.get(first)
        if whole is not None and whole.kind not in {"document", "office"}:
            return ()
        while first > sentence.first and self.tokens.keys[first - 1].removeprefix("و") in QUANTIFIERS:
            first -= 1
        start, end = self.tokens.starts[first], self.tokens.ends[last]
        start += self.tokens.keys[first][0] == "و" and self.tokens.keys[first][1:] in QUANTIFIERS
        name = self.tokens.text[start:end]
        return (Speaker(None, name, start, end, "speaker.before-verb", plural=True, human=True),)

    def _heads(self, speaker: Speaker, sentence: Sentence) -> bool:
        """Tell whether nothing but a verb or a conjunction stands before somebody (وكانت مصادر محلية قد أعلنت)."""
        first = bisect_right(self.tokens.starts, speaker.start) - 1
        before = self.tokens.words[first - 1]
        return first == sentence.first or self.tokens.keys[first - 1] in _WAS or (before is not None and before.that)

    def _narrows(self, at: int) -> bool:
        """Tell whether a word may narrow people before it (المعارضة in نواب المعارضة)."""
        word, before = self.tokens.words[at], self.tokens.words[at - 1]
        if word is None or before is None or word.stop or word.cue or word.time or word.that or before.definite:
            return False
        near = before, self.tokens.words[max(at - 2, 0)]
        return any(self._counts_people(other) or (other is not None and other.document == 0) for other in near)

    @staticmethod
    def _counts_people(word: Word | None) -> bool:
        return word is not None and word.key in PEOPLE_HEADS and not word.stop and word.key not in _SIDES

    def _had(self, at: int, sentence: Sentence) -> Speakers:
        """Read whom وكان names of what he had said (وكان الوزير، الذي زار باريس، قد قال)."""
        for index in range(sentence.first, min(sentence.first + 2, at)):
            if self.tokens.keys[index] in _WAS:
                found, _ = self.subject(index + 1, at, strict=False)
                return tuple(replace(speaker, rule="speaker.before-verb") for speaker in found)
        return ()

    def _fit_before(self, mention: Found, sentence: Sentence, *, relative: bool) -> Speakers:
        first = mention
        while (previous := self.at.get(first.first - 2)) and self.tokens.keys[first.first - 1] in _COMMAS:
            if previous.kind not in {"person", "office"} or previous.first < sentence.first:
                break
            first = previous
        best = first if first.kind == "person" or mention.kind != "person" else mention
        if not relative and self._governed(first):
            if self.tokens.keys[first.first - 1] not in {"في", "من"}:
                return ()
            whole = self.at.get(first.first - 2)
            if whole is None or whole.kind not in {"office", "body"} or self._governed(whole):
                return ()
            best = whole
        speaker = self._speaker(best, self._long(best, mention.last))
        if relative and speaker.feminine is None and self._is_masculine(mention.last):
            speaker = replace(speaker, feminine=False)
        return (replace(speaker, rule="speaker.relative" if relative else "speaker.before-verb"),)

    def _is_masculine(self, at: int) -> bool:
        """Tell whether what takes up a name behind it, past a comma, is الذي: no verb in the feminine is his."""
        at += at + 1 < len(self.tokens) and self.tokens.keys[at] in _COMMAS
        return at < len(self.tokens) and self.tokens.keys[at] in _HIS

    def _of_mention(self, mention: Found, at: int, sentence: Sentence) -> Speakers:
        """Read the noun before a verb that a mention only completes (منتقدو الحكومة عبروا، تقييم السلطات يشير).

        People always come before whose they are; a thing only where the verb shows that it is not theirs.
        """
        first, verb = mention.first - 1, self.tokens.words[at]
        noun = self.tokens.words[first] if first >= sentence.first and mention.kind in {"body", "state"} else None
        if noun is None or verb is None or verb.cue is None or mention.start != self.tokens.starts[mention.first]:
            return ()
        closed = noun.stop or noun.cue or noun.that or noun.time or noun.acts or noun.state or first in self.at
        if closed or noun.key.startswith("ال") or noun.key[0] in "وفبلك" or (first > 0 and self._governs(first - 1)):
            return ()
        people = plain(noun) in PEOPLE_HEADS or (noun.key[-1] == "ي" and noun.key[:-1] + "ون" in PEOPLE_HEADS)
        thing = noun.common and mention.feminine is True and not verb.cue.feminine and verb.cue.number == 1
        if not (people or (thing and not noun.key.endswith("ه"))):
            return ()
        start, end = self.tokens.starts[first], self.tokens.ends[mention.last - 1]
        name = self.tokens.text[start:end]
        return (Speaker(None, name, start, end, "speaker.before-verb", plural=people, human=people),)

    def _accompanies(self, at: int) -> bool:
        word = self.tokens.words[at]
        return word is not None and word.cue is not None and word.cue.form == "participle"

    def _in_relative(self, mention: Found) -> bool:
        """Tell whether a mention is the subject of a relative clause (الوثائق التي حصلت عليها الدولة تظهر أن)."""
        at, keys = mention.first, self.tokens.keys
        return at > _TWO and keys[at - 1] in RESUMING and not RELATIVES.isdisjoint(keys[max(at - 4, 0) : at - 2])

    def _governed(self, mention: Found) -> bool:
        """Tell whether a preposition stands before a mention, so that it is no subject."""
        at = mention.first
        clitic = mention.start > self.tokens.starts[at] and self.tokens.keys[at][0] in "بلك"
        return clitic or (at > 0 and self._governs(at - 1))

    def _governs(self, at: int) -> bool:
        key = self.tokens.keys[at]
        return key in _PREPOSITIONS or (key[0] in _AND and key[1:] in _PREPOSITIONS)

    def _words_before(self, last: int, sentence: Sentence) -> Speakers:
        """Read a subject before the verb that is no mention, where it opens the sentence (لكن طاطور أصرت)."""
        first = last
        while first >= sentence.first and last - first < _MAX_BEFORE:
            word = self.tokens.words[first]
            lead = word is not None and word.key in LEADS and not (word.key in _OTHER and first == last)
            if word is None or word.stop or word.time or word.cue or word.that or lead:
                break
            if word.key[0].isdigit():
                return ()
            first -= 1
        before = self.tokens.words[first] if first >= sentence.first else None
        nested = before is not None and (before.that or before.key in CONTRAST)
        if first == last - (self.tokens.keys[last] in _OTHER) or not (nested or self._lead(sentence, first + 1)):
            return ()
        opener = self.tokens.words[first + 1]
        if opener is None or not is_noun(opener) or (opener.key[0] == "و" and first + 1 == sentence.first):
            return ()
        if first >= sentence.first and self._governs(first):
            return ()
        if (pair := self._pair(self.tokens.keys[last], first)) and last == first + 1:
            return pair
        start, end = self.tokens.starts[first + 1], self.tokens.ends[last]
        name = self.tokens.text[start:end]
        word = self.tokens.words[first + 1]
        joined = word is not None and word.base != word.key and word.key[0] == "و"
        return (Speaker(None, name[joined:], start + joined, end, "speaker.before-verb", human=True),)

    def _lead(self, sentence: Sentence, first: int) -> bool:
        """Tell whether only a lead-in stands before a subject (وكان، أما، من جانبه)."""
        words = self.tokens.words[sentence.first : first]
        return len(words) <= _MAX_LEAD and all(
            word is None or word.stop or word.time or word.key in LEADS for word in words
        )
