"""Files whose texts all stand as they were accepted are known by their hashes, and not looked at again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from cyhoeddi import settled
from cyhoeddi.accepting import accept, accept_some
from cyhoeddi.clock import read_clock
from cyhoeddi.examine import check_project
from cyhoeddi.memory import FILE as LOCK
from cyhoeddi.memory import read_memory
from cyhoeddi.project import Project, read_project
from cyhoeddi.steady import SavedMeanwhileError
from tests.project_folder import NOW, replace, write_project

FILE = "briefings/2023/minutes.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = write_project(tmp_path)
    accept(root, read_clock(NOW))
    return root


def kept(root: Path) -> Project:
    return read_project(root, read_clock(NOW), keep=True)


def standings(project: Project) -> Mapping[str, tuple[str, str]]:
    """Give how each text stands that is not settled, and the words that were accepted."""
    return {one.held.name: (one.state, repr(one.before)) for one in project.unsettled}


def change_one_side(root: Path) -> None:
    replace(root, FILE, "The board met.", "The board did not meet.")


def change_lock(root: Path) -> None:
    lines = (root / LOCK).read_text(encoding="utf-8").splitlines()
    left = [line for line in lines if not line.startswith("publication/report/title")]
    assert len(left) < len(lines)
    (root / LOCK).write_text("\n".join(left) + "\n", encoding="utf-8")


def accept_a_small_change(root: Path) -> None:
    change_one_side(root)
    accept_some(root, read_clock(NOW), [FILE], minor="no change to the Welsh")


@pytest.mark.parametrize("change", [lambda _root: None, change_one_side, change_lock, accept_a_small_change])
def test_what_is_kept_tells_the_same_as_everything(root: Path, change: Callable[[Path], object]) -> None:
    kept(root)
    change(root)
    again, whole = kept(root), read_project(root, read_clock(NOW))
    assert again.settled == whole.settled
    assert standings(again) == standings(whole)
    assert again.standings == whole.standings
    assert again.problems == whole.problems
    assert kept(root).settled == whole.settled


def test_only_lines_about_other_files_are_read(root: Path) -> None:
    before = kept(root)
    assert FILE in before.settled
    assert {record.key.split("/")[0] for record in before.memory.records} == {"page"}
    change_one_side(root)
    after = kept(root)
    assert not after.memory.whole
    assert FILE not in after.settled
    keys = {record.key.split("/")[1] for record in after.memory.records}
    assert "minutes" in keys
    assert "report" not in keys


def test_a_small_change_that_was_accepted_is_known_with_its_reason(root: Path) -> None:
    accept_a_small_change(root)
    kept(root)
    (minor,) = kept(root).settled[FILE].minor
    assert minor[1] == "no change to the Welsh"


def test_a_wrong_line_is_told_of_each_time(root: Path) -> None:
    with (root / LOCK).open("a", encoding="utf-8") as lock:
        lock.write("publication/report what is this?\n")
    for _ in range(3):
        assert [one.rule for one in kept(root).problems] == ["translations-lock"]


def test_a_lock_that_is_saved_meanwhile_is_not_taken_for_what_it_was(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept(root)
    change_one_side(root)

    def save_and_read(*given: Any, **more: Any) -> Any:
        change_lock(root)
        return read_memory(*given, **more)

    monkeypatch.setattr(settled, "read_memory", save_and_read)
    with pytest.raises(SavedMeanwhileError):
        kept(root)


def test_without_a_lock_nothing_is_settled(root: Path) -> None:
    kept(root)
    (root / LOCK).unlink()
    project = kept(root)
    assert not project.settled
    assert not project.memory.exists
    assert [one.rule for one in check_project(root, read_clock(NOW))] == ["recorded"]
