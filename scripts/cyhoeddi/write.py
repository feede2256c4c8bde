"""The generated tree to disk: only bytes that changed, and nothing left of what is no longer due.

A write that was cut off does no harm: the next one compares every byte.
"""

from __future__ import annotations

import shutil
from collections.abc import Set
from pathlib import Path

from cyhoeddi.language import Language
from cyhoeddi.render.tree import FileCopy, Tree


def write_tree(root: Path, tree: Tree, into: Path) -> None:
    """Make the generated folders below *into* equal to *tree*; copies come from the project folder *root*.

    Nothing outside these folders is touched: a link in the place of one of them, or in one, is taken away.
    """
    kept = {into / path for path in tree}
    for language in Language:
        folder = into / language / "generated"
        if folder.is_symlink() or folder.is_file():
            folder.unlink()
        folder.mkdir(parents=True, exist_ok=True)
        _remove_strangers(folder, kept)
    for path, content in tree.items():
        if isinstance(content, FileCopy):
            content = (root / content.source).read_bytes()
        _write(into / path, content)


def _write(target: Path, content: bytes) -> None:
    if not target.is_file():
        target.parent.mkdir(parents=True, exist_ok=True)
    elif target.read_bytes() == content:
        return
    target.write_bytes(content)


def _remove_strangers(folder: Path, kept: Set[Path]) -> None:
    """Remove what is not *kept*: links, and whatever stands where a folder or file of another kind is due."""
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir() and not path.is_symlink():
            if path in kept:
                shutil.rmtree(path)
            elif not any(path.iterdir()):
                path.rmdir()
        elif path not in kept or path.is_symlink():
            path.unlink()
