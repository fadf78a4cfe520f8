"""`musnad erase`: forgetting articles, and saying what is left of them."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import msgspec
from cyclopts import Parameter
from rich.progress import TaskID

from schemas.registry import RAW
from streams import topics as broker_topics
from streams.cli import common, reading
from streams.clients.erase import Erased, Report, Traces, look
from streams.clients.erase import erase as forget
from streams.clients.rewind import members
from streams.errors import MusnadError, UsageError
from streams.normalize import uri_of
from streams.render.phrases import count
from streams.settings import Settings


class Summary(msgspec.Struct):
    """What an erasure did, for `--json`.

    Attributes:
        uris: The articles.
        versions: Records taken out of `articles.raw`.
        letters: Dead letters taken out.
        copied: Other records that were written again.
        deleted: Partitions of which the beginning was deleted, as `topic/partition`.
        compacted: Topics whose words go with the next compaction.
        until: When that has run at the latest, ISO 8601.
        database: The reader's database that was scrubbed, or null.
        database_left: The reader's database that holds their words still, as it could not be scrubbed, or null.
    """

    uris: list[str]
    versions: int
    letters: int
    copied: int
    deleted: list[str]
    compacted: list[str]
    until: str
    database: str | None
    database_left: str | None


def erase(
    uris: Annotated[list[str], Parameter(help="URIs of the articles.", negative="")],
    /,
    *,
    broker: common.Broker = None,
    database: reading.DatabaseFile = None,
    yes: Annotated[bool, Parameter(negative="", help="Do not ask.")] = False,
    as_json: common.Json = False,
) -> int:
    """Forget articles: withdraw them for good, and take their words out of every topic and the reader's database.

    Workers have to run, as they forget too. Other records that stand in the same partitions of articles.raw and of the
    dead letters are written again and read again as repeats; what stands before the erasure in the topics between the
    stages is deleted. Erase many articles in one run rather than in many. It may be done again at any time, and has to
    be if it was interrupted, or if the feed sent an article again: that is not read, but it stands in articles.raw.
    """
    wanted = tuple(dict.fromkeys(map(_fit, uris)))
    settings = Settings.load(broker=broker, database=database)
    settings = msgspec.structs.replace(settings, partitions=asyncio.run(broker_topics.count(settings)))
    with _reporting() as report:
        traces = asyncio.run(_look(settings, wanted, report))
    common.notes().print(_intent(settings, traces))
    if not (yes or common.agreed()):
        common.notes().print("Nothing was changed.")
        return 1
    with _reporting() as report:
        done = asyncio.run(forget(settings, traces, report))
    left: str | None = settings.database if Path(settings.database).exists() else None
    scrubbed = None
    try:
        if left is not None:
            _scrub(settings)
            scrubbed, left = left, None
    finally:  # what becomes of the database does not change what was done, and cannot be undone
        summary = _summary(traces, done, scrubbed, left)
        if as_json:
            common.line(summary)
        else:
            common.screen().print(_told(settings, summary), soft_wrap=True)
    return 0


@contextmanager
def _reporting() -> Iterator[Report]:
    """Show how far each part of the work is."""
    with common.progress(common.notes()) as bar:
        tasks: dict[str, TaskID] = {}

        def report(what: str, done: int, total: int | None) -> None:
            if what not in tasks:
                tasks[what] = bar.add_task(what, total=None)
            bar.update(tasks[what], completed=done, total=total)

        yield report


def _fit(uri: str) -> str:
    fit = uri_of(uri.encode("utf-8", "replace"), None)
    if not fit:
        raise UsageError(f"{uri!r} is no URI of an article.")
    return fit


async def _look(settings: Settings, uris: tuple[str, ...], show: Report) -> Traces:
    """Look for the articles.

    Raises:
        MusnadError: No worker runs, or nothing is known of one of them.
    """
    if not await members(settings):
        message = (
            f"No worker of the group {settings.group} runs on {settings.broker}, and what workers know has to be "
            f"forgotten too. Start one with `musnad worker`."
        )
        raise MusnadError(message)
    traces = await look(settings, uris, show)
    if traces.unknown:
        message = (
            f"There is nothing of {', '.join(traces.unknown)} in {RAW.name} or among the dead letters on "
            f"{settings.broker}. A URI is written as its records have it; `musnad status URI` knows it. "
            f"Nothing was changed."
        )
        raise MusnadError(message)
    return traces


def _intent(settings: Settings, traces: Traces) -> str:
    lines = [f"To be erased on {settings.broker}, for good:"]
    for uri in traces.uris:
        parts = [count(traces.versions.get(uri, 0), "record") + f" of {RAW.name}"]
        if uri in traces.letters:
            parts.append(count(traces.letters[uri], "dead letter"))
        if uri in traces.erased:
            parts.append("erased before")
        lines.append(f"  {uri}: {', '.join(parts)}")
    for place, held in traces.places.items():
        lines.append(f"All others of the {count(held, 'record')} in {place.topic}/{place.partition} are written again.")
    lines.append("What the topics between the stages hold in the same partitions is deleted, of other articles too.")
    return "\n".join(lines)


def _scrub(settings: Settings) -> None:
    """Bring the reader's database up to date and write it anew."""
    with reading.opened(settings) as reader:
        reader.database.scrub()


def _summary(traces: Traces, done: Erased, scrubbed: str | None, left: str | None) -> Summary:
    return Summary(
        uris=list(traces.uris),
        versions=sum(traces.versions.values()),
        letters=sum(traces.letters.values()),
        copied=done.copied,
        deleted=[f"{place.topic}/{place.partition}" for place in done.deleted],
        compacted=done.compacted,
        until=done.until.isoformat().replace("+00:00", "Z"),
        database=scrubbed,
        database_left=left,
    )


def _told(settings: Settings, done: Summary) -> str:
    reader = f"There is no reader's database at {settings.database}."
    if done.database:
        reader = f"The reader's database {done.database} was written anew."
    elif done.database_left:
        reader = (
            f"The reader's database {done.database_left} could not be written anew and holds their words still: delete "
            f"it, it is filled again."
        )
    return f"""\
Erased {count(len(done.uris), "article")} on {settings.broker}: took out {count(done.versions, "record")} of \
{RAW.name} and {count(done.letters, "dead letter")}, and wrote {count(done.copied, "other record")} again. {reader}
What is left:
- Their words in {len(done.compacted)} compacted topics until Kafka compacts these: by {done.until}, in every \
partition that is written to by then.
- The files of what was deleted, for the minute that Kafka keeps them (file.delete.delay.ms).
- URIs, ids and hashes: the erasures in {RAW.name}, statuses, empty sets, rows of tables.
- Tables of workers that do not run now, and those that running ones kept of partitions that they had before: stop one \
worker after the other, and delete its folder in the data directory. They are filled again.
- What is beyond our reach: copies that consumers made, backups, databases of other readers (delete them, they are \
filled again), logs, which name URIs."""
