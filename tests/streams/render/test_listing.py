"""Lists of actors and of what a search found, for people and for machines."""

import msgspec

from streams.reader.views import ActorView, Hit, LineView, SearchView
from streams.render import actors_json, render_actors, render_search, search_json, timeline_json

from .samples import did, printed, said, timeline

ACTORS = [
    ActorView(id="vladimir-putin", name="فلاديمير بوتين", statements=1200, events=9, about=3),
    ActorView(id="x-1", name="ديميتري بيسكوف", events=1),
]


def test_actors_stand_in_columns_before_their_names() -> None:
    """Numbers and ids line up, and Arabic comes last, so that no reordering breaks the columns."""
    assert printed(render_actors, ACTORS) == (
        "statements  events   about  actor\n"
        "     1,200       9       3  vladimir-putin  فلاديمير بوتين\n"
        "         0       1       0  x-1             ديميتري بيسكوف\n"
    )


def test_no_actors() -> None:
    """An empty list says so."""
    assert printed(render_actors, []) == "No actors.\n"


def test_a_hit_names_its_date_its_actors_and_who_speaks() -> None:
    """A search result can be read without opening the timeline."""
    hits = [Hit(line=did(), actors=["hassan-rouhani", "vladimir-putin"]), Hit(line=said(), actors=["vladimir-putin"])]
    text = printed(render_search, SearchView(query="x", hits=hits))

    assert text.startswith(
        "December 2016  hassan-rouhani, vladimir-putin\n  • فلاديمير بوتين talked by phone (هاتف) with حسن روحاني"
    )
    assert "  • فلاديمير بوتين said (أكد)\n" in text
    assert text.endswith("2 lines found.\n")


def test_a_search_that_was_cut_says_how_to_see_more() -> None:
    """A limit is no silence, and nothing found is an answer."""
    cut = SearchView(query="x", hits=[Hit(line=said(), actors=[])], more=True)

    assert printed(render_search, cut).endswith("More than 1 line: narrow the search or raise --limit.\n")
    assert printed(render_search, SearchView(query="x", hits=[])) == "0 lines found.\n"


def test_json_lines_decode_into_the_views_they_were() -> None:
    """Machines get what people see, a document a line, and nothing is lost."""
    view = timeline(said(), did())
    hits = SearchView(query="x", hits=[Hit(line=did(), actors=["a", "b"])])

    assert [msgspec.json.decode(line, type=LineView) for line in timeline_json(view)] == view.lines
    assert [msgspec.json.decode(line, type=ActorView) for line in actors_json(ACTORS)] == ACTORS
    assert [msgspec.json.decode(line, type=Hit) for line in search_json(hits)] == hits.hits
    assert all(b"\n" not in line for line in timeline_json(view))
