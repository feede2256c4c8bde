"""Of which version the design of a site is: all that decides how its generated tree becomes pages."""

from __future__ import annotations

from pathlib import Path

from cyhoeddi.fingerprint import HOME, code_digest, digest, files_digest, folder_files
from cyhoeddi.settings import FILE, HOOKS, THEME


def design_version(project: Path) -> str:
    """Give the hash of the settings, themes, hooks and code that dress the pages of the folder *project*."""
    parts: list[str | bytes] = [code_digest(), (project / FILE).read_bytes()]
    # A project may have its own, but those of the package stand behind them.
    for home in dict.fromkeys((HOME, project)):
        parts.append(files_digest(home / THEME, folder_files(home / THEME)))
        parts.append(files_digest(home / HOOKS, (home / HOOKS).glob("*.py")))
    return digest(*parts)
