"""What a file really is, told by its bytes: its type, and how many pages a PDF has."""

from __future__ import annotations

import re
import zlib
from pathlib import Path

TYPES = {
    "pdf": "PDF",
    "doc": "Word",
    "docx": "Word",
    "xls": "Excel",
    "xlsx": "Excel",
    "ppt": "PowerPoint",
    "pptx": "PowerPoint",
    "odt": "ODT",
    "ods": "ODS",
    "odp": "ODP",
    "csv": "CSV",
    "txt": "TXT",
    "rtf": "RTF",
    "epub": "EPUB",
    "zip": "ZIP",
}
"""The files that readers download, by the ends of their names, and what each is called."""

_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"
_STARTS = {
    "pdf": b"%PDF-",
    "rtf": b"{\\rtf",
    **dict.fromkeys(("doc", "xls", "ppt"), _OLD_OFFICE),
    **dict.fromkeys(("docx", "xlsx", "pptx", "odt", "ods", "odp", "epub", "zip"), _ZIP),
}
_INSIDE = {
    "docx": b"word/",
    "xlsx": b"xl/",
    "pptx": b"ppt/",
    "odt": b"application/vnd.oasis.opendocument.text",
    "ods": b"application/vnd.oasis.opendocument.spreadsheet",
    "odp": b"application/vnd.oasis.opendocument.presentation",
    "epub": b"application/epub+zip",
}
"""What stands in a ZIP that is more than one: the name of a folder, or the type that it says first."""

_MARKUP = (b"<!doctype", b"<html", b"<?xml")

_PAGE_TREE = re.compile(rb"/Type\s*/Pages\b")
_COUNT = re.compile(rb"/Count\s+(\d+)\b(?!\s+\d+\s+R)")
_PACKED = re.compile(rb"/Type\s*/ObjStm\b.*?stream\r?\n", re.DOTALL)
_BRACKET = re.compile(rb"<<|>>")
_REACH = 1_000_000
"""Bytes in which a dictionary of a PDF must open and close."""


def is_of_type(file: Path, ending: str) -> bool:
    """Tell whether *file* holds what a name with that *ending* ("pdf", "csv") promises."""
    content = file.read_bytes()
    if ending in {"csv", "txt"}:
        is_text = b"\0" not in content or content.startswith((b"\xff\xfe", b"\xfe\xff"))
        return is_text and not content.lstrip().lower().startswith((*_MARKUP, b"%PDF-", _ZIP))
    # A few bytes may stand before the mark of a PDF, as readers of PDF allow.
    head = content[:1024] if ending == "pdf" else content[:8]
    return _STARTS[ending] in head and _INSIDE.get(ending, b"") in content


def pages_of(file: Path) -> int | None:
    """Give how many pages a PDF has, as its latest tree of pages tells; None if it cannot be read."""
    content = file.read_bytes()
    roots = _roots(content)
    for packed in _PACKED.finditer(content):
        try:
            inside = zlib.decompressobj().decompress(content[packed.end() :])
        except zlib.error:
            return None
        roots += [(packed.start(), count) for _, count in _roots(inside)]
    return max(roots)[1] if roots else None


def _roots(content: bytes) -> list[tuple[int, int]]:
    """Give where each whole tree of pages in *content* stands, and what it counts."""
    trees = ((found.start(), _dictionary(content, found.start())) for found in _PAGE_TREE.finditer(content))
    return [
        (at, int(count[1])) for at, tree in trees if b"/Parent" not in tree and (count := _COUNT.search(tree))
    ]


def _dictionary(content: bytes, at: int) -> bytes:
    """Give the dictionary of a PDF around the byte *at*."""
    start, end = max(0, at - _REACH), at + _REACH
    depth = 0
    for bracket in reversed(list(_BRACKET.finditer(content, start, at))):
        depth += 1 if bracket[0] == b"<<" else -1
        if depth == 1:
            start = bracket.end()
            break
    for bracket in _BRACKET.finditer(content, at, end):
        depth += 1 if bracket[0] == b"<<" else -1
        if depth == 0:
            end = bracket.start()
            break
    return content[start:end]
