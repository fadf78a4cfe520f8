"""What is quoted, how, and whose words it is."""

import pytest

from tests.streams.quotes.articles import names, only, quotations


def test_words_in_marks_behind_a_verb_are_direct() -> None:
    """Content and verbatim words are the same and leave the marks out."""
    found = only("وقال لافروف “نقلنا إلى الأميركيين معلومات عن المجموعات”.")

    assert (found.kind, found.content.text) == ("direct", "نقلنا إلى الأميركيين معلومات عن المجموعات")
    assert [part.text for part in found.verbatim] == [found.content.text]
    assert found.cue is not None
    assert found.cue.text == "وقال"
    assert names(found) == ["لافروف"]


def test_two_dots_are_a_colon() -> None:
    """SANA writes قال لافروف.. before marks."""
    found = only("من جانبه قال لافروف.. “روسيا ستدعو ممثلي الأمم المتحدة إلى الحوار”.")

    assert found.content.text == "روسيا ستدعو ممثلي الأمم المتحدة إلى الحوار"


def test_a_reported_clause_with_marks_in_it_is_mixed() -> None:
    """Content is the whole clause, verbatim its marked parts."""
    found = only('وقالت الوزارة إن المركز "سيشرف على عودة كل الأشخاص الذين نزحوا".')

    assert found.kind == "mixed"
    assert found.content.text == 'المركز "سيشرف على عودة كل الأشخاص الذين نزحوا"'[:-1].rstrip('"') + '"'
    assert [part.text for part in found.verbatim] == ["سيشرف على عودة كل الأشخاص الذين نزحوا"]


def test_a_clause_wholly_in_marks_is_direct_behind_a_pronoun_too() -> None:
    """إنه stands outside the marks."""
    found = only('وقال ماركو روبيو إنه "غير مرتاح بتعليق التدريبات العسكرية".')

    assert (found.kind, found.content.text) == ("direct", "غير مرتاح بتعليق التدريبات العسكرية")


@pytest.mark.parametrize(
    "text",
    [
        'وقال الوزير إن تنظيم "داعش" خسر المعركة.',
        'وذكر لافروف أن صحيفة "الحياة" نشرت الخبر.',
        'وأعلن لافروف أن عملية "العزم الراسخ" انتهت.',
    ],
)
def test_marks_round_a_name_attribute_nothing(text: str) -> None:
    """A clause with a marked name is indirect."""
    found = only(text)

    assert (found.kind, found.verbatim) == ("indirect", [])


@pytest.mark.parametrize(
    "text",
    [
        'شارك في مهرجان "قرطاج" عدد كبير من الفنانين.',
        'انتهت عملية "درع الفرات" قبل أيام.',
        "ولم يقل الوزير إن الاتفاق انتهى.",
        "يذكر أن الاتفاق وقع قبل عامين.",
        "يريد الوزير السفر إلى القاهرة.",
        "وتبدأ الجلسة غدا، وفقا للقانون.",
        "وعندما اقتُرحت الإجراءات الجديدة غادر الوفد.",
        'وحكمت المحكمة على 33 متهما بـ"جرائم حرب كبرى".',
        'وتعمل في البلاد جماعة سرية تسمى "الغزاة".',
        "وتوجه لافروف إلى القاهرة أمس.",
        "وشددت باريس على هامش القمة حراستها.",
        "وجرت الرحلة عبر البحر المتوسط مع المدافعين عن البيئة.",
        "وكشف النقاب عن تلاعب في النتائج.",
        "بحسب ما أعلن مصدر قضائي اليوم الخميس.",
        'ونشر الموقع مقالا تحت عنوان "ولاء الموظفين في منطقة الشرق الأوسط وشمال أفريقيا".',
        "وكتبت الصحيفة تحت عنوان روسيا تعود: غارات كل يوم.",
        "فرنسا: طردت أربعة.\nألمانيا: طردت ثلاثة.\nبولندا: تبادل البلدان طرد ستة.\nكندا: طردت سبعة.",
    ],
)
def test_what_nobody_says_is_no_quotation(text: str) -> None:
    """Names in marks, denied and impersonal verbs, wishes and laws report nothing."""
    assert quotations(text) == []


