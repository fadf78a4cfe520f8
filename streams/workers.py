"""Workers in processes of their own, for the demo, the bench and the tests."""

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from streams.broker import die_with_parent
from streams.errors import MusnadError
from streams.settings import Settings

_STOPPING = 15.0
_TAIL = 1_500


class WorkerProcess:
    """One worker, started and stopped as a context manager.

    Args:
        settings: Its settings.
        log: File that its log goes to.
        command: What to run instead of `python -m streams worker`.
        environment: Further variables of its environment.
    """

    def __init__(
        self,
        settings: Settings,
        log: Path,
        command: Sequence[str] = ("-m", "streams", "worker"),
        environment: dict[str, str] | None = None,
    ) -> None:
        self.settings = settings
        self.log = log
        self._command = [sys.executable, *command]
        self._environment = {**os.environ, **settings.environment(), **(environment or {})}
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start the process."""
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(  # noqa: S603 -- our own command
                self._command,
                env=self._environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                preexec_fn=die_with_parent,  # noqa: PLW1509 -- the child runs Python's start only
            )

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    @property
    def running(self) -> bool:
        """Whether the process runs."""
        return self.process is not None and self.process.poll() is None

    def kill(self) -> None:
        """End the process as a crash would."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()

    def stop(self, number: int = signal.SIGTERM) -> int:
        """Tell the process to end, and make it end; returns its exit code."""
        if self.process is None:
            return 0
        if self.running:
            self.process.send_signal(number)
        try:
            return self.process.wait(_STOPPING)
        except subprocess.TimeoutExpired:
            self.process.kill()
            return self.process.wait()

    async def watch(self) -> None:
        """Return never; fail when the process ends.

        Raises:
            MusnadError: It ended; says what it logged last.
        """
        while self.running:  # noqa: ASYNC110 -- another process sets no event
            await asyncio.sleep(0.1)
        code = self.process.returncode if self.process else None
        tail = self.log.read_text(encoding="utf-8", errors="replace")[-_TAIL:].strip()
        raise MusnadError(f"The worker ended with exit code {code}. It said last: {tail or 'nothing'}")
