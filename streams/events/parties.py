"""Who does it, and to whom it is done.

Arabic puts the subject after its verb (قصف الجيش المدينة) or before it (أن الجيش قصف المدينة). A verbal noun is
followed by whom it belongs to (قصف الجيش, اغتيال الوزير). Prepositions bring in the rest (هجوم على, بين ... و...).
Names come from the mentions of the article; a crowd (متظاهرون) stands for a party without an id.
"""

from dataclasses import dataclass, field

from schemas.text import Party
from streams.events.finder import Hit
from streams.events.rows import ADJACENT, BY, bare, clause_end, lead, row, row_before
from streams.events.scene import Name, Scene
from streams.events.tokens import Page
from streams.lexicon.grammar import (
    CROWDS,
    DOING,
    PARTICLES,
    PLACE_HEADS,
    PLACES,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    RESUMPTIVES,
    SAYING,
    SINCE,
)
from streams.lexicon.places import ADJECTIVES, STATES

_REACH = 16
_THROUGH = 4
_SUFFIXES = ("ه", "ها", "هم", "هما")
_AGAINST = frozenset({"علي", "ضد"})
#: Prepositions inside a count: ما لا يقل عن 120 فلسطينيا, عدد من.
_COUNTING = frozenset({"عن", "من"})
_CROWD_REACH = 8
#: Types that may be done to a place.
_ON_PLACES = frozenset({"ASSAULT", "COERCE"})
#: Types whose doer is not whoever announces it: أعلنت الوزارة مقتل ....
_BY_OTHERS = frozenset({"ASSAULT", "COERCE", "PROTEST", "MOBILIZE"})


@dataclass
class Cast:
    """The parties of one event."""

    actors: list[Party] = field(default_factory=list)
    recipients: list[Party] = field(default_factory=list)


@dataclass(frozen=True)
class _Spot:
    """Where a trigger stands: the article, the trigger, and the words `start` to `last` in which its parties may be."""

    scene: Scene
    hit: Hit
    start: int
    last: int

    @property
    def page(self) -> Page:
        return self.scene.page

    @property
    def index(self) -> int:
        return self.hit.index

    def word(self, step: int) -> str:
        """The word `step` words from the trigger, if it is in the sentence."""
        at = self.index + step
        return self.page.words[at] if self.start <= at < len(self.page.words) else ""


def cast(scene: Scene, hit: Hit, start: int, end: int) -> Cast:
    """Find the parties of a trigger within its sentence, words `start` to `end`."""
    through = _THROUGH if hit.tense == "noun" else 0
    last = clause_end(scene.page, hit.index, min(end, hit.index + _REACH), through=through)
    spot = _Spot(scene, hit, start, last)
    if hit.tense == "noun":
        found = _of_noun(spot)
    elif hit.tense == "participle":
        found = Cast(_speakers(spot), _objects(spot, hit.index + 1))
    else:
        found = _of_verb(spot)
    if hit.rule.trigger.mutual:
        found = Cast(found.actors + found.recipients, [])
    actors = _distinct(found.actors, [])
    return Cast(actors, _distinct(found.recipients, actors))


# ---- verbs ----


def _of_verb(spot: _Spot) -> Cast:
    before = spot.word(-2) if spot.word(-1) in PARTICLES else spot.word(-1)
    resumed = spot.word(1) in RESUMPTIVES
    owned = resumed or spot.word(0).endswith(_SUFFIXES)
    after = spot.index + 1 + resumed
    if before in PRONOUNS or (before in RELATIVES and not owned):
        return Cast(_antecedent(spot), _objects(spot, spot.index + 1))
    names = _subject_before(spot)
    if names:
        return Cast(_parties(names, "party.subject-before"), _objects(spot, spot.index + 1))
    names = _next_names(spot, after)
    if names:
        others = _antecedent(spot) if owned and before in RELATIVES else _objects(spot, names[-1].last)
        return Cast(_parties(names, "party.subject"), others)
    crowd = _crowd(spot, after, ADJACENT)
    if crowd:
        return Cast([crowd[0]], _objects(spot, crowd[1]))
    doers = _doers(spot)
    return Cast(doers or _carried(spot), _objects(spot, spot.index + 1))


def _subject_before(spot: _Spot) -> list[Name]:
    """The subject that stands before its verb, with nothing but a particle between."""
    name = spot.scene.before(spot.index, spot.start)
    if name is None or spot.hit.linked:
        return []
    between = [word for word in spot.page.words[name.last : spot.index] if word not in PARTICLES]
    if between or not bare(spot.page, name.last - 1, spot.index):
        return []
    names = row_before(spot.scene, name, spot.start)
    return names if lead(spot.page, max(spot.start, names[0].first - 2), names[0]) is None else []


