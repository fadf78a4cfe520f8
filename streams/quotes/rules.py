"""The rules of this stage as data: each with its reason, with texts in which it decides and some in which it does not.

The id of a rule travels in `Quotation.rule`, `Party.rule` and `Mention.rule`; tests run the stage on every example.
"""

from typing import NamedTuple


class Rule(NamedTuple):
    """A rule.

    Attributes:
        id: Its id.
        reason: The regularity of Arabic news that it states.
        examples: Texts in which it decides about something.
        counter_examples: Texts that look alike and in which it decides about nothing.
    """

    id: str
    reason: str
    examples: tuple[str, ...]
    counter_examples: tuple[str, ...] = ()


_QUOTATIONS = (
    Rule(
        "marks.after-cue",
        "What stands in marks behind a verb of speech, its subject and its circumstances is said.",
        (
            "وقال لافروف “نقلنا إلى الأميركيين معلومات كثيرة عن المجموعات”.",
            'وأضاف الوزير في بيان "لن نقبل بهذا القرار أبدا".',
        ),
        ('وقال الوزير إن تنظيم "داعش" خسر المعركة.', 'ونشرت صحيفة "الحياة" صورا جديدة.'),
    ),
    Rule(
        "marks.after-colon",
        "A colon before marks introduces what is said.",
        ("وقال وزير الخارجية السعودي عادل الجبير: «لا مكان للأسد في مستقبل سوريا».",),
        ('تضم القائمة ثلاث شركات: "ألفا" و"بيتا" و"غاما".',),
    ),
    Rule(
        "colon.bare",
        "A colon behind a verb of speech introduces what is said also where no marks stand.",
        ("وقال مستشار الرئيس علي أكبر ولايتي: لن نتفاوض مع واشنطن حول الصواريخ.",),
        ("وصل الوفد إلى ثلاث مدن: حلب وحمص ودمشق.",),
    ),
    Rule(
        "clause.that",
        "أن, إن and بأن open what is reported.",
        ("وأكد الوزير أن الاتفاق سيدخل حيز التنفيذ غدا.", "وأشار لافروف إلى أن بدء المحادثات يتطلب المزيد من العمل."),
        ("ولم يقل الوزير إن الاتفاق انتهى.", "يذكر أن الاتفاق وقع قبل عامين."),
    ),
    Rule(
        "clause.noun",
        "أكد, أعلن and their like report a bare noun phrase too.",
        ("وأكد وزير الخارجية القطري خالد العطية حرص دول المجلس على وحدة اليمن.",),
        ("وأكد وزير الخارجية القطري خالد العطية في مؤتمر صحفي.",),
    ),
    Rule(
        "clause.to",
        "أشار, لفت and دعا report what stands behind إلى.",
        ("ودعا الرئيس الروسي إلى تقديم المساعدات الإنسانية للسكان.",),
        ("ووصل الرئيس الروسي إلى مطار القاهرة.",),
    ),
    Rule(
        "clause.on",
        "شدد and أكد report what stands behind على.",
        ("وشدد الوزير السعودي عادل الجبير على أهمية إيجاد حل سياسي في سوريا.",),
        ("وجلس الوزير السعودي عادل الجبير على المنصة.",),
    ),
    Rule(
        "clause.about",
        "أعرب and عبر report what stands behind عن.",
        ("وأعربت الأونروا عن قلقها إزاء مصير المدنيين في المخيم.",),
        ("وسافر الوزير عبر الحدود.",),
    ),
    Rule(
        "clause.from",
        "حذر reports what stands behind من.",
        ("وحذر الرئيس التركي رجب طيب أردوغان من تصعيد العنف في المنطقة.",),
        ("وخرج الرئيس التركي رجب طيب أردوغان من القصر.",),
    ),
    Rule(
        "clause.by",
        "طالب, تعهد, اتهم and هدد report what stands behind بـ.",
        ("وطالب الوزير بسحب القوات الأجنبية من البلاد.",),
        ("ومر الوزير بسيارته أمام المبنى.",),
    ),
    Rule(
        "described.as",
        "وصف reports how somebody or something is called.",
        ("ووصف شتاينماير الأكراد بأنهم صوت سياسي مهم في البلاد.",),
        ("والتقى شتاينماير الأكراد في برلين.",),
    ),
    Rule(
        "document.said",
        "A document speaks behind جاء في.",
        ("وجاء في بيان صادر عن وزارة الدفاع الروسية أن الطيران دمر ثلاثة مواقع.",),
        ("وجاء الوزير إلى القاهرة أمس.",),
    ),
    Rule(
        "noun.clause",
        "A noun of saying (إعلان، القول، دعوته) governs content as its verb does.",
        ("وخلص روحاني إلى القول إن بلاده تريد علاقات جيدة مع العالم.",),
        ("وصدر القول الفصل في القضية.",),
    ),
    Rule(
        "noun.marks",
        "قوله and بالقول stand before marks as قال does.",
        ('ونقلت وكالة رويترز عن لافروف قوله: "لن نقبل بهذا القرار أبدا".',),
        ("وكان قوله واضحا.",),
    ),
    Rule(
        "headline.colon",
        "A headline names the speaker before a colon.",
        ("بوغدانوف: سنواصل العمل مع الشركاء في سوريا\nبدأت المحادثات أمس.",),
        ("ملاحظة: تبدأ الجلسة غدا.",),
    ),
    Rule(
        "according.before",
        "بحسب and وفقا at the start of a sentence give the clause behind it to a source.",
        ("وبحسب الأمم المتحدة، لقي آلاف الأشخاص مصرعهم منذ بدء الحرب.",),
        ("وبحسب القانون، تبدأ الجلسة غدا.",),
    ),
    Rule(
        "according.after",
        "بحسب and وفقا behind a clause give it to a source.",
        ("وتسيطر القوات على معظم المدينة، وفقا للمرصد السوري لحقوق الإنسان.",),
        ("وتبدأ الجلسة غدا، وفقا للقانون.", "وتسيطر القوات على المدينة، بحسب وكالة رويترز."),
    ),
    Rule(
        "marks.before-cue",
        "The verb of speech and who speaks may stand behind what was said.",
        (
            '"لقد تغير كل شيء في البلاد منذ ذلك الوقت"، تقول صحيفة الأنوار.',
            '"نحن نعيش هنا منذ سنوات طويلة"، يقول سمير العطار من أمام بيته.',
        ),
        (
            'وزار الوفد معرض "ألوان من بلاد الشام"، وقال الوزير إنه أعجبه.',
            'انتهى عرض "بيت في آخر الشارع" قال الوزير إنه رآه.',
        ),
    ),
    Rule(
        "clause.before-cue",
        "A review of the press puts the verb and the paper or writer behind the sentence that they wrote.",
        (
            "هذه الأزمة تحتاج إلى حل سريع قبل الشتاء المقبل، تقول صحيفة الأنوار.",
            "لم يعد أمام الحكومة سوى القبول بالخطة الجديدة.. يعلق الكاتب سمير العطار.",
        ),
        ("وبعد أشهر من الأزمة، تقول صحيفة الأنوار إن الحل قريب.", "غادر الوفد المدينة، يقول السكان."),
    ),
    Rule(
        "marks.continued",
        "A long stretch in marks goes on with the words of who spoke before it in the sentence.",
        ('وقال لافروف "لن نقبل بهذا القرار أبدا"، "وسوف نعمل مع الشركاء جميعا لتغييره".',),
        ('وقال لافروف "لن نقبل بهذا القرار أبدا" في فندق "الشام".',),
    ),
    Rule(
        "marks.bare-paragraph",
        "A paragraph wholly in marks goes on with the words of the last speaker.",
        ('وقال لافروف إن الأزمة طالت.\n"نحن نعمل مع الشركاء جميعا من أجل السلام"\nوغادر الوفد المدينة.',),
        (
            '"نحن نعمل مع الشركاء جميعا من أجل السلام"\nوغادر الوفد المدينة.',
            'وقال لافروف إن الأزمة طالت.\n"السلام قريب منا"\nوغادر الوفد المدينة.',
        ),
    ),
)

