"""Surroundings: the words between a verb of speech and its content, and what they do to either."""

from streams.lexicon.actors_common import COMMON
from streams.lexicon.wording import BRANDS, folded
from streams.quotes.tokens import MARKS, Word

#: Letters of the shortest noun with بـ before it.
MIN_BY = 4
#: Prepositions that verbs govern -> frames, and frames -> the rules that read them.
LINKS = {"الي": "ila", "علي": "ala", "عن": "about", "من": "from"}
RULES = {
    "ila": "clause.to", "ala": "clause.on", "about": "clause.about", "from": "clause.from", "by": "clause.by",
    "np": "clause.noun", "as": "described.as",
}  # fmt: skip
#: Prepositions that stand before a marked term.
PREPOSITIONS = folded("إلى على عن من في ب ل مع بين حول ضد نحو")
#: Words with بـ that bring no content in.
BY_NOT = folded("""
بعد بين بعض بشان بسبب باسم بهدف بدون بل بما بذلك بهذا به بها بهم بيان بدوره بدورها بحسب بالتالي بينما بلاده بلاد
بلدها بغالبية بأغلبية بإجماع بالإجماع بنسبة بقيمة بحضور بمشاركة بدعوة بمناسبة برئاسة بقيادة بتاريخ بحلول بموجب بفضل بفعل
بدلا بعيدا بالغ ببالغ بحق بمن بينها بينهم بصورة بشكل بطريقة بصفة بصفته بصفتها باعتباره باعتبارها باستثناء بالإضافة
بجانب بالقرب بمعدل بموقع بصوت بلهجة بنبرة بعبارة بكلمات بقوة بشدة بحزم باعتبار بعنوان بتوقيت بالمئة بالمائة
بالكامل بالفعل بالتالي بالتزامن بالتأكيد بالنسبة بالنيابة بالتعاون بالتنسيق بالذات بالطبع بالعكس بالضبط بالمثل بالقوة
بالمقابل بالخصوص بالأساس بالتحديد بالتوازي بالأمس باليوم بالقول بالتساوي بالطريقة بالشكل بالأخص بالغة بالدرجة بالتفصيل
""")
#: Short or frequent words that bring content in all the same.
BY_SURE = folded("بشن بحل برد بسد بضم بسن ببث بمد بصد")
#: What is called something by the verb behind it (ما تعتبره موسكو تدخلا).
WHAT = folded("ما مما لما بما عما")
#: Demonstratives.
POINTERS = folded("هذه هذا هذان هولاء تلك ذلك")
#: Before من and those of whom each speaks (كل من الوزير والسفير), or before both of them (كلتا الشركتين).
EACH = folded("كل كلا كلتا")
#: Relative pronouns.
RELATIVES = folded("الذي التي الذين اللذان اللتان اللذين اللتين")
#: Words whose أن is not that of a verb of speech (قبل أن، يمكن أن).
NOT_THAT = folded("""
كما كيف سبق حيث قبل بعد مثل دون منذ الا المفترض الممكن المقرر المتوقع يمكن يجب ينبغي بدلا رغم مع غير بيد
لاسيما سيما خاصه خصوصا طالما يمكنه يمكنها يمكنهم بامكانه بامكانها بامكانهم
يعتقد تعتقد يبدو تبدو يفترض يشتبه يخشى تخشى يأمل تأمل يريد تريد يحاول يستطيع تستطيع عليه عليها عليهم لابد ينتظر يتعين
يشترط يحق يصعب يستحيل يفضل تفضل قررت قرر تقرر
""")
#: From whom something is asked.
FROM_WHOM = folded("منه منها منهم منهما منا")
#: Nouns behind في that tell where something was said.
SETTINGS = folded("""
وقت بيان تصريح تصريحات مقابله حديث كلمه تغريده خطاب رساله حوار مداخله تقرير مقال مقاله مؤتمر تعليق تدوينه
""")
#: Where words are written or sent, behind على or عبر (على تويتر، عبر حسابه الرسمي).
_ACCOUNTS = folded("حساب حسابه حسابها حسابهم حساباته صفحة صفحته صفحتها صفحتهم موقعه موقعها موقعهم شاشة أثير")
_PLATFORMS = _ACCOUNTS | BRANDS
_BEFORE_ACCOUNTS = folded("في على ب")
#: Words that go on with them.
_ACCOUNT_OF = (
    _PLATFORMS
    | _BEFORE_ACCOUNTS
    | folded("""
الرسمي الرسمية الشخصي الشخصية الإلكتروني الخاص موقع بموقع شبكة منصة التواصل للتواصل الاجتماعي
""")
)
_BY_SETTINGS = frozenset(
    f"{link}ب{noun}{end}" for link in ("", "و") for noun in SETTINGS for end in ("", "ه", "ها", "هم")
)
#: Words that go on with such a noun.
SET_OFF = folded("""
سابق لاحق له لها لهم صحفي صحافي صحفيه صحافيه متلفز متلفزه مشترك رسمي رسميه مقتضب منفصل اخر ادلي ادلت به بها اجراها
اجرته بثها بثته القاه القاها نشر نشرته نشره صدر صادر عنه عنها عقده عقدته عقداه
""")
#: Verbs among them, behind which circumstances of their own follow (في مؤتمر صحفي عقده في القاهرة).
HELD = folded("عقده عقدته عقداه اجراها اجرته القاه القاها")
#: Words of time behind قبل and منذ.
SPANS = folded("بضع بضعة عدة نحو حوالي ذلك ايام ساعات اسبوع اسابيع اشهر شهرين يومين ساعه قليل اعوام سنوات عامين")
#: Words that open a phrase of time.
WHEN = folded("خلال قبل بعد اثناء عقب منذ قبيل عندما بعدما")
#: Words that leave a verb and its content together.
ADVERBS = folded("""
قد ايضا كذلك مجددا بدوره بدورها صراحه بوضوح مره اخري رسميا كما ذلك فيه فيها خلاله خلالها له لها لهم لهما به بها هكذا
مرارا تكرارا صراحة بصراحة بحزم بغضب بشدة بقوة ببساطة مباشرة ضمنا ضمنيا علنا تلميحا ساخرا ساخرة مازحا مازحة
""")
#: Words behind على that tell how or where, never what is stressed or agreed on (على خلفية، على هامش، على الأقل).
HOW = folded("""
خلفية هامش أثر إثر وقع الأقل الأرجح الإطلاق غرار رأس رأسها رأسهم رأسه صعيد الصعيد مدار متن لسان طول مدى حد الفور الرغم
نحو شاشة ضوء وجه سبيل نطاق مقربة العكس عكس مستوى
""")
#: Verbs that may have a verbal noun in place of بـ (تعهد سحب القانون، ناشد السكان تجنب الطريق).
PLEDGING = folded("تعهد ناشد")
#: Whom somebody answers, before who answers (ورد عليه الوزير).
ANSWERED = folded("عليه عليها عليهم")
#: Pronouns that stand as an object of their own (واصفا إياه بـ).
THEM = folded("إياه إياها إياهم إياهما إياي إيانا")
#: Verbs with somebody as their object.
TRANSITIVE = folded("طالب دعا حث ناشد حذر اتهم ابلغ خاطب هدد حض وصف سمي حمل")
#: Verbs that are nothing without somebody as their object: one noun behind them is that object.
STRICT = folded("اتهم خاطب")
#: Verbs that lay what they have as their object on what stands behind إلى.
LAID_ON = folded("أرجع عزا")
#: Verbs that need somebody's words: marks that end the sentence behind them are these.
UTTERING = folded("قال صاح هتف صرخ أجاب رد")
#: Verbs whose بـ may stand far off.
FAR = folded("طالب اتهم هدد تعهد وعد ناشد أفاد أقر اعترف توعد")


