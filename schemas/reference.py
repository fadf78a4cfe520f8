"""The reference page of the topics, for people who see them for the first time."""

import json
from typing import Any

from schemas.asyncapi import READERS, cloudevent_headers, dead_letter_headers
from schemas.examples import EXAMPLES, shown
from schemas.registry import DEFAULT_PARTITIONS, MAX_RECORD_BYTES, QUOTES, SOURCES, TOPICS, Topic
from schemas.shapes import Schema, components

_VALUED = tuple(topic for topic in TOPICS if topic.value)
_SHAPES = components(_VALUED)
_WIDTH = 100
_SCALARS = {"string": "text", "date-time": "instant (RFC 3339)", "boolean": "true or false"}

INTRODUCTION = f"""\
# Topics

<!-- Made by `python -m schemas.generate` from the structs in `schemas/`. Change those, not this page. -->

Musnad reads Arabic news articles from one Kafka topic and writes what it finds to others. This page says, topic by
topic, what a record means, what its key is, what stands in its value and how long it is kept. Below every list of
fields stands a record of that topic; all of them follow the same invented article through the stream.

The same contract for machines: [JSON Schemas](../schemas/generated/) (`<topic>-value.schema.json`) and an
[AsyncAPI 3.0 document](../schemas/generated/asyncapi.json).

## What to know first

- **Keys are UTF-8 text, values are JSON**, so `kcat` and every Kafka UI show them without a plug-in.
- **Delivery is at least once.** A record may come twice; a repeat has the `ce_id` of the first, so drop what you have
  seen.
- **A set replaces the set before it.** `quotes.extracted` and `events.extracted` carry everything found in an article.
  What is missing in a newer set was retracted, and an empty set with `withdrawn: true` is a withdrawn article.
- **A feed corrects** by publishing the article again under the same URI, and withdraws by `pubStatus: canceled` or by a
  record with the article's key and no value. Everything derived follows.
- **Offsets point home.** Every `start` and `end` counts Unicode code points of the raw text as the feed published it,
  after JSON decoding; `end` is exclusive. In Python, `raw_text[start:end]`.
- **Null means unknown.** Where the text does not settle a speaker, an actor or a date, the field is null and the words
  are kept; nothing is guessed.
- **Ids do not change with versions.** The same quotation has the same `id` after a correction of its article or of a
  rule.
- **The contract only grows.** New fields may appear, so ignore those you do not know; fields marked optional may be
  absent. A change that breaks readers gets a new version in `ce_type`.
- *Compacted* topics keep the last record of each key: read one from the start and you have the present state. The
  others keep every record for ever. Records are at most {MAX_RECORD_BYTES // 1024**2} MiB.
"""

DEAD_LETTERS = """\
## Dead letters

A record that a stage cannot use goes to `<topic>.dlq`, bytes and headers untouched, with the headers below added
(those of an earlier attempt are replaced). `musnad dlq` lists dead letters and re-drives them; the outcome also stands
in [articles.status](#articlesstatus). What lies there is kept for ever.

"""

HEADERS = """\
## Headers

Records written by Musnad are [CloudEvents](https://cloudevents.io) in Kafka's binary form: the value is the plain JSON
and the metadata stands in headers. Here those of `quotes.extracted`; `ce_type` and `ce_source` differ from topic to
topic.

"""


def page() -> str:
    """Return the page in Markdown."""
    parts = [INTRODUCTION, _overview(), *map(_section, _VALUED), DEAD_LETTERS + _dead_letters(), _shared()]
    return "\n".join([*parts, HEADERS + _table(cloudevent_headers(QUOTES))])


def _overview() -> str:
    rows = [
        "## Overview\n",
        "| topic | what a record says | key | partitions | kept | written by |",
        "|---|---|---|---|---|---|",
    ]
    for topic in _VALUED:
        name = f"[`{topic.name}`](#{_anchor(topic.name)})"
        cells = (name, topic.summary, topic.key, _partitions(topic), _policy(topic), topic.written_by)
        rows.append(f"| {' | '.join(cells)} |")
    return "\n".join([*rows, ""])


