"""Where a trigger stands, and who takes part: what the rules about parties share."""

from msgspec import Struct, field
from msgspec.structs import replace

from schemas.text import Party
from streams.dates.page import Page
from streams.events.finder import Hit
from streams.events.forms import SUFFIXES
from streams.events.rows import lead, row, row_before
from streams.events.scene import Name, Scene, capital
from streams.lexicon.grammar import BOTH, DUAL_PERSONS, DUAL_STATES, DUALS, PAIRS, RELATIVES, WE
from streams.lexicon.places import STATES

#: How far back a dual finds its parties, in words.
_BOTH = 120
#: How far before a noun the two may stand that do it: استأنف البلدان المشاورات.
_DOING_BOTH = 3
#: Words from a relative to its verb: الذي كان قد.
_BESIDE = 3
#: How far after a noun a dual pronoun stands.
_PAIR = 4
#: Kinds of those who meet and agree, and of those who fight each other.
_SPEAKERS = frozenset({"state", "person"})
_FIGHTERS = frozenset({"body"})
#: Prepositions that bring in whom something is done against.
AGAINST = frozenset({"علي", "ضد"})


class Cast(Struct):
    """The parties of one event."""

    actors: list[Party] = field(default_factory=list)
    recipients: list[Party] = field(default_factory=list)


class Spot(Struct, frozen=True):
    """Where a trigger stands.

    Attributes:
        scene: The article.
        page: The words of the article.
        hit: The trigger.
        index: The word of the trigger.
        start: Index of the first word of its sentence.
        last: Index after the last word in which its parties may be.
        earlier: The parties of the trigger before it in the sentence, if there is one.
    """

    scene: Scene
    page: Page
    hit: Hit
    index: int
    start: int
    last: int
    earlier: Cast | None

    @property
    def owned(self) -> bool:
        """Whether a pronoun is written onto the trigger: هجماته, تدعمها."""
        word, rule = self.word(0), self.hit.rule
        if not self.held(0):
            return False
        return word not in rule.bare if self.hit.tense == "noun" else not word.endswith(rule.like_owned)

    def held(self, step: int) -> bool:
        """Whether the word `step` words from the trigger may end in a pronoun: قواته, but not القوة."""
        word = self.word(step)
        ends = word.endswith(SUFFIXES) and not word.startswith("ال")
        return ends and self.page.text[self.page.ends[self.index + step] - 1] != "ة"

    @property
    def definite(self) -> bool:
        """Whether the trigger is a noun with the article, which no genitive follows."""
        return self.hit.tense == "noun" and self.word(0) in self.hit.rule.definite

    def formal(self, party: Party) -> Party:
        """The party itself; the state, where it is a capital that acts for the state and the article names both."""
        state = self.scene.states.get(party.id or "")
        return replace(party, name=state) if state and capital(party.name or "") else party

    def word(self, step: int) -> str:
        """The word `step` words from the trigger, if it is in the sentence."""
        at, words = self.index + step, self.page.words
        return words[at] if self.start <= at < len(words) else ""


def parties(names: list[Name], rule: str) -> list[Party]:
    """Make parties of names."""
    return [Party(name.mention.actor, name.mention.name, name.mention.extract, rule) for name in names]


def antecedent(spot: Spot, reach: int, rule: str) -> list[Party]:
    """The name before a relative or a pronoun, at most `reach` words before the trigger."""
    name = spot.scene.before(spot.index, spot.start)
    near = name is not None and (spot.index - name.first <= reach or _beside(spot, name))
    return parties(row_before(spot.scene, name, spot.start), rule) if name and near else []


def _beside(spot: Spot, name: Name) -> bool:
    """Whether a relative right after a name, however long, and no more than a particle stand before the trigger."""
    return spot.page.words[name.last] in RELATIVES and spot.index - name.last <= _BESIDE


def together(spot: Spot) -> list[Party]:
    """The state of whoever says we: سنواصل التنسيق, says the Russian minister."""
    if not says_we(spot):
        return []
    return country(spot, spot.scene.speaker(spot.index, spot.start), "party.we")


