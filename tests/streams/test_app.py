"""The worker's app: settings that depend on each other."""

from pathlib import Path

from streams.app import create_app
from streams.settings import Settings


def test_a_group_waits_for_the_batch_of_a_worker(tmp_path: Path) -> None:
    """Whoever finishes a batch is not dropped from its group meanwhile, and whoever waits for that does not give up."""
    conf = create_app(Settings(datadir=str(tmp_path), store="memory", web_port=0)).conf

    assert conf.broker_rebalance_timeout >= 30
    assert conf.broker_request_timeout > conf.broker_rebalance_timeout
    assert conf.broker_session_timeout < conf.broker_request_timeout
    assert conf.stream_wait_empty
