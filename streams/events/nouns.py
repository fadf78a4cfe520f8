"""Parties of a verbal noun: whom it belongs to, what prepositions bring in, and the subject of the verb over it."""

from dataclasses import replace

from schemas.text import Party
from streams.events import phrases, voice
from streams.events.rows import ADJACENT, BY, lead, nearest, row, row_before
from streams.events.spot import AGAINST, SUFFIXES, Cast, Spot, antecedent, both, parties, speakers, together
from streams.lexicon.grammar import AIMING, BOTH, BREAKS, DOING, DUALS, PLACES, PREPOSITIONS, SAYING, SINCE, STATING
from streams.lexicon.places import ADJECTIVES, STATES

_REACH = 16
_THROUGH = 4
_OF = 2
#: Types whose doer is not whoever announces it: أعلنت الوزارة مقتل ....
BY_OTHERS = frozenset({"ASSAULT", "COERCE", "PROTEST", "MOBILIZE"})
#: Types whose doer من brings in: دعم من الحلف, طلب من الحكومة.
_FROM = frozenset({"REQUEST", "SUPPORT", "AID", "ACCUSE", "THREATEN"})
_SETTLED = frozenset({"party.between", "party.relative", "party.both"})


def of_noun(spot: Spot) -> Cast:
    """Find the parties of a verbal noun."""
    found = Cast(_both(spot) if spot.hit.rule.trigger.mutual else [])
    after = 0 if found.actors else _relative(spot, found) or _genitive(spot, found)
    if after:
        _led(spot, found, after)
    if not found.recipients:
        found.recipients.extend(_aimed(spot))
    if not found.actors:
        found.actors.extend(_adjectival(spot, 2))
    if _governed(spot, found):
        found.actors[:0] = (
            together(spot) or governor(spot) or carried(spot) or _owner(spot) or _said(spot) or _nameless(spot)
        )
    return found


def carried(spot: Spot) -> list[Party]:
    """The actors of the trigger before, for one that is linked to it: قطع العلاقات وإغلاق المنافذ."""
    if not (spot.hit.linked and spot.earlier):
        return []
    return [Party(one.id, one.name, one.mention, "party.carried") for one in spot.earlier.actors]


def _said(spot: Spot) -> list[Party]:
    """Whoever says by a participle what a noun tells: مؤكدا دعم بلاده."""
    return [] if STATING.isdisjoint((spot.word(-1), spot.word(-2))) else speakers(spot)


def _nameless(spot: Spot) -> list[Party]:
    """The party without a name that is the subject of the verb over a trigger: شنت مقاتلات سلسلة غارات."""
    page = spot.page
    for index in range(spot.index - 1, max(spot.index - _REACH, spot.start - 1), -1):
        if page.commas[index] or page.words[index] in BREAKS:
            break
        if page.words[index].removeprefix("و").startswith(DOING):
            found = phrases.doing(replace(spot, last=spot.index), index + 1)
            return [found] if found else []
    return []


def governor(spot: Spot) -> list[Party]:
    """The subject of the verb over a trigger: the nearest name before it that no preposition of place brings in."""
    by_others = spot.hit.rule.trigger.type in BY_OTHERS and spot.hit.tense == "noun"
    if by_others and not SINCE.isdisjoint((spot.word(-1), spot.word(-2))):
        return []
    for name in reversed(spot.scene.between(max(spot.start, spot.index - _REACH), spot.index)):
        names = row_before(spot.scene, name, spot.start)
        if not BREAKS.isdisjoint(spot.page.words[name.last : spot.index]):
            return []
        if lead(spot.page, spot.start, names[0]) in {"ل", "ب", "مع", BY, *PLACES}:
            continue
        verb = spot.page.words[max(spot.start, names[0].first - ADJACENT) : names[0].first]
        return [] if by_others and not SAYING.isdisjoint(verb) else parties(names, "party.governor")
    return []


def _governed(spot: Spot, found: Cast) -> bool:
    """Whether the subject of the clause takes part: no other actor is known, or only the one with whom it acts."""
    if not found.actors:
        return True
    return spot.hit.rule.trigger.mutual and found.actors[0].rule == "party.with"


def _both(spot: Spot) -> list[Party]:
    """The two parties that a dual pronoun takes up: المحادثات التي جرت بينهما."""
    if (BOTH | DUALS).isdisjoint(spot.page.words[spot.index + 1 : min(spot.index + 2 + _THROUGH, spot.last)]):
        return []
    return both(spot)


def _owner(spot: Spot) -> list[Party]:
    """Whom the pronoun on a noun stands for: the name before it (هجماته, دعوتها), else whoever speaks."""
    return (antecedent(spot, _REACH, "party.owner") or speakers(spot)) if spot.owned else []


