"""New rules over old results, without Kafka: whatever the order, nothing of the older rules is left."""

import random
from collections import deque
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.articles import Article, Refusal
from schemas.registry import DEDUPLICATED, ENTRIES, EVENTS, LINEAGE, NORMALIZED, QUOTED, QUOTES, RAW, STATUS
from streams.agents.chain import Chain
from streams.agents.step import Record
from tests.streams import newsroom
from tests.streams.agents.test_interleavings import Workers
from tests.streams.rulesets import NEWER, OLDER, reading_by

#: Topics whose last values follow from what was read, whatever the order.
TOLD = (ENTRIES, LINEAGE, QUOTES, EVENTS, STATUS)
_CHANCE = random.Random(7)  # noqa: S311 -- a test, not a secret
_BODIES = [newsroom.body(_CHANCE, 3) for _ in range(5)]
TEXTS = [*_BODIES, "\n".join(_BODIES[:2]), _BODIES[0].rpartition("\n")[0]]


@st.composite
def news(draw: st.DrawFn) -> list[Record]:
    """Versions and withdrawals of three articles, some of them sent twice."""
    records = []
    for at in range(draw(st.integers(1, 6))):
        uri = f"urn:test:{draw(st.integers(0, 2))}"
        if draw(st.integers(0, 7)) == 0:
            records.append(newsroom.tombstone(uri, at))
            continue
        version = draw(st.sampled_from([None, 0, 1, 2]))
        records.append(newsroom.raw(uri, draw(st.sampled_from(TEXTS)), at, version=version, published="2020-03-01"))
    again = draw(st.lists(st.sampled_from(records), max_size=2))
    return records + [newsroom.again(record, draw(st.integers(0, 9))) for record in again]


def last(readings: Sequence[tuple[Record, int]]) -> dict[str, dict[bytes, bytes]]:
    """The last values after records were fed, each read by some rules."""
    chain = Chain()
    for record, number in readings:
        with reading_by(number):
            for _ in chain.feed(record):
                pass
    return told(chain.last)


def told(values: dict[str, dict[bytes, bytes]]) -> dict[str, dict[bytes, bytes]]:
    """The last values that must not depend on the order; the first stage tells of the last record that it met."""
    return {
        topic.name: {
            key: value for key, value in values.get(topic.name, {}).items() if not key.endswith(b"\tnormalize")
        }
        for topic in TOLD
    }


@given(news(), st.data())
@settings(max_examples=150, deadline=None)
def test_newer_rules_leave_nothing_of_older_ones(records: list[Record], data: st.DataObject) -> None:
    """Records read by older and by newer rules, in any order, end as those that the newer rules alone read."""
    mixed = data.draw(st.permutations([(record, number) for record in records for number in (OLDER, NEWER)]))

    assert last(mixed) == last([(record, NEWER) for record in records])


@given(news())
@settings(max_examples=30, deadline=None)
def test_the_same_rules_again_change_nothing(records: list[Record]) -> None:
    """A rebuild by the rules that read the stream before says everything once more."""
    once = [(record, OLDER) for record in records]

    assert last([*once, *once]) == last(once)


class MixedWorkers(Workers):
    """Workers of two rule sets that share the partitions; whoever happens to have one reads it by its own rules."""

    older = 0.5

    def batch(self, place: tuple[str, int]) -> None:
        """Work through some records of a partition."""
        with reading_by(OLDER if self.chance.random() < self.older else NEWER):
            super().batch(place)


@pytest.mark.parametrize("seed", range(25))
def test_older_workers_beside_newer_ones_do_no_lasting_harm(seed: int) -> None:
    """While workers are exchanged, older ones work on what newer ones read; a rebuild by newer ones alone mends all."""
    chance = random.Random(seed)  # noqa: S311 -- a test, not a secret
    records = newsroom.edition(seed, 4)
    workers = MixedWorkers(records, chance, 2, 0.2)
    workers.run()
    workers.older = 0
    for record in records:
        workers.queues.setdefault((RAW.name, chance.randrange(2)), deque()).append(record)
    workers.run()

    assert told(workers.last) == last([(record, NEWER) for record in records])


def test_an_older_worker_does_not_undo_a_newer_one() -> None:
    """What a newer worker has read, and an older one reads again after a crash, stays as the newer one read it."""
    record = newsroom.raw("urn:test:1", "زار الرئيس الروسي فلاديمير بوتين وزير المالية سالم العبدلي أمس.", 1)
    chain = Chain()
    with reading_by(NEWER):
        passed = [*chain.feed(record)]
    wanted = {name: dict(rows) for name, rows in chain.last.items()}
    between = [output for output in passed if output.topic in (DEDUPLICATED, QUOTED)]
    with reading_by(OLDER):
        for output in between:
            again = Record(output.topic.name, 0, 0, output.key, output.value, output.moment)
            for _ in chain.feed(again):
                pass

    assert wanted[ENTRIES.name]
    assert told(chain.last) == told(wanted)


def test_a_refused_article_is_taken_back_everywhere() -> None:
    """Entries, sets, lineage and statuses of an article that only older rules could read are gone; copies stand."""
    text = "قال وزير المالية سالم العبدلي إن التجارة الخارجية ستستمر خلال أسبوع."
    record = newsroom.raw("urn:test:1", text, 1)
    before, after = last([(record, OLDER)]), last([(record, OLDER), (record, NEWER)])

    assert all(before.values())
    assert not any(after.values())


def test_what_names_no_article_takes_nothing_back() -> None:
    """A record that cannot be decoded is dead-lettered and nothing else."""
    chain = Chain()
    outputs = [*chain.feed(Record(RAW.name, 0, 0, b"key", b"{", newsroom.START))]

    assert [output.topic.name for output in outputs] == [STATUS.name]


def test_a_refusal_says_which_version() -> None:
    """It bears the hash of the bytes that the version's rank bears, and the rules that refuse it."""
    record = newsroom.raw("urn:test:1", TEXTS[0] + "\nحقوق التجارة", 1)
    with reading_by(NEWER):
        refusal = next(
            NORMALIZED.decode(output.value or b"") for output in Chain().feed(record) if output.topic is NORMALIZED
        )
    sound = newsroom.raw("urn:test:1", "قال الوزير كريم الدوسري إن الخطة ستنجح.", 1)
    with reading_by(NEWER):
        article = next(
            NORMALIZED.decode(output.value or b"") for output in Chain().feed(sound) if output.topic is NORMALIZED
        )

    assert isinstance(refusal, Refusal)
    assert isinstance(article, Article)
    assert (refusal.rules, refusal.reason, refusal.id) == (NEWER, "language", article.id)
