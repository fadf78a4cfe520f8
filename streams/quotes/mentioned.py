"""The mentions of an article as speakers: who each stands for, and whom duals mean."""

from bisect import bisect_right
from itertools import pairwise
from operator import itemgetter

from schemas.folding import words
from schemas.ids import unknown_actor_id
from streams.lexicon.wording import folded
from streams.quotes.found import Found
from streams.quotes.marks import Span
from streams.quotes.phrases import alike
from streams.quotes.refer import Referents
from streams.quotes.speakers import Speaker, Speakers
from streams.quotes.tokens import Tokens

_COMMAS = frozenset("،,")
#: Plurals of documents, which are feminine.
_DOCUMENTS = folded("تقارير وثائق")
#: A dual stands for one of so many pairs that were named last.
_PAIRS = 16
_DUALS = folded("""
الجانبان الجانبين الطرفان الطرفين البلدان البلدين الوزيران الوزيرين الرييسان الرييسين الزعيمان الزعيمين
الدولتان الدولتين
""")
#: States whose names are masculine.
_MASCULINE = frozenset(["jordan", "iraq", "lebanon", "morocco", "yemen", "sudan", "vatican", "south-sudan"])


class Mentioned:
    """The mentions of one article.

    Args:
        tokens: The article.
        referents: Its persons and mentions.
        marked: Its marked stretches.
    """

    def __init__(self, tokens: Tokens, referents: Referents, marked: list[Span]) -> None:
        self.tokens = tokens
        self.referents = referents
        self.at: dict[int, Found] = {}
        self.starts: dict[int, Found] = {}
        for mention in referents.mentions:
            self.starts[mention.first] = mention
            for index in range(mention.first, mention.last):
                self.at[index] = mention
        self.spans: dict[int, Span] = {span.opening: span for span in marked}
        self.recent: list[Speakers] = []
        self.issuer: Speaker | None = None
        self.document: str = ""
        self.pairs = self._pairs()

    def _speaker(self, mention: Found, last: int) -> Speaker:
        end = self.tokens.ends[last - 1]
        name = mention.full
        actor = mention.actor
        if last > mention.last:
            name = self.tokens.text[mention.start : end]
            actor = unknown_actor_id(name) if mention.state or mention.actor else None
        person = self.referents.person_at.get(mention.first)
        feminine = person.feminine if person and person.feminine is not None else mention.feminine
        if mention.actor in _MASCULINE and mention.kind == "state":
            feminine = False
        if mention.kind == "document":
            noun = words(mention.name)[0].removeprefix("ال")
            feminine = noun.endswith(("ه", "ات")) or noun in _DOCUMENTS
        return Speaker(
            actor, name, mention.start, end, "speaker.after-verb", feminine,
            human=mention.kind in {"person", "office"},
        )  # fmt: skip

    def _pair(self, key: str, at: int) -> Speakers:
        """Return who الجانبان or الوزيران are: the two who are named together last before a token."""
        if key not in _DUALS:
            return ()
        return next((pair for _, pair in self.pairs_before(at)), ())

    def pairs_before(self, at: int) -> list[tuple[int, Speakers]]:
        """Return the last pairs that are named before a token, the nearest first, each with the token behind it."""
        named = bisect_right(self.pairs, at, key=itemgetter(0))
        return self.pairs[max(named - _PAIRS, 0) : named][::-1]

    def _pairs(self) -> list[tuple[int, Speakers]]:
        """Find the pairs of actors that و joins."""
        found: list[tuple[int, Speakers]] = []
        keys = self.tokens.keys
        for one, other in pairwise(self.referents.mentions):
            at = one.last + (1 if one.last < len(keys) and keys[one.last] in _COMMAS else 0)
            joined = other.first == at and other.start > self.tokens.starts[at] and keys[at][0] == "و"
            if joined and alike(one, other) and one.kind in {"person", "office", "state"}:
                found.append((other.last, (self._speaker(one, one.last), self._speaker(other, other.last))))
        return found
