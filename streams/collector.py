"""Python's garbage collector, told what our processes are like.

Lexicons and libraries are a hundred thousand objects that live as long as the process, and articles make no cycles: the
collector need not walk over the former at all, and over the latter seldom.
"""

import gc


def spare_the_collector() -> None:
    """Let the collector look no more at what stays for good, and at the rest less often."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)
