"""The commands that need no Kafka: analyze, deduplicate, fold, explain. JSON Lines in, JSON Lines out."""

import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Annotated

import msgspec
from cyclopts import Parameter

from schemas.articles import Article
from schemas.lineage import Lineage
from schemas.registry import ENTRIES, LINEAGE, RAW
from streams.agents.chain import fold as fold_records
from streams.agents.step import Record
from streams.analysis import analyze as analyze_article
from streams.cli import common
from streams.clients import files
from streams.clients.files import Item, Problem
from streams.errors import Rejected
from streams.events import extract
from streams.normalize import raw_text, receive
from streams.quotes import quote
from streams.render import render_explain

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Sources:
    """The articles of some files, with complaints counted."""

    def __init__(self, paths: list[Path], field: list[str] | None, encoding: str) -> None:
        self._found = files.read(paths, common.names(field), encoding)
        self._notes = common.notes()
        self.problems = 0

    def __iter__(self) -> Iterator[Item]:
        for found in self._found:
            if isinstance(found, Problem):
                self.complain(found.place, found.message)
            else:
                yield found

    def complain(self, place: str, message: str) -> None:
        """Tell of something that cannot be used."""
        self.problems += 1
        self._notes.print(f"musnad: {place} {message}")

    def records(self) -> Iterator[Record]:
        """The articles as records of `articles.raw`, recorded one millisecond after another where files do not say."""
        for number, item in enumerate(self):
            moment = item.recorded or _EPOCH + timedelta(milliseconds=number)
            yield Record(RAW.name, 0, number, item.key, item.value, moment)

    def articles(self) -> Iterator[tuple[Item, Article]]:
        """The articles that can be used, with what they were made of; the others are told of."""
        for number, item in enumerate(self):
            try:
                article = receive(item.key, item.value, item.recorded or _EPOCH + timedelta(milliseconds=number))
            except Rejected as rejected:
                self.complain(item.place, f"is rejected ({rejected.reason}): {rejected.detail}")
                continue
            if isinstance(article, Article):
                yield item, article

    @property
    def code(self) -> int:
        """Exit code: 1 if anything could not be used."""
        return 1 if self.problems else 0


def analyze(paths: common.Paths, /, *, field: common.Fields = None, encoding: common.Encoding = "utf-8") -> int:
    """Extract quotations and events from articles in files: one line of JSON for each article.

    Offsets count code points of the article's text as the file has it. The form is the one that the scorer reads.
    """
    sources = Sources(paths, field, encoding)
    for _, article in sources.articles():
        common.line(analyze_article(article))
    return sources.code


def deduplicate(paths: common.Paths, /, *, field: common.Fields = None, encoding: common.Encoding = "utf-8") -> int:
    """Find which articles in files are copies of which: one line of JSON for each article, sorted by id."""
    sources = Sources(paths, field, encoding)
    for _, value in sorted(fold_records(sources.records(), LINEAGE, until="deduplicate").items()):
        common.line(msgspec.json.decode(value, type=Lineage))
    return sources.code


def fold(paths: common.Paths, /, *, field: common.Fields = None, encoding: common.Encoding = "utf-8") -> int:
    """Fold articles in files into the final timeline entries, sorted by key: one line of JSON for each entry.

    This is the oracle of the stream: whatever happens to a cluster, `timeline.entries` ends equal to it. Articles
    without a time of recording (see `musnad tail --json`) count as recorded one millisecond after another from 1970 on.
    """
    sources = Sources(paths, field, encoding)
    for _, value in sorted(fold_records(sources.records(), ENTRIES).items()):
        sys.stdout.buffer.write(value + b"\n")
    return sources.code


def explain(
    path: Annotated[Path, Parameter(help="A file with one article, or several.")],
    /,
    *,
    field: common.Fields = None,
    encoding: common.Encoding = "utf-8",
) -> int:
    """Show an article with its quotations, speakers, cues, dates and events marked, and the rule behind each."""
    sources = Sources([path], field, encoding)
    console = common.screen()
    for item, article in sources.articles():
        quoted = quote(article)
        render_explain(console, raw_text(item.value or b""), article, quoted.quotations, extract(quoted))
    return sources.code
