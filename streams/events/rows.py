"""Names in a sentence: what stands before them, and which of them stand in a row."""

from streams.dates.page import Page
from streams.events.scene import Name, Scene
from streams.lexicon.calendar import SHIFTS
from streams.lexicon.grammar import B_WORDS, BACKED, BREAKS, PARTITIVES, PREPOSITIONS, SAYING, TARGETS
from streams.lexicon.months import WEEKDAYS

#: What brings in the doer of a passive: من قبل, على أيدي.
BY = "by"
_HANDS = frozenset({"ايدي", "يد", "قبل", "جانب"})
#: How far apart the words of a subject and its verb, or of two names in a row, may stand.
ADJACENT = 3
_LEAD = 5
#: Words that tell when.
TIMES = frozenset({*WEEKDAYS, *SHIFTS, "ليل", "ليله", "فجر", "صباح", "مساء", "ظهر", "يوم", "امس", "اليوم"})
_PARTING = PREPOSITIONS | BREAKS
_COUNTS = (["لا"], ["يقارب"], ["يزيد"], ["يربو"], ["يقدر"], ["لايقل"])


def lead(page: Page, first: int, name: Name) -> str | None:
    """The preposition that brings a name in, back to word `first`: written onto it, or the last one before it."""
    clitic = name.clitic.removeprefix("و").removeprefix("ف")
    if clitic[:1] == "ل" and name.first > first and page.words[name.first - 1] in TARGETS:
        return next((word for word in reversed(page.words[first : name.first]) if word in {"علي", "ضد"}), "ل")
    if clitic[:1] in {"ل", "ب", "ك"}:
        return clitic[:1]
    for position in range(name.first - 1, max(first, name.first - _LEAD) - 1, -1):
        word = page.words[position]
        if word in BREAKS or word in SAYING or page.commas[position]:
            return None
        if word in _HANDS and page.words[position - 1] in {"علي", "من"}:
            return BY
        if word == "من" and part(page, position):
            continue
        if word in PREPOSITIONS:
            return word.removeprefix("و")
    return None


def part(page: Page, position: int) -> bool:
    """Whether من takes a part of what follows: 12 من الضباط, العديد من الأعضاء."""
    before = page.words[position - 1] if position else ""
    return before[-1:].isdigit() or before in PARTITIVES


def out_of(page: Page, name: Name) -> bool:
    """Whether من right before a name, or before whose hold it is, tells from whom something is: من قبضة التنظيم."""
    at = next((at for at in (name.first - 1, name.first - 2) if page.words[at] == "من"), None)
    return at is not None and page.words[at - 1] not in BACKED


def after_time(page: Page, first: int, last: int) -> int:
    """Index of the first word at `first` or later that tells no time: استهدفت ليل الثلاثاء إلى الأربعاء مدينة."""
    at = first
    while at < last - 1 and (
        page.words[at] in TIMES or (at > first and page.words[at] in {"الي", "من"} and page.words[at + 1] in TIMES)
    ):
        at += 1
    return at


def row(scene: Scene, name: Name, last: int) -> list[Name]:
    """A name and those joined to it up to word `last`: أ وب وج."""
    found, page = [name], scene.page
    for other in scene.between(name.last, last):
        joined = other.clitic[:1] == "و" or page.words[other.first - 1] == "و"
        near = other.first - found[-1].last < ADJACENT and _together(page, found[-1].last - 1, other.first)
        if not (joined and near):
            break
        found.append(other)
    return found


def nearest(scene: Scene, first: int, last: int) -> list[Name]:
    """The names at word `first` or after a few nouns: the subject, or what a noun belongs to."""
    for name in scene.between(first, min(last, first + 1 + ADJACENT)):
        led = any(_leads(scene.page, at) for at in range(first, name.first))
        return [] if led or lead(scene.page, first, name) is not None else row(scene, name, last)
    return []


def _leads(page: Page, at: int) -> bool:
    word = page.words[at]
    return (word in PREPOSITIONS and not (word == "من" and part(page, at))) or brought(word)


def brought(word: str) -> bool:
    """Whether a preposition is written onto a noun: بطرد السفير, للأمم."""
    return word.startswith(("بال", "لل")) or (word[:1] == "ب" and len(word) > ADJACENT and word not in B_WORDS)


def row_before(scene: Scene, name: Name, start: int, *, commas: bool = False) -> list[Name]:
    """A name and those that it is joined to, back to word `start`; with commas between them, if they may be."""
    found, page = [name], scene.page
    while found[0].clitic[:1] == "و" or page.words[found[0].first - 1] == "و":
        other = scene.before(found[0].first, start)
        if other is None or found[0].first - other.last >= ADJACENT:
            break
        if not (bare if commas else _together)(page, other.last - 1, found[0].first):
            break
        found.insert(0, other)
    return found


def bare(page: Page, first: int, last: int) -> bool:
    """Whether no preposition, no conjunction and no stop stands between words `first` and `last`."""
    return _PARTING.isdisjoint(page.words[first + 1 : last]) and True not in page.stops[first:last]


def _together(page: Page, first: int, last: int) -> bool:
    """Whether two names are apart by a few nouns at most, with no comma between."""
    return bare(page, first, last) and True not in page.commas[first:last]


def _counts(page: Page, position: int) -> bool:
    """Whether ما opens a count (ما لا يقل عن 120) and no clause."""
    return page.words[position] == "ما" and page.words[position + 1 : position + 2] in _COUNTS


def clause_end(page: Page, index: int, end: int, *, through: int = 0) -> int:
    """Index after the last word of the clause that begins at word `index`.

    Args:
        page: The words.
        index: The first word.
        end: Index after the last word to look at.
        through: How many words after `index` a conjunction or a relative does not end the clause.
    """
    for position in range(index, end):
        word = page.words[position]
        if position > index + through and word in BREAKS and not _counts(page, position):
            return position
        if position > index and word[:1] == "و" and word in SAYING:
            return position
        if page.stops[position]:
            return position + 1
    return end
