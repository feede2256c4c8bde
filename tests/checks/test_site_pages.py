from __future__ import annotations

from pathlib import Path

import pytest

from cyhoeddi.checks import site_pages
from tests.project_folder import found, page, replace, write, write_project


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_project(tmp_path)


def test_is_named_after_its_file() -> None:
    assert site_pages.ID == "site-pages"


@pytest.mark.parametrize("name", site_pages.NEEDED)
def test_a_page_that_every_site_needs_is_asked_for(root: Path, name: str) -> None:
    for side in ("en", "cy"):
        (root / f"docs/{side}/{name}.md").unlink()
    assert found(root) == [f"docs/en/{name}.md:1:1: error: this page is missing (site-pages)"]


def test_a_page_that_lacks_one_side_is_not_told_of_twice(root: Path) -> None:
    (root / "docs/cy/copyright.md").unlink()
    message = "the page has no counterpart in the other language"
    assert found(root) == [f"docs/en/copyright.md:1:1: error: {message} (page)"]


def test_other_pages_may_be_left_out(root: Path) -> None:
    for side in ("en", "cy"):
        (root / f"docs/{side}/about.md").unlink()
    assert found(root) == []


@pytest.mark.parametrize("slug", ["Amdanom", "a b", "môr", "-a", "a--b", "a/b", "x" * 101])
def test_a_slug_is_part_of_an_address(root: Path, slug: str) -> None:
    write(root, "docs/cy/about.md", page("Amdanom ni", slug))
    message = f'"{slug}" cannot be part of an address'
    assert found(root) == [f"docs/cy/about.md:4:7: error: {message} (site-pages)"]


def test_an_empty_slug_is_called_empty(root: Path) -> None:
    replace(root, "docs/cy/about.md", "slug: amdanom-ni", "slug: ''")
    assert found(root) == ['docs/cy/about.md:4:7: error: "slug" is empty (site-pages)']
