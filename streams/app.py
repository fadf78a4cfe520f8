"""Settings and registry in, Faust app out.

`faust -A streams.app worker` finds the app here; `musnad worker` and the tests make theirs with `create_app`.
"""

import asyncio
import atexit
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

import faust
import mode.loop
import structlog

from schemas.registry import Topic
from streams import topics
from streams.agents import faustfix
from streams.agents.chain import STAGES
from streams.agents.driver import Driver
from streams.agents.journal import Journal
from streams.agents.pulse import Pulse
from streams.agents.step import Stage
from streams.clients import follow
from streams.collector import spare_the_collector
from streams.naming import claim, home
from streams.observe import logs, metrics
from streams.settings import REQUEST_BYTES, Settings

log = structlog.stdlib.get_logger("musnad")

_TABLE_OPTIONS = {
    "driver": "rocksdict",
    "block_cache_size": 2 << 20,
    "write_buffer_size": 1 << 20,
    "max_write_buffer_number": 2,
}

#: Seconds that a worker has to finish its batch when the group shares the partitions out anew.
_FINISHING = 30.0


def create_app(settings: Settings) -> Any:  # noqa: ANN401 -- Faust is untyped here
    """Build the worker's app.

    Raises:
        MusnadError: The installed Faust is not the one that our cures were written for, or the worker's name is taken.
    """
    faustfix.check()
    settings = claim(settings)
    log.info("worker starts", name=settings.name, tables=str(home(settings)))
    app: Any = faust.App(settings.group, **_options(settings))
    faustfix.apply(app, partial(follow.true_ends, settings))
    app.conf.Table = faustfix.SafeTable
    journal = Journal(Path(settings.datadir) / "journal", fatal=settings.fatal)
    atexit.register(journal.close)
    pulse = Pulse(settings.session)
    checked = asyncio.Event()  # before that nobody knows whether keys go where the tables expect them
    for stage in STAGES:
        _attach(app, stage, partial(Driver, journal=journal, settings=settings, pulse=pulse), settings, checked)
    metrics.begin({stage.name: stage.source.partitions(settings.partitions) for stage in STAGES})
    _serve(app)

    @app.task
    async def compare_topics() -> None:
        pulse.start()
        await topics.check(settings)
        checked.set()

    @app.on_rebalance_complete.connect
    async def learn_of_deaths(*_app: Any, **_rest: Any) -> None:  # noqa: ANN401
        pulse.recover()
        journal.refresh()

    return app


def run_worker(settings: Settings) -> None:
    """Run a worker until it is told to stop; ends the process."""
    mode.loop.use("uvloop")
    logs.configure(settings)
    app = create_app(settings)
    spare_the_collector()
    # Faust's banner and spinner would stand among lines of JSON.
    quiet = not logs.is_pretty(settings, sys.stderr)
    faustfix.Worker(app, loglevel=settings.log_level, redirect_stdouts=False, quiet=quiet).execute_from_commandline()


def _options(settings: Settings) -> dict[str, Any]:
    options: dict[str, Any] = {
        "broker": [f"kafka://{address.strip()}" for address in settings.broker.split(",")],
        "datadir": str(home(settings)),
        "store": "memory://" if settings.store == "memory" else "rocksdb://",
        "processing_guarantee": "at_least_once",
        "broker_session_timeout": settings.session,
        "broker_heartbeat_interval": settings.session / 6,
        # A worker finishes its batch before it gives partitions up. The group must wait for that, or it hands them to
        # another one while the first still writes; who has finished waits for the group, so requests last longer still.
        "broker_rebalance_timeout": _FINISHING,
        "broker_request_timeout": _FINISHING + 10.0,
        "broker_commit_interval": settings.commit,
        "consumer_auto_offset_reset": "earliest",
        "consumer_max_fetch_size": REQUEST_BYTES,
        "producer_linger": 0.005,
        "producer_max_batch_size": 131_072,
        "producer_max_request_size": REQUEST_BYTES,
        "stream_wait_empty": True,
        "stream_recovery_delay": 0.0,
        "topic_partitions": settings.partitions,
        "topic_replication_factor": settings.replicas,
        "topic_disable_leader": True,
        "table_standby_replicas": 0,
        "web_enabled": settings.web_port > 0,
        "web_bind": settings.web_host,
        "web_host": settings.web_host,
        "web_port": settings.web_port or 6066,
        "worker_redirect_stdouts": False,
        "logging_config": logs.dict_config(settings),
    }
    credentials = _credentials(settings)
    return options if credentials is None else {**options, "broker_credentials": credentials}


