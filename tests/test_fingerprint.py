"""The hash of the program is another one whenever a part of it is, and the same however it is found."""

from __future__ import annotations

from pathlib import Path

import pytest

from cyhoeddi import fingerprint
from cyhoeddi.fingerprint import PACKAGE, code_digest, folder_files
from cyhoeddi.inputs import read_inputs
from cyhoeddi.stamps import hash_of
from tests.project_folder import write_project


@pytest.fixture(autouse=True)
def told(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Have nobody have told of the code; give what is told from now on."""
    hashes: dict[str, str] = {}
    monkeypatch.setattr(fingerprint, "_HASHES", hashes)
    return hashes


def anew() -> str:
    """Give the hash as a process finds it that has not asked yet."""
    return code_digest.__wrapped__()


def test_it_is_the_same_where_others_have_read_the_code(tmp_path: Path, told: dict[str, str]) -> None:
    read = anew()
    assert not told
    read_inputs(write_project(tmp_path))
    assert told.keys() >= {"fingerprint.py", "words/cy.yaml", "checks/dates.py"}
    assert anew() == read


@pytest.mark.parametrize("name", ["fingerprint.py", "words/cy.yaml", "checks/dates.py"])
def test_it_is_another_one_after_an_edit_of_any_file(told: dict[str, str], name: str) -> None:
    read = {file.relative_to(PACKAGE).as_posix(): hash_of(file) for file in folder_files(PACKAGE)}
    before = anew()
    told |= read
    assert anew() == before
    told[name] = "another hash"
    assert anew() != before


@pytest.mark.parametrize("name", ["jinja2-99.dist-info", "Markdown-99.egg-info"])
def test_it_is_another_one_with_another_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.syspath_prepend(tmp_path)
    before = anew()
    (tmp_path / name).mkdir()
    assert anew() != before


def test_what_python_leaves_there_does_not_count(told: dict[str, str]) -> None:
    fingerprint.tell_code({"a.py": "a hash", "a.pyc": "another"})
    assert told == {"a.py": "a hash"}
