"""The few errors of ours: what is wrong with a record, and what is wrong with a call."""


class MusnadError(Exception):
    """A failure that is told to people in one sentence: what is wrong, where, and what to do."""


class UsageError(MusnadError):
    """The command was called wrongly; exit code 2."""


class NoBrokerError(MusnadError):
    """No broker answers; one that waits for it may ask again."""


class NoLeaderError(NoBrokerError):
    """Brokers answer, but none for some partitions; one that waits for it may ask again."""


class DiskError(MusnadError):
    """The disk under a worker's tables and journal takes or gives nothing now, and may do so later."""

    @property
    def told(self) -> str:
        """What `/readyz` and the log say of it: that it is the disk, and what to do."""
        return f"the disk under the data directory takes or gives nothing ({self}); make room, the worker waits for it"


#: Reason codes of records that cannot be used, stable for machines.
REASONS = ("malformed", "not-utf-8", "no-uri", "no-text", "too-large", "language", "poison", "internal")


class Rejected(Exception):  # noqa: N818 -- an outcome, not an accident
    """A record that cannot be used and goes to the dead-letter topic.

    Args:
        reason: One of `REASONS`.
        detail: What is wrong and where, in one sentence.
    """

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason
        self.detail = detail
