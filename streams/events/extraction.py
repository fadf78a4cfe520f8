"""From an article with its names and quotations to its events."""

from msgspec.structs import replace

from schemas.articles import QuotedArticle
from schemas.dates import EventDate
from schemas.events import Event
from schemas.ids import event_ids
from streams.dates.calendar import Lean
from streams.dates.page import Page
from streams.events.background import Background
from streams.events.dating import Dating
from streams.events.finder import Hit, hits
from streams.events.merge import Draft, distinct
from streams.events.modes import mode
from streams.events.parties import cast
from streams.events.realis import realis, told
from streams.events.scene import Scene
from streams.events.scope import telling
from streams.events.spot import Cast
from streams.lexicon.grammar import CAUSES, DONE, RESULTS, WILL_NOT
from streams.lexicon.triggers import DEEDS, HARMS

#: How far before a noun stands what makes it a cause: في سلسلة غارات.
_CAUSE = 3
#: How far before a noun stands the verb that brings it about, and how far after it what came of it.
_BY_DOING = 2
_BY_RESULT = 3

#: The last sentence that is the lead.
_LEAD = 1
#: What somebody does by saying that he does it is his statement and no event: "نرفض هذا القرار", "نتفق على".
_STATED = frozenset({"REJECT", "AGREE"})
#: What is done by saying it.
_BY_SPEECH = frozenset({"REQUEST", "ACCUSE", "THREATEN", "REJECT", "SUPPORT"})


def extract(quoted: QuotedArticle) -> list[Event]:
    """Extract the events of an article, each at its first telling, in the order of the text."""
    scene = Scene.of(quoted)
    found = telling(scene.page, (hit for hit in hits(scene.page) if not scene.named(hit.index)))
    dating = Dating(scene, found)
    drafts = distinct([draft for draft in _drafts(scene, dating, found) if not _opinion(scene, draft)])
    spoke = _spoke(quoted)
    drafts = [_dated_by_speech(draft, spoke) for draft in drafts]
    ids = event_ids(
        quoted.article.id,
        [(draft.hit.rule.trigger.type, _sentence(scene, draft)) for draft in drafts],
    )
    return [_event(scene, draft, identity) for draft, identity in zip(drafts, ids, strict=True)]


def _spoke(quoted: QuotedArticle) -> dict[str, EventDate]:
    """When each speaker of an article first says something that the text dates."""
    found: dict[str, EventDate] = {}
    for quotation in quoted.quotations:
        for speaker in quotation.speakers if quotation.date else []:
            if speaker.id and quotation.date:
                found.setdefault(speaker.id, quotation.date)
    return found


def _dated_by_speech(draft: Draft, spoke: dict[str, EventDate]) -> Draft:
    """A draft with the day on which its actor spoke, for what the lead says somebody did by speaking.

    The lead tells what a speech comes to (اتهم محققون الموقع ب...), the body quotes the speech and dates it.
    """
    if draft.date or draft.timed or draft.sentence > _LEAD or draft.realis != "actual":
        return draft
    if draft.hit.rule.trigger.type not in _BY_SPEECH or draft.hit.tense not in {"past", "participle"}:
        return draft
    date = next((spoke[actor.id] for actor in draft.cast.actors if actor.id and actor.id in spoke), None)
    return replace(draft, date=date) if date else draft


def _sentence(scene: Scene, draft: Draft) -> str:
    start, end = scene.page.sentences[draft.sentence]
    return scene.page.text[start:end]


