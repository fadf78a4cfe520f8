"""Lines of a page that are no part of the article, as rules.

A rule describes a whole line (or, with `part`, the end of the last one) in folded letters. A footer that stays does
little harm; a sentence that goes is lost: so each rule names its openers and closes at a length, and the
counter-examples beside it are sentences that have to stay.
"""

from dataclasses import dataclass

from streams.lexicon.datelines import AGENCIES

_NAMES = sorted({name.replace(" ", r"[. ]*") for name in AGENCIES}, key=lambda name: (-len(name), name))
_AGENCY = f"(?:{'|'.join(_NAMES)})"
_AGENCIES = rf"{_AGENCY}(?:\s*[-–/،,+و]\s*{_AGENCY})*"
_SHARE = (
    "شارك|شاركها|شارك (?:هذا )?(?:المقال|الخبر|الموضوع)|مشاركه(?: الخبر)?|طباعه(?: الخبر)?|اطبع|"
    "ارسل(?: (?:ل|الي )صديق)?|تويتر|تويت|فيس ?بوك|واتس ?ا?ب|تي?لي?غرام|انستغرام|لينكد ان|نسخ الرابط|"
    "البريد الالكتروني|التعليقات|تعليقات|اضف تعليقا?|اترك تعليقا?|حفظ|المزيد|اقرا المزيد|العوده للاعلي|"
    "facebook|twitter|tweet|whatsapp|telegram|share|print|email|google\\+?|linkedin|pinterest"
)
_APPS = "تطبيق|تي?لي?غرام|واتس|فيس ?بوك|تويتر|يوتيوب|انستغرام|الرابط|صفحت|قنات|حساب|النشره البريديه|ل?موقعنا|اشعارات"


@dataclass(frozen=True)
class Furniture:
    """A kind of line that belongs to the page and not to the article.

    Attributes:
        id: Name of the rule.
        reason: Why such a line is left out.
        pattern: Regular expression over the folded line, which has to match all of it; a group `rest` stays.
        examples: Lines that go.
        counterexamples: Lines that stay.
        longest: Longest line, in characters, that the rule looks at.
        where: `any` line, or one at the `edge`: among the first or last five.
        part: Whether it is cut from the end of the last line instead.
    """

    id: str
    reason: str
    pattern: str
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]
    longest: int = 160
    where: str = "any"
    part: bool = False


