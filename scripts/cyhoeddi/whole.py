"""A text to disk, whole or not at all: whoever reads the file finds the old one or the new one."""

from __future__ import annotations

from pathlib import Path


def write_whole(file: Path, content: str | bytes) -> None:
    """Write *content* in the place of *file*, text in UTF-8, beside it first and then by one rename."""
    new = file.with_name(f"{file.name}.new")
    try:
        new.write_bytes(content if isinstance(content, bytes) else content.encode())
        new.replace(file)
    except OSError:
        new.unlink(missing_ok=True)
        raise
