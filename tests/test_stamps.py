"""What a build left is known again, and nothing that was changed in it is missed."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from cyhoeddi import workers
from cyhoeddi.stamps import file_stamp, folder_stamp

PLACES = ("index.html", "en/index.html", "en/one/index.html", "en/two/deep/er/index.html", "cy/un/a.bib")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Give a folder with files at every depth."""
    for place in PLACES:
        (tmp_path / "site" / place).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / place).write_bytes(b"one")
    return tmp_path / "site"


def written_over(file: Path) -> None:
    file.write_bytes(b"longer")


def touched(file: Path) -> None:
    os.utime(file, ns=(1, 1))


def closed(file: Path) -> None:
    file.chmod(0o400)


def renamed(file: Path) -> None:
    file.rename(file.with_name("other"))


def added(file: Path) -> None:
    file.with_name("other").write_bytes(b"")


def linked(file: Path) -> None:
    file.rename(file.with_name("other"))
    file.symlink_to("other")


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("change", [written_over, touched, closed, renamed, added, linked, Path.unlink])
def test_a_folder_in_which_anything_was_changed_has_another_stamp(
    site: Path, place: str, change: Callable[[Path], object]
) -> None:
    before = folder_stamp(str(site))
    assert folder_stamp(str(site)) == before
    change(site / place)
    assert folder_stamp(str(site)) != before


def test_the_stamp_is_the_same_on_one_core(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stamps = []
    for number in (1, 2):
        monkeypatch.setattr(workers, "cores", lambda number=number: number)
        stamps.append(folder_stamp(str(site)))
    assert stamps[0] == stamps[1]


def test_what_is_missing_has_no_stamp(site: Path) -> None:
    shutil.rmtree(site)
    with pytest.raises(FileNotFoundError):
        folder_stamp(str(site))
    assert file_stamp(str(site)) == ""


def test_a_file_has_its_size_and_time_for_a_stamp(site: Path) -> None:
    os.utime(site / "index.html", ns=(5, 5))
    assert file_stamp(str(site / "index.html")) == "3 5"
