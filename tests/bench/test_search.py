"""The bench of the search: how it counts what was found, what it complains of, and the site it measures."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from urllib.request import urlopen

from bench.search import MOST, OURS, PLAIN, Row, complaints, cost_table, family_table
from bench.search_browser import Search, served
from bench.search_families import Finding, finding
from bench.search_peers import copy_pages, read_found
from bench.search_site import TODAY, Indexing, write_project
from bench.search_words import read_families
from bench.texts import vocabulary
from cyhoeddi.language import Language

LIGHT = Search(fetched=MOST, compressed=9, files=2, milliseconds=1, shown=10)
INDEXING = Indexing(cold=2, edited=1, shards=6, remade=("cy/now", "en/now"), size=1000)


def row(search: Search, engine: str = OURS) -> Row:
    return Row(50, INDEXING, {PLAIN: (3, 2000)}, {(engine, Language.CY, "gofal"): search})


def found_by(mates: Mapping[str, frozenset[str]], joined: tuple[str, ...] = ()) -> Finding:
    return finding(mates, joined, 95)


def every_family() -> dict[str, frozenset[str]]:
    mates: dict[str, frozenset[str]] = {}
    for line in (line for lines in read_families().values() for line in lines):
        for form in line:
            mates[form] = mates.get(form, frozenset()) | frozenset(line)
    return mates


def test_a_search_that_finds_every_family_and_no_more_is_perfect() -> None:
    perfect = found_by(every_family())
    assert perfect.radical == perfect.by_radical == perfect.forms
    assert perfect.strangers == 0
    assert list(complaints([row(LIGHT)], perfect)) == []


def test_a_search_that_finds_a_word_alone_finds_radicals_alone() -> None:
    exact = found_by({form: frozenset([form]) for form in every_family()})
    radicals = {half: sum(line.count(line[0]) for line in lines) for half, lines in read_families().items()}
    assert exact.radical == radicals
    assert len(list(complaints([], exact))) == len(radicals)


def test_pages_of_other_families_are_counted() -> None:
    mates = {form: own | {"zebra"} for form, own in every_family().items()}
    assert found_by(mates).strangers == 1


def test_a_heavy_search_an_empty_one_and_joined_pairs_are_complained_of() -> None:
    perfect = found_by(every_family())
    assert len(list(complaints([row(replace(LIGHT, compressed=MOST + 1))], perfect))) == 1
    assert len(list(complaints([row(replace(LIGHT, shown=0))], perfect))) == 1
    assert "plan plant" in "".join(complaints([], found_by(every_family(), ("plan plant",))))


def test_what_others_fetch_is_not_complained_of() -> None:
    heavy = replace(LIGHT, fetched=100 * MOST)
    assert list(complaints([row(heavy, PLAIN)], found_by(every_family()))) == []


def test_every_row_of_a_table_has_all_its_columns() -> None:
    for table in (cost_table([row(LIGHT)]), family_table({OURS: found_by(every_family())})):
        for part in table.split("\n\n"):
            lines = [line for line in part.splitlines() if line.startswith("|")]
            assert len({line.count("|") for line in lines}) <= 1


def test_publications_are_of_every_year_and_the_first_is_the_newest(tmp_path: Path) -> None:
    write_project(tmp_path, 10)
    files = [tmp_path / "briefings" / f"publication-{number}.yaml" for number in range(10)]
    days = [json.loads(file.read_text(encoding="utf-8"))["first_published"] for file in files]
    assert days == sorted(days, reverse=True)
    assert days[0] == str(TODAY)
    assert {day[:4] for day in days} == {str(TODAY.year - ago) for ago in range(6)}


def test_the_words_of_texts_are_many_and_plain() -> None:
    words = vocabulary(Language.CY)
    assert len(set(words)) == len(words) == 12_000
    assert all(word.isalpha() and word == word.lower() for word in words)
    assert "chwarter" not in words


def test_a_server_notes_what_is_fetched(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    page = tmp_path / "en" / "index.html"
    page.write_text("A page", encoding="utf-8")
    with served(tmp_path) as host:
        assert urlopen(f"{host.address}/en/?q=care").read() == b"A page"  # noqa: S310 (our own server)
        assert host.fetched == [page]


def test_plain_pagefind_is_given_the_pages_without_our_index(tmp_path: Path) -> None:
    for name in ("en/search/index.html", "search/en/index.json"):
        (tmp_path / "site" / name).parent.mkdir(parents=True)
        (tmp_path / "site" / name).touch()
    copy_pages(tmp_path / "site", tmp_path / "copy")
    assert (tmp_path / "copy" / "en" / "search" / "index.html").is_file()
    assert not (tmp_path / "copy" / "search").exists()


def test_material_is_given_the_pages_that_ours_finds(tmp_path: Path) -> None:
    for kind in ("document", "list"):
        file = tmp_path / "docs" / "en" / "generated" / kind / "one.md"
        file.parent.mkdir(parents=True)
        file.write_text(f'---\n{{"title": "{kind}"}}\n---\nText.\n', encoding="utf-8")
    (page,) = read_found(tmp_path)
    assert (page.path, page.front["title"], page.body) == ("en/document/one.md", "document", "Text.\n")