def says_we(spot: Spot) -> bool:
    """Whether a trigger, or the verb over it, is said in the first person plural: سنواصل التنسيق."""
    word = spot.word(0).removeprefix("و").removeprefix("ف")
    if spot.hit.tense == "noun":
        return spot.word(-1).removeprefix("و") in WE
    return word.startswith("سن" if spot.hit.tense == "future" else "ن") or (
        spot.hit.tense == "past" and word.endswith("نا")
    )


def both(spot: Spot) -> list[Party]:
    """The last two parties told before, which a dual takes up: الجانبان, بينهما."""
    kinds = _FIGHTERS if spot.hit.rule.trigger.type == "ASSAULT" else _SPEAKERS
    if spot.hit.rule.trigger.type == "ASSAULT" and spot.earlier and spot.earlier.actors and spot.earlier.recipients:
        sides = spot.earlier.actors + spot.earlier.recipients
        return [Party(one.id, one.name, one.mention, "party.both") for one in sides]
    found: list[Name] = []
    near = set(spot.page.words[max(spot.index - _PAIR, spot.start) : min(spot.index + _PAIR, spot.last)])
    if kinds is _SPEAKERS and not near.isdisjoint(DUAL_STATES):
        kinds = frozenset({"state"})
    elif kinds is _SPEAKERS and not near.isdisjoint(DUAL_PERSONS):
        kinds = frozenset({"person", "office"})
    for name in reversed(spot.scene.between(max(spot.index - _BOTH, 0), spot.index)):
        if name.mention.kind not in kinds or name.mention.actor is None:
            continue
        if all(name.mention.actor != other.mention.actor for other in found) and (
            not found or name.mention.kind == found[0].mention.kind
        ):
            found.insert(0, name)
        if len(found) > 1:
            return parties(found, "party.both")
    return []


def pair(spot: Spot) -> list[Party]:
    """The two parties that a dual pronoun takes up: المحادثات التي جرت بينهما."""
    words = spot.page.words[spot.index + 1 : min(spot.index + 2 + _PAIR, spot.last)]
    for at, word in enumerate(words, spot.index + 1):
        if word in PAIRS:
            names = spot.scene.states
            extract = spot.scene.extract(at, at + 1)
            return [Party(code, names.get(code, STATES[code].names[0]), extract, "party.pair") for code in PAIRS[word]]
    before = spot.page.words[max(spot.index - _DOING_BOTH, spot.start) : spot.index]  # استأنف البلدان المشاورات
    return both(spot) if not (BOTH | DUALS).isdisjoint(words) or not DUALS.isdisjoint(before) else []


def country(spot: Spot, who: list[Party], rule: str) -> list[Party]:
    """The state that one of some actors serves."""
    for one in who:
        code = spot.scene.loyalties.get(one.id or "")
        if code:
            return [Party(code, spot.scene.states.get(code, STATES[code].names[0]), one.mention, rule)]
    return []


def speakers(spot: Spot) -> list[Party]:
    """Whoever speaks in the sentence, or for a verb that opens it in the one before."""
    spoken = spot.scene.speaker(spot.index, spot.start)
    if spoken:
        return [Party(one.id, one.name, one.mention, "party.speaker") for one in spoken if one.name]
    return _speakers_before(spot) if spot.index - spot.start <= 1 else []


def _speakers_before(spot: Spot) -> list[Party]:
    """Whoever speaks last in the sentence before, or is its subject: وأضاف ..., وطالب ...."""
    number = spot.hit.sentence
    if number == 0:
        return []
    start = spot.page.bounds[number - 1][0]
    spoken = spot.scene.speaker(spot.start - 1, start)
    if spoken:
        return [Party(one.id, one.name, one.mention, "party.sentence-before") for one in spoken if one.name]
    for name in spot.scene.between(start, spot.start)[:2]:
        if name.mention.kind != "state" and lead(spot.page, start, name) is None:
            return parties(row(spot.scene, name, spot.start), "party.sentence-before")
    return []
