from __future__ import annotations

from pathlib import Path

import pytest

from cyhoeddi.audit.static import twins
from tests.audit.static.small import alternates, page, told


@pytest.mark.parametrize(
    "html",
    [
        page("/new.html", head="", switch=""),
        page("/new.html", head=alternates({"en": "/new.html"}), switch=""),
        page("/new.html", head="", switch='<a href="/plan.pdf" hreflang="cy">Our plan in Welsh</a>'),
    ],
)
def test_finds_a_page_that_is_in_one_language_only(tmp_path: Path, html: str) -> None:
    assert told(twins.check, tmp_path, {"/new.html": html}) == [
        "/new.html: The page names no Welsh page of its own"
    ]


@pytest.mark.parametrize(
    "html",
    [
        page("/new.html", head=alternates({"cy": "/cymraeg/newydd.html"}), switch=""),
        page("/new.html", head="", switch='<a href="cymraeg/newydd.html" lang="cy">Cymraeg</a>'),
    ],
)
def test_finds_a_page_whose_twin_is_not_there(tmp_path: Path, html: str) -> None:
    message = "The Welsh page that the page names, /cymraeg/newydd.html, is not there"
    assert told(twins.check, tmp_path, {"/new.html": html}) == [f"/new.html: {message}"]


def test_finds_a_welsh_page_without_an_english_one(tmp_path: Path) -> None:
    html = page("/cymraeg/a.html", lang='lang="cy"', head="", switch="")
    assert told(twins.check, tmp_path, {"/cymraeg/a.html": html}) == [
        "/cymraeg/a.html: The page names no English page of its own"
    ]


@pytest.mark.parametrize(
    "html",
    [
        page("/new.html", head=alternates({"cy": "/cymraeg/"}), switch=""),
        page("/new.html", head="", switch='<a href="/cymraeg/">Cymraeg</a>'),
        page("/new.html", head='<meta name="robots" content="noindex">', switch=""),
        page("/new.html", head='<meta http-equiv="refresh" content="0;url=/">', switch=""),
        page("/new.html", head="", switch="", lang='lang="pl"'),
        page(
            "/new.html",
            head="",
            switch="",
            main='<h1>The Tool Library</h1><p lang="cy">Y Llyfrgell Offer: dewiswch eich iaith</p>',
        ),
    ],
)
def test_lets_a_page_with_a_twin_or_without_need_of_one_pass(tmp_path: Path, html: str) -> None:
    assert told(twins.check, tmp_path, {"/new.html": html}) == []
