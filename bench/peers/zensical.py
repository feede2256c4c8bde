"""Zensical, Material's successor, as it comes: it knows no languages, so all pages are one site."""

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
        if not page.is_feed:
            yield f"docs/{_source(page)}", render_plain(page)


def _source(page: Page) -> str:
    kind, language = page.front["kind"], page.front["language"]
    if kind == "language-choice":
        return "index.md"
    return f"{language}/index.md" if kind == "home" else page.path


def _place(page: Page) -> str | None:
    if page.is_feed:
        return None
    stem = _source(page).removesuffix(".md")
    return f"{stem}.html" if stem == "index" or stem.endswith("/index") else f"{stem}/index.html"


ZENSICAL: Final = Peer(
    name="Zensical",
    command=installed(Path(sys.executable).with_name("zensical"), "build"),
    leftovers=("site", ".cache"),
    render=_render,
    place=_place,
    version=version_of("zensical"),
    most=100,
)
