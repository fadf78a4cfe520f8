"""The number of the rule set, and the guard that makes it go up.

The number stands in every `Rank`: what a newer rule set reads from a version of an article replaces what an older one
read. So two rule sets that read differently must never share a number. `FINGERPRINT` is a hash of all rules and
lexicons; a test compares it with the sources and fails when they changed.

    python -m streams.rules        write the fingerprint of the sources as they are
"""

import ast
import re
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from msgspec.structs import replace

from schemas.ranks import Rank

#: Goes up by one when rules or lexicons change after they were published (ran on a stream that somebody keeps).
RULES = 1
#: The sources that `RULES` stands for.
FINGERPRINT = "0290462c6873672df627e1a92d49118f"

#: Where rules and lexicons stand, beside this module.
PLACES = ("dates", "events", "lexicon", "normalize", "quotes")
_HERE = Path(__file__).resolve().parent
_LINE = re.compile(r'^FINGERPRINT = "[0-9a-f]*"$', re.MULTILINE)
_DOCUMENTED = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)


def shared(rank: Rank) -> Rank:
    """Return the rank of what these rules find in a version that others, perhaps newer ones, have cleaned.

    A result bears the lowest number of all rule sets that had a part in it. While workers of two rule sets run, what an
    older one adds to the work of a newer one is never taken for the newer one's.
    """
    return rank if rank.rules <= RULES else replace(rank, rules=RULES)


def fingerprint(folder: Path = _HERE) -> str:
    """Hash the rules and lexicons in `folder`: what they do, not how they are laid out or explained.

    Comments, docstrings and formatting do not count, so prose may be mended without a new number; and every version of
    Python gives the same hash.
    """
    state = sha256()
    for path in sorted(path for place in PLACES for path in (folder / place).rglob("*.py")):
        state.update(path.relative_to(folder).as_posix().encode() + b"\0")
        for part in _parts(ast.parse(path.read_bytes())):
            state.update(part.encode("utf-8", "surrogatepass") + b"\0")
    return state.hexdigest()[:32]


def _parts(node: ast.AST) -> Iterator[str]:
    """Write a syntax tree down; unlike `ast.dump`, with nothing that only some versions of Python have."""
    yield f"({type(node).__name__}"
    for name, value in ast.iter_fields(node):
        if value is None or value == []:  # absent, or a field that this version of Python knows and others do not
            continue
        yield name
        items = value if isinstance(value, list) else [value]
        if name == "body" and isinstance(node, _DOCUMENTED) and _is_docstring(items[0]):
            items = items[1:]
        for item in items:
            if isinstance(item, ast.AST):
                yield from _parts(item)
            else:
                yield repr(item)
    yield ")"


def _is_docstring(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)


def main(path: Path = Path(__file__)) -> None:
    """Write the fingerprint into this module."""
    now = fingerprint()
    source = path.read_text(encoding="utf-8")
    path.write_text(_LINE.sub(f'FINGERPRINT = "{now}"', source), encoding="utf-8", newline="\n")
    sys.stdout.write(f"Rule set {RULES} has the fingerprint {now}{'.' if now == FINGERPRINT else '; written.'}\n")


if __name__ == "__main__":
    main()
