"""The pulse by which a worker knows that it stood still."""

from streams.agents.pulse import Pulse


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.time = 100.0

    def __call__(self) -> float:
        """The time."""
        return self.time


def test_a_gap_as_long_as_a_session_is_missed() -> None:
    """A gap counts before the next beat and after it, until the group has shared the partitions out anew."""
    clock = Clock()
    pulse = Pulse(10, clock)
    clock.time += 7
    pulse.beat()
    assert pulse.missed == 0

    clock.time += 9
    assert pulse.missed == 9
    pulse.beat()
    clock.time += 1
    pulse.beat()
    assert pulse.missed == 9

    pulse.recover()
    assert pulse.missed == 0
