"""Who does it, and to whom it is done.

Arabic puts the subject after its verb (قصف الجيش المدينة) or before it (أن الجيش قصف المدينة). A verbal noun is
followed by whom it belongs to (قصف الجيش, اغتيال الوزير). Prepositions bring in the rest (هجوم على, بين ... و...).
Names come from the mentions of the article; a noun phrase without a name stands for a party without an id.
"""

from dataclasses import dataclass, field

from schemas.text import Party
from streams.events.finder import Hit
from streams.events.scene import Name, Scene
from streams.events.tokens import Page
from streams.lexicon.grammar import BREAKS, JOINERS, PLACES, PREPOSITIONS, SUBJECT_LEADS

_REACH = 14
_ADJACENT = 3
_PHRASE = 4


@dataclass
class Cast:
    """The parties of one event."""

    actors: list[Party] = field(default_factory=list)
    recipients: list[Party] = field(default_factory=list)


def cast(scene: Scene, hit: Hit, start: int, end: int) -> Cast:
    """Find the parties of a trigger within its sentence, words `start` to `end`."""
    last = _clause_end(scene.page, hit.index, min(end, hit.index + _REACH))
    if hit.tense == "noun":
        found = _of_noun(scene, hit, start, last)
    elif hit.tense == "participle":
        found = Cast(_speaker(scene, hit.index, start), _objects(scene, hit, hit.index + 1, last))
    else:
        found = _of_verb(scene, hit, start, last)
    if hit.rule.trigger.mutual:
        found = Cast(found.actors + found.recipients, [])
    return Cast(_distinct(found.actors, []), _distinct(found.recipients, found.actors))


def _of_verb(scene: Scene, hit: Hit, start: int, last: int) -> Cast:
    before = _subject_before(scene, hit.index, start)
    if before:
        return Cast(
            [_party(name, "party.subject-before") for name in before], _objects(scene, hit, hit.index + 1, last)
        )
    subjects = _subject_after(scene, hit.index, last)
    if subjects:
        after = subjects[-1].last
        return Cast([_party(name, "party.subject") for name in subjects], _objects(scene, hit, after, last))
    phrase = _phrase(scene, hit.index + 1, last)
    if phrase:
        return Cast([phrase[0]], _objects(scene, hit, phrase[1], last))
    return Cast(_speaker(scene, hit.index, start), _objects(scene, hit, hit.index + 1, last))


def _of_noun(scene: Scene, hit: Hit, start: int, last: int) -> Cast:
    """Parties of a verbal noun: what it belongs to, those between whom and with whom, and the subject of its verb."""
    page, trigger = scene.page, hit.rule.trigger
    found = Cast()
    owners = _subject_after(scene, hit.index, last)
    after = hit.index + 1
    if owners:
        after = owners[-1].last
        target = found.recipients if trigger.genitive == "recipient" else found.actors
        target.extend(_party(name, "party.genitive") for name in owners)
    for name in scene.between(after, last):
        lead = _lead(page, after, name.first)
        if lead in {"بين", "مع"} and (trigger.mutual or trigger.to == "مع"):
            found.actors.extend(
                _party(joined, f"party.{'between' if lead == 'بين' else 'with'}") for joined in _row(scene, name, last)
            )
        elif lead in trigger.to.split() or (lead in {"علي", "ضد"} and not trigger.mutual):
            found.recipients.append(_party(name, "party.target"))
        else:
            continue
        break
    between = any(party.rule == "party.between" for party in found.actors)
    if not between and (not owners or trigger.genitive != "actor"):
        found.actors[:0] = _subject_of_sentence(scene, hit.index, start)
    return found


def _subject_of_sentence(scene: Scene, index: int, start: int) -> list[Party]:
    """The name nearest before a noun in its clause, if it is no mere place: the subject of the verb that governs it."""
    for name in reversed(scene.between(max(start, index - _REACH), index)):
        if _lead(scene.page, start, name.first) not in PLACES:
            return [_party(one, "party.governor") for one in _row_back(scene, name, start)]
    return _speaker(scene, index, start)


def _subject_before(scene: Scene, index: int, start: int) -> list[Name]:
    """The subject that stands before its verb, after أن, كان or at the head of the sentence."""
    name = scene.before(index, start)
    if name is None or index - name.last > _ADJACENT or not _bare(scene.page, name.last - 1, index):
        return []
    row = _row_back(scene, name, start)
    head = row[0].first
    lead = scene.page.words[max(start, head - 3) : head]
    return row if head == start or any(word in SUBJECT_LEADS for word in lead) else []


