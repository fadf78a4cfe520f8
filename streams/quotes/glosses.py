"""Glosses: where somebody's words end and the journalist goes on in the same sentence."""

from streams.lexicon.actors import ACTORS
from streams.lexicon.cues import Cue
from streams.lexicon.wording import folded
from streams.quotes.before import RELATIVES
from streams.quotes.passage import COMMAS, Passage
from streams.quotes.speakers import Speakers
from streams.quotes.tokens import Word

_CLOSERS = folded("فيما بينما وبينما بالمقابل")
_SIDES = folded("جهته جهتها جانبه جانبها جهتهم ناحيته ناحيتها")
_QUESTIONS = folded("سؤال سؤالين أسئلة تساؤل تساؤلات")
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
#: Words that open a clause behind a comma that tells more than a noun phrase was said to (حيث، والذي، ولم).
_NARRATES = folded("""
حيث والذي والتي الذي التي الأمر وهو وهي ولم ولن وقد قد فيما بينما لكن لكنه لكنها ولكن ولكنه ولكنها ليجري
لتصبح ليصبح لتكون ليكون كما علما
وسط وكان وكانت وهم وذلك ليرتفع مما ما بعدما وبعد وعقب وإثر وخلال وقبل
""")
#: Past verbs with which the story goes on behind a comma and و.
_NARRATED = folded("""
نشر نشرت أرسل أرسلت هاجم هاجمت استدعى استدعت قرر قررت بدأ بدأت قام قامت عاد عادت أطلق أطلقت غادر غادرت وصل وصلت التقى
التقت شن شنت أمر أمرت رفض رفضت منح منحت فرض فرضت أعاد أعادت طرد طردت وقع وقعت أجرى أجرت ظهر ظهرت قتل قتلت أصدر أصدرت
انسحب انسحبت شارك شاركت أثار أثارت لقي لقيت تعرض تعرضت حصل حصلت دخل دخلت خرج خرجت سبق جرى جرت تم يأتي تأتي يجري تجري
""")
#: What pictures do, and what they are called.
_SHOWN = folded("وأظهر وأظهرت ويظهر وتظهر")
_PICTURES = folded("صور صورة لقطات مقاطع مقطع تسجيلات تسجيل أشرطة شريط فيديو خريطة مشاهد")
_WHICH_IS = folded("وهو وهي")
_NOT_SO = folded("ليس ليست لا لم")
_SAID = folded("قال أعلن ذكر أفاد أكد أوضح صرح أضاف")
#: Letters of the shortest verb of hers.
_SHORT = 4
#: Verbs that begin with و.
ROOTED = folded("وافق وافقت وصل وصلت وقع وقعت وقف وقفت وجه وجهت وضع وضعت واصل واصلت واجه واجهت وعد وعدت وصف وصفت")
#: Before what was not said.
WITHOUT = folded("دون بدون")
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
#: Words that no clause ends with.
_OPEN = folded("وهو وهي وهم هو هي هم الذي التي الذين كان كانت وكان وكانت أن إن أنه إنه أنها إنها يعد تعد و")
_OWN_WORDS = folded("قوله قولها قولهم تعبيره تعبيرها تعبيرهم وصفه وصفها وصفهم زعمه زعمها زعمهم")
_OWN_LEADS = folded("علي حسب بحسب وفق")
_ASIDES = folded("اشاره حين وقت الوقت المقابل تحول خطوه غضون الاثناء موازاه المفترض المتوقع المقرر المنتظر")
#: Where something is said; between two commas before أن it is of the report around it (أكد، في بيان، أن ...).
_SAYINGS = folded("بيان تصريح تصريحات مقابلة تغريدة مداخلة")
#: What a journalist adds of the whole (وهو ما نفته موسكو، وهو الأمر الذي، علما أن).
_ASIDE = dict.fromkeys(folded("في وفي ومن"), _ASIDES) | dict.fromkeys(folded("وهو وهي وهذا"), folded("ما الأمر"))
_SET_APART = _AGAINST | folded("الأمر علما")


