"""Lines to fill timelines with: as many as are wanted, of words as frequent as in the articles given.

Each line is a statement of 8 to 30 words, drawn one by one from the running words of the articles, so a common word is
as common in a million lines as it is in news. Of the longer words a third are made up, as names are that a few articles
do not know, and no two lines resemble each other by more than chance.
"""

import random
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta

from schemas import folding
from schemas.ids import article_id, quotation_ids, statement_block, unknown_actor_id
from schemas.quotations import Quotation
from schemas.ranks import Rank
from schemas.registry import CONTRIBUTIONS, encode
from schemas.source import Source
from schemas.text import Extract, Party
from schemas.timeline import Contribution, Statement
from streams.agents.step import Record
from streams.rules import RULES

#: Lines that an article gives an actor.
LINES = 5
#: The longest timeline: what is wanted beyond it is told of others.
LONGEST = 100_000
#: Articles that speak of each of the others.
_ARTICLES_EACH = 4
_EVERY = timedelta(hours=1)
_START = datetime(2000, 1, 1, tzinfo=UTC)
_SHORTEST, _MOST = 8, 30
#: Words of so many letters are content; one in so many of these is made up.
_LONG, _MADE_UP = 5, 3
_LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
_SEED = 20_000_101


def contributions(actor: str, number: int, texts: Sequence[str]) -> Iterator[Record]:
    """Yield records of `timeline.contributions` that make so many lines: the first 100,000 in the timeline of `actor`.

    Args:
        actor: Id of the actor.
        number: How many lines, over all timelines.
        texts: Texts whose words the lines are made of.
    """
    chance = random.Random(_SEED)  # noqa: S311 -- repeatable lines, no secrets
    words = [_other_word(word, chance) for text in texts for word in text.split()]
    for start in range(0, number if words else 0, LINES):
        said = [" ".join(chance.choices(words, k=chance.randint(_SHORTEST, _MOST))) for _ in range(LINES)]
        whose = (actor, actor) if start < LONGEST else _somebody((start - LONGEST) // (LINES * _ARTICLES_EACH))
        yield _contribution(*whose, start // LINES, said[: number - start])


def _other_word(word: str, chance: random.Random) -> str:
    made_up = len(word) >= _LONG and chance.randrange(_MADE_UP) == 0
    return "".join(chance.choices(_LETTERS, k=len(word))) if made_up else word


def _somebody(place: int) -> tuple[str, str]:
    name = f"متحدث رقم {place}"
    return unknown_actor_id(name) or name, name


def _contribution(actor: str, name: str, place: int, said: Sequence[str]) -> Record:
    """What one article has an actor say."""
    uri = f"urn:musnad:bench:line:{place}"
    article = article_id(uri)
    moment = _START + place * _EVERY
    contribution = Contribution(
        actor=actor,
        name=name,
        source=Source(article, uri, outlet="Bench", published=moment.isoformat()),
        rank=Rank(0, "", moment, article, RULES),
        lines=[
            Statement(
                block=statement_block(words, negated=False),
                quotation=Quotation(
                    id=identity,
                    kind="indirect",
                    content=Extract(0, len(words), words),
                    speakers=[Party(actor, name, None, "bench")],
                    rule="bench",
                ),
            )
            for identity, words in zip(quotation_ids(article, map(folding.words, said)), said, strict=True)
        ],
    )
    return Record(CONTRIBUTIONS.name, 0, 0, actor.encode(), encode(contribution), moment)
