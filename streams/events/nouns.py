"""Parties of a verbal noun: whom it belongs to, what prepositions bring in, and the subject of the verb over it."""

from msgspec.structs import replace

from schemas.text import Party
from streams.events import agreement, ahead, phrases, rows, voice
from streams.events.crowds import is_party, is_people, party_of
from streams.events.forms import SUFFIXES
from streams.events.governors import BY_OTHERS, governor
from streams.events.owners import VISIT, of_country, owner, patient, stands_for
from streams.events.rows import ADJACENT, BY, after_time, lead, nearest, out_of, row
from streams.events.scene import Name
from streams.events.spot import AGAINST, Cast, Spot, pair, parties, speakers, together
from streams.lexicon.grammar import (
    AIMING,
    BEGINNING,
    BREAKS,
    DOING,
    FORCES,
    INVOLVED,
    PREPOSITIONS,
    RELATIVES,
    RESUMPTIVES,
    STATING,
    UNDERGOING,
    WITNESSING,
)
from streams.lexicon.places import ADJECTIVES, NATIONALS, STATES

_REACH = 16
_THROUGH = 4
_OF = 2
_UNDERGOING = 9
_BEFALL = ("تعرض", "تعرضت", "تعرضوا")
#: Types whose doer من brings in: دعم من الحلف, طلب من الحكومة.
_FROM = frozenset({"REQUEST", "SUPPORT", "AID", "ACCUSE", "THREATEN", "SANCTION"})
#: What may stand between one who is held to have done something and that.
_BETWEEN = frozenset({"في", "به", "بها", "بهم", "فيه", "فيهم", "بانهم"})
_HIS = frozenset({"له", "لها", "لهم"})
_IN_ANSWER = frozenset({"ب", "علي"})


def of_noun(spot: Spot) -> Cast:
    """Find the parties of a verbal noun."""
    if spot.hit.rule.trigger.mode == VISIT:
        return _visit(spot)
    found = Cast(pair(spot) if spot.hit.rule.trigger.mutual else [])
    undergone = [] if found.actors else _undergone(spot)
    if undergone:
        found.recipients.extend(undergone)
        after = 0 if spot.owned or spot.hit.rule.trigger.genitive != "actor" else _genitive(spot, found)
        _led(spot, found, after or spot.index + 1)
        return Cast(found.actors, undergone)
    if spot.owned and spot.hit.rule.trigger.genitive == "recipient":
        found.recipients.extend(patient(spot))
    if spot.owned and spot.hit.rule.trigger.mode == "allege" and rows.brought(spot.word(1)):  # اتهامها بالكذب
        whom = stands_for(spot, spot.word(0), [])
        before = [one for one in governor(spot) if whom and one.name != whom[0].name]
        return Cast(before or voice.doers(spot), whom)
    ours = [] if found.actors else of_country(spot, speakers(spot) or governor(spot))
    if ours:
        (found.recipients if spot.hit.rule.trigger.genitive == "recipient" else found.actors).extend(ours)
    after = 0 if found.actors else _relative(spot, found) or _genitive(spot, found)
    if after or ours:
        _led(spot, found, after or spot.index + 2)
    if not found.recipients:
        found.recipients.extend(_aimed(spot) or _asked(spot))
    if not found.actors:
        found.actors.extend(
            phrases.by(spot) or _adjectival(spot, 1 if spot.hit.rule.trigger.genitive == "recipient" else 2)
        )
    if _governed(spot, found):
        found.actors[:0] = (
            _involved(spot)
            or together(spot)
            or _others(governor(spot), found.recipients)
            or carried(spot)
            or (owner(spot) if spot.owned and spot.hit.rule.trigger.genitive != "recipient" else [])
            or _said(spot)
            or _nameless(spot)
        )
    return found


