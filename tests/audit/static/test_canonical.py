from __future__ import annotations

from pathlib import Path

import pytest

from cyhoeddi.audit.static import canonical
from tests.audit.static.small import HOST, page, told

HERE = "/borrow.html"


def _link(address: str) -> str:
    return f'<link rel="canonical" href="{address}">'


@pytest.mark.parametrize(
    ("head", "message"),
    [
        ("", "The page does not tell search engines its own address"),
        (_link(HERE), 'The address given to search engines, "/borrow.html", is not whole'),
        (_link(HOST + "/"), f"Search engines are told to list {HOST}/ in place of this page"),
        (_link(HOST + HERE) + _link(HOST + "/"), "The page gives search engines more than one address"),
        (
            _link("https://other.example" + HERE),
            f"Search engines are sent to https://other.example, and by other pages to {HOST}",
        ),
    ],
)
def test_finds_a_page_that_does_not_name_itself(tmp_path: Path, head: str, message: str) -> None:
    assert told(canonical.check, tmp_path, {HERE: page(HERE, head=head)}) == [f"{HERE}: {message}"]


@pytest.mark.parametrize(
    "head", ['<meta name="robots" content="noindex">', '<meta http-equiv="refresh" content="1; url=/">']
)
def test_a_page_that_is_not_to_be_listed_needs_none(tmp_path: Path, head: str) -> None:
    assert told(canonical.check, tmp_path, {HERE: page(HERE, head=head)}) == []


def test_each_language_may_have_a_host_of_its_own(tmp_path: Path) -> None:
    welsh = {
        address: page(address, lang='lang="cy"', head=_link("https://offer.example" + address))
        for address in ("/cymraeg/", "/cymraeg/benthyg.html")
    }
    assert told(canonical.check, tmp_path, welsh) == []
