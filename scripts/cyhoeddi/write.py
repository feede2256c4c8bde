"""The generated tree to disk: only bytes that changed, and nothing left of what is no longer due.

A write that was cut off does no harm: the next one compares every byte of what does not stand for sure.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping, Set
from hashlib import sha256
from pathlib import Path

from cyhoeddi.language import Language
from cyhoeddi.made import copy_digest
from cyhoeddi.render.kept import Hash
from cyhoeddi.render.work import FileCopy, Put, Tree
from cyhoeddi.stamps import Looked, folders_of, list_folder
from cyhoeddi.steady import saved_meanwhile

GENERATED = tuple(f"{language}/generated" for language in Language)
"""The folders of a generated tree."""
_UNKNOWN: Mapping[str, str] = {}


def look_at_tree(into: Path) -> Looked:
    """Give what stands in the generated folders below *into*."""
    return list_folder(into, *GENERATED)


def write_tree(
    root: Path,
    tree: Tree,
    into: Path,
    looked: Looked,
    gone: Set[str] = frozenset(),
    standing: Set[str] = frozenset(),
    digests: Mapping[str, str] = _UNKNOWN,
) -> None:
    """Make the generated folders below *into* equal to *tree*; copies come from the project folder *root*.

    *looked* is what stood in these folders, without the links, but perhaps for the files of *tree* and those
    that are *gone* from it. A file that is given as its hash stands there already, and is not looked at; nor
    are the copies among the paths that are *standing*. Nothing outside these folders is touched. Raises
    SavedMeanwhileError if a file to be copied has not the hash that *digests* tell of it.
    """
    _remove(into, {*looked.files, *gone} - tree.keys())
    _remove_folders(into, {*looked.folders, *folders_of(gone)}, tree)
    for folder in GENERATED:
        (into / folder).mkdir(parents=True, exist_ok=True)
    for path, content in tree.items():
        if isinstance(content, FileCopy) and path not in standing:
            data = (root / content.source).read_bytes()
            if path in digests and copy_digest(content, data) != digests[path]:
                raise saved_meanwhile(content.source)
            _write(into / path, data)
        elif isinstance(content, bytes):
            _write(into / path, content)


def write_at_once(into: Path) -> Put:
    """Give what writes a file of a tree below *into* as soon as it is made, and then holds its hash alone.

    Where something else is in the way, the file is held, and `write_tree` makes room for it. Links must have
    been removed before.
    """

    def put(path: str, content: bytes) -> bytes | Hash:
        try:
            _write(into / path, content)
        except (FileExistsError, IsADirectoryError, NotADirectoryError):
            return content
        return sha256(content).hexdigest()

    return put


def remove_links(into: Path, looked: Looked) -> Looked:
    """Remove each link, pipe and the like of what was *looked* at below *into*; give what is left.

    Nothing is read or written through them.
    """
    for path, state in looked.files.items():
        if state is None:
            (into / path).unlink(missing_ok=True)
    return Looked({path: state for path, state in looked.files.items() if state is not None}, looked.folders)


def _write(target: Path, content: bytes) -> None:
    if not target.is_file():
        target.parent.mkdir(parents=True, exist_ok=True)
    elif target.read_bytes() == content:
        return
    target.write_bytes(content)


def _remove(into: Path, paths: Iterable[str]) -> None:
    for path in paths:
        (into / path).unlink(missing_ok=True)


def _remove_folders(into: Path, folders: Iterable[str], tree: Tree) -> None:
    """Remove those of *folders* in which nothing is due."""
    # With those that these are in: nobody else's are cleared.
    needed = {*folders_of(f"{folder}/." for folder in GENERATED), *folders_of(tree)}
    for path in sorted(set(folders) - needed, reverse=True):
        shutil.rmtree(into / path)
