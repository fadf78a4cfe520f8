"""Shingles that copies share."""

import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st

from streams.normalize.fingerprints import shingles

WORDS = st.lists(st.sampled_from(["قال", "بوتين", "ان", "روسيا", "ستواصل", "دعم", "سوريه", "62"]), max_size=30)


@given(WORDS)
def test_equal_runs_of_four_words_have_equal_hashes(text: list[str]) -> None:
    """There are as many shingles as different runs of four words, sorted, each exact in JavaScript."""
    found = shingles(text)

    runs = {tuple(text[start : start + 4]) for start in range(max(len(text) - 3, min(len(text), 1)))}
    assert len(found) == len(runs)
    assert found == sorted(set(found))
    assert all(0 <= shingle < 2**52 for shingle in found)


@given(WORDS, WORDS, WORDS)
def test_a_shared_stretch_gives_shared_shingles(before: list[str], shared: list[str], after: list[str]) -> None:
    """What two texts have in common they have in common wherever it stands."""
    if len(shared) >= 4:
        assert set(shingles(shared)) <= set(shingles([*before, *shared, *after]))


def test_a_short_text_has_one_shingle() -> None:
    """Fewer than four words make one run; no words make none."""
    assert len(shingles(["بوتين", "يزور"])) == 1
    assert shingles(["بوتين", "يزور"]) != shingles(["بوتين", "يغادر"])
    assert shingles([]) == []


def test_hashes_are_the_same_in_every_process() -> None:
    """Nothing of the hash depends on the process, unlike Python's own."""
    script = "from streams.normalize.fingerprints import shingles; print(shingles('قال بوتين ان روسيا ستواصل'.split()))"

    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)

    assert run.stdout.strip() == str(shingles(["قال", "بوتين", "ان", "روسيا", "ستواصل"]))
