"""A folder that has a feed of every kind, and what its feeds say."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from cyhoeddi.render.work import Tree
from tests.render.folders import Data, both, publication, series, text_of, tree_of, workstream, write_folder

ATOM = "{http://www.w3.org/2005/Atom}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
BASES = {"en": "https://gov.example/pubs/", "cy": "https://llyw.example/cyhoeddi/"}
"""The addresses of the two languages, which are not the same."""


def files() -> dict[str, Data]:
    """Give a publication of each state, with marks and signs that XML and JSON must hold."""
    return {
        "series/s.yaml": series("Care & Senedd", workstream("w", "Homes")),
        "one.yaml": publication("One < two", series="s", workstreams=["w"], last_updated="2024-05-01"),
        "two.yaml": publication("Two", type="minutes", series="s", first_published="2024-02-01"),
        "three.yaml": publication(
            "Three",
            status="withdrawn",
            first_published="2022-01-01",
            withdrawn={"date": "2024-03-02", "reason": both("It was wrong.", "Roedd yn anghywir.")},
        ),
        "draft.yaml": publication("Secret", status="draft"),
        "later.yaml": publication("Secret", series="s", publish_at="2030-01-01T09:30"),
    }


def feeds_of_folder(root: Path, **more: Any) -> dict[str, str]:
    """Give the text of each feed by its address."""
    return feeds_in(tree_of(write_folder(root, files(), addresses=BASES), **more))


def feeds_in(tree: Tree) -> dict[str, str]:
    """Give the text of each feed of *tree* by its address."""
    return {
        f"/{path.partition('/generated/root/')[2]}": text_of(tree, path)
        for path in tree
        if "generated/root/en/feeds/" in path or "generated/root/cy/ffrydiau/" in path
    }


def atom(text: str) -> ElementTree.Element:
    """Read a feed as XML."""
    return ElementTree.fromstring(text)  # noqa: S314 (our own text)


def words(element: ElementTree.Element, name: str) -> str:
    """Give the text of the one child of that name."""
    (child,) = element.findall(f"{ATOM}{name}")
    return child.text or ""


def titles(text: str) -> list[str]:
    """Give the titles of a feed's entries, whichever form it has."""
    if text.startswith("<"):
        return [words(entry, "title") for entry in atom(text).findall(f"{ATOM}entry")]
    return [item["title"] for item in json.loads(text)["items"]]
