"""Cues: the words that report what somebody said, and what may follow them.

One line a verb: past (he), past (she), present (he), participle, frames. Frames say how the content may follow:

- `q` a quotation mark or a colon, `an` أن/إن/بأن, `np` a bare noun phrase (أكد حرص بلاده);
- `ila` إلى, `ala` على, `about` عن, `from` من, `by` بـ, each before أن or a noun phrase;
- `as` an object and بأنه/بـ/a mark (وصفه بأنه ...), `liable` an object and مسؤولية, `report` في and who speaks;
- `weak` the verb reports only with a mark, a colon or أن, `own` only where its subject stands with it.

What the speaker makes of the content, a promise or a warning, stands in `stances`.
"""

from msgspec import Struct
from msgspec.structs import replace

from schemas.folding import fold
from schemas.quotations import Stance
from streams.lexicon.stances import CLASSES
from streams.lexicon.wording import folded

_VERBS = """
قال قالت يقول قائل q an
أضاف أضافت يضيف مضيف q an np weak
تابع تابعت يتابع متابع q an weak
أردف أردفت يردف مردف q an
استطرد استطردت يستطرد مستطرد q an weak
واصل واصلت يواصل مواصل q weak
استدرك استدركت يستدرك مستدرك q an weak
ختم ختمت يختم خاتم q weak
اختتم اختتمت يختتم مختتم q weak
أكمل أكملت يكمل مكمل q weak
ذكر ذكرت يذكر ذاكر q an np
ذكّر ذكّرت يذكّر مذكر q an by
صرح صرحت يصرح مصرح q an by
أعلن أعلنت يعلن معلن q an np about
أكد أكدت يؤكد مؤكد q an np ala
أوضح أوضحت يوضح موضح q an np
بين بينت يبين مبين an
أبان أبانت يبين - q an
أفاد أفادت يفيد مفيد q an by about
أشار أشارت يشير مشير q an ila
لفت لفتت يلفت لافت q an ila
ألمح ألمحت يلمح ملمح q an ila
لمح لمحت يلمح ملمح an ila weak
نوه نوهت ينوه منوه q an ila by
شدد شددت يشدد مشدد q an ala
شد شدت يشد - ala weak
اعتبر اعتبرت يعتبر معتبر q an as
رأى رأت يرى - q an weak
أبلغ أبلغت يبلغ مبلغ an by about
أخبر أخبرت يخبر مخبر q an weak
كتب كتبت يكتب كاتب q an weak
غرد غردت يغرد مغرد q an weak
علق علقت يعلق معلق q weak
رد ردت يرد - q an weak
أجاب أجابت يجيب مجيب q an weak
تساءل تساءلت يتساءل متسائل q about
سأل سألت يسأل سائل q weak
خاطب خاطبت يخاطب مخاطب q weak
كشف كشفت يكشف كاشف q an np about
زعم زعمت يزعم زاعم q an np
ادعى ادعت يدعي مدعي q an
أقر أقرت يقر مقر q an by
اعترف اعترفت يعترف معترف q an by
أورد أوردت يورد مورد q an weak
نقل نقلت ينقل - q an weak
روى روت يروي - q an weak
حكى حكت يحكي - q an weak
أصر أصرت يصر مصر q an ala
جزم جزمت يجزم جازم q an by
شرح شرحت يشرح شارح q an
رجح رجحت يرجح مرجح q an np
توقع توقعت يتوقع متوقع q an np
تمنى تمنت يتمنى متمني q an
استبعد استبعدت يستبعد مستبعد an np
خلص خلصت يخلص - an ila
قدر قدرت يقدر مقدر an np
حذر حذرت يحذر محذر q an from
نبه نبهت ينبه منبه q an ila
أعرب أعربت يعرب معرب q an about
عبر عبرت يعبر معبر about
أبدى أبدت يبدي مبدي q np
تحدث تحدثت يتحدث متحدث about
جدد جددت يجدد مجدد q an np
كرر كررت يكرر مكرر q an np
أثنى أثنت يثني - ala weak
دعا دعت يدعو داعي q an ila
ناشد ناشدت يناشد مناشد q an by
حث حثت يحث حاث q an ala
طالب طالبت يطالب مطالب q an by
طلب طلبت يطلب طالب q an np
اقترح اقترحت يقترح مقترح q an np
وعد وعدت يعد واعد q an by
تعهد تعهدت يتعهد متعهد q an by
توعد توعدت يتوعد متوعد q an by
هدد هددت يهدد مهدد q an by from
اتهم اتهمت يتهم متهم q an by
حمل حملت يحمل محمل liable
نفى نفت ينفي نافي q an np
أنكر أنكرت ينكر منكر q an np
كذب كذبت يكذب مكذب q weak
وصف وصفت يصف واصف as
سمى سمت يسمي مسمي as
انتقد انتقدت ينتقد منتقد q weak
أشاد أشادت يشيد مشيد q by
رحب رحبت يرحب مرحب q weak
أدان أدانت يدين مدين q weak
استنكر استنكرت يستنكر مستنكر q weak
صاح صاحت يصيح صائح q weak
هتف هتفت يهتف هاتف q weak
تنص - ينص - ala an weak
لخص لخصت يلخص ملخص q weak
صاغ صاغت يصوغ - q weak
وجه وجهت يوجه موجه q weak
تضمن تضمنت يتضمن متضمن q weak
جاء - - - report
ورد - - - report weak
اتفق اتفقت يتفق متفق an ala weak
أجمع أجمعت يجمع مجمع an ala weak
عد عدت يعد - as weak
قرأ قرأت يقرأ - q weak
استشهد استشهدت يستشهد مستشهد q weak
برر بررت يبرر مبرر q an weak
ذهب - - - weak
أوصى أوصت يوصي موصي by an
حض حضت يحض حاض an ala
جادل جادلت يجادل مجادل an by weak
اشتكى اشتكت يشتكي مشتكي an from weak
استنتج استنتجت يستنتج مستنتج an weak
توصل توصلت يتوصل متوصل ila weak
نصح نصحت ينصح ناصح an by weak
صرخ صرخت يصرخ صارخ q weak
ندد نددت يندد مندد q weak
طمأن طمأنت يطمئن مطمئن an by weak
تباهى تباهت يتباهى متباهي an by weak
أفتى أفتت يفتي مفتي an by weak
قضى قضت يقضي - by weak
لوح لوحت يلوح ملوح an by weak
تنبأ تنبأت يتنبأ متنبئ an by weak
تكهن تكهنت يتكهن متكهن an by weak
اشترط اشترطت يشترط مشترط an weak
اعترض اعترضت يعترض معترض q an weak
احتج احتجت يحتج محتج q an weak
أنذر أنذرت ينذر منذر an by weak
دان دانت - - q weak
استغرب استغربت يستغرب مستغرب q an weak
استهجن استهجنت يستهجن مستهجن q an weak
أبرز أبرزت يبرز مبرز an weak
نص نصت - - ala an weak
أمر أمرت يأمر آمر by weak
عقب عقبت يعقب معقب q weak
ردد رددت يردد مردد q weak
أرجع أرجعت - مرجع q ila
عزا عزت يعزو عازي q ila
شكا شكت يشكو شاكي q an from weak
تذرع تذرعت يتذرع متذرع an by weak
علل عللت يعلل معلل an by weak
ثمن ثمنت يثمن مثمن np
أظهر أظهرت يظهر مظهر an np weak own
علم علمت يعلم - an weak own
لاحظ لاحظت يلاحظ ملاحظ an weak own
أقسم أقسمت يقسم مقسم an by weak
أسف أسفت يأسف آسف an weak
تأسف تأسفت يتأسف متأسف an weak
أوعز أوعزت يوعز موعز ila weak
أهاب أهابت يهيب مهيب by weak
تحجج تحججت يتحجج متحجج an by weak
احتج احتجت يحتج محتج an by weak
راهن راهنت يراهن مراهن an weak
خمن خمنت يخمن مخمن an weak
ارتأى ارتأت يرتئي - an weak
تفاخر تفاخرت يتفاخر متفاخر an by weak
تبجح تبجحت يتبجح متبجح an by weak
فند فندت يفند مفند q weak
سخر سخرت يسخر ساخر q weak
مازح مازحت يمازح ممازح q weak
تهكم تهكمت يتهكم متهكم q weak
امتدح امتدحت يمتدح ممتدح q weak
أفصح أفصحت يفصح مفصح an weak
أذاع أذاعت يذيع - an weak
دون دونت يدون مدون q weak
عنون عنونت يعنون معنون q weak
نعت نعتت ينعت ناعت as
أشهد أشهدت يشهد - an weak
عاتب عاتبت يعاتب معاتب q weak
وبخ وبخت يوبخ موبخ q weak
"""

