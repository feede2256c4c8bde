from __future__ import annotations

from pathlib import Path

import pytest

from cyhoeddi.whole import write_whole


def test_a_text_takes_the_place_of_the_file(tmp_path: Path) -> None:
    file = tmp_path / "a.lock"
    write_whole(file, "ŵ\n")
    write_whole(file, "ŷ\n")
    assert file.read_bytes() == "ŷ\n".encode()
    assert list(tmp_path.iterdir()) == [file]


def test_a_write_that_fails_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    file = tmp_path / "a.lock"
    write_whole(file, "before")
    with pytest.raises(UnicodeEncodeError):
        write_whole(file, "after \ud800")
    assert file.read_text("utf-8") == "before"
