"""What the last build left of the generated tree, and which publications it was rendered from.

It stands in a ledger: the files with their stamps, so that one that somebody changed is known, and of each
publication the hash of all that its pages follow from (`render.kept`).
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from cyhoeddi.fingerprint import code_digest
from cyhoeddi.ledger import CACHE, read_ledger, write_ledger
from cyhoeddi.render.kept import Last, Rendered, rendered_of, row_of
from cyhoeddi.stamps import stamp, still_stamped


def read_last(root: Path, into: Path) -> Last:
    """Give what stands in the folder *into* of the tree last written there for the project *root*."""
    entries = read_ledger(_file(root, into), code_digest())
    try:
        stamps = {str(path): (str(made), int(size), int(at)) for path, (made, size, at) in entries["stamps"]}
        publications = {str(name): rendered_of(row) for name, row in entries["publications"].items()}
    except (KeyError, TypeError, ValueError, AttributeError):
        return Last()
    return Last({path: stamps[path][0] for path in still_stamped(into, stamps)}, publications)


def write_last(
    root: Path, into: Path, digests: Mapping[str, str], publications: Mapping[str, Rendered]
) -> None:
    """Keep that files with these *digests* stand in the folder *into*, and for which *publications*."""
    stamps = [(path, stamp(f"{into}/{path}", digest)) for path, digest in digests.items()]
    rows = {name: row_of(rendered) for name, rendered in publications.items()}
    write_ledger(_file(root, into), code_digest(), {"stamps": stamps, "publications": rows})


def _file(root: Path, into: Path) -> Path:
    """Give the ledger of the folder *into*: that of a preview is another than that of the site."""
    name = into.resolve().relative_to(root.resolve()).as_posix() if into.is_relative_to(root) else "elsewhere"
    return root / CACHE / f"tree-{name.strip('.').replace('/', '-')}.json"