RULES = (
    Furniture(
        id="no_words",
        reason="A line of dashes, dots or stars divides the page and says nothing.",
        pattern=r"[\W_]+",
        examples=("-------------", "* * *", "،"),
        counterexamples=("- 2013 -",),
    ),
    Furniture(
        id="link",
        reason="An address of a page or a mailbox standing alone.",
        pattern=r"(?:(?:\S*(?:https?://|www\.|\w@\w[\w-]*\.|pic\.twitter\.)\S*|[^\w\s]+)(?:\s+|$))+",
        examples=("https://telegram.me/SyrianArabNewsAgency", "news@example.com"),
        counterexamples=("نشر الموقع www.example.com تفاصيل الاتفاق",),
    ),
    Furniture(
        id="follow_us",
        reason="The outlet asks to be followed, installed or written to.",
        pattern=(
            rf"\W*(?:(?:و?(?:تابعوا|تابعونا|تابعنا|تابعوننا|تابع)|اشترك|اشتركوا|للاشتراك|انضم|انضموا|حملوا?|لتحميل|لمتابعه|للمتابعه"
            rf"|للتواصل|تواصلوا|زوروا|لتلقي)\s.*(?:{_APPS}).*"
            r"|لمتابعه .*(?:اضغط|انقر).*"
            r"|عبر ارسال (?:كلمه|رساله) .*"
            r"|ي?مكنكم (?:استلام|تسلم|التواصل|متابعه|متابعتنا|الاشتراك|تحميل|ارسال)\s.*"
            rf"(?:{_APPS}).*)"
        ),
        examples=(
            "تابعوا آخر الأخبار السياسية والميدانيـة عبر تطبيق تيلغرام على الهواتف الذكية عبر الرابط :",
            "تابعونا عبر تطبيق واتس أب :",
            "عبر إرسال كلمة اشتراك على الرقم / 0940777186/ بعد تخزينه باسم سانا أو (SANA).",
            "تابعوا صفحتنا على موقع (VK) للتواصل الاجتماعي على الرابط:",
            "يمكنكم التواصل معنا وإرسال الفيديوهات والصور لموقعنا عبر تطبيق “واتساب” على الرقم0012022773659",
            "لمتابعة المباشر على الحواسيب اللوحية، اضغط هنا...",
        ),
        counterexamples=(
            "تابعوا المباراة من المدرجات ثم خرجوا إلى الشوارع.",
            "تابع الرئيس حديثه قائلا إن بلاده لن تتراجع.",
            "انضم الفريق إلى الحملة يوم الأحد.",
        ),
        longest=170,
    ),
    Furniture(
        id="share",
        reason="Buttons for sharing, printing and commenting.",
        pattern=rf"(?:(?:{_SHARE})[\s|،,/•·:+-]*)+",
        examples=("شارك", "طباعة", "فيسبوك تويتر واتساب"),
        counterexamples=("شارك في الاجتماع وزير الخارجية", "طباعة العملة تثير الجدل"),
        longest=100,
    ),
    Furniture(
        id="related",
        reason="The heading over links to other articles; the headlines under it may hold statements and stay.",
        pattern=(
            r"\W*(?:(?:مواضيع|موضوعات|اخبار|مقالات|مواد|تقارير|روابط|قصص)"
            r" (?:ذات صله|ذات الصله|متعلقه|مرتبطه|مشابهه|مماثله|قد تهمك)"
            r"|(?:اقرا|اقراي|اقراوا|اقرووا|شاهد|شاهدوا|طالع|تصفح) (?:ايضا|كذلك)"
            r"|قد يهمك(?: ايضا)?|قد يعجبك(?: ايضا)?)\W*"
        ),
        examples=("مواضيع ذات صلة:", "اقرأ أيضاً:", "إقرأ ايضا"),
        counterexamples=("أخبار ذات صلة بالهجوم وصلت إلى الحكومة أمس.",),
        longest=40,
    ),
    Furniture(
        id="see_also",
        reason="The words that announce the headline of another article; the headline may hold a statement and stays.",
        pattern=(
            r"\W*(?:(?:اقرا|اقراي|اقراوا|شاهد|شاهدوا|طالع|انظر)(?: ايضا| المزيد| كذلك)?|ايضا|للمزيد|لمزيد من التفاصيل)"
            r"\s*(?:\.\.+|…|[:|/–—-])\s*(?P<rest>.*\w.*(?<!\.))"
        ),
        examples=("للمزيد: القمة الثلاثية في أنقرة", "شاهد.. لحظة وصول الوفد", "أيضاً.. الوزير: لا عودة إلى المفاوضات"),
        counterexamples=("أيضا، قال الوزير إن بلاده لن تتراجع.", "للمزيد من الضغط على الحكومة"),
        longest=150,
    ),
    Furniture(
        id="credit",
        reason="The agencies that a report is made from, or the paper it is taken from, on a line of their own.",
        pattern=(
            r"\W*(?:(?:المصدر|المصادر|وكالات)\s*:\s*\W*\w+(?:\W+\w+){0,4}"
            rf"|{_AGENCIES}|\*?\s*نقلا عن \W*\w+(?:\W+\w+){{0,3}})\W*(?<!\.)"
        ),
        examples=("فرانس24/ أ ف ب", "المصدر: سانا", '* نقلا عن "الشرق الأوسط" اللندنية', "رويترز"),
        counterexamples=("نقلا عن مصادر مطلعة قال الموقع إن الاتفاق قريب.", "رويترز: الاتفاق قريب"),
        longest=60,
    ),
    Furniture(
        id="caption_credit",
        reason="The caption of a photograph with the agency it is from.",
        pattern=(
            r"(?:\w+\W+){1,14}?(?:\w+\s*(?:/|©|\(c\)|عدسه|تصوير:?)\s*\W*"
            rf"{_AGENCIES}|\W*(?:صوره )?ارشيفيه|\(ارشيف\))\W*"
        ),
        examples=("لقاء سابق بين أردوغان وبوتين/وكالة الصحافة الفرنسية", "قوات أميركية في سوريا (أرشيفية)"),
        counterexamples=("أكدت الوزارة ذلك في بيان نقلته رويترز",),
        longest=130,
    ),
    Furniture(
        id="byline",
        reason="Who wrote, translated or edited the report.",
        pattern=(
            r"\W*(?:متابعه|كتب|كتبت|اعداد|ترجمه|تحرير|تصوير|بقلم|حاوره|حاورته|اعده|اعدته)"
            r"(?: و ?(?:تحرير|ترجمه|اعداد|تصوير))?\s*[:/]\s*\w+(?:[ -]\w+){0,4}\W*"
        ),
        examples=("متابعة: إرفع صوتك", "إعداد وتحرير: ليلى حسن"),
        counterexamples=("كتب الرئيس: لن نتراجع عن قرارنا أبدا مهما كان الثمن", "تقرير: مليون لاجئ قد يصلون هذه السنة"),
        longest=60,
        where="edge",
    ),
    Furniture(
        id="disclaimer",
        reason="The outlet says whose opinion an article gives.",
        pattern=(
            r"\W*(?:جميع )?(?:المقالات|الاراء|المواد|هذا المقال|المقال|هذه المقاله|ما ورد)\b.*"
            r"(?:لا تعبر|لا يعبر|لا تعكس|لا يعكس|تمثل راي|يمثل راي|تعبر عن راي|يعبر عن راي|تعبر عن وجهه).*"
        ),
        examples=(
            "** جميع المقالات المنشورة تمثل رأي كتابها فقط.",
            "الآراء الواردة في المقال لا تعكس بالضرورة وجهة نظر الشبكة.",
        ),
        counterexamples=("قال الوزير إن هذه الآراء لا تعبر عن رأي الحكومة.",),
        longest=300,
        where="edge",
    ),
    Furniture(
        id="copyright",
        reason="Who owns the text.",
        pattern=r"\W*(?:©.*|copyright .*|(?:جميع )?(?:الحقوق|حقوق النشر|حقوق الطبع)\b.*محفوظه.*)",
        examples=("جميع الحقوق محفوظة © الوكالة 2018",),
        counterexamples=("حقوق الإنسان محفوظة في الدستور",),
        where="edge",
    ),
    Furniture(
        id="end_mark",
        reason="An editor's mark at the end of a report.",
        pattern=(
            r"\W*(?:انتهي(?: وروجع)?|يتبع|تم)\W*"
            rf"|(?:\w\s*\.\s*\w(?:\s*\.\s*\w)?\.?\s*[/،,|]?\s*){{1,3}}(?:\(\s*{_AGENCIES}\s*\))?\W*"
        ),
        examples=("انتهى وروجع", "ع.ج/ ف.ي (د ب أ، رويترز)", "(يتبع)"),
        counterexamples=("انتهى الاجتماع",),
        longest=60,
        where="edge",
    ),
    Furniture(
        id="keywords",
        reason="The words that the page is filed under.",
        pattern=(
            r"\W*(?:الكلمات المفتاحيه|كلمات مفتاحيه|الكلمات الدلاليه|كلمات دلاليه|الوسوم|وسوم|سمات|tags)"
            r"\s*[:|]?\s*.*(?<![.؟!])"
        ),
        examples=("الكلمات الدلالية: روسيا سوريا", "وسوم بوتين أستانا"),
        counterexamples=("سمات المرحلة المقبلة كما يراها المحللون.",),
        where="edge",
    ),
    Furniture(
        id="counter",
        reason="How often the page was read, or how long reading takes.",
        pattern=(
            r"\W*(?:(?:عدد )?(?:المشاهدات|القراءات|مشاهدات|الزيارات)\s*:?\s*\d+|(?:مده|وقت) القراءه\W*.*"
            r"|\d+ (?:مشاهده|مشاهدات|تعليق|تعليقات|دقايق قراءه|دقيقه قراءه))\W*"
        ),
        examples=("عدد المشاهدات: 120", "3 دقائق قراءة"),
        counterexamples=("120 مشاهدا حضروا العرض",),
        longest=50,
    ),
    Furniture(
        id="keywords_after",
        reason="The words that the page is filed under, run on behind the last sentence.",
        pattern=r"(?<=[.”\"»)])\s*(?:سمات|وسوم|الوسوم|كلمات مفتاحيه)(?: \w+){1,15}$",
        examples=("انتهى الاجتماع بحسب رويترز. سمات بريطانيا جبل طارق",),
        counterexamples=("وهذه سمات المرحلة المقبلة",),
        longest=100_000,
        part=True,
    ),
)
