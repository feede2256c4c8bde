"""A text to disk, whole or not at all: whoever reads the file finds the old one or the new one."""

from __future__ import annotations

from pathlib import Path


def write_whole(file: Path, text: str | bytes) -> None:
    """Write *text* in the place of *file*, in UTF-8, beside it first and then by one rename."""
    new = file.with_name(f"{file.name}.new")
    new.write_bytes(text.encode() if isinstance(text, str) else text)
    new.replace(file)
