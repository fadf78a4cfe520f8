"""Erasing articles: from what the workers know, from every topic, and from what Kafka keeps on its disks.

An erasure is a record of `articles.raw` that holds no text. The workers read it as they read a withdrawal, and forget:
rows and last values lose the article's words. It is published twice, some seconds apart. Everything that the first one
had written is written once more by the second, which closes the segments that the words and the first one are in.
Then compaction can take them, and what is not compacted is deleted up to the second one: the topics between the
stages, which have been worked through; and `articles.raw` and the dead letters, whose other records are written again
first.
"""

import asyncio
import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import msgspec
from aiokafka import TopicPartition

from schemas.articles import NinjsArticle
from schemas.ids import article_id
from schemas.registry import (
    COMPACTION_LAG,
    CONTRIBUTIONS,
    DEDUPLICATED,
    NORMALIZED,
    QUOTED,
    RAW,
    SOURCES,
    dead_letters,
)
from streams import topics
from streams.agents.letters import FILLER
from streams.agents.outbox import Outbox
from streams.agents.step import Record, is_erasure
from streams.clients import follow
from streams.clients.drain import worked_through
from streams.clients.redriven import Done, marks, offsets, reason_of
from streams.clients.replay import publisher
from streams.clients.rewind import members
from streams.clients.rewrite import rewrite
from streams.clients.segments import SHORT, delete_before, short_segments
from streams.errors import MusnadError
from streams.normalize import uri_of
from streams.settings import Settings

#: Topics between the stages: of no use once they are worked through.
_BETWEEN = (NORMALIZED, DEDUPLICATED, QUOTED, CONTRIBUTIONS)
#: Seconds between two looks at who runs, and looks in a row that find nobody: the last worker was not just restarted.
_LOOK, _LOOKS = 5.0, 6
_LETTERS = tuple(dead_letters(source).name for source in SOURCES)

#: Called with what is done now, and how many records of how many.
Report = Callable[[str, int, int | None], None]


@dataclass
class Traces:
    """What the topics that keep everything hold of some articles.

    Attributes:
        uris: The articles.
        versions: By URI, records of `articles.raw`.
        letters: By URI, dead letters.
        erased: The URIs that were erased before.
        reasons: Why the dead letters are such.
        places: Partitions of `articles.raw` and of dead letters that have such records, with all that they hold.
    """

    uris: tuple[str, ...]
    versions: dict[str, int] = field(default_factory=dict)
    letters: dict[str, int] = field(default_factory=dict)
    erased: set[str] = field(default_factory=set)
    reasons: set[str] = field(default_factory=set)
    places: dict[TopicPartition, int] = field(default_factory=dict)

    @property
    def unknown(self) -> list[str]:
        """The URIs of which there is nothing."""
        known = self.versions.keys() | self.letters.keys() | self.erased
        return [uri for uri in self.uris if uri not in known]


@dataclass
class Erased:
    """What an erasure did.

    Attributes:
        copied: Records that were written again.
        deleted: Partitions of which the beginning was deleted.
        compacted: Topics whose words compaction takes, changelogs included.
        until: When compaction has taken them at the latest, in a partition that is written to.
    """

    copied: int
    deleted: list[TopicPartition]
    compacted: list[str]
    until: datetime


def marker(uri: str) -> bytes:
    """Return the value of the record of `articles.raw` that erases an article; it holds no text."""
    return msgspec.json.encode(NinjsArticle(uri=uri, pubstatus="canceled", erased=True))


class _Matcher:
    """Tells which article a record is about, if it is one of those to be erased."""

    def __init__(self, uris: Iterable[str]) -> None:
        self._uris = frozenset(uris)
        self._ids = {article_id(uri): uri for uri in self._uris}

    def of(self, record: Record) -> str | None:
        """Return the URI, or None for a record of another article."""
        if record.topic in {RAW.name, dead_letters(RAW).name}:
            named = uri_of(record.key, record.value)
            return named if named in self._uris else None
        held = b"\n".join([record.key or b"", record.value or b"", *(value or b"" for _, value in record.headers)])
        return next((uri for identity, uri in self._ids.items() if identity.encode() in held), None)


async def look(settings: Settings, uris: tuple[str, ...], report: Report) -> Traces:
    """Look for articles in `articles.raw` and in the dead letters, which takes as long as reading them.

    Raises:
        MusnadError: The broker does not answer or lacks the topics.
    """
    matcher, traces = _Matcher(uris), Traces(uris)
    held: dict[TopicPartition, int] = {}
    seen = 0
    async with follow.follower(settings, [RAW.name, *_LETTERS]) as consumer:
        ends = await consumer.end_offsets(list(consumer.assignment()))
        first = await consumer.beginning_offsets(list(consumer.assignment()))
        total = sum(ends[place] - first[place] for place in ends)
        async for batch in follow.records(consumer):
            for record in batch:
                place = TopicPartition(record.topic, record.partition)
                held[place] = held.get(place, 0) + 1
                if record.topic != RAW.name:
                    traces.reasons.add(reason_of(record))
                uri = matcher.of(record)
                if uri is None:
                    continue
                if record.topic == RAW.name and record.value == marker(uri):
                    traces.erased.add(uri)
                    continue
                counts = traces.versions if record.topic == RAW.name else traces.letters
                counts[uri] = counts.get(uri, 0) + 1
                traces.places[place] = 0
            seen += len(batch)
            report("looking", seen, max(total, seen))
    traces.places = {place: held[place] for place in sorted(traces.places)}
    return traces


