"""The list of publications as JSON and CSV: everything public, in each language, as its schema says."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cyhoeddi.data.shape import FILE, Listing, render_schema
from cyhoeddi.data.table import render_table
from cyhoeddi.language import Language
from cyhoeddi.render.work import Tree
from cyhoeddi.words import in_language
from tests.conftest import PROJECT
from tests.feeds.folder import BASES, files
from tests.render.folders import both, pages_of, publication, text_of, tree_of, write_folder

NAMES = {"en": "publications", "cy": "cyhoeddiadau"}


def root_file(tree: Tree, language: str, ending: str) -> str:
    return text_of(tree, f"{language}/generated/root/{language}/{NAMES[language]}.{ending}")


def listed(tree: Tree, language: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(root_file(tree, language, "json"))
    return found


def rows(tree: Tree, language: str) -> list[dict[str, str]]:
    text = root_file(tree, language, "csv")
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text[1:], newline="")))


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    return tree_of(write_folder(tmp_path, files(), addresses=BASES))


@pytest.mark.parametrize("language", ["en", "cy"])
def test_the_list_keeps_to_its_schema_which_explains_every_part(tree: Tree, language: str) -> None:
    schema, listing = json.loads(root_file(tree, language, "schema.json")), listed(tree, language)
    jsonschema.Draft202012Validator.check_schema(schema)
    checker = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
    assert [error.message for error in checker.iter_errors(listing)] == []
    assert list(checker.iter_errors(listing | {"publications": [{"id": "one"}]})) != []
    assert listing["$schema"] == schema["$id"] == f"{BASES[language]}{language}/{NAMES[language]}.schema.json"
    shapes = [schema, *schema["$defs"].values()]
    explained = [part["description"] for shape in shapes for part in shape.get("properties", {}).values()]
    assert len(explained) > 30
    other = in_language(Language(language).other)
    assert not set(explained) & {other[key] for key in other if key.startswith("data_is_")}


def test_the_schema_in_the_repository_is_the_definition() -> None:
    expected = render_schema(in_language(Language.EN)).decode()
    assert (PROJECT / FILE).read_text(encoding="utf-8") == expected


def test_the_list_has_what_is_public_newest_first_with_whole_addresses(tree: Tree) -> None:
    pages = {
        BASES["cy" if address.startswith("/cy/") else "en"] + address[1:]: front
        for address, front in pages_of(tree).items()
    }
    for language, other in (("en", "cy"), ("cy", "en")):
        listing = listed(tree, language)
        assert [one["id"] for one in listing["publications"]] == ["two", "one", "three"]
        assert listing["language"] == language
        assert listing["twin"] == listed(tree, other)["address"]
        for one in listing["publications"]:
            front = pages[one["address"]]
            assert pages[one["twin"]]["twin"] == front["address"]
            assert one["title"].startswith(front["json_ld"]["name"])
            assert [document["address"] in pages for document in one["documents"]] == [True]
        item = listing["publications"][1]
        assert pages[item["series"]["address"]]["kind"] == "series"
        assert pages[item["workstreams"][0]["address"]]["kind"] == "workstream"
        assert (item["first_published"], item["last_updated"]) == ("2023-11-14", "2024-05-01")
        assert listing["publications"][2]["withdrawn"]["date"] == "2024-03-02"
    assert listed(tree, "cy")["publications"][2]["withdrawn"]["reason"] == "Roedd yn anghywir."


def test_what_replaces_a_withdrawn_publication_is_named(tmp_path: Path) -> None:
    more = files()
    more["three.yaml"]["withdrawn"]["replaced_by"] = "one"
    listing = listed(tree_of(write_folder(tmp_path, more)), "cy")
    assert listing["publications"][2]["withdrawn"]["replaced_by"] == "https://example.org/cy/one-two-cy/"


def test_a_preview_lists_nothing_that_is_not_public(tmp_path: Path) -> None:
    root = write_folder(tmp_path, files())
    preview, public = tree_of(root, preview=True), tree_of(root)
    for language in NAMES:
        for ending in ("json", "csv"):
            assert root_file(preview, language, ending) == root_file(public, language, ending)


def test_the_table_says_the_same_as_the_list_under_the_words_of_its_language(tree: Tree) -> None:
    for language, title, twin in (
        ("en", "Title", "Address of the Welsh page"),
        ("cy", "Teitl", "Cyfeiriad y dudalen Saesneg"),
    ):
        found, items = rows(tree, language), listed(tree, language)["publications"]
        assert [row[title] for row in found] == [item["title"] for item in items]
        assert [row[twin] for row in found] == [item["twin"] for item in items]
    english, welsh = (root_file(tree, language, "csv").split("\r\n")[0] for language in ("en", "cy"))
    assert len(english.split(",")) == len(welsh.split(",")) == 11


@given(
    title=st.text(st.characters(exclude_categories=("Cs",)), min_size=1),
    start=st.sampled_from(["", *"=+-@＝\t\r"]),
)
def test_no_cell_is_a_formula_and_none_loses_a_character(title: str, start: str) -> None:
    text = f"{start}{title}"
    item = {
        "id": "one",
        "type": {"key": "update", "name": "Update"},
        "title": text,
        "summary": "-1",
        "first_published": "2024-01-01",
        "last_updated": "2024-01-01",
        "series": None,
        "workstreams": [],
        "address": "https://example.org/",
        "twin": "https://example.org/",
        "documents": [],
        "withdrawn": None,
    }
    listing = Listing.model_validate(
        {
            "$schema": "https://example.org/",
            "language": "en",
            "title": "All",
            "publisher": "We",
            "address": "https://example.org/",
            "twin": "https://example.org/",
            "publications": [item],
        }
    )
    table = render_table(listing, in_language(Language.EN)).decode("utf-8-sig")
    (_, row) = csv.reader(io.StringIO(table, newline=""))
    assert row[3] == "'-1"
    assert row[2] in {text, f"'{text}"}
    assert not row[2].startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n"))


def test_a_title_with_commas_and_quotes_stays_one_cell(tmp_path: Path) -> None:
    title = 'Rents, "fair" or not'
    tree = tree_of(write_folder(tmp_path, {"one.yaml": publication("One") | {"title": both(title, title)}}))
    assert [row["Title"] for row in rows(tree, "en")] == [title]
