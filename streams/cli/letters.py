"""`musnad dlq`: what could not be used, and trying it again."""

from typing import Annotated

import cyclopts
import msgspec
from aiokafka import AIOKafkaConsumer, TopicPartition
from cyclopts import Parameter

from schemas.ranks import milliseconds
from schemas.registry import SOURCES, dead_letters
from streams.agents.step import Record
from streams.cli import common
from streams.clients import follow
from streams.clients.replay import publisher
from streams.errors import UsageError
from streams.settings import Settings

_ERRORS = "__streams.errors."

dlq = cyclopts.App(name="dlq", help="Dead letters: records that could not be used, byte for byte, with the reason.")

Reason = Annotated[str | None, Parameter(help="Only dead letters with this reason code, as in `dlq list`.")]
TopicFlag = Annotated[str | None, Parameter(name="--topic", help="Only records of this topic, such as articles.raw.")]


class DeadLetter(msgspec.Struct):
    """A dead letter, for `--json`.

    Attributes:
        place: `topic/partition/offset` in the dead-letter topic.
        source: `topic/partition/offset` where the record stood.
        key: Its key.
        reason: Reason code.
        detail: What is wrong.
        size: Bytes of the value.
    """

    place: str
    source: str
    key: str
    reason: str
    detail: str
    size: int


@dlq.command(name="list")
async def list_letters(
    *, broker: common.Broker = None, reason: Reason = None, topic: TopicFlag = None, as_json: common.Json = False
) -> None:
    """List the dead letters: where they stood, why they were refused, and how large they are."""
    settings = Settings.load(broker=broker)
    console = common.screen()
    number = 0
    for record in await follow.read_all(settings, *_topics(topic)):
        letter = describe(record)
        if reason is not None and letter.reason != reason:
            continue
        number += 1
        if as_json:
            common.line(letter)
        else:
            console.print(f"{letter.reason:<10} {letter.source}  {letter.key or '(no key)'}  {letter.size} bytes")
            console.print(f"           {letter.detail}", soft_wrap=True)
    if not as_json:
        console.print(f"{number} dead letters." if number else "No dead letters.")


@dlq.command
async def redrive(
    *,
    broker: common.Broker = None,
    reason: Reason = None,
    topic: TopicFlag = None,
    again: Annotated[bool, Parameter(negative="", help="Also those that were redriven before.")] = False,
) -> None:
    """Send dead letters back to the topic they came from, as they were, after what refused them was mended.

    Each dead letter is redriven once unless --again is given. A record keeps its key, its bytes and its timestamp, so
    an article that was redriven stands where it would have stood.
    """
    settings = Settings.load(broker=broker)
    names = _topics(topic)
    consumer = AIOKafkaConsumer(group_id=f"{settings.group}-redrive", **settings.consumer)
    letters = await follow.read_all(settings, *names)
    await consumer.start()
    try:
        places = sorted({TopicPartition(record.topic, record.partition) for record in letters})
        consumer.assign(places)
        done = {place: 0 if again else await consumer.committed(place) or 0 for place in places}
        chosen = [record for record in letters if record.offset >= done[TopicPartition(record.topic, record.partition)]]
        chosen = [record for record in chosen if reason is None or describe(record).reason == reason]
        await _send_back(settings, chosen)
        if reason is None:
            await _remember(consumer, letters)
    finally:
        await consumer.stop()
    common.screen().print(f"Sent {len(chosen)} records back. `musnad status` says what became of them.")


async def _send_back(settings: Settings, letters: list[Record]) -> None:
    async with publisher(settings) as producer:
        for record in letters:
            headers = dict(record.headers)
            kept = [(name, value) for name, value in record.headers if not _is_ours(name)]
            await producer.send_and_wait(
                headers[f"{_ERRORS}topic"].decode(),
                record.value,
                record.key,
                partition=int(headers[f"{_ERRORS}partition"]),
                timestamp_ms=milliseconds(record.recorded),
                headers=kept,
            )


async def _remember(consumer: AIOKafkaConsumer, letters: list[Record]) -> None:
    """Commit where the letters end, so that the next redrive begins there."""
    ends: dict[TopicPartition, int] = {}
    for record in letters:
        place = TopicPartition(record.topic, record.partition)
        ends[place] = max(ends.get(place, 0), record.offset + 1)
    if ends:
        await consumer.commit(ends)


def describe(record: Record) -> DeadLetter:
    """Read a dead letter's headers."""
    headers = {name: value.decode("utf-8", "replace") for name, value in record.headers}
    source = "/".join(headers.get(f"{_ERRORS}{part}", "?") for part in ("topic", "partition", "offset"))
    return DeadLetter(
        place=f"{record.topic}/{record.partition}/{record.offset}",
        source=source,
        key=(record.key or b"").decode("utf-8", "replace"),
        reason=headers.get("musnad-reason", "?"),
        detail=headers.get(f"{_ERRORS}message", ""),
        size=len(record.value or b""),
    )


def _topics(name: str | None) -> list[str]:
    known = {source.name: dead_letters(source).name for source in SOURCES}
    if name is None:
        return list(known.values())
    found = [letters for source, letters in known.items() if name in {source, letters}]
    if not found:
        raise UsageError(f"{name} has no dead letters; these topics do: {', '.join(known)}.")
    return found


def _is_ours(name: str) -> bool:
    return name.startswith(_ERRORS) or name == "musnad-reason"
