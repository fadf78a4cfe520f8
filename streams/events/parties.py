"""Who does it, and to whom it is done.

Arabic puts the subject after its verb (قصف الجيش المدينة) or before it (أن الجيش قصف المدينة). A verbal noun is
followed by whom it belongs to (قصف الجيش, اغتيال الوزير). Prepositions bring in the rest (هجوم على, بين ... و...).
Names come from the mentions of the article; a crowd (متظاهرون) stands for a party without an id.
"""

from itertools import islice

from msgspec.structs import replace

from schemas.folding import fold
from schemas.text import Party
from streams.events import agreement, ahead, crowds, phrases, rows, voice
from streams.events.crowds import is_noun
from streams.events.finder import Hit
from streams.events.forms import SUFFIXES
from streams.events.governors import BY_OTHERS, governor
from streams.events.nouns import carried, of_noun
from streams.events.owners import VISIT, stands_for
from streams.events.phrases import ON_PLACES, TO_PEOPLE
from streams.events.rows import BY, bare, clause_end, lead, nearest, row, row_before
from streams.events.scene import Name, Scene
from streams.events.spot import AGAINST, Cast, Spot, antecedent, both, country, parties, says_we, speakers, together
from streams.lexicon.acts import ACTS
from streams.lexicon.grammar import (
    BY_PRONOUN,
    CLAUSE_OPENERS,
    COUNTRY,
    DEALS,
    DUALS,
    FORCES,
    PARTICLES,
    PLACES,
    PRONOUNS,
    RELATIVES,
    RESUMPTIVES,
    SUBJECT_LEADS,
    SUBORDINATES,
    THAT,
    WERE,
)
from streams.lexicon.places import ADJECTIVES, STATES

#: Types that answer what somebody said or did.
ANSWERS = frozenset({"REJECT", "ACCUSE", "SUPPORT"})
#: What takes up a whole clause before a relative: وهو ما رفضته, الأمر الذي أدانته.
MATTER_OF = frozenset({"وهو", "وهي", "هو", "الامر", "الشي"})
_REACH = 16
#: How far after a sanction whom it strikes may stand.
_STRUCK = 12
#: Rules of steps that end or withhold something.
_STRIKING = frozenset({"sanction.quit", "sanction.cancel", "sanction.cut", "sanction.impose"})
#: What else is named after the place where it was made.
_PLACED = frozenset({"اعلان", "موتمر", "اجتماع"})
#: What a clause begins with before its verb.
_BEGINNING = (SUBORDINATES | SUBJECT_LEADS | PARTICLES | frozenset({"اذ", "لكنه", "لكنها", "لكنهم", "ثم", "حيث"})) - {
    "ما"
}
_OPENERS = _BEGINNING | PRONOUNS | CLAUSE_OPENERS | THAT | {"لهذا", "لذا", "لذلك", "ربما", "ولهذا", "ولذلك"}
#: Types whose recipient a pronoun on a preposition may tell.
_LED_TO = frozenset({"REQUEST", "COERCE", "SANCTION", "AID"})
_THROUGH = 4
_NEAR = 6
#: To bring a charge: who is charged follows إلى or ل.
_CHARGE = "accuse.charge"


def cast(scene: Scene, hit: Hit, start: int, end: int, earlier: Cast | None) -> Cast:
    """Find the parties of a trigger.

    Args:
        scene: The article.
        hit: The trigger.
        start: Index of the first word of its sentence.
        end: Index after the last one.
        earlier: The parties of the trigger before it in the sentence, if there is one.
    """
    through = _THROUGH if hit.tense == "noun" else 0
    last = clause_end(scene.page, hit.index, min(end, hit.index + _REACH), through=through)
    spot = Spot(scene, scene.page, hit, hit.index, start, last, earlier)
    if hit.tense == "noun":
        found = of_noun(spot)
    elif hit.tense == "participle":
        found = Cast(speakers(spot), _objects(spot, hit.index + 1))
    else:
        found = _of_verb(spot)
    if hit.rule.trigger.mutual:
        found = Cast(found.actors + found.recipients, [])
    if hit.rule.trigger.id in _STRIKING and found.actors and not found.recipients:
        found.recipients.extend(_struck(spot, found.actors, end))
    found.actors.extend(crowds.joined(spot, found.actors))
    found.recipients.extend(crowds.joined(spot, found.recipients))
    actors = _distinct([spot.formal(party) for party in found.actors], [])
    if hit.rule.trigger.type not in ON_PLACES:
        found.recipients = [spot.formal(party) for party in found.recipients]
    return Cast(actors, _distinct(found.recipients, actors))


