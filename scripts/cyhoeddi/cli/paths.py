"""Paths as people type them, and as the project names them."""

from __future__ import annotations

from pathlib import Path


def within(root: Path, path: str) -> str:
    """Give *path* from the project folder *root*, if it is in it; else as it was typed."""
    absolute = Path(path).resolve()
    return absolute.relative_to(root).as_posix() if absolute.is_relative_to(root) else path
