"""What is reported, where it begins and ends, and which marks quote nobody."""

import pytest

from tests.streams.quotes.articles import names, only, quotations


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("وأفادت مصادر طبية بإصابة سبعة عمال في الحريق.", "بإصابة سبعة عمال في الحريق"),
        ("كما أفاد ضابط إطفاء في بلدة مجاورة بانفجار خزان الوقود.", "بانفجار خزان الوقود"),
        ("وطلبت الحكومة الأردنية من دول الجوار الامتناع عن الرد.", "الامتناع عن الرد"),
        ("واتهمتها باريس بتمويل الحملة.", "بتمويل الحملة"),
        ("ورد لافروف بأن بلاده مستعدة.", "بلاده مستعدة"),
        ("وكان لافروف قد اعترف في 2013 بوجود خلافات.", "بوجود خلافات"),
        ("وعزا البنك المركزي تراجع العملة إلى نقص الدولار.", "تراجع العملة إلى نقص الدولار"),
        ("وأصدر الجيش بيانا جاء فيه أن القوات عبرت النهر.", "القوات عبرت النهر"),
        ("ثم عاد لافروف ليؤكد أن موسكو لن تتراجع.", "موسكو لن تتراجع"),
        ("لكن محللين يرون أن الخطة غامضة.", "الخطة غامضة"),
        ("واتهمت باريس أثينا بالوقوف وراء الحملة.", "بالوقوف وراء الحملة"),
        ("واتهمت باريس أثينا، حليفتها السابقة، بشن الحملة.", "بشن الحملة"),
        ("وهددت باريس بالفعل بسحب سفيرها.", "بسحب سفيرها"),
        ("طالبت بغداد البعثات المقيمة، الثلاثاء، بتسلم رعاياها.", "بتسلم رعاياها"),
        ("وأعلن المتحدث باسم الوزارة في القطاع مقتل أربعة عمال.", "مقتل أربعة عمال"),
        ("وأعلن لافروف الثلاثاء على تويتر تعيين سفير جديد.", "تعيين سفير جديد"),
        ("أعلن حاكم دبي، الشيخ محمد بن راشد، الأحد، عن تغييرات في النظام.", "تغييرات في النظام"),
        ("ونقلت رويترز عن لافروف تأكيده وجود خلافات.", "وجود خلافات"),
        ("وقال لافروف إن #روسيا لن تتراجع.", "روسيا لن تتراجع"),
        ("وحذر البنك المركزي عددا من المصارف من عمليات المضاربة.", "عمليات المضاربة"),
        ('وأكدت مراسلة قناتي "العربية" و"الحدث" أن القصف توقف.', "القصف توقف"),
        ("قد ينهار الاتفاق سريعا، وفقا لقول خبراء النفط.", "قد ينهار الاتفاق سريعا"),
        ("وحسب مصادر في مكتب الرئيس فإن الوفد غادر.", "الوفد غادر"),
        ('وقال لافروف إن" الجسر القديم آمن".', "الجسر القديم آمن"),
    ],
)
def test_a_report_has_its_content(text: str, content: str) -> None:
    """Objects as pronouns, dates before content, what is laid on somebody, and what a statement says."""
    assert only(text).content.text == content


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("وأكد لافروف أن الجسر آمن، في الوقت الذي تواصل فيه العمل.", "الجسر آمن"),
        ("وبينما أكد لافروف أن الجسر آمن، فإن السكان غادروا.", "الجسر آمن"),
        ("وقال لافروف إن الجسر آمن، كما زار المدينة القديمة.", "الجسر آمن"),
        ("وقال لافروف إن الجسر آمن، لكنه لم يكشف عن الكلفة.", "الجسر آمن"),
        ("وقال لافروف إن الجسر آمن، وذلك خلال مؤتمر صحفي.", "الجسر آمن"),
        ("وقال لافروف إن الجسر أغلق، وذلك بسبب العاصفة.", "الجسر أغلق، وذلك بسبب العاصفة"),
        ("وقال لافروف إن الجسر آمن، لكن السكان خائفون.", "الجسر آمن، لكن السكان خائفون"),
        ("وقال لافروف إن الجسر آمن، حسبما أوردت صحيفة محلية.", "الجسر آمن"),
        ('وقال لافروف إن الجسر آمن، وفق "رويترز".', "الجسر آمن"),
        ("وقال لافروف إن الجسر آمن، الأمر الذي نفته أنقرة.", "الجسر آمن"),
        ("وقال لافروف إن الجسر انهار، الأمر الذي أدى إلى عزل القرية.", "الجسر انهار، الأمر الذي أدى إلى عزل القرية"),
        ("وقال لافروف إن الجسر آمن، وهذا ما نفته أنقرة.", "الجسر آمن"),
        ("وقال لافروف إن الجسر آمن، علما أنه بني قبل قرن.", "الجسر آمن"),
        ("وقال لافروف إن الجسر آمن، إلا أنه أوضح أن الصيانة ضرورية.", "الجسر آمن"),
        ("وقال لافروف إن الجسر آمن، إلا أن الصيانة ضرورية.", "الجسر آمن، إلا أن الصيانة ضرورية"),
        ("وقال لافروف إن الجسر آمن، لكنه رفض الكشف عن الكلفة.", "الجسر آمن"),
        ("وقال لافروف إن الجسر آمن، وذلك في إشارة إلى الجسر القديم.", "الجسر آمن"),
        ("وقال لافروف إن الوفود، طالبوا الحكومة بالتحرك.", "الوفود، طالبوا الحكومة بالتحرك"),
    ],
)
def test_content_ends_where_the_journalist_goes_on(text: str, content: str) -> None:
    """What happened meanwhile is the journalist's; a reason and a reservation are the speaker's."""
    assert quotations(text)[0].content.text == content


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        (
            "وبدأت الحكومة، بحسب مصادر سياسية، محادثات مع النقابات.",
            ["وبدأت الحكومة", "محادثات مع النقابات"],
        ),
        ("وهبت عاصفة على الساحل، مما أدى إلى غرق قارب، وفقا للشرطة الإيطالية.", ["أدى إلى غرق قارب"]),
        ("وأغلقت المدارس أبوابها، بحسب ما أعلن الجمعة وزير التعليم.", ["وأغلقت المدارس أبوابها"]),
        ("وأغلقت المدارس أبوابها، بحسب قول مسؤولين محليين.", ["وأغلقت المدارس أبوابها"]),
        ("ووفقا للأرقام المعلنة يبلغ العجز عشرة مليارات.", ["يبلغ العجز عشرة مليارات"]),
        ("وأغلقت المدارس أبوابها، وفق ما أورد مراسلنا.", []),
    ],
)
def test_a_credit_gives_words_to_its_source(text: str, contents: list[str]) -> None:
    """On both sides of it, and no farther back than what the last clause tells."""
    assert [found.content.text for found in quotations(text)] == contents


