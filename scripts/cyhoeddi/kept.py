"""What the last build left of the generated tree, and what it was rendered from.

It stands in a ledger: for what was rendered together (`render.kept`) the hash of all that it follows from,
and its files with their stamps, so that one that somebody changed is known.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from cyhoeddi.fingerprint import code_digest
from cyhoeddi.ledger import CACHE, read_ledger, write_ledger
from cyhoeddi.render.kept import Last, Rendered, row_of
from cyhoeddi.render.tree import Rendering
from cyhoeddi.render.work import FileCopy
from cyhoeddi.stamps import Looked, stamp

_LARGE = 1_000_000
"""Bytes of a ledger: that of some three hundred publications has more."""


def is_large(root: Path, into: Path) -> bool:
    """Tell whether so much was written into the folder *into* that to look at it takes a while."""
    try:
        return _file(root, into).stat().st_size > _LARGE
    except OSError:
        return False


def read_last(root: Path, into: Path, looked: Looked) -> tuple[Last, Looked]:
    """Give what was last written into the folder *into* for the project *root*, where this *looked* so.

    Gives besides what else stands there: files that are not as they were left, and all folders.
    """
    held = read_ledger(_file(root, into), code_digest())
    last = Last(held["rendered"], frozenset(), held["outline"], held["copies"]) if held else Last()
    stamps = dict(last.stamps)
    astray = {path for path, stamp in stamps.items() if not looked.holds(path, stamp)}
    others = {path: at for path, at in looked.files.items() if path not in stamps or path in astray}
    return replace(last, astray=astray), Looked(others, looked.folders)


def write_last(root: Path, into: Path, last: Last, rendering: Rendering, digests: Mapping[str, str]) -> None:
    """Keep what of *rendering* stands in the folder *into*, where the files of the tree have these *digests*.

    What stands as *last* tells is kept as it was.
    """
    top = f"{into}/"
    rows = {name: _row(name, one, last, top, digests) for name, one in rendering.rendered.items()}
    copied = (path for path, content in rendering.tree.items() if isinstance(content, FileCopy))
    copies = {
        path: last.copies[path] if last.is_copied(path, digests[path]) else stamp(top + path, digests[path])
        for path in copied
    }
    held = {"outline": rendering.outline, "rendered": rows, "copies": copies}
    write_ledger(_file(root, into), code_digest(), held)


def _row(name: str, rendered: Rendered, last: Last, top: str, digests: Mapping[str, str]) -> Any:
    if not rendered.stands:
        return row_of(rendered, {path: stamp(top + path, digests[path]) for path in rendered.paths})
    row = last.rows[name]
    # The accessibility statement is told again of each site, when all else has been rendered.
    retold = [path for path, (made, *_) in row[2].items() if digests[path] != made]
    if not retold:
        return row
    return row_of(rendered, {**row[2], **{path: stamp(top + path, digests[path]) for path in retold}})


def _file(root: Path, into: Path) -> Path:
    """Give the ledger of the folder *into*: that of a preview is another than that of the site."""
    name = into.resolve().relative_to(root.resolve()).as_posix() if into.is_relative_to(root) else "elsewhere"
    return root / CACHE / f"tree-{name.strip('.').replace('/', '-')}.json"
