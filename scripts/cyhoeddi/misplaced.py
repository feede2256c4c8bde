"""Parts of the design that mkdocs.yml would have stand where no build notices their changes (`design`)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath

from cyhoeddi.design import HOOKS, OUR_HOOKS, THEME
from cyhoeddi.load import RULE
from cyhoeddi.problems import Problem
from cyhoeddi.source import Plain, Source

_MERGED = "<<"
"""A key by which MkDocs takes over the keys of another group; nobody else here does."""


def misplaced(source: Source, root: Path) -> Iterator[Problem]:
    """Yield a problem for each part of the design that *source*, mkdocs.yml of *root*, seeks elsewhere."""
    if "INHERIT" in source.data:
        message = "the settings of a site stand in this file alone"
        hint = "Copy what the other file says to this one, and take the line INHERIT away."
        yield Problem(source.key_position(("INHERIT",)), RULE, message, hint)
    theme, hooks = source.data.get("theme"), source.data.get("hooks")
    for path, group in (((), source.data), (("theme",), theme)):
        if isinstance(group, dict) and _MERGED in group:
            message = f'"{_MERGED}" cannot be used here'
            hint = "Write what it brings in on lines of their own."
            yield Problem(source.key_position((*path, _MERGED)), RULE, message, hint)
    own = theme.get("custom_dir") if isinstance(theme, dict) else None
    if isinstance(own, str) and PurePosixPath(own) != PurePosixPath(THEME):
        message = f'"{own}" cannot be the folder of the theme'
        hint = f"Put your templates into the folder {THEME}/ of the project, and write custom_dir: {THEME}."
        yield Problem(source.position(("theme", "custom_dir")), RULE, message, hint)
    if isinstance(hooks, list):
        yield from _misplaced_hooks(source, root, hooks)


def _misplaced_hooks(source: Source, root: Path, hooks: Sequence[Plain]) -> Iterator[Problem]:
    for number, hook in enumerate(hooks):
        if not isinstance(hook, str):
            continue  # It is told of as any value of a wrong shape is.
        name = re.split(r"[\\/]", hook)[-1]
        hint = f"Put it into the folder {HOOKS}/ of the project, and write {HOOKS}/{name}."
        if not name.endswith(".py"):
            message = f'"{hook}" cannot be a hook'
            hint = "Write the name of a Python file, or take the line away."
        elif hook != f"{HOOKS}/{name}":
            message = f'"{hook}" cannot be a hook: it is not the name of a file in the folder {HOOKS}/'
        elif hook != OUR_HOOKS and not (root / hook).is_file():
            message, hint = f'there is no hook "{hook}"', "Mend its name, or take the line away."
        else:
            continue
        yield Problem(source.position(("hooks", number)), RULE, message, hint)
    if OUR_HOOKS not in hooks:
        message = f"the hook {OUR_HOOKS} is missing, without which there are no pages"
        hint = f"Add a line to the list: - {OUR_HOOKS}"
        yield Problem(source.key_position(("hooks",)), RULE, message, hint)
