"""`musnad status`: how far the workers are, what could not be used, and what became of the articles."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Annotated, get_args

import msgspec
from cyclopts import Parameter

from schemas.ranks import Instant
from schemas.registry import SOURCES, STATUS, dead_letters
from schemas.status import ArticleStatus, Outcome, Stage
from streams.cli import common, letters
from streams.clients import backlog, follow
from streams.clients.backlog import Lane, Place
from streams.clients.redriven import once, redriven
from streams.clients.rewind import members
from streams.errors import MusnadError
from streams.render.phrases import count
from streams.settings import Settings

_ORDER = {stage: number for number, stage in enumerate(get_args(Stage))}
_AGES = ((172_800, 86_400, "d"), (7_200, 3_600, "h"), (120, 60, "min"))


class Workers(msgspec.Struct, tag="workers"):
    """The workers that run, for `--json`."""

    group: str
    workers: int


class Waiting(msgspec.Struct):
    """A record, for `--json`: whose it is, and how many seconds ago the raw record behind it was recorded."""

    uri: str
    offset: int
    recorded: Instant
    age: float


class Partition(msgspec.Struct, tag="partition"):
    """How far the workers are with a partition, for `--json`."""

    stage: Stage
    topic: str
    partition: int
    done: int
    left: int
    last: Waiting | None
    next: Waiting | None


class Letters(msgspec.Struct, tag="dead-letters"):
    """How many records of a topic were refused for a reason, and how many of them were sent back, for `--json`."""

    topic: str
    reason: str
    letters: int
    redriven: int


class Count(msgspec.Struct, tag="articles"):
    """How many articles a stage ended in one way, for `--json`."""

    stage: Stage
    outcome: Outcome
    reason: str | None
    articles: int


async def status(
    uri: Annotated[str | None, Parameter(help="URI of one article; the whole stream if missing.")] = None,
    /,
    *,
    broker: common.Broker = None,
    as_json: common.Json = False,
) -> int:
    """Tell how far the workers are, stage by stage, or what became of one article.

    Of the whole stream it tells what is still to be done, where there is any for each partition too; how long ago the
    last record that is done and the next one in line were recorded; the article that waits longest; the dead letters by
    their reasons; and what became of the articles, which takes a while where there are many.

    With --json a line has a `type`: `workers`, `partition` (one for each, `next` and `last` with their ages in
    seconds), `dead-letters` and `articles`; lines of one article are records of `articles.status`.
    """
    settings = Settings.load(broker=broker)
    if uri is not None:
        await _tell_article(settings, uri, as_json=as_json)
        return 0
    running = len(await members(settings))
    lanes = await backlog.backlog(settings)
    now = datetime.now(UTC)
    if as_json:
        common.line(Workers(settings.group, running))
        for lane in lanes:
            places = (None if place is None else _waiting(place, now) for place in (lane.last, lane.next))
            common.line(Partition(lane.stage, lane.topic, lane.partition, lane.done, lane.left, *places))
    else:
        _say(told_lanes(lanes, running, now, f"{settings.broker}, group {settings.group}"))
    refused = await _letters(settings)
    found = await _statuses(settings)
    if as_json:
        common.print_lines(map(msgspec.json.encode, [*refused, *counted(found)]))
    else:
        _say(told_letters(refused))
        _say(told_counts(found))
    return 0


def _say(lines: Iterable[str]) -> None:
    for line in lines:
        common.screen().print(line, soft_wrap=True)


async def _statuses(settings: Settings) -> list[ArticleStatus]:
    found: dict[bytes | None, ArticleStatus | None] = {}
    for record in await follow.read_all(settings, STATUS.name):
        found[record.key] = None if record.value is None else STATUS.decode(record.value)
    return [known for known in found.values() if known is not None]


async def _tell_article(settings: Settings, uri: str, *, as_json: bool) -> None:
    stages = [known for known in await _statuses(settings) if known.uri == uri]
    if not stages:
        message = f"Nothing is known of {uri} on {settings.broker}. Its URI is the key it was published under."
        raise MusnadError(message)
    for known in sorted(stages, key=lambda known: _ORDER[known.stage]):
        if as_json:
            common.line(known)
        else:
            _say([told(known)])


def told(known: ArticleStatus) -> str:
    """Say a status in words."""
    parts = [f"{known.stage:<12}{known.outcome}"]
    if known.original:
        parts.append(f"of {known.original}")
    if known.reason:
        parts.append(f"({known.reason}){f': {known.detail}' if known.detail else ''}")
    if known.counts:
        parts.append(", ".join(f"{number} {what}" for what, number in sorted(known.counts.items())))
    return " ".join(parts)


def told_lanes(lanes: Sequence[Lane], running: int, now: datetime, where: str) -> list[str]:
    """Say how far the workers are.

    Args:
        lanes: All partitions that the stages read.
        running: How many workers run.
        now: What ages are counted to.
        where: The broker and the group.
    """
    left = sum(lane.left for lane in lanes)
    workers = count(running, "worker") if running else "no worker"
    lines = [
        f"Work on {where}: {workers}, {count(left, 'record')} to go",
        _row("stage", "left", "done", "last done", "next in line"),
    ]
    for stage in _ORDER:
        own = [lane for lane in lanes if lane.stage == stage]
        last = max((lane.last.recorded for lane in own if lane.last), default=None)
        first = min((lane.next.recorded for lane in own if lane.next), default=None)
        lines.append(_row(stage, *_sums(own), _ago(last, now), _ago(first, now)))
        behind = [lane for lane in own if lane.left]
        if len(own) > 1:
            lines += [_partition(lane, now) for lane in behind]
    oldest = min(
        (lane for lane in lanes if lane.next), key=lambda lane: lane.next.recorded if lane.next else now, default=None
    )
    if oldest is not None and oldest.next is not None:
        place = f"{oldest.topic}/{oldest.partition}/{oldest.next.offset}"
        ago = _ago(oldest.next.recorded, now)
        lines.append(
            f"Oldest article that waits: {oldest.next.uri or '(no key)'}, {ago}, for {oldest.stage} at {place}"
        )
    if left and not running:
        lines.append("Nobody works on it. Start a worker with `musnad worker`.")
    if not left and not any(lane.done for lane in lanes):
        lines.append("No article has been published yet. See `musnad replay --help`.")
    return lines


def _sums(lanes: Iterable[Lane]) -> tuple[str, str]:
    found = list(lanes)
    return f"{sum(lane.left for lane in found):,}", f"{sum(lane.done for lane in found):,}"


def _partition(lane: Lane, now: datetime) -> str:
    last, first = (_ago(place and place.recorded, now) for place in (lane.last, lane.next))
    return _row(f"  partition {lane.partition}", *_sums([lane]), last, first)


def _row(name: str, left: str, done: str, last: str, first: str) -> str:
    return f"{name:<14}{left:>8}{done:>12}  {last:<12}{first}".rstrip()


def told_letters(found: Sequence[Letters]) -> list[str]:
    """Say what could not be used."""
    if not found:
        return ["", "No dead letters"]
    lines = ["", f"{'dead letters':<14}{'number':>8}{'sent back':>12}  of"]
    lines += [f"{one.reason:<14}{one.letters:>8,}{one.redriven:>12,}  {one.topic}" for one in found]
    return [*lines, "`musnad dlq list` names them, `musnad dlq redrive` sends them back."]


def told_counts(found: Iterable[ArticleStatus]) -> list[str]:
    """Say what became of the articles: a column for each outcome that there is."""
    counts = Counter((known.stage, known.outcome) for known in found)
    if not counts:
        return ["", "No article has been read yet"]
    outcomes = [outcome for outcome in get_args(Outcome) if any(outcome == seen for _, seen in counts)]
    stages = [stage for stage in _ORDER if any(stage == seen for seen, _ in counts)]
    lines = ["", f"{'articles':<12}" + "".join(f"{outcome:>12}" for outcome in outcomes)]
    return lines + [
        f"{stage:<12}" + "".join(f"{counts[stage, outcome]:>12,}" for outcome in outcomes) for stage in stages
    ]


def counted(found: Iterable[ArticleStatus]) -> list[Count]:
    """Count articles by stage, outcome and reason."""
    counts = Counter((known.stage, known.outcome, known.reason) for known in found)
    ordered = sorted(counts.items(), key=lambda pair: (_ORDER[pair[0][0]], str(pair)))
    return [Count(stage, outcome, reason, number) for (stage, outcome, reason), number in ordered]


async def _letters(settings: Settings) -> list[Letters]:
    """Count the dead letters by topic and reason."""
    every = await follow.read_all(settings, *(dead_letters(source).name for source in SOURCES))
    found, waiting = once(every), letters.choose(every, await redriven(settings, every), None)
    counts, still = (
        Counter((record.topic, letters.describe(record).reason) for record in of) for of in (found, waiting)
    )
    return [
        Letters(source.name, reason, number, number - still[topic, reason])
        for source in SOURCES
        for (topic, reason), number in sorted(counts.items())
        if topic == dead_letters(source).name
    ]


def _waiting(place: Place, now: datetime) -> Waiting:
    return Waiting(place.uri, place.offset, place.recorded, round((now - place.recorded).total_seconds(), 1))


def _ago(moment: datetime | None, now: datetime) -> str:
    """How long ago something was, in one unit."""
    if moment is None:
        return "-"
    seconds = max((now - moment).total_seconds(), 0)
    return next(
        (f"{seconds / unit:.0f} {name} ago" for least, unit, name in _AGES if seconds >= least), f"{seconds:.0f} s ago"
    )
