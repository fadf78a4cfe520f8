"""Hostile texts: what no newsroom writes, and what somebody who wants to stop a stream may send.

Each kind repeats one thing up to the size that is asked for: a mark, a cue, a title, a date, names that differ, lines
of one letter. Words that have to differ are made of random letters, new ones for every text, so that no memory of
spellings helps; the same number gives the same text.
"""

import random
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, cycle, repeat

import msgspec

#: A beginning that makes an article of anything: normalization turns down what has no Arabic sentence in it.
OPENING = (
    "وصل الوفد إلى العاصمة صباح اليوم، وتستمر الاجتماعات التي بدأت في الأسبوع الماضي حتى نهاية الشهر، وذكرت وسائل "
    "الإعلام المحلية أن المشاركين فيها اتفقوا على جدول الأعمال وعلى موعد الجلسة الختامية.\n"
)
_LETTERS = "ابتجحدرسعفقكلمنهوي"
#: Bytes from mark to mark: ten thousand marks in 250 KB.
_APART = 24

#: A word that no list has: `Words` gives other ones each time.
Words = Callable[[], str]
#: The pieces of a text, without end.
Pieces = Callable[[Words, Sequence[str]], Iterator[str]]


class Kind(msgspec.Struct, frozen=True):
    """A kind of hostile text.

    Attributes:
        name: What it is, for people.
        pieces: Its pieces without end, from words that differ and from paragraphs of ordinary articles.
        named: Whether it is one of those that may cost no more than ordinary text at all.
    """

    name: str
    pieces: Pieces
    named: bool = False


def text(kind: Kind, paragraphs: Sequence[str], size: int, number: int = 0) -> str:
    """Write a text of a kind.

    Args:
        kind: The kind.
        paragraphs: Paragraphs of ordinary articles.
        size: How many bytes of UTF-8 it has at most.
        number: Which of the texts of this kind: other words in it differ.
    """
    parts, left = [OPENING], size - len(OPENING.encode())
    chance = random.Random(number)  # noqa: S311 -- repeatable texts, no secrets
    for piece in kind.pieces(lambda: "".join(chance.choices(_LETTERS, k=5)), paragraphs[number % len(paragraphs) :]):
        left -= len(piece.encode())
        if left < 0:
            break
        parts.append(piece)
    return "".join(parts)


def _again(piece: str, before: str = "") -> Pieces:
    """The same thing over and over, perhaps behind a beginning."""
    return lambda words, paragraphs: chain([before] if before else [], repeat(piece))  # noqa: ARG005 -- as all have


def _varied(pattern: str) -> Pieces:
    """A pattern over and over, each `~` another word."""

    def pieces(words: Words, _: Sequence[str]) -> Iterator[str]:
        parts = pattern.split("~")
        while True:
            yield parts[0] + "".join(words() + part for part in parts[1:])

    return pieces


def _ordinary(change: Callable[[str], str]) -> Pieces:
    """Ordinary paragraphs, each one changed."""

    def pieces(_: Words, paragraphs: Sequence[str]) -> Iterator[str]:
        return map(change, cycle(paragraphs))

    return pieces


def _marked(_: Words, paragraphs: Sequence[str]) -> Iterator[str]:
    """Ordinary text with a mark at every few words, so that 250 KB hold ten thousand."""
    since = 0
    for word in chain.from_iterable(paragraph.split(" ") for paragraph in cycle(paragraphs)):
        since += len(word.encode()) + 1
        yield f'"{word} ' if since >= _APART else f"{word} "
        since %= _APART


def _one_sentence(paragraph: str) -> str:
    return "".join(letter for letter in paragraph if letter not in ".!؟?\n") + " "


def _together(paragraph: str) -> str:
    return "".join(paragraph.split())


