"""Folders of the cache: made once, made again when damaged, and linked into a site."""

from __future__ import annotations

import os
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from shutil import copytree

import pytest

from cyhoeddi.search.finished import LIST, Finished, finish

Damage = Callable[[Path], object]


def make(room: Path) -> Path:
    """Make a folder with two files."""
    (room / "made" / "below").mkdir(parents=True)
    (room / "made" / "one.txt").write_text("one")
    (room / "made" / "below" / "two.txt").write_text("two")
    (room / "rest").write_text("of no use")
    return room / "made"


def never(room: Path) -> Path:
    """Fail, since nothing is to be made."""
    raise AssertionError(room)


@pytest.fixture
def made(tmp_path: Path) -> Finished:
    return finish(tmp_path / "cache", make)


def test_a_folder_is_made_once(tmp_path: Path, made: Finished) -> None:
    assert made.hashes == {
        "one.txt": sha256(b"one").hexdigest(),
        "below/two.txt": sha256(b"two").hexdigest(),
    }
    assert finish(made.folder, never) == made
    assert [*tmp_path.iterdir()] == [made.folder]


@pytest.mark.parametrize(
    "damage",
    [
        lambda folder: (folder / "one.txt").write_text("another"),
        lambda folder: (folder / "one.txt").write_text("eno"),
        lambda folder: (folder / "one.txt").unlink(),
        lambda folder: (folder / LIST).write_text("{}"),
        lambda folder: (folder / LIST).unlink(),
    ],
)
def test_a_damaged_folder_is_made_again(made: Finished, damage: Damage) -> None:
    damage(made.folder)
    assert finish(made.folder, make) == made
    assert (made.folder / "one.txt").read_text() == "one"
    assert finish(made.folder, never) == made


def test_a_file_that_somebody_put_there_is_of_no_account(tmp_path: Path, made: Finished) -> None:
    (made.folder / "more.txt").write_text("more")
    assert finish(made.folder, never) == made
    assert "more.txt" not in made.put(tmp_path / "site")


def test_what_was_left_of_a_folder_that_was_not_finished_is_cleared(tmp_path: Path) -> None:
    (tmp_path / "cache.making" / "made").mkdir(parents=True)
    assert (finish(tmp_path / "cache", make).folder / "one.txt").is_file()
    assert not (tmp_path / "cache.making").exists()


def test_a_file_that_was_not_touched_is_not_read(made: Finished) -> None:
    before = (file := made.folder / "one.txt").stat()
    file.write_text("eno")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert finish(made.folder, never) == made


def test_a_copy_of_a_folder_is_whole_though_its_files_are_new(tmp_path: Path, made: Finished) -> None:
    copy = copytree(made.folder, tmp_path / "copy", copy_function=_copied)
    assert finish(copy, never).hashes == made.hashes


def _copied(source: str, target: str) -> None:
    Path(target).write_bytes(Path(source).read_bytes())


def test_files_are_linked_into_a_site(tmp_path: Path, made: Finished) -> None:
    put = made.put(tmp_path / "site", without=("one.txt",))
    assert put == {"below/two.txt": sha256(b"two").hexdigest()}
    (file,) = (one for one in (tmp_path / "site").rglob("*") if one.is_file())
    assert file.samefile(made.folder / "below" / "two.txt")
