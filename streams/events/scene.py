"""What the stage knows of an article before it looks for events: its words, names, quotations and dates."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from schemas.articles import QuotedArticle
from schemas.folding import fold
from schemas.quotations import Mention
from schemas.text import Extract, Party
from streams.alignment import Alignment
from streams.dates.calendar import Calendar
from streams.dates.page import Page
from streams.lexicon.actors import ACTORS
from streams.lexicon.grammar import BREAKS, FORCES, PEOPLES, PLACES, SAYING
from streams.lexicon.places import ADJECTIVES, STATES

#: How many names, and how many words, may tell where an office is held.
_HELD = 3
_WITHIN = 8
#: Words before a name that may be its title.
_TITLE = 3
#: How many words may head an item of a list, and how many items make one.
_HEAD = 5
_LIST = 3
_BEFORE = "أمام "
_CLITICS = frozenset("وبلفك")
_CAPITALS = frozenset(fold(name) for state in STATES.values() for name in state.capitals)


class Name(Struct, frozen=True):
    """A mention with its place among the words.

    Attributes:
        first: Index of its first word.
        last: Index after its last word.
        clitic: Folded particles written onto its first word: و, ب, ل.
        mention: The mention.
    """

    first: int
    last: int
    clitic: str
    mention: Mention


class Said(NamedTuple):
    """A quotation with its place in the text.

    Attributes:
        start: Offset of its content.
        end: Offset after it.
        cue: Index of the word that reports, or None.
        speakers: Who speaks.
        verbatim: Offsets at which the words given as the speaker's own start and end.
    """

    start: int
    end: int
    cue: int | None
    speakers: list[Party]
    verbatim: list[tuple[int, int]]


class Spans:
    """Stretches of a text that may nest; asks whether a place lies in one of them.

    Args:
        spans: Their starts and ends.
    """

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(spans)
        self._starts = [start for start, _ in ordered]
        self._ends = list(accumulate((end for _, end in ordered), max))

    def __contains__(self, offset: int) -> bool:
        """Whether a place lies in one of the stretches."""
        at = bisect_right(self._starts, offset) - 1
        return at >= 0 and offset < self._ends[at]


@dataclass(frozen=True)
class Scene:
    """An article laid out for the rules.

    Attributes:
        page: Its words and sentences.
        alignment: How its text lies in the raw one.
        names: Its mentions, in order.
        said: Its quotations, in order.
        calendar: Its dates.
    """

    page: Page
    alignment: Alignment
    names: list[Name]
    said: list[Said]
    calendar: Calendar

    @classmethod
    def of(cls, quoted: QuotedArticle) -> "Scene":
        """Lay out an article."""
        article = quoted.article
        page, alignment = Page.of(article.text), Alignment.of(article)
        found = [_name(page, alignment, mention) for mention in quoted.mentions if mention.kind != "document"]
        names = _apposed(page, [_headed(page, alignment, name) for name in found if name])
        said = []
        for quotation in quoted.quotations:
            start, end = alignment.clean_span(quotation.content)
            cue = page.at(alignment.clean_span(quotation.cue)[0]) if quotation.cue else None
            own = [alignment.clean_span(part) for part in quotation.verbatim]
            said.append(Said(start, end, cue, quotation.speakers, own))
        published = article.published.value if article.published else None
        return cls(page, alignment, names, said, Calendar.of(page, published))

    @cached_property
    def firsts(self) -> list[int]:
        """Index of the first word of each name."""
        return [name.first for name in self.names]

    def surname(self, word: str) -> Mention | None:
        """The first person of whose name a word is the last part: ميركل."""
        people = (name.mention for name in self.names if name.mention.kind == "person")
        return next((person for person in people if fold(person.name).endswith(f" {word}")), None)

    @cached_property
    def states(self) -> dict[str, str]:
        """The fullest name that the article gives of each state, other than its capital's."""
        names: dict[str, str] = {}
        for name in self.names:
            actor, full = name.mention.actor, name.mention.name
            if name.mention.kind == "state" and actor and len(full) > len(names.get(actor, "")) and not capital(full):
                names[actor] = full
        return names

    @cached_property
    def loyalties(self) -> dict[str, str]:
        """The state of each actor whose name, title or office names one: وزير الخارجية الروسي سيرغي لافروف."""
        found: dict[str, str] = {}
        for name in self.names:
            actor = name.mention.actor
            if actor and actor not in found and name.mention.kind in {"person", "office", "body"}:
                code = _served(self.page, name)
                if code:
                    found[actor] = code
        return found

    def between(self, first: int, last: int) -> list[Name]:
        """Names that begin at word `first` or later and before word `last`."""
        return self.names[bisect_left(self.firsts, first) : bisect_left(self.firsts, last)]

    def before(self, index: int, start: int) -> Name | None:
        """The last name that begins at `start` or later and before word `index`."""
        at = bisect_left(self.firsts, index) - 1
        return self.names[at] if at >= 0 and self.names[at].first >= start else None

    def named(self, index: int) -> bool:
        """Whether a word stands inside a name, so that it tells nothing: تحالف دعم الشرعية, صادق خان."""
        name = self.before(index + 1, 0)
        if name is None or index >= name.last:
            return False
        known = name.mention.kind == "body" and name.mention.rule == "mention.lexicon"
        return known or name.mention.kind == "person"

    @cached_property
    def cued(self) -> frozenset[int]:
        """Numbers of the sentences in which somebody is quoted."""
        last = len(self.page.words) - 1
        return frozenset(self.page.sentence_of(min(self.page.at(said.start), last)) for said in self.said)

    @cached_property
    def items(self) -> frozenset[int]:
        """Numbers of the sentences that are items of a list, each headed by a name or a date: بريطانيا: طردت ...."""
        found = [number for number, (start, end) in enumerate(self.page.bounds) if self._heads(start, end)]
        return frozenset(found if len(found) >= _LIST else ())

    def _heads(self, start: int, end: int) -> bool:
        """Whether a sentence opens its line with a few words and a colon, after which nobody's words are quoted."""
        page = self.page
        stops = page.stops[start : min(start + _HEAD, end - 1)]
        colon = start + stops.index(True) if True in stops else None
        if (
            colon is None
            or (start and "\n" not in page.gap(start - 1))
            or page.gap(colon).strip() != ":"
            or not SAYING.isdisjoint(page.words[start : colon + 1])
        ):
            return False
        return any(name.first == start for name in self.between(start, start + 1)) or page.words[start][-1].isdigit()

    @cached_property
    def _contents(self) -> "Spans":
        return Spans((said.start, said.end) for said in self.said)

    @cached_property
    def _own_words(self) -> "Spans":
        return Spans(part for said in self.said for part in said.verbatim)

    def in_quote(self, offset: int) -> bool:
        """Whether a place of the text lies in the content of a quotation."""
        return offset in self._contents

    def verbatim(self, offset: int) -> bool:
        """Whether a place of the text lies in words that are given as a speaker's own."""
        return offset in self._own_words

    @cached_property
    def _cues(self) -> tuple[list[int], list[Said]]:
        """Quotations with speakers by the place of their cue (their content where they have none)."""
        spoken = [
            (said.cue if said.cue is not None else self.page.at(said.start), said)
            for said in self.said
            if said.speakers
        ]
        spoken.sort(key=lambda pair: pair[0])
        return [at for at, _ in spoken], [said for _, said in spoken]

    def speaker(self, index: int, start: int) -> list[Party]:
        """Speakers of the last quotation whose cue stands at word `start` or later and before word `index`."""
        places, said = self._cues
        at = bisect_right(places, index) - 1
        return said[at].speakers if at >= 0 and places[at] >= start else []

    def extract(self, first: int, last: int) -> Extract:
        """The extract of a run of words."""
        return self.alignment.extract(self.page.starts[first], self.page.ends[last - 1])


