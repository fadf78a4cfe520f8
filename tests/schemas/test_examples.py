"""The examples that readers of the contract see first are as the stream would make them."""

import re
from itertools import chain
from typing import Any

import msgspec
import pytest

from schemas import examples, ids
from schemas.articles import Article, NinjsArticle, Refusal, Withdrawal
from schemas.registry import TOPICS, Topic, encode
from schemas.timeline import TimelineEntry
from streams.alignment import Alignment


def _extracts(node: Any) -> list[dict[str, Any]]:
    if isinstance(node, list):
        return list(chain.from_iterable(map(_extracts, node)))
    if not isinstance(node, dict):
        return []
    own = [node] if set(node) == {"start", "end", "text"} else []
    return own + list(chain.from_iterable(map(_extracts, node.values())))


@pytest.mark.parametrize("topic", [topic for topic in TOPICS if topic.value], ids=lambda topic: topic.name)
def test_extracts_point_home(topic: Topic) -> None:
    """Every extract is found in the raw text at its offsets."""
    for _, value in examples.EXAMPLES[topic.name]:
        for extract in _extracts(msgspec.to_builtins(value)):
            assert examples.RAW_TEXT[extract["start"] : extract["end"]] == extract["text"]


def test_runs_lead_from_the_cleaned_text_to_the_raw_one() -> None:
    """The example's alignment works."""
    article = examples.ARTICLE
    extract = Alignment.of(article).extract(0, len(article.text))

    assert examples.RAW_TEXT[extract.start : extract.end] == article.text


def test_every_type_of_every_topic_is_shown() -> None:
    """A reader finds a record of each type."""
    for topic in TOPICS:
        shown = {type(value) for _, value in examples.EXAMPLES.get(topic.name, ())}
        assert shown == set(topic.value)


def test_keys_are_those_of_the_values() -> None:
    """Keys are made as the stages make them."""
    for key, article in examples.EXAMPLES["articles.normalized"]:
        assert isinstance(article, Article | Withdrawal | Refusal)
        assert key == article.id == ids.article_id(article.uri)
    for key, entry in examples.EXAMPLES["timeline.entries"]:
        assert isinstance(entry, TimelineEntry)
        assert key == f"{entry.actor}/{ids.entry_id(entry.actor, entry.block)}" == f"{entry.actor}/{entry.id}"


def test_ninjs_is_shown_as_ninjs_3_writes_it() -> None:
    """No lower-case doubles of camel-case names, and nothing lost but them."""
    shown = examples.shown(examples.NINJS)

    assert {"pubStatus", "versionCreated", "infoSources"} <= set(shown)
    assert not re.search("pubstatus|versioncreated|contenttype|infosources", str(shown))
    assert msgspec.convert(shown, NinjsArticle) == examples.NINJS
    assert len(encode(examples.NINJS)) > len(msgspec.json.encode(shown))
