"""Verbs of speech in all their forms."""

import pytest

from schemas.folding import fold
from streams.lexicon.cues import ACCORDING, NOUNS, THAT, VERBS
from streams.lexicon.stances import CLASSES
from streams.lexicon.wording import STOPS


@pytest.mark.parametrize(
    ("form", "lemma", "kind", "feminine", "number"),
    [
        ("قال", "قال", "past", False, 1),
        ("قالت", "قال", "past", True, 1),
        ("قالا", "قال", "past", False, 2),
        ("قالوا", "قال", "past", False, 3),
        ("تقول", "قال", "present", True, 1),
        ("يقولون", "قال", "present", False, 3),
        ("قائلاً", "قال", "participle", False, 1),
        ("مؤكدةً", "أكد", "participle", True, 1),
        ("مشيرين", "أشار", "participle", False, 3),
        ("دعوا", "دعا", "past", False, 3),
        ("داعيا", "دعا", "participle", False, 1),
        ("يدعون", "دعا", "present", False, 3),
    ],
)
def test_a_form_tells_its_verb_its_gender_and_its_number(
    form: str, lemma: str, kind: str, *, feminine: bool, number: int
) -> None:
    """Weak verbs too."""
    cue = VERBS[fold(form.replace("ً", ""))]

    assert (cue.lemma, cue.form, cue.feminine, cue.number) == (fold(lemma), kind, feminine, number)


def test_forms_are_folded() -> None:
    """They are looked up by folded words."""
    assert all(form == fold(form) for table in (VERBS, NOUNS) for form in table)
    assert all(word == fold(word) for word in THAT | ACCORDING)


@pytest.mark.parametrize("word", ["بين", "في", "على", "كان", "بعد", "مواصلة"])
def test_ordinary_words_are_no_verbs_of_speech(word: str) -> None:
    """A preposition that looks like a verb would report everywhere."""
    assert fold(word) not in VERBS


def test_no_particle_is_a_verb_of_speech() -> None:
    """But جاء and its like, which are both."""
    both = {form for form in VERBS if form in STOPS}

    assert both <= set(map(fold, ["جاء", "جاءت", "مضيفا", "عبر"]))


def test_an_attached_object_is_known() -> None:
    """وصفها has its object already."""
    assert VERBS[fold("وصفها")].object
    assert not VERBS[fold("وصف")].object
    assert NOUNS[fold("دعوته")].object


def test_complementizers_carry_pronouns() -> None:
    """أنه, إنها and بأنهم open clauses as أن does; إلا does not."""
    assert {fold(word) for word in ("أن", "إنه", "بأنها", "أنهم", "إننا")} <= THAT
    assert fold("إلا") not in THAT


def test_every_cue_has_a_class_and_every_class_its_cues() -> None:
    """None is left out, and none stands for a word that is no cue."""
    lemmas = {cue.lemma for table in (VERBS, NOUNS) for cue in table.values()}

    assert lemmas | ACCORDING == set(CLASSES)
    assert set(CLASSES.values()) == {
        "neutral", "assertion", "denial", "accusation", "demand", "promise", "warning", "question",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("form", "stance"),
    [
        ("وأضافت".removeprefix("و"), "neutral"),
        ("مؤكدا", "assertion"),
        ("تنفي", "denial"),
        ("اتهمته".removesuffix("ه"), "accusation"),
        ("طالبوا", "demand"),
        ("تعهدت", "promise"),
        ("محذرا", "warning"),
        ("متسائلا", "question"),
    ],
)
def test_a_form_has_the_class_of_its_verb(form: str, stance: str) -> None:
    """Whatever its tense, gender and number."""
    assert VERBS[fold(form)].stance == stance
