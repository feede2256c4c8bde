"""The generated tree to disk: only bytes that changed, and nothing left of what is no longer due."""

from __future__ import annotations

import shutil
from pathlib import Path

from cyhoeddi.language import Language
from cyhoeddi.render.tree import FileCopy, Tree


def write_tree(root: Path, tree: Tree, into: Path) -> None:
    """Make the generated folders below *into* equal to *tree*; copies are taken from the project folder *root*."""
    for path, content in tree.items():
        target = into / path
        if isinstance(content, FileCopy):
            _copy(root / content.source, target)
        elif not target.is_file() or target.read_bytes() != content:
            _clear_way(target)
            target.write_bytes(content)
    for language in Language:
        _remove_strangers(into / language / "generated", {into / path for path in tree})


def _copy(source: Path, target: Path) -> None:
    if not target.is_file() or target.read_bytes() != source.read_bytes():
        _clear_way(target)
        shutil.copyfile(source, target)


def _clear_way(target: Path) -> None:
    """Make the folder of *target*, in place of a file or folder of an earlier build that is in the way."""
    if target.is_dir():
        shutil.rmtree(target)
    for parent in reversed(target.parents):
        if parent.is_file():
            parent.unlink()
    target.parent.mkdir(parents=True, exist_ok=True)


def _remove_strangers(folder: Path, kept: set[Path]) -> None:
    if not folder.is_dir():
        return
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir() and not path.is_symlink():
            if not any(path.iterdir()):
                path.rmdir()
        elif path not in kept:
            path.unlink()
