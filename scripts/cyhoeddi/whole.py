"""A text to disk, whole or not at all: whoever reads the file finds the old one or the new one."""

from __future__ import annotations

from pathlib import Path


def write_whole(file: Path, *parts: str | bytes) -> None:
    """Write *parts* in the place of *file*, text in UTF-8, beside it first and then by one rename."""
    new = file.with_name(f"{file.name}.new")
    try:
        with new.open("wb") as opened:
            for part in parts:
                opened.write(part if isinstance(part, bytes) else part.encode())
        new.replace(file)
    except OSError:
        new.unlink(missing_ok=True)
        raise
