"""Faults of Faust and aiokafka, each shown by a script that stands alone; README.md lists them.

A script takes the address of a broker and imports nothing of ours, so that it can be handed to a maintainer as it is.
It exits with 0 if its fault shows, 1 if it does not, and 2 if it could not be tried.
"""

import subprocess
import sys
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

HERE = Path(__file__).parent
#: The scripts, by name.
FAULTS = tuple(sorted(path.stem for path in HERE.glob("[!_]*_*.py")))
#: Those that are a fault of some brokers and do not show on Apache Kafka.
OF_BROKERS = frozenset({"end_asked_too_soon"})
#: Those that `streams/agents/faustfix.py` cures by itself; the others are cured by how the driver works.
CURED = (
    "dropped_taken_for_compacted",
    "group_error_unheard",
    "missing_topic_left_out",
    "recovery_wipes_records",
    "seek_races_fetch",
    "uncommitted_not_sought",
)
SHOWN, NOT_SHOWN = 0, 1
_PATIENCE = 90.0


@dataclass(frozen=True)
class Attempt:
    """What came of a script.

    Attributes:
        name: Its name.
        code: What it exited with; -9 if it took too long.
        words: What it printed.
    """

    name: str
    code: int
    words: str


def attempt(name: str, address: str, *, cured: bool = False) -> Attempt:
    """Run a script.

    Args:
        name: Its name.
        address: `host:port` of a broker.
        cured: With the cures in force.
    """
    script = str(HERE / f"{name}.py")
    command = [sys.executable, *(("-m", "tests.faults.cured") if cured else ()), script, address]
    process = subprocess.Popen(
        command, cwd=HERE.parent.parent, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        text=True,
    )  # fmt: skip
    try:
        words, _ = process.communicate(timeout=_PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()
        words, _ = process.communicate()
    return Attempt(name, process.returncode, words)


def attempts(
    names: Iterable[str], address: str, *, cured: Iterable[str] = (), at_once: int = 6
) -> tuple[list[Attempt], list[Attempt]]:
    """Run scripts, some at once: most of the time they wait.

    Args:
        names: Names of those that run with Faust as it is.
        address: `host:port` of a broker.
        cured: Names of those that run with the cures in force.
        at_once: How many run at once.

    Returns:
        What came of the ones and of the others.
    """
    with ThreadPoolExecutor(at_once) as pool:
        healed = pool.map(partial(attempt, address=address, cured=True), cured)
        stock = pool.map(partial(attempt, address=address), names)
        return list(stock), list(healed)
