"""A publication cited: the line on its page, and the files as the reference software of others reads them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import bibtexparser
import pytest
import rispy
from bibtexparser.middlewares import LatexDecodingMiddleware
from hypothesis import given
from hypothesis import strategies as st

from cyhoeddi.data.citation import _latex
from tests.render.folders import Data, front_of, publication, text_of, tree_of, write_folder

HARD = "50% of $5 & #1_a {b} ~c \\ at the end"


def cited(root: Path, form: str, language: str = "en", **more: Any) -> str:
    slug = {"en": "one", "cy": "un"}[language]
    one: Data = publication("One", slug={"en": "one", "cy": "un"}) | more
    tree = tree_of(write_folder(root, {"one.yaml": one}))
    return text_of(tree, f"{language}/generated/root/{language}/{slug}.{form}")


def entry_of(text: str) -> dict[str, str]:
    library = bibtexparser.parse_string(text, append_middleware=[LatexDecodingMiddleware()])
    assert library.failed_blocks == []
    (entry,) = library.entries
    return {"kind": entry.entry_type, "key": entry.key} | {one.key: one.value for one in entry.fields}


@pytest.mark.parametrize(
    ("language", "type_", "langid", "title"),
    [("en", "Briefing", "english", "One"), ("cy", "Papur briffio", "welsh", "One (cy)")],
)
def test_bibtex_names_who_what_when_and_where(
    tmp_path: Path, language: str, type_: str, langid: str, title: str
) -> None:
    entry = entry_of(cited(tmp_path, "bib", language))
    organisation = {"en": "Cyhoeddi Demonstration", "cy": "Arddangosiad Cyhoeddi"}[language]
    assert {name: value.strip("{}") for name, value in entry.items() if name != "abstract"} == {
        "kind": "techreport",
        "key": f"one-{language}",
        "author": organisation,
        "title": title,
        "type": type_,
        "institution": organisation,
        "date": "2023-11-14",
        "year": "2023",
        "month": "11",
        "url": f"https://example.org/{language}/{'one' if language == 'en' else 'un'}/",
        "langid": langid,
    }


def test_what_means_something_to_latex_is_written_so_that_it_means_itself(tmp_path: Path) -> None:
    text = cited(tmp_path, "bib", title={"en": HARD, "cy": HARD})
    assert entry_of(text)["title"] == HARD


@given(st.text())
def test_braces_always_close(text: str) -> None:
    written = _latex(text).replace("\\{", "").replace("\\}", "")
    assert written.count("{") == written.count("}")


@pytest.mark.parametrize("language", ["en", "cy"])
def test_ris_is_read_by_reference_software(tmp_path: Path, language: str) -> None:
    text = cited(tmp_path, "ris", language)
    assert text.count("\r\n") == text.count("\n")
    (entry,) = rispy.loads(text)
    title, slug = ("One", "one") if language == "en" else ("One (cy)", "un")
    assert entry["type_of_reference"] == "RPRT"
    assert (entry["title"], entry["year"], entry["language"]) == (title, "2023", language)
    assert entry["urls"] == [f"https://example.org/{language}/{slug}/"]


def test_the_landing_page_says_how_to_cite_it(tmp_path: Path) -> None:
    tree = tree_of(write_folder(tmp_path, {"one.yaml": publication("One")}))
    assert front_of(tree, "en/generated/landing/one.md")["cite"] == {
        "text": "Cyhoeddi Demonstration (2023) One. https://example.org/en/one/",
        "files": [
            {"title": "BibTeX", "address": "/en/one.bib"},
            {"title": "RIS", "address": "/en/one.ris"},
        ],
    }


def test_a_draft_without_a_day_is_not_cited(tmp_path: Path) -> None:
    draft = publication("One", status="draft")
    del draft["first_published"]
    tree = tree_of(write_folder(tmp_path, {"one.yaml": draft}), preview=True)
    assert front_of(tree, "cy/generated/landing/one.md")["cite"] is None
    assert [path for path in tree if path.endswith((".bib", ".ris"))] == []
