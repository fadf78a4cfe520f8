"""From one raw record to an article, a withdrawal, or a reason."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from schemas.articles import Article, Withdrawal
from schemas.folding import words
from schemas.ids import article_id
from schemas.registry import MAX_TEXT_BYTES
from streams.alignment import Alignment
from streams.errors import Rejected
from streams.normalize import receive, uri_of
from streams.rules import RULES
from tests.streams.normalize.test_letters import TEXTS, stands_for

RECORDED = datetime(2020, 1, 2, tzinfo=UTC)
TEXT = "قال الرئيس الروسي فلاديمير بوتين إن بلاده ستواصل دعم الحكومة السورية في مكافحة الإرهاب الدولي."
SEEDS = Path(__file__).parents[3] / "seeds"
REASONS = {"malformed", "not-utf-8", "no-uri", "no-text", "too-large", "language"}


def plain(**fields: Any) -> bytes:
    """A record in the plain form."""
    return json.dumps({"uri": "urn:a", "text": TEXT} | fields).encode()


def ninjs(**fields: Any) -> bytes:
    """A record in ninjs."""
    return json.dumps({"uri": "urn:a", "bodies": [{"value": TEXT}]} | fields).encode()


def article(value: bytes, key: bytes | None = b"urn:a") -> Article:
    """What a record becomes, which has to be an article."""
    received = receive(key, value, RECORDED)
    assert isinstance(received, Article)
    return received


def reason(value: bytes | None, key: bytes | None = None) -> str:
    """Why a record is rejected."""
    with pytest.raises(Rejected) as caught:
        receive(key, value, RECORDED)
    return caught.value.reason


def test_a_plain_record_becomes_an_article() -> None:
    """All seven fields arrive where they belong."""
    value = plain(
        headline=" عنوان\n الخبر ", published="2018-03-23T15:13:53+04:00", outlet="سانا", language="ar", version="3"
    )

    found = article(value)

    assert (found.id, found.uri, found.text) == (article_id("urn:a"), "urn:a", TEXT)
    assert (found.headline, found.outlet, found.language) == ("عنوان الخبر", "سانا", "ar")
    assert found.published is not None
    assert (found.published.value, found.published.how) == ("2018-03-23T15:13:53+04:00", "feed")
    assert (found.rank.version, found.rank.created, found.rank.recorded, found.rank.rules) == (3, "", RECORDED, RULES)
    assert len(found.rank.digest) == 32
    assert len(found.shingles) == len(words(TEXT)) - 3


@pytest.mark.parametrize("name", ["versionCreated", "versioncreated"])
def test_both_spellings_of_ninjs_are_read(name: str) -> None:
    """The version's time ranks it, and is the publication where no earlier time is stated."""
    found = article(ninjs(**{name: "2018-03-23T15:13:53+04:00"}, infosources=[{"name": "SANA"}], by="ليلى"))

    assert found.rank.created == "2018-03-23T11:13:53.000000+00:00"
    assert found.published is not None
    assert found.published.value == "2018-03-23T15:13:53+04:00"
    assert found.outlet == "SANA"


def test_the_main_body_of_ninjs_is_read() -> None:
    """The role decides, then the plain one among several, then the order."""
    other = {"value": "نص آخر تماما لا علاقة له بالموضوع في شيء.", "role": "caption"}
    marked = {"value": f"<p>{TEXT}</p>", "role": "main", "contenttype": "text/html"}

    assert article(ninjs(bodies=[other, {"value": TEXT, "role": "main"}])).text == TEXT
    assert article(ninjs(bodies=[marked | {"role": "x"}, {"value": TEXT, "contenttype": "text/plain"}])).text == TEXT
    assert article(ninjs(bodies=[other, marked])).text == TEXT


def test_offsets_of_a_marked_up_body_count_its_markup() -> None:
    """Extracts point into the body's value as published, tags and references included."""
    body = "<p>قال <b>الرئيس</b> &quot;نعم&quot; للحوار في المدينة القديمة</p><p>وانتهى الاجتماع</p>"
    found = article(ninjs(bodies=[{"value": body, "contenttype": "text/html; charset=utf-8"}]))

    start = found.text.index('"نعم"')
    extract = Alignment.of(found).extract(start, start + 5)

    assert found.text == 'قال الرئيس "نعم" للحوار في المدينة القديمة\nوانتهى الاجتماع'
    assert body[extract.start : extract.end] == "&quot;نعم&quot;"