def _relative(spot: Spot, found: Cast) -> int:
    """The doer in a relative clause (غارات نفذها الجيش, محادثات أجراها الوزير مع); 0 if there is none."""
    for step in range(1, _THROUGH + 1):
        word = spot.word(step)
        if not word or word in PREPOSITIONS:
            return 0
        if word.endswith(SUFFIXES) and word.startswith(DOING):
            return _doer(spot, found, spot.index + step + 1)
    return 0


def _doer(spot: Spot, found: Cast, first: int) -> int:
    names = spot.scene.between(first, min(spot.last, first + ADJACENT))
    if names and lead(spot.page, first, names[0]) is None:
        joined = row(spot.scene, names[0], spot.last)
        found.actors.extend(parties(joined, "party.relative"))
        return joined[-1].last
    phrase = phrases.nation(spot, first)
    found.actors.extend([phrase[0]] if phrase else [])
    return phrase[1] if phrase else 0


def _genitive(spot: Spot, found: Cast) -> int:
    """Whom the noun belongs to; returns the index of the word after it."""
    first, kind = spot.index + 1, spot.hit.rule.trigger.genitive
    names = nearest(spot.scene, first, spot.last)
    if not names:
        phrase = phrases.nation(spot, first) if kind == "actor" else None
        found.actors.extend([phrase[0]] if phrase else [])
        return phrase[1] if phrase else first
    after = names[-1].last
    if kind == "either":
        leads = {lead(spot.page, after, name) for name in spot.scene.between(after, spot.last)}
        kind = "recipient" if leads.isdisjoint({"ل", *AGAINST}) else "actor"
    (found.recipients if kind == "recipient" else found.actors).extend(parties(names, "party.genitive"))
    return after


def _led(spot: Spot, found: Cast, first: int) -> None:
    """The parties that prepositions bring in: between, with, against, by, from."""
    trigger = spot.hit.rule.trigger
    for name in spot.scene.between(first, spot.last):
        names = row(spot.scene, name, spot.last)
        wielded = trigger.genitive == "recipient" and voice.wielded(spot, name)
        role = _role(spot, lead(spot.page, first, name), name.first - spot.index, wielded=wielded)
        if role in {"between", "with"}:
            found.actors.extend(parties(names, f"party.{role}"))
            return
        if role == "target":
            found.recipients.extend(phrases.place_of(spot, first, name) or parties(names, "party.target"))
            return
        if role == "by" and not found.actors:
            found.actors.extend(parties(names, "party.by"))
    if trigger.mutual:
        found.actors.extend(phrases.companion(spot, first))
    elif trigger.genitive in {"recipient", "either"} or trigger.type == "ASSAULT":
        found.recipients.extend([] if found.recipients else phrases.target(spot, first))
    if not found.recipients and not trigger.mutual:
        found.recipients.extend(phrases.brought(spot, first, frozenset({*trigger.to.split(), *AGAINST})))


def _role(spot: Spot, led: str | None, distance: int, *, wielded: bool) -> str | None:
    """What a preposition makes of the name that it brings in, so many words after the noun."""
    trigger, allowed = spot.hit.rule.trigger, spot.hit.rule.trigger.to.split()
    if led == "بين":
        return "between" if trigger.mutual else None
    if led == "مع" and (trigger.mutual or led in allowed):
        return "with" if trigger.mutual else "target"
    if led == BY or wielded or (led == "من" and trigger.type in _FROM and distance <= _THROUGH):
        return "by"
    if led == "ل" and trigger.type in BY_OTHERS and not spot.owned and distance <= _OF:
        return "by"
    if led in allowed or (led in AGAINST and not trigger.mutual) or (led == "ل" and spot.owned):
        return "target"
    return None


def _aimed(spot: Spot) -> list[Party]:
    """Whom a relative clause says an attack aims at (غارات استهدفت المدينة), or whose envoy is expelled."""
    if spot.hit.rule.trigger.type == "SANCTION":
        return _adjectival(spot, _THROUGH) if spot.hit.rule.trigger.genitive == "recipient" else []
    for step in range(1, _THROUGH):
        if spot.word(step) in AIMING:
            first = spot.index + step + 1
            names = nearest(spot.scene, first, spot.last)
            return parties(names, "party.target") if names else phrases.target(spot, first)
    return []


def _adjectival(spot: Spot, reach: int) -> list[Party]:
    """The state whose adjective qualifies the noun: الغارات الروسية."""
    for step in range(1, reach + 1):
        word, at = spot.word(step), spot.index + step
        code = ADJECTIVES.get(word)
        named = spot.scene.before(at + 1, spot.index + 1)
        if code is not None and at < spot.last and not (named and named.first <= at < named.last):
            name = spot.scene.states.get(code, STATES[code].names[0])
            return [Party(code, name, spot.scene.extract(at, at + 1), "party.adjective")]
        if word in PREPOSITIONS:
            break
    return []
