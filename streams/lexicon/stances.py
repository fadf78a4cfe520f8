"""Stances: what a cue makes of what it reports.

Every cue of `cues` and `cues.ACCORDING` has one class. Neutral cues only pass words on; with an assertion the speaker
stands up for them; a denial takes the speaker's word back from them; the others say what the words are for.
"""

from schemas.folding import fold
from schemas.quotations import Stance

_CLASSES: dict[Stance, str] = {
    "neutral": """
        قال أضاف تابع أردف استطرد واصل استدرك ختم اختتم أكمل ذكر صرح أفاد أشار لفت ألمح لمح نوه أبلغ أخبر كتب غرد علق
        رد أجاب خاطب كشف أورد نقل روى حكى شرح وصف سمى عبر أعرب أبدى تحدث كرر صاح هتف تضمن جاء ورد لخص صاغ وجه قرأ
        استشهد ذهب استنتج توصل صرخ نص عقب ردد
        بحسب حسب وفق وفقا طبقا تبعا حسبما بحسبما وفقما استنادا قول قولا
        تصريح تصريحات إعراب ثمن امتدح تنص نعت لاحظ علم أذاع دون
        عنون أفصح مازح إشارة بين أبان أثنى أشاد رحب
    """,
    "assertion": """
        أكد أعلن أوضح شدد شد اعتبر رأى زعم ادعى أقر اعترف أصر جزم رجح توقع استبعد خلص قدر جدد ذكّر اتفق أجمع عد برر
        تأكيد إعلان تشديد اعتراف توضيح اعتقاد تمنى جادل طمأن تباهى أفتى قضى عزا أرجع تنبأ تكهن أبرز تذرع علل
        أظهر أقسم تحجج راهن خمن ارتأى تفاخر تبجح تأكيدات تقديرات توقعات مزاعم ادعاءات تلميحات أشهد
    """,
    "denial": "نفى أنكر كذب نفي فند",
    "accusation": """
        اتهم حمل انتقد أدان دان استنكر اتهام اشتكى ندد اعترض احتج شكا استغرب استهجن اتهامات أسف
        تأسف سخر تهكم عاتب وبخ
    """,
    "demand": "دعا ناشد حث طالب طلب اقترح أوصى حض نصح دعوة مطالبة اشترط أمر أوعز أهاب دعوات مطالبات",
    "promise": "وعد تعهد تعهدات",
    "warning": "حذر نبه هدد توعد تحذير تهديد لوح أنذر تحذيرات",
    "question": "تساءل سأل",
}

#: Lemma of a cue, or a word of `cues.ACCORDING`, folded -> its class.
CLASSES: dict[str, Stance] = {
    fold(word.replace("ّ", "")): name for name, words in _CLASSES.items() for word in words.split()
}
