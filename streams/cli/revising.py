"""The commands for new rules: rebuild and diff."""

import asyncio
from contextlib import aclosing
from typing import Annotated

import rich.progress
from cyclopts import Parameter

from schemas.registry import RAW, encode
from streams import render, rules
from streams.cli import common, reading
from streams.clients.drain import lags
from streams.clients.reread import Found, Progress, reread
from streams.clients.rewind import Stock, refuse_members, rewind, stock
from streams.errors import UsageError
from streams.reader import Database
from streams.reader.changes import Comparison, Tally
from streams.render.phrases import count
from streams.settings import Settings


def diff(
    *,
    actor: Annotated[str | None, Parameter(help="Only lines of this actor: an id, a name or an alias.")] = None,
    share: Annotated[float, Parameter(help="Read this part of the articles, the same ones each time: 0.1.")] = 1.0,
    limit: Annotated[int | None, Parameter(help="Print at most so many articles; all are counted.")] = None,
    broker: common.Broker = None,
    database: reading.DatabaseFile = None,
    as_json: common.Json = False,
) -> None:
    """Show what the rules of this installation would change in the timelines, before workers run with them.

    Reads articles.raw twice, analyzes the version of each article that counts, and compares the lines with those that
    the article vouches for in the reader's database, caught up first. Nothing is written to the topics. A line that the
    rules add is marked by +, one that they no longer find by -, one that they tell otherwise by ~. `musnad rebuild`
    brings it about.
    """
    if not 0 < share <= 1:
        raise UsageError(f"--share {share:g} should be more than 0 and at most 1, such as 0.1.")
    settings = Settings.load(broker=broker, database=database)
    with reading.opened(settings) as reader:
        whose = reader.actor(actor).id if actor else None
        asyncio.run(_Diff(settings, reader.database, whose, limit, as_json=as_json).run(share))


class _Diff:
    """One comparison: prints as it goes, counts everything."""

    def __init__(
        self, settings: Settings, database: Database, actor: str | None, limit: int | None, *, as_json: bool
    ) -> None:
        self._settings = settings
        self._comparison = Comparison(database)
        self._actor = actor
        self._limit = limit
        self._as_json = as_json
        self._tally = Tally(rules.RULES)
        self._shown = 0

    async def run(self, share: float) -> None:
        """Compare all articles."""
        await self._warn()
        with common.progress(common.notes()) as bar:
            task = bar.add_task("reading", total=None)

            def show(now: Progress) -> None:
                bar.update(task, description=now.what, completed=now.done, total=now.total)

            async with aclosing(reread(self._settings, share, show)) as articles:
                async for found in articles:
                    self._take(found, bar)
        if not self._as_json:
            render.render_tally(common.screen(), self._tally, self._tally.differing - self._shown)

    def _take(self, found: Found, bar: rich.progress.Progress) -> None:
        if found.fault:
            self._tally.articles += 1
            self._tally.faults[found.source.uri if found.source else found.article] = found.fault
            return
        told = self._comparison.differences(found.article, found.source, found.given)
        told = [one for one in told if self._actor in {None, one.actor}]
        self._tally.count(told)
        if not told or (self._limit is not None and self._shown >= self._limit):
            return
        self._shown += 1
        bar.stop()  # it would stand in the midst of what is printed
        if self._as_json:
            common.print_lines(map(encode, told))
        else:
            render.render_differences(common.screen(), told)
        bar.start()

    async def _warn(self) -> None:
        """Say that the workers are behind: what they have not read yet would look like something that rules add."""
        async with aclosing(lags(self._settings)) as states:
            left = sum(lag.left for lag in await anext(states))
        if left:
            common.notes().print(
                f"The workers have {count(left, 'record')} still to read; what these hold is shown as a difference too."
            )


def rebuild(
    *,
    broker: common.Broker = None,
    yes: Annotated[bool, Parameter(negative="", help="Do not ask.")] = False,
) -> int:
    """Let the workers read all articles again, by the rules that they have now; `musnad diff` shows what will change.

    The group of the workers is set back to the start of articles.raw, which needs all workers to be stopped. What they
    find then goes into the same topics: to whoever listens each result is one more correction, and what only older
    rules found is taken back. Nothing is deleted beforehand, so timelines can be read all the while.
    """
    settings = Settings.load(broker=broker)
    found = asyncio.run(stock(settings))
    refuse_members(settings, found.members)
    notes = common.notes()
    if not found.read:
        notes.print(
            f"The group {settings.group} has read nothing of {RAW.name} on {settings.broker} yet: start a worker."
        )
        return 0
    notes.print(_intent(settings, found))
    if not (yes or common.agreed()):
        notes.print("Nothing was changed.")
        return 1
    asyncio.run(rewind(settings))
    notes.print(
        f"The group {settings.group} begins anew. Start the workers, each with rule set {rules.RULES}; "
        "`musnad status` says how far they are."
    )
    return 0


def _intent(settings: Settings, found: Stock) -> str:
    told = (
        f"All {count(found.records, 'record')} of {RAW.name} on {settings.broker} will be read again, "
        f"by rule set {rules.RULES} of this installation."
    )
    if found.rules is None:
        return told
    if found.rules < rules.RULES:
        return f"{told} The last articles were read by rule set {found.rules}."
    if found.rules == rules.RULES:
        return f"{told} The last articles were read by the same: only what older rules read before will change."
    return (
        f"{told} The last articles were read by rule set {found.rules}, which is newer: what it found will stand, and "
        f"this installation is not the one to rebuild with."
    )
