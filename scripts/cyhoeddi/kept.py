"""What the last build left of the generated tree, and what it was rendered from.

It stands in a ledger: for what was rendered together (`render.kept`) the hash of all that it follows from,
and its files with their stamps, so that one that somebody changed is known. The pages in the sitemap, which
are half of all, have one of their own, which only a build with another outline reads.

    .cyhoeddi/tree-<folder>.json, listed-<folder>.json
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from functools import partial
from pathlib import Path
from typing import Any

from cyhoeddi.fingerprint import code_digest, digest
from cyhoeddi.ledger import CACHE, read_ledger, write_ledger
from cyhoeddi.render.kept import Last, Rendered
from cyhoeddi.render.tree import Rendering
from cyhoeddi.render.work import SHARED, FileCopy
from cyhoeddi.stamps import Looked, stamp
from cyhoeddi.write import look_at_tree

_TREE, _LISTED = "tree", "listed"
_LARGE = 300_000
"""Bytes of a ledger: that of some three hundred publications has more."""


def is_large(root: Path, into: Path) -> bool:
    """Tell whether so much was written into the folder *into* that to look at it takes a while."""
    try:
        return _file(root, into).stat().st_size > _LARGE
    except OSError:
        return False


def look_at_last(root: Path, into: Path) -> tuple[Set[str], Looked]:
    """Give the files of the last build that do not stand in the folder *into* as it left them.

    Gives besides what stands there that is none of its files as it left them, and all folders.
    """
    looked, held = look_at_tree(into), _read(root, into)
    left = {path: (size, at) for path, (_, size, at) in held.get("copies", {}).items()}
    for row in held.get("rendered", {}).values():
        rendered = Rendered(*row)
        left |= zip(rendered.paths, _pairs(rendered.stamps), strict=True)
    astray = {path for path, state in left.items() if looked.files.get(path) != state}
    others = {path: at for path, at in looked.files.items() if path not in left or path in astray}
    return astray, Looked(others, looked.folders)


def read_last(root: Path, into: Path, astray: Set[str]) -> Last:
    """Give what was last written into the folder *into* for the project *root*, of which this is *astray*."""
    held = _read(root, into)
    if not held:
        return Last()
    rendered = {name: Rendered._make([*row, None]) for name, row in held["rendered"].items()}
    # Of another outline, these would be other pages.
    version = digest(code_digest(), held["outline"])
    listed = partial(read_ledger, _file(root, into, _LISTED), version, alike=False)
    return Last(rendered, astray, held["outline"], held["copies"], listed)


def write_last(
    root: Path, into: Path, last: Last, rendering: Rendering, digests: Mapping[str, str], retold: Set[str]
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
    rows = {
        name: one.row if one.stands and retold.isdisjoint(one.paths) else _row(one, top, digests, retold)
        for name, one in rendered.items()
    }
    copied = (path for path, content in rendering.tree.items() if isinstance(content, FileCopy))
    copies = {
        path: last.copies[path] if last.is_copied(path, digests[path]) else stamp(top + path, digests[path])
        for path in copied
    }
    held = {"outline": rendering.outline, "rendered": rows, "copies": copies}
    write_ledger(_file(root, into), code_digest(), held)


def _row(rendered: Rendered, top: str, digests: Mapping[str, str], retold: Set[str]) -> Sequence[Any]:
    known = dict(zip(rendered.paths, _pairs(rendered.stamps), strict=False))
    stamps = [
        known[path] if path in known and path not in retold else stamp(top + path, "")[1:]
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
    """Give the ledger of the folder *into*: that of a preview is another than that of the site."""
    name = into.resolve().relative_to(root.resolve()).as_posix() if into.is_relative_to(root) else "elsewhere"
    return root / CACHE / f"{what}-{name.strip('.').replace('/', '-')}.json"
