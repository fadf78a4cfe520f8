"""The worker's web port: `/metrics`, `/healthz` and `/readyz`, in a thread of its own.

Faust would open the port when everything else has begun, and answer in its event loop. Whoever asks why a worker is
not ready asks while it has no broker, recovers its tables or stands before a full disk: the port is open before that.
"""

import socket
import sys
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import msgspec
import structlog

from streams.errors import MusnadError
from streams.observe import metrics
from streams.observe.health import Health
from streams.settings import Settings

log = structlog.stdlib.get_logger("musnad")

#: Seconds after which a client that says nothing is hung up on.
_PATIENCE = 10.0


class Web:
    """The web port.

    Args:
        settings: Address and port; port 0 for none.

    Attributes:
        health: What `/readyz` tells.
    """

    def __init__(self, settings: Settings) -> None:
        self._address = (settings.web_host, settings.web_port)
        self.health = Health()
        self._measure: Callable[[], None] = lambda: None
        self._server: _Server | None = None

    def open(self) -> None:
        """Open the port until the process ends; nothing if it is open, or if there is to be none.

        Raises:
            MusnadError: The port cannot be had.
        """
        if self._server is not None or not self._address[1]:
            return
        try:
            self._server = _Server(self._address, self.health, self._measure)
        except OSError as error:
            message = (
                f"The web port {self._address[0]}:{self._address[1]} cannot be had ({error.strerror or error}). "
                f"Give this worker another with --web-port, or none with --web-port 0."
            )
            raise MusnadError(message) from error
        threading.Thread(target=self._server.serve_forever, name="web", daemon=True).start()

    def measure(self, measure: Callable[[], None]) -> None:
        """Have something measured whenever somebody asks for the metrics."""
        self._measure = measure
        if self._server is not None:
            self._server.measure = measure

    def close(self) -> None:
        """Close the port."""
        if self._server is not None:
            self._server.shutdown()
            self._server.server_close()
            self._server = None


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, address: tuple[str, int], health: Health, measure: Callable[[], None]) -> None:
        self.health = health
        self.measure = measure
        self._measuring = threading.Lock()
        self.address_family = socket.AF_INET6 if ":" in address[0] else socket.AF_INET
        super().__init__(address, _Handler)

    def metrics(self) -> bytes:
        """Measure, and return all metrics; one at a time, or one would see what another is about to measure anew."""
        with self._measuring:
            self.measure()
            return metrics.exposition()

    def handle_error(self, request: object, client_address: object) -> None:
        """Log what kept a client from its answer, in a line like all others; who hung up misses none."""
        del request
        error = sys.exception()
        if not isinstance(error, ConnectionError):
            log.error("web port fails", client=repr(client_address), error=repr(error), exc_info=error)

    def server_bind(self) -> None:
        """Bind, without the look at the name service that the standard library takes."""
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self.socket.bind(self.server_address)
        self.server_address = self.socket.getsockname()
        self.server_name, self.server_port = str(self.server_address[0]), int(self.server_address[1])


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    timeout = _PATIENCE
    protocol_version = "HTTP/1.1"
    server_version = "musnad"
    sys_version = ""

    def do_GET(self) -> None:
        """Answer a request."""
        path = self.path.partition("?")[0]
        if path == "/metrics":
            self._answer(200, self.server.metrics(), "text/plain; version=0.0.4; charset=utf-8")
        elif path == "/healthz":
            self._answer(200, b'{"status":"alive"}')
        elif path == "/readyz":
            status, reasons = self.server.health.status
            told = {"status": status, "reasons": reasons, "left": self.server.health.left()}
            self._answer(503 if reasons else 200, msgspec.json.encode(told))
        else:
            self._answer(404, b'{"status":"no such page"}')

    def _answer(self, code: int, body: bytes, kind: str = "application/json") -> None:
        self.send_response(code)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_arguments: object) -> None:
        """Say nothing: who asks, asks every few seconds."""
