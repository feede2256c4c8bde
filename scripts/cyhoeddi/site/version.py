"""Of which version the design of a site is: all that decides how its generated tree becomes pages."""

from __future__ import annotations

from pathlib import Path

from cyhoeddi.design import THEME, homes, hooks_digest
from cyhoeddi.fingerprint import code_digest, digest, files_digest, folder_files
from cyhoeddi.settings import FILE


def design_version(project: Path) -> str:
    """Give the hash of the settings, themes, hooks and code that dress the pages of the folder *project*."""
    themes = [files_digest(home / THEME, folder_files(home / THEME)) for home in homes(project)]
    return digest(code_digest(), (project / FILE).read_bytes(), *themes, hooks_digest(project))
