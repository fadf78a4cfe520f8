"""What an article tells as background rather than as its news: several weak cues, weighed.

News opens with what is new, says who said it and dates it by days; background stands further down, in sentences that
كان or يذكر opens or that an old date tells, in relative clauses, near years, after عقب and بعد, and goes on until a
sentence brings news again. No cue is sure by itself, so each has a weight, and what they sum up to decides. The weights
are those of a logistic regression over read articles, rounded to quarters (`once` keeps what an earlier fit gave it: it
is rare). Of the triggers that no date and no grammar decides they tell 81 in 100 right on articles that they were not
fitted to (eight folds by article), where calling all of them news is right 70 times; no single weight matters much.
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import compress, count, pairwise

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
class _Told:
    """How a sentence tells.

    Attributes:
        old: Whether it has an old date.
        background: Whether background is being told.
        lately: Whether it tells of recent years without a date.
        today: Whether it names a day of the week, or the day of writing.
        year: Whether it has the number of a year.
        saying: Index of its first word of saying, or of the word after its last one.
    """

    old: bool
    background: bool
    lately: bool
    today: bool
    year: bool
    saying: int


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

    def cues(self, hit: Hit, start: int) -> list[str]:
        """The names of the cues that a trigger has."""
        page, index, words = self.scene.page, hit.index, self.scene.page.words
        number = page.sentence_of(index)
        told = self._sentences[number]
        clause = max(start, index - _CLAUSE)
        commas = page.commas[clause:index]
        if True in commas:
            clause = index - commas[::-1].index(True)
        before = words[max(start, index - _NEAR) : index]
        found = {
            "old date": told.old,
            "background": told.background,
            "lead": number == 0,
            "second": number == 1,
            "late": index > _LATE * len(words),
            "were": not WERE.isdisjoint(words[max(start, index - _WERE) : index]),
            "told": hit.tense == "past" and not RELATIVES.isdisjoint(before),
            "relative": not RELATIVES.isdisjoint(words[clause:index]),
            "since": hit.tense == "noun" and not SINCE.isdisjoint(before[-2:]),
            "matter": hit.tense in {"noun", "participle"} and not MATTERS.isdisjoint(before),
            "former": _former(words[index : index + _REACH]),
            "once": _once(words[clause : index + _NEAR + 1]),
            "lately": told.lately,
            "deep": index - start > _DEEP,
            "said": told.saying < index,
            "noun": hit.tense == "noun",
            "present": hit.tense == "present",
            "meeting": hit.rule.trigger.type == "CONSULT",
            "cited": number in self.scene.cued,
            "quoted": self.scene.in_quote(page.starts[index]),
            "opens": index - start <= 1,
            "today": told.today,
            "year": told.year,
            "ago": not YEARS.isdisjoint(words[max(start, index - _AGO_BEFORE) : index + _AGO_AFTER]),
            "definite": hit.tense == "noun" and words[index] in hit.rule.definite,
            "already": index > start and words[index - 1] in ALREADY,
        }
        return [cue for cue, holds in found.items() if holds]

    @cached_property
    def _sentences(self) -> list[_Told]:
        page, cued, ages = self.scene.page, self.scene.cued, self._ages
        told, background = [], False
        for number, (start, end) in enumerate(page.bounds):
            words, days = page.words[start:end], ages.get(number, [])
            old = any(one > BACKGROUND_DAYS for one in days)
            if any(one <= _WEEK for one in days):
                background = False
            elif old or page.words[start] in BACKGROUND:
                background = True
            elif number in cued:
                background = False
            saying = next(compress(count(start), map(SAYING.__contains__, words)), end)
            lately, today = not LATELY.isdisjoint(words), not _TODAY.isdisjoint(words)
            told.append(_Told(old, background, lately, today, any(map(_YEAR.fullmatch, words)), saying))
        return told

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
