"""Moments: when something was said, where the sentence of the report says so."""

from collections.abc import Sequence
from functools import cached_property

from schemas.articles import Article
from schemas.dates import EventDate
from streams.alignment import Alignment
from streams.dates.calendar import Calendar
from streams.dates.page import Page
from streams.lexicon.wording import folded
from streams.quotes.passage import COMMAS, Draft
from streams.quotes.sources import Sources
from streams.quotes.surroundings import RELATIVES
from streams.quotes.tokens import MARKS, Tokens

#: So many words before a verb of speech may date it (اليوم الثلاثاء أعلن ...).
_BEFORE = 4
#: Words that take up a day told before (في اليوم نفسه).
_TAKEN_UP = folded("نفسه نفسها ذاته ذاتها عينه التالي التالية")
#: So many words on either side decide on what an expression of time means (في اليوم نفسه).
_MARGIN = 4
#: Words between a verb of speech and its content that something else is dated behind (بعد هجوم الجمعة).
_APART = RELATIVES | folded("""
بعد قبل منذ عقب إثر حتى بشأن حول عن على ردا تعليقا بخصوص بمناسبة منتصف نهاية بداية مطلع أواخر أوائل
""")

#: What may stand between a quotation and the participle that goes on with it.
_PAUSES = COMMAS | MARKS


class Moments:
    """Reads when the quotations of an article were said.

    Args:
        article: The article.
        tokens: Its words and marks.
        sources: Who is named in it.
        alignment: From the cleaned text to the raw one.
    """

    def __init__(self, article: Article, tokens: Tokens, sources: Sources, alignment: Alignment) -> None:
        self._tokens = tokens
        self._sources = sources
        self._article = article
        self._alignment = alignment

    @cached_property
    def _published(self) -> str | None:
        return self._article.published.value if self._article.published else None

    @cached_property
    def _whole(self) -> Calendar:
        """The whole article's: for a date without an hour, whose day the text settles, and days that are taken up."""
        return Calendar.of(Page.of(self._article.text), self._published)

    def _calendar(self, first: int, last: int) -> tuple[Calendar, int]:
        """Return a calendar that has the words between two tokens, and the offset at which its text begins."""
        tokens = self._tokens
        near = tokens.keys[max(first - _MARGIN, 0) : last + _MARGIN]
        if self._published is None or "T" not in self._published or not _TAKEN_UP.isdisjoint(near):
            return self._whole, 0
        start, end = tokens.starts[max(first - _MARGIN, 0)], tokens.ends[min(last + _MARGIN, len(tokens)) - 1]
        return Calendar.of(Page.of(self._article.text[start:end]), self._published), start

    def all(self, drafts: Sequence[Draft]) -> list[EventDate | None]:
        """Return when each of the quotations of an article was said; they are in the order of the text.

        A participle goes on with what its speaker says: قال الوزير الجمعة إن ...، مضيفا أن ....
        """
        found: list[EventDate | None] = []
        before: Draft | None = None
        for draft in drafts:
            date = self.of(draft)
            if date is None and before is not None and self._goes_on(before, draft):
                date = found[-1]
            found.append(date)
            before = draft
        return found

    def _goes_on(self, before: Draft, draft: Draft) -> bool:
        """Tell whether a quotation is the participle's right behind another of the same speaker."""
        if draft.cue is None or not before.speakers or _names(before) != _names(draft):
            return False
        tokens = self._tokens
        word = tokens.words[draft.cue[0]]
        participle = word is not None and word.cue is not None and word.cue.form == "participle"
        return participle and all(tokens.keys[at] in _PAUSES for at in range(before.last, draft.cue[0]))

    def of(self, draft: Draft) -> EventDate | None:
        """Return the date between the cue and the content, or right before the cue; None where none is or resolves."""
        if draft.cue is None or draft.cue[0] >= draft.start:
            return None
        return self._within(draft.cue[1], self._reach(draft)) or self._within(self._lead(draft.cue[0]), draft.cue[0])

    def _reach(self, draft: Draft) -> int:
        """Return where the words end that may date the verb: at the content, or where they tell of something else."""
        _, at = draft.cue or (0, 0)
        while at < draft.start and self._tokens.keys[at] not in _APART:
            at += 1
        return at

    def _lead(self, cue: int) -> int:
        """Return where the words begin that stand right before a cue and may date it."""
        words, keys, at = self._tokens.words, self._tokens.keys, cue
        while at > max(cue - _BEFORE, 0) and (word := words[at - 1]) is not None and keys[at - 1] not in _APART:
            if word.cue or word.that:
                break
            at -= 1
        paused = at == 0 or (words[at - 1] is None and keys[at - 1] not in COMMAS)
        return at if paused else cue

    def _within(self, first: int, last: int) -> EventDate | None:
        """Resolve the expression of time that lies wholly between two tokens."""
        if not any(map(self._tells_time, range(first, last))):
            return None
        start, end = self._tokens.starts[first], self._tokens.ends[last - 1]
        calendar, base = self._calendar(first, last)
        page = calendar.page
        for found in calendar.found:
            one, two = base + page.starts[found.first], base + page.ends[found.last - 1]
            if start <= one and two <= end:
                value = calendar.resolve(found, "past")
                where = self._alignment.extract(one, two)
                return EventDate(value, where, found.rule) if value else None
        return None

    def _tells_time(self, at: int) -> bool:
        """Tell whether a word may be of an expression of time and is no part of a name (مايو as a surname)."""
        word = self._tokens.words[at]
        return word is not None and (word.time or word.key[0].isdigit()) and at not in self._sources.at


def _names(draft: Draft) -> list[str]:
    return [speaker.actor or speaker.name for speaker in draft.speakers]