def is_setting(key: str) -> bool:
    """Tell whether بـ brings in what somebody spoke or wrote (بتقريرها، ببيان), which tells where it was said."""
    return key in _BY_SETTINGS


def over_account(keys: list[str], at: int, end: int) -> int:
    """Return the token after the account or platform that على or عبر at a token leads to, or the token itself."""
    last = at + 1
    while last < end:
        if keys[last] in _ACCOUNT_OF:
            last += 1
        elif keys[last] in MARKS and last + 2 < end and keys[last + 1] in BRANDS and keys[last + 2] in MARKS:
            last += 3
        else:
            break
    while keys[last - 1] in _BEFORE_ACCOUNTS and last > at + 1:
        last -= 1
    return at if _PLATFORMS.isdisjoint(keys[at + 1 : last]) else last


def is_by(word: Word, key: str) -> bool:
    """Tell whether content that بـ brings in begins with a word (طالب بوقف القتال)."""
    if key == "ب" or key in BY_SURE:
        return True
    if key[0] != "ب" or len(key) < MIN_BY or key in BY_NOT or word.stop or word.time:
        return False
    own = word.key in COMMON and word.key[1:] not in COMMON and not key.startswith("بال")
    return not own and not word.surname and not word.given and (not word.body or word.body_prefix > 0)
