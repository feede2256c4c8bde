from __future__ import annotations

from pathlib import Path

import pytest

from cyhoeddi.audit.static import links
from tests.audit.static.small import HOST, page, told

FILES = {
    "/plan.pdf": b"%PDF-1.7",
    "/pictures/drill one.png": b"png",
    "/cymraeg/cynllun.html": page("/cymraeg/cynllun.html", main="<h1 id=brig>a</h1><a name=hen>b</a>"),
}


@pytest.mark.parametrize(
    ("main", "path"),
    [
        ("<a href=/gone.html>x</a>", "/gone.html"),
        ("<a href=../gone/>x</a>", "/gone/"),
        ("<a href=plan2.pdf>x</a>", "/plan2.pdf"),
        (f"<a href={HOST}/gone.html>x</a>", "/gone.html"),
        ("<img src=/pictures/saw.png alt=x>", "/pictures/saw.png"),
        ("<img srcset='/pictures/drill%20one.png 1x, /pictures/saw.png 2x' alt=x>", "/pictures/saw.png"),
        ("<video src=/plan.pdf poster=/gone.jpg></video>", "/gone.jpg"),
        ("<form action=/send></form>", "/send"),
        ("<object data=/gone.svg>x</object>", "/gone.svg"),
        ("<svg><use href='/icons.svg#a'/></svg>", "/icons.svg"),
    ],
)
def test_finds_an_address_where_nothing_stands(tmp_path: Path, main: str, path: str) -> None:
    (found,) = told(links.check, tmp_path, {**FILES, "/new.html": page("/new.html", main=main)})
    assert found.startswith(f"/new.html: Nothing stands at {path}, to which the page")


@pytest.mark.parametrize(
    ("main", "place"),
    [
        ("<a href=#gone>x</a>", "/new.html has no place called #gone"),
        ("<a href=/cymraeg/cynllun.html#gwaelod>x</a>", "/cymraeg/cynllun.html has no place called #gwaelod"),
    ],
)
def test_finds_a_fragment_that_names_no_place(tmp_path: Path, main: str, place: str) -> None:
    html = page("/new.html", main=main)
    assert told(links.check, tmp_path, {**FILES, "/new.html": html}) == [
        f"/new.html: {place}, to which the page leads"
    ]


def test_finds_a_redirect_to_nowhere_and_an_address_that_is_none(tmp_path: Path) -> None:
    html = page(
        "/new.html",
        head='<meta http-equiv="refresh" content="0; url=\'/gone/\'">',
        main='<a href="http://[">x</a>',
    )
    found = told(links.check, tmp_path, {"/new.html": html})
    assert [one.partition(",")[0] for one in found] == [
        '/new.html: "http://[" is no address that a browser can read',
        "/new.html: Nothing stands at /gone/",
    ]


@pytest.mark.parametrize(
    "main",
    [
        "<a href=plan.pdf#page=2>x</a><a href=/cymraeg/cynllun.html#brig>x</a>",
        "<a href=cymraeg/cynllun.html#hen>x</a>",
        "<a href=/cymraeg>x</a><a href=/cymraeg/index.html>x</a>",
        "<a href='?q=1'>x</a><a href=#top>x</a><a href=#>x</a>",
        "<img src='/pictures/drill%20one.png?v=2' alt=x><img src=data:image/png;base64,AA== alt=x>",
        "<a href=https://elsewhere.example/gone>x</a><a href=mailto:a@b.example>x</a><a href=tel:1>x</a>",
        "<a href='#:~:text=drill'>x</a>",
    ],
)
def test_lets_what_is_there_or_elsewhere_pass(tmp_path: Path, main: str) -> None:
    assert told(links.check, tmp_path, {**FILES, "/new.html": page("/new.html", main=main)}) == []


def test_finds_a_feed_that_is_not_there_and_leaves_hreflang_to_its_own_rule(tmp_path: Path) -> None:
    feed = '<link rel="alternate" type="application/atom+xml" hreflang="cy" href="/cymraeg/porthiant.xml">'
    html = page("/new.html", head=feed + '<link rel="alternate" hreflang="cy" href="/gone.html">')
    (found,) = told(links.check, tmp_path, {"/new.html": html})
    assert found.startswith("/new.html: Nothing stands at /cymraeg/porthiant.xml")


def test_heeds_the_base_of_a_page(tmp_path: Path) -> None:
    html = page(
        "/new.html", head='<base href="/cymraeg/">', main="<a href=cynllun.html>x</a><a href=plan.pdf>x</a>"
    )
    (found,) = told(links.check, tmp_path, {**FILES, "/new.html": html})
    assert "/cymraeg/plan.pdf" in found
