"""Runs a script of this folder with our cures of Faust in force: `python -m tests.faults.cured SCRIPT HOST:PORT`."""

import runpy
import sys
from functools import partial

import faust

from streams.agents import faustfix
from streams.clients import follow
from streams.settings import Settings

if __name__ == "__main__":
    del sys.argv[0]
    faustfix.apply(faust.App, partial(follow.true_ends, Settings(broker=sys.argv[1])))
    runpy.run_path(sys.argv[0], run_name="__main__")
