"""What an article tells as background rather than as its news: several weak cues, weighed.

News opens with what is new, says who said it and dates it by days; background stands further down, in sentences that
كان or يذكر opens or that an old date tells, in relative clauses, near years, after عقب and بعد, and goes on until a
sentence brings news again. No cue is sure by itself, so each has a weight, and what they sum up to decides. The weights
are those of a logistic regression over read articles, rounded to quarters (`once` keeps what an earlier fit gave it: it
is rare). Of the triggers that no date and no grammar decides they tell 81 in 100 right on articles that they were not
fitted to (eight folds by article), where calling all of them news is right 70 times; no single weight matters much.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import pairwise

from streams.events.finder import Hit
from streams.events.scene import Scene
from streams.lexicon.grammar import (
    AFTER,
    ALREADY,
    BACKGROUND,
    FORMER,
    LATELY,
    MATTERS,
    ONCE,
    RELATIVES,
    SAYING,
    SINCE,
    TODAY,
    WERE,
    YEARS,
)
from streams.lexicon.months import WEEKDAYS

#: Older than this is background, and no older than that is news, whatever else the sentence says.
BACKGROUND_DAYS = 14
NEWS_DAYS = 1
#: A date of the last days ends the telling of background.
_WEEK = 7
#: The age of a month or a year that is over.
_OVER = 100
_REACH = 4
_IN_THE_PAST = frozenset({("في", "السابق"), ("وفي", "السابق")})
#: How far before a trigger its clause is looked at for relatives, and for كان.
_CLAUSE = 15
_WERE = 12
_PLUPERFECT = 6
_NEAR = 3
#: How far a word for years may stand before and after a trigger that it dates: قبل أعوام قتل, قتل قبل ثلاث سنوات.
_AGO_BEFORE = 6
_AGO_AFTER = 9
_YEAR = re.compile(r"(?:19|20)\d\d")
_TODAY = frozenset(WEEKDAYS) | TODAY
#: The part of an article in which background is told.
_LATE = 0.75
#: How far into its sentence a trigger stands that is told along the way.
_DEEP = 15
#: What each cue weighs; what sums up to no less than the threshold is background.
_WEIGHTS = {
    "once": 1.5,
    "ago": 1.25,
    "told": 1.25,
    "former": 1.0,
    "matter": 1.0,
    "were": 1.0,
    "background": 0.75,
    "deep": 0.75,
    "lately": 0.75,
    "old date": 0.75,
    "since": 0.75,
    "year": 0.75,
    "already": 0.5,
    "definite": 0.5,
    "late": 0.5,
    "relative": 0.5,
    "noun": 0.25,
    "cited": -0.5,
    "opens": -0.5,
    "present": -0.5,
    "quoted": -0.5,
    "said": -0.5,
    "meeting": -0.75,
    "today": -0.75,
    "lead": -1.0,
    "second": -1.0,
}
_THRESHOLD = 1.0


@dataclass(frozen=True)
class Background:
    """The background of an article.

    Attributes:
        scene: The article.
    """

    scene: Scene

    def tells(self, hit: Hit, start: int) -> bool:
        """Whether a trigger in the sentence that begins at word `start`, without a date of its own, is background."""
        if self._before(hit, start):
            return True
        return sum(map(_WEIGHTS.__getitem__, self.cues(hit, start))) >= _THRESHOLD

    def _before(self, hit: Hit, start: int) -> bool:
        """Whether the grammar puts a trigger before what is told: وكان متطرفون فتحوا النار, بعدما سيطرت."""
        words, index = self.scene.page.words, hit.index
        if hit.tense == "past" and not WERE.isdisjoint(words[max(start, index - _PLUPERFECT) : index]):
            return True
        return hit.tense != "future" and not AFTER.isdisjoint(words[max(start, index - _REACH) : index])

    def cues(self, hit: Hit, start: int) -> Iterator[str]:
        """The names of the cues that a trigger has."""
        yield from self._sentences[hit.sentence]
        yield from self._place(hit, start)
        yield from self._company(hit, start)
        yield from _form(hit, self.scene.page.words[max(start, hit.index - _NEAR) : hit.index + 1])

    def _place(self, hit: Hit, start: int) -> Iterator[str]:
        """The cues of where a trigger stands in its article and its sentence."""
        index, words = hit.index, self.scene.page.words
        if index > _LATE * len(words):
            yield "late"
        if index - start > _DEEP:
            yield "deep"
        if index - start <= 1:
            yield "opens"
        if self.scene.in_quote(self.scene.page.starts[index]):
            yield "quoted"
        if not SAYING.isdisjoint(words[start:index]):
            yield "said"
        if not LATELY.isdisjoint(words[start : self.scene.page.bounds[hit.sentence][1]]):
            yield "lately"

    def _company(self, hit: Hit, start: int) -> Iterator[str]:
        """The cues of the words that stand around a trigger in its clause."""
        page, index, words = self.scene.page, hit.index, self.scene.page.words
        clause = max(start, index - _CLAUSE)
        commas = page.commas[clause:index]
        if True in commas:
            clause = index - commas[::-1].index(True)
        if not WERE.isdisjoint(words[max(start, index - _WERE) : index]):
            yield "were"
        if not RELATIVES.isdisjoint(words[clause:index]):
            yield "relative"
        if _former(words[index : index + _REACH]):
            yield "former"
        if _once(words[clause : index + _NEAR + 1]):
            yield "once"
        if not YEARS.isdisjoint(words[max(start, index - _AGO_BEFORE) : index + _AGO_AFTER]):
            yield "ago"

    @cached_property
    def _sentences(self) -> list[list[str]]:
        """The cues of all triggers of each sentence."""
        page, cued, ages = self.scene.page, self.scene.cued, self._ages
        found, background = [], False
        for number, (start, end) in enumerate(page.bounds):
            words, days = page.words[start:end], ages.get(number, [])
            old = any(one > BACKGROUND_DAYS for one in days)
            if any(one <= _WEEK for one in days):
                background = False
            elif old or page.words[start] in BACKGROUND:
                background = True
            elif number in cued:
                background = False
            place = ("lead", "second")[number : number + 1]
            told = {
                "old date": old,
                "background": background,
                "cited": number in cued,
                "today": not _TODAY.isdisjoint(words),
                "year": any(map(_YEAR.fullmatch, words)),
            }
            found.append([*place, *(cue for cue, holds in told.items() if holds)])
        return found

    @property
    def _ages(self) -> dict[int, list[int]]:
        """The ages of the dates of each sentence, in days."""
        page, calendar = self.scene.page, self.scene.calendar
        today = calendar.reference
        found: dict[int, list[int]] = {}
        for expression in calendar.found if today else []:
            value = calendar.resolve(expression, "past")
            if value is not None and today is not None and not value.startswith("--"):
                found.setdefault(page.sentence_of(expression.first), []).append(age(value, today))
        return found


def _form(hit: Hit, words: list[str]) -> Iterator[str]:
    """The cues of a trigger's form, the last of some words, with those right before it."""
    *before, word = words
    if before and before[-1] in ALREADY:
        yield "already"
    if hit.tense == "past" and not RELATIVES.isdisjoint(before):
        yield "told"
    if hit.tense == "noun":
        yield "noun"
        if word in hit.rule.definite:
            yield "definite"
        if not SINCE.isdisjoint(before[-2:]):
            yield "since"
    if hit.tense == "present":
        yield "present"
    if hit.tense in {"noun", "participle"} and not MATTERS.isdisjoint(before):
        yield "matter"
    if hit.rule.trigger.type == "CONSULT":
        yield "meeting"


def _former(words: list[str]) -> bool:
    """Whether what follows is of former times (الرئيس السابق), but for في وقت سابق."""
    return not FORMER.isdisjoint(words) and any(word in FORMER and one != "وقت" for one, word in pairwise(words))


def _once(words: list[str]) -> bool:
    """Whether words say that something was so before: وهدد سابقا, وفي السابق كانوا يهاجمون."""
    in_the_past = "السابق" in words and not _IN_THE_PAST.isdisjoint(pairwise(words))
    return in_the_past or not ONCE.isdisjoint(words)


def age(value: str, today: date) -> int:
    """Days from the last day that a date may mean to the day of writing; a month or year that is over is an age."""
    year, rest = int(value[:4]), value[5:]
    if not rest:
        return _OVER * (today.year - year)
    if rest.startswith("W"):
        return (today - date.fromisocalendar(year, int(rest[1:]), 7)).days
    month = int(rest[:2])
    if len(rest) == len("05"):
        return _OVER * (today.year * 12 + today.month - year * 12 - month)
    return (today - date(year, month, int(rest[3:]))).days