_IRREGULAR = {
    "قال": "قلن قلت",
    "رأى": "رأوا رأيا رأيت يرون ترون يريان",
    "عزا": "عزوا يعزون",
    "شكا": "شكوا يشكون",
    "دعا": "دعوا دعيا دعون يدعون تدعون يدعوان داعيا داعية داعين",
    "نفى": "نفوا نفيا ينفون نافيا نافية نافين",
    "أبدى": "أبدوا أبديا يبدون مبديا مبدية مبدين",
    "روى": "رووا رويا يروون",
    "ادعى": "ادعوا مدعيا مدعية مدعين",
    "سمى": "سموا يسمون مسميا",
    "رد": "ردوا يردون ردا",
    "تمنى": "تمنوا يتمنون متمنيا متمنية متمنين",
    "شد": "شدوا",
    "أجاب": "مجيبا",
}  # fmt: skip

_OBJECT = ("ه", "ها", "هم", "هما")
#: Verbs that take whom they are said to as their object: اتهمه بـ, أبلغها أن, يطالبونهم بـ, دعاهم إلى.
_TOLD = folded("اتهم أبلغ أخبر طالب دعا ناشد حث حض حذر نصح هدد اعتبر خاطب طمأن")

#: Nouns that report: their frames are as a verb's; the speaker is a suffix or the noun's complement.
_NOUNS = """
قول q an
قولا q an
تأكيد np an ala
إعلان np an about
تصريح an q
دعوة ila
تحذير from an
تشديد ala
إشارة ila
مطالبة by
تعهد by
وعد by
اتهام by
نفي np
اعتراف by
توضيح an
وصف as
اعتقاد an
إعراب about
تهديد by
تحذيرات from an
اتهامات by
دعوات ila
تعهدات by
تأكيدات an
تصريحات an
تقديرات an
توقعات an by
مزاعم an by
ادعاءات an by
تلميحات an ila
مطالبات by
"""


