"""The AsyncAPI 3.0 document: the whole stream in one file that tools understand.

Channels are topics with their partitions and configuration, messages are the records with their keys, values and
headers, operations are what each stage reads and writes.
"""

from typing import Any, get_args

from msgspec import Struct

from schemas.examples import EXAMPLES, RECORDED, URI, shown
from schemas.headers import LETTER, cloudevent, source
from schemas.registry import DEFAULT_PARTITIONS, ENTRIES, LINEAGE, SOURCES, STATUS, TOPICS, Topic, encode, tag
from schemas.shapes import VERSION, Schema, components
from schemas.status import Stage

Document = dict[str, Any]

BINDING = "0.5.0"
JSON = "application/json"
TEXT: Schema = {"type": "string"}

#: Who reads which topics, in the order of the chain.
READERS: dict[str, tuple[Topic, ...]] = {
    **{stage: (topic,) for stage, topic in zip(get_args(Stage), SOURCES, strict=True)},
    "reader": (LINEAGE, ENTRIES, STATUS),
}


def document() -> Document:
    """Return the AsyncAPI document of all topics."""
    valued = [topic for topic in TOPICS if topic.value]
    return {
        "asyncapi": "3.0.0",
        "info": {
            "title": "Musnad",
            "version": VERSION,
            "description": "Arabic news in; quotations, events and a timeline for each actor out. Keys are UTF-8 "
            "strings, values JSON, metadata CloudEvents headers. Within a major version the contract only grows.",
            "license": {"name": "Apache-2.0", "url": "https://www.apache.org/licenses/LICENSE-2.0"},
            "tags": [{"name": "arabic"}, {"name": "news"}],
        },
        "defaultContentType": JSON,
        "servers": {"kafka": _server()},
        "channels": {topic.name: _channel(topic) for topic in TOPICS},
        "operations": _operations(),
        "components": {
            "messages": {name: message for topic in TOPICS for name, message in _messages(topic).items()},
            "schemas": components(valued),
        },
    }


def dead_letter_headers() -> Schema:
    """Return the schema of the headers that a dead letter has besides its own."""
    texts = {
        LETTER: "Hash of the record and the reason: a repeat has that of the first. Older letters have none.",
        "musnad-reason": "Reason code, stable for machines.",
        "__streams.errors.exception": "Name of the error's class.",
        "__streams.errors.message": "What is wrong, in one sentence.",
        "__streams.errors.stacktrace": "The traceback of an error that nobody foresaw, else empty.",
        "__streams.errors.topic": "Topic in which the record stood.",
        "__streams.errors.partition": "Partition in which it stood, in decimal digits.",
        "__streams.errors.offset": "Offset at which it stood, in decimal digits.",
    }
    properties: Schema = {name: {"description": words, **TEXT} for name, words in texts.items()}
    for name in ("partition", "offset"):
        properties[f"__streams.errors.{name}"]["pattern"] = "^[0-9]+$"
    properties[LETTER]["pattern"] = "^[0-9a-f]{32}$"
    return {"type": "object", "properties": properties, "required": [name for name in properties if name != LETTER]}


def cloudevent_headers(topic: Topic) -> Schema:
    """Return the schema of the headers of a topic's records."""
    properties: Schema = {
        "ce_specversion": {"description": "Version of CloudEvents.", "const": "1.0"},
        "ce_id": {
            "description": "Hash of topic, key and value: a repeat has the id of the first.",
            "pattern": "^[0-9a-f]{32}$",
        },
        "ce_source": {"description": "The stage that wrote the record.", "const": source(topic)},
        "ce_type": {"description": "What the record is, with the major version of its form.", "const": topic.event},
        "ce_time": {
            "description": "When the raw record behind it was recorded, where that is one record.",
            "format": "date-time",
        },
        "ce_subject": {"description": "The article's URI or the actor's id.", "minLength": 1},
        "content-type": {"description": "Format of the value.", "const": JSON},
    }
    required = [name for name in properties if name not in ("ce_time", "ce_subject")]
    typed = {name: {**TEXT, **schema} for name, schema in properties.items()}
    return {"type": "object", "properties": typed, "required": required}


def message_name(topic: Topic, member: type[Struct]) -> str:
    """Return the name of a topic's message of one type."""
    return f"{topic.name}.{tag(member) or member.__name__}"


def _server() -> Document:
    return {
        "host": "{bootstrap}",
        "protocol": "kafka",
        "description": "The brokers, as `MUSNAD_KAFKA_*` names them.",
        "variables": {"bootstrap": {"default": "localhost:9092", "description": "Host and port of a broker."}},
    }


def _channel(topic: Topic) -> Document:
    config = topic.config
    values: Document = {
        "cleanup.policy": [config["cleanup.policy"]],
        **{name: int(value) for name, value in config.items() if name != "cleanup.policy"},
    }
    return {
        "address": topic.name,
        "title": topic.name,
        "summary": topic.summary,
        "messages": {name: {"$ref": f"#/components/messages/{name}"} for name in _messages(topic)},
        "bindings": {
            "kafka": {
                "topic": topic.name,
                "partitions": topic.partitions(DEFAULT_PARTITIONS),
                "topicConfiguration": values,
                "bindingVersion": BINDING,
            }
        },
    }


def _messages(topic: Topic) -> dict[str, Document]:
    if not topic.value:
        return {f"{topic.name}.record": _dead_letter(topic)}
    return {message_name(topic, member): _message(topic, member) for member in topic.value}


def _message(topic: Topic, member: type[Struct]) -> Document:
    name = message_name(topic, member)
    key, value = next(pair for pair in EXAMPLES[topic.name] if isinstance(pair[1], member))
    message: Document = {"name": name, "title": member.__name__, "summary": topic.summary, "contentType": JSON}
    example: Document = {"payload": shown(value)}
    if topic.event:
        message["headers"] = cloudevent_headers(topic)
        written = cloudevent(topic, key.encode(), encode(value), getattr(value, "actor", URI), RECORDED)
        example["headers"] = {header: data.decode() for header, data in written}
    return {
        **message,
        "payload": {"$ref": f"#/components/schemas/{member.__name__}"},
        "bindings": _key(topic, key),
        "examples": [example],
    }


def _dead_letter(topic: Topic) -> Document:
    return {
        "name": f"{topic.name}.record",
        "title": "Dead letter",
        "summary": topic.summary,
        "contentType": "application/octet-stream",
        "headers": dead_letter_headers(),
        "payload": {"description": "The bytes as received, perhaps no JSON."},
        "bindings": {"kafka": {"key": {"description": topic.key}, "bindingVersion": BINDING}},
    }


def _key(topic: Topic, example: str) -> Document:
    key = {"type": "string", "description": topic.key, "examples": [example]}
    return {"kafka": {"key": key, "bindingVersion": BINDING}}


def _operations() -> dict[str, Document]:
    received = [(reader, "receive", topic) for reader, topics in READERS.items() for topic in topics]
    sent = [(topic.written_by, "send", topic) for topic in TOPICS]
    return {f"{action}.{topic.name}": _operation(who, action, topic) for who, action, topic in [*received, *sent]}


def _operation(who: str, action: str, topic: Topic) -> Document:
    verb = "read" if action == "receive" else "written"
    return {
        "action": action,
        "summary": f"`{topic.name}` is {verb} by {who}.",
        "channel": {"$ref": f"#/channels/{topic.name}"},
        "messages": [{"$ref": f"#/channels/{topic.name}/messages/{name}"} for name in _messages(topic)],
    }
