"""By what one knows that something need not be made again: hashes of what it is made from."""

from __future__ import annotations

import platform
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path
from re import match

import cyhoeddi

PACKAGE = Path(cyhoeddi.__file__).resolve().parent
HOME = PACKAGE.parents[1]
"""The folder in which theme/ and scripts/ stand beside the package."""
_NOT_CODE = (".pyc", ".pyo")


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
    """Yield the files in *folder*, however deep, but for what Python and editors leave there."""
    for file in folder.rglob("*"):
        if file.is_file() and file.suffix not in _NOT_CODE:
            yield file


@cache
def code_digest() -> str:
    """Give the hash of this program: its own files, and the versions of all it is put together from."""
    return digest(files_digest(PACKAGE, folder_files(PACKAGE)), platform.python_version(), *_versions())


def _versions() -> Iterator[str]:
    try:
        names = requires("cyhoeddi") or []
    except PackageNotFoundError:
        names = []
    for line in names:
        found = match(r"[\w.-]+", line)
        if found and "extra ==" not in line:
            yield f"{found[0]} {version(found[0])}"