def _of_verb(spot: Spot) -> Cast:
    before = spot.word(-2) if spot.word(-1) in PARTICLES else spot.word(-1)
    resumed = spot.word(1) in RESUMPTIVES
    owned, after = resumed or spot.owned, spot.index + 1 + resumed
    if resumed and spot.hit.rule.trigger.id == _CHARGE:  # لم توجه إليه تهمة
        return Cast(voice.doers(spot), antecedent(spot, _REACH, "party.charged"))
    led = before in RELATIVES and not (owned or _other_than(spot, before))
    if (before in PRONOUNS and spot.word(-1) != "ما") or led:  # وهو ما رفضته الوكالة
        who = ahead.taken_up(spot) if before in RELATIVES else []
        told = led and _after_noun(replace(spot, index=spot.index - 1))
        meant = antecedent(spot, _NEAR, "party.antecedent")
        if meant and before in PRONOUNS and _not_meant(spot, before):
            meant = speakers(spot)
        actors = who or meant or ([] if told else speakers(spot))
        return Cast(actors, _objects_of(spot, actors, after))
    taking_up = before not in RELATIVES and _takes_up(spot)
    suffered = None if taking_up or _listed(spot) else voice.suffered(spot, after, _subject_before(spot))
    if suffered is not None:
        return suffered
    actors, rest = _subject(spot, after)
    if taking_up:
        actors = actors or _carried(spot)
        return Cast(actors, stands_for(spot, spot.word(0), actors))
    if spot.hit.rule.trigger.suffers:
        return Cast(voice.doers(spot), actors or _carried(spot))
    taken_up: list[Party] = []
    if owned and (before in RELATIVES or spot.word(-1) == "ما"):
        taken_up = ahead.taken_up(spot) or _right_before(spot) or _answered(spot)
    objects = taken_up or _led_to(spot, actors or _carried(spot)) or _objects_of(spot, actors, rest)
    if not (actors or objects) and voice.bare(spot, rest):
        objects = _carried(spot)
    done_to = {party.name for party in objects}
    actors = actors or voice.doers(spot) or [party for party in _carried(spot) if party.name not in done_to]
    return Cast(actors, objects)


def _not_meant(spot: Spot, pronoun: str) -> bool:
    """Whether the name before a pronoun is not whom it stands for: قال الوزير لرويترز إنه طلب."""
    name = spot.scene.before(spot.index, spot.start)
    other = name is not None and agreement.apart(agreement.of_pronoun(pronoun), agreement.of_name(spot.page, name))
    return name is not None and (other or lead(spot.page, spot.start, name) in {"ل", "الي", "مع"})


def _takes_up(spot: Spot) -> bool:
    """Whether a verb that begins a clause has a pronoun for its object: إذ تتهمها إسرائيل, واتهمته بالكذب."""
    if not spot.owned or spot.word(0) in spot.hit.rule.named or spot.hit.rule.trigger.type not in TO_PEOPLE:
        return False
    return spot.hit.linked or spot.page.commas[spot.index - 1] or spot.word(-1) in _BEGINNING


def _led_to(spot: Spot, actors: list[Party]) -> list[Party]:
    """Whom a pronoun on a preposition right after a verb stands for: طلبت منه, حكمت عليه."""
    trigger = spot.hit.rule.trigger
    if trigger.type not in _LED_TO:
        return []
    word = spot.word(1)
    return stands_for(spot, word, actors) if BY_PRONOUN.get(word) in {*spot.hit.rule.to, *AGAINST} else []


def _other_than(spot: Spot, relative: str) -> bool:
    """Whether a verb after a relative has another subject, by its gender: الهجوم الذي تتهم لندن موسكو بشنه.

    A subject that belongs to whom the relative takes up stands for him: الرئيس الذي تقاتل قواته المعارضة.
    """
    if spot.held(1):
        return False
    return agreement.apart(agreement.gender(spot.hit, spot.word(0)), agreement.OF_RELATIVES.get(relative.lstrip("و")))


def _right_before(spot: Spot) -> list[Party]:
    """The name right before a relative, which a pronoun on the verb takes up: القوات التي تدعمها."""
    name = spot.scene.before(spot.index, spot.start)
    return parties([name], "party.antecedent") if name and spot.index - name.last <= 1 else []


def _struck(spot: Spot, actors: list[Party], end: int) -> list[Party]:
    """Whom a step strikes that is told of a deal or a payment: الانسحاب من الاتفاق النووي الإيراني, وقف تمويل الوكالة.

    It is the next state or body that the rest of the sentence names, or the state whose adjective it has, other than
    whoever takes the step.
    """
    codes = {one.id for one in actors} | {spot.scene.loyalties.get(one.id or "") for one in actors}
    last = min(end, spot.index + _STRUCK)
    names = (one for one in spot.scene.between(spot.index + 1, last) if one.mention.kind in {"state", "body"})
    others = (one for one in names if one.mention.actor not in codes)
    name = next((one for one in others if spot.page.words[one.first - 1] not in DEALS | _PLACED), None)
    for at in range(spot.index + 1, min(name.first if name else last, last)):
        code = ADJECTIVES.get(spot.page.words[at])
        if code is not None and code not in codes:
            state = spot.scene.states.get(code, STATES[code].names[0])
            return [Party(code, state, spot.scene.extract(at, at + 1), "party.struck")]
    return parties([name], "party.struck") if name else []


