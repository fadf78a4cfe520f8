"""Whether two lines of one timeline say the same, and how they differ.

The stream keeps two lines apart unless they are the same by their words, or by their parties and date. A reader also
wants to see that one is the other cut short, told in other words, or dated otherwise. That is a question about the two
lines alone, so links do not depend on the order in which lines arrive.

Lines are alike if most content words of the shorter one stand in the longer one. They are kept apart, however alike
they are, where they tell unlike things: other numbers, other names at the same place, a negation that only one of them
has, other parties, or another occasion.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime
from difflib import SequenceMatcher
from functools import cached_property
from typing import Literal

from msgspec import Struct

from schemas.folding import words
from schemas.text import Party
from schemas.timeline import Deed, Line, Statement, TimelineEntry
from streams.deduplicate.differences import differences
from streams.deduplicate.slots import TIMES, state
from streams.deduplicate.twins import same, weigh
from streams.reader.days import Span, span
from streams.reader.evidence import known, place_of, shown, words_of
from streams.reader.views import Reason
from streams.reader.wording import Figures, Names, binds, content, figures, is_name, names, negations, stem, unlike

#: Share of the shorter line's content words that the longer one must have, and of those in the same order.
SHARED = 0.66
IN_ORDER = 0.5
#: The same for words besides names, and how many these must be: fewer say too little of those whom both lines name.
_SAID = 0.6
_LEAST = 3
#: Share of a line's content words with which it is the longer one cut short.
_CUT = 0.9
#: Lines further apart are a new occasion: of those alike that lie further apart, most repeat a phrase.
NEAR_DAYS = 3
#: A date that covers more days says too little to tell two occasions apart.
WIDEST = 31
#: Share of content words with which two events of the same parties on the same days are one, dated otherwise.
_SAME_EVENT = 0.25


class Form(Struct, frozen=True, array_like=True):
    """What of a line is compared, as the database keeps it.

    Attributes:
        actor: Whose line it is today.
        sort: What two forms of one line have in common: speech or deed, its polarity, type, mode and realis.
        speakers: Ids of those who speak, where the line stands in the timeline of somebody else.
        actors: Ids of those who do it.
        recipients: Ids of those to whom it is done.
        text: The folded words, apart by spaces.
        trigger: The folded word that names the event.
        days: First and last day, or null where nothing dates the line.
        dated: Whether those are the line's own days and not those of its publication.
        live: Whether the line stands.
        place: Where it stands in the timeline.
    """

    actor: str
    sort: str
    speakers: tuple[str, ...]
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    text: str
    trigger: str
    days: Span | None
    dated: bool
    live: bool
    place: str

    @property
    def parties(self) -> int:
        """How many act or are acted upon, of those whom the text settles."""
        return len(self.actors) + len(self.recipients)


def form_of(entry: TimelineEntry, actor: str, at: datetime | None = None) -> Form | None:
    """Return the form of a line as it stood at an instant, or None if no article had ever vouched for it by then.

    Args:
        entry: The line, as its record has it.
        actor: Whose it is today.
        at: The instant, or None for now.
    """
    spot = place_of(entry, at)
    if spot is None:
        return None
    first = shown(entry, at)
    line = first[0].line
    days, dated = (spot.first, spot.last) if spot.dated_by else None, spot.dated_by == "event"
    if dated and width(days) > WIDEST:
        days, dated = span(min((one.source.published for one in first if one.source.published), default=None)), False
    return Form(
        actor=actor,
        sort="|".join(_sort(line)),
        speakers=_who(line.quotation.speakers) if isinstance(line, Statement) and line.role == "about" else _NOBODY,
        actors=_who(line.event.actors) if isinstance(line, Deed) else _NOBODY,
        recipients=_who(line.event.recipients) if isinstance(line, Deed) else _NOBODY,
        text=" ".join(words(words_of(line))),
        trigger="".join(words(line.event.trigger.text)) if isinstance(line, Deed) else "",
        days=days,
        dated=dated,
        live=bool(known(entry.evidence, at).standing),
        place=spot.order,
    )


#: What is told as background happened as well.
_TOLD_AS = {"historical": "actual"}
_NOBODY: tuple[str, ...] = ()


def _who(parties: Iterable[Party]) -> tuple[str, ...]:
    return tuple(sorted({one.id for one in parties if one.id}))


def _sort(line: Line) -> list[str]:
    if isinstance(line, Statement):
        told = line.quotation
        return [line.role, "denied" if told.negated else "", "question" if told.stance == "question" else ""]
    event = line.event
    return [line.role, event.type, event.mode or "", _TOLD_AS.get(event.realis, event.realis)]


class Told:
    """A line as it is compared.

    Args:
        number: What the line is known by.
        form: Its form.
    """

    def __init__(self, number: int, form: Form) -> None:
        self.number = number
        self.form = form
        self.words = form.text.split()

    @cached_property
    def content(self) -> list[str]:
        """Stems of the words that carry what the line says."""
        return content(self.words)

    @cached_property
    def bag(self) -> Counter[str]:
        """How often it has each of those."""
        return Counter(self.content)

    @cached_property
    def figures(self) -> Figures:
        """Its numbers."""
        return figures(self.words)

    @cached_property
    def plain(self) -> Counter[str]:
        """How often it has each stem outside of names: what it says of those whom it names."""
        return Counter(content([word for at, word in enumerate(self.words) if at not in self.names.places]))

    @cached_property
    def names(self) -> Names:
        """Whom it names."""
        return names(self.words, self.form.days[0] if self.form.days else "")

    @cached_property
    def negations(self) -> frozenset[int]:
        """Places of its negations."""
        return frozenset(negations(self.words))

    @property
    def standing(self) -> tuple[bool, str]:
        """Sorts what stands under several ids of one actor: what stands first, by place, stands for all."""
        return (not self.form.live, self.form.place)

    @cached_property
    def rank(self) -> tuple[bool, bool, int, str]:
        """Sorts lines by which of them leads: one that stands, with a date of its own, the fullest, the first."""
        return (not self.form.live, bool(self.form.trigger) and not self._exact, -len(self.words), self.form.place)

    @property
    def _exact(self) -> bool:
        return self.form.dated and width(self.form.days) == 0


def resembles(leader: Told, other: Told) -> Reason | None:
    """Tell in what way a line is another form of a line that ranks before it; None if it is not."""
    one, two = leader.form, other.form
    if (one.actor, one.sort) != (two.actor, two.sort) or _apart(one, two):
        return None
    fewer = min(len(leader.content), len(other.content))
    common = (leader.bag & other.bag).total()
    if _same_event(one, two) and common >= _SAME_EVENT * fewer:
        return "dated otherwise"
    if common < SHARED * fewer or not _alike(leader.plain, other.plain) or _tells_unlike(leader, other):
        return None
    if _in_order(leader, other) < IN_ORDER * fewer:
        return None
    parts = _parts(leader, other)
    if parts == "words":
        cut = len(other.words) < len(leader.words) and common >= _CUT * len(other.content)
        return "shortened" if cut else "other words"
    dated = parts == "times" or (one.days != two.days and (one.dated or two.dated))
    return parts and ("dated otherwise" if dated else "same words")


def width(days: Span | None) -> int:
    """How many days lie between the first and the last of some."""
    return (date.fromisoformat(days[1]) - date.fromisoformat(days[0])).days if days else 0


def _apart(one: Form, other: Form) -> bool:
    """Tell whether other parties or another occasion keep two lines apart, whatever their words."""
    sides = ((one.speakers, other.speakers), (one.actors, other.actors), (one.recipients, other.recipients))
    if any(unlike(frozenset(mine), frozenset(yours)) for mine, yours in sides):
        return True
    if one.days is None or other.days is None:
        return one.days is not other.days
    if one.dated and other.dated:
        return one.days[0] > other.days[1] or other.days[0] > one.days[1]
    return width((min(one.days[1], other.days[1]), max(one.days[0], other.days[0]))) > NEAR_DAYS


def _same_event(one: Form, other: Form) -> bool:
    """Tell whether several parties do the same on days of which some are the same."""
    parties = (one.actors, one.recipients) == (other.actors, other.recipients) and one.parties > 1
    return parties and one.dated and other.dated


def _alike(one: Counter[str], other: Counter[str]) -> bool:
    """Tell whether two lines say the same of those whom they name."""
    fewer, common = min(one.total(), other.total()), (one & other).total()
    return common >= max(_LEAST, _SAID * fewer)


def _in_order(leader: Told, other: Told) -> int:
    """Return how many content words stand in both lines in the same order."""
    matcher = SequenceMatcher(None, leader.content, other.content, autojunk=False)
    return sum(block.size for block in matcher.get_matching_blocks())


def _tells_unlike(leader: Told, other: Told) -> bool:
    """Tell whether numbers, names or triggers of events keep two lines apart."""
    if (
        leader.figures.clash(other.figures)
        or unlike(leader.names.known, other.names.known)
        or _other_trigger(leader, other)
    ):
        return True
    weights = weigh(leader.words, other.words)
    return weights.figures + weights.names > 0


def _other_trigger(leader: Told, other: Told) -> bool:
    """Tell whether each of two sentences has the other event's trigger beside its own: they tell of both."""
    mine, yours = stem(leader.form.trigger), stem(other.form.trigger)
    return mine != yours and yours in leader.bag and mine in other.bag


