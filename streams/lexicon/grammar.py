"""Function words that rules about events look at, folded as `schemas.folding.fold` folds them."""

_LINKED = ("", "و", "ف")


def _linked(words: str) -> frozenset[str]:
    return frozenset(f"{link}{word}" for word in words.split() for link in _LINKED)


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


#: Prepositions written as words of their own.
PREPOSITIONS = _linked(
    "من الي علي في عن مع بين ضد خلال بعد قبل عقب اثر عند لدي حول بشان منذ حتي داخل خارج قرب نحو تجاه ازاء بحق "
    "اثناء ابان امام برعايه بمشاركه بقياده وفق حسب بحسب بسبب رغم"
)
#: Prepositions that bring in a place or a time rather than a party.
PLACES = _linked("في من امام اثناء ابان خلال بعد قبل عند داخل خارج قرب منذ حتي حول عن بشان")
#: Words that end the clause in which a trigger's parties stand.
BREAKS = _linked(
    "ان انه انها بان لان الذي التي الذين اللذين حيث فيما بينما اذا لكن بل كما اذ حين عندما قايلا قايله مضيفا موكدا "
    "معتبرا مشيرا لافتا مما ما"
)
#: Words after which a subject stands before its verb.
SUBJECT_LEADS = _linked("ان بان لان كان كانت كانوا لكن انه ولكن")
#: Other words at which a noun phrase without a name ends.
JOINERS = _linked("قد لم لن لا هو هي هم او ثم ايضا اليوم امس يوم كل هذا هذه ذلك تلك مساء صباح فجر ليل")
_SAY = "قال اعلن اكد ذكر صرح اضاف اوضح افاد كشف نشر نقل اشار كتب ابلغ شدد اعتبر راي صدر اصدر عبر اعرب بث"
#: Verbs of saying, deciding and publishing, which take a date of their own: أعلن الجيش الجمعة أن ....
SAYING = frozenset(
    f"{link}{form}" for link in _LINKED for stem in _SAY.split() for form in (stem, f"{stem}ت", f"{stem}وا", f"{stem}ا")
) | frozenset({"يقول", "تقول", "قالت", "واعلنت", "تصريح", "بيان", "تصريحات"})
#: Particles that negate the verb right after them.
NOT_VERB = _words("لم لن لا ليس ليست لما ولم ولن ولا فلم فلن ")
#: Those of them that speak of what is to come.
WILL_NOT = _linked("لن")
#: Those of them that do what they announce: أعلن الجمعة استقالته.
ANNOUNCING = frozenset(
    f"{link}{form}"
    for link in _LINKED
    for stem in ("اعلن", "اصدر", "صدر", "قرر", "امر", "اقر")
    for form in (stem, f"{stem}ت", f"{stem}وا", f"{stem}ا")
)
#: Verbs that do no more than bring about the noun after them, so that what negates them negates it: لم يتم تقديم.
ACHIEVING = _words(
    "يتم تتم يجر تجر يجري تجري يتمكن تتمكن يتمكنا تتمكنا يتمكنوا يستطع تستطع يستطيعوا ينجح تنجح ينجحوا يتوصل "
    "تتوصل يقدم "
    "تقدم يعقد تعقد يشن تشن ينفذ تنفذ يقع تقع يحدث تحدث يحصل تحصل يسبق يوافق توافق يتحقق تتحقق يبدا تبدا يصدر "
    "تصدر يفرض تفرض"
)
#: Verbs of denial: what they deny did not happen (نفت الوزارة احتجازه).
DENYING = _linked("نفي نفت نفوا نفيا ينفي تنفي ينفون نافيا نافيه نفيه نفيها")
#: Verbs that stand before دون without negating what follows: لا تحول دون دعم.
HINDERING = _words("تحول يحول حال حالت للحيلوله الحيلوله حيلوله")
#: Words of fear, suspicion and thought: what they govern is imagined, not told (خشية هجوم, يخططون لهجمات).
IMAGINED = _linked(
    "خشيه مخاوف تخوف تخوفا تخوفات متخوفه متخوفا يخشي تخشي يخشون يخشي خوفا تحسبا يفكر تفكر يفكرون يدرس تدرس يترقب تترقب "
    "يخططون خططوا مخططا مخطط مخططات محتمل محتمله وشيك جاهزيه جهوزيه جهوزيته "
) | _words("لمنع منع تجنب لتجنب لتفادي تفادي تلافي")
#: Adjectives of what may come: ضربة محتملة.
LIKELY = _words("محتمل محتمله المحتمل المحتمله محتملين محتملتين")
#: Words that negate a verbal noun near after them.
NOT_NOUN = _words("عدم بعدم وعدم دون بدون لعدم نفي نفت نفوا ينفي تنفي نافيا ")
#: Verbs and nouns of calling off: what they govern does not come about.
CALLING_OFF = _linked("الغي الغت الغوا الغاء تاجيل تاجل تاجلت ارجا ارجات ارجاء")
#: Verbs and nouns of foiling an attack.
FOILING = _linked("احباط احبط احبطت احبطوا افشال افشل افشلت")
#: Words that make what follows a mere possibility.
CONDITIONS = _words("اذا لو لولا ربما احتمال باحتمال باحتماليه احتماليه امكانيه بامكانيه حال شريطه سيناريو فرضيه ")
#: Particles before a present that make it a possibility.
POSSIBLY = _words("قد وقد فقد يمكن تمكن ")
#: Words of planning: what follows is still to come.
PLANS = _words(
    "سوف المقرر مقرر المتوقع المنتظر المرتقب يعتزم تعتزم يعتزمان تعتزمان يعتزمون نعتزم اعتزامه اعتزامها اعتزام "
    "عزم عزمه عزمها عزمهم ينوي تنوي ننوي نيه نيته نيتها "
    "قرر قررت خطه خطط يخطط تخطط لبدء ببدء يستعد تستعد استعداد استعداده سيتم ستتم سيجري ستجري مستعده "
    "تحضيرات تحضيرا للتحضير التحضير استعدادات الاستعدادات "
    "مستعد تمهيدا بهدف بغيه لاجل يسعي تسعي سعي مساعي "
    "المفترض يفترض عشيه تنص ينص تتضمن يتضمن تشمل يشمل مقابل تقضي يقضي "
)
#: Adjectives of what is to come.
COMING = _words(
    "المقبل المقبله القادم القادمه المرتقب المرتقبه المقرر المقرره المزمع مرتقبه مرتقب مقرر مقرره مقبل مقبله المقررين "
    "مرتقبتين مرتقبين المرتقبين قريب قريبه وشيك وشيكه الوشيك الوشيكه "
)
#: Words that open a sentence of background: وكان ... قد.
BACKGROUND = _words("وكان وكانت كان كانت وكانوا كانا وكانا يذكر يشار ويذكر ويشار وسبق سبق ")
#: Relative pronouns: a past after them tells what went before.
RELATIVES = _words("التي الذي الذين اللذين اللتين ")
#: Words after which a verbal noun names what went before.
SINCE = _words("عقب بعد اثر منذ بسبب نتيجه غداه خلفيه ردا وبعد وعقب واثر ذكري ")
#: Words that bring in that in which something was suffered.
CAUSES = _words("في جراء نتيجه اثر بسبب خلال بفعل اثناء وفي")
#: Verbs after which harm is what came of something told: أسفر الهجوم عن مقتل ثلاثة.
RESULTS = _linked("اسفر اسفرت اوقع اوقعت ادي ادت تسبب تسببت خلف خلفت موديا مخلفا مما يودي تودي")
#: Verbs that do no more than say that the noun after them came about: تم اعتراض صاروخ.
DONE = _linked("تم تمت جري جرت وقع وقعت حدث حدثت بدا بدات انطلق انطلقت اندلع اندلعت")
#: Nouns that point back to an attack.
THE_ATTACK = _words(
    "الهجوم الهجومين الهجمات الغاره الغارات القصف الانفجار الانفجارين الانفجارات التفجير التفجيرين التفجيرات "
    "الاشتباكات الاشتباك المعارك المواجهات الضربه الضربات العمليه الاعتداء الاعتداءات الحادث الحادثه المجزره الكمين"
)
#: Adjectives of what is over.
FORMER = _words("السابق السابقه سابق سابقه الاخير الاخيره ")
#: قد, after which a past is told as done before.
ALREADY = frozenset({"قد", "وقد", "لقد", "ولقد", "فقد"})
#: Words for the day of writing.
TODAY = _words("اليوم امس الان حاليا")
#: Words for years, near which something is told of another year.
YEARS = _words("عام العام سنه عامي عامين اعوام سنوات عاما")
#: Times of recent years, told without a date.
LATELY = _words(
    "موخرا السنوات الاعوام العقود سنوات اعوام عقود السنين الخمسينات الستينات السبعينات الثمانينات التسعينات"
)
#: Adverbs of what was so once: وهدد سابقا, كانوا آنذاك.
ONCE = _linked("سابقا انذاك حينها حينذاك وقتها يومها لطالما طالما ايامها مسبقا سبق") | _words("بالسابق")
#: Nouns of a matter, a cause or a charge: the noun that they govern is known to the reader (قضية اغتيال, بتهمة قتل).
MATTERS = _words(
    "قضيه بقضيه جريمه بجريمه جرايم بجرايم تهمه بتهمه تهم بتهم اتهامات باتهامات اتهامه اتهامهم المتهم المتهمين "
    "المتهمه متهم متهمين متهمه ادانته ادانتهم ادانتها بادانه ضلوع ضلوعه ضلوعها ضلوعهم تورط تورطه تورطها تورطهم "
    "مسووليه مسووليته جراء تعليقا اشاره اعقاب بموجب بفعل ناجمه ناجم الناجم الناجمه حادث حادثه ملابسات ملف "
    "مرتكبي منفذ منفذي ضحايا"
)
#: Words of need, wish and purpose: what they govern is called for, and no event.
WISHES = _linked(
    "ضروره بضروره اهميه باهميه يجب ينبغي وجوب لازم يتعين لابد نامل يامل تامل امل امله املها امكانيه افاق فرص "
    "فرصه سبل جهود الجهود مساعي السعي يسعي تسعي المطالبه للمطالبه بالمطالبه يريد تريد نريد الرغبه رغبه رغبته "
    "تعزيز لتعزيز احترام ضمان لضمان بهدف بغيه الهادفه الراميه تهدف يهدف طاوله العوده للعوده عدم مراقبه بمراقبه "
    "بوسع بوسعها بوسعه بوسعنا بوسعهم بامكان بامكانها بامكانه "
    "بامكاننا بامكانهم يمكنها يمكنه يمكننا يمكنهم تستطيع يستطيع "
    "قادر قادره قادرين قادرون القدره قدره قدرتها قدرته قدرتهم "
    "اجل مسوده خطه مبادره مقترح اقتراح دعوه بالدعوه نظام اليه مسار عمليه "
)
#: Those of them before deeds too: an operation (عملية خطف) is one, a process (عملية تفاوض) is none.
NO_DEEDS = WISHES - {"عمليه", "جهود", "الجهود"}
#: Words after a definite noun that tell which one is meant.
QUALIFIERS = _words("التي الذي اللذين اللتين الذين بين علي ضد مع عن")
#: Words right before a verb in the past that opens its clause.
CLAUSE_OPENERS = _linked("قد الذي التي الذين ان كما ثم حيث فيما بينما ما اذا لما عندما حين بعدما لم ولم وقد")
#: Pronouns that stand for a subject: what follows the verb after them is its object (إنها تدعم الحزب).
PRONOUNS = _linked("انه انها انهم انهما بانه بانها بانهم هو هي هم نحن هما اننا لانه لانها انا انني")
#: Particles that may stand between a subject and its verb.
PARTICLES = _linked("قد سوف لم لن لا ما كان كانت كانوا")
_DOING = _words(
    "اصدر يصدر تصدر واصل يواصل تواصل شن نفذ اجر اجري قاد تقود يقود عقد وقع "
    "ابرم فرض وجه ارتكب نظم ينفذ تنفذ يشن تشن تجري يجري تفرض يفرض جمع طلق اطلق "
)
#: Beginnings of verbs that have an event as their object: غارات نفذها الجيش, محادثات أجراها الوزير.
DOING = tuple(sorted(_DOING))
#: Participles of those who are held to have done what the noun behind them tells: متهمين بقتل, متورطون في هجوم.
INVOLVED = _words(
    "متورط متورطه متورطين متورطون متورطا المتورط المتورطه المتورطين المتورطون ضالع ضالعه ضالعين ضالعون الضالع الضالعه "
    "الضالعين الضالعون متهم متهمه متهمين متهمون متهما المتهم المتهمه المتهمين المتهمون مدان مدانه مدانين مدانون مدانا "
    "المدان المدانه المدانين المدانون مشتبه المشتبه"
)
#: Verbs of beginning and intending, whose subject does what follows: بدأ المحتجون بتنظيم مسيرات.
BEGINNING = _linked("بدا بدات يبدا تبدا يعتزم تعتزم ينوي تنوي استانف استانفت")
#: What من follows to tell who backs somebody: بدعم من التحالف.
BACKED = _words(
    "دعم بدعم اسناد باسناد مسانده بمسانده مساعده بمساعده غطاء تاييد بتاييد بطلب طلب بامر بقرار قوات عناصر مسلحون"
    " مقاتلون"
)
#: Pasts that are passive however they are read; of others writing does not tell (قتل).
PASSIVES = frozenset(
    f"{link}{stem}{end}"
    for link in _LINKED
    for stem in ("اغتيل", "ادين", "اقيل", "هوجم", "حوصر", "حوكم", "عوقب", "طورد", "اختير", "قوبل")
    for end in ("", "ت", "وا", "ا", "تا")
)
#: Verbs of which something is only told to be done, by nobody: تم توجيه اتهامات.
DONE = _linked("تم تمت يتم تتم سيتم ستتم")
#: Nouns of carrying something out, before what is carried out: أعلنت النقابة تنظيم مظاهرة.
CARRYING_OUT = _words(
    "تنظيم تنظيمها تنظيمه بتنظيم لتنظيم تنفيذ تنفيذها تنفيذه بتنفيذ شن شنها شنه بشن لشن خوض خوضها بخوض"
)
#: Beginnings of verbs that tell where an event was, not who did it: اشتباكات شهدتها المدينة.
WITNESSING = ("شهد", "تشهد", "يشهد", "عرف", "تعرف", "يعرف", "عاش", "تعيش", "يعيش")
#: Nouns of people who act without a name.
CROWDS = _words(
    "مسلحون مسلحين مسلحو مسلحي متظاهرون متظاهرين محتجون محتجين مدنيون مدنيين مقاتلون مقاتلين مقاتلو مقاتلي "
    "جنود جنودا عناصر اسري سجناء معتقلون معتقلين نشطاء ناشطون ناشطين نواب مستوطنون مستوطنين لاجيون لاجيين "
    "طايره مقاتلات مقاتله قوات قوه وحدات دوريه مدفعيه دبابه دبابات ميليشيات ميليشيا فصايل جماعات جماعه عصابات "
    "عصابه نازحون نازحين شاب شبان شرطيين شرطيا فلسطينيون فلسطينيين فلسطينيا متمردون متمردين متطرفون متطرفين ارهابيون "
    "ارهابيين انتحاري اشخاص شخصا شخص طايرات طيران مواطنون مواطنين عمال موظفون موظفين طلاب اهالي سكان معارضون "
    "معارضين صحفي صحافي صحفيون صحافيون صحفيين صحافيين الاف الافا اطراف طرفان طرفين جانبان جانبين بلدان بلدين "
    "وزيران رييسان دول قاده زعماء وزراء مجهولون قراصنه خاطفون مهاجرون مهاجرين دوله بلدانا بلد جنديا مدنيا مسلحا "
    "مقاتلا عنصرا متظاهرا طفلا اطفال اطفالا طفل امراه نساء شرطيا "
    "شرطيين شرطي ضابطا ضباط ضباطا صحفيا صحافيا مواطنا ارهابيا ناشطا "
    "معتقلا اسيرا مهاجرا لاجيا طالبا عاملا نازحا متشددا متشددين "
    "متشددون قتيلا قتلي جرحي رهاين رهينه رجل رجال رجلين شخصين "
    "جنديين جندي مدنيان جنديان شرطيان فلسطينيان شابان شابا شابين فتي فتاه مستوطن مستوطنا محاميا حقوقيا دبلوماسيا "
    "دبلوماسيون دبلوماسيين موظفا مصليا مصلين اقارب انصار مويدين مويدون ابناء عايلات عايله اعضاء عضوا مندوبين مندوبون "
    "مفاوضون مفاوضين مهربين قيادي قياديا قياديين مشتبه مشتبها "
    "متهما متهمين متهمون مسوولون مسوولين مسوولو مسوولي محللون محللين خبراء حلفاء ضحايا اخرون اخرين "
    "سجينا محتجزين محتجزون بحارا سايحا سياح "
)
#: Definite nouns that name no party: times, ways and other companions of verbs.
NO_PARTIES = _words(
    "الماضي الماضيه المقبل المقبله الجاري الحالي اليوم الليله الامس الان الاول الثاني الثالث الرابع الخامس السادس "
    "السابع الثامن التاسع العاشر الحادي الصباح المساء الفجر الذي التي الذين اللذين اللتين اللذان النار الرصاص القبض "
    "الفور الاقل الاكثر الاثر الارض الاراضي الاطلاق الخصوص السواء التوالي السيطره الستار الباب "
    "الضوء العلاقات العقوبات الشهر العام السنه الاسبوع الغد البارحه المزيد الحرب السلام الحوار "
)
#: Pronouns with a preposition that take up the noun before a relative: القرار الذي صادق عليه المجلس.
RESUMPTIVES = _words(
    "عليه عليها عليهم به بها بهم فيه فيها منه منها منهم له لها لهم معه معها اليه اليها عنه عنها خلالها خلاله ضده ضدها"
)
#: Those of them that bring in a person, by the preposition.
BY_PRONOUN = {
    f"{form}{pronoun}": preposition
    for form, preposition in (("علي", "علي"), ("من", "من"), ("ل", "ل"), ("الي", "الي"), ("ضد", "ضد"), ("ب", "ب"))
    for pronoun in ("ه", "ها", "هم", "هما")
}
#: Nouns of places that a name follows.
PLACE_HEADS = _words(
    "مدينه بلده قريه مخيم محافظه حي منطقه قطاع ريف مطار قاعده سفينه بلدات قري مدن احياء جزيره معبر ميناء"
)
#: Nouns that stand between an attack and whom it is aimed at: غارات على مواقع للتنظيم.
TARGETS = _words(
    "موقع مواقع موقعا هدف اهداف مقر مقار مقرات قاعده قواعد مركز مراكز نقطه نقاط حاجز معسكر معسكرات معقل معاقل مخازن رتل"
)
#: Dual pronouns that take up the two parties told before: بينهما.
BOTH = _words("بينهما جمعهما جمعتهما بينهم")
#: Numbers, written out.
NUMERALS = _words(
    "اثنين اثنان اثنتين ثلاثه اربعه خمسه سته سبعه ثمانيه تسعه عشره عشرات مييات الاف "
    "ثلاث اربع خمس ست سبع ثماني تسع عشر مييه ميات"
)
#: Nouns of a part, which من follows: العديد من الأعضاء.
PARTITIVES = NUMERALS | _words("العديد عدد عددا بعض احد احدي كل كلا كلي كثير الكثير مجموعه جزء معظم غالبيه اغلبيه")
#: Verbs in the first person plural that govern a noun of doing: سنواصل التنسيق.
WE = _words("سنواصل نواصل ننوي نعتزم سنبدا بدانا قررنا نريد نرفض نويد ندعم نجري سنجري")
#: Conjunctions after which a past tells what was done at the time told before: عدن حيث سيطر انفصاليون.
WHEN = _words("حيث حين حينما عندما")
#: Duals that stand for the two parties told before.
DUALS = _words(
    "الجانبان الطرفان البلدان الرييسان الوزيران الزعيمان العاصمتان الدولتان الحكومتان الجانبين الطرفين البلدين "
    "الرييسين الوزيرين الزعيمين الدولتين القايدان القايدين المسوولان الحليفان الحليفين الجاران الجارين "
    "البلدان الشقيقان الرجلان"
)
#: Verbs by which an attack has its target: غارات استهدفت المدينة.
AIMING = _words("استهدف استهدفت تستهدف يستهدف طال طالت تطال")
#: Those of them that stand for two states, and for two persons.
DUAL_STATES = DUALS & _words("البلدان البلدين الدولتان الدولتين العاصمتان الحكومتان الحليفان الحليفين الجاران الجارين")
DUAL_PERSONS = DUALS & _words(
    "الرييسان الرييسين الوزيران الوزيرين الزعيمان الزعيمين القايدان القايدين المسوولان الرجلان"
)
_WEAPONS = "رصاص نيران قصف قذايف صواريخ صاروخ غاره غارات ضربه ضربات هجوم هجمات عمليه كمين لغم سلاح ايدي يد طلقات"
#: What harm is done with: whoever it belongs to has done it (برصاص الجيش, في غارة للتحالف).
INSTRUMENTS = frozenset(
    f"{head}{noun}"
    for head in ("", "ب", "في")
    for noun in [
        "رصاص",
        "نيران",
        "قصف",
        "قذايف",
        "صواريخ",
        "صاروخ",
        "غاره",
        "غارات",
        "ضربه",
        "ضربات",
        "هجوم",
        "هجمات",
        "عمليه",
        "كمين",
        "لغم",
        "سلاح",
        "ايدي",
        "يد",
        "بايدي",
        "طلقات",
    ]
)
#: Nouns whose first letter is no preposition though it could be one.
B_WORDS = _words(
    "بعض بعثه بلديه بلدان بلدات بلاد بلاده بلادها برلمان "
    "برلمانيون برلمانيين بنوك بريد برنامج برامج بارجه بوارج بطريرك بيانات "
    "باحثون بريطانيا بريطانيه بريطاني بحريه بحريني بغداد بيروت باريس برلين بكين باكستان بلجيكا بلغاريا بولندا بنغلادش"
)
#: Words that take in all of those whom the noun after them names.
QUANTIFIERS = _words("كل كافه جميع ساير بقيه كلا مختلف")
#: Accusatives of purpose, whose date is that of what serves it: غارات دعما للحكومة منذ أيلول.
IN_ORDER_TO = _words("دعما احتجاجا تضامنا تاييدا رفضا تنديدا مسانده ودعما واحتجاجا وتضامنا وتاييدا")
#: Participles of what was issued or made on a date that follows: التقرير الصادر في يناير.
ISSUED = _words(
    "الصادر الصادره صادر صادره الموقع الموقعه المبرم المبرمه المنعقد المنعقده المنشور المنشوره الموقوف المولود المقرر "
    "المقرره المرتقب المرتقبه المقررين"
)
#: Nouns of a case, whose date is that of what it is about: حكم عليه في قضية فض اعتصام عام 2013.
MATTERS_OF = _words("قضيه بقضيه قضايا بقضايا")
#: Verbs of saying that only report what others did: أفادت الوكالة أمس عن انسحاب القوات.
REPORTING = _linked("افاد افادت ذكر ذكرت نقل نقلت نشر نشرت بث بثت")
#: What brings in that which happened the day before.
EVE = _words("غداه وغداه")
#: كان before a past: it had happened.
WERE = _linked("كان كانت كانوا")
#: Conjunctions after which a past tells what went before.
AFTER = _words("بعدما وبعدما عقبما بعيد")
#: Plurals of those who meet: a meeting with them is one of many.
PLURAL = _words(
    "وزراء قاده رووساء روساء زعماء نظراء نظرائه "
    "نظراءه شركاء داينين القاده الوزراء الزعماء الاطراف الفصايل "
    "ممثلين ممثلي سفراء السفراء دول الدول داينيها داينيه نظيريه نظيريها"
)
#: Nouns that stand right before the name of a body and act for it: مقاتلي التنظيم, قادة الاتحاد.
FORCES = _words(
    "مقاتلي مقاتلو مسلحي مسلحو عناصر جنود ضباط قوات قوه وحدات "
    "طيران طايرات مقاتلات ميليشيات ميليشيا فصايل مدفعيه دبابات قاده زعماء "
    "مسوولي مسوولو ممثلي ممثلو اعضاء وزراء دول نواب احزاب اجهزه سلطات رجال قيادات قياده كتايب الويه مجاهدي ارهابيي وفد "
)
_KIN = "ابن ابنت زوجت زوج نجل شقيق شقيقت والد والدت عايلت اسرت طفل طفلت ابناء اطفال حارس سايق مرافق"
#: Those who belong to a person by a pronoun: قتل الكاتب وابنته.
KIN = frozenset(f"{noun}{pronoun}" for noun in _KIN.split() for pronoun in ("ه", "ها"))
#: Nouns of people that stand right before the name of a state or body and are not it: أطفال سوريا, سكان غزة.
PEOPLES = _words(
    "اطفال سكان اهالي ابناء مواطني لاجيي نازحي شعب انصار مويدي طلاب عمال صحفيي نساء مدنيي رعايا اسري معتقلي"
)
#: Participles of saying that have what is said as a noun: مؤكدا دعم بلاده.
STATING = _words("موكدا موكده معلنا معلنه مجددا مجدده مبديا مبديه معربا معربه مكررا نافيا نافيه مبينا موضحا كاشفا")
#: Conjunctions that hang a clause on the one before, whose subject goes on.
SUBORDINATES = _words("بعدما عندما حين حينما كما قبلما فيما بينما")
#: States that are masculine; all others are feminine, as capitals are.
MASCULINE_STATES = _words(
    "العراق لبنان الاردن اليمن السودان المغرب الصومال السنغال النيجر الكونغو الاتحاد الكرملين الفاتيكان جنوب الجبل "
    "البيت الاليزيه البنتاغون"
)
#: Masculine nouns that head the names of bodies.
MASCULINE_HEADS = _words(
    "مجلس حزب جيش تنظيم تحالف ايتلاف اتحاد صندوق بنك مصرف برلمان حلف مركز مكتب فريق مرصد نظام حرس جهاز حشد قضاء ناتو "
    "كونغرس كنيست بنتاغون طيران سلاح دفاع امن معهد مصدر متحدث ناطق بيان تيار موتمر منتدي وفد فيلق لواء معسكر "
    "متحف موقع تقرير غرب"
)
#: What hangs a clause with أن on the one before, whose subject goes on: بعد أن, قبل أن.
AROUND_THAT = _words("بعد قبل منذ الي دون وبعد وقبل")
#: One's country, which acts for whoever speaks.
COUNTRY = _words("بلاده بلادها بلادنا بلادهم بلدنا بلده بلدها حكومته حكومتها حكومتنا")
#: Nouns in the names of those who bear arms and arrest.
ARMED = _words(
    "الجيش جيش القوات قوات الشرطه شرطه الامن امن الحرس حرس الدرك التحالف تحالف المخابرات مخابرات الاستخبارات "
    "استخبارات الداخليه الدفاع كتايب سرايا تنظيم حركه الحشد البحريه السلطات سلطات النيابه المباحث"
)
#: Nouns of what befalls somebody, whoever tells it: أعلنت الشرطة مقتل ثلاثة.
BEFALLING = _words("مقتل مصرع اصابه استشهاد قتلي جرحي وفاه سقوط احتجاز")
#: Agreements, which are named after the place where they were made and tell what is to be done.
DEALS = _words("اتفاق الاتفاق اتفاقا اتفاقيه الاتفاقيه معاهده تفاهم تسويه")
#: Arms, money and goods, which stand for the state that they belong to.
THINGS = _words(
    "سلع منتجات صادرات واردات تجاره اقتصاد نفط اسلحه ترسانه صواريخ منصات رادارات دفاعات مطارات اراضي اصول اموال "
    "ارصده بضايع مصالح برنامج منشات منشاه جنسيه جنسيته جنسيتها جنسيتهما جنسيتهم"
)
#: What opens the clause that is said, before its subject.
THAT = _words("ان بان وان وبان")
#: Adverbs that may stand between a verb and its object.
ADVERBS = _words(
    "امس اليوم ايضا مرارا مجددا علنا صراحه بشده ضمنا ضمنيا اخيرا حاليا سابقا كذلك بدوره بدورها مباشره فيها فيه"
)
_UNDERGO = (
    "تعرض يتعرض تتعرض واجه يواجه تواجه تلقي تلقت يتلقي تتلقي نال نالت ينال تنال حصل حصلت يحصل تحصل لقي لقيت حظي حظيت"
)
#: Verbs whose subject gets what their object tells: تعرض لانتقادات, تلقى دعوة, حصل على دعم.
UNDERGOING = frozenset(
    f"{link}{form}{end}" for link in _LINKED for form in _UNDERGO.split() for end in ("", "ت", "وا", "ون")
)
#: Heads of places where people live.
TOWNS = _words("مدينه بلده قريه مخيم حي العاصمه")
#: Nouns of bodies and of people that stand for a party without a name, without their article: السلطة, المعارضة.
BODIES = _words(
    "سلطه سلطات حكومه حكومات معارضه موالاه محكمه محاكم نيابه ادعاء شرطه جيش جيوش قوات قوه دول دوله حزب احزاب "
    "حركه حركات جماعه جماعات منظمه منظمات اتحاد اتحادات هييه هييات لجنه لجان مجلس برلمان كونغرس كنيست اداره "
    "وزاره رياسه ديوان وكاله وكالات شركه شركات بنك بنوك مصرف مصارف موسسه موسسات جهات جهه جهاز اجهزه استخبارات "
    "مخابرات ميليشيات ميليشيا مليشيات مليشيا ميلشيات فصايل فصيل الويه كتايب كتيبه سرايا تحالف حلف حلفاء اطراف "
    "طرف طرفان طرفين جانب جانبان جانبين فريق فريقان اعلام صحف صحيفه صحافه قناه غرب شعب شعوب ناس نقابه نقابات "
    "جمعيه جمعيات سفاره قنصليه بعثه بعثات وفد وفود عصابه عصابات شبكه خليه تنظيم تنظيمات كنيسه عايله عايلات اسره "
    "اسر قضاء نظام نظامان مجتمع قوي اوساط رييس رييسان رووساء روساء وزير وزيران وزراء زعيم زعيمان زعماء قايد "
    "قايدان قاده امير ملك مرشد سفير سفراء نايب نواب متهم متهمه متهمان مشتبه مدعي قاضي قضاه جناه جاني مهاجم منفذ "
    "انتحاري قاتل ضحيه ضحايا احتلال اكراد يهود اقباط عرب دروز شيعه سنه اشقاء شركاء خبراء علماء عاملون عاملين "
    "اخرون اخرين بحريه طيران داخليه خارجيه دفاع حرس حشد امن اغلبيه اقليه جمهوريون ديمقراطيون كتله كتل تيار "
    "ايتلاف جبهه هوات مقاومه انقلابيون ثوار اخوان ناتو مفوضيه بلديه محافظ محافظه مملكه اماره سلطنه بلاد عاصمه "
    "اتحاديه قياده قيادات رجل رجال مراه نساء شاب شباب طفل اطفال فتاه اهالي سكان طلبه طلاب بيض سود متحف جامعه "
    "جامعات مدرسه مستشفي موكل مالك سايق جندي جنود شرطي ضابط ضباط كوريتان كوريتين ناديان نادي لاعب منتخب منتخبان "
    "سلك دايره مصدر مصادر جمهور متحدث متحدثه ناطق مندوب مبعوث موفد كرملين بنتاغون فاتيكان ازهر"
)
#: Adjectives that qualify people without a name.
STRANGERS = _words(
    "اجانب اجنبي اجنبيه مجهولون مجهولين مجهول مسلحون مسلحين مسلح مدنيين مدنيون عرب عربيه غربيين غربيه اوروبيين اوروبيه "
    "اكراد كرديه محليين محليون اخرين اخرون ملثمين ملثمون متطرفين متشددين دوليه دوليين سابقين معارضين معارضه مواليه"
)
#: Duals of states that have a name in common.
PAIRS = dict.fromkeys(("الكوريتين", "الكوريتان", "للكوريتين"), ("north-korea", "south-korea"))
