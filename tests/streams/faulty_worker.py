"""A worker that dies where the test says.

The variable FAULT holds `where:stage:number`. `where` is `between` (a batch's rows are written to the tables, its
outputs not yet sent), `stop` (a batch is to be sent; the worker does not die but is stopped by SIGSTOP, once), `sent`
(everything is sent, nothing is acknowledged), or `step` (inside the step of a record whose value holds the words of the
variable POISON). The worker dies by SIGKILL the `number`-th time.
"""

import os
import signal
from dataclasses import replace
from typing import Any

from streams.agents import driver
from streams.agents.step import Output, Record, Tables
from streams.app import run_worker
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

    async def _flush(self, outputs: list[Output], letters: Any) -> None:
        if WHERE == "between" and self.stage.name == STAGE:
            for overlay in self.overlays.values():
                overlay.write()
            self.die("between")
        if WHERE == "stop" and self.stage.name == STAGE:
            self.passed += 1
            if self.passed == int(NUMBER or 1):
                os.kill(os.getpid(), signal.SIGSTOP)
        await super()._flush(outputs, letters)
        self.die("sent")

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


driver.Driver = FaultyDriver  # type: ignore[misc]
from streams import app  # noqa: E402 -- after the driver is replaced

app.Driver = FaultyDriver  # type: ignore[attr-defined]
run_worker(Settings.load())
