"""Asides: relative clauses about a subject with a verb of their own, behind which the open verb goes on.

قال الوزير، الذي أعلن استقالته أمس، إن القرار نهائي: the «إن» belongs to قال, which has said nothing yet.
"""

from itertools import pairwise

from streams.lexicon.wording import folded
from streams.quotes.passage import COMMAS, Passage
from streams.quotes.sentences import Sentence
from streams.quotes.tokens import Word

_RELATIVES = folded("الذي التي الذين واللذان اللتان")
_HAVING = folded("قد كان كانت كانوا سبق")
#: Verbs that are nothing without words.
_SAYING = folded("قال أضاف أردف استطرد ختم تابع")
#: Tokens of such a clause, and from the verb before it to it, at most.
_LONGEST = 40
_NEAR = 16


class Asides:
    """Finds the relative clauses of one article that stand between a verb of speech and its content.

    Args:
        passage: The article.
    """

    def __init__(self, passage: Passage) -> None:
        self.tokens = passage.tokens
        self.spans = passage.spans

    def of(self, verbs: list[int], sentence: Sentence) -> dict[int, tuple[int, int]]:
        """Find the clause that parts each verb from its content: its first token, and where the content is announced.

        Args:
            verbs: The verbs of speech of the sentence, in order.
            sentence: The sentence.
        """
        found: dict[int, tuple[int, int]] = {}
        for at, inner in pairwise(verbs):
            relative = inner - 1
            while relative > at and self.tokens.keys[relative] in _HAVING:
                relative -= 1
            if self.tokens.keys[relative] not in _RELATIVES or not self._is_open(at, relative):
                continue
            close = self._close(at, inner, sentence, apart=self.tokens.keys[relative - 1] in COMMAS)
            if close:
                found[at] = (relative, close)
        return found

    def _is_open(self, at: int, relative: int) -> bool:
        """Tell whether nothing that opens content stands between a verb and the clause."""
        verb = self.tokens.words[at]
        if verb is None or verb.cue is None or relative - at > _NEAR or not verb.cue.frames & {"an", "q"}:
            return False
        if verb.cue.form not in {"past", "present"} or verb.cue.object:
            return False
        return not any(self._announces(index) or self._is_quoted(index) for index in range(at + 1, relative))

    def _close(self, at: int, inner: int, sentence: Sentence, *, apart: bool) -> int:
        """Find where content is announced behind the clause: behind its comma, or by the إن that only قال governs."""
        keys = self.tokens.keys
        index, end = inner + 1, min(inner + _LONGEST, sentence.last - 1)
        said = self._says(at) and not self._says(inner)
        while index < end:
            span = self.spans.get(index)
            if span is not None and (span.scare or apart or not said):
                index = span.closing
                continue
            if said and not apart and self._is_quoted(index):
                return index
            behind_comma = apart and keys[index] in COMMAS and keys[index + 1][0] not in "وف"
            if behind_comma and (self._announces(index + 1) or self._is_quoted(index + 1)):
                return index + 1
            if (
                said
                and self._is_qala(at)
                and keys[index][0] not in "وف"
                and self._announces(index)
                and self._has_kasra(index)
            ):
                return index
            index += 1
        return 0

    def _announces(self, at: int) -> bool:
        word: Word | None = self.tokens.words[at]
        return word.that if word is not None else self.tokens.keys[at] == ":"

    def _is_quoted(self, at: int) -> bool:
        span = self.spans.get(at)
        return span is not None and not span.scare

    def _says(self, at: int) -> bool:
        word = self.tokens.words[at]
        return word is not None and word.cue is not None and word.cue.lemma in _SAYING

    def _is_qala(self, at: int) -> bool:
        word = self.tokens.words[at]
        return word is not None and word.cue is not None and word.cue.lemma == "قال"

    def _has_kasra(self, at: int) -> bool:
        return self.tokens.text[self.tokens.starts[at]] == "إ"
