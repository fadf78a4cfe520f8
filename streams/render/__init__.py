"""What people see on the terminal; JSON Lines for machines are in `jsonl`.

Colour never carries meaning alone, and what goes into a pipe is plain lines of text.
"""

from streams.render.differences import render_differences, render_tally
from streams.render.explain import render_explain
from streams.render.export import timeline_csv, timelinejs
from streams.render.jsonl import actors_json, search_json, timeline_json
from streams.render.listing import render_actors, render_search
from streams.render.timeline import render_timeline

__all__ = [
    "actors_json",
    "render_actors",
    "render_differences",
    "render_explain",
    "render_search",
    "render_tally",
    "render_timeline",
    "search_json",
    "timeline_csv",
    "timeline_json",
    "timelinejs",
]
