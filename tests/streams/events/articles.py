"""Articles made by hand, as the quotes stage would hand them over."""

from datetime import UTC, datetime

from schemas.articles import Article, Publication, QuotedArticle, Run
from schemas.folding import words
from schemas.ids import article_id, quotation_ids, unknown_actor_id
from schemas.quotations import Mention, Quotation
from schemas.ranks import Rank
from schemas.text import Extract, Party

RANK = Rank(version=0, created="", recorded=datetime(2018, 5, 1, tzinfo=UTC), digest="0" * 32, rules=1)


def article(text: str, published: str | None = None, runs: list[Run] | None = None) -> Article:
    """An article whose cleaned text is its raw one, unless `runs` say otherwise."""
    uri = "urn:test:article"
    return Article(
        id=article_id(uri),
        uri=uri,
        rank=RANK,
        text=text,
        runs=runs if runs is not None else [Run(0, 0, len(text))],
        published=Publication(published, "feed") if published else None,
    )


def mention(text: str, words: str, actor: str | None = None, name: str | None = None, kind: str = "person") -> Mention:
    """The first place where `text` has `words`, as a mention of an actor."""
    start = text.index(words)
    extract = Extract(start, start + len(words), words)
    full = name or words
    return Mention(extract, actor or unknown_actor_id(full), full, "test", kind)  # type: ignore[arg-type]


def quotation(text: str, content: str, speaker: Party | None = None, cue: str | None = None) -> Quotation:
    """The first place where `text` has `content`, as a direct quotation."""
    start = text.index(content)
    extract = Extract(start, start + len(content), content)
    at = text.index(cue) if cue else 0
    return Quotation(
        id=quotation_ids("test", [words(content)])[0],
        kind="direct",
        content=extract,
        verbatim=[extract],
        cue=Extract(at, at + len(cue), cue) if cue else None,
        speakers=[speaker] if speaker else [],
        rule="test",
    )


def quoted(
    text: str,
    published: str | None = None,
    mentions: list[Mention] | None = None,
    quotations: list[Quotation] | None = None,
) -> QuotedArticle:
    """An article with its mentions and quotations."""
    return QuotedArticle(article=article(text, published), mentions=mentions or [], quotations=quotations or [])
