"""Who is named, and who short forms stand for."""

import pytest

from schemas.ids import unknown_actor_id
from tests.streams.quotes.articles import mentions


def who(text: str, *, published: str | None = "2016-12-29") -> list[tuple[str, str | None, str]]:
    """The mentions of a text: words, actor and fullest name."""
    return [(found.extract.text, found.actor, found.name) for found in mentions(text, published=published)]


@pytest.mark.parametrize("text", ["وبوتين حاضر", "مع بوتين", "لبوتين كلمة", "وصف ببوتين", "فبوتين يعلم"])
def test_clitics_hide_no_name(text: str) -> None:
    """A name is found behind و، ف، ب، ل, and the mention leaves them out."""
    assert ("بوتين", "vladimir-putin", "بوتين") in who(text)


def test_a_name_inside_a_word_is_none() -> None:
    """ماي stands in مايو."""
    assert who("عقدت الجلسة في مايو") == []


def test_a_surname_stands_for_who_was_named_in_full() -> None:
    """Also where the surname comes first."""
    found = who("وصل وزير الكهرباء قاسم الفهداوي أمس. وغادر الفهداوي اليوم.")

    assert [(words, name) for words, _, name in found if "الفهداوي" in words] == [
        ("وزير الكهرباء قاسم الفهداوي", "قاسم الفهداوي"),
        ("الفهداوي", "قاسم الفهداوي"),
    ]
    assert {actor for words, actor, _ in found} == {unknown_actor_id("قاسم الفهداوي")}


def test_the_article_decides_before_the_lexicon() -> None:
    """الأسد is somebody else where the article names him."""
    found = who("قال الطبيب سامر الأسد إن المستشفى مغلق. وغادر الأسد المدينة.")

    assert ("الأسد", unknown_actor_id("سامر الأسد"), "سامر الأسد") in found


@pytest.mark.parametrize(
    ("published", "actor"),
    [("2014-06-01", "john-kerry"), ("2017-06-01", "rex-tillerson"), ("2018-06-01", "mike-pompeo")],
)
def test_an_office_alone_stands_for_its_holder_at_the_article_s_date(published: str, actor: str) -> None:
    """The same words are different people in different years."""
    assert who("وصل وزير الخارجية الأمريكي أمس.", published=published)[0][1] == actor


def test_an_office_without_date_is_an_actor_of_its_own() -> None:
    """Nobody is invented where the date of the article is not known."""
    (found,) = mentions("وصل وزير الخارجية الأمريكي أمس.", published=None)

    assert found.kind == "office"
    assert found.actor == unknown_actor_id("وزير الخارجية الأمريكي")


def test_the_article_fills_an_office_before_its_holder_at_the_date() -> None:
    """A minister whom the article names holds the office in it."""
    found = who("وصل وزير الخارجية الروسي إيفان بتروف أمس. وغادر وزير الخارجية الروسي اليوم.")

    assert found[-1] == ("وزير الخارجية الروسي", unknown_actor_id("إيفان بتروف"), "إيفان بتروف")


@pytest.mark.parametrize("text", ["وغادر الوزير اليوم.", "وغادر الرئيس اليوم.", "وقال المتحدث ذلك."])
def test_a_bare_title_is_nobody(text: str) -> None:
    """A title of one word gets no id where nothing in the article settles it."""
    assert [actor for _, actor, _ in who(text)] == [None]


