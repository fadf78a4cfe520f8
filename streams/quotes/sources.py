"""Sources: who speaks where the subject stands before the verb, or where there is none.

A verb comes first and its subject follows (`subjects`), or the subject stands before it, or it is missing and the
speaker of the sentence before goes on.
"""

from dataclasses import replace

from schemas.ids import unknown_actor_id
from streams.lexicon.wording import folded
from streams.quotes import names
from streams.quotes.mentions import Found
from streams.quotes.phrases import is_noun
from streams.quotes.sentences import Sentence
from streams.quotes.speakers import Speaker, Speakers, carried
from streams.quotes.subjects import Subjects

_COMMAS = frozenset("،,")
_MAX_BEFORE = 6
_MAX_LEAD = 6
_RECENT = 6
_NAME = 2
_FIRST = 25
_BETWEEN = folded("قد ايضا بدوره بدورها نفسه نفسها الذي التي الذين والتي والذي كان كانت")
_PREPOSITIONS = folded("""
في من الي علي عن مع حتي لدي عند بين ضد نحو حول عبر دون امام بعد قبل خلال عقب منذ تجاه بشان مثل
""")
_LEADS = folded("""
جانب اخر اخري الشان الملف جانبه جانبها جهته جهتها ناحيته بدوره بدورها وقت سابق سياق متصل السياق ذاته الصدد هذا
ذلك غضون الاطار نفسه المقابل اما وكان وكانت فقد وقد اثناء الاثناء وبدوره بدورهم
""")


class Sources(Subjects):
    """Who speaks in one article."""

    def before(self, at: int, sentence: Sentence) -> Speakers:
        """Read the subject that stands before a verb (وكان الجبير قد قال، زعيم الأقلية، تشاك شومر، قال).

        Args:
            at: The verb.
            sentence: Its sentence.
        """
        tokens, index, relative = self.tokens, at - 1, False
        while index >= sentence.first:
            word = tokens.words[index]
            mention = self.at.get(index)
            if mention is not None:
                return self._fit_before(mention, sentence, relative=relative)
            if word is None and tokens.keys[index] not in _COMMAS and tokens.keys[index] not in "()":
                break
            if word is not None and not (word.time or word.key in _BETWEEN):
                break
            relative = relative or tokens.keys[index] in {"الذي", "التي", "الذين", "والتي", "والذي"}
            index -= 1
        return self._words_before(index, sentence) if index == at - 1 else ()

    def _fit_before(self, mention: Found, sentence: Sentence, *, relative: bool) -> Speakers:
        first = mention
        while (previous := self.at.get(first.first - 2)) and self.tokens.keys[first.first - 1] in _COMMAS:
            if previous.kind not in {"person", "office"} or previous.first < sentence.first:
                break
            first = previous
        best = first if first.kind == "person" or mention.kind != "person" else mention
        if not relative and self._governed(first):
            return ()
        rule = "speaker.relative" if relative else "speaker.before-verb"
        return (replace(self._speaker(best, best.last), rule=rule),)

    def _governed(self, mention: Found) -> bool:
        """Tell whether a preposition stands before a mention, so that it is no subject."""
        at = mention.first
        clitic = mention.start > self.tokens.starts[at] and self.tokens.keys[at][0] in "بلك"
        return clitic or (at > 0 and self.tokens.keys[at - 1] in _PREPOSITIONS)

    def _words_before(self, last: int, sentence: Sentence) -> Speakers:
        """Read a subject before the verb that is no mention, where it opens the sentence (لكن طاطور أصرت)."""
        first = last
        while first >= sentence.first and last - first < _MAX_BEFORE:
            word = self.tokens.words[first]
            if word is None or word.stop or word.time or word.cue or word.that or word.key in _LEADS:
                break
            if word.key[0].isdigit():
                return ()
            first -= 1
        before = self.tokens.words[first] if first >= sentence.first else None
        nested = before is not None and before.that
        if first == last or not (nested or self._lead(sentence, first + 1)):
            return ()
        opener = self.tokens.words[first + 1]
        if opener is None or not is_noun(opener) or (opener.key[0] == "و" and first + 1 == sentence.first):
            return ()
        if before is not None and before.key in _PREPOSITIONS:
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
            word is None or word.stop or word.time or word.key in _LEADS for word in words
        )

    def called(self, first: int, last: int, speakers: Speakers) -> Speakers:
        """Give an office the name that commas set off behind it, if what stands there is one."""
        if not speakers[0].human or names.person(self.tokens, first) != last or last - first < _NAME:
            return speakers
        name = self.tokens.slice(first, last)
        return (replace(speakers[0], name=name, actor=unknown_actor_id(name)),)

    def opening(self, sentence: Sentence) -> Speakers:
        """Read the actor that opens a sentence, before any verb (تيموثي هيث، وهو باحث في ...، يقول)."""
        for at in range(sentence.first, min(sentence.first + 3, sentence.last)):
            mention = self.starts.get(at)
            if mention is not None and mention.kind in {"person", "office", "body"} and self._lead(sentence, at):
                return () if self._governed(mention) else self._fit_before(mention, sentence, relative=False)
        return ()

    def first_of(self, sentence: Sentence, before: int, *, number: int = 1) -> Speakers:
        """Read the subject of a sentence that no verb of speech opens: its first actor, or its first pair of them."""
        if number > 1:
            pair = next((pair for last, pair in reversed(self.pairs) if last <= before), ())
            return carried(pair, "speaker.pair")
        for index in range(sentence.first, min(before, sentence.first + _FIRST)):
            mention = self.starts.get(index)
            if mention is None or mention.kind == "document" or mention.capital:
                continue
            if mention.kind in {"person", "office"} or index <= sentence.first + 2:
                return carried((self._speaker(mention, mention.last),), "speaker.sentence-subject")
        return ()

    def going_on(self, *, feminine: bool, number: int, nominal: bool = False) -> Speakers:
        """Return who goes on speaking, the most recent speaker that agrees with the verb's form."""
        for speakers in reversed(self.recent[-_RECENT:]):
            if nominal or _agrees(speakers, feminine=feminine, number=number):
                return carried(speakers, "speaker.carried-on")
        return ()

    def heard(self, speakers: Speakers, *, feminine: bool | None = None) -> None:
        """Remember who spoke; the verb's gender tells the speaker's."""
        if not speakers:
            return
        if feminine is not None and len(speakers) == 1 and speakers[0].human and speakers[0].feminine is None:
            speakers = (replace(speakers[0], feminine=feminine),)
        self.recent.append(speakers)


def _agrees(speakers: Speakers, *, feminine: bool, number: int) -> bool:
    if number > 1:
        return len(speakers) > 1 or speakers[0].plural
    if len(speakers) > 1:
        return False
    return speakers[0].feminine is None or speakers[0].feminine == feminine