def _involved(spot: Spot) -> list[Party]:
    """Who is held to have done it: جهاديين متورطين بإعدام رهائن, المتهم باغتيال الوزير, رجال مشتبه بهم في الهجوم."""
    words, at = spot.page.words, spot.index - 1
    while at > spot.start and spot.index - at <= _THROUGH and words[at] in _BETWEEN:
        at -= 1
    if at < spot.start or words[at] not in INVOLVED or any(spot.page.commas[at : spot.index]):
        return []
    before = ahead.people_before(replace(spot, index=at))
    if before:
        return [before]
    name = spot.scene.before(at, spot.start)
    if name is not None and name.last == at and not spot.page.commas[at - 1]:
        return parties([name], "party.involved")
    return [party_of(spot, at, at + 1, "party.involved")]


def _visit(spot: Spot) -> Cast:
    """The parties of a visit: whoever goes, and the state or body that is visited.

    زيارة الوزير إلى أنقرة, زيارة أنقرة, زيارته لأنقرة, زيارة له إلى أنقرة, زيارة رسمية للوزير إلى أنقرة.
    """
    found, first = Cast(), spot.index + 1
    if not _relative(spot, found):
        names = nearest(spot.scene, first, spot.last)
        if names and names[0].first == first and _visited(spot, names):
            found.recipients.extend(parties(names, "party.visited"))
            first = names[-1].last
        elif names and not spot.owned:  # in لزيارته the pronoun goes
            found.actors.extend(parties(names, "party.genitive"))
            first = names[-1].last
    for name in spot.scene.between(first, spot.last):
        led, people = lead(spot.page, first, name), name.mention.kind in {"person", "office"}
        if led == "ل" and people and not (found.actors or spot.owned):
            found.actors.extend(parties(row(spot.scene, name, spot.last), "party.by"))
        elif led in {"ل", "الي"} and not people and not found.recipients:
            found.recipients.extend(parties(row(spot.scene, name, spot.last), "party.visited"))
    if not found.actors:
        whose = owner(spot) if spot.owned or spot.word(1) in _HIS else []
        found.actors.extend(whose or governor(spot) or carried(spot) or _said(spot))
    return found


def _undergone(spot: Spot) -> list[Party]:
    """Who gets what a noun tells: تعرض الوزير لانتقادات, تلقى الرئيس دعوة من نظيره, حصلت الحكومة على دعم من الحلف."""
    page = spot.page
    for at in range(spot.index - 1, max(spot.start, spot.index - _UNDERGOING) - 1, -1):
        if page.words[at] in BREAKS:
            return []
        if page.words[at] in UNDERGOING:
            if "من" in page.words[at + 1 : spot.index] and not page.words[at].removeprefix("و").endswith(_BEFALL):
                return []
            names = [name for name in spot.scene.between(at + 1, spot.index) if lead(page, at + 1, name) is None]
            if names:
                return parties(row(spot.scene, names[0], spot.index), "party.undergoes")
            found = phrases.doing(replace(spot, last=spot.index), at + 1)
            before = spot.scene.before(at, max(spot.start, at - ADJACENT))
            if not (found or before or page.words[at + 1] in RESUMPTIVES):
                return ahead.place_before(spot, at)
            return [found] if found else parties([before], "party.undergoes") if before else []
    return []


def _visited(spot: Spot, names: list[Name]) -> bool:
    """Whether the names after a visit are where it goes, not who goes: a state, or a body with no way to another."""
    kind, after = names[0].mention.kind, names[-1].last
    if kind == "body" and spot.page.words[names[0].first] not in FORCES:
        return all(lead(spot.page, after, name) not in {"ل", "الي"} for name in spot.scene.between(after, spot.last))
    return kind == "state"


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
    if agreement.many(spot.word(-1)):
        return ahead.plural_before(replace(spot, index=spot.index - 1))
    for index in range(spot.index - 1, max(spot.index - _REACH, spot.start - 1), -1):
        if page.words[index] in BREAKS:
            break
        if page.words[index].removeprefix("و").startswith(DOING) or page.words[index] in BEGINNING:
            found = phrases.doing(replace(spot, last=spot.index), index + 1)
            return [found] if found else []
    return []


