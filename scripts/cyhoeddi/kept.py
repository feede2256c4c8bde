"""What the last build left of the generated tree, and what it was rendered from.

It stands in a ledger: the files with their stamps, so that one that somebody changed is known, and of each
publication and each feed the hash of all that its files follow from (`render.kept`).
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from cyhoeddi.fingerprint import code_digest
from cyhoeddi.ledger import CACHE, read_ledger, write_ledger
from cyhoeddi.render.kept import Last, Rendered, rendered_of, row_of
from cyhoeddi.stamps import Stamp, stamp, still_stamped


def read_last(root: Path, into: Path) -> Last:
    """Give what stands in the folder *into* of the tree last written there for the project *root*."""
    entries = read_ledger(_file(root, into), code_digest())
    try:
        stamps = {str(path): (str(made), int(size), int(at)) for path, (made, size, at) in entries["stamps"]}
        rendered = {str(name): rendered_of(row) for name, row in entries["rendered"].items()}
    except (KeyError, TypeError, ValueError, AttributeError):
        return Last()
    return Last({path: stamps[path] for path in still_stamped(into, stamps)}, rendered)


def write_last(
    root: Path,
    into: Path,
    digests: Mapping[str, str],
    rendered: Mapping[str, Rendered],
    untouched: Mapping[str, Stamp],
) -> None:
    """Keep that files with these *digests* stand in the folder *into*, and what was *rendered* there.

    *untouched* are the stamps of those that nobody has touched since `read_last` looked at them.
    """
    stamps = [
        (path, untouched.get(path) or stamp(f"{into}/{path}", digest)) for path, digest in digests.items()
    ]
    rows = {name: row_of(one) for name, one in rendered.items()}
    write_ledger(_file(root, into), code_digest(), {"stamps": stamps, "rendered": rows})


def _file(root: Path, into: Path) -> Path:
    """Give the ledger of the folder *into*: that of a preview is another than that of the site."""
    name = into.resolve().relative_to(root.resolve()).as_posix() if into.is_relative_to(root) else "elsewhere"
    return root / CACHE / f"tree-{name.strip('.').replace('/', '-')}.json"