_SPEAKERS = (
    Rule(
        "speaker.after-verb",
        "The subject follows the verb.",
        ("وقالت وزارة الدفاع الروسية إن الطائرة سقطت.", "وذكرت مصادر دبلوماسية أن الجلسة تأجلت."),
    ),
    Rule(
        "speaker.before-verb",
        "The subject may stand right before the verb.",
        ("الرئيس ترمب قال في مؤتمر صحافي إن العملية ستبدأ فورا.", "وكان الجبير قد أعلن أن الزيارة تأجلت."),
    ),
    Rule(
        "speaker.relative",
        "الذي before a verb takes up the name before it.",
        ("والتقى الوفد السيناتور ماركو روبيو، الذي قال إنه غير مرتاح للقرار.",),
    ),
    Rule(
        "speaker.carried-on",
        "A verb or participle with no subject goes on with the last speaker.",
        ("وقال لافروف إن الأزمة طالت. وأضاف أن الحل قريب.", "وقال لافروف إن الأزمة طالت، مؤكدا أن الحل قريب."),
    ),
    Rule(
        "speaker.sentence-subject",
        "A participle belongs to the subject of its sentence.",
        ("وهاجم الرئيس الإيراني حسن روحاني الإدارة الأمريكية، مؤكدا أن بلاده لن تتراجع.",),
    ),
    Rule(
        "speaker.pair",
        "A dual belongs to the two who are named together.",
        ("والتقى الوزير سامح شكري والوزير عادل الجبير في جدة، وأكدا أن التعاون قوي.",),
    ),
    Rule(
        "speaker.bare-noun",
        "A bare noun stands for the last speaker who was called by it.",
        ("وقالت مصادر أوروبية إن الخطة جاهزة. وأضافت المصادر أن الدول أيدتها.",),
    ),
    Rule(
        "speaker.issuer",
        "Who issued a statement speaks in it.",
        ("وقال بيان للجيش الإسرائيلي إن الضربات جاءت ردا على القصف.",),
    ),
    Rule(
        "speaker.document",
        "A statement that nobody signs speaks itself.",
        ("وأكد بيان مشترك أن المحادثات كانت بناءة.",),
    ),
    Rule(
        "speaker.passed-on",
        "Behind عن stands who spoke, before it who passes the words on.",
        ('ونقلت وكالة رويترز عن لافروف قوله: "لن نقبل بهذا القرار أبدا".',),
    ),
    Rule(
        "speaker.after-according",
        "Behind بحسب stands whose words the clause tells.",
        ("وبحسب الأمم المتحدة، لقي آلاف الأشخاص مصرعهم منذ بدء الحرب.",),
    ),
    Rule(
        "speaker.headline",
        "The name before the colon of a headline speaks.",
        ("لافروف: لن نقبل بهذا القرار\nبدأت المحادثات أمس.",),
    ),
)

