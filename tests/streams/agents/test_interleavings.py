"""Workers on many partitions that pass each other and die in the middle, simulated: the end is the oracle's.

A death leaves some of a batch's rows in the tables and some of its outputs in the topics, and the batch is read again.
"""

import json
import random
from collections import ChainMap, deque
from collections.abc import Sequence

import pytest

from schemas.ranks import instant
from schemas.registry import ENTRIES, EVENTS, LINEAGE, QUOTES, RAW
from streams.agents.chain import STAGES, Chain, attempt
from streams.agents.step import Output, Record
from streams.topics import topic_partition
from tests.streams import newsroom

STAGE_OF = {stage.source.name: stage for stage in STAGES}
TOLD = (ENTRIES, LINEAGE, QUOTES, EVENTS)
_BODIES = [newsroom.body(random.Random(number), 3) for number in range(4)]  # noqa: S311 -- a test, not a secret
TEXTS = [*_BODIES, "\n".join(_BODIES[:2]), _BODIES[0].replace("الاتفاق", "الهدنة"), _BODIES[0].rpartition("\n")[0]]
VERSIONS = [0, -5, 1, 2, "3", "x", 2.7, 10**30, True, None]


def raw(chance: random.Random) -> Record:
    """A record of one of three articles at one of four instants: a version of any kind, a withdrawal or an erasure."""
    uri = f"urn:test:{chance.randrange(3)}"
    moment = instant(chance.choice([0, 1_000, 2_000, 3_000]))
    if chance.random() < 0.15:
        return Record(RAW.name, 0, 0, uri.encode(), None, moment)
    if chance.random() < 0.1:
        erasure = {"uri": uri, "pubstatus": "canceled", "erased": True}
        return Record(RAW.name, 0, 0, uri.encode(), json.dumps(erasure).encode(), moment)
    document: dict[str, object] = {"uri": uri, "text": chance.choice(TEXTS)}
    if chance.random() < 0.7:
        document["version"] = chance.choice(VERSIONS)
    if chance.random() < 0.5:
        document["published"] = chance.choice(["2020-03-01", "2020-03-01T05:00:00Z", "2020-03-05", "bad", None])
    if chance.random() < 0.1:
        document["pubstatus"] = chance.choice(["canceled", "withheld", "usable"])
    return Record(RAW.name, 0, 0, chance.choice([uri.encode(), None]), json.dumps(document).encode(), moment)


def again(record: Record, chance: random.Random) -> Record:
    """The same bytes, recorded at another time."""
    return Record(RAW.name, 0, 0, record.key, record.value, instant(chance.choice([500, 2_500])))


class Workers:
    """The stages over partitions, each with a queue, in an order that chance makes."""

    def __init__(self, records: Sequence[Record], chance: random.Random, partitions: int, deaths: float) -> None:
        self.chance = chance
        self.partitions = partitions
        self.deaths = deaths
        self.tables: dict[str, dict[str, dict[bytes, bytes]]] = {
            stage.name: {name: {} for name in stage.tables} for stage in STAGES
        }
        self.last: dict[str, dict[bytes, bytes]] = {}
        self.queues: dict[tuple[str, int], deque[Record]] = {}
        for record in chance.sample(records, len(records)):
            self.queues.setdefault((RAW.name, chance.randrange(partitions)), deque()).append(record)

    def run(self) -> None:
        """Work until nothing is left."""
        while waiting := sorted(place for place, queue in self.queues.items() if queue):
            self.batch(self.chance.choice(waiting))

    def batch(self, place: tuple[str, int]) -> None:
        """Work through some records of a partition, or die over them."""
        stage, queue = STAGE_OF[place[0]], self.queues[place]
        size = min(len(queue), self.chance.randrange(1, 5))
        trials = {name: ChainMap({}, rows) for name, rows in self.tables[stage.name].items()}
        outputs = [output for record in list(queue)[:size] for output in attempt(stage, record, trials).outputs]
        dies = self.chance.random() < self.deaths
        # Rows and outputs leave at the same time, but for stages whose rows leave first.
        whole = not dies or (stage.rows_first and self.chance.random() < 0.5)
        for name, trial in trials.items():
            rows = list(trial.maps[0].items())
            self.tables[stage.name][name].update(rows if whole else rows[: self.chance.randint(0, len(rows))])
        for sent in self.by_place(outputs).values() if whole or not stage.rows_first else ():
            for output in sent[: self.chance.randint(0, len(sent))] if dies else sent:
                self.send(output)
        for _ in range(0 if dies else size):
            queue.popleft()

    def by_place(self, outputs: list[Output]) -> dict[tuple[str, int], list[Output]]:
        """Outputs by topic and partition: what is lost of one partition is its end."""
        found: dict[tuple[str, int], list[Output]] = {}
        for output in outputs:
            partition = topic_partition(output.near or output.key, output.topic.partitions(self.partitions))
            found.setdefault((output.topic.name, partition), []).append(output)
        return found

    def send(self, output: Output) -> None:
        """Take a record into its topic, and before the stage that reads it."""
        rows = self.last.setdefault(output.topic.name, {})
        if output.value is None:
            rows.pop(output.key, None)
        else:
            rows[output.key] = output.value
        if output.topic.name in STAGE_OF:
            (place,) = self.by_place([output])
            record = Record(*place, 0, output.key, output.value, output.moment)
            self.queues.setdefault(place, deque()).append(record)


@pytest.mark.parametrize(("partitions", "deaths"), [(1, 0), (3, 0), (2, 0.3)], ids=["one", "three", "deaths"])
@pytest.mark.parametrize("seed", range(20))
def test_any_interleaving_ends_as_the_oracle_says(seed: int, partitions: int, deaths: float) -> None:
    """Odd versions, equal instants, repeats, withdrawals and erasures end in the same entries, lineages and sets."""
    chance = random.Random(seed)  # noqa: S311 -- a test, not a secret
    records = [raw(chance) for _ in range(chance.randrange(2, 9))]
    records += [again(record, chance) for record in records if chance.random() < 0.3]
    oracle = Chain()
    for record in records:
        for _ in oracle.feed(record):
            pass

    workers = Workers(records, chance, partitions, deaths)
    workers.run()

    for topic in TOLD:
        assert workers.last.get(topic.name, {}) == oracle.last.get(topic.name, {})
