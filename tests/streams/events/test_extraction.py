"""Extraction as a whole: parties, realis, one record an event, and pointers that cut the words out of the raw text."""

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.articles import QuotedArticle, Run
from schemas.dates import EventDate
from schemas.quotations import Mention
from schemas.text import Extract, Party
from streams.events import extract
from tests.streams.events.articles import article, mention, quotation, quoted

MIXTURE = (
    "قصف الجيش المدينة أمس واتهم الوزير بدعم محادثات بين روسيا وتركيا مع على لم سيزور دعا إلى وقف إطلاق النار أن قد "
    "كان 29 ديسمبر 2016 ، . “ ” .. الذي نفذها عبّر ـ و قتل 120 فلسطينيا رقم 2254 هجومه اجتماعا التي أجراها"
)
WORDS = [*MIXTURE.split(), "\n"]
TEXTS = st.one_of(
    st.text(alphabet=st.characters(min_codepoint=0x20, max_codepoint=0x6FF), max_size=200),
    st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join),
)


def names(parties: list[Party]) -> list[str | None]:
    """Names of parties."""
    return [party.name for party in parties]


@pytest.mark.parametrize(
    ("text", "people", "actors", "recipients"),
    [
        ("قصف الجيش السوري مواقع تنظيم داعش.", "الجيش السوري|تنظيم داعش", "الجيش السوري", "تنظيم داعش"),
        ("قال إن الجيش السوري قصف تنظيم داعش.", "الجيش السوري|تنظيم داعش", "الجيش السوري", "تنظيم داعش"),
        ("شن الجيش السوري هجوما على تنظيم داعش.", "الجيش السوري|تنظيم داعش", "الجيش السوري", "تنظيم داعش"),
        ("وقعت غارات نفذها التحالف ضد الحوثيين.", "التحالف|الحوثيين", "التحالف", "الحوثيين"),
        ("بدأت محادثات بين الحكومة والحوثيين.", "الحكومة|الحوثيين", "الحكومة|الحوثيين", ""),
        ("التقى جون كيري سيرغي لافروف.", "جون كيري|سيرغي لافروف", "جون كيري|سيرغي لافروف", ""),
        ("أعلن بوتين دعم الحكومة السورية.", "بوتين|الحكومة السورية", "بوتين", "الحكومة السورية"),
        ("بسبب دعم موسكو للحكومة السورية.", "موسكو|حكومة السورية", "موسكو", "حكومة السورية"),
        ("طالب المتظاهرون باستقالته.", "", "المتظاهرون", ""),
        ("اعتقل المتهم من قبل الشرطة العراقية.", "الشرطة العراقية", "الشرطة العراقية", "المتهم"),
        ("قتل ثمانية جنود في هجوم لتنظيم داعش.", "تنظيم داعش", "تنظيم داعش", "ثمانية جنود"),
        ("أصيب 12 متظاهرا برصاص الشرطة.", "الشرطة", "الشرطة", "12 متظاهرا"),
        ("وكان النواب قد طالبوا باستقالته.", "", "النواب", ""),
        ("قال إن 3 انتحاريين قتلوا 18 شخصا.", "", "3 انتحاريين", "18 شخصا"),
        ("قتل 11 إيرانيا على الأقل.", "", "", "11 إيرانيا"),
        ("اتهم وزير الدفاع، إيران بدعم الحوثيين.", "وزير الدفاع|إيران|الحوثيين", "وزير الدفاع", "إيران"),
        ("دعا جون كيري القوى المشاركة إلى الحوار.", "جون كيري", "جون كيري", "القوى المشاركة"),
        ("اجتمع جون كيري مع القادة العسكريين.", "جون كيري", "جون كيري|القادة العسكريين", ""),
        ("قصفت طائرات إسرائيلية غزة.", "", "طائرات إسرائيلية", ""),
        ("قال إن نواب المعارضة طالبوا واشنطن بالتدخل.", "واشنطن", "نواب المعارضة", "واشنطن"),
        ("دافع الحزب عن الخطة واتهم السلطة بتزوير النتائج.", "الحزب|السلطة", "الحزب", "السلطة"),
        ("واتهم الإعلام الرسمي الحركة بتضليل الناس.", "الحركة", "الإعلام الرسمي", "الحركة"),
        ("شن مسلحون، فجر أمس، هجوما على قوات الاتحاد.", "قوات الاتحاد", "مسلحون", "قوات الاتحاد"),
        ("أعلنت النيابة أنها فتحت تحقيقا في القضية.", "النيابة", "النيابة", ""),
        ("وكان زعيم الحركة، المقيم في الخارج، قد دعا إلى الحوار.", "زعيم الحركة", "زعيم الحركة", ""),
        ("تعرضت الحكومة لانتقادات من المعارضة.", "الحكومة|المعارضة", "المعارضة", "الحكومة"),
        ("قتلت الشرطة 22 من متشددي الحركة.", "الشرطة", "الشرطة", "22 من متشددي الحركة"),
        ("وهو ما رفضته الحكومة بشدة.", "الحكومة", "الحكومة", ""),
        ("بدأت محادثات بين الكوريتين.", "", "كوريا الشمالية|كوريا الجنوبية", ""),
        ("وقع هجوم دام في مدينة منبج.", "", "", "مدينة منبج"),
        ("اعتقلت السلطات ثلاثة موظفين أجانب.", "السلطات", "السلطات", "ثلاثة موظفين أجانب"),
        ("انتقد محققو المنظمة الحكومة.", "المنظمة|الحكومة", "محققو المنظمة", "الحكومة"),
        ("زار الوفد الميناء بدعوة من الحكومة.", "الوفد|الحكومة", "الوفد", ""),
        ("أجرى الوفد محادثات مع مسؤولين روس.", "الوفد", "الوفد|مسؤولين روس", ""),
        ("دعا الوفد كلا من الحكومة والمعارضة إلى الحوار.", "الوفد|الحكومة|المعارضة", "الوفد", "الحكومة|المعارضة"),
        ("تدير الحكومة الحملة العسكرية لإبعاد الحوثيين.", "الحكومة|الحوثيين", "الحكومة", "الحوثيين"),
        ("وقعت الغارات الجديدة التي شنتها الحكومة.", "الحكومة", "الحكومة", ""),
        ("خرجت الاحتجاجات التي شهدتها بغداد.", "بغداد", "", ""),
        ("أعلن الجيش السوري اعتقال عشرة أشخاص.", "الجيش السوري", "الجيش السوري", "عشرة أشخاص"),
        ("أعلن الجيش السوري مقتل عشرة أشخاص.", "الجيش السوري", "", "عشرة أشخاص"),
        ("أعلنت الحركة مسؤوليتها عن الهجوم على القاعدة.", "الحركة", "الحركة", "القاعدة"),
        ("قالت الحكومة إن الحوار انتهى، وهو ما رفضته المعارضة.", "الحكومة|المعارضة", "المعارضة", "الحكومة"),
        ("أضاف الوفد أن الحركة تشعل الصراع، وتدعم الانقلابيين.", "الوفد|الحركة", "الحركة", "الانقلابيين"),
        ("أثار الغضب قتل الشرطة للشاب.", "الشرطة", "الشرطة", "الشاب"),
        ("قررت الحكومة إيقاف كل تمويل لوكالة غوث.", "الحكومة|وكالة غوث", "الحكومة", "وكالة غوث"),
        ("أضرت بالناس العقوبات المفروضة من الاتحاد على الحركة.", "الاتحاد|الحركة", "الاتحاد", "الحركة"),
        ("قصف الجيش عشرات الأهداف الإيرانية.", "الجيش", "الجيش", "إيران"),
        ("بدأت محادثات بين الحكومة والمتمردين.", "الحكومة", "الحكومة|المتمردين", ""),
        ("قتل جندي ومدنيان.", "", "", "جندي|مدنيان"),
        (
            "انتقد الحزب لجنة الانتخابات الرئاسية والبرلمانية.",
            "الحزب|لجنة الانتخابات الرئاسية",
            "الحزب",
            "لجنة الانتخابات الرئاسية",
        ),
        ("لكن وسائل الإعلام الرسمية اتهمت الحركة.", "الحركة", "وسائل الإعلام الرسمية", "الحركة"),
        ("أعلن الوفد أن الحكومة طلبت منه تأجيل الجلسة.", "الوفد|الحكومة", "الحكومة", "الوفد"),
        ("استعاد الجيش السيطرة على المدينة من قبضة الحركة.", "الجيش|الحركة", "الجيش", "الحركة"),
        ("استعاد الجيش السيطرة على المدينة بدعم من الحكومة.", "الجيش|الحكومة", "الجيش", "المدينة"),
        ("وقعت غارات استهدفت ليل الخميس مدينة نوى.", "", "", "مدينة نوى"),
        ("يناقش البرلمان الحرب على الإرهاب التي تشنها الحكومة.", "البرلمان|الحكومة", "الحكومة", "الإرهاب"),
        ("أعلنت النقابة عن تنظيم مظاهرة غدا.", "النقابة", "النقابة", ""),
        ("فرضت الحكومة رسوما على الشركة لاتهامها بالتلاعب.", "الحكومة|الشركة", "الحكومة", "الشركة"),
        ("انتقد الوفد الدول الغربية التي تدعم الحركة.", "الوفد|الحركة", "الوفد", "الدول الغربية"),
        ("أدين الوزير بالكذب.", "الوزير", "", "الوزير"),
        ("غادر الوفد بعدما تم توجيه اتهامات إلى الوزير.", "الوفد|الوزير", "", "الوزير"),
        ("قال الجيش إنه تم إسقاط الطائرة.", "الجيش", "الجيش", "الطائرة"),
        ("غضب الوفد من الوزير الذي اتهم الحركة بالكذب.", "الوفد|الوزير|الحركة", "الوزير", "الحركة"),
        ("فر القائد الذي تتهم الحكومة الحركة بإيوائه.", "القائد|الحكومة|الحركة", "الحكومة", "الحركة"),
        ("اهتم الوفد بالحركة إذ تتهمها الحكومة بالكذب.", "الوفد|الحركة|الحكومة", "الحكومة", "الحركة"),
        ("أعربت الحكومة عن قلقها إزاء هجمات الحركة، ودعت الجماعة إلى الحوار.", "الحكومة|الحركة", "الحركة", ""),
    ],
)
def test_parties_are_found_round_the_trigger(text: str, people: str, actors: str, recipients: str) -> None:
    """Subjects before and after the verb, owners of verbal nouns, and what prepositions bring in take their roles."""
    mentions = [mention(text, person, kind="body") for person in people.split("|") if person]
    event = extract(quoted(text, mentions=sorted(mentions, key=lambda one: one.extract.start)))[0]

    assert names(event.actors) == [name for name in actors.split("|") if name]
    assert names(event.recipients) == [name for name in recipients.split("|") if name]


