"""A mention as it is found in a text, before `refer` settles who it is."""

from msgspec import Struct

from streams.lexicon.actors import ActorKind
from streams.quotes.tokens import Tokens


class Found(Struct):
    """A mention as it is found, before it is settled who it is.

    Attributes:
        first: First token.
        last: Token after the last one.
        start: Offset of the first character, clitics left out.
        end: Offset after the last one.
        kind: `person`, `office`, `body`, `state` or `document`.
        name: Name of the actor as it stands here, without its title.
        rule: Rule that found it.
        actor: Id, where it is known already.
        title: The title that stands with it, or its own words for an office.
        head: Head of the title or of the body, folded, without article.
        state: State that the title names by an adjective or a name, or empty.
        office: Identity of the office, or empty.
        named: First token of the name within the mention.
        weak: Whether it counts only while a role of the actor lasts.
        capital: Whether it is a capital.
        full: The fullest form that the article gives; filled in by `refer`.
        feminine: Whether the form is feminine, None where that is open.
        plural: Whether the form is plural or dual.
        whose: First token of the name of the person that the title speaks for, and the token after it, if there is one.
    """

    first: int
    last: int
    start: int
    end: int
    kind: ActorKind
    name: str
    rule: str
    actor: str | None = None
    title: str = ""
    head: str = ""
    state: str = ""
    office: str = ""
    named: int = -1
    weak: bool = False
    capital: bool = False
    full: str = ""
    feminine: bool | None = None
    plural: bool = False
    whose: tuple[int, int] | None = None


def label(tokens: Tokens, at: int, start: int, end: int) -> str:
    """Return the words of a mention, with the article that لل hides."""
    words = tokens.text[start:end]
    return "ال" + words if start > tokens.starts[at] and "لل" in tokens.text[tokens.starts[at] : start] else words
