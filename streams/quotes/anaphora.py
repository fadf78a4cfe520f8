"""Anaphora: who is meant by a noun with its article alone, by المصدر نفسه, by الأخير, and by a number of states."""

from bisect import bisect_right
from operator import attrgetter

from msgspec.structs import replace

from schemas.folding import words
from streams.lexicon.wording import folded
from streams.quotes.found import Found
from streams.quotes.nounphrases import NounPhrases
from streams.quotes.phrases import alike
from streams.quotes.speakers import Speaker, Speakers

_COMMAS = frozenset("،,")
_RECENT = 6
_LATTER = folded("الأخير الأخيرة")
#: Characters within which الأخير has to follow whom it means.
_FAR = 300
_SELF = folded("نفسه نفسها ذاته ذاتها عينه عينها")
#: Whose words are repeated: behind نفسه whoever spoke last, whatever he was called.
_SOURCE = folded("المصدر")
_SOURCES = folded("مصدر مصدرا المصدر مصادر")
_NEAR = 60
_STATES = frozenset(["state"])
_PERSONS = frozenset(["person", "office"])
#: Who a number with its article counts -> how many, and of what sort (الدول الثلاث، القادة الأربعة).
_COUNTS = {
    f"ال{stem}{end}": size for size, stem in enumerate(words("ثلاث أربع خمس ست سبع"), start=3) for end in ("", "ه")
}
_COUNTED = dict.fromkeys(folded("الدول البلدان الحكومات العواصم الأطراف"), _STATES) | dict.fromkeys(
    folded("القادة الزعماء الرؤساء الوزراء المسؤولون المتهمون النواب الخبراء الناشطون"), _PERSONS
)
_LIST = 3
#: Characters within which a number has to follow the list that it counts.
_AGO = 6000


class Anaphora(NounPhrases):
    """Reads what stands for somebody named before in one article."""

    def _again(self, found: Speakers, last: int) -> tuple[Speakers, int]:
        """Find who is meant by a bare noun (المصادر، المسؤولة): the last speaker who was called by it."""
        if len(found) != 1 or found[0].actor or not found[0].name.startswith("ال"):
            return found, last
        noun = words(found[0].name)
        if noun[0] in _LATTER and (latter := self._latter(found[0])):
            return (latter,), last
        if len(noun) > 1 and noun[1] not in _SELF:
            return self._counted_last(noun, found[0].start) or found, last
        same = self._called_so(noun, bisect_right(self.tokens.starts, found[0].start) - 1)
        return (
            tuple(
                replace(speaker, start=found[0].start, end=found[0].end, rule="speaker.bare-noun") for speaker in same
            )
            or found
        ), last

    def _called_so(self, noun: list[str], at: int) -> Speakers:
        """Find the last speaker who was called by a noun, or whoever spoke last where نفسه says so of a source."""
        for speakers in reversed(self.recent[-_RECENT:]):
            named = words(speakers[0].name)[:1] if len(speakers) == 1 else []
            if named and noun and named[0].removeprefix("ال") in {noun[0][2:], f"{noun[0][2:]}ا"}:
                return speakers
        repeated = noun[0] in _SOURCE and len(noun) > 1 and bool(self.recent)
        return self.recent[-1] if repeated and len(self.recent[-1]) == 1 and not self._tells_of_source(at) else ()

    def _tells_of_source(self, at: int) -> bool:
        """Tell whether a source is told of shortly before a token that never spoke (علمت الوكالة من مصدر مقرب أن)."""
        return not _SOURCES.isdisjoint(self.tokens.keys[max(at - _NEAR, 0) : at])

    def _latter(self, speaker: Speaker) -> Speaker | None:
        """Find whom الأخير means: whom the text names last before it."""
        mentions = self.referents.mentions
        for at in range(bisect_right(mentions, speaker.start, key=attrgetter("end")) - 1, -1, -1):
            mention = mentions[at]
            if mention.end < speaker.start - _FAR:
                break
            if mention.kind in {"person", "office"}:
                found = self._speaker(mention, mention.last)
                return replace(found, start=speaker.start, end=speaker.end)
        return None

    def _counted_last(self, noun: list[str], start: int) -> Speakers:
        """Find whom a number with its article means: the last list of so many before it, each written once."""
        size, kinds = _COUNTS.get(noun[1], 0), _COUNTED.get(noun[0], frozenset())
        run: list[Found] = []
        mentions = self.referents.mentions
        for at in range(bisect_right(mentions, start, key=attrgetter("end")) - 1, -1, -1):
            mention = mentions[at]
            if not size or mention.end < start - _AGO:
                break
            if run and not (alike(mention, run[0]) and self._follows_in_list(mention, run[0])):
                if len(run) == size:
                    break
                run = []
            if mention.kind in kinds:
                run.insert(0, mention)
        return tuple(self._speaker(mention, mention.last) for mention in run) if len(run) == size and size else ()

    def _follows_in_list(self, one: Found, other: Found) -> bool:
        """Tell whether a mention goes on with a list, behind a comma or و."""
        keys = self.tokens.keys
        comma = one.last < len(keys) and keys[one.last] in _COMMAS
        clitic = other.start - self.tokens.starts[other.first]
        joined = clitic == 1 and keys[other.first][0] == "و"
        return other.first == one.last + comma and (joined or (comma and not clitic))
