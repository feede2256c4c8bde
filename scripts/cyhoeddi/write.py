"""The generated tree to disk: only bytes that changed, and nothing left of what is no longer due.

A write that was cut off does no harm: the next one compares every byte of what does not stand for sure.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator, Mapping, Set
from pathlib import Path

from cyhoeddi.language import Language
from cyhoeddi.render.kept import KeptFile
from cyhoeddi.render.tree import FileCopy, Tree

_NOTHING: Mapping[str, str] = {}


def write_tree(
    root: Path,
    tree: Tree,
    into: Path,
    digests: Mapping[str, str] = _NOTHING,
    standing: Mapping[str, str] = _NOTHING,
) -> None:
    """Make the generated folders below *into* equal to *tree*; copies come from the project folder *root*.

    *digests* are the hashes of the tree, and *standing* those of the files that are known to stand in *into*:
    one that is the same in both is not looked at. Nothing outside these folders is touched: a link in the
    place of one of them, or in one, is taken away.
    """
    folders = set(_folders(tree))
    for language in Language:
        folder = into / language / "generated"
        if folder.is_symlink() or folder.is_file():
            folder.unlink()
        folder.mkdir(parents=True, exist_ok=True)
        _remove_strangers(str(into), f"{language}/generated", tree.keys(), folders)
    for path, content in tree.items():
        if isinstance(content, KeptFile) or (path in standing and standing[path] == digests.get(path)):
            continue
        _write(
            into / path, (root / content.source).read_bytes() if isinstance(content, FileCopy) else content
        )


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
