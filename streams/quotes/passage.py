"""A passage: one article as the rules of quotations look at it, and what they have found so far."""

from bisect import bisect_left

from msgspec import Struct, field

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


class Draft(Struct):
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
        openings: Where marked stretches open, in order.
    """

    def __init__(self, tokens: Tokens, sources: Sources, marked: list[Span]) -> None:
        self.tokens = tokens
        self.sources = sources
        self.spans = sources.spans
        self.drafts: list[Draft] = []
        self.span_of = _covered(len(tokens), marked)
        self.openings = sorted(self.spans)

    def told_in(self, first: int, last: int) -> list[int]:
        """Return the words from token `first` to before `last` that may report or credit."""
        telling = self.tokens.telling
        return telling[bisect_left(telling, first) : bisect_left(telling, last)]

    def spans_in(self, first: int, last: int) -> list[Span]:
        """Return the marked stretches that open from token `first` to before token `last`."""
        opened = self.openings[bisect_left(self.openings, first) : bisect_left(self.openings, last)]
        return [self.spans[at] for at in opened]

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
        if keys[at].endswith("ما") and word is not None and word.cue is not None:
            return True
        if (span := self.spans.get(at + 1)) is not None and span.scare:
            return span.first in self.sources.starts
        people = word is not None and (to_people(word) or plain(word) in PEOPLE_HEADS)
        return people or at + 1 in self.sources.starts or keys[at + 1] in DATA


def _covered(size: int, marked: list[Span]) -> list[Span | None]:
    """Return for each token the marked stretch it lies in, of several the one that opened last, or None."""
    covered: list[Span | None] = [None] * size
    around: list[Span] = []
    at = 0
    for span in [*marked, None]:
        stop = size if span is None else span.opening
        while around and at < stop:
            end = min(around[-1].closing, stop)
            if end > at:
                covered[at:end] = [around[-1]] * (end - at)
                at = end
            if around[-1].closing <= at:
                around.pop()
        at = stop
        if span is not None:
            around.append(span)
    return covered
