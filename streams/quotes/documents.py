"""Documents: who speaks in a statement or a report, named with it, before it or not at all."""

from msgspec.structs import replace

from schemas.folding import words
from streams.lexicon.wording import BODY_HEADS, folded
from streams.quotes.anaphora import Anaphora
from streams.quotes.found import Found
from streams.quotes.phrases import is_bare
from streams.quotes.speakers import Speaker, Speakers, is_outlet
from streams.quotes.tokens import Word

_MAX_SUBJECT = 14
_ISSUED = folded("تابع تابعة اعدته اعدها اعدتها صادر صدر صادره عن من ل نشرته نشره اصدرته اصدره اصدرتها لوزاره")
#: How a document is called before it is called by its noun alone (أصدرت الوزارة بيانا ... وأضاف البيان).
_FORMS = {
    noun: folded(f"{noun} {noun}ا ب{noun} و{noun} ل{noun} {noun}ه {noun}ها {noun}هم ب{noun}ه ب{noun}ها")
    for noun in folded("بيان تقرير")
}
#: What a document is called besides (بيانا صحفيا مشتركا).
_KINDS = folded("""
مشترك مشتركا رسمي رسميا صحفي صحفيا صحافي صحافيا مقتضب مقتضبا سابق سابقا جديد جديدا لاحق لاحقا منفصل مطول مطولا خاص خاصا
سنوي سنويا
""")
#: Whose a document is stands behind these.
_BY = folded("عن من صادر صدر صادرا أصدره أصدرته نشره نشرته أعده أعدته وضعه وضعته وقعه وقعته")
#: Tokens within which a document that is called by its noun alone was told of, and within which its issuer stands.
_MENTIONED = 220
_ACTED = 16
_ENDS = frozenset(".؟!\n")


class Documents(Anaphora):
    """Reads the documents of one article."""

    def _document(self, mention: Found, end: int) -> tuple[Speakers, int]:
        """Read a statement with whose it is: its issuer speaks (بيان للجيش), else the statement itself."""
        at, alone = mention.last, is_bare(self.tokens.words[mention.first])
        while at < end and (word := self.tokens.words[at]) is not None and at - mention.first < _MAX_SUBJECT:
            owner = self.starts.get(at)
            if owner is not None and owner.kind != "document":
                before = self.tokens.words[at - 1]
                if at > mention.last and before is not None and before.body:
                    at = owner.last  # a statement of somebody's office is the office's
                    break
                speaker = self._speaker(owner, owner.last)
                speaker = replace(speaker, start=mention.start, rule="speaker.issuer", human=False, feminine=False)
                self.issuer = speaker
                return (speaker,), owner.last
            passed = word.key == "عن" and at == mention.last and alone
            if passed or not self._goes_on_with(word):
                break
            goes_on = word.key in _ISSUED or bool(word.body) or self.tokens.keys[at - 1] in {"عن", "من", "ل"}
            if not goes_on and (not word.key.startswith(("ال", "لل")) or is_bare(self.tokens.words[mention.first])):
                break
            at += 1
        while (
            at > mention.last and (word := self.tokens.words[at - 1]) is not None and (word.stop or word.key in _ISSUED)
        ):
            at -= 1
        end_at = self.tokens.ends[at - 1]
        words = self.tokens.words[mention.first]
        bare = at == mention.last and is_bare(words)
        if bare and not self._narrowed(at, end) and (issuer := self._issuer(mention)):
            return (replace(issuer, start=mention.start, end=end_at, rule="speaker.issuer"),), at
        name = self.tokens.text[mention.start : end_at]
        if bare and self.document:
            name = self.document
        elif at > mention.first + 1:
            self.document = name
        return (Speaker(None, name, mention.start, end_at, "speaker.document", feminine=False),), at

    @staticmethod
    def _goes_on_with(word: Word) -> bool:
        """Tell whether a document's name or what says whose it is may go on with a word."""
        closed = word.that or word.cue or word.time or word.according
        return not closed and (not word.stop or word.key in _ISSUED)

    def _narrowed(self, at: int, end: int) -> bool:
        """Tell whether an adjective behind a document says which one it is (التقرير السنوي، البيان التأسيسي)."""
        word = self.tokens.words[at] if at < end else None
        if word is None or word.stop or word.that or not self._has_article(at):
            return False
        return word.key[2:] in _KINDS or word.key.endswith("ي")

    def _issuer(self, mention: Found) -> Speaker | None:
        """Find who issued the document that is called by its noun alone: told where it was told of, or who spoke last.

        Args:
            mention: The document (البيان).
        """
        noun = self.tokens.keys[mention.first].lstrip("وفبل").removeprefix("ال")
        if noun not in _FORMS:
            return self.issuer
        forms = _FORMS[noun]
        back = range(mention.first - 1, max(mention.first - _MENTIONED, 0) - 1, -1)
        told = next((at for at in back if self.tokens.keys[at] in forms), -1)
        if told >= 0:
            return self._whose_document(told) or self.issuer
        last = self.recent[-1] if self.recent else ()
        if self.issuer or len(last) != 1 or last[0].human or not (last[0].actor or _is_body(last[0])):
            return self.issuer
        credited = noun == "بيان" or last[0].rule == "speaker.after-according"
        return None if credited and is_outlet(last[0]) else last[0]

    def _whose_document(self, at: int) -> Speaker | None:
        """Find whose a document is where it is told of: named behind it, or who does something with it before it."""
        keys, behind = self.tokens.keys, at + 1
        while behind < len(keys) and keys[behind] in _KINDS:
            behind += 1
        owner = self.starts.get(behind)
        if owner is not None and owner.kind != "document" and owner.start > self.tokens.starts[behind]:
            return self._speaker(owner, owner.last) if keys[behind][0] == "ل" else None
        while behind < len(keys) - 1 and keys[behind] in _BY and behind - at < _ACTED:
            behind += 1
            owner = self.starts.get(behind)
            if owner is not None and owner.kind != "document":
                speaker = self._speaker(owner, owner.last)
                return self._acting(at) if is_outlet(speaker) else speaker  # نشرته وكالة الأنباء
        if owner is not None and behind == at + 1 and keys[at].lstrip("ول") in _FORMS and owner.kind != "document":
            return self._speaker(owner, owner.last)  # نقلت وكالة الأنباء بيان الوزارة
        return self._acting(at)

    def _acting(self, before: int) -> Speaker | None:
        """Find who does what the verb of the same sentence before a document tells (أصدرت الوزارة بيانا)."""
        for at in range(before - 1, max(before - _ACTED, 0) - 1, -1):
            word = self.tokens.words[at]
            if word is None:
                if self.tokens.keys[at] in _ENDS:
                    break
            elif word.cue is not None and word.cue.number > 1:
                break
            elif word.acts or (word.cue is not None and word.cue.form in {"past", "present"}):
                subject = self.starts.get(at + 1, self.at.get(at - 1))
                named = subject is not None and subject.start == self.tokens.starts[subject.first]
                if subject is not None and named and subject.kind != "document":
                    return self._speaker(subject, subject.last)
        return None


def _is_body(speaker: Speaker) -> bool:
    """Tell whether somebody is called by the noun of a body alone (الرئاسة، الشركة)."""
    return words(speaker.name)[0].removeprefix("ال") in BODY_HEADS
