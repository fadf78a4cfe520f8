"""A passage: one article as the rules of quotations look at it, and what they have found so far."""

from dataclasses import dataclass, field

from schemas.quotations import Kind, Stance
from streams.lexicon.wording import PEOPLE_HEADS, folded
from streams.quotes.marks import Span
from streams.quotes.phrases import plain, to_people
from streams.quotes.sources import Sources
from streams.quotes.speakers import Speakers
from streams.quotes.tokens import Tokens

#: Commas of both scripts, and semicolons.
COMMAS = frozenset("،,؛")
#: Nouns of data that stand between بحسب and whose it is (تقديرات الأمم المتحدة).
DATA = folded("""
تقديرات لتقديرات تقرير لتقرير بيان لبيان احصاءات لاحصاءات ارقام لارقام بيانات لبيانات احصاييات ما لما
حصيلة لحصيلة قول لقول اقوال لاقوال رواية لرواية تصريحات لتصريحات
""")
_EDGE = frozenset("،,؛.:-–—…") | {"..", "و", "(", "\n"}


@dataclass(slots=True)
class Draft:
    """A quotation before it points home; everything is told in tokens.

    Attributes:
        kind: `direct`, `mixed` or `indirect`.
        start: First token of the content.
        last: Token after its last one.
        rule: Rule that found the quotation.
        verbatim: Ranges given as the speaker's own words.
        cue: Range of the cue, or None.
        speakers: Who speaks.
        via: Who passes the words on.
        stance: What the cue makes of the content, or None without a cue.
    """

    kind: Kind
    start: int
    last: int
    rule: str
    verbatim: list[tuple[int, int]] = field(default_factory=list)
    cue: tuple[int, int] | None = None
    speakers: Speakers = ()
    via: Speakers = ()
    stance: Stance | None = None


class Passage:
    """One article.

    Attributes:
        tokens: Its words and marks.
        sources: Who speaks in it.
        spans: Its outermost marked stretches by their first token.
        span_of: The marked stretch that each token lies in, or None.
        drafts: The quotations found so far.
    """

    def __init__(self, tokens: Tokens, sources: Sources, marked: list[Span]) -> None:
        self.tokens = tokens
        self.sources = sources
        self.spans = sources.spans
        self.drafts: list[Draft] = []
        self.span_of: list[Span | None] = [None] * len(tokens)
        for span in marked:
            self.span_of[span.opening : span.closing] = [span] * (span.closing - span.opening)

    def trim(self, start: int, last: int) -> tuple[int, int]:
        """Leave out punctuation at the ends of a stretch, and a lone و or closing bracket at its end."""
        keys, words = self.tokens.keys, self.tokens.words
        while start < last and keys[start] in _EDGE and words[start] is None:
            start += 1
        while last > start and keys[last - 1] in _EDGE:
            last -= 1
        if last - start > 1 and keys[last - 1] == ")" and "(" not in keys[start:last]:
            last -= 1
        return start, last

    def names_source(self, at: int) -> bool:
        """Tell whether a source stands behind بحسب."""
        keys = self.tokens.keys
        if at + 1 >= len(keys):
            return False
        word = self.tokens.words[at + 1]
        people = word is not None and (to_people(word) or plain(word) in PEOPLE_HEADS)
        return people or at + 1 in self.sources.starts or keys[at + 1] in DATA
