"""What stock Faust loses, and the cures: the only module that reaches into Faust's inside.

Each cure names its reason, has a kill test, and is checked against the version it was written for: `check` fails when
Faust changes.

- **Recovery** (faust-streaming issue 596): while tables recover, records delivered during the seek are wiped and then
  acknowledged as a gap. `stop_flow` and `suspend` before the seek keep them from being delivered.
- **The end of a changelog** is asked for with ListOffsets, which some brokers answer too low right after writes: the
  last rows would be missing from the table. `true_ends` takes it from fetches.
- **Changelog writes** leave with `send_soon` and may be overtaken by a commit after a stall of the broker. `SafeTable`
  keeps their futures, and `delivered` waits for them before the batch is acknowledged.
- **Batches**: `take` acknowledges its records even when the body is cancelled, and a table may only be written on
  behalf of a record. `never_acknowledge` and `on_behalf_of` mend both.
- **Logging**: a worker at level WARNING and above puts the root logger at DEBUG; `Worker` leaves logging alone.
"""

import inspect
import weakref
from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping, MutableMapping
from contextlib import contextmanager
from hashlib import sha256
from typing import Any

import faust
from faust import streams as faust_streams
from faust.tables.recovery import Recovery
from faust.transport.consumer import Consumer
from faust.types import TP
from faust.types.transports import ConsumerT

from streams.errors import MusnadError

#: Sources of the functions that the cures rely on, as in faust-streaming 0.15.3.
_RELIED_ON = {
    "Recovery.on_recovery_completed": (Recovery.on_recovery_completed, "6ef567acf072e46d"),
    "Recovery._build_highwaters": (Recovery._build_highwaters, "91b4cc0d3724ae7b"),  # noqa: SLF001
    "Stream.take_events": (faust.Stream.take_events, "607d48aead118ba8"),
    "Consumer._new_offset": (Consumer._new_offset, "1d2c7ea89a7ad4f1"),  # noqa: SLF001
    "Table.send_changelog": (faust.Table.send_changelog, "3dd3884e1b5fc0e1"),
}
#: Tells where partitions, given as topic and number, end.
Ends = Callable[[Iterable[tuple[str, int]]], Awaitable[Mapping[tuple[str, int], int]]]

_stock_recovery_completed = Recovery.on_recovery_completed


def fingerprint(function: Any) -> str:  # noqa: ANN401 -- any function
    """First 16 hexadecimal digits of the SHA-256 of a function's source."""
    return sha256(inspect.getsource(function).encode()).hexdigest()[:16]


def check() -> None:
    """Make sure that Faust is the one the cures were written for.

    Raises:
        MusnadError: It changed.
    """
    changed = [name for name, (function, known) in _RELIED_ON.items() if fingerprint(function) != known]
    if changed:
        message = (
            f"Faust changed in {', '.join(changed)}: its cures must be looked at again. Install faust-streaming 0.15.3."
        )
        raise MusnadError(message)


def apply(app: Any, ends: Ends) -> None:  # noqa: ANN401 -- Faust's app
    """Mend recovery; harmless when repeated.

    Args:
        app: The app whose tables recover.
        ends: Tells where partitions end.
    """
    app.true_ends = ends
    Recovery.on_recovery_completed = _recovery_completed  # type: ignore[method-assign]
    Recovery._build_highwaters = _build_highwaters  # type: ignore[method-assign]  # noqa: SLF001


async def _build_highwaters(
    self: Recovery, consumer: ConsumerT, tps: set[TP], destination: MutableMapping[TP, int], title: str
) -> None:
    del consumer, title
    destination.clear()
    ends = await self.app.true_ends(tps) if tps else {}  # type: ignore[attr-defined]
    # Faust counts the last record, not the one after it.
    destination.update({tp: ends[tp.topic, tp.partition] - 1 for tp in tps})


async def _recovery_completed(self: Recovery, generation_id: int = 0) -> None:
    self.app.consumer.stop_flow()
    self.app.flow_control.suspend()
    await _stock_recovery_completed(self, generation_id)


class SafeTable(faust.Table[bytes, bytes]):
    """A table whose changelog writes can be awaited."""

    def send_changelog(self, *arguments: Any, **options: Any) -> Any:  # noqa: ANN401 -- Faust's own
        """Send as Faust does, and keep the future."""
        future = super().send_changelog(*arguments, **options)
        self.__dict__.setdefault("_pending", []).append(future)
        return future

    async def delivered(self) -> None:
        """Wait until the broker has every change made so far.

        Raises:
            KafkaError: It does not take one.
        """
        for future in self.__dict__.pop("_pending", []):
            await future


@contextmanager
def on_behalf_of(event: Any) -> Iterator[None]:  # noqa: ANN401 -- Faust's event
    """Let tables be read and written for a record of a batch: its partition decides where."""
    token = faust_streams._current_event.set(weakref.ref(event))  # noqa: SLF001
    try:
        yield
    finally:
        faust_streams._current_event.reset(token)  # noqa: SLF001


def never_acknowledge(stream: Any) -> None:  # noqa: ANN401 -- Faust's stream
    """Keep a stream from acknowledging what it has given out and nobody finished."""

    async def refuse(event: Any) -> bool:  # noqa: ANN401, ARG001
        return False

    stream.ack = refuse


class Worker(faust.Worker):
    """Faust's worker without its logging."""

    def _setup_logging(self) -> None:
        """Leave logging as `observe.logs` set it up."""
