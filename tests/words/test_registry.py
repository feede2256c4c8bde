"""The types of publication."""

from __future__ import annotations

from itertools import product

import pytest

from cyhoeddi.language import Language
from cyhoeddi.words import Gender, PublicationType, WordsError, publication_type, publication_types
from cyhoeddi.words.registry import load_types

GOOD = {"gender": "feminine", "name": {"en": "Form", "cy": "Ffurflen"}, "plural": {"en": "F", "cy": "Ff"}}


def test_a_briefing_is_a_papur_briffio() -> None:
    briefing = publication_type("briefing")
    assert [briefing.name(language) for language in Language] == ["Briefing", "Papur briffio"]
    assert briefing.plural(Language.CY) == "Papurau briffio"
    assert briefing.document_label(Language.EN) == "Briefing, document"
    assert briefing.document_label(Language.CY) == "Papur briffio, dogfen"


@pytest.mark.parametrize(
    ("key", "label"),
    [
        ("briefing", "Wedi'i dynnu'n ôl"),
        ("form", "Wedi'i thynnu'n ôl"),
        ("guidance", "Wedi'u tynnu'n ôl"),
    ],
)
def test_withdrawn_agrees_with_the_welsh_noun(key: str, label: str) -> None:
    assert publication_type(key).withdrawn_label(Language.CY) == label
    assert publication_type(key).withdrawn_label(Language.EN) == "Withdrawn"


@pytest.mark.parametrize(("one", "language"), list(product(publication_types().values(), Language)))
def test_every_type_has_all_its_words_in_both_languages(one: PublicationType, language: Language) -> None:
    for word in (one.name(language), one.plural(language), one.document_label(language)):
        assert word[0].isupper()
        assert word == word.strip()
    assert one.withdrawn_label(language)


def test_a_type_that_is_plural_in_welsh_is_its_own_plural() -> None:
    plurals = [one for one in publication_types().values() if one.gender is Gender.PLURAL]
    assert plurals
    assert all(one.name(Language.CY) == one.plural(Language.CY) for one in plurals)


def test_an_unknown_type_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        publication_type("novel")


@pytest.mark.parametrize(
    "entry",
    [
        None,
        {},
        GOOD | {"gender": "neuter"},
        GOOD | {"name": {"en": "Form"}},
        GOOD | {"plural": {"en": "F", "cy": " "}},
        GOOD | {"plural": {"en": "F", "cy": None}},
    ],
)
def test_a_type_that_lacks_a_word_is_refused_by_name(entry: object) -> None:
    with pytest.raises(WordsError, match=r"types\.yaml: form: "):
        load_types({"form": entry})


def test_a_whole_type_is_loaded() -> None:
    assert load_types({"form": GOOD})["form"].gender is Gender.FEMININE
