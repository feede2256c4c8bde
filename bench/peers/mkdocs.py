"""MkDocs as it comes: Material and static-i18n, no search, and the whole navigation in every page."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from bench.peers.pages import Page
from bench.peers.peer import Peer, installed, version_of
from bench.peers.plain import render_plain


def _render(pages: Iterable[Page], _shared: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for page in pages:
        if place := _source(page):
            yield f"docs/{place}", render_plain(page)


def _source(page: Page) -> str | None:
    """Give the place of a page in docs/; the choice of language and the 404 page of both are MkDocs' own."""
    kind, language = page.front["kind"], page.front["language"]
    if page.is_feed or page.front.get("choices"):
        return None
    return f"{language}/index.md" if kind == "home" else page.path


def _place(page: Page) -> str | None:
    source = _source(page)
    if source is None:
        return None
    # English is the default language, which static-i18n puts at the root.
    stem = source.removeprefix("en/").removesuffix(".md")
    return f"{stem.removesuffix('index')}index.html" if stem.endswith("index") else f"{stem}/index.html"


MKDOCS: Final = Peer(
    name="MkDocs with Material",
    command=installed(Path(sys.executable).with_name("mkdocs"), "build", "--quiet"),
    leftovers=("site",),
    render=_render,
    place=_place,
    version=version_of("mkdocs-material"),
    edited=False,
    most=1000,
    once_above=100,
)
