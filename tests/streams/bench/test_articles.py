"""The articles of the bench: the same every time, and no copies of each other."""

from itertools import islice

import msgspec

from schemas.articles import PlainArticle
from schemas.registry import LINEAGE, RAW
from streams.agents.chain import fold
from streams.bench.articles import records, supply, take, variants
from streams.cli.demo import seeds
from streams.clients import files
from streams.clients.files import Item


def seed_items() -> list[Item]:
    """The five seeds."""
    return [item for item in files.read([seeds()], {}) if isinstance(item, Item)]


def test_variants_are_the_same_every_time() -> None:
    """The same texts give the same variants, so two runs of the bench measure the same."""
    items = seed_items()

    assert take(items, 30) == take(items, 30)
    assert take(items, 10, 20) == take(items, 30)[20:]


def test_given_articles_come_first() -> None:
    """Variants only make up what is lacking, under URIs of their own."""
    items = seed_items()
    found = take(items, 12)

    assert found[:5] == items
    assert len({item.key for item in found}) == 12
    assert all(item.key.startswith(b"urn:musnad:bench:") for item in found[5:])


def test_variants_read_like_articles_and_are_no_copies() -> None:
    """Variants are as long as the texts they are made from, and deduplication finds none of them to be a copy."""
    items = take(seed_items(), 45)[5:]
    found = fold(records(items), LINEAGE, "deduplicate")
    lengths = [len(msgspec.json.decode(item.value or b"", type=PlainArticle).text) for item in items]

    assert {LINEAGE.decode(value).relation for value in found.values()} == {"original"}
    assert len(found) == 40
    assert 2_000 < sum(lengths) / len(lengths) < 8_000


def test_nothing_comes_of_nothing() -> None:
    """Without a text there are no variants, rather than an endless search for one."""
    assert list(variants([])) == []
    assert list(supply([Item(b"k", b"no json", "here")])) == [Item(b"k", b"no json", "here")]


def test_records_are_recorded_one_after_another() -> None:
    """Records of `articles.raw` keep the order of the articles, and no two have one timestamp."""
    found = records(list(islice(supply(seed_items()), 8)))

    assert {record.topic for record in found} == {RAW.name}
    assert [record.recorded for record in found] == sorted({record.recorded for record in found})
