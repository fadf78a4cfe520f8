"""`musnad dlq`: what could not be used, and trying it again."""

from collections.abc import Iterable, Mapping
from typing import Annotated

import cyclopts
import msgspec
from aiokafka import TopicPartition
from cyclopts import Parameter

from schemas.headers import LETTER, REDRIVEN
from schemas.ranks import milliseconds
from schemas.registry import LETTERS_SUFFIX, RAW, SOURCES, dead_letters
from streams import topics as broker_topics
from streams.agents.letters import REDRIVEN_BEFORE
from streams.agents.step import LEFT_OUT, Record
from streams.cli import common
from streams.clients import follow
from streams.clients.redriven import Done, identity, is_done, member, once, reason_of, redriven
from streams.clients.replay import publisher
from streams.errors import UsageError
from streams.render.phrases import count
from streams.settings import Settings
from streams.topics import topic_partition

_ERRORS = "__streams.errors."
#: Digits that no count of tries has.
_DIGITS = 9

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
    """List the dead letters: where they stood, why they were refused, and how large they are.

    A record that was read again and refused again, after a crash, a rebuild or an erasure, stands here once.
    """
    settings = Settings.load(broker=broker)
    console = common.screen()
    number = 0
    for record in once(await follow.read_all(settings, *_topics(topic))):
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
        console.print(f"{count(number, 'dead letter')}." if number else "No dead letters.")


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
    letters = await follow.read_all(settings, *_topics(topic))
    done = {} if again else await redriven(settings, letters)
    chosen = choose(letters, done, reason)
    whole = [record for record in chosen if not any(name == LEFT_OUT for name, _ in record.headers)]
    await _send_back(settings, whole)
    await _remember(settings, letters, reason)
    screen = common.screen()
    screen.print(f"Sent {count(len(whole), 'record')} back. `musnad status` says what became of them.")
    if len(whole) < len(chosen):
        screen.print(
            f"{len(chosen) - len(whole)} others are larger than any topic takes; their feed has to shorten them."
        )


def choose(letters: Iterable[Record], done: Done, reason: str | None) -> list[Record]:
    """Choose the dead letters that are still to be redriven, each once however often it was written.

    Args:
        letters: All dead letters.
        done: Up to where those of a reason, or of all reasons (None), were redriven before.
        reason: Only those of this reason.
    """
    letters = list(letters)
    gone = {(record.topic, identity(record)) for record in letters if is_done(record, done)}
    return [
        record
        for record in once(letters)
        if reason in {None, reason_of(record)} and (record.topic, identity(record)) not in gone
    ]


def target(record: Record, partitions: Mapping[str, int]) -> tuple[str, int]:
    """Tell where a dead letter goes back to.

    What a stage reads stands in the partition of its key, with the rows of its tables. Feeds choose partitions as they
    like, so a raw record goes back to its own as long as there is one of that number.

    Args:
        record: The dead letter, which stands in the partition that the record stood in.
        partitions: How many partitions each topic has now.
    """
    name = record.topic.removesuffix(LETTERS_SUFFIX)
    many = partitions[name]
    if record.key is not None and (name != RAW.name or record.partition >= many):
        return name, topic_partition(record.key, many)
    return name, record.partition % many


async def _send_back(settings: Settings, letters: list[Record]) -> None:
    partitions = {state.topic.name: state.partitions for state in await broker_topics.describe(settings)}
    async with publisher(settings) as producer:
        for record in letters:
            name, partition = target(record, partitions)
            await producer.send_and_wait(
                name,
                record.value,
                record.key,
                partition=partition,
                timestamp_ms=milliseconds(record.recorded),
                headers=headers(record),
            )


def headers(letter: Record) -> list[tuple[str, bytes]]:
    """Return the headers of a record that is sent back: its own, and how often it was sent back."""
    kept = [(name, value) for name, value in letter.headers if not _is_ours(name)]
    return [*kept, (REDRIVEN, b"%d" % (_tries(letter) + 1))]


def _tries(letter: Record) -> int:
    """How often the record of a letter was sent back before; a feed may have written anything there."""
    told = dict(letter.headers).get(REDRIVEN) or b""
    return int(told) if told.isdigit() and len(told) < _DIGITS else 0


async def _remember(settings: Settings, letters: list[Record], reason: str | None) -> None:
    """Commit where the letters end, so that the next redrive of the reason begins there."""
    ends: dict[TopicPartition, int] = {}
    for record in letters:
        ends[_place(record)] = max(ends.get(_place(record), 0), record.offset + 1)
    if ends:
        async with member(settings, reason) as consumer:
            consumer.assign(list(ends))
            await consumer.commit(ends)


def _place(record: Record) -> TopicPartition:
    return TopicPartition(record.topic, record.partition)


def describe(record: Record) -> DeadLetter:
    """Read a dead letter's headers."""
    told = {name: (value or b"").decode("utf-8", "replace") for name, value in record.headers}
    source = "/".join(told.get(f"{_ERRORS}{part}", "?") for part in ("topic", "partition", "offset"))
    return DeadLetter(
        place=f"{record.topic}/{record.partition}/{record.offset}",
        source=source,
        key=(record.key or b"").decode("utf-8", "replace"),
        reason=reason_of(record),
        detail=told.get(f"{_ERRORS}message", ""),
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
    return name.startswith(_ERRORS) or name in {LETTER, "musnad-reason", REDRIVEN, REDRIVEN_BEFORE[0]}
