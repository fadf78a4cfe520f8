"""Leads: whose sentence it is, told by the verb that opens it, whether or not that verb reports anything."""

from msgspec.structs import replace

from streams.lexicon.acts import WITH_WORDS
from streams.lexicon.wording import PEOPLE_HEADS, QUANTIFIERS, folded
from streams.quotes.phrases import plain
from streams.quotes.sentences import Sentence
from streams.quotes.speakers import Speakers
from streams.quotes.subjects import Subjects
from streams.quotes.tokens import Word

_COMMAS = frozenset("،,")
_RELATIVES = folded("الذي التي الذين والتي والذي والذين")
_ASKED = folded("لدى وعند عند")
_SETTINGS = _ASKED | folded("قبل بعد خلال عقب منذ أثناء قبيل في عشية غداة رغم على")
#: Conjunctions and particles right behind which a subject stands.
_JOINING = folded("لكن ولكن بينما فيما ان فإن كان كانت وكان وكانت")
#: Endings of people in the plural, and plurals that have no such ending.
_PLURALS = ("ون", "ين")
_BROKEN = folded("""
شهود سكان نشطاء خبراء نواب قادة زعماء وزراء رؤساء أعضاء أهالي عمال أطباء علماء أشخاص جنود ضباط قضاة رجال نساء سيدات
ضحايا أقارب تجار شركاء طلاب طلبة كتاب نقاد أنصار ثوار ممثلو مسؤولو محامو
""")
#: Nouns that end as verbs of hers do.
_NOUNS = folded("وقت بيت صوت موت بنت أخت ست كويت تصويت توقيت تثبيت زيت صمت سبت إنترنت بيروت تحت كنت لفت ليست ليت")
_CLITICS = frozenset("لبك")
_WAS = folded("كان كانت وكان وكانت")
_FIRST = 25
_NEAR = 10
_BACK = 15
#: Words that lead in to a sentence without being part of what it tells.
LEADS = folded("""
جانب اخر اخري الشان الملف جانبه جانبها جهته جهتها ناحيته بدوره بدورها وقت سابق سياق متصل السياق ذاته الصدد هذا
ذلك غضون الاطار نفسه المقابل التالي نفسها اما هكذا وهكذا وكان وكانت فقد وقد اثناء الاثناء وبدوره بدورهم
""")