def test_a_preposition_written_onto_a_name_brings_it_in() -> None:
    """لتنظيم داعش after a target is whom the attack is aimed at, and لـ on an owned noun as well."""
    text = "قصفت الطائرات مواقع لتنظيم داعش."
    event = extract(quoted(text, mentions=[mention(text, "تنظيم داعش", kind="body")]))[0]

    assert names(event.recipients) == ["تنظيم داعش"]


def test_a_pronoun_on_a_noun_is_its_owner_and_what_follows_is_not() -> None:
    """لقائه الوزير is a meeting of his with the minister; the owner may be told before or after."""
    before, after = "أشاد الوفد بالحوار بعد لقائه الوزير.", "وعقب اجتماعه مع الوزير قال الوفد إن الحوار بدأ."
    for text in (before, after):
        mentions = [mention(text, person, kind="body") for person in ("الوفد", "الوزير")]
        found = extract(quoted(text, mentions=sorted(mentions, key=lambda one: one.extract.start)))
        assert {"الوفد", "الوزير"} == set(names(next(event for event in found if event.type == "CONSULT").actors))


def test_a_dual_stands_for_the_last_two_of_its_kind() -> None:
    """البلدان are states, whoever was named last."""
    text = "انتقدت ألمانيا تركيا بعد تصريحات جون كيري وسيرغي لافروف. ثم أجرى البلدان محادثات جديدة."
    kinds = {"ألمانيا": "state", "تركيا": "state", "جون كيري": "person", "سيرغي لافروف": "person"}
    mentions = [mention(text, name, actor=f"one-{name}", kind=kind) for name, kind in kinds.items()]
    found = extract(quoted(text, mentions=mentions))

    assert [names(event.actors) for event in found if event.type == "CONSULT"] == [["ألمانيا", "تركيا"]]


