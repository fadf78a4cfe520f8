"""The commands that speak to Kafka: worker, replay, tail, status, topics."""

from typing import Annotated, Literal

import cyclopts
import msgspec
from cyclopts import Parameter

from schemas.registry import BY_NAME, RAW
from streams import topics as broker_topics
from streams.agents.step import Record
from streams.cli import common
from streams.clients import files, follow
from streams.clients.replay import Replayed
from streams.clients.replay import replay as publish
from streams.errors import UsageError
from streams.reader import moment
from streams.settings import Settings


def worker(
    *,
    broker: common.Broker = None,
    name: Annotated[
        str | None, Parameter(help="Name of this worker's folder of tables; one that is free if missing.")
    ] = None,
    datadir: Annotated[str | None, Parameter(help="Folder for tables and journals of the workers.")] = None,
    store: Annotated[Literal["rocksdict", "memory"] | None, Parameter(help="Where tables live.")] = None,
    web_host: Annotated[str | None, Parameter(help="Address that the web port binds to.")] = None,
    web_port: Annotated[int | None, Parameter(help="Port of /metrics, /healthz, /readyz; 0 for none.")] = None,
    log_level: Annotated[Literal["DEBUG", "INFO", "WARNING", "ERROR"] | None, Parameter(help="Least level.")] = None,
    log_format: Annotated[Literal["auto", "json", "console"] | None, Parameter(help="How to log.")] = None,
) -> None:
    """Run a worker: all five stages, until it is told to stop.

    Workers share the partitions; start as many as you like, on one machine each with its own --web-port. The topics
    have to be there: `musnad topics create`. A worker waits for its broker, and says so in its log and in /readyz.
    """
    from streams.app import run_worker  # noqa: PLC0415 -- Faust takes a second to import, and no other command needs it

    settings = Settings.load(
        broker=broker, name=name, datadir=datadir, store=store, web_host=web_host, web_port=web_port,
        log_level=log_level, log_format=log_format,
    )  # fmt: skip
    run_worker(settings)


async def replay(
    paths: common.Paths,
    /,
    *,
    broker: common.Broker = None,
    field: common.Fields = None,
    encoding: common.Encoding = "utf-8",
    recorded: Annotated[
        str | None, Parameter(help="Timestamp of the records, a date or a time; now if missing.")
    ] = None,
) -> int:
    """Publish articles from files to articles.raw, as a feed does.

    Text files become articles whose URI is `file:` and their path; JSON is passed on as it stands, plain or ninjs. What
    cannot be published is named with its place, and everything else is published all the same.
    """
    settings = Settings.load(broker=broker)
    settings = msgspec.structs.replace(settings, partitions=await broker_topics.count(settings))
    items = list(files.read(paths, common.names(field), encoding))
    console = common.notes()
    with common.progress(console) as bar:
        task = bar.add_task("publishing", total=len(items))

        def show(done: Replayed) -> None:
            bar.update(task, completed=done.sent + len(done.problems))

        done = await publish(settings, items, recorded=moment(recorded) if recorded else None, progress=show)
    for problem in done.problems:
        console.print(f"musnad: {problem.place} {problem.message}")
    distinct = len(set(done.keys))
    console.print(
        f"Published {done.sent} records of {distinct} articles ({done.size} bytes) to {RAW.name} on {settings.broker}"
        + (f"; {len(done.problems)} could not be published." if done.problems else ".")
        + " `musnad status` says what became of them."
    )
    return 1 if done.problems else 0


