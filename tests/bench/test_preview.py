"""How the benchmark times a preview: a save is shown when its words are there."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bench.preview import saves


def test_each_save_is_timed_until_its_words_are_shown(invented: Path, tmp_path: Path) -> None:
    project = shutil.copytree(invented, tmp_path / "project")
    first, second = saves(project, 9, (1, 2))
    assert 0 < first.seconds < 60 > second.seconds > 0
    assert 0 < first.memory == second.memory


def test_a_preview_that_does_not_come_is_told_of(invented: Path, tmp_path: Path) -> None:
    project = shutil.copytree(invented, tmp_path / "project")
    (project / "mkdocs.yml").unlink()
    with pytest.raises(RuntimeError, match="mkdocs"):
        saves(project, 9, (1,))
