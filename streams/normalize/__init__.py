"""Normalize: from one raw record to a clean article, or to a reason why there is none.

A record is decoded (`records`), its text cleaned letter by letter (`letters`) and line by line (`lines`, `furniture`,
`datelines`, `moments`, `repetition`), and what comes out carries the offsets of every character in the raw text, so
that whatever is found later can be checked where it stands.
"""

from datetime import datetime
from hashlib import sha256
from typing import NamedTuple

from schemas.articles import Article, Publication, Refusal, Withdrawal
from schemas.ids import article_id
from schemas.ranks import Rank
from schemas.registry import MAX_TEXT_BYTES
from streams import rules
from streams.errors import Rejected
from streams.normalize.cleaning import Cleaned, clean
from streams.normalize.fingerprints import shingles
from streams.normalize.language import is_arabic, tag
from streams.normalize.letters import one_line
from streams.normalize.moments import created, parsed
from streams.normalize.records import Draft, decode, draft, fit_uri, is_erased, is_withdrawn, uri_in

__all__ = ["Cleaned", "Draft", "Read", "clean", "cleaned", "raw_text", "read", "receive", "refusal", "uri_of"]


class Read(NamedTuple):
    """A version of an article as its record gives it.

    Attributes:
        draft: What the record says.
        rank: Where the version stands among the versions of the article.
    """

    draft: Draft
    rank: Rank


def receive(key: bytes | None, value: bytes | None, recorded: datetime) -> Article | Withdrawal:
    """Turn a raw record into a clean article or a withdrawal.

    Args:
        key: The record's key; it names the article only where there is no value.
        value: The record's bytes, or None for a tombstone.
        recorded: When the record was written.

    Raises:
        Rejected: The record cannot be used: `malformed`, `not-utf-8`, `no-uri`, `no-text`, `too-large`, `language`.
    """
    found = read(key, value, recorded)
    return found if isinstance(found, Withdrawal) else cleaned(found)


def read(key: bytes | None, value: bytes | None, recorded: datetime) -> Read | Withdrawal:
    """Read a raw record without cleaning its text, which is most of the work; arguments as of `receive`.

    Raises:
        Rejected: The record cannot be read: `malformed`, `not-utf-8`, `no-uri`, `no-text`.
    """
    if value is None:
        uri = fit_uri(_text_of(key), "a record without a value names no article in its key")
        return Withdrawal(id=article_id(uri), uri=uri, recorded=recorded)
    document = decode(value)
    uri = uri_in(document)
    if is_withdrawn(document):
        return Withdrawal(id=article_id(uri), uri=uri, recorded=recorded, erased=is_erased(document))
    found = draft(document, uri)
    rank = Rank(
        version=found.version,
        created=created(found.created),
        recorded=recorded,
        digest=_digest(value),
        rules=rules.RULES,
    )
    return Read(found, rank)


def cleaned(found: Read) -> Article:
    """Clean the text of a version.

    Raises:
        Rejected: It cannot be used: `no-text`, `too-large`, `language`.
    """
    return _article(found.draft, _cleaned(found.draft), found.rank)


def refusal(value: bytes | None, recorded: datetime, reason: str) -> Refusal | None:
    """Say of a rejected record which version of which article it is; None if its value names none.

    Args:
        value: The record's bytes.
        recorded: When the record was written.
        reason: Why it is rejected.
    """
    if value is None:
        return None
    try:
        uri = uri_in(decode(value))
    except Rejected:
        return None
    return Refusal(
        id=article_id(uri), uri=uri, digest=_digest(value), rules=rules.RULES, recorded=recorded, reason=reason
    )


def _digest(value: bytes) -> str:
    return sha256(value).hexdigest()[:32]


def uri_of(key: bytes | None, value: bytes | None) -> str:
    """The URI that a record is about, as well as can be told: from its value, else its key, else an empty string."""
    if value is not None:
        try:
            return uri_in(decode(value))
        except Rejected:
            pass
    try:
        return fit_uri(_text_of(key), "")
    except Rejected:
        return ""


def raw_text(value: bytes) -> str:
    """Return the text of a raw record as the feed published it, which all offsets count in.

    Raises:
        Rejected: The record cannot be used.
    """
    document = decode(value)
    return draft(document, uri_in(document)).text


def _text_of(key: bytes | None) -> str:
    return (key or b"").decode("utf-8", "replace")


def _cleaned(found: Draft) -> Cleaned:
    size = len(found.text.encode("utf-8", "surrogatepass"))
    if size > MAX_TEXT_BYTES:
        raise Rejected("too-large", f"the text has {size} bytes, {MAX_TEXT_BYTES} are accepted")
    cleaned = clean(found.text, markup=found.markup)
    if not any(word.isalpha() for word in cleaned.words):
        raise Rejected("no-text", "the text holds no words of an article")
    if not is_arabic(cleaned.text, found.language):
        raise Rejected("language", "the text is not Arabic")
    return cleaned


def _article(found: Draft, cleaned: Cleaned, rank: Rank) -> Article:
    stated = parsed(found.published)
    return Article(
        id=article_id(found.uri),
        uri=found.uri,
        rank=rank,
        text=cleaned.text,
        runs=cleaned.runs,
        headline=_one_line(found.headline, markup=found.headline_markup),
        outlet=_one_line(found.outlet),
        language=tag(found.language),
        published=Publication(stated, "feed") if stated else cleaned.published,
        dateline=cleaned.dateline,
        shingles=shingles(cleaned.words),
    )


def _one_line(text: str | None, *, markup: bool = False) -> str | None:
    return one_line(text, markup=markup) or None if text else None
