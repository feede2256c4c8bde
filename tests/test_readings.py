"""Of the files of briefings/, only those are read that are others than the last time."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from cyhoeddi import hashes, readings
from cyhoeddi.entry import Entry
from cyhoeddi.project import read_project
from cyhoeddi.reading import Reading
from cyhoeddi.readings import Known, briefing_files, read_readings
from cyhoeddi.source.text import MOST_BYTES
from tests.project_folder import REPORT, replace, write, write_project
from tests.test_unchanged import NOW


def read(root: Path, *, keep: bool = True, known: Known | None = None) -> Mapping[str, Reading]:
    names = briefing_files(root)
    return read_readings(root, names, keep=keep, jobs=1, tell=lambda _done, _of: None, known=known)


def titled(word: str) -> dict[str, str]:
    return {"en": f"{word} report", "cy": "Adroddiad blynyddol"}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_project(tmp_path)


def test_a_file_that_is_the_same_is_not_opened(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hashes, "time_ns", lambda: time.time_ns() + 10**10)
    first = read(root)
    assert "briefings/report.yaml" in first
    monkeypatch.setattr(readings, "read_reading", None)
    monkeypatch.setattr(hashes, "sha256", None)
    assert {name: reading.digest for name, reading in read(root).items()} == {
        name: reading.digest for name, reading in first.items()
    }


@pytest.mark.parametrize("keep", [True, False])
def test_a_file_saved_again_at_once_at_the_same_size_is_read(root: Path, keep: bool) -> None:
    first = read(root, keep=keep)["briefings/report.yaml"]
    replace(root, "briefings/report.yaml", "Yearly", "Weekly")
    second = read(root, keep=keep)["briefings/report.yaml"]
    assert (json.loads(first.head)["title"], json.loads(second.head)["title"]) == (
        titled("Yearly"),
        titled("Weekly"),
    )


def test_without_keeping_nothing_is_written(root: Path) -> None:
    read(root, keep=False)
    assert not (root / readings.FILE).exists()
    assert not (root / hashes.FILE).exists()


@pytest.mark.parametrize("content", ["", f"{REPORT}# {'x' * MOST_BYTES}"], ids=["empty", "too large"])
def test_what_cannot_be_in_order_is_no_reading_but_a_mistake(root: Path, content: str) -> None:
    write(root, "briefings/wrong.yaml", content)
    assert "briefings/wrong.yaml" not in read(root)
    assert "briefings/report.yaml" in read(root)
    told = read_project(root, NOW, keep=True).problems
    assert "briefings/wrong.yaml" in {problem.position.file for problem in told}


def test_what_is_not_there_is_no_reading(root: Path) -> None:
    names = ["briefings/missing.yaml", "briefings/report.yaml"]
    found = read_readings(root, names, keep=True, jobs=1, tell=lambda _done, _of: None)
    assert list(found) == ["briefings/report.yaml"]


def test_a_process_that_lasts_makes_nothing_again_but_what_changed(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = Known()

    def entries() -> dict[str, Entry]:
        return {entry.file: entry for entry in read_project(root, NOW, keep=True, known=known).entries}

    first = entries()
    replace(root, "briefings/report.yaml", "Yearly", "Weekly")
    (root / "briefings/2023/minutes.yaml").rename(root / "briefings/minutes.yaml")
    monkeypatch.setattr(readings, "read_ledger", None)
    second = entries()
    assert {file for file in second if first.get(file) is not second[file]} == {
        "briefings/report.yaml",
        "briefings/minutes.yaml",
    }
    assert second["briefings/report.yaml"].data["title"] == titled("Weekly")
    assert "briefings/2023/minutes.yaml" not in second
    assert entries() == second


def test_what_it_knows_the_next_process_knows_too(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    known = Known()
    for old, new in (("Yearly", "Weekly"), ("Weekly", "Daily")):
        replace(root, "briefings/report.yaml", old, new)
        read(root, known=known)
    monkeypatch.setattr(readings, "read_reading", None)
    assert "Daily report" in read(root)["briefings/report.yaml"].head