class Cue(Struct, frozen=True, gc=False):
    """A form of a word that reports.

    Attributes:
        lemma: The verb's past, folded.
        frames: How content may follow.
        form: `past`, `present`, `participle` or `noun`.
        feminine: Whether the form is feminine singular.
        number: 1, 2 (dual) or 3 (plural).
        object: Whether an object is attached (وصفها).
    """

    lemma: str
    frames: frozenset[str]
    form: str
    feminine: bool = False
    number: int = 1
    object: bool = False

    @property
    def stance(self) -> Stance:
        """The class of the cue; see `stances`."""
        return CLASSES[self.lemma]


def _past(lemma: str, he: str, she: str, frames: frozenset[str]) -> dict[str, Cue]:
    forms = {fold(he): Cue(lemma, frames, "past")}
    if not he.endswith(("ى", "دعا")):
        forms[fold(he + "ا")] = Cue(lemma, frames, "past", number=2)
        forms[fold(he + "وا")] = Cue(lemma, frames, "past", number=3)
    if she != "-":
        forms[fold(she)] = Cue(lemma, frames, "past", feminine=True)
        forms[fold(she + "ا")] = Cue(lemma, frames, "past", feminine=True, number=2)
    return forms


def _present(lemma: str, he: str, frames: frozenset[str]) -> dict[str, Cue]:
    if he == "-":
        return {}
    she = "ت" + he[1:]
    forms = {
        fold(he): Cue(lemma, frames, "present"),
        fold(she): Cue(lemma, frames, "present", feminine=True),
    }
    if not he.endswith(("ى", "ي", "و")):
        forms[fold(he + "ون")] = Cue(lemma, frames, "present", number=3)
        forms[fold(he + "ان")] = Cue(lemma, frames, "present", number=2)
        forms[fold(she + "ان")] = Cue(lemma, frames, "present", feminine=True, number=2)
    return forms


def _participle(lemma: str, he: str, frames: frozenset[str]) -> dict[str, Cue]:
    if he == "-":
        return {}
    if he.endswith("ي"):
        return {
            fold(he + "ا"): Cue(lemma, frames, "participle"),
            fold(he + "ة"): Cue(lemma, frames, "participle", feminine=True),
            fold(he + "ن"): Cue(lemma, frames, "participle", number=3),
        }
    return {
        fold(he + "ا"): Cue(lemma, frames, "participle"),
        fold(he + "ة"): Cue(lemma, frames, "participle", feminine=True),
        fold(he + "ين"): Cue(lemma, frames, "participle", number=3),
        fold(he + "تين"): Cue(lemma, frames, "participle", feminine=True, number=2),
        fold(he + "ات"): Cue(lemma, frames, "participle", feminine=True, number=3),
    }


def _irregular(lemma: str, frames: frozenset[str]) -> dict[str, Cue]:
    found = {}
    for form in _IRREGULAR.get(lemma, "").split():
        key = fold(form)
        kind = "participle" if key.startswith(("م", "داع", "ناف")) else "past"
        kind = "present" if key.startswith(("ي", "ت")) else kind
        plural = key.endswith(("وا", "ون", "ين"))
        found[key] = Cue(fold(lemma), frames, kind, feminine=key.endswith("ه"), number=3 if plural else 1)
    return found


