"""Workers under strain on Apache Kafka: odd records, and a long way behind.

    python -m tests.strain fuzz --count 10000 --seed 1
    python -m tests.strain lag --count 100000 --seed 1

`fuzz` publishes records that no sane feed would send and accounts for each of them: it is in the dead letters with its
reason, or went through the chain as it does without Kafka. `lag` has a worker begin far behind. Both sample the memory
of the worker; it is flat if its peak in the last third of the run is at most a tenth above its peak in the second.
"""

import argparse
import asyncio
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field
from pathlib import Path

import msgspec
from aiokafka import AIOKafkaProducer

from schemas.articles import Withdrawal
from schemas.ranks import milliseconds
from schemas.registry import LINEAGE, NORMALIZED, RAW, dead_letters
from streams.agents.chain import STAGES, Chain
from streams.agents.step import Record
from streams.clients.drain import lags
from streams.workers import WorkerProcess
from tests.streams import fuzz
from tests.streams.cluster import Cluster, check_against_oracle, check_distinct_values, cluster
from tests.streams.kafka import Kafka

#: Part by which memory may grow from the second third of a run to the last.
FLAT = 1.10
_SAMPLING = 0.5
_RESTING = 7_200.0


def publish(running: Cluster, records: Iterable[Record]) -> None:
    """Publish records to the first partition, in order, with keys that may be missing."""

    async def send() -> None:
        async with AIOKafkaProducer(**running.settings.producer) as producer:
            waiting = []
            for record in records:
                stamp = milliseconds(record.recorded)
                waiting.append(await producer.send(RAW.name, record.value, record.key, partition=0, timestamp_ms=stamp))
                if len(waiting) >= 1_000:
                    await asyncio.gather(*waiting)
                    waiting.clear()
            await asyncio.gather(*waiting)

    asyncio.run(send())


@dataclass
class Memory:
    """The memory of a process, sampled.

    Attributes:
        samples: Megabytes, in order.
    """

    worker: WorkerProcess
    samples: list[float] = field(default_factory=list)

    def __post_init__(self) -> None:
        threading.Thread(target=self._run, daemon=True).start()

    def _run(self) -> None:
        while self.worker.running and self.worker.process is not None:
            status = Path(f"/proc/{self.worker.process.pid}/status").read_text(encoding="utf-8")
            self.samples += [int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmRSS")]
            time.sleep(_SAMPLING)

    @property
    def thirds(self) -> tuple[float, float, float]:
        """The peaks of the three thirds of the run."""
        third = len(self.samples) // 3
        first, second, last = self.samples[:third], self.samples[third : 2 * third], self.samples[2 * third :]
        return max(first, default=0.0), max(second, default=0.0), max(last, default=0.0)

    @property
    def flat(self) -> bool:
        """Whether it is flat."""
        _, second, last = self.thirds
        return last <= second * FLAT


def work(running: Cluster, say: Callable[[str], None]) -> tuple[WorkerProcess, Memory]:
    """Start a worker and wait until it has worked through everything; it must be the same one at the end.

    Raises:
        AssertionError: It died.
        TimeoutError: It does not get there.
    """
    worker = running.worker()
    memory = Memory(worker)

    async def rest() -> None:
        shown = 0.0
        async with aclosing(lags(running.settings)) as states:
            async for state in states:
                assert worker.running, worker.log.read_text(errors="replace")[-3_000:]
                if time.monotonic() - shown > 10:
                    shown = time.monotonic()
                    say(f"lag {[lag.left for lag in state]}, {memory.samples[-1] if memory.samples else 0:.0f} MB")
                if not any(lag.left for lag in state):
                    return

    asyncio.run(asyncio.wait_for(rest(), _RESTING))
    return worker, memory


@dataclass
class Account:
    """What became of the records of a run.

    Attributes:
        kinds: By kind: how many came in, and how many had which outcome.
        wrong: Records that did not end as they do without Kafka, in words.
    """

    kinds: dict[str, Counter[str]] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)

    @property
    def total(self) -> Counter[str]:
        """The sum of all kinds."""
        return sum(self.kinds.values(), Counter())


