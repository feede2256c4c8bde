"""The digests change with whatever readers could notice, and with nothing else."""

from __future__ import annotations

import random
import shutil
from importlib.metadata import version
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cyhoeddi.statement import digest
from cyhoeddi.statement.digest import OWN, content_digest, design_digest, folder_digest
from tests.conftest import PROJECT
from tests.project_folder import write, write_project

TREES = st.dictionaries(st.text(min_size=1, max_size=8), st.text(max_size=8), min_size=1, max_size=5)


@given(TREES, st.randoms())
def test_the_order_of_the_tree_does_not_count(tree: dict[str, str], chance: random.Random) -> None:
    items = list(tree.items())
    chance.shuffle(items)
    assert content_digest(dict(items)) == content_digest(tree)


@given(TREES, st.data())
def test_every_file_and_byte_of_the_tree_counts(tree: dict[str, str], data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(sorted(tree)))
    digests = {
        content_digest(changed)
        for changed in (
            tree,
            tree | {path: f"{tree[path]}."},
            {name: content for name, content in tree.items() if name != path},
            {(f"{name}." if name == path else name): content for name, content in tree.items()},
        )
    }
    assert len(digests) == 4


@given(TREES, st.sampled_from(sorted(OWN)), st.text())
def test_the_page_of_the_statement_does_not_count(tree: dict[str, str], own: str, made: str) -> None:
    assert content_digest({**tree, own: made}) == content_digest(tree)


@pytest.mark.parametrize(
    "name",
    [
        "mkdocs.yml",
        "theme/base.html",
        "theme/assets/style.css",
        "theme/assets/search/a.js",
        "scripts/mine.py",
    ],
)
def test_settings_theme_and_hooks_are_the_design(tmp_path: Path, name: str) -> None:
    root = write_project(tmp_path)
    write(root, "theme/base.html", "<html>")
    before = design_digest(root)
    write(root, name, "# other\n")
    assert design_digest(root) != before


def test_what_people_write_is_no_design_and_neither_is_what_editors_leave(tmp_path: Path) -> None:
    root = write_project(tmp_path)
    before = design_digest(root)
    for name in (
        "briefings/new.yaml",
        "docs/en/about.md",
        "accessibility.yaml",
        "audit.json",
        "theme/.swp",
        "scripts/.swp",
    ):
        write(root, name, "text")
    assert design_digest(root) == before


@pytest.mark.parametrize("package", ["mkdocs", "jinja2"])
def test_another_version_of_what_fills_the_templates_is_another_design(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, package: str
) -> None:
    root = write_project(tmp_path)
    before = design_digest(root)
    monkeypatch.setattr(digest, "version", lambda name: "99" if name == package else version(name))
    assert design_digest(root) != before


def test_the_design_is_the_same_in_every_folder(tmp_path: Path) -> None:
    one, other = write_project(tmp_path / "one"), write_project(tmp_path / "other")
    assert design_digest(one) == design_digest(other)


def test_a_folder_is_what_its_files_hold_and_are_called(tmp_path: Path) -> None:
    write(tmp_path, "a/x", "1")
    write(tmp_path, "b/x", "1")
    assert folder_digest(tmp_path / "a") == folder_digest(tmp_path / "b")
    for name in ("b/y", "a/.hidden.html"):
        write(tmp_path, name, "")
        assert folder_digest(tmp_path / "a") != folder_digest(tmp_path / "b")
    assert folder_digest(tmp_path / "none") == folder_digest(tmp_path / "none at all")


@pytest.mark.parametrize("name", ["theme/base.html", "scripts/mkdocs_hooks.py"])
def test_the_package_stands_behind_the_project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(digest, "HOME", tmp_path / "home")
    root = write_project(tmp_path / "project")
    before = design_digest(root)
    write(tmp_path / "home", name, "another")
    assert design_digest(root) != before


def test_the_design_is_the_same_in_the_folder_of_the_package_and_in_a_copy(tmp_path: Path) -> None:
    for name in ("theme", "scripts"):
        shutil.copytree(PROJECT / name, tmp_path / name, ignore=shutil.ignore_patterns("cyhoeddi", "setup-*"))
    shutil.copy(PROJECT / "mkdocs.yml", tmp_path)
    assert design_digest(tmp_path) == design_digest(PROJECT)
