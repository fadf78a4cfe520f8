"""Tries the scripts on Apache Kafka, and those of other brokers on the embedded one.

    python -m tests.faults
    python -m tests.faults unacked_head seek_races_fetch --times 3
    python -m tests.faults --cured

Says how often each fault showed. With `--cured` those that `streams/agents/faustfix.py` cures by itself are tried with
the cures in force, and none may show; without, all must.
"""

import argparse
import sys
from collections import Counter
from itertools import chain

from streams.broker import EmbeddedBroker
from tests.faults import CURED, FAULTS, NOT_SHOWN, OF_BROKERS, SHOWN, attempts
from tests.streams.kafka import Kafka


def main() -> None:
    """Try them; fails where one did otherwise than it should."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("names", nargs="*", choices=[*FAULTS, []], metavar="NAME")
    parser.add_argument("--times", type=int, default=1)
    parser.add_argument("--cured", action="store_true")
    given = parser.parse_args()
    names = given.names or (CURED if given.cured else FAULTS)
    found: dict[str, Counter[int]] = {name: Counter() for name in names}
    with Kafka() as kafka, EmbeddedBroker() as embedded:
        for address, of_brokers in ((kafka.address, False), (embedded.address, True)):
            tried = [name for name in names if (name in OF_BROKERS) is of_brokers] * given.times
            for one in chain(*attempts(() if given.cured else tried, address, cured=tried if given.cured else ())):
                sys.stderr.write(f"--- {one.name}\n{one.words}")
                found[one.name][one.code] += 1
    sys.stdout.write("| fault | tried | showed | did not | could not be tried |\n|---|---:|---:|---:|---:|\n")
    for name, codes in found.items():
        shown, not_shown = codes[SHOWN], codes[NOT_SHOWN]
        others = codes.total() - shown - not_shown
        sys.stdout.write(f"| {name} | {codes.total()} | {shown} | {not_shown} | {others} |\n")
    wanted = NOT_SHOWN if given.cured else SHOWN
    sys.exit(any(set(codes) != {wanted} for codes in found.values()))


if __name__ == "__main__":
    main()