def test_a_capital_stands_for_its_state_and_keeps_its_name() -> None:
    """موسكو acts as Russia."""
    assert who("وأعلنت موسكو القرار.") == [("موسكو", "russia", "موسكو")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("وتصدت الشرطة للمهاجمين في الشارع.", "الشرطة"),
        ("وتقدمت قوات المقاومة للمدينة أمس.", "قوات المقاومة"),
        ("وتراجعت القوات الموالية للحكومة أمس.", "القوات الموالية للحكومة"),
        ("واجتمع المجلس الأعلى للآثار أمس.", "المجلس الأعلى للآثار"),
        ("وأدانت المحكمة الحديدي بالسرقة.", "المحكمة"),
        ("وعقدت المحكمة العليا جلسة.", "المحكمة العليا"),
        ("وبددت نقابة المعلمين المصرية الآمال.", "نقابة المعلمين المصرية"),
        ("ووافقت حركة النهوض على الخطة.", "حركة النهوض"),
        ("واجتمعت قيادة الجبهة الجنوبية أمس.", "قيادة الجبهة الجنوبية"),
        ("وانتشرت قوات الحرس المدعومة من الجيران.", "قوات الحرس"),
        ("ورفعت إدارة السجون الحظر عن الكتب.", "إدارة السجون"),
        ("واجتمعت منظمة الصليب الأحمر أمس.", "منظمة الصليب الأحمر"),
        ("واجتمعت لجنة الحوار التابعة للنقابة أمس.", "لجنة الحوار"),
        ('ونفى موقع "النهضة" ذلك.', 'موقع "النهضة"'),
        ("وأغلقت مصلحة الجمارك أمس منفذا.", "مصلحة الجمارك"),
    ],
)
def test_a_body_s_name_ends_before_what_somebody_does_or_whom_it_meets(text: str, name: str) -> None:
    """Neither an object, nor whom or what something is for, nor على goes on with a name."""
    assert [mention.name for mention in mentions(text)] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "وتدخلت القوات من جانب النقابة.",
        "وكان ذلك في مصلحة الطرفين.",
        "وتعلمت قيادة السيارات في الصيف.",
        "ووصلت البعثة بقيادة العميد.",
        "واحترق أكبر مخزن في المنطقة.",
        "وأعرب عن خيبة أمل عميقة.",
        "ويعمل الفريق الآن بجد.",
        "وطوقت العناصر موقع الانفجار أمس.",
        "وهذا في صالح بوتين.",
        "وجرى تدمير كامل مخزون الأسلحة.",
    ],
)
def test_an_ordinary_word_names_nobody(text: str) -> None:
    """A side, an interest, driving, the biggest, a hope and now are no names, though names begin so."""
    assert not [mention for mention in mentions(text) if mention.actor and mention.actor.startswith("x-")]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("وتشكلت حكومة جديدة أمس.", False),
        ("وتحدثت حكومة بلاده أمس.", False),
        ("واجتمعت جماعات مسلحة أمس.", False),
        ("وقضت محكمة تركية بسجنه.", True),
        ("وتحركت شرطة دبي أمس.", True),
        ("وتوسعت شركة هارلي أمس.", True),
        ("واجتمعت نقابة المعلمين أمس.", True),
    ],
)
def test_what_describes_any_body_names_none(text: str, *, named: bool) -> None:
    """Ordinary words without article tell what sort of body it is, and a pronoun whose: such a body has no id."""
    (found,) = mentions(text)
    assert (found.actor is not None) == named


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("وقالت الوزيرة رانيا الحداد ستعود غدا.", "رانيا الحداد"),
        ("وأكدت إنغر لوندستروم عزمها السفر.", "إنغر لوندستروم"),
        ("وقال علي حسن الحداد ذلك.", "علي حسن الحداد"),
        ("وحضر رجل الدين كاظم الحداد أمس.", "كاظم الحداد"),
        ("ووصل آلان دوبون أمس.", "آلان دوبون"),
        ("ووصلت أمل محمود أمس.", "أمل محمود"),
    ],
)
def test_a_person_s_name_ends_before_a_verb_and_before_what_is_hers(text: str, name: str) -> None:
    """ستعود and عزمها are no names; علي, آلان and أمل are."""
    assert name in [mention.name for mention in mentions(text)]


@pytest.mark.parametrize(
    "text",
    [
        "وصل العاهل الأردني الملك عبدالله الثاني أمس. وقال الملك عبد الله إن الوضع صعب.",
        "وصل الملك عبد الله الثاني أمس. وقال الملك عبدالله إن الوضع صعب.",
        "وصل الملك عبد الله الثاني أمس. ودعا الملك الحكومة إلى الحوار.",
    ],
)
def test_a_king_is_known_by_his_first_name(text: str) -> None:
    """In one word or two, with or without his rank in the full name; whom he calls upon is no part of his title."""
    kings = [mention for mention in mentions(text) if "الملك" in mention.extract.text]
    assert [mention.actor for mention in kings] == ["abdullah-ii-of-jordan", "abdullah-ii-of-jordan"]


def test_a_ruler_behind_a_state_is_another_one() -> None:
    """Whom an heir to a throne compares to somebody does not bear the heir's title."""
    titles = [mention.extract.text for mention in mentions("وشبه ولي عهد السعودية المرشد الأعلى الإيراني بالطغاة.")]
    assert titles == ["ولي عهد السعودية", "المرشد الأعلى الإيراني"]


def test_a_woman_is_known_by_her_first_name() -> None:
    """A woman's first name alone is hers where the article names but one woman so; a man's is nobody's."""
    found = who("وصلت يوليا الحداد أمس. وقالت يوليا إن الوضع صعب.")
    assert found[0][1] == found[-1][1] is not None


def test_the_head_of_a_name_alone_stands_for_the_body() -> None:
    """الوزارة is the ministry named last."""
    found = who("وأعلنت وزارة الدفاع الروسية القرار. وقالت الوزارة إنه نهائي.")

    assert found[-1] == ("الوزارة", "russian-defence-ministry", "وزارة الدفاع الروسية")


def test_vowel_marks_and_tatweel_hide_no_name() -> None:
    """What carries no letter does not count, and the mention keeps it."""
    assert who("قال بُوتِين ذلك")[0] == ("بُوتِين", "vladimir-putin", "بُوتِين")


@pytest.mark.parametrize("text", ["ويتهم التحالف إيران بتهريب الأسلحة.", "وطالب التحالف إيران بالرد."])
def test_a_definite_body_does_not_take_the_state_behind_it(text: str) -> None:
    """A noun with its article owns nothing: who is accused is no part of who accuses."""
    assert "إيران" in [words for words, _, _ in who(text)]