def test_the_country_of_whoever_tells_it_acts() -> None:
    """دعم بلاده is the support of the state that the speaker serves."""
    text = "أكد وزير الخارجية الروسي سيرغي لافروف انسحاب بلاده من الاتفاق."
    person = mention(text, "سيرغي لافروف", actor="sergey-lavrov")
    event = extract(quoted(text, mentions=[person]))[0]

    assert [(party.id, party.rule) for party in event.actors] == [("russia", "party.country")]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("قال سامح شكري إنه يطالب بالحوار.", ["سامح شكري"]),
        ("قال سامح شكري إن ممثلا للنيابة يطالب بالحوار.", []),
        ("قال سامح شكري إن الخطة التي تطالب بالحوار جيدة.", []),
        ("قال سامح شكري إن الدول التي تطالب بالحوار كثيرة.", ["الدول"]),
        (
            "قال سامح شكري إنه التقى ولي عهد المملكة العربية الأمير أحمد الذي يطالب بالحوار.",
            ["ولي عهد المملكة العربية الأمير أحمد"],
        ),
    ],
)
def test_whoever_speaks_does_what_nobody_else_may_do(text: str, actors: list[str]) -> None:
    """A noun or a relative right before a verb may be its subject, so that the speaker is none."""
    speaker = Party("sameh-shoukry", "سامح شكري", Extract(4, 13, "سامح شكري"), "test")
    people = [mention(text, name) for name in ("ولي عهد المملكة العربية الأمير أحمد",) if name in text]
    found = extract(quoted(text, mentions=people, quotations=[quotation(text, text[14:-1], speaker, "قال")]))

    assert [names(event.actors) for event in found if event.type == "REQUEST"] == ([actors] if actors else [])


