"""A preview whose sources have errors shows them at every address, so that no open window is left behind."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

from cyhoeddi.language import Language
from cyhoeddi.problems import Level, Problem
from cyhoeddi.render.page import PageText
from cyhoeddi.site.engine import build_site
from cyhoeddi.site.sharing import Served
from cyhoeddi.words import in_language

ANYWHERE = "404.html"
"""The page that can be shown at every address, since its links start at the root."""


def make_problem_pages(project: Path, problems: Iterable[Problem], into: Path, served: Served) -> None:
    """Make, in the place of the folder *into*, a site of nothing but a page with the errors of *problems*."""
    shown = [asdict(problem) for problem in problems if problem.level is Level.ERROR]
    into.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="problems-", dir=into.parent) as room:
        tree, new = Path(room, "docs"), Path(room, "site")
        # To MkDocs, there is no site without a home page.
        for name, address in (("home", "/en/"), ("anywhere", f"/{ANYWHERE}")):
            page = _page(name, address, shown)
            (tree / page.path).parent.mkdir(parents=True, exist_ok=True)
            (tree / page.path).write_bytes(page.render())
        build_site(project, docs_dir=tree, into=new, served=served)
        shutil.rmtree(into, ignore_errors=True)
        new.rename(into)


def _page(name: str, address: str, shown: list[dict[str, object]]) -> PageText:
    """Give the page at *address*; it says everything in both languages."""
    title = in_language(Language.EN)["problems_title"]
    return PageText(
        language=Language.EN,
        kind="problems",
        name=name,
        address=address,
        twin=None,
        title=title,
        head_title=title,
        description=title,
        noindex=True,
        more={"problems": shown},
    )
