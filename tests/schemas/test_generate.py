"""What is generated is checked in, is valid by the standards it claims, and describes the records as they are."""

import inspect
import json
import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest
from jsonschema import Draft7Validator, Draft202012Validator, FormatChecker
from msgspec import Struct

from schemas import examples, generate
from schemas.asyncapi import READERS, cloudevent_headers, dead_letter_headers
from schemas.headers import cloudevent, dead_letter
from schemas.registry import BY_NAME, TOPICS, Topic, encode
from schemas.shapes import VERSION, components, explain, topic_schema
from tests.schemas.samples import EACH

ROOT = generate.ROOT
VALUED = [topic for topic in TOPICS if topic.value]
OFFICIAL = json.loads((Path(__file__).parent / "official" / "asyncapi-3.0.0.json").read_text(encoding="utf-8"))
ASYNCAPI = json.loads(generate.files()["schemas/generated/asyncapi.json"])
CHECKER = FormatChecker()


def _is_instant(value: object) -> bool:
    return isinstance(value, str) and datetime.fromisoformat(value).tzinfo is not None


CHECKER.checks("date-time", raises=ValueError)(_is_instant)


def _structs() -> list[type[Struct]]:
    found: dict[str, type[Struct]] = {}

    def visit(kind: msgspec.inspect.Type | Any) -> None:
        if isinstance(kind, msgspec.inspect.StructType):
            if kind.cls.__name__ in found:
                return
            found[kind.cls.__name__] = kind.cls
            for field in kind.fields:
                visit(field.type)
        for name in ("types", "item_type", "item_types"):
            parts = getattr(kind, name, ())
            for part in parts if isinstance(parts, tuple) else (parts,):
                visit(part)

    for member in [member for topic in VALUED for member in topic.value]:
        visit(msgspec.inspect.type_info(member))
    return list(found.values())


STRUCTS = _structs()


class TestFiles:
    """The files in the project are those that the code makes."""

    def test_nothing_has_drifted(self) -> None:
        """Whoever changes a struct runs `python -m schemas.generate` and commits what changed."""
        assert generate.stale() == []

    def test_every_topic_with_a_value_has_a_schema(self) -> None:
        """No topic is left out."""
        assert {f"schemas/generated/{topic.name}-value.schema.json" for topic in VALUED} < set(generate.files())

    @pytest.mark.parametrize("seed", ["1", "2"])
    def test_generation_is_deterministic(self, seed: str) -> None:
        """No hash seed changes a byte."""
        run = subprocess.run(
            [sys.executable, "-m", "schemas.generate", "--check"],
            check=False,
            capture_output=True,
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
        )

        assert (run.returncode, run.stdout) == (0, b"")

    def test_writes_what_differs_and_removes_what_is_gone(self, tmp_path: Path) -> None:
        """Generation repairs a folder whatever is in it, and then has nothing to do."""
        made = generate.write(tmp_path)
        gone = tmp_path / "schemas/generated/old-value.schema.json"
        gone.write_text("{}")
        (tmp_path / "docs/topics.md").write_text("edited by hand")

        assert made == sorted(generate.files())
        assert generate.stale(tmp_path) == ["docs/topics.md", "schemas/generated/old-value.schema.json"]
        assert generate.write(tmp_path) == ["docs/topics.md", "schemas/generated/old-value.schema.json"]
        assert generate.stale(tmp_path) == []
        assert not gone.exists()

    def test_refuses_what_it_does_not_know(self, capsys: pytest.CaptureFixture[str]) -> None:
        """A wrong argument gets the usage and exit code 2."""
        assert generate.main(["--wrong"]) == 2
        assert "--check" in capsys.readouterr().err


