"""What the engine hands to the hooks: a generated tree that is ready, and the pages of it to be built.

MkDocs looks at every file below its `docs_dir`, copies those that are no pages, and has the i18n plugin make
other files of them all. It is given an empty folder instead, by the engine and in a preview, and the hooks
name the pages.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cyhoeddi.language import Language
from cyhoeddi.stamps import look

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

_KEY = "cyhoeddi_prepared"
ROOT = "/generated/root/"
"""Below this stand the files that belong to no page, each at its address."""


@dataclass(frozen=True)
class Prepared:
    """A generated tree that is ready."""

    tree: Path
    pages: tuple[str, ...]
    """The paths in it of the pages that are to be built."""
    files: tuple[str, ...] = ()
    """The paths in it of the files that belong to no page, if MkDocs is to put them into the site."""


def mark_prepared(config: MkDocsConfig, tree: Path, pages: Iterable[str]) -> None:
    """Say that *tree* is ready, so that the hooks do not make it, and that *pages* of it are to be built."""
    config.extra[_KEY] = Prepared(tree, tuple(pages))


def mark_whole(config: MkDocsConfig, tree: Path) -> None:
    """Say so of all that stands in *tree*."""
    paths = sorted(look(tree, *(f"{language}/generated" for language in Language)).files)
    files = tuple(path for path in paths if ROOT in path)
    pages = tuple(path for path in paths if path.endswith(".md") and ROOT not in path)
    config.extra[_KEY] = Prepared(tree, pages, files)


def prepared(config: MkDocsConfig) -> Prepared | None:
    """Give what is ready; a plain `mkdocs build` finds everything in its `docs_dir`."""
    found: Prepared | None = config.extra.get(_KEY)
    return found


def tree_of(config: MkDocsConfig) -> Path:
    """Give where the generated tree stands."""
    ready = prepared(config)
    return ready.tree if ready else Path(config.docs_dir)
