"""Datelines are kept apart from the text."""

import pytest

from schemas.folding import fold
from streams.lexicon import datelines as lexicon
from streams.normalize.cleaning import clean

BODY = "قال الوزير إن بلاده ستواصل العمل."


@pytest.mark.parametrize(
    ("first", "dateline", "place", "agency"),
    [
        ("موسكو-سانا\n", "موسكو-سانا", "موسكو", "سانا"),
        ("موسكو – سانا\n", "موسكو – سانا", "موسكو", "سانا"),
        ("موسكو ـ سانا\n", "موسكو - سانا", "موسكو", "سانا"),
        ("عين اليوم – لندن\n", "عين اليوم – لندن", "لندن", "عين اليوم"),
        ("أ ف ب\n", "أ ف ب", None, "أ ف ب"),
        ("دبي، الإمارات العربية المتحدة (CNN) -- ", "دبي، الإمارات العربية المتحدة (CNN)", "دبي", "CNN"),
        ("أتلانتا، الولايات المتحدة الأمريكية (CNN)— ", "أتلانتا، الولايات المتحدة الأمريكية (CNN)", "أتلانتا", "CNN"),
        ("(CNN)-- ", "(CNN)", None, "CNN"),
        ("القاهرة (رويترز) - ", "القاهرة (رويترز)", "القاهرة", "رويترز"),
        ("القاهرة 3 أكتوبر (شينخوا) -- ", "القاهرة 3 أكتوبر (شينخوا)", "القاهرة", "شينخوا"),
        ("بيروت - أ.ف.ب: ", "بيروت - أ.ف.ب", "بيروت", "أ.ف.ب"),
        ("لندن: «الشرق الأوسط»\n", "لندن: «الشرق الأوسط»", "لندن", "الشرق الأوسط"),
        ("رام الله - ", "رام الله", "رام الله", None),
        ("القاهرة - محمد علي حسن\n", "القاهرة - محمد علي حسن", "القاهرة", None),
    ],
)
def test_a_dateline_is_taken_off(first: str, dateline: str, place: str | None, agency: str | None) -> None:
    """Every known form is read into its place and its agency, and the text begins behind it."""
    raw = first + BODY

    cleaned = clean(raw)

    assert cleaned.text == BODY
    assert cleaned.dateline is not None
    extract = cleaned.dateline.extract
    assert (extract.text, cleaned.dateline.place, cleaned.dateline.agency) == (dateline, place, agency)
    assert raw[extract.start : extract.end].replace("ـ", "-") == dateline


def test_a_dateline_may_follow_the_headline() -> None:
    """The headline above it stays."""
    cleaned = clean(f"موسكو تدعو إلى حوار مباشر بين السوريين\n\nموسكو – سانا\n\n{BODY}")

    assert cleaned.text == f"موسكو تدعو إلى حوار مباشر بين السوريين\n{BODY}"


@pytest.mark.parametrize(
    "line",
    [
        'وقال الكناني لـ"رويترز": لن نتراجع.',
        "للمزيد: الشرق الأوسط - هل تعود المفاوضات؟",
        "بوغدانوف: سنواصل التنسيق مع واشنطن",
        "موسكو: سنواصل التنسيق مع واشنطن",
        "قال الرئيس (الذي يزور لندن) - إن الحوار مستمر.",
        "اليوم - وبعد عامين - عاد الوزير إلى عمله.",
        "شنت الطائرات ليل الثلاثاء - الأربعاء غارات على المدينة.",
    ],
)
def test_what_only_looks_like_a_dateline_stays(line: str) -> None:
    """A speaker with a colon, a parenthesis and a dash in a sentence are no datelines."""
    cleaned = clean(f"{line}\n{BODY}")

    assert cleaned.dateline is None
    assert cleaned.text.endswith(f"{line[-12:]}\n{BODY}")


def test_names_are_folded() -> None:
    """A name with an unfolded letter would never be found."""
    names = {*lexicon.AGENCIES, *lexicon.PLACES, *lexicon.BRACKETED_ONLY}

    assert {name for name in names if fold(name) != name} == set()
    assert set(lexicon.AGENCIES) >= lexicon.BRACKETED_ONLY
