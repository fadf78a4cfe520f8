"""JSON Schemas of the structs, with the words of their docstrings.

msgspec knows the shape of every struct; what the fields mean stands in the `Attributes:` section of its docstring. A
schema here has both, so whoever reads a schema reads the same words as whoever reads the code.
"""

import inspect
import re
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from schemas.examples import EXAMPLES, shown
from schemas.registry import Topic, tag, union

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
#: Version of the contract: the first number is that of the CloudEvents types, the others grow with what is added.
VERSION = "1.0.0"

_TAG = "Which kind of record this is."
_ATTRIBUTES = re.compile(r"\n+Attributes:\n((?:[ ]{4}.*\n?|\n)+)")
_ATTRIBUTE = re.compile(r"^[ ]{4}(\w+): (.+(?:\n[ ]{5,}.+)*)", re.MULTILINE)


def explain(docstring: str) -> tuple[str, dict[str, str]]:
    """Split a Google-style docstring into its prose and what it says of each attribute, in order."""
    text = inspect.cleandoc(docstring)
    section = _ATTRIBUTES.search(text)
    if section is None:
        return text, {}
    fields = {name: " ".join(words.split()) for name, words in _ATTRIBUTE.findall(section[1])}
    return text[: section.start()].strip(), fields


def topic_schema(topic: Topic) -> Schema:
    """Return the JSON Schema (2020-12) of the values of a topic."""
    root, definitions = _described(topic.value, "#/$defs/{name}")
    return {
        "$schema": DIALECT,
        "$id": f"urn:musnad:schema:{topic.name}-value:v{VERSION.split('.', maxsplit=1)[0]}",
        "title": f"{topic.name}-value",
        "description": topic.summary,
        **root,
        "$defs": definitions,
        "examples": [shown(value) for _, value in EXAMPLES[topic.name]],
    }


def components(topics: Iterable[Topic]) -> dict[str, Schema]:
    """Return every struct that the topics carry as an AsyncAPI schema object, by name.

    AsyncAPI's schema object is draft 7 of JSON Schema: tuples are written `items`, and nothing may stand beside `$ref`.
    """
    members = [member for topic in topics for member in topic.value]
    _, definitions = _described(tuple(dict.fromkeys(members)), "#/components/schemas/{name}")
    return {name: _draft7(schema) for name, schema in sorted(definitions.items())}


def _described(members: tuple[type[msgspec.Struct], ...], template: str) -> tuple[Schema, dict[str, Schema]]:
    types = members if tag(members[0]) is None else (union(members),)
    roots, definitions = msgspec.json.schema_components(types, ref_template=template)
    root = dict(roots[0]) if len(roots) == 1 else {"anyOf": list(roots)}
    return root, {name: _describe(schema) for name, schema in definitions.items()}


def _describe(schema: Mapping[str, Any]) -> Schema:
    prose, fields = explain(schema.get("description", ""))
    described = {**schema, "description": prose}
    if "prefixItems" in schema:
        described["prefixItems"] = [
            {"title": name, "description": words, **item}
            for item, (name, words) in zip(schema["prefixItems"], fields.items(), strict=True)
        ]
    else:
        described["properties"] = {
            name: {"description": fields.get(_attribute(name), _TAG), **shape}
            for name, shape in schema["properties"].items()
        }
    return described


def _attribute(name: str) -> str:
    return re.sub(r"[A-Z]", lambda capital: f"_{capital[0].lower()}", name)


def _draft7(node: Any) -> Any:  # noqa: ANN401 -- any part of a schema
    if isinstance(node, list):
        return [_draft7(part) for part in node]
    if not isinstance(node, dict):
        return node
    plain = {key: _draft7(value) for key, value in node.items() if key not in ("discriminator", "prefixItems")}
    if "prefixItems" in node:
        plain["items"] = _draft7(node["prefixItems"])
    if "$ref" in plain and len(plain) > 1:
        plain["allOf"] = [{"$ref": plain.pop("$ref")}]
    return plain
