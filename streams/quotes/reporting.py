"""Reporting: whether a word that may report does so where it stands, or is a noun, a name, denied or credited."""

from streams.lexicon.wording import PEOPLE_HEADS, UNNAMED, folded
from streams.quotes.passage import COMMAS, Passage
from streams.quotes.phrases import plain
from streams.quotes.surroundings import ANSWERED
from streams.quotes.tokens import Word

#: What leads in a verb of speech.
LEADS = folded(
    "كما فيما بينما فيحين حيث لكنه لكنها لكن ولكنه ولكن ولكنها حين وقت بدوره بدورها قد وقد فقد كان كانت وكان"
)
NEGATIONS = folded("لم لا لن ولم ولا ولن فلم")
_SINCE = folded("بعد منذ إلى حتى ما قبل")
#: Before whom and أن what somebody did before (سبق لروسيا أن أعلنت).
PRECEDED = folded("سبق وسبق يسبق")
_LINKS = folded("إلى على عن من ب")
_BEFORE_NOUNS = folded("في من الي علي عن هذا هذه")
_WHILE = folded("وهو وهي وهم")
#: Verbs in the past that are nouns as well.
_NOUNLIKE = folded("رد طلب وعد شرح وصف ذكر حكم حمل قدر كتب نقل قول كشف جدد")
_WEAK_BEFORE = folded("في من عن الى على مع بعد قبل خلال دون حول بشأن كان يكون سيكون أي هذا يتم تم تتم سيتم جرى يجري")
#: What looks like a report and is a phrase of its own (رد فعل، لفت الانتباه).
_IDIOMS = frozenset(
    {
        ("رد", "فعل"),
        ("رد", "فعلها"),
        ("رد", "فعله"),
        ("لفت", "انتباه"),
        ("لفتت", "انتباه"),
        ("رد", "الفعل"),
        ("كشف", "النقاب"),
        ("ابلغ", "الاثر"),
        ("ابلغ", "الضرر"),
        ("نفيا", "قاطعا"),
        ("نفيا", "تاما"),
    }
)
_SHADDA = "\N{ARABIC SHADDA}"
#: What follows جاء where it goes on with what a document was said to be (بيان جاء فيه ...).
IN_IT = folded("فيه فيها خلاله خلالها")
_NEAR = 12
_PRECEDING = 6
_FAR = 15


