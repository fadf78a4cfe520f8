"""New rules on a stream that older rules filled: what they would change, and the rebuild that changes it."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from schemas.registry import ENTRIES
from schemas.timeline import Line, TimelineEntry
from streams.agents.step import Record
from streams.clients.files import envelope
from streams.reader.changes import Difference
from streams.reader.evidence import facts, words_of
from tests.streams import newsroom
from tests.streams.cluster import DERIVED, Cluster, cluster, differences
from tests.streams.newer_rules import REFUSED

pytestmark = pytest.mark.broker

NEWER = (str(Path(__file__).parent.parent / "newer_rules.py"),)
#: What the newer rules find and the older ones did not, do not find any more, and refuse.
TEXT = (
    "تمتم الرئيس الروسي فلاديمير بوتين إن الخطة ستنجح قبل نهاية العام.\n"
    "صادف الرئيس الروسي فلاديمير بوتين أمس وزير المالية سالم العبدلي في موسكو.\n"
    "وأوضح وزير المالية سالم العبدلي إن الزيارة ستستمر خلال أسبوع.\n"
)


def news(number: int, articles: int) -> list[Record]:
    """An edition of the newsroom, and articles whose first or second version newer rules refuse."""
    records = newsroom.edition(number, articles)
    texts = [
        ("urn:new:1", TEXT, 1),
        ("urn:new:2", f"{TEXT}{REFUSED}.", 1),
        ("urn:new:3", TEXT, 1),
        ("urn:new:3", f"{TEXT}{REFUSED}.\nقال النائب كريم الدوسري إن الهدنة ستبدأ دون تأخير.", 2),
        ("urn:new:2:copy", TEXT, 1),
    ]
    at = len(records)
    return records + [
        newsroom.raw(uri, text, at + place, version=version) for place, (uri, text, version) in enumerate(texts)
    ]


def last(running: Cluster) -> dict[str, dict[bytes, bytes]]:
    """The last value of each key of every derived topic."""
    return {topic.name: running.last(topic) for topic in DERIVED}


def rebuild(running: Cluster, *program: str) -> None:
    """Rewind the stream and have it read again, by other rules if there is a program for them."""
    running.dismiss()
    running.command("rebuild", "--yes", program=program or ("-m", "streams"))
    running.worker(command=[*(program or ("-m", "streams")), "worker"])
    running.rest()


def newest(running: Cluster, records: list[Record]) -> dict[str, dict[bytes, bytes]]:
    """What the oracle makes of some records by the newer rules."""
    lines = "\n".join(msgspec.json.encode(envelope(record)).decode() for record in records)
    told = msgspec.json.decode(running.command("oracle", program=NEWER, given=lines), type=dict[str, dict[str, str]])
    return {name: {key.encode(): value.encode() for key, value in rows.items()} for name, rows in told.items()}


def test_a_rebuild_leaves_nothing_of_the_older_rules() -> None:
    """Every derived topic ends as the newer rules' oracle, after a kill too; by the same rules nothing changes."""
    records = news(31, 30)
    with cluster("rocksdict") as running:
        running.feed(records)
        running.worker()
        running.rest()
        before = last(running)
        refused = running.call("rebuild", "--yes")
        running.dismiss()
        unasked = running.call("rebuild", given="")
        rebuild(running)
        again = last(running)

        running.dismiss()
        running.command("rebuild", "--yes", program=NEWER)
        worker = running.worker(command=[*NEWER, "worker"])
        running.grow(60)
        worker.kill()
        running.worker(command=[*NEWER, "worker"])
        running.rest()
        wanted = newest(running, records)

        assert refused.returncode == 1
        assert "1 worker is a member of the group musnad" in refused.stderr
        assert unasked.returncode == 2
        assert "--yes" in unasked.stderr
        assert again == before
        for topic in DERIVED:
            assert not differences(running.last(topic), wanted.get(topic.name, {})), topic.name
        assert wanted[ENTRIES.name].keys() - before[ENTRIES.name].keys()
        assert before[ENTRIES.name].keys() - wanted[ENTRIES.name].keys()
        assert b"urn:new:2\tquotes" not in wanted["articles.status"]


def test_the_difference_is_what_a_rebuild_changes(tmp_path: Path) -> None:
    """Unchanged rules differ in nothing; changed ones in just the lines that the rebuild then changes."""
    records = news(32, 25)
    database = ("--database", str(tmp_path / "timelines.sqlite"))
    with cluster() as running:
        running.feed(records)
        running.worker()
        running.rest()
        unchanged = running.command("diff", *database)
        told = running.command("diff", "--json", *database, program=NEWER)
        one = running.command("diff", "--actor", "بوتين", "--limit", "1", *database, program=NEWER)
        part = running.command("diff", "--json", "--share", "0.5", *database, program=NEWER)
        before = standing(running)
        rebuild(running, *NEWER)
        after = standing(running)
        settled = running.command("diff", *database, program=NEWER)

    assert "would change nothing" in unchanged
    assert "would change nothing" in settled
    predicted = [msgspec.json.decode(line, type=Difference) for line in told.splitlines()]
    assert {(found.change, found.source.article, found.actor, found.block) for found in predicted} == set(
        changes(before, after)
    )
    assert {found.change for found in predicted} == {"added", "removed", "changed"}
    assert len(predicted) == len(told.splitlines()) > 20
    assert 0 < len(part.splitlines()) < len(predicted)
    assert set(part.splitlines()) <= set(told.splitlines())
    assert sum(line.startswith("urn:") for line in one.splitlines()) == 1
    assert "would change too" in one


Place = tuple[str, str, str]


def standing(running: Cluster) -> dict[Place, Line]:
    """The lines that stand in `timeline.entries`, by article, actor and block."""
    entries: list[TimelineEntry] = [ENTRIES.decode(value) for value in running.last(ENTRIES).values()]
    return {
        (one.source.article, entry.actor, entry.block): one.line
        for entry in entries
        for one in entry.evidence
        if one.until is None
    }


def changes(before: dict[Place, Line], after: dict[Place, Line]) -> Iterator[tuple[str, str, str, str]]:
    """What became of lines: added, removed, or told otherwise."""
    for place in before.keys() | after.keys():
        old, new = before.get(place), after.get(place)
        if old is None:
            yield ("added", *place)
        elif new is None:
            yield ("removed", *place)
        elif (facts(old), words_of(old)) != (facts(new), words_of(new)):
            yield ("changed", *place)
