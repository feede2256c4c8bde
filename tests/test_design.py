"""Whatever pages are dressed with counts: hooks, and all that these may import or read."""

from __future__ import annotations

from pathlib import Path

import pytest

from cyhoeddi import design
from cyhoeddi.design import hook_files, hooks_digest
from cyhoeddi.fingerprint import HOME, PACKAGE
from cyhoeddi.site.version import design_version
from tests.project_folder import write, write_project


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Give a project with a hook of its own."""
    root = write_project(tmp_path / "project")
    write(root, "scripts/mine.py", "import beside.words\n")
    return root


@pytest.mark.parametrize(
    "name",
    [
        "scripts/mine.py",
        "scripts/another.py",
        "scripts/beside/words.py",
        "scripts/list.csv",
        "scripts/cyhoeddi/a",
    ],
)
def test_a_hook_and_what_stands_beside_it_count(root: Path, name: str) -> None:
    hooks, version = hooks_digest(root), design_version(root)
    write(root, name, "another")
    assert hooks_digest(root) != hooks
    assert design_version(root) != version


@pytest.mark.parametrize("name", ["mkdocs.yml", "theme/base.html", "theme/assets/logo.svg"])
def test_settings_and_theme_count_for_pages_alone(root: Path, name: str) -> None:
    hooks, version = hooks_digest(root), design_version(root)
    write(root, name, "another")
    assert hooks_digest(root) == hooks
    assert design_version(root) != version


@pytest.mark.parametrize(
    "name",
    [
        "scripts/__pycache__/mine.cpython-311.pyc",
        "scripts/beside/words.pyc",
        "scripts/.mine.py.swp",
        "scripts/mine.py~",
        "scripts/.cache/a.py",
        "scripts/beside/.a",
    ],
)
def test_what_python_and_editors_leave_there_does_not(root: Path, name: str) -> None:
    before = hooks_digest(root)
    write(root, name, "another")
    assert hooks_digest(root) == before


def test_the_hooks_of_the_package_stand_behind_those_of_a_project(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(design, "HOME", tmp_path / "home")
    before = hooks_digest(root)
    write(tmp_path / "home", "scripts/mkdocs_hooks.py", "another")
    assert hooks_digest(root) != before


def test_the_program_is_no_hook_though_it_may_stand_beside_them() -> None:
    found = set(hook_files(HOME))
    assert HOME / "scripts/mkdocs_hooks.py" in found
    assert not any(file.is_relative_to(PACKAGE) for file in found)


def test_a_folder_without_hooks_has_none(tmp_path: Path) -> None:
    assert list(hook_files(tmp_path)) == []


def test_what_a_link_leads_to_counts_and_a_circle_ends(root: Path, tmp_path: Path) -> None:
    write(tmp_path / "outer", "words.py", "one")
    write(root, "scripts/beside/a.py", "")
    (root / "scripts/beside/deep").symlink_to(tmp_path / "outer")
    (root / "theme").mkdir()
    (root / "theme/parts").symlink_to(tmp_path / "outer")
    (tmp_path / "outer/back").symlink_to(root / "scripts/beside")
    hooks, version = hooks_digest(root), design_version(root)
    write(tmp_path / "outer", "words.py", "another")
    assert hooks_digest(root) != hooks
    assert design_version(root) != version
