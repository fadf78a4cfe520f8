"""The commands that ask the reader's database: timeline, export, actors, search."""

import asyncio
import sys
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from cyclopts import Parameter

from streams import render
from streams.cli import common
from streams.clients.catchup import catch_up
from streams.errors import UsageError
from streams.lexicon.actors import ACTORS
from streams.reader import Reader, Sort, Window, moment, open_reader
from streams.settings import Settings

Offline = Annotated[bool, Parameter(negative="", help="Answer from the database as it is, without the broker.")]
DatabaseFile = Annotated[str | None, Parameter(name="--database", help="The reader's SQLite file.")]
From = Annotated[
    str | None, Parameter(name="--from", help="From this day, month or year on: 2016-12-29, 2016-12, 2016.")
]
To = Annotated[str | None, Parameter(name="--to", help="Up to this day, month or year.")]
AsOf = Annotated[
    str | None,
    Parameter(help="As it was recorded by then: a date (its end) or a time, in UTC unless it says otherwise."),
]
Only = Annotated[
    Sort | None,
    Parameter(help="Only what the actor said, what it did or had done to it, or what others said about it."),
]
Format = Literal["csv", "jsonl", "timelinejs"]
Retracted = Annotated[bool, Parameter(name="--retracted", negative="", help="Also lines that were taken back.")]


@contextmanager
def opened(settings: Settings, *, offline: bool = False) -> Iterator[Reader]:
    """Open the reader's database, caught up with the broker unless `offline`."""
    names = {identity: [actor.name, *actor.aliases] for identity, actor in ACTORS.items()}
    reader = open_reader(settings.database, names, renew=not offline)
    with closing(reader.database):
        if not offline:
            with common.progress(common.notes()) as bar:
                task = bar.add_task("catching up", total=None)
                asyncio.run(catch_up(settings, reader.database, lambda done: bar.update(task, completed=done)))
        yield reader


def timeline(
    actor: Annotated[str, Parameter(help="Who: an id, a name or an alias, such as vladimir-putin or لافروف.")],
    /,
    *,
    since: From = None,
    until: To = None,
    as_of: AsOf = None,
    retracted: Retracted = False,
    only: Only = None,
    limit: Annotated[int | None, Parameter(help="At most so many lines, each with its variants.")] = None,
    page: Annotated[str | None, Parameter(help="Go on from here: the token that the page before ends with.")] = None,
    broker: common.Broker = None,
    database: DatabaseFile = None,
    offline: Offline = False,
    as_json: common.Json = False,
) -> None:
    """Show what an actor said and did: when, to whom, from which article, and how many vouch for it."""
    window = Window(since=since, until=until, as_of=moment(as_of) if as_of else None, retracted=retracted, only=only)
    with opened(Settings.load(broker=broker, database=database), offline=offline) as reader:
        view = reader.timeline(actor, window, limit=limit, page=page)
    if as_json:
        common.print_lines(render.timeline_json(view))
    else:
        render.render_timeline(common.screen(), view)


def export(
    actor: Annotated[str, Parameter(help="Who: an id, a name or an alias, such as vladimir-putin or لافروف.")],
    /,
    *,
    form: Annotated[Format, Parameter(name="--format", help="What to write.")] = "csv",
    output: Annotated[Path | None, Parameter(help="The file to write; standard output if none is given.")] = None,
    since: From = None,
    until: To = None,
    as_of: AsOf = None,
    retracted: Retracted = False,
    only: Only = None,
    broker: common.Broker = None,
    database: DatabaseFile = None,
    offline: Offline = False,
) -> None:
    """Write a timeline for other programs: a spreadsheet, a script, or TimelineJS.

    CSV has one row a line, for spreadsheets (a file of it begins with a byte-order mark, so that they read Arabic).
    JSON Lines is what `timeline --json` prints. TimelineJS JSON is shown by https://timeline.knightlab.com.
    """
    window = Window(since=since, until=until, as_of=moment(as_of) if as_of else None, retracted=retracted, only=only)
    with opened(Settings.load(broker=broker, database=database), offline=offline) as reader:
        view = reader.timeline(actor, window)
    if form == "csv":
        parts = (row.encode() for row in render.timeline_csv(view))
        _write(output, [BOM_UTF8, *parts] if output else parts)
    elif form == "jsonl":
        _write(output, (part + b"\n" for part in render.timeline_json(view)))
    else:
        document, undated = render.timelinejs(view)
        _write(output, [msgspec.json.format(msgspec.json.encode(document)), b"\n"])
        if undated:
            common.notes().print(f"musnad: {undated:,} lines without any date are left out")


def _write(path: Path | None, parts: Iterable[bytes]) -> None:
    """Write a file, or to standard output.

    Raises:
        UsageError: The file cannot be written.
    """
    if path is None:
        sys.stdout.buffer.writelines(parts)
        sys.stdout.buffer.flush()
        return
    try:
        with path.open("wb") as file:
            file.writelines(parts)
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror}. Give another path with --output.") from error


def actors(
    prefix: Annotated[str, Parameter(help="Only those whose id or name has a word that begins so.")] = "",
    /,
    *,
    limit: Annotated[int | None, Parameter(help="At most so many.")] = None,
    broker: common.Broker = None,
    database: DatabaseFile = None,
    offline: Offline = False,
    as_json: common.Json = False,
) -> None:
    """List the actors of whom anything is told, the most lines first."""
    with opened(Settings.load(broker=broker, database=database), offline=offline) as reader:
        found = reader.actors(prefix, limit)
    if as_json:
        common.print_lines(render.actors_json(found))
    else:
        render.render_actors(common.screen(), found)


def search(
    words: Annotated[list[str], Parameter(help='Words; "quoted ones" stand together; a * lets a word go on.')],
    /,
    *,
    since: From = None,
    until: To = None,
    as_of: AsOf = None,
    retracted: Retracted = False,
    only: Only = None,
    limit: Annotated[int, Parameter(help="At most so many lines.")] = 20,
    broker: common.Broker = None,
    database: DatabaseFile = None,
    offline: Offline = False,
    as_json: common.Json = False,
) -> None:
    """Find the lines of all timelines that hold some words, in any spelling."""
    window = Window(since=since, until=until, as_of=moment(as_of) if as_of else None, retracted=retracted, only=only)
    with opened(Settings.load(broker=broker, database=database), offline=offline) as reader:
        view = reader.search(" ".join(words), window, limit=limit)
    if as_json:
        common.print_lines(render.search_json(view))
    else:
        render.render_search(common.screen(), view)
