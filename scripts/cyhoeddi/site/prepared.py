"""What the engine hands to the hooks: a generated tree that is ready, and the pages of it to be built.

MkDocs looks at every file below its `docs_dir`, copies those that are no pages, and has the i18n plugin make
other files of them all. The engine gives it an empty folder instead, and the hooks name the pages.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

_KEY = "cyhoeddi_prepared"


@dataclass(frozen=True)
class Prepared:
    """A generated tree that is ready."""

    tree: Path
    pages: tuple[str, ...]
    """The paths in it of the pages that are to be built, all of one language."""


def mark_prepared(config: MkDocsConfig, tree: Path, pages: Iterable[str]) -> None:
    """Say that *tree* is ready, so that the hooks do not make it, and that *pages* of it are to be built."""
    config.extra[_KEY] = Prepared(tree, tuple(pages))


def prepared(config: MkDocsConfig) -> Prepared | None:
    """Give what is ready, if the engine builds; a plain `mkdocs` finds everything in its `docs_dir`."""
    found: Prepared | None = config.extra.get(_KEY)
    return found


def tree_of(config: MkDocsConfig) -> Path:
    """Give where the generated tree stands."""
    ready = prepared(config)
    return ready.tree if ready else Path(config.docs_dir)
