"""The `musnad` command."""

import asyncio
import inspect
import logging
import sys
from typing import NoReturn

import cyclopts
from rich.console import Console

from streams.errors import MusnadError, UsageError

_HELP = """\
Arabic news in, quotations, events and per-actor timelines out, on Kafka.

Try `musnad demo`: it brings its own broker, reads five articles and prints the timelines of the people in them.
"""

_DEBUG = "--debug"

app = cyclopts.App(
    name="musnad", help=_HELP, help_on_error=False, result_action="return_value", suppress_keyboard_interrupt=False
)
#: Command -> where it stands, and what it does in one line.
COMMANDS = {
    "demo": ("demo:demo", "Show the whole stream on five articles, with a broker of its own."),
    "worker": ("streaming:worker", "Run a worker: all five stages, until it is told to stop."),
    "topics": ("streaming:topics", "List the topics of the stream, or create those that are missing."),
    "replay": ("streaming:replay", "Publish articles from files to articles.raw, as a feed does."),
    "status": ("status:status", "Tell how far the workers are, or what became of an article."),
    "tail": ("streaming:tail", "Show the records of a topic."),
    "dlq": ("letters:dlq", "List what could not be used, and try it again."),
    "diff": ("revising:diff", "Show what the rules of this installation would change in the timelines."),
    "rebuild": ("revising:rebuild", "Let the workers read all articles again, by new rules."),
    "erase": ("erasing:erase", "Forget articles: in the tables, in every topic, and in the reader's database."),
    "timeline": ("reading:timeline", "Show what an actor said and did, when, and in which article."),
    "actors": ("reading:actors", "List the actors of whom anything is told."),
    "search": ("reading:search", "Find lines of all timelines by their words."),
    "export": ("reading:export", "Write a timeline as CSV, JSON Lines or TimelineJS JSON."),
    "explain": ("offline:explain", "Show an article with all that was found in it, and the rule behind each."),
    "analyze": ("offline:analyze", "Extract quotations and events from files, without Kafka."),
    "deduplicate": ("offline:deduplicate", "Find copies among articles in files, without Kafka."),
    "fold": ("offline:fold", "Fold files into the final timeline entries, without Kafka."),
    "bench": ("bench:bench", "Measure speed, latency, sizes and memory."),
}
for name, (place, summary) in COMMANDS.items():
    # Loaded when it is run: Faust and the lexicon take a second that `musnad --help` need not wait for.
    app.command(f"streams.cli.{place}", name=name, help=summary)


def main() -> NoReturn:
    """Run the command line; ends the process.

    The exit code is 2 for a wrong call, 1 for a failure, 130 after Ctrl-C.
    """
    given = sys.argv[1:]
    debug = _DEBUG in given
    # Libraries tell of their troubles by logging; here the sentence that ends the command does. A worker logs.
    logging.basicConfig(level=logging.INFO if debug else logging.CRITICAL)
    sys.exit(run([part for part in given if part != _DEBUG], debug=debug))


def run(tokens: list[str], *, debug: bool = False) -> int:
    """Run one command and return its exit code.

    Args:
        tokens: The command line without the program's name.
        debug: Let errors through with their traceback.
    """
    complaints = Console(stderr=True, soft_wrap=True, highlight=False, markup=False)
    _show_all(tokens)
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
        complaints.print(f"musnad: {_unforeseen(error)}; --debug shows where.")
        return 1
    return result if isinstance(result, int) else 0


def _show_all(tokens: list[str]) -> None:
    """Let the help of the command that is called say all of its docstring, not the line of the overview."""
    if tokens and tokens[0] in COMMANDS:
        command = app[tokens[0]]
        if command.default_command is not None and command.default_command.__doc__:
            command.help = inspect.cleandoc(command.default_command.__doc__)


def _ended(error: BaseException, complaints: Console) -> int:
    if isinstance(error, MusnadError):
        complaints.print(f"musnad: {error}")
        return 2 if isinstance(error, UsageError) else 1
    if isinstance(error, BrokenPipeError):
        sys.stderr.close()
        return 0
    complaints.print("musnad: interrupted")
    return 130


def _unforeseen(error: Exception) -> str:
    """Say whose fault it is that nobody reckoned with."""
    from aiokafka.errors import KafkaError  # noqa: PLC0415 -- it takes a while to import, and is there if it is raised

    if isinstance(error, KafkaError):
        return f"Kafka ended this with {error!r}. A broker went away, or lacks what this needs: try again"
    return f"{type(error).__name__}: {error}. This is a fault of ours"


def _sentence(text: str) -> str:
    flat = " ".join(text.split())
    return flat if flat.endswith((".", "?", "!")) else f"{flat}."