def test_a_participle_is_done_by_whoever_speaks() -> None:
    """قال الوزير ... داعيا: the speaker of the quotation in the sentence demands."""
    text = "قال سامح شكري إن الحل سياسي داعيا إلى وقف القتال."
    speaker = Party("sameh-shoukry", "سامح شكري", Extract(4, 13, "سامح شكري"), "test")
    found = extract(quoted(text, quotations=[quotation(text, "الحل سياسي", speaker, "قال")]))

    assert [(event.type, names(event.actors)) for event in found if event.type == "REQUEST"] == [
        ("REQUEST", ["سامح شكري"])
    ]


@pytest.mark.parametrize(
    ("text", "people", "states", "actors", "recipients"),
    [
        ("بدأت زيارة جون كيري إلى أنقرة.", "جون كيري", "أنقرة", "جون كيري", "أنقرة"),
        ("تحدث جون كيري عن خطط لزيارة أنقرة.", "جون كيري", "أنقرة", "جون كيري", "أنقرة"),
        ("وصل جون كيري أمس في أول زيارة له إلى أنقرة.", "جون كيري", "أنقرة", "جون كيري", "أنقرة"),
        ("تأجلت أول زيارة خارجية لجون كيري إلى أنقرة.", "جون كيري", "أنقرة", "جون كيري", "أنقرة"),
        ("تدخل جون كيري في الأزمة عندما زار أنقرة.", "جون كيري", "أنقرة", "جون كيري", "أنقرة"),
        ("تحدث جون كيري عن الأزمة واتهم روسيا بالكذب.", "جون كيري", "روسيا", "جون كيري", "روسيا"),
        ("غاب جون كيري لكن روسيا نفت احتجازه.", "جون كيري", "روسيا", "روسيا", "جون كيري"),
        ("أعلن جون كيري أن الكاتب، محمد ناصر، قتل في المدينة.", "جون كيري|محمد ناصر", "", "", "محمد ناصر"),
    ],
)
def test_kinds_and_genders_tell_who_does_it(text: str, people: str, states: str, actors: str, recipients: str) -> None:
    """States are visited and visit nobody, verbs agree with subjects, pronouns with those they stand for."""
    mentions = [mention(text, name, kind="person") for name in people.split("|")]
    mentions += [mention(text, name, kind="state") for name in states.split("|") if name]
    event = extract(quoted(text, mentions=sorted(mentions, key=lambda one: one.extract.start)))[-1]

    assert names(event.actors) == [name for name in actors.split("|") if name]
    assert names(event.recipients) == [name for name in recipients.split("|") if name]


