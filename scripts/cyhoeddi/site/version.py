"""Of which version the design of a site is: all that decides how its generated tree becomes pages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import yaml

from cyhoeddi.fingerprint import HOME, code_digest, digest, files_digest, folder_files
from cyhoeddi.site.overrides import THEME


def design_version(project: Path) -> str:
    """Give the hash of the settings, themes, hooks and code that dress the pages of the folder *project*."""
    settings = project / "mkdocs.yml"
    parts: list[str | bytes] = [code_digest(), settings.read_bytes()]
    parts += [files_digest(folder, folder_files(folder)) for folder in _themes(settings)]
    hooks = [HOME / "scripts", project / "scripts"]
    parts += [files_digest(folder, folder.glob("*.py")) for folder in hooks]
    return digest(*parts)


def _themes(settings: Path) -> Iterator[Path]:
    yield THEME
    try:
        written = yaml.safe_load(settings.read_bytes())
    except yaml.YAMLError:
        return  # MkDocs tells of it.
    theme = written.get("theme") if isinstance(written, dict) else None
    own = theme.get("custom_dir") if isinstance(theme, dict) else None
    if isinstance(own, str):
        yield settings.parent / own
