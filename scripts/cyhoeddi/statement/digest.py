"""What a site is made from, as two hashes: if both are the same, the site is the one that was audited.

The statement's own page is left out, since it tells of the audit: recording one makes nothing stale.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from cyhoeddi.design import HOOKS, THEME, hook_files
from cyhoeddi.fingerprint import HOME, PACKAGE, folder_files
from cyhoeddi.language import Language
from cyhoeddi.settings import FILE
from cyhoeddi.stamps import hash_of
from cyhoeddi.statement.facts import NAME

_ENGINE = ("mkdocs", "jinja2")
"""The packages that put pages into their templates: another version may do so otherwise."""
_CODE = ("body/*.py", "site/*.py", "words/en.yaml", "words/cy.yaml", "words/types.yaml")
"""What makes HTML of the generated tree, and the words that templates print."""

OWN = frozenset(
    {f"{language}/generated/page/{NAME}.md" for language in Language}
    | {f"{Language.EN}/generated/root/sitemap.xml"}
)
"""The files of the generated tree that do not count: the statement, and what only lists addresses."""


Digest = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
"""A hash (SHA-256) in hexadecimal digits."""


class Digests(BaseModel):
    """Two hashes of what a site is made from."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    design: Digest
    """Of theme, settings, and the code and packages that make the HTML."""
    content: Digest
    """Of the generated tree: all pages before they are given their design."""


def content_digest(digests: Mapping[str, str]) -> str:
    """Give the hash of the generated tree, of whose files the *digests* are given by path."""
    return whole_digest({path: digest for path, digest in digests.items() if path not in OWN})


def design_digest(root: Path) -> str:
    """Give the hash of all that decides how the pages of the project folder *root* look and work."""
    parts = [
        *_written("settings", root, [root / FILE]),
        *(part for pattern in _CODE for part in _written("code", PACKAGE, PACKAGE.glob(pattern))),
        *((f"version/{package}", version(package).encode()) for package in _ENGINE),
    ]
    # A project may have its own, but those of the package stand behind them; both may be the same folder.
    for owner, home in (("package", HOME), ("project", root)):
        parts += _written(f"theme of the {owner}", home / THEME, folder_files(home / THEME))
        parts += _written(f"hooks of the {owner}", home / HOOKS, hook_files(home))
    return whole_digest({name: sha256(data).hexdigest() for name, data in parts})


def folder_digest(folder: Path) -> str:
    """Give the hash of every file in *folder*, hidden ones too: an audit reads them."""
    return whole_digest(file_digests(folder))


def file_digests(folder: Path) -> dict[str, str]:
    """Give the hash of each file in *folder*, by its path there."""
    return {name: hash_of(file) for name, file in _named(folder, folder.rglob("*"))}


def whole_digest(digests: Mapping[str, str]) -> str:
    """Give the hash of many files whose own *digests* are given by name."""
    return sha256("".join([f"{digests[name]} {name}\n" for name in sorted(digests)]).encode()).hexdigest()


def _written(label: str, folder: Path, files: Iterable[Path]) -> Iterator[tuple[str, bytes]]:
    for name, file in _named(folder, files):
        if not file.name.startswith("."):  # what editors leave
            yield f"{label}/{name}", file.read_bytes()


def _named(folder: Path, files: Iterable[Path]) -> Iterator[tuple[str, Path]]:
    return ((file.relative_to(folder).as_posix(), file) for file in files if file.is_file())
