"""What is done with a verb of speech, and reports nothing."""

import pytest

from tests.streams.quotes.articles import quotations


@pytest.mark.parametrize(
    "text",
    [
        "وأعلن الرئيس المصري حالة الطوارئ في ثلاث محافظات.",
        "أعلنت أمس ولايتا الشمال والوسط حالة الطوارئ، تحسبا للعاصفة.",
        "وكشفت شركة سيارات يابانية عن سيارة جديدة تعمل بالشمس.",
        "وأشاد وزير الخارجية المصري سامح شكري بعمل المتطوعين.",
        "وجاء إعلان الرئيس المصري عن لقاء طويل في القصر.",
        "وصل المصورون الأجانب الذين دعوا إلى مشاهدة العرض.",
        "هذه الأرقام تعتبر صغيرة بالمقارنة بالعام الماضي.",
    ],
)
def test_a_deed_reports_nothing(text: str) -> None:
    """Declaring, launching, mere praise, an announcement that came, guests, and what something counts as."""
    assert not quotations(text)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("وأعلن الرئيس المصري إلغاء حفل الافتتاح.", "إلغاء حفل الافتتاح"),
        ("وكشف الوزير المصري سامح شكري عن خلافات داخل اللجنة.", "خلافات داخل اللجنة"),
        (
            "وأشاد وزير الخارجية المصري سامح شكري بجهود المتطوعين في إطفاء حرائق الغابة.",
            "بجهود المتطوعين في إطفاء حرائق الغابة",
        ),
        ("وقال المصورون الأجانب الذين دعوا إلى وقف العرض إنهم متعبون.", "وقف العرض"),
    ],
)
def test_what_looks_like_a_deed_reports(text: str, content: str) -> None:
    """A verbal noun, what is laid bare, praise with a ground, and guests who call for something."""
    assert content in [found.content.text for found in quotations(text)]