def test_participles_go_on_with_the_speaker() -> None:
    """مضيفا and مؤكدا have no subject of their own, and each has its content."""
    text = "وقال لافروف إن الأزمة طالت، مضيفا أن الحل قريب، ومؤكدا أن موسكو مستعدة للحوار."
    found = quotations(text)

    assert [quotation.content.text for quotation in found] == ["الأزمة طالت", "الحل قريب", "موسكو مستعدة للحوار"]
    assert [names(quotation) for quotation in found] == [["لافروف"]] * 3
    assert [[speaker.mention for speaker in quotation.speakers] for quotation in found[1:]] == [[None], [None]]


def test_a_verb_without_subject_goes_on_with_the_speaker_of_the_sentence_before() -> None:
    """Also over a sentence that reports nothing, and with the fullest form of the name."""
    text = 'قال وزير الخارجية الروسي سيرغي لافروف إن الأزمة طالت. ووصل الوفد أمس. وأضاف: "لن نقبل بهذا القرار".'
    found = quotations(text)

    assert names(found[-1]) == ["سيرغي لافروف"]
    assert found[-1].speakers[0].id == "sergey-lavrov"


def test_the_verb_s_gender_chooses_the_speaker() -> None:
    """وقالت is not said by a man."""
    text = "وقالت تيريزا ماي إن الخطة جاهزة. وقال بوريس جونسون إن الخطة ضعيفة. وأضافت أن لندن ستغادر الاتحاد."
    found = quotations(text)

    assert names(found[-1]) == ["تيريزا ماي"]


def test_an_agency_passes_words_on() -> None:
    """The speaker is the person, the agency is the channel."""
    found = only('ونقلت وكالة رويترز عن الرئيس فلاديمير بوتين قوله: "لن نقبل بهذا القرار أبدا".')

    assert names(found) == ["فلاديمير بوتين"]
    assert found.via is not None
    assert found.via.id == "reuters"


def test_who_issued_a_statement_speaks_in_it() -> None:
    """Later the bare noun stands for the issuer."""
    found = quotations("وقال بيان للجيش الإسرائيلي إن الضربات بدأت. وأضاف البيان أن الطائرات عادت.")

    assert [names(quotation) for quotation in found] == [["الجيش الإسرائيلي"], ["الجيش الإسرائيلي"]]


def test_all_who_are_joined_speak() -> None:
    """A joint statement names all of its speakers."""
    found = only("وأكدت روسيا والمغرب حرصهما على وحدة الأراضي السورية.")

    assert [speaker.id for speaker in found.speakers] == ["russia", "morocco"]


def test_a_denial_is_negated() -> None:
    """نفى reports what the speaker says is not so."""
    found = only("ونفت وزارة الدفاع الروسية أن تكون الطائرة قد سقطت.")

    assert (found.kind, found.negated, found.stance) == ("indirect", True, "denial")


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("وحذر لافروف من أن الهجوم سيوسع الحرب.", "warning"),
        ("وتعهد لافروف بمواصلة الحوار مع الجميع.", "promise"),
        ("وبحسب وزارة الدفاع الروسية، فإن الطائرة سقطت قرب الحدود.", "neutral"),
    ],
)
def test_a_cue_has_its_stance(text: str, stance: str) -> None:
    """What the cue makes of the content travels with the quotation; only a denial is negated."""
    found = only(text)

    assert (found.stance, found.negated) == (stance, False)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("وقال لافروف أمس إن الحوار سيستمر.", "2017-01-02"),
        ('وقال لافروف في مؤتمر صحفي يوم الأحد: "الحوار سيستمر بين الأطراف".', "2017-01-01"),
        ("أمس أعلن لافروف أن الحوار سيستمر.", "2017-01-02"),
        ("وقال لافروف إن الحوار بدأ أمس.", None),
        ("وقال لافروف بعد هجوم الأحد إن الحوار سيستمر.", None),
        ("وقال لافروف الذي وصل أمس إن الحوار سيستمر.", None),
        ("وقال جاك دو مايو إن الحوار سيستمر.", None),
    ],
)
def test_a_report_may_say_when(text: str, said: str | None) -> None:
    """A time between the verb and the content, or right before the verb, is when it was said; any other is not."""
    found = only(text, published="2017-01-03T10:00:00Z")

    assert (found.date.value if found.date else None) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("وقال لافروف أمس إن الحوار سيستمر، مضيفا أن موسكو مستعدة له.", ["2017-01-02", "2017-01-02"]),
        ('وقال لافروف أمس: "الحوار سيستمر بين الأطراف"، مؤكدا أن موسكو مستعدة له.', ["2017-01-02", "2017-01-02"]),
        ("وقال لافروف أمس إن الحوار سيستمر. وأضاف أن موسكو مستعدة له.", ["2017-01-02", None]),
        ("وقال لافروف إن الحوار سيستمر، مضيفا أن موسكو مستعدة له.", [None, None]),
    ],
)
def test_a_participle_goes_on_at_the_same_time(text: str, said: list[str | None]) -> None:
    """What a participle adds in the sentence was said when the rest of it was; another sentence dates itself."""
    found = quotations(text, published="2017-01-03T10:00:00Z")

    assert [one.date.value if one.date else None for one in found] == said


