"""A file is not read again while it is the same; one that is another is never taken for the same."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from cyhoeddi import hashes
from cyhoeddi.hashes import FILE, Hashes
from cyhoeddi.ledger import read_ledger, write_ledger


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Give a file that has long been left alone."""
    file = tmp_path / "a.yaml"
    file.write_bytes(b"one")
    return file


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have whatever was just written be old."""
    monkeypatch.setattr(hashes, "time_ns", lambda: time.time_ns() + 10**10)


def of(file: Path) -> str:
    """Give the hash that a new run finds, which keeps it."""
    known = Hashes(file.parent)
    digest, size = known.of(str(file))
    assert size == file.stat().st_size
    known.keep()
    return digest


def digest(content: bytes) -> str:
    return sha256(content).hexdigest()


def rows(root: Path) -> dict[str, list[object]]:
    return read_ledger(root / FILE, "1")


@pytest.mark.usefixtures("later")
def test_a_file_that_was_left_alone_is_not_read_again(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert of(file) == digest(b"one")
    monkeypatch.setattr(hashes, "sha256", None)
    assert of(file) == digest(b"one")


def test_a_file_that_was_just_saved_is_read_again(file: Path) -> None:
    assert of(file) == digest(b"one")
    assert rows(file.parent) == {}
    # In one step of the clock, of the same size, in the same place on the disk.
    before = file.stat()
    file.write_bytes(b"two")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert of(file) == digest(b"two")


def test_a_file_of_a_time_to_come_is_read_again(file: Path) -> None:
    to_come = time.time_ns() + 10**12
    os.utime(file, ns=(to_come, to_come))
    assert of(file) == digest(b"one")
    assert rows(file.parent) == {}


@pytest.mark.usefixtures("later")
def test_a_file_that_was_only_touched_has_the_same_hash(file: Path) -> None:
    of(file)
    kept = rows(file.parent)
    os.utime(file, ns=(10**18, 10**18))
    assert of(file) == digest(b"one")
    assert rows(file.parent) != kept


def written_over(file: Path) -> None:
    file.write_bytes(b"two")


def replaced(file: Path) -> None:
    (file.parent / "new").write_bytes(b"two")
    (file.parent / "new").replace(file)


@pytest.mark.usefixtures("later")
@pytest.mark.parametrize("change", [written_over, replaced])
def test_a_change_is_seen_though_size_and_time_are_set_as_they_were(
    file: Path, change: Callable[[Path], None]
) -> None:
    of(file)
    before = file.stat()
    # Past the step of the clock; in life it is past two seconds.
    time.sleep(0.05)
    change(file)
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert of(file) == digest(b"two")


@pytest.mark.usefixtures("later")
def test_what_is_written_while_a_file_is_read_is_seen(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def meanwhile() -> object:
        time.sleep(0.05)
        file.write_bytes(b"two")
        return sha256()

    with monkeypatch.context() as patch:
        patch.setattr(hashes, "sha256", meanwhile)
        of(file)
    file.write_bytes(b"six")
    assert of(file) == digest(b"six")


def test_a_large_file_is_read_in_pieces(file: Path) -> None:
    content = bytes(range(256)) * 3000
    file.write_bytes(content)
    assert of(file) == digest(content)


@pytest.mark.usefixtures("later")
@pytest.mark.parametrize("spoil", [3, [], [1, 2, 3, 4], "size", "digest", "short", None])
def test_what_is_damaged_is_not_known(file: Path, spoil: object) -> None:
    of(file)
    size, written, changed, number, found = rows(file.parent)[str(file)]
    damaged = {
        "size": ["3", written, changed, number, found],
        "digest": [size, written, changed, number, 3],
        "short": [size, written, changed, number, "abc"],
    }
    row = damaged[spoil] if isinstance(spoil, str) else spoil
    write_ledger(file.parent / FILE, "1", {str(file): row})
    assert of(file) == digest(b"one")


@pytest.mark.usefixtures("later")
def test_a_ledger_of_another_version_is_none(file: Path) -> None:
    of(file)
    kept = rows(file.parent)[str(file)]
    write_ledger(file.parent / FILE, "0", {str(file): [*kept[:-1], "0" * 64]})
    assert of(file) == digest(b"one")


@pytest.mark.usefixtures("later")
def test_files_that_nobody_asks_for_any_more_are_forgotten_when_all_were_asked_for(file: Path) -> None:
    other = file.with_name("b.yaml")
    other.write_bytes(b"other")
    of(file)
    of(other)
    assert rows(file.parent).keys() == {str(file), str(other)}
    known = Hashes(file.parent)
    known.of(str(file))
    known.keep(only_asked=True)
    assert rows(file.parent).keys() == {str(file)}


@pytest.mark.usefixtures("later")
def test_the_ledger_is_written_only_if_something_is_new(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    of(file)
    monkeypatch.setattr(hashes, "write_ledger", None)
    of(file)


def test_without_a_project_folder_nothing_is_kept(file: Path) -> None:
    known = Hashes(None)
    assert known.of(str(file)) == (digest(b"one"), 3)
    known.keep()
    assert list(file.parent.iterdir()) == [file]


def test_a_file_that_cannot_be_read_raises(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        Hashes(tmp_path).of(str(tmp_path / "missing"))
    with pytest.raises(IsADirectoryError):
        Hashes(tmp_path).of(str(tmp_path))
