"""Whether a file is still the one that was put there: by its size and the moment of its last change.

That costs no reading. Whoever writes into a file changes one or the other.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from stat import S_ISREG
from typing import TypeAlias

Stamp: TypeAlias = tuple[str, int, int]
"""Of a file: the hash of its content, its size in bytes, when it was changed in nanoseconds."""


def stamp(file: Path | str, digest: str) -> Stamp:
    """Give the stamp of *file*, which holds content of this *digest*."""
    state = os.lstat(file)
    return digest, state.st_size, state.st_mtime_ns


def is_stamped(file: str, stamp: Stamp) -> bool:
    """Tell whether *file* is there, is a file and no link to one, and is as its *stamp* says."""
    try:
        state = os.lstat(file)
    except OSError:
        return False
    return (state.st_size, state.st_mtime_ns) == stamp[1:] and S_ISREG(state.st_mode)


def still_stamped(folder: Path, stamps: Mapping[str, Stamp]) -> Iterator[str]:
    """Yield those of the paths in *folder* at which the files with these *stamps* still stand."""
    top = f"{folder}/"
    return (path for path, stamp in stamps.items() if is_stamped(top + path, stamp))
