"""Finding the actor that a person means."""

from collections.abc import Callable

import pytest

from streams.errors import UsageError
from streams.reader import Database, Reader
from streams.reader.directory import Directory
from streams.reader.views import ActorView

from .samples import entry, evidence, record, said

_LEXICON = {
    "vladimir-putin": ["فلاديمير بوتين", "بوتين", "Vladimir Putin"],
    "sergey-lavrov": ["سيرغي لافروف", "لافروف"],
    "russia": ["روسيا", "روسيا الاتحادية"],
    "syria": ["سورية", "الجمهورية العربية السورية"],
    "ali-one": ["علي عبد الله صالح"],
    "ali-two": ["علي خامنئي"],
    "un": ["الأمم المتحدة"],
}
_TOLD = [
    ActorView(id="vladimir-putin", name="فلاديمير بوتين", statements=9),
    ActorView(id="x-1234", name="ديميتري بيسكوف", aliases=["دميتري بيسكوف"], statements=2),
    ActorView(id="ali-two", name="علي خامنئي", statements=1),
]
_DIRECTORY = Directory(_TOLD, _LEXICON)


@pytest.mark.parametrize(
    ("text", "identity"),
    [
        ("vladimir-putin", "vladimir-putin"),
        ("x-1234", "x-1234"),
        ("فلاديمير بوتين", "vladimir-putin"),
        ("بوتين", "vladimir-putin"),
        ("putin", "vladimir-putin"),
        ("Vladimir  PUTIN", "vladimir-putin"),
        ("سيرجي لافروف", "sergey-lavrov"),
        ("سوريا", "syria"),
        ("أمم متحدة", "un"),
        ("الامم المتحده", "un"),
        ("دميتري بيسكوف", "x-1234"),
        ("بيسكوف", "x-1234"),
        ("عَلي", "ali-two"),
        ("الاتحادية", "russia"),
    ],
)
def test_resolve(text: str, identity: str) -> None:
    """An id, a name in any spelling, an alias, or a part of a name that fits one actor with lines or one at all."""
    assert _DIRECTORY.resolve(text).id == identity


def test_several_actors_are_named() -> None:
    """A name that fits several says which, instead of choosing."""
    directory = Directory([], _LEXICON)

    with pytest.raises(
        UsageError, match=r"may be علي عبد الله صالح \(ali-one\) or علي خامنئي \(ali-two\): give the id"
    ):
        directory.resolve("علي")


@pytest.mark.parametrize("text", ["بوتن", "Putn", "فلادمير بوتن", "vladimir_puttin"])
def test_unknown_actors_are_suggested(text: str) -> None:
    """A slip of the pen gets a question back."""
    with pytest.raises(UsageError, match=r"No actor '.*'\. Did you mean فلاديمير بوتين \(vladimir-putin\)"):
        _DIRECTORY.resolve(text)


@pytest.mark.parametrize("text", ["", "؟", "qqqq"])
def test_what_resembles_nobody_points_to_the_list(text: str) -> None:
    """Where nothing is close, the error says how to see who there is."""
    with pytest.raises(UsageError, match="`musnad actors`"):
        _DIRECTORY.resolve(text)


def test_matching_takes_the_beginning_of_any_word() -> None:
    """A list by prefix looks at ids and at every word of every name, and keeps the order."""
    assert [actor.id for actor in _DIRECTORY.matching("بي")] == ["x-1234"]
    assert [actor.id for actor in _DIRECTORY.matching("put")] == ["vladimir-putin"]
    assert _DIRECTORY.matching("لافروف") == []


def test_an_argument_that_is_not_utf8_is_an_unknown_actor() -> None:
    """Bytes that the shell passed on unread are answered like any other name nobody has."""
    with pytest.raises(UsageError, match="No actor"):
        Reader(Database.open(":memory:")).actor("\udcff")


def test_who_is_called_so_is_found_without_looking_at_all_others() -> None:
    """The short way, by whole names in the tables, finds whom the directory of all actors finds, and refuses alike."""
    lines = [
        entry([evidence(said("قول"))], actor=actor, name=name)
        for actor, name in (("x-1", "علي حسن"), ("x-2", "على حسن"), ("ali-two", "علي خامنئي"), ("x-3", "سالم الحديدي"))
    ]
    reader = Reader(Database.open(":memory:"), _LEXICON)
    reader.database.apply([record(value, offset) for offset, value in enumerate(lines)])
    everybody = Directory(reader.actors(), _LEXICON)

    for text in (
        "سالم الحديدي",
        "سالم حديدي",
        "علي حسن",
        "لافروف",
        "خامنئي",
        "علي",
        "ali-two",
        "sergey-lavrov",
        "لا أحد",
    ):
        assert _answer(reader.actor, text) == _answer(everybody.resolve, text)
    assert _answer(reader.actor, "سالم الحديدي") == "x-3"


def _answer(ask: Callable[[str], ActorView], text: str) -> str:
    try:
        return ask(text).id
    except UsageError as error:
        return str(error)
