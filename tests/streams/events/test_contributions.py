"""What an article gives to timelines."""

from hypothesis import given
from hypothesis import strategies as st

from schemas.events import Event
from schemas.ids import dated_event_block, mention_block, statement_block, undated_event_block
from schemas.text import Extract, Party
from schemas.timeline import Deed, Statement
from streams.events import extract, lines
from tests.streams.events.articles import mention, quotation, quoted

TEXT = "قال سامح شكري إن الحل سياسي. وزار سامح شكري روسيا أمس. وقصف الجيش السوري تنظيم داعش."
SPEAKER = Party("sameh-shoukry", "سامح شكري", Extract(4, 13, "سامح شكري"), "test")


def sample() -> tuple[dict[str, tuple[str, list[Statement | Deed]]], list[Event]]:
    """Lines of an article with a statement, a dated and an undated event."""
    names = [
        mention(TEXT, "سامح شكري", "sameh-shoukry"),
        mention(TEXT, "روسيا", "russia", kind="state"),
        mention(TEXT, "الجيش السوري", "syrian-army", kind="body"),
        mention(TEXT, "تنظيم داعش", "isis", kind="body"),
    ]
    again = TEXT.rindex("سامح شكري")
    names.insert(1, type(names[0])(Extract(again, again + 9, "سامح شكري"), "sameh-shoukry", "سامح شكري", "test"))
    article = quoted(TEXT, "2018-07-04T10:00:00Z", names, [quotation(TEXT, "الحل سياسي", SPEAKER, "قال")])
    events = extract(article)
    return lines(article, events), events


def test_every_speaker_gets_a_statement_and_every_party_a_deed() -> None:
    """Lines stand in the order of the text, under the fullest name of the actor."""
    found, _ = sample()

    assert list(found) == sorted(found)
    name, given_lines = found["sameh-shoukry"]
    assert name == "سامح شكري"
    assert [type(line) for line in given_lines] == [Statement, Deed]
    assert [line.role for line in found["isis"][1] if isinstance(line, Deed)] == ["recipient"]
    assert [line.role for line in found["syrian-army"][1] if isinstance(line, Deed)] == ["actor"]


def test_whom_a_statement_names_is_told_of_it() -> None:
    """Persons, offices and bodies, but no states, and nobody whose own words they are."""
    text = "قال سامح شكري إن تنظيم داعش وسامح شكري وروسيا في خلاف."
    names = [
        mention(text, "سامح شكري", "sameh-shoukry"),
        mention(text, "تنظيم داعش", "isis", kind="body"),
        mention(text, "روسيا", "russia", kind="state"),
    ]
    again = text.rindex("سامح شكري")
    names.append(type(names[0])(Extract(again, again + 9, "سامح شكري"), "sameh-shoukry", "سامح شكري", "test"))
    said = "تنظيم داعش وسامح شكري وروسيا في خلاف"
    article = quoted(text, quotations=[quotation(text, said, SPEAKER)], mentions=names)
    found = lines(article, [])

    assert {actor: [line.role for line in given[1]] for actor, given in found.items()} == {
        "sameh-shoukry": ["speaker"],
        "isis": ["about"],
    }
    assert found["isis"][1][0].block == mention_block(said, ["sameh-shoukry"], negated=False)


def test_blocks_say_what_makes_two_lines_the_same() -> None:
    """Words and polarity for a statement; parties and date for a dated event; the sentence for an undated one."""
    found, events = sample()
    visit, attack = events
    parties = [party.id for party in (*visit.actors, *visit.recipients) if party.id]

    assert visit.date
    assert [line.block for line in found["sameh-shoukry"][1]] == [
        statement_block("الحل سياسي", negated=False),
        dated_event_block("CONSULT", "visit", parties, visit.date.value),
    ]
    assert [line.block for line in found["isis"][1]] == [undated_event_block("ASSAULT", None, attack.sentence.text)]


def test_an_actor_without_an_id_has_no_timeline() -> None:
    """A crowd acts, but nobody keeps its timeline."""
    article = quoted("طالب المتظاهرون باستقالته.")

    assert lines(article, extract(article)) == {}


def test_the_same_words_twice_are_one_line() -> None:
    """An article that quotes the same words of the same speaker twice gives one line, at the first place."""
    text = "قال سامح شكري الحل سياسي. وأعاد سامح شكري الحل سياسي."
    one = quotation(text, "الحل سياسي", SPEAKER)
    article = quoted(text, quotations=[one, one])

    assert [line.block for line in lines(article, [])["sameh-shoukry"][1]] == [
        statement_block("الحل سياسي", negated=False)
    ]


@given(st.lists(st.tuples(st.sampled_from(["a", "b", None]), st.sampled_from(["a", "c", None])), max_size=6))
def test_every_line_belongs_to_a_party_and_no_actor_has_a_block_twice(
    roles: list[tuple[str | None, str | None]],
) -> None:
    """Whatever the parties, a line's actor takes part in its event, in the role the line says; actors come first."""
    events = [
        Event(
            id=str(at),
            type="ASSAULT",
            trigger=Extract(at, at + 1, "x"),
            sentence=Extract(0, 9, "جملة واحدة"),
            actors=[Party(actor, actor, None, "test")],
            recipients=[Party(recipient, recipient, None, "test")],
            rule="test",
        )
        for at, (actor, recipient) in enumerate(roles)
    ]

    for actor, (_, given_lines) in lines(quoted("نص"), events).items():
        blocks = [line.block for line in given_lines]
        assert len(blocks) == len(set(blocks))
        for line in given_lines:
            assert isinstance(line, Deed)
            side = line.event.actors if line.role == "actor" else line.event.recipients
            assert actor in [party.id for party in side]
