"""Feeds' records are read as they are written, in both spellings of ninjs and in the plain subset."""

import json
from typing import Any

import pytest

from schemas.articles import NinjsArticle, NinjsNamed, PlainArticle, read_raw
from schemas.registry import RAW

#: A text article with every property that ninjs 3 has for articles; what is not read must not disturb.
NINJS_3: dict[str, Any] = {
    "uri": "http://news.example/items/20240313-water",
    "type": "text",
    "representationType": "full",
    "profile": "text-only",
    "version": "2",
    "firstCreated": "2024-03-13T09:00:00Z",
    "versionCreated": "2024-03-13T12:30:00+03:00",
    "contentCreated": "2024-03-13T08:00:00Z",
    "embargoedUntil": "2024-03-13T09:30:00Z",
    "pubStatus": "usable",
    "urgency": 4,
    "copyrightHolder": "وكالة المثال",
    "copyrightNotice": "جميع الحقوق محفوظة",
    "usageTerms": "للمشتركين",
    "edNote": "يتبع",
    "language": "ar",
    "title": "المياه",
    "by": "ليلى سمير",
    "slugline": "مياه-أسعار",
    "located": "عمان",
    "descriptions": [{"role": "summary", "contentType": "text/plain", "value": "لا زيادة في الأسعار"}],
    "headlines": [
        {"role": "main", "contentType": "text/plain", "value": "هيئة المياه: لا زيادة"},
        {"role": "short", "value": "لا زيادة"},
    ],
    "bodies": [
        {
            "role": "main",
            "contentType": "text/plain",
            "charCount": 26,
            "wordCount": 5,
            "value": "لن ترتفع الأسعار هذا العام",
        },
        {"role": "richtext", "contentType": "application/xhtml+xml", "value": "<p>لن ترتفع الأسعار هذا العام</p>"},
    ],
    "people": [
        {"name": "سالم الحديدي", "rel": "about", "uri": "http://people.example/1", "contactInfo": [{"value": "1"}]}
    ],
    "organisations": [{"name": "هيئة المياه", "symbols": [{"exchange": "X", "symbol": "Y"}]}],
    "places": [{"name": "عمان", "geoJSON": {"type": "Point", "coordinates": [35.9, 31.9]}}],
    "subjects": [{"name": "اقتصاد", "uri": "http://subjects.example/4", "relevance": 90, "confidence": 80}],
    "events": [{"id": "e1", "name": "مؤتمر"}],
    "objects": [{"name": "سد"}],
    "infoSources": [
        {"name": "صحيفة المثال", "role": "publisher", "uri": "http://outlet.example/"},
        {"name": "وكالة المثال", "role": "originator", "contactInfo": [{"type": "phone", "value": "0"}]},
    ],
    "renditions": [
        {"name": "web", "href": "http://news.example/water", "contentType": "text/html", "sizeInBytes": 900}
    ],
    "associations": [{"name": "a1", "uri": "http://news.example/photo", "type": "picture", "pubStatus": "usable"}],
    "altIds": [{"role": "guid", "value": "abc"}],
    "trustIndicators": [{"role": "http://trust.example/1", "title": "سياسة", "href": "http://news.example/policy"}],
    "standard": {"name": "ninjs", "version": "3.1", "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#"},
    "genres": [{"name": "خبر"}],
    "expires": "2025-01-01T00:00:00Z",
    "rightsInfo": {"linkedRights": "http://news.example/rights"},
    "digitalSourceType": {"name": "نص"},
}
_LOWER = {
    "versionCreated", "firstCreated", "contentCreated", "pubStatus", "infoSources", "contentType", "charCount",
    "wordCount",
}  # fmt: skip


def _lower(node: Any) -> Any:
    if isinstance(node, list):
        return [_lower(part) for part in node]
    if not isinstance(node, dict):
        return node
    return {name.lower() if name in _LOWER else name: _lower(part) for name, part in node.items()}


def _read(record: object) -> PlainArticle | NinjsArticle:
    return read_raw(json.dumps(record).encode())


@pytest.mark.parametrize("record", [NINJS_3, _lower(NINJS_3)], ids=["ninjs 3", "ninjs 2"])
def test_a_full_ninjs_document_is_read(record: dict[str, Any]) -> None:
    """Every field that matters is found under one name, however the feed spells it."""
    article = _read(record)

    assert isinstance(article, NinjsArticle)
    assert article.uri == NINJS_3["uri"]
    assert article.version == "2"
    assert article.pubstatus == "usable"
    assert article.language == "ar"
    assert article.by == "ليلى سمير"
    assert article.located == "عمان"
    assert article.versioncreated == "2024-03-13T12:30:00+03:00"
    assert article.firstcreated == "2024-03-13T09:00:00Z"
    assert article.contentcreated == "2024-03-13T08:00:00Z"
    assert [body.value for body in article.bodies] == [body["value"] for body in NINJS_3["bodies"]]
    assert [body.contenttype for body in article.bodies] == ["text/plain", "application/xhtml+xml"]
    assert [headline.role for headline in article.headlines] == ["main", "short"]
    assert article.infosources == [
        NinjsNamed(name="صحيفة المثال", role="publisher"),
        NinjsNamed(name="وكالة المثال", role="originator"),
    ]


@pytest.mark.parametrize("name", ["pubStatus", "pubstatus"])
@pytest.mark.parametrize("status", ["canceled", "withheld", "usable"])
def test_a_withdrawal_needs_no_body(name: str, status: str) -> None:
    """The standard requires the URI alone, so a cancellation without any text is understood."""
    article = _read({"uri": "u", name: status})

    assert isinstance(article, NinjsArticle)
    assert article.pubstatus == status
    assert article.bodies == []


def test_a_record_with_a_text_is_plain() -> None:
    """The plain subset is told by its `text`, whatever else the record has but `bodies`."""
    article = _read({"uri": "u", "text": "نص", "bodies": None, "source": {"any": "thing"}, "version": 3})

    assert article == PlainArticle(uri="u", text="نص", version=3)
    assert isinstance(_read({"uri": "u", "text": "نص", "bodies": []}), NinjsArticle)


@pytest.mark.parametrize(
    "record",
    [{}, {"text": "نص"}, {"uri": None, "text": "نص"}, {"uri": "u", "bodies": None}, {"uri": "u", "text": ["نص"]},
     {"uri": "u", "bodies": "نص"}, {"uri": "u", "bodies": [{"role": "main"}]}, {"uri": "u", "pubStatus": "gone"},
     [], "u"],
)  # fmt: skip
def test_what_is_no_article_is_refused(record: object) -> None:
    """A record without a URI, or with a field of another type, is no article."""
    with pytest.raises(ValueError, match=r"Object missing|Expected|Invalid enum"):
        _read(record)


def test_the_raw_topic_reads_both_forms() -> None:
    """The registry decodes whatever feeds may write."""
    assert isinstance(RAW.decode(json.dumps(NINJS_3).encode()), NinjsArticle)
    assert isinstance(RAW.decode(b'{"uri":"u","text":"t"}'), PlainArticle)
