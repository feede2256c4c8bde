"""A file is known by its stamp."""

from __future__ import annotations

import os
from pathlib import Path

from cyhoeddi.stamps import file_stamp


def test_a_file_has_its_size_and_time_for_a_stamp(tmp_path: Path) -> None:
    file = tmp_path / "index.html"
    assert file_stamp(str(file)) == ""
    file.write_bytes(b"one")
    os.utime(file, ns=(5, 5))
    assert file_stamp(str(file)) == "3 5"