@pytest.mark.parametrize(
    ("text", "realis"),
    [
        ("قصف الجيش المدينة.", "actual"),
        ("لم يقصف الجيش المدينة.", "negated"),
        ("سيقصف الجيش المدينة.", "future"),
        ("سيواصل الجيش قصف المدينة.", "future"),
        ("من المقرر أن يزور الرئيس موسكو.", "future"),
        ("إذا قصف الجيش المدينة.", "hypothetical"),
        ("قد يقصف الجيش المدينة.", "hypothetical"),
        ("وكان الجيش قد قصف المدينة.", "historical"),
        ("قصف الجيش المدينة عام 2009.", "historical"),
        ("يزور الرئيس موسكو هذا الجمعة.", "future"),
        ("هرب السكان بعدما قصف الجيش المدينة.", "historical"),
        ("عاد الوفد، وكان متطرفون قصفوا المدينة.", "historical"),
        ("وكان الجيش قد قصف المدينة اليوم.", "actual"),
        ("نفت الوزارة احتجاز الصحفي.", "negated"),
        ("لم يتم توقيع اتفاق بين البلدين.", "negated"),
        ("لا تحول المعارضة دون دعم الحزب للحكومة.", "actual"),
        ("بلاده لن تقبل بالقرار.", "future"),
        ("يعتزمان توقيع اتفاق بين البلدين.", "future"),
        ("تحدث الرئيس عن لقاء قريب مع الملك.", "future"),
        ("تحدث الناس عن غارات محتملة على المدينة.", "hypothetical"),
        ("وقال إنهم يخططون لهجمات على المدينة.", "hypothetical"),
        ("نفى الوزير، الجمعة، أن تكون بلاده قد قصفت المدينة.", "negated"),
    ],
)
def test_realis_follows_the_marks_before_the_trigger_and_its_date(text: str, realis: str) -> None:
    """Negation, conditions, plans, futures and background are told apart."""
    assert {event.realis for event in extract(quoted(text, "2018-07-04T10:00:00Z"))} == {realis}


def test_background_goes_on_until_news_is_told_again() -> None:
    """An old date opens background for the sentences after it; the lead and a day of the week close it."""
    told = "وصل الوزير إلى المدينة.\nوقال إنه راض.\nوساد التوتر في البلاد عام 2009.\n"
    background = extract(quoted(f"{told}وخطف مسلحون ستة مهندسين.", "2018-07-04T10:00:00Z"))
    news = extract(quoted(f"{told}وخطف مسلحون ستة مهندسين الثلاثاء.", "2018-07-04T10:00:00Z"))

    assert background[-1].realis == "historical"
    assert news[-1].realis == "actual"


def test_an_event_told_again_is_one_record_and_takes_the_date_of_any_telling() -> None:
    """The lead and the body tell one attack; the body dates it; the record stands at the lead."""
    text = "قصف الجيش المدينة.\nوقال شهود إن الجيش قصف المدينة مساء الثلاثاء."
    events = extract(quoted(text, "2018-07-04T10:00:00Z"))

    assert [(event.trigger.start, event.date.value if event.date else None) for event in events] == [(0, "2018-07-03")]


