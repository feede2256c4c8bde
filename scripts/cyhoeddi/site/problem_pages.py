"""A preview whose sources have errors shows them at every address, so that no open window is left behind."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from html import escape
from pathlib import Path

from cyhoeddi.beside import beside, is_beside
from cyhoeddi.language import Language
from cyhoeddi.problems import Level, Problem
from cyhoeddi.render.page import PageText
from cyhoeddi.report import render_text
from cyhoeddi.site import SiteError
from cyhoeddi.site.engine import build_site
from cyhoeddi.site.one_language import build_with_kept
from cyhoeddi.words import in_language

ANYWHERE = "404.html"
"""The page that can be shown at every address, since its links start at the root."""


def make_problem_pages(project: Path, problems: Sequence[Problem], into: Path, address: str) -> None:
    """Make, in the place of the folder *into*, a site of nothing but a page with the errors of *problems*.

    It is served at *address*.
    """
    errors = [problem for problem in problems if problem.level is Level.ERROR]
    shown = [asdict(problem) for problem in errors]
    with _in_place_of(into) as new:
        tree = new.with_name("docs")
        # To MkDocs, there is no site without a home page.
        for name, path in (("home", "/en/"), ("anywhere", f"/{ANYWHERE}")):
            page = _page(name, path, shown)
            (tree / page.path).parent.mkdir(parents=True, exist_ok=True)
            (tree / page.path).write_bytes(page.render())
        try:
            _build(project, tree, new, address)
        except SiteError:
            # What is wrong may be the very settings or templates that this page is made with.
            shutil.rmtree(new, ignore_errors=True)
            _write_plain(new, render_text(errors))


def _build(project: Path, tree: Path, into: Path, address: str) -> None:
    """Build the pages of *tree* in a copy of this process, since none loads a hook anew."""
    here = build_with_kept if is_beside(2) else None

    def build(_hear: Callable[[], object]) -> None:
        build_site(project, docs_dir=tree, into=into, address=address, here=here)

    with beside(build, 2) as (_, built):
        built()


def make_plain_page(into: Path, message: str) -> None:
    """Make, in the place of the folder *into*, a page with this *message* that needs no settings or theme."""
    with _in_place_of(into) as new:
        _write_plain(new, message)


@contextmanager
def _in_place_of(folder: Path) -> Iterator[Path]:
    """Give where to make what is to take the place of *folder*."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="problems-", dir=folder.parent) as room:
        yield (new := Path(room, "site"))
        shutil.rmtree(folder, ignore_errors=True)
        new.rename(folder)


def _write_plain(folder: Path, message: str) -> None:
    english, welsh = (in_language(language) for language in Language)
    title = f"{english['problems_title']} / {welsh['problems_title']}"
    folder.mkdir()
    (folder / ANYWHERE).write_text(
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="robots" content="noindex">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><title>{escape(title)}</title>'
        f'</head><body style="overflow-wrap: anywhere"><main><h1>{escape(english["problems_title"])}<br>'
        f'<span lang="cy">{escape(welsh["problems_title"])}</span></h1>'
        f"<p>{escape(english['problems_text'])}</p>"
        f'<p lang="cy">{escape(welsh["problems_text"])}</p>'
        f'<pre style="white-space: pre-wrap">{escape(message)}</pre></main></body></html>',
        encoding="utf-8",
    )


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
