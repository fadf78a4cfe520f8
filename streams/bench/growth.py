"""What an article costs when timelines are short, and when they are long: the same rows and the same bytes.

The timeline of the actor whom the probe articles speak of most is filled with made-up statements (`lines`), those of
others after it; then the probe articles go through all stages on counting tables. Nothing but the number of entries
differs between two runs.
"""

import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

import msgspec

from schemas.registry import ENTRIES
from streams.agents import timeline
from streams.agents.chain import STAGES, Chain
from streams.agents.step import Record
from streams.bench.lines import LINES, contributions
from streams.bench.tables import CountingTable, Traffic


class Cost(msgspec.Struct, frozen=True):
    """What the probe articles cost with so many entries.

    Attributes:
        entries: Lines in all timelines before the probe, the first 100,000 of them in the actor's.
        articles: How many articles the probe has.
        touched: Records of `timeline.entries` that the probe writes for that actor.
        traffic: What it does to all tables of all stages.
        outputs: Records that it writes.
        written: Their bytes, keys and values.
        seconds: CPU seconds of the probe.
    """

    entries: int
    articles: int
    touched: int
    traffic: Traffic
    outputs: int
    written: int
    seconds: float

    @property
    def signature(self) -> tuple[Traffic, int, int]:
        """What must not depend on how many entries there are."""
        return self.traffic, self.outputs, self.written


class Growth(msgspec.Struct, frozen=True):
    """Costs at several lengths.

    Attributes:
        actor: Whose timeline it is.
        costs: By length.
        same: Whether rows and bytes are the same at all lengths.
    """

    actor: str
    costs: list[Cost]
    same: bool


def measure(
    probe: Sequence[Record],
    texts: Sequence[str],
    lengths: Sequence[int],
    progress: Callable[[int], None] = lambda _: None,
) -> Growth:
    """Run the probe articles with several numbers of entries.

    Args:
        probe: Records of `articles.raw`.
        texts: Texts whose words the made-up lines are of.
        lengths: The numbers of entries.
        progress: Called with the number of made-up lines so far, over all lengths.
    """
    actor = busiest(probe)
    costs: list[Cost] = []
    for length in lengths:
        before = sum(cost.entries for cost in costs)
        filling = contributions(actor, length, texts)
        costs.append(_cost(probe, actor, filling, lambda done, before=before: progress(before + done)))  # type: ignore[misc]
    return Growth(actor, costs, len({cost.signature for cost in costs}) == 1)


def busiest(probe: Sequence[Record]) -> str:
    """Return the actor to whom most entries of the probe belong, empty if it has none."""
    chain = Chain()
    counts = Counter(
        output.subject for record in probe for output in chain.feed(record) if _is_entry(output.topic.name)
    )
    return min(counts, key=lambda actor: (-counts[actor], actor), default="")


def _is_entry(topic: str) -> bool:
    return topic == ENTRIES.name


def _cost(probe: Sequence[Record], actor: str, filling: Iterable[Record], progress: Callable[[int], None]) -> Cost:
    tables = {stage.name: {name: CountingTable() for name in stage.tables} for stage in STAGES}
    for number, record in enumerate(filling, 1):
        timeline.STAGE.step(record, tables["timeline"])
        progress(number * LINES)
    entries = tables["timeline"]["entries"].rows
    everything = [table for named in tables.values() for table in named.values()]
    for table in everything:
        table.traffic = Traffic()
    chain = Chain(tables)  # type: ignore[arg-type]  # it takes any table, and says dict
    started = time.process_time()
    outputs = [output for record in probe for output in chain.feed(record)]
    seconds = time.process_time() - started
    return Cost(
        entries=entries,
        articles=len(probe),
        touched=len([output for output in outputs if _is_entry(output.topic.name) and output.subject == actor]),
        traffic=sum((table.traffic for table in everything), Traffic()),
        outputs=len(outputs),
        written=sum(len(output.key) + len(output.value or b"") for output in outputs),
        seconds=seconds,
    )
