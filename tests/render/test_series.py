from __future__ import annotations

from pathlib import Path

from tests.render.folders import (
    Data,
    body_of,
    both,
    front_of,
    publication,
    section,
    series,
    tree_of,
    workstream,
    write_folder,
)


def programme() -> dict[str, Data]:
    first = {**workstream("w", "Homes"), "remit": both("![A plan](plan.svg)", "![Cynllun](plan.svg)")}
    return {
        "series/s.yaml": series(
            "Programme",
            first,
            workstream("v", "Void"),
            sections=[section("Publications", "![A map](map.png)")],
            status="published",
        ),
        "old.yaml": publication("Old", series="s", workstreams=["w"], first_published="2022-01-01"),
        "new.yaml": publication("New", series="s", workstreams=["w"], first_published="2024-01-01"),
        "other.yaml": publication("Other", series="s", first_published="2023-01-01"),
    }


def test_a_series_has_its_sections_its_workstreams_and_all_its_publications_newest_first(
    tmp_path: Path,
) -> None:
    tree = tree_of(write_folder(tmp_path, programme()))
    front = front_of(tree, "en/generated/series/s.md")
    assert front["title"] == "Programme"
    assert front["label"] == "Series"
    assert [card["title"] for card in front["cards"]] == ["New", "Other", "Old"]
    # A workstream that no publication names, and that has no status line, is not shown.
    assert front["workstreams"] == [
        {"title": "Homes", "summary": "About Homes.", "address": "/en/programme/homes/"}
    ]
    assert front["list_address"] == "/en/publications/"
    assert front["contents"] == [{"id": "publications-2", "title": "Publications"}]
    assert "## Publications {#publications-2}" in body_of(tree, "en/generated/series/s.md")


def test_a_workstream_has_its_remit_and_what_names_it(tmp_path: Path) -> None:
    tree = tree_of(write_folder(tmp_path, programme()))
    front = front_of(tree, "cy/generated/workstream/s/w.md")
    assert front["head_title"] == "[Homes]{lang=en} (cy), [Programme]{lang=en} (cy) | Arddangosiad Cyhoeddi"
    assert front["part_of"] == {"title": "[Programme]{lang=en} (cy)", "address": "/cy/programme-cy/"}
    assert [card["title"] for card in front["cards"]] == ["[New]{lang=en} (cy)", "[Old]{lang=en} (cy)"]
    assert front["twin"] == "/en/programme/homes/"


def test_the_images_of_a_series_and_its_workstreams_stand_below_the_series(tmp_path: Path) -> None:
    tree = tree_of(write_folder(tmp_path, programme()))
    front = front_of(tree, "en/generated/series/s.md")
    assert front["files"] == {
        "/en/programme/map.png": "files/s/map.png",
        "/en/programme/plan.svg": "files/s/plan.svg",
    }
    assert "/cy/programme-cy/plan.svg" in body_of(tree, "cy/generated/workstream/s/w.md")
    assert "en/generated/files/s/plan.svg" in tree
