from __future__ import annotations

from pathlib import Path

import pytest

from cyhoeddi.audit.static import title
from tests.audit.static.small import page, told


@pytest.mark.parametrize("blank", ["", " ", "&nbsp;"])
def test_finds_a_page_without_a_title(tmp_path: Path, blank: str) -> None:
    assert told(title.check, tmp_path, {"/new.html": page("/new.html", title=blank)}) == [
        "/new.html: The page has no title"
    ]


def test_the_title_of_a_picture_is_not_that_of_the_page(tmp_path: Path) -> None:
    html = page("/new.html", main="<svg><title>A drill</title></svg>").replace("<title>A page</title>", "")
    assert told(title.check, tmp_path, {"/new.html": html}) == ["/new.html: The page has no title"]


@pytest.mark.parametrize("empty", ["Untitled document", "index", "borrow.html", "https://tools.example/"])
def test_finds_a_title_that_says_nothing(tmp_path: Path, empty: str) -> None:
    (found,) = told(title.check, tmp_path, {"/new.html": page("/new.html", title=empty)})
    assert found == f'/new.html: The title "{empty}" does not say what the page is about'


def test_finds_two_pages_of_one_language_with_the_same_title(tmp_path: Path) -> None:
    files = {"/new.html": page("/new.html", title="How to  borrow")}
    assert told(title.check, tmp_path, files) == [
        '/borrow.html: The title "How to borrow" is also that of /new.html',
        '/new.html: The title "How to borrow" is also that of /borrow.html',
    ]


def test_a_page_and_its_twin_and_a_page_that_is_not_listed_may_share_one(tmp_path: Path) -> None:
    files = {
        "/a.html": page("/a.html", title="Map"),
        "/cymraeg/a.html": page("/cymraeg/a.html", title="Map", lang='lang="cy"'),
        "/gone.html": page(
            "/gone.html", title="Map", head='<meta http-equiv="refresh" content="0;url=/a.html">'
        ),
    }
    assert told(title.check, tmp_path, files) == []
