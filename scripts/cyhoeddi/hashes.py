"""The hash of each file that was read before; a file that nobody has touched since is not read again.

Whether it was touched is told by its size, its number on the disk, and two times: when it was written, and
when anything about it was changed. Whoever replaces a file, or sets the first time back, changes the others.

One thing these do not tell. A clock moves in steps, so a file that is saved twice in one step, at the same
size, looks the same after both. If it was read in between, its hash would be wrong for good. So a hash is
kept only if the file had been left alone for a while when it was read: whatever is written from then on
bears a later time. A file that was saved a moment ago is read again, until it is older than that.
"""

from __future__ import annotations

import os
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from time import time_ns
from typing import Any

from cyhoeddi.ledger import CACHE, read_ledger, write_ledger

FILE = f"{CACHE}/hashes.json"

_VERSION = "1"
A_WHILE = 2_000_000_000
"""In nanoseconds: the longest step of a file system's clock is that of FAT, two seconds."""
_LENGTH = 64
_PIECE = 256 * 1024


class Hashes:
    """The hashes of files, by their paths."""

    def __init__(self, root: Path | None) -> None:
        """Know what was kept in the project folder *root*, if one is given."""
        self._file = root / FILE if root else None
        self._known = read_ledger(self._file, _VERSION) if self._file else {}
        self._sure: dict[str, Any] = {}

    def of(self, path: str) -> tuple[str, int]:
        """Give the SHA-256 of the file at *path*, in hexadecimal digits, and its size in bytes.

        Raises OSError if it cannot be read.
        """
        row: Any = self._known.get(path)
        state = _state(os.stat(path))  # noqa: PTH116 (a Path takes longer to make than this)
        if not _is_row(row) or row[:-1] != state:
            return self._read(path)
        self._sure[path] = row
        return row[-1], state[0]

    def keep(self, *, only_asked: bool = False) -> None:
        """Keep what is known for the next time; with *only_asked*, only that of files that were asked for."""
        kept = self._sure if only_asked else self._known | self._sure
        if self._file and kept != self._known:
            write_ledger(self._file, _VERSION, kept)
            self._known = kept

    def _read(self, path: str) -> tuple[str, int]:
        began = time_ns()
        with Path(path).open("rb") as opened:
            # First this: what is written while the file is read makes it another one than this tells of.
            state = _state(os.fstat(opened.fileno()))
            whole = sha256()
            while data := opened.read(_PIECE):
                whole.update(data)
        size, written, changed, _ = state
        if max(written, changed) + A_WHILE < began:
            self._sure[path] = [*state, whole.hexdigest()]
        return whole.hexdigest(), size


@lru_cache(maxsize=1)
def hashes_in(root: Path) -> Hashes:
    """Give the hashes of the files of the project folder *root*, which this process reads once."""
    return Hashes(root)


def _state(state: os.stat_result) -> list[int]:
    return [state.st_size, state.st_mtime_ns, state.st_ctime_ns, state.st_ino]


def _is_row(row: object) -> bool:
    return isinstance(row, list) and len(row) == 5 and isinstance(row[-1], str) and len(row[-1]) == _LENGTH
