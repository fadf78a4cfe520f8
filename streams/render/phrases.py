"""Dates, counts and PLOVER's types in plain English."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import NamedTuple

from schemas.events import Event, Realis
from schemas.quotations import Quotation, Stance
from streams.reader.days import span
from streams.reader.views import LineView

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_NO_YEAR = "--"


class Verb(NamedTuple):
    """How an act is told.

    Attributes:
        past: What its actor did.
        base: What its actor is to do.
        passive: What is done to its recipient, after `was` or `is to be`.
        towards: Preposition before the recipient.
    """

    past: str
    base: str
    passive: str
    towards: str = ""


#: By PLOVER type and mode; the type alone where a mode has no verb of its own.
VERBS: dict[tuple[str, str | None], Verb] = {
    ("AGREE", None): Verb("agreed", "agree", "offered an agreement", "with"),
    ("CONSULT", None): Verb("held talks", "hold talks", "consulted", "with"),
    ("CONSULT", "visit"): Verb("visited", "visit", "visited"),
    ("CONSULT", "phone"): Verb("talked by phone", "talk by phone", "called by phone", "with"),
    ("CONSULT", "third-party"): Verb("mediated", "mediate", "mediated for", "with"),
    ("SUPPORT", None): Verb("supported", "support", "supported"),
    ("CONCEDE", None): Verb("made a concession", "make a concession", "given a concession", "to"),
    ("COOPERATE", None): Verb("cooperated", "cooperate", "offered cooperation", "with"),
    ("AID", None): Verb("gave aid", "give aid", "given aid", "to"),
    ("RETREAT", None): Verb("pulled back", "pull back", "given way to", "before"),
    ("RETREAT", "ceasefire"): Verb("ceased fire", "cease fire", "granted a ceasefire", "with"),
    ("RETREAT", "withdraw"): Verb("withdrew", "withdraw", "given a withdrawal", "from"),
    ("RETREAT", "disarm"): Verb("disarmed", "disarm", "disarmed"),
    ("RETREAT", "release"): Verb("released", "release", "released"),
    ("RETREAT", "resign"): Verb("resigned", "resign", "told of a resignation", "from"),
    ("REQUEST", None): Verb("made a request", "make a request", "asked", "to"),
    ("REQUEST", "meet"): Verb("asked to meet", "ask to meet", "asked to meet"),
    ("ACCUSE", None): Verb("accused", "accuse", "accused"),
    ("ACCUSE", "disapprove"): Verb("criticized", "criticize", "criticized"),
    ("ACCUSE", "investigate"): Verb("investigated", "investigate", "investigated"),
    ("REJECT", None): Verb("refused", "refuse", "refused"),
    ("THREATEN", None): Verb("threatened", "threaten", "threatened"),
    ("PROTEST", None): Verb("protested", "protest", "protested against", "against"),
    ("SANCTION", None): Verb("imposed penalties", "impose penalties", "penalized", "on"),
    ("SANCTION", "convict"): Verb("convicted", "convict", "convicted"),
    ("SANCTION", "expel"): Verb("expelled", "expel", "expelled"),
    ("MOBILIZE", None): Verb("mobilized", "mobilize", "faced with a mobilization", "against"),
    ("COERCE", None): Verb("used coercion", "use coercion", "coerced", "against"),
    ("COERCE", "arrest"): Verb("arrested", "arrest", "arrested"),
    ("COERCE", "deport"): Verb("deported", "deport", "deported"),
    ("COERCE", "seize"): Verb("seized property", "seize property", "dispossessed", "of"),
    ("ASSAULT", None): Verb("attacked", "attack", "attacked"),
    ("ASSAULT", "abduct"): Verb("abducted", "abduct", "abducted"),
}
_ACTIVE: dict[Realis, str] = {
    "actual": "{past}",
    "historical": "{past}",
    "future": "is to {base}",
    "negated": "did not {base}",
    "hypothetical": "might {base}",
}
_PASSIVE: dict[Realis, str] = {
    "actual": "was {passive}",
    "historical": "was {passive}",
    "future": "is to be {passive}",
    "negated": "was not {passive}",
    "hypothetical": "might be {passive}",
}
REALIS: dict[Realis, str] = {
    "actual": "",
    "historical": "background",
    "future": "planned",
    "negated": "denied or not done",
    "hypothetical": "only supposed",
}
_SAYING: dict[Stance, str] = {
    "neutral": "said",
    "assertion": "said",
    "denial": "denied",
    "accusation": "accused",
    "demand": "demanded",
    "promise": "promised",
    "warning": "warned",
    "question": "asked",
}


def verb(event: Event) -> Verb:
    """Return the verb that tells an event."""
    # Where all who met are actors, nobody says who visited whom.
    mode = None if event.mode == "visit" and not event.recipients else event.mode
    return VERBS.get((event.type, mode)) or VERBS[event.type, None]


def act(event: Event, *, done_to: bool) -> str:
    """Return what an event's actor did or is to do, or what is done to its recipient."""
    template = (_PASSIVE if done_to else _ACTIVE)[event.realis]
    return template.format_map(verb(event)._asdict())


def saying(quotation: Quotation) -> str:
    """Return what a speaker did by saying something; records of before there were stances say or deny."""
    return "denied" if quotation.negated else _SAYING[quotation.stance or "neutral"]


def when(value: str) -> str:
    """Return a date in words, as precise as it is; what is no date is returned as it is."""
    start, slash, end = value.partition("/")
    if slash:
        return f"between {when(start)} and {when(end)}"
    if value.startswith(_NO_YEAR):
        return _yearless(value)
    days = span(value)
    if days is None:
        return value
    first = date.fromisoformat(days[0])
    if "W" in value:
        return f"week of {_day(first)}"
    return {4: f"{first.year}", 7: f"{_MONTHS[first.month - 1]} {first.year}"}.get(len(value), _day(first))


def heading(line: LineView) -> str:
    """Return when a line happened, else when it was published, saying which."""
    told = when(line.happened) if line.happened else ""
    if line.dated_by == "event":
        return told
    published = f"published {when(line.published)}" if line.published and line.dated_by else "no date known"
    return f"{told}; {published}" if told else published


def instant(moment: datetime) -> str:
    """Return an instant in words, to the minute."""
    utc = moment.astimezone(UTC)
    return f"{_day(utc.date())}, {utc:%H:%M} UTC"


def count(number: int, noun: str, plural: str = "") -> str:
    """Return a number with its noun."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def vouched(line: LineView) -> str:
    """Return how many articles vouch for a line, and how many of them independently."""
    witnesses = count(line.witnesses, "witness", "witnesses")
    return witnesses if line.articles == line.witnesses else f"{witnesses} in {count(line.articles, 'article')}"


def listed(parts: Sequence[str]) -> str:
    """Return parts as English lists them."""
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


def _day(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _yearless(value: str) -> str:
    month, _, day = value.removeprefix(_NO_YEAR).partition("-")
    if not (month.isdecimal() and 1 <= int(month) <= len(_MONTHS)):
        return value
    name = _MONTHS[int(month) - 1]
    return f"{int(day)} {name}, year not stated" if day.isdecimal() else f"{name}, year not stated"