@pytest.mark.parametrize("name", ["pubstatus", "pubStatus"])
@pytest.mark.parametrize("status", ["canceled", "withheld", "cancelled"])
def test_a_withdrawn_status_withdraws(name: str, status: str) -> None:
    """A cancelled or withheld record withdraws, in either spelling, with or without a text."""
    for value in (plain(**{name: status}), json.dumps({"uri": "urn:a", name: status}).encode()):
        assert receive(b"k", value, RECORDED) == Withdrawal(id=article_id("urn:a"), uri="urn:a", recorded=RECORDED)


def test_a_tombstone_withdraws_the_article_of_its_key() -> None:
    """A record without a value speaks of the article in its key; without a key it speaks of none."""
    assert receive(b"urn:a", None, RECORDED) == Withdrawal(id=article_id("urn:a"), uri="urn:a", recorded=RECORDED)
    assert reason(None, None) == "no-uri"
    assert reason(None, b"") == "no-uri"


def test_the_uri_in_the_value_counts() -> None:
    """A key that says something else does not matter."""
    assert article(plain(), key=b"other").uri == "urn:a"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (b"", "malformed"),
        (b"{", "malformed"),
        (b"null", "malformed"),
        (b'["a"]', "malformed"),
        (b'{"uri": "a", "text": NaN}', "malformed"),
        (b"[" * 100_000, "malformed"),
        (b'{"a":' * 100_000, "malformed"),
        (b'{"uri": "\xff"}', "not-utf-8"),
        (b'{"text": "x"}', "no-uri"),
        (b'{"uri": " \\u0000", "text": "x"}', "no-uri"),
        (b'{"uri": 7, "text": "x"}', "malformed"),
        (plain(text=7), "malformed"),
        (plain(headline=["x"]), "malformed"),
        (plain(pubstatus="gone"), "malformed"),
        (plain(version=True), "malformed"),
        (ninjs(bodies={}), "malformed"),
        (ninjs(bodies=[]), "no-text"),
        (b'{"uri": "urn:a"}', "no-text"),
        (plain(text=None), "no-text"),
        (plain(text=""), "no-text"),
        (plain(text=" \n\u200f\xa0"), "no-text"),
        (plain(text="شارك\n-----\n2018"), "no-text"),
        (plain(text="ق" * (MAX_TEXT_BYTES // 2 + 1)), "too-large"),
        (plain(text="President Putin said on Thursday that Russia would go on.", language="ar"), "language"),
    ],
    ids=lambda value: str(value)[:24] if isinstance(value, bytes) else value,
)
@pytest.mark.timeout(10)
def test_what_cannot_be_used_has_a_reason(value: bytes, expected: str) -> None:
    """Each way of being unusable has its code."""
    assert reason(value, b"urn:key") == expected


def test_the_largest_text_is_accepted() -> None:
    """The limit counts bytes of the text and includes itself."""
    text = f"{TEXT}\n"
    text += "1" * (MAX_TEXT_BYTES - len(text.encode()))

    assert article(plain(text=text)).text == text
    assert reason(plain(text=f"{text}1")) == "too-large"


def test_control_characters_in_a_good_article_are_cleaned() -> None:
    """Lone surrogates, null bytes and bare control characters do not cost the article."""
    broken = TEXT.replace(" ", "\ud800 \x00", 1)

    assert article(plain(text=broken, headline="عن\ud800وان", outlet="سا\x00نا", uri="urn:\ud800a")).text == TEXT
    assert article(plain(text="X").replace(b"X", b"\x01" + TEXT.encode() + b"\t")).text == TEXT
    assert msgspec.json.encode(article(plain(text=broken, headline="عن\ud800وان")))


@pytest.mark.parametrize(
    ("stated", "version"),
    [(7, 7), ("7", 7), (" 12 ", 12), ("2.0", 2), (3.9, 3), (-1, 0), ("v2", 0), ("", 0), (10**30, 2**63 - 1), (None, 0)],
)
def test_versions_are_numbers(stated: Any, version: int) -> None:
    """A number or a numeric string counts, anything else is 0."""
    assert article(plain(version=stated)).rank.version == version


def test_the_text_says_when_the_feed_does_not() -> None:
    """A stated time that cannot be read is ignored in favour of the line in the text; else nothing is known."""
    dated = f"الثلاثاء 03/أكتوبر/2017 - 09:16 م\n{TEXT}"

    assert article(plain()).published is None
    for published in (None, "yesterday"):
        found = article(plain(text=dated, published=published)).published
        assert found is not None
        assert (found.how, found.value) == ("body", "2017-10-03T21:16:00")
    stated = article(plain(text=dated, published="2017-10-04")).published
    assert stated is not None
    assert (stated.how, stated.value) == ("feed", "2017-10-04")


@pytest.mark.parametrize(
    ("key", "value", "uri"),
    [
        (b"urn:key", plain(), "urn:a"),
        (b"urn:key", b"{", "urn:key"),
        (b"urn:key", b'{"uri": 7}', "urn:key"),
        (b"urn:key", None, "urn:key"),
        (b"\xff", b"{", "\ufffd"),
        (None, b"\xff", ""),
        (None, None, ""),
    ],
)
def test_a_rejected_record_has_a_uri_where_there_is_one(key: bytes | None, value: bytes | None, uri: str) -> None:
    """The value is asked first, then the key."""
    assert uri_of(key, value) == uri


FIELDS = st.sampled_from(["uri", "text", "bodies", "value", "version", "pubstatus", "headlines", "published", "by"])
SCALARS = st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=5) | st.just(TEXT)
DOCUMENTS = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(FIELDS, inner, max_size=6)
).map(lambda document: json.dumps(document).encode())