def _section(topic: Topic) -> str:
    readers = [reader for reader, topics in READERS.items() if topic in topics]
    facts = [
        f"## {topic.name}\n\n{topic.summary}\n",
        f"- **Key**: {topic.key}, such as `{json.dumps(EXAMPLES[topic.name][0][0], ensure_ascii=False)}`",
        f"- **Partitions**: {_partitions(topic)}",
        f"- **Kept**: {_policy(topic)}",
        f"- **Written by**: {topic.written_by}",
        f"- **Read by**: {', '.join([*readers, 'whoever subscribes'])}",
        f"- **CloudEvents type**: {f'`{topic.event}`' if topic.event else 'none is asked of feeds'}",
        f"- **JSON Schema**: [`{topic.name}-value`](../schemas/generated/{topic.name}-value.schema.json)",
        "",
    ]
    return "\n".join([*facts, *(_value(topic, member.__name__) for member in topic.value)])


def _value(topic: Topic, name: str) -> str:
    first = next(one for one in _VALUED if name in _names(one))
    if topic is not first:
        return f"### {name} in {topic.name}\n\nAs in [{first.name}](#{_anchor(first.name)}).\n"
    record = next(value for _, value in EXAMPLES[topic.name] if type(value).__name__ == name)
    shape = _SHAPES[name]
    return f"### {name}\n\n{shape['description']}\n\n{_table(shape)}\n```json\n{_pretty(shown(record))}\n```\n"


def _names(topic: Topic) -> list[str]:
    return [member.__name__ for member in topic.value]


def _pretty(value: Any, depth: int = 0) -> str:  # noqa: ANN401 -- any JSON value
    """Write JSON with what fits on a line on one line."""
    flat = json.dumps(value, ensure_ascii=False)
    if not isinstance(value, dict | list) or 2 * depth + len(flat) <= _WIDTH:
        return flat
    pad = "  " * (depth + 1)
    if isinstance(value, list):
        lines = [_pretty(part, depth + 1) for part in value]
    else:
        lines = [f"{json.dumps(name, ensure_ascii=False)}: {_pretty(part, depth + 1)}" for name, part in value.items()]
    opening, closing = "[]" if isinstance(value, list) else "{}"
    return opening + "\n" + ",\n".join(pad + line for line in lines) + "\n" + "  " * depth + closing


def _shared() -> str:
    tops = {name for topic in _VALUED for name in _names(topic)}
    rest = [
        f"### {name}\n\n{shape['description']}\n\n{_table(shape)}"
        for name, shape in _SHAPES.items()
        if name not in tops
    ]
    return "\n".join(["## Parts of values\n\nStructures that several values share.\n", *rest])


def _dead_letters() -> str:
    names = ", ".join(f"`{source.name}.dlq`" for source in SOURCES)
    return f"The topics are {names}.\n\n{_table(dead_letter_headers())}"


def _table(shape: Schema) -> str:
    if shape["type"] == "array":
        rows = [(item["title"], _type(item), item["description"]) for item in shape["items"]]
        head = "A JSON array with these places:\n\n"
    else:
        required = shape.get("required", ())
        rows = [
            (name + ("" if name in required else " (optional)"), _type(field), field["description"])
            for name, field in shape["properties"].items()
        ]
        head = ""
    lines = [f"| `{name}`{note} | {kind} | {words} |" for name, note, kind, words in map(_split, rows)]
    return head + "\n".join(["| field | type | meaning |", "|---|---|---|", *lines, ""])


def _split(row: tuple[str, str, str]) -> tuple[str, str, str, str]:
    name, mark, note = row[0].partition(" (")
    return name, mark + note, row[1], row[2]


def _type(field: dict[str, Any]) -> str:
    """Say in words what type a field has."""
    if "$ref" in field:
        name = field["$ref"].rpartition("/")[2]
        return f"[{name}](#{name.lower()})"
    if parts := field.get("anyOf") or field.get("allOf"):
        return " or ".join(map(_type, parts))
    if values := field.get("enum") or ([field["const"]] if "const" in field else None):
        return ", ".join(f"`{value}`" for value in values)
    if field["type"] == "array":
        return f"list of {_type(field['items'])}"
    if field["type"] == "object":
        return f"map from text to {_type(field['additionalProperties'])}"
    name = str(field.get("format", field["type"]))
    return _SCALARS.get(name, name)


def _partitions(topic: Topic) -> str:
    return "1, whatever the others have" if topic.single else f"{DEFAULT_PARTITIONS} unless set otherwise"


def _policy(topic: Topic) -> str:
    return "the last record of each key (compacted)" if topic.compacted else "every record, for ever"


def _anchor(heading: str) -> str:
    return heading.lower().replace(".", "").replace(" ", "-")
