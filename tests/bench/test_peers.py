"""The others build as many pages, each in its place; Hugo's and Eleventy's say and lead to the same."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser

from bench.command import run
from bench.peers import PEERS
from bench.peers.eleventy import ELEVENTY
from bench.peers.hugo import HUGO
from bench.peers.mkdocs import MKDOCS
from bench.peers.pages import Page, read_pages, read_shared
from bench.peers.peer import Peer

HOST = "https://example.org"
OWN = {"404.html"}
"""What MkDocs and Zensical make unasked."""


@pytest.fixture(scope="module")
def pages(invented: Path) -> list[Page]:
    return list(read_pages(invented))


@pytest.fixture(scope="module", params=PEERS, ids=[peer.name for peer in PEERS])
def built(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    invented: Path,
    pages: list[Page],
) -> tuple[Peer, Path]:
    peer: Peer = request.param
    assert peer.command is not None, f"{peer.name} is not there: run make setup-test"
    folder = tmp_path_factory.mktemp("peer")
    peer.write(folder, pages, read_shared(invented))
    run(peer.command, folder)
    return peer, folder / peer.leftovers[0]


def test_the_pages_are_those_of_our_site(invented: Path, pages: list[Page]) -> None:
    site = invented / "site"
    html = {file.relative_to(site).as_posix() for file in site.rglob("*.html")}
    assert {page.file for page in pages if not page.is_feed} == html
    atom = {file.relative_to(site).as_posix() for file in site.rglob("*.atom")}
    assert {page.file for page in pages if page.is_feed} == atom
    assert atom


def test_it_has_as_many_pages_and_each_has_its_title(built: tuple[Peer, Path], pages: list[Page]) -> None:
    peer, site = built
    places = {place: page for page in pages if not page.is_feed and (place := peer.place(page))}
    html = {file.relative_to(site).as_posix() for file in site.rglob("*.html")}
    assert html - OWN == places.keys() - OWN
    for place, page in places.items():
        assert page.front["title"] in unescape((site / place).read_text(encoding="utf-8")), place


def test_only_what_mkdocs_makes_itself_is_not_given_to_it(pages: list[Page]) -> None:
    left_out = {page.front["kind"] for page in pages if not page.is_feed and not MKDOCS.place(page)}
    assert left_out == {"language-choice", "not-found"}


def test_sitemap_and_feeds_list_the_same(built: tuple[Peer, Path], invented: Path, pages: list[Page]) -> None:
    peer, site = built
    if peer not in (HUGO, ELEVENTY):
        assert (site / "sitemap.xml").is_file()
        return
    listed = {
        address
        for file in site.rglob("sitemap.xml")
        for address in _tags(file, "loc")
        if address.endswith("/")
    }
    assert listed == set(_tags(invented / "site" / "sitemap.xml", "loc"))
    for feed in (page for page in pages if page.is_feed):
        ours, theirs = (one / feed.file for one in (invented / "site", site))
        assert _tags(theirs, "id") == _tags(ours, "id")
        assert _tags(theirs, "title") == _tags(ours, "title")


def test_each_page_leads_where_ours_does(built: tuple[Peer, Path], invented: Path, pages: list[Page]) -> None:
    peer, site = built
    if peer not in (HUGO, ELEVENTY):
        assert all(_links(site / place, "/") for page in pages if (place := peer.place(page)))
        return
    for page in (page for page in pages if not page.is_feed):
        address = page.front["address"]
        missing = _links(invented / "site" / page.file, address) - _links(site / page.file, address)
        assert missing == set(), page.path


def test_each_head_says_the_same(built: tuple[Peer, Path], invented: Path, pages: list[Page]) -> None:
    peer, site = built
    if peer not in (HUGO, ELEVENTY):
        return
    for page in (page for page in pages if not page.is_feed):
        ours, theirs = (set(_head(one / page.file)) for one in (invented / "site", site))
        assert ours - theirs == set(), page.path


def test_a_file_that_is_right_is_left_alone(invented: Path, pages: list[Page], tmp_path: Path) -> None:
    shared = read_shared(invented)
    HUGO.write(tmp_path, pages, shared)
    before = {file: file.stat().st_mtime_ns for file in tmp_path.rglob("*.md")}
    changed = Page(pages[0].path, pages[0].front, f"{pages[0].body}\n\nMore.")
    HUGO.write(tmp_path, [changed, *pages[1:]], shared)
    touched = [file for file, moment in before.items() if file.stat().st_mtime_ns != moment]
    assert touched == [tmp_path / "content" / pages[0].path]


def _tags(file: Path, name: str) -> list[str]:
    document = LexborHTMLParser(file.read_text(encoding="utf-8"))
    return [node.text(strip=True) for node in document.css(name)]


def _links(file: Path, address: str) -> set[str]:
    """Give the addresses of the site that the page leads to."""
    document = LexborHTMLParser(file.read_text(encoding="utf-8"))
    whole = (urljoin(HOST + address, node.attributes.get("href") or "") for node in document.css("a[href]"))
    return {urlsplit(one).path for one in whole if one.startswith(HOST)}


def _head(file: Path) -> Iterator[tuple[str, ...]]:
    """Yield what the head says: title, description, addresses, languages, feeds, Open Graph, JSON-LD."""
    (head,) = LexborHTMLParser(file.read_text(encoding="utf-8")).css("head")
    yield from (("title", node.text(strip=True)) for node in head.css("title"))
    for node in head.css("meta[name], meta[property]"):
        own = node.attributes
        yield (own.get("name") or own.get("property") or "", own.get("content") or "")
    for node in head.css("link[rel=canonical], link[rel=alternate]"):
        own = node.attributes
        yield tuple(own.get(key) or "" for key in ("rel", "hreflang", "type", "title", "href"))
    for node in head.css("script[type='application/ld+json']"):
        yield ("json_ld", json.dumps(json.loads(node.text()), sort_keys=True))


def test_only_who_is_very_slow_has_fewer_turns_and_only_where_it_is() -> None:
    assert [peer.takes_turn(5000, 1) for peer in PEERS] == [True] * len(PEERS)
    assert [peer.takes_turn(100, 2) for peer in PEERS] == [True] * len(PEERS)
    assert [peer for peer in PEERS if not peer.takes_turn(1000, 2)] == [MKDOCS]
