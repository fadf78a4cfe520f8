"""Violence and protest, told in one sentence without a context, and what only looks like them."""

import pytest

from schemas.events import Event
from streams.events import extract
from streams.events.forms import pair, present, weak
from tests.streams.events.articles import mention, quotation, quoted

ASSAULTS = [
    "قتل سبعة أشخاص في انفجار سيارة مفخخة.",
    "مقتل جندي وإصابة اثنين برصاص مسلحين.",
    "اغتيل ضابط أمام منزله.",
    "أصيب ثلاثة شبان بالرصاص الحي.",
    "جرح شرطيان بشظايا قنبلة.",
    "استشهد فتى برصاص الاحتلال.",
    "سقط عشرات القتلى والجرحى في صفوف المقاتلين.",
    "ثلاثة قتلى في هجوم بسكين.",
    "اندلعت اشتباكات عنيفة في محيط المدينة.",
    "سمع دوي انفجارات في العاصمة.",
    "قصف مدفعي على بلدة حدودية.",
    "غارة جوية تستهدف مخزنا للسلاح.",
    "شنت المقاتلات سلسلة غارات على الجبل.",
    "نفذت الطائرات ضربات قرب الحدود.",
    "خطف مجهولون مهندسا من سيارته.",
    "طعن رجل عند محطة القطار.",
    "دهس سائق مجموعة من المارة عمدا.",
    "أطلق مجهولون النار على دورية.",
    "انفجرت عبوة ناسفة بحافلة للجنود.",
    "انتحاري يفجر نفسه قرب مسجد.",
    "وقعت القوة في كمين مسلح.",
    "اقتحم مسلحون مقر الإذاعة.",
    "تعرض مخيم للنازحين لقصف صاروخي.",
    "اغتصب أربعة جنود فتاة.",
    "أحرق مسلحون قرية بأكملها.",
    "لقي طفلان مصرعهما بنيران قناص.",
    "مجزرة جديدة في سوق شعبي.",
    "ألقت المروحيات براميل متفجرة على الحي.",
    "احتجز مسلح رهائن داخل مصرف.",
    "تبادل لإطلاق النار بين عصابتين.",
    "أسفر الهجوم عن مقتل أربعة مدنيين.",
    "أعلنت الجماعة مسؤوليتها عن التفجير.",
    "نددت الحكومة باغتيال النائب.",
    "تعرض صحافي لضرب مبرح.",
]
PROTESTS = [
    "تظاهر الآلاف في شوارع العاصمة.",
    "مظاهرات حاشدة ضد الغلاء.",
    "خرج المئات إلى الشارع للمطالبة برحيل الحكومة.",
    "نظم الموظفون وقفة احتجاجية أمام الوزارة.",
    "دخل المعلمون في إضراب مفتوح.",
    "يواصل المعتصمون اعتصامهم في الساحة.",
    "أغلق محتجون الطريق الدولي.",
    "قطع المحتجون الطرق بالإطارات.",
    "الشرطة تفرق متظاهرين بالغاز المسيل للدموع.",
    "اندلعت أعمال شغب بعد المباراة.",
    "رشق شبان الشرطة بالحجارة.",
    "دعت النقابة إلى إضراب عام.",
    "أضرب عمال الميناء عن العمل.",
    "انطلقت مسيرة حاشدة من الجامعة.",
    "الأسرى يواصلون الإضراب عن الطعام.",
    "أعلن ناشطون عصيانا مدنيا شاملا منذ أسبوع.",
    "تجددت الاحتجاجات لليوم الثالث.",
    "رفع المحتجون لافتات تندد بالفساد.",
]
OTHERS = [
    "قتل خمسة أشخاص في حادث سير.",
    "مقتل العشرات جراء زلزال ضرب الساحل.",
    "لقي ثلاثة مهاجرين حتفهم غرقا.",
    "أصيب الفنان بنوبة قلبية.",
    "قاد المدرب هجوم الفريق إلى الفوز.",
    "حذر خبير من انفجار سكاني.",
    "بدأ الممثل مسيرته الفنية قبل عقدين.",
    "وصف الطبيب المرض بأنه قاتل.",
    "خطف اللاعب الأضواء في المباراة.",
    "اندلعت حرب تجارية بين البلدين.",
    "طعن المحامي في الحكم أمام محكمة النقض.",
    "انفجرت أسطوانة غاز في مطعم.",
    "حافظ الحارس على شباكه بعد ضربات الترجيح.",
    "سجل المهاجم هدفين في الشوط الأول.",
    "أقيمت التظاهرة الثقافية في المتحف.",
    "انتشرت حرائق الغابات بفعل الحرارة.",
    "تراجعت أسعار النفط في البورصة.",
    "زاد التبادل التجاري بين البلدين.",
]


def kinds(text: str) -> set[str]:
    """The types of the events of a text."""
    return {event.type for event in extract(quoted(text))}


def told(text: str) -> list[Event]:
    """The assaults of a text."""
    return [event for event in extract(quoted(text)) if event.type == "ASSAULT"]


@pytest.mark.parametrize("text", ASSAULTS)
def test_violence_needs_neither_names_nor_context(text: str) -> None:
    """Verbs, passives and nouns of violence tell an assault."""
    assert "ASSAULT" in kinds(text)


