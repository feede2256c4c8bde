"""A process for MkDocs that is started before there is work for it does that work, or is gone."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from cyhoeddi.site import SiteError
from cyhoeddi.site import early as module
from cyhoeddi.site.early import Early, early
from cyhoeddi.site.engine import build_site
from tests.engine.hand_made import files, make_project


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[subprocess.Popen[str]]:
    """Give the processes that are started early."""
    found: list[subprocess.Popen[str]] = []
    real = module.start

    def start(given: int, *projects: Path) -> subprocess.Popen[str]:
        found.append(real(given, *projects))
        return found[-1]

    monkeypatch.setattr(module, "start", start)
    return found


def build(project: Path, name: str, one: Early | None) -> dict[str, bytes]:
    """Give the files of the site of *project*, built with the process *one*."""
    build_site(project, docs_dir=project / "docs", into=project / name, early=one)
    return files(project / name)


def test_it_builds_what_another_process_builds(tmp_path: Path, started: list[subprocess.Popen[str]]) -> None:
    project = make_project(tmp_path)
    with early() as one:
        one.start(tmp_path)
        one.start(tmp_path)
        assert len(started) == 1
        assert build(project, "first", one) == build(project, "second", one)
    assert started[0].returncode == 0


def test_one_that_had_no_work_is_ended(tmp_path: Path, started: list[subprocess.Popen[str]]) -> None:
    with early() as one:
        one.start(tmp_path)
    assert started[0].returncode not in {None, 0}


def test_one_that_has_ended_is_told_of(tmp_path: Path, started: list[subprocess.Popen[str]]) -> None:
    project = make_project(tmp_path)
    with early() as one:
        one.start(tmp_path)
        started[0].kill()
        started[0].wait()
        with pytest.raises(SiteError, match="the build ended with status -9"):
            build(project, "first", one)


def test_where_none_was_started_there_is_nothing_to_end() -> None:
    with early() as one:
        assert one.take([]) is None
