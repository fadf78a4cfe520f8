"""Quotation marks: which of them open, which close, and what lies between.

Marks of news do not balance: closing marks open, marks are doubled, marks of one kind nest, a quotation never closes.
So the side of a mark is read from what stands around it and only then from its shape, runs of marks count as one, and
what is open at the end of a paragraph ends there.
"""

from itertools import compress, count

from msgspec import Struct

from streams.lexicon.wording import NAMING
from streams.quotes.tokens import MARKS, Tokens

_OPENING = frozenset("«“„‹〝")
_CLOSING = frozenset("»”›〞")
_BEFORE_OPENING = frozenset("([{:،,.؛-–—…/\n")
_AFTER_CLOSING = frozenset(")]}.،,؛:؟?!…-–—/\n")
_CLITICS = frozenset("وفبلك")
#: No quotation that nothing closes has more words; else thousands of marks would each reach to the end of the text.
_LONGEST = 500
#: Longest name in marks, in words.
_NAME = 4
_READ = MARKS | {"\n"}
_TERMINAL = frozenset([".", "؟", "?", "!", "..", ":"])


class Span(Struct):
    """A marked stretch.

    Attributes:
        opening: First token of the opening run of marks.
        first: First token inside.
        last: Token after the last one inside.
        closing: Token after the closing run; equal to `last` where nothing closes.
        closed: Whether a mark closes it.
        depth: 0 for an outermost stretch.
        used: Whether a quotation took it.
        scare: Whether it marks a name or a term.
    """

    opening: int
    first: int
    last: int
    closing: int
    closed: bool
    depth: int
    used: bool = False
    scare: bool = False

    @property
    def size(self) -> int:
        """Number of tokens inside."""
        return self.last - self.first


def spans(tokens: Tokens) -> list[Span]:
    """Find the outermost marked stretches of a text, in order."""
    reader = _Reader(tokens)
    return reader.read()


class _Reader:
    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.found: list[Span] = []
        self.stack: list[Span] = []

    def read(self) -> list[Span]:
        keys, past = self.tokens.keys, 0
        for at in compress(count(), map(_READ.__contains__, keys)):
            if keys[at] == "\n":
                if self.stack and not self._wrapped(at):
                    self._give_up(at)
            elif at >= past:
                past = self._run(at)
                self._mark(at, past)
        if self.stack:
            self._give_up(len(keys))
        return sorted((s for s in self.found if s.depth == 0 and s.last > s.first), key=lambda s: s.opening)

    def _run(self, at: int) -> int:
        tokens, end = self.tokens, at + 1
        while end < len(tokens) and tokens.keys[end] in MARKS and tokens.starts[end] == tokens.ends[end - 1]:
            end += 1
        return end

    def _opens(self, at: int, end: int) -> bool:
        """Tell from what stands around a run of marks, and then from its shape, whether it opens."""
        text, tokens = self.tokens.text, self.tokens
        start, stop = tokens.starts[at], tokens.ends[end - 1]
        before, after = text[start - 1 : start], text[stop : stop + 1]
        clitic = at > 0 and tokens.ends[at - 1] == start and tokens.keys[at - 1] in _CLITICS
        free_before = not before or before.isspace() or before in _BEFORE_OPENING or clitic
        free_after = not after or after.isspace() or after in _AFTER_CLOSING
        if free_before and not free_after:
            return not (self.stack and before in {"،", ".", ","} and text[stop : stop + 1].isspace())
        if free_after and not free_before and (self.stack or not self._glued(at)):
            return False
        key = tokens.keys[at]
        if at and tokens.keys[at - 1] == ":":
            return True
        if self.stack:
            return key in _OPENING and not free_after
        return key not in _CLOSING or not free_after

    def _glued(self, at: int) -> bool:
        """Tell whether a mark that shows no side stands right behind أن or a colon (قال إن" الجسر آمن")."""
        if not at or self.tokens.keys[at] in _CLOSING:
            return False
        word = self.tokens.words[at - 1]
        return self.tokens.keys[at - 1] == ":" or (word is not None and word.that)

    def _mark(self, at: int, end: int) -> None:
        if self._opens(at, end):
            if self.stack and self._names(at):
                self._close(at, at)
            self.stack.append(Span(at, end, end, end, closed=False, depth=len(self.stack)))
            return
        for level in range(min(end - at, len(self.stack))):
            self._close(at + level, end)

    def _names(self, at: int) -> bool:
        """Tell whether a mark that opens also closes the name before it (قالت إذاعة "صوت النيل "بدأت ...")."""
        keys, outer = self.tokens.keys, self.stack[-1]
        if keys[at] != keys[outer.opening] or keys[at] in _OPENING or at - outer.first > _NAME or outer.opening < 1:
            return False
        before = self.tokens.words[outer.opening - 1]
        return before is not None and (bool(before.body) or before.key in NAMING)

    def _close(self, at: int, end: int) -> None:
        span = self.stack.pop()
        span.last, span.closing, span.closed = at, end, True
        span.depth = len(self.stack)
        self.found.append(span)

    def _wrapped(self, at: int) -> bool:
        """Tell whether a line feed inside marks only wraps a line: a word stands before it, and a mark closes soon."""
        tokens = self.tokens
        if at == 0 or at + 1 >= len(tokens) or tokens.words[at - 1] is None or tokens.words[at + 1] is None:
            return False
        for index in range(at + 1, min(at + 80, len(tokens))):
            if tokens.keys[index] == "\n":
                return False
            if tokens.keys[index] in MARKS:
                return not self._opens(index, self._run(index))
        return False

    def _give_up(self, at: int) -> None:
        """End what is still open at the end of a paragraph, or where a new report begins before it."""
        outer = self.stack[0]
        outer.last = outer.closing = self._report(outer, min(at, outer.first + _LONGEST))
        if outer.last < at:
            for span in reversed(self.found):
                if span.opening < outer.last:
                    break
                span.depth = max(span.depth - 1, 0)
            for span in self.stack[1:]:
                if span.opening >= outer.last:
                    span.last = span.closing = min(at, span.first + _LONGEST)
                    span.depth = 0
                    self.found.append(span)
        while outer.last > outer.first and self.tokens.keys[outer.last - 1] == "\n":
            outer.last -= 1
        outer.depth = 0
        self.found.append(outer)
        self.stack.clear()

    def _report(self, outer: Span, at: int) -> int:
        """Return where a sentence ends inside an unclosed stretch that a report (وأضاف) follows, or the end."""
        tokens = self.tokens
        for index in range(outer.first, at - 1):
            word = tokens.words[index + 1]
            if word is None or not word.cue:
                continue
            if tokens.keys[index] in _TERMINAL and word.key.startswith("و"):
                return index
            if tokens.keys[index] == "،" and word.cue.form == "participle":
                return index
        return at
