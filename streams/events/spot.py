"""Where a trigger stands, and who takes part: what the rules about parties share."""

from dataclasses import dataclass, field

from schemas.text import Party
from streams.events.finder import Hit
from streams.events.rows import row_before
from streams.events.scene import Name, Scene
from streams.events.tokens import Page
from streams.lexicon.grammar import PLACES

#: Pronouns written onto a word.
SUFFIXES = ("ه", "ها", "هم", "هما")
#: Prepositions that bring in whom something is done against.
AGAINST = frozenset({"علي", "ضد"})


@dataclass
class Cast:
    """The parties of one event."""

    actors: list[Party] = field(default_factory=list)
    recipients: list[Party] = field(default_factory=list)


@dataclass(frozen=True)
class Spot:
    """Where a trigger stands.

    Attributes:
        scene: The article.
        hit: The trigger.
        start: Index of the first word of its sentence.
        last: Index after the last word in which its parties may be.
        earlier: The parties of the trigger before it in the sentence, if there is one.
    """

    scene: Scene
    hit: Hit
    start: int
    last: int
    earlier: Cast | None

    @property
    def page(self) -> Page:
        """The words of the article."""
        return self.scene.page

    @property
    def index(self) -> int:
        """The word of the trigger."""
        return self.hit.index

    @property
    def owned(self) -> bool:
        """Whether a pronoun is written onto the trigger: هجماته, تدعمها."""
        return self.word(0).endswith(SUFFIXES) and self.word(0) not in self.hit.rule.bare

    def word(self, step: int) -> str:
        """The word `step` words from the trigger, if it is in the sentence."""
        at = self.index + step
        return self.page.words[at] if self.start <= at < len(self.page.words) else ""


def parties(names: list[Name], rule: str) -> list[Party]:
    """Make parties of names."""
    return [Party(name.mention.actor, name.mention.name, name.mention.extract, rule) for name in names]


def antecedent(spot: Spot, reach: int, rule: str) -> list[Party]:
    """The name before a relative or a pronoun, at most `reach` words before the trigger."""
    name = spot.scene.before(spot.index, max(spot.start, spot.index - reach))
    return parties(row_before(spot.scene, name, spot.start), rule) if name else []


def speakers(spot: Spot) -> list[Party]:
    """Whoever speaks in the sentence: the speaker of its quotation, else the first name that is no place."""
    spoken = spot.scene.speaker(spot.index, spot.start)
    if spoken:
        return [Party(one.id, one.name, one.mention, "party.speaker") for one in spoken if one.name]
    for name in spot.scene.between(spot.start, spot.index):
        before = spot.page.words[name.first - 1] if name.first > spot.start else ""
        if name.mention.kind != "state" and before not in PLACES:
            return parties([name], "party.first-name")
    return []
