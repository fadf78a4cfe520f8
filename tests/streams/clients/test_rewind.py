"""Who runs, as the group's coordinator says, and what is made of it when it says nothing."""

from collections.abc import Iterable
from types import SimpleNamespace
from typing import Any

import pytest
from aiokafka.errors import GroupAuthorizationFailedError, GroupCoordinatorNotAvailableError

from streams.clients import rewind
from streams.errors import MusnadError
from streams.settings import Settings

_LOADING, _DENIED = 14, 30
_MEMBERS = [{"member_id": "one", "client_host": "/127.0.0.1"}]


class Admin:
    """An admin client with answers that were given to it: the last one again and again."""

    def __init__(self, answers: Iterable[Any]) -> None:
        self._answers = list(answers)

    async def describe_consumer_groups(self, groups: list[str]) -> list[Any]:
        """Answer as aiokafka does, or raise what is to be raised."""
        assert groups == ["musnad"]
        answer = self._answers.pop(0) if len(self._answers) > 1 else self._answers[0]
        if isinstance(answer, Exception):
            raise answer
        code, members = answer
        return [SimpleNamespace(to_object=lambda: {"groups": [{"error_code": code, "members": members}]})]


@pytest.fixture(autouse=True)
def _hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rewind, "_PAUSE", 0)


async def test_a_coordinator_that_comes_up_is_waited_for() -> None:
    """A broker that never had a group has no coordinator at first, and one that loads names no members."""
    admin: Any = Admin([GroupCoordinatorNotAvailableError(), (_LOADING, []), (0, _MEMBERS)])

    assert await rewind.described(admin, Settings()) == ("one /127.0.0.1",)


async def test_a_coordinator_that_never_comes_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """One broker alone cannot keep groups where three copies of them are wanted, which is Kafka's default."""
    monkeypatch.setattr(rewind, "_PATIENCE", 0)
    admin: Any = Admin([GroupCoordinatorNotAvailableError()])

    with pytest.raises(MusnadError, match=r"coordinates the group musnad .*offsets\.topic\.replication\.factor"):
        await rewind.described(admin, Settings())


async def test_who_may_not_ask_does_not_hear_that_nobody_runs() -> None:
    """The answer of a broker that denies has no members either."""
    admin: Any = Admin([(_DENIED, [])])

    with pytest.raises(GroupAuthorizationFailedError, match="musnad"):
        await rewind.described(admin, Settings())
