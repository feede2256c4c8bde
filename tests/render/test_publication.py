from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.render.folders import (
    Data,
    both,
    front_of,
    pages_of,
    publication,
    section,
    series,
    tree_of,
    workstream,
    write_folder,
)

EVERY_PAGE = {
    *("kind", "template", "language", "address", "twin", "title", "head_title", "description", "breadcrumb"),
    *("label", "noindex", "preview", "open_graph_type", "json_ld", "files", "feeds"),
    *("published", "modified"),
}
ONE_KIND = {
    "language-choice": {"choices"},
    "home": {"series", "latest", "list_address"},
    "page": {"contents"},
    "list": {"chosen", "filters", "count", "cards", "pager", "list_address"},
    "landing": {
        *("summary", "dates", "part_of", "workstreams", "withdrawn", "documents", "contact", "changes"),
        *("cite", "facets", "related"),
    },
    "document": {
        *("summary", "dates", "part_of", "workstreams", "withdrawn", "contents", "landing_address", "pdf"),
        "facets",
    },
    "series": {"summary", "contents", "workstreams", "cards", "facets", "list_address"},
    "workstream": {"summary", "part_of", "cards", "facets"},
    "follow": {"groups", "data"},
    "not-found": {"choices"},
    "redirect": {"target"},
}


def whole(**more: Any) -> dict[str, Data]:
    """Give a folder in which a publication has everything that it can have."""
    one = publication(
        "One",
        series="s",
        workstreams=["w"],
        last_updated="2024-01-10",
        details=both("Details."),
        attachments=[
            {"title": both("Figures"), "file": {"en": "a.csv", "cy": "b.csv"}},
            {"title": both("Map"), "file": {"en": "", "cy": "map.pdf"}},
        ],
        untranslated=[{"path": "attachments/1/file", "reason": both("A map of another body.")}],
        changes=[{"date": "2024-01-10", "note": both("Figures added.")}],
        contact={"name": both("Team"), "email": "team@example.org"},
        redirects={"en": ["older"], "cy": []},
        **more,
    )
    return {
        "series/s.yaml": series("Programme", workstream("w", "Homes")),
        "one.yaml": one,
        "before.yaml": publication("Before", series="s", first_published="2023-01-01"),
        "after.yaml": publication("After", series="s", type="minutes", first_published="2024-01-01"),
    }


def landing(root: Path, files: dict[str, Data], language: str = "en", *, preview: bool = False) -> Data:
    return front_of(
        tree_of(write_folder(root, files), preview=preview), f"{language}/generated/landing/one.md"
    )


def test_every_page_has_the_front_matter_that_the_theme_was_promised(tmp_path: Path) -> None:
    pages = pages_of(tree_of(write_folder(tmp_path, whole())))
    assert {front["kind"] for front in pages.values()} == set(ONE_KIND)
    for front in pages.values():
        assert set(front) == EVERY_PAGE | ONE_KIND[front["kind"]]
        assert front["template"] == f"{front['kind']}.html"
        assert front["title"]
        assert front["description"]
        for address in (front["address"], *(crumb["address"] for crumb in front["breadcrumb"])):
            assert address.startswith("/")
        # A twin is the other language's, and points back; a redirect's is that of the page it leads to.
        if front["twin"] is not None and front["kind"] != "redirect":
            assert pages[front["twin"]]["twin"] == front["address"]
            assert pages[front["twin"]]["kind"] == front["kind"]
            assert pages[front["twin"]]["language"] != front["language"]


def test_every_address_that_a_page_names_is_there(tmp_path: Path) -> None:
    tree = tree_of(write_folder(tmp_path, whole()))
    pages = pages_of(tree)
    files = {address for front in pages.values() for address in front["files"]}
    files |= {f"/{path.partition('/generated/root/')[2]}" for path in tree if "/generated/root/" in path}

    def named(value: Any) -> set[str]:
        if isinstance(value, dict):
            own = {value["address"]} if isinstance(value.get("address"), str) else set()
            return own.union(*map(named, value.values()))
        return set().union(*map(named, value)) if isinstance(value, list) else set()

    for front in pages.values():
        assert named(front) <= set(pages) | files
    for front in pages.values():
        for path in front["files"].values():
            assert f"{front['language']}/generated/{path}" in tree


def test_the_landing_page_lists_every_document_with_the_size_of_its_file(tmp_path: Path) -> None:
    folder = tmp_path / "briefings/files/one"
    folder.mkdir(parents=True)
    (folder / "a.csv").write_bytes(b"12345")
    rows = landing(tmp_path, whole())["documents"]
    blank = {"size": None, "pages": None, "language": None, "note": None}
    assert rows == [
        {**blank, "title": "One", "address": "/en/one-html/", "kind": "html", "format": "HTML"},
        {
            **blank,
            "title": "Figures",
            "address": "/en/one/a.csv",
            "kind": "file",
            "format": "CSV",
            "size": 5,
        },
        {
            **blank,
            "title": "Map",
            "address": "/en/one/map.pdf",
            "kind": "file",
            "format": "PDF",
            "language": "cy",
            "note": "This file is available in Welsh only. "
            "[Mae'r ffeil hon ar gael yn Gymraeg yn unig.]{lang=cy}",
        },
    ]