class TestJsonSchemas:
    """JSON Schema 2020-12 for every topic."""

    @pytest.mark.parametrize("topic", VALUED, ids=lambda topic: topic.name)
    def test_schema_is_valid(self, topic: Topic) -> None:
        """The schema passes the metaschema of its dialect."""
        schema = topic_schema(topic)

        Draft202012Validator.check_schema(schema)
        assert schema["$schema"] == Draft202012Validator.META_SCHEMA["$id"]

    @pytest.mark.parametrize(("name", "value"), EACH)
    def test_records_are_valid(self, name: str, value: Struct) -> None:
        """What the codec writes is what the schema describes."""
        validator = Draft202012Validator(topic_schema(BY_NAME[name]), format_checker=CHECKER)

        assert [error.message for error in validator.iter_errors(json.loads(encode(value)))] == []

    @pytest.mark.parametrize("topic", VALUED, ids=lambda topic: topic.name)
    @pytest.mark.parametrize("record", [{}, [], None, {"type": "nonsense"}, {"uri": 1}])
    def test_other_records_are_invalid(self, topic: Topic, record: object) -> None:
        """The schema refuses what the codec refuses."""
        assert not Draft202012Validator(topic_schema(topic)).is_valid(record)

    @pytest.mark.parametrize("topic", VALUED, ids=lambda topic: topic.name)
    def test_examples_are_valid(self, topic: Topic) -> None:
        """Every type of a topic has an example in its schema, and it holds."""
        schema = topic_schema(topic)

        assert len(schema["examples"]) >= len(topic.value)
        assert all(Draft202012Validator(schema).is_valid(example) for example in schema["examples"])

    @pytest.mark.parametrize("topic", VALUED, ids=lambda topic: topic.name)
    def test_every_reference_resolves(self, topic: Topic) -> None:
        """A schema stands alone."""
        text = json.dumps(topic_schema(topic))
        schema = json.loads(text)
        names = {part.split('"', 1)[0] for part in text.split("#/$defs/")[1:]}

        assert names == set(schema["$defs"])

    def test_ids_are_unique(self) -> None:
        """Every schema has a name of its own, with the major version of the contract."""
        names = {topic_schema(topic)["$id"] for topic in VALUED}

        assert len(names) == len(VALUED)
        assert all(topic.event.endswith(f".v{VERSION.split('.')[0]}") for topic in VALUED if topic.event)


class TestDescriptions:
    """The words of the docstrings reach the schemas."""

    @pytest.mark.parametrize("struct", STRUCTS, ids=lambda struct: struct.__name__)
    def test_every_field_is_explained_in_order(self, struct: type[Struct]) -> None:
        """A struct's `Attributes` section names exactly its fields."""
        prose, fields = explain(inspect.getdoc(struct) or "")

        assert prose
        assert list(fields) == [field.name for field in msgspec.structs.fields(struct)]

    def test_sections_are_parsed(self) -> None:
        """Continued lines join, code and colons stay, and the prose ends where the section begins."""
        text = """What it is.

            More of it.

            Attributes:
                one: First: `a` or
                    `b`.
                two: Second.
            """

        assert explain(text) == ("What it is.\n\nMore of it.", {"one": "First: `a` or `b`.", "two": "Second."})

    def test_text_without_a_section_is_prose(self) -> None:
        """A docstring without attributes is kept whole."""
        assert explain("Attributes are fine.") == ("Attributes are fine.", {})

    def test_every_property_has_a_description(self) -> None:
        """No field of any schema is left for the reader to guess."""
        for schema in components(VALUED).values():
            parts = schema["items"] if schema["type"] == "array" else schema["properties"].values()
            assert all(part["description"] for part in parts)
            assert schema["description"]
            assert "Attributes:" not in json.dumps(schema)