@pytest.mark.parametrize("text", PROTESTS)
def test_protest_needs_neither_names_nor_context(text: str) -> None:
    """Verbs and nouns of protest tell one, also where it is only called for."""
    assert "PROTEST" in kinds(text)


@pytest.mark.parametrize("text", OTHERS)
def test_accidents_sports_and_figures_of_speech_are_no_deeds(text: str) -> None:
    """What looks like violence or protest and is none."""
    assert kinds(text).isdisjoint({"ASSAULT", "PROTEST"})


def test_an_attack_stands_for_the_harm_it_did() -> None:
    """The dead of an attack are its recipients, and the attack is the event."""
    (event,) = told("قتل ثلاثة جنود في هجوم انتحاري.")

    assert event.trigger.text == "هجوم"
    assert event.mode == "suicide-attack"
    assert [party.name for party in event.recipients] == ["ثلاثة جنود"]


@pytest.mark.parametrize(
    "second",
    ["وقتل جنديان في الهجوم.", "وأدى ذلك إلى مقتل جنديين.", "وأسفر الهجوم عن إصابة خمسة جنود برصاص المهاجمين."],
)
def test_harm_of_an_attack_that_was_told_is_no_event_of_its_own(second: str) -> None:
    """What an attack led to belongs to the attack."""
    assert len(told(f"شن مسلحون هجوما على الثكنة.\n{second}")) == 1


def test_an_attack_and_its_aim_are_one_event() -> None:
    """A verb of aiming carries on the noun before it."""
    assert len(told("وقع هجوم عنيف صباح اليوم قرب العاصمة استهدف مقر الإذاعة.")) == 1


def test_what_happened_at_another_time_is_an_event_of_its_own() -> None:
    """Background with a time of its own is no repetition."""
    text = "فرضت الحكومة عقوبات على الشركة.\nوكانت الحكومة قد فرضت عام 2009 عقوبات على الشركة."

    assert [event.realis for event in extract(quoted(text, "2018-05-02"))] == ["actual", "historical"]


def test_a_definite_deed_points_back_only_to_a_deed() -> None:
    """The first attack of a text is told even with the article; a later one adds nothing."""
    assert len(told("أدى القصف إلى نزوح السكان.\nوتوقف القصف ليلا.")) == 1


def test_an_operation_is_no_process() -> None:
    """عملية before violence makes it no mere plan."""
    assert told("نفذت الجماعة عملية خطف في الحي.")


def test_the_duals_of_nouns() -> None:
    """A dual stands alone or before another noun."""
    forms = set(pair("ضربه"))

    assert {"ضربتان", "الضربتين", "ضربتا", "لضربتي"} <= forms
    assert "هجومين" in set(pair("هجوم"))
    assert not set(pair("محادثات"))


def test_the_persons_of_weak_verbs_and_the_objects_of_plurals() -> None:
    """A past that ends in a vowel loses it before endings; plurals carry objects."""
    assert {"استولي", "واستولت", "استولوا", "استولينا"} <= set(weak("استول"))
    assert {"يتهمونها", "تتهمه"} <= set(present("تهم"))


def test_what_is_agreed_to_is_told_with_its_article() -> None:
    """A definite noun right after consent is news and points back to nothing."""
    assert {"AGREE", "RETREAT"} <= kinds("وافق المسلحون على الانسحاب من البلدة.")
    assert "RETREAT" not in kinds("قال الوزير إن الانسحاب صعب.")


def test_negotiating_is_told_also_where_it_is_only_wished() -> None:
    """News tells who must or would negotiate; other talks that are wished for are none."""
    assert "CONSULT" in kinds("قال الوزير إنه يجب التفاوض مع الجيران.")
    assert "CONSULT" not in kinds("أكد الوزير ضرورة المحادثات.")


def test_a_campaign_of_arrests_is_no_plan() -> None:
    """عملية before coercion makes it no process either."""
    assert "COERCE" in kinds("نفذت الشرطة عملية اعتقال في الحي.")


def test_one_who_accuses_two_accuses_twice() -> None:
    """What is done in words to two parties, one after the other, is two events."""
    text = "انتقدت فرنسا روسيا بشدة.\nوأضاف البيان أن الحكومة الفرنسية انتقدت تركيا أيضا."
    names = [
        mention(text, "فرنسا", "fr", kind="state"),
        mention(text, "روسيا", "ru", kind="state"),
        mention(text, "الحكومة الفرنسية", "fr", kind="body"),
        mention(text, "تركيا", "tr", kind="state"),
    ]

    assert [event.type for event in extract(quoted(text, mentions=names))] == ["ACCUSE", "ACCUSE"]


@pytest.mark.parametrize(
    ("words", "refusals"), [("نرفض هذا القرار الأميركي جملة وتفصيلا", 0), ("بلادنا لن تقبل القرار الأميركي أبدا", 1)]
)
def test_what_a_speaker_refuses_in_his_own_words_is_a_statement(words: str, refusals: int) -> None:
    """A refusal quoted word for word is no event, unless it is of what is to come."""
    text = f'قال وزير الخارجية: "{words}".'
    names = [mention(text, "وزير الخارجية", kind="office")]

    found = extract(quoted(text, mentions=names, quotations=[quotation(text, words, cue="قال")]))

    assert [event.type for event in found] == ["REJECT"] * refusals
