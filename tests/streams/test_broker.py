"""The embedded broker starts, answers, and leaves nothing behind."""

import os
import socket

import pytest

from streams.broker import EmbeddedBroker

pytestmark = pytest.mark.broker


def test_it_answers_while_it_runs_and_not_afterwards() -> None:
    """The port is open inside the block only, and the process is gone after it, also after an error."""
    known = []

    def use() -> None:
        with EmbeddedBroker() as broker:
            known.extend([broker.pid, broker.port])
            socket.create_connection(("127.0.0.1", broker.port), timeout=5).close()
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        use()
    pid, port = known
    with pytest.raises(OSError, match="refused"):
        socket.create_connection(("127.0.0.1", port), timeout=5)
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
