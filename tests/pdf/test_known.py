"""A PDF that is known to be the same is not looked at again, and is what would be made from nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from cyhoeddi.edition import Edition
from cyhoeddi.language import Language
from cyhoeddi.pdf import shelf as shelf_room
from cyhoeddi.pdf.known import KnownPdfs
from cyhoeddi.pdf.shelf import Shelf, make_pdfs
from cyhoeddi.render.kept import Keys
from tests.pdf.conftest import read_collection, write_project

DOCUMENT, OTHER = "briefings/everything.yaml", "briefings/other-one.yaml"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_project(tmp_path / "project")


def make(root: Path, *, preview: bool = False, known: bool = True) -> Shelf:
    """Make the PDFs as a build does."""
    collection, addresses = read_collection(root, preview=preview)
    keys = Keys({language: Edition(collection, addresses, language) for language in Language}, {})
    last = KnownPdfs(root, collection, addresses, keys) if known else None
    cache = root / ".cyhoeddi" / "pdf"
    # By this process itself, of which is seen what it looks at.
    shelf, problems = make_pdfs(root, collection, addresses, cache=cache, known=last, jobs=1)
    assert problems == ()
    return shelf


def looked_at(root: Path, monkeypatch: pytest.MonkeyPatch, *, preview: bool = False) -> set[str]:
    """Give the ids of the documents of which a build looks at the texts."""
    seen: set[str] = set()
    with monkeypatch.context() as patch:
        inner = shelf_room.document_content

        def content(edition, publication):
            seen.add(publication.id)
            return inner(edition, publication)

        patch.setattr(shelf_room, "document_content", content)
        shelf = make(root, preview=preview)
    assert shelf == make(root, preview=preview, known=False)
    return seen


def edit(root: Path, name: str, old: str, new: str) -> None:
    file = root / name
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def test_nothing_is_looked_at_where_nothing_changed(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert looked_at(project, monkeypatch) == {"everything", "other-one"}
    assert looked_at(project, monkeypatch) == set()


@pytest.mark.parametrize(
    ("name", "old", "new", "seen"),
    [
        (DOCUMENT, "Geiriau ar y diwedd", "Geiriau newydd", {"everything"}),
        (OTHER, "en: Words.", "en: Other words.", {"other-one"}),
        (OTHER, "cy: Un arall}\nsummary", "cy: Arall}\nsummary", {"everything", "other-one"}),
        ("briefings/files/everything/chart.svg", "#eeeeee", "#dddddd", {"everything"}),
        ("docs/cy/copyright.md", "slug: datganiad-hawlfraint", "slug: hawliau", {"everything", "other-one"}),
        ("mkdocs.yml", "Cyhoeddi Demonstration", "Another", {"everything", "other-one"}),
    ],
)
def test_what_changed_is_looked_at_and_what_says_it_too(
    project: Path, monkeypatch: pytest.MonkeyPatch, name: str, old: str, new: str, seen: set[str]
) -> None:
    make(project)
    edit(project, name, old, new)
    assert looked_at(project, monkeypatch) == seen
    assert looked_at(project, monkeypatch) == set()


@pytest.mark.parametrize("damage", [None, b"", b"%PDF-1.7 cut"])
def test_a_pdf_that_is_not_as_it_was_made_is_made_again(project: Path, damage: bytes | None) -> None:
    first = make(project)
    file = first["everything", Language.CY].path
    good = file.read_bytes()
    file.unlink()
    if damage is not None:
        file.write_bytes(damage)
    assert make(project) == first
    assert file.read_bytes() == good


def test_a_picture_that_is_gone_is_told_of_as_ever(project: Path) -> None:
    make(project)
    (project / "briefings/files/everything/chart.svg").unlink()
    collection, addresses = read_collection(project)
    keys = Keys({language: Edition(collection, addresses, language) for language in Language}, {})
    known = KnownPdfs(project, collection, addresses, keys)
    cache = project / ".cyhoeddi" / "pdf"
    again = make_pdfs(project, collection, addresses, cache=cache, known=known)
    assert again == make_pdfs(project, collection, addresses, cache=cache)
    assert again[1]


def test_site_and_preview_are_known_apart(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(project)
    make(project, preview=True)
    assert looked_at(project, monkeypatch) == set()
    assert looked_at(project, monkeypatch, preview=True) == set()