_MENTIONS = (
    Rule(
        "mention.lexicon",
        "A known name stands in the text.",
        ("وصل بوتين إلى القاهرة.", "واجتمع بلافروف أمس.", "وسلم الرسالة للأسد."),
        ("وبوتينات كثيرة.",),
    ),
    Rule(
        "mention.title-name",
        "A name follows a title.",
        ("قال وزير الكهرباء قاسم الفهداوي إن الشبكة تعمل.",),
        ("قال وزير الكهرباء إن الشبكة تعمل.",),
    ),
    Rule(
        "mention.title",
        "A title alone names an office.",
        ("واستقال وزير الكهرباء أمس.",),
    ),
    Rule(
        "mention.given-name",
        "A given name and another name are a person.",
        ("وكتب أحمد الفهداوي رسالة.",),
        ("وكان أحمد هناك.",),
    ),
    Rule(
        "mention.behind-verb",
        "Two words that are no ordinary ones, behind a verb of speech, are a person's name.",
        ("وقال أنجلو زينو إن الأسهم تراجعت.",),
        ("وقالت مصادر محلية إن الأسهم تراجعت.",),
    ),
    Rule(
        "mention.body-noun",
        "A noun such as وزارة or حركة opens the name of a body.",
        ("وأصدرت نقابة المعلمين قرارا جديدا.",),
    ),
    Rule(
        "mention.document",
        "A statement or a report can speak.",
        ("وصدر بيان مشترك عن اللقاء.",),
    ),
    Rule(
        "mention.surname",
        "A surname alone stands for who was named in full.",
        ("ووصل سام سبيرينغ أمس. وغادر سبيرينغ اليوم.",),
        ("وغادر سبيرينغ اليوم.",),
    ),
    Rule(
        "mention.office-in-article",
        "An office stands for who holds it in the article.",
        ("ووصل وزير الخارجية المصري سامح شكري أمس. وغادر الوزير المصري اليوم.",),
    ),
    Rule(
        "mention.office-at-date",
        "An office that the article fills with nobody stands for who held it when the article was published.",
        ("ووصل وزير الخارجية الروسي أمس إلى القاهرة.",),
    ),
    Rule(
        "mention.body-in-article",
        "The head of a body's name alone stands for the body named in full.",
        ("وأعلنت وزارة الدفاع الروسية القرار. وقالت الوزارة إنه نهائي.",),
        ("وقالت الوزارة إنه نهائي.",),
    ),
)

#: Every rule by its id.
RULES: dict[str, Rule] = {rule.id: rule for rule in (*_QUOTATIONS, *_SPEAKERS, *_MENTIONS)}