class Reporting:
    """Judges words that may report.

    Args:
        passage: The article.
    """

    def __init__(self, passage: Passage) -> None:
        self.tokens = passage.tokens
        self.sources = passage.sources

    def tells(self, at: int, word: Word) -> bool:
        """Tell whether a word that may report does so here: it is no name, not denied and not credited."""
        keys = self.tokens.keys
        mention = self.sources.at.get(at)
        if (mention is not None and mention.kind != "document") or self._lacks(at, word):
            return False
        before = keys[at - 1] if at else ""
        credited = at > 0 and (self._accords(at - 1) or (before in {"ما", "لما"} and at > 1 and self._accords(at - 2)))
        if (before in NEGATIONS and not self._does_not_rule_out(word)) or credited:
            return False
        if self._is_subject(at, word) or self._are_things(at, word):
            return False
        past = word.cue is not None and word.cue.form == "past"
        aside = (
            word.cue is not None and word.cue.lemma == "تحدث" and before in _WHILE and "عن" not in keys[at : at + _NEAR]
        )
        idiom = aside or (at + 1 < len(keys) and (word.base, keys[at + 1]) in _IDIOMS)
        noun = word.key in _NOUNLIKE and at > 0 and not self._may_be_verb(at)
        noun = noun or (word.key[-1] == "ا" and word.key[:-1] in _NOUNLIKE)
        noun = noun or (past and before in _BEFORE_NOUNS and not (before in {"هذا", "هذه"} and word.joined))
        return not (idiom or noun or (past and self._is_noun(at)))

    def _is_subject(self, at: int, word: Word) -> bool:
        """Tell whether a participle right behind a verb of speech is people who speak (قالت منتقدات، قال منتقدون)."""
        before = self.tokens.words[at - 1] if at else None
        if word.cue is None or word.cue.form != "participle" or word.joined or before is None or before.cue is None:
            return False
        return before.cue.form in {"past", "present"} and before.cue.number == 1 and plain(word) in PEOPLE_HEADS

    def _are_things(self, at: int, word: Word) -> bool:
        """Tell whether a participle in ـات is a noun (مقترحات واقعية), since no أن or mark follows it."""
        if word.cue is None or word.cue.form != "participle" or not word.key.endswith("ات"):
            return False
        following = self.tokens.words[at + 1] if at + 1 < len(self.tokens) else None
        return following is not None and not (following.that or following.key in _LINKS)

    @staticmethod
    def _does_not_rule_out(word: Word) -> bool:
        """Tell whether a verb reports what it denies to deny (ولم يستبعد الوزير أن)."""
        return word.cue is not None and word.cue.lemma == "استبعد" and word.cue.form == "present"

    def _lacks(self, at: int, word: Word) -> bool:
        """Tell whether what a word needs to report is missing behind it, or it only tells that a name was withheld."""
        keys, lemma = self.tokens.keys, word.cue.lemma if word.cue else ""
        if word.key == "عبر" and not self._expresses(at):
            return True
        if lemma in {"جاء", "ورد"} and not self._states(at):
            return True
        if lemma in {"طلب", "طالب"} and not UNNAMED.isdisjoint(keys[at + 1 : at + 6]):
            return True
        return not UNNAMED.isdisjoint(keys[at + 1 : at + 3]) and keys[at + 1] in UNNAMED | {"عن"}

    def _expresses(self, at: int) -> bool:
        """Tell whether عبر is the verb: no noun before it, and عن behind it before any أن or mark (عبر الهاتف إن)."""
        before = self.tokens.words[at - 1] if at else None
        if before is not None and not (before.stop or before.time or before.that or before.key in LEADS):
            actor = self.sources.at.get(at - 1)
            named = actor is not None and actor.kind in {"person", "office"}
            following = self.tokens.words[at + 1] if at + 1 < len(self.tokens) else None
            people = following is not None and plain(following) in PEOPLE_HEADS
            if not (named or people) and following is not None and following.key not in IN_IT:
                return False
        for index in range(at + 1, min(at + _FAR, len(self.tokens))):
            word = self.tokens.words[index]
            if self.tokens.keys[index] == "عن" or (word is None and self.tokens.keys[index] not in COMMAS):
                return word is not None
            if word is not None and word.that:
                break
        return False

    def _states(self, at: int) -> bool:
        """Tell whether جاء or ورد may say what a document states, or رد whom somebody answers."""
        following = self.tokens.keys[at + 1] if at + 1 < len(self.tokens) else ""
        return following in {"في", "ايضا", "كذلك"} or following in IN_IT or self.answers(at)

    def answers(self, at: int) -> bool:
        """Tell whether somebody who answers stands behind ورد (ورد الوزير، ورد ناشطون)."""
        at += at + 2 < len(self.tokens) and self.tokens.keys[at + 1] in ANSWERED
        word = self.tokens.words[at + 1] if at + 1 < len(self.tokens) else None
        return at + 1 in self.sources.starts or (word is not None and plain(word) in PEOPLE_HEADS)

    def _may_be_verb(self, at: int) -> bool:
        """Tell whether طلب or رد may be a verb: behind a particle, a pause or a subject, not behind another noun."""
        before = self.tokens.words[at - 1]
        if before is None or before.that or before.cue or before.stop or before.time or before.key in LEADS:
            return before is None or before.key not in _WEAK_BEFORE
        return at - 1 in self.sources.at

    def _is_noun(self, at: int) -> bool:
        """Tell whether أن stands before what looks like a past, so that it is a noun (أن رد ...), not after بعد أن."""
        keys = self.tokens.keys
        if at <= 1 or keys[at - 1] not in {"ان", "بان"}:
            return False
        preceded = not PRECEDED.isdisjoint(keys[max(at - _PRECEDING, 0) : at - 1])
        return not preceded and keys[at - 2].removeprefix("و") not in _SINCE

    def _accords(self, at: int) -> bool:
        word = self.tokens.words[at]
        return word is not None and word.according

    def shows(self, at: int, *, opens: bool) -> bool:
        """Tell whether بين is a verb: shadda, or أن right behind it or behind its subject (وبين الوزير أن)."""
        subject = self.sources.starts.get(at + 1) if opens else None
        last = subject.last if subject is not None and subject.kind != "state" else at + 1
        following = self.tokens.words[last] if last < len(self.tokens) else None
        marked = _SHADDA in self.tokens.text[self.tokens.starts[at] : self.tokens.ends[at]]
        return marked or (following is not None and following.that and following.key[0] != "ب")
