"""What the commands share: flags, progress, output."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import msgspec
from cyclopts import Parameter
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from schemas.registry import BY_NAME, Topic
from streams.errors import UsageError

#: Flags that several commands take.
Broker = Annotated[
    str | None, Parameter(help="Kafka broker, `host:port` [env: MUSNAD_BROKER, default 127.0.0.1:9092].")
]
Json = Annotated[bool, Parameter(name="--json", negative="", help="JSON Lines instead of text for people.")]
Paths = Annotated[
    list[Path], Parameter(help="Files and folders: .txt, .json, .jsonl, .ndjson, and .gz of these.", negative="")
]
Fields = Annotated[
    list[str] | None,
    Parameter(name="--field", negative="", help="What the files call a field, as in `uri=id`; may be repeated."),
]
Encoding = Annotated[str, Parameter(help="Encoding of plain text files.")]


def screen() -> Console:
    """The console for results: standard output, plain when it is no terminal."""
    return Console(highlight=False, markup=False, emoji=False)


def notes() -> Console:
    """The console for everything that is no result: standard error."""
    return Console(stderr=True, highlight=False, markup=False, emoji=False, soft_wrap=True)


def line(value: msgspec.Struct) -> None:
    """Write a value as one line of JSON."""
    print_lines([msgspec.json.encode(value)])


def print_lines(lines: Iterable[bytes]) -> None:
    """Write lines of JSON."""
    for encoded in lines:
        sys.stdout.buffer.write(encoded + b"\n")


def names(fields: list[str] | None) -> dict[str, str]:
    """Read `--field` flags.

    Raises:
        UsageError: One of them is not of the form `ours=theirs`.
    """
    found = {}
    for field in fields or []:
        ours, equals, theirs = field.partition("=")
        if not (ours and equals and theirs):
            message = f"--field {field} should read as in --field uri=id: our name, an equals sign, the file's name."
            raise UsageError(message)
        found[ours] = theirs
    return found


def topic(name: str) -> Topic:
    """Look a topic up.

    Raises:
        UsageError: There is none of this name.
    """
    if name not in BY_NAME:
        message = f"There is no topic {name}. There are {', '.join(BY_NAME)}."
        raise UsageError(message)
    return BY_NAME[name]


def agreed() -> bool:
    """Ask whether to go on.

    Raises:
        UsageError: Nobody is there to answer.
    """
    if not sys.stdin.isatty():
        raise UsageError("There is no terminal to ask on whether to go on; --yes says so.")
    notes().print("Go on? [y/N] ", end="")
    return sys.stdin.readline().strip().lower() in {"y", "yes"}


@contextmanager
def progress(console: Console) -> Iterator[Progress]:
    """Show progress on a terminal; elsewhere show nothing."""
    with Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    ) as bar:
        yield bar
