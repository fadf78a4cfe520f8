"""Settings and registry in, Faust app out.

`faust -A streams.app worker` finds the app here; `musnad worker` and the tests make theirs with `create_app`.
"""

import atexit
import sys
import threading
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import faust
import mode.loop
import msgspec
import structlog

from schemas.registry import Topic
from streams import topics
from streams.agents import faustfix, standby
from streams.agents.chain import STAGES
from streams.agents.departure import Departure
from streams.agents.driver import Driver
from streams.agents.journal import Journal
from streams.agents.pulse import Pulse
from streams.agents.step import Stage
from streams.agents.tables import SafeTable
from streams.collector import spare_the_collector
from streams.naming import claim, home
from streams.observe import logs, metrics
from streams.observe.backlog import Backlog
from streams.observe.health import Health
from streams.observe.web import Web
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


class App(faust.App):
    """Faust's app, which begins when broker, topics and disk are there, and ends in time.

    Attributes:
        settings: The settings.
        port: The web port.
        departure: Whether the worker is to end.
        pulse: The worker's pulse.
    """

    settings: Settings
    port: Web
    departure: Departure
    pulse: Pulse

    @property
    def health(self) -> Health:
        """What keeps the worker from its work."""
        return self.port.health

    async def on_first_start(self) -> None:
        """Wait before anything else begins; Faust's own tasks begin when tables have been recovered."""
        self.port.open()
        self.pulse.start()
        await standby.room(self.settings, self.health)
        await standby.answered(self.settings, self.health, lambda: topics.check(self.settings))
        await standby.answered(self.settings, self.health, lambda: topics.tell_departures(self.settings))
        self.add_future(standby.watch(self.settings, self.health))
        backlog = Backlog(lambda: lags(self))
        self.health.left = lambda: backlog.left
        self.add_future(backlog.watch())
        self.health.look(partial(_waiting, self), lambda: self.unassigned)
        await super().on_first_start()

    async def on_stop(self) -> None:
        """Have the stages finish what they have in hand."""
        self.departure.begin()
        await super().on_stop()


def create_app(settings: Settings, web: Web | None = None) -> Any:  # noqa: ANN401 -- Faust is untyped here
    """Build the worker's app.

    Args:
        settings: The settings.
        web: The web port, if it is open already.

    Raises:
        MusnadError: The installed Faust is not the one that our cures were written for, or the worker's name is taken.
    """
    faustfix.check()
    settings = claim(settings)
    log.info("worker starts", name=settings.name, tables=str(home(settings)))
    app: Any = App(settings.group, **_options(settings))
    app.settings = settings
    app.port = web or Web(settings)
    app.departure = Departure(faustfix.end_process, lambda: app.health.hindered("broker"))
    app.departure.look(lambda: faustfix.in_hand(app._consumer))  # noqa: SLF001 -- see `_waiting`
    faustfix.apply(app, partial(standby.ends, settings, app.health))
    app.conf.Table = SafeTable
    journal = Journal(Path(settings.datadir) / "journal", fatal=settings.fatal)
    atexit.register(journal.close)
    pulse = Pulse(settings.session)
    app.pulse = pulse
    drive = partial(
        Driver, journal=journal, settings=settings, pulse=pulse, health=app.health, departure=app.departure
    )  # fmt: skip
    for stage in STAGES:
        _attach(app, stage, drive, settings)
    metrics.begin({stage.name: stage.source.partitions(settings.partitions) for stage in STAGES})
    app.port.measure(lambda: metrics.show_lags(positions(app)))

    @app.on_rebalance_complete.connect
    async def learn_of_deaths(*_app: Any, **_rest: Any) -> None:  # noqa: ANN401
        pulse.recover()
        journal.refresh()
        if app.unassigned:
            log.info("worker stands by", reason="other workers have all partitions; it takes over when one ends")
        else:
            log.info("worker ready", partitions=_shares(app))

    return app


class Worker(faust.Worker):
    """Faust's worker without its logging, which at WARNING and above puts the root logger at DEBUG, and its spinner."""

    def _setup_logging(self) -> None:
        """Leave logging as `observe.logs` set it up, and no spinner's escape codes among its lines."""
        self.spinner = None


