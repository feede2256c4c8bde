"""What the engine hands to MkDocs and its hooks: pages of a generated tree that is ready.

MkDocs looks at every file below its `docs_dir`, copies those that are no pages, and has the i18n plugin make
other files of them all. It is given an empty folder instead, and the hooks name the pages.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

_KEY = "cyhoeddi_prepared"
ROOT = "/generated/root/"
"""Below this stand the files that belong to no page, each at its address."""


class Task(NamedTuple):
    """Pages of one language to be built; a tuple, since JSON takes that as it is."""

    project: str
    tree: str
    """The folder of the generated tree."""
    version: str
    """That of the design."""
    language: str
    pages: Sequence[str]
    """Their paths in the generated tree; to MkDocs, there is no site without the home page."""
    into: str
    """The folder for what comes of them, which is made, in one that holds nothing else."""
    address: str
    """Of a preview that follows every save: where it stands, whatever mkdocs.yml says. Else empty."""


def mark_prepared(config: MkDocsConfig, task: Task) -> None:
    """Say that the tree is ready, so that the hooks do not make it, and which pages of it are to be built."""
    config.extra[_KEY] = task


def prepared(config: MkDocsConfig) -> Task | None:
    """Give what is ready; a plain `mkdocs build` finds everything in its `docs_dir`."""
    found: Task | None = config.extra.get(_KEY)
    return found


def tree_of(config: MkDocsConfig) -> Path:
    """Give where the generated tree stands."""
    task = prepared(config)
    return Path(task.tree if task else config.docs_dir)


def served_at(config: MkDocsConfig) -> str:
    """Give where the preview that is built stands, if it is one that follows every save; else nothing."""
    task = prepared(config)
    return task.address if task else ""
