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
        ("بلاده لن تقبل بالقرار.", "actual"),
        ("يعتزمان توقيع اتفاق بين البلدين.", "future"),
        ("تحدث الرئيس عن لقاء قريب مع الملك.", "future"),
        ("تحدث الناس عن غارات محتملة على المدينة.", "hypothetical"),
        ("وقال إنهم يخططون لهجمات على المدينة.", "hypothetical"),
        ("نفى الوزير، الجمعة، أن تكون بلاده قد قصفت المدينة.", "negated"),
        ("ألغى الرئيس القمة مع نظيره.", "negated"),
        ("تأجلت المفاوضات بين البلدين.", "negated"),
        ("أعلنت الوزارة إحباط هجمات إرهابية.", "negated"),
        ("أحبطت الشرطة محاولة انقلاب.", "actual"),
        ("أكد الوزير أنه لن يسمح بذلك.", "actual"),
    ],
)
def test_realis_follows_the_marks_before_the_trigger_and_its_date(text: str, realis: str) -> None:
    """Negation, conditions, plans, futures and background are told apart."""
    assert {event.realis for event in extract(quoted(text, "2018-07-04T10:00:00Z"))} == {realis}


def test_background_goes_on_until_news_is_told_again() -> None:
    """An old date opens background for the sentences after it; the lead and a day of the week close it."""
    told = "وصل الوزير إلى المدينة.\nوقال إنه راض.\nوساد التوتر في البلاد عام 2009.\n"
    background = extract(quoted(f"{told}وفي الجنوب خطف مسلحون ستة مهندسين.", "2018-07-04T10:00:00Z"))
    news = extract(quoted(f"{told}وفي الجنوب خطف مسلحون ستة مهندسين الثلاثاء.", "2018-07-04T10:00:00Z"))

    assert background[-1].realis == "historical"
    assert news[-1].realis == "actual"


def test_each_item_of_a_list_tells_a_deed_of_its_own() -> None:
    """Like deeds under one heading each are not one deed told again; whoever heads the item has done it."""
    text = "فرنسا: طردت 4 دبلوماسيين.\nألمانيا: طردت 5 دبلوماسيين.\nبولندا: طردت 6 دبلوماسيين."
    people = [mention(text, name, kind="state") for name in ("فرنسا", "ألمانيا", "بولندا")]
    found = extract(quoted(text, mentions=people))

    assert [(event.type, names(event.actors)) for event in found] == [
        ("SANCTION", ["فرنسا"]),
        ("SANCTION", ["ألمانيا"]),
        ("SANCTION", ["بولندا"]),
    ]


def test_two_lines_with_a_colon_are_no_list() -> None:
    """What is said under a name is no item: only names and dates head one, and three make a list."""
    text = "وقال الوزير: طردت فرنسا السفير.\nوقال الوزير: طردت فرنسا السفير.\nوقال الوزير: طردت فرنسا السفير."

    assert len(extract(quoted(text))) == 1


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


@pytest.mark.parametrize(
    ("text", "actor", "mode"),
    [
        ("عقد مجلس الأمن اجتماعا في نيويورك.", "un-security-council", "multilateral"),
        ("عقدت الشركة اجتماعا في نيويورك.", "a-firm", None),
    ],
)
def test_a_meeting_of_a_council_of_states_is_multilateral(text: str, actor: str, mode: str | None) -> None:
    """The Security Council is one actor, and its meetings are of many states."""
    body = mention(text, text.split(" اجتماعا", maxsplit=1)[0].split(" ", 1)[1], actor, kind="body")
    (event,) = extract(quoted(text, mentions=[body]))

    assert event.mode == mode
