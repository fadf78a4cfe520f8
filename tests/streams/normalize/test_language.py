"""The text decides whether it is Arabic."""

import pytest

from streams.normalize.language import is_arabic, tag

ARABIC = "قال الرئيس الروسي فلاديمير بوتين إن بلاده ستواصل دعم الحكومة السورية في مكافحة الإرهاب الدولي."
PERSIAN = "رئیس جمهور ایران حسن روحانی در گفتگوی تلفنی با پوتین گفت که باید به جنگ در سوریه پایان داده شود."
PERSIAN_IN_ARABIC_LETTERS = (
    "رئيس جمهور ايران حسن روحاني در تماس تلفني با پوتين گفت كه بايد به جنگ پايان داده شود و مردم"
)
URDU = "وزیراعظم پاکستان نے کہا ہے کہ ملک میں امن قائم ہو گا اور ہم دہشت گردی کے خلاف جنگ جاری رکھیں گے۔"
KURDISH = "سەرۆکی هەرێمی کوردستان لە کۆبوونەوەیەکدا ڕایگەیاند کە هەرێم پشتیوانی لە ئاشتی دەکات"
ENGLISH = "President Putin said on Thursday that Russia would continue to support the Syrian government."


@pytest.mark.parametrize("declared", [None, "ar", "ar-SY", "en", "fa"])
def test_arabic_is_arabic_whatever_is_declared(declared: str | None) -> None:
    """A wrong tag does not keep an Arabic article out."""
    assert is_arabic(ARABIC, declared)


@pytest.mark.parametrize("text", [PERSIAN, PERSIAN_IN_ARABIC_LETTERS, URDU, KURDISH, ENGLISH])
def test_other_languages_are_not_arabic_whatever_is_declared(text: str) -> None:
    """A tag does not let other languages in, also not those in Arabic letters."""
    assert not is_arabic(text, "ar")


def test_names_of_others_do_not_make_a_text_foreign() -> None:
    """Persian letters in a name and English in brackets are common in Arabic articles."""
    assert is_arabic(f"هذا المقال بقلم کاملیا انتخابی فرد (Camelia Entekhabifard). {ARABIC}", None)


def test_a_short_text_is_believed() -> None:
    """Where there is too little to tell, the letters and the declared tag decide."""
    assert is_arabic("بوتين يزور دمشق", None)
    assert is_arabic("عاجل", "ar")
    assert not is_arabic("بوتين يزور دمشق", "fa")
    assert not is_arabic("Putin", None)


def test_the_declared_tag_is_kept_if_it_is_one_of_arabic() -> None:
    """A region or a variety is not lost, a wrong tag is replaced."""
    assert (tag("ar-EG"), tag("AR"), tag("en"), tag(None), tag("arz x")) == ("ar-EG", "AR", "ar", "ar", "ar")