def _verbs() -> dict[str, Cue]:
    found: dict[str, Cue] = {}
    for line in _VERBS.strip().splitlines():
        past, she, present, participle, *rest = line.replace("ّ", "").split()
        lemma, frames = fold(past), frozenset(rest)
        forms = _past(lemma, past, she, frames) | _present(lemma, present, frames)
        forms |= _participle(lemma, participle, frames) | _irregular(past, frames)
        if "as" in frames or "liable" in frames or lemma in _TOLD:
            forms |= _with_object(forms)
        for form, cue in forms.items():
            found[form] = _join(found[form], cue) if form in found else cue
    return found


def _with_object(forms: dict[str, Cue]) -> dict[str, Cue]:
    """Return the forms of a verb with a pronoun as its object: وصفها, وصفوها, يتهمونه, دعاهم."""
    return {
        form.removesuffix("ا" if form.endswith("وا") else "") + suffix: replace(cue, object=True)
        for form, cue in forms.items()
        if cue.form in {"past", "present"} and cue.number in {1, 3}
        for suffix in _OBJECT
    }


def _join(one: Cue, other: Cue) -> Cue:
    strict = one.frames & other.frames & {"weak"}
    return replace(one, frames=(one.frames | other.frames) - {"weak"} | strict)


def _nouns() -> dict[str, Cue]:
    found = {}
    for line in _NOUNS.strip().splitlines():
        noun, *rest = line.split()
        frames = frozenset(rest)
        stem = fold(noun[:-1] + "ت") if noun.endswith("ة") else fold(noun)
        for suffix in ("ه", "ها", "هم", "هما"):
            found[stem + suffix] = Cue(fold(noun), frames, "noun", feminine=suffix == "ها", object=True)
        found[fold(noun)] = Cue(fold(noun), frames, "noun")
    return found


#: Forms that nearly always are another word (بين "between", كاتب "writer").
_HOMOGRAPHS = folded("""
بين تبين تجدد تبلغ يبلغ يقدر تقدر مواصلة متابعة مناشدة مخاطبة يعد تعد عد حمل كاتبه كاتبين طالبه طالبين طالبات
نافيه معدا خاتمه مقدره وارد ردا نقلا مبلغا مبلغين مدينة مدينين واعدة واعدا مجددا تواصل اقرأ
مقره مقرا مقرين مقرات مذكره مذكرات حذرا وعدا كذبا كتبا طلبا وصفا شرحا حملا ذكرا حذره محتجين محتجون محتجا محتجات
عقب عقبا نصا أمر أمرا عقبه أمره آمر أمرين وعده تبرز يبرز بارز
تنذر ينذر ثمن ثمنا ثمنوا أظهروا مظهر مظهرا مظهره مظهرين مظهرات علم علما علموا تعلم يعلم أسف أسفا آسفا آسفه آسفين أسفت
مقسم مقسما مقسمه مقسمين دون دونا مدون مدونه مدونين مدونات مدونا نعت نعتا ناعته سخر سخرا أشهد يشهد تشهد يشهدون
تشهدان يشهدان
فند مهيبا مهيبه مهيبين مراهنه مراهنات ملاحظات ملاحظه معنونه معنونا مازح موبخا
توجه أبرز مرجعين مرجعات مردد شكاة يعدان تعدان يعدون دعوه حملته حملتها حملتهم حملتهما حملها حملهم
""")

#: Folded form -> verb.
VERBS: dict[str, Cue] = {form: cue for form, cue in _verbs().items() if form not in _HOMOGRAPHS}

#: A verb of purpose tells what was said too (عاد ليؤكد أن), but only before أن, marks or a colon.
VERBS |= {
    f"ل{form}": replace(cue, frames=(cue.frames & {"q", "an"}) | {"weak"})
    for form, cue in VERBS.items()
    if cue.form == "present" and cue.number == 1 and not cue.object and cue.frames & {"q", "an"}
    if f"ل{form}" not in VERBS
}

#: Folded form -> reporting noun.
NOUNS: dict[str, Cue] = _nouns()

#: Complementizers, folded, with the pronouns that stand on them.
THAT: frozenset[str] = frozenset(
    fold(prefix + base + suffix)
    for prefix in ("", "ب")
    for base in ("أن", "إن")
    for suffix in ("", "ه", "ها", "هم", "هما", "نا", "ني", "ي", "ك", "كم", "هن")
) | {"انني", "اننا", "بانني", "باننا"}

#: Verbs whose present, with no subject, is a passive that names nobody (يذكر أن، يتوقع أن).
IMPERSONAL: frozenset[str] = folded("ذكر توقع رجح قدر زعم أعلن استبعد نقل وصف سمى")

#: Words that attribute a clause to what follows: وفقا لـ، بحسب، ...
ACCORDING: frozenset[str] = folded("بحسب حسب وفق وفقا طبقا تبعا حسبما بحسبما وفقما استنادا")