def _answered(spot: Spot) -> list[Party]:
    """Whose words or step others answer: قالت الولايات المتحدة ...، وهو ما رفضته الحكومة."""
    if spot.hit.rule.trigger.type not in ANSWERS or spot.word(-2) not in MATTER_OF:
        return []
    said = speakers(spot)
    if said:
        return said
    names = (name for name in spot.scene.between(spot.start, spot.index) if lead(spot.page, spot.start, name) is None)
    return parties(list(islice(names, 1)), "party.answered")


def _subject(spot: Spot, after: int) -> tuple[list[Party], int]:
    """The subject of a verb that has one of its own, and the index of the first word in which its object may be."""
    early = _early(spot)
    if early or agreement.plural(spot.hit, spot.word(0)):
        two = both(spot) if spot.word(-1) in DUALS else []
        return early or two or ahead.plural_before(spot), after
    doing = voice.acting(spot, after)
    if doing:
        return [doing[0]], doing[1]
    names = nearest(spot.scene, after, spot.last)
    if names and _object_of(spot, names):
        found = ahead.between(spot, after, names[0].first) if names[0].first > after else None
        return ([found] if found else []), names[0].first if found else after
    if names:
        return parties(names, "party.subject"), names[-1].last
    if spot.word(after - spot.index) in DUALS:
        return both(spot), after + 1
    phrase = phrases.subject(spot, after)
    return ([phrase[0]], phrase[1]) if phrase else ([], after)


def _object_of(spot: Spot, names: list[Name]) -> bool:
    """Whether names right after a verb are its object: it does not agree with them, or has to have one and no other."""
    first, rest = names[0], names[-1].last
    if spot.owned:
        return False
    if spot.hit.rule.trigger.mode == VISIT and first.mention.kind == "state":
        return True
    if agreement.apart(agreement.gender(spot.hit, spot.word(0)), agreement.of_name(spot.page, first)):
        return True
    if spot.hit.rule.trigger.mode != "allege" or rest >= spot.last:
        return False
    return rows.brought(spot.page.words[rest]) and not spot.scene.between(rest, rest + 1)


def _own(spot: Spot) -> list[Party]:
    """Whoever a noun with a pronoun right before a verb belongs to: أن بلاده لن تقبل, إن طائراته قصفت."""
    words, first = spot.page.words, max(spot.start, spot.index - _NEAR - 1)
    at = next((at for at in range(spot.index - 2, first - 1, -1) if words[at] in SUBJECT_LEADS), None)
    word = words[at + 1] if at is not None and not any(spot.page.commas[at : spot.index]) else ""
    if not word.endswith(SUFFIXES):
        return []
    if word in COUNTRY:
        return country(spot, speakers(spot), "party.country")
    head = word.removesuffix("هم").removesuffix("ها").removesuffix("ه")
    if head not in FORCES or at is None:
        return []
    names = (name for name in reversed(spot.scene.between(spot.start, at)) if lead(spot.page, spot.start, name) is None)
    return speakers(spot) or parties(list(islice(names, 1)), "party.own")


def _background(spot: Spot) -> list[Party]:
    """The subject right after كان, however much stands between it and the verb: وكان الوزير، الذي ...، قد دعا."""
    if spot.word(-1) != "قد" or spot.page.words[spot.start] not in WERE:
        return []
    return parties(nearest(spot.scene, spot.start + 1, spot.index), "party.led")


def _listed(spot: Spot) -> list[Party]:
    """The name that heads an item of a list right before its verb: بريطانيا: طردت 23 دبلوماسيا."""
    if spot.hit.sentence not in spot.scene.items:
        return []
    names = spot.scene.between(spot.start, spot.start + 1)
    return parties(names, "party.heads-item") if names and names[0].last == spot.index else []


def _early(spot: Spot) -> list[Party]:
    """The subject of a verb that stands before it, or is we."""
    own = _own(spot) or _background(spot) or _listed(spot)
    if own:
        return own
    before = _subject_before(spot)
    if before:
        return parties(before, "party.subject-before")
    led, first = ahead.led_subject(spot)
    names = spot.scene.between(first, first + 1) if first else []
    if names:
        return parties(row(spot.scene, names[0], spot.index), "party.led")
    crowd = led or ahead.people_before(spot)
    return [crowd] if crowd else together(spot)


