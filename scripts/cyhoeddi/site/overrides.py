"""What MkDocs is told in place of the words of mkdocs.yml: one language only, files that a project lacks."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from cyhoeddi.design import OUR_HOOKS, THEME
from cyhoeddi.fingerprint import HOME
from cyhoeddi.language import Language
from cyhoeddi.site import SiteError


def read_overrides(project: Path, *, only: Language | None = None) -> dict[str, Any]:
    """Give the options of *project*'s mkdocs.yml that must be replaced; *only* that language is to be built.

    A project may have a theme/ and hooks of its own; without them it is built with those of the package.
    """
    written = read_written(project)
    overrides: dict[str, Any] = {}
    theme, hooks = written.get("theme"), written.get("hooks")
    own = THEME if (project / THEME).is_dir() else str(HOME / THEME)
    said = theme if isinstance(theme, dict) else {}
    overrides["theme"] = {"name": "material", "font": False} | said | {"custom_dir": own}
    named = hooks if isinstance(hooks, list) else [OUR_HOOKS]
    ours = OUR_HOOKS if (project / OUR_HOOKS).is_file() else str(HOME / OUR_HOOKS)
    overrides["hooks"] = [ours if hook == OUR_HOOKS else hook for hook in named]
    if only:
        overrides["plugins"] = [_for_one(plugin, only) for plugin in written.get("plugins", [])]
    return overrides


def read_written(project: Path) -> dict[str, Any]:
    """Give what is written in *project*'s mkdocs.yml."""
    file = project / "mkdocs.yml"
    try:
        written = yaml.safe_load(file.read_bytes())
    except (OSError, yaml.YAMLError) as error:
        raise SiteError(f"{file} could not be read: {error}") from error
    if not isinstance(written, dict):
        raise SiteError(f"{file} does not hold the settings of a site.")
    return written


def _for_one(plugin: Any, language: Language) -> Any:
    if isinstance(plugin, dict) and "i18n" in plugin:
        return plugin | {"i18n": plugin["i18n"] | {"build_only_locale": language.value}}
    return plugin