#: Every kind.
KINDS: tuple[Kind, ...] = (
    Kind("ordinary text", _ordinary(lambda paragraph: paragraph + "\n"), named=True),
    Kind("10,000 marks in ordinary text", _marked, named=True),
    Kind('marks alone: " " "', _again('" '), named=True),
    Kind("no space, ordinary words", _ordinary(_together), named=True),
    Kind("no space, one word", _varied("~"), named=True),
    Kind("one cue: قال", _again("قال "), named=True),
    Kind("one cue: قال إن", _again("قال إن "), named=True),
    Kind("one cue: وقال", _again("وقال "), named=True),
    Kind("one participle: مضيفا", _again("مضيفا "), named=True),
    Kind("participles with clauses", _varied("، مضيفا أن ~ ~")),
    Kind("one paragraph without a full stop", _ordinary(_one_sentence)),
    Kind("marks that never close", _varied("«~ ")),
    Kind("marks nested in turn", _again('«"')),
    Kind("a mark round every word", _varied('"~" ')),
    Kind("a paragraph inside one mark", _again("وقال الوزير إن ", before="«")),
    Kind("quotations of many speakers", _varied('وقال ~ ~: "~ ~ ~ ~ ~ ~".\n')),
    Kind("names in a row", _varied("والتقى السيد ~ ~، ")),
    Kind("ministers in a row", _varied("وزير ~ محمد ~ ")),
    Kind("names joined by و", _varied("و~ ")),
    Kind("known names joined by و", _again("وأحمد وعلي ", before="قال محمد ")),
    Kind("one surname", _again("وقال سبيرينغ ", before="وصل الوزير محمد سبيرينغ. ")),
    Kind("one title: الرئيس", _again("الرئيس ")),
    Kind("one title: الوزير محمد", _varied("الوزير محمد ~ والوزير ")),
    Kind("bodies in a row", _varied("منظمة ~ والمنظمة ")),
    Kind("two states and a dual", _again("روسيا وتركيا، وقال الجانبان إن ")),
    Kind("one state", _again("روسيا ")),
    Kind("one credit: بحسب روسيا", _again("بحسب روسيا ")),
    Kind("one noun: بيان", _again("بيان ")),
    Kind("one date", _again("3 مايو 2015 ")),
    Kind("weekdays and attacks", _again("قصف الجيش الخميس ")),
    Kind("one event: قصف", _again("قصف ")),
    Kind("one event: دعا إلى", _again("دعا إلى ")),
    Kind("attacks of many", _varied("هاجم ~ ~. ")),
    Kind("attacks of states", _again("قصفت روسيا سوريا ")),
    Kind("days before the day", _again("قصف الجيش المدينة الجمعة غداة هجوم. ")),
    Kind("spokesmen of ministers", _varied("المتحدث باسم الوزير ~ ~ قال إن ")),
    Kind("names of one first name", _varied("الوزير محمد ~ ~ ~، ")),
    Kind("namesakes", _varied("قالت ~ الفهداوي إن، وقال الفهداوي إن ")),
    Kind("counterparts", _varied("قال الوزير ~ ~ ونظيره ~ ~ إن ")),
    Kind("whom الأخير means", _varied("وقال ~ ~ إن الأخير ")),
    Kind("sentences of one word", _varied("~. ")),
    Kind("questions of one word", _again("قال؟ ")),
    Kind("lines of one word", _varied("~\n")),
    Kind("lines of one letter", _again("ا\n")),
    Kind("line feeds alone", _again("\n")),
    Kind("spaces alone", _again(" ")),
    Kind("vowel marks alone", _again("\N{ARABIC FATHA}")),
    Kind("a vowel mark on every letter", _again("ك\N{ARABIC FATHA}ت\N{ARABIC FATHA}ب\N{ARABIC FATHA} ")),
    Kind("tatweel between letters", _again("بـ")),
    Kind("zero width between letters", _again("ب\N{ZERO WIDTH SPACE}")),
    Kind("controls of direction", _again("قال\N{RIGHT-TO-LEFT MARK} ")),
    Kind("colons", _again(": ")),
    Kind("a colon behind every cue", _again("قال: ")),
    Kind("brackets", _again("( ")),
    Kind("commas", _again("، ")),
    Kind("dots", _again("... ")),
    Kind("dashes", _again("- ")),
    Kind("digits", _again("7 ")),
    Kind("one number", _again("7")),
    Kind("presentation forms", _again("\N{ARABIC LIGATURE LAM WITH ALEF ISOLATED FORM}")),
    Kind("ligatures of phrases", _again("\N{ARABIC LIGATURE SALLALLAHOU ALAYHE WASALLAM}")),
    Kind("references of HTML", _again("&amp;amp;lt; ")),
    Kind("hash signs", _again("#ب")),
    Kind("Latin words", _again("name ")),
)