def outcome(value: bytes, key: bytes | None) -> str:
    """The reason of a rejection, or the URI of what is received."""
    try:
        return receive(key, value, RECORDED).uri
    except Rejected as rejected:
        return rejected.reason


@given(st.binary(max_size=200) | DOCUMENTS, st.none() | st.binary(max_size=8))
def test_nothing_but_rejected_is_raised(value: bytes, key: bytes | None) -> None:
    """Arbitrary bytes and arbitrary JSON have an outcome, the same one every time."""
    found = outcome(value, key)

    assert found == outcome(value, key)
    assert found in REASONS or found == uri_of(key, value)


def homes(found: Article) -> Iterator[tuple[str, int, int]]:
    """Each cleaned character with the raw stretch it stands for."""
    for run in found.runs:
        for step in range(run.length):
            start = run.raw + step * run.width
            yield found.text[run.clean + step], start, start + run.width


@given(TEXTS, st.booleans())
def test_every_character_of_an_article_points_home(text: str, markup: bool) -> None:  # noqa: FBT001 -- drawn
    """Whatever surrounds a sentence, each character of the article is what stands at its raw offset."""
    raw = f"{text}\n{TEXT}\n{text}"
    bodies = [{"value": raw, "contenttype": "text/html" if markup else "text/plain"}]
    assume(outcome(ninjs(bodies=bodies), None) not in {"language", "no-text"})
    found = article(ninjs(bodies=bodies))

    assert sum(run.length for run in found.runs) == len(found.text)
    assert all(stands_for(clean, raw[start:end]) for clean, start, end in homes(found))
    assert all(before[1] <= after[1] for before, after in pairwise(homes(found)))
    assert article(ninjs(bodies=bodies)) == found


WITHOUT_LIGATURES = TEXTS.map(lambda text: "".join(letter for letter in text if not "\ufb50" <= letter <= "\ufefc"))


@given(WITHOUT_LIGATURES, st.data())
def test_extracts_are_found_again(text: str, data: st.DataObject) -> None:
    """A stretch of the article that is pointed home is the stretch that the pointer finds."""
    found = article(plain(text=f"{TEXT}\n{text}\n{TEXT.replace('بوتين', 'لافروف')}"))
    start = data.draw(st.integers(0, len(found.text) - 1))
    end = data.draw(st.integers(start + 1, len(found.text)))
    alignment = Alignment.of(found)

    assert alignment.clean_span(alignment.extract(start, end)) == (start, end)


@pytest.mark.parametrize("seed", sorted(SEEDS.glob("*.txt")), ids=lambda path: path.name[:3])
def test_seeds_keep_what_they_report(seed: Path) -> None:
    """The seeds lose their footers and repetitions, and their figures and quotation marks point home."""
    raw = seed.read_text(encoding="utf-8")
    found = article(plain(text=raw, uri=seed.name))

    assert all(stands_for(clean, raw[start:end]) for clean, start, end in homes(found))
    assert not any(footer in found.text for footer in ("تابعو", "telegram", "مواضيع ذات صلة", "طباعة"))
    paragraphs = [tuple(words(paragraph)) for paragraph in found.text.split("\n")]
    assert len(paragraphs) == len(set(paragraphs))
    assert set(words(found.text)) >= {word for word in words(raw) if word in {"لافروف", "بوتين", "روسيا", "سوريه"}}
