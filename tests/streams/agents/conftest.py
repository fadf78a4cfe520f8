"""What the tests of the driver share."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from streams.agents.journal import Journal


@pytest.fixture
def told() -> list[str]:
    """What happened, in order."""
    return []


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    """A journal."""
    found = Journal(tmp_path)
    yield found
    found.close()