def _next_names(spot: _Spot, first: int) -> list[Name]:
    """The names from word `first` on, with nothing but nouns before them: the subject, or what a noun belongs to."""
    for name in spot.scene.between(first, min(spot.last, first + 1 + ADJACENT)):
        if any(word in PREPOSITIONS for word in spot.page.words[first : name.first]):
            return []
        if lead(spot.page, first, name) is not None:
            return []
        return row(spot.scene, name, spot.last)
    return []


def _objects(spot: _Spot, first: int) -> list[Party]:
    """The names to whom it is done: the next one that no preposition of place brings in."""
    trigger = spot.hit.rule.trigger
    allowed = {*trigger.to.split(), *_AGAINST, "ل", "الي", *(("مع", "ب") if trigger.mutual else ()), None}
    for name in spot.scene.between(first, spot.last):
        led = lead(spot.page, first, name)
        if led in allowed:
            return _parties(row(spot.scene, name, spot.last), "party.object")
        if led not in PLACES and led not in {"ب", BY} and not trigger.mutual:
            break
    crowd = _crowd(spot, first, _CROWD_REACH)
    return [crowd[0]] if crowd else _target(spot, first)


def _doers(spot: _Spot) -> list[Party]:
    """The doer of a passive: من قبل المحكمة, على أيدي القوات."""
    for name in spot.scene.between(spot.index + 1, spot.last):
        if lead(spot.page, spot.index + 1, name) == BY:
            return _parties(row(spot.scene, name, spot.last), "party.by")
    return []


def _target(spot: _Spot, first: int) -> list[Party]:
    """A place without a name that is attacked or closed: مدينة نوى, على الغوطة الشرقية."""
    if spot.hit.rule.trigger.type not in _ON_PLACES:
        return []
    for index in range(first, min(first + _THROUGH, spot.last)):
        word = spot.page.words[index]
        led = index > first and spot.page.words[index - 1] in _AGAINST
        if word in PLACE_HEADS or (led and word.startswith("ال")):
            last = index + 1
            while last < min(index + ADJACENT, spot.last) and _qualifies(spot.page, last, index):
                last += 1
            mention = spot.scene.extract(index, last)
            return [Party(None, mention.text, mention, "party.place")]
        if word in PREPOSITIONS and word not in _AGAINST:
            return []
    return []


def _qualifies(page: Page, index: int, head: int) -> bool:
    """Whether a word belongs to the noun phrase that begins at word `head`."""
    word = page.words[index]
    if page.gap(index - 1).strip() or word in PREPOSITIONS or word[:1].isdigit():
        return False
    return word.startswith("ال") or (index == head + 1 and page.words[head] in PLACE_HEADS)


def _antecedent(spot: _Spot) -> list[Party]:
    """The name before a relative or a pronoun, else whoever speaks."""
    name = spot.scene.before(spot.index, max(spot.start, spot.index - _THROUGH - 2))
    return _parties(row_before(spot.scene, name, spot.start), "party.antecedent") if name else _speakers(spot)


def _carried(spot: _Spot) -> list[Party]:
    """The subject of a verb without one: that of the verb before it in the sentence, else whoever speaks."""
    return _governor(spot) or _speakers(spot)


# ---- nouns ----


def _of_noun(spot: _Spot) -> Cast:
    found = Cast()
    after = _relative(spot, found) or _genitive(spot, found)
    _led(spot, found, after)
    if not found.actors:
        found.actors.extend(_adjectival(spot))
    if not any(party.rule in {"party.between", "party.relative"} for party in found.actors) and _governed(spot, found):
        found.actors[:0] = _governor(spot)
    return found


def _governed(spot: _Spot, found: Cast) -> bool:
    """Whether the subject of the clause takes part: no other actor is known, or all parties act together."""
    return not found.actors or (spot.hit.rule.trigger.mutual and found.actors[0].rule == "party.with")


def _relative(spot: _Spot, found: Cast) -> int:
    """The doer in a relative clause (غارات نفذها الجيش, محادثات أجراها الوزير مع); 0 if there is none."""
    for step in range(1, _THROUGH + 1):
        word = spot.word(step)
        if not word or word in PREPOSITIONS:
            return 0
        if word.endswith(_SUFFIXES) and word.startswith(DOING):
            return _doer(spot, found, spot.index + step + 1)
    return 0


def _doer(spot: _Spot, found: Cast, first: int) -> int:
    names = spot.scene.between(first, min(spot.last, first + ADJACENT))
    if not names or lead(spot.page, first, names[0]) is not None:
        return 0
    joined = row(spot.scene, names[0], spot.last)
    found.actors.extend(_parties(joined, "party.relative"))
    return joined[-1].last


