"""The same as rendered for people, for machines: one JSON document a line."""

from collections.abc import Iterator, Sequence

from schemas.registry import encode
from streams.reader.views import ActorView, SearchView, TimelineView


def timeline_json(view: TimelineView) -> Iterator[bytes]:
    """Yield a `LineView` for each line of a timeline."""
    yield from map(encode, view.lines)


def actors_json(actors: Sequence[ActorView]) -> Iterator[bytes]:
    """Yield an `ActorView` for each actor."""
    yield from map(encode, actors)


def search_json(view: SearchView) -> Iterator[bytes]:
    """Yield a `Hit` for each line that was found."""
    yield from map(encode, view.hits)
