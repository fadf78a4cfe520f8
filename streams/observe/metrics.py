"""The metrics, all of them: Prometheus names in base units, and never an actor's or an article's name as a label."""

from collections.abc import Mapping

from prometheus_client import REGISTRY, CollectorRegistry, Counter, Gauge, Histogram, generate_latest

from streams.errors import REASONS

_SECONDS = (0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10)
_AGES = (0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 3600, 86400)

ARTICLES = Counter("musnad_articles", "Records that a stage has finished, by outcome.", ["stage", "outcome"])
SECONDS = Histogram("musnad_step_seconds", "Time the step of a stage took for one record.", ["stage"], buckets=_SECONDS)
DEAD_LETTERS = Counter("musnad_dead_letters", "Records sent to a dead-letter topic, by reason.", ["stage", "reason"])
AGE = Histogram(
    "musnad_event_age_seconds",
    "Time from the raw record's timestamp until a stage has finished with what came of it.",
    ["stage"],
    buckets=_AGES,
)
RECORDS = Counter("musnad_records_written", "Records written, by topic.", ["topic"])
BYTES = Counter("musnad_written_bytes", "Bytes of the keys and values written, by topic.", ["topic"])
BATCHES = Histogram(
    "musnad_batch_records", "Records that a stage took at once.", ["stage"], buckets=(1, 2, 5, 10, 20, 50, 100, 200)
)
RETRIES = Counter("musnad_send_retries", "Batches written again because the broker did not take them.", ["stage"])

LAG = Gauge(
    "musnad_lag_records",
    "Records of a partition of this worker that are still to be worked through and committed.",
    ["stage", "partition"],
)
COMMITTED = Gauge(
    "musnad_committed_offset", "Up to where a partition of this worker is committed.", ["stage", "partition"]
)
PARTITIONS = Gauge("musnad_partitions", "Partitions that a stage has, on whichever worker.", ["stage"])


def begin(stages: Mapping[str, int]) -> None:
    """Show counters from their start: Prometheus sees no increase in one that appears with its first count.

    Args:
        stages: Stage -> partitions that it has.
    """
    for stage, partitions in stages.items():
        PARTITIONS.labels(stage).set(partitions)
        RETRIES.labels(stage)
        for outcome in ("accepted", "rejected"):
            ARTICLES.labels(stage, outcome)
        for reason in REASONS:
            DEAD_LETTERS.labels(stage, reason)


def show_lags(positions: Mapping[tuple[str, int], tuple[int, int]]) -> None:
    """Show how far this worker is with its partitions, and forget those that it has no more.

    Args:
        positions: Stage and partition -> the offset that is committed, and the one at which the partition ends.
    """
    LAG.clear()
    COMMITTED.clear()
    for (stage, partition), (done, end) in positions.items():
        LAG.labels(stage, str(partition)).set(max(end - done, 0))
        COMMITTED.labels(stage, str(partition)).set(done)


def exposition(registry: CollectorRegistry = REGISTRY) -> bytes:
    """Return all metrics in Prometheus' text format."""
    return generate_latest(registry)
