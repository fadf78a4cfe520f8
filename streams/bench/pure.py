"""The stages as functions on one core: no Kafka, no Faust, dictionaries for tables.

Stages take turns on portions of a hundred articles, and only the CPU time of this process while a stage works counts:
neither reading files nor moving records about is in it. Agents decode the JSON of a record, call a function and encode
what comes of it; the JSON is measured by itself, with the same records, and told apart from the functions.
"""

import time
from collections.abc import Callable, Sequence

import msgspec

from schemas.registry import RAW, encode
from streams.agents.chain import STAGES, Chain
from streams.agents.step import Output, Record, Stage
from streams.collector import spare_the_collector

_PORTION = 100
_WARM = 5


class StageSpeed(msgspec.Struct, frozen=True):
    """How fast a stage is.

    Attributes:
        stage: Its name, or `all`.
        articles: How many articles went through.
        records: How many records it took in for them.
        seconds: CPU seconds.
        rate: Articles a CPU second.
    """

    stage: str
    articles: int
    records: int
    seconds: float
    rate: float


class Pure(msgspec.Struct, frozen=True):
    """How fast the pure functions are.

    Attributes:
        stages: By stage, in the order of the chain.
        total: All stages together.
        rejected: Records that no stage could use.
        json: CPU seconds for the JSON between the stages, decoding and encoding; not in the others.
    """

    stages: list[StageSpeed]
    total: StageSpeed
    rejected: int
    json: float = 0.0


def measure(records: Sequence[Record], progress: Callable[[int], None] = lambda _: None) -> Pure:
    """Run all stages over records of `articles.raw`.

    What is built on first use (automata, compiled patterns) is built before the clock runs.

    Args:
        records: The records.
        progress: Called now and then with how many records are done.
    """
    warm = Chain()
    for record in records[:_WARM]:
        list(warm.feed(record))
    spare_the_collector()  # as a worker does
    chain = Chain()
    seconds = dict.fromkeys([stage.name for stage in STAGES], 0.0)
    taken = dict.fromkeys(seconds, 0)
    json = 0.0
    for start in range(0, len(records), _PORTION):
        waiting = list(records[start : start + _PORTION])
        for stage in STAGES:
            taken[stage.name] += len(waiting)
            spent, outputs = _timed(chain, stage, waiting)
            between = _json(stage, waiting, outputs)
            seconds[stage.name] += max(spent - between, 0.0)
            json += between
            waiting = _following(stage, outputs)
        progress(min(start + _PORTION, len(records)))
    speeds = [_speed(name, len(records), taken[name], spent) for name, spent in seconds.items()]
    total = _speed("all", len(records), sum(taken.values()), sum(seconds.values()))
    return Pure(speeds, total, len(chain.rejected), json)


def _timed(chain: Chain, stage: Stage, records: Sequence[Record]) -> tuple[float, list[Output]]:
    started = time.process_time()
    outputs = [output for record in records for output in chain.run(stage, record)]
    return time.process_time() - started, outputs


def _json(stage: Stage, records: Sequence[Record], outputs: Sequence[Output]) -> float:
    """CPU seconds of the JSON of records that a stage reads and writes; decoding raw records is normalization's own."""
    values = [(output.topic, output.value) for output in outputs if output.value is not None]
    decoded = [topic.decode(value) for topic, value in values]
    started = time.process_time()
    if stage.source is not RAW:
        for record in records:
            stage.source.decode(record.value or b"")
    for value in decoded:
        encode(value)
    return time.process_time() - started


def _following(stage: Stage, outputs: Sequence[Output]) -> list[Record]:
    """What the next stage reads of what this one wrote."""
    place = STAGES.index(stage) + 1
    source = STAGES[place].source.name if place < len(STAGES) else ""
    return [
        Record(source, 0, 0, output.key, output.value, output.moment)
        for output in outputs
        if output.topic.name == source
    ]


def _speed(name: str, articles: int, records: int, seconds: float) -> StageSpeed:
    return StageSpeed(name, articles, records, seconds, articles / seconds if seconds else 0.0)
