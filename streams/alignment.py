"""How a cleaned text lies in the raw one.

Stages work on the cleaned text of an article; what they publish points into the raw text. An `Alignment` turns a
stretch of one into a stretch of the other.
"""

from bisect import bisect_right
from collections.abc import Sequence

from schemas.articles import Article, Run
from schemas.text import Extract


class Alignment:
    """The alignment of one cleaned text with its raw text.

    Args:
        text: The cleaned text.
        runs: Its runs, sorted, covering every character of `text` that stands for a raw one.
    """

    def __init__(self, text: str, runs: Sequence[Run]) -> None:
        self.text = text
        self._runs = runs
        self._clean = [run.clean for run in runs]
        self._raw = [run.raw for run in runs]
        self._ends = [run.raw + run.length * run.width for run in runs]

    @classmethod
    def of(cls, article: Article) -> "Alignment":
        """Return the alignment of an article."""
        return cls(article.text, article.runs)

    def raw_start(self, clean: int) -> int:
        """Offset of the raw character that the cleaned character at `clean` begins with."""
        run = self._runs[max(bisect_right(self._clean, clean) - 1, 0)]
        inside = min(max(clean - run.clean, 0), run.length - 1)
        return run.raw + inside * run.width

    def raw_end(self, clean: int) -> int:
        """Offset after the raw character that the cleaned character before `clean` ends with."""
        run = self._runs[max(bisect_right(self._clean, clean - 1) - 1, 0)]
        inside = min(max(clean - 1 - run.clean, 0), run.length - 1)
        return run.raw + (inside + 1) * run.width

    def extract(self, start: int, end: int) -> Extract:
        """Point a stretch of the cleaned text home.

        Raises:
            ValueError: The stretch is empty or does not lie in the text.
        """
        if not 0 <= start < end <= len(self.text):
            message = f"[{start}, {end}) is no stretch of a text of {len(self.text)} characters"
            raise ValueError(message)
        run = self._runs[(bisect_right(self._clean, start) or 1) - 1]
        first, last = start - run.clean, end - run.clean
        if first >= 0 and last <= run.length:  # most stretches lie in one run
            return Extract(run.raw + first * run.width, run.raw + last * run.width, self.text[start:end])
        return Extract(self.raw_start(start), self.raw_end(end), self.text[start:end])

    def clean_start(self, raw: int) -> int:
        """Offset of the cleaned character that the raw character at `raw`, or the next one kept, begins with."""
        index = bisect_right(self._raw, raw) - 1
        if index < 0:
            return self._clean[0] if self._clean else 0
        while index and self._ends[index - 1] > raw:  # the letters of a ligature stand for one raw character
            index -= 1
        run = self._runs[index]
        inside = (raw - run.raw) // run.width
        if inside < run.length:
            return run.clean + inside
        return self._runs[index + 1].clean if index + 1 < len(self._runs) else len(self.text)

    def clean_span(self, extract: Extract) -> tuple[int, int]:
        """Return where an extract lies in the cleaned text; the inverse of `extract`."""
        start = self.clean_start(extract.start)
        return start, start + len(extract.text)