async def erase(settings: Settings, traces: Traces, report: Report) -> Erased:
    """Erase articles; may be done again at any time, and goes on where it was interrupted.

    Args:
        settings: Where the broker is, and how many partitions the topics have.
        traces: What `look` found.
        report: Called now and then.

    Raises:
        MusnadError: The broker does not answer or refuses something; says what, and nothing is lost.
    """
    await topics.mend(settings)
    logs = await topics.logs(settings)
    async with short_segments(settings, logs):
        await _try_to_delete(settings)
        await _publish(settings, traces)
        await _attended(settings, _waiting(report, "forgetting"))
        between = await _ends(settings)
        await asyncio.sleep(SHORT + 1)
        markers = await _publish(settings, traces)
        await _attended(settings, _waiting(report, "closing segments"))
        passed = await _passed(settings, traces, between)
        letters = [place for place in traces.places if place.topic != RAW.name]
        fillers = {place: offset + 1 for place, offset in (await _fill(settings, letters)).items()}
    copied = 0
    ends = {place: end for place, end in {**markers, **fillers}.items() if place in traces.places}
    for place, end in ends.items():
        copied += await _rewritten(settings, traces, place, end, report)
    await delete_before(settings, passed)
    compacted = [name for name, config in logs.items() if "compact" in config["cleanup.policy"]]
    return Erased(copied, sorted({*ends, *passed}), compacted, await _until(settings, compacted))


def _waiting(report: Report, what: str) -> Callable[[int, int], None]:
    return lambda done, total: report(what, done, total)


async def _attended(settings: Settings, progress: Callable[[int, int], None]) -> None:
    """Wait until workers are through with all that there is; not for ever while none runs, since segments are short.

    Raises:
        MusnadError: All workers have ended.
    """
    waiting = asyncio.ensure_future(worked_through(settings, progress))
    alone = 0
    try:
        while not (await asyncio.wait({waiting}, timeout=_LOOK))[0]:
            alone = 0 if await members(settings) else alone + 1
            if alone == _LOOKS:
                message = (
                    f"All workers of the group {settings.group} on {settings.broker} have ended, and what workers know "
                    f"has to be forgotten too. Nothing was deleted. Start one, and run `musnad erase` again."
                )
                raise MusnadError(message)
        await waiting
    finally:
        waiting.cancel()
        with suppress(asyncio.CancelledError):
            await waiting


async def _try_to_delete(settings: Settings) -> None:
    """Delete nothing, where something is to be deleted later: who may not shall hear of it before anything changes."""
    names = [RAW.name, *_LETTERS, *(topic.name for topic in _BETWEEN)]
    async with follow.follower(settings, names) as consumer:
        first = await consumer.beginning_offsets(list(consumer.assignment()))
    await delete_before(settings, first)


async def _publish(settings: Settings, traces: Traces) -> dict[TopicPartition, int]:
    """Publish the erasures wherever there are versions, and where there should be; returns the first one's offset."""
    raw = [place for place in traces.places if place.topic == RAW.name]
    sent = []
    async with publisher(settings) as producer:
        for uri in traces.uris:
            value = marker(uri)
            own = TopicPartition(RAW.name, topics.topic_partition(uri.encode(), settings.partitions))
            sent += [
                await producer.send(RAW.name, value, uri.encode(), partition=place.partition)
                for place in sorted({own, *raw})
            ]
        found = [await future for future in sent]
    first: dict[TopicPartition, int] = {}
    for told in found:
        place = TopicPartition(RAW.name, told.partition)
        first[place] = min(first.get(place, told.offset), told.offset)
    return first


async def _fill(settings: Settings, places: list[TopicPartition]) -> dict[TopicPartition, int]:
    """Close the segments of dead letters by a record of now, which is deleted with what stands before it."""
    async with publisher(settings) as producer:
        outbox = Outbox(producer)
        for place in places:
            outbox.add((place.topic, place.partition), None, None, headers=list(FILLER))
        return {TopicPartition(*place): offset for place, offset in (await outbox.send()).items()}


async def _ends(settings: Settings) -> dict[tuple[str, int], int]:
    """Return where the topics between the stages end."""
    async with follow.follower(settings, [topic.name for topic in _BETWEEN]) as consumer:
        places = [(place.topic, place.partition) for place in consumer.assignment()]
    return await follow.true_ends(settings, places)


async def _passed(
    settings: Settings, traces: Traces, since: Mapping[tuple[str, int], int]
) -> dict[TopicPartition, int]:
    """Return where the second erasure stands in the topics between the stages; all before it is worked through."""
    matcher = _Matcher(traces.uris)
    found: dict[TopicPartition, int] = {}
    names = [topic.name for topic in _BETWEEN]
    async with follow.follower(settings, names, since) as consumer:
        async for batch in follow.records(consumer):
            for record in batch:
                if is_erasure(record) and matcher.of(record) is not None:
                    place = TopicPartition(record.topic, record.partition)
                    found[place] = min(found.get(place, record.offset), record.offset)
    return found


async def _rewritten(settings: Settings, traces: Traces, place: TopicPartition, end: int, report: Report) -> int:
    """Take the articles out of a partition; returns how many other records were written again."""
    total, matcher = traces.places[place], _Matcher(traces.uris)
    done: Done = await offsets(settings, [place], traces.reasons) if place.topic != RAW.name else {}

    def keep(record: Record) -> list[tuple[str, bytes]] | None:
        if matcher.of(record) is not None or FILLER[0] in record.headers:
            return None
        return marks(record, done)

    return await rewrite(settings, place, end, keep, lambda seen: report(f"rewriting {place.topic}", seen, total))


async def _until(settings: Settings, compacted: list[str]) -> datetime:
    """Return when compaction has run at the latest in all topics."""
    lags = await topics.own(settings, compacted, COMPACTION_LAG)
    longest = max((int(value) for value in lags.values() if value), default=0)
    return datetime.fromtimestamp(time.time(), UTC).replace(microsecond=0) + timedelta(milliseconds=longest)
