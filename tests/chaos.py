"""The fault campaign: articles flow while workers and servers die, and what ends up in the topics is compared.

    python -m tests.chaos --articles FILE --count 2000 --seed 1 --kills 50 --rebalances 10 --restarts 5 --servers 3

The seed decides which articles are corrected, withdrawn and copied, and which faults come in which order. When exactly
a fault strikes is up to the machine; the end must be the same, whenever it was. It runs on Apache Kafka, see
`tests/streams/kafka`.
"""

import argparse
import asyncio
import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Literal

import msgspec
from aiokafka import TopicPartition

from schemas.registry import RAW, TOPICS
from streams.agents.step import Record
from streams.clients import files
from streams.clients.drain import Positions, drained
from streams.workers import WorkerProcess
from tests.streams import newsroom
from tests.streams.cluster import BY_VERSION, DERIVED, Cluster, cluster, moved, oracle, standing
from tests.streams.kafka import Kafka

#: Where an injected kill strikes (see `faulty_worker`), and in which stages.
_PLACES = ("between", "sent", "recovery", "rebalance")
_STAGES = ("normalize", "deduplicate", "quotes", "events", "timeline")
#: Seconds that a fault has to strike before its worker is killed from outside.
_STRIKING = 45.0
#: Seconds after which a stream that does not come to rest counts as stuck.
_RESTING = 600.0
_RECOVERING = 120.0

Kind = Literal["kill", "join", "leave", "restart", "crash", "leader"]


@dataclass(frozen=True)
class Step:
    """One fault.

    Attributes:
        kind: What happens: a worker is killed, joins or leaves; a server is restarted or crashes; a leader dies.
        where: Of a kill, where it strikes: `random` or a fault of `faulty_worker`.
    """

    kind: Kind
    where: str = ""


def plan(chance: random.Random, kills: int, rebalances: int, restarts: int, leaders: int) -> list[Step]:
    """Decide on the faults and their order.

    Args:
        chance: The seed's random numbers.
        kills: Workers killed, a third of them at random moments, the others where it hurts.
        rebalances: Workers that join and leave.
        restarts: Servers restarted, the last of them by a crash.
        leaders: Servers killed that lead the partition before deduplication.
    """
    steps = [Step("kill", _place(chance, number)) for number in range(kills)]
    steps += [Step("restart") for _ in range(restarts - 1)] + [Step("crash") for _ in range(min(restarts, 1))]
    steps += [Step("leader") for _ in range(leaders)]
    steps += [Step("join") for _ in range(rebalances)]
    chance.shuffle(steps)
    joined = False
    for index, step in enumerate(steps):  # who has joined leaves before another one joins
        if step.kind == "join":
            steps[index] = Step("leave" if joined else "join")
            joined = not joined
    return steps