def capital(name: str) -> bool:
    """Whether a state's name is that of its capital, which acts for it."""
    return fold(name) in _CAPITALS


def _served(page: Page, name: Name) -> str | None:
    """The state that an actor serves: by the offices it held, else by the adjective in its name or title."""
    known = ACTORS.get(name.mention.actor or "")
    offices = [role.office.split() for role in known.roles] if known else []
    held = next((office[-1] for office in reversed(offices) if office and office[-1] in STATES), None)
    first = name.first
    while first > max(name.first - _TITLE, 0) and not page.commas[first - 1] and page.words[first - 1] not in BREAKS:
        first -= 1
    return held or next(
        (ADJECTIVES[word] for word in reversed(page.words[first : name.last]) if word in ADJECTIVES), None
    )


def _headed(page: Page, alignment: Alignment, name: Name) -> Name:
    """A name with the noun of people that stands right before it: مقاتلي تنظيم الدولة, أطفال سوريا."""
    at = name.first - 1
    if at < 0 or name.clitic or name.mention.kind not in {"body", "state"} or page.gap(at).strip(' \xa0"“”«»'):
        return name
    word = page.words[at]
    head = next((bare for bare in (word, word[1:]) if bare in FORCES or bare in PEOPLES or _plural(bare)), None)
    marked = page.ends[at] - page.starts[at] != len(word)
    if head is None or marked or (head != word and word[0] not in _CLITICS):
        return name
    start = page.starts[at] + len(word) - len(head)
    end = alignment.clean_span(name.mention.extract)[1]
    actor = name.mention.actor if head not in PEOPLES and name.mention.kind == "body" else None
    full = f"{page.text[start : page.ends[at]]} {name.mention.name}"
    mention = replace(name.mention, extract=alignment.extract(start, end), actor=actor, name=full, kind="body")
    return Name(at, name.last, word[: len(word) - len(head)], mention)