def test_the_landing_page_has_its_history_contact_and_neighbours(tmp_path: Path) -> None:
    front = landing(tmp_path, whole())
    assert front["dates"] == {"first_published": "2023-11-14", "last_updated": "2024-01-10"}
    assert front["changes"] == [{"date": "2024-01-10", "note": "Figures added."}]
    assert front["contact"] == {"name": "Team", "email": "team@example.org", "telephone": None}
    assert front["part_of"] == {"title": "Programme", "address": "/en/programme/"}
    assert front["workstreams"] == [{"title": "Homes", "address": "/en/programme/homes/"}]
    assert front["related"] == [
        {"title": "Before", "address": "/en/before/", "label": "Previous briefing"},
        {"title": "After", "address": "/en/after/", "label": "Next publication"},
    ]
    assert (front["published"], front["modified"]) == ("2023-11-14", "2024-01-10")


def test_a_withdrawn_publication_says_since_when_why_and_what_replaces_it(tmp_path: Path) -> None:
    reason = {"date": "2024-03-01", "reason": both("Out of date.", "Wedi dyddio."), "replaced_by": "after"}
    files = whole(status="withdrawn", withdrawn=reason)
    welsh = landing(tmp_path, files, "cy")["withdrawn"]
    assert welsh == {
        "date": "2024-03-01",
        "label": "Wedi'i dynnu'n ôl",
        "sentence": "Cafodd y cyhoeddiad hwn ei dynnu'n ôl ar 1 Mawrth 2024.",
        "reason": "Wedi dyddio.",
        "replaced_by": {"title": "[After]{lang=en} (cy)", "address": "/cy/after-cy/"},
    }
    tree = tree_of(tmp_path)
    assert front_of(tree, "cy/generated/document/one.md")["withdrawn"] == welsh
    replaced = front_of(tree, "en/generated/landing/after.md")["related"]
    assert {"title": "One", "address": "/en/one/", "label": "Replaces"} in replaced


def test_a_document_is_titled_as_one_and_leads_back(tmp_path: Path) -> None:
    tree = tree_of(write_folder(tmp_path, whole()))
    front = front_of(tree, "en/generated/document/one.md")
    assert front["head_title"] == "One [HTML] | Cyhoeddi Demonstration"
    assert front["label"] == "Briefing, document"
    assert front["landing_address"] == "/en/one/"
    assert [crumb["title"] for crumb in front["breadcrumb"]] == ["Home", "Programme"]
    assert front["contents"] == [{"id": "background", "title": "Background"}]


def test_without_sections_there_is_no_document(tmp_path: Path) -> None:
    files = whole()
    files["one.yaml"]["sections"] = []
    tree = tree_of(write_folder(tmp_path, files))
    assert "en/generated/document/one.md" not in tree
    assert [row["kind"] for row in front_of(tree, "en/generated/landing/one.md")["documents"]] == [
        "file",
        "file",
    ]


@pytest.mark.parametrize(
    ("state", "mark"),
    [
        ({}, None),
        ({"status": "draft"}, "Draft"),
        ({"status": "draft", "publish_at": "2030-07-01T09:30"}, "Draft"),
        ({"publish_at": "2030-07-01T09:30"}, "Not public until 09:30 on 1 July 2030"),
        ({"publish_at": "2020-07-01T09:30"}, None),
    ],
)
def test_a_preview_marks_what_is_not_public(tmp_path: Path, state: Data, mark: str | None) -> None:
    pages = pages_of(tree_of(write_folder(tmp_path, whole(**state)), preview=True))
    for address in ("/en/one/", "/en/one-html/"):
        assert pages[address]["preview"] == mark
    assert (pages["/cy/one-cy/"]["preview"] is None) is (mark is None)
    assert all(front["noindex"] for front in pages.values())
    marks = {card["title"]: card["preview"] for card in pages["/en/programme/"]["cards"]}
    assert marks == {"One": mark, "Before": None, "After": None}


def test_a_preview_marks_the_workstreams_of_a_hidden_series(tmp_path: Path) -> None:
    part = workstream("w", "Homes", publish_at="2031-01-01T09:30")
    files = {"series/s.yaml": series("S", part, workstream("v", "V"), publish_at="2030-01-01T09:30")}
    pages = pages_of(tree_of(write_folder(tmp_path, files), preview=True))
    assert pages["/en/s/"]["preview"] == pages["/en/s/v/"]["preview"]
    assert pages["/en/s/v/"]["preview"] == "Not public until 09:30 on 1 January 2030"
    assert pages["/en/s/homes/"]["preview"] == "Not public until 09:30 on 1 January 2031"


def test_a_draft_with_half_of_everything_has_a_preview(tmp_path: Path) -> None:
    half: Data = {
        "type": "briefing",
        "status": "draft",
        "title": {"en": "Half", "cy": ""},
        "summary": {"en": "", "cy": ""},
        "details": {"en": "", "cy": ""},
        "sections": [{"heading": {"en": "", "cy": ""}, "body": {"en": "", "cy": ""}}],
    }
    pages = pages_of(tree_of(write_folder(tmp_path, {"half.yaml": half}), preview=True))
    assert pages["/en/half/"]["dates"] is None
    assert "datePublished" not in pages["/en/half/"]["json_ld"]
    welsh = pages["/cy/half/"]
    assert welsh["title"] == welsh["summary"] == "Heb ei gyfieithu eto"
    assert pages["/cy/half-html/"]["twin"] == "/en/half-html/"


def test_an_image_is_a_file_of_the_landing_page(tmp_path: Path) -> None:
    files = {"one.yaml": publication("One", sections=[section("Map", "![A map](map.png)")])}
    assert landing(tmp_path, files)["files"] == {"/en/one/map.png": "files/one/map.png"}