def test_an_old_event_of_the_same_kind_is_another_one() -> None:
    """The lead tells an attack of today, the body one of 2009: two records, each with its own realis."""
    text = "قصف الجيش المدينة.\nوقصف الجيش المدينة عام 2009."
    events = extract(quoted(text, "2018-07-04T10:00:00Z"))

    assert [(event.realis, event.date.value if event.date else None) for event in events] == [
        ("actual", None),
        ("historical", "2009"),
    ]


def test_the_publication_date_is_never_the_date_of_an_event() -> None:
    """An event without words of time has no date."""
    assert [event.date for event in extract(quoted("قصف الجيش المدينة.", "2018-07-04T10:00:00Z"))] == [None]


def test_a_date_of_saying_dates_no_other_event() -> None:
    """قال الجمعة إن الجيش قصف المدينة dates the saying."""
    text = "قال المتحدث الجمعة إن الجيش واصل حصاره وإنه قصف المدينة."

    assert {event.date for event in extract(quoted(text, "2018-07-04T10:00:00Z"))} == {None}


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("دعت الوزيرة السابقة الخميس مجددا إلى إنهاء الحصار على الجزيرة.", "REQUEST", "2018-06-28"),
        ("أعلنت النيابة الاثنين أنها فتحت تحقيقا في 2 يوليو الجاري مع الوزير.", "ACCUSE", "2018-07-02"),
        ("قال الوزير الاثنين إنه راض، متهما الحكومة بتعطيل القانون ليل الأحد.", "ACCUSE", "2018-07-02"),
        ("اعتقلت السلطات في المدينة اللص الشهير الذي هرب من سجنه في مايو.", "COERCE", None),
        ("أقيل الوزير الاثنين بعد هجوم على المدينة.", "ASSAULT", None),
        ("أعلنت الشرطة، الاثنين، اعتقال ثلاثة أشخاص.", "COERCE", "2018-07-02"),
        ("عبرت الوزارة، مساء الاثنين، عن تضامنها مع المملكة.", "SUPPORT", "2018-07-02"),
        ("وافق المجلس خلال اجتماعه الاثنين على مشروع القانون.", "SUPPORT", "2018-07-02"),
        ("دعا الرئيس الاثنين إلى رفع الحصار، وذلك في أول زيارة له إلى المدينة.", "CONSULT", "2018-07-02"),
        ("فاز الحزب في انتخابات عام 2015 التي قاطعتها المعارضة.", "PROTEST", "2015"),
        ("تعهد الرئيس بأن تجري الانتخابات خلال عام 2021.", "AGREE", None),
        ("أكدت الوزارة الاثنين أن الحكومة طالبت بالحوار.", "REQUEST", None),
        ("قاطع الحزب الانتخابات البرلمانية المقررة الأحد.", "PROTEST", None),
        ("انتهى اجتماعهم المنعقد الاثنين.", "CONSULT", "2018-07-02"),
        ("حكمت المحكمة عليه بالسجن في قضية فض اعتصام عام 2013.", "SANCTION", None),
        ("وقع الاتفاق الاثنين، بعد عامين على اقتحام الجيش للسفينة.", "ASSAULT", None),
        ("زار الوزير القرية التي قصفها الجيش طويلا، الاثنين، مع وفد.", "ASSAULT", None),
        ("شن الجيش غارات تضامنا مع الحكومة الاثنين.", "ASSAULT", "2018-07-02"),
        ("شهدت المدينة قصفا الشهر الماضي حيث خطف مسلحون ستة مهندسين.", "ASSAULT", "2018-06"),
    ],
)
def test_a_date_belongs_to_the_verb_that_it_stands_with(text: str, kind: str, value: str | None) -> None:
    """A date stands with the verb before it, not with nouns behind بعد nor with what a relative clause follows."""
    found = [event for event in extract(quoted(text, "2018-07-04T10:00:00Z")) if event.type == kind]

    assert [event.date.value if event.date else None for event in found] == [value]


