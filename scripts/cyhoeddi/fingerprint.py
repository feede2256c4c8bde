"""By what one knows that something need not be made again: hashes of what it is made from."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path

import cyhoeddi

PACKAGE = Path(cyhoeddi.__file__).resolve().parent
HOME = PACKAGE.parents[1]
"""The folder in which theme/ and scripts/ stand beside the package."""
_NOT_CODE = (".pyc", ".pyo")
_TELLING = (".dist-info", ".egg-info")


def digest(*parts: str | bytes) -> str:
    """Give the SHA-256, in hexadecimal digits, of *parts*; where one ends makes a difference."""
    whole = sha256()
    for part in parts:
        data = part if isinstance(part, bytes) else part.encode("utf-8", "surrogatepass")
        whole.update(b"%d:" % len(data))
        whole.update(data)
    return whole.hexdigest()


def files_digest(root: Path, files: Iterable[Path]) -> str:
    """Give the hash of the names, below *root*, and the contents of *files*."""
    named = sorted((file.relative_to(root).as_posix(), file) for file in files)
    return digest(*(part for name, file in named for part in (name, sha256(file.read_bytes()).digest())))


def folder_files(folder: Path) -> Iterator[Path]:
    """Yield the files in *folder*, however deep and through links, but for hidden ones and Python's own."""
    seen = set()
    for top, folders, names in os.walk(folder, followlinks=True):
        # A link may lead back to a folder above it.
        real = os.path.realpath(top)
        folders[:] = () if real in seen else filter(is_counted, folders)
        for name in () if real in seen else filter(is_counted, names):
            if (file := Path(top, name)).is_file():
                yield file
        seen.add(real)


def is_counted(name: str) -> bool:
    """Tell whether what has this *name* is none of what Python and editors leave beside files."""
    return not (name.startswith(".") or name == "__pycache__" or name.endswith(_NOT_CODE))


@cache
def code_digest() -> str:
    """Give the hash of this program: its own files, Python, and all that is installed beside it."""
    hashes = _HASHES or {
        file.relative_to(PACKAGE).as_posix(): sha256(file.read_bytes()).hexdigest()
        for file in folder_files(PACKAGE)
    }
    own = (f"{path}\0{found}" for path, found in sorted(hashes.items()))
    return digest(python_version(), *sorted(set(installed())), *own)


def tell_code(hashes: Mapping[str, str]) -> None:
    """Have `code_digest` go by these *hashes* of the files in PACKAGE, by their paths in it.

    Whoever has asked for them already need not have all of them read once more.
    """
    if not _HASHES:
        counted = (path for path in hashes if all(map(is_counted, path.split("/"))))
        _HASHES.update({path: hashes[path] for path in counted})


_HASHES: dict[str, str] = {}


def python_version() -> str:
    """Give the version of Python, to the last part of it."""
    return ".".join(map(str, sys.version_info))


def installed() -> Iterator[str]:
    """Yield the name and version of each package that Python finds here, needed or not.

    They are the names of the folders that tell of them: to have Python read those takes longer than all
    else that must be known before an answer is given again.
    """
    for place in sys.path:
        # A place may be missing, or no folder.
        with suppress(OSError), os.scandir(place or ".") as entries:
            yield from (entry.name for entry in entries if entry.name.endswith(_TELLING))
