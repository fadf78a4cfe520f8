"""Who short forms stand for: one reading of the whole article settles every mention.

Persons are named in full once, then by surname, by office or by title alone. An office resolves by the article first,
and by its holder at the article's date second.
"""

from bisect import bisect_left
from itertools import islice, pairwise
from operator import attrgetter

from schemas.folding import words
from schemas.ids import unknown_actor_id
from streams.lexicon.actors import ACTORS, holder
from streams.lexicon.datelines import PLACES
from streams.lexicon.titles import FEMININE_GIVEN, GIVEN, OFFICE_HEADS
from streams.lexicon.wording import folded
from streams.quotes.found import Found
from streams.quotes.names import is_definite, is_name_part
from streams.quotes.offices import bears, only_bearer, telling
from streams.quotes.persons import FAMILIES, RANKS, People, Person, first_name, parts, short_forms
from streams.quotes.tokens import Tokens, Word

#: An office stands for one of so many persons who were named last, and a verb tells apart so many namesakes.
_NAMED_LAST = 64
#: Qualities that tell nobody apart (الأدميرال المتقاعد).
_QUALITIES = folded("المتقاعد المتقاعدة الشاب الشابة المعروف المعروفة الشهير الشهيرة البارز البارزة")
#: Heads of those who hold the same office elsewhere (نظيره السعودي).
_COUNTERPARTS = folded("نظير نظيره نظيرته نظيرها نظيرتها")
#: Who held an office once is not who holds it.
_FORMER = folded("السابق السابقة الأسبق الأسبقة سابق سابقة أسبق الراحل الراحلة المنتخب المنتخبة المخلوع المعزول المقبل")
_RANKS = RANKS | folded("أمير أميرة شيخ شيخة ملك ملكة سلطان سيد سيدة")
#: Given names of men, those left out that women have as well.
_MASCULINE_GIVEN = GIVEN - FEMININE_GIVEN - folded("صباح نور جان فاليري كريس جو عبد رضا إحسان سام أنا ليز")
_FEMININE = {
    "رييسه": "رييس", "وزيره": "وزير", "متحدثه": "متحدث", "مستشاره": "مستشار", "ناطق": "متحدث", "ناطقه": "متحدث",
    "مسووله": "مسوول", "مسيول": "مسوول", "مديره": "مدير", "مندوبه": "مندوب", "سفيره": "سفير", "عاهل": "ملك",
    "نايبه": "نايب", "باحثه": "باحث", "خبيره": "خبير", "ناشطه": "ناشط", "مبعوثه": "مبعوث", "صحفيه": "صحفي",
    "امينه": "امين",
}  # fmt: skip


