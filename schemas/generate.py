"""Everything that is made from the registry and the structs: JSON Schemas, AsyncAPI document, reference page.

    python -m schemas.generate           write the files
    python -m schemas.generate --check   tell which files differ; exit code 1 if any does

The files are checked in, so that whoever reads the project or a pull request sees the contract itself.
"""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from schemas.asyncapi import document
from schemas.reference import page
from schemas.registry import TOPICS
from schemas.shapes import topic_schema

ROOT = Path(__file__).resolve().parent.parent
FOLDER = "schemas/generated"


def files() -> dict[str, str]:
    """Return the content of every generated file by its path from the project's root."""
    schemas = {
        f"{FOLDER}/{topic.name}-value.schema.json": _json(topic_schema(topic)) for topic in TOPICS if topic.value
    }
    return {**schemas, f"{FOLDER}/asyncapi.json": _json(document()), "docs/topics.md": page()}


def stale(root: Path = ROOT) -> list[str]:
    """Return the paths of files that differ from what the code makes, are missing, or are no longer made."""
    made = files()
    differing = [path for path, content in made.items() if _read(root / path) != content]
    left = [f"{FOLDER}/{path.name}" for path in (root / FOLDER).glob("*.json")]
    return sorted({*differing, *(path for path in left if path not in made)})


def write(root: Path = ROOT) -> list[str]:
    """Write the files that differ, remove those no longer made, and return their paths."""
    made = files()
    changed = stale(root)
    for path in changed:
        if path in made:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(made[path], encoding="utf-8", newline="\n")
        else:
            (root / path).unlink()
    return changed


def main(arguments: Sequence[str]) -> int:
    """Run the command and return its exit code."""
    if arguments not in ([], ["--check"]):
        sys.stderr.write(f"{__doc__}")
        return 2
    check = bool(arguments)
    for path in (changed := stale() if check else write()):
        sys.stdout.write(f"{'differs' if check else 'written'}: {path}\n")
    return int(check and bool(changed))


def _json(value: Any) -> str:  # noqa: ANN401 -- any JSON value
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _read(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.is_file() else None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
