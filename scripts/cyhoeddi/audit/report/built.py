"""Where in a file of the built site something stands, for what no author wrote."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit

from cyhoeddi.audit.finding import Finding
from cyhoeddi.problems import Position

_START = re.compile(r"</?[A-Za-z][^>…]*>?")


def built_position(finding: Finding, target: str, root: Path) -> Position:
    """Give the line of *finding* in the file of the built site that it was found in.

    The file is named relative to *root* if it is inside; if *target*, what was audited, is no folder, or if
    the file is no longer there, by its address.
    """
    path = urlsplit(finding.address).path.lstrip("/")
    name = path + "index.html" if path.endswith("/") or not path else path
    file = (Path(target) / name).resolve()
    if "://" in target or not file.is_file():
        return Position(name)
    inside = file.is_relative_to(root.resolve())
    shown = file.relative_to(root.resolve()).as_posix() if inside else file.as_posix()
    if file.suffix.lower() not in (".html", ".css", ".svg"):
        return Position(shown)
    return _found(finding.snippet, file.read_bytes().decode("utf-8", errors="replace"), shown)


def _found(snippet: str, text: str, file: str) -> Position:
    start = _START.match(snippet)
    words = (start[0] if start else snippet).rstrip("…").split()
    # A snippet is on one line; what it was taken from need not be.
    match = re.search(r"\s+".join(map(re.escape, words)), text) if words else None
    if match is None:
        return Position(file)
    before = text[: match.start()]
    return Position(file, before.count("\n") + 1, match.start() - (before.rfind("\n") + 1) + 1)
