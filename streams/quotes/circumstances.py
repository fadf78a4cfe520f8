"""Circumstances: what stands between a verb of speech and its content and tells when, where or whom somebody asks."""

from streams.lexicon.cues import Cue
from streams.lexicon.grammar import COMING
from streams.quotes import surroundings
from streams.quotes.sources import Sources
from streams.quotes.speakers import Speakers
from streams.quotes.tokens import Tokens, Word


class Circumstances:
    """Walks from a verb on, over what is neither its subject nor its content.

    Args:
        tokens: The article.
        sources: Who speaks in it.
        at: The verb.
        cue: What it is.
        end: Token before which the content has to begin.
    """

    def __init__(self, tokens: Tokens, sources: Sources, at: int, cue: Cue, end: int) -> None:
        self.tokens = tokens
        self.sources = sources
        self.cue = cue
        self.verb = at
        self.at = at + 1
        self.end = end
        self.speakers: Speakers = ()
        self.via: Speakers = ()
        self.tried = False
        self.adjunct = False

    def _over(self, word: Word) -> bool:  # noqa: PLR0911 -- one return for each case
        """Step over what tells when or where something was said (في وقت سابق، في بيان له) or whom somebody asks."""
        keys, words = self.tokens.keys, self.tokens.words
        if word.key in surroundings.FROM_WHOM and self.cue.lemma == "طلب" and not self.adjunct:
            self.at += 1
            return True
        if word.key == "من" and self.cue.lemma == "طلب" and not self.adjunct:
            self.at = self._asked(self.at + 1)
            self.tried = True
            return True
        if word.key == "نقلا" and keys[self.at + 1 : self.at + 2] == ["عن"]:
            self.speakers, self.via, self.at = self.sources.on_behalf(self.at + 2, self.end, self.speakers)
            return True
        if word.key != "في" or self.at + 1 >= self.end:
            return False
        if keys[self.at + 1][0].isdigit() and not self.adjunct:
            self._over_date()
            return True
        if keys[self.at + 1] not in surroundings.SETTINGS:
            return False
        at = self.at + 2
        while at < self.end and (inner := words[at]) is not None and keys[at] not in surroundings.WHEN:
            if keys[at] not in surroundings.SET_OFF and not inner.time:
                break
            at += 1
        self.adjunct = self.adjunct or keys[at - 1] in surroundings.HELD
        self.tried = self.tried or at not in self.sources.starts
        if self.speakers and keys[self.at + 1] == "بيان":
            self.sources.issuer = self.speakers[0]
        self.at = at
        return True

    def _asked(self, at: int) -> int:
        """Step over whom somebody asks, up to the definite noun that is asked for (من دول العالم التوقف عن ...)."""
        found, last = self.sources.subject(at, self.end, strict=False)
        if not found or at in self.sources.starts:
            return last if found else at
        chain = next((i + 1 for i in range(at, last) if self.tokens.keys[i].startswith("ال")), last)
        while (
            chain < last and (word := self.tokens.words[chain]) is not None and (word.state or word.key.endswith("يه"))
        ):
            chain += 1
        return chain

    def _over_date(self) -> None:
        """Step over في with the date behind it (في 6 كانون الأول/ديسمبر 2017)."""
        words, keys = self.tokens.words, self.tokens.keys
        self.at += 2
        while self.at < self.end and (
            keys[self.at] == "/"
            or keys[self.at].isdigit()
            or ((word := words[self.at]) is not None and (word.time or word.key in COMING))
        ):
            self.at += 1

    def _when(self) -> None:
        """Step over قبل ذلك or منذ أيام; what else follows is told of the circumstances."""
        following = self.tokens.words[self.at + 1] if self.at + 1 < self.end else None
        if following is not None and (following.time or following.key in surroundings.SPANS):
            self.at += 1
        else:
            self.adjunct = self.tried = True

    def _is_day(self) -> bool:
        """Tell whether a number is the day of a date (29 كانون الأول)."""
        following = self.tokens.words[self.at + 1] if self.at + 1 < self.end else None
        return self.tokens.keys[self.at].isdigit() and following is not None and following.time

    def _within(self, at: int) -> bool:
        """Tell whether a token is the second or a later one of a mention."""
        mention = self.sources.at.get(at)
        return mention is not None and mention.first < at

    def _is_place(self, at: int) -> bool:
        mention = self.sources.starts.get(at)
        return mention is not None and mention.kind == "state"
