from __future__ import annotations

from pathlib import Path

import pytest

from cyhoeddi.lexicon.dictionary import Dictionary, Root, read_dictionary

AFFIXES = """
SET UTF-8
NEEDAFFIX X
PFX M Y 1
PFX M c g c[^h]
SFX v Y 2
SFX v i 0/aMX [^a]i
SFX v 0 io/M .
SFX a Y 1
SFX a 0 odd .
"""
WORDS = "4\ncath/M\nchwe\ncodi/vM\nNeath\n"


@pytest.fixture
def small(tmp_path: Path) -> Dictionary:
    (tmp_path / "cy.aff").write_text(AFFIXES, encoding="utf-8")
    (tmp_path / "cy.dic").write_text(WORDS, encoding="utf-8")
    return read_dictionary(tmp_path, "cy")


@pytest.mark.parametrize("word", ["cath", "gath", "chwe", "codi", "godi", "cododd", "gododd", "Neath"])
def test_knows_a_word_with_the_affixes_that_its_flags_allow(small: Dictionary, word: str) -> None:
    assert word in small


@pytest.mark.parametrize("word", ["", "god", "cod", "gchwe", "cathodd", "neath", "ghwe", "4"])
def test_knows_no_more_than_that(small: Dictionary, word: str) -> None:
    assert word not in small


def test_says_what_a_word_comes_from(small: Dictionary) -> None:
    assert list(small.roots("gododd")) == [Root("codi", "M")]
