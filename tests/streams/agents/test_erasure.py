"""An article that was erased is as if it had never been there, in any order, and its words are in no table."""

import random

import msgspec
import pytest

from schemas.articles import NinjsArticle
from schemas.ids import article_id
from schemas.registry import ENTRIES, EVENTS, LINEAGE, QUOTES, RAW, STATUS
from streams.agents.chain import Chain
from streams.agents.step import Record
from tests.streams import newsroom
from tests.streams.cluster import differences

URI = "urn:test:forget"
#: Stands in no other article.
WORD = "زمهريرية"
_COMPARED = (LINEAGE, QUOTES, EVENTS, ENTRIES)


def marker(at: int) -> Record:
    """Return the record that erases the article."""
    value = msgspec.json.encode(NinjsArticle(uri=URI, pubstatus="canceled", erased=True))
    return Record(RAW.name, 0, at, URI.encode(), value, newsroom.tombstone(URI, at).recorded)


def editions() -> tuple[list[Record], list[Record]]:
    """Return the versions of the article to be erased, and other articles: a copy, one with a line of it, and more."""
    said = "وقال وزير المالية سالم العبدلي: «الموازنة ستشمل القطاع الصحي دون تأخير»."
    own = f"وقال وزير الخارجية الروسي سيرغي لافروف: «خطة {WORD} ستبدأ قبل نهاية العام»."
    more = newsroom.body(random.Random(5), 6)  # noqa: S311 -- a test
    done = f"وقتلت القوات الروسية ثلاثة مدنيين في بلدة {WORD} يوم الأحد."
    text = f"{more}\n{said}\n{own}\n{done}"
    versions = [
        newsroom.raw(URI, text, 3, version=1, headline=f"عنوان {WORD}"),
        newsroom.raw(URI, f"{text}\nوقال النائب كريم الدوسري إن {WORD} انتهت.", 5, version=2),
    ]
    copy = newsroom.raw(f"{URI}:copy", f"{more}\n{said}", 7, version=1)
    other = newsroom.raw("urn:test:other", f"{newsroom.body(random.Random(6))}\n{said}", 9)  # noqa: S311 -- a test
    return versions, [copy, other, *newsroom.edition(40, 6)]


def run(records: list[Record]) -> Chain:
    """Run the chain on records."""
    chain = Chain()
    for record in records:
        for _ in chain.feed(record):
            pass
    return chain


def words(chain: Chain) -> list[str]:
    """Name every row and every last value that holds the word, and every edition of the article that is not wiped."""
    held = WORD.encode()
    found = [
        f"{stage}/{name} {key.decode(errors='replace')}"
        for stage, tables in chain.tables.items()
        for name, rows in tables.items()
        for key, value in rows.items()
        if held in value or (key.startswith(f"{article_id(URI)}|".encode()) and value)
    ]
    return found + [
        f"{name} {key!r}" for name, rows in chain.last.items() for key, value in rows.items() if held in value
    ]


@pytest.mark.parametrize("seed", range(12))
def test_in_any_order_an_erased_article_is_as_if_it_had_never_been(seed: int) -> None:
    """Versions before and after the marker, and the marker twice, leave what the marker alone leaves."""
    chance = random.Random(seed)  # noqa: S311 -- a test
    versions, others = editions()
    wanted = run([*others, marker(20)])
    records = [*others, *versions, marker(20)]
    if seed:
        records += [newsroom.again(versions[0], 500), newsroom.tombstone(URI, 600), marker(700)]
        chance.shuffle(records)
    found = run(records)

    for topic in _COMPARED:
        assert not differences(found.last[topic.name], wanted.last[topic.name]), topic.name
    assert STATUS.decode(found.last[STATUS.name][f"{URI}\tevents".encode()]).reason == "erased"


def test_no_table_and_no_last_value_holds_words_of_an_erased_article() -> None:
    """Rows lose the words and what they were made from; lines that others vouch for stay, without its testimony."""
    versions, others = editions()
    before = run([*others, *versions])
    assert len(words(before)) > 8
    chain = run([*others, *versions, marker(20), marker(21)])

    assert not words(chain)
    last = chain.last[ENTRIES.name].values()
    shared = [ENTRIES.decode(value) for value in last if "القطاع الصحي دون" in value.decode()]
    (entry,) = [one for one in shared if len(one.evidence) > 1]
    assert {one.source.uri for one in entry.evidence} == {f"{URI}:copy", "urn:test:other"}
    assert LINEAGE.decode(chain.last[LINEAGE.name][article_id(f"{URI}:copy").encode()]).relation == "original"
    copied = LINEAGE.decode(before.last[LINEAGE.name][article_id(f"{URI}:copy").encode()])
    assert (copied.relation, copied.original_uri) == ("near", URI)