def test_what_a_speaker_did_by_speaking_has_the_day_of_the_speech() -> None:
    """The lead says what a speech comes to, the body quotes it and says when it was held."""
    text = "اتهم سامح شكري الحكومة بتعطيل الحل.\nوقال شكري مساء الثلاثاء: الحل سياسي."
    speaker = Party("sameh-shoukry", "سامح شكري", Extract(5, 14, "سامح شكري"), "test")
    said = msgspec.structs.replace(
        quotation(text, "الحل سياسي", speaker, "وقال"), date=EventDate("2018-07-03", None, "test")
    )
    mentions = [mention(text, "سامح شكري", "sameh-shoukry")]
    found = extract(quoted(text, "2018-07-04T10:00:00Z", mentions, [said]))

    assert [event.date.value for event in found if event.type == "ACCUSE" and event.date] == ["2018-07-03"]


def test_what_is_wished_or_called_for_is_no_event() -> None:
    """ضرورة وقف إطلاق النار tells no cease-fire, and a bare definite noun points back."""
    assert extract(quoted("أكد ضرورة وقف إطلاق النار.")) == []
    assert extract(quoted("وخلال الاجتماع قال إنه راض.")) == []


def test_help_as_a_purpose_is_no_event() -> None:
    """What something is done for is not told as done."""
    (event,) = extract(quoted("زودت الدولة المقاتلين بأسلحة لدعم الحكومة."))

    assert event.trigger.text == "زودت"


def test_what_a_speaker_only_speaks_of_is_no_event() -> None:
    """In a speaker's own words support and war without anybody tell none, nor does what و joins to them."""
    text = "قال الوزير: ندعم الحل السياسي ووقف القتال. وقصف الجيش المدينة."
    said = quotation(text, "ندعم الحل السياسي ووقف القتال")

    assert [event.trigger.text for event in extract(quoted(text, quotations=[said]))] == ["وقصف"]


def test_names_tell_no_events() -> None:
    """A word of a person's name or of a known body's is no trigger."""
    text = "رحب صادق خان بالقرار."
    found = extract(quoted(text, mentions=[mention(text, "صادق خان")]))

    assert [event.trigger.text for event in found] == ["رحب"]


def test_a_state_is_named_rather_than_its_capital() -> None:
    """موسكو acts for روسيا, where the article names both."""
    text = "دانت موسكو الهجوم. وقالت روسيا إنها حزينة."
    capital = mention(text, "موسكو", "russia", kind="state")
    state = mention(text, "روسيا", "russia", kind="state")
    event = extract(quoted(text, mentions=[capital, state]))[0]

    assert [(party.id, party.name, party.mention and party.mention.text) for party in event.actors] == [
        ("russia", "روسيا", "موسكو")
    ]


def test_nouns_of_people_before_a_name_belong_to_it() -> None:
    """مقاتلي before a body act for it; أطفال before a state are not the state."""
    text = "اجتمع قادة الاتحاد الأوروبي في بروكسل. وساعدت المنظمة أطفال سوريا."
    body = mention(text, "الاتحاد الأوروبي", "european-union", kind="body")
    group = mention(text, "المنظمة", kind="body")
    state = mention(text, "سوريا", "syria", kind="state")
    first, second = extract(quoted(text, mentions=[body, group, state]))

    assert [(party.id, party.name) for party in first.actors] == [("european-union", "قادة الاتحاد الأوروبي")]
    assert [(party.id, party.name) for party in second.recipients] == [(None, "أطفال سوريا")]


def test_a_title_goes_on_to_its_holder_over_where_it_is_held() -> None:
    """سفير فرنسا لدى اليمن كريستيان دوران is one person."""
    text = "انتقد السفير الفرنسي لدى صنعاء جان دوران قرار إيران."
    office = mention(text, "السفير الفرنسي", kind="office")
    place = mention(text, "صنعاء", kind="state")
    person = mention(text, "جان دوران", kind="person")
    state = mention(text, "إيران", kind="state")
    (event,) = extract(quoted(text, mentions=[office, place, person, state]))

    assert names(event.actors) == ["جان دوران"]
    assert names(event.recipients) == ["إيران"]


