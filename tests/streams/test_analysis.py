"""What an article says, in one value."""

import msgspec
import pytest

from streams.analysis import analyze

_TEXT = 'موسكو - سانا\nوقال وزير الخارجية الروسي سيرغي لافروف إن المركز "سيشرف على عودة كل السكان".'


def test_offsets_point_into_the_text_as_received() -> None:
    """Although the dateline is no part of the cleaned text."""
    (statement,) = analyze({"id": "a", "text": _TEXT, "title": "عنوان", "published": "2016-12-29"}).quotes
    words = [_TEXT[part.start : part.end] for part in statement.verbatim]

    assert _TEXT[statement.content.start : statement.content.end].startswith("المركز")
    assert words == ["سيشرف على عودة كل السكان"]
    assert statement.speaker is not None
    assert (statement.speaker.id, statement.speaker.name) == ("sergey-lavrov", "سيرغي لافروف")


def test_all_speakers_are_named_in_one() -> None:
    """A joint statement has all of its speakers."""
    text = "وأكدت روسيا والمغرب حرصهما على وحدة الأراضي السورية والتسوية السياسية."
    (statement,) = analyze({"uri": "a", "text": text}).quotes

    assert statement.speaker is not None
    assert statement.speaker.name == "روسيا والمغرب"


@pytest.mark.parametrize("record", [{"id": "a", "text": "  "}, {"id": "a", "text": "Not in Arabic at all, alas."}])
def test_a_record_that_cannot_be_used_says_nothing(record: dict[str, str]) -> None:
    """The analysis is empty and keeps the id."""
    found = analyze(record)

    assert (found.id, found.quotes, found.events) == ("a", [], [])


def test_an_analysis_is_plain_json() -> None:
    """It can be written and read again."""
    found = analyze({"id": "a", "text": _TEXT})

    assert msgspec.json.decode(msgspec.json.encode(found))["id"] == "a"
