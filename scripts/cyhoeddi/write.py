"""The generated tree to disk: only bytes that changed, and nothing left of what is no longer due.

A write that was cut off does no harm: the next one compares every byte of what does not stand for sure.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator, Mapping, Set
from hashlib import sha256
from pathlib import Path

from cyhoeddi.entry import saved_meanwhile
from cyhoeddi.language import Language
from cyhoeddi.made import copy_digest
from cyhoeddi.render.kept import KeptFile
from cyhoeddi.render.work import FileCopy, Put, Tree

_UNKNOWN: Mapping[str, str] = {}


def write_tree(
    root: Path,
    tree: Tree,
    into: Path,
    standing: Set[str] = frozenset(),
    digests: Mapping[str, str] = _UNKNOWN,
) -> None:
    """Make the generated folders below *into* equal to *tree*; copies come from the project folder *root*.

    A `KeptFile` stands there already, and is not looked at; nor are the copies among the paths that are
    *standing*. Nothing outside these folders is touched: a link in the place of one of them, or in one, is
    taken away. Raises SavedMeanwhileError if a file to be copied has not the hash that *digests* tell of it.
    """
    folders = set(_folders(tree))
    for language in Language:
        folder = into / language / "generated"
        if folder.is_symlink() or folder.is_file():
            folder.unlink()
        folder.mkdir(parents=True, exist_ok=True)
        _remove_strangers(str(into), f"{language}/generated", tree.keys(), folders)
    for path, content in tree.items():
        if isinstance(content, FileCopy) and path not in standing:
            data = (root / content.source).read_bytes()
            if path in digests and copy_digest(content, data) != digests[path]:
                raise saved_meanwhile(content.source)
            _write(into / path, data)
        elif isinstance(content, bytes):
            _write(into / path, content)


def write_at_once(into: Path, standing: Mapping[str, str]) -> Put:
    """Give what writes a file of a tree below *into* as soon as it is made, and then holds its hash alone.

    *standing* are the hashes of the files that are known to stand there. Where something else is in the way,
    the file is held, and `write_tree` makes room for it. Links must have been removed before.
    """

    def put(path: str, content: bytes) -> bytes | KeptFile:
        digest = sha256(content).hexdigest()
        if standing.get(path) != digest:
            try:
                _write(into / path, content)
            except (FileExistsError, IsADirectoryError, NotADirectoryError):
                return content
        return KeptFile(digest)

    return put


def remove_links(into: Path) -> None:
    """Remove each link in the generated folders below *into*: nothing is read or written through them."""
    for language in Language:
        _remove_links(f"{into}/{language}/generated")


def _remove_links(folder: str) -> None:
    if os.path.islink(folder):  # noqa: PTH114 (as below: the names are plain text)
        os.unlink(folder)  # noqa: PTH108
    elif os.path.isdir(folder):  # noqa: PTH112
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.is_symlink():
                    os.unlink(entry.path)  # noqa: PTH108
                elif entry.is_dir(follow_symlinks=False):
                    _remove_links(entry.path)


def _folders(paths: Iterable[str]) -> Iterator[str]:
    """Yield each folder that any of *paths* is in, at whatever depth."""
    near = {path.rpartition("/")[0] for path in paths}
    while near:
        yield from near
        near = {folder.rpartition("/")[0] for folder in near if folder}


def _write(target: Path, content: bytes) -> None:
    if not target.is_file():
        target.parent.mkdir(parents=True, exist_ok=True)
    elif target.read_bytes() == content:
        return
    target.write_bytes(content)


def _remove_strangers(top: str, folder: str, files: Set[str], folders: Set[str]) -> None:
    """Remove what is not among *files* and *folders*: links, and what stands where another kind is due."""
    with os.scandir(f"{top}/{folder}") as entries:
        for entry in list(entries):
            path = f"{folder}/{entry.name}"
            if not entry.is_dir(follow_symlinks=False):
                if path not in files or entry.is_symlink():
                    os.unlink(entry.path)  # noqa: PTH108 (entry.path is what there is)
            elif path in folders:
                _remove_strangers(top, path, files, folders)
            else:
                shutil.rmtree(entry.path)
