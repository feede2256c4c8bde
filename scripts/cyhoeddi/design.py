"""Where the design of a site stands: mkdocs.yml, theme/ and scripts/. All there counts, and nothing else may.

What stood elsewhere would be in no hash: builds would go on with what they made before it was changed.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from cyhoeddi.fingerprint import HOME, PACKAGE, digest, files_digest, folder_files, is_counted

THEME, HOOKS = "theme", "scripts"
"""The folders of a project that its own templates and hooks stand in."""
OUR_HOOKS = f"{HOOKS}/mkdocs_hooks.py"
"""The hooks that make pages of the generated tree. A project without that file is given the package's."""


def homes(project: Path) -> tuple[Path, ...]:
    """Give the folders whose themes and hooks the pages of *project* are made with."""
    # A project may have its own, but those of the package stand behind them.
    return tuple(dict.fromkeys((HOME, project)))


def hook_files(home: Path) -> Iterator[Path]:
    """Yield the hooks of the folder *home*, and what stands beside them, which they may import or read."""
    for each in hook_folders(home):
        yield from folder_files(each)
    folder = home / HOOKS
    for each in folder.iterdir() if folder.is_dir() else ():
        # What has no ending is a command, and what ends so is what an editor keeps.
        if is_counted(each.name) and each.suffix and not each.name.endswith("~") and each.is_file():
            yield each


def hook_folders(home: Path) -> Iterator[Path]:
    """Yield the folders beside the hooks of *home*. The program itself, which may stand there, is none."""
    folder = home / HOOKS
    for each in folder.iterdir() if folder.is_dir() else ():
        if is_counted(each.name) and each.is_dir() and each.resolve() != PACKAGE:
            yield each


def hooks_digest(project: Path) -> str:
    """Give the hash of the hooks that the pages of *project* are made with."""
    return digest(*(files_digest(home / HOOKS, hook_files(home)) for home in homes(project)))
