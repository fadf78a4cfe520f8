"""The worker's app: settings that depend on each other."""

from pathlib import Path

from streams.app import create_app, home
from streams.settings import Settings


def test_a_group_waits_for_the_batch_of_a_worker(tmp_path: Path) -> None:
    """Whoever finishes a batch is not dropped from its group meanwhile, and whoever waits for that does not give up."""
    conf = create_app(Settings(datadir=str(tmp_path), store="memory", web_port=0)).conf

    assert conf.broker_rebalance_timeout >= 30
    assert conf.broker_request_timeout > conf.broker_rebalance_timeout
    assert conf.broker_session_timeout < conf.broker_request_timeout
    assert conf.stream_wait_empty


def test_tables_of_one_cluster_are_never_read_in_another(tmp_path: Path) -> None:
    """A worker that is pointed to another broker or group has other tables; the journal of deaths stays."""
    settings = [
        Settings(datadir=str(tmp_path), broker=broker, group=group)
        for broker in ("one:9092", "two:9092")
        for group in ("musnad", "trial")
    ]

    assert len({home(found) for found in settings}) == 4
    assert {home(found).parent for found in settings} == {tmp_path}
    assert home(settings[0]) == home(settings[0])
