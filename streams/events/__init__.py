"""Events: what an article says an actor did, will do or did not do, beyond speaking.

`extract` finds them, `lines` tells what they and the quotations of the article add to the timelines of its actors.
"""

from streams.events.contributions import lines
from streams.events.extraction import extract

__all__ = ["extract", "lines"]
