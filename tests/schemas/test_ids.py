"""Ids are the same wherever and whenever they are made, and differ where the things differ."""

import re
import subprocess
import sys
from random import Random

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from schemas import ids
from schemas.folding import words

PARTS = st.lists(st.text(), max_size=5)
WORD = st.sampled_from(["لن", "ترتفع", "الأسعار", "هذا", "العام"])
SAYING = st.lists(WORD, min_size=1, max_size=4).map(" ".join)
MARKED = "لَنْ تَرْتَفِعَ الأسعـــارُ، هذا العام!"
PLAIN = "لن ترتفع الاسعار هذا العام"
HELD = {
    "article": "eaa23e3a1709065bf657fa40",
    "quotation": "f835dd6e862ced9b3bc0be31",
    "block": "29fe20da3ddc894745ed0c2e",
    "entry": "98d5e932a1c12d146101a838",
    "actor": "x-60b2d0404238d379ebecd12d",
}


class TestDigest:
    """`digest` hashes sequences of parts."""

    @given(PARTS)
    def test_form(self, parts: list[str]) -> None:
        """A digest is 24 hexadecimal digits whatever the parts hold."""
        assert re.fullmatch("[0-9a-f]{24}", ids.digest(*parts))

    @given(PARTS, PARTS)
    @example(["ab", "c"], ["a", "bc"])
    @example(["a", ""], ["a"])
    @example(["", "a"], ["a", ""])
    def test_different_sequences_never_run_together(self, one: list[str], other: list[str]) -> None:
        """Where the parts are cut matters, not only what they add up to."""
        assert (ids.digest(*one) == ids.digest(*other)) == (one == other)

    @given(st.text(min_size=2), st.data())
    def test_a_cut_makes_another_id(self, text: str, data: st.DataObject) -> None:
        """One part is not the two parts it can be cut into."""
        cut = data.draw(st.integers(0, len(text)))

        assert ids.digest(text) != ids.digest(text[:cut], text[cut:])

    def test_lone_surrogates_are_hashed(self) -> None:
        """A broken character in a feed's text makes an id and no error."""
        assert ids.digest("\ud800") != ids.digest("\ud801")

    def test_ids_are_the_same_in_another_process(self) -> None:
        """No random hash seed reaches an id."""
        code = "from schemas import ids; print(ids.dated_event_block('AID', None, {'b', 'a', 'c'}, '2016'))"
        made = {
            subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, env={"PYTHONHASHSEED": seed})
            .stdout.decode()
            .strip()
            for seed in ("1", "2", "3")
        }

        assert made == {ids.dated_event_block("AID", None, ["c", "a", "b"], "2016")}

    def test_ids_never_change(self) -> None:
        """Ids that consumers hold stay what they are."""
        assert ids.article_id("https://news.example/1") == HELD["article"]
        assert ids.quotation_ids(HELD["article"], [words(PLAIN)])[0] == HELD["quotation"]
        assert ids.statement_block(PLAIN, negated=False) == HELD["block"]
        assert ids.entry_id("vladimir-putin", HELD["block"]) == HELD["entry"]
        assert ids.unknown_actor_id("سالم الحديدي") == HELD["actor"]


class TestQuotationsAndEvents:
    """Things in an article are numbered among their equals."""

    @given(st.lists(SAYING, max_size=8))
    def test_equal_quotations_are_told_apart(self, contents: list[str]) -> None:
        """Every quotation of an article has an id of its own."""
        made = ids.quotation_ids("a", map(words, contents))

        assert len(set(made)) == len(made) == len(contents)

    @given(st.lists(SAYING, min_size=1, max_size=8), SAYING)
    def test_a_new_quotation_moves_no_other(self, contents: list[str], added: str) -> None:
        """A quotation that appears before others changes the ids of none but its equals."""
        assume(words(added) not in [words(content) for content in contents])

        told = [words(content) for content in contents]

        assert ids.quotation_ids("a", [words(added), *told])[1:] == ids.quotation_ids("a", told)

    def test_spelling_does_not_matter(self) -> None:
        """Marks, tatweel, hamzas and punctuation change no id."""
        assert ids.quotation_ids("a", [words(MARKED)]) == ids.quotation_ids("a", [words(PLAIN)])
        assert ids.event_ids("a", [("AID", MARKED)]) == ids.event_ids("a", [("AID", PLAIN)])
        assert ids.statement_block(MARKED, negated=True) == ids.statement_block(PLAIN, negated=True)
        assert ids.undated_event_block("AID", None, MARKED) == ids.undated_event_block("AID", None, PLAIN)

    def test_equals_by_folding_are_numbered(self) -> None:
        """Two spellings of the same words in one article are two quotations."""
        assert len(set(ids.quotation_ids("a", [words(MARKED), words(PLAIN)]))) == 2

    @given(SAYING)
    def test_articles_do_not_share_ids(self, content: str) -> None:
        """The same words in two articles are two quotations, and a quotation is no event."""
        made = [
            *ids.quotation_ids("a", [words(content)]),
            *ids.quotation_ids("b", [words(content)]),
            *ids.event_ids("a", [("AID", content), ("AID", content), ("ASSAULT", content)]),
        ]

        assert len(set(made)) == 5


class TestBlocks:
    """Blocks are what makes two lines of a timeline one."""

    @given(SAYING)
    def test_polarity_tells_statements_apart(self, said: str) -> None:
        """Denying something is not saying it."""
        assert ids.statement_block(said, negated=True) != ids.statement_block(said, negated=False)

    @given(st.lists(st.sampled_from(["a", "b", "c"]), min_size=1), st.randoms(use_true_random=False))
    def test_parties_have_no_order(self, parties: list[str], random: Random) -> None:
        """Who is named first does not matter, nor how often."""
        shuffled = [*parties, parties[0]]
        random.shuffle(shuffled)

        assert ids.dated_event_block("CONSULT", "meet", parties, "2016") == ids.dated_event_block(
            "CONSULT", "meet", shuffled, "2016"
        )

    @pytest.mark.parametrize(
        "other",
        [("CONSULT", "visit", ["a"], "2016"), ("CONSULT", None, ["a"], "2016"), ("AID", "meet", ["a"], "2016"),
         ("CONSULT", "meet", ["a", "b"], "2016"), ("CONSULT", "meet", ["a"], "2016-01"),
         ("CONSULT", "meet", [], "2016")],
    )  # fmt: skip
    def test_every_part_counts(self, other: tuple[str, str | None, list[str], str]) -> None:
        """Type, mode, parties and date each make another event."""
        assert ids.dated_event_block(*other) != ids.dated_event_block("CONSULT", "meet", ["a"], "2016")


class TestActors:
    """Unknown actors are known by names of two words."""

    @pytest.mark.parametrize("name", ["", "   ", "لافروف", "لـافـروفُ", "«الوزير»", "لا\u200cفروف", "؟!"])
    def test_one_word_is_no_identity(self, name: str) -> None:
        """A bare title or a family name identifies nobody."""
        assert ids.unknown_actor_id(name) is None

    @pytest.mark.parametrize("name", ["سَالِم الحديدي", "سالم  الحديدى", "«سالم الحديدي»", "سالم\u00a0الحـديدي"])
    def test_spelling_does_not_matter(self, name: str) -> None:
        """Spelling variants of a name are one actor, marked as unknown."""
        assert ids.unknown_actor_id(name) == ids.unknown_actor_id("سالم الحديدي")
        assert str(ids.unknown_actor_id(name)).startswith("x-")
