"""What an article says, in one value."""

from datetime import UTC, datetime

import msgspec

from schemas.articles import Article, PlainArticle
from streams.analysis import Analysis, analyze
from streams.normalize import receive

_TEXT = 'موسكو - سانا\nوقال وزير الخارجية الروسي سيرغي لافروف إن المركز "سيشرف على عودة كل السكان".'


def analysis(text: str) -> Analysis:
    """What a published text says."""
    article = receive(None, msgspec.json.encode(PlainArticle(uri="a", text=text)), datetime(2020, 1, 1, tzinfo=UTC))
    assert isinstance(article, Article)
    return analyze(article)


def test_offsets_point_into_the_text_as_received() -> None:
    """Although the dateline is no part of the cleaned text."""
    (statement,) = analysis(_TEXT).quotes
    words = [_TEXT[part.start : part.end] for part in statement.verbatim]

    assert _TEXT[statement.content.start : statement.content.end].startswith("المركز")
    assert words == ["سيشرف على عودة كل السكان"]
    assert statement.speaker is not None
    assert (statement.speaker.id, statement.speaker.name) == ("sergey-lavrov", "سيرغي لافروف")


def test_all_speakers_are_named_in_one() -> None:
    """A joint statement has all of its speakers."""
    text = "وأكدت روسيا والمغرب حرصهما على وحدة الأراضي السورية والتسوية السياسية."
    (statement,) = analysis(text).quotes

    assert statement.speaker is not None
    assert statement.speaker.name == "روسيا والمغرب"


def test_an_analysis_is_plain_json() -> None:
    """It can be written and read again."""
    found = analysis(_TEXT)

    assert msgspec.json.decode(msgspec.json.encode(found))["id"] == "a"
