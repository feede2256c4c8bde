"""What the last build left of the generated tree, and what it was rendered from.

It stands in a ledger: for what was rendered together (`render.kept`) the hash of all that it follows from,
and its files with their stamps, so that one that somebody changed is known. The pages in the sitemap, which
are half of all, have one of their own, which only a build with another outline reads.

    .cyhoeddi/tree-<folder>.json, listed-<folder>.json
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from cyhoeddi.fingerprint import code_digest, digest
from cyhoeddi.ledger import CACHE, read_ledger, write_ledger
from cyhoeddi.left import folder_states, forget_left, keep_left, seal_of
from cyhoeddi.render.kept import LastTree, Rendered
from cyhoeddi.render.tree import Rendering
from cyhoeddi.render.work import SHARED, FileCopy
from cyhoeddi.stamps import NO_FILES, Looked, Stamp, size_and_time, stamp
from cyhoeddi.write import GENERATED, look_at_tree

_TREE, _LISTED = "tree", "listed"


def read_last_tree(root: Path, into: Path) -> tuple[LastTree, Looked]:
    """Give what was last written into the folder *into* for the project *root*.

    Gives besides what stands there that is none of its files as it left them, and the folders, if there is
    anything of the kind. Where no folder was changed there is not: then no file has come or gone. Whether one
    was written over is told by `astray`, of those that are to be read.
    """
    stored = _read(root, into)
    if not stored:
        return LastTree(), look_at_tree(into)
    rendered = {name: Rendered._make([*row, None]) for name, row in stored["rendered"].items()}
    # Of another outline, these would be other pages.
    version = digest(code_digest(), stored["outline"])
    listed = partial(read_ledger, _file(root, into, _LISTED), version, alike=False)
    last = LastTree(rendered, frozenset(), stored["outline"], stored["copies"], listed, into)
    if seal_of(root, into, name=_name(root, into)) == stored["folders"]:
        return last, NO_FILES
    looked = look_at_tree(into)
    known = {path for one in rendered.values() for path in one.paths}.union(last.copies)
    gone = astray(looked.files.get, rendered.values(), last.copies, known)
    others = {path: at for path, at in looked.files.items() if path not in known or path in gone}
    return replace(last, astray=gone), Looked(others, looked.folders)


def left_standing(root: Path, into: Path) -> tuple[Sequence[Rendered], Mapping[str, Stamp]]:
    """Give what a build that has finished had rendered into the folder *into*, and copied there."""
    stored = _read(root, into)
    return [Rendered(*row) for row in stored.get("rendered", {}).values()], stored.get("copies", {})


def look_at(into: Path) -> Callable[[str], tuple[int, int] | None]:
    """Give what tells the size of a file below *into*, and when it was changed; None if it is not there."""

    def looked(path: str) -> tuple[int, int] | None:
        try:
            return size_and_time(into / path)
        except OSError:
            return None

    return looked


def astray(
    looked: Callable[[str], tuple[int, int] | None],
    rendered: Iterable[Rendered],
    copies: Mapping[str, Stamp],
    paths: Set[str],
) -> Set[str]:
    """Give those of *paths* that do not stand as a build left what it had *rendered*, and the *copies*.

    What *looked* tells of them counts. A file without a stamp, which has just been written, stands.
    """
    at = {path: tuple(copies[path][1:]) for path in paths & copies.keys()}
    for one in rendered:
        if one.stands and not paths.isdisjoint(one.paths):
            at |= zip(one.paths, _pairs(one.stamps), strict=True)
    return {path for path in paths & at.keys() if looked(path) != at[path]}


def write_last_tree(
    root: Path, into: Path, last: LastTree, rendering: Rendering, digests: Mapping[str, str], retold: Set[str]
) -> None:
    """Keep what of *rendering* stands in the folder *into*, where the files of the tree have these *digests*.

    What stands as *last* tells is kept as it was, but for the files that were *retold*: the accessibility
    statement is told again of each site, when all else has been rendered.
    """
    top = f"{into}/"
    rendered = rendering.rendered
    if not rendered[SHARED].stands:
        listed = {name: one.listed for name, one in rendered.items()}
        write_ledger(_file(root, into, _LISTED), digest(code_digest(), rendering.outline), listed)
    copied = (path for path, content in rendering.tree.items() if isinstance(content, FileCopy))
    with suppress(OSError):
        # Somebody took one of them away: the next build looks at everything.
        rows = {
            name: one.row if one.stands and retold.isdisjoint(one.paths) else _row(one, top, digests, retold)
            for name, one in rendered.items()
        }
        copies = {
            path: last.copies[path] if last.is_copied(path, made) else stamp(top + path, made)
            for path, made in ((path, digests[path]) for path in copied)
        }
        states = folder_states(into, digests, *GENERATED)
        folders = keep_left(root, into, states, name=_name(root, into), files=digests)
        stored = {"outline": rendering.outline, "folders": folders, "rendered": rows, "copies": copies}
        write_ledger(_file(root, into), code_digest(), stored)


def forget_last_tree(root: Path, into: Path) -> None:
    """Have the next build look at all that stands in the folder *into*."""
    forget_left(root, _name(root, into))


def _row(rendered: Rendered, top: str, digests: Mapping[str, str], retold: Set[str]) -> Sequence[Any]:
    known = dict(zip(rendered.paths, _pairs(rendered.stamps), strict=False))
    stamps = [
        known[path] if path in known and path not in retold else size_and_time(top + path)
        for path in rendered.paths
    ]
    hashes = [digests[path] for path in rendered.paths]
    told = " ".join(f"{size} {at}" for size, at in stamps)
    return rendered._replace(hashes=hashes, stamps=told).row


def _pairs(stamps: str) -> Iterator[tuple[int, int]]:
    """Yield the size of each file, and when it was changed."""
    numbers = map(int, stamps.split())
    return zip(numbers, numbers, strict=True)


def _read(root: Path, into: Path) -> dict[str, Any]:
    return read_ledger(_file(root, into), code_digest(), alike=False)


def _file(root: Path, into: Path, what: str = _TREE) -> Path:
    return root / CACHE / f"{_name(root, into, what)}.json"


def _name(root: Path, into: Path, what: str = _TREE) -> str:
    """Give the name of what is kept of the folder *into*: that of a preview is another one."""
    name = into.resolve().relative_to(root.resolve()).as_posix() if into.is_relative_to(root) else "elsewhere"
    return f"{what}-{name.strip('.').replace('/', '-')}"
