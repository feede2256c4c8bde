"""Everything that an answer follows from is among the inputs, and nothing that a build itself writes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from cyhoeddi import inputs
from cyhoeddi.inputs import read_inputs
from tests.project_folder import write, write_project


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Give a project."""
    return write_project(tmp_path / "project")


COUNTED: dict[str, Callable[[Path], object]] = {
    "a text": lambda root: write(root, "briefings/report.yaml", "type: report\n"),
    "a new file": lambda root: write(root, "terms/words.yaml", "words: []\n"),
    "a file that goes": lambda root: (root / "briefings/report.yaml").unlink(),
    "an attachment in a folder of some name": lambda root: write(root, "briefings/files/audit/a.csv", "a"),
    "an attachment": lambda root: write(root, "briefings/files/report/data.csv", "a,b\n"),
    "the name of a file": lambda root: (root / "docs/en/about.md").rename(root / "docs/en/us.md"),
    "a link to nothing": lambda root: (root / "docs/en/none.md").symlink_to("nowhere"),
    "a folder with the name of a page": lambda root: (root / "docs/cy/folder.md").mkdir(),
}
NOT_COUNTED: dict[str, Callable[[Path], object]] = {
    "the site": lambda root: write(root, "site/index.html", "Mine"),
    "the generated tree": lambda root: write(root, "docs/en/generated/page/about.md", "Mine"),
    "the cache": lambda root: write(root, ".cyhoeddi/hashes.json", "Mine"),
    "pages for review": lambda root: write(root, "review/report.html", "Mine"),
    "the report of an audit": lambda root: write(root, "audit/index.html", "Mine"),
    "what a translator is sent": lambda root: write(root, "translations-cy.xlf", "Mine"),
    "a single PDF": lambda root: write(root, "report-en.pdf", "Mine"),
    "the evidence": lambda root: write(root, "evidence.json", "{}"),
}


@pytest.mark.parametrize("change", COUNTED.values(), ids=COUNTED)
def test_what_is_read_counts(root: Path, change: Callable[[Path], object]) -> None:
    before = read_inputs(root)
    assert before is not None
    assert before.still_so(root)
    change(root)
    assert not before.still_so(root)


@pytest.mark.parametrize("change", NOT_COUNTED.values(), ids=NOT_COUNTED)
def test_what_builds_write_does_not_count(root: Path, change: Callable[[Path], object]) -> None:
    before = read_inputs(root)
    assert before is not None
    change(root)
    assert before.still_so(root)


def test_what_cannot_be_read_leaves_no_inputs(tmp_path: Path) -> None:
    assert read_inputs(tmp_path / "nowhere") is None


@pytest.mark.parametrize("name", ["theme/base.html", "scripts/mkdocs_hooks.py", "scripts/beside/words.py"])
def test_what_stands_behind_the_project_counts(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(inputs, "HOME", tmp_path / "home")
    write(tmp_path / "home", name, "one")
    before = read_inputs(root)
    assert before is not None
    assert before.still_so(root)
    write(tmp_path / "home", name, "another")
    assert not before.still_so(root)
