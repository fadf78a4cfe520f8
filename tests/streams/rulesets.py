"""Two rule sets in one process, for tests of what is left of the older one.

The newer one finds quotations and events that the older one did not, no longer finds others, knows an actor by name,
refuses articles that the older one read, reads some that it refused, and reads other times of creation.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from unittest.mock import patch

from msgspec import structs

from schemas.articles import Article, QuotedArticle
from schemas.events import Event
from schemas.quotations import Quotation
from schemas.text import Party
from streams import normalize, rules
from streams.agents import events, quotes
from streams.events import extract
from streams.normalize.language import is_arabic
from streams.normalize.moments import created
from streams.quotes import quote

OLDER, NEWER = rules.RULES, rules.RULES + 1
#: By rule set: cues and triggers without which they read, and a word that stands in no article they take.
_CUES = {OLDER: "أضاف", NEWER: "أكد"}
_TRIGGERS = {OLDER: "زار", NEWER: "استقبل"}
_REFUSED = {OLDER: "حقوق", NEWER: "التجارة"}
_LEARNT = "سالم العبدلي"


@contextmanager
def reading_by(number: int) -> Iterator[None]:
    """Let all stages of this process read by one of the two rule sets."""

    def quoted(article: Article) -> QuotedArticle:
        found = quote(article)
        kept = [one for one in found.quotations if one.cue is None or _CUES[number] not in one.cue.text]
        return structs.replace(found, quotations=[_known(one, number) for one in kept])

    def extracted(article: QuotedArticle) -> list[Event]:
        return [_met(one, number) for one in extract(article) if _TRIGGERS[number] not in one.trigger.text]

    def readable(text: str, language: str | None) -> bool:
        return _REFUSED[number] not in text and is_arabic(text, language)

    patches: dict[tuple[object, str], Callable[..., object]] = {
        (quotes, "quote"): quoted,
        (events, "extract"): extracted,
        (normalize, "is_arabic"): readable,
        (normalize, "created"): lambda stated: created(stated) if number == NEWER else "",
    }
    with ExitStack() as stack:
        stack.enter_context(patch.object(rules, "RULES", number))
        for (module, name), wrapped in patches.items():
            stack.enter_context(patch.object(module, name, wrapped))
        yield


def _known(quotation: Quotation, number: int) -> Quotation:
    return structs.replace(quotation, speakers=_parties(quotation.speakers, number))


def _met(event: Event, number: int) -> Event:
    actors, recipients = _parties(event.actors, number), _parties(event.recipients, number)
    return structs.replace(event, actors=actors, recipients=recipients)


def _parties(parties: list[Party], number: int) -> list[Party]:
    learnt = number == NEWER
    return [structs.replace(one, id="salem") if learnt and one.name == _LEARNT else one for one in parties]
