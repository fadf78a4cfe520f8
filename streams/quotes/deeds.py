"""Deeds: what a verb of speech tells that somebody did, where nothing is said (أعلن الحداد، كشف عن هاتف)."""

from bisect import bisect_right
from itertools import pairwise

from schemas.folding import words
from streams.lexicon.wording import PEOPLE_HEADS, folded
from streams.quotes.before import RELATIVES
from streams.quotes.hit import Hit
from streams.quotes.passage import Draft
from streams.quotes.phrases import plain
from streams.quotes.tokens import Tokens

#: Praise and blame of so few words have no ground.
_PRAISING = folded("أشاد ندد")
_PRAISE = 4
#: What gives praise a ground although it is short (أشاد بدعمه للسلام، بالتقدم في الملف).
_GROUNDS = folded("في على من لأن لأنه لأنها الذي التي الذين")
_ANNOUNCING = folded("أعلن كشف إعلان")
#: What is declared and so comes about: the first word, and the second where the first alone tells too little.
_DECLARED = folded("الحداد حدادا الحرب النفير التعبئة")
_DECLARED_PAIRS = frozenset(tuple(words(pair)) for pair in ("حالة الطوارئ", "حالة طوارئ", "حالة التأهب", "حظر التجول"))
_NEAR = 9
#: What is brought out, not said (كشف عن هاتف جديد).
_LAUNCHED = folded("""
هاتف هاتفها هاتفه هواتف سيارة سيارتها سيارات منتج منتجها منتجات نموذج طراز مبادرة حملة جهاز نسخة ساعة طائرة روبوت
تصميم شعار لوحة تمثال نصب ألبوم فيلم
""")
#: What somebody is invited to attend.
_ATTENDED = folded("حضور مشاهدة مشاركة المشاركة زيارة تغطية الحضور متابعة مراقبة")
_CAME = folded("جاء وجاء يأتي ويأتي جاءت وجاءت تأتي وتأتي أتى وأتى")
_CALLED = frozenset(["اعتبر", "عد"])


class Deeds:
    """Tells deeds from reports in one article.

    Args:
        tokens: The article.
    """

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens

    def is_one(self, hit: Hit, draft: Draft) -> bool:
        """Tell whether what follows a cue tells that something was done or how it is, and reports nothing.

        Args:
            hit: The cue.
            draft: What would be its quotation.
        """
        if draft.kind != "indirect" or hit.frame.rule == "clause.that":
            return False
        lemma = hit.cue.lemma
        if lemma in _PRAISING:
            return self._only_praises(draft)
        if lemma in _ANNOUNCING:
            return self._declares(draft) or self._launches(hit, draft) or self._came(hit)
        if lemma == "دعا":
            return self._invites(hit, draft)
        return lemma in _CALLED and self._is_copula(hit, draft)

    def _only_praises(self, draft: Draft) -> bool:
        keys = self.tokens.keys[draft.start : draft.last]
        return len(keys) <= _PRAISE and _GROUNDS.isdisjoint(keys) and not any(key.startswith("ل") for key in keys)

    def _declares(self, draft: Draft) -> bool:
        keys = self.tokens.keys[draft.start : min(draft.last, draft.start + _NEAR)]
        pairs = pairwise(keys)
        return draft.rule == "clause.noun" and (keys[0] in _DECLARED or not _DECLARED_PAIRS.isdisjoint(pairs))

    def _launches(self, hit: Hit, draft: Draft) -> bool:
        told = hit.frame.rule == "clause.about" and hit.cue.form in {"past", "participle"} and hit.cue.lemma == "كشف"
        return told and self.tokens.keys[draft.start] in _LAUNCHED

    def _came(self, hit: Hit) -> bool:
        """Tell whether عن goes with جاء before an announcement (وجاء إعلان الرئيس عن اللقاء)."""
        return hit.noun and hit.frame.rule == "clause.about" and self.tokens.keys[hit.at - 1] in _CAME

    def _invites(self, hit: Hit, draft: Draft) -> bool:
        """Tell whether a relative clause is about people who were invited (الصحفيون الذين دعوا إلى حضور الحفل)."""
        keys = self.tokens.keys
        return hit.cue.number > 1 and keys[hit.at - 1] in RELATIVES and keys[draft.start] in _ATTENDED

    def _is_copula(self, hit: Hit, draft: Draft) -> bool:
        """Tell whether a thing before the verb only counts as something (هذه الأرقام تعتبر صغيرة)."""
        if hit.cue.form != "present" or hit.cue.object or len(draft.speakers) != 1:
            return False
        speaker = draft.speakers[0]
        if speaker.actor or speaker.start < 0 or speaker.rule != "speaker.before-verb":
            return False
        word = self.tokens.words[bisect_right(self.tokens.starts, speaker.start) - 1]
        return word is not None and word.common and not word.body and plain(word) not in PEOPLE_HEADS
