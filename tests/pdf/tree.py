"""The tag tree of a PDF, as a reader for blind people meets it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import pikepdf

_PIECE = re.compile(rb"/MCID (\d+)/Lang\((\w+)\)")


@dataclass
class Element:
    """An element, with the language that its words are read in."""

    role: str
    language: str
    alt: str | None = None
    children: list[Element] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    """The language of each piece of words directly in it."""

    def walk(self) -> Iterator[Element]:
        """Yield it and all within it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()

    @property
    def effective(self) -> set[str]:
        """The languages that the words within it are read in."""
        return {piece for one in self.walk() for piece in one.pieces}

    def all(self, role: str) -> list[Element]:
        """Give the elements of *role* within it."""
        return [one for one in self.walk() if one.role == role]


def read_tree(pdf: bytes) -> Element:
    """Read the tag tree of *pdf*."""
    with pikepdf.open(BytesIO(pdf)) as document:
        root = document.Root
        top = root.StructTreeRoot.K
        first = top[0] if isinstance(top, pikepdf.Array) else top
        pieces = {page.objgen: _languages(page) for page in document.pages}
        return _element(first, str(root.Lang), pieces)


def links(pdf: bytes) -> list[str]:
    """Give the addresses that links of *pdf* lead to, outside of it, in the order of its pages."""
    with pikepdf.open(BytesIO(pdf)) as document:
        notes = [note for page in document.pages for note in page.get("/Annots", [])]
        return [str(note.A.URI) for note in notes if "/A" in note and "/URI" in note.A]


def _element(node: Any, language: str, pieces: dict[Any, dict[int, str]]) -> Element:
    language = str(node.get("/Lang", language))
    element = Element(str(node.S).lstrip("/"), language, str(node.Alt) if "/Alt" in node else None)
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, int):
            page = node.get("/Pg")
            element.pieces.append(pieces.get(page.objgen, {}).get(kid, language) if page else language)
        elif "/S" in kid:
            element.children.append(_element(kid, language, pieces))
        elif kid.get("/Type") == "/MCR":
            element.pieces.append(pieces.get(kid.Pg.objgen, {}).get(int(kid.MCID), language))
    return element


def _languages(page: Any) -> dict[int, str]:
    """Give the language that each marked piece of a page names for itself."""
    found = _PIECE.findall(page.Contents.read_bytes())
    return {int(mcid): language.decode() for mcid, language in found}