class Referents:
    """The persons and bodies of one article, and who each of its mentions stands for.

    Args:
        tokens: The article.
        found: Its mentions as found, in order; they are completed in place, and surnames are added.
        date: ISO 8601 date of the article, or the empty string.
    """

    def __init__(self, tokens: Tokens, found: list[Found], date: str) -> None:
        self.tokens = tokens
        self.date = date
        self.people = People()
        self.person_at: dict[int, Person] = {}
        self._surnames: dict[tuple[str, ...], Person] = {}
        self._namesakes: dict[tuple[str, ...], list[Person]] = {}
        self._titled: dict[str, list[Person]] | None = None
        self._holders: dict[str, dict[Person, None]] = {}
        self.mentions = found
        people = [(mention, self._keys(mention)) for mention in self._named(found) if mention.kind == "person"]
        for mention, keys in people:
            if len(parts(keys)) > 1:
                self._meet(mention, keys)
        for mention, keys in people:
            if len(parts(keys)) == 1:
                self._meet_alone(mention, keys)
        self._appose()
        self.mentions = self._with_surnames()
        self._settle()

    def _named(self, found: list[Found]) -> list[Found]:
        """Return the mentions, and as mentions of their own those whom a title speaks for."""
        inner = [
            Found(first, last, -1, -1, "person", self.tokens.slice(first, last), "mention.title-name", named=first)
            for first, last in (mention.whose for mention in found if mention.whose is not None)
        ]
        return [*found, *inner] if inner else found

    # -- persons ---------------------------------------------------------------------------------------------------

    def _keys(self, mention: Found) -> tuple[str, ...]:
        words = self.tokens.words[mention.named : mention.last]
        return tuple(word.key for word in words if word is not None)

    def _meet_alone(self, mention: Found, keys: tuple[str, ...]) -> None:
        """Take a bare surname into account: it is whoever the article names in full before whoever is known by it."""
        owner = self._surnames.get(keys)
        actor = mention.actor or self._known(keys, mention)
        if owner is not None and not self.people.has(actor):
            self._enrich(owner, mention)
        else:
            self._meet(mention, keys)

    def _meet(self, mention: Found, keys: tuple[str, ...]) -> None:
        """Take a person's name into account, if it is a full one or known."""
        actor = mention.actor or self._known(keys, mention)
        single = len(parts(keys)) == 1
        if mention.weak and not self._in_office(mention.actor):
            actor = None
        if single and actor is None:
            return
        person = self.people.met(actor, keys)
        if person is None:
            person = Person(actor or unknown_actor_id(mention.name), mention.name, keys)
            person.feminine = True if keys[0] in FEMININE_GIVEN else False if keys[0] in _MASCULINE_GIVEN else None
            self._add_roles(person)
            self.people.add(person)
        elif len(keys) > len(person.keys):
            known = person.actor if person.actor in ACTORS else actor or unknown_actor_id(mention.name)
            self.people.rename(person, known, mention.name, keys)
        self._enrich(person, mention)
        if not single or actor:
            for ending in short_forms(keys):
                if self._surnames.setdefault(ending, person) is not person:
                    self._namesakes.setdefault(ending, []).append(person)

    def _known(self, keys: tuple[str, ...], mention: Found) -> str | None:
        """Find the lexicon's actor with exactly this name, weak names only beside their office."""
        word = self.tokens.words[mention.named]
        for cut, branch in word.names if word else ():
            entry = None if cut else branch.names.get(keys[1:])
            if entry is None or ACTORS[entry.key].kind != "person":
                continue
            offices = {role.office for role in ACTORS[entry.key].roles}
            if not entry.weak or mention.office in offices or self._in_office(entry.key):
                return entry.key
        return None

    def _in_office(self, actor: str | None) -> bool:
        return bool(actor and self.date) and any(role.covers(self.date) for role in ACTORS[str(actor)].roles)

    def _add_roles(self, person: Person) -> None:
        for role in ACTORS[person.actor].roles if person.actor in ACTORS else ():
            kind, _, state = role.office.partition(" ")
            if self.date and not role.covers(self.date):
                continue
            self._holders.setdefault(role.office, {})[person] = None
            if kind in OFFICE_HEADS:
                person.heads.add(OFFICE_HEADS[kind])
                person.states.add(state)
            else:
                person.heads.add(_FEMININE.get(kind.removeprefix("ال"), kind.removeprefix("ال")))

    def _enrich(self, person: Person, mention: Found) -> None:
        self.person_at[mention.first] = person
        if mention.head in _COUNTERPARTS:
            person.heads |= self._office_before(mention)
            person.titled |= self._office_before(mention)
        if mention.title:
            person.heads.add(_head(mention.head))
            person.titled.add(_head(mention.head))
            person.title_words.update(self.tokens.keys[mention.first + 1 : mention.named])
            if mention.feminine:
                person.feminine = True
        if mention.state and mention.kind == "person":
            person.states.add(mention.state)
        if mention.office:
            self._holders.setdefault(mention.office, {})[person] = None

    def _appose(self) -> None:
        """Give a person the title before the name or behind it (المتحدث باسم الجيش، العقيد سمير حداد، قائد الحرس)."""
        keys, starts = self.tokens.keys, self.tokens.starts
        for one, other in pairwise(self.mentions):
            if other.start != starts[other.first]:
                continue
            comma = other.first == one.last + 1 and keys[one.last] in {"،", ","}
            named, office = (other, one) if one.kind == "office" else (one, other)
            person = self.person_at.get(named.first)
            if person is None or office.kind != "office" or not (comma or (named is one and other.first == one.last)):
                continue
            person.heads.add(_head(office.head))
            person.titled.add(_head(office.head))
            person.title_words.update(keys[office.first + 1 : office.last])
            if office.state:
                person.states.add(office.state)

    def _office_before(self, mention: Found) -> set[str]:
        """Return the head of the office that a counterpart has in common with whom the text names before."""
        at = bisect_left(self.mentions, mention.first, key=attrgetter("first"))
        before = reversed(self.mentions[max(at - _NAMED_LAST, 0) : at])
        return next(({_head(other.head)} for other in before if other.title), set())

    # -- surnames --------------------------------------------------------------------------------------------------

    def _with_surnames(self) -> list[Found]:
        """Add the bare surnames of persons whom the article names in full."""
        if not self._surnames:
            return self.mentions
        firsts: dict[str, list[int]] = {}
        for word, size in sorted({(ending[0], len(ending)) for ending in self._surnames}, reverse=True):
            firsts.setdefault(word, []).append(size)
        merged: list[Found] = []
        at = 0
        for mention in [*self.mentions, None]:
            stop = mention.first if mention else len(self.tokens)
            merged.extend(self._surnames_between(at, stop, firsts))
            if mention:
                merged.append(mention)
                at = mention.last
        return merged

    def _surnames_between(self, at: int, stop: int, firsts: dict[str, list[int]]) -> list[Found]:
        found: list[Found] = []
        keys, past = self.tokens.keys, at
        for index in range(at, stop):
            key = keys[index]
            if key in firsts or (key[0] in "وفبلك" and (key[1:] in firsts or key[2:] in firsts)):
                mention = self._surname(index, stop, firsts) if index >= past else None
                if mention is not None:
                    found.append(mention)
                    past = mention.last
        return found

    def _surname(self, at: int, stop: int, firsts: dict[str, list[int]]) -> Found | None:
        """Find the longest surname at a token; `firsts` tells how many words those have that begin with a word."""
        word = self.tokens.words[at]
        if word is None:
            return None
        for cut in range(3 if word.key[0] in "وفبلك" else 1):
            if cut >= len(word.key) or (cut and word.key[cut - 1] not in "وفبلك"):
                break
            for size in firsts.get(word.key[cut:], ()):
                ending = (word.key[cut:], *self.tokens.keys[at + 1 : at + size])
                if at + size <= stop and ending in self._surnames:
                    return self._surname_mention(at, cut, ending)
        return None

    def _surname_mention(self, at: int, cut: int, ending: tuple[str, ...]) -> Found | None:
        word, before = self.tokens.words[at], self.tokens.words[at - 1] if at else None
        person = self._called(ending, before)
        if self._goes_on(at + len(ending), ending):
            return None
        ordinary = word is None or word.common or word.stop or word.state or word.inside
        governs = before is not None and (before.cue is not None or before.key == "عن")
        if len(ending) == 1 and ordinary and (cut or not governs):
            return None
        start, last = self.tokens.offset(at, cut), at + len(ending)
        end = self.tokens.ends[last - 1]
        mention = Found(at, last, start, end, "person", self.tokens.text[start:end], "mention.surname", named=at)
        mention.actor = person.actor
        self.person_at[at] = person
        return mention

    def _called(self, ending: tuple[str, ...], before: Word | None) -> Person:
        """Find whose surname it is; of two the one who agrees with the verb before it (قالت سكريبال)."""
        people: list[Person] = [self._surnames[ending], *self._namesakes.get(ending, [])[:_NAMED_LAST]]
        if len(people) > 1 and before is not None and before.cue is not None and before.cue.form in {"past", "present"}:
            agreeing = [person for person in people if (person.feminine is True) == before.cue.feminine]
            people = agreeing or people
        return people[0]

    def _goes_on(self, at: int, ending: tuple[str, ...]) -> bool:
        """Tell whether a family name that stands first goes on with somebody else's name (كيم كي غوان)."""
        return ending in FAMILIES and at < len(self.tokens) and is_name_part(self.tokens.words[at], first=False)

    # -- settling --------------------------------------------------------------------------------------------------

    def _settle(self) -> None:
        """Give every mention its actor and the fullest form of its name, from left to right."""
        recent: dict[Person, None] = {}
        bodies: dict[str, Found] = {}
        longest: dict[str, str] = {}
        for mention in self.mentions:
            if mention.kind in {"body", "state"} and mention.actor and not mention.capital:
                longest[mention.actor] = max(longest.get(mention.actor, ""), mention.name, key=len)
        for mention in self.mentions:
            if mention.kind == "person":
                self._settle_person(mention, recent)
            elif mention.kind == "office":
                self._settle_office(mention, recent)
            elif mention.kind in {"body", "state"}:
                self._settle_body(mention, bodies, longest)
            else:
                mention.full = mention.name

    def _settle_person(self, mention: Found, recent: dict[Person, None]) -> None:
        person = self.person_at.get(mention.first)
        if person is None:
            keys = self._keys(mention)
            person = self._surnames.get(keys) or self._surnames.get(keys[-1:]) or self._by_first_name(mention, keys)
            if person is None and mention.title:
                person = Person(None, mention.name, keys)
                self._surnames.setdefault(keys, person)
            if person is None:
                mention.full, mention.actor = mention.name, None
                return
            self._enrich(person, mention)
        mention.actor, mention.full = person.actor, person.name
        if person.feminine is not None and mention.feminine is None:
            mention.feminine = person.feminine
        _touch(recent, person)

    def _by_first_name(self, mention: Found, keys: tuple[str, ...]) -> Person | None:
        """Find whom a rank and a first name, or hers alone, mean (الأمير محمد، يوليا): the one person called so."""
        if len(parts(keys)) > 1 or not (mention.head in _RANKS or keys[0] in FEMININE_GIVEN):
            return None
        named = self.people.called(first_name(keys))
        return next(iter(named)) if len(named) == 1 else None

    def _settle_office(self, mention: Found, recent: dict[Person, None]) -> None:
        """Resolve an office: by the article first, by its holder at the article's date second."""
        person = self._by_office(mention, recent)
        if person is not None:
            mention.actor, mention.full = person.actor, person.name
            mention.rule = "mention.office-in-article"
            self.person_at[mention.first] = person
            _touch(recent, person)
            return
        mention.full = mention.name
        former = not _FORMER.isdisjoint(self.tokens.keys[mention.first : mention.last])
        held = holder(mention.office, self.date) if mention.office and not former else None
        if held:
            mention.actor, mention.rule = held, "mention.office-at-date"
        elif mention.state and mention.last > mention.first + 1:
            mention.actor = unknown_actor_id(mention.name)

    def _by_office(self, mention: Found, recent: dict[Person, None]) -> Person | None:
        head, state = _head(mention.head), mention.state
        if mention.office:
            exact = self._holders.get(mention.office, {})
            held = next((p for p in (reversed(recent) if len(exact) > 1 else exact) if p in exact), None)
            if held is not None:
                return held
        last = islice(reversed(recent), _NAMED_LAST)
        candidates = [p for p in last if head in p.heads and (not state or state in p.states)]
        bare = all(key in _QUALITIES for key in self.tokens.keys[mention.first + 1 : mention.last])
        if bare or (state and mention.last == mention.first + 2):
            return next((p for p in candidates if head in p.titled), next(iter(candidates), None))
        words = telling(self.tokens.keys[mention.first + 1 : mention.last], head)
        near = next((person for person in candidates if bears(person, words, head)), None)
        return near or only_bearer(self._bearers().get(head, ()), words, head, state)

    def _bearers(self) -> dict[str, list[Person]]:
        """Return the persons of the whole article by the heads of the titles that stand with their names."""
        if self._titled is None:
            self._titled = {}
            for person in dict.fromkeys(self.person_at.values()):
                for head in person.titled:
                    self._titled.setdefault(head, []).append(person)
        return self._titled

    def _settle_body(self, mention: Found, bodies: dict[str, Found], longest: dict[str, str]) -> None:
        mention.full = mention.name
        if mention.actor:
            full = longest.get(mention.actor, mention.name)
            mention.full = mention.name if mention.kind == "state" else full
        else:
            short = mention.last == mention.first + 1
            same = bodies.get(mention.head) if short else None
            if same is not None:
                mention.actor, mention.full, mention.rule = same.actor, same.full, "mention.body-in-article"
                mention.state = same.state
            elif not short and self._is_named(mention):
                mention.actor = unknown_actor_id(mention.name)
        if mention.kind == "body":
            bodies.update(dict.fromkeys(_called_by(mention), mention))

    def _is_named(self, body: Found) -> bool:
        """Tell whether the words of a body name one: not if they describe any (حكومة جديدة), or say whose it is."""
        following = self.tokens.words[body.first + 1 : body.last]
        if any(word is not None and word.key in _THEIRS for word in following):
            return False
        described = all(word is not None and _describes(word) for word in following)
        return is_definite(self.tokens.keys[body.first]) or not described


def _describes(word: Word) -> bool:
    """Tell whether a word behind a body's noun is an ordinary one without article."""
    named = is_definite(word.key) or word.state or word.names or word.given or word.key in PLACES
    return word.common and not named


#: What tells whose a body is by a pronoun.
_THEIRS = folded("بلاده بلادها بلادهم بلادنا بلدنا بلده بلدها بلدهم دولته")
#: Nouns by which an outlet is called, by its id: صحيفة of نيويورك تايمز, however it is named.
_OUTLETS = {
    actor.id: frozenset(words(name)[0] for name in actor.aliases) for actor in ACTORS.values() if actor.agency
}  # fmt: skip


def _called_by(body: Found) -> set[str]:
    """Return the nouns that with their article may stand for a body: its own head, and the kind of outlet it is."""
    own = {body.head} if body.last - body.first > 1 else set()
    return own | _OUTLETS.get(body.actor or "", frozenset())


def _head(head: str) -> str:
    return _FEMININE.get(head, head)


def _touch(recent: dict[Person, None], person: Person) -> None:
    """Make a person the most recent one."""
    recent.pop(person, None)
    recent[person] = None
