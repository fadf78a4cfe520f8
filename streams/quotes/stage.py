"""The stage itself: from a cleaned article to its mentions and quotations."""

from schemas.articles import Article, QuotedArticle
from schemas.dates import EventDate
from schemas.ids import quotation_ids
from schemas.quotations import Mention, Quotation
from schemas.text import Party
from streams.alignment import Alignment
from streams.quotes import marks, mentions, scare
from streams.quotes.extract import Extractor
from streams.quotes.found import Found
from streams.quotes.moments import Moments
from streams.quotes.passage import Draft
from streams.quotes.refer import Referents
from streams.quotes.sentences import sentences
from streams.quotes.sources import Sources
from streams.quotes.speakers import Speaker
from streams.quotes.tokens import Tokens


def quote(article: Article) -> QuotedArticle:
    """Find the mentions and quotations of a cleaned article.

    Args:
        article: The article; its `text` is read, and everything found points into the raw text through its `runs`.

    Returns:
        The article with its mentions and quotations, both in the order of the text.
    """
    tokens = Tokens(article.text)
    date = article.published.value[:10] if article.published else ""
    referents = Referents(tokens, mentions.find(tokens), date)
    marked = marks.spans(tokens)
    scare.judge(tokens, referents, marked)
    sources = Sources(tokens, referents, marked)
    drafts = Extractor(tokens, sources, marked).read(sentences(tokens, marked))
    alignment = Alignment.of(article)
    return QuotedArticle(
        article=article,
        mentions=[_mention(alignment, found) for found in referents.mentions],
        quotations=_quotations(article.id, alignment, tokens, drafts, Moments(article, tokens, sources, alignment)),
    )


def _mention(alignment: Alignment, found: Found) -> Mention:
    return Mention(alignment.extract(found.start, found.end), found.actor, found.full, found.rule, found.kind)


def _quotations(
    article: str, alignment: Alignment, tokens: Tokens, drafts: list[Draft], moments: Moments
) -> list[Quotation]:
    ids = quotation_ids(article, [tokens.spoken(draft.start, draft.last) for draft in drafts])
    dates = moments.all(drafts)
    return [
        _quotation(name, alignment, tokens, draft, date) for name, draft, date in zip(ids, drafts, dates, strict=True)
    ]


def _quotation(name: str, alignment: Alignment, tokens: Tokens, draft: Draft, date: EventDate | None) -> Quotation:
    def extract(first: int, last: int):  # type: ignore[no-untyped-def] # noqa: ANN202
        return alignment.extract(tokens.starts[first], tokens.ends[last - 1])

    return Quotation(
        id=name,
        kind=draft.kind,
        content=extract(draft.start, draft.last),
        verbatim=[extract(first, last) for first, last in draft.verbatim],
        cue=extract(*draft.cue) if draft.cue else None,
        speakers=[_party(alignment, speaker) for speaker in draft.speakers],
        via=_party(alignment, draft.via[0]) if draft.via else None,
        stance=draft.stance,
        negated=draft.stance == "denial",
        date=date,
        rule=draft.rule,
    )


def _party(alignment: Alignment, speaker: Speaker) -> Party:
    mention = alignment.extract(speaker.start, speaker.end) if speaker.start >= 0 else None
    return Party(speaker.actor, speaker.name, mention, speaker.rule)