def _opinion(scene: Scene, draft: Draft) -> bool:
    """Whether somebody only speaks of an event.

    What speakers say to be supported in their own words, or call war without saying whose, is what they think and no
    report; so is what they join by و to other ends and wishes (... وإنهاء الحصار), and what they refuse or agree to in
    their own words. That they report fighting is no opinion, nor is harm that و joins to harm. And where a text has
    names, a verb that neither they nor a time go with is a phrase, unless it tells violence or a protest, whose parties
    often go without a name.
    """
    place, hit, cast = scene.page.starts[draft.hit.index], draft.hit, draft.cast
    nobody = not (cast.actors or cast.recipients)
    deed = hit.rule.trigger.type in DEEDS
    if hit.tense == "past" and nobody and scene.names and not (draft.timed or deed):
        return True
    if hit.tense == "noun" and hit.linked and hit.rule.trigger.id not in HARMS and scene.in_quote(place):
        return True
    refused = scene.page.words[max(hit.index - 1, 0)] in WILL_NOT
    stated = hit.tense == "present" and hit.rule.trigger.type in _STATED and draft.told != "future" and not refused
    if stated and scene.verbatim(place):
        return True
    if deed and hit.tense == "past":
        return False
    if hit.rule.trigger.type == "ASSAULT" and _reported(scene.page, draft):
        return False
    return (nobody or hit.rule.trigger.type == "SUPPORT") and scene.verbatim(place)


def _reported(page: Page, draft: Draft) -> bool:
    """Whether somebody reports fighting: تم اعتراض صواريخ, الغارات أسفرت عن تدمير مواقع, ارتقوا في قصف."""
    index, word = draft.hit.index, page.words[draft.hit.index]
    before, after = page.words[max(index - _BY_DOING, 0) : index], page.words[index + 1 : index + 1 + _BY_RESULT]
    if not (DONE.isdisjoint(before) and RESULTS.isdisjoint(after) and RESULTS.isdisjoint(before)):
        return True
    named = draft.hit.tense == "noun" and not draft.hit.linked and not word.startswith("ل")
    return named and word not in draft.hit.rule.definite and draft.told in {"actual", "historical"}


def _drafts(scene: Scene, dating: Dating, found: list[Hit]) -> list[Draft]:
    background = Background(scene)
    drafts: list[Draft] = []
    verb: Draft | None = None
    for hit in found:
        number = hit.sentence
        # A noun goes on with any trigger before it, a verb with a verb: ... إزاء هجمات الحركة، ودعت ....
        before = verb if hit.tense != "noun" else drafts[-1] if drafts else None
        earlier = before.cast if before and before.sentence == number else None
        drafts.append(_draft(background, dating, hit, earlier))
        verb = drafts[-1] if hit.tense != "noun" else verb
    return drafts


def _draft(background: Background, dating: Dating, hit: Hit, earlier: Cast | None) -> Draft:
    scene = background.scene
    page = scene.page
    number = hit.sentence
    start, end = page.bounds[number]
    first = told(background, hit, start)
    lean: Lean = "future" if first in {"future", "hypothetical"} else "past"
    date = dating.of(hit, lean)
    final = realis(first, date.value if date else None, scene.calendar.reference)
    return Draft(
        hit,
        number,
        cast(scene, hit, start, end, earlier),
        date,
        dating.times(hit),
        first,
        final,
        _cause(page, hit),
        number in scene.items,
    )


def _cause(page: Page, hit: Hit) -> bool:
    """Whether an indefinite noun is told as that in which something happened: في غارة, جراء قصف, نتيجة لهجوم."""
    before = page.words[max(hit.index - _CAUSE, 0) : hit.index]
    return hit.tense == "noun" and page.words[hit.index] not in hit.rule.definite and not CAUSES.isdisjoint(before)


def _event(scene: Scene, draft: Draft, identity: str) -> Event:
    page, trigger = scene.page, draft.hit.rule.trigger
    start, end = page.sentences[draft.sentence]
    return Event(
        id=identity,
        type=trigger.type,
        mode=mode(scene, draft),
        trigger=scene.extract(draft.hit.index, draft.hit.index + 1),
        sentence=scene.alignment.extract(start, end),
        actors=draft.cast.actors,
        recipients=draft.cast.recipients,
        date=draft.date,
        realis=draft.realis,
        in_quote=scene.in_quote(page.starts[draft.hit.index]),
        rule=trigger.id,
    )