def _governed(spot: Spot, found: Cast) -> bool:
    """Whether the subject of the clause takes part: no other actor is known, or only the one with whom it acts."""
    if not found.actors:
        return True
    return spot.hit.rule.trigger.mutual and found.actors[0].rule == "party.with"


def _others(who: list[Party], taken: list[Party]) -> list[Party]:
    names = {party.name for party in taken}
    return [party for party in who if party.name not in names]


def _relative(spot: Spot, found: Cast) -> int:
    """The doer in a relative clause (غارات نفذها الجيش, محادثات أجراها الوزير مع); 0 if there is none."""
    for step in range(1, _THROUGH + 1):
        word = spot.word(step)
        if not word or word in PREPOSITIONS:
            return _relative_after(spot, found, step) if word else 0
        if word in RELATIVES:
            done = spot.word(step + 1)
            held = done.endswith(SUFFIXES) and not done.startswith(WITNESSING)
            return _doer(spot, found, spot.index + step + 2) if held else 0
        if word.endswith(SUFFIXES) and word.startswith(DOING):
            return _doer(spot, found, spot.index + step + 1)
    return 0


def _relative_after(spot: Spot, found: Cast, step: int) -> int:
    """The doer in a relative clause after what an attack is aimed at: الحرب على الإرهاب التي تشنها الحكومة."""
    if spot.word(step) not in AGAINST:
        return 0
    for at in range(step + 1, step + _THROUGH + 1):
        done = spot.word(at + 1)
        if spot.word(at) in RELATIVES:
            held = done.endswith(SUFFIXES) and done.startswith(DOING)
            return spot.index + 1 if held and _doer(spot, found, spot.index + at + 2) else 0
    return 0


def _doer(spot: Spot, found: Cast, first: int) -> int:
    names = spot.scene.between(first, min(spot.last, first + ADJACENT))
    if names and lead(spot.page, first, names[0]) is None:
        joined = row(spot.scene, names[0], spot.last)
        found.actors.extend(parties(joined, "party.relative"))
        return joined[-1].last
    phrase = phrases.nation(spot, first, relative=True)
    found.actors.extend([phrase[0]] if phrase else [])
    return phrase[1] if phrase else 0


def _genitive(spot: Spot, found: Cast) -> int:
    """Whom the noun belongs to; returns the index of the word after it."""
    first, kind = spot.index + 1, spot.hit.rule.trigger.genitive
    names = [] if spot.definite else nearest(spot.scene, first, spot.last)
    if not names:
        phrase = phrases.nation(spot, first) if kind == "actor" and not spot.owned else None
        found.actors.extend([phrase[0]] if phrase else [])
        return phrase[1] if phrase else first
    after = names[-1].last
    if spot.owned:  # its pronoun is whom it belongs to: دعمه الحكومة, لقائه الوزير
        if spot.hit.rule.trigger.mutual:
            found.actors.extend(parties(names, "party.with"))
        else:
            found.recipients.extend(parties(names, "party.object"))
        return after
    if kind == "recipient" and after < spot.last and _done_to(spot, after):
        taken = spot.scene.between(after, after + 1)
        to = parties(row(spot.scene, taken[0], spot.last), "party.target") if taken else []
        found.actors.extend(parties(names, "party.genitive"))
        found.recipients.extend(to or phrases.brought(spot, after, frozenset({"ل"})))
        return after + 1
    if kind == "either":
        leads = {lead(spot.page, after, name) for name in spot.scene.between(after, spot.last)}
        seized = "علي" in spot.hit.rule.to and "علي" in spot.page.words[after : min(after + _OF, spot.last)]
        kind = "actor" if seized or not leads.isdisjoint({"ل", *AGAINST}) else "recipient"
    (found.recipients if kind == "recipient" else found.actors).extend(parties(names, "party.genitive"))
    return after


