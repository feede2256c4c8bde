from __future__ import annotations

from pathlib import Path

import pytest

from cyhoeddi.checks import recorded
from cyhoeddi.memory import FILE, read_memory
from tests.project_folder import replace, write_project
from tests.remembered import accept, standings_of

REPORT = "briefings/report.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    accept(write_project(tmp_path))
    return tmp_path


def found(root: Path, *, locked: bool = True) -> list[str]:
    memory, _ = read_memory(root)
    return [
        f"{at.file}:{at.line}:{at.column}: {problem.level}: {problem.message}"
        for problem in recorded.check(standings_of(root), memory, locked=locked)
        for at in (problem.position,)
    ]


def test_is_named_after_its_file() -> None:
    assert recorded.ID == "recorded"


def test_finds_nothing_in_what_was_accepted(root: Path) -> None:
    assert found(root) == []


@pytest.mark.parametrize("locked", [True, False])
def test_a_project_without_a_memory_is_told_so_in_one_note(root: Path, locked: bool) -> None:
    (root / FILE).unlink()
    assert found(root, locked=locked) == [
        f"{FILE}:1:1: note: there is no {FILE}, so nothing tells whether one side has fallen behind"
    ]


def test_a_new_text_must_be_recorded(root: Path) -> None:
    text = "\nchanges:\n- date: 2024-01-10\n  note: {en: A change., cy: Newid.}\n"
    replace(root, REPORT, "    file: data.csv\n", f"    file: data.csv{text}")
    assert found(root) == [f"{REPORT}:10:29: error: this text is not recorded in {FILE}"]
    accept(root)
    assert found(root) == []


def test_a_text_that_changed_on_both_sides_must_be_recorded(root: Path) -> None:
    replace(root, REPORT, "{en: Yearly report, cy: Adroddiad blynyddol}", "{en: Report, cy: Adroddiad}")
    assert found(root) == [
        f"{REPORT}:3:25: error: both sides of this text changed since they were recorded in {FILE}"
    ]


def test_stands_on_the_side_that_was_not_written_first(root: Path) -> None:
    new = "source_language: cy\ntitle: {en: Report, cy: Adroddiad}"
    replace(root, REPORT, "title: {en: Yearly report, cy: Adroddiad blynyddol}", new)
    assert [line[: len(REPORT) + 5] for line in found(root)] == [f"{REPORT}:4:13"]


def test_asks_for_nothing_unless_locked_and_nothing_of_a_draft(root: Path) -> None:
    replace(root, REPORT, "{en: Yearly report, cy: Adroddiad blynyddol}", "{en: Report, cy: Adroddiad}")
    assert found(root, locked=False) == []
    replace(root, REPORT, "type: report\n", "type: report\nstatus: draft\n")
    assert found(root) == []


def test_a_stale_text_is_another_rules_concern(root: Path) -> None:
    replace(root, REPORT, "Yearly report", "Report")
    assert found(root) == []
