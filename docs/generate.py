"""Write docs/commands.md from the commands themselves, and docs/access.md from the registry: neither can be wrong.

python docs/generate.py            write the pages
python docs/generate.py --check    tell whether they differ; exit code 1 if they do
"""  # noqa: INP001 -- a script, no package

import inspect
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from cyclopts import App

from streams.access import GROUP, ROLES, Grant, grants
from streams.cli import COMMANDS, app

_FOLDER = Path(__file__).resolve().parent
_GROUPS = {
    "To begin with": ("demo",),
    "The stream": ("topics", "worker", "replay", "status", "tail", "dlq"),
    "The timelines": ("timeline", "actors", "search"),
    "New rules": ("diff", "rebuild"),
    "Without Kafka": ("explain", "analyze", "deduplicate", "fold"),
}
_HEAD = """\
# Commands

<!-- Made by `python docs/generate.py` from the commands in `streams/cli/`. Change those, not this page. -->

Every command takes `--help`. Results go to standard output, notes and progress to standard error, so `--json` can be
piped. Settings that a flag does not give come from the environment: see [operations](operations.md#settings).

| exit code | meaning |
|---|---|
| 0 | done |
| 1 | failed, wholly or in part: one sentence says what, where, and what to do |
| 2 | called wrongly |
| 130 | interrupted with Ctrl-C |

`--debug`, anywhere on the line, shows the traceback behind an error.
"""


_ACCESS = f"""\
# Access

<!-- Made by `python docs/generate.py` from `streams/access.py`. Change that, not this page. -->

What each role needs on a broker that denies by default, as with Kafka's `StandardAuthorizer`. Each is made of nothing
else; a test runs the whole stream on Apache Kafka with these ACLs alone. How Musnad proves to the broker who it is: see
[operations](operations.md#sasl-and-tls).

Names that end in `*` are prefixes (`--resource-pattern-type prefixed`). The workers' group is `{GROUP}` here; with
another `MUSNAD_GROUP`, the names of groups and changelogs begin with that. Consumers of your own need `Read` on their
group and on each [topic](topics.md) that they read.

The calls below take Kafka's own tool, and an administrator's credentials:

```bash
acl() {{ kafka-acls.sh --bootstrap-server "$MUSNAD_BROKER" --command-config admin.properties --add "$@"; }}
```
"""


def access() -> str:
    """Return the page of the ACLs."""
    found = grants()
    parts = [_ACCESS]
    for role, whom in ROLES.items():
        own = [grant for grant in found if grant.role == role]
        parts.append(f"## The {role}\n\n{whom}\n")
        rows = "".join(
            f"| {grant.resource} | `{grant.name}{'*' if grant.prefixed else ''}` | {', '.join(grant.operations)} "
            f"| {grant.why} |\n"
            for grant in own
        )
        parts.append(f"| kind | name | operations | what for |\n|---|---|---|---|\n{rows}")
        lines = "\n".join(_acl(grant) for grant in own)
        parts.append(f"```bash\n{lines}\n```\n")
    return "\n".join(parts)


def _acl(grant: Grant) -> str:
    """The call that writes a grant."""
    operations = " ".join(f"--operation {operation}" for operation in grant.operations)
    pattern = " --resource-pattern-type prefixed" if grant.prefixed else ""
    return f"acl --allow-principal User:{grant.role} {operations} --{grant.resource} {grant.name}{pattern}"


def commands() -> str:
    """Return the page of the commands."""
    rest = tuple(name for name in COMMANDS if not any(name in names for names in _GROUPS.values()))
    groups = _GROUPS | ({"For developers": rest} if rest else {})
    parts = [_HEAD]
    for title, names in groups.items():
        parts.append(f"## {title}\n")
        for name in names:
            parts += command(app[name], f"musnad {name}", COMMANDS[name][1])
    return "\n".join(parts)


def command(found: App, name: str, summary: str) -> Iterator[str]:
    """Describe one command, and those below it."""
    below = [inner for inner in found if not inner.startswith("-")]
    yield f"### {name}\n"
    yield from called(found, name, summary)
    for inner in below:
        function = found[inner].default_command
        yield from command(found[inner], f"{name} {inner}", _sections(function)[0])


def called(found: App, name: str, summary: str) -> Iterator[str]:
    """Describe what a command does and how it is called; only the former if it just has others below it."""
    if found.default_command is None:
        yield f"{summary}\n"
        return
    yield from (f"{part}\n" for part in _sections(found.default_command) if part)
    arguments = [found_ for found_ in found.assemble_argument_collection() if found_.show]
    places = [_place(argument) for argument in arguments if argument.index is not None]
    yield "```text\n" + " ".join([name, *places, *(["[FLAGS]"] if len(places) < len(arguments) else [])]) + "\n```\n"
    if arguments:
        yield "| argument | what it does |\n|---|---|\n" + "".join(map(_row, arguments))


def _place(argument: Any) -> str:  # noqa: ANN401 -- Cyclopts does not export the type
    name = argument.names[0].lstrip("-").upper()
    shown = f"{name}..." if "list" in str(argument.hint).lower() else name
    return shown if argument.required else f"[{shown}]"


def _row(argument: Any) -> str:  # noqa: ANN401
    default = argument.field_info.default
    flag = argument.names[-1] if default is True else argument.names[0]  # what is on can only be turned off
    name = _place(argument) if argument.index is not None else " ".join([flag, *_value(argument)])
    plain = default is not inspect.Parameter.empty and default not in (None, False, True, "")
    said = f"{argument.parameter.help or ''}{f' Default: `{default}`.' if plain else ''}"
    return f"| `{name}` | {said.replace('|', chr(92) + '|')} |\n"


def _value(argument: Any) -> list[str]:  # noqa: ANN401
    """What stands after a flag: its choices or its kind."""
    if argument.hint is bool:
        return []
    choices = argument.get_choices()
    if choices:
        return ["/".join(choices)]
    kinds = {"int": "N", "float": "NUMBER", "datetime": "TIME", "Path": "FILE"}
    return next(([shown] for kind, shown in kinds.items() if kind in str(argument.hint)), ["TEXT"])


def _sections(function: Any) -> tuple[str, str]:  # noqa: ANN401 -- a function of any kind
    """First line of a docstring, and its prose after that."""
    first, _, more = inspect.cleandoc(function.__doc__ or "").partition("\n")
    for section in ("\nArgs:", "\nRaises:", "\nReturns:"):
        more = more.partition(section)[0]
    return first.strip(), more.strip()


#: Page -> what makes it.
PAGES = {"commands.md": commands, "access.md": access}


def main() -> int:
    """Write or check the pages; returns the exit code."""
    made = {_FOLDER / name: make() for name, make in PAGES.items()}
    if "--check" in sys.argv[1:]:
        return int(any(not path.is_file() or path.read_text(encoding="utf-8") != text for path, text in made.items()))
    for path, text in made.items():
        path.write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