def _subject_before(spot: Spot) -> list[Name]:
    """The subject that stands before its verb, with nothing but a particle between."""
    name = spot.scene.before(spot.index, spot.start)
    if name is None or spot.hit.linked:
        return []
    between = [word for word in spot.page.words[name.last : spot.index] if word not in PARTICLES]
    if between or not bare(spot.page, name.last - 1, spot.index) or spot.page.commas[spot.index - 1]:
        return []
    names = row_before(spot.scene, name, spot.start)
    if len(names) == 1 and agreement.plural(spot.hit, spot.word(0)) and not ahead.plural_name(spot.page, names[0]):
        return []
    return names if lead(spot.page, max(spot.start, names[0].first - 2), names[0]) is None else []


def _objects_of(spot: Spot, actors: list[Party], first: int) -> list[Party]:
    """The objects of a verb; those who agree or meet in the plural are all that take part: اتفقتا على إزاحة الوزير."""
    whole = spot.hit.rule.trigger.mutual and len(actors) > 1 and agreement.plural(spot.hit, spot.word(0))
    return [] if whole else _objects(spot, first)


def _objects(spot: Spot, first: int) -> list[Party]:
    """The names to whom it is done: the next one that no preposition of place brings in."""
    trigger = spot.hit.rule.trigger
    with_whom = ("مع", "ب") if trigger.mutual else AGAINST
    towards = () if trigger.type == "REQUEST" else ("ل", "الي")
    allowed = {*spot.hit.rule.to, *with_whom, *towards, None}
    people = phrases.right_after(spot, first)
    if people:
        return people
    for name in spot.scene.between(first, spot.last):
        if name.first > first and _is_verb(spot.page.words[name.first - 1]):
            break  # the subject or the object of that one
        led = lead(spot.page, first, name)
        if led == "من" and trigger.family == "capturing" and not rows.out_of(spot.page, name):
            continue
        apart = any(spot.page.commas[first - 1 : name.first])
        if led in allowed and not (apart and led in {"ل", "الي"}):
            return phrases.place_of(spot, first, name) or parties(row(spot.scene, name, spot.last), "party.object")
        if led not in PLACES and led not in {"ب", BY} and not trigger.mutual:
            break
    if trigger.mutual:
        return phrases.companion(spot, first)
    brought = phrases.brought(spot, first, spot.hit.rule.to | AGAINST)
    return phrases.target(spot, first) or brought or _asked(spot, first)


def _is_verb(word: str) -> bool:
    """Whether a word is a verb for certain, by a form that no noun has: عثرت, يدين; not وصف, تبني."""
    return word in ACTS and (word[-1] == "ت" or word.removeprefix("و")[0] == "ي")


def _asked(spot: Spot, first: int) -> list[Party]:
    """The noun right after the subject of a verb that is done to people: دعا الرئيس القوى المشاركة إلى."""
    trigger = spot.hit.rule.trigger
    if trigger.type != "REQUEST" and trigger.mode != "allege" and trigger.genitive != "recipient":
        return []
    found = phrases.definite(spot, first)
    return [found[0]] if found else []


def _carried(spot: Spot) -> list[Party]:
    """The subject of a verb without one: that of the trigger before it, of the verb over it, else whoever speaks."""
    return (
        carried(spot)
        or ahead.clause_over(spot)
        or governor(spot)
        or ([] if spot.hit.rule.trigger.type in BY_OTHERS or _told(spot) else speakers(spot))
    )


def _told(spot: Spot) -> bool:
    """Whether a definite noun right after a verb may be its subject, though it names neither people nor a body."""
    if spot.hit.tense == "noun":
        return False
    return _after_noun(spot) or (is_noun(spot.word(1)) and not spot.page.gap(spot.index).strip())


def _after_noun(spot: Spot) -> bool:
    """Whether what stands right before a verb may be its subject, though it names nobody: إن ممثلا للادعاء طالب."""
    at = spot.index - 1
    while at > spot.start and spot.page.words[at] in PARTICLES:
        at -= 1
    if spot.hit.linked or spot.hit.tense == "participle" or at <= spot.start or spot.page.gap(at).strip():
        return False
    word = spot.page.words[at]
    if word in _OPENERS or spot.held(at - spot.index) or says_we(spot):
        return False
    return all(word not in fold(one.name or "").split() for one in speakers(spot))


def _distinct(found: list[Party], others: list[Party]) -> list[Party]:
    taken = {party.id or party.name for party in others}
    kept = []
    for party in found:
        key = party.id or party.name
        if key not in taken:
            taken.add(key)
            kept.append(party)
    return kept
