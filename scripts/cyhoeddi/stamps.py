"""Whether a file is still the one that was put there: by its size and the moment of its last change.

That costs no reading. Whoever writes into a file changes one or the other.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

Stamp: TypeAlias = tuple[str, int, int]
"""Of a file: the hash of its content, its size in bytes, when it was changed in nanoseconds."""


def hash_of(file: Path) -> str:
    """Give the SHA-256 of the content of *file*, in hexadecimal digits."""
    return sha256(file.read_bytes()).hexdigest()


def stamp(file: Path | str, digest: str) -> Stamp:
    """Give the stamp of *file*, which holds content of this *digest*."""
    return digest, *size_and_time(file)


def size_and_time(file: Path | str) -> tuple[int, int]:
    """Give the size of *file* in bytes, and when it was changed in nanoseconds. Raises OSError."""
    state = os.lstat(file)
    return state.st_size, state.st_mtime_ns


class Looked(NamedTuple):
    """What stands in a folder."""

    files: Mapping[str, tuple[int, int] | None]
    """What is no folder, by path: size and time of change of a file; None for a link and the like."""
    folders: Mapping[str, int]
    """The mode of each folder in it, by path; each comes after the one that it is in."""

    def holds(self, path: str, stamp: Stamp | Sequence[Any]) -> bool:
        """Tell whether the file with this *stamp* stands at *path*."""
        _, size, at = stamp
        return self.files.get(path) == (size, at)


NO_FILES = Looked({}, {})


def list_folder(top: Path, *inside: str) -> Looked:
    """Give what stands in the folder *top*, or in these folders *inside* it, if they are there.

    Raises OSError if something there cannot be looked at.
    """
    files: dict[str, tuple[int, int] | None] = {}
    folders: dict[str, int] = {}
    waiting = []
    for path in inside:
        if (top / path).is_dir() and not (top / path).is_symlink():
            waiting.append(f"{path}/")
        elif os.path.lexists(top / path):
            files[path] = None
    start = f"{top}/"
    waiting = waiting if inside else [""]
    while waiting:
        folder = waiting.pop()
        with os.scandir(start + folder) as entries:
            for entry in entries:
                path, state = folder + entry.name, entry.stat(follow_symlinks=False)
                if entry.is_dir(follow_symlinks=False):
                    folders[path] = state.st_mode
                    waiting.append(f"{path}/")
                else:
                    known = entry.is_file(follow_symlinks=False)
                    files[path] = (state.st_size, state.st_mtime_ns) if known else None
    return Looked(files, folders)


def folders_of(paths: Iterable[str]) -> set[str]:
    """Give all folders that the files at *paths* stand in, however deep, but for the one that all is in."""
    found: set[str] = set()
    for path in paths:
        folder = path.rpartition("/")[0]
        while folder and folder not in found:
            found.add(folder)
            folder = folder.rpartition("/")[0]
    return found


def file_stamp(file: str) -> str:
    """Give the size of *file* and when it was changed, in a few characters; none if it is not there."""
    try:
        size, at = size_and_time(file)
    except OSError:
        return ""
    return f"{size} {at}"