def _parts(leader: Told, other: Told) -> Literal["words", "times", "nothing"] | None:
    """Tell what parts two lines, compared place by place; None where a negation or a name keeps them apart."""
    found: Literal["words", "times", "nothing"] = "nothing"
    one, two = leader.words, other.words
    mine, yours = {stem(word) for word in one}, {stem(word) for word in two}
    for parted in differences(one, two):
        here, there = one[parted.start : parted.end], two[parted.other_start : parted.other_end]
        if same(here, there):
            continue
        denied = {at - parted.start for at in leader.negations if parted.start <= at < parted.end}
        refused = {at - parted.other_start for at in other.negations if parted.other_start <= at < parted.other_end}
        if here and there:
            if bool(denied) != bool(refused):
                return None
            if _foreign(here, yours, other.names.known) and _foreign(there, mine, leader.names.known):
                return None
        elif binds(here, denied) or binds(there, refused):
            return None
        timely = all(word in TIMES for word in (*here, *there))
        found = "times" if timely and found != "words" else "words"
    return found


def _foreign(stretch: list[str], elsewhere: set[str], named: frozenset[str]) -> bool:
    """Tell whether a stretch has a name that the other line has nowhere."""
    return any(is_name(word) and stem(word) not in elsewhere and state(word) not in named for word in stretch)