class Glosses:
    """Finds what a journalist adds to somebody's words.

    Args:
        passage: The article.
    """

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self.tokens = passage.tokens
        self.spans = passage.spans

    def narrates(self, at: int, *, bare: bool = False) -> bool:
        """Tell whether the story goes on at a token with a verb in the past, behind و unless `bare`."""
        key = self.tokens.keys[at]
        return key in _NARRATED if bare else key[0] == "و" and key[1:] in _NARRATED

    def gloss(self, start: int, last: int, *, credited: bool = False) -> int:
        """Cut off what the journalist adds (في إشارة إلى، على حد قوله، بحسب).

        Args:
            start: First token of the content.
            last: Token after its last one.
            credited: Whether a credit at the start of the sentence gives all of it to its source.

        Returns:
            Token after the last one of the content that remains.
        """
        words, span_of = self.tokens.words, self.passage.span_of
        for at in range(start + 1, last):
            word = words[at]
            if word is None or not word.turns or span_of[at] is not None:
                continue
            if credited and word.key == "كما":
                continue
            credit = word.according and words[at - 1] is not None and self.tokens.keys[at - 1] in _OPEN
            if credit:
                continue  # وهو بحسب مراقبين رد على ...
            if self._adds(at, last) or self._withholds(at, last) or (word.according and self.passage.names_source(at)):
                without = word.key in WITHOUT and self.tokens.keys[at - 1] == "من"
                return at - (without or word.key in _SIDES or self.tokens.keys[at - 1] == "وذلك")
        return last

    def itself(self, start: int, last: int, speakers: Speakers) -> int:
        """Cut words off where the story goes on with who speaks (، ونشر الجيش صورا): nobody calls himself by his name.

        Pictures that show something behind a comma are the journalist's too (، وأظهرت صور ...).

        Args:
            start: First token of the content.
            last: Token after its last one.
            speakers: Who speaks.
        """
        keys, words, starts = self.tokens.keys, self.tokens.words, self.passage.sources.starts
        actor = speakers[0].actor if len(speakers) == 1 else None
        for at in range(start + 2, last - 2):
            word = words[at + 1]
            if keys[at] not in COMMAS or word is None or word.key[0] != "و" or self.passage.span_of[at] is not None:
                continue
            if word.key in _SHOWN and keys[at + 2] in _PICTURES:
                return at
            mention = starts.get(at + 2) if actor is not None else None
            if mention is None or mention.start > self.tokens.starts[at + 2] or mention.actor != actor:
                continue
            if word.acts or (word.cue is not None and word.cue.form == "past") or self.narrates(at + 1):
                return at
        return last

    def told(self, start: int, last: int, cue: Cue | None = None) -> int:
        """Cut a noun phrase off where the journalist goes on with a clause (خفض وجوده، حيث تشن ...).

        Args:
            start: First token of the content.
            last: Token after its last one.
            cue: The cue, if there is one; a verb behind و that agrees with it has its subject (أعلنت موسكو طردهم
                وأغلقت القنصلية).
        """
        keys, words, span_of = self.tokens.keys, self.tokens.words, self.passage.span_of
        own = cue if cue is not None and cue.form == "past" and cue.number == 1 else None
        for at in range(start + 2, last):
            word = words[at]
            if span_of[at] is not None or word is None:
                continue
            if keys[at] in RELATIVES or self._acts(word):
                own = None
            if keys[at - 1] in COMMAS:
                if keys[at] in _NARRATES or self.narrates(at):
                    return at - 1
            elif (own and self._goes_on_acting(at, feminine=own.feminine)) or self._explains(at, last):
                return at
        return last

    @staticmethod
    def _acts(word: Word) -> bool:
        """Tell whether a word is a verb of its own, with which one behind و goes on (عملية استمرت وأسفرت عن ...)."""
        return word.key[0] != "و" and (word.acts or (_is_past_of_hers(word.key) and not word.noun and not word.stop))

    def _goes_on_acting(self, at: int, *, feminine: bool) -> bool:
        """Tell whether و and a verb in the past of a gender are one word, with no subject of its own behind it."""
        word = self.tokens.words[at]
        if word is None or word.key[0] != "و" or word.key in ROOTED or self._has_subject(at):
            return False
        if word.stop or word.time or word.names or word.state:
            return False
        key = word.key[1:]
        if feminine:
            return _is_past_of_hers(key) and not word.noun
        return word.acts and key[0] == "ا" and key[-1] != "ت" and key[-2] != "ا"  # وفرض, وطرد are nouns as well

    def _has_subject(self, at: int) -> bool:
        """Tell whether somebody who acts rather than is acted on stands behind a verb (واطلعت رويترز عليها)."""
        mention = self.passage.sources.starts.get(at + 1)
        if mention is None or mention.kind == "document":
            return False
        known = ACTORS.get(mention.actor or "")
        return mention.kind != "body" or (known is not None and known.agency)

    def _explains(self, at: int, last: int) -> bool:
        """Tell whether the journalist says what it is that somebody announced (وهي رسالة نقلها الوزير)."""
        if self.tokens.keys[at] not in _WHICH_IS or at + 1 >= last:
            return False
        word = self.tokens.words[at + 1]
        return (
            word is not None and word.common and not (word.stop or word.cue or word.acts or word.key.startswith("ال"))
        )

    def owns(self, at: int, last: int) -> bool:
        """Tell whether it is said right at a token that the words before it are somebody's (، على حد قوله)."""
        keys = self.tokens.keys
        at += at < last and keys[at] in COMMAS
        leads = at < last and keys[at] in _OWN_LEADS
        return leads and not _OWN_WORDS.isdisjoint(keys[at + 1 : min(at + 3, last)])

    def phrase(self, start: int, last: int) -> int:
        """Cut a noun phrase off at its first comma."""
        keys, span_of = self.tokens.keys, self.passage.span_of
        return next((at for at in range(start + 1, last) if keys[at] in COMMAS and span_of[at] is None), last)

    def _adds(self, at: int, last: int) -> bool:  # noqa: PLR0911 -- one return for each case
        keys = self.tokens.keys
        key, comma = keys[at], keys[at - 1] in COMMAS
        if (key == "كما" and self._as_said(at, last)) or key in _TURNS or (comma and key in _CLOSERS):
            return True
        if key == "ردا":
            return keys[at + 1 : at + 2] == ["علي"] and not _QUESTIONS.isdisjoint(keys[at + 2 : at + 3])
        if key in _SIDES:
            return keys[at - 1] == "من" and keys[at - 2] in COMMAS
        if key == "وذلك":
            return self._tells_where(at + 1, last)
        if key in _OWN_LEADS:
            return not _OWN_WORDS.isdisjoint(keys[at + 1 : min(at + 3, last)])
        if key == "الامر" and not comma:  # before what it led to, and not what it will
            return self._sets_apart(at, last) and keys[at + 2][0] not in "سي"
        return comma and self._sets_in(at, last)

    def _as_said(self, at: int, last: int) -> bool:
        """Tell whether who said so follows كما (كما قال الوزير), as a rule another one."""
        word = self.tokens.words[at + 1] if at + 2 < last else None
        cue = word.cue if word is not None and not word.joined else None
        said = cue is not None and cue.form == "past" and cue.lemma in _SAID
        return said and self.tokens.keys[at - 1] not in _NOT_SO

    def _sets_in(self, at: int, last: int) -> bool:
        """Tell whether the journalist goes on behind a comma with a word that does not always say so."""
        keys = self.tokens.keys
        following = keys[at + 1] if at + 1 < last else ""
        if keys[at] in _SET_APART:
            return self._sets_apart(at, last)
        if keys[at] == "في" and following in _SAYINGS:
            return not any(word is not None and word.that for word in self.tokens.words[at + 2 : at + _CUE_FAR])
        if keys[at] in _ASIDE:
            return following in _ASIDE[keys[at]] and (at + 2 >= last or keys[at + 2] not in _FOLLOWS)
        return self._goes_on(at, last, following)

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
        if keys[at] in WITHOUT:
            told = at + 2 < last and keys[at + 1] == "ان" and keys[at + 2] in _TELLS  # دون أن يحدد
            return told or not _DETAILS.isdisjoint(keys[at + 1 : min(at + 3, last)])
        no = at + 1 if keys[at] in _BUT and at + 2 < last else -1
        if no > 0 and keys[no] in _REFRAINED:
            return not _KEPT.isdisjoint(keys[no + 1 : min(no + 4, last)])
        return no > 0 and keys[no] in {"لم", "لا"} and keys[no + 1] in _TELLS


def _is_past_of_hers(key: str) -> bool:
    """Tell whether a word has the form of a verb in the past with a feminine subject (أغلقت), as few nouns have."""
    return len(key) >= _SHORT and key[-1] == "ت" and key[-2] not in "ايو" and key[0] not in "تبل" and key[:2] != "ال"
