"""Offices without a name: who of an article bears the title that an office is called by."""

from collections.abc import Iterable

from streams.lexicon.wording import folded
from streams.quotes.persons import Person

#: Words of titles that tell nobody apart (المتحدث الرسمي باسم قوات التحالف العسكري).
_COMMON = folded("""
باسم باسمها الرسمي الرسمية رسمي الإعلامي الإعلامية قوات القوات وزارة لوزارة بوزارة في من ، , العسكري العسكرية العربي
العقيد العميد اللواء الركن طيار الطيار
""")
#: Whose government somebody heads: رئيس الحكومة is رئيس الوزراء.
_GOVERNMENT = folded("حكومة وزراء")
#: Whose words are anybody's: these speak for a body, which their title has to name.
_SPOKESMEN = frozenset(["متحدث"])
#: Heads whose bearers are called by what else they are too often to look for one that is named only later.
_MOST = 64


def telling(keys: Iterable[str], head: str) -> set[str]:
    """Return the words of a title that tell who it is, with both words for a government behind رئيس.

    Args:
        keys: Folded words of the title behind its head.
        head: Its head, in the masculine.
    """
    words = {key.removeprefix("ال").removeprefix("لل") for key in keys if key not in _COMMON}
    return words | _GOVERNMENT if head == "رييس" and not words.isdisjoint(_GOVERNMENT) else words


def bears(person: Person, words: set[str], head: str) -> bool:
    """Tell whether a person may be meant by the telling words of a title.

    A spokesman's title has to name the same body; of other titles one common word is enough.
    """
    own = telling(person.title_words, head)
    if head in _SPOKESMEN:
        return not words or (bool(own) and (words <= own or own <= words))
    return not words.isdisjoint(own)


def only_bearer(people: Iterable[Person], words: set[str], head: str, state: str) -> Person | None:
    """Find the one person of a whole article whose title has all the words of an office (ناطق named only later).

    Args:
        people: Those with a title of that head.
        words: Telling words of the office.
        head: Its head, in the masculine.
        state: The state that it names, or empty.
    """
    found = [
        person
        for person in list(people)[:_MOST]
        if (not state or not person.states or state in person.states) and words <= telling(person.title_words, head)
    ]
    return found[0] if words and len(found) == 1 else None