def test_those_who_agree_in_the_dual_are_all_that_agree() -> None:
    """اتفقتا على إزاحة الوزير: the minister takes no part."""
    text = "يعود التاريخ بين روسيا وتركيا، اللتين اتفقتا على إزاحة جون كيري."
    mentions = [mention(text, name, kind="state") for name in ("روسيا", "تركيا")]
    (event,) = extract(quoted(text, mentions=[*mentions, mention(text, "جون كيري", kind="person")]))

    assert names(event.actors) == ["روسيا", "تركيا"]


def test_what_an_agreement_is_to_bring_will_be() -> None:
    """اتفاق مع الفصائل لسحب المقاتلين tells of a withdrawal that is to come."""
    text = "توصل الوفد إلى اتفاق مع الفصائل لسحب المقاتلين من المدينة."
    found = extract(quoted(text, "2018-07-04T10:00:00Z", mentions=[mention(text, "الوفد", kind="body")]))

    assert [(event.type, event.realis) for event in found] == [("AGREE", "actual"), ("RETREAT", "future")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("قصف الجيش المدينة الجمعة غداة هجوم انتحاري.", ["2018-06-29", "2018-06-28"]),
        ("شن مسلحون الأحد هجوما على القاعدة بعد أن فجروا سيارتين.", ["2018-07-01", "2018-07-01"]),
        ("أصدرت الحكومة الأحد بيانا أعلنت فيه قطع العلاقات مع طهران وإغلاق الحدود.", ["2018-07-01", "2018-07-01"]),
    ],
)
def test_a_date_reaches_what_goes_on_with_an_event(text: str, value: list[str]) -> None:
    """غداة is the day before; a date of a saying dates what is done by it, and what و joins to that."""
    events = extract(quoted(text, "2018-07-04T10:00:00Z"))

    assert [event.date.value if event.date else None for event in events] == value


def test_an_event_in_a_quotation_says_so() -> None:
    """A trigger inside the content of a quotation is in_quote."""
    text = "قال: قصف الجيش المدينة. ودعا الوزير إلى الهدوء."
    found = extract(quoted(text, quotations=[quotation(text, "قصف الجيش المدينة")]))

    assert [event.in_quote for event in found] == [True, False]


def test_pointers_lead_through_the_alignment_to_the_raw_text() -> None:
    """Trigger, sentence and date point at the raw characters behind the cleaned ones."""
    raw = "خبر عاجل!! قصف الجيش المدينة عام 2009."
    text = raw[11:]
    clean = article(text, runs=[Run(0, 11, len(text))])
    event = extract(QuotedArticle(article=clean, mentions=[], quotations=[]))[0]

    assert raw[event.trigger.start : event.trigger.end] == event.trigger.text == "قصف"
    assert raw[event.sentence.start : event.sentence.end] == event.sentence.text == text
    assert event.date
    assert event.date.source
    assert raw[event.date.source.start : event.date.source.end] == "عام 2009"


@given(TEXTS, st.sampled_from([None, "2018-07-04", "2018-07-04T10:00:00+03:00"]))
@settings(max_examples=300, deadline=None)
def test_any_text_yields_well_formed_events(text: str, published: str | None) -> None:
    """No text breaks the stage; every extract cuts its words out of the raw text; ids are unique; runs are equal."""
    clean = f"{text} قصف"
    people = [
        Mention(Extract(at, at + len(word), word), f"id-{word}", word, "test", "body")
        for word in ("روسيا", "الجيش", "الوزير")
        for at in [clean.find(word)]
        if at >= 0
    ]
    people.sort(key=lambda one: one.extract.start)
    events = extract(quoted(clean, published, mentions=people))

    assert events == extract(quoted(clean, published, mentions=people))
    assert len({event.id for event in events}) == len(events)
    for event in events:
        pointers = [event.trigger, event.sentence, *(party.mention for party in (*event.actors, *event.recipients))]
        pointers += [event.date.source] if event.date else []
        assert all(clean[one.start : one.end] == one.text for one in pointers if one)
        assert event.sentence.start <= event.trigger.start < event.trigger.end <= event.sentence.end
