"""What is told of a record that the broker does not take."""

from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

import pytest
from aiokafka.errors import InvalidTimestampError, KafkaError, KafkaTimeoutError, MessageSizeTooLargeError

from streams.clients import replay
from streams.clients.files import Item
from streams.errors import MusnadError
from streams.settings import Settings


@pytest.mark.parametrize(
    ("error", "kind", "told"),
    [
        (InvalidTimestampError(), MusnadError, "did not take feed:3: its time of recording lies further ahead"),
        (MessageSizeTooLargeError(), MusnadError, "did not take feed:3: MessageSizeTooLargeError"),
        (KafkaTimeoutError(), KafkaTimeoutError, "KafkaTimeoutError"),
    ],
)
async def test_whose_record_is_not_taken_hears_which_and_why(
    error: KafkaError, kind: type[Exception], told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And how many were published before it; for brokers that do not answer there are other words."""

    class Producer:
        async def send(self, *_where: object, **_how: object) -> Any:
            return taken() if next(numbers) < 2 else refused()

    async def taken() -> object:
        return SimpleNamespace()

    async def refused() -> object:
        raise error

    class Opened:
        async def __aenter__(self) -> Producer:
            return Producer()

        async def __aexit__(self, *_failure: object) -> None: ...

    numbers = iter(range(3))
    monkeypatch.setattr(replay, "publisher", lambda _settings: Opened())
    items = [Item(b"k", b"v", f"feed:{line}", datetime(2020, 1, 1, tzinfo=UTC)) for line in (1, 2, 3)]

    with pytest.raises(kind, match=told) as caught:
        await replay.replay(Settings(), items)
    assert kind is KafkaTimeoutError or "2 records before it were published" in str(caught.value)
