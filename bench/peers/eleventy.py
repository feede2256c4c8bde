"""Eleventy: the front matter as it is, below `meta`; templates in Nunjucks, for sitemap and feeds too."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from bench.peers.pages import FEED, Page
from bench.peers.peer import Peer

_PROGRAM: Final = Path(__file__).parents[2] / "node_modules" / "@11ty" / "eleventy" / "cmd.cjs"


def _render(pages: Iterable[Page], shared: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    yield "shared.json", json.dumps(shared, ensure_ascii=False)
    for page in pages:
        front = {
            "permalink": f"/{page.file}",
            "layout": f"{FEED if page.is_feed else 'page'}.njk",
            "meta": page.front,
        }
        yield f"content/{page.path}", f"---json\n{json.dumps(front, ensure_ascii=False)}\n---\n{page.body}\n"


def _version() -> str | None:
    package = _PROGRAM.with_name("package.json")
    return json.loads(package.read_text(encoding="utf-8"))["version"] if package.is_file() else None


def _command() -> tuple[str, ...] | None:
    node = shutil.which("node")
    return (node, str(_PROGRAM), "--quiet") if node and _PROGRAM.is_file() else None


ELEVENTY: Final = Peer(
    name="Eleventy",
    command=_command(),
    leftovers=("public", ".cache"),
    render=_render,
    place=lambda page: page.file,
    version=_version(),
)