def _subject_after(scene: Scene, index: int, last: int) -> list[Name]:
    """The names that follow a word with nothing but nouns between: its subject, or what it belongs to."""
    for name in scene.between(index + 1, min(last, index + 1 + _ADJACENT + 3)):
        if any(word in PREPOSITIONS for word in scene.page.words[index + 1 : name.first]):
            return []
        return _row(scene, name, last)
    return []


def _objects(scene: Scene, hit: Hit, first: int, last: int) -> list[Party]:
    """The names to whom it is done: the next one that no preposition of place brings in."""
    allowed = hit.rule.trigger.to.split()
    for name in scene.between(first, last):
        lead = _lead(scene.page, first, name.first)
        if (
            lead is None
            or lead in allowed
            or (lead in {"علي", "ضد", "الي"})
            or (lead == "مع" and hit.rule.trigger.mutual)
        ):
            return [_party(one, "party.object") for one in _row(scene, name, last)]
        if lead not in PLACES:
            return []
    if first < last and first == hit.index + 1:
        return []
    phrase = _phrase(scene, first, last)
    return [phrase[0]] if phrase else []


def _lead(page: Page, first: int, index: int) -> str | None:
    """The last preposition between two places, or the one written onto the word: بـ or لـ."""
    for position in range(index - 1, max(first, index - 5) - 1, -1):
        word = page.words[position]
        if word in PREPOSITIONS:
            return word.removeprefix("و")
    head = page.words[index]
    return "ل" if head.startswith("لل") else None


def _row(scene: Scene, name: Name, last: int) -> list[Name]:
    """A name and those that follow it in a row: أ وب وج."""
    row = [name]
    for other in scene.between(name.last, last):
        words = scene.page.words
        joined = words[other.first][:1] == "و" or scene.page.gap(other.first - 1).strip() in {"،", ","}
        if joined and other.first - row[-1].last <= _ADJACENT - 1 and _bare(scene.page, row[-1].last - 1, other.first):
            row.append(other)
        elif other.first < row[-1].last + 1 and not joined:
            continue
        else:
            break
    return row


def _row_back(scene: Scene, name: Name, start: int) -> list[Name]:
    """A name and those that stand before it in its row."""
    row = [name]
    while scene.page.words[row[0].first][:1] == "و":
        other = scene.before(row[0].first, start)
        if (
            other is None
            or row[0].first - other.last > _ADJACENT - 1
            or not _bare(scene.page, other.last - 1, row[0].first)
        ):
            break
        row.insert(0, other)
    return row


def _bare(page: Page, first: int, last: int) -> bool:
    """Whether no stop and no preposition stands between two words."""
    return not any(word in PREPOSITIONS or word in BREAKS for word in page.words[first + 1 : last])


def _clause_end(page: Page, index: int, end: int) -> int:
    """Index after the last word of the clause that begins at word `index`."""
    for position in range(index, end):
        if position > index and page.words[position] in BREAKS:
            return position
        if any(mark in page.gap(position) for mark in ".!?؟\n;؛:"):
            return position + 1
    return end


def _speaker(scene: Scene, index: int, start: int) -> list[Party]:
    speakers = scene.speaker(index, start)
    if speakers:
        return [Party(one.id, one.name, one.mention, "party.speaker") for one in speakers if one.name]
    for name in scene.between(start, index):
        if name.mention.kind != "state":
            return [_party(name, "party.first-name")]
    return []


def _phrase(scene: Scene, first: int, last: int) -> tuple[Party, int] | None:
    """A noun phrase without a name: a head and what qualifies it, up to a preposition, a verb or a stop."""
    page, stop = scene.page, first
    while stop < min(last, first + _PHRASE):
        word = page.words[stop]
        if (
            word in PREPOSITIONS
            or word in BREAKS
            or word in JOINERS
            or word[:1].isdigit()
            or word.startswith(("لل", "بال"))
        ):
            break
        if stop > first and page.gap(stop - 1).strip():
            break
        if stop > first and not word.startswith("ال") and page.words[stop - 1].startswith("ال"):
            break
        stop += 1
    if stop == first or len(page.words[first]) < 4:  # noqa: PLR2004 -- particles are shorter
        return None
    mention = scene.extract(first, stop)
    return Party(None, mention.text, mention, "party.phrase"), stop


def _party(name: Name, rule: str) -> Party:
    return Party(name.mention.actor, name.mention.name, name.mention.extract, rule)


def _distinct(parties: list[Party], others: list[Party]) -> list[Party]:
    taken = {party.id or party.name for party in others}
    found = []
    for party in parties:
        key = party.id or party.name
        if key not in taken:
            taken.add(key)
            found.append(party)
    return found
