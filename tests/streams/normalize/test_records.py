"""Records are read in both of their forms."""

import pytest

from streams.errors import Rejected
from streams.normalize.records import decode, draft, fit_uri


def test_a_byte_order_mark_is_no_error() -> None:
    """Some feeds begin their documents with one."""
    assert decode(b'\xef\xbb\xbf{"uri": "a"}') == {"uri": "a"}


def test_null_is_as_good_as_missing() -> None:
    """Feeds write null for what they do not know."""
    record = {"uri": "a", "text": "نص", "headline": None, "version": None, "bodies": None, "language": None}

    assert draft(record, "a").headline is None
    assert draft(record, "a").version == 0


def test_times_of_ninjs_are_asked_in_order() -> None:
    """When the item first came out says more than when its content was made, which may be long before."""
    record = {
        "uri": "a",
        "bodies": [{"value": "نص"}],
        "versionCreated": "3",
        "firstcreated": "2",
        "contentCreated": "1",
    }

    found = draft(record, "a")

    assert [text for text in found.published if text] == ["2", "3", "1"]
    assert [text for text in found.created if text] == ["3"]


def test_headlines_of_ninjs_are_chosen_as_bodies_are() -> None:
    """The main headline counts, and its markup is known."""
    record = {
        "uri": "a",
        "bodies": [{"value": "نص"}],
        "headlines": [
            {"value": "ثانوي", "role": "sub"},
            {"value": "<b>رئيسي</b>", "role": "main", "contenttype": "text/html"},
        ],
    }

    assert draft(record, "a").headline == "<b>رئيسي</b>"
    assert draft(record, "a").headline_markup


def test_the_detail_says_which_field_is_wrong() -> None:
    """Whoever reads the dead letter learns where to look."""
    with pytest.raises(Rejected, match=r"headline"):
        draft({"uri": "a", "text": "x", "headline": 7}, "a")


def test_a_uri_loses_what_would_break_a_key() -> None:
    """Tabs, line feeds and surrogates cannot stand in a URI that becomes part of a key."""
    assert fit_uri(" urn:\ta\n\ud800b ", "empty") == "urn:ab"
