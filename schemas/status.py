"""What became of an article, stage by stage."""

from typing import Literal

from msgspec import Struct, field

from schemas.ranks import Instant

Stage = Literal["normalize", "deduplicate", "quotes", "events", "timeline"]
Outcome = Literal["accepted", "duplicate", "superseded", "rejected", "withdrawn"]


class ArticleStatus(Struct, kw_only=True):
    """What one stage made of an article.

    Attributes:
        uri: The article's URI, or the key of a record that gives none.
        stage: The stage that speaks.
        outcome: `accepted`; `duplicate` of another article; `superseded` by a version that ranks higher; `rejected`
            to a dead-letter topic; `withdrawn`.
        reason: Reason code of a rejection: `malformed`, `not-utf-8`, `no-text`, `too-large`, `language`, `poison`, ...;
            `erased` for an article that was withdrawn for good.
        detail: The same in words.
        recorded: When the raw record was recorded.
        version: The feed's number of the version.
        counts: What was found: `characters`, `quotations`, `events`, `actors`, ...
        original: URI of the original, for a duplicate.
    """

    uri: str
    stage: Stage
    outcome: Outcome
    reason: str | None = None
    detail: str | None = None
    recorded: Instant | None = None
    version: int = 0
    counts: dict[str, int] = field(default_factory=dict)
    original: str | None = None
