"""Tiny project folders, and what is generated from them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import yaml

from cyhoeddi.addresses import Addresses
from cyhoeddi.clock import read_clock
from cyhoeddi.collection import Collection, collect
from cyhoeddi.edition import Edition
from cyhoeddi.language import Language
from cyhoeddi.project import Project, read_project
from cyhoeddi.render.tree import render_tree
from cyhoeddi.render.work import Tree

Data = dict[str, Any]
NOW = read_clock("2024-06-01T12:00")
_SETTINGS = Path(__file__).parents[2] / "mkdocs.yml"
_OWNERS = {
    "organisation": {"en": "Cyhoeddi Demonstration", "cy": "Arddangosiad Cyhoeddi"},
    "contact": {
        "name": {"en": "Publications team", "cy": "Y tîm cyhoeddiadau"},
        "email": "contact@example.org",
        "telephone": "0300 000 0000",
    },
}
"""What an owner sets in mkdocs.yml, as the tests have it whatever stands there."""


def both(english: str, welsh: str | None = None) -> dict[str, str]:
    """Give a bilingual text; without *welsh*, the Welsh is the English as a marked name, and "(cy)"."""
    return {"en": english, "cy": f"[{english}]{{lang=en}} (cy)" if welsh is None else welsh}


def about(title: str) -> dict[str, str]:
    """Give the summary of what is called *title*."""
    return both(f"About {title}.", f"Ynghylch {both(title)['cy']}.")


def section(heading: str, body: str | None = None, welsh: str | None = None, **more: Any) -> Data:
    """Give a section; a *body* without its *welsh* is the same on both sides, and is for no check to see."""
    words = both("Words.", "Geiriau.") if body is None else both(body, welsh or body)
    return {"heading": both(heading), "body": words, **more}


def publication(title: str, **more: Any) -> Data:
    """Give what the file of a publication says."""
    return {
        "type": "briefing",
        "first_published": "2023-11-14",
        "title": both(title),
        "summary": about(title),
        "sections": [section("Background") | {"heading": both("Background", "Cefndir")}],
        **more,
    }


def series(title: str, *workstreams: Data, **more: Any) -> Data:
    """Give what the file of a series says."""
    return {
        "title": both(title),
        "summary": about(title),
        "workstreams": list(workstreams),
        **more,
    }


def workstream(name: str, title: str, **more: Any) -> Data:
    """Give a workstream of a series."""
    return {
        "id": name,
        "title": both(title),
        "summary": about(title),
        "remit": both(f"The remit of {title}.", f"Cylch gwaith {both(title)['cy']}."),
        **more,
    }


def write_folder(root: Path, files: Mapping[str, Data], **extra: Any) -> Path:
    """Write a project folder with *files* below briefings/; *extra* goes into mkdocs.yml, `site_url` too."""
    settings = yaml.safe_load(_SETTINGS.read_text(encoding="utf-8"))
    settings["site_url"] = extra.pop("site_url", "https://example.org/")
    settings["extra"] = _OWNERS | extra
    root.mkdir(parents=True, exist_ok=True)
    (root / "mkdocs.yml").write_text(json.dumps(settings), encoding="utf-8")
    (root / "translations.lock").touch()
    for language, titles in {"en": ("Home", "Access", "Rights"), "cy": ("Hafan", "Hygyrch", "Hawl")}.items():
        for name, title in zip(("index", "accessibility", "copyright"), titles, strict=True):
            write_page(root, language, name, title)
    for name, data in files.items():
        write_file(root, name, data)
    return root


def write_page(root: Path, language: str, name: str, title: str, body: str | None = None) -> None:
    """Write one side of a hand-written page; its slug is its title."""
    of, words = {"en": ("About", "Words.\n"), "cy": ("Ynghylch", "Geiriau.\n")}[language]
    body = words if body is None else body
    front = f"title: {title}\ndescription: {of} {title}.\nslug: {title.lower()}\n"
    file = root / "docs" / language / f"{name}.md"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"---\n{front}---\n\n{body}", encoding="utf-8")


def write_file(root: Path, name: str, data: Data) -> Path:
    """Write one file below briefings/, as JSON, which is YAML."""
    file = root / "briefings" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(data, ensure_ascii=False, indent=1), encoding="utf-8")
    return file


def read(root: Path, *, preview: bool = False, now: datetime = NOW) -> tuple[Project, Collection]:
    """Read the folder *root* as a build does."""
    project = read_project(root, now, public=not preview)
    return project, collect(project, preview=preview)


def addresses_of(root: Path, *, preview: bool = False) -> Addresses:
    """Give the addresses of the folder *root*."""
    project, collection = read(root, preview=preview)
    return Addresses(collection, project.lock)


def edition_of(root: Path, language: Language, *, preview: bool = False) -> Edition:
    """Give the site of the folder *root* in *language*."""
    addresses = addresses_of(root, preview=preview)
    return Edition(addresses.collection, addresses, language)


def tree_of(root: Path, *, preview: bool = False, now: datetime = NOW) -> Tree:
    """Give the generated tree of the folder *root*."""
    project, collection = read(root, preview=preview, now=now)
    return render_tree(collection, project.lock)


def front_of(tree: Tree, path: str) -> Data:
    """Give the front matter of the page at *path* under docs/."""
    front: Data = json.loads(text_of(tree, path).partition("---\n")[2].partition("\n---\n")[0])
    return front


def body_of(tree: Tree, path: str) -> str:
    """Give the Markdown of the page at *path* under docs/."""
    return text_of(tree, path).partition("\n---\n\n")[2]


def text_of(tree: Tree, path: str) -> str:
    """Give the text of a generated file."""
    content = tree[path]
    assert isinstance(content, bytes)
    return content.decode("utf-8")


def pages_of(tree: Tree) -> dict[str, Data]:
    """Give the front matter of every page, by its address."""
    fronts = [front_of(tree, path) for path in tree if path.endswith(".md")]
    found = {front["address"]: front for front in fronts}
    assert len(found) == len(fronts), "two pages have one address"
    return found
