"""A worker that dies where the test says.

The variable FAULT holds `where:stage:number`. `where` is `between` (a batch's rows are written to the tables, its
outputs not yet sent), `stop` (a batch is to be sent; the worker does not die but is stopped by SIGSTOP, once), `sent`
(everything is sent, nothing is acknowledged), `step` (inside the step of a record whose value holds the words of the
variable POISON), `rebalance` (the group has told the worker its partitions), or `recovery` (the tables have been read,
the sources not yet). The worker dies by SIGKILL the `number`-th time; the last two know no stage.
"""

import os
import signal
from dataclasses import replace
from typing import Any

from faust.tables.recovery import Recovery

from streams.agents import driver
from streams.agents.step import Output, Record, Tables
from streams.app import run_worker
from streams.observe.web import Web
from streams.settings import Settings

WHERE, STAGE, NUMBER = (os.environ.pop("FAULT") + "::").split(":")[:3]
POISON = os.environ.pop("POISON", "").encode()


class FaultyDriver(driver.Driver):
    """A driver that ends its process."""

    passed = 0

    def die(self, where: str) -> None:
        """Die if this is the time and the place."""
        if where == WHERE and self.stage.name == STAGE:
            self.passed += 1
            if self.passed >= int(NUMBER or 1):
                os.kill(os.getpid(), signal.SIGKILL)

    async def _flush(self, outputs: list[Output], letters: Any) -> bool:
        if WHERE == "between" and self.stage.name == STAGE:
            for overlay in self.overlays.values():
                overlay.write()
            self.die("between")
        if WHERE == "stop" and self.stage.name == STAGE:
            self.passed += 1
            if self.passed == int(NUMBER or 1):
                os.kill(os.getpid(), signal.SIGSTOP)
        sent = await super()._flush(outputs, letters)
        self.die("sent")
        return sent

    def attempt(self, record: Record) -> Any:
        """Die inside the step of a poisonous record, unless the driver knows it."""
        sound = self.stage

        def step(record: Record, tables: Tables) -> list[Output]:
            if POISON and POISON in (record.value or b""):
                self.die("step")
            return sound.step(record, tables)

        self.stage = replace(sound, step=step)
        try:
            return super().attempt(record)
        finally:
            self.stage = sound


def die_before(where: str, name: str) -> None:
    """Die at the entry of a method of Faust's recovery."""
    method = getattr(Recovery, name)
    passed = 0

    async def dying(*arguments: Any, **named: Any) -> Any:
        nonlocal passed
        passed += 1
        if where == WHERE and passed >= int(NUMBER or 1):
            os.kill(os.getpid(), signal.SIGKILL)
        return await method(*arguments, **named)

    setattr(Recovery, name, dying)


driver.Driver = FaultyDriver  # type: ignore[misc]
from streams import app  # noqa: E402 -- after the driver is replaced

app.Driver = FaultyDriver  # type: ignore[attr-defined]
die_before("rebalance", "on_rebalance")
sound_app = app.create_app


def faulty_app(settings: Settings, web: Web | None = None) -> Any:
    """Make an app that may die when it has recovered; Faust's cures come first."""
    made = sound_app(settings, web)
    die_before("recovery", "on_recovery_completed")
    return made


app.create_app = faulty_app
run_worker(Settings.load())
