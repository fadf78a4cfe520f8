"""The `musnad` command."""

import asyncio
import sys
from typing import NoReturn

import cyclopts
from rich.console import Console

from streams.cli import demo, letters, offline, reading, streaming
from streams.errors import MusnadError, UsageError

_HELP = """\
Arabic news in, quotations, events and per-actor timelines out, on Kafka.

Try `musnad demo`: it brings its own broker, reads five articles and prints the timelines of the people in them.
"""

_DEBUG = "--debug"

app = cyclopts.App(name="musnad", help=_HELP, help_on_error=False, result_action="return_value")
for module in (demo, streaming, letters, reading, offline):
    module.register(app)


def main() -> NoReturn:
    """Run the command line; ends the process.

    The exit code is 2 for a wrong call, 1 for a failure, 130 after Ctrl-C.
    """
    given = sys.argv[1:]
    debug = _DEBUG in given
    sys.exit(run([part for part in given if part != _DEBUG], debug=debug))


def run(tokens: list[str], *, debug: bool = False) -> int:
    """Run one command and return its exit code.

    Args:
        tokens: The command line without the program's name.
        debug: Let errors through with their traceback.
    """
    complaints = Console(stderr=True, soft_wrap=True, highlight=False, markup=False)
    try:
        result = app(tokens, exit_on_error=False, print_error=False)
    except cyclopts.CycloptsError as error:
        complaints.print(f"musnad: {_sentence(str(error))} See `musnad --help`.")
        return 2
    except (MusnadError, KeyboardInterrupt, asyncio.CancelledError, BrokenPipeError) as error:
        if debug:
            raise
        return _ended(error, complaints)
    except Exception as error:
        if debug:
            raise
        complaints.print(f"musnad: {type(error).__name__}: {error}. This is a fault of ours; --debug shows where.")
        return 1
    return result if isinstance(result, int) else 0


def _ended(error: BaseException, complaints: Console) -> int:
    if isinstance(error, MusnadError):
        complaints.print(f"musnad: {error}")
        return 2 if isinstance(error, UsageError) else 1
    if isinstance(error, BrokenPipeError):
        sys.stderr.close()
        return 0
    complaints.print("musnad: interrupted")
    return 130


def _sentence(text: str) -> str:
    flat = " ".join(text.split())
    return flat if flat.endswith((".", "?", "!")) else f"{flat}."