class Leads(Subjects):
    """Whose the sentences of one article are.

    Attributes:
        topic: Who did what the sentence before tells where it reports nothing, and whether that was done with words.
    """

    topic: tuple[Speakers, bool] = ((), False)

    def lead(self, sentence: Sentence, before: int) -> tuple[Speakers, bool]:
        """Read the subject of the verb that opens a sentence (علق الحزب على التقرير، اتخذت أنقرة خطوة).

        Args:
            sentence: The sentence.
            before: Token before which the verb has to stand.

        Returns:
            Who did it, perhaps nobody, and whether it was done with words.
        """
        words = self.tokens.words
        start = self._behind_credit(sentence, self.behind_setting(sentence, before))
        for at in range(start, min(before, start + _NEAR)):
            word = words[at]
            if word is None:
                if self.tokens.keys[at] not in _COMMAS:
                    break
                continue
            if word.that or word.key in _RELATIVES:
                break
            if word.key in _WAS and (had := self._had_done(at, sentence)):
                return had, False
            if (
                word.acts
                or self._tells(word)
                or self._is_hers(at, word)
                or (at == start and self._opens_with(at, word))
            ):
                return self._led_by(at, word, sentence.last), word.cue is not None or word.key in WITH_WORDS
            behind = words[at - 1] if at > start else None
            passing = word.stop or word.time or word.key in LEADS or (behind is not None and behind.stop)
            if not passing or at in self.starts:
                break
        return (), False

    def _had_done(self, at: int, sentence: Sentence) -> Speakers:
        """Read whom كان names of what قد tells behind them (كانت تركيا قد استدعت السفير)."""
        mention = self.starts.get(at + 1)
        had = mention is not None and mention.start == self.tokens.starts[at + 1] and mention.last < sentence.last
        if mention is None or not had or self.tokens.keys[mention.last] != "قد":
            return ()
        return self.subject(at + 1, sentence.last, strict=False)[0]

    def many(self, sentence: Sentence, before: int) -> Speakers:
        """Read the first people of a sentence that no preposition governs, for a verb in the plural behind them.

        News tells of them before it lets them speak (وصف شهود الحادث، وقالوا إن).

        Args:
            sentence: The sentence.
            before: Token of the verb.
        """
        at = sentence.first
        while at < before:
            span = self.spans.get(at)
            word = self.tokens.words[at]
            if span is not None and span.closing <= before:
                at = span.closing
                continue
            if word is not None and self._are_many(word) and self._is_free(at, sentence):
                found, _ = self.subject(at, before, strict=False)
                return tuple(replace(speaker, plural=True) for speaker in found[:1])
            at += 1
        return ()

    @staticmethod
    def _are_many(word: Word) -> bool:
        """Tell whether a word is people in the plural who may be the subject of a verb."""
        noun = plain(word)
        if word.cue is not None or noun not in PEOPLE_HEADS or word.key[0] in "لبك":
            return False
        return noun.endswith(_PLURALS) or noun in _BROKEN

    def _is_free(self, at: int, sentence: Sentence) -> bool:
        """Tell whether a verb or a conjunction stands before a noun, so that it is a subject."""
        if at == sentence.first:
            return True
        before = self.tokens.words[at - 1]
        if before is None:
            return False
        if before.key.removeprefix("و") in QUANTIFIERS:
            return at - 1 == sentence.first or self._is_free(at - 1, sentence)
        opens = at - 1 == sentence.first and not before.stop
        return opens or before.acts or (before.cue is not None and before.cue.number == 1) or before.key in _JOINING

    def near(self, sentence: Sentence, before: int) -> Speakers:
        """Read the subject of the last act told before a verb (بعدما رفضت بيونغ يانغ المطالب ووصفتها)."""
        for at in range(before - 1, max(sentence.first, before - _BACK) - 1, -1):
            word = self.tokens.words[at]
            if word is None or not (word.acts or self._tells(word) or self._is_hers(at, word)):
                continue
            if found := self._led_by(at, word, before):
                return found if found[0].human or at + 1 in self.starts else ()
        return ()

    @staticmethod
    def _tells(word: Word) -> bool:
        """Tell whether a word is a verb of speech with one subject."""
        return word.cue is not None and word.cue.form in {"past", "present"} and word.cue.number == 1

    def _is_hers(self, at: int, word: Word) -> bool:
        """Tell whether a word that no list knows is what a feminine actor behind it did (أحبطت الشركة الآمال)."""
        mention = self.starts.get(at + 1)
        if mention is None or mention.feminine is not True or mention.start > self.tokens.starts[at + 1]:
            return False
        shaped = word.key.endswith("ت") and not word.key.endswith("ات") and len(word.key) >= _SHORT
        shaped = shaped and word.key not in _NOUNS and not word.key.startswith("ال")
        return shaped and not (word.cue or word.stop or word.time or word.names or at in self.at)

    def _opens_with(self, at: int, word: Word) -> bool:
        """Tell whether a word that no list knows opens a sentence as the verb of a person (تجاهل الوزير)."""
        mention = self.starts.get(at + 1)
        if mention is None or mention.kind not in {"person", "office"} or mention.start > self.tokens.starts[at + 1]:
            return False
        known = word.cue or word.stop or word.time or word.names or word.common or word.according or at in self.at
        noun = word.key.startswith("ال") or word.key.endswith(("ه", "ون", "ين", "ات", "ا"))
        return not (known or noun or word.given or word.head or word.state) and word.key[:1] not in _CLITICS

    def _led_by(self, at: int, word: Word, end: int) -> Speakers:
        mention = self.starts.get(at + 1)
        if mention is not None and mention.start > self.tokens.starts[at + 1]:
            return ()
        if at and (self.tokens.keys[at - 1] == "قد" or at - 1 in self.at):
            return ()  # its subject stands before it, its object behind it
        found, _ = self.subject(at + 1, end, strict=True)
        if not found or found[0].rule == "speaker.document":
            return ()
        feminine = word.cue.feminine if word.cue is not None else _is_feminine(word.key)
        return found if found[0].feminine in {None, feminine} else ()

    def _behind_credit(self, sentence: Sentence, start: int) -> int:
        """Return where a sentence begins behind the credit that opens it (ووفقا للبيان رحبت الرباط)."""
        word = self.tokens.words[start] if start < sentence.last else None
        mention = self.starts.get(start + 1) if word is not None and word.according else None
        return mention.last if mention is not None else start

    def behind_setting(self, sentence: Sentence, before: int) -> int:
        """Return where a sentence begins behind the phrase that tells when (وقبل استقالة الوزير، أصدرت ...)."""
        keys = self.tokens.keys
        if keys[sentence.first].removeprefix("و") not in _SETTINGS:
            return sentence.first
        comma = next(
            (at for at in range(sentence.first, min(before, sentence.first + _FIRST)) if keys[at] in _COMMAS), -1
        )
        named = any(at in self.starts for at in range(comma + 1, before)) if comma > 0 else False
        asked = comma > 0 and keys[sentence.first].removeprefix("و") in _ASKED  # ولدى سؤاله عن ...، قال
        return comma + 1 if named or asked else sentence.first


def _is_feminine(key: str) -> bool:
    """Tell whether a verb that is no cue is feminine (انتقدت، تنتقد)."""
    bare = key[1:] if key[0] in "وف" and len(key) > _SHORT else key
    return bare.endswith("ت") or bare.startswith("ت")


_SHORT = 4