def run_worker(settings: Settings) -> None:
    """Run a worker until it is told to stop; ends the process.

    Args:
        settings: The settings; the stream has as many partitions as the broker says.

    Raises:
        MusnadError: The web port cannot be had, or the topics are not there.
    """
    mode.loop.use("uvloop")
    logs.configure(settings)
    threading.excepthook = logs.thread_ended
    web = Web(settings)
    web.open()
    partitions = standby.until_told(lambda: standby.ready_partitions(settings, web.health))
    settings = msgspec.structs.replace(settings, partitions=partitions)
    app = create_app(settings, web)
    spare_the_collector()
    # Faust's banner and spinner would stand among lines of JSON.
    quiet = not logs.is_pretty(settings, sys.stderr)
    Worker(app, loglevel=settings.log_level, redirect_stdouts=False, quiet=quiet).execute_from_commandline()


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
        "web_enabled": False,  # see `observe.web`
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
) -> None:
    """Declare the topic, the tables and the agent of a stage."""
    partitions = stage.source.partitions(settings.partitions)
    tables = {name: _table(app, f"{stage.name}-{name}", partitions, settings) for name in stage.tables}
    driver = drive(app, stage, tables)

    async def agent(stream: Any) -> None:  # noqa: ANN401 -- Faust's stream
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


def _waiting(app: Any) -> str | None:  # noqa: ANN401 -- Faust is untyped here
    """What the app waits for, in words: its partitions, or their tables.

    This is asked in the thread of the web port. What Faust makes when it is first asked for must not be asked for here:
    it would belong to an event loop of this thread that nobody runs, and the worker would wait for it for ever.
    """
    recovery = app.tables._recovery  # noqa: SLF001 -- see above
    if app.should_stop:
        return "ending"
    if recovery is None or not (_assignment(app) or app.unassigned):
        return "waiting for partitions"
    if app.in_recovery:
        return "recovering tables"
    if app.rebalancing or not recovery.completed.is_set():
        return "partitions move"
    return None


def _assignment(app: Any) -> set[Any]:  # noqa: ANN401 -- Faust is untyped here
    """The worker's partitions, as they are; asked in the thread of the web port, see `_waiting`."""
    consumer = app._consumer  # noqa: SLF001 -- see there
    try:
        return set() if consumer is None else set(consumer.assignment())
    except (AttributeError, faust.exceptions.ConsumerNotStarted):  # it is about to end
        return set()


def _shares(app: Any) -> dict[str, int]:  # noqa: ANN401 -- Faust is untyped here
    """How many partitions of which stages the worker has."""
    found = Counter(place.topic for place in _assignment(app))
    return {stage.name: found[stage.source.name] for stage in STAGES if stage.source.name in found}


def positions(app: Any) -> dict[tuple[str, int], tuple[int, int]]:  # noqa: ANN401 -- Faust is untyped here
    """Where the worker is with the partitions that it reads: committed, and end, as the last fetches say.

    Returns:
        By stage and partition; without those that it does not read yet or no more, as while partitions move.
    """
    if app.rebalancing:
        return {}
    stages = {stage.source.name: stage.name for stage in STAGES}
    consumer = app._consumer  # noqa: SLF001 -- see `_waiting`
    found = {
        (stages[place.topic], place.partition): faustfix.progress(consumer, place)
        for place in _assignment(app)
        if place.topic in stages
    }
    return {place: known for place, known in found.items() if known is not None}


def lags(app: Any) -> Counter[str]:  # noqa: ANN401 -- Faust is untyped here
    """How many records are left to the worker by stage, as far as it knows its partitions."""
    found: Counter[str] = Counter()
    for (stage, _), (done, end) in positions(app).items():
        found[stage] += max(end - done, 0)
    return found


def __getattr__(name: str) -> Any:  # noqa: ANN401 -- PEP 562
    """Make the app for `faust -A streams.app` when it is first asked for."""
    if name == "app":
        settings = Settings.load()
        logs.configure(settings)
        globals()["app"] = create_app(settings)
        return globals()["app"]
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)
