"""A text to disk, whole or not at all: whoever reads the file finds the old one or the new one."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path


def write_whole(file: Path, content: str | bytes | Iterable[bytes]) -> None:
    """Write *content* in the place of *file*, text in UTF-8, beside it first and then by one rename.

    It may come in pieces.
    """
    whole = content.encode() if isinstance(content, str) else content
    new = file.with_name(f"{file.name}.new")
    try:
        with new.open("wb") as opened:
            opened.writelines([whole] if isinstance(whole, bytes) else whole)
        new.replace(file)
    except OSError:
        new.unlink(missing_ok=True)
        raise
