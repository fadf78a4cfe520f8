"""Who speaks where news names its speakers at length, apart from the verb, or not at all."""

import pytest

from tests.streams.quotes.articles import names, quotations


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("وأكدت عدة مصادر، أن تصفية القيادي تأتي في إطار الخلافات المتصاعدة.", "عدة مصادر"),
        ("قال وزير الدفاع الإسرائيلي الأسبق، شاؤول موفاز، الأحد، إن بولتون حاول إقناعه.", "شاؤول موفاز"),
        ("وقال القاضي، يانتو، رئيس هيئة من خمسة قضاة، إن المتهم سيحرم من أي منصب.", "يانتو"),
        ("وقال المتحدث باسم قوات التحالف، العقيد تركي المالكي، إن الهجوم وقع أمس.", "تركي المالكي"),
        ("وقال وزير البترول والثروة المعدنية، طارق الملا، إن إنتاج الحقل زاد.", "طارق الملا"),
        ("وكانت المفوضة الأوروبية لشؤون التجارة سيسيليا مالمستروم قد أعلنت أن الرسوم باقية.", "سيسيليا مالمستروم"),
        ("أعلن الشيخ عزام الخطيب، مدير عام أوقاف القدس، أن المصلين أدوا الصلاة.", "عزام الخطيب"),
        ("وقالت سارة ليا ويتسن، مديرة القسم في المنظمة: سنواصل العمل.", "سارة ليا ويتسن"),
        ("وقال رئيس المركز في الجيش الإيراني العميد أحمد بوردستان إن القوات جاهزة.", "أحمد بوردستان"),
        ("وكان حافظ السبسي، الرئيس التنفيذي لنداء تونس، قد دعا إلى إقالة الحكومة.", "حافظ السبسي"),
        ("وكان محامو الدفاع قد عبروا، في وقت سابق، عن ثقتهم في أن القضية ستسقط.", "محامو الدفاع"),
        ("لكن بعض نواب المعارضة يتهمون الرئيس التركي باتباع سياسة التوتر.", "بعض نواب المعارضة"),
        ('وتشير "أطباء البلاد" إلى أن غالبية الناجين من المراهقين.', "أطباء البلاد"),
        ('وكشفت موظفة سابقة كانت تعنى بالمرضى أن "زميلا أكبر سنا هددها مرارا".', "موظفة سابقة"),
        ("وحسب التحقيقات الأولية، فإن الشاب لا ينتمي لأي تنظيم.", "التحقيقات الأولية"),
    ],
)
def test_a_speaker_is_read_where_news_writes_it(text: str, speaker: str) -> None:
    """Between commas, behind a long title, before the verb, or without any name."""
    assert names(quotations(text)[0]) == [speaker]


def test_who_once_held_an_office_is_not_who_holds_it() -> None:
    """السابق and الأسبق take the date out of the question."""
    (found,) = quotations("قال وزير الخارجية الأمريكي الأسبق إن الاتفاق ضروري.")

    assert found.speakers[0].name == "وزير الخارجية الأمريكي الأسبق"
    assert found.speakers[0].id is None or found.speakers[0].id.startswith("x-")


def test_what_an_office_speaks_for_is_not_the_speaker() -> None:
    """المتحدث باسم رئيس الوزراء is not the prime minister."""
    (found,) = quotations("وقال المتحدث باسم رئيس الوزراء الإسرائيلي إن اللقاء تأجل.")

    assert names(found) == ["المتحدث باسم رئيس الوزراء الإسرائيلي"]


def test_the_statement_is_of_who_issued_it() -> None:
    """فيه takes up a statement that the subject of the sentence issued."""
    (found,) = quotations("وقبل استقالة جون كيري، أصدرت نقابة الصحف بيانا تدعو فيه إلى حماية النساء.")

    assert names(found) == ["نقابة الصحف"]


def test_who_is_described_is_not_who_describes() -> None:
    """In قطر التي وصفها the pronoun takes up قطر, so the speaker goes on."""
    found = quotations('وأكد حسن روحاني وقوف بلاده مع قطر التي وصفها بـ"الدولة الشقيقة والصديقة دائما".')

    assert [names(quotation) for quotation in found] == [["حسن روحاني"], ["حسن روحاني"]]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("أعلن الرئيس بوتين خفض وجود بلاده في سورية، حيث تشن قواته غارات.", "خفض وجود بلاده في سورية"),
        ("وأعلن لافروف تضامنه مع الأطفال، ونشر صورا على حسابه.", "تضامنه مع الأطفال"),
        ("ودعا الائتلاف الذي ينتمي إلى اليسار، رئيس الوزراء، إلى التنحي عن منصبه.", "التنحي عن منصبه"),
        ("كما طلب منها مادورو تحسين الخدمات العامة.", "تحسين الخدمات العامة"),
    ],
)
def test_content_begins_and_ends_where_the_speaker_does(text: str, content: str) -> None:
    """A clause of the journalist's behind a comma is no part of a noun phrase; a relative clause does not open one."""
    assert quotations(text)[0].content.text == content


