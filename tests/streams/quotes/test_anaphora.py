"""Who is meant by a document, a source or a number of states that the text has named before."""

import pytest

from tests.streams.quotes.articles import names, quotations


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            "أصدرت وزارة الزراعة المصرية أمس بيانا عن المحصول.\nوأوضح البيان أن الأسعار ستنخفض.",
            ["وزارة الزراعة المصرية"],
        ),
        ("قصفت طائرات مواقع في البلدة، بحسب بيان للجيش التركي.\nوذكر البيان أن الغارات مستمرة.", ["الجيش التركي"]),
        ("أعلن البيت الأبيض أن الزيارة تأجلت.\nوأضاف البيان أن الموعد سيحدد لاحقا.", ["البيت الأبيض"]),
        ("قال البنك الدولي إن النمو تراجع.\nوأوضح التقرير أن الدول الفقيرة تضررت.", ["البنك الدولي"]),
        ("قالت وزارة الدفاع الروسية إن الطائرة عادت.\nوقال المصدر نفسه إن الطيار بخير.", ["وزارة الدفاع الروسية"]),
        (
            "وقعت فرنسا وألمانيا وإيطاليا اتفاقا جديدا.\nوقالت الدول الثلاث إن العمل يبدأ غدا.",
            ["فرنسا", "ألمانيا", "إيطاليا"],
        ),
        (
            "وقعت فرنسا وألمانيا وإيطاليا اتفاقا.\nوقالت الدول الثلاث إنه مهم. وتزعم أنه الأول.",
            ["فرنسا", "ألمانيا", "إيطاليا"],
        ),
        ("وقعت قطر والكويت اتفاقا جديدا.\nوقالت الدولتان إن العمل يبدأ غدا.", ["قطر", "الكويت"]),
    ],
)
def test_what_was_named_before_speaks_under_its_name(text: str, speakers: list[str]) -> None:
    """A statement is its issuer's, the same source is who spoke last, and a number counts the last list of so many."""
    assert names(quotations(text)[-1]) == speakers


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("زار الوفد المعرض.\nوأوضح البيان أن الأسعار ستنخفض.", "البيان"),
        ("قالت صحيفة لوموند إن الوزير استقال.\nوأوضح البيان أن الأسعار ستنخفض.", "البيان"),
        ("علمت الوكالة من مصدر مقرب أن اللقاء ألغي.\nوقال المصدر نفسه إن الموعد تغير.", "المصدر نفسه"),
        ("وقعت فرنسا وألمانيا اتفاقا جديدا.\nوقالت الدول الثلاث إن العمل يبدأ غدا.", "الدول الثلاث"),
    ],
)
def test_what_nothing_before_fits_stands_for_itself(text: str, speaker: str) -> None:
    """No issuer, only an outlet, a source that never spoke, or a list of another length."""
    assert names(quotations(text)[-1]) == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("وصل رئيس الحكومة سمير العطار إلى تونس. وقال رئيس الوزراء إن الاتفاق قريب.", "سمير العطار"),
        ("أعلن الناطق باسم الشرطة أن المتهم فر.\nوكان الناطق باسم الشرطة سمير العطار حاضرا.", "سمير العطار"),
        ("غادر المتحدث باسم قوات الحدود، العقيد سمير العطار.\nوقال المتحدث باسم الحدود إن الطريق مغلق.", "سمير العطار"),
        ("ويقول مدير الشبكة الوطنية لمعلومات حقوق النبات، جمال بحر، لقناة محلية إنه حزين.", "جمال بحر"),
        ("غادر المتحدث باسم الشرطة سمير العطار. وقال المتحدث باسم الجيش إن الطريق مغلق.", "المتحدث باسم الجيش"),
    ],
)
def test_a_title_stands_for_who_bears_it(text: str, speaker: str) -> None:
    """Before the name or after it, with a comma between them, and never for the spokesman of another body."""
    assert names(next(found for found in quotations(text) if found.speakers)) == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "قال الوزير سمير العطار إن الأمن تحسن، بحسب ما نقلته عنه وكالة الأنباء الرسمية.\nوأفادت أن اللقاء طال.",
            "وكالة الأنباء الرسمية",
        ),
        ("قال رئيس الحكومة سمير العطار إن الأمن تحسن.\nوأفاد أن اللقاء كان طويلا.", "سمير العطار"),
    ],
)
def test_a_verb_of_hers_is_no_man_s(text: str, speaker: str) -> None:
    """وأفادت goes back to the body that did something last, وأفاد to the man who spoke."""
    assert names(quotations(text)[-1]) == [speaker]
