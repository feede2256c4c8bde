"""The result of an audit is read as it was written, and written only for the site that was audited."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from cyhoeddi.audit.outcome import Outcome
from cyhoeddi.statement.built import read_built, write_built
from cyhoeddi.statement.digest import file_digests
from cyhoeddi.statement.result import FILE, read_result, write_result
from tests.project_folder import found, write
from tests.statement.stated import AUDITED, fault, result, write_stated


def summary(*findings: dict[str, Any]) -> dict[str, Any]:
    """Give what an audit says of itself: everything but what the site was made from."""
    return {key: value for key, value in result(*findings).items() if key != "audited"}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Give a folder with a site as a build left it."""
    write(tmp_path, "site/en/index.html", "Home")
    write_built(tmp_path, AUDITED, file_digests(tmp_path / "site"))
    return tmp_path


def test_a_result_is_read_as_it_was_written(root: Path) -> None:
    told = summary(fault(), fault("", known="Until spring", expires="2024-09-01"))
    assert write_result(root, told) == ()
    read, problems = read_result(root)
    assert problems == ()
    assert read is not None
    assert read.model_dump(mode="json") == {**told, "audited": AUDITED.model_dump()}
    before = (root / FILE).read_bytes()
    write_result(root, told)
    assert (root / FILE).read_bytes() == before


@pytest.mark.parametrize(
    "change",
    [
        lambda root: write(root, "site/en/index.html", "Home!"),
        lambda root: write(root, "site/cy/index.html", "Hafan"),
        lambda root: write(root, "site/en/.hidden.html", "Hidden"),
        lambda root: (root / "site/en/index.html").unlink(),
        lambda root: (root / "site/en/index.html").rename(root / "site/index.html"),
        lambda root: (root / ".cyhoeddi/built.json").unlink(),
        lambda root: write(root, ".cyhoeddi/built.json", "{}"),
    ],
)
def test_a_site_that_is_not_as_the_build_made_it_is_not_recorded(root: Path, change: Any) -> None:
    assert read_built(root) == AUDITED
    change(root)
    assert read_built(root) is None
    (problem,) = write_result(root, summary())
    assert problem.message == "the site is not as the last build made it, so the audit is not recorded"
    assert not (root / FILE).exists()


def test_without_the_file_there_was_no_audit(tmp_path: Path) -> None:
    assert read_result(tmp_path) == (None, ())


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{", json.dumps({**result(), "version": 2}), json.dumps({**result(), "date": "soon"}), "\xff"],
)
def test_a_broken_result_is_a_problem_and_never_a_clean_one(tmp_path: Path, text: str) -> None:
    root = write_stated(tmp_path)
    write(root, FILE, text)
    assert found(root) == [f"{FILE}:1:1: error: this is not the result of an audit (audit-result)"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"version": True},
        {"version": 1.0},
        {"date": "2024-05-02T00:00"},
        {"date": 1714608000},
        {"pages": {"all": -5, "in_browser": 0}},
        {"pages": {"all": 5, "in_browser": -1}},
        {"pages": {"all": "5", "in_browser": 1}},
        {"pages": {"all": 5.0, "in_browser": True}},
        {"pdfs": -1},
        {"complete": "yes"},
        {"complete": 1},
        {"tools": [{"name": "axe-core", "version": "", "run": "on"}]},
        {"audited": {"design": "", "content": ""}},
        {"audited": {"design": "D" * 64, "content": "c" * 64}},
        {"audited": {"design": "d" * 64 + "\n", "content": "c" * 64}},
    ],
    ids=str,
)
def test_what_no_audit_writes_is_a_problem_with_a_hint(tmp_path: Path, wrong: dict[str, Any]) -> None:
    write(tmp_path, FILE, json.dumps(result()))
    assert read_result(tmp_path)[1] == ()
    write(tmp_path, FILE, json.dumps({**result(), **wrong}))
    read, (problem,) = read_result(tmp_path)
    assert read is None
    assert problem.hint == "Restore the file from git, or audit the site again and record the result."


def test_what_an_audit_says_of_itself_is_a_result(root: Path) -> None:
    assert write_result(root, _outcome().summary()) == ()
    read, _ = read_result(root)
    assert read is not None
    assert (read.pages.all, read.pages.in_browser, read.complete) == (12, 4, True)


def _outcome() -> Outcome:
    return Outcome("site", date(2024, 5, 2), (), (), (), 12, 4, ("1280 px",), 3, ())