@pytest.mark.parametrize(
    "text",
    [
        'كتب جون بولتون مقال رأي في صحيفة عنونه بـ"لإيقاف القنبلة اقصفوا الآن".',
        "وقال لافروف كلاما. وسيكون رد فعل موسكو قويا.",
        "وصدر حكم على 75 متهما بقتل الجنود.",
    ],
)
def test_what_only_looks_like_a_verb_of_speech_reports_nothing(text: str) -> None:
    """رأي is not رأى, رد فعل is a noun, and a counted متهما accuses nobody."""
    assert quotations(text) == []


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("ودعت أيضا العديد من منظمات الإغاثة، إلى إطلاق سراحها فورا.", "العديد من منظمات الإغاثة", "إطلاق سراحها فورا"),
        ("هذا وأشار الكرملين إلى أن هناك قناة اتصال جديدة.", "الكرملين", "هناك قناة اتصال جديدة"),
        ("وقال مراسل وكالة فرانس برس إن الآلاف وصلوا.", "مراسل وكالة فرانس برس", "الآلاف وصلوا"),
        ("وأعلن أحد تلك المصادر أن التحقيق بدأ.", "أحد تلك المصادر", "التحقيق بدأ"),
        ("كشفت كريستين لاغارد، مدير عام صندوق النقد الدولي، عن رقم جديد.", "كريستين لاغارد", "رقم جديد"),
        ("وحذر موظفو غوغل شركتهم من انتهاك الميثاق الأخلاقي.", "موظفو غوغل", "انتهاك الميثاق الأخلاقي"),
        ("وأضاف ليبتون أن الخطة جاهزة، بدون إعطاء تفاصيل عنها.", "ليبتون", "الخطة جاهزة"),
        ("غير أن مصادر طبية، أشارت إلى ارتفاع الحصيلة.", "مصادر طبية", "ارتفاع الحصيلة"),
        ("وبيّن النائب العام أن الكفاءات كافية.", "النائب العام", "الكفاءات كافية"),
        ("وبين وزير المالية أن الكفاءات كافية.", "وزير المالية", "الكفاءات كافية"),
        ("ونقل البيان عن مصدر عسكري أن الجيش تقدم.", "مصدر عسكري", "الجيش تقدم"),
        ("ويضيف كاناميرو، الذي يعمل في الحقول، أن الأجر قليل.", "كاناميرو", "الأجر قليل"),
        (
            "وبعد أن ذكرت صحيفة نيويورك تايمز، أن الرئيس غاضب، رد لافروف.",
            "صحيفة نيويورك تايمز",
            "الرئيس غاضب، رد لافروف",
        ),
    ],
)
def test_speaker_and_content_stand_apart(text: str, speaker: str, content: str) -> None:
    """A subject ends where its content, its apposition or its object begins."""
    found = quotations(text)[0]

    assert (names(found), found.content.text) == ([speaker], content)


def test_between_is_a_verb_before_that() -> None:
    """وبين أن goes on with the speaker."""
    last = quotations("وقال لافروف إن الخطة جاهزة. وبين أنها نهائية وملزمة.")[-1]

    assert (names(last), last.content.text) == (["لافروف"], "نهائية وملزمة")


def test_whom_a_verb_blames_is_not_who_blames() -> None:
    """الحوثيين is no nominative."""
    found = quotations("وكشفت رابطة الأمهات أن الخطف مستمر، وحملت الحوثيين كامل المسؤولية عن حياة المختطفين.")

    assert [names(quotation) for quotation in found] == [["رابطة الأمهات"], ["رابطة الأمهات"]]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("وقال المتحدث باسم الجبهة الوطنية للتحرير، ناجي مصطفى: سنواصل العمل.", "ناجي مصطفى"),
        ("قال مصدر عسكري سوري صباح الاثنين إن الضربات توقفت.", "مصدر عسكري سوري"),
        ("وطالب نشطاء في بريطانيا الحكومة بتجريم التصوير.", "نشطاء في بريطانيا"),
        ("وقال الضابط الرفيع في الجيش الروسي سيرغي رودسكوي إن الغارات مستمرة.", "سيرغي رودسكوي"),
        ("وقال مدير عام الهيئة العامة للطيران المدني الإماراتي سيف السويدي إن الشكوى قائمة.", "سيف السويدي"),
        ("وقال وزير التجارة المكلف بالتجارة الخارجية هشام بن أحمد إن تونس جاهزة.", "هشام بن أحمد"),
    ],
)
def test_a_title_ends_where_the_name_begins(text: str, speaker: str) -> None:
    """However long the title is, and whatever else the name could be."""
    assert names(quotations(text)[0]) == [speaker]
