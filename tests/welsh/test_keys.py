"""The keys of words: mutations undone, endings off, letters made alike; and the rules that say so."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.search_words import read_families
from cyhoeddi.lexicon import forms
from cyhoeddi.welsh import keys, read_table, render_table
from cyhoeddi.welsh.families import shelf
from cyhoeddi.welsh.keys import bare, fold, radicals

TABLE = read_table()
LETTERS = st.text("aâbcdeêfghilmnoôprstuwŵyŷ'’-", min_size=1, max_size=14)
RADICALS = (
    "plant",
    "tref",
    "cath",
    "bwrdd",
    "dinas",
    "gardd",
    "glaw",
    "gŵyl",
    "mam",
    "llyfr",
    "rhan",
    "arian",
    "ŵyn",
)


@pytest.mark.parametrize("radical", RADICALS)
def test_every_mutation_of_a_word_may_come_from_it(radical: str) -> None:
    assert {one for one in forms(radical) if radical not in radicals(one, TABLE)} == set()


def test_letters_that_no_mutation_gives_stay_as_they_are() -> None:
    assert [radicals(word, TABLE) for word in ("ffordd", "llyfr", "rhan", "siop", "hwb")] == [
        ("ffordd",),
        ("llyfr",),
        ("rhan",),
        ("siop",),
        ("hwb", "wb"),
    ]


CONTRACTED = {
    "i'r": "i",
    "Mae’r": "mae",
    "wedi'u": "wedi",
    "f'enw": "enw",
    "d’enw": "enw",
    "E-bost": "ebost",
    "'n": "n",
    "tŷ'r": "tŷ",
    "CYMRU'n": "cymru",
    "w\u0302yl": "ŵyl",
}


@pytest.mark.parametrize(("written", "word"), CONTRACTED.items())
def test_what_is_contracted_to_a_word_is_left_out(written: str, word: str) -> None:
    assert bare(written, TABLE) == word


@pytest.mark.parametrize("code", ["2024", "COVID-19", "", "x", "'", "é", "w3c", "Ω"])
def test_figures_codes_and_single_letters_have_no_key(code: str) -> None:
    assert keys(code, TABLE) == ()


FAMILIES = """
    person personau bersonau
    bwrdd byrddau
    gair geiriau
    cadair cadeiriau
    cyngor cynghorau nghynghorau
    gweithiwr weithwyr
    cynnig cynigion gynigiodd
    swyddfa swyddfeydd
    cwestiwn gwestiynau
    gwlad wledydd
    talu telir
    unigolyn unigolion
    llywydd lywyddion
    sicrhau sicrhawyd sicrheir
    plentyn mhlant
"""


@pytest.mark.parametrize("words", FAMILIES.strip().splitlines())
def test_forms_of_a_word_have_a_key_in_common(words: str) -> None:
    first, *others = words.split()
    assert [one for one in others if not {*keys(first, TABLE)} & {*keys(one, TABLE)}] == []


@given(LETTERS)
def test_any_word_has_keys_of_plain_letters_or_none(word: str) -> None:
    assert all(key.isascii() and key.isalpha() and key.islower() for key in keys(word, TABLE))


@given(LETTERS)
def test_accents_do_not_change_the_keys(word: str) -> None:
    assert keys(word, TABLE) == keys(fold(word), TABLE)


def test_all_readings_of_a_word_stand_on_one_shelf() -> None:
    every = (form for lines in read_families().values() for line in lines for form in line)
    assert [
        one for one in every if len({shelf(fold(read), TABLE) for read in radicals(one, TABLE)}) > 1
    ] == []


def test_a_listed_family_is_one_that_no_rule_gives() -> None:
    listed = [line.split() for line in json.loads(render_table())["irregular"]]
    assert len({line[0] for line in listed}) == len(listed)
    assert [line for line in listed if len(line) != len(set(line))] == []
    assert all(word == fold(word) and word.isalpha() for line in listed for word in line)


def test_every_ending_can_be_taken_off_by_one_rule_alone() -> None:
    named = [ending for group in json.loads(render_table())["endings"] for ending in group["drop"].split()]
    assert len(named) == len(set(named)) == len(TABLE.endings)