def _credentials(settings: Settings) -> Any:  # noqa: ANN401 -- Faust is untyped here
    tls = settings.kafka_security_protocol.endswith("SSL")
    if settings.kafka_security_protocol.startswith("SASL"):
        return faust.SASLCredentials(
            mechanism=settings.kafka_sasl_mechanism,
            username=settings.kafka_sasl_username,
            password=settings.kafka_sasl_password,
            ssl_context=settings.ssl_context() if tls else None,
        )
    return faust.SSLCredentials(settings.ssl_context()) if tls else None


def _attach(
    app: Any,  # noqa: ANN401 -- Faust is untyped here
    stage: Stage,
    drive: Callable[..., Driver],
    settings: Settings,
    checked: asyncio.Event,
) -> None:
    """Declare the topic, the tables and the agent of a stage; it begins when the topics have been checked."""
    partitions = stage.source.partitions(settings.partitions)
    tables = {name: _table(app, f"{stage.name}-{name}", partitions, settings) for name in stage.tables}
    driver = drive(app, stage, tables)

    async def agent(stream: Any) -> None:  # noqa: ANN401 -- Faust's stream
        await checked.wait()
        await driver.run(stream)

    app.agent(_topic(app, stage.source), name=f"streams.agents.{stage.name}", concurrency=1)(agent)


def _topic(app: Any, topic: Topic) -> Any:  # noqa: ANN401 -- Faust is untyped here
    return app.topic(topic.name, key_type=bytes, value_type=bytes, key_serializer="raw", value_serializer="raw")


def _table(app: Any, name: str, partitions: int, settings: Settings) -> Any:  # noqa: ANN401 -- Faust is untyped here
    return app.Table(
        name,
        key_type=bytes,
        value_type=bytes,
        partitions=partitions,
        options=None if settings.store == "memory" else dict(_TABLE_OPTIONS),
        extra_topic_configs={
            **topics.CHANGELOG,
            **settings.durability,
        },
    )


def _serve(app: Any) -> None:  # noqa: ANN401 -- Faust is untyped here
    """Answer `/metrics`, `/healthz` and `/readyz` on the worker's web port."""

    @app.page("/metrics")
    async def show_metrics(web: Any, request: Any) -> Any:  # noqa: ANN401
        del request
        metrics.show_lags(positions(app))
        return web.bytes(metrics.exposition(), content_type="text/plain; version=0.0.4")

    @app.page("/healthz")
    async def show_health(web: Any, request: Any) -> Any:  # noqa: ANN401
        del request
        return web.json({"status": "alive"})

    @app.page("/readyz")
    async def show_readiness(web: Any, request: Any) -> Any:  # noqa: ANN401
        del request
        ready = is_ready(app)
        return web.json({"status": "ready" if ready else "joining"}, status=200 if ready else 503)


def positions(app: Any) -> dict[tuple[str, int], tuple[int, int]]:  # noqa: ANN401 -- Faust is untyped here
    """Where the worker is with the partitions that it reads: committed, and end, as the last fetches say.

    Returns:
        By stage and partition; without those that were not fetched yet, as while tables recover.
    """
    stages = {stage.source.name: stage.name for stage in STAGES}
    found: dict[tuple[str, int], tuple[int, int]] = {}
    for place in app.consumer.assignment():
        if place.topic in stages:
            with suppress(AssertionError):  # it was taken away a moment ago
                end = app.consumer.highwater(place)
                if end is not None:
                    done = app.consumer._committed_offset.get(place) or 0  # noqa: SLF001 -- Faust has no call for it
                    found[stages[place.topic], place.partition] = (done, end)
    return found


def is_ready(app: Any) -> bool:  # noqa: ANN401 -- Faust is untyped here
    """Whether the worker has its partitions and has recovered their tables."""
    return bool(app.consumer.assignment()) and not app.rebalancing and app.tables.recovery.completed.is_set()


def __getattr__(name: str) -> Any:  # noqa: ANN401 -- PEP 562
    """Make the app for `faust -A streams.app` when it is first asked for."""
    if name == "app":
        settings = Settings.load()
        logs.configure(settings)
        globals()["app"] = create_app(settings)
        return globals()["app"]
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)