def _genitive(spot: _Spot, found: Cast) -> int:
    """Whom the noun belongs to; returns the index of the word after it."""
    names = _next_names(spot, spot.index + 1)
    if not names:
        return spot.index + 1
    after = names[-1].last
    kind = spot.hit.rule.trigger.genitive
    if kind == "either":
        targeted = any(
            lead(spot.page, after, name) in {"ل", *_AGAINST} for name in spot.scene.between(after, spot.last)
        )
        kind = "actor" if targeted else "recipient"
    target = found.recipients if kind == "recipient" else found.actors
    target.extend(_parties(names, "party.genitive"))
    return after


def _led(spot: _Spot, found: Cast, first: int) -> None:
    """The parties that prepositions bring in: between, with, against, by."""
    trigger = spot.hit.rule.trigger
    allowed = trigger.to.split()
    for name in spot.scene.between(first, spot.last):
        led = lead(spot.page, first, name)
        names = row(spot.scene, name, spot.last)
        if led == "بين" or (led == "مع" and (trigger.mutual or "مع" in allowed)):
            found.actors.extend(_parties(names, "party.between" if led == "بين" else "party.with"))
            return
        if led in allowed or (led in _AGAINST and not trigger.mutual):
            found.recipients.extend(_parties(names, "party.target"))
            return
        if led == BY:
            found.actors.extend(_parties(names, "party.by"))
    if not found.recipients:
        crowd = _crowd(spot, first, _CROWD_REACH) if trigger.genitive in {"recipient", "either"} else None
        found.recipients.extend([crowd[0]] if crowd else _target(spot, first))


def _adjectival(spot: _Spot) -> list[Party]:
    """The state whose adjective qualifies the noun: الغارات الروسية."""
    for step in (1, 2):
        word = spot.word(step)
        code = ADJECTIVES.get(word)
        if code is not None and spot.index + step < spot.last:
            at = spot.index + step
            mention = spot.scene.extract(at, at + 1)
            return [Party(code, spot.scene.states.get(code, STATES[code].names[0]), mention, "party.adjective")]
        if word in PREPOSITIONS:
            break
    return []


def _governor(spot: _Spot) -> list[Party]:
    """The subject of the verb that governs a noun: the nearest name before it that no preposition of place brings in."""
    by_others = spot.hit.rule.trigger.type in _BY_OTHERS
    if by_others and spot.hit.tense == "noun" and not SINCE.isdisjoint((spot.word(-1), spot.word(-2))):
        return []
    for name in reversed(spot.scene.between(max(spot.start, spot.index - _REACH), spot.index)):
        names = row_before(spot.scene, name, spot.start)
        led = lead(spot.page, spot.start, names[0])
        if led in PLACES or led in {"ل", "ب", "مع"}:
            continue
        verb = spot.page.words[max(spot.start, names[0].first - ADJACENT) : names[0].first]
        if by_others and not SAYING.isdisjoint(verb):
            return []
        return _parties(names, "party.governor")
    return []


# ---- anybody ----


def _speakers(spot: _Spot) -> list[Party]:
    """Whoever speaks in the sentence: the speaker of its quotation, else the first name that is no place."""
    speakers = spot.scene.speaker(spot.index, spot.start)
    if speakers:
        return [Party(one.id, one.name, one.mention, "party.speaker") for one in speakers if one.name]
    for name in spot.scene.between(spot.start, spot.index):
        if name.mention.kind != "state" and lead(spot.page, spot.start, name) not in PLACES:
            return _parties([name], "party.first-name")
    return []


def _crowd(spot: _Spot, first: int, reach: int) -> tuple[Party, int] | None:
    """People without a name, with their number and what qualifies them: 120 فلسطينيا, مسلحون مجهولون."""
    page = spot.page
    for index in range(first, min(first + reach, spot.last)):
        word = page.words[index]
        if (word in PREPOSITIONS and word not in _COUNTING) or page.gap(index - 1).strip():
            return None
        if word.removeprefix("و").removeprefix("ال") in CROWDS:
            begin = index - 1 if index > first and page.words[index - 1][-1:].isdigit() else index
            qualified = index + 1 < spot.last and page.words[index + 1] in ADJECTIVES
            mention = spot.scene.extract(begin, index + 1 + qualified)
            return Party(None, mention.text, mention, "party.crowd"), index + 1
    return None


def _parties(names: list[Name], rule: str) -> list[Party]:
    return [Party(name.mention.actor, name.mention.name, name.mention.extract, rule) for name in names]


def _distinct(parties: list[Party], others: list[Party]) -> list[Party]:
    taken = {party.id or party.name for party in others}
    found = []
    for party in parties:
        key = party.id or party.name
        if key not in taken:
            taken.add(key)
            found.append(party)
    return found