def account(running: Cluster, odd: Sequence[fuzz.Odd]) -> Account:
    """Account for every record: `in` is the sum of rejections by reason, withdrawals, duplicates and articles."""
    found = Account()
    letters = {
        int(dict(record.headers)["__streams.errors.offset"]): (dict(record.headers)["musnad-reason"].decode(), record)
        for record in running.read(dead_letters(RAW))
    }
    normalized = {(record.key, record.value) for record in running.read(NORMALIZED)}
    copies = {key for key, value in running.last(LINEAGE).items() if LINEAGE.decode(value).relation != "original"}
    for offset, one in enumerate(odd):
        count = found.kinds.setdefault(one.kind, Counter())
        count["in"] += 1
        chain = Chain()
        outputs = list(chain.feed(one.record, until="normalize"))
        wanted = chain.rejected[0][1].reason if chain.rejected else None
        reason, letter = letters.get(offset, (None, None))
        if reason != wanted or (
            letter is not None and (letter.key, letter.value) != (one.record.key, one.record.value)
        ):
            found.wrong.append(f"{one.kind} at {offset}: {reason} instead of {wanted}")
        if reason is not None:
            count[reason] += 1
            continue
        (passed,) = (output for output in outputs if output.topic is NORMALIZED)
        if (passed.key, passed.value) not in normalized:
            found.wrong.append(f"{one.kind} at {offset} is in no topic")
        elif isinstance(NORMALIZED.decode(passed.value or b""), Withdrawal):
            count["withdrawn"] += 1
        else:
            count["duplicate" if passed.key in copies else "accepted"] += 1
    later = [dead_letters(stage.source) for stage in STAGES[1:]]
    found.wrong += [f"{len(rows)} records in {topic.name}" for topic in later if (rows := running.read(topic))]
    return found


def fuzzed(count: int, seed: int, say: Callable[[str], None]) -> tuple[Account, Memory]:
    """Publish odd records, let a worker work through them, and account for each.

    Raises:
        AssertionError: The worker died, or a topic does not end as it does without Kafka.
    """
    odd = fuzz.records(seed, count)
    records = [one.record for one in odd]
    with cluster("rocksdict", partitions=1, broker=Kafka) as running:
        publish(running, records)
        _, memory = work(running, say)
        running.stop()
        say("compare")
        check_against_oracle(running, records, everywhere=True)
        check_distinct_values(running, records)
        return account(running, odd), memory


def behind(count: int, seed: int, say: Callable[[str], None]) -> tuple[int, Memory]:
    """Have a worker begin far behind; returns how many keys were compared, and its memory.

    Raises:
        AssertionError: The worker died, or a topic does not end as it does without Kafka.
    """
    records = fuzz.crumbs(seed, count)
    with cluster("rocksdict", partitions=1, broker=Kafka) as running:
        running.settings = msgspec.structs.replace(running.settings, batch=200, log_level="WARNING")
        publish(running, records)
        _, memory = work(running, say)
        running.stop()
        say("compare")
        return check_against_oracle(running, records, everywhere=True), memory


def table(found: Account) -> str:
    """Lay out what became of the records, in Markdown."""
    outcomes = ["in", "accepted", "duplicate", "withdrawn"]
    outcomes += sorted(set(found.total) - set(outcomes))
    lines = ["| kind | " + " | ".join(outcomes) + " |", "|---|" + "---:|" * len(outcomes)]
    for kind, count in [*found.kinds.items(), ("all", found.total)]:
        lines.append(f"| {kind} | " + " | ".join(str(count[outcome] or "") for outcome in outcomes) + " |")
    return "\n".join(lines)


def main() -> None:
    """Run one of the two; fails where something is unaccounted for, or memory grows."""
    parser = argparse.ArgumentParser(prog="python -m tests.strain", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("what", choices=("fuzz", "lag"))
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    started = time.monotonic()

    def say(text: str) -> None:
        sys.stderr.write(f"{time.monotonic() - started:7.1f} s  {text}\n")

    if given.what == "fuzz":
        found, memory = fuzzed(given.count, given.seed, say)
        sys.stdout.write(table(found) + "\n" + "\n".join(found.wrong) + "\n")
        wrong = bool(found.wrong)
    else:
        compared, memory = behind(given.count, given.seed, say)
        sys.stdout.write(f"{given.count} records, {compared} keys compared\n")
        wrong = False
    peaks = " / ".join(f"{peak:.0f}" for peak in memory.thirds)
    sys.stdout.write(f"memory, peaks of the thirds of the run: {peaks} MB; flat: {memory.flat}\n")
    sys.exit(wrong or not memory.flat)


if __name__ == "__main__":
    main()
