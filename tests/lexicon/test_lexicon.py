from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cyhoeddi.language import Language
from cyhoeddi.lexicon import Mutation, bare, forms, known, mutate, radicals, roots, suggestions

CY, EN = Language.CY, Language.EN


@pytest.mark.parametrize(
    "word",
    [
        "plant",
        "blant",
        "phlant",
        "mhlant",
        "gofal",
        "ofal",
        "ngofal",
        "cath",
        "gath",
        "chath",
        "nghath",
        "Caerdydd",
        "Nghaerdydd",
        "Gaerdydd",
        "Chaerdydd",
        "harian",
        "haelodau",
        "i'r",
        "i’r",
        "o'r",
        "a'u",
        "sy'n",
        "wedi'i",
        "wedi’u",
        "gyda'r",
        "nid-er-elw",
        "ar-lein",
        "e-bost",
        "cyhoeddwyd",
        "ymgynghoriadau",
        "darllenwch",
        "Bydd",
        "cwmnïau",
        "Grŵp",
        "PLANT",
    ],
)
def test_knows_welsh_mutated_contracted_and_with_either_apostrophe(word: str) -> None:
    assert known(word, CY)


@pytest.mark.parametrize(
    "word", ["eisioes", "phlannt", "cyhoeddiaddau", "ymgynghoriadua", "grwp", "placement", "xyz", "b"]
)
def test_does_not_know_what_is_no_welsh_word(word: str) -> None:
    assert not known(word, CY)


@pytest.mark.parametrize(
    "word",
    [
        "child",
        "children's",
        "organisation",
        "publicly",
        "re-elected",
        "Board",
        "wouldn't",
        "providers’",
        "WALES",
    ],
)
def test_knows_english(word: str) -> None:
    assert known(word, EN)


@pytest.mark.parametrize("word", ["plentyn", "cyhoeddi", "organizashun", "s"])
def test_does_not_know_what_is_no_english_word(word: str) -> None:
    assert not known(word, EN)


@pytest.mark.parametrize(
    ("word", "root", "prefix"),
    [("blant", "plant", "M"), ("mhlant", "plant", "T"), ("phlant", "plant", "L"), ("harian", "arian", "H")],
)
def test_undoes_a_mutation(word: str, root: str, prefix: str) -> None:
    assert (root, prefix) in {(one.word, one.prefix) for one in roots(word)}


@pytest.mark.parametrize(
    ("word", "mutation", "changed"),
    [
        ("cath", Mutation.SOFT, "gath"),
        ("gardd", Mutation.SOFT, "ardd"),
        ("llong", Mutation.SOFT, "long"),
        ("rhaglen", Mutation.SOFT, "raglen"),
        ("Caerdydd", Mutation.NASAL, "Nghaerdydd"),
        ("Gwynedd", Mutation.SOFT, "Wynedd"),
        ("plant", Mutation.ASPIRATE, "phlant"),
        ("arian", Mutation.H, "harian"),
        ("chwe", Mutation.SOFT, "chwe"),
        ("ysgol", Mutation.SOFT, "ysgol"),
    ],
)
def test_makes_a_mutation(word: str, mutation: Mutation, changed: str) -> None:
    assert mutate(word, mutation) == changed


def test_gives_all_forms_of_a_word() -> None:
    assert forms("Plant") == {"plant", "blant", "mhlant", "phlant"}


@pytest.mark.parametrize(
    ("word", "language", "rest"), [("i'r", CY, "i"), ("wedi’u", CY, "wedi"), ("Board's", EN, "Board")]
)
def test_takes_off_what_is_contracted(word: str, language: Language, rest: str) -> None:
    assert bare(word, language) == rest


@pytest.mark.parametrize(
    ("wrong", "right"),
    [("grwp", "grŵp"), ("eisioes", "eisoes"), ("Cyfarfodd", "Cyfarfod"), ("gwasnaeth", "gwasanaeth")],
)
def test_suggests_what_may_have_been_meant(wrong: str, right: str) -> None:
    found = suggestions(wrong, lambda word: known(word, CY))
    assert right in found
    assert len(found) <= 3


@given(st.text(max_size=30))
def test_any_word_can_be_asked_for(word: str) -> None:
    assert known(word, CY) in {True, False}
    assert all(mutate(radical, mutation).lower() == word.lower() for radical, mutation in radicals(word))


@given(st.sampled_from(["cath", "pont", "tref", "gardd", "brawd", "drws", "merch", "llong", "rhiw", "afal"]))
def test_a_mutation_is_undone_to_what_it_was_made_of(word: str) -> None:
    for mutation in Mutation:
        changed = mutate(word, mutation)
        assert changed == word or (word, mutation) in set(radicals(changed))