def _place(chance: random.Random, number: int) -> str:
    if number % 3 == 0:
        return "random"
    where = _PLACES[(number - number // 3 - 1) % len(_PLACES)]
    if where in ("recovery", "rebalance"):
        return f"{where}::1"
    return f"{where}:{chance.choice(_STAGES)}:{chance.randint(1, 3)}"


def flow(chance: random.Random, articles: Sequence[Record]) -> list[Record]:
    """Add copies, corrections, repeats and withdrawals to a stream of articles, soon after what they are about."""
    records: list[Record] = []

    def add(key: bytes, value: bytes | None) -> None:
        records.append(newsroom.again(Record(RAW.name, 0, 0, key, value, newsroom.START), len(records)))

    for article in articles:
        key, value = article.key or b"", article.value
        add(key, value)
        if value is None:
            continue
        fields = msgspec.json.decode(value)
        fate = chance.random()
        if fate < 0.06:
            paragraphs = fields["text"].split("\n")
            kept = paragraphs[1:] if len(paragraphs) > 1 else [fields["text"] + "\n" + newsroom.body(chance, 1)]
            add(key, msgspec.json.encode({**fields, "text": "\n".join(kept), "version": 2}))
        elif fate < 0.10:
            add(key, None)
        elif fate < 0.12:
            add(key, msgspec.json.encode({**fields, "pubstatus": "canceled", "version": 3}))
        elif fate < 0.20:
            add(key + b":copy", msgspec.json.encode({**fields, "uri": f"{fields['uri']}:copy"}))
        elif fate < 0.22:
            add(key, value)
    return records


def articles(path: Path | None, count: int, seed: int) -> list[Record]:
    """Articles of a file (`id` and `title` are known names), or made up."""
    if path is None:
        return [record for record in newsroom.edition(seed, count) if record.value is not None][:count]
    found = (item for item in files.read([path], {"uri": "id", "headline": "title"}) if isinstance(item, files.Item))
    return [
        Record(RAW.name, 0, 0, item.key, item.value, newsroom.START)
        for item, _ in zip(found, range(count), strict=False)
    ]


@dataclass
class Campaign:
    """A running campaign.

    Attributes:
        running: The stream, on Apache Kafka.
        records: What is published, in order.
        chance: The seed's random numbers.
        say: Prints what happens.
        done: How often what was done.
        seconds: How long work stood still, after a kill and after a restart.
    """

    running: Cluster
    records: list[Record]
    chance: random.Random
    say: Callable[[str], None]
    done: Counter[str] = field(default_factory=Counter)
    seconds: dict[str, list[float]] = field(default_factory=dict)
    workers: dict[str, WorkerProcess] = field(default_factory=dict)
    sent: int = 0

    @property
    def servers(self) -> Kafka:
        """The servers."""
        assert isinstance(self.running.broker, Kafka)
        return self.running.broker

    def run(self, steps: Sequence[Step]) -> None:
        """Go through all steps, publishing a portion before each, and wait until everything is worked through."""
        self.start("steady")
        for number, step in enumerate(steps, start=1):
            until = len(self.records) * number // (len(steps) + 1)
            self.publish((self.sent + until) // 2)
            self.tend()
            self.say(f"{number}/{len(steps)} {step.kind} {step.where}".rstrip())
            if step.kind == "kill":
                self._kill(step.where, until)
            else:
                _ACTIONS[step.kind](self)
            self.publish(until)
        self.publish(len(self.records))
        self.tend()
        asyncio.run(asyncio.wait_for(self._rest(), _RESTING))

    def publish(self, until: int) -> None:
        """Publish up to a number of records."""
        self.running.feed(self.records[self.sent : until])
        self.sent = max(self.sent, until)

    def start(self, name: str, fault: str = "") -> WorkerProcess:
        """Start a worker."""
        self.workers[name] = self.running.worker(name, fault)
        return self.workers[name]

    def tend(self) -> None:
        """Start workers again that ended by themselves, as a supervisor would."""
        for name, worker in self.workers.items():
            if not worker.running:
                self.done["workers that ended by themselves"] += 1
                self.say(f"{name} has ended: {worker.log.read_text(errors='replace')[-300:]}")
                self.start(name)

    def _kill(self, where: str, until: int) -> None:
        if where == "random":
            time.sleep(self.chance.uniform(0.0, 4.0))
            self._killed("steady", "at random")
            return
        victim = self.start("victim", where)
        deadline = time.monotonic() + _STRIKING
        while victim.running and time.monotonic() < deadline:  # it joins now or then, and needs something to do
            self.publish(min(self.sent + 1, until))
            time.sleep(0.5)
        if victim.running:
            self._killed("victim", "at random", again=False)
        else:
            self.done[f"kills: {where.partition(':')[0]}"] += 1
        del self.workers["victim"]

    def _killed(self, name: str, how: str, *, again: bool = True) -> None:
        before = self._standing()
        started = time.monotonic()
        self.workers[name].kill()
        self.done[f"kills: {how}"] += 1
        if again:
            self.start(name)
            self._stood_still("kill", before, started)

    def join(self) -> None:
        """A worker joins."""
        self.start("guest")
        self.running.grow(20)
        self.done["workers that joined"] += 1

    def leave(self) -> None:
        """The worker that joined leaves."""
        self.workers.pop("guest").stop()
        self.done["workers that left"] += 1

    def restart(self, *, kill: bool = False) -> None:
        """End a server, and start it again."""
        before = self._standing()
        started = time.monotonic()
        self.servers.restart(self.chance.choice(self.servers.nodes), kill=kill)
        self.done["servers killed and restarted" if kill else "servers restarted"] += 1
        self._stood_still("restart", before, started)

    def crash(self) -> None:
        """A server dies and comes back."""
        self.restart(kill=True)

    def leader(self) -> None:
        """The leader of the partition before deduplication dies, the others go on, and it comes back."""
        before = self._standing()
        started = time.monotonic()
        leader = self.servers.leader("articles.normalized", 0)
        leader.kill()
        self.done["leaders killed"] += 1
        self._stood_still("leader", before, started)
        leader.start()
        self.servers.ready()

    def _standing(self) -> dict[TopicPartition, int]:
        return standing(self.running.settings)

    def _stood_still(self, after: str, waiting: dict[TopicPartition, int], started: float) -> None:
        """Note how long it took until every partition that had work left went on."""
        last: tuple[float, Positions] = (started, {})

        def look(state: Positions) -> None:
            nonlocal last
            last = (time.monotonic(), state)
            self.tend()

        try:
            asyncio.run(asyncio.wait_for(moved(self.running.settings, waiting, look), _RECOVERING))
        except TimeoutError:
            self.done[f"times that work stood still for more than {_RECOVERING:.0f} s"] += 1
            seen, state = last
            left = {place: (done, state.get(place)) for place, done in waiting.items()}
            self.say(
                f"as of {time.monotonic() - seen:.0f} s ago: {left}; now: {self._standing()}\n{self.running.words()}"
            )
        if waiting:
            self.seconds.setdefault(after, []).append(time.monotonic() - started)

    async def _rest(self) -> None:
        resting = asyncio.ensure_future(drained(self.running.settings))
        while not resting.done():
            self.tend()
            await asyncio.wait([resting], timeout=1)
        resting.result()


_ACTIONS: dict[Kind, Callable[[Campaign], None]] = {
    "join": Campaign.join,
    "leave": Campaign.leave,
    "restart": Campaign.restart,
    "crash": Campaign.crash,
    "leader": Campaign.leader,
}


@dataclass(frozen=True)
class Row:
    """How a topic compares with that of an undisturbed run.

    Attributes:
        topic: Its name.
        keys: Keys that the undisturbed run has.
        lost: Keys that are missing, or whose last value is another one.
        doubled: Keys that should not be, or values that the undisturbed run never wrote.
        repeats: Records written more than once, which consumers drop.
    """

    topic: str
    keys: int
    lost: int
    doubled: int
    repeats: int


def compare(running: Cluster, records: Sequence[Record]) -> Iterator[Row]:
    """Compare derived topics with the oracle's: last values, and distinct values where they follow from one record."""
    wanted, values = oracle(records)
    for topic in (topic for topic in TOPICS if topic in DERIVED or topic.name in BY_VERSION):
        found: dict[bytes, list[bytes]] = {}
        for record in running.read(topic):
            found.setdefault(record.key or b"", []).append(record.value or b"")
        expected, distinct = wanted.last.get(topic.name, {}), values.get(topic.name, {})
        lost = doubled = 0
        if topic in DERIVED:
            last = {key: rows[-1] for key, rows in found.items() if rows[-1]}
            lost += sum(last.get(key) != value for key, value in expected.items())
            doubled += len(last.keys() - expected.keys())
        if topic.name in BY_VERSION:
            lost += sum(bool(rows - set(found.get(key, ()))) for key, rows in distinct.items())
            doubled += sum(bool(set(rows) - distinct.get(key, set())) for key, rows in found.items())
        repeats = sum(len(rows) - len(set(rows)) for rows in found.values())
        yield Row(topic.name, len(expected), lost, doubled, repeats)


def table(campaign: Campaign, rows: Sequence[Row], seconds: float) -> str:
    """Lay out what was done, what was compared, and how long work stood still, in Markdown."""
    lines = ["| done | |", "|---|---:|", f"| records published | {len(campaign.records)} |"]
    lines += [f"| {what} | {number} |" for what, number in sorted(campaign.done.items())]
    lines += [f"| minutes | {seconds / 60:.1f} |", "", "| work stood still after | times | median s | longest s |"]
    lines += ["|---|---:|---:|---:|"]
    for after, found in sorted(campaign.seconds.items()):
        lines.append(f"| {after} | {len(found)} | {sorted(found)[len(found) // 2]:.1f} | {max(found):.1f} |")
    lines += ["", "| topic | keys | lost | doubled | repeats |", "|---|---:|---:|---:|---:|"]
    lines += [f"| `{row.topic}` | {row.keys} | {row.lost} | {row.doubled} | {row.repeats} |" for row in rows]
    return "\n".join(lines)


def campaign(given: argparse.Namespace, say: Callable[[str], None]) -> tuple[Campaign, list[Row], str]:
    """Run a campaign; returns it, what was compared, and the table."""
    chance = random.Random(given.seed)  # noqa: S311 -- a campaign, not a secret
    records = flow(chance, articles(given.articles, given.count, given.seed))
    leaders = given.leaders if given.servers > 1 else 0
    steps = plan(chance, given.kills, given.rebalances, given.restarts, leaders)
    started = time.monotonic()
    with cluster(
        given.store, given.partitions, fatal=0, replicas=given.servers, session=given.session,
        broker=partial(Kafka, given.servers),
    ) as running:  # fmt: skip
        found = Campaign(running, records, chance, say)
        found.run(steps)
        took = time.monotonic() - started
        running.stop()
        rows = list(compare(running, records))
    return found, rows, table(found, rows, took)


def arguments(line: Sequence[str] | None = None) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.chaos", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--articles", type=Path, help="a file that `musnad replay` reads; made-up articles if missing")
    parser.add_argument("--count", type=int, default=200, help="how many articles, before copies and corrections")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kills", type=int, default=8)
    parser.add_argument("--rebalances", type=int, default=2, help="workers that join or leave")
    parser.add_argument("--restarts", type=int, default=1, help="servers restarted, the last one after a crash")
    parser.add_argument("--servers", type=int, default=1, choices=(1, 3))
    parser.add_argument("--leaders", type=int, default=1, help="leaders killed, where there are three servers")
    parser.add_argument("--partitions", type=int, default=4)
    parser.add_argument("--store", default="rocksdict", choices=("rocksdict", "memory"))
    parser.add_argument("--session", type=float, default=6.0)
    return parser.parse_args(line)


def main() -> None:
    """Run a campaign and print its table; fails where something was lost or doubled."""
    started = time.monotonic()

    def say(text: str) -> None:
        sys.stderr.write(f"{time.monotonic() - started:7.1f} s  {text}\n")

    _, rows, told = campaign(arguments(), say)
    sys.stdout.write(told + "\n")
    sys.exit(any(row.lost or row.doubled for row in rows))


if __name__ == "__main__":
    main()
