"""Contents: where the words of a quotation begin and end, and which of them are the speaker's own."""

from typing import TypedDict

from schemas.quotations import Stance
from streams.lexicon.wording import folded
from streams.quotes.hits import Hit
from streams.quotes.marks import Span
from streams.quotes.passage import COMMAS, Draft, Passage
from streams.quotes.sentences import Sentence
from streams.quotes.speakers import Speakers

_CLOSERS = folded("فيما بينما وبينما بالمقابل")
#: Subordinators: the main clause behind theirs begins with ف (وبينما أكد الوزير أن ...، فإن الحكومة ...).
_SUBORDINATES = folded("بينما وبينما فيما وفيما رغم ورغم ومع مع وبالرغم بالرغم إذا وإذا لئن ولئن")
_AS_FOR = folded("يتعلق يخص يلي")
_MAIN = folded("فان فانه فانها فقد فانهم")
_LEAD = 5
_SIDES = folded("جهته جهتها جانبه جانبها جهتهم ناحيته ناحيتها")
_LIKE = folded("ان انه انها انهم هو هي هم كان كانت حدث يحدث حصل فعل فعلت يفعل هناك لا")
_CUE_NEAR = 5
_CUE_FAR = 8
_TURNS = folded("وكان وكانت وياتي وتاتي وجاء وجاءت يذكر")
#: What tells behind وذلك when, where or to whom something was said.
_SAID_WHERE = folded("خلال على عقب ضمن لدى أثناء قبيل قبل تعليقا")
_SAID_IN = folded("""
معرض اتصال أول مؤتمر كلمة تصريح تصريحات مقابلة بيان حديث تغريدة رد لقاء ختام اجتماع أعقاب مداخلة حوار خطاب رسالة
إشارة وقت تصحيح شريط فيديو مقطع تسجيل تعليق
""")
#: Rules whose content is a noun phrase, not a clause.
_NOMINAL = frozenset(["clause.noun", "clause.about", "clause.by", "clause.to", "clause.from", "clause.on"])
#: Words that open a clause behind a comma that tells more than a noun phrase was said to (حيث، والذي، ولم).
_NARRATES = folded("""
حيث والذي والتي الذي التي الأمر وهو وهي ولم ولن وقد قد فيما بينما لكن لكنه لكنها ليجري لتصبح ليصبح لتكون ليكون كما علما
وسط وكان وكانت وهم وذلك ليرتفع مما ما بعدما وبعد وعقب وإثر وخلال وقبل
""")
#: Past verbs with which the story goes on behind a comma and و.
_NARRATED = folded("""
نشر نشرت أرسل أرسلت هاجم هاجمت استدعى استدعت قرر قررت بدأ بدأت قام قامت عاد عادت أطلق أطلقت غادر غادرت وصل وصلت التقى
التقت شن شنت أمر أمرت رفض رفضت منح منحت فرض فرضت أعاد أعادت طرد طردت وقع وقعت أجرى أجرت ظهر ظهرت قتل قتلت أصدر أصدرت
انسحب انسحبت شارك شاركت أثار أثارت لقي لقيت تعرض تعرضت حصل حصلت دخل دخلت خرج خرجت سبق جرى جرت تم يأتي تأتي يجري تجري
""")
_WITHOUT = folded("دون بدون")
_DETAILS = folded("إعطاء ذكر الخوض تقديم تحديد توضيح مزيد تفاصيل الكشف الإفصاح الإدلاء الإشارة")
_BUT = folded("لكنه لكنها ولكنه ولكنها لكن ولكن")
_TELLS = folded("""
يكشف تكشف يحدد تحدد يوضح توضح يذكر تذكر يقدم تقدم يعط تعط يفصح تفصح يدل تدل يورد تورد يخض تخض يرد ترد يعلق تعلق يجب تجب
يشر تشر يتطرق تتطرق يتضح يتسن تتمكن يتمكن
""")
#: Who says behind لكن that he keeps something to himself (لكنه امتنع عن الخوض في التفاصيل).
_REFRAINED = folded("رفض رفضت امتنع امتنعت")
_KEPT = _DETAILS | folded("التعليق التفاصيل")
#: Words that set a second clause against the first, before أن (إلا أنه، غير أن).
_AGAINST = folded("إلا غير بيد")
#: What follows from something told, behind الأمر الذي, is still told by who told it.
_FOLLOWS = folded("أدى أدت يؤدي تؤدي سيؤدي تسبب يتسبب أسفر أسفرت نتج قد من يعني يتطلب يستدعي يستوجب يدفع")
_OWN_WORDS = folded("قوله قولها قولهم تعبيره تعبيرها تعبيرهم وصفه وصفها وصفهم زعمه زعمها زعمهم")
_OWN_LEADS = folded("علي حسب بحسب وفق")
_ASIDES = folded("اشاره حين وقت الوقت المقابل تحول خطوه غضون الاثناء موازاه المفترض المتوقع المقرر المنتظر")
#: What a journalist adds of the whole (وهو ما نفته موسكو، وهو الأمر الذي، علما أن).
_ASIDE = dict.fromkeys(folded("في وفي ومن"), _ASIDES) | dict.fromkeys(folded("وهو وهي وهذا"), folded("ما الأمر"))
_SET_APART = _AGAINST | folded("الأمر علما")
_AFTER_MARKS = folded("حيث من وذلك فيما حسب علي")
_STOPS = frozenset([".", "؟", "!"])


