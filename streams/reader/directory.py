"""Finding the actor that a person means: by id, by name or alias in any spelling, or by a part of a name.

What is compared is folded and without الـ, so بوتين, Putin, `vladimir-putin` and الرئيس الروسي each lead somewhere if
the lexicon or a timeline knows them.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher

from streams.errors import UsageError
from streams.reader.views import ActorView
from streams.reader.words import name_key, one_spelling

_SUGGESTIONS = 3
_ALIKE = 0.6


class Directory:
    """Every actor that has lines or stands in the lexicon.

    Args:
        actors: Actors that have lines, the most lines first.
        lexicon: Names by actor id, the one to show first.
    """

    def __init__(self, actors: Sequence[ActorView], lexicon: Mapping[str, Sequence[str]]) -> None:
        self._told = {actor.id: actor for actor in actors}
        self._lexicon = lexicon
        self._ids: dict[str, dict[str, None]] = defaultdict(dict)
        for actor in actors:
            self._learn(actor.id, [actor.name, *actor.aliases])
        for identity, names in lexicon.items():
            self._learn(identity, names)

    def resolve(self, text: str) -> ActorView:
        """Return the actor that `text` stands for; one that the lexicon knows may have no lines.

        Raises:
            UsageError: Nobody is called so, or several are; says who may be meant.
        """
        if text in self._told or text in self._lexicon:
            return self._view(text)
        wanted = name_key(text)
        for find in (self._called, self._spelled, self._partly_called):
            found = find(wanted)
            # A name that only one actor with lines bears means that one, whoever else the lexicon knows.
            found = [identity for identity in found if identity in self._told] or found
            if len(found) == 1:
                return self._view(found[0])
            if found:
                raise UsageError(f"'{text}' may be {self._list(found, ' or ')}: give the id.")
        close = self._close(wanted)
        hint = f" Did you mean {self._list(close, ' or ')}?" if close else " `musnad actors` lists those there are."
        raise UsageError(f"No actor '{text}'.{hint}")

    def called(self, name: str) -> list[str]:
        """Return the ids of the actors that bear a name, whole, in this spelling."""
        return self._called(name_key(name))

    def matching(self, prefix: str) -> list[ActorView]:
        """Return the actors with lines whose id, or any word of whose names, begins as `prefix` does."""
        wanted = f" {name_key(prefix)}"
        found = {identity for key, ids in self._ids.items() if wanted in f" {key}" for identity in ids}
        return [actor for actor in self._told.values() if actor.id in found]

    def _learn(self, identity: str, names: Iterable[str]) -> None:
        for name in (*names, identity):
            if key := name_key(name):
                self._ids[key][identity] = None

    def _called(self, wanted: str) -> list[str]:
        return list(self._ids.get(wanted, ()))

    def _spelled(self, wanted: str) -> list[str]:
        form = one_spelling(wanted)
        return list(
            dict.fromkeys(found for key, ids in self._ids.items() if one_spelling(key) == form for found in ids)
        )

    def _partly_called(self, wanted: str) -> list[str]:
        parts = set(wanted.split())
        if not parts:
            return []
        return list(
            dict.fromkeys(found for key, ids in self._ids.items() if parts <= set(key.split()) for found in ids)
        )

    def _close(self, wanted: str) -> list[str]:
        """Return the actors whose names are spelled most like `wanted`, by a whole name or by one word of it."""
        matcher = SequenceMatcher(autojunk=False)
        matcher.set_seq2(wanted)
        best: dict[str, float] = {}
        for key, ids in self._ids.items():
            ratio = max(_ratio(matcher, key), *(_ratio(matcher, word) for word in key.split()))
            if ratio >= _ALIKE:
                best.update({found: max(ratio, best.get(found, 0.0)) for found in ids})
        ranked = sorted(best, key=lambda found: (-best[found], found not in self._told, found))
        return ranked[:_SUGGESTIONS]

    def _view(self, identity: str) -> ActorView:
        told = self._told.get(identity)
        if told is not None:
            return told
        names = list(self._lexicon.get(identity, ())) or [identity]
        return ActorView(id=identity, name=names[0], aliases=sorted({*names} - {names[0]}))

    def _list(self, found: Sequence[str], joint: str) -> str:
        shown = [f"{self._view(identity).name} ({identity})" for identity in found[:_SUGGESTIONS]]
        return joint.join([*shown, "others"] if len(found) > _SUGGESTIONS else shown)


def _ratio(matcher: "SequenceMatcher[str]", name: str) -> float:
    matcher.set_seq1(name)
    if matcher.real_quick_ratio() < _ALIKE or matcher.quick_ratio() < _ALIKE:
        return 0.0
    return matcher.ratio()
