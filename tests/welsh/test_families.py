"""The words of a site put together, laid down in files, and found again; the floors that search must keep."""

from __future__ import annotations

from bisect import bisect_right

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.search_words import (
    FLOORS,
    PRECISE,
    is_radical,
    precision,
    read_families,
    read_precision,
    recall,
    unrelated_joined,
)
from cyhoeddi.welsh import chunks, expand, families, read_table
from cyhoeddi.welsh.families import LARGEST, NAMES, shelf

TABLE = read_table()
WORDS = st.lists(st.text("abcdefghilmnoprstuwy", min_size=2, max_size=9), max_size=40)


@pytest.mark.parametrize("half", ["first", "absent"])
def test_nearly_all_forms_find_the_pages_of_the_radical(half: str) -> None:
    measured = recall(half)
    assert min(measured.finding, measured.among, measured.found) / measured.forms >= FLOORS[half]


def test_the_families_are_many_and_half_of_them_unknown_to_the_rules() -> None:
    halves = read_families()
    absent = [form for line in halves["absent"] for form in line]
    assert sum(map(len, halves.values())) >= 150
    assert len(halves["absent"]) >= len(halves["first"])
    assert [form for form in absent if form in TABLE.irregular or form in TABLE.stop] == []
    assert {form for line in halves["first"] for form in line} & {*absent} == set()


def test_unrelated_words_are_not_joined() -> None:
    assert len(read_precision()["apart"]) >= 60
    assert unrelated_joined() == []


def test_the_families_of_the_sample_site_are_right() -> None:
    joined, wrong = precision()
    assert joined > 200
    assert 1 - wrong / joined >= PRECISE


def test_an_accent_that_is_typed_counts_and_one_that_is_left_out_does_not() -> None:
    site = families(["mor", "môr", "fôr", "moroedd"], TABLE, is_radical)
    assert expand("môr", site, TABLE) == ("môr", "fôr", "moroedd")
    assert expand("mor", site, TABLE) == ("mor", "fôr", "moroedd", "môr")


def test_a_form_that_the_site_has_is_of_its_own_families_alone() -> None:
    site = families(["nod", "nodau", "dod", "ddod"], TABLE, is_radical)
    assert expand("nod", site, TABLE) == ("nod", "nodau")
    assert expand("dod", site, TABLE) == ("dod", "ddod")


def test_a_form_that_the_site_does_not_have_finds_what_it_has() -> None:
    site = families(["plant", "plan", "bwrdd"], TABLE, is_radical)
    assert expand("mhlentyn", site, TABLE) == ("mhlentyn", "plant")
    assert expand("Fyrddau", site, TABLE) == ("fyrddau", "bwrdd")
    assert expand("2024", site, TABLE) == ("2024",)


def test_without_a_dictionary_a_word_stands_under_all_that_it_may_be() -> None:
    assert families(["fawr"], TABLE) == dict.fromkeys(("bawr", "fawr", "mawr"), ("fawr",))


@given(WORDS)
def test_every_family_is_in_the_file_that_a_browser_asks_for(words: list[str]) -> None:
    grouped = families(words, TABLE)
    files = chunks(grouped, TABLE)
    names = files[NAMES].decode().split()
    assert names == sorted(names)
    assert files.keys() == {NAMES, *(f"{name}.txt" for name in names)}
    for key, forms in grouped.items():
        name = names[bisect_right(names, shelf(key, TABLE)) - 1]
        assert " ".join((key, *forms)) in files[f"{name}.txt"].decode().split("\n")


def test_files_are_small_and_the_same_each_time() -> None:
    words = [form for lines in read_families().values() for line in lines for form in line]
    files = chunks(families(words, TABLE), TABLE)
    assert max(len(content) for name, content in files.items() if name != NAMES) < 1.1 * LARGEST
    assert files == chunks(families(reversed(words), TABLE), TABLE)