def _plural(word: str) -> bool:
    """Whether a word is the plural of doers before whom they belong to: محققو الأمم المتحدة, مفاوضو الحركة."""
    return word[:1] == "م" and word[-1:] == "و" and len(word) > _TITLE + 1


def _apposed(page: Page, names: list[Name]) -> list[Name]:
    """Join an office and the person named right after it, or before: وزير الدفاع الإسرائيلي، موشيه يعلون."""
    found: list[Name] = []
    for name in names:
        office = _office_of(page, found, name)
        if office is not None:
            del found[office + 1 :]
            found[-1] = Name(found[-1].first, name.last, found[-1].clitic, name.mention)
            continue
        title = found[-1] if found else None
        if title is not None and not name.clitic and title.last == name.first:
            kinds, gap = (title.mention.kind, name.mention.kind), page.gap(name.first - 1).strip(" \xa0")
            if kinds == ("office", "person") and gap in {"", "،", ","}:
                found[-1] = Name(title.first, name.last, title.clitic, name.mention)
                continue
            if kinds == ("person", "office") and gap in {"،", ","}:
                found[-1] = replace(title, last=name.last)
                continue
        found.append(name)
    return found


def _office_of(page: Page, found: list[Name], name: Name) -> int | None:
    """Place of the office before a person with where it is held between: سفير فرنسا لدى اليمن كريستيان تيستو."""
    if name.mention.kind != "person" or name.clitic:
        return None
    for place in range(len(found) - 1, max(len(found) - 1 - _HELD, -1), -1):
        title = found[place]
        if title.mention.kind == "office":
            between = page.words[title.last : name.first]
            near = found[-1].last == name.first or page.words[name.first - 2] in PLACES
            within = bool(between) and near and len(between) <= _WITHIN and BREAKS.isdisjoint(between)
            commas = page.commas[title.last - 1 : name.first - 1]
            return place if within and not any(commas) and not page.stops[name.first - 1] else None
        if title.mention.kind not in {"state", "body"} or title.clitic[:1] == "و":
            return None
    return None


def _name(page: Page, alignment: Alignment, mention: Mention) -> Name | None:
    start, end = alignment.clean_span(mention.extract)
    first = page.at(start)
    if page.text[start:end].startswith(_BEFORE):  # folded, أمام is إمام
        start += len(_BEFORE)
        mention = replace(mention, extract=alignment.extract(start, end), name=mention.name.removeprefix(_BEFORE))
        first += 1
    if first and page.ends[first - 1] > start:
        first -= 1
    if first >= len(page.words):
        return None
    last = max(bisect_left(page.starts, end), first + 1)
    clitic = page.text[page.starts[first] : start]
    return Name(first, last, fold(clitic) if clitic else "", mention)