class Terms(TypedDict):
    """What a quotation has besides its words."""

    cue: tuple[int, int] | None
    speakers: Speakers
    via: Speakers
    stance: Stance | None
    rule: str


class Contents:
    """Reads the words of quotations.

    Args:
        passage: The article.
    """

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self.tokens = passage.tokens
        self.spans = passage.spans

    def of(self, hit: Hit, speakers: Speakers, sentence: Sentence, bounds: list[int]) -> Draft | None:
        """Read the content of a cue.

        Args:
            hit: The cue.
            speakers: Who speaks.
            sentence: Its sentence.
            bounds: Where other reports begin in the sentence, in order.
        """
        frame = hit.frame
        terms = Terms(
            cue=(hit.at, hit.at + 1),
            speakers=speakers,
            via=frame.via,
            stance=hit.cue.stance,
            rule="described.as" if hit.cue.object and frame.rule == "marks.after-cue" else _rule(hit),
        )
        if frame.rule.startswith("marks") and frame.span is not None:
            return self.marked(frame.span, terms)
        within = self.passage.span_of[hit.at]
        last = self._limit(frame.start, within, sentence, bounds)
        span = self.spans.get(frame.start)
        word = self.tokens.words[frame.start - 1]
        called = frame.rule == "described.as" and (word is None or not word.that) and not self._joined(span)
        if span is not None and not span.scare and (called or self._ends_with(span, last)):
            if terms["rule"] == "clause.noun":
                terms["rule"] = "marks.after-cue"
            return self.marked(span, terms)
        last = self.gloss(frame.start, last)
        last = self.told(frame.start, last) if frame.rule in _NOMINAL else last
        start, last = self.passage.trim(frame.start, last)
        if last <= start:
            return None
        parts = [] if within else self._parts(start, last)
        carried = bool(speakers) and speakers[0].start < 0
        if frame.rule == "described.as" and carried and not hit.cue.object and not parts:
            return None  # a passive (لأسباب وصفت بالأمنية): nobody says it
        if frame.bare and not within and not parts:
            return Draft("direct", start, last, verbatim=[(start, last)], **terms)
        verbatim = _use(parts)
        return Draft("mixed" if parts else "indirect", start, last, verbatim=verbatim, **terms)

    def marked(self, span: Span, terms: Terms) -> Draft | None:
        """Take a marked stretch as a direct quotation."""
        if span.used and not self._release(span, terms):
            return None
        span.used = True
        start, last = self.passage.trim(span.first, span.last)
        return Draft("direct", start, last, verbatim=[(start, last)], **terms) if last > start else None

    def clause(self, start: int, last: int, terms: Terms) -> Draft:
        """Take a whole clause, whatever marks it has."""
        parts = self._parts(start, last)
        verbatim = _use(parts)
        if len(parts) == 1 and parts[0].opening <= start and parts[0].closing >= last:
            return Draft("direct", *verbatim[0], verbatim=verbatim, **terms)
        return Draft("mixed" if parts else "indirect", start, last, verbatim=verbatim, **terms)

    def gloss(self, start: int, last: int) -> int:
        """Cut off what the journalist adds (في إشارة إلى، على حد قوله، بحسب)."""
        words, span_of = self.tokens.words, self.passage.span_of
        for at in range(start + 1, last):
            word = words[at]
            if word is None or not word.turns or span_of[at] is not None:
                continue
            if self._adds(at, last) or self._withholds(at, last) or (word.according and self.passage.names_source(at)):
                return at - (word.key in _SIDES)
        return last

    def told(self, start: int, last: int) -> int:
        """Cut a noun phrase off where a comma and a clause of the journalist's follow (خفض وجوده، حيث تشن ...)."""
        keys, words, span_of = self.tokens.keys, self.tokens.words, self.passage.span_of
        for at in range(start + 2, last):
            if keys[at - 1] not in COMMAS or span_of[at] is not None:
                continue
            word, key = words[at], keys[at]
            if key in _NARRATES or (word is not None and key[0] == "و" and key[1:] in _NARRATED):
                return at - 1
        return last

    def _adds(self, at: int, last: int) -> bool:
        keys = self.tokens.keys
        key, comma = keys[at], keys[at - 1] in COMMAS
        following = keys[at + 1] if at + 1 < last else ""
        if key in _TURNS or (comma and key in _CLOSERS):
            return True
        if comma and key in _SET_APART:
            return self._sets_apart(at, last)
        if comma and key in _ASIDE:
            return following in _ASIDE[key] and (at + 2 >= last or keys[at + 2] not in _FOLLOWS)
        if key in _SIDES:
            return keys[at - 1] == "من" and keys[at - 2] in COMMAS
        if key == "وذلك":
            return self._tells_where(at + 1, last)
        if key in _OWN_LEADS:
            return not _OWN_WORDS.isdisjoint(keys[at + 1 : min(at + 3, last)])
        return comma and self._goes_on(at, last, following)

    def _sets_apart(self, at: int, last: int) -> bool:
        """Tell whether الأمر الذي or علما أن adds to what was said, or whether إلا أن leads to another report."""
        words, keys = self.tokens.words, self.tokens.keys
        following = words[at + 1] if at + 1 < last else None
        if following is None:
            return False
        if keys[at] == "الامر":
            return following.key == "الذي" and at + 2 < last and keys[at + 2] not in _FOLLOWS
        if not following.that:
            return False
        return keys[at] == "علما" or self._reports_again(at + 2, last)

    def _reports_again(self, at: int, last: int) -> bool:
        """Tell whether a verb of speech in the past stands soon, with no أن before it (إلا أنه أكد)."""
        for word in self.tokens.words[at : min(at + _CUE_FAR, last)]:
            if word is None or word.that:
                return False
            if word.cue is not None and word.cue.form == "past" and not word.joined and word.key != "عبر":
                return "weak" not in word.cue.frames
        return False

    def _goes_on(self, at: int, last: int, following: str) -> bool:
        """Tell whether كما or لكن behind a comma goes on with something else than what was said."""
        keys = self.tokens.keys
        key = keys[at]
        if key == "كما":
            return bool(following) and following not in _LIKE
        if key in {"لكن", "ولكن"}:
            words = self.tokens.words[at + 1 : min(at + _CUE_NEAR, last)]
            return at + 1 in self.spans or any(word is not None and word.cue is not None for word in words)
        return False

    def _tells_where(self, at: int, last: int) -> bool:
        """Tell whether the journalist says behind وذلك when or where something was said (وذلك خلال مؤتمر صحفي)."""
        word = self.tokens.words[at] if at < last else None
        if word is None or word.key in _SAID_WHERE or word.according:
            return True
        following = self.tokens.keys[at + 1] if at + 1 < last else ""
        return (word.key == "في" and following in _SAID_IN) or (word.key == "بعد" and following != "ان")

    def _withholds(self, at: int, last: int) -> bool:
        """Tell whether the journalist says what was not said (بدون إعطاء تفاصيل، لكنه لم يكشف ...)."""
        keys = self.tokens.keys
        if keys[at] in _WITHOUT:
            return not _DETAILS.isdisjoint(keys[at + 1 : min(at + 3, last)])
        no = at + 1 if keys[at] in _BUT and at + 2 < last else -1
        if no > 0 and keys[no] in _REFRAINED:
            return not _KEPT.isdisjoint(keys[no + 1 : min(no + 4, last)])
        return no > 0 and keys[no] in {"لم", "لا"} and keys[no + 1] in _TELLS

    def _limit(self, start: int, within: Span | None, sentence: Sentence, bounds: list[int]) -> int:
        """Return where content ends at the latest: where the sentence, the marks around it or another report says."""
        limit, keys = sentence.last, self.tokens.keys
        if self._subordinate(sentence) and start < sentence.first + 2 * _LEAD and not within:
            main = (at for at in range(start + 2, limit) if keys[at] in _MAIN and keys[at - 1] in COMMAS)
            limit = next(main, limit)
        if within:
            limit = next((at for at in range(start, within.last) if keys[at] in _STOPS), within.last)
        return min(next((cut for cut in bounds if cut > start), limit), limit)

    def _joined(self, span: Span | None) -> bool:
        """Tell whether و joins more to marks (وصفهم بـ"المغتصبين" و"القتلة")."""
        keys = self.tokens.keys
        return span is not None and span.closing < len(keys) and keys[span.closing][0] == "و"

    def _subordinate(self, sentence: Sentence) -> bool:
        keys, first = self.tokens.keys, sentence.first
        following = keys[first + 1] if first + 1 < sentence.last else ""
        if keys[first] in {"مع", "ومع"}:
            return following == "ان"
        return keys[first] in _SUBORDINATES and following not in _AS_FOR

    def _release(self, span: Span, terms: Terms) -> bool:
        """Take a marked stretch from the clause around it, for a speaker inside whose words it is."""
        speakers, described = terms["speakers"], terms["rule"] == "described.as"
        if not speakers or (speakers[0].start < 0 and not described):
            return False
        part = (span.first, span.last)
        for draft in reversed(self.passage.drafts[-4:]):
            if draft.kind == "mixed" and part in draft.verbatim and (described or draft.speakers != speakers):
                draft.verbatim.remove(part)
                draft.kind = "mixed" if draft.verbatim else "indirect"
                return True
        return False

    def _ends_with(self, span: Span, last: int) -> bool:
        """Tell whether a clause that begins with marks ends with them, but for a gloss."""
        keys, words, at = self.tokens.keys, self.tokens.words, span.closing
        if at >= last:
            return True
        if words[at] is not None and keys[at] not in _AFTER_MARKS:
            return False
        return all((other := self.spans.get(index)) is None or other.scare for index in range(at + 1, last))

    def _parts(self, start: int, last: int) -> list[Span]:
        """Return the marked stretches of a clause that are the speaker's own words."""
        found, at = [], start
        while at < last:
            span = self.spans.get(at)
            at = span.closing if span else at + 1
            if span is not None and not span.scare and not span.used:
                found.append(span)
        return found


def _rule(hit: Hit) -> str:
    if not hit.noun:
        return hit.frame.rule
    return "noun.marks" if hit.frame.rule.startswith(("marks", "colon")) else "noun.clause"


def _use(parts: list[Span]) -> list[tuple[int, int]]:
    for part in parts:
        part.used = True
    return [(part.first, part.last) for part in parts]