async def tail(
    topic: Annotated[str, Parameter(help="Name of the topic, as in `musnad topics`.")],
    /,
    *,
    broker: common.Broker = None,
    key: Annotated[str | None, Parameter(help="Only records whose key starts so.")] = None,
    limit: Annotated[int | None, Parameter(help="Stop after so many records.")] = None,
    follow_on: Annotated[bool, Parameter(name="--follow", negative="", help="Wait for more.")] = False,
    as_json: common.Json = False,
) -> None:
    """Show the records of a topic from its first one, and wait for more with --follow.

    With --json each line is an envelope (topic, partition, offset, recorded, key, value, headers) that `musnad replay`
    and `musnad fold` read again.
    """
    settings = Settings.load(broker=broker)
    console = common.screen()
    shown = 0
    async with follow.follower(settings, [common.topic(topic).name]) as consumer:
        async for batch in follow.records(consumer, forever=follow_on):
            for record in batch:
                if key and not (record.key or b"").startswith(key.encode()):
                    continue
                if as_json:
                    common.line(files.envelope(record))
                else:
                    console.print(_summary(record), soft_wrap=True)
                shown += 1
                if limit is not None and shown >= limit:
                    return


def _summary(record: Record) -> str:
    key = "-" if record.key is None else record.key.decode("utf-8", "replace")
    value = "(tombstone)" if record.value is None else record.value.decode("utf-8", "replace")
    reason = (dict(record.headers).get("musnad-reason") or b"").decode("utf-8", "replace")
    written = record.recorded.isoformat(timespec="milliseconds").replace("+00:00", "Z")
    return f"{written} {record.partition}/{record.offset} {key}{f' [{reason}]' if reason else ''} {_short(value)}"


_WIDTH = 400


def _short(text: str) -> str:
    return text if len(text) <= _WIDTH else f"{text[:_WIDTH]}… ({len(text)} characters)"


topics = cyclopts.App(name="topics", help="List the topics of the stream, or create those that are missing.")


@topics.default
async def list_topics(*, broker: common.Broker = None, as_json: common.Json = False) -> None:
    """List the topics of the stream: on the broker, and as they should be; and changelogs that are not.

    `musnad topics create` makes what is missing, and configures what departs.
    """
    settings = Settings.load(broker=broker)
    console = common.screen()
    for state in await broker_topics.describe(settings):
        many = "partition" if state.partitions == 1 else "partitions"
        partitions = f"{state.partitions} {many}" if state.partitions else "missing"
        policy = "compacted" if state.topic.compacted else "kept"
        if as_json:
            common.line(
                TopicLine(
                    state.topic.name, state.partitions, state.topic.compacted, state.topic.summary, state.departures
                )
            )
        else:
            console.print(f"{state.topic.name:<28}{partitions:<14}{policy:<11}{state.topic.summary}", soft_wrap=True)
            for departure in state.departures:
                console.print(f"{'':<28}{departure}", soft_wrap=True)
    for name, words in (await broker_topics.departures(settings)).items():
        if name not in BY_NAME:
            if as_json:
                common.line(TopicLine(name, None, compacted=True, summary="A changelog.", departures=words))
                continue
            console.print(f"{name}: {', '.join(words)}", soft_wrap=True)


class TopicLine(msgspec.Struct):
    """A topic, for `--json`; a changelog that departs has no number of partitions."""

    name: str
    partitions: int | None
    compacted: bool
    summary: str
    departures: list[str]


@topics.command(name="create")
async def create_topics(
    *,
    broker: common.Broker = None,
    partitions: Annotated[int | None, Parameter(help="Partitions of each topic; fixed from then on.")] = None,
    replicas: Annotated[int | None, Parameter(help="Copies that the brokers keep.")] = None,
) -> None:
    """Create the topics that are missing, and configure those that depart from what they should be.

    So a new release brings the topics and changelogs of an older one along. What else was set for a topic stays.
    """
    if partitions is not None and partitions < 1:
        raise UsageError(f"--partitions {partitions} should be 1 or more.")
    settings = Settings.load(broker=broker, partitions=partitions, replicas=replicas)
    made = await broker_topics.create(settings)
    mended = await broker_topics.mend(settings)
    console = common.screen()
    console.print(
        f"Created {len(made)} topics on {settings.broker}: {', '.join(topic.name for topic in made)}."
        if made
        else f"All topics are there on {settings.broker}.",
        soft_wrap=True,
    )
    if mended:
        console.print(f"Configured anew {len(mended)} topics: {', '.join(mended)}.", soft_wrap=True)
