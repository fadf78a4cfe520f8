"""Reading one raw record: IPTC ninjs 3 in both of its spellings, or the plain subset, into one shape."""

import json
import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NoReturn, TypeVar

import msgspec

from schemas.articles import NinjsArticle, NinjsText, PlainArticle
from streams.errors import Rejected

_MOST = 2**63 - 1
_NUMBER = re.compile(r"\s*\+?(\d{1,18})(?:\.0*)?\s*")
_UNFIT = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\u200e\u200f\ufeff]")
_FORM = TypeVar("_FORM", PlainArticle, NinjsArticle)
_WITHDRAWN = frozenset({"canceled", "cancelled", "withheld"})
_NULLABLE = frozenset({"uri", "text", "bodies"})


@dataclass(frozen=True)
class Draft:
    """An article as its record gives it, before cleaning.

    Attributes:
        uri: Its identity.
        version: Its number, 0 where the record gives none.
        created: What may say when the version was made.
        published: What may say when the article was published, the surest first.
        text: The body.
        markup: Whether the body is HTML.
        headline: The headline, or None.
        headline_markup: Whether the headline is HTML.
        outlet: The outlet, or None.
        language: The language that the feed declares, or None.
    """

    uri: str
    version: int
    created: tuple[str | None, ...]
    published: tuple[str | None, ...]
    text: str
    markup: bool
    headline: str | None
    headline_markup: bool
    outlet: str | None
    language: str | None


def decode(value: bytes) -> dict[str, Any]:
    """Decode the JSON object of a record.

    Control characters and lone surrogates inside strings pass: cleaning takes them out.

    Raises:
        Rejected: The bytes are not UTF-8, not JSON or no object.
    """
    try:
        text = value.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Rejected("not-utf-8", f"byte {error.start} of the record is not UTF-8") from None
    document = _loads(text)
    if not isinstance(document, dict):
        _malformed(f"the record holds {type(document).__name__} where a JSON object is expected")
    return document


def _loads(text: str) -> Any:  # noqa: ANN401 -- whatever JSON holds
    try:
        return msgspec.json.decode(text)
    except RecursionError:
        _malformed("the record is nested too deeply")
    except msgspec.MsgspecError:
        return _loads_leniently(text)


def _loads_leniently(text: str) -> Any:  # noqa: ANN401 -- whatever JSON holds
    """Decode JSON whose strings hold lone surrogates or bare control characters."""
    try:
        return json.loads(text, strict=False, parse_constant=_no_constant)
    except RecursionError:
        _malformed("the record is nested too deeply")
    except ValueError as error:
        _malformed(f"the record is not JSON: {error}")


def _no_constant(name: str) -> NoReturn:
    _malformed(f"the record is not JSON: {name} is no number")


def _malformed(detail: str) -> NoReturn:
    raise Rejected("malformed", detail)


def uri_in(document: dict[str, Any]) -> str:
    """The URI that a record states, without characters that no URI has.

    Raises:
        Rejected: It is missing, empty or no string.
    """
    uri = document.get("uri")
    if uri is None:
        raise Rejected("no-uri", "the record states no `uri`")
    if not isinstance(uri, str):
        _malformed("`uri` is not a string")
    return fit_uri(uri, "the record's `uri` is empty")


def fit_uri(uri: str, otherwise: str) -> str:
    """Take out of a URI what cannot be in one.

    Raises:
        Rejected: Nothing is left; `otherwise` says so.
    """
    fit = _UNFIT.sub("", uri).strip()
    if not fit:
        raise Rejected("no-uri", otherwise)
    return fit


def is_withdrawn(document: dict[str, Any]) -> bool:
    """Whether a record takes its article back."""
    stated = (document.get("pubstatus"), document.get("pubStatus"))
    return any(isinstance(status, str) and status.lower() in _WITHDRAWN for status in stated)


def is_erased(document: dict[str, Any]) -> bool:
    """Whether a record that takes its article back wants it forgotten."""
    return document.get("erased") is True


def draft(document: dict[str, Any], uri: str) -> Draft:
    """Read an article out of its record.

    Args:
        document: The record.
        uri: The URI found in it.

    Raises:
        Rejected: A field has a wrong type, or there is no text.
    """
    if document.get("bodies") is None and document.get("text") is None:
        raise Rejected("no-text", "the record has neither `text` nor `bodies`")
    if document.get("bodies") is not None:
        return _ninjs(_as(NinjsArticle, document), uri)
    return _plain(_as(PlainArticle, document), uri)


def _as(form: type[_FORM], document: dict[str, Any]) -> _FORM:
    stated = {name: value for name, value in document.items() if value is not None or name in _NULLABLE}
    version = stated.get("version")
    if isinstance(version, float):
        stated["version"] = math.floor(version) if math.isfinite(version) else 0
    try:
        return msgspec.convert(stated, form)
    except msgspec.ValidationError as error:
        _malformed(f"the record does not have the form of an article: {error}")


def _plain(article: PlainArticle, uri: str) -> Draft:
    return Draft(
        uri=uri,
        version=_version(article.version),
        created=(),
        published=(article.published,),
        text=article.text,
        markup=False,
        headline=article.headline,
        headline_markup=False,
        outlet=article.outlet,
        language=article.language,
    )


def _ninjs(article: NinjsArticle, uri: str) -> Draft:
    body = _chosen(article.bodies)
    if body is None:
        raise Rejected("no-text", "`bodies` is empty")
    headline = _chosen(article.headlines)
    names = [source.name for source in article.infosources if source.name]
    return Draft(
        uri=uri,
        version=_version(article.version),
        created=(article.versioncreated,),
        published=(article.firstcreated, article.versioncreated, article.contentcreated),
        text=body.value,
        markup=_is_markup(body),
        headline=headline.value if headline else None,
        headline_markup=headline is not None and _is_markup(headline),
        outlet=next(iter(names), article.by),
        language=article.language,
    )


def _chosen(texts: Sequence[NinjsText]) -> NinjsText | None:
    """The text with the role `main`, else the first plain one, else the first."""
    main = [text for text in texts if (text.role or "").lower() == "main"] or texts
    plain = [text for text in main if not _is_markup(text)]
    return next(iter(plain or main), None)


def _is_markup(text: NinjsText) -> bool:
    return (text.contenttype or "").lower().split(";")[0].strip() in {"text/html", "application/xhtml+xml"}


def _version(stated: int | str | None) -> int:
    """A version as a number that every reader of JSON holds; what is no number is 0."""
    if isinstance(stated, int):
        return min(max(stated, 0), _MOST)
    number = _NUMBER.fullmatch(stated or "")
    return int(number.group(1)) if number else 0
