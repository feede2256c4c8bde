"""The searches that others would have of the same pages: plain Pagefind's, and Material's with lunr."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from bench.peers.mkdocs import MKDOCS
from bench.peers.pages import Page
from cyhoeddi.language import Language
from cyhoeddi.search.build import FOLDER
from cyhoeddi.search.pages import KINDS

PAGEFIND: Final = "pagefind"
"""The folder of a site that plain Pagefind writes its index into."""
WORKER: Final = "assets/javascripts/workers/search.*.min.js"
"""The script of a Material site that holds lunr, and what Material makes of a query."""
INDEX: Final = "search/search_index.json"

_NO_NAVIGATION = "nav: [index.md]\n"
"""Else Material writes all pages into each: minutes, and nothing to do with its search."""


def index_plainly(site: Path) -> float:
    """Put an index of Pagefind's own making into the folder *site*, which may have ours; give the seconds."""
    start = time.perf_counter()
    command = [sys.executable, "-P", "-m", "pagefind", "--silent", "--site", str(site)]
    subprocess.run(command, check=True)  # noqa: S603 (no words of others)
    return time.perf_counter() - start


def copy_pages(site: Path, to: Path) -> None:
    """Copy a site of ours without its index."""
    shutil.copytree(site, to, ignore=lambda folder, _: [FOLDER] if Path(folder) == site else [])


def read_found(project: Path) -> Iterator[Page]:
    """Yield the pages of a built project that our search finds, without what they list."""
    for language in Language:
        tree = project / "docs" / language / "generated"
        for file in sorted(file for kind in KINDS for file in (tree / kind).rglob("*.md")):
            _, head, body = file.read_text(encoding="utf-8").split("---\n", 2)
            front = json.loads(head)
            kind = str(file.relative_to(tree).parts[0])
            yield _page(language, kind, file.relative_to(tree / kind), front, body)


def build_material(project: Path, folder: Path) -> float:
    """Build the pages of a project with MkDocs, Material and its search; give the seconds of all of it."""
    homes = [_page(language, "home", Path("index.md"), {"title": "Bench"}, "") for language in Language]
    MKDOCS.write(folder, [*homes, *read_found(project)], {})
    settings = folder / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(
        text.replace("plugins:\n", "plugins:\n  - search\n") + _NO_NAVIGATION, encoding="utf-8"
    )
    start = time.perf_counter()
    command = [str(Path(sys.executable).with_name("mkdocs")), "build", "--quiet"]
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 (a tool of ours)
    return time.perf_counter() - start


def _page(language: Language, kind: str, name: Path, front: Mapping[str, Any], body: str) -> Page:
    kept = {key: front.get(key) or "" for key in ("title", "description")}
    return Page(
        f"{language}/{kind}/{name.as_posix()}", {"kind": kind, "language": language.value} | kept, body
    )


def worker(site: Path) -> Path:
    """Give the file of lunr in a Material site."""
    return next(site.glob(WORKER))


def configuration(site: Path) -> dict[str, Any]:
    """Give what a Material site tells lunr of its languages: Welsh is searched as if it were English."""
    return dict(json.loads((site / INDEX).read_text(encoding="utf-8"))["config"])