def test_the_first_of_two_verbs_is_the_cue() -> None:
    """قائلا only repeats it."""
    found = only('وأضاف الرئيس الإيراني قائلا: "سيكون الأمر صعبا علينا جميعا".')

    assert found.cue is not None
    assert (found.cue.text, names(found)) == ("وأضاف", ["الرئيس الإيراني"])


def test_how_somebody_is_called_inside_a_report_is_a_quotation_of_its_own() -> None:
    """The speaker of the report calls him so, and the report ends before."""
    outer, inner = quotations('وأكد لافروف أن موسكو سترد على القرار الذي وصفه بأنه "غير ودي واستفزازي".')

    assert (outer.kind, outer.content.text) == ("indirect", "موسكو سترد على القرار")
    assert (inner.kind, inner.content.text, names(inner)) == ("direct", "غير ودي واستفزازي", ["لافروف"])


@pytest.mark.parametrize(
    "text",
    [
        'وقال لافروف إن آلاف الحسابات ظهرت في "تويتر".',
        'وقال لافروف إن قانون "السلم الأهلي" غامض.',
        'وقال لافروف إن ما يسمى "غرفة العمليات" لا وجود لها.',
        'وقال لافروف إن حزب والده الحاكم "نداء الشمال" انقسم.',
        'وقال لافروف إنه تأثر بأفلام مثل "النهر الأخير".',
        'وقال لافروف إن وسم "#معا_للشمال" انتشر.',
        'وقال لافروف إن بنك "بي إن إس" خسر كثيرا.',
        'وقال لافروف إن تقريرا بعنوان "من يربح حرب الأسعار الطويلة" صدر أمس.',
        'وقال لافروف إن أحزاب "النهر" و"السهل" و"الجبل" انسحبت.',
    ],
)
def test_marks_round_names_quote_nobody(text: str) -> None:
    """Platforms, laws, parties, films, hashtags, and what is called so."""
    found = quotations(text)[0]

    assert (found.kind, found.verbatim) == ("indirect", [])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('وقال لافروف إن الاتهامات "باطلة".', "باطلة"),
        ('وقال لافروف إن الخطوة كانت "سابقة خطيرة".', "سابقة خطيرة"),
        ('وقال لافروف إن بلاده ستبقى "محايدة تماما" في النزاع.', "محايدة تماما"),
        ('وقال لافروف إن موسكو "لا تقبل ذلك".', "لا تقبل ذلك"),
    ],
)
def test_the_speakers_own_words_are_no_term(text: str, words: str) -> None:
    """Predicates, evaluations, adverbs of degree and verbs are quoted, however short."""
    assert [part.text for part in only(text).verbatim] == [words]