def _done_to(spot: Spot, at: int) -> bool:
    """Whether ل right after a genitive brings in whom it is done to: قتل الشرطة للشاب, اعتقال السلطات لعشرة."""
    words, names = spot.page.words, spot.scene.between(at, at + 1)
    if spot.page.gap(at - 1).strip():
        return False
    if names:
        return lead(spot.page, at, names[0]) == "ل"
    bare = words[at].removeprefix("ل")
    return bare != words[at] and (is_people(bare) or is_party(f"ال{bare.removeprefix('ل')}"))


def _led(spot: Spot, found: Cast, first: int) -> None:
    """The parties that prepositions bring in: between, with, against, by, from."""
    trigger = spot.hit.rule.trigger
    for name in spot.scene.between(first, spot.last):
        led = lead(spot.page, first, name)
        if led == "من" and trigger.family == "capturing" and not out_of(spot.page, name):
            continue
        wielded = trigger.genitive == "recipient" and voice.wielded(spot, name)
        role = _role(spot, led, name.first - spot.index, wielded=wielded)
        if role in {"between", "with"}:
            beside = [replace(one, rule=f"party.{role}") for one in phrases.beside(spot, first, name)]
            found.actors.extend(beside + parties(row(spot.scene, name, spot.last), f"party.{role}"))
            return
        if role == "target":
            names = row(spot.scene, name, spot.last)
            found.recipients.extend(phrases.place_of(spot, first, name) or parties(names, "party.target"))
            return
        if role == "by" and not found.actors:
            found.actors.extend(parties(row(spot.scene, name, spot.last), "party.by"))
    if trigger.mutual:
        found.actors.extend(phrases.companion(spot, first))
    elif trigger.genitive in {"recipient", "either"} or trigger.type == "ASSAULT":
        found.recipients.extend([] if found.recipients else phrases.target(spot, first))
    if not found.recipients and not trigger.mutual:
        brought = phrases.brought(spot, first, spot.hit.rule.to | AGAINST)
        found.recipients.extend(brought or phrases.town(spot, first))


def _role(spot: Spot, led: str | None, distance: int, *, wielded: bool) -> str | None:
    """What a preposition makes of the name that it brings in, so many words after the noun."""
    trigger, allowed = spot.hit.rule.trigger, spot.hit.rule.to
    if led == "بين":
        return "between" if trigger.mutual else None
    if led == "مع" and (trigger.mutual or led in allowed):
        return "with" if trigger.mutual else "target"
    own = trigger.type in _FROM and trigger.mode != "withdraw"
    if led == BY or wielded or (led == "من" and own and distance <= _THROUGH):
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
            first = after_time(spot.page, spot.index + step + 1, spot.last)
            names = nearest(spot.scene, first, spot.last)
            return parties(names, "party.target") if names else phrases.target(spot, first)
    return []


def _asked(spot: Spot) -> list[Party]:
    """Who does what others asked for: زار الوزير أنقرة بدعوة من نظيره, بناء على طلب من الحكومة."""
    if spot.hit.rule.trigger.id != "request.at-request" or not _IN_ANSWER.intersection(
        (spot.word(0)[0], spot.word(-1))
    ):
        return []
    return governor(spot)


def _adjectival(spot: Spot, reach: int) -> list[Party]:
    """The state whose adjective qualifies the noun: الغارات الروسية."""
    for step in range(1, reach + 1):
        word, at = spot.word(step), spot.index + step
        code = ADJECTIVES.get(word) or (NATIONALS.get(word) if spot.hit.rule.trigger.type == "SANCTION" else None)
        named = spot.scene.before(at + 1, spot.index + 1)
        if code is not None and at < spot.last and not (named and named.first <= at < named.last):
            name = spot.scene.states.get(code, STATES[code].names[0])
            return [Party(code, name, spot.scene.extract(at, at + 1), "party.adjective")]
        if word in PREPOSITIONS:
            break
    return []
