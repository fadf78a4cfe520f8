"""A frame: what one verb of speech has around it."""

from msgspec import Struct

from streams.quotes.marks import Span
from streams.quotes.speakers import Speakers


class Frame(Struct):
    """What follows one verb.

    Attributes:
        speakers: Its subject, perhaps empty.
        start: Token that the content begins with.
        rule: Rule that found the content.
        span: The marked stretch that is the content, where it is one.
        bare: Whether a colon without marks opens the content.
        via: Who passes the words on.
    """

    speakers: Speakers
    start: int
    rule: str
    span: Span | None = None
    bare: bool = False
    via: Speakers = ()
