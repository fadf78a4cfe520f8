"""The worker's app: settings that depend on each other, and what it tells of its partitions."""

from pathlib import Path
from types import SimpleNamespace

from faust.exceptions import ConsumerNotStarted
from faust.types import TP

from streams.agents.faustfix import in_hand
from streams.app import create_app, lags, positions
from streams.settings import Settings


def test_a_group_waits_for_the_batch_of_a_worker(tmp_path: Path) -> None:
    """Whoever finishes a batch is not dropped from its group meanwhile, and whoever waits for that does not give up."""
    conf = create_app(Settings(datadir=str(tmp_path), store="memory", web_port=0)).conf

    assert conf.broker_rebalance_timeout >= 30
    assert conf.broker_request_timeout > conf.broker_rebalance_timeout
    assert conf.broker_session_timeout < conf.broker_request_timeout
    assert conf.stream_wait_empty


class Consumer:
    """Faust's consumer of a worker whose partitions move while its metrics are asked for."""

    app: SimpleNamespace

    def __init__(self) -> None:
        self._read_offset: dict[TP, int | None] = {}
        self._committed_offset: dict[TP, int | None] = {TP("articles.raw", 0): 7, TP("articles.raw", 1): None}
        self.begins = {TP("articles.raw", 1): 5, TP("articles.normalized", 0): 0}

    def assignment(self) -> set[TP]:
        """What it has, or had a moment ago."""
        return {*self._committed_offset, *self.begins, *_ENDS, TP("musnad-timeline-entries-changelog", 0)}

    def highwater(self, place: TP) -> int | None:
        """Where a partition ends, or what aiokafka raises of one that is being taken away."""
        end = _ENDS[place]
        if isinstance(end, Exception):
            raise end
        return end


_ENDS: dict[TP, int | Exception | None] = {
    TP("articles.raw", 0): 9,
    TP("articles.raw", 1): 5,
    TP("articles.normalized", 0): None,
    TP("articles.quoted", 0): 9,
    TP("articles.quoted", 1): AssertionError("Partition is not assigned"),
    TP("articles.quoted", 2): AttributeError("'NoneType' object has no attribute 'highwater'"),
    TP("articles.quoted", 3): ConsumerNotStarted("Consumer thread not yet started"),
}


def test_gauges_tell_of_partitions_of_which_something_is_known() -> None:
    """One that was just given to the worker is not behind by its whole log, nor one that is being taken away."""
    app = SimpleNamespace(rebalancing=False, _consumer=Consumer())

    assert positions(app) == {("normalize", 0): (7, 9), ("normalize", 1): (5, 5)}
    assert lags(app) == {"normalize": 2}
    app.rebalancing = True
    assert positions(app) == {}
    assert positions(SimpleNamespace(rebalancing=False, _consumer=None)) == {}


def test_what_is_in_hand_is_what_was_read_and_is_not_committed() -> None:
    """By topic; changelogs are never committed, and where nothing was yet, the log's beginning counts."""
    consumer = Consumer()
    consumer.app = SimpleNamespace(topics=SimpleNamespace(acks_enabled_for=lambda topic: "changelog" not in topic))
    consumer._read_offset = {  # noqa: SLF001
        TP("articles.raw", 0): 12,
        TP("articles.raw", 1): 6,
        TP("articles.normalized", 0): None,
        TP("articles.quoted", 0): 9,
        TP("musnad-timeline-entries-changelog", 0): 70,
    }

    assert in_hand(consumer) == {"articles.raw": 6}
    consumer._committed_offset |= {TP("articles.raw", 0): 12, TP("articles.raw", 1): 6}  # noqa: SLF001
    assert in_hand(consumer) == {}
    assert in_hand(None) == {}
