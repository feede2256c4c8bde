"""Every sentence is told to be in its own language, and none in the other."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cyhoeddi.language import Language
from cyhoeddi.lexicon import evidence, evidence_of, is_code, is_foreign, language_of, weigh
from cyhoeddi.prose import words

LINES = (Path(__file__).parent / "sentences.txt").read_text(encoding="utf-8").splitlines()[1:]
PAIRS = [tuple(part.strip() for part in line.split("|")) for line in LINES]


def test_there_are_more_than_a_hundred_sentences_each_way() -> None:
    assert len(PAIRS) > 100


@pytest.mark.parametrize(("en", "cy"), PAIRS)
def test_tells_each_language(en: str, cy: str) -> None:
    assert language_of([word[0] for word in words(en)]) is Language.EN
    assert language_of([word[0] for word in words(cy)]) is Language.CY


@pytest.mark.parametrize("told", ["Map 1", "Partner 2", "CIW", "Siân Huws", "41%", "", "AGC"])
def test_names_codes_and_words_of_both_languages_tell_nothing(told: str) -> None:
    assert language_of([word[0] for word in words(told)]) is None


def test_evidence_is_counted_for_one_language_and_against_the_other() -> None:
    sentence = [word[0] for word in words("Cyfarfu'r board ym mis Mehefin")]
    welsh, english = (evidence(sentence, language) for language in (Language.CY, Language.EN))
    assert (welsh.own, welsh.foreign) == (english.foreign, english.own)
    assert welsh.foreign == 1


def test_words_of_the_project_count_where_no_dictionary_knows_them() -> None:
    def has(word: str, language: Language) -> bool:
        return word == "workstream" and language is Language.EN

    assert evidence(["workstream"], Language.CY).foreign == 0
    assert evidence(["workstream"], Language.CY, has).foreign == 1


@pytest.mark.parametrize("word", ["CIW", "GIG", "IV", "iPhone", "AbilityNet", "PDFs"])
def test_initials_and_trade_names_are_codes(word: str) -> None:
    assert is_code(word)


@given(st.text(max_size=40))
def test_what_speaks_for_one_language_speaks_against_the_other(word: str) -> None:
    assert weigh(word, Language.EN) * weigh(word, Language.CY) <= 0


WORDS = st.one_of(
    st.text(max_size=12),
    st.sampled_from([word[0] for pair in PAIRS for side in pair for word in words(side)]),
    st.sampled_from(
        ["a", "at", "mae", "the", "I'r", "The", "CIW", "person", "map", "may", "un", "'n", "gofal-care"]
    ),
)
OWN_WORDS = st.frozensets(st.tuples(WORDS, st.sampled_from(Language)), max_size=6)


@given(WORDS, st.sampled_from(Language), OWN_WORDS)
def test_a_word_is_foreign_if_there_is_foreign_evidence_of_it(
    word: str, language: Language, own: frozenset[tuple[str, Language]]
) -> None:
    def has(one: str, side: Language) -> bool:
        return (one, side) in own

    for one in (word, *(known for known, _ in own)):
        assert is_foreign(one, language, has) == (evidence_of(one, language, has).foreign > 0)