def test_a_headline_speaks_before_a_colon() -> None:
    """The words behind it are direct."""
    found = quotations("بوغدانوف: سنواصل العمل مع الشركاء\nبدأت المحادثات أمس.")

    assert [(quotation.kind, quotation.content.text) for quotation in found] == [("direct", "سنواصل العمل مع الشركاء")]


def test_somebody_quoted_inside_a_quotation_speaks_too() -> None:
    """X said that Y said is two records, each with its own speaker."""
    found = quotations("وقال لافروف إن الوزير الأمريكي جون كيري أكد أن الاتفاق جاهز.")

    assert [names(quotation) for quotation in found] == [["لافروف"], ["جون كيري"]]


def test_what_the_journalist_adds_is_left_out() -> None:
    """Content ends before a credit, and before what happened meanwhile."""
    found = only("وقال لافروف إن الاتفاق جاهز، بحسب وكالة رويترز.")

    assert found.content.text == "الاتفاق جاهز"


def test_two_marked_parts_are_two_verbatim_stretches() -> None:
    """Each has its own offsets."""
    found = only("وقال أردوغان إن “التراجع” أمام التهديد الإرهابي “غير وارد”.")

    assert [part.text for part in found.verbatim] == ["التراجع", "غير وارد"]


def test_a_source_who_is_not_named_speaks_all_the_same() -> None:
    """What the source asks for (عدم كشف هويته) is no report of its own."""
    found = only("وقال مسؤول كبير طلب عدم كشف هويته إن الاتفاق جاهز.")

    assert (found.content.text, found.kind) == ("الاتفاق جاهز", "indirect")
    assert found.speakers[0].id is None


@pytest.mark.parametrize(
    "text",
    [
        'ووصف لافروف التصريحات بأنها "غير مسؤولة تماما".',
        'ووصفها لافروف بأنها "غير مسؤولة تماما".',
        'لافروف وصف التصريحات بأنها "غير مسؤولة تماما".',
    ],
)
def test_what_is_described_does_not_speak(text: str) -> None:
    """The object of وصف is told from its subject, wherever they stand."""
    found = only(text)

    assert (found.content.text, names(found)) == ("غير مسؤولة تماما", ["لافروف"])


def test_a_name_set_off_by_commas_belongs_to_the_office_before_it() -> None:
    """Also where no list knows the name."""
    found = only("وكشفت المتحدثة باسم وزارة الدفاع الأمريكية، ريبيكا ريباريتش، أن الجنرال وصل إلى الرياض.")

    assert names(found) == ["ريبيكا ريباريتش"]


def test_an_addressee_does_not_speak() -> None:
    """للصحفيين stands where a subject could."""
    found = quotations('وقال لافروف إن الأزمة طالت. وأضاف للصحفيين: "لن نقبل بهذا القرار أبدا".')

    assert names(found[-1]) == ["لافروف"]