def test_marks_are_judged_alike_throughout_an_article() -> None:
    """What a noun announces once is a name wherever the article marks it."""
    found = quotations('وسيطر تنظيم "النهر" على البلدة. وقال لافروف إن "النهر" خسر.\nوأضاف لافروف أن "النهر" انتهى.')

    assert [part.text for quotation in found for part in quotation.verbatim] == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("ولم يستبعد لافروف إجراء محادثات مع واشنطن.", "إجراء محادثات مع واشنطن"),
        ("وأظهرت بيانات رسمية أن الأسعار ارتفعت.", "الأسعار ارتفعت"),
        ("وقال لافروف إن القافلة وصلت، وهو ما نفته كييف.", "القافلة وصلت"),
        ("وقال لافروف إن القافلة وصلت، علما أن الطريق مغلق.", "القافلة وصلت"),
        ("ورفض لافروف مزاعم بريطانيا بأن بلاده أخفت الأدلة.", "بلاده أخفت الأدلة"),
    ],
)
def test_what_is_reported_is_found_and_cut(text: str, content: str) -> None:
    """Verbs, nouns and denials that report, and what a journalist adds of the whole."""
    assert content in [found.content.text for found in quotations(text)]


def test_what_shows_reports_only_with_a_subject_that_speaks() -> None:
    """أظهر of deeds tells nothing that anybody said."""
    assert quotations("وقال لافروف كلاما. والخطوات الأخيرة أظهرت أن الأزمة طويلة.") == []


def test_and_joins_short_marks_to_what_was_shouted() -> None:
    """Chants stand one after the other."""
    found = quotations('وهتف المحتجون "لا تراجع اليوم ولا غدا" و"ارحلوا".')

    assert [part.text for quotation in found for part in quotation.verbatim] == ["لا تراجع اليوم ولا غدا", "ارحلوا"]


def test_a_clause_in_marks_is_no_name() -> None:
    """Though a word that announces names stands before it."""
    found = only('وأعلن لافروف أن أموال محافظة البصرة "ستصرف بعيدا عن الروتين".')

    assert [part.text for part in found.verbatim] == ["ستصرف بعيدا عن الروتين"]


@pytest.mark.parametrize(
    "text",
    [
        "وقال لافروف كلاما. وردد المحتجون هتافات تدعو إلى الإفراج عن المعتقلين.",
        "وتهدد العقوبات الجديدة بتسديد ضربة للاقتصاد.",
        "أعلنت اللجنة العليا للانتخابات النتائج النهائية.",
        "وكان نجم حذرا من نشر التفاصيل.",
    ],
)
def test_what_shows_or_announces_is_no_report(text: str) -> None:
    """Slogans, sanctions, results and adjectives say nothing."""
    assert quotations(text) == []
