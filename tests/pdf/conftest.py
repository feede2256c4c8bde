"""A project with a document that uses everything, and the sample site's PDFs, made once for all tests."""

from __future__ import annotations

import shutil
import struct
import zlib
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from cyhoeddi.addresses import Addresses
from cyhoeddi.collection import Collection, collect
from cyhoeddi.edition import Edition
from cyhoeddi.language import Language
from cyhoeddi.model import Publication
from cyhoeddi.pdf.content import document_content
from cyhoeddi.pdf.typeset import Typeset, typeset
from cyhoeddi.project import read_project
from tests.conftest import PROJECT

NOW = datetime(2027, 6, 1, tzinfo=UTC)
EVERYTHING = Path(__file__).with_name("everything.yaml")

_SERIES = """
status: published
title: {en: Everything series, cy: Cyfres popeth}
summary: {en: A series., cy: Cyfres.}
workstreams:
  - id: first
    status: published
    title: {en: The first, cy: Y gyntaf}
    summary: {en: A line., cy: Llinell.}
    remit: {en: What it does., cy: Yr hyn a wna.}
"""
_OTHER = """
type: update
first_published: 2024-01-01
title: {en: Another one, cy: Un arall}
summary: {en: Another., cy: Un arall.}
sections:
  - heading: {en: Only, cy: Unig}
    body: {en: Words., cy: Geiriau.}
"""
_CHART = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1400 200" width="1400" height="200">
  <rect width="1400" height="200" fill="#eeeeee"/>
  <text x="20" y="60" font-family="Arial" font-size="40">Places</text>
</svg>
"""
_JPEG = Path(__file__).with_name("bar.jpg")


@dataclass(frozen=True)
class Made:
    """One PDF and what it was made from."""

    publication: Publication
    language: Language
    content: dict[str, Any]
    typeset: Typeset

    @property
    def name(self) -> str:
        """The id of the publication."""
        return self.publication.id


@pytest.fixture(scope="session")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project folder that holds the document that uses everything, and what it names."""
    return write_project(tmp_path_factory.mktemp("everything"))


@pytest.fixture(scope="session")
def documents(everything: Path) -> tuple[Made, ...]:
    """Every PDF of the sample site, and that of everything, in both languages."""
    return (*make_all(everything), *make_all(PROJECT))


def write_project(root: Path, everything: str = "") -> Path:
    """Make a project folder below *root*; *everything* takes the place of the document's own YAML."""
    briefings = root / "briefings"
    pictures = briefings / "files" / "everything"
    (briefings / "series").mkdir(parents=True)
    pictures.mkdir(parents=True)
    shutil.copy2(PROJECT / "mkdocs.yml", root)
    shutil.copy2(PROJECT / "accessibility.yaml", root)
    shutil.copytree(PROJECT / "docs", root / "docs", ignore=shutil.ignore_patterns("generated"))
    (briefings / "everything.yaml").write_text(everything or EVERYTHING.read_text("utf-8"), "utf-8")
    (briefings / "other-one.yaml").write_text(_OTHER, "utf-8")
    (briefings / "series" / "everything-series.yaml").write_text(_SERIES, "utf-8")
    (pictures / "square.png").write_bytes(png(12))
    (pictures / "chart.svg").write_text(_CHART, "utf-8")
    shutil.copy2(_JPEG, pictures)
    return root


def read_collection(root: Path, *, preview: bool = False) -> tuple[Collection, Addresses]:
    """Read the project folder *root*, which must be without a mistake of shape."""
    project = read_project(root, NOW, public=not preview)
    assert not project.problems
    collection = collect(project, preview=preview)
    return collection, Addresses(collection, project.lock)


def make_all(root: Path, *, preview: bool = False) -> list[Made]:
    """Make every PDF of the project folder *root*."""
    collection, addresses = read_collection(root, preview=preview)
    made = []
    for language in Language:
        edition = Edition(collection, addresses, language)
        for publication in (one for one in collection.publications if one.sections):
            content = document_content(edition, publication)
            files = root / "briefings" / "files" / publication.id
            made.append(Made(publication, language, content, typeset(content, files)))
    return made


def png(side: int) -> bytes:
    """Give a red square of *side* pixels as PNG."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + b"\xaa\x11\x11" * side for _ in range(side))
    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )
