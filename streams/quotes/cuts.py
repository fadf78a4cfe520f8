"""Cuts: where in a sentence a report of its own begins, which ends what is reported before it."""

from streams.lexicon.wording import folded
from streams.quotes.hit import NOMINAL, Hit
from streams.quotes.passage import COMMAS, Passage
from streams.quotes.reporting import IN_IT, LEADS
from streams.quotes.sentences import Sentence
from streams.quotes.surroundings import SETTINGS

_WEAK_LEADS = folded("قد كان كانت وقت حين بدوره")
_OPENERS = folded("وفي وعن وحول")
_BUT = folded("لكنه لكنها لكنهم ولكنه ولكنها")
_PLAIN = folded("""
قال أضاف تابع ذكر صرح أعلن أكد أوضح أشار لفت شدد اعتبر نفى حذر دعا طالب حث اتهم أفاد كشف أعرب نوه رأى غرد ندد ناشد
""")
#: Verbs whose participles may tell how something is (سفينة وصلت، محملة بالقمح).
_ADJECTIVES = folded("عبر حمل توقع قدر تضمن علق دون وجه ردد وصف سمى كتب طلب")
#: Content that surely is one.
_STRONG = frozenset(["clause.that", "marks.after-cue", "marks.after-colon"])
_GOVERNED = NOMINAL - {"clause.noun"}
_PAUSES = COMMAS | {".."}
_SETTING = 8
_RELATIVES = folded("الذي التي الذين والذي والتي")


class Cuts:
    """Finds where reports begin.

    Args:
        passage: The article.
    """

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self.tokens = passage.tokens
        self.sources = passage.sources

    def turns(self, sentence: Sentence) -> set[int]:
        """Find where verbs of speech go on with و, whether or not they have content: they end what stands before."""
        found = set()
        for at in self.passage.told_in(sentence.first + 1, sentence.last):
            word = self.tokens.words[at]
            if word is None or word.cue is None or self.passage.span_of[at] is not None:
                continue
            if word.cue.form == "past" and self.tokens.keys[at - 1] in _BUT:
                found.add(self.of(at, sentence))
            if (
                word.cue.form == "participle"
                and self.tokens.keys[at - 1] in COMMAS
                and word.cue.lemma not in _ADJECTIVES
            ):
                found.add(self.of(at, sentence))
            if not word.joined:
                continue
            if word.cue.form == "past" and word.key[0] == "و" and word.cue.lemma in _PLAIN:
                found.add(self.of(at, sentence))
        return found

    def calls(self, hits: list[Hit]) -> set[int]:
        """Find where what is said ends before a relative clause that calls it something (التي وصفها بـ"...").

        It ends too with a relative clause that stands between a verb and its content.
        """
        keys, rules = self.tokens.keys, {"described.as", "marks.after-cue"}
        asides = {hit.aside[1] for hit in hits if hit.aside is not None}
        return asides | {
            hit.at - 1
            for hit in hits
            if hit.cue.object
            and hit.frame.span is not None
            and hit.frame.rule in rules
            and keys[hit.at - 1] in _RELATIVES
        }

    def begins(self, hit: Hit, first: Hit) -> bool:
        """Tell whether a cue begins a report of its own rather than stand inside the content of another.

        Args:
            hit: The cue.
            first: The first cue of its sentence.
        """
        keys, cue = self.tokens.keys, hit.cue
        if self.passage.span_of[hit.at] is not None:
            return False
        if hit.noun:
            return cue.lemma == "قول" and keys[hit.at].startswith(("بال", "بق"))
        before = keys[hit.at - 1] if hit.at else ""
        if cue.form == "participle" or (before in LEADS and before not in _WEAK_LEADS):
            return True
        if cue.form == "past" and before in {"وقت", "حين"} and keys[hit.at - 2] == "في":
            return True
        return self._subject(hit.at) >= 0 or self._setting(hit.at) >= 0 or self._own(hit, first, before)

    def _own(self, hit: Hit, first: Hit, before: str) -> bool:
        """Tell whether a verb goes on with و, or has a subject of its own behind it and a pause before it."""
        word, speakers, cue = self.tokens.words[hit.at], bool(hit.frame.speakers), hit.cue
        joined = word is not None and word.joined
        if cue.form == "past":
            return joined or (speakers and (before in COMMAS or hit.frame.rule.startswith("marks")))
        if self.tokens.keys[hit.at][0] != "و":  # ..., يرى المحلل أن
            opens = cue.form == "present" and before in COMMAS and first.at < hit.at and not cue.object
            return opens and speakers and hit.frame.rule == "clause.that" and self._opens_anew(hit)
        alike = (cue.form, cue.feminine, cue.number) == (first.cue.form, first.cue.feminine, first.cue.number)
        same = alike and hit.frame.rule in _STRONG and first.at < hit.at
        if before in COMMAS:
            return speakers or same  # تصف الوزيرة الخطة بأنها ضعيفة، وتقول إن
        if same and joined and not cue.object and first.frame.rule in _GOVERNED:
            return True  # ويتساءل الكاتب عن جدوى الحرب ويرى أن
        return speakers and joined and hit.frame.rule in _STRONG

    def _opens_anew(self, hit: Hit) -> bool:
        """Tell whether أن has no pronoun, which would take up the noun before the verb (سيارات، تقول الشرطة إنها)."""
        return self.tokens.keys[hit.frame.start - 1] == "ان"

    def of(self, at: int, sentence: Sentence) -> int:
        """Return where a cue cuts off the content before it: before its subject, its lead-in and comma."""
        keys = self.tokens.keys
        before = max(self._subject(at), self._setting(at))
        at = before if before > sentence.first else at
        while at > sentence.first and (keys[at - 1] in LEADS or keys[at - 1] in COMMAS or keys[at - 1] == "في"):
            at -= 1
        for index in range(at - 1, max(sentence.first, at - 6), -1):
            word = self.tokens.words[index]
            if word is None or word.cue or word.that:
                break
            if word.key in _OPENERS:
                return index
        return at

    def _subject(self, at: int) -> int:
        """Return where the subject begins that a comma sets off before its verb (، لوفيغارو تضيف أن), or -1."""
        mention = self.sources.at.get(at - 1)
        if mention is None or mention.last != at or mention.first < 1 or mention.kind == "document":
            return -1
        alone = mention.start == self.tokens.starts[mention.first]
        return mention.first if alone and self.tokens.keys[mention.first - 1] in _PAUSES else -1

    def _setting(self, at: int) -> int:
        """Return where it is told in what somebody said what follows (في خطاب، قال فيه إن), or -1."""
        keys = self.tokens.keys
        if at + 1 >= len(keys) or keys[at + 1] not in IN_IT:
            return -1
        for index in range(at - 2, max(at - _SETTING, 0), -1):
            if keys[index] in {"في", "خلال"} and keys[index + 1] in SETTINGS:
                return index
        return -1
