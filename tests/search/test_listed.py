"""What is known of the pages that can be found: one that did not change is not opened."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from cyhoeddi.language import Language
from cyhoeddi.search.listed import Listed, list_pages
from cyhoeddi.search.pages import BuiltSite
from cyhoeddi.statement.digest import file_digests


def write(root: Path, name: str, *, main: str = "Words.", kind: str = "page", **front: object) -> None:
    """Write a page of a site, and what it was built from."""
    (docs := root / "docs" / "en" / "generated" / kind).mkdir(parents=True, exist_ok=True)
    front = {"address": f"/en/{name}/", "kind": kind, **front}
    (docs / f"{name}.md").write_text(f"---\n{json.dumps(front)}\n---\n", encoding="utf-8")
    (site := root / "site" / "en" / name).mkdir(parents=True, exist_ok=True)
    (site / "index.html").write_text(f"<title>x</title><main>{main}</main>", encoding="utf-8")


def source(root: Path) -> BuiltSite:
    """Give the site as a build knows it."""
    docs, site = root / "docs", root / "site"
    return BuiltSite(docs, site, file_digests(docs), file_digests(site))


def listed(source: BuiltSite, last: Sequence[Listed] = ()) -> tuple[Listed, ...]:
    """Give the English pages, where those of the *last* build are known as a ledger knows them."""
    known: dict[str, Any] = json.loads(json.dumps({page.name: page for page in last}))
    return list_pages(source, Language.EN, known)


def remove(source: BuiltSite, name: str) -> None:
    """Remove a page, so that nobody can open it."""
    (source.docs / name).unlink()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write(tmp_path, "two", published="2024-05-06")
    write(tmp_path, "one")
    write(tmp_path, "list", kind="list")
    return tmp_path


def test_pages_that_can_be_found_stand_in_the_order_of_their_addresses(root: Path) -> None:
    one, two = listed(source(root))
    assert (one.name, one.address, one.year) == ("en/generated/page/one.md", "/en/one/", None)
    assert (two.name, two.address, two.year) == ("en/generated/page/two.md", "/en/two/", 2024)
    assert one.record != two.record
    assert list_pages(source(root), Language.CY, {}) == ()


def test_a_page_that_did_not_change_is_not_opened(root: Path) -> None:
    last = listed(known := source(root))
    for page in last:
        remove(known, page.name)
    assert listed(known, last) == last


@pytest.mark.parametrize(
    ("change", "counts"),
    [({"main": "Other words."}, True), ({"label": "Report"}, True), ({"breadcrumb": []}, False)],
)
def test_a_page_that_changed_is_read_again(root: Path, change: dict[str, Any], counts: bool) -> None:
    last = listed(source(root))
    write(root, "one", **change)
    one, two = listed(now := source(root), last)
    assert two == last[1]
    assert one.seen != last[0].seen
    assert (one.record != last[0].record) is counts
    assert listed(now) == (one, two)


def test_what_stands_in_the_site_only_is_asked_by_its_hash(root: Path) -> None:
    last = listed(known := source(root))
    other = replace(known, files={**known.files, "en/one/index.html": "another"})
    assert [page.seen == old.seen for page, old in zip(listed(other, last), last, strict=True)] == [
        False,
        True,
    ]


def test_a_new_page_is_found_and_one_that_is_gone_is_not(root: Path) -> None:
    last = listed(source(root))
    write(root, "three")
    remove(source(root), last[0].name)
    assert [page.address for page in listed(source(root), last)] == ["/en/three/", "/en/two/"]


def test_a_page_that_moved_is_known_by_its_new_address(root: Path) -> None:
    last = listed(source(root))
    write(root, "moved")
    (root / "docs/en/generated/page/moved.md").replace(root / "docs/en/generated/page/one.md")
    assert [page.address for page in listed(source(root), last)] == ["/en/moved/", "/en/two/"]
