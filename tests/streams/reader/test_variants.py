"""Lines that say nearly the same are linked and stand together."""

from schemas.timeline import Line
from streams.reader import Database, Reader

from .samples import did, entry, evidence, record, said

_LONG = "روسيا ستواصل مكافحة الإرهاب الدولي ودعم الحكومة السورية الشرعية"


def shown(*lines: tuple[Line, str]) -> list[tuple[str, str | None]]:
    """Text of each line of the timeline and of the line it is a variant of."""
    values = [entry([evidence(line, f"a{number}", published=day)]) for number, (line, day) in enumerate(lines)]
    reader = Reader(Database.open(":memory:"))
    reader.database.apply([record(value, number) for number, value in enumerate(values)])
    found = reader.timeline("putin").lines
    texts = {line.id: line.text for line in found}
    return [(line.text, texts[line.variant_of] if line.variant_of else None) for line in found]


def test_a_statement_cut_short_follows_the_long_one() -> None:
    """The shorter form stands under the line it was cut from, before what happened in between."""
    short, other = "روسيا ستواصل مكافحة الإرهاب الدولي", "اتفقنا على هدنة في حلب"

    assert shown((said(_LONG), "2017-01-01"), (said(other), "2017-01-02"), (said(short), "2017-01-03")) == [
        (_LONG, None),
        (short, _LONG),
        (other, None),
    ]


def test_the_same_words_weeks_later_are_a_new_occasion() -> None:
    """Politicians repeat themselves."""
    again = _LONG + " اليوم"

    assert shown((said(_LONG), "2017-01-01"), (said(again), "2017-03-01")) == [(_LONG, None), (again, None)]


def test_a_denial_is_no_variant_of_what_it_denies() -> None:
    """Polarity keeps lines apart."""
    assert [
        leader for _, leader in shown((said(_LONG), "2017-01-01"), (said(_LONG + " كلها", negated=True), "2017-01-01"))
    ] == [
        None,
        None,
    ]


def test_an_event_dated_less_exactly_is_a_variant() -> None:
    """The same type and parties, in a month and on a day of it, in other words."""
    month, day = did("التقى الرئيسان هذا الشهر", date="2016-12"), did("عقدا قمة أمس", date="2016-12-29")

    assert shown((day, "2016-12-30"), (month, "2016-12-31")) == [
        ("التقى الرئيسان هذا الشهر", None),
        ("عقدا قمة أمس", "التقى الرئيسان هذا الشهر"),
    ]


def test_events_of_two_days_are_two_events() -> None:
    """Two dated meetings of the same parties stay apart, alike as their sentences may be."""
    sentence = "التقى الرئيس وزير الخارجية في موسكو"
    lines = shown((did(sentence, date="2016-12-29"), "2016-12-30"), (did(sentence, date="2016-12-30"), "2016-12-30"))

    assert [leader for _, leader in lines] == [None, None]
