"""The stage itself: from a cleaned article to its mentions and quotations."""

from schemas.articles import Article, QuotedArticle
from schemas.quotations import Mention
from streams.alignment import Alignment
from streams.quotes.mentions import Found, find
from streams.quotes.refer import Referents
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
    referents = Referents(tokens, find(tokens), date)
    alignment = Alignment.of(article)
    mentions = [_mention(alignment, found) for found in referents.mentions]
    return QuotedArticle(article=article, mentions=mentions, quotations=[])


def _mention(alignment: Alignment, found: Found) -> Mention:
    return Mention(alignment.extract(found.start, found.end), found.actor, found.full, found.rule, found.kind)