class TestAsyncApi:
    """The AsyncAPI document."""

    def test_valid_by_the_official_schema(self) -> None:
        """AsyncAPI 3.0.0's own JSON Schema, Kafka bindings included, has nothing to say."""
        assert [error.message for error in Draft7Validator(OFFICIAL).iter_errors(ASYNCAPI)] == []

    @pytest.mark.parametrize(
        ("path", "value"),
        [
            (("channels", "articles.raw", "bindings", "kafka", "partitions"), "eight"),
            (("channels", "articles.raw", "bindings", "kafka", "unknown"), 1),
            (("components", "messages", "articles.lineage.Lineage", "payload"), 5),
            (("operations", "send.articles.raw", "action"), "publish"),
            (("info", "version"), None),
        ],
    )
    def test_the_official_schema_would_find_mistakes(self, path: tuple[str, ...], value: object) -> None:
        """The check above looks into channels, bindings, messages and operations."""
        broken = json.loads(json.dumps(ASYNCAPI))
        place = broken
        for step in path[:-1]:
            place = place[step]
        place[path[-1]] = value

        assert not Draft7Validator(OFFICIAL).is_valid(broken)

    def test_every_reference_resolves(self) -> None:
        """The document stands alone."""
        for reference in _references(ASYNCAPI):
            place = ASYNCAPI
            for step in reference.removeprefix("#/").split("/"):
                place = place[step]

    def test_channels_are_the_topics(self) -> None:
        """Every topic is a channel with its partitions and its configuration."""
        assert set(ASYNCAPI["channels"]) == set(BY_NAME)
        for name, channel in ASYNCAPI["channels"].items():
            binding = channel["bindings"]["kafka"]
            config = binding["topicConfiguration"]
            told = {key: value[0] if isinstance(value, list) else str(value) for key, value in config.items()}
            assert binding["partitions"] == BY_NAME[name].partitions(8)
            assert told == BY_NAME[name].config

    def test_every_topic_is_written_and_every_source_read(self) -> None:
        """Operations cover the stream."""
        read = {topic.name for topics in READERS.values() for topic in topics}

        assert {f"send.{name}" for name in BY_NAME} | {f"receive.{name}" for name in read} == set(
            ASYNCAPI["operations"]
        )

    def test_examples_are_valid(self) -> None:
        """Every message's example has the headers, the key and the payload that the message describes."""
        for message in ASYNCAPI["components"]["messages"].values():
            for example in message.get("examples", ()):
                assert _problems(message["payload"], example["payload"]) == []
                assert _problems(message.get("headers", {}), example.get("headers", {})) == []

    @pytest.mark.parametrize(("name", "value"), EACH)
    def test_records_are_valid_payloads(self, name: str, value: Struct) -> None:
        """The draft 7 form in the document describes the same records as the JSON Schemas."""
        reference = {"$ref": f"#/components/schemas/{type(value).__name__}"}

        assert name in BY_NAME
        assert _problems(reference, json.loads(encode(value))) == []

    @pytest.mark.parametrize("topic", [topic for topic in VALUED if topic.event], ids=lambda topic: topic.name)
    def test_headers_of_events_are_as_written(self, topic: Topic) -> None:
        """The headers that are written fit the schema of the headers, which lists all of them."""
        written = {name: data.decode() for name, data in cloudevent(topic, b"k", b"{}", "u", examples.RECORDED)}

        assert _problems(cloudevent_headers(topic), written) == []
        assert list(cloudevent_headers(topic)["properties"]) == list(written)

    def test_headers_of_dead_letters_are_as_written(self) -> None:
        """So do those of dead letters."""
        headers = dead_letter([], identity="0" * 32, reason="r", error="E", detail="d", trace="", place=("t", 0, 12))
        written = {name: data.decode() for name, data in headers}

        assert _problems(dead_letter_headers(), written) == []
        assert list(dead_letter_headers()["properties"]) == list(written)


class TestReference:
    """The page for people."""

    @pytest.mark.parametrize("topic", TOPICS, ids=lambda topic: topic.name)
    def test_every_topic_is_on_the_page(self, topic: Topic) -> None:
        """A topic and its event type can be looked up."""
        page = generate.files()["docs/topics.md"]

        assert f"`{topic.name}`" in page
        assert topic.event in page

    def test_examples_on_the_page_are_valid(self) -> None:
        """What a reader copies from the page works."""
        page = generate.files()["docs/topics.md"]
        blocks = [json.loads(block.split("```", 1)[0]) for block in page.split("```json\n")[1:]]
        told = [example for topic in VALUED for example in topic_schema(topic)["examples"]]

        assert len(blocks) == len({member for topic in VALUED for member in topic.value})
        assert all(block in told for block in blocks)

    def test_links_lead_somewhere(self) -> None:
        """Every link within the page has its heading, and every file it names exists."""
        page = generate.files()["docs/topics.md"]
        headings = {
            line.lstrip("# ").lower().replace(".", "").replace(" ", "-")
            for line in page.splitlines()
            if line.startswith("#")
        }
        targets = [part.split(")", 1)[0] for part in page.split("](")[1:]]

        assert {target[1:] for target in targets if target.startswith("#")} <= headings
        assert all((ROOT / "docs" / target).exists() for target in targets if target.startswith(".."))


def _references(node: Any) -> list[str]:
    if isinstance(node, list):
        return [reference for part in node for reference in _references(part)]
    if not isinstance(node, dict):
        return []
    own = [node["$ref"]] if "$ref" in node else []
    return own + [reference for part in node.values() for reference in _references(part)]


def _problems(schema: dict[str, Any], instance: object) -> list[str]:
    whole = {"components": {"schemas": ASYNCAPI["components"]["schemas"]}, "allOf": [schema]}
    return [error.message for error in Draft7Validator(whole, format_checker=CHECKER).iter_errors(instance)]
