"""What a site is made from, as two hashes: if both are the same, the site is the one that was audited.

The statement's own page is left out, since it tells of the audit: recording one makes nothing stale.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

from pydantic import BaseModel, ConfigDict

import cyhoeddi
from cyhoeddi.language import Language
from cyhoeddi.statement.facts import NAME

_PACKAGE = Path(cyhoeddi.__file__).resolve().parent
_THEME = "theme"
_CODE = ("body/*.py", "site/*.py", "words/en.yaml", "words/cy.yaml", "words/types.yaml")
"""What makes HTML of the generated tree, and the words that templates print."""

OWN = frozenset(
    {f"{language}/generated/page/{NAME}.md" for language in Language}
    | {f"{Language.EN}/generated/root/sitemap.xml"}
)
"""The files of the generated tree that do not count: the statement, and what only lists addresses."""


class Digests(BaseModel):
    """Two hashes (SHA-256) of what a site is made from."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    design: str
    """Of theme, settings and the code that makes the HTML."""
    content: str
    """Of the generated tree: all pages before they are given their design."""


def content_digest(tree: Iterable[tuple[str, bytes]]) -> str:
    """Give the hash of the generated *tree*, told as path and bytes in any order."""
    return _digest((path, data) for path, data in tree if path not in OWN)


def design_digest(root: Path) -> str:
    """Give the hash of all that decides how the pages of the project folder *root* look and work."""
    return _digest(
        [
            *_files("settings", root, "mkdocs.yml"),
            *_files("theme", root / _THEME, "**/*"),
            # A project may have a theme of its own, but the package's stands behind it.
            *_files("own theme", _PACKAGE.parents[1] / _THEME, "**/*"),
            *(part for pattern in _CODE for part in _files("code", _PACKAGE, pattern)),
        ]
    )


def folder_digest(folder: Path) -> str:
    """Give the hash of every file in *folder*."""
    return _digest(_files("", folder, "**/*"))


def _files(label: str, folder: Path, pattern: str) -> Iterator[tuple[str, bytes]]:
    for file in folder.glob(pattern):
        name = file.relative_to(folder).as_posix()
        if file.is_file() and not file.name.startswith("."):
            yield f"{label}/{name}", file.read_bytes()


def _digest(parts: Iterable[tuple[str, bytes]]) -> str:
    whole = sha256()
    for name, digest in sorted((name, sha256(data).hexdigest()) for name, data in parts):
        whole.update(f"{digest} {name}\n".encode())
    return whole.hexdigest()
